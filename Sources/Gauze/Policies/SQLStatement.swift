/// Statements of SQL in a text of which no name says that it holds one.
///
/// A statement is told by its verb and by a later word that goes with it: `UPDATE … SET`. The verb stands
/// where a statement can begin, or is written in capitals. What touches `<` or `>` may touch a placeholder
/// and counts for nothing, so that masking makes no statement of what was none.
package enum SQLStatement {
  /// What a verb waits for.
  private struct Awaited: OptionSet {
    let rawValue: UInt8
    static let from = Awaited(rawValue: 1 << 0)
    static let into = Awaited(rawValue: 1 << 1)
    static let set = Awaited(rawValue: 1 << 2)
    static let kind = Awaited(rawValue: 1 << 3)
    static let target = Awaited(rawValue: 1 << 4)
    static let `as` = Awaited(rawValue: 1 << 5)
  }

  /// Whether a statement stands in `text`. Complexity: O(`text.count`).
  package static func stands(in text: Span<UInt8>) -> Bool {
    var awaited: Awaited = []
    // Whether a statement can begin here: at the start, or behind a quote, a bracket or a sign.
    var isOpen = true
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard byte.isWord else {
        if !byte.isSpace { isOpen = opens(byte) }
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index].isWord { index += 1 }
      let touches =
        start > 0 && text[start - 1] == ASCII.greater
        || index < text.count && text[index] == ASCII.less
      if !touches {
        if satisfies(text, start, index, awaited) { return true }
        let isVerb = isOpen || isCapital(text, start, index)
        if isVerb {
          let next = verb(text, start, index)
          awaited.formUnion(next)
          if next.contains(.from), startsValue(text, behind: index) { return true }
          if callVerbs.containsFolded(text, from: start, to: index), calls(text, behind: index) {
            return true
          }
        }
      }
      isOpen = isOpen && preludes.containsFolded(text, from: start, to: index)
    }
    return false
  }

  private static func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.quote, ASCII.apostrophe, ASCII.backtick, ASCII.leftParenthesis, ASCII.semicolon,
      ASCII.equals, ASCII.colon, ASCII.asterisk, ASCII.slash, ASCII.minus, ASCII.leftBrace:
      true
    default: false
    }
  }

  private static func isCapital(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end where !text[index].isUppercase { return false }
    return true
  }

  private static func verb(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Awaited {
    func isWord(_ words: WordTable) -> Bool { words.containsFolded(text, from: start, to: end) }
    if isWord(queries) { return .from }
    if isWord(inserts) { return .into }
    if isWord(updates) { return .set }
    if isWord(definitions) { return .kind }
    if isWord(transfers) { return .target }
    return isWord(with) ? .as : []
  }

  private static func satisfies(
    _ text: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ awaited: Awaited
  ) -> Bool {
    if awaited.isEmpty { return false }
    func isWord(_ words: WordTable) -> Bool { words.containsFolded(text, from: start, to: end) }
    return awaited.contains(.from) && isWord(from) || awaited.contains(.into) && isWord(into)
      || awaited.contains(.set) && isWord(set) || awaited.contains(.kind) && isWord(kinds)
      || awaited.contains(.target) && isWord(targets) || awaited.contains(.as) && isWord(`as`)
  }

  /// Whether a value stands behind `SELECT` or `DELETE`: `SELECT 'Jane'`.
  private static func startsValue(_ text: Span<UInt8>, behind end: Int) -> Bool {
    var index = end
    while index < text.count, text[index].isSpace { index += 1 }
    guard index < text.count, index > end || !text[index].isWord else { return false }
    let byte = text[index]
    return byte == ASCII.apostrophe || byte == ASCII.quote || byte == ASCII.asterisk
      || byte == ASCII.question
      || byte.isDigit
  }

  /// Whether a name and then an argument stand behind `CALL` or `EXEC`: `EXEC p 'Jane'`.
  private static func calls(_ text: Span<UInt8>, behind end: Int) -> Bool {
    var index = end
    while index < text.count, text[index].isSpace { index += 1 }
    let name = index
    while index < text.count, text[index].isWord || text[index] == ASCII.dot { index += 1 }
    guard index > name else { return false }
    while index < text.count, text[index].isSpace { index += 1 }
    guard index < text.count else { return false }
    let byte = text[index]
    return byte == ASCII.leftParenthesis || byte == ASCII.apostrophe || byte == ASCII.at
      || byte == ASCII.question
  }

  private static let callVerbs = WordTable("call exec execute")
  private static let preludes = WordTable("explain analyze verbose begin then sql statement query")
  private static let queries = WordTable("select delete sel replicate unload")
  private static let inserts = WordTable("insert merge replace upsert")
  private static let updates = WordTable("update")
  private static let definitions = WordTable(
    "create alter drop truncate rename comment declare exec execute call set grant revoke pragma use"
  )
  private static let transfers = WordTable("copy load put get attach connect")
  private static let with = WordTable("with")
  private static let from = WordTable("from")
  private static let into = WordTable("into using overwrite")
  private static let set = WordTable("set")
  private static let targets = WordTable("from to infile inpath data database")
  private static let `as` = WordTable("as")
  private static let kinds = WordTable(
    """
    table view user role login database schema index procedure function trigger sequence type \
    column password session immediate sp_executesql sp_addlogin values on int varchar nvarchar \
    identified server mapping credential warehouse stage
    """
  )
}
