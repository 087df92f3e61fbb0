import Foundation
import Testing

/// `--literals FILE`: what names this host and its user, supplied where the program runs.
@Suite struct LiteralTests {
  private let place: Workplace
  private let record =
    #"{"event":"error","session_id":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","version":"1.4.0","#
    + #""error_type":"NotFound","error_message":"zorro on build-box"}"#

  init() throws {
    place = try Workplace()
    try place.put(#"{"user": ["zorro"], "host": ["Build-Box"]}"#, as: "literals.json")
    try place.put(record + "\n", as: "app.jsonl")
  }

  @Test func masksThemInSanitizeExplainApplyAndVerify() throws {
    let run = try place.gauze(["sanitize", "--literals", "literals.json", "app.jsonl"])
    #expect(run.status == 0)
    #expect(run.text.contains(#""error_message":"<id> on <host>""#), "\(run.text)")
    let without = try place.gauze(["sanitize", "app.jsonl", "-o", "plain.jsonl"])
    #expect(without.status == 0)
    let verified = try place.gauze(["verify", "--literals", "literals.json", "plain.jsonl"])
    #expect(verified.status == 1)
    #expect(!verified.errors.contains("zorro"))
    let told = try place.gauze(["explain", "--literals", "literals.json", "app.jsonl"])
    #expect(told.text.contains("<id> on <host>"), "\(told.text)")
    let applied = try place.gauze(
      ["apply", "scrub-text", "--literals", "literals.json"],
      input: "\"Zorro\"\n"
    )
    #expect(applied.text == "\"<id>\"\n")
  }

  @Test(
    arguments: [
      ("jane", "one JSON object"), ("[]", "one JSON object"), ("{}", "one JSON object"),
      (#"{"user": "zorro"}"#, "one JSON object"), (#"{"users": ["zorro"]}"#, "one JSON object"),
      (#"{"user": ["zo"]}"#, "at least 3 bytes"),
      (#"{"user": [""# + String(repeating: "z", count: 257) + #""]}"#, "at most 256 bytes"),
    ]
  )
  func refusesAFileThatHoldsNone(_ text: String, _ words: String) throws {
    try place.put(text, as: "bad.json")
    let run = try place.gauze(
      ["sanitize", "--literals", "bad.json", "app.jsonl", "-o", "out"]
    )
    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(!run.errors.contains("zorro\""))
    #expect(!FileManager.default.fileExists(atPath: place.place("out").path))
  }

  @Test(arguments: [["mask-emails"], ["mask-sql", "truncate=9"], ["hash-email"]])
  func refusesLiteralsThatAChainDoesNotMask(_ chain: [String]) throws {
    let run = try place.gauze(
      ["apply"] + chain + ["--literals", "literals.json"],
      input: "\"zorro\"\n"
    )
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains("scrub-text"), "\(run.errors)")
  }

  @Test func takesLiteralsThatArgumentsMask() throws {
    let run = try place.gauze(
      ["apply", "mask-arguments", "--literals", "literals.json"],
      input: #"{"a":"zorro"}"# + "\n"
    )
    #expect(run.status == 0)
    #expect(run.text.contains("<id>"), "\(run.text)")
  }

  @Test func refusesLiteralsThatASchemaDoesNotMask() throws {
    let schema =
      #"{"gauze":1,"name":"x","version":"1.0","events":{"e":{"description":"d","#
      + #""properties":{"ok":{"type":"boolean","why":"w"}}}}}"#
    try place.put(schema, as: "schema.json")
    try place.put(#"{"ok":true}"# + "\n", as: "ok.jsonl")
    for command in ["sanitize", "verify", "explain"] {
      let options = ["--schema", "schema.json", "--literals", "literals.json", "ok.jsonl"]
      let run = try place.gauze([command] + options)
      #expect(run.status == 2, "\(command)")
      #expect(run.errors.contains("leave the option out"), "\(run.errors)")
    }
  }

  @Test func refusesAFileThatIsNotThere() throws {
    let run = try place.gauze(["sanitize", "--literals", "nowhere", "app.jsonl"])
    #expect(run.status == 2)
    #expect(run.errors.contains("No such file"), "\(run.errors)")
  }
}
