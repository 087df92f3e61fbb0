import Foundation
import Testing

/// Several workers, and something comes between: the target is old or complete.
@Suite(.serialized) struct KillTests {
  private let place: Workplace
  private let expected = Samples.lines(Samples.command(), 16)

  init() throws {
    place = try Workplace()
    try place.put("old", as: "out")
    // More than two chunks, in few records, as debug builds are slow with many.
    let record = Samples.command(String(repeating: " ", count: 50_000))
    try place.put(Samples.lines(record, 16), as: "app.jsonl")
  }

  private func start(_ arguments: [String], jobs: String = "2") throws -> Process {
    let process = try place.prepare(["sanitize", "--jobs", jobs] + arguments)
    process.standardError = try place.file("run-errors")
    process.standardOutput = FileHandle.nullDevice
    try Workplace.start(process)
    return process
  }

  /// Waits until there is something in a temporary file.
  private func waitForOutput(_ process: Process) throws {
    while !place.names.contains(where: { name in
      name.hasPrefix(".gauze-")
        && (try? Data(contentsOf: place.place(name)).isEmpty) == false
    }) {
      try #require(process.isRunning)
      usleep(500)
    }
  }

  @Test func isOldOrCompleteAfterAKillAtAnyMoment() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    for _ in 0..<15 {
      try place.put("old", as: "out")
      let process = try start(["-o", "out", "app.jsonl"])
      usleep(UInt32.random(in: 0...900_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(["old", expected].contains(try place.text("out")))
    }
    // What a killed run left is in nobody's way.
    #expect(try place.gauze("sanitize", "-o", "out", "app.jsonl").status == 0)
    #expect(try place.text("out") == expected)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func cleansUpOnASignal(_ number: Int32) throws {
    let process = try start(["-o", "out", "--rejects", "r", "app.jsonl", "app.jsonl"])
    try waitForOutput(process)
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == number)
    #expect(place.names == ["app.jsonl", "out"])
    #expect(try place.text("out") == "old")
  }

  @Test func takesOneOfTwoRunsToOneTarget() throws {
    try place.put(Samples.lines(Samples.good, 40), as: "other.jsonl")
    let one = try start(["-o", "out", "app.jsonl"])
    let other = try start(["-o", "out", "other.jsonl"])
    for process in [one, other] {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let results = [expected, Samples.lines(Samples.goodClean, 40)]
    #expect(results.contains(try place.text("out")))
    #expect(place.names == ["app.jsonl", "other.jsonl", "out"])
  }

  @Test(arguments: ["1", "2"])
  func failsIfItsInputShrinks(_ jobs: String) throws {
    let record = Samples.command(String(repeating: " ", count: 50_000))
    try place.put(Samples.lines(record, 60), as: "long.jsonl")
    let process = try start(["-o", "out", "long.jsonl"], jobs: jobs)
    try waitForOutput(process)
    #expect(truncate(place.place("long.jsonl").path, 300_000) == 0)
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    #expect(try place.text("run-errors") == "gauze: long.jsonl: became shorter while it was read\n")
    #expect(try place.text("out") == "old")
    #expect(place.names == ["app.jsonl", "long.jsonl", "out"])
  }

  @Test func endsWithItsReader() throws {
    let line = """
      (("$GAUZE" sanitize --jobs 2 --rejects r app.jsonl app.jsonl app.jsonl app.jsonl
      echo $? > status) 2> errors) | head -c 10 > /dev/null
      """
    _ = try place.shell(line)
    // 16 kB fit into the pipe; where they do, nobody notices.
    #expect(["141\n", "0\n"].contains(try place.text("status")))
    #expect(!place.names.contains { $0.hasPrefix(".gauze-") })
  }

  @Test func cleansInPlaceUnderAnotherName() throws {
    #expect(link(place.place("app.jsonl").path, place.place("same.jsonl").path) == 0)
    #expect(symlink("app.jsonl", place.place("soft.jsonl").path) == 0)
    #expect(try place.gauze("sanitize", "app.jsonl", "-o", "same.jsonl").status == 0)
    #expect(try place.text("same.jsonl") == expected)
    #expect(try place.gauze("sanitize", "app.jsonl", "-o", "soft.jsonl").status == 0)
    #expect(try place.text("app.jsonl") == expected)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(
        atPath: place.place("soft.jsonl").path
      ) == "app.jsonl"
    )
  }
}
