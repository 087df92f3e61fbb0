import Foundation
import Testing

/// `gauze apply`: a chain of policies over JSON values.
@Suite struct ApplyTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  @Test func runsAChainOverLines() throws {
    let run = try place.gauze("apply", "truncate=3", input: "\"abcdef\"\r\n\n \"a\\u0062\" ")
    #expect(run.status == 0)
    #expect(run.text == "\"abc\"\n\"ab\"\n")
    #expect(run.errors.isEmpty)
  }

  @Test func runsItsExamples() throws {
    let help = try place.gauze("apply", "--help").text
    let examples = help.split(separator: "\n").filter { $0.contains("| gauze") }
    #expect(examples.count == 2)
    for example in examples {
      let run = try place.shell(example.replacingOccurrences(of: "| gauze", with: "| \"$GAUZE\""))
      #expect(run.status == 0, "\(example)")
      #expect(run.lines.count == 1)
    }
  }

  @Test func reportsLinesThatAreNoValuesByNumberAlone() throws {
    let lines = [
      "1", #"1,"value":2"#, "1}", #""zebra","zebra":1"#, "zebra", "{", "\"\\ud800\"", "1 2", "null",
    ]
    let run = try place.gauze("apply", "redact", input: lines.joined(separator: "\n"))
    #expect(run.status == 1)
    #expect(run.text == "\"<redacted>\"\n\"<redacted>\"\n")
    #expect(
      run.errors.split(separator: "\n")
        == (2...8).map { "gauze: line \($0): malformed-json" }.map { $0[...] }
    )
  }

  @Test func refusesWhatItsPolicyDoesNotTake() throws {
    let run = try place.gauze("apply", "hash-email", input: "\"zebra\"\n1\n\"jane@acme.example\"\n")
    #expect(run.status == 1)
    #expect(run.lines.count == 1)
    #expect(run.errors == "gauze: line 1: policy-refused\ngauze: line 2: wrong-type\n")
  }

  @Test(
    arguments: [
      (["strp-paths"], "did you mean strip-paths?"), (["zebra"], "use one of"),
      (["truncate"], "bad-parameter"), (["truncate=x"], "quote it for the shell"),
      (["truncate=-1"], "bad-parameter"),
      (["truncate=5", "strip-paths"], "truncate-before-detector"),
      (["drop"], "drop leaves nothing to write"), (["bucket=1"], "wrong-kind"),
      (["redact", "hash-email"], "policy-does-not-fit"), (["truncate=5,\"a\":1"], "truncate"),
    ] as [([String], String)]
  )
  func refusesAChainThatMakesNoSense(_ policies: [String], _ words: String) throws {
    let run = try place.gauze(["apply"] + policies, input: "1\n")
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func skipsALineBeyondTheLimit() throws {
    let huge = "\"" + String(repeating: "zebra", count: 300_000) + "\""
    let run = try place.gauze("apply", "truncate=3", input: "\(huge)\n\"abcd\"\n")
    #expect(run.status == 1)
    #expect(run.text == "\"abc\"\n")
    #expect(run.errors == "gauze: line 1: too-large\n")
  }
}
