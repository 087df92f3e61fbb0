import Foundation
import Testing

import Gauze

/// Reads every file of `Fixtures/Schemas`. What is wrong with the files of `reject` stands in
/// `reject/expected.jsonl`, a file a line:
///
///     {"file": "open-text.json", "faults": ["open-text 8:9 /events/e/properties/f"]}
@Suite struct SchemaFixtureTests {
  static let expectations = "Schemas/reject/expected.jsonl"

  static func files(_ folder: String) throws -> [String] {
    try Fixtures.names("Schemas/\(folder)").filter { $0.hasSuffix(".json") }
  }

  static func faults(_ file: [UInt8]) -> [SchemaFault] {
    do throws(SchemaFaults) {
      _ = try Schema(reading: file.span)
      return []
    } catch {
      return error.faults
    }
  }

  /// A fault as people see it: code, line and column, pointer, and the keyword that is missing.
  static func shown(_ fault: SchemaFault, _ file: [UInt8]) -> String {
    let location = SourceLocation(of: fault.offset, in: file.span)
    var pointer = ByteBuffer()
    if let root = try? JSONNode(reading: file.span) {
      root.appendPointer(to: fault.offset, &pointer)
    }
    let keyword = fault.keyword.map { " lacks \($0.text)" } ?? ""
    let place = "\(location.line):\(location.column)"
    return "\(fault.code.word.text) \(place) \(pointer.bytes.shown)\(keyword)"
  }

  @Test func acceptedFilesLoadAndCompile() throws {
    var keys = KeyRing()
    try keys.add(id: Array("2026-05".utf8), key: [UInt8](0..<32).span)
    for name in try Self.files("accept") {
      let file = try Fixtures.bytes("Schemas/accept/\(name)")
      #expect(Self.faults(file).map { Self.shown($0, file) } == [], "\(name)")
      let schema = try Schema(reading: file.span)
      _ = try Plan(schema, keys: keys)
    }
  }

  @Test func theirExamplesHold() throws {
    for name in try Self.files("accept") where name != "keyed.json" {
      let file = try Fixtures.bytes("Schemas/accept/\(name)")
      let schema = try Schema(reading: file.span)
      var raw = Sanitizer(try Plan(schema))
      var wire = Sanitizer(raw.plan, reading: .wire, unknown: .reject)
      for example in schema.events.flatMap(\.examples) {
        var output = ByteBuffer()
        let verdict = raw.sanitize(example.raw.span, appendingTo: &output)
        if let expected = example.wire {
          var canonical = ByteBuffer()
          let wireVerdict = wire.sanitize(expected.span, appendingTo: &canonical)
          #expect(wireVerdict == .accepted, "\(name)")
          #expect(verdict == .accepted && output.bytes == canonical.bytes, "\(name)")
        } else {
          let codes = raw.violations.map { Array($0.code.word.text.utf8) }
          #expect(verdict == .rejected && codes == example.rejects, "\(name)")
        }
      }
    }
  }

  @Test func rejectedFilesSayAllThatIsWrongInFileOrder() throws {
    var expected: [String: [String]] = [:]
    for line in try FixtureLine.lines(Self.expectations) {
      expected[line.text("file") ?? ""] = line.texts("faults").map(\.shown)
    }
    var recorded = ""
    let files = try Self.files("reject")
    for name in files {
      let file = try Fixtures.bytes("Schemas/reject/\(name)")
      let faults = Self.faults(file).map { Self.shown($0, file) }
      #expect(!faults.isEmpty, "\(name) loads")
      if PolicyFixtureTests.isRecording {
        let texts = faults.map { "\"\($0)\"" }.joined(separator: ", ")
        recorded += "{\"file\": \"\(name)\", \"faults\": [\(texts)]}\n"
      } else {
        #expect(faults == expected[name], "\(name)")
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

  @Test func everyCodeHasAFileThatIsNamedForIt() throws {
    let lines = try FixtureLine.lines(Self.expectations)
    for code in SchemaFaultCode.allCases {
      let word = code.word.text
      let isShown = lines.contains { line in
        (line.text("file") ?? "").hasPrefix(word)
          && line.texts("faults").contains { $0.shown.hasPrefix("\(word) ") }
      }
      #expect(isShown, "\(word)")
    }
  }

  /// The name of a file is what its author got wrong. One mistake gives one fault.
  @Test func oneMistakeGivesOneFault() throws {
    for line in try FixtureLine.lines(Self.expectations) where line["several"] == nil {
      let file = line.text("file") ?? ""
      let codes = Set(line.texts("faults").map { $0.shown.prefix { $0 != " " } })
      guard file != "all-at-once.json" else { continue }
      #expect(codes.count == 1, "\(file)")
      #expect(codes.first.map { file.hasPrefix($0) } == true, "\(file)")
    }
  }
}
