internal import Synchronization
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The temporary files that must not outlive the process, in a form that a signal handler can read:
/// a few words, each zero or the address of a file's name.
///
/// A handler may run at any instruction of any thread, so words are only ever exchanged whole, and
/// a name, once listed, keeps its memory for the life of the process: a handler on another thread
/// may have read its address just before it was taken off the list. A run has a handful of outputs,
/// a name some hundred bytes.
enum PendingFiles {
  /// A place in the list.
  struct Entry: Sendable {
    fileprivate let index: Int
  }

  private static let capacity = 16
  private static let places = InlineArray<16, Atomic<UInt>> { _ in Atomic(0) }
  /// All names ever listed, so that tools that look for leaks see that they are kept on purpose.
  private static let kept = Mutex<[UInt]>([])

  /// Lists `path`, or returns nil if the list is full.
  static func add(_ path: FilePath) -> Entry? {
    // Allocated and filled before it is seen by anyone, and never changed or freed afterwards.
    let name = UnsafeMutablePointer<CChar>.allocate(capacity: path.bytes.count + 1)
    for (index, byte) in path.bytes.enumerated() {
      (name + index).initialize(to: CChar(bitPattern: byte))
    }
    (name + path.bytes.count).initialize(to: 0)
    for index in 0..<capacity {
      let (exchanged, _) = places[index].compareExchange(
        expected: 0,
        desired: UInt(bitPattern: name),
        ordering: .acquiringAndReleasing
      )
      guard exchanged else { continue }
      kept.withLock { $0.append(UInt(bitPattern: name)) }
      return Entry(index: index)
    }
    name.deallocate()
    return nil
  }

  /// Takes a file off the list: it is gone, or has become the target.
  static func forget(_ entry: Entry) {
    places[entry.index].store(0, ordering: .releasing)
  }

  /// Removes the listed files. Safe in a signal handler: it loads words and calls `unlink` alone,
  /// and takes no lock, provided that it ran once before, when the runtime may set itself up.
  static func removeAll() {
    var index = 0
    while index < capacity {
      let address = places[index].load(ordering: .acquiring)
      // An address is that of a zero-ended name which `add` made and nobody frees.
      if let name = UnsafePointer<CChar>(bitPattern: address) { _ = unlink(name) }
      index &+= 1
    }
  }
}
