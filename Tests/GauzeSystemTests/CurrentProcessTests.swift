import Foundation
import GauzeSystem
import Testing

@Suite struct CurrentProcessTests {
  @Test func measuresItself() {
    #expect(CurrentProcess.peakMemory > 1 << 20)
    #expect(CurrentProcess.coreCount >= 1)
    #expect(CurrentProcess.coreCount <= ProcessInfo.processInfo.processorCount)
    let before = MonotonicClock.now
    #expect(MonotonicClock.now >= before)
  }

  @Test func readsTheEnvironmentAsItIs() {
    #expect(Environment.value(of: "PATH") == ProcessInfo.processInfo.environment["PATH"])
    #expect(Environment.value(of: "GAUZE_TESTS_NEVER_SET_THIS") == nil)
  }

  @Test func readsItsArgumentsAsBytes() {
    let arguments = CurrentProcess.arguments.map(\.text)
    #expect(arguments == Array(CommandLine.arguments.dropFirst()))
  }

  @Test func tellsATerminalFromAFile() throws {
    let folder = try TemporaryFolder()
    let file = try OutputFile(folder["out"])
    #expect(file.isTerminal == false)
    let input = try InputFile(FilePath("/dev/null"))
    #expect(input.isTerminal == false)
    #expect(Terminal.width(99) == nil)
  }

  @Test func asksAPseudoTerminalForItsWidth() throws {
    // ioctl_tty(2): unlock the other side and ask for its number.
    let (unlock, number) = (UInt(0x4004_5431), UInt(0x8004_5430))
    let main = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard main >= 0 else { return }
    defer { close(main) }
    var (zero, place) = (Int32(0), Int32(0))
    #expect(ioctl(main, unlock, &zero) == 0)
    #expect(ioctl(main, number, &place) == 0)
    let other = open("/dev/pts/\(place)", O_RDWR | O_NOCTTY)
    guard other >= 0 else { return }
    defer { close(other) }
    var size = winsize(ws_row: 25, ws_col: 132, ws_xpixel: 0, ws_ypixel: 0)
    #expect(ioctl(main, UInt(TIOCSWINSZ), &size) == 0)
    #expect(Terminal.isTerminal(other))
    #expect(Terminal.width(other) == 132)
  }

  @Test func letsNoFileTakeAStandardDescriptor() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .exitCode(0)) { [path = path as String] in
      close(0)
      close(1)
      close(2)
      CurrentProcess.holdStandardDescriptors()
      var file = try OutputFile(FilePath("\(path)/out"))
      StandardError.write("a message that belongs in no file")
      var output = OutputFile.standardOutput()
      do throws(SystemError) {
        try output.write("data that belongs in no file")
        exit(1)
      } catch {
        guard error.code == EBADF else { exit(2) }
      }
      try file.write("data")
      try file.commit()
      exit(0)
    }
    #expect(try folder.text("out") == "data")
  }

  @Test func writesToStandardError() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(0),
      observing: [\.standardErrorContent]
    ) {
      StandardError.write("gauze: a line\n")
      exit(0)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("gauze: a line\n"))
  }
}
