#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A name in the folder for temporary files that is free now and removed with the value, or by a
/// signal that ends the process. Whoever wants a file there makes it with `OutputFile`, for its user
/// alone.
package struct ScratchFile: ~Copyable, Sendable {
  /// Where the file is to be.
  package let path: FilePath
  private let pending: PendingFiles.Entry

  /// A name that ends in `suffix`.
  package init(_ suffix: String) throws(SystemError) {
    let set = Environment.bytes(of: "TMPDIR") ?? []
    let folder = set.isEmpty ? Array("/tmp".utf8) : set
    let number = String(UInt64.random(in: .min ... .max), radix: 16)
    path = FilePath(bytes: folder + Array("/.gauze-\(number)-\(suffix)".utf8))
    guard let entry = PendingFiles.add(path) else { throw SystemError(.create, code: EMFILE) }
    pending = entry
  }

  deinit {
    // What was never made needs no removing.
    _ = try? path.withCString(.replace) { name throws(SystemError) in unlink(name) }
    PendingFiles.forget(pending)
  }
}
