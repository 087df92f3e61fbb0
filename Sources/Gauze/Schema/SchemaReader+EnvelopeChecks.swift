// Whether an envelope keeps its word for every record of every event: each slot finds what it needs,
// each field that no slot takes has exactly one place, and none of them meets a member of that name.

extension SchemaReader {
  /// The last millisecond of the year 9999, the last year of RFC 3339.
  private static let lastMillisecond = JSONNumber(Int64(253_402_300_799) &* 1000 + 999)

  /// Checks that slots name fields that leave.
  mutating func checkSlotNames(_ slots: [EnvelopeField], _ events: [WireEvent]) {
    // Without events nothing is known, and that has been said.
    if events.isEmpty { return }
    for slot in slots {
      for (name, offset) in zip(slot.names, slot.nameOffsets) {
        let isKnown = events.contains { $0.names.index(of: name.span) >= 0 }
        if !isKnown { faults.append(SchemaFault(.unknownField, at: offset)) }
      }
    }
  }

  /// Judges a template by the fields of every event.
  mutating func checkEnvelope(
    _ root: EnvelopePart,
    _ events: [WireEvent],
    eventKey: [UInt8]?,
    at offset: Int
  ) {
    let places = SpreadPlace.all(in: root)
    var covered: EnvelopeKinds = []
    for place in places {
      guard covered.isDisjoint(with: place.spread.kinds) else {
        faults.append(SchemaFault(.envelopeOverlap, at: place.spread.offset))
        return
      }
      covered.formUnion(place.spread.kinds)
    }
    let slots = root.slots
    let takesEvent = root.takesEvent
    for event in events {
      for slot in slots { check(slot, event) }
      let taken = event.fieldsAlwaysTaken(by: slots)
      for (index, property) in event.properties.enumerated() where !taken[index] {
        let kinds = property.field.envelopeKinds
        check(property.name, kinds, places, covered, at: property.field.offset)
      }
      if let eventKey, !takesEvent { check(eventKey, .others, places, covered, at: offset) }
    }
  }

  /// Checks that a field which no slot takes has a place, and that nothing else has it.
  private mutating func check(
    _ name: [UInt8],
    _ kinds: EnvelopeKinds,
    _ places: [SpreadPlace],
    _ covered: EnvelopeKinds,
    at offset: Int
  ) {
    if !covered.isSuperset(of: kinds) { faults.append(SchemaFault(.envelopeLoss, at: offset)) }
    for place in places where !place.spread.kinds.isDisjoint(with: kinds) {
      if place.names.index(of: name.span) >= 0 {
        faults.append(SchemaFault(.envelopeCollision, at: offset))
      }
    }
  }

  /// Checks that a slot always finds something, and a time where it says so.
  private mutating func check(_ slot: EnvelopeField, _ event: WireEvent) {
    let isSure = slot.names.contains { event.field($0)?.isAlwaysTelling ?? false }
    if !isSure, slot.otherwise == nil, !slot.isOptional {
      faults.append(SchemaFault(.missingKeyword, at: slot.offset, keyword: "otherwise"))
    }
    guard slot.form == .dateTime else { return }
    for (name, offset) in zip(slot.names, slot.nameOffsets) {
      guard let field = event.field(name)?.field else { continue }
      let numbers = field.wireNumbers
      let isTime =
        field.wireTypes.subtracting(.null).isSubset(of: [.integer, .number]) && numbers.isInteger
        && numbers.minimum.map { $0 >= .zero } == true
        && numbers.maximum.map { $0 <= Self.lastMillisecond } == true
      if !isTime { faults.append(SchemaFault(.envelopeTime, at: offset)) }
    }
  }
}

/// The fields of an event of which something leaves.
struct WireEvent {
  var properties: [Property]
  var names: NameTable

  init(_ event: Event) {
    properties = event.properties.filter { !$0.field.isDropped }
    names = NameTable(properties.map { $0.name })
  }

  fileprivate func field(_ name: [UInt8]) -> Property? {
    let index = names.index(of: name.span)
    return index >= 0 ? properties[index] : nil
  }

  /// Which fields never come to stand among the rest, as some slot always looks at them: the first
  /// that a slot names of those that there are.
  fileprivate func fieldsAlwaysTaken(by slots: [EnvelopeField]) -> [Bool] {
    var taken = [Bool](repeating: false, count: properties.count)
    for slot in slots where !slot.copies {
      for name in slot.names {
        let index = names.index(of: name.span)
        if index < 0 { continue }
        taken[index] = true
        break
      }
    }
    return taken
  }
}

/// An object into which fields are spread.
private struct SpreadPlace {
  var spread: EnvelopeSpread
  /// The names of its own members.
  var names: NameTable

  static func all(in root: EnvelopePart) -> [SpreadPlace] {
    var places: [SpreadPlace] = []
    root.visit { part in
      guard case .object(let entries) = part else { return }
      var names: [[UInt8]] = []
      for case .member(let name, _, _) in entries { names.append(name) }
      for case .fields(let spread) in entries {
        places.append(SpreadPlace(spread: spread, names: NameTable(names)))
      }
    }
    return places
  }
}

extension Property {
  /// Whether each clean record has it, and neither null nor empty.
  fileprivate var isAlwaysTelling: Bool {
    let isThere = isRequired || field.takesAbsent
    guard isThere, !field.wireTypes.contains(.null) else { return false }
    guard field.wireTypes.contains(.string) else { return true }
    switch field.chain {
    case .none: return field.format != nil || field.choices?.contains(.text([])) == false
    case .redact: return true
    case .drop, .scrub, .list: return false
    case .transform(let chain):
      if case .words(let words) = chain.image { return !words.contains([]) }
      switch chain.steps.last?.name {
      case .hashEmail, .pseudonymize, .fingerprint: return true
      default: return false  // A text of any length, the empty one perhaps.
      }
    }
  }
}
