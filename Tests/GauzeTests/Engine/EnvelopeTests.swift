import Foundation
import Testing

import Gauze

/// Runs every line of `Fixtures/Envelopes/<schema>.jsonl` against the schema of that name among
/// `Fixtures/Schemas/accept`:
///
///     {"name": "…", "record": "the text of a raw record", "expected": "the text of its envelope"}
@Suite struct EnvelopeTests {
  static let schemas = ["app-insights", "posthog", "report"]

  /// What leaves of a raw record: the clean form, and the same in its envelope.
  static func wrapped(
    _ record: [UInt8],
    _ sanitizer: inout Sanitizer,
    _ envelope: inout Envelope
  ) -> (clean: [UInt8], wrapped: [UInt8])? {
    guard let clean = LawTests.run(&sanitizer, record) else { return nil }
    var output = ByteBuffer()
    output.append("before")
    let isWrapped = envelope.wrap(clean.span, appendingTo: &output)
    #expect(isWrapped, "\(clean.shown)")
    return (clean, Array(output.bytes.dropFirst(6)))
  }

  @Test(arguments: schemas) func everyRecordIsWrappedAsItsLineSays(schema: String) throws {
    let plan = try EventStoryTests.plan(schema)
    var sanitizer = Sanitizer(plan)
    var envelope = try #require(Envelope(plan))
    var recorded = ""
    for line in try FixtureLine.lines("Envelopes/\(schema).jsonl") {
      let record = Array((line.text("record") ?? "").utf8)
      let result = try #require(Self.wrapped(record, &sanitizer, &envelope), "\(line.name)")
      #expect((try? JSONNode(reading: result.wrapped.span)) != nil, "\(line.name)")
      if PolicyFixtureTests.isRecording {
        var expected = ByteBuffer()
        JSONText.write(result.wrapped.span, to: &expected)
        let start = try #require(line["expected"]?.start)
        recorded += Array(line.bytes[..<start]).shown + expected.bytes.shown + "}\n"
      } else {
        #expect(result.wrapped.shown == line.text("expected"), "\(line.name)")
      }
    }
    guard PolicyFixtureTests.isRecording else { return }
    let path = Fixtures.root.appendingPathComponent("Fixtures/Envelopes/\(schema).jsonl")
    try Data(recorded.utf8).write(to: path)
    Issue.record("recorded Envelopes/\(schema).jsonl")
  }

  @Test func aSchemaWithoutEnvelopeHasNone() throws {
    #expect(Envelope(try EventStoryTests.plan("single")) == nil)
  }

  /// A record that `sanitize` would never write is not wrapped, so nothing can pass it by.
  @Test(arguments: [
    "", "[]", "{}", "{", "null", #"{"type":"session_end""#, #"{"type":"session_end"} x"#,
    #"{"type":"session_end","password":"hunter2"}"#, #"{"type":"unheard"}"#, #"{"type":1}"#,
    #"{"timestamp":1,"type":"session_end"}"#, #"{"type":"session_end","type":"session_end"}"#,
    #"{"type":"session_end","session_id":"s","timestamp":1,"cli_version":"1"}"#,
    #"{"type":"session_end","timestamp":1,"timestamp":2,"session_id":"s","cli_version":"1"}"#,
    #"{"type":"session_end","timestamp":-1,"session_id":"s","cli_version":"1"}"#,
    #"{"type":"session_end","timestamp":1.5,"session_id":"s","cli_version":"1"}"#,
    #"{"type":"session_end","timestamp":1e300,"session_id":"s","cli_version":"1"}"#,
    #"{"type":"session_end","timestamp":"1","session_id":"s","cli_version":"1"}"#,
    #"{"type":"session_end","timestamp":253402300800000,"session_id":"s","cli_version":"1"}"#,
    #"{"type":"session_end","timestamp":[],"session_id":"s","cli_version":"1"}"#,
    #"{"type":"session_end","session_id":"s","cli_version":"1"}"#,
    #"{"type":"session_end","timestamp":1,"session_id":"s","cli_version":"1",}"#,
    #"{"type":"session_end","timestamp":1,"session_id":"s","cli_version":"1","census":{"a":1,"a":2}}"#,
    #"{"typ\u0065":"session_end","timestamp":1,"session_id":"s","cli_version":"1"}"#,
  ])
  func whatIsNoCleanRecordIsNotWrapped(text: String) throws {
    var envelope = try #require(Envelope(try EventStoryTests.plan("app-insights")))
    var output = ByteBuffer()
    output.append("before")
    let isWrapped = envelope.wrap(Array(text.utf8).span, appendingTo: &output)
    #expect(!isWrapped && output.bytes == Array("before".utf8))
    // And what came before is forgotten.
    let good = #"{"type":"session_end","timestamp":1,"session_id":"s","cli_version":"1"}"#
    let isGoodWrapped = envelope.wrap(Array(good.utf8).span, appendingTo: &output)
    #expect(isGoodWrapped && !output.bytes.holds(Array("hunter2".utf8)))
  }

  @Test func anyBytesAreJudgedWithoutATrap() throws {
    let seed: UInt64 = 77
    var random = SeededRandom(seed: seed)
    let plan = try EventStoryTests.plan("app-insights")
    var sanitizer = Sanitizer(plan)
    var envelope = try #require(Envelope(plan))
    let lines = try FixtureLine.lines("Envelopes/app-insights.jsonl").compactMap {
      LawTests.run(&sanitizer, Array(($0.text("record") ?? "").utf8))
    }
    for _ in Rounds.upTo(8000) {
      var bytes = lines.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.removeSubrange(place...)
        default: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: place)
        }
      }
      var output = ByteBuffer()
      let isWrapped = envelope.wrap(bytes.span, appendingTo: &output)
      let isJSON = (try? JSONNode(reading: output.span)) != nil
      #expect(isWrapped == isJSON && isWrapped != output.isEmpty, "seed \(seed): \(bytes.shown)")
    }
  }

  /// The second opinion is Foundation's.
  @Test func momentsAreThoseOfFoundation() throws {
    let seed: UInt64 = 9999
    var random = SeededRandom(seed: seed)
    var envelope = try #require(Envelope(try EventStoryTests.plan("app-insights")))
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime]
    for round in Rounds.upTo(4000) {
      let last: Int64 = round % 2 == 0 ? 4_102_444_800_000 : 253_402_300_799_999
      let moment = Int64.random(in: 0...last, using: &random)
      let record =
        #"{"type":"session_end","timestamp":\#(moment),"session_id":"s","cli_version":"1"}"#
      var output = ByteBuffer()
      let isWrapped = envelope.wrap(Array(record.utf8).span, appendingTo: &output)
      #expect(isWrapped)
      let time = try JSONNode(reading: output.span).member("time")?.asText?.shown
      let date = Date(timeIntervalSince1970: Double(moment / 1000))
      let fraction = "\(1000 + moment % 1000)".dropFirst()
      let expected = formatter.string(from: date).dropLast() + ".\(fraction)Z"
      #expect(time == String(expected), "seed \(seed): \(moment)")
    }
  }

  @Test func timeGrowsWithTheRecord() throws {
    let items = #"{"census":1,"text":"aaaa"},"#
    var envelope = try #require(Envelope(try Self.listPlan()))
    var output = ByteBuffer()
    let records = [500, 4000].map { count in
      Array(#"{"list":[\#(String(repeating: items, count: count).dropLast())]}"#.utf8)
    }
    let isLinear = Growth.isLinear(records[0], records[1], within: 16) { record in
      output.removeAll()
      _ = envelope.wrap(record, appendingTo: &output)
    }
    output.removeAll()
    let long = records[1]
    let isWrapped = envelope.wrap(long.span, appendingTo: &output)
    #expect(isLinear && isWrapped && output.count > long.count)
  }

  private static func listPlan() throws -> Plan {
    let text = #"""
      {"gauze": 1, "name": "x", "version": "1.0", "events": {"e": {"description": "d",
        "properties": {"list": {"type": "array", "maxItems": 1000000, "why": "y", "items": {
          "type": "object", "properties": {
            "census": {"type": "integer", "minimum": 0, "maximum": 9, "why": "y"},
            "text": {"type": "string", "enum": ["aaaa"], "why": "y"}}}}}}},
        "envelope": {"template": {"$fields": {"kinds": "all", "as": "text"}}}}
      """#
    return try Plan(try Schema(reading: Array(text.utf8).span))
  }
}
