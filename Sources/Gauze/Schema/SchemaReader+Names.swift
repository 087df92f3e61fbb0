// What things were called before (`was`), and names that were given up for good (`retired`): for whoever
// compares two schemas. Neither changes a record.

extension SchemaReader {
  /// The most names that a schema retires.
  static let mostRetired = 1024

  /// What follows `was` on an event.
  mutating func readEventName(_ node: JSONNode) -> [UInt8]? {
    guard let name = node.text(&faults) else { return nil }
    checkEventName(name.span, at: node.start)
    return name
  }

  /// A former name is nobody's now, and one thing's.
  mutating func checkFormerNames(_ properties: [Property]) {
    guard properties.contains(where: { $0.field.was != nil }) else { return }
    let names = NameTable(properties.map { $0.name })
    var former: [[UInt8]] = []
    for property in properties {
      guard let was = property.field.was else { continue }
      checkFormerName(was, names, &former, at: property.field.offset)
    }
  }

  /// The same for events, of which `members` are the places.
  mutating func checkFormerNames(_ events: [Event], _ members: [JSONMember]) {
    guard events.contains(where: { $0.was != nil }), events.count == members.count else { return }
    let names = NameTable(events.map { $0.name })
    var former: [[UInt8]] = []
    for (index, event) in events.enumerated() {
      guard let was = event.was else { continue }
      checkFormerName(was, names, &former, at: members[index].start)
    }
  }

  /// Of one object there are at most 512 fields, and of events 1024.
  private mutating func checkFormerName(
    _ name: [UInt8],
    _ names: NameTable,
    _ former: inout [[UInt8]],
    at offset: Int
  ) {
    if names.index(of: name.span) >= 0 || former.contains(name) {
      faults.append(SchemaFault(.duplicateName, at: offset))
    }
    former.append(name)
  }

  /// Reads what follows `retired`: `event` or `event.field`. What is in use is not retired.
  mutating func readRetired(_ node: JSONNode, _ events: [Event]) -> [[UInt8]] {
    let items = node.items(&faults) ?? []
    guard items.count <= Self.mostRetired else {
      faults.append(SchemaFault(.tooMany, at: node.start))
      return []
    }
    let names = NameTable(events.map { $0.name })
    var retired: [[UInt8]] = []
    for item in items {
      guard let name = item.text(&faults) else { continue }
      // An event's name, a dot and a field's.
      if !(1...193).contains(name.count)
        || !name.allSatisfy({ $0 >= ASCII.space && $0 < ASCII.delete })
      {
        faults.append(SchemaFault(.badName, at: item.start))
      } else if retired.contains(name) || isUsed(name, names, events) {
        faults.append(SchemaFault(.duplicateName, at: item.start))
      }
      retired.append(name)
    }
    return retired
  }

  /// Names of events and fields may hold dots, so each dot may be the one between them.
  private func isUsed(_ name: [UInt8], _ names: NameTable, _ events: [Event]) -> Bool {
    if names.index(of: name.span) >= 0 { return true }
    for dot in name.indices where name[dot] == ASCII.dot {
      let event = names.index(of: name.span.extracting(0..<dot))
      guard event >= 0 else { continue }
      let field = name[(dot + 1)...]
      if events[event].properties.contains(where: { $0.name[...] == field }) { return true }
    }
    return false
  }
}
