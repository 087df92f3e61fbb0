/// What the words of a statement announce about what follows them.
struct SQLContext: Sendable {
  /// How far a phrase has come.
  private enum Phrase: UInt8 {
    case none
    /// `FROM`.
    case from
    /// `IDENTIFIED`.
    case identified
    /// `IDENTIFIED WITH`, before the name of a plugin.
    case identifiedWith
    /// `IDENTIFIED WITH p`.
    case identifiedPlugin
    /// `IDENTIFIED BY`, `IDENTIFIED WITH p AS`, or `REPLACE` behind the password.
    case identifiedBy
    /// `IDENTIFIED BY …`.
    case identifiedByPassword
    /// `IDENTIFIED BY RANDOM`.
    case random
    /// `INSERT … FORMAT`.
    case format
    /// `CREATE`, and words before what is created.
    case create
    /// `SET`.
    case set
    /// The name of a password in a statement about accounts: `ALTER USER jane PASSWORD`.
    case passwordName
    /// `SET PASSWORD FOR`.
    case passwordFor
    /// `PRAGMA`.
    case pragma
    /// `CONNECT`.
    case connect
    /// `CONNECT jane`.
    case connectUser
  }

  private var phrase = Phrase.none
  private var isInsert = false
  private var isUpdate = false
  /// Whether the statement makes or changes accounts, keys or links, so that `PASSWORD` names a password
  /// and no column.
  private var isAboutAccounts = false
  /// Whether `FROM STDIN` was read, so that data begin with the next line.
  private(set) var awaitsData = false
  /// Whether the cursor stands between `{{` and `}}` or `{%` and `%}`.
  var isInTemplate = false

  /// Whether what stands at the cursor is a password, as behind `IDENTIFIED BY`.
  var awaitsPassword: Bool { phrase == .identifiedBy || phrase == .passwordName }

  /// Whether a password stands behind a slash at the cursor: `CONNECT jane/hunter2`.
  var awaitsSlash: Bool { phrase == .connectUser }

  /// Passes a literal or a quoted name.
  mutating func pass() {
    phrase =
      switch phrase {
      case .identifiedBy: .identifiedByPassword
      case .identifiedWith: .identifiedPlugin
      case .passwordFor: .passwordFor
      case .connect: .connectUser
      default: .none
      }
  }

  /// Passes a comma, which parts phrases.
  @inline(__always)
  mutating func passComma() { phrase = phrase == .identifiedBy ? .identifiedByPassword : .none }

  /// Passes `=`, which stands before a password too.
  @inline(__always)
  mutating func passEquals() {
    switch phrase {
    case .identifiedBy, .passwordName: break
    case .passwordFor: phrase = .passwordName
    default: phrase = .none
    }
  }

  /// Passes the slash between an account and its password.
  mutating func passSlash() { phrase = .identifiedBy }

  /// Begins with the next statement, or behind the data.
  mutating func begin() {
    phrase = .none
    isInsert = false
    isUpdate = false
    isAboutAccounts = false
    awaitsData = false
  }

  /// Expects data behind the line, as `\\copy … FROM STDIN` announces them.
  mutating func announceData() { awaitsData = true }

  /// Whether a word that stands where a password is awaited is none.
  func isNoPassword(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    let words = phrase == .identifiedBy ? SQLPhrases.noPasswords : SQLPhrases.noValues
    return words.containsFolded(text, from: start, to: end)
      || SQLPhrases.beforePasswords.containsFolded(text, from: start, to: end)
  }

  /// Passes the word between the offsets, and says whether the rest of the text is data.
  mutating func pass(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    func isWord(_ words: WordTable) -> Bool { words.containsFolded(text, from: start, to: end) }
    let before = phrase
    phrase = .none
    switch before {
    case .format where isWord(SQLPhrases.formats): return true
    case .from where isWord(SQLPhrases.stdin): awaitsData = true
    case .identified where isWord(SQLPhrases.with): phrase = .identifiedWith
    case .identified where isWord(SQLPhrases.by): phrase = .identifiedBy
    case .identifiedWith: phrase = .identifiedPlugin
    case .identifiedPlugin where isWord(SQLPhrases.beforeHashes): phrase = .identifiedBy
    case .identifiedByPassword where isWord(SQLPhrases.replace): phrase = .identifiedBy
    case .identifiedByPassword where isWord(SQLPhrases.or): phrase = .identifiedWith
    case .identifiedBy where isWord(SQLPhrases.random): phrase = .random
    case .identifiedBy where isWord(SQLPhrases.beforePasswords): phrase = .identifiedBy
    case .passwordName where isWord(SQLPhrases.for): phrase = .passwordFor
    case .passwordName where isWord(SQLPhrases.beforePasswords): phrase = .passwordName
    case .passwordFor: phrase = isWord(SQLPhrases.to) ? .passwordName : .passwordFor
    case .create where isWord(SQLPhrases.accounts): isAboutAccounts = true
    case .create where isWord(SQLPhrases.kinds): phrase = .create
    case .set where !isUpdate && isWord(SQLPhrases.password):
      isAboutAccounts = true
      phrase = .passwordName
    case .pragma where isWord(SQLPhrases.pragmaKeys): phrase = .passwordName
    case .connect where !isWord(SQLPhrases.notAccounts): phrase = .connectUser
    case .random: break
    default: begin(with: text, from: start, to: end)
    }
    return false
  }

  /// Begins a phrase with the word between the offsets, if it begins one.
  private mutating func begin(with text: Span<UInt8>, from start: Int, to end: Int) {
    func isWord(_ words: WordTable) -> Bool { words.containsFolded(text, from: start, to: end) }
    if isAboutAccounts, isWord(SQLPhrases.passwordNames) {
      phrase = .passwordName
      return
    }
    switch end - start {
    case 3 where isWord(SQLPhrases.set): phrase = .set
    case 4 where isWord(SQLPhrases.from): phrase = .from
    case 4 where isWord(SQLPhrases.connect): phrase = .connect
    case 6 where isWord(SQLPhrases.pragma): phrase = .pragma
    case 6 where isWord(SQLPhrases.insert): isInsert = true
    case 6 where isWord(SQLPhrases.update): isUpdate = true
    case 6 where isInsert && isWord(SQLPhrases.format): phrase = .format
    case 4...6 where isWord(SQLPhrases.create): phrase = .create
    case 7 where isWord(SQLPhrases.connect): phrase = .connect
    case 10 where isWord(SQLPhrases.identified): phrase = .identified
    default: break
    }
  }
}
