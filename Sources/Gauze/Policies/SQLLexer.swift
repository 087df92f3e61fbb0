/// A stretch of SQL that is more than one word, number or operator to its lexer.
package struct SQLToken: Sendable, Equatable {
  /// What a stretch is to the masker.
  package enum Kind: UInt8, Sendable {
    /// A literal, or anything that has no end.
    case literal
    /// A comment, without the line's end.
    case comment
    /// A quoted name, which stays.
    case name
  }

  /// The first byte.
  package var start: Int
  /// The byte after the last one.
  package var end: Int
  package var kind: Kind
}

/// One dialect's reading of a text: its literals, comments and quoted names, in order.
///
/// Beside the dialect's own tokens it knows what no dialect has and texts hold nevertheless: the data
/// behind `COPY … FROM STDIN`, the commands of clients, the comments of templates, the quotes of word
/// processors, and the escapes of a JSON string that was not decoded.
///
/// Goes over the text once, from left to right, and looks ahead only within the token that it
/// then takes; so the time is linear. Words, operators and parameters are passed over in silence.
package struct SQLLexer: Sendable {
  /// The dialect.
  package let traits: SQLTraits
  /// Whether quoted names that are plain are names; otherwise they are literals like the others.
  package let keepsNames: Bool
  /// Whether so far something stood where it can only stand in a text that is encoded: a backslash
  /// before a quote, outside of literals or at the end of a quoted name.
  package internal(set) var seesEscapes = false
  /// Whether so far something stood that a line feed ends: a client's command, or data.
  package internal(set) var seesLines = false
  /// Which encoded quotes no other closes from here on, a bit each.
  var unclosed: UInt8 = 0
  /// Where the next token is looked for.
  var offset = 0
  /// Where the last sequence of a terminal's colours ended.
  var colourEnd = 0
  /// What the words so far say of values without quotes.
  var report = SQLReport()
  /// What the words so far announce.
  var context = SQLContext()

  package init(_ traits: SQLTraits, keepsNames: Bool = false) {
    self.traits = traits
    self.keepsNames = keepsNames
  }

  /// The next literal, comment or quoted name, or nothing at the end of the text.
  package mutating func next(in text: Span<UInt8>) -> SQLToken? {
    while offset < text.count {
      if let token = step(in: text) {
        offset = token.end
        if token.kind == .comment { report.pass(token, in: text) } else { context.pass() }
        return token
      }
    }
    return nil
  }

  /// Reads the token at the cursor, or moves the cursor past what stays.
  @inline(__always)
  private mutating func step(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    if context.awaitsPassword, let password = barePassword(in: text) { return password }
    switch text[start] {
    case ASCII.upperA...ASCII.upperZ, ASCII.lowerA...ASCII.lowerZ, ASCII.underscore:
      return word(in: text)
    case ASCII.zero...ASCII.nine:
      return literal(start, endOfNumber(in: text, from: start))
    case ASCII.apostrophe:
      return quoted(in: text, from: start, quote: start)
    case ASCII.quote:
      return doubleQuoted(in: text)
    case ASCII.backtick where traits.contains(.backtickNames):
      let escapes = traits.contains(.backslashInBackticks)
      return name(start, endOfName(in: text, from: start, close: ASCII.backtick, escapes), in: text)
    case ASCII.leftBracket where report.phrase == .hyphen:
      if let value = boundValue(in: text) { return value }
      guard traits.contains(.bracketNames) else { break }
      return name(start, endOfName(in: text, from: start, close: ASCII.rightBracket), in: text)
    case ASCII.leftBracket where traits.contains(.bracketNames):
      return name(start, endOfName(in: text, from: start, close: ASCII.rightBracket), in: text)
    case ASCII.leftParenthesis: return leftParenthesis(in: text)
    case ASCII.rightParenthesis: return rightParenthesis(in: text)
    case ASCII.escape:
      passColour(in: text)
      return nil
    case ASCII.minus: return dashes(in: text)
    case ASCII.slash: return slash(in: text)
    case ASCII.hash: return hash(in: text)
    case ASCII.dollar: return dollar(in: text)
    case ASCII.dot: return dot(in: text)
    case ASCII.colon where traits.contains(.colonParameters):
      if startsOperand(in: text, at: start) { return parameter(in: text) }
    case ASCII.question:
      context.pass()
      if traits.contains(.questionParameters) { return parameter(in: text) }
    case ASCII.comma: context.passComma()
    case ASCII.equals: context.passEquals()
    case ASCII.ampersand, ASCII.percent: return encoded(in: text)
    case ASCII.backslash: return backslash(in: text)
    case ASCII.leftBrace: return leftBrace(in: text)
    case ASCII.rightBrace where context.isInTemplate: endTemplate(in: text)
    case ASCII.semicolon, ASCII.lineFeed: return endOfLineOrStatement(in: text)
    case 0x80...: return scalar(in: text)
    default: break
    }
    offset += 1
    return nil
  }

  /// A literal between the two offsets.
  @inline(__always)
  func literal(_ start: Int, _ end: Int) -> SQLToken {
    SQLToken(start: start, end: end, kind: .literal)
  }

  /// A quoted name if such names stay and this one is plain; else a literal. Without an end it reaches
  /// to the end of the text.
  private func name(_ start: Int, _ end: Int?, in text: Span<UInt8>) -> SQLToken {
    guard let end else { return literal(start, text.count) }
    guard keepsNames, !context.awaitsPassword, Self.isPlainName(in: text, from: start, to: end)
    else { return literal(start, end) }
    return SQLToken(start: start, end: end, kind: .name)
  }

  /// The literal whose quote stands at `quote` and whose prefix began at `start`.
  @inline(__always)
  private mutating func quoted(
    in text: Span<UInt8>,
    from start: Int,
    quote: Int
  ) -> SQLToken {
    let end = endOfString(in: text, quote: quote, prefix: start)
    guard Self.endsInEscape(in: text, at: end) else { return literal(start, end) }
    seesEscapes = true
    // `'it\\'s'`: here the backslash was escaped itself, once or twice, and nobody knows the end.
    return literal(start, traits.contains(.backslashInStrings) ? text.count : end)
  }

  /// What stands between double quotes at the cursor: a literal or a name.
  private mutating func doubleQuoted(in text: Span<UInt8>) -> SQLToken {
    let start = offset
    let escapes = traits.contains(.backslashInDoubleQuotes)
    let token =
      traits.contains(.doubleQuotedStrings) || context.isInTemplate
      ? literal(start, endOfString(in: text, quote: start, prefix: start))
      : name(start, endOfName(in: text, from: start, close: ASCII.quote, escapes), in: text)
    if !escapes, !seesEscapes { seesEscapes = Self.escapesQuote(in: text, start..<token.end) }
    return token
  }

  /// Passes over the parameter's sign at the cursor and over its number, if it has one.
  private mutating func parameter(in text: Span<UInt8>) -> SQLToken? {
    offset = endOfParameter(in: text, from: offset) ?? offset + 1
    return nil
  }

  /// Passes over a word, unless a quote follows and makes the word its prefix.
  private mutating func word(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    let end = endOfWord(in: text, from: start)
    offset = end
    let quote = end < text.count ? quoteAfterPrefix(in: text, from: start, to: end) : end
    if quote < text.count,
      text[quote] == ASCII.apostrophe
        || text[quote] == ASCII.quote && traits.contains(.doubleQuotedStrings)
    {
      return quoted(in: text, from: start, quote: quote)
    }
    return passWord(in: text, from: start, to: end)
  }

  /// The `-` at the cursor: a comment, or operators.
  private mutating func dashes(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    guard start + 1 < text.count, text[start + 1] == ASCII.minus else {
      offset = start + 1
      report.passHyphen(endingAt: offset)
      return nil
    }
    guard traits.contains(.dashesNeedSpace) else {
      return SQLToken(start: start, end: endOfDashComment(in: text, from: start), kind: .comment)
    }
    var end = start + 2
    while end < text.count, text[end] == ASCII.minus { end += 1 }
    // All dashes of a run go: two that stayed before the space that replaces the comment, or before
    // the end, would be a comment in the masked text. So do dashes that touch another comment.
    if end == text.count || text[end] <= ASCII.space || text[end] == ASCII.delete {
      return SQLToken(start: start, end: endOfLine(in: text, from: end), kind: .comment)
    }
    offset = end
    guard var comment = comment(in: text, from: end) else { return nil }
    comment.start = start
    return comment
  }

  /// The `/` at the cursor: a comment, or an operator.
  private mutating func slash(in text: Span<UInt8>) -> SQLToken? {
    let slash = offset
    if let comment = comment(in: text, from: offset) { return comment }
    if let password = passwordBehindSlash(in: text) { return password }
    offset = max(offset, slash + 1)
    return nil
  }

  /// The `#` at the cursor: a comment, part of a word, or an operator.
  private mutating func hash(in text: Span<UInt8>) -> SQLToken? {
    if let comment = comment(in: text, from: offset) { return comment }
    if traits.contains(.hashInNames) { return word(in: text) }
    offset += 1
    return nil
  }

  /// The `$` at the cursor: a dollar quote, a parameter, money, or an operator.
  private mutating func dollar(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    if traits.contains(.dollarQuotes), let end = endOfDollarQuote(in: text, from: start) {
      return literal(start, end)
    }
    guard start + 1 < text.count, text[start + 1].isDigit else {
      offset = start + 1
      return nil
    }
    if traits.contains(.dollarParameters), let end = endOfParameter(in: text, from: start) {
      offset = end
      return nil
    }
    return literal(start, endOfNumber(in: text, from: start + 1))
  }

  /// The `.` at the cursor: the start of a number, or an operator.
  private mutating func dot(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    let follows = start > 0 && (text[start - 1].isWord || text[start - 1] == ASCII.dot)
    if !follows, start + 1 < text.count, text[start + 1].isDigit {
      return literal(start, endOfNumber(in: text, from: start + 1))
    }
    offset = start + 1
    return nil
  }

  /// The scalar beyond ASCII at the cursor: a word, a number, a quote, or itself.
  private mutating func scalar(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    let scalar = SQLScalar(in: text, at: start)
    let inside = start + scalar.length
    if traits.contains(.typographicQuotes), let close = scalar.closingQuote {
      return literal(start, endOfTypographicQuote(in: text, from: inside, close: close))
    }
    if let quotes = scalar.quotes, scalar.opens || startsTypographicQuote(in: text, at: start) {
      return literal(start, endOfPastedQuote(in: text, from: inside, quotes))
    }
    switch scalar.kind {
    case .letter: return word(in: text)
    case .digit: return literal(start, endOfNumber(in: text, from: start))
    case .symbol: break
    }
    offset = inside
    return nil
  }
}
