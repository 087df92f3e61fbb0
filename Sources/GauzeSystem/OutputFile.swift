internal import Gauze
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// A run either replaces its target whole or leaves it as it was:
//
//     out.jsonl -> data/out.jsonl      a link is followed, its target's folder is written to
//     data/.gauze-3f…9c                created for this user alone, listed as pending, written
//     data/out.jsonl                   replaced by it, in one step, on `commit`
//
// What is not a regular file (/dev/null, a named pipe, a terminal) cannot be replaced and is written
// through, as a shell's `>` would. So is what names an open descriptor (/dev/stderr, /dev/fd/3): a file
// behind it belongs to whoever opened it, and is gone on with where they are.

/// Where a run's data goes: standard output, a device or pipe, or a file that appears only complete.
package struct OutputFile: ~Copyable, Sendable {
  private enum Kind {
    case standard
    case writtenThrough
    case replacement
    /// A replacement that stays, incomplete as it is, if it is not committed.
    case part
  }

  /// What opening finds or makes.
  private struct Place {
    let kind: Kind
    let target: FilePath
    var temporary: FilePath
    var pending: PendingFiles.Entry?
    /// Negative once closed.
    var descriptor: Int32
    /// What compresses into the file, and where it takes the data; negative once closed.
    var filter: FilterProcess?
    var filterInput: Int32 = -1

    init(_ kind: Kind, _ descriptor: Int32, target: FilePath) {
      self.kind = kind
      self.target = target
      temporary = target
      self.descriptor = descriptor
    }
  }

  /// How the names of files begin that are not complete yet.
  static let temporaryPrefix = Array(".gauze-".utf8)

  private var place: Place

  private init(_ place: Place) { self.place = place }

  /// Begins to write what `path` is to hold. Nothing of that name changes before `commit`, unless it
  /// is a device or a pipe. A file that exists keeps its permissions if it is this user's, and must
  /// be writable, as it would have to be for `>`; a new one gets mode 0600. Other names (hard links)
  /// of the old file keep the old content.
  package init(_ path: FilePath) throws(SystemError) {
    let place =
      if path == FilePath("/dev/stdout") { Self.standard } else { try Self.opening(path) }
    self.init(place)
  }

  /// Begins to write what `path` is to hold, compressed as its name says by the system's own program.
  package init(compressing path: FilePath) throws(SystemError) {
    guard let compression = Compression(nameOf: path) else {
      try self.init(path)
      return
    }
    var place = try Self.opening(path)
    do throws(SystemError) {
      (place.filter, place.filterInput) = try FilterProcess.compressing(
        into: place.descriptor,
        compression
      )
    } catch {
      Self.letGo(place)
      throw error
    }
    self.init(place)
  }

  deinit {
    Self.letGo(place)
  }

  /// Gives up what was never promised to anybody.
  private static func letGo(_ place: Place) {
    if place.filterInput >= 0 { try? Descriptor.close(place.filterInput) }
    guard place.descriptor >= 0, place.kind != .standard else { return }
    try? Descriptor.close(place.descriptor)
    if let pending = place.pending {
      remove(place.temporary)
      PendingFiles.forget(pending)
    }
  }

  /// Begins to write what `path` is to hold, or goes on behind the first `length` bytes of what an earlier
  /// run left of it, which are kept if this one ends early too. `path` must be a file that can be replaced,
  /// or none yet. Throws `EBUSY` if another run is at it, `ENODATA` if less was left, `EPERM` if what was
  /// left is another user's or has other names.
  package init(part path: FilePath, from length: Int) throws(SystemError) {
    if let status = try FileStatus.following(path), !status.isRegular {
      throw SystemError(.replace, code: EINVAL)
    }
    if try Self.openDescriptor(path) != nil { throw SystemError(.replace, code: EINVAL) }
    let target = try Self.resolved(path)
    var place = Place(
      .part,
      try Descriptor.openPart(Self.companion(of: target, "part"), length),
      target: target
    )
    place.temporary = Self.companion(of: target, "part")
    if let status = try? FileStatus.following(target), status.st_uid == geteuid() {
      _ = fchmod(place.descriptor, status.st_mode & 0o777)
    }
    self.init(place)
  }

  /// Where a run notes how far it has come with `path`: beside the file that it leads to.
  package static func checkpoint(of path: FilePath) throws(SystemError) -> FilePath {
    companion(of: try resolved(path), "checkpoint")
  }

  /// How much an earlier run left of what `path` is to hold; nil if nothing.
  package static func sizeOfPart(of path: FilePath) -> Int? {
    (try? resolved(path)).flatMap { companion(of: $0, "part").size }
  }

  /// Forgets how far a run has come.
  package static func removeCheckpoint(_ path: FilePath) {
    remove(path)
    remove(companion(of: path, "part"))
  }

  private static func companion(of target: FilePath, _ kind: String) -> FilePath {
    target.sibling(temporaryPrefix + Array("\(kind)-".utf8) + target.lastPart)
  }

  /// Waits until the disk has what was written so far.
  package mutating func synchronize() throws(SystemError) {
    let descriptor = place.descriptor
    guard place.kind == .part || place.kind == .replacement else { return }
    _ = try retrying(.write) { fsync(descriptor) }
  }

  /// Standard output, which stays open.
  package static func standardOutput() -> OutputFile {
    OutputFile(standard)
  }

  private static var standard: Place {
    Place(.standard, Descriptor.standardOutput, target: FilePath("/dev/stdout"))
  }

  /// Whether what is written is seen at once, so that `commit` cannot hold it back.
  package var isWrittenThrough: Bool { place.kind == .standard || place.kind == .writtenThrough }

  /// Whether it is a terminal.
  package var isTerminal: Bool { Terminal.isTerminal(place.descriptor) }

  /// Writes all of `bytes`, or throws: `ENOSPC` when the disk is full, `EPIPE` when the reader has
  /// gone and the process does not die of it.
  package mutating func write(_ bytes: Span<UInt8>) throws(SystemError) {
    if place.filterInput >= 0 {
      try sendToFilter(bytes)
    } else {
      try Descriptor.write(place.descriptor, bytes)
    }
  }

  private func sendToFilter(_ bytes: Span<UInt8>) throws(SystemError) {
    do throws(SystemError) {
      try Descriptor.send(place.filterInput, bytes)
    } catch {
      // It went away before it was told that nothing more comes: it failed, and says so better.
      guard error.isBrokenPipe else { throw error }
      try place.filter?.finish()
      throw error
    }
  }

  /// Tells the program that nothing more comes, and waits until it has written all.
  private mutating func finishFilter() throws(SystemError) {
    guard let filter = place.filter, place.filterInput >= 0 else { return }
    let descriptor = place.filterInput
    place.filterInput = -1
    try Descriptor.close(descriptor)
    try filter.finish()
  }

  /// Gives up what was written, also what would outlive this run.
  package mutating func discard() {
    if place.kind == .part && place.descriptor >= 0 { Self.remove(place.temporary) }
  }

  /// Puts the complete file in its target's place. `isDurable` first waits until the disk has it,
  /// which takes its time; without, a power failure may leave the old file or an empty one.
  /// After an error the target is as it was.
  package mutating func commit(isDurable: Bool = false) throws(SystemError) {
    guard place.kind != .standard else { return }
    let descriptor = place.descriptor
    guard descriptor >= 0 else { throw SystemError(.write, code: EBADF) }
    let isReplacement = !isWrittenThrough
    try finishFilter()
    if place.kind == .part || isDurable && isReplacement {
      _ = try retrying(.write) { fsync(descriptor) }
    }
    place.descriptor = -1
    defer {
      if let pending = place.pending { PendingFiles.forget(pending) }
      place.pending = nil
    }
    do throws(SystemError) {
      if place.kind == .part {
        // Renamed while it is locked, so that no other run goes on with it; the disk has it already.
        try Self.rename(place.temporary, to: place.target)
        try? Descriptor.close(descriptor)
        return
      }
      // Some file systems tell only here that the disk was full.
      try Descriptor.close(descriptor)
      if isReplacement { try Self.rename(place.temporary, to: place.target) }
    } catch {
      if place.kind == .replacement { Self.remove(place.temporary) }
      throw error
    }
  }

  private static func opening(_ path: FilePath) throws(SystemError) -> Place {
    if let number = try openDescriptor(path) {
      return Place(.writtenThrough, try Descriptor.duplicate(number), target: path)
    }
    let status = try FileStatus.following(path)
    if let status {
      guard !status.isFolder else { throw SystemError(.open, code: EISDIR) }
      guard status.isRegular else {
        // By its own name: what /dev/fd/63 says that it links to is no name of a file.
        return Place(.writtenThrough, try Descriptor.open(path, O_WRONLY), target: path)
      }
      _ = try path.withCString(.open) { name throws(SystemError) -> Int32 in
        try retrying(.open) { faccessat(AT_FDCWD, name, W_OK, AT_EACCESS) }
      }
    }
    let target = try resolved(path)
    let place = try temporaryFile(besides: target)
    if let status, status.st_uid == geteuid() {
      // If this fails the file stays closed to others, which is the safe side.
      _ = fchmod(place.descriptor, status.st_mode & 0o777)
    }
    return place
  }

  /// Where `path` leads, be there a file or not yet: the same for all spellings of one place.
  package static func destination(of path: FilePath) -> FileDestination? {
    guard let target = try? resolved(path) else { return nil }
    var parts = target.bytes.split(separator: FilePath.slash).map { Array($0) }
    let isAbsolute = target.bytes.first == FilePath.slash
    var missing: [[UInt8]] = []
    while let part = parts.popLast() {
      if part == Array(".".utf8) { continue }
      missing.append(part)
      let around = Array(parts.joined(separator: [FilePath.slash]))
      let folder = isAbsolute ? [FilePath.slash] + around : around.isEmpty ? [0x2E] : around
      if let identity = FileIdentity(of: FilePath(bytes: folder)) {
        return FileDestination(folder: identity, parts: missing)
      }
    }
    return nil
  }

  /// The descriptor that `path` or a link on its way names; nil if it is a file's own name.
  private static func openDescriptor(_ path: FilePath) throws(SystemError) -> Int32? {
    var path = path
    // As many links as Linux follows.
    for _ in 0..<40 {
      if let number = path.descriptor { return number }
      guard let status = try FileStatus.notFollowing(path), status.isLink else { return nil }
      path = path.sibling(try destination(ofLink: path))
    }
    throw SystemError(.open, code: ELOOP)
  }

  /// Where `path` leads when its last part is a link, be there a file or not yet.
  private static func resolved(_ path: FilePath) throws(SystemError) -> FilePath {
    var path = path
    // As many links as Linux follows.
    for _ in 0..<40 {
      guard let status = try FileStatus.notFollowing(path), status.isLink else { return path }
      path = path.sibling(try destination(ofLink: path))
    }
    throw SystemError(.open, code: ELOOP)
  }

  private static func destination(ofLink path: FilePath) throws(SystemError) -> [UInt8] {
    try path.withCString(.open) { name throws(SystemError) -> [UInt8] in
      var room = [CChar](repeating: 0, count: Int(PATH_MAX))
      // The call writes at most `room.count` bytes and no final zero.
      let count = try retrying(.open) { readlink(name, &room, room.count) }
      guard count < room.count else { throw SystemError(.open, code: ENAMETOOLONG) }
      return room[0..<count].map { UInt8(bitPattern: $0) }
    }
  }

  /// A new file in the folder of `target`, so that it can take its place in one step.
  private static func temporaryFile(
    besides target: FilePath
  ) throws(SystemError) -> Place {
    var attempt = 0
    while true {
      let number = UInt64.random(in: .min ... .max)
      let name = target.sibling(temporaryPrefix + Array(String(number, radix: 16).utf8))
      // Listed before it exists, so that no signal finds it existing and not listed.
      guard let entry = PendingFiles.add(name) else {
        throw SystemError(.create, code: EMFILE)
      }
      do {
        var place = Place(.replacement, try Descriptor.create(name), target: target)
        place.temporary = name
        place.pending = entry
        return place
      } catch {
        PendingFiles.forget(entry)
        attempt += 1
        guard error.code == EEXIST && attempt < 8 else { throw error }
      }
    }
  }

  private static func rename(_ old: FilePath, to new: FilePath) throws(SystemError) {
    try old.withCString(.replace) { from throws(SystemError) in
      try new.withCString(.replace) { to throws(SystemError) in
        _ = try retrying(.replace) { sysRename(from, to) }
      }
    }
  }

  private static func remove(_ path: FilePath) {
    // Whoever comes here has an error to tell already, or nobody to tell it to.
    _ = try? path.withCString(.replace) { name throws(SystemError) in unlink(name) }
  }
}

private func sysRename(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  rename(old, new)
}
