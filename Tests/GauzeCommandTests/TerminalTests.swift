import Foundation
import Testing

/// What a person at the keyboard sees, through a pseudo-terminal.
@Suite struct TerminalTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  private func show(
    _ arguments: [String],
    typing text: String? = nil,
    environment: [String: String] = [:]
  ) throws -> (status: Int32, text: String) {
    let terminal = try PseudoTerminal()
    let process = try place.prepare(arguments, environment: environment)
    let end = terminal.end
    process.standardOutput = end
    process.standardError = end
    if let text {
      process.standardInput = end
      terminal.type(text)
    }
    try Workplace.start(process)
    try end.close()
    let shown = terminal.shown()
    process.waitUntilExit()
    return (process.terminationStatus, shown)
  }

  @Test func showsRawValuesAndColours() throws {
    try place.put(Samples.command(#","files":4711,"os":"zebra\u001b[2J""#), as: "app.jsonl")
    let run = try show(["explain", "app.jsonl"])
    #expect(run.status == 0)
    #expect(run.text.contains("4711"))
    #expect(run.text.contains("zebra"))
    #expect(run.text.contains("\u{1B}[32maccepted\u{1B}[0m"))
    // The record's own escape is shown, not obeyed.
    #expect(!run.text.contains("\u{1B}[2J"))
  }

  @Test func showsNoColourWhereItIsNotWanted() throws {
    try place.put(Samples.good, as: "app.jsonl")
    for arguments in [["explain", "app.jsonl"], ["demo"], ["check", "--show", "cli-telemetry"]] {
      #expect(try show(arguments).text.contains("\u{1B}["))
      #expect(!(try show(arguments, environment: ["NO_COLOR": "1"]).text.contains("\u{1B}")))
      // https://no-color.org: an empty value is as none.
      #expect(try show(arguments, environment: ["NO_COLOR": ""]).text.contains("\u{1B}["))
    }
  }

  @Test func answersEachTypedRecordAtOnce() throws {
    let terminal = try PseudoTerminal()
    let process = try place.prepare(["sanitize"])
    process.standardInput = terminal.end
    process.standardOutput = terminal.end
    process.standardError = terminal.end
    try Workplace.start(process)
    try terminal.end.close()
    let greeting = terminal.shown(until: "control-D")
    #expect(greeting.contains("reading records, one a line, from the terminal"))
    terminal.type(Samples.good + "\n")
    // Comes before the end of input does.
    let answer = terminal.shown(until: Samples.goodClean)
    #expect(answer.contains(Samples.goodClean))
    terminal.type("\u{4}")
    #expect(terminal.shown().contains("accepted 1"))
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(arguments: [["apply", "redact"], ["explain"], ["verify"], ["digest"]])
  func saysThatItWaitsForTheKeyboard(_ arguments: [String]) throws {
    let run = try show(arguments, typing: "1\n\u{4}")
    #expect(run.text.contains("from the terminal"), "\(run.text)")
  }
}
