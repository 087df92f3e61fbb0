/// Prints a score set, or checks one: see `Benchmarks/Score/README.md`.
@main
enum ScoreSet {
  /// Reads the arguments and does what they ask.
  static func main() throws {
    var seed: UInt64 = 1
    var texts = 100
    var statements = 25
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      let value = arguments.popFirst() ?? ""
      switch argument {
      case "--seed": seed = UInt64(value) ?? seed
      case "--texts": texts = Int(value) ?? texts
      case "--sql": statements = Int(value) ?? statements
      case "--check":
        try Check.run(value)
        return
      default:
        print("usage: GauzeScoreSet --seed N --texts N --sql N | --check FILE")
        Check.leave(status: 2)
      }
    }
    var maker = RecordMaker(seed: seed)
    for number in 0..<max(0, texts) { print(maker.text(number).line) }
    for number in 0..<max(0, statements) { print(maker.statement(number).line) }
  }
}

/// Makes records, no two of which have the same text.
struct RecordMaker {
  private var random: Random
  private var seen: Set<String> = []
  private var withSecrets: Deck
  private var harmless: Deck
  private var statements: Deck

  /// A maker whose records depend on the seed alone.
  init(seed: UInt64) {
    random = Random(seed: seed)
    withSecrets = Deck(
      [pathSheet, personSheet, secretSheet, networkSheet].flatMap { Template.sheet($0) }
    )
    harmless = Deck(Template.sheet(harmlessSheet))
    statements = Deck(sqlSheets.flatMap { Template.sheet($0) })
  }

  /// A text: three of four hold a secret.
  mutating func text(_ number: Int) -> Record {
    let isHarmless = number % 4 == 3
    let template = isHarmless ? harmless.draw(&random) : withSecrets.draw(&random)
    return record("t-", number, template) { writer in
      var draft = Draft()
      if writer.random.chance(22) { draft.append(writer.prefix()) }
      draft.append(writer.draft(template.nodes))
      if writer.random.chance(isHarmless ? 40 : 22) {
        draft.append(writer.random.pick(["\n", " | ", " ", "; ", "\n\t"]))
        draft.append(writer.filler("look") ?? "")
      }
      return (draft, RecordMaker.words(of: draft))
    }
  }

  /// A statement of SQL.
  mutating func statement(_ number: Int) -> Record {
    let template = statements.draw(&random)
    return record("s-", number, template) { writer in
      writer.dialect = template.dialect
      writer.layout.isLower = writer.random.chance(30)
      switch writer.random.below(3) {
      case 0: writer.layout.breaks = .clauses
      case 1: writer.layout.breaks = .indented
      default: break
      }
      let draft = writer.draft(template.nodes)
      return (draft, SQLNames.words(of: draft))
    }
  }

  /// Draws until a text is new and holds the set's rules.
  private mutating func record(
    _ prefix: String,
    _ number: Int,
    _ template: Template,
    _ fill: (inout Writer) -> (Draft, [String])
  ) -> Record {
    var reason = ""
    for _ in 0..<400 {
      var writer = Writer(seed: random.next())
      let (draft, keep) = fill(&writer)
      let record = Record(
        id: prefix + JSONText.padded(String(number), to: 6),
        kind: template.dialect.isEmpty ? "text" : "sql",
        shape: template.shape,
        dialect: template.dialect,
        draft: draft,
        keep: keep
      )
      reason = writer.unknown.first ?? record.fault ?? (seen.contains(draft.text) ? "seen" : "")
      if reason.isEmpty {
        seen.insert(draft.text)
        return record
      }
    }
    preconditionFailure("no record of shape \(template.shape): \(reason)")
  }

  /// The words between white space that no secret and no neutral stretch meets.
  private static func words(of draft: Draft) -> [String] {
    var words: [String] = []
    var start = 0
    for position in 0...draft.scalars.count {
      let isEnd = position == draft.scalars.count || draft.scalars[position].properties.isWhitespace
      guard isEnd else { continue }
      if position > start, !draft.isTouched(start..<position) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: draft.scalars[start..<position])
        words.append(String(view))
      }
      start = position + 1
    }
    return words
  }
}

/// Templates in shuffled order, all of them before any comes again.
struct Deck {
  private let templates: [Template]
  private var rest: [Template] = []

  /// A deck of templates.
  init(_ templates: [Template]) {
    self.templates = templates
  }

  /// The next template.
  mutating func draw(_ random: inout Random) -> Template {
    if rest.isEmpty { rest = random.shuffled(templates) }
    return rest.popLast() ?? Template(shape: "", dialect: "", nodes: [])
  }
}

extension Writer {
  /// How a log begins a line.
  mutating func prefix() -> String {
    let name = filler("svc") ?? ""
    let level = filler("lvl") ?? ""
    switch random.below(9) {
    case 0: return (filler("iso") ?? "") + " " + level + " [" + name + "] "
    case 1: return (filler("ctime") ?? "") + " - " + name + " - " + level + " - "
    case 2: return "[" + (filler("time") ?? "") + "] "
    case 3: return (filler("syslog") ?? "") + " node1 " + name + "[" + (filler("n4") ?? "") + "]: "
    case 4: return level + ": "
    case 5: return name + "-\(random.within(0, 9))  | "
    case 6: return "[" + level.lowercased() + "] " + name + ": "
    case 7: return "step \(random.within(2, 9))/\(random.within(10, 19)): "
    default: return "##[group]" + (filler("job") ?? "") + "\n"
    }
  }
}
