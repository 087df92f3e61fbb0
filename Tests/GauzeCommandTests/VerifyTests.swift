import Foundation
import Testing

/// `gauze verify`: places and codes on standard output, never what was found.
@Suite struct VerifyTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  @Test func isSilentAboutCleanRecords() throws {
    let run = try place.gauze("verify", input: Samples.lines(Samples.goodClean, 3))
    #expect(run.status == 0)
    #expect(run.text.isEmpty)
    #expect(run.errors.hasPrefix("read 3 · accepted 3 · rejected 0 "))
  }

  @Test func namesEachPlaceThatIsNotInWireForm() throws {
    try place.put("\(Samples.goodClean)\n\(Samples.good)\n\(Samples.malformed)\n", as: "c.jsonl")
    let run = try place.gauze("verify", "c.jsonl", "--report", "r.json", "--rejects", "r")
    #expect(run.status == 1)
    #expect(run.lines.first == "c.jsonl:2: wrong-type at /duration_ms (event command)")
    #expect(run.lines.contains { $0.hasPrefix("c.jsonl:3: malformed-json") })
    #expect(try place.lines("r").count == 2)
    #expect(try object(place.text("r.json"))["form"] as? String == "wire")
  }

  @Test func printsTwentyRecordsAndTellsOfTheRest() throws {
    let run = try place.gauze("verify", input: Samples.lines(Samples.unknownField, 30))
    #expect(run.status == 1)
    #expect(run.lines.count == 20)
    #expect(run.errors.contains("10 more"))
  }

  @Test func tellsItsLimitInItsHelp() throws {
    #expect(try place.gauze("verify", "--help").text.contains("20"))
  }

  /// What `sanitize` would drop is not what it writes.
  @Test func findsUnknownFieldsThoughTheSchemaDropsThem() throws {
    let place = try Workplace()
    try place.put(
      #"""
      {"gauze": 1, "name": "x", "version": "1.0", "unknown": "drop", "events": {"e": {
       "description": "d", "properties": {"n": {"type": "boolean", "why": "y"}}}}}
      """#,
      as: "schema.json"
    )
    try place.put("{\"n\":true,\"password\":\"hunter2\"}\n", as: "app.jsonl")
    #expect(try place.gauze("sanitize", "--schema", "schema.json", "app.jsonl").status == 0)
    let run = try place.gauze("verify", "--schema", "schema.json", "app.jsonl")
    #expect(run.status == 1)
    #expect(run.text.contains("unknown-field"))
  }
}
