import Foundation
import Gauze
import GauzeSystem
import Testing

@Suite struct InputFileTests {
  @Test func readsAFileInPieces() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "0123456789", count: 5000)
    try folder.put(text, as: "in")
    let file = try InputFile(folder["in"])
    var buffer = ByteBuffer(capacity: 16)
    var reads = 0
    while try file.read(into: &buffer, atMost: 999) > 0 { reads += 1 }
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
    #expect(reads == 51)
    #expect(file.size == 50_000)
  }

  @Test func readsAllUpToALimit() throws {
    let folder = try TemporaryFolder()
    try folder.put("12345", as: "in")
    for limit in 0...7 {
      let file = try InputFile(folder["in"])
      var buffer = ByteBuffer()
      let error = failure { () throws(SystemError) in
        try file.readAll(into: &buffer, limit: limit)
      }
      #expect(error?.code == (limit < 5 ? EFBIG : nil))
      if limit >= 5 { #expect(buffer.bytes == Array("12345".utf8)) }
    }
  }

  @Test func goesOnFromAnOffset() throws {
    let folder = try TemporaryFolder()
    try folder.put("abcdef", as: "in")
    let file = try InputFile(folder["in"])
    try file.seek(to: 4)
    var buffer = ByteBuffer()
    try file.readAll(into: &buffer, limit: 100)
    #expect(buffer.bytes == Array("ef".utf8))
  }

  @Test func refusesAFolder() throws {
    let folder = try TemporaryFolder()
    let path = folder[""]
    let error = failure { () throws(SystemError) in _ = try InputFile(path) }
    #expect(error == SystemError(.open, code: EISDIR))
    #expect(error?.description == "cannot open: Is a directory")
  }

  @Test func saysThatAFileIsMissing() throws {
    let folder = try TemporaryFolder()
    let path = folder["nothing"]
    let error = failure { () throws(SystemError) in _ = try InputFile(path) }
    #expect(error?.isNotFound == true)
  }

  @Test func refusesANameWithAZeroRatherThanCutIt() throws {
    let folder = try TemporaryFolder()
    try folder.put("x", as: "in")
    let path = FilePath(bytes: folder["in"].bytes + [0] + Array("tail".utf8))
    let error = failure { () throws(SystemError) in _ = try InputFile(path) }
    #expect(error?.code == EINVAL)
  }

  @Test func opensANameThatIsNotUTF8() throws {
    let folder = try TemporaryFolder()
    let path = FilePath(bytes: folder["a"].bytes + [0xFF, 0xFE])
    var output = try OutputFile(path)
    try output.write("kept")
    try output.commit()
    let file = try InputFile(path)
    #expect(file.size == 4)
    #expect(file.isSameFile(as: path) == true)
  }

  @Test func readsANamedPipeToItsEnd() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "printf one > '\(folder.path)/pipe'"]
    try shell.run()
    let file = try InputFile(folder["pipe"])
    var buffer = ByteBuffer()
    try file.readAll(into: &buffer, limit: 100)
    shell.waitUntilExit()
    #expect(buffer.bytes == Array("one".utf8))
    #expect(file.size == nil)
    #expect(failure { () throws(SystemError) in try file.seek(to: 1) }?.code == ESPIPE)
  }

  @Test func knowsAFileUnderAnotherName() throws {
    let folder = try TemporaryFolder()
    try folder.put("x", as: "in")
    try folder.put("x", as: "other")
    #expect(link("\(folder.path)/in", "\(folder.path)/hard") == 0)
    #expect(symlink("in", "\(folder.path)/soft") == 0)
    let file = try InputFile(folder["in"])
    #expect(file.isSameFile(as: folder["hard"]) == true)
    #expect(file.isSameFile(as: folder["soft"]) == true)
    #expect(file.isSameFile(as: folder["other"]) == false)
    #expect(file.isSameFile(as: folder["missing"]) == false)
  }

  @Test func waitsForNonBlockingPipesOnBothSides() async {
    await #expect(processExitsWith: .exitCode(0)) {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0, dup2(ends[0], 0) == 0, dup2(ends[1], 1) == 1 else { exit(1) }
      for end in ends {
        guard fcntl(end, F_SETFL, O_NONBLOCK) == 0, close(end) == 0 else { exit(2) }
      }
      // Far more than a pipe holds: both sides must find it not ready, time and again.
      let count = 4 << 20
      Thread {
        var output = OutputFile.standardOutput()
        let bytes = [UInt8](repeating: 0x61, count: count)
        do { try output.write(bytes.span) } catch { exit(3) }
        close(1)
      }.start()
      let input = InputFile.standardInput()
      var buffer = ByteBuffer()
      do { try input.readAll(into: &buffer, limit: count) } catch { exit(4) }
      exit(buffer.count == count ? 0 : 5)
    }
  }
}
