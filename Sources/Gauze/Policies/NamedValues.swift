// Names that stand in the place of a value, and names of elements: `"name": "DB_PASSWORD", "value":
// "x"`, `<password>x</password>`.

extension SecretReader {
  // MARK: Names that are values

  /// Notes `"name": "DB_PASSWORD"`, behind which a `value` is expected.
  mutating func announces(_ name: PairName, _ separator: PairSeparator) -> Bool {
    guard Self.announcers.containsFolded(text, from: name.start, to: name.end) else { return false }
    var start = blankEnd(from: separator.after)
    if let quote = quote(at: start) { start += quote.length }
    var end = start
    while end < start + 64, SensitiveName.isByte(self[end]) { end += 1 }
    let parts = NameParts(text, from: start, to: end)
    guard end > start, SensitiveName.weight(parts, word: 0).rawValue >= NameWeight.weak.rawValue
    else { return false }
    announcedReach = end + Self.reach
    return true
  }

  func isAnnounced(_ name: PairName) -> Bool {
    name.start < announcedReach
      && Self.announced.containsFolded(text, from: name.start, to: name.end)
  }

  private static let announcers = WordTable("name key field type id parametername parameterkey")
  private static let announced = WordTable("value val parametervalue content data plaintext")

  // MARK: Elements

  /// `<name>value</name>`, at the `>` of the first tag.
  mutating func element(at position: Int, _ findings: inout [Finding]) -> Int {
    var name = position
    while name > edge, position - name < 64,
      SensitiveName.isByte(self[name - 1])
        || self[name - 1] == ASCII.colon
    {
      name -= 1
    }
    guard name < position, before(name) == ASCII.less else { return position + 1 }
    let start = position + 1
    let parts = NameParts(text, from: name, to: position)
    let weight = SensitiveName.weight(parts, word: 0)
    let isLiteral = weight != .none && stands("<![CDATA[", at: start)
    var end = isLiteral ? start + 9 : start
    let first = end
    while end < text.count, text[end] != (isLiteral ? ASCII.rightBracket : ASCII.less) { end += 1 }
    guard end > first, isLiteral || closes(name..<position, at: end) else { return start }
    if weight == .none {
      if Self.announcers.containsFolded(text, from: name, to: position),
        SensitiveName.weight(NameParts(text, from: first, to: end), word: 0) != .none
      {
        announcedReach = end + Self.reach
      } else if position < announcedReach,
        Self.elementValues.containsFolded(text, from: name, to: position)
      {
        announcedReach = 0
        return mask(first, end, &findings)
      }
      return start
    }
    guard !isHarmless(first..<end, of: weight, .quoted) else { return start }
    return mask(first, end, &findings)
  }

  /// Whether the tag at `position` closes the element of that name. A placeholder looks like a tag.
  private func closes(_ name: Range<Int>, at position: Int) -> Bool {
    let first = position + 2
    guard self[position + 1] == ASCII.slash, first + name.count <= text.count else { return false }
    return self[first + name.count] == ASCII.greater
      && text.extracting(first..<first + name.count).equals(text.extracting(name))
  }

  private static let elementValues = WordTable("value string data")
}
