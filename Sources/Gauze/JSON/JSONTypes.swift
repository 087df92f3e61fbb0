/// The types that a value may have: JSON Schema's `type`.
package struct JSONTypes: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let null = JSONTypes(rawValue: 1)
  package static let boolean = JSONTypes(rawValue: 2)
  package static let integer = JSONTypes(rawValue: 4)
  package static let number = JSONTypes(rawValue: 8)
  package static let string = JSONTypes(rawValue: 16)
  package static let array = JSONTypes(rawValue: 32)
  package static let object = JSONTypes(rawValue: 64)

  /// Every type.
  package static let any: JSONTypes = [
    .null, .boolean, .number, .integer, .string, .array, .object,
  ]

  /// The types' names, in the order in which Gauze prints them.
  package static let names: [(name: StaticString, type: JSONTypes)] = [
    ("string", .string), ("integer", .integer), ("number", .number), ("boolean", .boolean),
    ("array", .array), ("object", .object), ("null", .null),
  ]

  /// The type of that name.
  package static func named(_ name: Span<UInt8>) -> JSONTypes? {
    for entry in names where name.equals(entry.name) { return entry.type }
    return nil
  }
}
