/// Comments.
extension SQLLexer {
  /// The comment that begins at `start` with `/*`, `//` or `#`, if the dialect has it.
  ///
  /// One without an end is a literal up to the end of the text.
  func comment(in text: Span<UInt8>, from start: Int) -> SQLToken? {
    guard start < text.count else { return nil }
    if text[start] == ASCII.hash, traits.contains(.hashComments) {
      return SQLToken(start: start, end: endOfLine(in: text, from: start), kind: .comment)
    }
    guard text[start] == ASCII.slash, start + 1 < text.count else { return nil }
    if text[start + 1] == ASCII.slash, traits.contains(.slashComments) {
      return SQLToken(start: start, end: endOfLine(in: text, from: start), kind: .comment)
    }
    guard text[start + 1] == ASCII.asterisk else { return nil }
    let end =
      traits.contains(.executableComments) && Self.isExecutable(in: text, from: start)
      ? endOfExecutableComment(in: text, from: start + 2)
      : endOfBlock(in: text, from: start + 2)
    guard let end else { return literal(start, text.count) }
    return SQLToken(start: start, end: end, kind: .comment)
  }

  /// Whether the block comment at `start` is `/*!…` or `/*M!…`: MariaDB marks with `M` what MySQL must
  /// not run.
  static func isExecutable(in text: Span<UInt8>, from start: Int) -> Bool {
    guard start + 2 < text.count else { return false }
    if text[start + 2] == ASCII.exclamation { return true }
    return text[start + 2] == ASCII.upperM && start + 3 < text.count
      && text[start + 3] == ASCII.exclamation
  }

  /// The offset of the line's end at or after `start`.
  func endOfLine(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, !endsLine(text[index]) { index += 1 }
    return index
  }

  /// The end of the `--` comment at `start`.
  func endOfDashComment(in text: Span<UInt8>, from start: Int) -> Int {
    var end = endOfLine(in: text, from: start)
    guard traits.contains(.continuedComments) else { return end }
    while end < text.count, text[end] == ASCII.lineFeed, text[end - 1] == ASCII.backslash {
      end = endOfLine(in: text, from: end + 1)
    }
    return end
  }

  private func endsLine(_ byte: UInt8) -> Bool {
    byte == ASCII.lineFeed || byte == ASCII.carriageReturn && traits.contains(.returnEndsLine)
  }

  /// The offset behind the `*/` that ends a block comment whose inside begins at `start`.
  private func endOfBlock(in text: Span<UInt8>, from start: Int) -> Int? {
    var depth = 1
    var index = start
    while index + 1 < text.count {
      if text[index] == ASCII.asterisk, text[index + 1] == ASCII.slash {
        index += 2
        depth -= 1
        if depth == 0 { return index }
      } else if traits.contains(.nestedComments), text[index] == ASCII.slash,
        text[index + 1] == ASCII.asterisk
      {
        index += 2
        depth += 1
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The same for a comment that the server runs: quotes and comments inside hide a `*/`.
  private func endOfExecutableComment(in text: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 1 < text.count {
      switch text[index] {
      case ASCII.asterisk where text[index + 1] == ASCII.slash:
        return index + 2
      case ASCII.slash where text[index + 1] == ASCII.asterisk:
        guard let end = endOfBlock(in: text, from: index + 2) else { return nil }
        index = end
      case ASCII.hash:
        index = endOfLine(in: text, from: index)
      case ASCII.apostrophe, ASCII.quote:
        index = endOfString(in: text, quote: index, prefix: index)
      case ASCII.backtick:
        guard let end = endOfName(in: text, from: index, close: ASCII.backtick) else { return nil }
        index = end
      default:
        index += 1
      }
    }
    return nil
  }
}
