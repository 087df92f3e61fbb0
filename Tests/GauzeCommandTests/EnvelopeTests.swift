import Foundation
import Testing

/// `gauze sanitize --envelope`: clean records in the shape that a backend expects.
@Suite struct EnvelopeTests {
  private let place: Workplace
  init() throws {
    place = try Workplace()
    try place.put(Self.schema, as: "s.json")
  }

  private static let schema = #"""
    {"gauze": 1, "name": "wrapped", "version": "1.0", "eventKey": "type", "events": {
      "ran": {"description": "It ran.", "properties": {
        "user": {"type": "string", "policies": ["hash-email"], "why": "Who.",
          "waiver": "For this test."},
        "note": {"type": "string", "policies": ["scrub-text", {"truncate": 40}], "why": "What."}}}},
     "envelope": {"template": {"v": 1, "event": {"$event": true},
       "tags": {"user": {"$field": "user", "otherwise": "nobody"}},
       "properties": {"source": "cli", "$fields": {"kinds": "all"}}}}}
    """#
  private static let records = """
    {"type":"ran","user":"jane@acme.example","note":"in /home/jane/a.sql"}
    {"note":"for jane@acme.example","type":"ran"}
    {"type":"ran","source":"mine"}

    """

  @Test func wrapsEachCleanRecordAndNoOther() throws {
    let run = try place.gauze(
      "sanitize",
      "--schema",
      "s.json",
      "--envelope",
      "--rejects",
      "rejects",
      input: Self.records
    )
    #expect(run.status == 1)
    let plain = try place.gauze("sanitize", "--schema", "s.json", input: Self.records)
    let hash = plain.text.components(separatedBy: "\"").first { $0.count == 64 } ?? "no hash"
    #expect(
      run.lines == [
        #"{"v":1,"event":"ran","tags":{"user":"\#(hash)"},"#
          + #""properties":{"source":"cli","note":"in <path>"}}"#,
        #"{"v":1,"event":"ran","tags":{"user":"nobody"},"#
          + #""properties":{"source":"cli","note":"for <email>"}}"#,
      ]
    )
    #expect(run.errors.hasPrefix("read 3 · accepted 2 · rejected 1 (unknown-field 1) "))
    #expect(try place.lines("rejects").count == 1)
  }

  @Test func leavesRecordsAsTheyAreWithoutTheFlag() throws {
    let run = try place.gauze("sanitize", "--schema", "s.json", "-o", "clean", input: Self.records)
    #expect(run.status == 1)
    #expect(try place.lines("clean").allSatisfy { $0.hasPrefix(#"{"type":"ran","#) })
    let verify = try place.gauze("verify", "--schema", "s.json", "clean")
    #expect(verify.status == 0)
    // Clean records can be wrapped later: the same bytes.
    let later = try place.gauze(
      "sanitize",
      "--schema",
      "s.json",
      "--form",
      "wire",
      "--envelope",
      "clean"
    )
    let once = try place.gauze(
      "sanitize",
      "--schema",
      "s.json",
      "--envelope",
      input: Self.records
    )
    #expect(later.status == 0 && later.output == once.output)
  }

  @Test func saysWhatToAddToASchemaWithoutEnvelope() throws {
    let run = try place.gauze("sanitize", "--envelope", "-o", "out", input: Samples.good)
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains(#"add "envelope": {"template": "#))
    #expect(!place.names.contains("out"))
  }

  @Test func checkShowsAFieldThatWouldMeetAnInjectedMember() throws {
    let text = Self.schema.replacingOccurrences(of: #""note": {"#, with: #""source": {"#)
    try place.put(text, as: "bad.json")
    let run = try place.gauze("check", "bad.json")
    #expect(run.status == 2)
    #expect(run.text.contains("envelope-collision at /events/ran/properties/source: rename"))
  }
}
