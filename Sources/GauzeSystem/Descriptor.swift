internal import Gauze
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reading and writing open files, with what interrupts them taken care of.
enum Descriptor {
  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  /// Opens `path` so that child processes do not inherit it.
  static func open(_ path: FilePath, _ flags: Int32) throws(SystemError) -> Int32 {
    try path.withCString(.open) { name throws(SystemError) -> Int32 in
      try retrying(.open) { sysOpen(name, flags | O_CLOEXEC | O_NOCTTY, 0) }
    }
  }

  /// Creates `path`, which must not exist, for this user alone.
  static func create(_ path: FilePath) throws(SystemError) -> Int32 {
    try path.withCString(.create) { name throws(SystemError) -> Int32 in
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      return try retrying(.create) { sysOpen(name, flags, S_IRUSR | S_IWUSR) }
    }
  }

  /// Another number for what is open as `descriptor`, with the same place in it.
  static func duplicate(_ descriptor: Int32) throws(SystemError) -> Int32 {
    try retrying(.open) { fcntl(descriptor, F_DUPFD_CLOEXEC, 0) }
  }

  /// Opens `path`, which may exist, for this user and this process alone, to go on behind its first
  /// `length` bytes.
  static func openPart(_ path: FilePath, _ length: Int) throws(SystemError) -> Int32 {
    let descriptor = try path.withCString(.create) { name throws(SystemError) -> Int32 in
      let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY
      return try retrying(.create) { sysOpen(name, flags, S_IRUSR | S_IWUSR) }
    }
    do throws(SystemError) {
      // Freed by the system when the process ends, however it ends.
      if flock(descriptor, LOCK_EX | LOCK_NB) < 0 { throw SystemError(.create, code: EBUSY) }
      let status = try FileStatus.of(descriptor)
      guard status.isRegular else { throw SystemError(.create, code: EINVAL) }
      // Whoever held it may have renamed it a moment ago: then it is the target, and not to be touched.
      let named = try FileStatus.notFollowing(path)
      if named.map({ FileIdentity($0) }) != FileIdentity(status) {
        throw SystemError(.create, code: EBUSY)
      }
      // Somebody else's, or another name of something else, would be written to in its place.
      guard status.st_uid == geteuid(), status.st_nlink == 1 else {
        throw SystemError(.create, code: EPERM)
      }
      _ = try retrying(.create) { fchmod(descriptor, S_IRUSR | S_IWUSR) }
      if Int(status.st_size) < length { throw SystemError(.create, code: ENODATA) }
      _ = try retrying(.create) { ftruncate(descriptor, off_t(length)) }
      _ = try retrying(.seek) { lseek(descriptor, off_t(length), SEEK_SET) }
    } catch {
      try? close(descriptor)
      throw error
    }
    return descriptor
  }

  /// The two ends of a connection that no child inherits. Unlike a pipe's they are marked so from their
  /// first moment, where the system can: another thread may start a child at any time, and an end that
  /// a child keeps holds everyone up.
  static func connection() throws(SystemError) -> [Int32] {
    var ends: [Int32] = [-1, -1]
    // The call fills the two numbers.
    #if canImport(Darwin)
      _ = try retrying(.run) { socketpair(AF_UNIX, SOCK_STREAM, 0, &ends) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #else
      #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      #else
        let kind = SOCK_STREAM | SOCK_CLOEXEC
      #endif
      _ = try retrying(.run) { socketpair(AF_UNIX, kind, 0, &ends) }
    #endif
    return ends
  }

  /// Adds at most `limit` bytes to `buffer`; zero says that the end was reached.
  static func read(
    _ descriptor: Int32,
    into buffer: inout ByteBuffer,
    atMost limit: Int
  ) throws(SystemError) -> Int {
    var count = 0
    guard limit > 0 else { return 0 }
    try buffer.appendUninitialized(limit) { room throws(SystemError) -> Int in
      // The call writes into `room` alone, whose length bounds it, and keeps no pointer.
      count = try awaiting(descriptor, POLLIN, .read) {
        sysRead(descriptor, room.baseAddress, min(limit, room.count))
      }
      return count
    }
    return count
  }

  /// Writes all of `bytes`.
  static func write(_ descriptor: Int32, _ bytes: Span<UInt8>) throws(SystemError) {
    try handOver(bytes, to: descriptor, sysWrite)
  }

  /// Sends all of `bytes` into a socket, whose reader may go away without ending this process.
  static func send(_ descriptor: Int32, _ bytes: Span<UInt8>) throws(SystemError) {
    try handOver(bytes, to: descriptor, sysSend)
  }

  /// Gives `call` what is left of `bytes` until it has taken all.
  private static func handOver(
    _ bytes: Span<UInt8>,
    to descriptor: Int32,
    _ call: (Int32, UnsafeRawPointer, Int) -> Int
  ) throws(SystemError) {
    try bytes.withUnsafeBufferPointer { memory throws(SystemError) in
      guard let start = memory.baseAddress else { return }
      var done = 0
      while done < memory.count {
        // `done < count`, so the pointer and the length stay in `memory`; the call only reads it.
        done += try awaiting(descriptor, POLLOUT, .write) {
          call(descriptor, start + done, memory.count - done)
        }
      }
    }
  }

  /// Closes, once: after an interruption the descriptor is gone already (Linux) or may be.
  static func close(_ descriptor: Int32) throws(SystemError) {
    if sysClose(descriptor) < 0 && errno != EINTR { throw .last(.write) }
  }

  /// A descriptor that somebody else made non-blocking (a parent that shares the terminal, say) is
  /// waited for instead of taken as failed.
  private static func awaiting(
    _ descriptor: Int32,
    _ event: some BinaryInteger,
    _ operation: SystemError.Operation,
    _ call: () -> Int
  ) throws(SystemError) -> Int {
    while true {
      let count = call()
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var wanted = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        _ = poll(&wanted, 1, -1)
      default: throw .last(operation)
      }
    }
  }
}

// The C library's functions under names that do not collide with the ones above.

private func sysOpen(_ name: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(name, flags, mode)
}

private func sysRead(_ descriptor: Int32, _ room: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, room, count)
}

private func sysWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

private func sysSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  #if canImport(Darwin)
    send(descriptor, bytes, count, 0)
  #else
    send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
  #endif
}

private func sysClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
