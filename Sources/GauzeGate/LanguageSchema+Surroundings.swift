internal import Gauze

// What surrounds the events: who receives, who is asked, what is promised, what changed.

extension LanguageSchema {
  static var receiver: JSONValue {
    LanguageWords.closed(
      "Who receives the records.",
      [
        "endpoint": LanguageWords.sentence("Where records go."),
        "adds": LanguageWords.list(
          "What the receiver adds to each record.",
          of: LanguageWords.string("What is added.")
        ),
        "retention": LanguageWords.pattern(
          "How long records are kept: digits and d, w, m or y.",
          "^[0-9]{1,5}[dwmy]$"
        ),
      ],
      needs: ["endpoint"]
    )
  }

  static var consent: JSONValue {
    LanguageWords.closed(
      "How people are asked.",
      [
        "default": LanguageWords.choice(
          "What holds while nobody has answered.",
          ["opt-in", "opt-out"]
        ),
        "epoch": LanguageWords.count("Raised when people must be asked anew.", 1...1_000_000),
        "sources": LanguageWords.list(
          "Where people can say yes or no; any source that says no wins.",
          of: source
        ),
        "instructions": LanguageWords.list(
          "How people say no, for the telemetry page.",
          of: LanguageWords.sentence("A sentence.")
        ),
      ],
      needs: ["default", "epoch"]
    )
  }

  private static var source: JSONValue {
    let answers = LanguageWords.string("A value, compared byte for byte.")
    var source = LanguageWords.closed(
      "A place where people say yes or no.",
      [
        "env": LanguageWords.sentence("The name of an environment variable."),
        "config": LanguageWords.sentence("The name of a setting."),
        "stored": LanguageWords.sentence("The name of a stored answer."),
        "on": LanguageWords.list("The values that say yes.", of: answers),
        "off": LanguageWords.list("The values that say no.", of: answers),
      ]
    )
    let some = JSONValue.members(["minItems": .count(1)])
    source.add("oneOf", .list(["env", "config", "stored"].map { needs([$0]) }))
    source.add(
      "anyOf",
      .list(
        ["on", "off"].map { name in
          var answer = needs([name])
          var members = JSONFields()
          members.add(name, some)
          answer.add("properties", .object(members))
          return answer
        }
      )
    )
    return source
  }

  static var identity: JSONValue {
    LanguageWords.map(
      "How fields that identify come about, by field.",
      LanguageWords.closed(
        "How a field that identifies comes about.",
        [
          "scope": LanguageWords.choice(
            "How far one value reaches.",
            ["report", "process", "session", "project", "install", "account"]
          ),
          "generator": LanguageWords.choice(
            "Where the value comes from.",
            ["random", "hash", "external"]
          ),
          "stored": LanguageWords.typed("Whether the client keeps it.", "boolean"),
        ],
        needs: ["scope", "generator", "stored"]
      )
    )
  }

  static var promises: JSONValue {
    var promise = LanguageWords.closed(
      "A sentence of the telemetry page, and who keeps it.",
      [
        "text": LanguageWords.sentence("The promise."),
        "enforcedBy": LanguageWords.choice(
          "Who keeps it; the engine is held to it by gauze prove.",
          ["engine", "client", "declaration"]
        ),
        "classes": LanguageWords.list("The classes that may not leave.", of: dataClass),
        "fields": LanguageWords.list(
          "The fields that it speaks of, at any depth.",
          of: LanguageWords.string("The name of a field."),
          most: 256
        ),
        "absent": LanguageWords.list(
          "Names that nothing that leaves has.",
          of: LanguageWords.name("A name."),
          least: 1,
          most: 256
        ),
        "canaries": LanguageWords.list(
          "Records that would break it.",
          of: canary,
          least: 1,
          most: 64
        ),
      ],
      needs: ["text", "enforcedBy"]
    )
    let others = JSONValue.list([.word("client"), .word("declaration")])
    promise.add(
      "if",
      .members(["properties": .members(["enforcedBy": .members(["enum": others])])])
    )
    promise.add(
      "then",
      .members(["properties": .members(["absent": .boolean(false), "canaries": .boolean(false)])])
    )
    return LanguageWords.list("What the telemetry page promises.", of: promise, most: 256)
  }

  private static var canary: JSONValue {
    var text = LanguageWords.sentence("A part of the record.")
    text.add("maxLength", .count(256))
    return LanguageWords.closed(
      "A record, and what of it may not leave.",
      [
        "raw": LanguageWords.typed("A raw record.", "object"),
        "texts": LanguageWords.list(
          "Parts of that record of which none may leave.",
          of: text,
          least: 1,
          most: 64
        ),
      ],
      needs: ["raw", "texts"]
    )
  }

  private static var dataClass: JSONValue {
    LanguageWords.choice("A class of data.", DataClass.allCases.map { "\($0.word)" })
  }

  static var forbid: JSONValue {
    let entry = LanguageWords.closed(
      "A class that may not leave, but for some events.",
      [
        "class": dataClass,
        "except": LanguageWords.list(
          "Events in which the class may leave.",
          of: LanguageWords.string("The name of an event.")
        ),
      ],
      needs: ["class"]
    )
    return LanguageWords.list(
      "Classes of data that no wire field may carry.",
      of: .members(["anyOf": .list([dataClass, entry])])
    )
  }

  static var history: JSONValue {
    var entry = LanguageWords.closed(
      "A version of the schema.",
      [
        "version": version("The version."),
        "date": LanguageWords.pattern(
          "When it was released: YYYY-MM-DD.",
          JSONSchemaShape.pattern(.date)
        ),
        "summary": LanguageWords.sentence("What changed."),
        "review": LanguageWords.sentence("Where the change was reviewed."),
        "fingerprint": LanguageWords.pattern(
          "The change that was reviewed, as gauze diff prints it.",
          "^[0-9a-f]{16}$"
        ),
      ],
      needs: ["version", "date", "summary"]
    )
    entry.add("dependentRequired", .members(["fingerprint": .list([.word("review")])]))
    return LanguageWords.list("The schema's versions.", of: entry)
  }

  // MARK: - Envelopes

  /// A constant, a slot, or an object or array of parts.
  static var envelopePart: JSONValue {
    let copy = LanguageWords.typed("Whether it stays among the other fields, too.", "boolean")
    let form = LanguageWords.choice(
      "How the value is written.",
      EnvelopeForm.allCases.map { "\($0.word)" }
    )
    let event = LanguageWords.closed(
      "The event's name.",
      ["$event": LanguageWords.constant("The event's name.", .boolean(true)), "copy": copy]
    )
    let name = LanguageWords.string("The name of a field.")
    var field = LanguageWords.closed(
      "A field's value.",
      [
        "$field": .members([
          "description": .word("A field, or several of which the first that is there counts."),
          "anyOf": .list([
            name, LanguageWords.list("Fields.", of: name, least: 1, most: 8, isUnique: true),
          ]),
        ]),
        "copy": copy,
        "as": form,
        "otherwise": .members([
          "description": .word("What stands there where no field is."),
          "type": .list(["string", "number", "boolean", "null"].map { .word($0) }),
        ]),
        "optional": LanguageWords.typed("Whether the member is left out then.", "boolean"),
      ]
    )
    field.add("not", needs(["otherwise", "optional"]))
    let spread = LanguageWords.closed(
      "The other fields.",
      [
        "kinds": LanguageWords.choice(
          "Which of them.",
          EnvelopeKinds.words.map { "\($0.word)" }
        ),
        "as": LanguageWords.choice("How they are written.", ["json", "text"]),
      ],
      needs: ["kinds"]
    )
    var object = LanguageWords.typed("An object of parts.", "object")
    object.add("properties", .members(["$fields": spread]))
    object.add("additionalProperties", LanguageWords.reference("envelopePart"))
    let array = LanguageWords.list(
      "An array of parts.",
      of: LanguageWords.reference("envelopePart")
    )
    return .members([
      "description": .word("A part of the envelope: a constant, a slot, an object or an array."),
      "if": .members(["type": .word("array")]),
      "then": array,
      "else": .members([
        "if": .members(["type": .word("object"), "required": .list([.word("$event")])]),
        "then": event,
        "else": .members([
          "if": .members(["type": .word("object"), "required": .list([.word("$field")])]),
          "then": field,
          "else": .members([
            "if": .members(["type": .word("object")]),
            "then": object,
          ]),
        ]),
      ]),
    ])
  }
}
