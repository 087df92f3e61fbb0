package import Gauze

/// A step into a record.
package enum RecordStep: Sendable, Equatable {
  case member([UInt8])
  case item
  case mapValue
}

/// Makes the smallest records that an event of a schema accepts, with a value planted at a place.
package struct RecordMaker: Sendable {
  let eventKey: [UInt8]?

  package init(eventKey: [UInt8]?) { self.eventKey = eventKey }

  /// What stands at the place instead of a sample.
  package struct Plant {
    /// The JSON text of the value.
    var value: [UInt8]
    /// Whether the member stands there twice.
    var isDouble = false
    /// Whether the value is planted as the key of a map.
    var isKey = false
  }

  /// A record of `event`, without the last brace if `isOpen`.
  package func record(
    _ event: Event,
    at steps: ArraySlice<RecordStep>,
    _ plant: Plant?,
    extra: [UInt8] = [],
    eventName: [UInt8]? = nil,
    keyIsLast: Bool = false
  ) -> [UInt8] {
    var members: [[UInt8]] = []
    if let eventKey {
      let name = eventName ?? Self.json(event.name)
      members.append(Self.json(eventKey) + [ASCII.colon] + name)
    }
    members += Self.members(event.properties, at: steps, plant)
    if !extra.isEmpty { members.append(extra) }
    if keyIsLast, eventKey != nil { members.append(members.removeFirst()) }
    return Self.object(members)
  }

  static func json(_ text: [UInt8]) -> [UInt8] {
    var output = ByteBuffer()
    JSONText.write(text.span, to: &output)
    return output.bytes
  }

  private static func object(_ members: [[UInt8]]) -> [UInt8] {
    var text = [ASCII.leftBrace]
    for member in members {
      if text.count > 1 { text.append(ASCII.comma) }
      text += member
    }
    return text + [ASCII.rightBrace]
  }

  private static func members(
    _ properties: [Property],
    at steps: ArraySlice<RecordStep>,
    _ plant: Plant?
  ) -> [[UInt8]] {
    var members: [[UInt8]] = []
    // What is planted in may be there only if a sibling has a word.
    let planted = properties.first { steps.first == .member($0.name) }
    let demanded = planted?.field.condition
    for property in properties where property.field.source == nil {
      let isOn = steps.first == .member(property.name)
      let isDemanded = property.name == demanded?.field
      let isOwed = isOwed(property, properties, demanded)
      guard isOn || isDemanded || property.isRequired || isOwed else { continue }
      let rest = isOn ? steps.dropFirst() : []
      var value = value(property.field, at: rest, isOn ? plant : nil)
      if isDemanded, let word = demanded?.words.first { value = text(of: word, property.field) }
      let member = json(property.name) + [ASCII.colon] + value
      members.append(member)
      if isOn, rest.isEmpty, plant?.isDouble == true { members.append(member) }
    }
    return members
  }

  /// Whether a conditional field is owed beside the words that its sibling has in such a record.
  private static func isOwed(
    _ property: Property,
    _ properties: [Property],
    _ demanded: Condition?
  ) -> Bool {
    guard let condition = property.field.condition,
      let sibling = properties.first(where: { $0.name == condition.field })
    else { return false }
    if sibling.name == demanded?.field {
      return demanded?.words.first.map(condition.words.contains) ?? false
    }
    guard sibling.isRequired else { return false }
    return condition.words.contains(sibling.field.choices?.first ?? .boolean(true))
  }

  /// A value that `field` accepts, or what is planted in it.
  private static func value(
    _ field: Field,
    at steps: ArraySlice<RecordStep>,
    _ plant: Plant?
  ) -> [UInt8] {
    if let plant, steps.isEmpty {
      guard plant.isKey else { return plant.value }
      let sample = field.element.first.map { value($0, at: [], nil) } ?? []
      return object([plant.value + [ASCII.colon] + sample])
    }
    if let choice = field.choices?.first { return text(of: choice, field) }
    switch steps.first {
    case .item:
      return [ASCII.leftBracket] + inner(field, steps, plant) + [ASCII.rightBracket]
    case .mapValue:
      let member = key(field) + [ASCII.colon] + inner(field, steps, plant)
      let isDouble = steps.count == 1 && plant?.isDouble == true
      return object(isDouble ? [member, member] : [member])
    default: break
    }
    if let properties = field.properties { return object(members(properties, at: steps, plant)) }
    if let sample = field.policies.lazy.compactMap({ sample(of: $0) }).first {
      return Array(sample.utf8)
    }
    if field.types.contains(.string) { return json(field.format?.sample ?? Array("ok".utf8)) }
    if !field.types.isDisjoint(with: [.integer, .number]) { return number(field) }
    if field.types.contains(.boolean) { return Array("true".utf8) }
    if field.types.contains(.array) { return Array("[]".utf8) }
    return Array((field.types.contains(.object) ? "{}" : "null").utf8)
  }

  private static func inner(
    _ field: Field,
    _ steps: ArraySlice<RecordStep>,
    _ plant: Plant?
  ) -> [UInt8] {
    field.element.first.map { value($0, at: steps.dropFirst(), plant) } ?? Array("null".utf8)
  }

  /// A value that a policy which may refuse takes.
  private static func sample(of policy: Policy) -> String? {
    if case .vocabulary(let vocabulary) = policy {
      return vocabulary.entries.first.map { String(decoding: json($0.word), as: UTF8.self) }
    }
    return switch policy.name {
    case .hashEmail: #""a@b.example""#
    case .coarsenTime: #""2026-01-01T00:00:00Z""#
    case .coarsenVersion: #""1.2.3""#
    case .hint: #""cannot open""#
    case .maskArguments: "{}"
    default: nil
    }
  }

  /// A key that a map allows.
  private static func key(_ field: Field) -> [UInt8] {
    json(field.keys?.words.first ?? field.keys?.format?.sample ?? Array("ok".utf8))
  }

  private static func text(of choice: Choice, _ field: Field) -> [UInt8] {
    switch choice {
    case .text(let text): json(text)
    case .boolean(let value): Array((value ? "true" : "false").utf8)
    case .null: Array("null".utf8)
    case .number: number(field)
    }
  }

  /// A number that the field accepts: a small one, a power of two, or 0.
  private static func number(_ field: Field) -> [UInt8] {
    let powers = (0..<62).flatMap { [Int64(1) << Int64($0), -(Int64(1) << Int64($0))] }
    for candidate in Array(0...300) + powers {
      let number = JSONNumber(candidate)
      let isWithin =
        field.minimum.map { number >= $0 } ?? true && field.maximum.map { number <= $0 } ?? true
      let isChosen = field.choices?.contains(.number(number)) ?? true
      if isWithin, isChosen { return Array("\(candidate)".utf8) }
    }
    return Array("0".utf8)
  }
}

extension TextFormat {
  /// A text of the format that says nothing.
  fileprivate var sample: [UInt8] {
    switch self {
    case .uuid: Array("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa".utf8)
    case .dateTime: Array("2026-01-01T00:00:00Z".utf8)
    case .date: Array("2026-01-01".utf8)
    case .version: Array("1.0".utf8)
    case .identifier: Array("ok".utf8)
    case .hex: Array("aa".utf8)
    case .semver: Array("1.0.0".utf8)
    case .email: Array("a@b.example".utf8)
    case .hex32: Array(repeating: ASCII.lowerA, count: 32)
    case .hex64: Array(repeating: ASCII.lowerA, count: 64)
    }
  }
}
