internal import Gauze
internal import GauzeProve

/// What a proof found, for people and for machines. Places and counts, never a canary.
struct ProofText {
  private static let mostGroups = 20

  let result: ProofResult
  let source: String
  let seed: Int
  /// Whether what no policy promises counts too.
  let strict: Bool

  init(_ result: ProofResult, source: String, seed: Int, strict: Bool) {
    self.result = result
    self.source = Console.visible(source)
    self.seed = seed
    self.strict = strict
  }

  /// Whether there is anything to report.
  var hasFindings: Bool {
    result.total.survived > 0 || !result.untried.isEmpty
      || result.sentences.contains(where: \.isFinding)
      || (strict && result.total.letThrough > 0)
  }

  // MARK: - For people

  var table: String {
    var lines = classTable + [""] + fieldTable + [""]
    for event in result.untried {
      lines.append(
        "\(Console.styled("not tried", .red)): no record of \(Console.visible(event)) could be made "
          + "that is accepted"
      )
    }
    let groups = groups
    for group in groups.prefix(Self.mostGroups) {
      lines.append("\(Console.styled("survived", .red)): \(line(of: group))")
    }
    let more = groups.count - Self.mostGroups
    if more > 0 {
      lines.append("… and \(Columns.grouped(more)) kinds more; --format json lists all")
    }
    return (lines + sentences + verdict).joined(separator: "\n") + "\n"
  }

  /// What the schema says, and what can be said of it.
  private var sentences: [String] {
    if result.sentences.isEmpty { return [] }
    let lines = result.sentences.map { one in
      let mark = Columns.padded(one.mark.rawValue, to: 8)
      let text = one.isForbidden ? "forbidden: \(one.text)" : one.text
      return "\(one.isFinding ? Console.styled(mark, .red) : mark)  \(Console.visible(text))"
        + note(on: one)
    }
    return lines + [""]
  }

  private func note(on one: SentenceProof) -> String {
    switch one.mark {
    case .proven where one.planted > 0:
      let rejected = one.rejected > 0 ? ", of which \(one.rejected) rejected" : ""
      let own = one.own > 0 ? ", its own \(one.own)\(rejected)" : ""
      return " (canaries: \(Columns.grouped(one.planted))\(own))"
    case .proven: return " (by the schema alone)"
    case .broken where one.survived > 0:
      return
        " (\(Columns.grouped(one.survived)) of \(Columns.grouped(one.planted)) canaries survived)"
    case .broken, .unbound: return " (see gauze check)"
    case .bounded: return " (its fields leave within their bounds)"
    case .untried: return " (no canary was planted; run more cases)"
    case .client: return " (kept by the client)"
    case .declared: return " (kept by people)"
    }
  }

  private var verdict: [String] {
    let total = result.total
    var lines: [String] = []
    if total.survived > 0 {
      lines.append(
        "\(Columns.grouped(total.survived)) of \(Columns.grouped(total.promised)) promised canaries "
          + "survived; see one: gauze prove \(source) --seed \(seed) --case "
          + "\(result.survivors.first?.number ?? 0)"
      )
    } else {
      lines.append(
        "nothing survived: \(Columns.grouped(total.promised)) canaries were promised to be held back, "
          + "and no four characters of any were seen"
      )
    }
    if total.letThrough > 0 {
      lines.append(
        "\(Columns.grouped(total.letThrough)) were let through where no policy promises to hold them "
          + "back\(strict ? ", which --strict counts" : "")"
      )
    }
    return lines
  }

  /// Survivors that differ in their position alone.
  private struct Group {
    let first: Survivor
    var count = 1
  }

  private var groups: [Group] {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for one in result.survivors {
      let key = "\(one.field) \(one.kind) \(one.form) \(one.encoding) \(one.output)"
      if let place = places[key] {
        groups[place].count += 1
      } else {
        places[key] = groups.count
        groups.append(Group(first: one))
      }
    }
    return groups
  }

  private func line(of group: Group) -> String {
    let one = group.first
    let times = group.count == 1 ? "" : ", and \(Columns.grouped(group.count - 1)) like it"
    return "\(Console.visible(one.field)), \(one.kind.name) (\(one.form)), \(one.encoding.name), "
      + "\(one.position.name), in \(one.output.rawValue), case \(one.number)\(times)"
  }

  private var classTable: [String] {
    var rows = [["class", "planted", "survived", "not promised, let through"]]
    for (kind, count) in zip(CanaryClass.allCases, result.byClass) {
      rows.append(Self.row(kind.name, count))
    }
    rows.append(Self.row("all", result.total))
    return Self.columns(rows)
  }

  /// The fields with something to say, and the others together.
  private var fieldTable: [String] {
    var rows = [["field", "planted", "survived", "not promised, let through"]]
    var others = 0
    for (place, count) in result.byField.enumerated() {
      guard count.survived + count.letThrough > 0 else {
        others += 1
        continue
      }
      let classes = result.letThrough[place].map(\.name).joined(separator: " ")
      rows.append(
        Self.row(
          Console.visible(result.fields[place]),
          count,
          classes.isEmpty ? "" : " (\(classes))"
        )
      )
    }
    let rest = result.byField.filter { $0.survived + $0.letThrough == 0 }
      .reduce(0) { $0 + $1.planted }
    let name = rows.count == 1 ? "\(others) fields" : "\(others) other fields"
    rows.append([name, Columns.grouped(rest), "0", "0"])
    return Self.columns(rows)
  }

  private static func row(_ name: String, _ count: ProofCount, _ note: String = "") -> [String] {
    [
      name, Columns.grouped(count.planted), Columns.grouped(count.survived),
      Columns.grouped(count.letThrough) + note,
    ]
  }

  private static func columns(_ rows: [[String]]) -> [String] {
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.enumerated().map { index, row in
      var line = "\(Columns.padded(row[0], to: widths[0]))"
      for column in 1...2 {
        line += "  " + String(repeating: " ", count: widths[column] - row[column].count)
        line += row[column]
      }
      line += "  " + row[3]
      return index == 0 ? Console.styled(line, .faint) : line
    }
  }

  // MARK: - For machines

  /// One JSON object.
  func json(_ schema: Schema) -> String {
    let kinds = zip(CanaryClass.allCases, result.byClass).map {
      "\(Self.quoted($0.name)):\(Self.object($1))"
    }
    let fields = zip(result.fields, result.byField).enumerated().map { place, pair in
      let classes = result.letThrough[place].map { Self.quoted($0.name) }.joined(separator: ",")
      return "{\"field\":\(Self.quoted(pair.0)),\"counts\":\(Self.object(pair.1)),"
        + "\"letThrough\":[\(classes)]}"
    }
    let survivors = result.survivors.map { survivor in
      "{\"case\":\(survivor.number),\"event\":\(Self.quoted(survivor.event)),"
        + "\"field\":\(Self.quoted(survivor.field)),\"class\":\(Self.quoted(survivor.kind.name)),"
        + "\"form\":\(Self.quoted(survivor.form)),"
        + "\"encoding\":\(Self.quoted(survivor.encoding.name)),"
        + "\"position\":\(Self.quoted(survivor.position.name)),"
        + "\"output\":\(Self.quoted(survivor.output.rawValue))}"
    }
    let sentences = result.sentences.map { one in
      "{\"text\":\(Self.quoted(one.text)),\"forbidden\":\(one.isForbidden),"
        + "\"mark\":\(Self.quoted(one.mark.rawValue)),\"planted\":\(one.planted),"
        + "\"own\":\(one.own),\"rejected\":\(one.rejected),\"survived\":\(one.survived)}"
    }
    return "{\"schema\":\(Self.quoted(String(decoding: schema.name, as: UTF8.self))),"
      + "\"version\":\(Self.quoted(String(decoding: schema.version.text, as: UTF8.self))),"
      + "\"seed\":\(seed),\"records\":{\"accepted\":\(result.accepted),"
      + "\"rejected\":\(result.rejected)},\"counts\":\(Self.object(result.total)),"
      + "\"classes\":{\(kinds.joined(separator: ","))},\"fields\":[\(fields.joined(separator: ","))],"
      + "\"promises\":[\(sentences.joined(separator: ","))],"
      + "\"untried\":[\(result.untried.map(Self.quoted).joined(separator: ","))],"
      + "\"survivors\":[\(survivors.joined(separator: ","))]}\n"
  }

  private static func object(_ count: ProofCount) -> String {
    "{\"planted\":\(count.planted),\"promised\":\(count.promised),\"survived\":\(count.survived),"
      + "\"letThrough\":\(count.letThrough)}"
  }

  private static func quoted(_ text: String) -> String {
    var buffer = ByteBuffer()
    JSONText.write(Array(text.utf8).span, to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
