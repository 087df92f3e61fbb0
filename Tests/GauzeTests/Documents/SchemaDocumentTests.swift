import Foundation
import Gauze
import Testing

/// SCHEMA.md says what the code does: every example in it runs, and every list in it is the code's.
///
/// The examples that mask need the detectors themselves.
@Suite struct SchemaDocumentTests {
  private let document: MarkdownDocument

  init() throws {
    let file = Fixtures.root.appendingPathComponent("SCHEMA.md")
    document = MarkdownDocument(try String(contentsOf: file, encoding: .utf8))
  }

  // MARK: - Examples

  @Test func runsEveryBlock() throws {
    var ran: Set<String> = []
    var bench: SchemaBench?
    var faults: [String] = []
    var input = MarkdownDocument.Block(kind: "", text: "", line: 0)
    var steps = SchemaSteps(file: [])
    for block in document.blocks {
      let place: Comment = "SCHEMA.md:\(block.line)"
      ran.insert(block.kind)
      #expect(faults.isEmpty || block.kind == "text", place)
      switch block.kind {
      case "json schema":
        #expect(SchemaBench.faults(of: block.bytes) == [], place)
        bench = try? SchemaBench(schema: block.bytes)
        bench?.runExamples(place)
      case "json start", "json step":
        if block.kind == "json start" { steps = SchemaSteps(file: block.bytes) }
        try steps.merge(block.bytes)
        #expect(SchemaBench.faults(of: steps.file) == [], place)
        bench = try? SchemaBench(schema: steps.file)
        bench?.runExamples(place)
      case "json chain":
        bench = try? SchemaBench(chain: block.text)
      case "jsonl records":
        for line in block.lines { try bench?.run(line: line, "\(place)  \(line)") }
        #expect(bench != nil, place)
      case "json findings":
        faults = try SchemaBench.findings(of: block.bytes)
        #expect(!faults.isEmpty, place)
      case "json faults":
        faults = SchemaBench.faults(of: block.bytes)
        #expect(!faults.isEmpty, place)
      case "text":
        #expect(block.lines == faults, place)
        faults = []
      case "jsonl input":
        input = block
      case "jsonl rejects":
        #expect(block.lines == bench?.rejects(of: input.lines, file: "app.jsonl"), place)
      default:
        Issue.record("no test runs a block of this kind: \(place)")
      }
    }
    #expect(ran.count == 10)
    let file = try Fixtures.bytes("Systems/kubeatlas/schema.json")
    let isWhole = try steps.says(file)
    #expect(isWhole)
  }

  /// A keyword that no accepted schema shows could mean anything.
  @Test func showsEveryKeywordInASchema() throws {
    var shown: Set<String> = []
    for block in document.blocks where block.kind == "json schema" {
      Self.collectNames(try JSONNode(reading: block.bytes.span), &shown)
    }
    for keyword in keywords { #expect(shown.contains(keyword), "\(keyword)") }
  }

  private static func collectNames(_ node: JSONNode, _ names: inout Set<String>) {
    switch node.value {
    case .array(let items): for item in items { collectNames(item, &names) }
    case .object(let members):
      for member in members {
        names.insert(String(decoding: member.name, as: UTF8.self))
        collectNames(member.node, &names)
      }
    default: break
    }
  }

  @Test func linksToItsOwnHeadings() {
    let anchors = document.headings.map { heading in
      heading.lowercased().replacingOccurrences(of: " ", with: "-")
    }
    for match in document.prose.joined(separator: "\n").matches(of: #/\]\(#(.+?)\)/#) {
      #expect(anchors.contains(String(match.1)), "\(match.1)")
    }
  }

  // MARK: - Lists

  @Test func listsEveryKeywordThatTheReaderTakes() throws {
    let documented = Set(keywords + document.table(under: "Policies").column("Parameters"))
    let words = documented.reduce(into: Set<String>()) { words, cell in
      for word in cell.split(whereSeparator: { $0 == "," || $0 == ":" || $0 == " " }) {
        words.insert(String(word))
      }
    }
    var taken: Set<String> = []
    let call = #/\.(?:take|require)\("(.+?)"/#
    for folder in ["Schema", "Policies"] {
      let path = Fixtures.root.appendingPathComponent("Sources/Gauze/\(folder)")
      for file in try FileManager.default.contentsOfDirectory(atPath: path.path) {
        let code = try String(contentsOf: path.appendingPathComponent(file), encoding: .utf8)
        for match in code.matches(of: call) {
          #expect(words.contains(String(match.1)), "\(match.1) in \(file)")
          taken.insert(String(match.1))
        }
      }
    }
    #expect(taken.count > 50)
  }

  private var keywords: [String] {
    document.tables.filter { $0.header.first == "Keyword" }.flatMap { $0.column("Keyword") }
  }

  @Test func showsEveryPolicyInAChain() {
    let words = PolicyName.allCases.map { "\($0.row.word)" }
    let documented = document.blocks.filter { $0.kind == "json chain" }.map(\.text).joined()
    for word in words { #expect(documented.contains("\"\(word)\""), "\(word) has no example") }
  }

  @Test func listsTheDialects() throws {
    let line = document.prose.first { $0.hasPrefix("Dialects:") } ?? ""
    let words = line.matches(of: #/`(.+?)`/#).map { String($0.1) }
    for word in words { #expect(SQLDialect.named(Array(word.utf8).span) != nil, "\(word)") }
    #expect(words.count == (0...UInt8.max).count { SQLDialect(rawValue: $0) != nil })
  }

  @Test func listsTypesFormatsAndPlaceholders() {
    #expect(
      document.table(under: "Types").column("Type") == JSONTypes.names.map { "\($0.name)" }
    )
    let formats = document.table(under: "Text")
    #expect(formats.column("Format") == TextFormat.allCases.map { "\($0.word)" })
    #expect(formats.column("Kind") == TextFormat.allCases.map { $0.isStrict ? "strict" : "loose" })
    // Comments leave nothing or a space: no placeholder that could be seen.
    let texts = Placeholder.allCases.map { "\($0.text)" }.filter { !$0.allSatisfy(\.isWhitespace) }
    #expect(document.table(under: "Placeholders").column("Placeholder") == texts)
  }

  @Test func describesTheBuiltInSchema() throws {
    let text = BuiltInSchemas.text(named: Array("cli-telemetry".utf8).span)
    let schema = try Schema(reading: Array("\(try #require(text))".utf8).span)
    let table = document.table(under: "The built-in schema cli-telemetry")
    let expected = SchemaProse.rows(of: schema)
    let actual = table.rows.map { $0.joined(separator: " | ") }
    #expect(actual == expected, "expected:\n| \(expected.joined(separator: " |\n| ")) |")
  }
}
