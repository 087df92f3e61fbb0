import Foundation
import Testing

import Gauze

/// Runs every line of `Fixtures/Policies/<word>/*.jsonl`:
///
///     {"name": "…", "parameters": {…}, "input": any JSON value, "expected": the value that leaves,
///      "absent": ["never in the output"], "refused": true, "keys": {"id": "hexadecimal"},
///      "literals": {"user": ["jane"]}, "before": ["policies that stand before it"]}
///
/// Neither `expected` nor `refused` means that the field is dropped. Without `input` it is not there.
@Suite struct PolicyFixtureTests {
  static let isRecording = ProcessInfo.processInfo.environment["GAUZE_RECORD"] == "1"

  static func folders() throws -> [String] {
    try Fixtures.names("Policies").filter { !$0.hasPrefix(".") }
  }

  static func files(_ word: String) throws -> [String] {
    try Fixtures.names("Policies/\(word)").filter { $0.hasSuffix(".jsonl") }
      .map { "Policies/\(word)/\($0)" }
  }

  static func row(_ word: String) -> PolicyRow? {
    PolicyName(Array(word.utf8).span)?.row
  }

  /// The chain of the one policy that a line is about.
  static func chain(
    _ word: String,
    _ line: FixtureLine
  ) throws -> (chain: PolicyChain, types: JSONTypes) {
    let row = try #require(Self.row(word))
    var text = Array("\"\(word)\"".utf8)
    if let parameters = line["parameters"], line.source(parameters) != Array("null".utf8) {
      text = Array("{\"\(word)\":".utf8) + line.source(parameters) + [ASCII.rightBrace]
    }
    var faults: [SchemaFault] = []
    let node = try JSONNode(reading: text.span)
    let policy = try #require(Policy.read(node, &faults), "\(faults.map(\.code.word.text))")
    let before = line["before"]?.items(&faults)?.compactMap { Policy.read($0, &faults) } ?? []
    let policies = before + [policy]
    let types: JSONTypes =
      switch before.first?.name.row.takes ?? row.takes {
      case .text: [.string, .null]
      case .number: [.number, .integer, .null]
      case .scalar: [.string, .number, .integer, .null]
      case .object: [.object, .null]
      case .array: [.array, .null]
      case .any, .boolean, .list, .closedText, .nothing: .any
      }
    let offsets = Array(policies.indices)
    let chain = PolicyChain(policies, at: offsets, taking: types, maxLength: nil, &faults)
    try #require(faults.isEmpty)
    return (chain, types)
  }

  /// The plan of the record `{"value": …}` under that chain.
  static func plan(_ word: String, _ line: FixtureLine) throws -> Plan {
    let (chain, types) = try chain(word, line)
    return try Plan(applying: chain, to: types, keys: keys(line), literals: literals(line))
  }

  private static func literals(_ line: FixtureLine) throws -> HostLiterals {
    guard let node = line["literals"] else { return HostLiterals() }
    return try HostLiterals(reading: line.source(node).span)
  }

  private static func keys(_ line: FixtureLine) throws -> KeyRing {
    var ring = KeyRing()
    guard case .object(let members) = line["keys"]?.value else { return ring }
    for member in members {
      let hexadecimal = try #require(member.node.asText)
      let key = try #require(bytes(hexadecimal: hexadecimal.shown))
      try ring.add(id: member.name, key: key.span)
    }
    return ring
  }

  static func record(_ value: [UInt8]) -> [UInt8] {
    Array("{\"value\":".utf8) + value + [ASCII.rightBrace]
  }

  static func run(_ plan: Plan, _ form: RecordForm, _ record: [UInt8]) -> (Verdict, [UInt8]) {
    var sanitizer = Sanitizer(plan, reading: form)
    var output = ByteBuffer()
    let verdict = sanitizer.sanitize(record.span, appendingTo: &output)
    if verdict == .rejected {
      #expect(sanitizer.violations.map(\.code) == [.policyRefused], "\(record.shown)")
    }
    return (verdict, output.bytes)
  }

  static func check(_ word: String, _ line: FixtureLine, _ label: String) throws {
    let plan = try plan(word, line)
    let input = line["input"]
    let raw = input.map { record(line.source($0)) } ?? Array("{}".utf8)
    let (verdict, output) = run(plan, .raw, raw)
    if line.isTrue("refused") {
      #expect(verdict == .rejected && output.isEmpty, "\(label)")
      return
    }
    #expect(verdict == .accepted, "\(label)")
    let expected = line["expected"].map { record(line.canonical($0)) } ?? Array("{}".utf8)
    #expect(output == expected, "\(label): \(output.shown) is not \(expected.shown)")
    let value = try JSONNode(reading: output.span).member("value")
    let written: [UInt8] = value?.asText ?? []
    for absent in line.texts("absent") {
      #expect(!output.holds(absent), "\(label): \(absent.shown)")
      #expect(!written.holds(absent), "\(label): \(absent.shown)")
    }
    let again = run(plan, .wire, output)
    #expect(again == (.accepted, output), "the wire form of: \(label)")
    if row(word)?.gives == .text {
      #expect(run(plan, .raw, output) == (.accepted, output), "idempotent: \(label)")
    }
    if case .scrub(let scrub) = try chain(word, line).chain, let text = input?.asText {
      checkOnePass(scrub.supplying(try literals(line)), text, written, label)
    }
  }

  /// A detector alone finds all at once: none of the rounds that settle a whole chain is needed.
  static func checkOnePass(
    _ scrub: TextScrub,
    _ text: [UInt8],
    _ expected: [UInt8],
    _ label: String
  ) {
    guard !scrub.detectors.isEmpty else { return }
    var findings = Findings()
    _ = findings.find(scrub.detectors, in: text.span)
    var once = ByteBuffer()
    findings.write(text.span, to: &once)
    #expect(once.bytes == expected, "in one pass: \(label)")
    #expect(findings.find(scrub.detectors, in: once) == 0, "in a second pass: \(label)")
  }

  @Test func everyLineHolds() throws {
    for word in try Self.folders() {
      for file in try Self.files(word) {
        if Self.isRecording { try Self.record(file, word) }
        for (index, line) in try FixtureLine.lines(file).enumerated() {
          try Self.check(word, line, "\(file):\(index + 1) \(line.name)")
        }
      }
    }
  }

  /// Writes what leaves today as what is expected, and fails, so that somebody looks.
  static func record(_ file: String, _ word: String) throws {
    var text: [UInt8] = []
    for line in try FixtureLine.lines(file) {
      var bytes = line.bytes
      let raw = line["input"].map { record(line.source($0)) } ?? Array("{}".utf8)
      let (verdict, output) = run(try plan(word, line), .raw, raw)
      if verdict == .accepted, let expected = line["expected"],
        let value = try JSONNode(reading: output.span).member("value")
      {
        bytes.replaceSubrange(expected.start..<expected.end, with: output[value.start..<value.end])
      }
      text += bytes + [ASCII.lineFeed]
    }
    try Data(text).write(to: Fixtures.root.appendingPathComponent("Fixtures/\(file)"))
    Issue.record("recorded \(file)")
  }

  @Test func everyRowHasAFolderAndEveryFolderARow() throws {
    let rows = PolicyName.allCases.map(\.row.word.text)
    #expect(try Self.folders() == rows.sorted())
  }

  @Test func everyMaskHasANeighbourThatIsKept() throws {
    for word in try Self.folders() {
      let lines = try Self.files(word).flatMap { try FixtureLine.lines($0) }
      #expect(!lines.isEmpty, "\(word)")
      guard let row = Self.row(word), row.gives == .text else { continue }
      let kept = lines.filter { line in
        line["expected"].map(line.canonical) == line["input"].map(line.canonical)
      }
      #expect(!kept.isEmpty, "\(word)")
      for line in lines where row.role == .detector {
        let isKept = kept.contains { $0.bytes == line.bytes }
        #expect(isKept || !line.texts("absent").isEmpty, "absent is owed: \(word) \(line.name)")
      }
    }
  }
}
