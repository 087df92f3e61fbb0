#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file's name as the system knows it: bytes, which need not be UTF-8.
package struct FilePath: Sendable, Hashable {
  /// The name's bytes, without the zero that ends them in C.
  package let bytes: [UInt8]

  /// The name spelt by `text`.
  package init(_ text: String) { bytes = Array(text.utf8) }

  /// The name made of `bytes`.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The name for people; bytes that are not UTF-8 are shown as U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The folder that holds the file, ending in `/`, or nothing for the current one.
  var folder: [UInt8] {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return [] }
    return Array(bytes[...slash])
  }

  /// The file of this name in the folder that holds this one; an absolute name is itself.
  func sibling(_ name: [UInt8]) -> FilePath {
    name.first == UInt8(ascii: "/") ? FilePath(bytes: name) : FilePath(bytes: folder + name)
  }

  /// The open descriptor that the name means, as `/dev/stderr`, `/dev/fd/3` and `/proc/self/fd/3` do.
  package var descriptor: Int32? {
    switch text {
    case "/dev/stdin": return 0
    case "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default: break
    }
    let folders = ["/dev/fd/", "/proc/self/fd/", "/proc/thread-self/fd/", "/proc/\(getpid())/fd/"]
    for folder in folders where bytes.starts(with: folder.utf8) {
      let digits = bytes.dropFirst(folder.utf8.count)
      let areDigits = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return areDigits ? Int32(String(decoding: digits, as: UTF8.self)) : nil
    }
    return nil
  }

  /// Calls `body` with the name as C wants it. A zero inside would silently name another file.
  func withCString<Result>(
    _ operation: SystemError.Operation,
    _ body: (UnsafePointer<CChar>) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    guard !bytes.contains(0) else { throw SystemError(operation, code: EINVAL) }
    let name = bytes.map { CChar(bitPattern: $0) } + [0]
    return try name.withUnsafeBufferPointer { memory throws(SystemError) -> Result in
      // Not empty, as it holds at least the zero; valid while `body` runs, which does not keep it.
      guard let start = memory.baseAddress else { throw SystemError(operation, code: EINVAL) }
      return try body(start)
    }
  }
}

/// Which file it is, whatever its names: two names of one file have one identity.
package struct FileIdentity: Sendable, Hashable {
  private let device: UInt64
  private let node: UInt64

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// The file that `path` leads to, through links; nil if it leads nowhere.
  package init?(of path: FilePath) {
    // A name that leads nowhere and one that cannot be followed are alike no file's.
    guard let status = try? FileStatus.following(path) else { return nil }
    self.init(status)
  }
}

/// A place in the innermost folder around it that there is.
package struct FileDestination: Sendable, Hashable {
  let folder: FileIdentity
  /// The names from the place up to the folder.
  let parts: [[UInt8]]
}

/// Which file it is, how long and from when: what changes when somebody writes to it.
package struct FileStamp: Sendable, Equatable {
  /// The numbers, to be compared with those of another time.
  package let numbers: [UInt64]

  /// The file that `path` leads to; nil if it is none that has a length.
  package init?(of path: FilePath) {
    guard let status = try? FileStatus.following(path), status.isRegular else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    numbers = [
      UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino),
      UInt64(truncatingIfNeeded: status.st_size), UInt64(truncatingIfNeeded: time.tv_sec),
      UInt64(truncatingIfNeeded: time.tv_nsec),
    ]
  }
}

/// What the system says of a file.
enum FileStatus {
  /// The file that `path` leads to; nil if it leads to none.
  static func following(_ path: FilePath) throws(SystemError) -> stat? {
    try ifAny(path) { stat($0, &$1) }
  }

  /// The file or link called `path`, itself; nil if there is none.
  static func notFollowing(_ path: FilePath) throws(SystemError) -> stat? {
    try ifAny(path) { lstat($0, &$1) }
  }

  private static func ifAny(
    _ path: FilePath,
    _ call: (UnsafePointer<CChar>, inout stat) -> Int32
  ) throws(SystemError) -> stat? {
    try path.withCString(.open) { name throws(SystemError) -> stat? in
      var status = stat()
      if call(name, &status) == 0 { return status }
      guard errno == ENOENT else { throw .last(.open) }
      return nil
    }
  }

  /// The file that is open as `descriptor`.
  static func of(_ descriptor: Int32) throws(SystemError) -> stat {
    var status = stat()
    _ = try retrying(.open) { fstat(descriptor, &status) }
    return status
  }
}

extension stat {
  private var kind: mode_t { st_mode & S_IFMT }
  var isFolder: Bool { kind == S_IFDIR }
  var isRegular: Bool { kind == S_IFREG }
  var isLink: Bool { kind == S_IFLNK }
}
