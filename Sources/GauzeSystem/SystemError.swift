#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A system call that failed: what was tried and the system's code, never a name or content.
package struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was tried.
  package enum Operation: String, Sendable {
    case open
    case read
    case write
    case seek
    case create = "create a temporary file"
    case replace = "replace the target"
    case run
    case gzip = "pass the data through gzip"
    case zstd = "pass the data through zstd"
    case xz = "pass the data through xz"
    case bzip2 = "pass the data through bzip2"

    /// Whether a program of the system was asked to do it.
    var isProgram: Bool {
      switch self {
      case .gzip, .zstd, .xz, .bzip2: true
      case .open, .read, .write, .seek, .create, .replace, .run: false
      }
    }
  }

  /// What was tried.
  package let operation: Operation
  /// The system's number, as in `errno`.
  package let code: Int32

  /// Names what was tried and how the system answered.
  package init(_ operation: Operation, code: Int32) {
    self.operation = operation
    self.code = code
  }

  /// What the calling thread's last failed call left in `errno`.
  static func last(_ operation: Operation) -> SystemError {
    SystemError(operation, code: errno)
  }

  /// Whether the reader of a pipe or socket went away.
  package var isBrokenPipe: Bool { code == EPIPE }

  /// Whether somebody else is at it.
  package var isBusy: Bool { code == EBUSY }

  /// Whether there is no such file or folder.
  package var isNotFound: Bool { code == ENOENT }

  /// The system's words for the code, as `No space left on device`.
  package var reason: String {
    if operation.isProgram, code == ENOENT { return "the program is not installed" }
    if operation.isProgram, code == EBADMSG {
      return "it failed, for the data is damaged or cut short, or there is no room"
    }
    // The text belongs to the C library, which keeps it for this thread until the next such call;
    // it is copied here.
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }

  /// One line for people; who prints it adds the file's name.
  package var description: String { "cannot \(operation.rawValue): \(reason)" }
}

/// Runs a call until no signal interrupts it; its result, or the error of `operation` if negative.
func retrying<Result: SignedInteger>(
  _ operation: SystemError.Operation,
  _ call: () -> Result
) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw .last(operation) }
  }
}
