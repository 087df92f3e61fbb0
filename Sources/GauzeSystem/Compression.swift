internal import Gauze
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A way to compress files that one of the system's own programs knows.
package enum Compression: Sendable, CaseIterable {
  case gzip
  case zstd
  case xz
  case bzip2

  /// What the names of such files end in.
  package var suffix: StaticString {
    switch self {
    case .gzip: ".gz"
    case .zstd: ".zst"
    case .xz: ".xz"
    case .bzip2: ".bz2"
    }
  }

  /// The program, found as a shell would find it.
  package var program: String {
    switch self {
    case .gzip: "gzip"
    case .zstd: "zstd"
    case .xz: "xz"
    case .bzip2: "bzip2"
    }
  }

  /// What failed, if the program did.
  var operation: SystemError.Operation {
    switch self {
    case .gzip: .gzip
    case .zstd: .zstd
    case .xz: .xz
    case .bzip2: .bzip2
    }
  }

  /// The program's arguments: from standard input to standard output, in one thread, so that memory is
  /// bounded, and without the time, so that the same data gives the same file.
  func arguments(decompressing: Bool) -> [FilePath] {
    let words: [String] =
      switch self {
      case .gzip: decompressing ? ["-dc"] : ["-cn"]
      case .zstd: decompressing ? ["-dcq"] : ["-cq"]
      case .xz: decompressing ? ["-dc", "-T1"] : ["-c", "-T1"]
      case .bzip2: decompressing ? ["-dc"] : ["-c"]
      }
    return words.map { FilePath($0) }
  }

  /// How such files begin: RFC 1952 §2.3.1, RFC 8878 §3.1.1, the xz and the bzip2 file format.
  private var magic: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .bzip2: [0x42, 0x5A, 0x68]
    }
  }

  /// What the name of `path` tells.
  package init?(nameOf path: FilePath) {
    guard let found = Self.allCases.first(where: { path.hasSuffix($0.suffix) }) else { return nil }
    self = found
  }

  /// What the first bytes of the open file tell, or else its name. Moves nothing that reads on.
  init?(_ descriptor: Int32, named path: FilePath) {
    var head = [UInt8](repeating: 0, count: 6)
    // The call writes at most `head.count` bytes; what cannot be read from a place tells nothing.
    let count = pread(descriptor, &head, head.count, 0)
    let bytes = head.prefix(max(count, 0))
    let found = Self.allCases.first { bytes.starts(with: $0.magic) }
    guard let compression = found ?? Self(nameOf: path) else { return nil }
    self = compression
  }
}

extension FilePath {
  /// Whether the name ends in `suffix`.
  package func hasSuffix(_ suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    return bytes.count > length
      && bytes.span.extracting(bytes.count - length..<bytes.count).equals(suffix)
  }

  /// The name without what tells how the file is compressed.
  package var withoutCompression: FilePath {
    guard let compression = Compression(nameOf: self) else { return self }
    return FilePath(bytes: bytes.dropLast(compression.suffix.utf8CodeUnitCount))
  }
}
