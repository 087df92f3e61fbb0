/// A backslash outside of literals: no dialect has one there. Clients take it for a command, and a text
/// that was quoted once more is full of them.
extension SQLLexer {
  /// Commands of psql whose rest of the line is data, a file or an account. Not `\f`: it tells a
  /// separator only, and is the escape of a form feed, behind which a number may stand.
  private static let commands = WordTable(
    """
    ! C H T bind c cd connect copy e echo edit elif encoding g getenv gexec gset gx i if include \
    include_relative ir lo_export lo_import lo_list o out password prompt pset qecho s set setenv w \
    warn write
    """
  )
  private static let copy = WordTable("copy")
  private static let stdin = WordTable("stdin")

  /// What a character is that an escape names.
  private enum Escaped {
    /// A quote.
    case quote
    /// An operator or white space.
    case structure
    /// What may begin a comment, a name or a dollar quote.
    case opening
    /// A letter, a digit, or anything else.
    case other
  }

  /// The backslashes at the cursor, with what they escape.
  mutating func backslash(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    var end = start + 1
    while end < text.count, text[end] == ASCII.backslash { end += 1 }
    offset = end
    guard end < text.count else { return nil }
    switch text[end] {
    case ASCII.quote, ASCII.apostrophe, ASCII.backtick:
      seesEscapes = true
      return nil
    case ASCII.lowerU, ASCII.lowerX, ASCII.zero, ASCII.one:
      if let escape = Self.escape(in: text, at: end) {
        return token(escape.value, in: text, from: start, to: escape.end)
      }
    default: break
    }
    if end == start + 1, let rest = restOfCommand(in: text, from: end) { return rest }
    switch text[end] {
    case ASCII.lowerB, ASCII.lowerF, ASCII.lowerN, ASCII.lowerR, ASCII.lowerT:
      offset = max(offset, end + 1)
    default: break
    }
    return nil
  }

  /// What stands behind the command that begins at `start`, up to the end of the line.
  private mutating func restOfCommand(in text: Span<UInt8>, from start: Int) -> SQLToken? {
    var end = start + 1
    if text[start].isASCIIWord {
      while end < text.count, text[end].isASCIIWord { end += 1 }
    }
    guard Self.commands.contains(text, from: start, to: end) else { return nil }
    seesLines = true
    var last = end
    while last < text.count, text[last] != ASCII.lineFeed { last += 1 }
    if Self.copy.contains(text, from: start, to: end) {
      var word = end
      while word < last {
        var next = word
        while next < last, text[next].isASCIIWord { next += 1 }
        if Self.stdin.containsFolded(text, from: word, to: next) { context.announceData() }
        word = max(next, word + 1)
      }
    }
    while last > end, text[last - 1].isSpace { last -= 1 }
    offset = end
    return dataToken(in: text, from: end, to: last, unless: nil)
  }

  /// The token that the escape between the offsets begins; nothing, and the cursor behind it, if it is
  /// structure.
  private mutating func token(
    _ value: UInt32,
    in text: Span<UInt8>,
    from start: Int,
    to end: Int
  ) -> SQLToken? {
    switch Self.kind(value) {
    case .structure:
      offset = end
      return nil
    case .opening:
      return literal(start, text.count)
    case .quote:
      // `q'|it's|'` has a delimiter of its own.
      if start > 0, text[start - 1].lowercased == ASCII.lowerQ { return literal(start, text.count) }
      return literal(start, endOfEscapedQuote(in: text, from: end, value))
    case .other:
      var last = end
      while last < text.count {
        if text[last].isWord {
          last += 1
        } else if text[last] == ASCII.backslash, let next = Self.escape(in: text, at: last + 1),
          case .other = Self.kind(next.value)
        {
          last = next.end
        } else {
          break
        }
      }
      return literal(start, last)
    }
  }

  /// The end of the literal in quotes that are written as escapes; a doubled one goes on.
  private func endOfEscapedQuote(in text: Span<UInt8>, from start: Int, _ value: UInt32) -> Int {
    // What opens and what closes a pair of typographic quotes differ.
    let isTypographic = value > 0x7F
    var index = start
    while index < text.count {
      // An escaped backslash before the quote: whether that escapes the quote, the dialect says.
      if index + 1 < text.count, text[index] == ASCII.backslash,
        text[index + 1] == ASCII.backslash
      {
        index += 2
        if index < text.count, text[index] == ASCII.backslash,
          let escape = Self.escape(in: text, at: index + 1), escape.value == value
        {
          return text.count
        }
        continue
      }
      guard text[index] == ASCII.backslash, let escape = Self.escape(in: text, at: index + 1),
        escape.value == value || isTypographic && Self.kind(escape.value) == .quote
      else {
        index += 1
        continue
      }
      index = escape.end
      guard index < text.count, text[index] == ASCII.backslash,
        let next = Self.escape(in: text, at: index + 1), next.value == value
      else { return index }
      index = next.end
    }
    return text.count
  }

  /// The character that `u0027` or `x27` at `start` names, and where that ends.
  private static func escape(in text: Span<UInt8>, at start: Int) -> (value: UInt32, end: Int)? {
    guard start < text.count else { return nil }
    if text[start] == ASCII.lowerU, let braced = bracedEscape(in: text, at: start) { return braced }
    let count: Int
    switch text[start] {
    case ASCII.lowerU: count = 4
    case ASCII.lowerX: count = 2
    case ASCII.zero, ASCII.one: return octalQuote(in: text, at: start)
    default: return nil
    }
    guard start + count < text.count else { return nil }
    var value: UInt32 = 0
    for index in start + 1...start + count {
      guard text[index].isHexDigit else { return nil }
      value = value << 4 | UInt32(text[index].hexValue)
    }
    return (value, start + 1 + count)
  }

  /// The quote that `047`, `042` or `140` at `start` names, and where that ends; other octal numbers
  /// are numbers.
  private static func octalQuote(
    in text: Span<UInt8>,
    at start: Int
  ) -> (value: UInt32, end: Int)? {
    guard start + 3 <= text.count else { return nil }
    let digits = text.extracting(start..<start + 3)
    let quote: UInt8? =
      digits.equals("047")
      ? ASCII.apostrophe
      : digits.equals("042") ? ASCII.quote : digits.equals("140") ? ASCII.backtick : nil
    return quote.map { (UInt32($0), start + 3) }
  }

  /// The character that `u{27}` at `start` names, and where that ends.
  private static func bracedEscape(
    in text: Span<UInt8>,
    at start: Int
  ) -> (value: UInt32, end: Int)? {
    guard start + 1 < text.count, text[start + 1] == ASCII.leftBrace else { return nil }
    var value: UInt32 = 0
    var end = start + 2
    while end < text.count, end - start <= 7, text[end].isHexDigit {
      value = value << 4 | UInt32(text[end].hexValue)
      end += 1
    }
    guard end > start + 2, end < text.count, text[end] == ASCII.rightBrace else { return nil }
    return (value, end + 1)
  }

  private static func kind(_ value: UInt32) -> Escaped {
    if value >= 0x80 {
      return (0x2018...0x201F).contains(value) ? .quote : .other
    }
    let byte = UInt8(truncatingIfNeeded: value)
    switch byte {
    case ASCII.quote, ASCII.apostrophe, ASCII.backtick: return .quote
    case ASCII.ampersand, ASCII.less, ASCII.greater, ASCII.equals, ASCII.plus, ASCII.comma,
      ASCII.dot, ASCII.semicolon, ASCII.colon, ASCII.leftParenthesis, ASCII.rightParenthesis,
      ASCII.asterisk, ASCII.exclamation, ASCII.bar:
      return .structure
    case _ where byte.isSpace: return .structure
    case _ where byte.isAlphanumeric || byte == ASCII.underscore: return .other
    default: return .opening
    }
  }
}
