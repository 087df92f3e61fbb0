/// Messages as real programs write them, and statements as people do, with places to plant in.
enum Texts {
  /// A few words on one line.
  static let short = [
    "ENOENT: no such file or directory, open '[[posix]]'",
    "EACCES: permission denied, mkdir '[[home]]/.config/app'",
    "open [[posix]]: permission denied",
    "fatal: not a git repository: '[[spaced]]'",
    "The system cannot find the path specified: [[windows]]",
    "The process cannot access the file '[[windowsSpaced]]' because it is being used by another process.",
    "Could not find a part of the path '[[unc]]'.",
    "cannot load module \"[[foreign]]\": file not found",
    "error: failed to read [[fileURL]] (code [[small]])",
    "ModuleNotFoundError: No module named '[[word]]' (searched [[posix]] and [[posix]])",
    "[[relative]]:[[line]]:[[small]]: error: expected ';' after expression",
    "error[E0308]: mismatched types\n  --> [[relative]]:[[line]]:[[small]]",
    "npm ERR! code ERESOLVE\nnpm ERR! A complete log of this run can be found in: [[posix]]",
    "pip: error: could not install from [[fileURL]]: not a wheel",
    "warning: unused lock file at \"[[windowsSpaced]]\"; run clean",
    "tar: [[posix]]: Cannot open: No such file or directory",
    "cp: cannot stat '[[spaced]]': No such file or directory",
    "550 5.1.1 <[[email]]>: Recipient address rejected: User unknown in virtual mailbox table",
    "login failed for [[email]] after [[small]] attempts",
    "no seat left for [[tagged]]; ask [[email]]",
    "invite to [[idn]] bounced",
    "unsubscribe link [[mailto]] is not allowed here",
    "fatal: Authentication failed for '[[userinfo]]'",
    "Author: Release Bot <[[email]]>\nCommitter: [[tagged]]",
    "dial tcp: connect: connection refused (attempt [[small]] of 5)",
    "context deadline exceeded after [[small]] s while waiting for headers",
    "getaddrinfo EAI_AGAIN registry.example",
    "x509: certificate has expired or is not yet valid",
    "429 Too Many Requests: retry after [[small]] seconds",
    "read tcp [[ip]]:443: connection reset by peer",
    "invalid API key [[token]]",
    "call support, phone [[phone]], and quote code [[small]]",
    "unexpected end of JSON input",
    "out of memory: tried to allocate [[small]] MiB",
    "plugin [[word]] panicked: index out of range",
    "cannot parse config [[home]]/.app.yaml for user [[email]]: line [[line]]: did not find expected key",
  ].map { Template($0) }

  /// Many lines.
  static let long = [
    "Traceback (most recent call last):\n[[pythonFrames]]\nFileNotFoundError: [Errno 2] No such file or directory: '[[posix]]'",
    "Traceback (most recent call last):\n[[pythonFrames]]\nsqlalchemy.exc.OperationalError: could not connect to server, user \"[[email]]\"",
    "Error: Cannot find module '[[posix]]'\nRequire stack:\n- [[posix]]\n- [[home]]/index.js\n[[nodeFrames]]",
    "TypeError: Cannot read properties of undefined (reading '[[word]]')\n[[nodeFrames]]",
    "java.io.FileNotFoundException: [[windows]] (Access is denied)\n[[javaFrames]]\nCaused by: java.lang.IllegalStateException: mailbox [[email]] is locked\n[[javaFrames]]",
    "org.postgresql.util.PSQLException: FATAL: password authentication failed for user \"[[email]]\"\n[[javaFrames]]",
    "panic: open [[posix]]: no such file or directory\n\ngoroutine [[small]] [running]:\n[[goFrames]]\nexit status 2",
    "In file included from [[posix]]:[[line]],\n                 from [[posix]]:[[line]]:\n[[posix]]:[[line]]:[[small]]: fatal error: [[word]].h: No such file or directory\ncompilation terminated.",
    "make[2]: *** [[[relative]]: error [[small]]]\nmake[2]: Leaving directory '[[posix]]'\nmake[1]: *** [all] Error 2\nmake: Leaving directory '[[home]]/build'",
    "ld: warning: directory not found for option '-L[[posix]]'\nld: library not found for -l[[word]]\nclang: error: linker command failed with exit code 1",
    "E: Could not open lock file [[posix]] - open (13: Permission denied)\nE: Unable to lock directory [[posix]]\nW: Be aware that removing the lock file is not a solution",
    "Unhandled exception. System.IO.DirectoryNotFoundException: Could not find a part of the path '[[windows]]'.\n   at System.IO.FileStream..ctor(String path)\n   at Acme.Sync.Run(String[] args) in [[windowsSpaced]]:line [[line]]\n   at Acme.Program.Main() in [[windows]]:line [[line]]",
    "rsync: [sender] change_dir \"[[spaced]]\" failed: No such file or directory (2)\nrsync error: some files could not be transferred (code 23)\nlog kept at [[foreign]] for [[tagged]]",
  ].map { Template($0) }

  static let pythonFrame = Template(
    "  File \"[[posix]]\", line [[line]], in [[word]]\n    [[word]]([[word]])"
  )
  static let nodeFrame = Template("    at [[word]] ([[posix]]:[[line]]:[[small]])")
  static let javaFrame = Template("\tat example.acme.[[word]].[[word]]([[word]].java:[[line]])")
  static let goFrame = Template("main.[[word]](0x[[address]])\n\t[[posix]]:[[line]] +0x1d")

  static let statements = [
    "SELECT [[column]], [[column]] FROM [[table]] WHERE [[column]] = '[[string]]' AND [[column]] > [[number]] LIMIT 10",
    "SELECT * FROM [[table]] WHERE lower([[column]]) LIKE '%[[string]]%' ORDER BY [[column]] DESC",
    "INSERT INTO [[table]] ([[column]], [[column]], [[column]]) VALUES ('[[string]]', [[number]], NULL), ('[[string]]', -[[number]], TRUE)",
    "UPDATE [[table]] SET [[column]] = 'O''[[string]]', [[column]] = [[number]].25 WHERE [[column]] IN ([[number]], [[number]], [[number]])",
    "-- ticket for [[comment]]\nDELETE FROM [[table]] WHERE [[column]] = '[[string]]'",
    "/* [[comment]] asked for this,\n   see mail of [[comment]] */ SELECT count(*) FROM [[table]] WHERE [[column]] BETWEEN [[number]] AND [[number]]",
    "SELECT [[column]] FROM [[table]] WHERE [[column]] = E'[[string]]\\'[[string]]\\n' OR [[column]] = N'[[string]]'",
    "SELECT $$[[string]]$$, $note$[[string]] said 'no'$note$ FROM [[table]]",
    "SELECT [[column]] FROM [[table]] WHERE [[column]] = 0x[[hexadecimal]] OR [[column]] = X'[[hexadecimal]]'",
    "SELECT [[column]] FROM [[table]] # for [[comment]]\nWHERE [[column]] = [[number]]e2",
    "COPY [[table]] FROM '/home/[[string]]/import/[[string]].csv' WITH (FORMAT csv, HEADER)",
    "WITH recent AS (SELECT [[column]], max([[column]]) AS latest FROM [[table]] WHERE [[column]] >= DATE '2026-01-01' AND owner = '[[string]]@[[string]].example' GROUP BY [[column]])\nSELECT r.[[column]], t.[[column]]\nFROM recent r JOIN [[table]] t ON t.id = r.id -- [[comment]] wants this weekly\nWHERE t.[[column]] NOT IN ('[[string]]', '[[string]]') AND t.[[column]] <> [[number]]\nORDER BY 1, 2",
    "CREATE TABLE [[table]] (id BIGINT PRIMARY KEY, [[column]] VARCHAR(64) DEFAULT '[[string]]', [[column]] NUMERIC CHECK ([[column]] < [[number]]))",
    "CALL [[word]]('[[string]]', '[[string]]', [[number]]); SELECT '[[string]]';",
    "SELECT [[column]] FROM [[table]] WHERE note = 'Grüße, [[string]] – 東京 [[string]]'",
    "SELECT [[column]] FROM [[table]] WHERE payload = '{\"name\": \"[[string]]\", \"id\": [[number]]}'",
    "SELECT [[column]] FROM [[table]] WHERE [[column]] = '[[tail]] and it goes on",
    "SELECT [[column]] /* never closed, by [[tail]]",
    "SELECT [[column]] FROM [[table]] WHERE [[column]] IS NULL GROUP BY [[column]] HAVING count(*) > 1",
    "COMMIT",
  ].map { Template($0) }

  static let words = [
    "load", "parse", "main", "resolve", "connect", "render", "compile", "handler", "run", "walk",
    "decode", "sync", "fetch", "install", "prepare", "checkout", "flush", "retry", "open", "merge",
  ]
  static let tables = [
    "users", "orders", "public.accounts", "sales_2024", "hr.people", "events", "`shop`.items", "t1",
  ]
  static let columns = [
    "id", "name", "email", "created_at", "total", "plan", "col_2", "region", "salary", "größe",
  ]
  static let errors = [
    "NotFound", "PermissionDenied", "ConnectionRefused", "Timeout", "ValueError", "TypeError",
    "SyntaxError", "OperationalError", "LinkError", "AuthError",
  ]
  static let commands = [
    "sync", "build", "lint", "run", "open", "login", "deploy", "test", "init", "status",
  ]
}
