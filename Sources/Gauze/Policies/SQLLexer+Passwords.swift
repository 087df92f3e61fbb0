/// Passwords that stand in a statement without quotes.
extension SQLLexer {
  /// The most bytes of a password between `/` and `@` that is known by these alone.
  private static let longestAccount = 64

  /// The bare password at the cursor, where one is awaited; nothing if white space, an operator, a
  /// quote, a comment or a word of the phrase stands there.
  ///
  /// A bare password has no grammar: `hunter2!x` goes whole, up to white space or what ends an item.
  func barePassword(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    switch text[start] {
    case ASCII.quote, ASCII.apostrophe, ASCII.backtick, ASCII.question, ASCII.equals, ASCII.comma,
      ASCII.semicolon, ASCII.leftParenthesis, ASCII.rightParenthesis, ASCII.backslash,
      ASCII.ampersand, ASCII.percent:
      return nil
    case ASCII.leftBracket where traits.contains(.bracketNames): return nil
    case ASCII.colon where start + 1 == text.count || text[start + 1].isSpace: return nil
    case ASCII.leftBrace where start + 1 < text.count:
      let next = text[start + 1]
      if next == ASCII.leftBrace || next == ASCII.percent || next == ASCII.hash { return nil }
    case 0x80...:
      let scalar = SQLScalar(in: text, at: start)
      if scalar.kind == .symbol || scalar.quotes != nil { return nil }
    case let byte where byte.isSpace: return nil
    default: break
    }
    if text[start].isWord, !text[start].isDigit {
      let word = endOfWord(in: text, from: start)
      let quote = word < text.count ? quoteAfterPrefix(in: text, from: start, to: word) : word
      if quote < text.count,
        text[quote] == ASCII.apostrophe
          || text[quote] == ASCII.quote && traits.contains(.doubleQuotedStrings)
      {
        return nil
      }
      if context.isNoPassword(text, from: start, to: word) { return nil }
    }
    let end = endOfBarePassword(in: text, from: start)
    return start < end ? literal(start, end) : nil
  }

  private func endOfBarePassword(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      let next = index + 1 < text.count ? text[index + 1] : 0
      switch byte {
      case ASCII.quote, ASCII.apostrophe, ASCII.backtick, ASCII.comma, ASCII.semicolon,
        ASCII.rightParenthesis:
        return index
      case ASCII.backslash:
        switch next {
        case ASCII.quote, ASCII.apostrophe, ASCII.backtick, ASCII.backslash, ASCII.lowerN,
          ASCII.lowerR, ASCII.lowerT:
          return index
        default: break
        }
      case ASCII.slash:
        if next == ASCII.asterisk || next == byte && traits.contains(.slashComments) {
          return index
        }
      case ASCII.hash where traits.contains(.hashComments): return index
      case ASCII.minus where next == byte:
        guard let end = endOfDashes(in: text, from: index) else { return index }
        index = end - 1
      case ASCII.leftBrace where next == ASCII.hash: return index
      case let byte where byte.isSpace: return index
      default: break
      }
      index += 1
    }
    return index
  }

  /// The end of the dashes that begin at `start`; nothing if they begin a comment.
  private func endOfDashes(in text: Span<UInt8>, from start: Int) -> Int? {
    guard traits.contains(.dashesNeedSpace) else { return nil }
    var end = start + 2
    while end < text.count, text[end] == ASCII.minus { end += 1 }
    if end == text.count || text[end] <= ASCII.space || text[end] == ASCII.delete { return nil }
    return comment(in: text, from: end) == nil ? end : nil
  }

  /// The password behind the slash at the cursor, as in `jane/hunter2@orcl`; nothing if there is none.
  ///
  /// Behind `CONNECT jane` any is; elsewhere one that an `@` with a name ends, and that holds nothing
  /// which parts the items of a statement.
  mutating func passwordBehindSlash(in text: Span<UInt8>) -> SQLToken? {
    let start = offset + 1
    guard start < text.count, offset > 0 else { return nil }
    if context.awaitsSlash, !text[start].isSpace {
      context.passSlash()
      offset = start
      return nil
    }
    if text[offset - 1] == ASCII.slash { return passwordOfURL(in: text, from: start) }
    guard text[offset - 1].isWord else { return nil }
    var end = start
    while end < text.count, end - start <= Self.longestAccount, Self.isOfAccount(text[end]) {
      end += 1
    }
    guard end > start, end + 1 < text.count, text[end] == ASCII.at,
      text[end + 1].isWord || text[end + 1] == ASCII.slash
    else { return nil }
    return literal(start, end)
  }

  /// The password in a URL's userinfo that begins at `start`, behind `//`: `jane:hunter2@db`.
  private func passwordOfURL(in text: Span<UInt8>, from start: Int) -> SQLToken? {
    guard start > 2, text[start - 3] == ASCII.colon else { return nil }
    var colon = start
    while colon < text.count, colon - start <= Self.longestAccount, Self.isOfAccount(text[colon]) {
      colon += 1
    }
    guard colon < text.count, text[colon] == ASCII.colon else { return nil }
    var end = colon + 1
    while end < text.count, end - colon <= Self.longestAccount, Self.isOfAccount(text[end]) {
      end += 1
    }
    guard end > colon + 1, end < text.count, text[end] == ASCII.at else { return nil }
    return literal(start, end)
  }

  private static func isOfAccount(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.exclamation, ASCII.hash, ASCII.percent, ASCII.caret, ASCII.asterisk, ASCII.plus,
      ASCII.minus, ASCII.dot, ASCII.tilde, ASCII.ampersand:
      true
    default: byte.isWord
    }
  }
}
