import Gauze

/// A schema of random shape: what a field may be, as the tests see it.
struct RandomShape {
  indirect enum Kind {
    case integer(Int, Int)
    case number(Int, Int)
    case boolean
    case words([String], otherwise: String?)
    case uuid
    case object([RandomMember])
    case list(RandomShape, most: Int)
    /// Other keys become `otherwise`, if there is one; then the values are integers.
    case map([String], most: Int, RandomShape, otherwise: String?)
    case drop
    case redact
    /// `low` below the edge, `high` from it on.
    case bucket(edge: Int)
    case hash
  }

  var kind: Kind
  var isNullable: Bool

  /// The field in the schema language.
  func text(_ random: inout SeededRandom, isElement: Bool = false) -> String {
    var parts: [String] = []
    func type(_ name: String) {
      parts.append(isNullable ? #""type": ["\#(name)", "null"]"# : #""type": "\#(name)""#)
    }
    var leaves = !isElement
    switch kind {
    case .integer(let low, let high):
      type("integer")
      parts.append("\"minimum\": \(low), \"maximum\": \(high)")
    case .number(let low, let high):
      type("number")
      parts.append("\"maximum\": \(high), \"minimum\": \(low)")
    case .boolean: type("boolean")
    case .words(let words, let otherwise):
      type("string")
      // Null is one of the words, or none of them if others are replaced.
      let null = isNullable && otherwise == nil ? ", null" : ""
      parts.append("\"enum\": [\(words.map { "\"\($0)\"" }.joined(separator: ", "))\(null)]")
      if let otherwise { parts.append("\"otherwise\": \"\(otherwise)\"") }
    case .uuid:
      type("string")
      parts.append(#""format": "uuid""#)
    case .object(let members):
      type("object")
      parts.append(RandomMember.text(members, &random))
    case .list(let item, let most):
      type("array")
      parts.append("\"maxItems\": \(most), \"items\": \(item.text(&random, isElement: true))")
    case .map(let words, let most, let value, let otherwise):
      type("object")
      parts.append(
        #""propertyNames": {"enum": [\#(words.map { "\"\($0)\"" }.joined(separator: ", "))]"#
          + (otherwise.map { #", "otherwise": "\#($0)"}"# } ?? "}")
      )
      parts.append("\"additionalProperties\": \(value.text(&random, isElement: true))")
      parts.append("\"maxProperties\": \(most)")
    case .drop:
      leaves = false
      parts.append(#""policies": ["drop"]"#)
    case .redact: parts.append(#""policies": ["redact"]"#)
    case .bucket(let edge):
      type("integer")
      parts.append(
        #""policies": [{"bucket": {"edges": [\#(edge)], "labels": ["low", "high"], "unknown": "?"}}]"#
      )
    case .hash:
      type("string")
      parts.append(#""policies": ["hash-email"]"#)
    }
    if leaves { parts.append(#""why": "A reason.""#) }
    return "{\(parts.shuffled(using: &random).joined(separator: ", "))}"
  }

  static func make(_ random: inout SeededRandom, depth: Int, isElement: Bool = false) -> Self {
    let low = Int.random(in: -50...50, using: &random)
    let high = low + Int.random(in: 0...80, using: &random)
    let words = ["red", "green", "blue", "é", "\u{1F600}", "a b"].shuffled(using: &random)
    let count = Int.random(in: 1...words.count, using: &random)
    let kind: Kind
    switch Int.random(in: 0..<(depth < 4 ? 15 : 10), using: &random) {
    case 0, 1: kind = .integer(low, high)
    case 2: kind = .number(low, high)
    case 3: kind = .boolean
    case 4: kind = .words(Array(words[..<count]), otherwise: nil)
    case 5: kind = .words(Array(words[..<count]), otherwise: "other")
    case 6: kind = .uuid
    case 7: kind = .bucket(edge: low)
    case 8: kind = .hash
    case 9: kind = isElement || Bool.random(using: &random) ? .redact : .drop
    case 10, 11: kind = .object(RandomMember.make(&random, depth: depth + 1))
    case 12:
      let words = ["k1", "k2", "K1", "é", "ké", "\u{1F600}"].shuffled(using: &random)
      var value = make(&random, depth: depth + 1, isElement: true)
      var otherwise: String?
      if Bool.random(using: &random) {
        otherwise = ["other", "é", "k1", "a"].randomElement(using: &random)
        value.isNullable = false
        let isBucket = Int.random(in: 0..<3, using: &random) == 0
        value.kind = isBucket ? .bucket(edge: low) : .integer(min(low, 0), max(high, 0))
      }
      let most = Int.random(in: 1...4, using: &random)
      let known = otherwise == nil ? words : Array(words.prefix(3))
      kind = .map(known, most: most, value, otherwise: otherwise)
    default:
      let item = make(&random, depth: depth + 1, isElement: true)
      kind = .list(item, most: Int.random(in: 0...4, using: &random))
    }
    return Self(kind: kind, isNullable: Int.random(in: 0..<4, using: &random) == 0)
  }
}

/// A named field of such a schema.
struct RandomMember {
  var name: String
  var shape: RandomShape
  var isRequired: Bool
  /// The sibling that it is made from.
  var source: String?

  var isDropped: Bool {
    if case .drop = shape.kind { return true }
    return false
  }

  /// The keywords `properties` and `required`.
  static func text(_ members: [RandomMember], _ random: inout SeededRandom) -> String {
    var fields: [String] = []
    for member in members {
      var field = member.shape.text(&random)
      if let source = member.source, case .bucket(let edge) = member.shape.kind {
        field =
          #"{"from": "\#(source)", "policies": [{"bucket": {"edges": [\#(edge)], "#
          + #""labels": ["low", "high"], "unknown": "?"}}], "why": "A reason."}"#
      }
      fields.append("\"\(member.name)\": \(field)")
    }
    let required = members.filter(\.isRequired).map { "\"\($0.name)\"" }
    return "\"properties\": {\(fields.joined(separator: ", "))}, "
      + "\"required\": [\(required.joined(separator: ", "))]"
  }

  static func make(_ random: inout SeededRandom, depth: Int) -> [RandomMember] {
    let names = ["a", "b", "B", "a.b", "$c", "n-1", "_", "long_name_of_a_field", "aa"]
      .shuffled(using: &random)
    var members: [RandomMember] = []
    for name in names[..<Int.random(in: 0...(depth == 1 ? 7 : 3), using: &random)] {
      let shape = RandomShape.make(&random, depth: depth)
      let isRequired = Int.random(in: 0..<3, using: &random) == 0
      members.append(RandomMember(name: name, shape: shape, isRequired: isRequired))
      if case .integer = shape.kind, Bool.random(using: &random) {
        let bucket = RandomShape(kind: .bucket(edge: 3), isNullable: shape.isNullable)
        let derived = RandomMember(
          name: "\(name)_bucket",
          shape: bucket,
          isRequired: false,
          source: name
        )
        members.insert(derived, at: Int.random(in: 0...members.count, using: &random))
      }
    }
    return members
  }
}

/// A schema of one or two random events.
struct RandomSchema {
  var events: [(name: String, members: [RandomMember])] = []
  var hasEventKey: Bool
  var text: String

  init(_ random: inout SeededRandom) {
    hasEventKey = Int.random(in: 0..<4, using: &random) > 0
    var parts: [String] = []
    for name in hasEventKey ? ["one", "two \\\" é".replacing("é", with: "e")] : ["one"] {
      let members = RandomMember.make(&random, depth: 1)
      events.append((name.replacing("\\", with: ""), members))
      let fields = RandomMember.text(members, &random)
      parts.append("\"\(name)\": {\"description\": \"An event.\", \(fields)}")
    }
    let key = hasEventKey ? #""eventKey": "type", "# : ""
    text =
      #"{"gauze": 1, "name": "random", "version": "1.0", \#(key)"events": {"#
      + parts.joined(separator: ", ") + "}}"
  }
}
