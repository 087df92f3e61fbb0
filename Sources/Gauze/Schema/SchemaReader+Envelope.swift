// `envelope`: its template is read here, and judged against the events in
// `SchemaReader+EnvelopeChecks.swift`.

extension SchemaReader {
  /// The most parts of a template: constants, slots, objects and arrays.
  static let mostEnvelopeParts = 256
  /// The most fields that one slot may name.
  static let mostSlotFields = 8

  /// Reads what follows `envelope`.
  mutating func readEnvelope(
    _ node: JSONNode,
    _ events: [Event],
    eventKey: [UInt8]?
  ) -> EnvelopePart? {
    let isFlawed = !faults.isEmpty
    guard case .object = node.value else {
      faults.append(SchemaFault(.wrongKind, at: node.start))
      return nil
    }
    var reader = JSONObjectReader(node, &faults)
    let template = reader.require("template", &faults)
    reader.finish(&faults)
    guard let template else { return nil }
    let before = faults.count
    var count = 0
    let part = readPart(template, isMember: false, depth: 1, &count)
    guard faults.count == before else { return part }
    let wires = events.map { WireEvent($0) }
    checkSlotNames(part.slots, wires)
    // Fields with faults are no measure for an envelope.
    if !isFlawed, faults.isEmpty {
      checkEnvelope(part, wires, eventKey: eventKey, at: template.start)
    }
    return part
  }

  private mutating func readPart(
    _ node: JSONNode,
    isMember: Bool,
    depth: Int,
    _ count: inout Int
  ) -> EnvelopePart {
    count += 1
    guard depth <= Self.deepest else {
      faults.append(SchemaFault(.tooDeep, at: node.start))
      return .array([])
    }
    if count == Self.mostEnvelopeParts + 1 { faults.append(SchemaFault(.tooMany, at: node.start)) }
    guard count <= Self.mostEnvelopeParts else { return .array([]) }
    switch node.value {
    case .object(let members):
      for member in members {
        if member.name.span.equals("$event") { return readEventSlot(node) }
        if member.name.span.equals("$field") { return readFieldSlot(node, isMember: isMember) }
      }
      var entries: [EnvelopeEntry] = []
      for member in members {
        if member.name.span.equals("$fields") {
          entries.append(.fields(readSpread(member.node, at: member.start)))
        } else {
          let part = readPart(member.node, isMember: true, depth: depth + 1, &count)
          entries.append(.member(name: member.name, part: part, offset: member.start))
        }
      }
      return .object(entries)
    case .array(let items):
      var parts: [EnvelopePart] = []
      for item in items {
        parts.append(readPart(item, isMember: false, depth: depth + 1, &count))
      }
      return .array(parts)
    case .null, .boolean, .number, .string:
      return .constant(node.constant ?? [])
    }
  }

  private mutating func readEventSlot(_ node: JSONNode) -> EnvelopePart {
    var reader = JSONObjectReader(node, &faults)
    if let value = reader.take("$event"), value.boolean(&faults) == false {
      faults.append(SchemaFault(.badValue, at: value.start))
    }
    let copies = reader.take("copy").flatMap { $0.boolean(&faults) } ?? false
    reader.finish(&faults)
    return .event(copies: copies)
  }

  private mutating func readFieldSlot(_ node: JSONNode, isMember: Bool) -> EnvelopePart {
    var reader = JSONObjectReader(node, &faults)
    var slot = EnvelopeField(names: [], nameOffsets: [], offset: node.start)
    if let value = reader.take("$field") { readSlotNames(value, &slot) }
    slot.copies = reader.take("copy").flatMap { $0.boolean(&faults) } ?? false
    if let form = reader.take("as") { slot.form = readForm(form) }
    if let value = reader.take("otherwise") {
      slot.otherwise = value.constant
      if slot.otherwise == nil { faults.append(SchemaFault(.wrongKind, at: value.start)) }
    }
    if let value = reader.take("optional") {
      slot.isOptional = value.boolean(&faults) ?? false
      if slot.otherwise != nil {
        faults.append(SchemaFault(.conflictingKeyword, at: value.start))
      }
      // Only a member can be left out: an array's later items would move.
      if !isMember { faults.append(SchemaFault(.misplacedKeyword, at: value.start)) }
    }
    reader.finish(&faults)
    return .field(slot)
  }

  private mutating func readSlotNames(_ node: JSONNode, _ slot: inout EnvelopeField) {
    var nodes = [node]
    if case .array(let items) = node.value { nodes = items }
    if nodes.isEmpty || nodes.count > Self.mostSlotFields {
      faults.append(SchemaFault(.badValue, at: node.start))
      return
    }
    for item in nodes {
      guard let name = item.text(&faults) else { continue }
      if slot.names.contains(name) { faults.append(SchemaFault(.badValue, at: item.start)) }
      slot.names.append(name)
      slot.nameOffsets.append(item.start)
    }
  }

  private mutating func readForm(_ node: JSONNode) -> EnvelopeForm {
    guard let word = node.text(&faults) else { return .json }
    for form in EnvelopeForm.allCases where word.span.equals(form.word) { return form }
    faults.append(SchemaFault(.badValue, at: node.start))
    return .json
  }

  private mutating func readSpread(_ node: JSONNode, at offset: Int) -> EnvelopeSpread {
    var spread = EnvelopeSpread(offset: offset)
    guard case .object = node.value else {
      faults.append(SchemaFault(.wrongKind, at: node.start))
      return spread
    }
    var reader = JSONObjectReader(node, &faults)
    if let value = reader.require("kinds", &faults), let word = value.text(&faults) {
      spread.kinds = []
      for entry in EnvelopeKinds.words where word.span.equals(entry.word) {
        spread.kinds = entry.kinds
      }
      if spread.kinds.isEmpty { faults.append(SchemaFault(.badValue, at: value.start)) }
    }
    if let value = reader.take("as") {
      let form = readForm(value)
      spread.isText = form == .text
      if form == .dateTime { faults.append(SchemaFault(.badValue, at: value.start)) }
    }
    reader.finish(&faults)
    return spread
  }
}

extension JSONNode {
  /// A value that is no container, as JSON text with the fewest escapes.
  fileprivate var constant: [UInt8]? {
    switch value {
    case .null: return Array("null".utf8)
    case .boolean(let value): return Array((value ? "true" : "false").utf8)
    case .number(let digits): return digits
    case .string(let text):
      var buffer = ByteBuffer()
      JSONText.write(text.span, to: &buffer)
      return buffer.bytes
    case .array, .object: return nil
    }
  }
}
