import Foundation
import Testing

/// A killed run goes on where it stopped, and nobody sees that it did.
@Suite(.serialized) struct ResumeTests {
  private let place: Workplace
  private let arguments = [
    "sanitize", "--resume", "-o", "out", "--rejects", "r", "--report", "r.json", "a.jsonl",
    "b.jsonl",
  ]

  init() throws {
    place = try Workplace()
    // Chunks of few records, as debug builds are slow with many; a reject in each.
    let record = Samples.command(String(repeating: " ", count: 50_000))
    let lines = Samples.lines(record, 4) + Samples.unknownField + "\n\n"
    try place.put(String(repeating: lines, count: 10), as: "a.jsonl")
    try place.put("\u{FEFF}" + String(repeating: lines, count: 6) + record, as: "b.jsonl")
  }

  /// Everything that a run leaves, without its time.
  private func results() throws -> [String] {
    let report = try place.text("r.json").split(separator: ",\"milliseconds\":")[0]
    return [try place.text("out"), try place.text("r"), String(report)]
  }

  private func removeAll() {
    for name in place.names where !name.hasSuffix(".jsonl") {
      try? FileManager.default.removeItem(at: place.place(name))
    }
  }

  @Test func goesOnAfterAKillAtAnyMoment() throws {
    #expect(try place.gauze(arguments).status == 1)
    let expected = try results()
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    let rounds = ProcessInfo.processInfo.environment["GAUZE_ROUNDS"].flatMap { Int($0) } ?? 4
    var resumed = 0
    for round in 0..<rounds {
      removeAll()
      var kills = 0
      while true {
        // Each time with other workers, and now and then an undisturbed end.
        let process = try place.prepare(
          arguments + ["--jobs", ["1", "2", "3"].randomElement(using: &random) ?? "1"]
        )
        process.standardError = try place.file("run-errors")
        try Workplace.start(process)
        if kills < 3 {
          // Until it has noted something, and a moment longer.
          let wait = UInt32.random(in: 0...400_000, using: &random)
          while !place.names.contains(".gauze-checkpoint-out"), process.isRunning { usleep(2000) }
          usleep(wait)
          kill(process.processIdentifier, SIGKILL)
          kills += 1
        }
        process.waitUntilExit()
        if try place.text("run-errors").contains("resuming behind") { resumed += 1 }
        if process.terminationReason == .exit { break }
        #expect(!place.names.contains("out") && !place.names.contains("r"))
      }
      #expect(try results() == expected, "round \(round)")
      // What was killed may leave its report's temporary file.
      let names = place.names.filter { !$0.hasPrefix(".gauze-") || $0.contains("out") }
      #expect(names == ["a.jsonl", "b.jsonl", "out", "r", "r.json"], "round \(round)")
    }
    #if DEBUG
      // A test that never went on would prove nothing; a release build is done before the kill comes.
      #expect(resumed > 0)
    #endif
  }

  /// Kills a run once it has noted something; false if it was too quick.
  private func leaveHalf() throws -> Bool {
    let process = try place.prepare(arguments)
    process.standardError = try place.file("run-errors")
    try Workplace.start(process)
    while !place.names.contains(".gauze-checkpoint-out"), process.isRunning { usleep(1000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  @Test func startsAfreshIfSomethingIsNotTheSame() throws {
    for change in 0..<4 {
      removeAll()
      guard try leaveHalf() else { continue }
      #expect(try place.permissions(".gauze-checkpoint-out") == 0o600)
      #expect(try place.permissions(".gauze-part-out") == 0o600)
      // No data, and no name of a file.
      let note = try place.text(".gauze-checkpoint-out")
      #expect(
        note.allSatisfy { $0.isHexDigit || " \n".contains($0) || "gauze checkpoint".contains($0) }
      )
      var arguments = arguments
      switch change {
      case 0: arguments += ["--unknown", "drop"]
      case 1: try place.put(Samples.lines(Samples.good, 3), as: "a.jsonl")
      case 2:
        try place.put(
          note.replacing("\n", with: "\n1", maxReplacements: 3),
          as: ".gauze-checkpoint-out"
        )
      default: try place.put("cut", as: ".gauze-part-out")
      }
      let run = try place.gauze(arguments)
      #expect(run.errors.contains("not resumed"), "change \(change): \(run.errors)")
      let found = try results()
      removeAll()
      _ = try place.gauze(arguments)
      #expect(try results() == found)
    }
  }

  @Test func refusesWhatCannotGoOn() throws {
    for arguments in [
      ["a.jsonl"], ["a.jsonl", "-o", "-"], ["-", "-o", "out"], ["-o", "out"],
      ["a.jsonl", "-o", "out", "--rejects", "-"], ["a.jsonl", "-o", "folder/"],
      ["/dev/null", "-o", "out"],
    ] {
      let run = try place.gauze(["sanitize", "--resume"] + arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.contains("--resume"), "\(run.errors)")
    }
    let device = try place.gauze("sanitize", "--resume", "a.jsonl", "-o", "/dev/null")
    #expect(device.status == 3)
  }

  @Test func readsByTheRulesOfARunThatIsNotResumed() throws {
    try place.put("\n [\(Samples.good)]\n", as: "array")
    let array = try place.gauze("sanitize", "--resume", "array", "-o", "out")
    #expect(array.status == 2)
    #expect(array.errors.contains("--resume reads JSON Lines"))
    // Told to be lines, it is read as such by both.
    let told = try place.gauze("sanitize", "--resume", "--from", "jsonl", "array", "-o", "out")
    #expect(told.status == 1)
    try place.put("{\"resourceLogs\":[{\"zebra\":1}]}\n", as: "export.jsonl")
    let export = try place.gauze("sanitize", "--resume", "export.jsonl", "-o", "other")
    #expect(export.status == 2)
    #expect(export.errors.contains("OTLP JSON"))
    try place.put("\n\(Samples.good)\n", as: "lines")
    #expect(try place.gauze("sanitize", "--resume", "lines", "-o", "out").status == 0)
  }

  @Test func keepsTwoRunsFromOneTarget() throws {
    let process = try place.prepare(arguments)
    process.standardError = try place.file("run-errors")
    try Workplace.start(process)
    while !place.names.contains(".gauze-part-out"), process.isRunning { usleep(500) }
    let other = try place.gauze(arguments)
    process.waitUntilExit()
    // Whoever came second has to wait, unless the first was done already.
    if other.status == 3 { #expect(other.errors.contains("another run")) }
    #expect(process.terminationStatus == 1)
    #expect(place.names == ["a.jsonl", "b.jsonl", "out", "r", "r.json"])
  }
}
