import Foundation
import Testing

/// `gauze sanitize`: what goes in, what comes out, and with which status.
@Suite struct SanitizeTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  @Test func cleansAFileWithoutAnyFlag() throws {
    try place.put(Samples.good + "\n", as: "app.jsonl")
    let run = try place.gauze("sanitize", "app.jsonl")
    #expect(run.status == 0)
    #expect(run.text == Samples.goodClean + "\n")
    #expect(run.errors.hasPrefix("read 1 · accepted 1 · rejected 0 · fields dropped 0 · "))
    #expect(run.errors.hasSuffix(" MB/s\n"))
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
    #expect(!run.errors.contains("\u{1B}") && !run.errors.contains("\r"))
    #expect(place.names == ["app.jsonl"])
  }

  @Test func readsStandardInputWithoutAFileAndForADash() throws {
    for arguments in [["sanitize"], ["sanitize", "-"]] {
      let run = try place.gauze(arguments, input: Samples.good + "\n")
      #expect(run.status == 0)
      #expect(run.text == Samples.goodClean + "\n")
    }
  }

  @Test func readsSeveralFilesInOrder() throws {
    try place.put(Samples.command(#","files":1"#) + "\n", as: "a")
    try place.put(Samples.command(#","files":20"#), as: "b")
    let run = try place.gauze("sanitize", "b", "-", "a", input: Samples.good)
    #expect(run.status == 0)
    #expect(
      run.lines == [
        Samples.command(#","files":"11-100""#), Samples.goodClean,
        Samples.command(#","files":"1-10""#),
      ]
    )
  }

  @Test func readsByteOrderMarksCarriageReturnsAndNoFinalLineFeed() throws {
    let text = "\u{FEFF}\(Samples.good)\r\n\r\n  \t\n\(Samples.good)\r\n\(Samples.good)"
    let run = try place.gauze("sanitize", "--report", "r.json", input: text)
    #expect(run.status == 0)
    #expect(run.text == Samples.lines(Samples.goodClean, 3))
    #expect(run.errors.hasPrefix("read 3 "))
  }

  @Test(arguments: ["", "\n", "\u{FEFF}", " \r\n\t\n"])
  func findsNothingToDoInAnEmptyFile(_ text: String) throws {
    let run = try place.gauze("sanitize", "-o", "out", "--rejects", "rejects", input: text)
    #expect(run.status == 0)
    #expect(run.text.isEmpty)
    #expect(run.errors.hasPrefix("read 0 · accepted 0 · rejected 0 "))
    #expect(try place.text("out").isEmpty)
    #expect(try place.text("rejects").isEmpty)
  }

  @Test func rejectsARecordWithAFieldThatTheSchemaDoesNotName() throws {
    try place.put("\(Samples.good)\n\(Samples.unknownField)\n", as: "app.jsonl")
    let run = try place.gauze(
      "sanitize",
      "app.jsonl",
      "--rejects",
      "rejects.jsonl",
      "--report",
      "report.json"
    )
    #expect(run.status == 1)
    #expect(run.text == Samples.goodClean + "\n")
    #expect(run.errors.contains("rejected 1 (unknown-field 1)"))
    let offset = Samples.good.utf8.count + 1
    #expect(
      try place.text("rejects.jsonl")
        == #"{"file":"app.jsonl","line":2,"offset":\#(offset),"violations":"#
        + #"[{"code":"unknown-field","event":"command","at":"/5"}]}"# + "\n"
    )
    for text in [
      run.text, run.errors, try place.text("rejects.jsonl"),
      try place.text("report.json"),
    ] { #expect(!text.contains("zebra")) }
  }

  @Test func dropsFieldsAtAnyDepthOnRequestAndCountsThem() throws {
    try place.put(Samples.nestedSchema, as: "schema.json")
    let record =
      #"{"zebra":{"zebra":1},"type":"report","inner":{"kind":"a","zebra":1},"#
      + #""list":[{"on":true,"zebra":[1]}],"map":{"x":true}}"#
    let clean =
      #"{"type":"report","inner":{"kind":"a"},"list":[{"on":true}],"map":{"x":true}}"#
    let arguments = ["sanitize", "--schema", "schema.json", "--unknown"]
    let dropped = try place.gauze(arguments + ["drop"], input: record)
    #expect(dropped.status == 0)
    #expect(dropped.text == clean + "\n")
    #expect(dropped.errors.contains("fields dropped 3"))
    #expect(!dropped.errors.contains("zebra"))
    let rejected = try place.gauze(arguments + ["reject"], input: record)
    #expect(rejected.status == 1)
    #expect(rejected.text.isEmpty)
  }

  @Test func neverDropsAnUnknownEventOrASecondKey() throws {
    let records = [
      Samples.unknownEvent, #"{"session_id":1}"#, Samples.command(#","files":1,"files":2"#),
    ]
    for record in records {
      let run = try place.gauze("sanitize", "--unknown", "drop", input: record)
      #expect(run.status == 1)
      #expect(run.text.isEmpty)
    }
  }

  @Test func isTheIdentityOnItsOwnOutputInWireForm() throws {
    let text =
      Samples.lines(Samples.good, 3) + Samples.command(#","user":"jane@acme.example","os":"x""#)
    let first = try place.gauze("sanitize", input: text)
    #expect(first.status == 0)
    let second = try place.gauze("sanitize", "--form", "wire", input: first.text)
    #expect(second.status == 0)
    #expect(second.output == first.output)
    #expect(try place.gauze("verify", input: first.text).status == 0)
    // The forms are never guessed.
    #expect(try place.gauze("sanitize", "--form", "raw", input: Samples.goodClean).text.isEmpty)
    #expect(try place.gauze("sanitize", "--form", "wire", input: Samples.good).text.isEmpty)
  }

  @Test func skipsARecordBeyondTheLimitAndGoesOn() throws {
    let huge = #"{"event":"zebra"# + String(repeating: "z", count: 1 << 20) + #""}"#
    let run = try place.gauze(
      "sanitize",
      "--rejects",
      "r",
      input: "\(Samples.good)\n\(huge)\n\(Samples.good)\n"
    )
    #expect(run.status == 1)
    #expect(run.text == Samples.lines(Samples.goodClean, 2))
    #expect(try place.text("r").contains(#""line":2,"#))
    #expect(try place.text("r").contains(#""code":"too-large""#))
    #expect(!(try place.text("r").contains("z\"")))
  }

  @Test func advisesWhenMostIsRejectedForOneCause() throws {
    let unknown = try place.gauze("sanitize", input: Samples.lines(Samples.unknownEvent, 3))
    #expect(unknown.errors.contains("--schema FILE"))
    let fields = try place.gauze("sanitize", input: Samples.lines(Samples.unknownField, 3))
    #expect(fields.errors.contains("--unknown drop"))
    let malformed = try place.gauze("sanitize", input: "zebra\nzebra\n")
    #expect(malformed.errors.contains("one JSON object a line"))
    #expect(!malformed.errors.contains("zebra"))
    let few = Samples.lines(Samples.good, 3) + Samples.unknownEvent
    #expect(!(try place.gauze("sanitize", input: few).errors.contains("--schema")))
  }

  @Test func givesEachRecordOutAsSoonAsItIsIn() throws {
    let process = try place.prepare(["sanitize", "--line-buffered"])
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = try place.file("run-errors")
    try Workplace.start(process)
    for _ in 0..<3 {
      input.fileHandleForWriting.write(Data((Samples.good + "\n").utf8))
      // Returns with what there is, while the pipe stays open.
      let line = output.fileHandleForReading.availableData
      #expect(String(decoding: line, as: UTF8.self) == Samples.goodClean + "\n")
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func showsNoProgressUnlessAskedOrOnATerminal() throws {
    let run = try place.gauze("sanitize", "--no-progress", input: Samples.good)
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
    // Too short a run to have any progress, but the flag is taken.
    #expect(try place.gauze("sanitize", "--progress", input: Samples.good).status == 0)
  }

  @Test func saysNothingWhenItsReaderGoesAway() throws {
    try place.put(Samples.lines(Samples.good, 20_000), as: "app.jsonl")
    let run = try place.shell(
      "{ \"$GAUZE\" sanitize app.jsonl --rejects rejects; echo $? > status; } | head -1"
    )
    #expect(run.text == Samples.goodClean + "\n")
    #expect(run.errors.isEmpty)
    // As the shell writes a death by SIGPIPE.
    #expect(try place.text("status") == "141\n")
    #expect(place.names == ["app.jsonl", "status"])
  }
}
