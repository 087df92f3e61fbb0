// Promises: sentences of the telemetry page, bound to what the engine can be held to.

extension SchemaReader {
  /// The most promises, and the most names that one speaks of.
  private static let mostPromises = 256
  private static let mostNames = 256
  /// The most canaries of one promise, the most texts of one, and the longest text.
  private static let mostCanaries = 64
  private static let mostTexts = 64
  private static let longestText = 256

  mutating func readPromises(
    _ node: JSONNode,
    _ events: [Event],
    _ file: Span<UInt8>
  ) -> [Promise] {
    var promises: [Promise] = []
    for item in items(of: node, most: Self.mostPromises) {
      var reader = JSONObjectReader(item, &faults)
      let text = reader.require("text", &faults).flatMap { readSentence($0) }
      let keeper = reader.require("enforcedBy", &faults).flatMap {
        readWord($0, ["engine", "client", "declaration"])
      }
      let classes = reader.take("classes").map { readClasses($0) } ?? []
      let fields = reader.take("fields").map { readFieldNames($0, events) } ?? []
      let absent = reader.take("absent")
      let canaries = reader.take("canaries")
      reader.finish(&faults)
      guard let text, let keeper else { continue }
      var promise = Promise(text: text, enforcedBy: keeper, classes: classes, fields: fields)
      promise.offset = item.start
      for node in [absent, canaries] {
        // Nobody but the engine is held to them.
        guard let node, !promise.isEngines else { continue }
        faults.append(SchemaFault(.misplacedKeyword, at: node.start))
      }
      promise.absent = absent.map { readAbsent($0) } ?? []
      promise.canaries = canaries.map { readCanaries($0, file) } ?? []
      promises.append(promise)
    }
    return promises
  }

  /// The items of an array; a fault if there are more than `most`, and only so many of them.
  private mutating func items(of node: JSONNode, most: Int) -> ArraySlice<JSONNode> {
    let items = node.items(&faults) ?? []
    if items.count > most { faults.append(SchemaFault(.tooMany, at: node.start)) }
    return items.prefix(most)
  }

  private mutating func readAbsent(_ node: JSONNode) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for item in items(of: node, most: Self.mostNames) {
      if let name = readName(item) { names.append(name) }
    }
    if names.isEmpty { faults.append(SchemaFault(.badValue, at: node.start)) }
    return names
  }

  // MARK: - Canaries

  private mutating func readCanaries(_ node: JSONNode, _ file: Span<UInt8>) -> [PromiseCanary] {
    var canaries: [PromiseCanary] = []
    let items = items(of: node, most: Self.mostCanaries)
    if items.isEmpty { faults.append(SchemaFault(.badValue, at: node.start)) }
    for item in items {
      var reader = JSONObjectReader(item, &faults)
      let raw = reader.require("raw", &faults)
      let texts = reader.require("texts", &faults)
      reader.finish(&faults)
      guard let raw, let texts else { continue }
      guard case .object = raw.value else {
        faults.append(SchemaFault(.wrongKind, at: raw.start))
        continue
      }
      canaries.append(
        PromiseCanary(
          raw: file.copy(of: raw.start..<raw.end),
          texts: readTexts(texts, of: raw),
          offset: item.start
        )
      )
    }
    return canaries
  }

  /// The texts that may not leave. One that does not stand in the record could not leave in any case: it
  /// would prove nothing.
  private mutating func readTexts(_ node: JSONNode, of raw: JSONNode) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    let items = items(of: node, most: Self.mostTexts)
    if items.isEmpty { faults.append(SchemaFault(.badValue, at: node.start)) }
    for item in items {
      guard let text = readSentence(item) else { continue }
      if text.count > Self.longestText || !raw.holds(text.span) {
        faults.append(SchemaFault(.badValue, at: item.start))
      }
      texts.append(text)
    }
    return texts
  }

  // MARK: - Fields

  /// Names of fields at any depth.
  private mutating func readFieldNames(_ node: JSONNode, _ events: [Event]) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for item in items(of: node, most: Self.mostNames) {
      guard let name = item.text(&faults) else { continue }
      // Without events nothing is known, and that has been said.
      let isKnown = events.isEmpty || events.contains { Self.declares(name, $0.properties) }
      if !isKnown { faults.append(SchemaFault(.unknownField, at: item.start)) }
      names.append(name)
    }
    return names
  }

  private static func declares(_ name: [UInt8], _ properties: [Property]) -> Bool {
    for property in properties {
      if property.name == name || declares(name, within: property.field) { return true }
    }
    return false
  }

  private static func declares(_ name: [UInt8], within field: Field) -> Bool {
    if let properties = field.properties, declares(name, properties) { return true }
    for element in field.element where declares(name, within: element) { return true }
    return false
  }
}

extension JSONNode {
  /// Whether `text` is part of a name, a text or a number of this value.
  fileprivate func holds(_ text: Span<UInt8>) -> Bool {
    switch value {
    case .string(let own), .number(let own): return own.span.holds(text)
    case .array(let items):
      for item in items where item.holds(text) { return true }
    case .object(let members):
      for member in members where member.name.span.holds(text) || member.node.holds(text) {
        return true
      }
    case .boolean, .null: break
    }
    return false
  }
}

extension Span where Element == UInt8 {
  /// Whether `part` stands somewhere in these bytes. Complexity: O(count × part).
  fileprivate func holds(_ part: Span<UInt8>) -> Bool {
    guard part.count <= count else { return false }
    var start = 0
    while start <= count - part.count {
      var length = 0
      while length < part.count, self[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
      start += 1
    }
    return false
  }
}
