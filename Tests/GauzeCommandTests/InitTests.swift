import Foundation
import Testing

/// `gauze init`, as somebody uses it who has an export and no schema.
@Suite struct InitTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  private static let sample = Samples.lines(
    #"{"type":"login","user":"jane","ms":1250,"note":"ask jane@acme.example","n":{"janet@a.example":1}}"#,
    20
  )

  @Test func draftsASchemaThatTakesTheSample() throws {
    try place.put(Self.sample, as: "app.jsonl")
    let run = try place.gauze("init", "app.jsonl", "-o", "draft.json")
    #expect(run.status == 0)
    #expect(run.text.isEmpty)
    #expect(try place.permissions("draft.json") == 0o600)
    #expect(run.errors.hasPrefix("drafted 1 event with 4 fields from 20 records\n"))
    for line in [
      "its words were copied", "  gauze check draft.json", "--schema draft.json app.jsonl",
    ] {
      #expect(run.errors.contains(line), "\(line)")
    }
    let clean = try place.gauze("sanitize", "--schema", "draft.json", "app.jsonl")
    #expect(clean.status == 0, "\(clean.errors)")
    #expect(
      clean.lines.first
        == #"{"type":"login","ms":"1K-10K","note":"ask <email>","n":"{\"0\":\"number\"}"}"#
    )
    let check = try place.gauze("check", "draft.json")
    #expect(check.status == 1)
    #expect(check.lines.filter { $0.contains(": unconfirmed: ") }.count == 3)
    let draft = try place.text("draft.json")
    for value in ["jane", "1250", "acme"] { #expect(!draft.contains(value), "\(value)") }
  }

  @Test func readsArraysAndNoOtherFiles() throws {
    let records = Self.sample.split(separator: "\n").joined(separator: ",\n")
    try place.put("[\(records)]", as: "app.json")
    let array = try place.gauze("init", "app.json")
    #expect(array.status == 0)
    #expect(array.errors.hasPrefix("drafted 1 event with 4 fields from 20 records\n"))
    try place.put("a,b\n1,2\n", as: "app.csv")
    try place.put("2026-11-21T10:00:00Z INFO started\n", as: "app.log")
    for (name, advice) in [("app.csv", "JSON objects"), ("app.log", "text-log")] {
      let run = try place.gauze("init", name)
      #expect(run.status == 2)
      #expect(run.errors.contains(advice), "\(run.errors)")
    }
  }

  @Test func isNamedWhereMostRecordsHaveAnotherSchema() throws {
    let run = try place.gauze("sanitize", input: Self.sample)
    #expect(run.status == 1)
    #expect(run.errors.contains("--schema FILE names another, and gauze init drafts one"))
  }

  @Test func readsSeveralSamplesOrStandardInput() throws {
    let halves = Self.sample.split(separator: "\n").map { $0 + "\n" }
    try place.put(halves.prefix(9).joined(), as: "a.jsonl")
    try place.put("\u{FEFF}" + halves.dropFirst(9).joined(separator: "\r\n"), as: "b.jsonl")
    let whole = try place.gauze("init", input: Self.sample)
    #expect(whole.status == 0)
    #expect(try place.gauze("init", "a.jsonl", "b.jsonl").output == whole.output)
    let both = try place.gauze("init", "a.jsonl", "-", input: String(halves[0]))
    #expect(both.output == whole.output)
    #expect(try place.gauze("init", "-o", "-", input: Self.sample).output == whole.output)
  }

  @Test func leavesAFileThatIsThere() throws {
    try place.put(Self.sample, as: "app.jsonl")
    try place.put("mine", as: "draft.json")
    let run = try place.gauze("init", "app.jsonl", "-o", "draft.json")
    #expect(run.status == 2)
    #expect(run.errors.contains("draft.json is there already"))
    #expect(try place.text("draft.json") == "mine")
  }

  @Test func saysWhichRecordsNoSchemaAccepts() throws {
    let large = "{\"a\":\"" + String(repeating: "x", count: 1 << 20) + "\"}"
    let lines = [#"{"ok":true}"#, "", "zebra", "[1]", #"{"zebra":1,"zebra":2}"#, large]
    let run = try place.gauze("init", input: lines.joined(separator: "\n"))
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "from 1 record; skipped, as no schema accepts them: malformed-json 1, duplicate-field 1, "
          + "too-large 1, not-an-object 1\n"
      )
    )
    #expect(!run.errors.contains("zebra") && !run.text.contains("zebra"))
  }

  @Test(arguments: ["", "\n\n", "zebra\n", "[1,2]\n"])
  func givesUpWithoutARecord(_ sample: String) throws {
    let run = try place.gauze("init", "-o", "draft.json", input: sample)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("gauze: no record was found"))
    #expect(run.text.isEmpty && !place.names.contains("draft.json"))
  }

  @Test func saysWhatCannotBeRead() throws {
    let run = try place.gauze("init", "absent.jsonl")
    #expect(run.status == 3)
    #expect(run.errors.hasPrefix("gauze: absent.jsonl: cannot open"))
  }

  @Test func takesTheMemberThatSomebodyNames() throws {
    let sample = #"{"what":"PageOpened","type":"x"}"# + "\n"
    #expect(try place.gauze("init", input: sample).text.contains(#""eventKey": "type""#))
    let run = try place.gauze("init", "--event-key", "what", input: sample)
    #expect(run.text.contains(#""eventKey": "what""#) && run.text.contains(#""PageOpened": {"#))
    for name in ["absent", "@what", "1"] {
      let none = try place.gauze("init", "--event-key", name, input: sample)
      #expect(none.status == 0 && !none.text.contains("eventKey"))
      #expect(none.errors.contains("\(name) does not name the events"))
    }
  }

  @Test func acceptsAnExportFullOfSecrets() throws {
    let corpus = Workplace.program.deletingLastPathComponent().appendingPathComponent("GauzeCorpus")
    let arguments = [
      "--events", "400", "--seed", "7", "--output", "x.jsonl", "--secrets", "s.jsonl",
    ]
    let made = try place.run(corpus, arguments, input: nil, environment: [:])
    try #require(made.status == 0, "\(made.errors)")
    _ = try place.gauze("init", "x.jsonl", "-o", "draft.json")
    _ = try place.gauze(
      "sanitize",
      "--schema",
      "draft.json",
      "-o",
      "c.jsonl",
      "--rejects",
      "r",
      "x.jsonl"
    )
    // What no schema accepts is all that was rejected.
    let codes = Set(
      try place.lines("r").flatMap { line in
        try (object(line)["violations"] as? [[String: Any]] ?? []).compactMap {
          $0["code"] as? String
        }
      }
    )
    #expect(
      codes.isSubset(of: [
        "malformed-json", "invalid-utf8", "duplicate-field", "too-deep", "too-large",
        "not-an-object",
      ])
    )
    let check = ["--check", "draft.json", "--secrets", "s.jsonl"]
    let searched = try place.run(corpus, check, input: nil, environment: [:])
    #expect(searched.status == 0, "\(searched.text)\(searched.errors)")
  }
}
