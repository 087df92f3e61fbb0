internal import Gauze

/// Writes templates out, planting as it goes.
struct Filling {
  var random: SeededRandom
  var ledger: SecretLedger
  private var text = ByteBuffer()
  /// The schema's `truncate` for messages.
  private static let cut = 500
  private var event = ""

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    ledger = SecretLedger(seed: seed)
  }

  /// The text of `template` in an event of that name.
  mutating func fill(_ template: Template, event: String) -> [UInt8] {
    text.removeAll()
    self.event = event
    add(template)
    return text.bytes
  }

  private mutating func add(_ template: Template) {
    for piece in template.pieces {
      switch piece {
      case .text(let bytes): text.append(bytes)
      case .filler(let filler): add(filler)
      }
    }
  }

  private mutating func add(_ filler: Filler) {
    switch filler {
    case .posix, .home, .spaced, .foreign, .windows, .windowsSpaced, .unc, .fileURL, .relative:
      addPath(filler)
    case .email, .tagged, .idn, .mailto, .userinfo: addAddress(filler)
    case .string: plant(.letters, "sql/string")
    case .number: plant(.digits, "sql/number")
    case .hexadecimal: plant(.hexadecimal, "sql/hexadecimal")
    case .comment: plant(.letters, "sql/comment")
    case .tail: plant(.letters, "sql/unterminated")
    case .token:
      add("sk_live_")
      plant(.letters, "secret/token")
    case .ip: add("203.0.113.\(random.below(256))")
    case .phone: plant(.digits, "identifier/phone")
    case .small: add("\(1 + random.below(99))")
    case .line: add("\(1 + random.below(2000))")
    case .address: add("c000" + String(0x10000 + random.below(0xFFFF), radix: 16))
    case .word: add(random.pick(Texts.words))
    case .table: add(random.pick(Texts.tables))
    case .column: add(random.pick(Texts.columns))
    case .pythonFrames: repeated(Texts.pythonFrame)
    case .nodeFrames: repeated(Texts.nodeFrame)
    case .javaFrames: repeated(Texts.javaFrame)
    case .goFrames: repeated(Texts.goFrame)
    }
  }

  private mutating func repeated(_ frame: Template) {
    for index in 0...(3 + random.below(13)) {
      if index > 0 { add("\n") }
      add(frame)
    }
  }

  private mutating func add(_ words: String) { text.append(Array(words.utf8)) }

  /// Plants one secret; now and then it begins with a capital letter, as names do.
  private mutating func plant(_ kind: SecretKind, _ label: String, isName: Bool = false) {
    // Much of what comes late in a message is cut away, masked or not: counted apart, so that it
    // does not make masking look better.
    let isFar = event == "error" && text.count >= Self.cut
    var secret = ledger.plant(kind, isFar ? "far/" + label : label, event: event)
    if isName || (kind == .letters && random.happens(1, in: 8)) { secret[0] &-= 0x20 }
    text.append(secret)
  }

  // MARK: - Paths

  /// Each personal component is a secret of its own, so that a part of a path that stays is seen.
  private mutating func addPath(_ filler: Filler) {
    let label = "path/\(filler)"
    switch filler {
    case .home:
      add(random.pick(["/home/", "/Users/"]))
      plant(.letters, label)
    case .spaced:
      add(random.pick(["/Users/", "/home/", "/Volumes/"]))
      plant(.letters, label, isName: true)
      add(" ")
      plant(.letters, label, isName: true)
      add(random.pick(["/Documents/", "/My Projects/", "/"]))
      plant(.letters, label)
      addExtension()
    case .foreign:
      add("/home/")
      plant(.letters, label, isName: true)
      add(random.pick(["ü", "é", "ł", "名", "ñ"]))
      plant(.letters, label)
      add(random.pick(["/Schreibtisch/", "/Área/", "/プロジェクト/", "/src/"]))
      plant(.letters, label)
      addExtension()
    case .windows, .windowsSpaced:
      add(random.pick(["C:\\Users\\", "D:\\work\\", "c:\\users\\"]))
      plant(.letters, label)
      if filler == .windowsSpaced {
        add(" ")
        plant(.letters, label, isName: true)
      }
      add(random.pick(["\\AppData\\Local\\", "\\source\\repos\\", "\\"]))
      plant(.letters, label)
      addExtension()
    case .unc:
      add("\\\\")
      plant(.letters, label)
      add(random.pick(["\\share\\", "\\home$\\"]))
      plant(.letters, label)
      addExtension()
    case .fileURL:
      add("file:///home/")
      plant(.letters, label)
      add("/dist/")
      plant(.letters, label)
      addExtension()
    case .relative:
      add(random.pick(["src/", "./lib/", "../"]))
      plant(.letters, label)
      add("/")
      plant(.letters, label)
      addExtension()
    default:
      add(random.pick(["/home/", "/Users/", "/var/lib/", "/srv/", "/opt/", "/tmp/"]))
      plant(.letters, label)
      add(random.pick(["/src/", "/.cache/app/", "/work/etl/", "/node_modules/.bin/", "/"]))
      plant(.letters, label)
      addExtension()
    }
  }

  private mutating func addExtension() {
    add(random.pick([".py", ".js", ".go", ".yaml", ".sql", ".log", ".tar.gz", ".c", ".csv"]))
  }

  // MARK: - Addresses

  private mutating func addAddress(_ filler: Filler) {
    let label = "email/\(filler)"
    if filler == .mailto { add("mailto:") }
    if filler == .userinfo { add("https://") }
    plant(.letters, label)
    if filler == .tagged {
      add(random.pick(["+", ".", "_"]))
      plant(.letters, label)
    }
    if filler == .idn { add(random.pick(["é", "ö", "ß"])) }
    add("@")
    plant(.letters, label)
    if filler == .idn {
      add(random.pick(["ü", "ñ", "中"]))
      plant(.letters, label)
    }
    add(random.pick([".example", ".test", ".example", ".co.example"]))
    if filler == .mailto { add("?subject=stop") }
    if filler == .userinfo { add("/acme/app.git") }
  }
}
