import Foundation
import Testing

/// `gauze explain` where nobody looks: no raw value, no colour.
@Suite struct ExplainTests {
  private let place: Workplace
  init() throws {
    place = try Workplace()
    let records = [
      "", Samples.command(#","user":"zebra@acme.example","files":4711"#), Samples.unknownField,
      Samples.good,
    ]
    try place.put(records.joined(separator: "\n") + "\n", as: "app.jsonl")
  }

  @Test func showsPoliciesAndWhatLeavesButNothingRaw() throws {
    let run = try place.gauze("explain", "app.jsonl")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.lines.first == "accepted  command")
    #expect(run.text.contains("hash-email"))
    #expect(run.text.contains(#""1K-10K""#))
    for word in ["zebra", "4711", "\u{1B}"] { #expect(!run.text.contains(word)) }
  }

  @Test func saysWhyARecordIsRejected() throws {
    let run = try place.gauze("explain", "--line", "3", "app.jsonl")
    #expect(run.status == 1)
    #expect(run.text == "rejected  command\n  unknown-field at /5\n")
  }

  @Test(arguments: [("1", 2), ("2", 0), ("3", 1), ("4", 0), ("5", 2)] as [(String, Int32)])
  func explainsTheLineThatIsNamed(_ line: String, _ status: Int32) throws {
    let run = try place.gauze("explain", "app.jsonl", "--line", line)
    #expect(run.status == status)
    if status == 2 {
      #expect(run.text.isEmpty)
      #expect(run.errors.contains("no record on line \(line)"))
    }
  }

  @Test func saysThatThereIsNoRecordAtAll() throws {
    let run = try place.gauze("explain", input: "\n\n")
    #expect(run.status == 2)
    #expect(run.errors.contains("no record"))
    #expect(!run.errors.contains("that line"))
  }

  @Test func readsTheWireFormAndDropsOnRequest() throws {
    let wire = try place.gauze("explain", "--form", "wire", input: Samples.goodClean)
    #expect(wire.status == 0)
    let dropped = try place.gauze("explain", "--unknown", "drop", input: Samples.unknownField)
    #expect(dropped.status == 0)
    #expect(dropped.text.contains("unknown fields dropped: 1"))
    #expect(!dropped.text.contains("zebra"))
  }

  @Test func explainsARecordThatIsTooLarge() throws {
    let run = try place.gauze("explain", input: String(repeating: "zebra", count: 300_000))
    #expect(run.status == 1)
    #expect(run.text.contains("too-large"))
    #expect(!run.text.contains("zebra"))
  }
}
