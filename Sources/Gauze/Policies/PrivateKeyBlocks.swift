// Private keys in their armour: PEM of any kind, SSH2, PGP, PuTTY. A key whose end is cut off goes to
// the end of the text, one whose beginning is cut off goes from its first whole line on.

extension SecretReader {
  /// What stands at the `-` at `position`: a key's armour, an option, or a run of hyphens.
  mutating func dash(at position: Int, _ findings: inout [Finding]) -> Int {
    var end = position
    while end < text.count, text[end] == ASCII.minus { end += 1 }
    if end - position >= 4 { return armour(from: position, to: end, &findings) }
    return option(from: position, to: end, &findings)
  }

  /// Armour whose hyphens stand at `start..<end`.
  private mutating func armour(from start: Int, to end: Int, _ findings: inout [Finding]) -> Int {
    let word = self[end] == ASCII.space ? end + 1 : end
    if stands("BEGIN", at: word), let label = label(from: word + 5) {
      guard hasBody(from: label) else { return label }
      return mask(start, keyEnd(from: label), &findings)
    }
    if stands("END", at: word), let label = label(from: word + 3) {
      let first = bodyStart(before: start)
      return first < start ? mask(first, label, &findings) : label
    }
    return end
  }

  /// Where the label of a private key that begins at `start` ends, with the hyphens behind it.
  private func label(from start: Int) -> Int? {
    var end = start
    var isPrivate = false
    while end - start < 64, end < text.count, text[end] != ASCII.minus, text[end] != ASCII.lineFeed
    {
      if stands("PRIVATE", at: end) { isPrivate = true }
      end += 1
    }
    guard isPrivate, self[end] == ASCII.minus else { return nil }
    while end < text.count, text[end] == ASCII.minus { end += 1 }
    return end
  }

  /// Whether Base64 or a key's header follows, perhaps behind escapes, quotes and `+` of source code.
  private func hasBody(from start: Int) -> Bool {
    var position = start
    while position < start + Self.reach, position < text.count {
      let byte = text[position]
      if byte == ASCII.backslash {
        position += 2
      } else if byte == ASCII.percent, self[position + 1].isHexDigit, self[position + 2].isHexDigit
      {
        position += 3
      } else if byte.isAlphanumeric {
        let end = wordEnd(from: position)
        if end - position >= 12 || end == text.count || text[end] == ASCII.plus
          || text[end] == ASCII.slash || text[end] == ASCII.equals
        {
          return true
        }
        return Self.headers.contains(text, from: position, to: end)
          && (text[end] == ASCII.minus || text[end] == ASCII.colon || text[end] == ASCII.percent)
      } else if byte == ASCII.less {
        return false
      } else {
        position += 1
      }
    }
    return false
  }

  private static let headers = WordTable("Proc DEK Comment Version Subject Hash Charset")

  /// The end of the key behind the line that begins it: its own end, or the text's.
  private func keyEnd(from start: Int) -> Int {
    var position = start
    while position < text.count {
      if text[position] == ASCII.minus,
        stands("END", at: position + 1) || stands(" END", at: position + 1),
        let end = label(from: position + 4)
      {
        return end
      }
      position += 1
    }
    return text.count
  }

  /// Where the body before the armour at `end` begins: whole lines of Base64, and the rest of the line
  /// at which a log was cut.
  private func bodyStart(before end: Int) -> Int {
    var (first, isWhole) = (end, false)
    while first > edge {
      var line = first
      while line > edge, isBreak(at: line - 1) { line -= 1 }
      var start = line
      while start > edge, TokenAlphabet.base64.contains(self[start - 1]), !isBreak(at: start - 1) {
        start -= 1
      }
      guard line - start >= 16 || (line > start && first == end && line - start >= 4) else { break }
      if line - start >= 16 { isWhole = true }
      first = start
    }
    return isWhole ? first : end
  }

  /// Whether the byte at `position` parts lines of a key: white space, a quote, or an escape's.
  private func isBreak(at position: Int) -> Bool {
    let byte = self[position]
    if byte <= ASCII.space || byte == ASCII.backslash || byte == ASCII.quote { return true }
    return (byte == ASCII.lowerN || byte == ASCII.lowerR) && before(position) == ASCII.backslash
  }

  /// Whether a value holds the beginning of a key, which is left to the armour's own grammar.
  func privateKeyStart(in range: Range<Int>) -> Bool {
    stands("-----BEGIN", at: range.lowerBound)
  }

  /// The end of a PuTTY key that begins at `position`.
  func puttyEnd(at position: Int) -> Int? {
    guard stands("PuTTY-User-Key-File-", at: position), self[position + 20].isDigit,
      self[position + 21] == ASCII.colon
    else { return nil }
    var end = position + 22
    while end < text.count {
      if text[end] == ASCII.upperA + 12, stands("MAC: ", at: end) {
        end += 5
        while end < text.count, text[end].isHexDigit { end += 1 }
        return end
      }
      end += 1
    }
    return text.count
  }
}
