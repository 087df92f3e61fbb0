// A map with `otherwise` keeps the members whose keys are words and gathers the others under one key:
//
//     {"eks":2,"acme":1,"zoo":4}   →   {"eks":2,"other":5}
//
// What meets there is added while the record is read, to judge the sum, and again when it is written.

extension Sanitizer {
  mutating func readMap(
    _ record: Span<UInt8>,
    _ form: Form,
    _ node: Int,
    depth: Int,
    _ tables: PlanTables
  ) throws(JSONFault) {
    let start = trip.scanner.offset
    let violations = trip.violations.count
    trip.nodes[node].kind = .map
    trip.scanner.offset += 1
    trip.keys.open()
    var position = 0
    var hasTooMany = false
    while trip.scanner.peek(record) != ASCII.rightBrace {
      if position > 0 { try trip.scanner.expect(ASCII.comma, record) }
      guard trip.scanner.peek(record) == ASCII.quote else { throw trip.scanner.fault(record) }
      let key = try trip.scanner.scanString(record)
      try trip.scanner.expect(ASCII.colon, record)
      if position < form.most, trip.hasRoom() {
        let value = newNode()
        trip.nodes[value].next = position
        trip.place.enter(position: position)
        if let code = keyFault(key, record, tables.maps[form.map]) { trip.report(code, &tally) }
        trip.keys.add(key, in: record, value: value)
        try readValue(record, tables.maps[form.map].value, value, depth: depth + 1, tables)
        trip.place.leave()
      } else {
        if !hasTooMany { trip.report(.tooMany, &tally) }
        hasTooMany = true
        try trip.scanner.skipValue(record, depth: depth + 1, keys: &trip.keys)
      }
      position += 1
    }
    trip.scanner.offset += 1
    trip.nodes[node].token = JSONToken(start: start, end: trip.scanner.offset)
    trip.nodes[node].first = trip.entries.count
    do throws(JSONFault) {
      try trip.keys.close(record, sortingInto: &trip.entries)
    } catch {
      trip.report(.duplicateField, &tally)
    }
    trip.nodes[node].count = trip.entries.count - trip.nodes[node].first
    if trip.violations.count == violations { checkSum(record, form, node, tables) }
  }

  private mutating func keyFault(
    _ key: JSONToken,
    _ record: Span<UInt8>,
    _ map: MapShape
  ) -> ViolationCode? {
    let written = record.extracting(key.start..<key.end)
    guard key.hasEscapes else { return map.fault(ofKey: written) }
    trip.decode(key, in: record)
    return map.fault(ofKey: trip.decoded.span)
  }

  // MARK: - Writing

  mutating func writeMap(
    _ record: Span<UInt8>,
    _ node: Node,
    _ form: Form,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    guard tables.maps[form.map].otherwise == nil else {
      return writeGathered(record, node, form, tables, &output)
    }
    var result = WriteResult.unchanged
    output.append(ASCII.leftBrace)
    for index in node.first..<node.first + node.count {
      if index > node.first { output.append(ASCII.comma) }
      JSONText.write(trip.keys.name(of: trip.entries[index], in: record), to: &output)
      output.append(ASCII.colon)
      let value = trip.entries[index].value
      trip.place.enter(position: trip.nodes[value].next)
      let written = writeValue(record, value, tables.maps[form.map].value, tables, &output)
      trip.place.leave()
      switch written {
      case .unchanged: break
      case .changed: result = .changed
      case .refused: return .refused
      }
    }
    output.append(ASCII.rightBrace)
    return result
  }

  // MARK: - Gathering

  /// The members that meet under the key `otherwise`.
  private struct Gathered {
    var count = 0
    /// The entry of the first, in the order of their keys.
    var first = -1
    /// Their sum; nil if 64 bits cannot hold it or one is no whole number.
    var sum: Int64? = 0
  }

  /// Whether a member leaves under its own key.
  private func isOwn(_ entry: Int, _ record: Span<UInt8>, _ map: Int, _ tables: PlanTables) -> Bool
  {
    let word = tables.maps[map].words.index(of: trip.keys.name(of: trip.entries[entry], in: record))
    return word >= 0 && word != tables.maps[map].otherWord
  }

  private func gather(
    _ record: Span<UInt8>,
    _ node: Node,
    _ map: Int,
    _ tables: PlanTables
  ) -> Gathered {
    var gathered = Gathered()
    for entry in node.first..<node.first + node.count where !isOwn(entry, record, map, tables) {
      if gathered.count == 0 { gathered.first = entry }
      gathered.count += 1
      let value = trip.nodes[trip.entries[entry].value]
      guard let sum = gathered.sum, value.kind == .number,
        let number = JSONNumber(record.extracting(value.token.start..<value.token.end))?.int64
      else {
        gathered.sum = nil
        continue
      }
      let (next, isBeyond) = sum.addingReportingOverflow(number)
      gathered.sum = isBeyond ? nil : next
    }
    return gathered
  }

  /// Judges a sum as the values themselves are.
  private mutating func checkSum(
    _ record: Span<UInt8>,
    _ form: Form,
    _ node: Int,
    _ tables: PlanTables
  ) {
    guard tables.maps[form.map].otherwise != nil else { return }
    let gathered = gather(record, trip.nodes[node], form.map, tables)
    guard gathered.count > 1 else { return }
    guard let sum = gathered.sum else { return trip.report(.outOfRange, &tally) }
    trip.decoded.removeAll()
    trip.decoded.append(decimal: sum)
    let value = tables.forms[tables.maps[form.map].value]
    if let code = value.fault(ofNumber: trip.decoded.span, tables) { trip.report(code, &tally) }
  }

  private mutating func writeGathered(
    _ record: Span<UInt8>,
    _ node: Node,
    _ form: Form,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    let gathered = gather(record, node, form.map, tables)
    var result = WriteResult.unchanged
    var isFirst = true
    // The gathered members stand where their key belongs in the order of bytes.
    var isOwed = gathered.count > 0
    output.append(ASCII.leftBrace)
    for entry in node.first..<node.first + node.count where isOwn(entry, record, form.map, tables) {
      if isOwed, comesLater(entry, record, form.map, tables) {
        let written = writeOther(record, gathered, form.map, tables, &isFirst, &output)
        if written == .refused { return .refused }
        if written == .changed { result = .changed }
        isOwed = false
      }
      Self.writeComma(&isFirst, &output)
      JSONText.write(trip.keys.name(of: trip.entries[entry], in: record), to: &output)
      output.append(ASCII.colon)
      let value = trip.entries[entry].value
      switch writeValue(record, value, tables.maps[form.map].value, tables, &output) {
      case .unchanged: break
      case .changed: result = .changed
      case .refused: return .refused
      }
    }
    if isOwed {
      let written = writeOther(record, gathered, form.map, tables, &isFirst, &output)
      if written == .refused { return .refused }
      if written == .changed { result = .changed }
    }
    output.append(ASCII.rightBrace)
    return result
  }

  /// Whether a member's key comes behind `otherwise`.
  private func comesLater(
    _ entry: Int,
    _ record: Span<UInt8>,
    _ map: Int,
    _ tables: PlanTables
  ) -> Bool {
    guard let otherwise = tables.maps[map].otherwise else { return false }
    return otherwise.span.precedes(trip.keys.name(of: trip.entries[entry], in: record))
  }

  private static func writeComma(_ isFirst: inout Bool, _ output: inout ByteBuffer) {
    if !isFirst { output.append(ASCII.comma) }
    isFirst = false
  }

  /// Writes what was gathered: a value alone as it came in, several as their sum.
  private mutating func writeOther(
    _ record: Span<UInt8>,
    _ gathered: Gathered,
    _ map: Int,
    _ tables: PlanTables,
    _ isFirst: inout Bool,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    guard let otherwise = tables.maps[map].otherwise, let sum = gathered.sum else {
      return .refused
    }
    Self.writeComma(&isFirst, &output)
    JSONText.write(otherwise.span, to: &output)
    output.append(ASCII.colon)
    let form = tables.maps[map].value
    if gathered.count == 1 {
      let entry = trip.entries[gathered.first]
      let isSame = trip.keys.name(of: entry, in: record).equals(otherwise.span)
      let written = writeValue(record, entry.value, form, tables, &output)
      return written == .unchanged && !isSame ? .changed : written
    }
    // The sum stands in no record: it is written from a buffer of its own.
    var text = ByteBuffer.lent
    swap(&text, &trip.made)
    text.removeAll()
    text.append(decimal: sum)
    var node = Node(kind: .number)
    node.token = JSONToken(start: 0, end: text.count)
    trip.nodes.append(node)
    let written = writeValue(text.span, trip.nodes.count - 1, form, tables, &output)
    trip.nodes.removeLast()
    swap(&text, &trip.made)
    return written == .refused ? .refused : .changed
  }
}
