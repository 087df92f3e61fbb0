import Foundation
import Testing

import Gauze

/// Runs every line of `Fixtures/Lints/<code>.jsonl`, the fields of one event and what stands around:
///
///     {"name": "…", "properties": {…}, "around": {"identity": {…}}, "findings": ["code /pointer …"]}
///
/// Behind the pointer stands what the finding says besides: a policy, or seconds.
@Suite struct SchemaLintTests {
  static func file(_ line: FixtureLine) throws -> [UInt8] {
    let properties = line.source(try #require(line["properties"], "\(line.name)"))
    var around: [UInt8] = []
    if let node = line["around"] {
      around = Array(line.source(node).dropFirst().dropLast()) + [ASCII.comma]
    }
    return Array(#"{"gauze":1,"name":"x","version":"1.0","#.utf8) + around
      + Array(#""events":{"e":{"description":"d","properties":"#.utf8) + properties
      + Array("}}}".utf8)
  }

  static func shown(_ finding: LintFinding, _ root: JSONNode) -> String {
    var pointer = ByteBuffer()
    root.appendPointer(to: finding.offset, &pointer)
    let detail =
      switch finding.detail {
      case nil: ""
      case .policy(let name): " \(name.row.word)"
      case .seconds(let seconds): " \(seconds) s"
      }
    return "\(finding.code.word) \(pointer.bytes.shown)\(detail)"
  }

  /// What is found in promises needs whole schemas: see `SchemaFindingTests`.
  static let fieldCodes = LintCode.allCases.filter {
    $0 != .promiseUnbound && $0 != .promiseBroken && $0 != .forbiddenClass
  }

  @Test(arguments: fieldCodes) func findsWhatItsLinesSay(code: LintCode) throws {
    let lines = try FixtureLine.lines("Lints/\(code.word).jsonl")
    for line in lines {
      let file = try Self.file(line)
      let faults = SchemaFixtureTests.faults(file).map { SchemaFixtureTests.shown($0, file) }
      try #require(faults == [], "\(code.word): \(line.name)")
      let root = try JSONNode(reading: file.span)
      let findings = try Schema(reading: file.span).lint.map { Self.shown($0, root) }
      #expect(findings == line.texts("findings").map(\.shown), "\(code.word): \(line.name)")
    }
    // Each code is seen to find something, and to leave its neighbour alone.
    #expect(lines.contains { $0.texts("findings").contains { $0.starts(with: code.word.bytes) } })
    #expect(lines.contains { $0.texts("findings").isEmpty })
  }

  static func codes(_ field: String) throws -> [LintCode] {
    let text =
      #"{"gauze": 1, "name": "x", "version": "1.0", "events": {"e": {"description": "d", "#
      + #""properties": {"m": {"type": "string", "policies": ["drop"]}, "f": {\#(field), "#
      + #""why": "y"}}}}}"#
    return try Schema(reading: Array(text.utf8).span).lint.map(\.code)
  }

  @Test func looksAtBothWaysInWhichAFieldIsMade() throws {
    let field = #""from": "m", "policies": ["hint"], "else": {"from": "m", "policies": "#
    #expect(try Self.codes(field + #"["scrub-text", {"truncate": 9}]}"#) == [])
    #expect(try Self.codes(field + #"["mask-emails", {"truncate": 9}]}"#) == [.textNotScrubbed])
    #expect(try Self.codes(field + #"["hash-email"]}"#) == [.unkeyedHash])
    let waived = field + #"["mask-emails", {"truncate": 9}]}, "waiver": "It is enough.""#
    #expect(try Self.codes(waived) == [])
  }
}
