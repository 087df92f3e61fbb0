internal import Gauze

// Fields: what may stand in one, and what only beside something else.

extension LanguageSchema {
  /// What may stand in a field, wherever it is.
  static var field: JSONValue {
    var field = LanguageWords.closed(
      "A field: what comes in, what becomes of it, and why.",
      [
        "$ref": LanguageWords.pattern(
          "A definition of this file, whose keywords are taken.",
          "^#/\\$defs/"
        ),
        "type": type,
        "enum": LanguageWords.list(
          "The values that are allowed, none twice.",
          of: word("A text, a number, a Boolean or null."),
          least: 1,
          most: SchemaReader.mostWords,
          isUnique: true
        ),
        "const": word("The one value that is allowed."),
        "otherwise": LanguageWords.string(
          "What leaves for a text that is none of the words.",
          1...64
        ),
        "format": LanguageWords.choice(
          "What the text looks like. Strict formats close a text; loose ones need maxLength and waiver.",
          TextFormat.allCases.map { "\($0.word)" }
        ),
        "maxLength": LanguageWords.count(
          "How many Unicode scalars a raw text may have.",
          1...Truncation.largestLimit
        ),
        "minimum": LanguageWords.typed("The least number, included.", "number"),
        "maximum": LanguageWords.typed("The greatest number, included.", "number"),
        "items": LanguageWords.reference("element", "What each item is."),
        "maxItems": LanguageWords.count("How many items an array may have.", 0...1_000_000),
        "properties": properties,
        "required": required,
        "additionalProperties": .members([
          "description": .word(
            "What every value of a map is; false says that the object is closed."
          ),
          "anyOf": .list([.members(["const": .boolean(false)]), LanguageWords.reference("element")]
          ),
        ]),
        "propertyNames": names,
        "maxProperties": LanguageWords.count("How many members a map may have.", 1...100_000),
        "from": sources,
        "else": LanguageWords.closed(
          "What is made where nothing is made of from.",
          [
            "from": LanguageWords.name("The sibling that it is made of."),
            "policies": LanguageWords.reference("policies"),
          ],
          needs: ["from", "policies"]
        ),
        "presentIf": condition,
        "policies": LanguageWords.reference(
          "policies",
          "What becomes of the value, in order; without policies it leaves as it is."
        ),
        "why": LanguageWords.sentence(
          "What the field is needed for; the telemetry page prints it."
        ),
        "waiver": LanguageWords.sentence(
          "Why a loose format, or what gauze check finds, is acceptable here; the page prints it."
        ),
        "description": LanguageWords.string("What the field holds."),
        "was": LanguageWords.name("What the field was called before."),
      ]
    )
    field.add("not", needs(["enum", "const"]))
    // A reference may bring what is missing.
    field.add("if", .members(["not": needs(["$ref"])]))
    field.add("then", .members(["allOf": .list(companions)]))
    return field
  }

  /// What stands only beside another word.
  private static var companions: [JSONValue] {
    let pairs: KeyValuePairs<String, String> = [
      "required": "properties", "propertyNames": "additionalProperties",
      "maxProperties": "additionalProperties", "else": "from",
    ]
    let beside = pairs.map { name, other in (name, JSONValue.list([.word(other)])) }
    var dependent = JSONFields()
    for (name, others) in beside { dependent.add(name, others) }
    return [
      .members(["dependentRequired": .object(dependent)]),
      .members([
        "if": needs(["otherwise"]),
        "then": .members(["anyOf": .list([needs(["enum"]), needs(["const"])])]),
      ]),
      .members([
        "if": needs(["from"]),
        "then": .members([
          "properties": .members(["type": .boolean(false), "format": .boolean(false)])
        ]),
      ]),
    ]
  }

  /// A named field: `why` is owed unless it is dropped, or refers to a definition that may say it.
  static var property: JSONValue {
    .members([
      "$ref": .word("#/$defs/field"),
      "if": .members([
        "properties": .members([
          "policies": .members(["contains": .members(["const": .word("drop")])])
        ]),
        "required": .list([.word("policies")]),
      ]),
      "else": .members(["anyOf": .list([needs(["why"]), needs(["$ref"])])]),
    ])
  }

  /// The items of an array or the values of a map, which have no siblings.
  static var element: JSONValue {
    .members([
      "$ref": .word("#/$defs/field"),
      "properties": .members([
        "from": .boolean(false), "else": .boolean(false), "presentIf": .boolean(false),
        "was": .boolean(false),
      ]),
    ])
  }

  private static var type: JSONValue {
    let word = LanguageWords.choice("A type.", JSONTypes.names.map { "\($0.name)" })
    return .members([
      "description": .word("What the raw value may be: a type, or several."),
      "anyOf": .list([
        word, LanguageWords.list("Several types.", of: word, least: 1, isUnique: true),
      ]),
    ])
  }

  private static func word(_ description: String) -> JSONValue {
    let types: [JSONValue] = ["string", "number", "boolean", "null"].map { .word($0) }
    return .members([
      "description": .word(description), "type": .list(types), "maxLength": .count(256),
    ])
  }

  private static var names: JSONValue {
    var names = LanguageWords.closed(
      "What the keys of a map may be: words, or texts of a strict format.",
      [
        "enum": LanguageWords.list(
          "The keys that are allowed.",
          of: LanguageWords.string("A key."),
          least: 1,
          most: SchemaReader.mostWords,
          isUnique: true
        ),
        "format": LanguageWords.choice(
          "What the keys look like.",
          TextFormat.allCases.filter(\.isStrict).map { "\($0.word)" }
        ),
        "otherwise": LanguageWords.string(
          "What a key becomes that is none of the words; integers that meet there are added.",
          1...64
        ),
      ]
    )
    names.add("oneOf", .list([needs(["enum"]), needs(["format"])]))
    names.add(
      "dependentRequired",
      .members(["otherwise": .list([.word("enum")])])
    )
    return names
  }

  private static var sources: JSONValue {
    let name = LanguageWords.name("A sibling.")
    return .members([
      "description": .word("The sibling, or the 2 to 16 siblings, that the field is made of."),
      "anyOf": .list([
        name,
        LanguageWords.list(
          "Siblings.",
          of: name,
          least: 2,
          most: SchemaReader.mostSources,
          isUnique: true
        ),
      ]),
    ])
  }

  private static var condition: JSONValue {
    var condition = LanguageWords.map(
      "The field is there exactly if this sibling has one of these words.",
      LanguageWords.list(
        "The words.",
        of: .members(["type": .list([.word("string"), .word("boolean")])]),
        least: 1,
        most: SchemaReader.mostOtherWords,
        isUnique: true
      ),
      least: 1
    )
    condition.add("maxProperties", .count(1))
    return condition
  }

  /// An object with these members.
  static func needs(_ names: [String]) -> JSONValue {
    .members(["required": .list(names.map { .word($0) })])
  }
}
