import Gauze
import GauzeGate
import Testing

/// A second reading of JSON Schema 2020-12: the keywords that exports use, each as the standard has it.
/// A keyword that it does not know is an issue, so that nothing is passed over.
struct NaiveValidator {
  private let root: JSONNode
  private let patterns = Patterns()

  /// Patterns that were made before: making one takes longer than matching.
  private final class Patterns {
    private var all: [String: Regex<AnyRegexOutput>] = [:]

    subscript(_ text: String) -> Regex<AnyRegexOutput> {
      get throws {
        if let pattern = all[text] { return pattern }
        let pattern = try Regex(text).matchingSemantics(.unicodeScalar)
        all[text] = pattern
        return pattern
      }
    }
  }

  init(_ bytes: [UInt8]) throws { root = try JSONNode(reading: bytes.span) }

  func accepts(_ record: [UInt8]) throws -> Bool {
    try accepts(try JSONNode(reading: record.span), root)
  }

  private func accepts(_ value: JSONNode, _ schema: JSONNode) throws -> Bool {
    if case .boolean(let truth) = schema.value { return truth }
    guard case .object(let keywords) = schema.value else { return false }
    for keyword in keywords {
      let name = String(decoding: keyword.name, as: UTF8.self)
      guard try holds(name, keyword.node, value, schema) else { return false }
    }
    return true
  }

  private func holds(
    _ name: String,
    _ node: JSONNode,
    _ value: JSONNode,
    _ schema: JSONNode
  ) throws -> Bool {
    switch name {
    case "$schema", "$defs", "title", "description", "then", "else": return true
    case "$ref":
      let names = node.text.split(separator: "/").dropFirst().map(String.init)
      let target = names.reduce(root) { $0?.member($1) }
      return try accepts(value, try #require(target))
    case "type": return node.options.contains { value.isOf($0.text) }
    case "const": return value.isEqual(to: node)
    case "enum": return node.items.contains { value.isEqual(to: $0) }
    case "oneOf": return try node.items.filter { try accepts(value, $0) }.count == 1
    case "anyOf": return try node.items.contains { try accepts(value, $0) }
    case "allOf": return try node.items.allSatisfy { try accepts(value, $0) }
    case "if":
      let branch = try accepts(value, node) ? "then" : "else"
      return try schema.member(branch).map { try accepts(value, $0) } ?? true
    case "minimum", "maximum", "maxLength", "pattern":
      return try holdsOfScalar(name, node, value)
    default: return try holdsOfContainer(name, node, value, schema)
    }
  }

  private func holdsOfScalar(_ name: String, _ node: JSONNode, _ value: JSONNode) throws -> Bool {
    switch (value.value, name) {
    case (.number(let digits), "minimum"), (.number(let digits), "maximum"):
      guard let number = JSONNumber(digits.span), let bound = node.number else { return false }
      return name == "minimum" ? number >= bound : number <= bound
    case (.string(let text), "maxLength"):
      let count = String(decoding: text, as: UTF8.self).unicodeScalars.count
      return try #require(Int(node.text)) >= count
    case (.string(let text), "pattern"):
      return try String(decoding: text, as: UTF8.self).firstMatch(of: patterns[node.text]) != nil
    default: return true
    }
  }

  private func holdsOfContainer(
    _ name: String,
    _ node: JSONNode,
    _ value: JSONNode,
    _ schema: JSONNode
  ) throws -> Bool {
    let members: [JSONMember]? = if case .object(let all) = value.value { all } else { nil }
    let items: [JSONNode]? = if case .array(let all) = value.value { all } else { nil }
    let names = members?.map { String(decoding: $0.name, as: UTF8.self) } ?? []
    switch name {
    case "properties":
      return try (members ?? []).allSatisfy { member in
        let known = node.member(String(decoding: member.name, as: UTF8.self))
        return try known.map { try accepts(member.node, $0) } ?? true
      }
    case "additionalProperties":
      return try (members ?? []).allSatisfy { member in
        let name = String(decoding: member.name, as: UTF8.self)
        if schema.member("properties")?.member(name) != nil { return true }
        return try accepts(member.node, node)
      }
    case "required": return members == nil || node.items.allSatisfy { names.contains($0.text) }
    case "propertyNames":
      return try (members ?? []).allSatisfy {
        try accepts(JSONNode.text($0.name), node)
      }
    case "maxProperties": return try #require(Int(node.text)) >= names.count
    case "items": return try (items ?? []).allSatisfy { try accepts($0, node) }
    case "maxItems": return try #require(Int(node.text)) >= items?.count ?? 0
    case "uniqueItems":
      let all = items ?? []
      return all.indices.allSatisfy { index in
        !all[(index + 1)...].contains { $0.isEqual(to: all[index]) }
      }
    default:
      Issue.record("no keyword of an export: \(name)")
      return false
    }
  }
}

extension JSONNode {
  /// A text, by way of a document.
  fileprivate static func text(_ bytes: [UInt8]) throws -> JSONNode {
    var buffer = ByteBuffer()
    JSONText.write(bytes.span, to: &buffer)
    return try JSONNode(reading: buffer.bytes.span)
  }

  /// A text as it is, a number as it is written.
  fileprivate var text: String {
    switch value {
    case .string(let bytes), .number(let bytes): String(decoding: bytes, as: UTF8.self)
    default: ""
    }
  }

  fileprivate var number: JSONNumber? {
    if case .number(let digits) = value { JSONNumber(digits.span) } else { nil }
  }

  fileprivate var items: [JSONNode] {
    if case .array(let items) = value { items } else { [] }
  }

  /// The one, or the items of a list.
  fileprivate var options: [JSONNode] {
    if case .array(let items) = value { items } else { [self] }
  }

  fileprivate func member(_ name: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.name == Array(name.utf8) }?.node
  }

  fileprivate func isOf(_ type: String) -> Bool {
    switch value {
    case .null: type == "null"
    case .boolean: type == "boolean"
    case .number: type == "number" || type == "integer" && number?.isInteger == true
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }

  fileprivate func isEqual(to other: JSONNode) -> Bool {
    switch (value, other.value) {
    case (.null, .null): true
    case (.boolean(let one), .boolean(let two)): one == two
    case (.number, .number): number != nil && number == other.number
    case (.string(let one), .string(let two)): one == two
    default: false
    }
  }
}
