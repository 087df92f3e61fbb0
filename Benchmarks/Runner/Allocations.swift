/// The process's heap allocations, in whatever library.
enum Allocations {
  /// Begins to count, once; false where there is no way to.
  static func beginCounting() -> Bool {
    #if os(Linux) && canImport(Glibc) && _pointerBitWidth(_64)
      // The callback's result 0 asks for the next object.
      _ = iterateObjects({ object, _, _ in redirect(object) }, nil)
      return true
    #else
      return false
    #endif
  }

  /// How many there have been since.
  static var total: Int { allocationCount }
}

/// Only the main thread runs here; a constant, so that no first use has to allocate it.
nonisolated(unsafe) private var allocationCount = 0

// How it counts. Every loaded object (this program, Swift's runtime, the C++ and C libraries) calls
// `malloc` through a slot of its own, which the dynamic linker fills in. These slots are filled anew
// with the functions below, which count and hand on to the same allocator by the names that glibc
// keeps for that; `free` stays glibc's and gets back what glibc gave. (Exporting a `malloc` of one's
// own is the shorter way, but the compiler reserves that name, and gold, with which Swift links by
// default, keeps it from the libraries, whose references carry a version.)
//
// The structures are those of elf(5) and dl_iterate_phdr(3) for 64 bits. All that is read and written
// lies in objects that the dynamic linker has mapped and relocated, and that are never unloaded.

#if os(Linux) && canImport(Glibc) && _pointerBitWidth(_64)
  internal import Glibc

  @_extern(c, "__libc_malloc")
  private func originalMalloc(_ size: Int) -> UnsafeMutableRawPointer?

  @_extern(c, "__libc_calloc")
  private func originalCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer?

  @_extern(c, "__libc_realloc")
  private func originalRealloc(
    _ memory: UnsafeMutableRawPointer?,
    _ size: Int
  ) -> UnsafeMutableRawPointer?

  @_extern(c, "__libc_memalign")
  private func originalMemalign(_ alignment: Int, _ size: Int) -> UnsafeMutableRawPointer?

  private typealias ObjectVisitor =
    @convention(c) (UnsafeRawPointer?, Int, UnsafeMutableRawPointer?) -> Int32

  @_extern(c, "dl_iterate_phdr")
  private func iterateObjects(_ visitor: ObjectVisitor, _ data: UnsafeMutableRawPointer?) -> Int32

  private let countedMalloc: @convention(c) (Int) -> UnsafeMutableRawPointer? = {
    allocationCount &+= 1
    return originalMalloc($0)
  }

  private let countedCalloc: @convention(c) (Int, Int) -> UnsafeMutableRawPointer? = {
    allocationCount &+= 1
    return originalCalloc($0, $1)
  }

  private let countedRealloc:
    @convention(c) (UnsafeMutableRawPointer?, Int) -> UnsafeMutableRawPointer? = {
      allocationCount &+= 1
      return originalRealloc($0, $1)
    }

  private let countedAlignedAlloc: @convention(c) (Int, Int) -> UnsafeMutableRawPointer? = {
    allocationCount &+= 1
    return originalMemalign($0, $1)
  }

  private let countedPosixMemalign:
    @convention(c) (UnsafeMutablePointer<UnsafeMutableRawPointer?>?, Int, Int) -> Int32 = {
      allocationCount &+= 1
      guard let memory = originalMemalign($1, $2) else { return ENOMEM }
      $0?.pointee = memory
      return 0
    }

  private func replacement(of name: UnsafePointer<CChar>) -> UnsafeRawPointer? {
    switch String(cString: name) {
    case "malloc": unsafeBitCast(countedMalloc, to: UnsafeRawPointer.self)
    case "calloc": unsafeBitCast(countedCalloc, to: UnsafeRawPointer.self)
    case "realloc": unsafeBitCast(countedRealloc, to: UnsafeRawPointer.self)
    case "aligned_alloc", "memalign": unsafeBitCast(countedAlignedAlloc, to: UnsafeRawPointer.self)
    case "posix_memalign": unsafeBitCast(countedPosixMemalign, to: UnsafeRawPointer.self)
    default: nil
    }
  }

  /// Redirects one object: finds its dynamic section among its program headers.
  private func redirect(_ object: UnsafeRawPointer?) -> Int32 {
    guard let object, let headers = object.load(fromByteOffset: 16, as: UnsafeRawPointer?.self)
    else { return 0 }
    let base = object.load(as: UInt.self)
    let count = Int(object.load(fromByteOffset: 24, as: UInt16.self))
    for index in 0..<count {
      let header = headers + index * 56
      let isDynamic = header.load(as: UInt32.self) == 2
      let address = header.load(fromByteOffset: 16, as: UInt.self)
      if isDynamic, let section = UnsafeRawPointer(bitPattern: base &+ address) {
        redirect(section, base)
      }
    }
    return 0
  }

  private func redirect(_ section: UnsafeRawPointer, _ base: UInt) {
    // DT_PLTRELSZ 2, DT_STRTAB 5, DT_SYMTAB 6, DT_RELA 7, DT_RELASZ 8, DT_JMPREL 23.
    var values = InlineArray<24, UInt>(repeating: 0)
    var entry = section
    while case let tag = entry.load(as: Int.self), tag != 0 {
      if tag > 0, tag < values.count { values[tag] = entry.load(fromByteOffset: 8, as: UInt.self) }
      entry += 16
    }
    // The kernel's own object is not relocated and refers to nothing.
    guard values[5] >= base, let names = UnsafeRawPointer(bitPattern: values[5]),
      let symbols = UnsafeRawPointer(bitPattern: values[6])
    else { return }
    for (table, size) in [(values[7], values[8]), (values[23], values[2])] {
      guard let table = UnsafeRawPointer(bitPattern: table) else { continue }
      for offset in stride(from: 0, to: Int(size), by: 24) {
        let symbol = Int(table.load(fromByteOffset: offset + 8, as: UInt.self) >> 32)
        guard symbol > 0 else { continue }
        let name = names + Int(symbols.load(fromByteOffset: symbol * 24, as: UInt32.self))
        guard let function = replacement(of: name.assumingMemoryBound(to: CChar.self)),
          let slot = UnsafeMutableRawPointer(
            bitPattern: base &+ table.load(fromByteOffset: offset, as: UInt.self)
          )
        else { continue }
        write(function, to: slot)
      }
    }
  }

  private func write(_ function: UnsafeRawPointer, to slot: UnsafeMutableRawPointer) {
    let size = UInt(sysconf(Int32(_SC_PAGESIZE)))
    let page = UnsafeMutableRawPointer(bitPattern: UInt(bitPattern: slot) & ~(size - 1))
    // The dynamic linker made the page read-only when it had filled it in.
    guard mprotect(page, Int(size), PROT_READ | PROT_WRITE) == 0 else { return }
    slot.storeBytes(of: function, as: UnsafeRawPointer.self)
  }
#endif
