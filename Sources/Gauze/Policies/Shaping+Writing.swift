// An object is read twice, once to find the values of the allowed names and once for all others, so that
// nothing is sorted and nothing is kept.

extension Shaping {
  /// Adds the shape of `value` to `output` as a JSON string. Complexity: O(value).
  package func append(
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    _ space: inout ContainerSpace,
    to output: inout ByteBuffer
  ) {
    space.content.removeAll()
    space.places.removeAll(keepingCapacity: true)
    if kind == .text {
      appendLength("string:", UTF8Text.scalarCount(value), &space.content)
    } else {
      var steps = JSONSteps()
      if steps.peek(value) == ASCII.leftBrace {
        object(value, &steps, level: 1, &space)
      } else {
        describe(value, &steps, level: 0, &space)
      }
    }
    JSONText.write(space.content.span, to: &output)
  }

  /// Writes the object at the cursor and takes it.
  private func object(
    _ text: Span<UInt8>,
    _ steps: inout JSONSteps,
    level: Int,
    _ space: inout ContainerSpace
  ) {
    let total = find(text, steps, &space)
    let first = space.places.count - allowed.count
    space.content.append(ASCII.leftBrace)
    var cut = Cut(at: space.content.count, of: total, limit: level == 1 ? limit : .max)
    for (index, name) in allowed.enumerated() where space.places[first + index] >= 0 {
      if cut.isPassed { break }
      var value = JSONSteps(at: space.places[first + index])
      space.content.append(member: name.span, isFirst: cut.written == 0)
      member(text, &value, isSensitive: MemberName.isSensitive(name.span), level: level, &space)
      cut.note(space.content.count, self)
    }
    var position = 0
    steps.open(text)
    while let token = steps.nextMember(text) {
      space.readName(token, in: text)
      if cut.isPassed || Self.place(of: space.name.span, in: allowed) >= 0 {
        steps.skip(text)
      } else {
        let isSensitive = space.nameIsSensitive()
        space.content.append(position: position, isFirst: cut.written == 0)
        member(text, &steps, isSensitive: isSensitive, level: level, &space)
        cut.note(space.content.count, self)
      }
      position += 1
    }
    space.places.removeLast(allowed.count)
    if cut.isPassed { mark(cut, &space.content) }
    space.content.append(ASCII.rightBrace)
  }

  /// Notes where the values of allowed names stand and returns how many members there are; nothing is
  /// taken.
  private func find(
    _ text: Span<UInt8>,
    _ steps: JSONSteps,
    _ space: inout ContainerSpace
  ) -> Int {
    let first = space.places.count
    for _ in allowed { space.places.append(-1) }
    var steps = steps
    var total = 0
    steps.open(text)
    while let token = steps.nextMember(text) {
      space.readName(token, in: text)
      let place = Self.place(of: space.name.span, in: allowed)
      if place >= 0 { space.places[first + place] = steps.offset }
      steps.skip(text)
      total += 1
    }
    return total
  }

  private func member(
    _ text: Span<UInt8>,
    _ steps: inout JSONSteps,
    isSensitive: Bool,
    level: Int,
    _ space: inout ContainerSpace
  ) {
    if isSensitive {
      steps.skip(text)
      space.content.append("\"<secret>\"")
    } else if steps.peek(text) == ASCII.leftBrace, level < depth {
      object(text, &steps, level: level + 1, &space)
    } else {
      describe(text, &steps, level: level, &space)
    }
  }

  private func describe(
    _ text: Span<UInt8>,
    _ steps: inout JSONSteps,
    level: Int,
    _ space: inout ContainerSpace
  ) {
    switch steps.peek(text) {
    case ASCII.quote:
      appendLength("string:", Self.scalars(text, steps.takeString(text)), &space.content)
      return
    case ASCII.leftBrace:
      var count = 0
      steps.open(text)
      while steps.nextMember(text) != nil {
        steps.skip(text)
        count += 1
      }
      appendLength("object:", count, &space.content)
      return
    case ASCII.leftBracket:
      var count = 0
      steps.open(text)
      while steps.nextItem(text) {
        steps.skip(text)
        count += 1
      }
      appendLength("array:", count, &space.content)
      return
    case ASCII.lowerT, ASCII.lowerF: space.content.append("\"boolean\"")
    case ASCII.lowerN: space.content.append("\"null\"")
    default: space.content.append("\"number\"")
    }
    steps.skip(text)
  }

  /// How many scalars a string stands for.
  private static func scalars(_ text: Span<UInt8>, _ token: JSONToken) -> Int {
    let written = text.extracting(token.start..<token.end)
    var count = UTF8Text.scalarCount(written)
    guard token.hasEscapes else { return count }
    var position = 0
    while position < written.count {
      let length =
        written[position] == ASCII.backslash ? JSONText.escapeLength(written, at: position) : 0
      count -= max(length - 1, 0)
      position += max(length, 1)
    }
    return count
  }

  private func appendLength(_ kind: StaticString, _ count: Int, _ content: inout ByteBuffer) {
    content.append(ASCII.quote)
    content.append(kind)
    appendCount(count, &content)
    content.append(ASCII.quote)
  }

  private func appendCount(_ count: Int, _ content: inout ByteBuffer) {
    switch lengths {
    case .exact: content.append(decimal: count)
    case .bucket: content.append(Self.label(count))
    }
  }

  private static func label(_ count: Int) -> StaticString {
    switch count {
    case ...0: "0"
    case ...10: "1-10"
    case ...100: "11-100"
    case ...1_000: "101-1000"
    default: ">1000"
    }
  }

  // MARK: - The marker

  /// Cuts back to the last member that leaves room for the marker, and writes that.
  private func mark(_ cut: Cut, _ content: inout ByteBuffer) {
    content.truncate(to: cut.fit)
    content.append(cut.fitted == 0 ? "\"...\":\"" : ",\"...\":\"")
    appendCount(cut.total - cut.fitted, &content)
    content.append(cut.fitted == 0 ? " keys\"" : " more\"")
  }

  /// How many characters the marker for `count` members and the brace behind it take.
  fileprivate func room(for count: Int, isFirst: Bool) -> Int {
    if count == 0 { return 1 }
    var digits = 1
    switch lengths {
    case .exact:
      var rest = count
      while rest > 9 {
        rest /= 10
        digits += 1
      }
    case .bucket: digits = Self.label(count).utf8CodeUnitCount
    }
    // `,"...":"` and ` more"}`
    return digits + 14 + (isFirst ? 0 : 1)
  }
}

/// Where an object can be cut so that its text stays within a limit.
private struct Cut {
  let total: Int
  let limit: Int
  private(set) var written = 0
  /// The end of the last member behind which there is room for the marker, and how many end there.
  private(set) var fit: Int
  private(set) var fitted = 0
  /// Whether what was written leaves no room.
  private(set) var isPassed = false

  init(at start: Int, of total: Int, limit: Int) {
    self.total = total
    self.limit = limit
    fit = start
  }

  /// Notes that a further member ends at `end`.
  mutating func note(_ end: Int, _ shaping: Shaping) {
    written += 1
    if limit == .max { return }
    if end + shaping.room(for: total - written, isFirst: false) <= limit {
      fit = end
      fitted = written
    } else if end + 1 > limit || written == total {
      isPassed = true
    }
  }
}
