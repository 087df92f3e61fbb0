internal import Gauze

/// The parts that the JSON Schema of the schema language is made of. Each begins with what it is for, which
/// editors show.
enum LanguageWords {
  /// A name of a schema, a field or an event key.
  static let namePattern = "^[A-Za-z_.$-][A-Za-z0-9_.$-]{0,63}$"

  /// Any value.
  static func anything(_ description: String) -> JSONValue {
    .members(["description": .word(description)])
  }

  /// Any text.
  static func string(_ description: String) -> JSONValue { typed(description, "string") }

  /// A value of a type.
  static func typed(_ description: String, _ type: String) -> JSONValue {
    .members(["description": .word(description), "type": .word(type)])
  }

  /// A text of so many characters.
  static func string(_ description: String, _ lengths: ClosedRange<Int>) -> JSONValue {
    var text = string(description)
    if lengths.lowerBound > 0 { text.add("minLength", .count(lengths.lowerBound)) }
    text.add("maxLength", .count(lengths.upperBound))
    return text
  }

  /// A text with a pattern.
  static func pattern(_ description: String, _ pattern: String) -> JSONValue {
    var text = string(description)
    text.add("pattern", .word(pattern))
    return text
  }

  /// A name.
  static func name(_ description: String) -> JSONValue { pattern(description, namePattern) }

  /// A text that says something.
  static func sentence(_ description: String) -> JSONValue {
    pattern(description, "[^ \\t\\n\\u000b\\u000c\\r]")
  }

  /// One value.
  static func constant(_ description: String, _ value: JSONValue) -> JSONValue {
    .members(["description": .word(description), "const": value])
  }

  /// One of some words.
  static func choice(_ description: String, _ words: [String]) -> JSONValue {
    .members(["description": .word(description), "enum": .list(words.map { .word($0) })])
  }

  /// A whole number.
  static func count(_ description: String, _ range: ClosedRange<Int>) -> JSONValue {
    .members([
      "description": .word(description), "type": .word("integer"),
      "minimum": .count(range.lowerBound), "maximum": .count(range.upperBound),
    ])
  }

  /// An array.
  static func list(
    _ description: String,
    of item: JSONValue,
    least: Int = 0,
    most: Int? = nil,
    isUnique: Bool = false
  ) -> JSONValue {
    var list = typed(description, "array")
    list.add("items", item)
    if least > 0 { list.add("minItems", .count(least)) }
    list.add("maxItems", most.map { .count($0) })
    if isUnique { list.add("uniqueItems", .boolean(true)) }
    return list
  }

  /// An object whose names are the author's.
  static func map(
    _ description: String,
    _ value: JSONValue,
    names: String? = nil,
    least: Int = 0,
    most: Int? = nil
  ) -> JSONValue {
    var map = typed(description, "object")
    map.add("propertyNames", names.map { .members(["pattern": .word($0)]) })
    map.add("additionalProperties", value)
    if least > 0 { map.add("minProperties", .count(least)) }
    map.add("maxProperties", most.map { .count($0) })
    return map
  }

  /// An object whose names are the language's.
  static func closed(
    _ description: String,
    _ members: KeyValuePairs<String, JSONValue>,
    needs: [String] = [],
    least: Int = 0
  ) -> JSONValue {
    var object = typed(description, "object")
    object.add("properties", .members(members))
    if !needs.isEmpty { object.add("required", .list(needs.map { .word($0) })) }
    object.add("additionalProperties", .boolean(false))
    if least > 0 { object.add("minProperties", .count(least)) }
    return object
  }

  /// A part that stands among the definitions.
  static func reference(_ name: String, _ description: String? = nil) -> JSONValue {
    var fields = JSONFields()
    fields.add("description", description.map { .word($0) })
    fields.add("$ref", .word("#/$defs/\(name)"))
    return .object(fields)
  }
}

extension JSONValue {
  /// The members, of an object.
  var object: JSONFields {
    if case .object(let fields) = self { fields } else { JSONFields() }
  }

  /// Adds a member to an object, unless there is no value for it.
  mutating func add(_ keyword: String, _ value: JSONValue?) {
    var fields = object
    fields.add(keyword, value)
    self = .object(fields)
  }
}
