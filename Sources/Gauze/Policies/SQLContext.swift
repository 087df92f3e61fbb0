/// What the words of a statement announce about what follows them.
struct SQLContext: Sendable {
  /// How far a phrase has come.
  private enum Phrase: UInt8 {
    case none
    /// `FROM`.
    case from
    /// `IDENTIFIED`.
    case identified
    /// `IDENTIFIED BY`, or `REPLACE` behind the password.
    case identifiedBy
    /// `IDENTIFIED BY …`.
    case identifiedByPassword
    /// `INSERT … FORMAT`.
    case format
  }

  /// What a word makes of what stands behind it.
  enum Announcement {
    case nothing
    /// The word itself is a password.
    case password
    /// The rest of the text is data.
    case data
  }

  private var phrase = Phrase.none
  private var isInsert = false
  /// Whether `FROM STDIN` was read, so that data begin with the next line.
  private(set) var awaitsData = false
  /// Whether the cursor stands between `{{` and `}}` or `{%` and `%}`.
  var isInTemplate = false

  /// Formats of data that may stand in a ClickHouse statement.
  private static let formats = WordTable(
    """
    values csv csvwithnames csvwithnamesandtypes customseparated customseparatedwithnames json \
    jsonasobject jsonasstring jsoncolumns jsoncompact jsoncompacteachrow \
    jsoneachrow jsonlines jsonobjecteachrow jsonstringseachrow lineasstring ndjson rawblob regexp \
    tabseparated tabseparatedraw tabseparatedwithnames template tskv tsv tsvraw tsvwithnames
    """
  )
  private static let by = WordTable("by")
  private static let from = WordTable("from")
  private static let stdin = WordTable("stdin")
  private static let insert = WordTable("insert")
  private static let format = WordTable("format")
  private static let replace = WordTable("replace")
  private static let identified = WordTable("identified")
  /// Words behind `IDENTIFIED BY` that are no password.
  private static let passwordWords = WordTable("password random values")

  /// Whether a name behind the cursor is a password, as `IDENTIFIED BY hunter2` has one.
  var awaitsPassword: Bool { phrase == .identifiedBy }

  /// Passes a literal, a name, or an operator that parts phrases.
  @inline(__always)
  mutating func pass() { phrase = phrase == .identifiedBy ? .identifiedByPassword : .none }

  /// Begins with the next statement, or behind the data.
  mutating func begin() {
    phrase = .none
    isInsert = false
    awaitsData = false
  }

  /// Expects data behind the line, as `\copy … FROM STDIN` announces them.
  mutating func announceData() { awaitsData = true }

  /// Passes the word between the offsets.
  mutating func pass(_ text: Span<UInt8>, from start: Int, to end: Int) -> Announcement {
    func isWord(_ words: WordTable) -> Bool { words.containsFolded(text, from: start, to: end) }
    let before = phrase
    if before == .identifiedBy, !isWord(Self.passwordWords) { return .password }
    phrase = .none
    if before == .format, isWord(Self.formats) { return .data }
    switch end - start {
    case 2 where before == .identified && isWord(Self.by): phrase = .identifiedBy
    case 4 where isWord(Self.from): phrase = .from
    case 5 where before == .from && isWord(Self.stdin): awaitsData = true
    case 6 where isWord(Self.insert): isInsert = true
    case 6 where isInsert && isWord(Self.format): phrase = .format
    case 7 where before == .identifiedByPassword && isWord(Self.replace): phrase = .identifiedBy
    case 10 where isWord(Self.identified): phrase = .identified
    default: break
    }
    return .nothing
  }
}
