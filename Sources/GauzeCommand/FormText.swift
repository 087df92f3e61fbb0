internal import Gauze

/// Both forms of every field, for people: what it takes, and what leaves.
struct FormText {
  let text: String

  init(_ schema: Schema) {
    var lines: [String] = []
    for event in schema.events {
      let consent = event.isExplicit ? "  explicit consent" : ""
      lines.append(Console.styled(Self.words(event.name), .bold) + consent)
      var rows: [[String]] = [["field", "raw", "wire"]]
      if let key = schema.eventKey {
        rows.append([Self.words(key), "this word", "the same"])
      }
      Self.add(event.properties, indent: "", &rows)
      let widths = (0..<2).map { column in min(rows.map { $0[column].count }.max() ?? 0, 44) }
      for (index, row) in rows.enumerated() {
        let line =
          "  \(Columns.padded(row[0], to: widths[0]))  "
          + "\(Columns.padded(row[1], to: widths[1]))  \(row[2])"
        lines.append(index == 0 ? Console.styled(line, .faint) : line)
      }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func add(_ properties: [Property], indent: String, _ rows: inout [[String]]) {
    for property in properties {
      let field = property.field
      let mark = property.isRequired || field.condition != nil ? "" : "?"
      rows.append([indent + words(property.name) + mark, raw(field), wire(field)])
      add(field.properties ?? [], indent: indent + "  ", &rows)
    }
  }

  private static func words(_ bytes: [UInt8]) -> String {
    Console.visible(String(decoding: bytes, as: UTF8.self))
  }

  /// What may come in.
  private static func raw(_ field: Field) -> String {
    if let source = field.source {
      let names = ([source] + field.moreSources).map(words).joined(separator: " or ")
      let other = field.alternative.first?.source.map { ", else from \(words($0))" } ?? ""
      return "from \(names)\(other)"
    }
    let kind = kind(field, choices: field.otherwise == nil ? field.choices : nil)
    guard let condition = field.condition else { return kind }
    let list = condition.words.map(word).joined(separator: " or ")
    return "\(kind), exactly if \(words(condition.field)) is \(list)"
  }

  private static func kind(_ field: Field, choices: [Choice]?) -> String {
    var parts: [String] = []
    if let choices {
      parts.append(choices.map(word).joined(separator: " | "))
    } else if field.types == .any {
      parts.append("anything")
    } else {
      let names = JSONTypes.names.filter { field.types.contains($0.type) }.map { "\($0.name)" }
      parts.append(names.joined(separator: " or "))
    }
    if let format = field.format { parts.append("format \(format.word)") }
    if let most = field.maxLength { parts.append("at most \(most) scalars") }
    if let most = field.maxItems { parts.append("at most \(most) items") }
    if let keys = field.keys {
      let rest = keys.otherwise.map { ", other keys added up as \(words($0))" } ?? ""
      parts.append("map of at most \(keys.most)\(rest)")
    }
    if field.minimum != nil || field.maximum != nil { parts.append("bounded") }
    if let element = field.element.first {
      parts.append("of \(kind(element, choices: element.otherwise == nil ? element.choices : nil))")
    }
    return parts.joined(separator: ", ")
  }

  private static func word(_ choice: Choice) -> String {
    switch choice {
    case .text(let text): words(text)
    case .boolean(let value): "\(value)"
    case .null: "null"
    case .number: "a number"
    }
  }

  /// What leaves.
  private static func wire(_ field: Field) -> String {
    let other = field.alternative.first.map { ", else \(ownWire($0))" } ?? ""
    return ownWire(field) + other
  }

  private static func ownWire(_ field: Field) -> String {
    switch field.chain {
    case .drop: return "nothing"
    case .redact: return "<redacted>"
    case .transform(let chain): return wire(chain, field)
    case .list(let list): return wire(list, field)
    case .scrub(let scrub):
      let policies = scrub.policies.map { "\($0.name.row.word)" }
      let limit = scrub.limit.map { ", at most \($0) scalars" } ?? ""
      return "text after \(policies.joined(separator: ", "))\(limit)"
    case .none:
      guard let otherwise = field.otherwise, let choices = field.choices else {
        return field.element.first.map { $0.chain == .none ? "the same" : "[\(wire($0))]" }
          ?? "the same"
      }
      return (choices.map(word) + [words(otherwise)]).joined(separator: " | ")
    }
  }

  private static func wire(_ list: ListChain, _ field: Field) -> String {
    let item = field.element.first.map {
      $0.chain == .none && $0.otherwise == nil ? kind($0, choices: $0.choices) : wire($0)
    }
    let once = list.isUnique ? ", each once" : ""
    guard let joining = list.joining else { return "[\(item ?? "")]\(once)" }
    return "text of (\(item ?? ""))\(once), joined by \(words(joining.separator))"
  }

  private static func wire(_ chain: TransformChain, _ field: Field) -> String {
    if case .hashEmail(let hashing) = chain.steps.last {
      return hashing.keyID.map { "gz1.\(words($0)).<64 hexadecimal digits>, pseudonymous" }
        ?? "64 hexadecimal digits, pseudonymous and guessable"
    }
    if case .shape(let shaping) = chain.steps.last {
      return "JSON text of types and lengths, at most \(shaping.limit) characters"
    }
    if case .maskArguments(let masking) = chain.steps.last {
      return "JSON text of masked arguments, at most \(masking.limit) scalars"
    }
    if case .hint(let hint) = chain.steps.last {
      return "harmless words, at most \(hint.limit) scalars"
    }
    if case .pseudonymize(let pseudonymizing) = chain.steps.last {
      return "gz1.\(words(pseudonymizing.keyID)).<64 hexadecimal digits>, pseudonymous"
    }
    if case .fingerprint(let fingerprinting) = chain.steps.last {
      let token = fingerprinting.keyID.map { "gz1.\(words($0))." } ?? ""
      return "\(token)<16 hexadecimal digits> of the masked text"
    }
    let policies = chain.steps.map { "\($0.name.row.word)" }.joined(separator: ", ")
    switch chain.image {
    case .words(let list): return list.map(words).joined(separator: " | ")
    case .text: return "text after \(policies)"
    case .scalar: return "the same kind after \(policies)"
    case .boolean: return "boolean"
    case .list(let list): return "[\(list.map(words).joined(separator: " | "))]"
    case .number: return "\(number(chain.numbers(from: field.numbers))) after \(policies)"
    }
  }

  private static func number(_ numbers: NumberImage) -> String {
    let kind = numbers.isInteger ? "integer" : "number"
    return numbers.minimum != nil && numbers.maximum != nil ? "\(kind), bounded" : kind
  }
}
