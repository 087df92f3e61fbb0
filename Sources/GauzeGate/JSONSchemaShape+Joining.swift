internal import Gauze

// A list that leaves as one text, as a regular expression.

extension JSONSchemaShape {
  /// The texts of a list's items with separators between them, or no text at all. How many there are is
  /// not told, for a pattern that counts long alternatives grows beyond what validators take.
  static func joined(_ field: Field, by joining: ItemJoining) -> [UInt8]? {
    guard let part = field.element.first?.partPattern else { return nil }
    return Array("^(".utf8) + part + Array("(".utf8) + escaped(joining.separator) + part
      + Array(")*)?$".utf8)
  }

  /// A text as a pattern that matches it alone (ECMA-262, SyntaxCharacter).
  fileprivate static func escaped(_ text: [UInt8]) -> [UInt8] {
    let special = Array("^$\\.*+?()[]{}|/".utf8)
    return text.flatMap { special.contains($0) ? [ASCII.backslash, $0] : [$0] }
  }
}

extension Field {
  /// What an item of a joined list gives: one of its words, or a text of its format.
  fileprivate var partPattern: [UInt8]? {
    if let format { return Array(JSONSchemaShape.pattern(format).utf8.dropFirst().dropLast()) }
    var words: [[UInt8]] = []
    switch chain {
    case .none:
      for case .text(let text) in choices ?? [] { words.append(text) }
      words += [otherwise].compactMap(\.self)
    case .redact: words = [Placeholder.redacted.text.bytes]
    case .transform(let chain):
      if case .words(let texts) = chain.image { words = texts }
    case .drop, .scrub, .list: break
    }
    guard !words.isEmpty else { return nil }
    let alternatives = words.map(JSONSchemaShape.escaped).joined(separator: "|".utf8)
    return Array("(".utf8) + alternatives + Array(")".utf8)
  }
}
