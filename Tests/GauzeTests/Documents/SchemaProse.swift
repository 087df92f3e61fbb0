import Gauze

/// The fields of a schema as rows of the table in SCHEMA.md: event, field, raw, wire, why.
enum SchemaProse {
  static func rows(of schema: Schema) -> [String] {
    // Every event begins with the common fields.
    let shared = schema.events.dropFirst().reduce(schema.events[0].properties.map(\.name)) {
      names,
      event in
      zip(names, event.properties.map(\.name)).prefix { $0 == $1 }.map(\.0)
    }
    var rows = schema.events[0].properties.prefix(shared.count).map { row("*every event*", $0) }
    for event in schema.events {
      rows += event.properties.dropFirst(shared.count).map { row(code(event.name), $0) }
    }
    return rows
  }

  private static func row(_ event: String, _ property: Property) -> String {
    let why = property.field.why.map { String(decoding: $0, as: UTF8.self) } ?? ""
    return [event, code(property.name), raw(property), wire(property.field), why]
      .joined(separator: " | ")
  }

  private static func raw(_ property: Property) -> String {
    let field = property.field
    var parts = [
      JSONTypes.names.filter { field.types.contains($0.type) }.map { "\($0.name)" }
        .joined(separator: " or ")
    ]
    if field.otherwise == nil, let words = words(of: field) { parts.append("one of \(words)") }
    if let format = field.format { parts.append("`\(format.word)`") }
    if let maxLength = field.maxLength { parts.append("at most \(maxLength) scalars") }
    let bounds = [
      field.minimum.map { "from \(integer($0))" }, field.maximum.map { "to \(integer($0))" },
    ]
    let range = bounds.compactMap(\.self).joined(separator: " ")
    if !range.isEmpty { parts.append(range) }
    if property.isRequired { parts.append("required") }
    return parts.joined(separator: ", ")
  }

  private static func wire(_ field: Field) -> String {
    switch field.chain {
    case .none:
      guard let otherwise = field.otherwise, let words = words(of: field) else { return "as raw" }
      return "\(words) or \(code(otherwise))"
    case .drop: return "nothing"
    case .redact: return "`<redacted>`"
    case .list: return "its items"
    case .scrub(let scrub):
      let words = scrub.policies.map { "`\($0.name.row.word)`" }
      return (words + ["at most \(scrub.limit ?? .max) scalars"]).joined(separator: ", ")
    case .transform(let chain):
      if case .words(let words) = chain.image { return words.map(code).joined(separator: " ") }
      let words = chain.steps.map { step in
        let word = "`\(step.name.row.word)`"
        guard "\(step.name.row.technique)" == "pseudonymization" else { return word }
        return "\(word), \(step.keyID == nil ? "without" : "with") a key"
      }
      return words.joined(separator: ", ")
    }
  }

  private static func words(of field: Field) -> String? {
    field.choices?.map {
      if case .text(let word) = $0 { code(word) } else { "?" }
    }.joined(separator: " ")
  }

  /// The whole number that a bound of the built-in schemas is.
  private static func integer(_ number: JSONNumber) -> String {
    (0...1_000_000).first { JSONNumber($0) == number }.map(String.init) ?? "?"
  }

  private static func code(_ word: [UInt8]) -> String {
    "`\(String(decoding: word, as: UTF8.self))`"
  }
}
