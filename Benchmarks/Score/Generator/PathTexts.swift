/// Texts with paths in them: errors, traces and logs.
let pathSheet = #"""
  @ node-enoent
  Error: ENOENT: no such file or directory, open '«path.q»'
  @ node-enoent-stack
  Error: ENOENT: no such file or directory, open '«path.q.json»'
      at Object.openSync (node:fs:«n3»:«n2»)
      at «fnname» («path.posix.js»:«n»:«n2»)
      at node:internal/main/run_main_module:«n2»:«n2»
  @ v8-stack
  «jerr»: Cannot read properties of undefined (reading 'length')
      at «fnname» («path.posix.ts»:«n»:«n2»)
      at async «fnname» («path.posix.ts»:«n»:«n2»)
      at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
  @ v8-file-url
  «jerr»: «fnname» is not a function
      at «path.file.mjs»:«n»:«n2»
      at ModuleJob.run (node:internal/modules/esm/module_job:«n3»:«n2»)
  @ node-module-missing
  Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'lodash' imported from «path.posix.mjs»
  @ node-require-stack
  Error: Cannot find module './«?queue|cache|pool»'
  Require stack:
  - «path.posix.js»
  - «path.posix.js»
  @ npm-err-path
  npm ERR! code ENOENT
  npm ERR! syscall open
  npm ERR! path «path.any.json»
  npm ERR! errno -2
  @ npm-debug-log
  npm error A complete log of this run can be found in: «path.posix.log»
  @ eslint-output
  «path.posix.ts»
    «n»:«n2»  error  Unexpected any  @typescript-eslint/no-explicit-any
  @ tsc-relative
  «path.rel.ts»(«n»,«n2»): error TS2345: Argument of type 'string' is not assignable
  @ webpack-error
  ERROR in «path.rel.tsx» «n»:«n2»
  Module not found: Can't resolve 'react-dom/client'
  @ jest-fail
  FAIL «path.rel.spec»
    ● renders twice «adverb»
      at Object.<anonymous> («path.rel.js»:«n»:«n2»)
  @ python-traceback
  Traceback (most recent call last):
    File "«path.posix.py»", line «n», in <module>
      «snakefn»(batch)
    File "«path.posix.py»", line «n», in «snakefn»
      raise «pyerr»("unexpected end of stream")
  «pyerr»: unexpected end of stream
  @ python-spaced-traceback
    File "«q/path.space.py»", line «n», in «snakefn»
  «pyerr»: not enough values to unpack (expected 3, got 2)
  @ python-filenotfound
  FileNotFoundError: [Errno 2] No such file or directory: '«path.q.csv»'
  @ python-permission
  PermissionError: [Errno 13] Permission denied: '«json/path.win»'
  @ python-warning
  «path.posix.py»:«n»: DeprecationWarning: utcnow() is deprecated
  @ pytest-short
  FAILED «path.rel.py»::test_rounding - AssertionError: assert 3 == 4
  @ pip-editable
  ERROR: «path.dir» does not appear to be a Python project: neither 'setup.py' nor pyproject found
  @ jupyter-cell
  OSError: cannot read notebook «path.space.ipynb»
  @ java-nosuchfile
  java.nio.file.NoSuchFileException: «path.any.properties»
  	at java.base/sun.nio.fs.UnixException.translateToIOException(UnixException.java:«n»)
  	at java.base/java.lang.Thread.run(Thread.java:«n3»)
  @ java-jar-url
  Caused by: «exc»: cannot load resource jar:«path.file.jar»!/BOOT-INF/classes/
  	at «class».load(Unknown Source)
  @ java-accessdenied-win
  java.nio.file.AccessDeniedException: «path.win.lck»
  @ gradle-fail
  * Where:
  Build file '«path.q.gradle»' line: «n»
  * What went wrong:
  A problem occurred evaluating root project.
  @ maven-fail
  [ERROR] «path.posix.java»:[«n»,«n2»] cannot find symbol
  [ERROR]   symbol:   class Optional
  @ kotlin-warning
  w: «path.file.kt»:«n»:«n2» Parameter 'index' is never used
  @ go-panic
  panic: runtime error: index out of range [«n2»] with length «n2»

  goroutine 1 [running]:
  main.«fnname»(0xc000012345, «hex8»)
  	«path.posix.go»:«n» +0x1d
  exit status 2
  @ go-build
  «path.rel.go»:«n»:«n2»: undefined: ctx
  @ go-open
  open «path.any.yaml»: no such file or directory
  @ go-embed-log
  level=error msg="read config" err="open «path.posix.toml»: permission denied" attempt=3/5
  @ rust-panic
  thread 'main' panicked at «path.rel.rs»:«n»:«n2»:
  called `Option::unwrap()` on a `None` value
  note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
  @ rust-backtrace
     4: core::result::unwrap_failed
     5: ingest::main
               at «path.posix.rs»:«n»:«n2»
  @ cargo-error
  error[E0308]: mismatched types
    --> «path.rel.rs»:«n»:«n2»
  @ cargo-manifest
  error: failed to parse manifest at `«path.q.toml»`
  @ swift-crash
  Fatal error: Unexpectedly found nil while unwrapping an Optional value: file «path.posix.swift», line «n»
  @ swift-build
  «path.posix.swift»:«n»:«n2»: error: cannot convert value of type 'Int' to expected type
  @ csharp-frame
  System.NullReferenceException: Object reference not set to an instance of an object.
     at Worker.Program.Main(String[] args) in «path.win.cs»:line «n»
  @ csharp-frame-spaced
     at Worker.Queue.Drain() in «path.winspace.cs»:line «n»
     at System.Threading.Tasks.Task.Execute()
  @ csharp-notfound
  System.IO.FileNotFoundException: Could not find file '«path.win.xml»'.
  @ dotnet-restore
  «path.win.csproj» : error NU1101: Unable to find package Serilog.
  @ msbuild-unc
  MSB3021: Unable to copy file to "«q/path.unc.dll»". Access is denied.
  @ ruby-loaderror
  «path.posix.rb»:«n»:in `require': cannot load such file -- bigdecimal (LoadError)
  	from «path.posix.rb»:«n»:in `<main>'
  @ rails-template
  ActionView::Template::Error (undefined method `name' for nil):
  «path.rel.rb»:«n»:in `index'
  @ php-fatal
  PHP Fatal error:  Uncaught TypeError: array_map(): Argument #2 must be of type array in «path.posix.php»:«n»
  Stack trace:
  #0 «path.posix.php»(«n»): render()
  #1 {main}
  @ php-warning
  PHP Warning:  include(): Failed opening '«path.q.php»' for inclusion on line «n»
  @ elixir-error
  ** (File.Error) could not read file "«path.q.exs»": no such file or directory
  @ dbt-compile
  Compilation Error in model orders («path.rel.sql»)
    Model depends on a node named 'raw_events' which was not found
  @ dbt-profiles
  Runtime Error
    Could not find profiles.yml at «path.home.yml»
  @ dbt-database-error
  Database Error in model daily («path.rel.sql»)
    column "amount" does not exist, line «n»
    compiled code at «path.rel.sql»
  @ sqlfluff
  == [«path.rel.sql»] FAIL
  L:  «n2» | P:  «n2» | LT01 | Expected only single space before naked identifier.
  @ airflow-import
  Broken DAG: [«path.posix.py»] «pyerr»: name 'task' is not defined
  @ spark-missing
  org.apache.spark.sql.AnalysisException: Path does not exist: «path.file.parquet»
  @ psql-copy
  psql: error: «path.any.sql»:«n»: ERROR:  syntax error at or near "FROM"
  @ sqlite-open
  sqlite3.OperationalError: unable to open database file: «path.home.db»
  @ duckdb-io
  IO Error: No files found that match the pattern "«q/path.space.parquet»"
  @ git-clone-dest
  fatal: destination path '«path.q.d»' already exists and is not an empty directory.
  @ git-safe-directory
  fatal: detected dubious ownership in repository at '«path.dir»'
  To add an exception for this directory, call git config --global --add safe.directory «again»
  @ git-hook
  hint: The '«path.posix.sh»' hook was ignored because it's not set as executable.
  @ git-worktree
  Preparing worktree (detached HEAD «hash7») at «path.up.d»
  @ docker-mount
  docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: «path.posix.conf».
  @ docker-win-volume
  docker run -v «path.win.d»:/data -p 8080:80 nginx:«ver2»
  @ docker-copy
  COPY failed: file not found in build context: stat «path.rel.txt»: file does not exist
  @ compose-env
  Couldn't find env file: «path.posix.env»
  @ kubectl-config
  error: error loading config file "«path.home.yaml»": yaml: line «n»: mapping values are not allowed
  @ terraform-file
  │ Error: Invalid function argument
  │   on «path.rel.tf» line «n», in resource "aws_iam_policy" "this":
  │ no file exists at "«path.up.json»"
  @ terraform-plugin
  Error: Could not load plugin: open «path.env.hcl»: no such file or directory
  @ ansible-task
  fatal: [node1]: FAILED! => {"changed": false, "msg": "Could not find or access '«path.q.j2»'"}
  @ make-error
  make: *** [«path.rel.mk»:«n»: build] Error 2
  @ gcc-include
  «path.posix.c»:«n»:«n2»: fatal error: zlib.h: No such file or directory
  @ clang-note
  In file included from «path.up.h»:«n2»:
  «path.rel.cpp»:«n»:«n2»: note: candidate function not viable
  @ ld-missing
  ld: warning: directory not found for option '-L«path.dir»'
  @ env-path-list
  PATH=«path.dir»:«path.dir»:«~/usr/local/bin:/usr/bin»
  @ env-pythonpath
  PYTHONPATH=«path.home.egg»:«path.dir» python -m ingest --workers 4
  @ classpath
  java -cp «path.posix.jar»:«path.posix.jar» «class» --mode batch/stream
  @ win-path-list
  Path=«path.win.d»;«path.win.d»;«~C:\Windows\System32»
  @ windows-userprofile
  Log written to «path.env.log» («size»)
  @ windows-extended
  The filename or extension is too long: «path.ext.dat»
  @ windows-unc-offline
  The network path «path.unc.xlsx» is no longer available
  @ windows-spaced-prose
  Could not save «path.winspace.xlsx» because it is read-only
  @ mac-spaced-prose
  The document «path.space.xlsx» could not be opened
  @ mac-spaced-log
  saved draft to «path.space.json» in «dur»
  @ quoted-double
  cannot open "«path.q»": permission denied
  @ quoted-backtick
  could not find `«path.q.yml»` in any search root
  @ unicode-path
  Datei nicht gefunden: «path.uni.csv» (Fehler 2)
  @ unicode-quoted
  unable to stat '«q/path.uni.json»': «code»
  @ vscode-uri
  [error] Unable to write file 'vscode-userdata:«path.posix.json»' (Unknown (FileSystemError))
  @ lsp-uri
  {"method":"textDocument/didOpen","params":{"uri":"«path.file.rs»","version":«n»}}
  @ percent-query
  «route»?file=«pctall/path.posix.csv» «proto» «status»
  @ json-log-path
  {"level":"error","file":"«json/path.win.log»","line":«n»,"msg":"open failed"}
  @ json-escaped-slash
  {"error":"ENOENT","path":"«jsonx/path.posix.json»","errno":-2}
  @ json-unicode-escape
  {"msg":"missing","target":"«jsonx/path.uni.txt»"}
  @ logfmt-path
  ts=«iso» level=warn caller=loader.go:«n» msg="skipping file" path=«path.any.json» size=«n4»
  @ wsl-path
  wslpath: «path.wsl.txt»: Invalid argument
  @ tilde-prose
  Delete «path.home.toml» and/or run init again
  @ env-home-prose
  config resolved to «path.env.yaml», version «ver»
  @ up-import
  Relative imports outside of src/ are not supported: «path.up.ts»
  @ systemd-exec
  «syslog» node1 systemd[1]: «svc».service: Failed at step EXEC spawning «path.posix.sh»: Exec format error
  @ nginx-open
  «ctime» [error] «n2»#0: *«n4» open() "«path.q.html»" failed (2: No such file or directory)
  @ apache-denied
  [client denied] AH01630: server configuration: «path.posix.htaccess»
  @ ci-cache
  ##[error]Path Validation Error: Path(s) specified in the action for caching do(es) not exist: «path.dir»
  @ ci-artifact
  Uploading artifacts... «path.posix.xml»: found «n» matching files
  @ rsync
  rsync: [sender] change_dir "«q/path.space.d»" failed: No such file or directory (2)
  @ tar-error
  tar: «path.rel.tar.gz»: Cannot open: No such file or directory
  @ ssh-key-perms
  Permissions 0644 for '«path.q.pem»' are too open.
  @ lint-many
  «path.rel.css»: 3/12 rules failed
  «path.rel.html»: 1/12 rules failed
  @ home-root
  cd: «path.root»: Permission denied
  @ user-sentence
  We could not read «path.any.csv». Check that the file is UTF-8 and try again.
  @ user-sentence-quoted
  The import of “«path.q.xlsx»” stopped at row «n4»; «n» rows were skipped.
  @ xcode-derived
  error: Build input file cannot be found: '«path.q.plist»' (in target 'App')
  @ bazel
  ERROR: «path.posix.bzl»:«n»:«n2»: no such target '//tools:lint'
  @ poetry
  The currently activated Python version «ver» is not supported by «path.posix.toml»
  @ r-error
  Error in file(file, "rt") : cannot open file '«path.q.csv»'
  @ log4j-appender
  «ctime» main «lvl» Unable to create file «path.win.log» «exc»: Access is denied
  @ strace-line
  openat(AT_FDCWD, "«path.posix.so»", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such file or directory)
  @ angle-path
  skipped <«path.posix.md»> (binary), kept «n»/«n3»
  @ bracket-path
  [«path.posix.yml»] mapping values are not allowed here
  @ equals-path
  --config=«path.any.json» --threads=«n2» --mode=read/write
  @ colon-path
  config:«path.posix.json» overrides:n/a
  @ arrow-path
  «path.rel.csv» -> «path.up.parquet» («size», «pct»)
  @ json-double-escaped
  payload="{\"file\":\"«json/json/path.win.cfg»\",\"line\":«n»}"
  @ html-path
  &lt;pre&gt;cannot open «html/path.posix.php» &lt;/pre&gt; after «dur»
  @ extended-quoted
  System.UnauthorizedAccessException: Access to the path '«path.ext.json»' is denied.
  @ unc-json
  {"target":"«json/path.unc.bak»","ok":false,"try":"2/3"}
  @ unc-copy
  copy «path.unc.bak» -> «path.win.bak» failed (0x80070035)
  @ unicode-frame
  «jerr»: «fnname» is not iterable
      at «fnname» («path.uni.ts»:«n»:«n2»)
  @ wsl-frame
    File "«path.wsl.py»", line «n», in «snakefn»
  «pyerr»: division by zero
  @ spaced-equals
  batch=«n» rows=«n4» input=«path.space.csv»
  @ env-braces-json
  {"cache":"«json/path.env.bin»","hits":"«n»/«n4»"}
  """#
