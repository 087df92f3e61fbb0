import Foundation
import Gauze
import GauzeSystem
import Testing

@Suite struct OutputFileTests {
  @Test func showsNothingBeforeItIsComplete() throws {
    let folder = try TemporaryFolder()
    try folder.put("old", as: "out")
    var file = try OutputFile(folder["out"])
    try file.write("new")
    #expect(try folder.text("out") == "old")
    #expect(folder.names.count == 2)
    try file.commit()
    #expect(try folder.text("out") == "new")
    #expect(folder.names == ["out"])
  }

  @Test func leavesTheTargetWhenDropped() throws {
    let folder = try TemporaryFolder()
    try folder.put("old", as: "out")
    do {
      var file = try OutputFile(folder["out"])
      try file.write("new")
    }
    #expect(folder.names == ["out"])
    #expect(try folder.text("out") == "old")
  }

  @Test func makesANewFileForThisUserAlone() throws {
    let folder = try TemporaryFolder()
    var file = try OutputFile(folder["out"])
    try file.commit(isDurable: true)
    #expect(try folder.permissions("out") == 0o600)
  }

  @Test func keepsThePermissionsThatTheUserChose() throws {
    let folder = try TemporaryFolder()
    try folder.put("old", as: "out")
    #expect(chmod("\(folder.path)/out", 0o644) == 0)
    var file = try OutputFile(folder["out"])
    try file.commit()
    #expect(try folder.permissions("out") == 0o644)
  }

  @Test func refusesAReadOnlyTarget() throws {
    // The superuser may write everything.
    guard geteuid() != 0 else { return }
    let folder = try TemporaryFolder()
    try folder.put("old", as: "out")
    #expect(chmod("\(folder.path)/out", 0o444) == 0)
    let path = folder["out"]
    #expect(failure { () throws(SystemError) in _ = try OutputFile(path) }?.code == EACCES)
  }

  @Test(arguments: ["data/real", "chain"])
  func replacesWhatALinkPointsTo(destination: String) throws {
    let folder = try TemporaryFolder()
    #expect(mkdir("\(folder.path)/data", 0o700) == 0)
    try folder.put("old", as: "data/real")
    #expect(symlink("data/real", "\(folder.path)/chain") == 0)
    #expect(symlink(destination, "\(folder.path)/out") == 0)
    var file = try OutputFile(folder["out"])
    try file.write("new")
    try file.commit()
    #expect(try folder.text("data/real") == "new")
    #expect(folder.names == ["chain", "data", "out"])
    let kind =
      try FileManager.default
      .attributesOfItem(atPath: "\(folder.path)/out")[.type] as? FileAttributeType
    #expect(kind == .typeSymbolicLink)
  }

  @Test func createsWhatADanglingLinkPointsTo() throws {
    let folder = try TemporaryFolder()
    #expect(symlink("\(folder.path)/real", "\(folder.path)/out") == 0)
    var file = try OutputFile(folder["out"])
    try file.write("new")
    try file.commit()
    #expect(try folder.text("real") == "new")
    #expect(folder.names == ["out", "real"])
  }

  @Test func refusesACircleOfLinks() throws {
    let folder = try TemporaryFolder()
    #expect(symlink("b", "\(folder.path)/a") == 0)
    #expect(symlink("a", "\(folder.path)/b") == 0)
    let path = folder["a"]
    #expect(failure { () throws(SystemError) in _ = try OutputFile(path) }?.code == ELOOP)
  }

  @Test func refusesAFolderAndAMissingFolder() throws {
    let folder = try TemporaryFolder()
    let paths = (folder[""], folder["missing/out"], folder["file/out"])
    try folder.put("x", as: "file")
    #expect(failure { () throws(SystemError) in _ = try OutputFile(paths.0) }?.code == EISDIR)
    #expect(failure { () throws(SystemError) in _ = try OutputFile(paths.1) }?.code == ENOENT)
    #expect(failure { () throws(SystemError) in _ = try OutputFile(paths.2) }?.code == ENOTDIR)
    #expect(folder.names == ["file"])
  }

  @Test(arguments: ["/dev/fd/%", "/proc/self/fd/%", "link"])
  func goesOnWithAFileThatIsOpenAsADescriptor(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.put("old\n", as: "run.log")
    let log = open("\(folder.path)/run.log", O_WRONLY | O_APPEND | O_CLOEXEC)
    #expect(log >= 0)
    defer { close(log) }
    #expect(symlink("/dev/fd/\(log)", "\(folder.path)/link") == 0)
    let path =
      name == "link"
      ? folder["link"] : FilePath(name.replacingOccurrences(of: "%", with: "\(log)"))
    var file = try OutputFile(path)
    #expect(file.isWrittenThrough == true)
    try file.write("new\n")
    try file.commit()
    #expect(try folder.text("run.log") == "old\nnew\n")
    #expect(folder.names == ["link", "run.log"])
    #expect(failure { () throws(SystemError) in _ = try OutputFile(part: path, from: 0) } != nil)
  }

  @Test func refusesADescriptorThatIsNotOpen() {
    let path = FilePath("/dev/fd/999999")
    #expect(failure { () throws(SystemError) in _ = try OutputFile(path) }?.code == EBADF)
  }

  @Test func goesOnOnlyWithAPartOfItsOwn() throws {
    let folder = try TemporaryFolder()
    try folder.put("old", as: ".gauze-part-out")
    #expect(chmod("\(folder.path)/.gauze-part-out", 0o666) == 0)
    do {
      var file = try OutputFile(part: folder["out"], from: 3)
      try file.write("new")
    }
    #expect(try folder.permissions(".gauze-part-out") == 0o600)
    #expect(try folder.text(".gauze-part-out") == "oldnew")
    #expect(link("\(folder.path)/.gauze-part-out", "\(folder.path)/other") == 0)
    let path = folder["out"]
    let error = failure { () throws(SystemError) in _ = try OutputFile(part: path, from: 0) }
    #expect(error?.code == EPERM)
    #expect(try folder.text("other") == "oldnew")
  }

  @Test func writesThroughTheNullDevice() throws {
    var file = try OutputFile(FilePath("/dev/null"))
    #expect(file.isWrittenThrough == true)
    try file.write("gone")
    try file.commit()
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func saysThatADeviceIsFull() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    var file = try OutputFile(FilePath("/dev/full"))
    var error: SystemError?
    do { try file.write("too much") } catch let caught { error = caught }
    #expect(error == SystemError(.write, code: ENOSPC))
    #expect(error?.description == "cannot write: No space left on device")
  }

  @Test func writesThroughANamedPipe() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "cat '\(folder.path)/pipe' > '\(folder.path)/copy'"]
    try shell.run()
    // More than a pipe holds, so that writes come back partly done or wait.
    let text = String(repeating: "0123456789abcdef", count: 20_000)
    var file = try OutputFile(folder["pipe"])
    try file.write(text)
    try file.commit()
    shell.waitUntilExit()
    #expect(try folder.text("copy") == text)
    #expect(folder.names == ["copy", "pipe"])
  }

  @Test func writesThroughAPipeThatOnlyHasANumber() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    var file = try OutputFile(FilePath("/dev/fd/\(ends[1])"))
    close(ends[1])
    try file.write("through")
    try file.commit()
    let input = try InputFile(FilePath("/dev/fd/\(ends[0])"))
    close(ends[0])
    var buffer = ByteBuffer()
    try input.readAll(into: &buffer, limit: 100)
    #expect(buffer.bytes == Array("through".utf8))
  }

  @Test func failsWhenTheFolderWentAway() throws {
    let folder = try TemporaryFolder()
    #expect(mkdir("\(folder.path)/data", 0o700) == 0)
    var file = try OutputFile(folder["data/out"])
    try FileManager.default.removeItem(atPath: "\(folder.path)/data")
    var error: SystemError?
    do { try file.commit() } catch let caught { error = caught }
    #expect(error == SystemError(.replace, code: ENOENT))
  }

  @Test func holdsManyFilesAtOnceAndAgain() throws {
    let folder = try TemporaryFolder()
    for _ in 0..<20 {
      var one = try OutputFile(folder["one"])
      let two = try OutputFile(folder["two"])
      var three = try OutputFile(folder["three"])
      try three.commit()
      try one.commit()
      _ = two.isTerminal
    }
    #expect(folder.names == ["one", "three"])
  }
}
