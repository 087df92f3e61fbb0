/// One canary: an invented text of which some parts are secret.
package struct CanaryText: Sendable {
  /// The whole, with what announces the secret.
  package private(set) var bytes: [UInt8] = []
  /// The parts of which no four characters in a row may be seen.
  package private(set) var secrets: [[UInt8]] = []

  mutating func add(_ text: [UInt8]) { bytes += text }

  mutating func add(secret: [UInt8]) {
    bytes += secret
    secrets.append(secret)
  }
}

/// A form in which data of a class is written.
package struct CanaryForm: Sendable {
  private enum Piece: Sendable {
    case text([UInt8])
    case secret(SecretKind, Int)
  }

  package let kind: CanaryClass
  /// Which form of the class it is, for people.
  package let name: String
  /// The text is a literal under the dialect `any` alone.
  let needsAnyDialect: Bool
  /// The secret stands in the path of a URL, which may be kept.
  let needsWholeURL: Bool
  private let pieces: [Piece]

  /// Reads `template`, in which `«kind:count»` stands for a secret.
  init(
    _ kind: CanaryClass,
    _ name: String,
    _ template: String,
    needsAnyDialect: Bool = false,
    needsWholeURL: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.needsAnyDialect = needsAnyDialect
    self.needsWholeURL = needsWholeURL
    var pieces: [Piece] = []
    for part in template.split(separator: "«", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
      if sides.count == 2 {
        let words = sides[0].split(separator: ":")
        let secret = words.first.flatMap { SecretKind(rawValue: String($0)) }
        precondition(secret != nil, "a kind of secret that is none")
        pieces.append(.secret(secret ?? .word, words.count > 1 ? Int(words[1]) ?? 7 : 7))
      }
      pieces.append(.text(Array((sides.last ?? "").utf8)))
    }
    self.pieces = pieces
  }

  /// Whether its canaries are numbers of JSON.
  var isDecimal: Bool { kind == .sqlNumber && name != "hexadecimal" }

  /// A canary of this form.
  package func make(_ random: inout CanaryRandom) -> CanaryText {
    var text = CanaryText()
    for piece in pieces {
      switch piece {
      case .text(let bytes): text.add(bytes)
      case .secret(let kind, let count): text.add(secret: kind.make(count, &random))
      }
    }
    return text
  }
}

extension CanaryForm {
  /// Every form, one class after the other.
  package static let all: [CanaryForm] = texts + urls + secrets + numbers + statements

  /// Paths, addresses of people and machines, and words.
  private static let texts: [CanaryForm] = [
    CanaryForm(.path, "posix-home", "/home/«word»/«word»/«word».sql"),
    CanaryForm(.path, "mac-home", "/Users/«word»/Documents/«word».csv"),
    CanaryForm(.path, "tilde", "~/«word»/«word».txt"),
    CanaryForm(.path, "windows", #"C:\Users\«word»\Documents\«word».docx"#),
    CanaryForm(.path, "windows-slashes", "C:/Users/«word»/«word».txt"),
    CanaryForm(.path, "unc", #"\\«word»\share\«word».xlsx"#),
    CanaryForm(.path, "file-url", "file:///home/«word»/«word».pdf"),
    CanaryForm(.path, "quoted-blanks", "\"/Users/«name» «name»/My «word»/«word».xlsx\""),
    CanaryForm(.path, "quoted-windows", #""C:\Program Files\«name» «name»\«word».ini""#),
    CanaryForm(.path, "open-blanks", "/Users/«name» «name»/«word».xlsx"),
    CanaryForm(
      .path,
      "stack-trace",
      "Error: boom\n    at run (/home/«word»/app/«word».js:10:5)\n    at /home/«word»/lib/«word».js:2:1"
    ),
    CanaryForm(
      .path,
      "python-trace",
      "Traceback:\n  File \"/home/«word»/«word».py\", line 3, in run\n  File \"/srv/«word»/«word».py\", line 9"
    ),
    CanaryForm(.path, "relative", "./«word»/«word».py"),
    CanaryForm(.path, "variable", "$HOME/«word»/«word».txt"),
    CanaryForm(.path, "windows-variable", #"%USERPROFILE%\«word»\«word».txt"#),
    CanaryForm(.path, "device", #"\\?\C:\«word»\«word».txt"#),
    CanaryForm(.path, "bucket", "s3://«word»/«word»/«word».parquet"),
    CanaryForm(.path, "position", "/Users/«word»/«word».py:10:5"),
    CanaryForm(.path, "single-quotes", "'/home/«name» «name»/«word».csv'"),
    CanaryForm(.email, "plain", "«word»@«word».example"),
    CanaryForm(.email, "tagged", "«word».«word»+«word»@«word».example"),
    CanaryForm(.email, "mailto", "mailto:«word»@«word».example"),
    CanaryForm(.email, "brackets", "<«word»@mail.«word».example>"),
    CanaryForm(.email, "quoted-local", "\"«word» «word»\"@«word».example"),
    CanaryForm(.email, "bare-host", "«word»@«word»"),
    CanaryForm(.email, "literal", "«word»@[192.0.2.17]"),
    CanaryForm(.host, "domain", "«label:8».«word».example"),
    CanaryForm(.host, "url", "https://«label:8».«word».com/status"),
    CanaryForm(.host, "key", "host=«label:9»"),
    CanaryForm(.host, "lookup", "ENOTFOUND «label:9»"),
    CanaryForm(.host, "port", "«label:8».«word».internal:5432"),
    CanaryForm(.host, "local", "«word»s-mbp.local"),
    CanaryForm(.ipv4, "plain", "«ipv4»"),
    CanaryForm(.ipv4, "port", "«ipv4»:8443"),
    CanaryForm(.host, "unknown", "Unknown host '«label:9»'"),
    CanaryForm(.host, "userless-url", "wss://«label:8».«word».example:9443/socket"),
    CanaryForm(.ipv4, "prefix", "«ipv4»/24"),
    CanaryForm(.ipv4, "url", "http://«ipv4»/x"),
    CanaryForm(.ipv6, "plain", "«ipv6»"),
    CanaryForm(.ipv6, "brackets", "[«ipv6»]:443"),
    CanaryForm(.ipv6, "zone", "fe80::«ipv6Tail»%eth0"),
    CanaryForm(.ipv6, "mapped", "::ffff:«ipv4»"),
    CanaryForm(.mac, "colons", "«mac»"),
    CanaryForm(.mac, "hyphens", "«macHyphens»"),
    CanaryForm(.mac, "dots", "«macDots»"),
    CanaryForm(.word, "word", "«word:12»"),
  ]

  /// What a URL tells beside its host; `keep: path` promises less of the first ones.
  private static let urls: [CanaryForm] = [
    CanaryForm(.url, "path", "https://app.example/«word»/«word»", needsWholeURL: true),
    CanaryForm(.url, "path-port", "wss://app.example:8443/v1/«word».json", needsWholeURL: true),
    CanaryForm(.url, "path-colons", "HTTPS://app.example/«word»:«word»;x=1", needsWholeURL: true),
    CanaryForm(.url, "query", "https://app.example/p?q=«word»&page=2"),
    CanaryForm(.url, "query-alone", "http://app.example?«word»"),
    CanaryForm(.url, "query-address", "https://192.0.2.7/p?to=«word»/«word»"),
    CanaryForm(.url, "fragment", "https://app.example/p#«word»"),
    CanaryForm(.url, "userinfo", "https://«word»@app.example/p"),
    CanaryForm(.url, "scheme", "custom+x://app.example/p?«word»=«word»"),
  ]

  private static let secrets: [CanaryForm] = [
    CanaryForm(.token, "forge", "ghp_«mixed:36»"),
    CanaryForm(.token, "cloud", "AKIA«capitals:16»"),
    CanaryForm(.token, "lab", "glpat-«mixed:20»"),
    CanaryForm(.token, "payment", "sk_live_«mixed:24»"),
    CanaryForm(.token, "model", "sk-proj-«mixed:40»"),
    CanaryForm(.token, "registry", "npm_«mixed:36»"),
    CanaryForm(.token, "map", "AIza«mixed:35»"),
    CanaryForm(.token, "bearer", "Authorization: Bearer «mixed:32»"),
    CanaryForm(.token, "basic", "Authorization: Basic «base64:28»"),
    CanaryForm(.token, "chat", "xoxb-«digits:12»-«digits:12»-«mixed:24»"),
    CanaryForm(.token, "mail", "SG.«mixed:22».«mixed:43»"),
    CanaryForm(.token, "vault", "hvs.«mixed:24»"),
    CanaryForm(
      .token,
      "hook",
      "https://hooks.slack.com/services/T«capitals:10»/B«capitals:10»/«mixed:24»"
    ),
    CanaryForm(.token, "cookie", "Cookie: session=«mixed:32»; theme=dark"),
    CanaryForm(.token, "key-header", "X-Api-Key: «mixed:32»"),
    CanaryForm(.pair, "yaml", "password: '«label:10»'"),
    CanaryForm(.pair, "xml", "<password>«label:10»</password>"),
    CanaryForm(.pair, "source", "const apiKey = \"«label:12»\""),
    CanaryForm(.pair, "curl", "curl -u «word»:«label:10» https://h.example"),
    CanaryForm(.pair, "mysql", "mysql -u root -p«label:10» shop"),
    CanaryForm(.pair, "equals", "password=«label:11»"),
    CanaryForm(.pair, "colon", "api_key: «mixed:24»"),
    CanaryForm(.pair, "json", #"{"clientSecret":"«label:12»"}"#),
    CanaryForm(.pair, "quoted", "DB_PASSWORD=\"«label:10»\""),
    CanaryForm(.pair, "option", "tool --password «label:10»"),
    CanaryForm(.pair, "query", "https://h.example/p?access_token=«mixed:20»&page=2"),
    CanaryForm(.pair, "variable", "AWS_SECRET_ACCESS_KEY=«mixed:40»"),
    CanaryForm(.connection, "postgres", "postgres://«word»:«label:10»@db.example/shop"),
    CanaryForm(.connection, "mongodb", "mongodb+srv://«word»:«label:10»@c0.example/x"),
    CanaryForm(
      .connection,
      "ado",
      "Server=db.example;User Id=app;Password=«label:10»;Encrypt=True"
    ),
    CanaryForm(.connection, "jdbc", "jdbc:mysql://db.example/x?user=app&password=«label:10»"),
    CanaryForm(
      .privateKey,
      "pem",
      "-----BEGIN RSA PRIVATE KEY-----\n«base64:64»\n«base64:64»\n«base64:40»\n-----END RSA PRIVATE KEY-----"
    ),
    CanaryForm(
      .privateKey,
      "pem-cut",
      "-----BEGIN OPENSSH PRIVATE KEY-----\n«base64:70»\n«base64:70»\n"
    ),
    CanaryForm(
      .privateKey,
      "pem-escaped",
      #"-----BEGIN PRIVATE KEY-----\n«base64:64»\n«base64:48»\n-----END PRIVATE KEY-----\n"#
    ),
    CanaryForm(
      .privateKey,
      "pgp",
      "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n«base64:64»\n«base64:64»\n=«base64:4»\n-----END PGP PRIVATE KEY BLOCK-----"
    ),
    CanaryForm(.webToken, "jwt", "eyJhbGciOiJIUzI1NiJ9.eyJ«mixed:40».«mixed:43»"),
  ]

  private static let numbers: [CanaryForm] = [
    CanaryForm(.card, "plain", "card «card»"),
    CanaryForm(.card, "blanks", "«cardSpaced»"),
    CanaryForm(.card, "hyphens", "«cardHyphens»"),
    CanaryForm(.card, "fifteen", "card «amex»"),
    CanaryForm(.iban, "plain", "«iban»"),
    CanaryForm(.iban, "blanks", "«ibanSpaced»"),
    CanaryForm(.ssn, "hyphens", "«ssn»"),
    CanaryForm(.phone, "american", "+1 «american»"),
    CanaryForm(.phone, "parentheses", "«americanParentheses»"),
    CanaryForm(.phone, "international", "«international»"),
    CanaryForm(.phone, "worded", "phone: 030 «digits:7»"),
    CanaryForm(.phone, "zeros", "0049 30 «digits:7»"),
    CanaryForm(.ssn, "worded", "SSN «digits9»"),
    CanaryForm(.arn, "bucket", "arn:aws:s3:::«word»/«word»"),
    CanaryForm(.arn, "user", "arn:aws:iam::«digits:12»:user/«word»"),
  ]

  private static let statements: [CanaryForm] = [
    CanaryForm(.sqlText, "quoted", "'«word:9»'"),
    CanaryForm(.sqlText, "doubled", "'«word»''«word»'"),
    CanaryForm(.sqlText, "blanks", "'«name» «name»'"),
    CanaryForm(.sqlText, "open", "'«word:9»"),
    CanaryForm(.sqlText, "double-quotes", "\"«word:9»\"", needsAnyDialect: true),
    CanaryForm(.sqlText, "dollars", "$$«word:9»$$", needsAnyDialect: true),
    CanaryForm(.sqlText, "escaped", "E'«word»\\'«word»'", needsAnyDialect: true),
    CanaryForm(.sqlText, "national", "N'«word:9»'", needsAnyDialect: true),
    CanaryForm(.sqlText, "bytes", "X'«hex:16»'", needsAnyDialect: true),
    CanaryForm(.sqlText, "tagged-dollars", "$t$«word:9»$t$", needsAnyDialect: true),
    CanaryForm(.sqlText, "brackets", "q'[«word:9»]'", needsAnyDialect: true),
    CanaryForm(.sqlText, "date", "DATE '«digits:4»-11-21'", needsAnyDialect: true),
    CanaryForm(.sqlNumber, "integer", "«digits:9»"),
    CanaryForm(.sqlNumber, "decimal", "«digits:5».«digits:5»"),
    CanaryForm(.sqlNumber, "long", "«digits:15»"),
    CanaryForm(.sqlNumber, "negative", "-«digits:9»"),
    CanaryForm(.sqlNumber, "fraction", "0.«digits:8»"),
    CanaryForm(.sqlNumber, "exponent", "«digits:6»e4"),
    CanaryForm(.sqlNumber, "hexadecimal", "0x«hex:12»"),
    CanaryForm(.sqlComment, "line", "-- «word» «word»\n"),
    CanaryForm(.sqlComment, "block", "/* «word» «word» */"),
    CanaryForm(.sqlComment, "open", "/* «word» «word»"),
    CanaryForm(.sqlComment, "hash", "# «word» «word»\n", needsAnyDialect: true),
  ]
}
