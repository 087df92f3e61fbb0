import Gauze

/// An envelope made the long way: from the template's tree and the clean record's, as texts, without
/// a plan. `SCHEMA.md` is what it follows.
struct NaiveEnvelope {
  private let record: [UInt8]
  private let fields: [JSONMember]
  private let eventKey: String?
  private let eventName: String
  /// The names of fields that slots have taken.
  private var taken: Set<String> = []

  init(_ record: [UInt8], eventKey: String?, onlyEvent: String) throws {
    self.record = record
    self.eventKey = eventKey
    guard case .object(let members) = try JSONNode(reading: record.span).value else {
      fields = []
      eventName = ""
      return
    }
    fields = members
    eventName =
      eventKey == nil ? onlyEvent : members.first?.node.asText?.shown ?? "a record without event"
  }

  /// The text of the envelope, but for times.
  mutating func wrap(in template: JSONNode) -> String {
    take(template)
    return text(template) ?? ""
  }

  private mutating func take(_ node: JSONNode) {
    switch node.value {
    case .array(let items): for item in items { take(item) }
    case .object(let members):
      let copies = node.member("copy")?.isTrue == true
      if node.member("$event") != nil {
        if !copies, let eventKey { taken.insert(eventKey) }
        return
      }
      if node.member("$field") != nil {
        for name in Self.names(node) {
          if !copies { taken.insert(name) }
          if source(name) != nil { break }
        }
        return
      }
      for member in members { take(member.node) }
    default: break
    }
  }

  private static func names(_ slot: JSONNode) -> [String] {
    guard let node = slot.member("$field") else { return [] }
    if case .array(let items) = node.value { return items.compactMap { $0.asText?.shown } }
    return [node.asText?.shown ?? ""]
  }

  /// A field's value as it stands in the record, if it says something.
  private func source(_ name: String) -> String? {
    guard let node = fields.first(where: { $0.name.shown == name })?.node else { return nil }
    let text = Array(record[node.start..<node.end]).shown
    return text == "null" || text == "\"\"" ? nil : text
  }

  /// What a part becomes; nil for a member that is left out.
  private func text(_ node: JSONNode) -> String? {
    switch node.value {
    case .null: return "null"
    case .boolean(let value): return "\(value)"
    case .number(let digits): return digits.shown
    case .string(let text): return Self.quoted(text.shown)
    case .array(let items): return "[\(items.compactMap(text).joined(separator: ","))]"
    case .object(let members):
      if node.member("$event") != nil { return Self.quoted(eventName) }
      if node.member("$field") != nil { return slot(node) }
      var parts: [String] = []
      for member in members {
        if member.name.shown == "$fields" {
          parts += spread(member.node)
        } else if let value = text(member.node) {
          parts.append("\(Self.quoted(member.name.shown)):\(value)")
        }
      }
      return "{\(parts.joined(separator: ","))}"
    }
  }

  private func slot(_ node: JSONNode) -> String? {
    for name in Self.names(node) {
      if let value = source(name) {
        return node.member("as")?.asText?.shown == "text" ? Self.asText(value) : value
      }
    }
    return node.member("otherwise").flatMap(text)
  }

  private func spread(_ node: JSONNode) -> [String] {
    let kinds = node.member("kinds")?.asText?.shown
    let isText = node.member("as")?.asText?.shown == "text"
    return fields.filter { !taken.contains($0.name.shown) }.compactMap { member in
      let value = Array(record[member.node.start..<member.node.end]).shown
      var isNumber = false
      if case .number = member.node.value { isNumber = true }
      if kinds == "numbers", !isNumber { return nil }
      if kinds == "others", isNumber { return nil }
      if isText, value == "null" { return nil }
      return "\(Self.quoted(member.name.shown)):\(isText ? Self.asText(value) : value)"
    }
  }

  private static func asText(_ value: String) -> String {
    value.hasPrefix("\"") ? value : quoted(value)
  }

  private static func quoted(_ text: String) -> String {
    var buffer = ByteBuffer()
    JSONText.write(Array(text.utf8).span, to: &buffer)
    return buffer.bytes.shown
  }
}

extension JSONNode {
  var isTrue: Bool {
    if case .boolean(true) = value { return true }
    return false
  }

  /// The texts, numbers and words in it, in order; of an empty container, its brackets.
  func leaves(_ source: [UInt8]) -> [String] {
    switch value {
    case .array(let items) where !items.isEmpty: items.flatMap { $0.leaves(source) }
    case .object(let members) where !members.isEmpty: members.flatMap { $0.node.leaves(source) }
    default: [Array(source[start..<end]).shown]
    }
  }
}
