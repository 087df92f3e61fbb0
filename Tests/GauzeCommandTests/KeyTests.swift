import Foundation
import Testing

/// `--key ID=FILE`: a key that is declared and not supplied is an error, never an unkeyed hash.
@Suite struct KeyTests {
  private let place: Workplace
  private let record = #"{"type":"login","user":"Jane@acme.example"}"#

  init() throws {
    place = try Workplace()
    try place.put(Samples.keyedSchema, as: "schema.json")
    try place.put("0123456789abcdef\n", as: "key")
    try place.put("0123456789abcde\n", as: "short")
    try place.put(record + "\n", as: "app.jsonl")
  }

  private func sanitize(_ keys: String...) throws -> Outcome {
    try place.gauze(
      ["sanitize", "--schema", "schema.json", "app.jsonl"] + keys.flatMap { ["--key", $0] }
    )
  }

  @Test func hashesWithTheKeyOfAFile() throws {
    let run = try sanitize("k1=key")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix(#"{"type":"login","user":"gz1.k1."#))
    #expect(!run.text.contains("acme"))
    // A line end behind the key is not part of it.
    try place.put("0123456789abcdef", as: "bare")
    #expect(try sanitize("k1=bare").text == run.text)
    try place.put("0123456789abcdef\r\n", as: "windows")
    #expect(try sanitize("k1=windows").text == run.text)
    try place.put("0123456789abcdeg", as: "other")
    #expect(try sanitize("k1=other").text != run.text)
  }

  @Test func keepsACarriageReturnThatEndsNoLine() throws {
    try place.put("0123456789abcdef\r", as: "return")
    #expect(try sanitize("k1=return").text != sanitize("k1=key").text)
  }

  @Test(
    arguments: [
      ([], "add --key k1=FILE"), (["k2=key"], "add --key k1=FILE"),
      (["k1=short"], "at least 16 bytes"), (["k1=key", "k1=key"], "given twice"),
      (["k1=missing-file"], "No such file"), (["k1=."], "Is a directory"),
      (["k1"], "--key takes ID=FILE"), (["=key"], "1 to 32 letters"),
      (["k 1=key"], "1 to 32 letters"),
      (["k1="], "No such file"),
    ] as [([String], String)]
  )
  func refusesAKeyThatIsNoGood(_ keys: [String], _ words: String) throws {
    let run = try place.gauze(
      ["sanitize", "--schema", "schema.json", "app.jsonl", "-o", "out"]
        + keys.flatMap { ["--key", $0] }
    )
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(!run.errors.contains("0123456789"))
    #expect(!place.names.contains("out"))
  }

  @Test func doesNotRepeatAKeyThatWasGivenInPlaceOfItsFile() throws {
    for arguments in [["k1=zebra-secret-0123456789"], ["zebra-secret-0123456789"]] {
      let run = try sanitize(arguments[0])
      #expect(run.status == 2)
      #expect(!run.errors.contains("zebra"), "\(run.errors)")
    }
  }

  @Test func tellsAKeyProblemOfCheckAsAnErrorAndOnce() throws {
    let run = try place.gauze("check", "--key", "k1=short", "schema.json", "schema.json")
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test func checksASchemaWithoutItsKey() throws {
    let run = try place.gauze("check", "schema.json")
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
  }

  @Test func appliesAKeyedPolicy() throws {
    let run = try place.gauze(
      "apply",
      #"hash-email={"key":"k1"}"#,
      "--key",
      "k1=key",
      input: #""jane@acme.example""#
    )
    #expect(run.status == 0)
    #expect(run.text.hasPrefix(#""gz1.k1."#))
    let without = try place.gauze("apply", #"hash-email={"key":"k1"}"#, input: "1")
    #expect(without.status == 2)
    #expect(without.errors.contains("add --key k1=FILE"))
  }
}
