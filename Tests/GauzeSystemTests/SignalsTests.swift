import Foundation
import Gauze
import GauzeSystem
import Testing

@Suite struct SignalsTests {
  @Test func removesPendingFilesAndDiesOfInterrupt() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGINT)) { [path = path as String] in
      try writeAndRaise(SIGINT, in: path)
    }
    #expect(folder.names == ["out"])
    #expect(try folder.text("out") == "old")
  }

  @Test func removesPendingFilesAndDiesOfTermination() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGTERM)) { [path = path as String] in
      try writeAndRaise(SIGTERM, in: path)
    }
    #expect(folder.names == ["out"])
  }

  @Test func removesPendingFilesAndDiesOfHangUp() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGHUP)) { [path = path as String] in
      try writeAndRaise(SIGHUP, in: path)
    }
    #expect(folder.names == ["out"])
  }

  @Test func diesOfABrokenPipeAndLeavesNothing() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGPIPE)) { [path = path as String] in
      _ = signal(SIGPIPE, SIG_DFL)
      Signals.removeTemporaryFilesOnTermination()
      var rejects = try OutputFile(FilePath("\(path)/rejects"))
      try rejects.write("half")
      try breakStandardOutput()
      var output = OutputFile.standardOutput()
      try output.write("data")
      try rejects.commit()
    }
    #expect(folder.names.isEmpty)
  }

  @Test func reportsABrokenPipeWhereItsSignalIsIgnored() async throws {
    await #expect(processExitsWith: .exitCode(3)) {
      _ = signal(SIGPIPE, SIG_IGN)
      Signals.removeTemporaryFilesOnTermination()
      try breakStandardOutput()
      var output = OutputFile.standardOutput()
      do throws(SystemError) { try output.write("data") } catch { exit(error.isBrokenPipe ? 3 : 4) }
    }
  }

  @Test func keepsIgnoringWhatItWasStartedToIgnore() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .exitCode(0)) { [path = path as String] in
      _ = signal(SIGHUP, SIG_IGN)
      Signals.removeTemporaryFilesOnTermination()
      var file = try OutputFile(FilePath("\(path)/out"))
      try file.write("new")
      kill(getpid(), SIGHUP)
      try file.commit()
      exit(0)
    }
    #expect(try folder.text("out") == "new")
  }

  @Test func doesNotTouchWhatWasCommitted() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGTERM)) { [path = path as String] in
      Signals.removeTemporaryFilesOnTermination()
      var file = try OutputFile(FilePath("\(path)/done"))
      try file.commit()
      receive(SIGTERM)
    }
    #expect(folder.names == ["done"])
  }

  @Test func removesPendingFilesOnExit() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .exitCode(2)) { [path = path as String] in
      var file = try OutputFile(FilePath("\(path)/out"))
      try file.write("half")
      CurrentProcess.exit(2)
    }
    #expect(folder.names.isEmpty)
  }

  @Test func diesOfASignalOnRequest() async {
    await #expect(processExitsWith: .signal(SIGPIPE)) {
      _ = signal(SIGPIPE, SIG_IGN)
      Signals.die(of: SIGPIPE)
    }
  }

  @Test func letsCrashesEndTheProcessInSilence() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let crashes = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGSYS, SIGQUIT]
      for number in crashes { _ = signal(number) { _ in } }
      _ = signal(SIGUSR1, SIG_IGN)
      Signals.restoreCrashDefaults()
      for number in crashes where signal(number, SIG_DFL) != nil { exit(1) }
      // Nothing else changes.
      exit(signal(SIGUSR1, SIG_DFL) == nil ? 1 : 0)
    }
  }

  @Test func diesOfASignalThatItsThreadBlocks() async {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      var all = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_BLOCK, &all, nil)
      Signals.die(of: SIGTERM)
    }
  }

  @Test func crashesWithTheSignalItself() async {
    await #expect(processExitsWith: .signal(SIGSEGV)) {
      Signals.restoreCrashDefaults()
      kill(getpid(), SIGSEGV)
      pause()
    }
  }
}

/// Replaces an existing file half-way, then gets the signal.
private func writeAndRaise(_ number: Int32, in folder: String) throws {
  // The runner may have been started with signals ignored.
  _ = signal(number, SIG_DFL)
  try Data("old".utf8).write(to: URL(fileURLWithPath: "\(folder)/out"))
  Signals.removeTemporaryFilesOnTermination()
  var file = try OutputFile(FilePath("\(folder)/out"))
  try file.write("new")
  guard try FileManager.default.contentsOfDirectory(atPath: folder).count == 2 else { exit(9) }
  receive(number)
  try file.commit()
}

/// Sends a signal to the process and waits for what comes of it. `raise` would not do: the test runs
/// on a worker thread, which takes no such signals.
private func receive(_ number: Int32) {
  kill(getpid(), number)
  pause()
}

private func breakStandardOutput() throws {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0, close(ends[0]) == 0, dup2(ends[1], 1) == 1 else { exit(8) }
}
