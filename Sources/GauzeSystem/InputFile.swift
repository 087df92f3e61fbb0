package import Gauze
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file, pipe or device that is read from its beginning; closed when the value goes.
package struct InputFile: ~Copyable, Sendable {
  private let descriptor: Int32
  /// Whether it was opened here, and is read by nobody else.
  package let isOwned: Bool
  /// What decompresses the file, if it is compressed.
  private let filter: FilterProcess?

  /// Opens `path`. A folder is refused with `EISDIR` here rather than at the first read. A named
  /// pipe waits for its writer.
  package init(_ path: FilePath) throws(SystemError) {
    let descriptor = try Descriptor.open(path, O_RDONLY)
    do throws(SystemError) {
      if try FileStatus.of(descriptor).isFolder { throw SystemError(.open, code: EISDIR) }
    } catch {
      try? Descriptor.close(descriptor)
      throw error
    }
    self.init(descriptor, isOwned: true)
  }

  /// Opens `path`, and if its first bytes or its name say that it is compressed, reads what it stands for
  /// through the system's own program. That it is damaged is told at its end, by the last read; one of no
  /// bytes is empty.
  package init(decompressing path: FilePath) throws(SystemError) {
    let file = try InputFile(path)
    // A file of no bytes stands for none, as when a rotation was cut short before the first.
    guard file.size != 0, let compression = Compression(file.descriptor, named: path) else {
      self = file
      return
    }
    let (filter, reader) = try FilterProcess.decompressing(file.descriptor, compression)
    self.init(reader, isOwned: true, filter)
  }

  private init(_ descriptor: Int32, isOwned: Bool, _ filter: FilterProcess? = nil) {
    self.descriptor = descriptor
    self.isOwned = isOwned
    self.filter = filter
  }

  deinit {
    // Nothing was written, so there is nothing that closing could lose.
    if isOwned { try? Descriptor.close(descriptor) }
  }

  /// Standard input, which stays open.
  package static func standardInput() -> InputFile {
    InputFile(Descriptor.standardInput, isOwned: false)
  }

  /// Adds at most `limit` bytes to `buffer` and says how many; zero at the end. A pipe gives what it
  /// has.
  package func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(SystemError) -> Int {
    let count = try Descriptor.read(descriptor, into: &buffer, atMost: limit)
    if count == 0, limit > 0 { try filter?.finish() }
    return count
  }

  /// Adds all that is left, unless it is more than `limit` bytes: then throws `EFBIG`.
  package func readAll(into buffer: inout ByteBuffer, limit: Int) throws(SystemError) {
    var left = limit
    while true {
      // One byte more than allowed tells a file at the limit from one beyond it.
      let count = try read(into: &buffer, atMost: min(left, Self.step - 1) + 1)
      if count == 0 { return }
      guard count <= left else { throw SystemError(.read, code: EFBIG) }
      left -= count
    }
  }

  /// Goes on reading `offset` bytes from the file's beginning; a pipe throws `ESPIPE`.
  package func seek(to offset: Int) throws(SystemError) {
    _ = try retrying(.seek) { lseek(descriptor, off_t(offset), SEEK_SET) }
  }

  /// Whether the file is decompressed.
  package var isDecompressed: Bool { filter != nil }

  /// How long the file is; nil for what has no length, as a pipe or a terminal.
  package var size: Int? {
    guard let status = try? FileStatus.of(descriptor), status.isRegular else { return nil }
    return Int(status.st_size)
  }

  /// Whether it is a terminal.
  package var isTerminal: Bool { Terminal.isTerminal(descriptor) }

  /// Which file it is; nil if the system does not say.
  package var identity: FileIdentity? {
    guard let status = try? FileStatus.of(descriptor) else { return nil }
    return FileIdentity(status)
  }

  /// Whether `path` leads to this very file, under whatever name.
  package func isSameFile(as path: FilePath) -> Bool {
    guard let other = FileIdentity(of: path) else { return false }
    return identity == other
  }

  /// How much one read asks for at most: larger ones were not faster.
  private static let step = 256 * 1024
}
