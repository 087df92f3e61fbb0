// Passwords that a sentence or a statement names without a separator: `password 'hunter2'`,
// `IDENTIFIED BY 'hunter2'`, `password is hunter2`.

extension SecretReader {
  /// The value behind the word at `position`, where a word begins.
  func spoken(at position: Int) -> Range<Int>? {
    let first = self[position] | 0x20
    guard first == Self.letterP || first == Self.letterI else { return nil }
    var end = position
    while end < position + 12, self[end].isWord { end += 1 }
    if first == Self.letterI {
      guard Self.identified.containsFolded(text, from: position, to: end) else { return nil }
      let by = blankEnd(from: end)
      guard by > end, Self.by.containsFolded(text, from: by, to: by + 2) else { return nil }
      let word = blankEnd(from: by + 2)
      return Self.password.containsFolded(text, from: word, to: wordEnd(from: word))
        ? literal(after: wordEnd(from: word)) : literal(after: by + 2)
    }
    guard Self.password.containsFolded(text, from: position, to: end) else { return nil }
    return literal(after: end) ?? predicate(after: end)
  }

  /// A quoted word, perhaps in parentheses, that is no message and holds no blank.
  private func literal(after end: Int) -> Range<Int>? {
    var start = blankEnd(from: end)
    if self[start] == ASCII.leftParenthesis { start = blankEnd(from: start + 1) }
    guard start > end, let quote = quote(at: start) else { return nil }
    let first = start + quote.length
    let close = quotedEnd(from: first, in: quote, limit: first + Self.reach)
    guard close < first + Self.reach, self[close] != ASCII.lineFeed, close < text.count else {
      return nil
    }
    let value = first..<close
    for position in value where text[position] <= ASCII.space { return nil }
    // A name between quotes may itself be followed by a separator.
    let next = blankEnd(from: close + quote.length)
    guard self[next] != ASCII.colon, self[next] != ASCII.equals else { return nil }
    return isHarmless(value, of: .strong, .quoted) ? nil : value
  }

  /// `is hunter2`, `was hunter2`: a word of letters and digits.
  private func predicate(after end: Int) -> Range<Int>? {
    var verb = blankEnd(from: end)
    if verb > end, Self.to.containsFolded(text, from: verb, to: wordEnd(from: verb)) { return nil }
    let verbEnd = wordEnd(from: verb)
    let isVerb = Self.verbs.containsFolded(text, from: verb, to: verbEnd)
    if isVerb { verb = blankEnd(from: verbEnd) }
    guard verb > end, !isLong(verb - end) else { return nil }
    if let quote = quote(at: verb), isVerb {
      return literal(after: verb - 1).map { max($0.lowerBound, verb + quote.length)..<$0.upperBound }
    }
    let stop = bareEnd(from: verb, limit: verb + Self.reach)
    guard stop < verb + Self.reach, stop - verb >= 6 else { return nil }
    var (digits, letters) = (0, 0)
    for position in verb..<stop {
      if text[position].isDigit { digits += 1 } else if text[position].isLetter { letters += 1 }
      if text[position] == ASCII.equals || text[position] == ASCII.colon { return nil }
      if text[position] == ASCII.leftParenthesis { return nil }
    }
    guard digits > 0, letters > 0 || isVerb, letters + digits >= 6,
      !Prose.technical.containsFolded(text, from: verb, to: stop)
    else { return nil }
    return verb..<stop
  }

  private func isLong(_ count: Int) -> Bool { count > 32 }

  private static let letterP = ASCII.lowerN + 2
  private static let letterI = ASCII.lowerA + 8
  private static let identified = WordTable("identified")
  private static let by = WordTable("by")
  private static let to = WordTable("to for of in on")
  private static let verbs = WordTable("is was")
  private static let password = WordTable(
    "password passwd passcode passphrase pwd passwort kennwort"
  )
}
