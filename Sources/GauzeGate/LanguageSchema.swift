internal import Gauze

/// The schema language itself as JSON Schema 2020-12, so that editors complete and explain it.
///
/// It accepts every schema that loads. It sees words that are unknown, missing or of the wrong type, and
/// says what each is for; what binds one place of a file to another (names, references, what closes a
/// field) is told by `gauze check` alone. Lengths in bytes are told as lengths in characters.
public enum LanguageSchema {
  /// The file, with a line feed at its end. Complexity: constant.
  public static var text: String {
    var root = LanguageWords.closed(
      "A schema of Gauze, revision 1.",
      [
        "gauze": LanguageWords.constant("The revision of the language.", .count(1)),
        "$schema": LanguageWords.string("For editors; not looked at."),
        "name": LanguageWords.name("What the schema is called."),
        "version": version("MAJOR.MINOR or MAJOR.MINOR.PATCH; every change raises it."),
        "description": LanguageWords.string("What the schema is for."),
        "eventKey": LanguageWords.name(
          "The member of a record that names its event; needed with more than one event."
        ),
        "unknown": LanguageWords.choice(
          "What happens to fields that the schema does not name.",
          ["reject", "drop"]
        ),
        "$defs": LanguageWords.map(
          "Definitions that fields refer to as #/$defs/NAME.",
          LanguageWords.reference("field")
        ),
        "common": LanguageWords.closed(
          "Fields of every event.",
          ["properties": properties, "required": required],
          needs: ["properties"]
        ),
        "events": events,
        "envelope": LanguageWords.closed(
          "What clean records are put into as they leave.",
          ["template": LanguageWords.reference("envelopePart", "A constant, an object or a slot.")],
          needs: ["template"]
        ),
        "receiver": receiver,
        "consent": consent,
        "identity": identity,
        "promises": promises,
        "forbid": forbid,
        "history": history,
        "retired": LanguageWords.list(
          "Names that were given up for good: EVENT or EVENT.FIELD.",
          of: LanguageWords.pattern("An event's name, or a field's behind it.", "^[ -~]{1,193}$"),
          most: 1024,
          isUnique: true
        ),
      ],
      needs: ["gauze", "name", "version", "events"]
    )
    root.add(
      "if",
      .members(["properties": .members(["events": .members(["minProperties": .count(2)])])])
    )
    root.add("then", .members(["required": .list([.word("eventKey")])]))
    var fields = JSONFields()
    fields.add("$schema", .word("https://json-schema.org/draft/2020-12/schema"))
    fields.add("title", .word("The schema language of Gauze, revision 1"))
    for member in root.object.members { fields.add(member.name, member.value) }
    fields.add(
      "$defs",
      .members([
        "field": field, "property": property, "element": element, "policies": policies,
        "policy": policy, "envelopePart": envelopePart,
      ])
    )
    return JSONValue.object(fields).file
  }

  /// `MAJOR.MINOR` or `MAJOR.MINOR.PATCH`.
  static func version(_ description: String) -> JSONValue {
    let part = "(0|[1-9][0-9]{0,5})"
    return LanguageWords.pattern(description, "^\(part)\\.\(part)(\\.\(part))?$")
  }

  /// Fields by name.
  static var properties: JSONValue {
    LanguageWords.map(
      "The fields, by name.",
      LanguageWords.reference("property"),
      names: LanguageWords.namePattern,
      most: SchemaReader.mostProperties
    )
  }

  /// The names of the fields that must be there.
  static var required: JSONValue {
    LanguageWords.list(
      "The fields without which a record is rejected.",
      of: LanguageWords.string("The name of a field."),
      isUnique: true
    )
  }

  private static var events: JSONValue {
    LanguageWords.map(
      "The events, by name: 1 to 128 printable characters.",
      LanguageWords.closed(
        "A kind of record.",
        [
          "description": LanguageWords.string("When the event is recorded."),
          "properties": properties,
          "required": required,
          "examples": LanguageWords.list("Records that gauze check runs.", of: example),
          "consent": LanguageWords.constant(
            "What the person does is the consent; the event may not identify anybody.",
            .word("explicit")
          ),
          "was": LanguageWords.pattern("What the event was called before.", eventPattern),
        ],
        needs: ["description"]
      ),
      names: eventPattern,
      least: 1,
      most: SchemaReader.mostEvents
    )
  }

  private static let eventPattern = "^[ -~]{1,128}$"

  /// With `wire` or `rejects`, not both; an empty `rejects` is none.
  private static var example: JSONValue {
    var example = LanguageWords.closed(
      "A raw record, and what becomes of it.",
      [
        "raw": LanguageWords.anything("A raw record."),
        "wire": LanguageWords.anything("The wire record that it becomes."),
        "rejects": LanguageWords.list(
          "The codes of its violations, in order.",
          of: LanguageWords.string("A code.")
        ),
      ],
      needs: ["raw"]
    )
    let some = JSONValue.members(["rejects": .members(["minItems": .count(1)])])
    let none = JSONValue.members(["rejects": .members(["maxItems": .count(0)])])
    example.add("if", .members(["required": .list([.word("wire")])]))
    example.add("then", .members(["properties": none]))
    example.add("else", .members(["properties": some, "required": .list([.word("rejects")])]))
    return example
  }
}
