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

  /// The values of `Key (password, tenant)=(hunter2, 5)`, as PostgreSQL names what is not unique, if one
  /// of the names is sensitive; `position` is the sign's.
  func uniqueValue(at position: Int) -> Range<Int>? {
    guard before(position) == ASCII.rightParenthesis,
      self[position + 1] == ASCII.leftParenthesis
    else { return nil }
    let end = position - 1
    var start = end
    var isSensitive = false
    while start > edge, end - start < Self.reach, self[start - 1] != ASCII.leftParenthesis {
      var word = start
      while word > edge, end - word < Self.reach, SensitiveName.isByte(self[word - 1]) { word -= 1 }
      if word < start {
        let weight = SensitiveName.weight(NameParts(text, from: word, to: start), word: 0)
        if weight.rawValue >= NameWeight.weak.rawValue { isSensitive = true }
        start = word
      } else {
        guard self[start - 1] == ASCII.comma || self[start - 1] == ASCII.space else { return nil }
        start -= 1
      }
    }
    guard isSensitive, before(start) == ASCII.leftParenthesis else { return nil }
    var close = position + 2
    while close < text.count, text[close] != ASCII.rightParenthesis, text[close] != ASCII.lineFeed {
      close += 1
    }
    let value = position + 2..<close
    return isHarmless(value, of: .strong, .none) ? nil : value
  }

  /// Where a value begins behind the end of an emphasis: `<b>Password:</b> hunter2`,
  /// `**Password:** hunter2`.
  func behindMarkup(at start: Int) -> Int {
    if stands("**", at: start), self[start + 2] == ASCII.space { return blankEnd(from: start + 2) }
    guard stands("</", at: start) else { return start }
    var end = start + 2
    while end < start + 14, self[end].isAlphanumeric { end += 1 }
    return self[end] == ASCII.greater && end > start + 2 ? blankEnd(from: end + 1) : start
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
