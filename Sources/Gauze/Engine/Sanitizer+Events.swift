extension Sanitizer {
  /// The shape of the record's event; nil, with a violation, if there is none.
  mutating func selectEvent(_ record: Span<UInt8>, _ tables: PlanTables) -> Int? {
    guard trip.scanner.peek(record) == ASCII.leftBrace else {
      reportNoObject(record)
      return nil
    }
    var event = 0
    if tables.eventKey.count > 0 {
      do throws(JSONFault) {
        guard let token = try findEvent(record, tables) else { return nil }
        event = number(of: token, record, tables)
      } catch {
        trip.report(ViolationCode(error), &tally)
        return nil
      }
      guard event >= 0 else {
        trip.place.enter(name: eventKeyName(tables))
        trip.report(.unknownEvent, &tally)
        return nil
      }
      trip.scanner = JSONScanner()
    }
    trip.event = event
    trip.place = Place()
    return tables.events[event].shape(in: form)
  }

  /// The event key's number among the plan's names: every event's first input has it.
  private func eventKeyName(_ tables: PlanTables) -> Int {
    tables.inputs[tables.shapes[tables.events[0].raw].inputs.lowerBound].name
  }

  private mutating func reportNoObject(_ record: Span<UInt8>) {
    do throws(JSONFault) {
      try trip.scanner.skipValue(record, depth: 0, keys: &trip.keys)
      guard trip.scanner.peek(record) == 0 else { throw trip.scanner.fault(record) }
      trip.report(.notAnObject, &tally)
    } catch {
      trip.report(ViolationCode(error), &tally)
    }
  }

  /// Looks for the member that names the event, first where it comes first, else over the whole top
  /// level. Nil, with a violation, if there is none or it is no text.
  private mutating func findEvent(
    _ record: Span<UInt8>,
    _ tables: PlanTables
  ) throws(JSONFault) -> JSONToken? {
    trip.scanner.offset += 1
    if trip.scanner.peek(record) == ASCII.rightBrace {
      return try missingEvent(record, tables)
    }
    while true {
      guard trip.scanner.peek(record) == ASCII.quote else { throw trip.scanner.fault(record) }
      let key = try trip.scanner.scanString(record)
      try trip.scanner.expect(ASCII.colon, record)
      if isEventKey(key, record, tables) {
        if trip.scanner.peek(record) == ASCII.quote {
          return try trip.scanner.scanString(record)
        }
        try trip.scanner.skipValue(record, depth: 1, keys: &trip.keys)
        trip.place.enter(name: eventKeyName(tables))
        trip.report(.wrongType, &tally)
        return nil
      }
      try trip.scanner.skipValue(record, depth: 1, keys: &trip.keys)
      if trip.scanner.peek(record) == ASCII.rightBrace {
        return try missingEvent(record, tables)
      }
      try trip.scanner.expect(ASCII.comma, record)
    }
  }

  private mutating func missingEvent(
    _ record: Span<UInt8>,
    _ tables: PlanTables
  ) throws(JSONFault) -> JSONToken? {
    trip.scanner.offset += 1
    guard trip.scanner.peek(record) == 0 else { throw trip.scanner.fault(record) }
    trip.place.enter(name: eventKeyName(tables))
    trip.report(.missingField, &tally)
    return nil
  }

  private mutating func isEventKey(
    _ key: JSONToken,
    _ record: Span<UInt8>,
    _ tables: PlanTables
  ) -> Bool {
    let written = record.extracting(key.start..<key.end)
    guard key.hasEscapes else { return tables.eventKey.matches(written, at: 0) }
    trip.decode(key, in: record)
    return tables.eventKey.matches(trip.decoded.span, at: 0)
  }

  private mutating func number(
    of name: JSONToken,
    _ record: Span<UInt8>,
    _ tables: PlanTables
  ) -> Int {
    let written = record.extracting(name.start..<name.end)
    guard name.hasEscapes else { return tables.eventNames.index(of: written) }
    trip.decode(name, in: record)
    return tables.eventNames.index(of: trip.decoded.span)
  }
}
