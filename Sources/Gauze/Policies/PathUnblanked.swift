// Paths right behind a script that is written without blanks, or behind a sign or a picture: `在~/a`,
// `🔥C:\a`. What is no ASCII there may be a name's beginning or a sentence's end; so only a path that says
// by its first signs that it is one begins behind it.

extension PathReader {
  /// `在~/a`, `🔥$HOME/a`: a script without blanks, or a picture, may stand right before a path, which
  /// then begins with the ASCII that says what it is. Otherwise `segment`.
  func unblankedStart(of segment: Int, before position: Int) -> Int {
    guard self[segment] >= 0x80 else { return segment }
    var start = position
    while start > segment, self[start - 1] < 0x80 { start -= 1 }
    guard start < position, Typography.isUnblanked(in: text, before: start) else { return segment }
    let isRoot =
      self[start] == ASCII.tilde && isNameRun(start + 1, to: position)
      || isDots(start, to: position) || variableStart(from: start, to: position) == start
    return isRoot ? start : segment
  }

  /// `在\\server\share`, `在/etc/hosts`: the same for a path that begins with its separator.
  mutating func unblankedRoot(_ position: Int, body: Int) -> PathExtent? {
    guard Typography.isUnblanked(in: text, before: position), isNameStart(body) else { return nil }
    if self[position] == ASCII.backslash {
      let isServer =
        body - position == 4 || body - position == 2 && !hasDoubledSeparator(after: body)
      return isServer ? backslashed(position, body: body) : nil
    }
    let found = scan(from: position, body: body, .slash)
    return found.root != .plain && found.components > 1 ? found : nil
  }

  /// The same for percent signs: `在~%2Fa`, `在%24HOME%2Fa`, `在%5C%5Cserver%5Cshare`.
  mutating func unblankedEncoded(_ position: Int, body: Int, floor: Int) -> PathExtent? {
    var start = position
    while start > floor, isEncodedByte(self[start - 1]), self[start - 1] < 0x80 { start -= 1 }
    guard Typography.isUnblanked(in: text, before: start), isNameStart(body) else { return nil }
    if start == position {
      let rooted = scan(from: position, body: body, .encoded)
      // `%5C%5C` is a server or a device; a single one may part two words.
      let isDoubled = body - position > 3 && rooted.components > 1
      return rooted.root != .plain || isDoubled ? rooted : nil
    }
    guard isEncodedRoot(start, to: position) else { return nil }
    return scan(from: start, body: body, .encoded, root: .home)
  }

  /// Whether `~`, dots, `%24HOME` or `%25TEMP%25` stands there.
  private func isEncodedRoot(_ start: Int, to end: Int) -> Bool {
    if self[start] == ASCII.tilde { return isNameRun(start + 1, to: end) }
    if isDots(start, to: end) { return end - start <= 2 }
    let isSigned = self[start] == ASCII.percent && self[start + 1] == ASCII.two
    guard isSigned, self[start + 2] == ASCII.four || self[start + 2] == ASCII.five else {
      return false
    }
    for index in start..<end where !self[index].isASCIIWord && self[index] != ASCII.percent {
      return false
    }
    return true
  }

  /// Whether the scalar before `position` is punctuation or a sign that no name holds.
  func endsSurroundings(_ position: Int) -> Bool {
    guard self[position - 1] >= 0x80 else { return false }
    let scalar = characterStart(position - 1, after: edge)
    return Typography.pathBreak(in: text, at: scalar) > 0
      || Typography.isPathOpener(in: text, at: scalar)
  }
}
