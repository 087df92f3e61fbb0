internal import Gauze
// `environ` is a variable of C that nothing here changes while a child is started.
#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Another program, run to its end, and what it wrote.
package struct ChildProcess: Sendable {
  /// Its exit status; nil if a signal ended it.
  package let status: Int32?
  /// What it wrote to standard output, all of it.
  package let output: [UInt8]
  /// What it wrote to standard error, as far as that is kept.
  package let errors: [UInt8]

  /// How much of standard error is kept.
  private static let mostErrors = 65_536

  /// Runs `program`, found as a shell would find it, with `arguments`, nothing on standard input, and the
  /// environment of this process. Throws `EFBIG`, after ending the child, if it writes more than `limit`
  /// bytes, and `ENOENT` if there is no such program.
  package init(
    _ program: String,
    _ arguments: [FilePath],
    limit: Int
  ) throws(SystemError) {
    var output = try Pipe()
    var errors = try Pipe()
    let child = try Self.spawn(
      program,
      arguments,
      input: nil,
      output: output.writer,
      errors: errors.writer
    )
    output.closeWriter()
    errors.closeWriter()
    var texts = (output: ByteBuffer(), errors: ByteBuffer())
    var failure: SystemError?
    do throws(SystemError) {
      try Self.drain(output, errors, into: &texts, limit: limit)
    } catch {
      failure = error
      // It would wait for ever for somebody to read. It is ours and not waited for yet, so the number
      // is still its own.
      _ = kill(child, SIGKILL)
    }
    var code: Int32 = 0
    _ = try retrying(.run) { waitpid(child, &code, 0) }
    if let failure { throw failure }
    // As `WIFEXITED` and `WEXITSTATUS` have it, which are macros.
    status = code & 0x7F == 0 ? (code >> 8) & 0xFF : nil
    self.output = texts.output.bytes
    self.errors = texts.errors.bytes
  }

  /// Reads both until both have ended, so that neither can fill up and hold the child.
  private static func drain(
    _ output: borrowing Pipe,
    _ errors: borrowing Pipe,
    into texts: inout (output: ByteBuffer, errors: ByteBuffer),
    limit: Int
  ) throws(SystemError) {
    var wanted = [
      pollfd(fd: output.reader, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors.reader, events: Int16(POLLIN), revents: 0),
    ]
    var rest = ByteBuffer()
    while wanted.contains(where: { $0.fd >= 0 }) {
      // The call reads and writes the two entries alone.
      _ = try retrying(.read) { poll(&wanted, 2, -1) }
      if wanted[0].fd >= 0, wanted[0].revents != 0 {
        let left = limit - texts.output.count
        let count = try Descriptor.read(output.reader, into: &texts.output, atMost: step(left))
        guard count <= left else { throw SystemError(.read, code: EFBIG) }
        // A negative descriptor is passed over.
        if count == 0 { wanted[0].fd = -1 }
      }
      if wanted[1].fd >= 0, wanted[1].revents != 0 {
        let left = mostErrors - texts.errors.count
        let count: Int
        if left > 0 {
          count = try Descriptor.read(errors.reader, into: &texts.errors, atMost: left)
        } else {
          rest.removeAll()
          count = try Descriptor.read(errors.reader, into: &rest, atMost: mostErrors)
        }
        if count == 0 { wanted[1].fd = -1 }
      }
    }
  }

  /// One byte more than allowed tells what ends at the limit from what goes beyond it.
  private static func step(_ left: Int) -> Int { min(left, 262_143) + 1 }

  // MARK: - Starting

  /// Starts `program` with these descriptors as its standard ones; none is the null device.
  static func spawn(
    _ program: String,
    _ arguments: [FilePath],
    input: Int32?,
    output: Int32,
    errors: Int32?
  ) throws(SystemError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    try check(posix_spawn_file_actions_init(&actions))
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The copies are inherited; the pipes themselves are closed on exec.
    if let input {
      try check(posix_spawn_file_actions_adddup2(&actions, input, 0))
    } else {
      try check(posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0))
    }
    try check(posix_spawn_file_actions_adddup2(&actions, output, 1))
    if let errors {
      try check(posix_spawn_file_actions_adddup2(&actions, errors, 2))
    } else {
      try check(posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0))
    }
    try check(posix_spawnattr_init(&attributes))
    defer { posix_spawnattr_destroy(&attributes) }
    // What this process ignores or blocks is its own affair.
    var none = sigset_t()
    sigemptyset(&none)
    try check(posix_spawnattr_setsigmask(&attributes, &none))
    var standard = sigset_t()
    sigemptyset(&standard)
    for number in [SIGPIPE, SIGXFSZ] { sigaddset(&standard, number) }
    try check(posix_spawnattr_setsigdefault(&attributes, &standard))
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    try check(posix_spawnattr_setflags(&attributes, Int16(flags)))
    guard !arguments.contains(where: { $0.bytes.contains(0) }) else {
      throw SystemError(.run, code: EINVAL)
    }
    // Copies, each ended by a zero, and the list by nil; freed when the call, which keeps none, is over.
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(program)]
    for argument in arguments {
      words.append(
        (argument.bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer {
          $0.baseAddress.flatMap { strdup($0) }
        }
      )
    }
    defer { for word in words { free(word) } }
    guard words.allSatisfy({ $0 != nil }) else { throw SystemError(.run, code: ENOMEM) }
    words.append(nil)
    var child: pid_t = 0
    try check(posix_spawnp(&child, program, &actions, &attributes, words, environ))
    return child
  }

  /// These calls answer with the code itself.
  private static func check(_ code: Int32) throws(SystemError) {
    if code != 0 { throw SystemError(.run, code: code) }
  }
}

/// A pipe whose ends no other child inherits.
private struct Pipe: ~Copyable {
  let reader: Int32
  /// Negative once closed.
  private(set) var writer: Int32

  init() throws(SystemError) {
    let ends = try Descriptor.connection()
    (reader, writer) = (ends[0], ends[1])
  }

  /// The end of what is read comes only when nobody can write any more.
  mutating func closeWriter() {
    if writer >= 0 { try? Descriptor.close(writer) }
    writer = -1
  }

  deinit {
    try? Descriptor.close(reader)
    if writer >= 0 { try? Descriptor.close(writer) }
  }
}
