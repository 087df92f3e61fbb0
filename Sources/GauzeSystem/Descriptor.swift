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
    try bytes.withUnsafeBufferPointer { memory throws(SystemError) in
      guard let start = memory.baseAddress else { return }
      var done = 0
      while done < memory.count {
        // `done < count`, so the pointer and the length stay in `memory`; the call only reads it.
        done += try awaiting(descriptor, POLLOUT, .write) {
          sysWrite(descriptor, start + done, memory.count - done)
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

private func sysClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
