/// What a quoted name may hold that stays.
extension SQLLexer {
  /// The most bytes between the quotes: what SQL Server and Oracle allow.
  private static let longestName = 128
  /// The most digits that words without a letter before them may have in one name: those of a year.
  private static let mostDigits = 4

  /// Whether the quoted name between the offsets is plain: words, blanks and what joins words.
  ///
  /// A server takes anything between the quotes. But a text may be quoted once more, as a JSON string
  /// or a program's literal, and then what looks like a name is a statement with its literals.
  static func isPlainName(in text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard end - start - 2 <= longestName else { return false }
    var digits = 0
    var isInWord = false
    for index in start + 1..<max(start + 1, end - 1) {
      let byte = text[index]
      switch byte {
      case ASCII.zero...ASCII.nine:
        if !isInWord { digits += 1 }
        if digits > mostDigits { return false }
      case ASCII.upperA...ASCII.upperZ, ASCII.lowerA...ASCII.lowerZ, ASCII.underscore:
        isInWord = true
      case 0x80...:
        // Bytes beyond ASCII: a letter, or nothing that stays.
        guard !byte.isContinuation else { continue }
        guard SQLScalar(in: text, at: index).kind == .letter else { return false }
        isInWord = true
      case ASCII.space, ASCII.dot, ASCII.minus, ASCII.slash, ASCII.dollar, ASCII.hash,
        ASCII.percent, ASCII.ampersand, ASCII.leftParenthesis, ASCII.rightParenthesis:
        isInWord = false
      default: return false
      }
    }
    return true
  }

  /// Whether a literal that ends at `end` may end at an escaped quote: a backslash stands before the
  /// quote, and behind it nothing that follows a literal.
  static func endsInEscape(in text: Span<UInt8>, at end: Int) -> Bool {
    guard end > 1, end < text.count, text[end - 1] == ASCII.apostrophe,
      text[end - 2] == ASCII.backslash
    else { return false }
    switch text[end] {
    case ASCII.rightParenthesis, ASCII.rightBracket, ASCII.comma, ASCII.semicolon:
      return false
    case ASCII.colon, ASCII.bar:
      return end + 1 == text.count || text[end + 1] != text[end]
    case let next:
      return !next.isSpace
    }
  }

  /// Whether a backslash stands before a double quote in the range.
  static func escapesQuote(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      if text[index] == ASCII.backslash, text[index + 1] == ASCII.quote { return true }
      index += 1
    }
    return false
  }
}
