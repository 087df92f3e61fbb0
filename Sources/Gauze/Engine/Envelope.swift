/// Puts clean records into the shape that the schema's `envelope` declares: the last step before they
/// leave, behind everything that scrubs.
///
/// ```swift
/// var envelope = Envelope(plan)
/// if sanitizer.sanitize(record.span, appendingTo: &clean) == .accepted,
///   envelope?.wrap(clean.span, appendingTo: &output) == true
/// { send(output.bytes) }
/// ```
///
/// Nothing is scrubbed here, and nothing gets through that `sanitize` did not write: the record must
/// be one of the schema's clean records, and each of its values goes to one place of the template (and
/// to each further slot that names its field). A worker owns its envelope. No record allocates once the
/// memory has grown to the largest. Complexity: O(record), but O(n log n) in the names of each object
/// inside it.
public struct Envelope: Sendable {
  private let tables: PlanTables
  private let plan: EnvelopePlan
  private var keys = KeyLedger()
  private var decoded = ByteBuffer()
  /// Where each field's value stands in the record, by its number among the outputs of its event's
  /// wire shape; empty if it is not there.
  private var values: [Range<Int>]
  /// Whether a slot has taken it.
  private var isTaken: [Bool]
  /// The output that each slot found, or -1.
  private var found: [Int]

  /// Makes the envelope that the plan's schema declares; nil if it declares none.
  public init?(_ plan: Plan) {
    guard let envelope = plan.tables.envelope else { return nil }
    tables = plan.tables
    self.plan = envelope
    let most = plan.tables.events.reduce(0) {
      max($0, plan.tables.shapes[$1.wire].outputs.count)
    }
    values = [Range<Int>](repeating: 0..<0, count: most)
    isTaken = [Bool](repeating: false, count: most)
    found = [Int](repeating: -1, count: envelope.slots.count)
  }

  /// Adds the wrapped form of a clean record to `output`; false, and nothing added, if `record` is
  /// none: not one JSON object, of no event, or with a name that its event does not let out.
  public mutating func wrap(
    _ record: Span<UInt8>,
    appendingTo output: inout ByteBuffer
  ) -> Bool {
    let start = output.count
    // 1. Each value of the record is noted under its field. 2. Slots take what they name.
    guard let event = read(record) else { return false }
    fillSlots(event, record)
    // 3. The template is written, its slots filled, the rest of the fields spread.
    guard write(event, record, to: &output) else {
      output.truncate(to: start)
      return false
    }
    return true
  }

  // MARK: - Reading

  /// The record's event, with its values noted; nil if it is no clean record.
  private mutating func read(_ record: Span<UInt8>) -> Int? {
    keys.removeAll()
    do throws(JSONFault) {
      return try readMembers(record)
    } catch {
      return nil
    }
  }

  private mutating func readMembers(_ record: Span<UInt8>) throws(JSONFault) -> Int? {
    var scanner = JSONScanner()
    var event = -1
    var next = 0
    if tables.eventKey.count == 0 {
      event = 0
      begin(event)
    }
    try scanner.expect(ASCII.leftBrace, record)
    while scanner.peek(record) != ASCII.rightBrace {
      if next > 0 { try scanner.expect(ASCII.comma, record) }
      guard scanner.peek(record) == ASCII.quote else { throw .malformed }
      let name = try scanner.scanString(record)
      try scanner.expect(ASCII.colon, record)
      _ = scanner.peek(record)
      let start = scanner.offset
      try scanner.skipValue(record, depth: 1, keys: &keys)
      let value = start..<scanner.offset
      if event < 0 {
        // A clean record begins with the member that names its event.
        event = self.event(name, value, record)
        guard event >= 0 else { return nil }
        begin(event)
      }
      let output = self.output(name, of: event, from: next, record)
      // Clean records keep the schema's order: what comes too late came twice, or is not theirs.
      guard output >= next else { return nil }
      values[output] = value
      next = output + 1
    }
    scanner.offset += 1
    return event >= 0 && scanner.peek(record) == 0 ? event : nil
  }

  /// Forgets the values of the last record.
  private mutating func begin(_ event: Int) {
    for output in 0..<tables.shapes[tables.events[event].wire].outputs.count {
      values[output] = 0..<0
      isTaken[output] = false
    }
  }

  /// The event that the first member names, or -1.
  private mutating func event(_ key: JSONToken, _ value: Range<Int>, _ record: Span<UInt8>) -> Int {
    guard matches(key, tables.eventKey, at: 0, record), record[value.lowerBound] == ASCII.quote
    else { return -1 }
    // The scanner has seen both quotes.
    decoded.removeAll()
    JSONText.decode(
      record.extracting(value.lowerBound + 1..<value.upperBound - 1),
      into: &decoded
    )
    return tables.eventNames.index(of: decoded.span)
  }

  /// The number of a field among its event's outputs, or -1. It is looked for from `next` on.
  private mutating func output(
    _ name: JSONToken,
    of event: Int,
    from next: Int,
    _ record: Span<UInt8>
  ) -> Int {
    let shape = tables.events[event].wire
    // In the wire form inputs and outputs are the same fields in the same order.
    if matches(name, tables.shapes[shape].names, at: next, record) { return next }
    let written = record.extracting(name.start..<name.end)
    return name.hasEscapes ? -1 : tables.shapes[shape].names.index(of: written)
  }

  /// Names of fields need no escape, and a clean record has none that is not needed.
  private func matches(
    _ name: JSONToken,
    _ table: NameTable,
    at index: Int,
    _ record: Span<UInt8>
  ) -> Bool {
    !name.hasEscapes && table.matches(record.extracting(name.start..<name.end), at: index)
  }

  // MARK: - Slots

  /// Finds for each slot the first of its fields that says something. What a slot looked at, it has
  /// taken: a null or an empty text has made room for another.
  private mutating func fillSlots(_ event: Int, _ record: Span<UInt8>) {
    if plan.takesEvent, tables.eventKey.count > 0 { isTaken[0] = true }
    for slot in plan.slots.indices {
      found[slot] = -1
      for output in plan.candidates[event][slot] {
        if !plan.slots[slot].copies { isTaken[output] = true }
        if values[output].isEmpty || Self.saysNothing(values[output], record) { continue }
        found[slot] = output
        break
      }
    }
  }

  /// Whether a value is null or an empty text.
  private static func saysNothing(_ value: Range<Int>, _ record: Span<UInt8>) -> Bool {
    let first = record[value.lowerBound]
    return first == ASCII.lowerN || (first == ASCII.quote && value.count == 2)
  }

  // MARK: - Writing

  private func write(
    _ event: Int,
    _ record: Span<UInt8>,
    to output: inout ByteBuffer
  ) -> Bool {
    // One bit a level, the lowest for the innermost: whether a comma is due.
    var marks: UInt32 = 0
    func separate(_ output: inout ByteBuffer) {
      if marks & 1 == 1 { output.append(ASCII.comma) }
      marks |= 1
    }
    for step in plan.steps {
      switch step {
      case .open(let bracket):
        output.append(bracket)
        marks <<= 1
      case .close(let bracket):
        output.append(bracket)
        marks >>= 1
      case .item: separate(&output)
      case .name(let constant):
        separate(&output)
        output.append(plan.constants[constant])
      case .constant(let constant): output.append(plan.constants[constant])
      case .event: writeEvent(record, to: &output)
      case .field(let slot):
        guard write(slot: slot, record, to: &output) else { return false }
      case .optional(let name, let slot):
        if found[slot] < 0 { continue }
        separate(&output)
        output.append(plan.constants[name])
        guard write(slot: slot, record, to: &output) else { return false }
      case .fields(let kinds, let isText):
        let outputs = tables.shapes[tables.events[event].wire].outputs
        for index in 0..<outputs.count where !isTaken[index] && !values[index].isEmpty {
          let value = record.extracting(values[index])
          guard kinds.contains(EnvelopeKinds(of: value)), !isText || value[0] != ASCII.lowerN
          else { continue }
          separate(&output)
          output.append(tables.outputs[outputs.lowerBound + index].label)
          if isText { Self.write(text: value, to: &output) } else { output.append(value) }
        }
      }
    }
    return true
  }

  private func writeEvent(_ record: Span<UInt8>, to output: inout ByteBuffer) {
    if plan.eventName >= 0 {
      output.append(plan.constants[plan.eventName])
    } else {
      output.append(record.extracting(values[0]))
    }
  }

  private func write(
    slot number: Int,
    _ record: Span<UInt8>,
    to output: inout ByteBuffer
  ) -> Bool {
    let slot = plan.slots[number]
    guard found[number] >= 0 else {
      guard slot.otherwise >= 0 else { return false }
      output.append(plan.constants[slot.otherwise])
      return true
    }
    let value = record.extracting(values[found[number]])
    switch slot.form {
    case .json: output.append(value)
    case .text: Self.write(text: value, to: &output)
    case .dateTime:
      guard EnvelopeKinds(of: value) == .numbers,
        let milliseconds = JSONNumber(value)?.shortInteger
      else { return false }
      return CivilTime.append(milliseconds: milliseconds, to: &output)
    }
    return true
  }

  /// Writes a value as a text: a text as it is, all else as its JSON.
  private static func write(text value: Span<UInt8>, to output: inout ByteBuffer) {
    if value[0] == ASCII.quote {
      output.append(value)
    } else {
      JSONText.write(value, to: &output)
    }
  }
}

extension EnvelopeKinds {
  /// The kind of a value, as its first byte tells.
  fileprivate init(of value: Span<UInt8>) {
    self = value[0].isDigit || value[0] == ASCII.minus ? .numbers : .others
  }
}
