import Foundation
import Gauze
import Testing

import GauzeProve

/// `gauze prove` as a person calls it, and its canaries in the hands of the other commands.
@Suite struct ProveTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  /// A schema of one field.
  private func put(_ policies: String, as name: String = "s.json") throws {
    try place.put(
      #"{"gauze": 1, "name": "one", "version": "1.0", "eventKey": "type", "events": {"#
        + #""happened": {"description": "An event.", "properties": {"value": {"type": "string", "#
        + #""policies": [\#(policies)], "why": "A reason."}}}}}"#,
      as: name
    )
  }

  private func prove(_ arguments: String...) throws -> Outcome {
    try place.gauze(["prove"] + arguments, environment: ["TMPDIR": place.url.path])
  }

  @Test func saysWhatWasPlantedAndThatNothingSurvived() throws {
    try put(#""mask-addresses", {"truncate": 200}"#)
    let run = try prove("s.json", "--cases", "2000")
    #expect(run.status == 0, "\(run.text)")
    #expect(run.lines.contains { $0.hasPrefix("host ") })
    #expect(run.lines.contains { $0.hasPrefix("all ") && $0.contains(" 2,000 ") })
    #expect(run.lines.contains { $0.hasPrefix("happened/value ") && $0.contains("email") })
    #expect(run.text.contains("nothing survived: "))
    #expect(run.text.contains("were let through where no policy promises"))
    #expect(run.errors.hasPrefix("planted 2,000 · survived 0 · "))
    #expect(place.names == ["s.json"])
  }

  @Test func countsWhatIsNotPromisedIfAsked() throws {
    try put(#""mask-addresses", {"truncate": 200}"#)
    #expect(try prove("s.json", "--cases", "600", "--strict").status == 1)
    try put(#""redact""#)
    let run = try prove("s.json", "--cases", "600", "--strict")
    #expect(run.status == 0)
    #expect(!run.text.contains("let through where"))
  }

  @Test func saysOfEachPromiseHowItStands() throws {
    let schema =
      #"{"gauze": 1, "name": "one", "version": "1.0", "promises": ["#
      + #"{"text": "No paths", "enforcedBy": "engine", "classes": ["path"]}, "#
      + #"{"text": "Asked first", "enforcedBy": "client"}], "forbid": ["path"], "events": {"#
      + #""e": {"description": "x", "properties": {"v": {"type": "string", "#
      + #""policies": ["strip-paths", {"truncate": 200}], "why": "x"}}}}}"#
    try place.put(schema, as: "kept.json")
    let kept = try prove("kept.json", "--cases", "900")
    #expect(kept.status == 0, "\(kept.text)")
    #expect(kept.lines.contains { $0.hasPrefix("proven    No paths (canaries: ") })
    #expect(kept.lines.contains("client    Asked first (kept by the client)"))
    #expect(kept.lines.contains { $0.hasPrefix("proven    forbidden: path (canaries: ") })
    try place.put(schema.replacing("strip-paths", with: "mask-emails"), as: "broken.json")
    let broken = try prove("broken.json", "--cases", "900")
    #expect(broken.status == 1)
    #expect(broken.lines.contains { $0.hasPrefix("broken    No paths (") })
    // Even before any canary is seen, a contradiction is one.
    let few = try prove("broken.json", "--cases", "1", "--format", "json")
    #expect(few.status == 1)
    let sentences = try #require(try object(few.text)["promises"] as? [[String: Any]])
    #expect(sentences.map { $0["mark"] as? String } == ["broken", "client", "broken"])
  }

  @Test func usesTheStandardSchemaIfNoneIsNamed() throws {
    let run = try prove("--cases", "300", "--format", "json")
    let report = try object(run.text)
    #expect(report["schema"] as? String == "cli-telemetry")
    #expect(report["seed"] as? Int == 1)
    let counts = try #require(report["counts"] as? [String: Int])
    #expect(counts["planted"] == 300)
    #expect(run.status == (counts["survived"] == 0 ? 0 : 1))
    let survivors = try #require(report["survivors"] as? [[String: Any]])
    #expect(survivors.count == counts["survived"])
    let classes = try #require(report["classes"] as? [String: [String: Int]])
    #expect(classes.count == CanaryClass.allCases.count)
    #expect(classes.values.reduce(0) { $0 + ($1["planted"] ?? 0) } == 300)
  }

  @Test func aSeedAndANumberShowOneCase() throws {
    try put(#""strip-paths", {"truncate": 200}"#)
    let run = try prove("s.json", "--seed", "7", "--case", "3")
    #expect(try prove("s.json", "--seed", "7", "--case", "3").text == run.text)
    #expect(try prove("s.json", "--seed", "8", "--case", "3").text != run.text)
    #expect(run.lines.first == "case      3")
    #expect(run.lines.contains { $0.hasPrefix("raw       ") })
    #expect(run.lines.contains { $0.hasPrefix("clean     ") || $0.hasPrefix("rejected  ") })
    #expect(run.lines.last?.hasPrefix("seen      ") == true)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [
    (["missing.json"], "no file and no built-in schema is called missing.json"),
    (["bad.json"], "bad.json:1:"), (["a", "b"], "one schema at most"),
    (["--cases", "0"], "--cases takes a whole number"), (["--cases", "x"], "--cases takes"),
    (["--cases", "9999999999"], "--cases takes"), (["--seed", "-1"], "--seed takes"),
    (["--case", "1.5"], "--case takes"), (["--format", "xml"], "--format takes text or json"),
    (["keyed.json"], "the key k is declared and not supplied"),
  ])
  func refusesWhatItCannotDo(_ arguments: [String], _ message: String) throws {
    try place.put(#"{"gauze": 1}"#, as: "bad.json")
    try put(#"{"hash-email": {"key": "k"}}"#, as: "keyed.json")
    let run = try place.gauze(["prove"] + arguments)
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func takesTheKeysThatTheSchemaNames() throws {
    try put(#"{"hash-email": {"key": "k"}}"#)
    try place.put("an example key, never a real one", as: "key")
    #expect(try prove("s.json", "--cases", "300", "--key", "k=key").status == 0)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func leavesNoFileBehindWhenInterrupted(_ number: Int32) throws {
    let process = try place.prepare(
      ["prove", "--cases", "900000000"],
      environment: ["TMPDIR": place.url.path]
    )
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try place.file("run-errors")
    try Workplace.start(process)
    while !place.names.contains(where: { $0.hasSuffix("-clean.jsonl") }) {
      try #require(process.isRunning)
      usleep(1000)
    }
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == number)
    #expect(place.names.isEmpty)
    #expect(try place.text("run-errors").isEmpty)
  }

  /// The same canaries through the real program, and all that it says.
  @Test func otherCommandsSayNothingOfCanaries() throws {
    let text = try #require(BuiltInSchemas.all.first?.text)
    let list = CaseList(try Schema(reading: text.bytes.span), seed: 23)
    let numbers = 0..<400
    let cases = numbers.map { list.make($0) }
    func searched(_ records: [[UInt8]]) throws -> ForeignSearch {
      let input = records.map { Data($0) + Data("\n".utf8) }.reduce(Data(), +)
      try place.put(input, as: "app.jsonl")
      var outputs = BatchOutputs()
      let report = ["--rejects", "r", "--report", "r.json", "--progress"]
      let clean = try place.gauze(["sanitize", "app.jsonl", "-o", "clean"] + report)
      #expect(clean.status == 1)
      #expect(clean.text.isEmpty)
      outputs.report = Array(try place.text("r.json").utf8)
      outputs.summary = Array(clean.errors.utf8)
      // Names, lines and offsets are the run's own.
      for line in try place.lines("r") {
        let violations = try #require(try object(line)["violations"])
        outputs.log += [UInt8](try JSONSerialization.data(withJSONObject: violations))
      }
      let verified = try place.gauze("verify", "app.jsonl")
      outputs.log += Array((verified.text + verified.errors).utf8)
      var search = ForeignSearch(cases)
      search.look(at: outputs)
      return search
    }
    var found = try searched(cases.map(\.record))
    found.subtract(try searched(numbers.map { list.make($0, isTwin: true).record }))
    #expect(!found.hasFound, "cases \(found.found.keys.sorted())")
  }
}
