internal import Gauze
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the process was given, and what it used.
package enum CurrentProcess {
  /// The arguments as the system passed them, without the program's name. `CommandLine.arguments`
  /// would repair bytes that are not UTF-8 and so name other files.
  package static var arguments: [FilePath] {
    var arguments: [FilePath] = []
    // The system passes `argc` names, each ended by a zero, which stay for the process's life.
    for index in 0..<Int(CommandLine.argc) where index > 0 {
      guard let name = CommandLine.unsafeArgv[index] else { break }
      arguments.append(FilePath(bytes: bytes(of: name)))
    }
    return arguments
  }

  /// Ends the process with `status`. Values are not destroyed then, so temporary files go here.
  package static func exit(_ status: Int32) -> Never {
    PendingFiles.removeAll()
    sysExit(status)
  }

  /// Gives standard input, output and error a place if the process was started without (`>&-`), so
  /// that no file opened later takes one's number and receives what was meant for it. Reading from
  /// or writing to such a stand-in fails. To be called before any file is opened.
  package static func holdStandardDescriptors() {
    // The lowest free number is given out, so every gap is filled by what stands for it.
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// The most memory that was resident at once, in bytes. On Linux `getrusage` would count what the
  /// parent held before `exec`, so the system is asked for this program's own mark first.
  package static var peakMemory: Int {
    #if os(Linux)
      if let line = status("VmHWM:") {
        return line.filter(\.isDigit).reduce(0) { $0 * 10 + Int($1 - ASCII.zero) } * 1024
      }
    #endif
    var usage = rusage()
    #if canImport(Glibc)
      let result = getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      let result = getrusage(RUSAGE_SELF, &usage)
    #endif
    guard result == 0 else { return 0 }
    #if canImport(Darwin)
      return Int(usage.ru_maxrss)
    #else
      return Int(usage.ru_maxrss) * 1024
    #endif
  }

  /// How many processors may run this process, at least 1.
  package static var coreCount: Int {
    #if os(Linux)
      if let count = allowedProcessors { return min(count, quota ?? count) }
    #endif
    return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}

#if os(Linux)
  extension CurrentProcess {
    /// The set bits of `Cpus_allowed:`, as `00ff,ffffffff`; what a container was given, where
    /// `sysconf` tells what the machine has.
    private static var allowedProcessors: Int? {
      guard let line = status("Cpus_allowed:") else { return nil }
      let count = line.filter(\.isHexDigit).reduce(0) { $0 + $1.hexValue.nonzeroBitCount }
      return count > 0 ? count : nil
    }

    /// How many processors' time a container may use, rounded up; nil if it is not limited. The file says
    /// `max 100000` or microseconds in each so many (cgroup v2).
    private static var quota: Int? {
      var text = ByteBuffer()
      guard let file = try? InputFile(FilePath("/sys/fs/cgroup/cpu.max")),
        (try? file.readAll(into: &text, limit: 100)) != nil
      else { return nil }
      let numbers = String(decoding: text.bytes, as: UTF8.self)
        .split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Int($0) }
      guard numbers.count == 2, let time = numbers[0], let period = numbers[1], time > 0, period > 0
      else { return nil }
      return max(1, time / period + (time % period > 0 ? 1 : 0))
    }

    /// What stands behind `name` in `/proc/self/status` (proc(5)); nil if it cannot be read.
    private static func status(_ name: String) -> ArraySlice<UInt8>? {
      var status = ByteBuffer(capacity: 4096)
      guard let file = try? InputFile(FilePath("/proc/self/status")),
        (try? file.readAll(into: &status, limit: 65536)) != nil
      else { return nil }
      let name = Array(name.utf8)
      return status.bytes.split(separator: ASCII.lineFeed)
        .first { $0.starts(with: name) }?
        .dropFirst(name.count)
    }
  }
#endif

/// What the process was told by its environment.
package enum Environment {
  /// The value of `name`, or nil if there is none; bytes that are not UTF-8 read as U+FFFD.
  package static func value(of name: String) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value of `name` byte for byte, or nil if there is none.
  package static func bytes(of name: String) -> [UInt8]? {
    // Ended by a zero and valid until somebody sets a variable, which nothing here does; copied.
    guard let value = getenv(name) else { return nil }
    return GauzeSystem.bytes(of: value)
  }
}

/// Time that never goes backwards.
package enum MonotonicClock {
  /// Nanoseconds since some moment before the process began.
  package static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    // Both parts are positive; 2^64 nanoseconds are 584 years.
    return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
  }
}

/// A copy of the bytes before the zero that ends `name`.
private func bytes(of name: UnsafePointer<CChar>) -> [UInt8] {
  UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
}

private func sysExit(_ status: Int32) -> Never { exit(status) }
