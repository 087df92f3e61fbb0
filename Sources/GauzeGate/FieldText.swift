internal import Gauze

/// What a field says, in the schema's own words: what a change shows and what its fingerprint is made of.
/// Sentences for people (`why`, `description`, `waiver`) are none of it.
struct FieldText {
  let file: SchemaFile

  /// All of a field, references resolved.
  func all(_ property: Property) -> String {
    (property.isRequired ? "required " : "") + all(property.field)
  }

  /// All of a field but its name.
  func all(_ field: Field) -> String {
    var parts: [String] = []
    if field.source != nil { parts.append(sources(field)) }
    if field.types != .any { parts.append(types(field.types)) }
    if let words = field.choices { parts.append("enum \(choices(words))") }
    if let word = field.otherwise { parts.append("otherwise \(Self.word(word))") }
    if let format = field.format { parts.append("format \(format.word)") }
    if let most = field.maxLength { parts.append("maxLength \(most)") }
    if let least = field.minimum { parts.append("minimum \(number(least))") }
    if let most = field.maximum { parts.append("maximum \(number(most))") }
    if let most = field.maxItems { parts.append("maxItems \(most)") }
    if let keys = field.keys { parts.append(mapKeys(keys)) }
    if let condition = field.condition { parts.append(self.condition(condition)) }
    if let properties = field.properties {
      let inner = properties.map { "\(Self.word($0.name)): \(all($0))" }
      parts.append("{\(inner.joined(separator: "; "))}")
    }
    for element in field.element { parts.append("of (\(all(element)))") }
    if !field.policies.isEmpty { parts.append(policies(field)) }
    for field in field.alternative { parts.append("else (\(all(field)))") }
    return parts.joined(separator: ", ")
  }

  /// The policies as they are written.
  func policies(_ field: Field) -> String {
    let words = field.policyOffsets.map { file.compact(at: $0) }
    return words.isEmpty ? "no policy" : words.joined(separator: " ")
  }

  /// What a derived field is made from.
  func sources(_ field: Field) -> String {
    let names = [field.source].compactMap { $0 } + field.moreSources
    return names.isEmpty ? "" : "from \(Self.list(names))"
  }

  func types(_ types: JSONTypes) -> String {
    JSONTypes.names.filter { types.contains($0.type) }.map { "\($0.name)" }.joined(separator: "|")
  }

  func choices(_ words: [Choice]) -> String {
    words.map(choice).joined(separator: "|")
  }

  func choice(_ word: Choice) -> String {
    switch word {
    case .text(let text): Self.word(text)
    case .number(let number): self.number(number)
    case .boolean(let value): "\(value)"
    case .null: "null"
    }
  }

  func number(_ number: JSONNumber) -> String {
    let text = NumberText(number)
    return String(decoding: (0..<text.count).map { text.span[$0] }, as: UTF8.self)
  }

  func mapKeys(_ keys: MapKeys) -> String {
    let words = keys.words.isEmpty ? "" : " \(Self.list(keys.words))"
    let format = keys.format.map { " format \($0.word)" } ?? ""
    let otherwise = keys.otherwise.map { " otherwise \(Self.word($0))" } ?? ""
    return "keys\(words)\(format)\(otherwise), at most \(keys.most)"
  }

  func condition(_ condition: Condition) -> String {
    "present if \(Self.word(condition.field)) is \(choices(condition.words))"
  }

  /// Whether two fields that are made of the same values make the same of them.
  static func isSame(_ left: Field, _ right: Field) -> Bool {
    left.chain == right.chain && left.otherwise == right.otherwise && left.choices == right.choices
      && left.alternative.count == right.alternative.count
      && zip(left.alternative, right.alternative).allSatisfy { isSame($0, $1) }
  }

  /// Words in a row, each as `word` writes it, so that no two lists are written alike.
  static func list(_ words: [[UInt8]]) -> String { words.map(word).joined(separator: "|") }

  /// A word as it stands if nothing around it can be taken for a part of it, or it for no text; else as a
  /// JSON string.
  static func word(_ bytes: [UInt8]) -> String {
    let word = text(bytes)
    let isPlain =
      bytes.allSatisfy { $0.isAlphanumeric || "-._".utf8.contains($0) }
      && !(bytes.first.map { $0.isDigit || $0 == ASCII.minus } ?? true)
      && !["true", "false", "null"].contains(word)
    return isPlain ? word : JSONValue.quoted(word)
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
