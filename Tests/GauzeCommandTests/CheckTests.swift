import Foundation
import Testing

/// `gauze check`, and what every command says of a schema that is no good.
@Suite struct CheckTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  @Test func isContentWithAGoodSchema() throws {
    try place.put(Samples.nestedSchema, as: "s.json")
    let run = try place.gauze("check", "s.json")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.text.hasPrefix("s.json: nested 1.0: "))
    #expect(run.text.hasSuffix("no findings\n"))
  }

  @Test func showsBothForms() throws {
    try place.put(Samples.keyedSchema, as: "s.json")
    let run = try place.gauze("check", "--show", "s.json")
    #expect(run.status == 0)
    #expect(run.text.contains("gz1.k1."))
    #expect(!run.text.contains("\u{1B}"))
  }

  @Test func reportsEveryFaultWithItsPlace() throws {
    let text = Samples.nestedSchema
      .replacingOccurrences(of: #""maximum": 9, "#, with: "")
      .replacingOccurrences(of: #""maxItems": 3"#, with: #""maxItem": 3"#)
    try place.put(text, as: "s.json")
    let run = try place.gauze("check", "s.json")
    #expect(run.status == 2)
    #expect(run.lines.contains { $0.hasPrefix("s.json:7:") && $0.contains("open-number") })
    #expect(run.lines.contains { $0.hasPrefix("s.json:9:") && $0.contains("unknown-keyword") })
    // Other commands say the same as an error.
    let sanitize = try place.gauze("sanitize", "--schema", "s.json", "-o", "out", input: "{}")
    #expect(sanitize.status == 2)
    #expect(sanitize.text.isEmpty)
    #expect(sanitize.errors == run.lines.map { "gauze: \($0)\n" }.joined())
    #expect(!place.names.contains("out"))
  }

  @Test func findsWhatItsLintsFind() throws {
    let text = Samples.keyedSchema
      .replacingOccurrences(of: #"{"hash-email": {"key": "k1"}}"#, with: #""hash-email""#)
    try place.put(text, as: "s.json")
    let run = try place.gauze("check", "s.json")
    #expect(run.status == 1)
    #expect(run.lines.first?.hasPrefix("s.json:5:") == true)
    #expect(run.text.contains("unkeyed-hash"))
    #expect(run.text.contains("(one core tries every value in 41 minutes)"))
  }

  @Test func namesThePolicyThatAFieldIsCalledFor() throws {
    let text = Samples.nestedSchema.replacingOccurrences(
      of: #""kind": {"type": "string", "enum": ["a", "b"], "why": "Which."}"#,
      with:
        #""last_query": {"type": "string", "policies": ["scrub-text", {"truncate": 9}], "why": "W."}"#
    )
    try place.put(text, as: "s.json")
    let run = try place.gauze("check", "s.json")
    #expect(run.status == 1)
    #expect(run.lines.first?.hasPrefix("s.json:6:") == true)
    #expect(run.lines.first?.hasSuffix("(mask-sql)") == true)
  }

  @Test func holdsPromisesAgainstWhatLeaves() throws {
    let promise =
      #""promises": [{"text": "No paths", "enforcedBy": "engine", "classes": ["path"], "canaries": ["#
      + #"{"raw": {"v": "for kim@acme.example"}, "texts": ["kim"]}]}], "events""#
    let schema =
      #"{"gauze": 1, "name": "one", "version": "1.0", "events": {"e": {"description": "x", "#
      + #""properties": {"v": {"type": "string", "policies": ["mask-emails", {"truncate": 200}], "#
      + #""waiver": "x", "why": "x"}}}}}"#
    try place.put(schema.replacing(#""events""#, with: promise), as: "s.json")
    let run = try place.gauze("check", "s.json")
    #expect(run.status == 1)
    #expect(run.lines.count == 2)
    #expect(run.lines[0].contains(": promise-broken at e/v: path: "))
    let weak = schema.replacing("mask-emails", with: "strip-paths")
    try place.put(weak.replacing(#""events""#, with: promise), as: "s.json")
    let other = try place.gauze("check", "s.json")
    #expect(other.status == 1)
    #expect(other.lines[0].contains(": promise-broken at canary: "))
  }

  /// A schema that holds nothing to run needs no key; one that does is not said to be fine without.
  @Test func saysThatNothingWasRunWithoutItsKey() throws {
    try place.put(Samples.keyedSchema, as: "bare.json")
    #expect(try place.gauze("check", "bare.json").status == 0)
    let run = try place.gauze("check", "astro", "bare.json")
    #expect(run.status == 2)
    #expect(
      run.errors.contains("astro: examples and canaries not run: the key install is declared")
    )
    #expect(run.lines.first?.hasSuffix("examples not run, no findings besides") == true)
    try place.put("0123456789abcdef0123456789abcdef", as: "key")
    let keyed = try place.gauze("check", "--key", "install=key", "astro")
    #expect(keyed.status == 1)
    #expect(!keyed.text.contains("not run"))
  }

  @Test func runsExamples() throws {
    let text = Samples.nestedSchema.replacingOccurrences(
      of: #""description": "A report.","#,
      with: #"""
        "description": "A report.", "examples": [
          {"raw": {"type": "report", "map": {"x": true}}, "wire": {"type": "report"}}],
        """#
    )
    try place.put(text, as: "s.json")
    let run = try place.gauze("check", "s.json")
    #expect(run.status == 1)
    #expect(run.text.contains("example-fails"))
  }

  @Test func goesOnToTheNextSchemaAfterOneThatIsMissing() throws {
    try place.put(Samples.nestedSchema, as: "s.json")
    let run = try place.gauze("check", "missing.json", "s.json")
    #expect(run.status == 2)
    #expect(run.errors.contains("missing.json"))
    #expect(run.text.hasSuffix("no findings\n"))
  }

  @Test(arguments: ["cli-telemtry", "cli_telemetry"])
  func suggestsTheBuiltInSchemaThatWasMeant(_ name: String) throws {
    let run = try place.gauze("sanitize", "--schema", name, input: Samples.good)
    #expect(run.status == 2)
    #expect(run.errors.contains("did you mean cli-telemetry?"))
  }
}
