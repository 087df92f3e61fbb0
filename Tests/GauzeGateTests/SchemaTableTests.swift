import Foundation
import Gauze
import GauzeGate
import Testing

/// SCHEMA.md lists policies, codes and rules as the code has them.
@Suite struct SchemaTableTests {
  static let tables = [
    policies, violations, faults, lints, changeRules, gateRules,
  ]

  @Test func listsWhatTheCodeHas() throws {
    let lines = try Fixtures.text("SCHEMA.md").components(separatedBy: "\n")
    var text = lines
    for table in Self.tables {
      if let new = table.rewritten(in: text) {
        if new != text { Issue.record("SCHEMA.md differs from \(table.source)") }
        text = new
      } else {
        Issue.record("SCHEMA.md has no table with its columns below this line: \(table.mark)")
      }
      for row in table.unfinished(in: text) {
        Issue.record("SCHEMA.md: write what is empty in the row of \(row)")
      }
    }
    guard text != lines else { return }
    if ProcessInfo.processInfo.environment["GAUZE_RECORD"] == "1" {
      try Data(text.joined(separator: "\n").utf8).write(to: Fixtures.file("SCHEMA.md"))
    }
    Issue.record("write it with GAUZE_RECORD=1 swift test --filter SchemaTableTests, and review it")
  }

  // MARK: - The tables

  private static let policies: DocumentTable = {
    let rows = PolicyName.allCases.map(\.row)
    return DocumentTable(
      source: "PolicyName.swift",
      columns: [
        ("Word", rows.map { code($0.word) }),
        ("What it does", rows.map { "\($0.summary)" }),
        ("Technique", rows.map { "\($0.technique)" }),
        ("Takes", rows.map { word($0.takes) }),
        ("Gives", rows.map { word($0.gives) }),
        ("Role", rows.map { word($0.role) + ($0.canRefuse ? ", may refuse" : "") }),
      ]
    )
  }()

  private static let violations = DocumentTable(
    source: "Violation.swift",
    columns: [("Code", ViolationCode.allCases.map { code($0.word) })]
  )

  private static let faults = DocumentTable(
    source: "SchemaFault.swift",
    columns: [
      ("Code", SchemaFaultCode.allCases.map { code($0.word) }),
      ("Advice", SchemaFaultCode.allCases.map { "\($0.advice)" }),
    ]
  )

  private static let lints = DocumentTable(
    source: "SchemaLint.swift",
    columns: [
      ("Code", LintCode.allCases.map { code($0.word) }),
      ("Advice", LintCode.allCases.map { "\($0.advice)" }),
    ]
  )

  private static let changeRules: DocumentTable = {
    let rules = ChangeRule.allCases
    return DocumentTable(
      source: "ChangeRule.swift",
      columns: [
        ("Rule", rules.map { "`\($0.word)`" }),
        ("What happened", rules.map(\.meaning)),
        ("Privacy", rules.map { $0.privacy?.word ?? "decided by the order" }),
        (
          "A widening asks for an epoch",
          rules.map { rule in
            guard rule.privacy ?? .widens == .widens else { return "–" }
            return rule.asksForEpoch ? "yes" : "no"
          }
        ),
      ]
    )
  }()

  private static let gateRules = DocumentTable(
    source: "GateRule.swift",
    columns: [
      ("Finding", GateRule.allCases.map { "`\($0.word)`" }),
      ("What is wrong", GateRule.allCases.map(\.meaning)),
    ]
  )

  // MARK: - Words

  private static func code(_ word: StaticString) -> String { "`\(word)`" }

  private static func word(_ value: PolicyValue) -> String {
    switch value {
    case .any: "any"
    case .text: "text"
    case .number: "number"
    case .scalar: "text or number"
    case .object: "object"
    case .array: "array"
    case .boolean: "Boolean"
    case .list: "list"
    case .closedText: "closed text"
    case .nothing: "nothing"
    }
  }

  private static func word(_ role: PolicyRole) -> String {
    switch role {
    case .detector: "detector"
    case .shortener: "shortener"
    case .whole: "whole"
    }
  }

  // MARK: - Rewriting

  /// What a new row, a changed one, another order and a row too many come to.
  @Test func keepsWhatPeopleWroteBesideARow() throws {
    let table = DocumentTable(
      source: "Fruit.swift",
      columns: [("Word", ["`fig`", "`date`", "`plum`"]), ("Kind", ["a <b>", "sweet", "round"])]
    )
    let before = [
      "Text.", table.mark, "", "| Word | What for | Kind |", "|---|---|---|",
      "| `date` | cakes | dry |", "| `kiwi` | salad | green |", "| `fig` | jam | a `<b>` |", "",
      "| `fig` | elsewhere | x |",
    ]
    let after = try #require(table.rewritten(in: before))
    #expect(
      after == Array(before[..<5]) + [
        "| `fig` | jam | a `<b>` |", "| `date` | cakes | sweet |", "| `plum` | … | round |",
      ] + Array(before[8...])
    )
    #expect(table.unfinished(in: after) == ["`plum`"])
    #expect(table.rewritten(in: after) == after)
    #expect(table.rewritten(in: Array(before[2...])) == nil)
    let other = before.map { $0.replacingOccurrences(of: "Kind", with: "Sort") }
    #expect(table.rewritten(in: other) == nil)
  }
}
