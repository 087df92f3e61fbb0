internal import Gauze
internal import Synchronization
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// A compressed file never passes through memory whole, and no shell is asked:
//
//     app.jsonl.gz ─ stdin ▶ gzip -dc ─ socket ▶ this process            reading
//     this process ─ socket ▶ gzip -c ─ stdout ▶ .gauze-3f…9c          writing
//
// A child that we no longer wait for is ended; one whose parent dies reads its end of input, or dies of
// a broken pipe, and leaves.

/// One of the system's compression programs at work.
final class FilterProcess: Sendable {
  /// What it works for.
  let compression: Compression
  /// The child; 0 once it was waited for.
  private let child: Mutex<pid_t>

  private init(_ compression: Compression, _ child: pid_t) {
    self.compression = compression
    self.child = Mutex(child)
  }

  deinit {
    child.withLock { child in
      guard child > 0 else { return }
      // Not waited for yet, so the number is still its own.
      _ = kill(child, SIGKILL)
      var code: Int32 = 0
      while waitpid(child, &code, 0) < 0, errno == EINTR {}
    }
  }

  /// Starts to decompress what is open as `source`; returns the descriptor to read from, which is the
  /// caller's.
  static func decompressing(
    _ source: Int32,
    _ compression: Compression
  ) throws(SystemError) -> (FilterProcess, reader: Int32) {
    let ends = try Descriptor.connection()
    let filter = try start(compression, true, source, ends[1], ours: ends[0], theirs: ends[1])
    return (filter, ends[0])
  }

  /// Starts to compress into what is open as `target`; returns the descriptor to send to, which is the
  /// caller's. Not by a pipe: a program that fails must not end this one by `SIGPIPE`.
  static func compressing(
    into target: Int32,
    _ compression: Compression
  ) throws(SystemError) -> (FilterProcess, writer: Int32) {
    let ends = try Descriptor.connection()
    #if canImport(Darwin)
      var isOn: Int32 = 1
      setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
    #endif
    let filter = try start(compression, false, ends[1], target, ours: ends[0], theirs: ends[1])
    return (filter, ends[0])
  }

  private static func start(
    _ compression: Compression,
    _ isDecompressing: Bool,
    _ input: Int32,
    _ output: Int32,
    ours: Int32,
    theirs: Int32
  ) throws(SystemError) -> FilterProcess {
    do throws(SystemError) {
      let child = try ChildProcess.spawn(
        compression.program,
        compression.arguments(decompressing: isDecompressing),
        input: input,
        output: output,
        errors: nil
      )
      try? Descriptor.close(theirs)
      return FilterProcess(compression, child)
    } catch {
      try? Descriptor.close(theirs)
      try? Descriptor.close(ours)
      throw SystemError(compression.operation, code: error.code)
    }
  }

  /// Waits for the end of the program, which has read or written all; throws if it failed, each time.
  func finish() throws(SystemError) {
    let isDone = try child.withLock { child throws(SystemError) -> Bool in
      // Zero says that all is well, below zero that it is not.
      guard child > 0 else { return child == 0 }
      var code: Int32 = 0
      let number = child
      _ = try retrying(compression.operation) { waitpid(number, &code, 0) }
      child = code == 0 ? 0 : -1
      return code == 0
    }
    // The program said why on its own standard error, which may quote a name or data and is not shown.
    if !isDone { throw SystemError(compression.operation, code: EBADMSG) }
  }
}
