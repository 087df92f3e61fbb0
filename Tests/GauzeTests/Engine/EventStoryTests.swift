import Foundation
import Testing

import Gauze

/// Runs every line of `Fixtures/Events/<schema>.jsonl` against the schema of that name among
/// `Fixtures/Schemas/accept`:
///
///     {"name": "…", "form": "wire", "unknown": "drop", "record": "the text of a record",
///      "expected": "the text that leaves"}
///     {"name": "…", "hex": "7bff", "times": 3, "violations": [{"code": "…", "event": "…", "at": "…"}]}
///
/// `form` is raw and `unknown` is the schema's own unless a line says otherwise. With `times` the
/// record is repeated so often inside `before` and `after`.
@Suite struct EventStoryTests {
  static func keys() throws -> KeyRing {
    var keys = KeyRing()
    try keys.add(id: Array("2026-05".utf8), key: [UInt8](0..<32).span)
    return keys
  }

  static func plan(_ schema: String) throws -> Plan {
    let file = try Fixtures.bytes("Schemas/accept/\(schema).json")
    return try Plan(try Schema(reading: file.span), keys: try keys())
  }

  static func schemas() throws -> [String] {
    try Fixtures.names("Events").filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }
  }

  static func record(_ line: FixtureLine) -> [UInt8] {
    var record = Array((line.text("record") ?? "").utf8)
    if let digits = line.text("hex") { record = bytes(hexadecimal: digits) ?? [] }
    guard let times = line["times"], let count = Int(line.source(times).shown) else {
      return record
    }
    let repeated = (0..<count).flatMap { _ in record }
    return Array((line.text("before") ?? "").utf8) + repeated
      + Array((line.text("after") ?? "").utf8)
  }

  static func sanitizer(_ plan: Plan, _ line: FixtureLine) -> Sanitizer {
    let form: RecordForm = line.text("form") == "wire" ? .wire : .raw
    let unknown: UnknownFields? = line.text("unknown").map { $0 == "drop" ? .drop : .reject }
    return Sanitizer(plan, reading: form, unknown: unknown)
  }

  static func violations(_ sanitizer: Sanitizer) -> [String] {
    sanitizer.violations.map {
      var buffer = ByteBuffer()
      sanitizer.write($0, to: &buffer)
      return buffer.bytes.shown
    }
  }

  @Test func everyStoryHolds() throws {
    for schema in try Self.schemas() {
      let plan = try Self.plan(schema)
      for (index, line) in try FixtureLine.lines("Events/\(schema).jsonl").enumerated() {
        try Self.check(line, plan, "\(schema):\(index + 1) \(line.name)")
      }
    }
  }

  static func check(_ line: FixtureLine, _ plan: Plan, _ label: String) throws {
    var sanitizer = sanitizer(plan, line)
    let earlier = Array("earlier\n".utf8)
    var output = ByteBuffer()
    output.append(earlier)
    let verdict = sanitizer.sanitize(record(line).span, appendingTo: &output)
    let written = Array(output.bytes.dropFirst(earlier.count))
    #expect(output.bytes.starts(with: earlier), "\(label)")
    #expect(sanitizer.tally.accepted + sanitizer.tally.rejected == 1, "\(label)")
    let violations = violations(sanitizer)
    if let expected = line.text("expected") {
      #expect(verdict == .accepted && violations == [], "\(label): \(violations)")
      #expect(written.shown == expected, "\(label)")
      var wire = Sanitizer(plan, reading: .wire, unknown: .reject)
      var again = ByteBuffer()
      let wireVerdict = wire.sanitize(written.span, appendingTo: &again)
      #expect(wireVerdict == .accepted && again.bytes == written, "the wire form of \(label)")
    } else {
      guard case .array(let items) = line["violations"]?.value else {
        Issue.record("neither expected nor violations: \(label)")
        return
      }
      let expected = items.map { line.source($0).shown }
      #expect(verdict == .rejected, "\(label)")
      #expect(written == [], "nothing of a rejected record: \(label)")
      #expect(violations == expected, "\(label)")
    }
  }

  @Test func everyViolationHasAStory() throws {
    // That of a record too large is told below: it is longer than a line should be.
    var codes: Set<String> = ["too-large"]
    for schema in try Self.schemas() {
      for line in try FixtureLine.lines("Events/\(schema).jsonl") {
        guard case .array(let items) = line["violations"]?.value else { continue }
        codes.formUnion(items.compactMap { $0.member("code")?.asText?.shown })
      }
    }
    #expect(codes == Set(ViolationCode.allCases.map(\.word.text)))
  }

  @Test func aRecordBeyondTheLimitIsTooLargeAndNotRead() throws {
    var sanitizer = Sanitizer(try Self.plan("single"))
    var output = ByteBuffer()
    let padding = [UInt8](repeating: ASCII.space, count: Sanitizer.largestRecord - 7)
    let largest = Array("{\"a\":1}".utf8) + padding
    #expect(sanitizer.sanitize(largest.span, appendingTo: &output) == .accepted)
    let larger = largest + [ASCII.space]
    #expect(sanitizer.sanitize(larger.span, appendingTo: &output) == .rejected)
    #expect(Self.violations(sanitizer) == [#"{"code":"too-large","at":""}"#])
    sanitizer.recordLimit = 6
    #expect(sanitizer.sanitize(Array("{\"a\":1}".utf8).span, appendingTo: &output) == .rejected)
    sanitizer.rejectTooLarge()
    #expect(Self.violations(sanitizer) == [#"{"code":"too-large","at":""}"#])
    #expect(output.bytes == Array("{\"a\":1}".utf8))
    #expect(sanitizer.tally.rejections[Int(ViolationCode.tooLarge.rawValue)] == 3)
  }

  @Test func droppedFieldsAreCountedAtEveryDepth() throws {
    var sanitizer = Sanitizer(try Self.plan("single"))
    var output = ByteBuffer()
    let record = #"{"x":{"y":1,"z":2},"a":1,"inner":{"x":1,"list":[{"x":[]},{"d":true,"x":0}]}}"#
    let verdict = sanitizer.sanitize(Array(record.utf8).span, appendingTo: &output)
    #expect(verdict == .accepted && sanitizer.tally.droppedFields == 4)
    #expect(output.bytes.shown == #"{"a":1,"inner":{"list":[{},{"d":true}]}}"#)
  }
}
