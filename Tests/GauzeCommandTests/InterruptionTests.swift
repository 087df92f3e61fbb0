import Foundation
import Testing

/// A signal in the middle: the process dies of it, and nothing half-written stays.
@Suite struct InterruptionTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func leavesNothingBehind(_ number: Int32) throws {
    try place.put("old", as: "out")
    let process = try place.prepare([
      "sanitize", "--line-buffered", "-o", "out", "--rejects", "rejects", "--report", "r.json",
    ])
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try place.file("run-errors")
    try Workplace.start(process)
    input.fileHandleForWriting.write(Data(Samples.lines(Samples.good, 10).utf8))
    // It is in the middle once its temporary file has something in it.
    while !place.names.contains(where: { $0.hasPrefix(".gauze-") && !isEmpty($0) }) {
      try #require(process.isRunning)
      usleep(1000)
    }
    kill(process.processIdentifier, number)
    // Who survives the signal ends here, and fails the test instead of holding it up.
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == number)
    #expect(try place.text("run-errors").isEmpty)
    #expect(place.names == ["out"])
    #expect(try place.text("out") == "old")
  }

  private func isEmpty(_ name: String) -> Bool {
    (try? Data(contentsOf: place.place(name)).isEmpty) ?? true
  }

  @Test func showsTheTemporaryFileToItsUserAlone() throws {
    let process = try place.prepare(["sanitize", "-o", "out"])
    let input = Pipe()
    process.standardInput = input
    process.standardError = try place.file("run-errors")
    try Workplace.start(process)
    while place.names.isEmpty {
      try #require(process.isRunning)
      usleep(1000)
    }
    #expect(place.names.count == 1)
    #expect(place.names[0].hasPrefix(".gauze-"))
    #expect(try place.permissions(place.names[0]) == 0o600)
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(place.names == ["out"])
  }
}
