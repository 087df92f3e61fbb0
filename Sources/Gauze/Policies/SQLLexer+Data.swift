/// What stands in a text beside statements: data, templates.
extension SQLLexer {
  /// Passes over the word between the offsets, unless it announces what must go.
  mutating func passWord(in text: Span<UInt8>, from start: Int, to end: Int) -> SQLToken? {
    guard context.pass(text, from: start, to: end) else {
      return reported(in: text, from: start, to: end)
    }
    var data = text.count
    while data > end, text[data - 1].isSpace { data -= 1 }
    return dataToken(in: text, from: end, to: data, unless: ASCII.semicolon)
  }

  /// The `;` or line feed at the cursor: behind `FROM STDIN` the lines up to `\.`, or to the end of the
  /// text, are data.
  mutating func endOfLineOrStatement(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    offset = start + 1
    if text[start] == ASCII.lineFeed { report.awaitsBound = false }
    guard context.awaitsData else {
      if text[start] == ASCII.semicolon { context.begin() }
      return nil
    }
    context.begin()
    seesLines = true
    var end = start
    while end < text.count, !endsData(in: text, at: end) { end += 1 }
    while end > start + 1, text[end - 1].isSpace { end -= 1 }
    return dataToken(in: text, from: start + 1, to: end, unless: nil)
  }

  /// Whether a line feed at `offset` ends the data: the next line is `\.`.
  private func endsData(in text: Span<UInt8>, at offset: Int) -> Bool {
    guard text[offset] == ASCII.lineFeed, offset + 2 < text.count,
      text[offset + 1] == ASCII.backslash, text[offset + 2] == ASCII.dot
    else { return false }
    guard offset + 3 < text.count else { return true }
    if text[offset + 3] == ASCII.lineFeed { return true }
    return text[offset + 3] == ASCII.carriageReturn && offset + 4 < text.count
      && text[offset + 4] == ASCII.lineFeed
  }

  /// The literal for the data between the offsets, without the white space before them; nothing, and
  /// the cursor behind them, if there are none, if they are masked already, or if they begin with
  /// `exception`.
  mutating func dataToken(
    in text: Span<UInt8>,
    from start: Int,
    to end: Int,
    unless exception: UInt8?
  ) -> SQLToken? {
    var first = start
    while first < end, text[first].isSpace { first += 1 }
    guard first < end, text[first] != exception else {
      offset = max(first, offset)
      return nil
    }
    if end == first + 1, text[first] == ASCII.question {
      offset = end
      return nil
    }
    return literal(first, end)
  }

  /// The `{` at the cursor: a template's comment, its beginning, or an operator.
  mutating func leftBrace(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    offset = start + 1
    guard offset < text.count else { return nil }
    switch text[offset] {
    case ASCII.leftBrace, ASCII.percent:
      context.isInTemplate = true
      offset += 1
    case ASCII.hash:
      var end = start + 2
      while end + 1 < text.count {
        if text[end] == ASCII.hash, text[end + 1] == ASCII.rightBrace {
          return SQLToken(start: start, end: end + 2, kind: .comment)
        }
        end += 1
      }
      return literal(start, text.count)
    default: break
    }
    return nil
  }

  /// Ends the template if the `}` at the cursor does, with `}}` or `%}`.
  mutating func endTemplate(in text: Span<UInt8>) {
    let before = offset > 0 ? text[offset - 1] : ASCII.space
    if before == ASCII.rightBrace || before == ASCII.percent { context.isInTemplate = false }
  }
}
