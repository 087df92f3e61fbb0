internal import Gauze

/// What leaves of a field, in plain words.
struct FieldWords {
  /// A phrase without a full stop.
  let text: String

  /// Says what leaves of `field`; long lists of words go to `lists`.
  init(_ field: Field, _ lists: inout WordLists) {
    var text = Self.phrase(field, &lists)
    if Self.mayBeNull(field) { text += "; or null" }
    if let other = field.alternative.first {
      text += "; and where nothing leaves of that, \(FieldWords(other, &lists).text)"
    }
    self.text = text
  }

  private static func phrase(_ field: Field, _ lists: inout WordLists) -> String {
    switch field.chain {
    case .none: asItIs(field, &lists)
    case .list(let chain): list(field, chain, &lists)
    case .drop: "nothing"
    case .scrub(let scrub): masked(field, limit: scrub.limit, &lists)
    case .redact, .transform: replaced(field, &lists)
    }
  }

  /// Whether null leaves as null.
  private static func mayBeNull(_ field: Field) -> Bool {
    guard field.types.contains(.null), field.types != .any, field.types != .null else {
      return false
    }
    return switch field.chain {
    case .none:
      !(field.choices ?? []).contains(.null)
        && (field.choices == nil || field.otherwise != nil)
    case .scrub, .list: true
    case .drop, .redact: false
    case .transform(let chain): !chain.takesNull
    }
  }

  // MARK: - Without a policy

  private static func asItIs(_ field: Field, _ lists: inout WordLists) -> String {
    if let choices = field.choices {
      guard let otherwise = field.otherwise else { return lists.choice(choices) }
      let source = field.source.map { "\(MarkdownText.code($0)) if it is " } ?? ""
      let other = MarkdownText.code(otherwise)
      return "\(source)\(lists.choice(choices)); any other text leaves as \(other)"
    }
    let types = field.types.subtracting(.null)
    if types == .string { return text(field) }
    if types == .boolean { return "yes or no" }
    if types.isEmpty { return "null: that it is there" }
    if types == .array { return list(field, &lists) }
    if types == .object { return object(field, &lists) }
    let kind = field.numbers.isInteger ? "a whole number" : "a number"
    return ([kind] + [NumberWords.bounds(field.numbers)].compactMap(\.self)).joined(separator: " ")
  }

  private static func text(_ field: Field) -> String {
    let form = field.format.map(words) ?? "text"
    return field.maxLength.map { "\(form), at most \($0) characters" } ?? form
  }

  /// What a text of a format says.
  static func words(_ format: TextFormat) -> String {
    switch format {
    case .uuid: "an identifier of the form UUID"
    case .dateTime: "a date and time, with the offset from UTC, as they come in"
    case .date: "a date"
    case .version: "a version in digits and dots"
    case .identifier: "a word of letters, digits, `_`, `-` and `.`, as it comes in"
    case .hex: "hexadecimal digits, as they come in"
    case .semver: "a semantic version with all its parts, as it comes in"
    case .hex32: "32 hexadecimal digits, as they come in"
    case .hex64: "64 hexadecimal digits, as they come in"
    case .email: "an e-mail address, as it comes in"
    }
  }

  private static func list(_ field: Field, _ lists: inout WordLists) -> String {
    let most = field.maxItems.map { " of at most \($0)" } ?? ""
    guard let item = field.element.first else { return "a list\(most)" }
    return "a list\(most), each item \(FieldWords(item, &lists).text)"
  }

  private static func list(
    _ field: Field,
    _ chain: ListChain,
    _ lists: inout WordLists
  ) -> String {
    let words = list(field, &lists) + (chain.isUnique ? ", each only once" : "")
    guard let joining = chain.joining else { return words }
    return "\(words), as one text with \(MarkdownText.code(joining.separator)) between"
  }

  private static func object(_ field: Field, _ lists: inout WordLists) -> String {
    guard let keys = field.keys, let value = field.element.first else {
      let hasFields = field.properties?.contains { !$0.field.isDropped } ?? false
      return hasFields ? "an object of the fields below" : "an empty object: that it is there"
    }
    var names = keys.format.map(words) ?? lists.choice(keys.words)
    if let otherwise = keys.otherwise {
      names += "; any other name counts as \(MarkdownText.code(otherwise))"
    }
    return "at most \(keys.most) pairs of a name (\(names)) and a value: "
      + FieldWords(value, &lists).text
  }

  // MARK: - Behind policies

  private static func masked(_ field: Field, limit: Int?, _ lists: inout WordLists) -> String {
    let size = limit.map { " of at most \($0) characters" } ?? ""
    let source = field.source.map { " out of \(MarkdownText.code($0))" } ?? ""
    return "text\(size)\(source)\(masks(field, &lists))"
  }

  /// ", with file paths and e-mail addresses masked".
  private static func masks(_ field: Field, _ lists: inout WordLists) -> String {
    var parts: [String] = []
    var kept: [String] = []
    for policy in field.policies {
      let words = PolicyWords(policy, of: "", FieldSubject(.string), &lists)
      guard case .masks(let more, let stays) = words else { continue }
      parts += more.filter { !parts.contains($0) }
      kept += [stays].compactMap(\.self).filter { !kept.contains($0) }
    }
    if parts.isEmpty { return "" }
    let stays = kept.isEmpty ? "" : " (\(joined(kept)) stay)"
    return ", with \(joined(parts)) masked\(stays)"
  }

  private static func replaced(_ field: Field, _ lists: inout WordLists) -> String {
    var subject = FieldSubject(field.types)
    var value = field.source.map(MarkdownText.code) ?? subject.name
    if !field.moreSources.isEmpty {
      let names = [field.source].compactMap(\.self) + field.moreSources
      value = "any of \(MarkdownText.list(names))"
    }
    value += masks(field, &lists)
    for policy in field.policies {
      guard case .replaces(let words) = PolicyWords(policy, of: value, subject, &lists) else {
        continue
      }
      value = words
      subject = FieldSubject(.number)
    }
    return value
  }

  /// "a and b"; "a, b, and c", for the parts may have an "and" of their own.
  static func joined(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + (parts.count > 2 ? ", and " : " and ") + last
  }
}
