import Foundation
import Gauze
import GauzeSystem
import Testing

/// Another program, run to its end.
@Suite struct ChildProcessTests {
  private func shell(_ line: String, limit: Int = 1 << 20) throws -> ChildProcess {
    try ChildProcess("sh", [FilePath("-c"), FilePath(line)], limit: limit)
  }

  @Test func tellsWhatItWroteAndHowItEnded() throws {
    let child = try shell("printf 'a\\0b'; echo wrong >&2; exit 7")
    #expect(child.status == 7)
    #expect(child.output == [0x61, 0, 0x62])
    #expect(child.errors == Array("wrong\n".utf8))
    #expect(try shell("exit 0").status == 0)
  }

  @Test func takesArgumentsAsBytes() throws {
    let strange: [UInt8] = [0x20, 0xFF, 0x22, 0x24, 0x0A]
    let child = try ChildProcess(
      "printf",
      [FilePath("%s"), FilePath(bytes: strange)],
      limit: 1000
    )
    #expect(child.output == strange)
  }

  @Test func hasNothingOnStandardInput() throws {
    #expect(try shell("cat; echo end").output == Array("end\n".utf8))
  }

  @Test func passesTheEnvironmentOn() throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    #expect(try shell("printf %s \"$PATH\"").output == Array(path.utf8))
  }

  @Test func neitherStreamHoldsTheOtherUp() throws {
    let line =
      "i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789; "
      + "echo 0123456789012345678901234567890123456789 >&2; i=$((i+1)); done"
    let child = try shell(line)
    #expect(child.status == 0)
    #expect(child.output.count == 123_000)
    // The rest was read and let go.
    #expect(child.errors.count == 65_536)
  }

  @Test func refusesMoreThanTheLimit() throws {
    #expect(try shell("printf 12345", limit: 5).output.count == 5)
    #expect(throws: SystemError(.read, code: EFBIG)) { try shell("printf 123456", limit: 5) }
    // It would never end by itself.
    #expect(throws: SystemError(.read, code: EFBIG)) {
      try ChildProcess("yes", [], limit: 1 << 20)
    }
  }

  @Test func tellsAnEndBySignalFromAStatus() throws {
    #expect(try shell("kill -9 $$").status == nil)
    #expect(try shell("exit 137").status == 137)
  }

  @Test func diesOfABrokenPipeAsAProgramShould() throws {
    let child = try shell("(yes; echo \"status $?\" >&2) | head -n 1; echo done")
    #expect(child.output == Array("y\ndone\n".utf8))
    #expect(child.errors == Array("status 141\n".utf8))
  }

  @Test func saysThatThereIsNoSuchProgram() throws {
    #expect(throws: SystemError(.run, code: ENOENT)) {
      try ChildProcess("gauze-no-such-program", [], limit: 10)
    }
    #expect(throws: SystemError(.run, code: EINVAL)) {
      try ChildProcess("true", [FilePath(bytes: [0x61, 0, 0x62])], limit: 10)
    }
  }

  @Test func leavesNoDescriptorBehind() throws {
    #if os(Linux)
      let count = { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
      _ = try shell("true")
      let before = try count()
      for _ in 0..<40 {
        _ = try shell("true")
        _ = try? ChildProcess("gauze-no-such-program", [], limit: 10)
      }
      // Other tests run beside this one and have files open.
      #expect(try count() < before + 30)
    #endif
  }
}

/// Days of the calendar.
@Suite struct CivilDateTests {
  @Test func agreesWithFoundation() throws {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = "yyyy-MM-dd"
    for day in stride(from: 0, through: 80_000, by: 13) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400)
      #expect(CivilDate(daysSince1970: day).text == formatter.string(from: date))
    }
    #expect(CivilDate(daysSince1970: 11_016).text == "2000-02-29")
  }
}
