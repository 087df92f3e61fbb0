internal import Gauze

// Policies: each by its word alone, if its reader takes that, or with parameters.

extension LanguageSchema {
  /// A chain.
  static var policies: JSONValue {
    LanguageWords.list(
      "Policies, each of which takes what the one before it gives.",
      of: LanguageWords.reference("policy"),
      least: 1
    )
  }

  /// A policy: the catalogue's words with what each does.
  static var policy: JSONValue {
    var words: [JSONValue] = []
    var members = JSONFields()
    for name in PolicyName.allCases {
      let does = "\(name.row.technique): \(name.row.summary)"
      if name.standsAlone { words.append(LanguageWords.constant(does, .word("\(name.row.word)"))) }
      if var parameters = name.parameters {
        parameters.add("title", .word(does))
        members.add("\(name.row.word)", parameters)
      }
    }
    let object = JSONValue.members([
      "type": .word("object"),
      "properties": .object(members),
      "additionalProperties": .boolean(false),
      "minProperties": .count(1),
      "maxProperties": .count(1),
    ])
    return .members([
      "description": .word("A policy: its word, or an object of its word and its parameters."),
      "anyOf": .list(words + [object]),
    ])
  }
}

extension PolicyName {
  /// Whether its reader takes the bare word.
  fileprivate var standsAlone: Bool {
    var faults: [SchemaFault] = []
    let text = Array("\"\(row.word)\"".utf8)
    guard let node = try? JSONNode(reading: text.span) else { return false }
    return Policy.read(node, &faults) != nil
  }

  /// What its parameters may be; nil if it has none.
  fileprivate var parameters: JSONValue? {
    switch self {
    case .drop, .redact, .maskEmails, .maskAddresses, .counting, .unique: nil
    case .truncate:
      LanguageWords.count("How many Unicode scalars stay.", 1...Truncation.largestLimit)
    case .stripPaths: LanguageWords.closed("What stays.", ["keep": Self.ending], needs: ["keep"])
    case .maskIdentifiers:
      LanguageWords.closed("What else goes.", ["uuids": Self.uuids], needs: ["uuids"])
    case .maskSecrets:
      LanguageWords.closed("What else goes.", ["entropy": Self.entropy], needs: ["entropy"])
    case .scrubText:
      LanguageWords.closed(
        "What stays, and what else goes.",
        ["keep": Self.ending, "uuids": Self.uuids, "entropy": Self.entropy],
        least: 1
      )
    case .maskURLs:
      LanguageWords.closed(
        "What stays.",
        ["keep": LanguageWords.constant("The path stays.", .word("path"))],
        needs: ["keep"]
      )
    case .maskSQL: Self.statements
    case .hashEmail, .fingerprint:
      LanguageWords.closed("The key.", ["key": Self.key("The id of a key.")], needs: ["key"])
    case .pseudonymize:
      LanguageWords.closed(
        "The keys.",
        [
          "key": Self.key("The id of a key."),
          "previous": Self.key("The key before, whose tokens are still accepted."),
        ],
        needs: ["key"]
      )
    case .bucket: Self.ranges
    case .shape, .maskArguments: containers
    case .hint:
      LanguageWords.closed(
        "How much.",
        ["limit": LanguageWords.count("How many characters at most.", 1...200)],
        needs: ["limit"]
      )
    case .round:
      Self.one(
        LanguageWords.closed(
          "To what.",
          [
            "digits": LanguageWords.count("Significant digits.", 1...15),
            "to": LanguageWords.typed("The number of which multiples leave.", "number"),
          ],
          least: 1
        )
      )
    case .clamp:
      LanguageWords.closed(
        "The ends.",
        [
          "minimum": LanguageWords.typed("The least number that leaves.", "number"),
          "maximum": LanguageWords.typed("The greatest number that leaves.", "number"),
        ],
        least: 1
      )
    case .presence:
      LanguageWords.closed(
        "What counts as there.",
        [
          "as": LanguageWords.choice("Whether empty, zero and false count.", ["set", "truthy"]),
          "absent": LanguageWords.choice("What leaves where it is not.", ["false", "omitted"]),
        ],
        least: 1
      )
    case .keys: names
    case .coarsenTime:
      LanguageWords.choice("The grain.", TimeCoarsening.Grain.allCases.map { "\($0.word)" })
    case .coarsenVersion:
      LanguageWords.closed(
        "What stays.",
        [
          "parts": LanguageWords.count("How many numbers.", 1...3),
          "otherwise": LanguageWords.string("What leaves for what is no version.", 1...64),
        ],
        least: 1
      )
    case .classify:
      Self.labels
    case .vocabulary: Self.words
    case .join:
      LanguageWords.pattern("What stands between the items.", "^[ -~]{1,8}$")
    }
  }

  private static var ending: JSONValue {
    LanguageWords.constant("The last extension of a path stays.", .word("extension"))
  }

  private static var uuids: JSONValue { LanguageWords.typed("Whether UUIDs go.", "boolean") }

  private static var entropy: JSONValue {
    LanguageWords.typed("Whether what looks random goes.", "boolean")
  }

  private static func key(_ description: String) -> JSONValue {
    LanguageWords.pattern(description, "^[A-Za-z0-9_-]{1,32}$")
  }

  private static func one(_ object: JSONValue) -> JSONValue {
    var object = object
    object.add("maxProperties", .count(1))
    return object
  }

  private static var statements: JSONValue {
    let any = JSONValue.members(["dialect": .members(["const": .word("any")])])
    var statements = LanguageWords.closed(
      "The dialect.",
      [
        "dialect": LanguageWords.choice(
          "Whose literals; under any, a token stays only if every dialect keeps it.",
          SQLDialect.allCases.map { "\($0.word)" }
        ),
        "identifiers": LanguageWords.constant("Plain quoted names stay.", .word("keep")),
      ],
      needs: ["dialect"]
    )
    statements.add("if", .members(["properties": any]))
    statements.add("then", .members(["properties": .members(["identifiers": .boolean(false)])]))
    return statements
  }

  private static var ranges: JSONValue {
    let label = LanguageWords.string("A label.", 1...64)
    return LanguageWords.closed(
      "The ranges: one label more than edges, with below.",
      [
        "edges": LanguageWords.list(
          "Where ranges begin, in order.",
          of: LanguageWords.typed("A number.", "number"),
          least: 1,
          most: Bucketing.mostEdges,
          isUnique: true
        ),
        "labels": LanguageWords.list("The labels.", of: label, least: 1, isUnique: true),
        "below": LanguageWords.string("The label below the first edge.", 1...64),
        "unknown": LanguageWords.string("The label for null.", 1...64),
        "closed": LanguageWords.choice("Which end of a range is its own.", ["lower", "upper"]),
      ],
      needs: ["edges", "labels"]
    )
  }

  /// Of `shape` and `mask-arguments`.
  private var containers: JSONValue {
    let names = LanguageWords.list(
      "Names of members.",
      of: LanguageWords.pattern("A name.", "^[A-Za-z_][A-Za-z0-9_.-]{0,63}$"),
      least: 1,
      most: Shaping.mostNames,
      isUnique: true
    )
    if self == .shape {
      return LanguageWords.closed(
        "What is told.",
        [
          "allow": names,
          "lengths": LanguageWords.choice("How lengths are told.", ["exact", "bucket"]),
          "depth": LanguageWords.count("How deep.", 1...2),
          "limit": LanguageWords.count("The longest text.", Shaping.limits),
        ],
        least: 1
      )
    }
    return LanguageWords.closed(
      "What stays, and how much.",
      [
        "numbers": names,
        "texts": names,
        "depth": LanguageWords.count("How deep.", 1...8),
        "limit": LanguageWords.count("The longest text.", ArgumentMasking.limits),
      ],
      least: 1
    )
  }

  /// Of `keys`.
  private var names: JSONValue {
    LanguageWords.closed(
      "The names that are told.",
      [
        "allow": LanguageWords.list(
          "The names, in the order in which they leave.",
          of: LanguageWords.string("A name.", 1...256),
          least: 1,
          most: KeyListing.mostNames,
          isUnique: true
        ),
        "otherwise": LanguageWords.string("What stands for any other name.", 1...256),
      ],
      needs: ["allow"]
    )
  }

  private static var labels: JSONValue {
    let keyword = LanguageWords.string("A keyword.", 1...64)
    var labels = LanguageWords.map(
      "Labels with their keywords; the first label of which one stands in the text leaves.",
      LanguageWords.list("Keywords.", of: keyword, least: 1),
      least: 1,
      most: Classification.mostLabels
    )
    labels.add("propertyNames", .members(["minLength": .count(1), "maxLength": .count(64)]))
    return labels
  }

  private static var words: JSONValue {
    let text = LanguageWords.string("What leaves for the word.", 1...256)
    var table = LanguageWords.map("Words with what leaves for each.", text, least: 1)
    table.add("propertyNames", .members(["maxLength": .count(256)]))
    table.add("maxProperties", .count(Vocabulary.mostWords))
    let list = LanguageWords.list(
      "Words.",
      of: LanguageWords.string("A word.", 0...256),
      least: 1,
      most: Vocabulary.mostWords,
      isUnique: true
    )
    let segment = JSONValue.members(["match": .members(["const": .word("segment")])])
    var words = LanguageWords.closed(
      "The words.",
      [
        "words": .members([
          "description": .word("The words, or an object that gives what leaves for each."),
          "anyOf": .list([list, table]),
        ]),
        "otherwise": LanguageWords.string("What leaves for a text that is no word.", 1...256),
        "match": LanguageWords.choice(
          "What of the text is compared.",
          ["whole", "segment", "words"]
        ),
        "separator": LanguageWords.pattern("Where the segment ends.", "^[\\u0000-\\u007f]$"),
      ],
      needs: ["words"]
    )
    words.add("if", LanguageSchema.needs(["separator"]))
    words.add("then", .members(["properties": segment, "required": .list([.word("match")])]))
    return words
  }
}
