import Foundation
import Gauze
import Testing

/// Reads every file of `Fixtures/Schemas/findings`, schemas that load. What `check` finds in them stands in
/// `findings/expected.jsonl`, a file a line:
///
///     {"file": "promise-unbound.json", "findings": ["7:5 promise-unbound"]}
@Suite struct SchemaFindingTests {
  static let expectations = "Schemas/findings/expected.jsonl"

  @Test func findsWhatContradictsAPromise() throws {
    var expected: [String: [String]] = [:]
    for line in (try? FixtureLine.lines(Self.expectations)) ?? [] {
      expected[line.text("file") ?? ""] = line.texts("findings").map(\.shown)
    }
    var recorded = ""
    let files = try SchemaFixtureTests.files("findings")
    for name in files {
      let file = try Fixtures.bytes("Schemas/findings/\(name)")
      let findings = try SchemaBench.findings(of: file)
      if PolicyFixtureTests.isRecording {
        let texts = findings.map { "\"\($0)\"" }.joined(separator: ", ")
        recorded += "{\"file\": \"\(name)\", \"findings\": [\(texts)]}\n"
      } else {
        #expect(findings == expected[name], "\(name)")
      }
    }
    guard PolicyFixtureTests.isRecording else {
      #expect(expected.keys.sorted() == files)
      return
    }
    let path = Fixtures.root.appendingPathComponent("Fixtures/\(Self.expectations)")
    try Data(recorded.utf8).write(to: path)
    Issue.record("recorded \(Self.expectations)")
  }

  /// Each finding of this kind has a file that shows it and a neighbour that does not.
  @Test func everyFindingHasANeighbourWithout() throws {
    let lines = try FixtureLine.lines(Self.expectations)
    for code in [LintCode.promiseUnbound, .promiseBroken, .forbiddenClass] {
      let word = code.word.text
      let own = lines.filter { ($0.text("file") ?? "").hasPrefix(word) }
      #expect(own.contains { $0.texts("findings").contains { $0.shown.contains(" \(word)") } })
      #expect(own.contains { $0.texts("findings").isEmpty }, "\(word)")
    }
  }
}
