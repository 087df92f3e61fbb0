/// A random template that fits a random schema.
struct RandomEnvelope {
  private(set) var text = ""
  /// Whether values leave as they are, each once: no `copy`, no `text`, no name in two slots.
  let isPlain: Bool
  private var constants = 0
  private var parts: [String] = []

  init(_ schema: RandomSchema, _ random: inout SeededRandom) {
    isPlain = Bool.random(using: &random)
    var names = Set(schema.events.flatMap { $0.members.filter { !$0.isDropped }.map(\.name) })
      .sorted().shuffled(using: &random)
    for _ in 0..<Int.random(in: 0...3, using: &random) where !names.isEmpty {
      let count = Int.random(in: 1...min(3, names.count), using: &random)
      parts.append(slot(Array(names.prefix(count)), &random))
      if isPlain || Bool.random(using: &random) { names.removeFirst(count) }
    }
    if Bool.random(using: &random) { parts.append(event(&random)) }
    for _ in 0..<Int.random(in: 0...3, using: &random) { parts.append(constant(&random)) }
    let splits = Bool.random(using: &random)
    for kinds in splits ? ["numbers", "others"] : ["all"] {
      let form = isPlain || Bool.random(using: &random) ? "" : #", "as": "text""#
      let rest = #""$fields": {"kinds": "\#(kinds)"\#(form)}"#
      let members = [#""T-\#(next())": "injected""#, rest].shuffled(using: &random)
      parts.append("{\(members.joined(separator: ", "))}")
    }
    text = gathered(parts.shuffled(using: &random)[...], &random)
  }

  private mutating func next() -> Int {
    constants += 1
    return constants
  }

  private mutating func constant(_ random: inout SeededRandom) -> String {
    [
      #""TEMPLATE \u0041\n\#(next())""#, "\(next()).50", "null", "true", "[]", "{}",
      #"{"$lib": ["TEMPLATE\#(next())", {"a": 1e2}]}"#,
    ].randomElement(using: &random) ?? "null"
  }

  private func event(_ random: inout SeededRandom) -> String {
    isPlain || Bool.random(using: &random)
      ? #"{"$event": true}"# : #"{"copy": true, "$event": true}"#
  }

  private mutating func slot(_ names: [String], _ random: inout SeededRandom) -> String {
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    var members = [
      #""$field": \#(names.count == 1 && Bool.random(using: &random) ? list : "[\(list)]")"#
    ]
    members.append(
      Bool.random(using: &random) ? #""otherwise": "OTHER\#(next())""# : #""optional": true"#
    )
    if !isPlain {
      if Bool.random(using: &random) { members.append(#""as": "text""#) }
      if Bool.random(using: &random) { members.append(#""copy": true"#) }
    }
    return "{\(members.shuffled(using: &random).joined(separator: ", "))}"
  }

  /// Puts parts into nested objects and lists; an optional slot stands only in an object.
  private mutating func gathered(
    _ parts: ArraySlice<String>,
    _ random: inout SeededRandom
  ) -> String {
    if parts.count > 1, Bool.random(using: &random) {
      let middle = Int.random(in: parts.startIndex + 1..<parts.endIndex, using: &random)
      let halves = [
        gathered(parts[..<middle], &random), gathered(parts[middle...], &random),
      ]
      if Bool.random(using: &random) { return "[\(halves.joined(separator: ", "))]" }
      return #"{"T-\#(next())": \#(halves[0]), "T \"\#(next())": \#(halves[1])}"#
    }
    let members = parts.map { "\"T-\(next())\": \($0)" }
    return "{\(members.joined(separator: ", "))}"
  }
}
