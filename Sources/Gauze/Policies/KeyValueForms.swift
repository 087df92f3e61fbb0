// What stands in a value's place and has a form of its own: a list, a YAML block, a shell's command, a
// help text's hint.

extension SecretReader {
  /// Where `$(…)` with blanks inside ends, and whether its command reads the value from elsewhere.
  func substitution(at start: Int) -> (end: Int, isSource: Bool)? {
    guard self[start] == ASCII.dollar, self[start + 1] == ASCII.leftParenthesis else { return nil }
    let word = wordEnd(from: start + 2)
    guard word > start + 2, self[word] == ASCII.space else { return nil }
    let isSource = Self.sources.contains(text, from: start + 2, to: word)
    var end = word
    while end < start + Self.reach, self[end] >= ASCII.space, self[end] != ASCII.leftParenthesis {
      if self[end] == ASCII.rightParenthesis { return (end + 1, isSource) }
      end += 1
    }
    return nil
  }

  /// The end of `<your password>`, which a help text writes in a value's place.
  func hintEnd(at start: Int) -> Int? {
    guard self[start] == ASCII.less, self[start + 1].isLetter else { return nil }
    var end = start + 1
    while end < start + 40,
      self[end].isLetter || self[end] == ASCII.space || self[end] == ASCII.minus
    {
      end += 1
    }
    return self[end] == ASCII.greater && self[end + 1] != ASCII.less ? end + 1 : nil
  }

  private static let sources = WordTable(
    "cat aws gcloud az vault op pass kubectl security jq head tail"
  )

  /// The values of a list that begins at `start`, behind its bracket; nil if it is none.
  mutating func list(
    from start: Int,
    _ weight: NameWeight,
    _ findings: inout [Finding]
  ) -> Int? {
    var position = blankEnd(from: start)
    guard quote(at: position) != nil else { return nil }
    while let quote = quote(at: position) {
      let first = position + quote.length
      let end = quotedEnd(from: first, in: quote)
      let next = quoted(from: first, in: quote, weight, .quoted, &findings)
      guard next == end else { return next }
      position = blankEnd(from: min(end + quote.length, text.count))
      guard self[position] == ASCII.comma else { break }
      position = blankEnd(from: position + 1)
    }
    return position
  }

  /// A YAML block behind `|` or `>`: the lines that are indented.
  func block(at start: Int) -> Range<Int>? {
    guard self[start] == ASCII.bar || self[start] == ASCII.greater else { return nil }
    var position = start + 1
    if self[position] == ASCII.minus || self[position] == ASCII.plus { position += 1 }
    guard self[position] == ASCII.lineFeed else { return nil }
    var end = position
    while self[end] == ASCII.lineFeed, self[end + 1] == ASCII.space || self[end + 1] == ASCII.tab {
      end += 1
      while end < text.count, text[end] != ASCII.lineFeed { end += 1 }
    }
    position = blankEnd(from: position + 1)
    guard position < end, placeholderLength(at: position) != end - position else { return nil }
    return position..<end
  }
}
