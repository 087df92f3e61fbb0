#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder and the files in it, at any depth.
package struct Folder: Sendable {
  /// A file in it.
  package struct Entry: Sendable, Equatable {
    /// Where it is.
    package let path: FilePath
    /// Its name from the folder on, as `2026/app.jsonl`.
    package let name: FilePath
  }

  /// Its regular files, ordered by their names' bytes, a folder's files where its name stands.
  package private(set) var files: [Entry] = []
  /// How many things it has besides: links, which are not followed, pipes, devices.
  package private(set) var othersCount = 0
  /// The folders at any depth, itself not among them.
  package private(set) var folders: Set<FileIdentity> = []

  /// Lists what is in `path`.
  package init(_ path: FilePath) throws(SystemError) {
    var waiting = [Entry(path: path, name: FilePath(""))]
    while let next = waiting.popLast() {
      guard let status = try FileStatus.notFollowing(next.path) else { continue }
      let isRoot = next.name.bytes.isEmpty
      if isRoot || status.isFolder {
        if !isRoot { folders.insert(FileIdentity(status)) }
        // The last is taken first.
        for name in try Self.names(in: next.path).sorted(by: { $1.lexicographicallyPrecedes($0) }) {
          waiting.append(Entry(path: next.path.appending(name), name: next.name.appending(name)))
        }
      } else if status.isRegular {
        files.append(next)
      } else {
        othersCount += 1
      }
    }
  }

  /// The names in one folder, in no order. What this program makes for a moment is none of them.
  private static func names(in path: FilePath) throws(SystemError) -> [[UInt8]] {
    try path.withCString(.open) { name throws(SystemError) -> [[UInt8]] in
      guard let stream = opendir(name) else { throw .last(.open) }
      defer { closedir(stream) }
      var names: [[UInt8]] = []
      while true {
        errno = 0
        guard let entry = readdir(stream) else {
          if errno != 0 { throw .last(.read) }
          return names
        }
        // Its name is ended by a zero and stays until the next call; copied here.
        let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { memory in
          Array(memory.prefix(while: { $0 != 0 }))
        }
        if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
        if bytes.starts(with: OutputFile.temporaryPrefix) { continue }
        names.append(bytes)
      }
    }
  }

  /// Makes the folder that holds `path`, and those around it, for this user alone, where there are none.
  package static func makeParents(of path: FilePath) throws(SystemError) {
    var index = path.bytes.startIndex
    while let slash = path.bytes[index...].firstIndex(of: FilePath.slash) {
      index = slash + 1
      if slash == 0 { continue }
      try FilePath(bytes: Array(path.bytes[..<slash])).withCString(.create) {
        name throws(SystemError) in
        if mkdir(name, 0o700) < 0 && errno != EEXIST && errno != EISDIR { throw .last(.create) }
      }
    }
  }
}

extension FilePath {
  static let slash = UInt8(ascii: "/")

  /// Whether it leads to a folder.
  package var isFolder: Bool { (try? FileStatus.following(self))?.isFolder == true }

  /// How many bytes the file has that it leads to; nil if it is none that has a length.
  package var size: Int? {
    guard let status = try? FileStatus.following(self), status.isRegular else { return nil }
    return Int(status.st_size)
  }

  /// Whether it can only be a folder's name.
  package var endsInSlash: Bool { bytes.last == Self.slash }

  /// What stands behind the last slash.
  package var lastPart: [UInt8] {
    Array(bytes[((bytes.lastIndex(of: Self.slash) ?? -1) + 1)...])
  }

  /// The file of that name in this folder; nothing is the folder where the name begins.
  package func appending(_ name: [UInt8]) -> FilePath {
    FilePath(bytes: bytes.isEmpty || endsInSlash ? bytes + name : bytes + [Self.slash] + name)
  }
}
