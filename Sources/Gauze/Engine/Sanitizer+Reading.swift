extension Sanitizer {
  /// Reads the whole record against a shape.
  mutating func readRecord(_ record: Span<UInt8>, _ shape: Int, _ tables: PlanTables) {
    do throws(JSONFault) {
      _ = trip.scanner.peek(record)
      let node = newNode()
      try readObject(record, shape, node, depth: 1, tables)
      guard trip.scanner.peek(record) == 0 else { throw trip.scanner.fault(record) }
    } catch {
      // The rest cannot be trusted to be what it looks like: the list ends here.
      trip.input = -1
      trip.place = Place()
      trip.report(ViolationCode(error), &tally)
    }
  }

  mutating func newNode() -> Int {
    trip.nodes.append(Node())
    return trip.nodes.count - 1
  }

  // MARK: - Objects

  /// Reads an object with a closed set of fields; the cursor is at its brace.
  private mutating func readObject(
    _ record: Span<UInt8>,
    _ number: Int,
    _ node: Int,
    depth: Int,
    _ tables: PlanTables
  ) throws(JSONFault) {
    let inputs = tables.shapes[number].inputs
    let first = trip.nodes.count
    for _ in inputs { trip.nodes.append(Node()) }
    let start = trip.scanner.offset
    trip.nodes[node].kind = .object
    trip.nodes[node].first = first
    trip.scanner.offset += 1
    trip.keys.open()
    var position = 0
    var expected = 0
    if trip.scanner.peek(record) == ASCII.rightBrace {
      trip.scanner.offset += 1
    } else {
      while true {
        guard trip.scanner.peek(record) == ASCII.quote else { throw trip.scanner.fault(record) }
        let key = try trip.scanner.scanString(record)
        try trip.scanner.expect(ASCII.colon, record)
        let index = find(key, record, number, expected: expected, tables)
        if index >= 0 {
          try readField(record, inputs.lowerBound + index, first + index, depth: depth, tables)
          expected = index + 1
        } else {
          try readUnknown(record, key, position, depth: depth)
        }
        position += 1
        if trip.scanner.peek(record) == ASCII.rightBrace { break }
        try trip.scanner.expect(ASCII.comma, record)
      }
      trip.scanner.offset += 1
    }
    trip.nodes[node].token = JSONToken(start: start, end: trip.scanner.offset)
    try closeKeys(record)
    reportMissing(record, inputs, first, depth: depth, tables)
  }

  /// The number of the shape's input that `key` names, or -1; records tend to keep their order.
  private mutating func find(
    _ key: JSONToken,
    _ record: Span<UInt8>,
    _ number: Int,
    expected: Int,
    _ tables: PlanTables
  ) -> Int {
    // The table is reached through `tables` each time: a copy of it would count references.
    let written = record.extracting(key.start..<key.end)
    guard key.hasEscapes else {
      return tables.shapes[number].names.matches(written, at: expected)
        ? expected : tables.shapes[number].names.index(of: written)
    }
    trip.decode(key, in: record)
    return tables.shapes[number].names.index(of: trip.decoded.span)
  }

  private mutating func readField(
    _ record: Span<UInt8>,
    _ input: Int,
    _ node: Int,
    depth: Int,
    _ tables: PlanTables
  ) throws(JSONFault) {
    let outer = trip.input
    if depth == 1 { trip.input = input }
    trip.place.enter(name: tables.inputs[input].name)
    if trip.nodes[node].kind == .absent {
      try readValue(record, tables.inputs[input].form, node, depth: depth, tables)
      if tables.inputs[input].isDropped {
        trip.counts.count(.drop, changed: true)
      }
    } else {
      trip.report(.duplicateField, &tally)
      try trip.scanner.skipValue(record, depth: depth, keys: &trip.keys)
    }
    trip.place.leave()
    trip.input = outer
  }

  private mutating func readUnknown(
    _ record: Span<UInt8>,
    _ key: JSONToken,
    _ position: Int,
    depth: Int
  ) throws(JSONFault) {
    switch unknown {
    case .reject:
      trip.place.enter(position: position)
      trip.report(.unknownField, &tally)
      trip.place.leave()
    case .drop:
      trip.keys.add(key, in: record)
      trip.counts.droppedFields += 1
    }
    try trip.scanner.skipValue(record, depth: depth, keys: &trip.keys)
  }

  /// A dropped name that came twice is a doubled name all the same.
  private mutating func closeKeys(_ record: Span<UInt8>) throws(JSONFault) {
    do throws(JSONFault) {
      try trip.keys.close(record)
    } catch {
      guard error == .duplicateKey else { throw error }
      trip.report(.duplicateField, &tally)
    }
  }

  private mutating func reportMissing(
    _ record: Span<UInt8>,
    _ inputs: Range<Int>,
    _ first: Int,
    depth: Int,
    _ tables: PlanTables
  ) {
    for input in inputs {
      let isAbsent = trip.nodes[first + input - inputs.lowerBound].kind == .absent
      var isOwed = tables.inputs[input].isRequired
      let condition = tables.inputs[input].condition
      if condition >= 0 {
        let sibling = first + tables.conditions[condition].sibling
        isOwed = holds(record, sibling, tables.conditions[condition].choices, tables)
        if !isOwed, !isAbsent { report(.unknownField, at: input, depth: depth, tables) }
      }
      if isOwed, isAbsent { report(.missingField, at: input, depth: depth, tables) }
    }
  }

  private mutating func report(
    _ code: ViolationCode,
    at input: Int,
    depth: Int,
    _ tables: PlanTables
  ) {
    let outer = trip.input
    if depth == 1 { trip.input = input }
    trip.place.enter(name: tables.inputs[input].name)
    trip.report(code, &tally)
    trip.place.leave()
    trip.input = outer
  }

  /// Whether a value is one of the words of a table.
  private mutating func holds(
    _ record: Span<UInt8>,
    _ number: Int,
    _ choices: Int,
    _ tables: PlanTables
  ) -> Bool {
    let token = trip.nodes[number].token
    switch trip.nodes[number].kind {
    case .string:
      guard token.hasEscapes else {
        let written = record.extracting(token.start..<token.end)
        return tables.choices[choices].texts.index(of: written) >= 0
      }
      trip.decode(token, in: record)
      return tables.choices[choices].texts.index(of: trip.decoded.span) >= 0
    case .boolean:
      let isTrue = record[token.start] == ASCII.lowerT
      return isTrue ? tables.choices[choices].hasTrue : tables.choices[choices].hasFalse
    case .absent, .null, .number, .array, .object, .map, .opaque: return false
    }
  }

  // MARK: - Values

  /// Reads one value against a form and notes it in a node.
  mutating func readValue(
    _ record: Span<UInt8>,
    _ number: Int,
    _ node: Int,
    depth: Int,
    _ tables: PlanTables
  ) throws(JSONFault) {
    let form = tables.forms[number]
    let byte = trip.scanner.peek(record)
    let start = trip.scanner.offset
    switch byte {
    case ASCII.quote:
      let token = try trip.scanner.scanString(record)
      trip.nodes[node].kind = .string
      trip.nodes[node].token = token
      guard form.types.contains(.string) else { return trip.report(.wrongType, &tally) }
      if let code = textFault(token, record, form, tables) { trip.report(code, &tally) }
    case ASCII.minus, ASCII.zero...ASCII.nine:
      let token = try trip.scanner.scanNumber(record)
      trip.nodes[node].kind = .number
      trip.nodes[node].token = token
      let text = record.extracting(token.start..<token.end)
      if let code = form.fault(ofNumber: text, tables) { trip.report(code, &tally) }
    case ASCII.leftBracket:
      try readArray(record, form, node, depth: depth, tables)
    case ASCII.leftBrace:
      try readBraces(record, form, node, depth: depth, tables)
    case 0, ASCII.delete:
      throw trip.scanner.fault(record)
    default:
      try trip.scanner.scanLiteral(record)
      trip.nodes[node].kind = byte == ASCII.lowerN ? .null : .boolean
      trip.nodes[node].token = JSONToken(start: start, end: trip.scanner.offset)
      if let code = form.fault(ofLiteral: byte, tables) { trip.report(code, &tally) }
    }
  }

  private mutating func readArray(
    _ record: Span<UInt8>,
    _ form: Form,
    _ node: Int,
    depth: Int,
    _ tables: PlanTables
  ) throws(JSONFault) {
    guard form.types.contains(.array) else {
      return try readMisplaced(record, form, node, depth: depth)
    }
    guard form.items >= 0 else { return try readOpaque(record, node, depth: depth) }
    guard depth < JSONScanner.maximumDepth else { throw .tooDeep }
    let start = trip.scanner.offset
    trip.nodes[node].kind = .array
    trip.scanner.offset += 1
    defer { trip.nodes[node].token = JSONToken(start: start, end: trip.scanner.offset) }
    if trip.scanner.peek(record) == ASCII.rightBracket {
      trip.scanner.offset += 1
      return
    }
    var last = -1
    var position = 0
    var hasTooMany = false
    var word = -1
    while true {
      if position < form.most, trip.hasRoom() {
        let item = newNode()
        if last < 0 { trip.nodes[node].first = item } else { trip.nodes[last].next = item }
        last = item
        trip.place.enter(position: position)
        try readValue(record, form.items, item, depth: depth + 1, tables)
        if form.isAscending { checkOrder(record, form, item, after: &word, tables) }
        trip.place.leave()
      } else {
        if !hasTooMany { trip.report(.tooMany, &tally) }
        hasTooMany = true
        try trip.scanner.skipValue(record, depth: depth + 1, keys: &trip.keys)
      }
      position += 1
      if trip.scanner.peek(record) == ASCII.rightBracket { break }
      try trip.scanner.expect(ASCII.comma, record)
    }
    trip.scanner.offset += 1
  }

  /// Reports a word that does not come behind the last one in the order of the choices.
  private mutating func checkOrder(
    _ record: Span<UInt8>,
    _ form: Form,
    _ item: Int,
    after last: inout Int,
    _ tables: PlanTables
  ) {
    guard trip.nodes[item].kind == .string else { return }
    trip.decode(trip.nodes[item].token, in: record)
    let choices = tables.forms[form.items].choices
    let word = tables.choices[choices].texts.index(of: trip.decoded.span)
    guard word >= 0 else { return }
    if word <= last { trip.report(.badFormat, &tally) }
    last = word
  }

  private mutating func readBraces(
    _ record: Span<UInt8>,
    _ form: Form,
    _ node: Int,
    depth: Int,
    _ tables: PlanTables
  ) throws(JSONFault) {
    guard form.types.contains(.object) else {
      return try readMisplaced(record, form, node, depth: depth)
    }
    guard depth < JSONScanner.maximumDepth else { throw .tooDeep }
    if form.shape >= 0 {
      guard trip.hasRoom(for: tables.shapes[form.shape].inputs.count) else {
        trip.report(.tooMany, &tally)
        return try readOpaque(record, node, depth: depth)
      }
      try readObject(record, form.shape, node, depth: depth + 1, tables)
    } else if form.map >= 0 {
      try readMap(record, form, node, depth: depth, tables)
    } else {
      try readOpaque(record, node, depth: depth)
    }
  }

  private mutating func readMisplaced(
    _ record: Span<UInt8>,
    _ form: Form,
    _ node: Int,
    depth: Int
  ) throws(JSONFault) {
    trip.report(.wrongType, &tally)
    try readOpaque(record, node, depth: depth)
  }

  private mutating func readOpaque(
    _ record: Span<UInt8>,
    _ node: Int,
    depth: Int
  ) throws(JSONFault) {
    let start = trip.scanner.offset
    try trip.scanner.skipValue(record, depth: depth, keys: &trip.keys)
    trip.nodes[node].kind = .opaque
    trip.nodes[node].token = JSONToken(start: start, end: trip.scanner.offset)
  }

  // MARK: - Texts

  private mutating func textFault(
    _ token: JSONToken,
    _ record: Span<UInt8>,
    _ form: Form,
    _ tables: PlanTables
  ) -> ViolationCode? {
    guard form.judgesTexts else { return nil }
    let written = record.extracting(token.start..<token.end)
    guard token.hasEscapes else {
      return form.fault(ofText: written, tables, &trip.scrub, &trip.transform.container)
    }
    trip.decode(token, in: record)
    return form.fault(ofText: trip.decoded, tables, &trip.scrub, &trip.transform.container)
  }
}
