// Names that stand in the place of a value, and names of elements: `"name": "DB_PASSWORD", "value":
// "x"`, `<password>x</password>`.

extension SecretReader {
  // MARK: Names that are values

  /// Notes `"name": "DB_PASSWORD"`, behind which a `value` is expected.
  mutating func announces(_ name: PairName, _ separator: PairSeparator) -> Bool {
    guard Self.announcers.containsFolded(text, from: name.start, to: name.end) else { return false }
    var start = blankEnd(from: separator.after)
    if let quote = quote(at: start) { start += quote.length }
    // `"path": "/db/password"`
    var end = start
    while end < start + 64, SensitiveName.isByte(self[end]) || self[end] == ASCII.slash {
      end += 1
      if self[end - 1] == ASCII.slash { start = end }
    }
    let parts = NameParts(text, from: start, to: end)
    guard end > start, SensitiveName.weight(parts, word: 0).rawValue >= NameWeight.weak.rawValue
    else { return false }
    announcedReach = end + Self.reach
    announcesToken = false
    return true
  }

  /// Notes that the object at `start` is the value of a name of that weight: `"password": {"value": "x"}`.
  mutating func announce(_ weight: NameWeight, at start: Int) {
    guard self[start] == ASCII.leftBrace, weight.rawValue >= NameWeight.weak.rawValue else {
      return
    }
    announcedReach = start + Self.reach
    announcesToken = weight != .strong
  }

  /// Whether one more value follows: `"field": "password", "from": "x", "to": "y"`.
  func isChange(_ name: PairName) -> Bool {
    Self.changes.containsFolded(text, from: name.start, to: name.end)
  }

  private static let changes = WordTable("from old before oldvalue previous")

  /// The part of a form that is named behind `position`: `name="password"`, an empty line, and it.
  mutating func formField(behind position: Int, _ findings: inout [Finding]) -> Int {
    guard let quote = quote(at: position) else { return position }
    let end = quotedEnd(from: position + quote.length, in: quote, limit: position + Self.reach)
    var (next, lines) = (end + quote.length, 0)
    while next < end + 6, isLineBreak(at: next) {
      if self[next] == ASCII.lineFeed { lines += 1 }
      next += 1
    }
    guard lines == 2, next < text.count else { return position }
    let stop = bareEnd(from: next, limit: next + 2 * Self.reach)
    guard stop > next, !isHarmless(next..<stop, of: .weak, .quoted) else { return position }
    announcedReach = 0
    return mask(next, stop, &findings)
  }

  func isAnnounced(_ name: PairName) -> Bool {
    name.start < announcedReach
      && Self.announced.containsFolded(text, from: name.start, to: name.end)
  }

  private static let announcers = WordTable(
    "name key field type id path parametername parameterkey"
  )
  private static let announced = WordTable(
    """
    value val parametervalue content data plaintext s default current stringvalue secretvalue \
    from to old new before after oldvalue newvalue previous
    """
  )

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
    var nameEnd = position
    if name == position, Self.isQuote(before(position)), let tag = tag(before: position) {
      (name, nameEnd) = (tag.lowerBound, tag.upperBound)
    }
    guard name < nameEnd, before(name) == ASCII.less else { return position + 1 }
    let start = position + 1
    if Self.cellTags.containsFolded(text, from: name, to: nameEnd) {
      return tagged(name..<nameEnd, from: start, &findings)
    }
    let parts = NameParts(text, from: name, to: nameEnd)
    let weight = SensitiveName.weight(parts, word: 0)
    let isLiteral = weight != .none && stands("<![CDATA[", at: start)
    var end = isLiteral ? start + 9 : start
    let first = end
    while end < text.count, text[end] != (isLiteral ? ASCII.rightBracket : ASCII.less) { end += 1 }
    guard end > first, isLiteral || closes(name..<nameEnd, at: end) else { return start }
    if weight == .none {
      if Self.announcers.containsFolded(text, from: name, to: nameEnd),
        SensitiveName.weight(NameParts(text, from: first, to: end), word: 0) != .none
      {
        announcedReach = end + Self.reach
        announcesToken = false
      } else if position < announcedReach,
        nameEnd < position
          || Self.elementValues.containsFolded(text, from: name, to: nameEnd)
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

  /// The name of the tag with attributes that ends at `position`: `<password type="x">`.
  private func tag(before position: Int) -> Range<Int>? {
    var start = position
    while start > edge, position - start < Self.reach, self[start - 1] != ASCII.less,
      self[start - 1] != ASCII.greater, self[start - 1] != ASCII.lineFeed
    {
      start -= 1
    }
    guard before(start) == ASCII.less, self[start].isLetter else { return nil }
    var end = start
    while end < position, SensitiveName.isByte(text[end]) || text[end] == ASCII.colon { end += 1 }
    return self[end] == ASCII.space ? start..<end : nil
  }

  /// `<td>name</td><td>value</td>`: a name alone in an element that a page shows, and what the next
  /// element holds, unless that is a heading too.
  private mutating func tagged(
    _ tag: Range<Int>,
    from start: Int,
    _ findings: inout [Finding]
  ) -> Int {
    var end = start
    while end < start + 64, self[end] >= ASCII.space, self[end] != ASCII.less { end += 1 }
    guard end > start, closes(tag, at: end) else { return start }
    var last = end
    while last > start, self[last - 1] == ASCII.space || self[last - 1] == ASCII.colon { last -= 1 }
    let parts = NameParts(text, from: start, to: last)
    let weight = SensitiveName.weight(parts, word: 0)
    guard weight.rawValue >= NameWeight.weak.rawValue else { return start }
    var next = end + 3 + tag.count
    let limit = next + 32
    while next < limit,
      self[next] == ASCII.space || self[next] == ASCII.tab
        || self[next] == ASCII.lineFeed || self[next] == ASCII.carriageReturn
    {
      next += 1
    }
    guard self[next] == ASCII.less, self[next + 1].isLetter else { return start }
    let name = next + 1
    let nameEnd = wordEnd(from: name)
    guard Self.cellTags.containsFolded(text, from: name, to: nameEnd),
      !Self.headings.containsFolded(text, from: name, to: nameEnd)
    else { return start }
    next = nameEnd
    while next < nameEnd + Self.reach, self[next] >= ASCII.space, self[next] != ASCII.greater {
      next += 1
    }
    guard self[next] == ASCII.greater else { return start }
    let first = next + 1
    var stop = first
    while stop < first + 2 * Self.reach, stop < text.count, text[stop] != ASCII.less { stop += 1 }
    let value = first..<stop
    guard stop > first, stands("</", at: stop) || stands("<br", at: stop),
      !isLabel(value), !isHarmless(value, of: weight, .quoted)
    else { return start }
    return mask(first, stop, &findings)
  }

  private static let cellTags = WordTable("td th dt dd b strong span label p li div code em i")
  private static let headings = WordTable("th dt label")
}
