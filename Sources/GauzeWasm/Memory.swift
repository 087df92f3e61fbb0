// The C library's memory functions, for a module that has no C library. Only there: elsewhere these
// names would replace the system's.
//
// A block's size is one of 108 classes: each multiple of 16 up to 128 bytes, then four to a
// doubling (160, 192, 224, 256, 320 …), so that at most a fifth of a large block is idle. A freed
// block goes to its class's list and is handed out again from there; what no list has is cut from
// the end of memory, which grows by pages. Blocks are neither split nor joined. So memory is
// bounded by the sum of each class's own highest use, however long a page stays open.
//
//     block   [ start | class | . . ][ payload . . . . . . . . . . ]
//             ^ start, 16-aligned    ^ what the caller has; 16 bytes after the header's start
//     freed   [ next  | . . . . . . . . . . . . . . . . . . . . . . ]
//
// A larger alignment than 16 moves header and payload into the block; `start` finds the way back.

#if arch(wasm32)

  /// Grows memory by so many pages. Gives the former number, or -1 if the host refuses.
  @_silgen_name("llvm.wasm.memory.grow.i32")
  private func growMemory(_ memory: Int32, _ pages: Int32) -> Int32

  private let headerSize: UInt = 16
  private let pageSize: UInt = 65_536
  private let classCount = 108

  /// The state of the heap. Global because the functions that C names have no other place for it;
  /// unsafe is right because an instance of the module runs on one thread.
  nonisolated(unsafe) private var heap = Heap()

  private struct Heap {
    /// The first free block of each class, or 0.
    var free = InlineArray<108, UInt>(repeating: 0)
    /// The memory that was never handed out.
    var frontier: UInt = 0
    var end: UInt = 0

    /// A payload of `size` bytes, or 0. `alignment` is a power of two.
    mutating func allocate(_ size: UInt, alignment: UInt) -> UInt {
      // Below these bounds no sum here overflows 32 bits.
      guard size <= 1 << 31, alignment <= 1 << 20 else { return 0 }
      let slack = alignment > headerSize ? alignment : 0
      let number = Self.sizeClass(of: size + headerSize + slack)
      let start = take(number)
      guard start != 0 else { return 0 }
      let payload = (start + headerSize + slack) & ~(max(alignment, headerSize) - 1)
      Self.store(start, at: payload - headerSize)
      Self.store(UInt(number), at: payload - headerSize + 4)
      return payload
    }

    /// Takes back a payload that `allocate` gave.
    mutating func release(_ payload: UInt) {
      let start = Self.load(payload - headerSize)
      let number = Int(bitPattern: Self.load(payload - headerSize + 4))
      guard number >= 0, number < classCount else { return }
      Self.store(free[number], at: start)
      free[number] = start
    }

    private mutating func take(_ number: Int) -> UInt {
      let first = free[number]
      if first != 0 {
        free[number] = Self.load(first)
        return first
      }
      let size = Self.size(ofClass: number)
      if end - frontier < size, !grow(size) { return 0 }
      let start = frontier
      frontier += size
      return start
    }

    /// Adds pages for at least `size` bytes, next to the last ones if the host added none between.
    private mutating func grow(_ size: UInt) -> Bool {
      let pages = (size + pageSize - 1) / pageSize
      let former = growMemory(0, Int32(truncatingIfNeeded: pages))
      guard former >= 0 else { return false }
      let added = UInt(bitPattern: Int(former)) * pageSize
      if added != end { frontier = added }
      // The build allows 65,535 pages, so that the end is below 2^32.
      end = added + pages * pageSize
      return true
    }

    /// The class of blocks that hold `size` bytes.
    private static func sizeClass(of size: UInt) -> Int {
      let last = Int(bitPattern: (size + 15) / 16 - 1)
      guard last >= 8 else { return last }
      let exponent = Int.bitWidth - 1 - last.leadingZeroBitCount
      return 8 + (exponent - 3) * 4 + (last >> (exponent - 2)) - 4
    }

    private static func size(ofClass number: Int) -> UInt {
      guard number >= 8 else { return UInt(bitPattern: number + 1) * 16 }
      let step = number - 8
      return UInt(bitPattern: (step % 4 + 5) << (step / 4 + 1)) * 16
    }

    // Addresses are those of blocks, which lie in memory that `grow` added.

    private static func load(_ address: UInt) -> UInt {
      UnsafePointer<UInt>(bitPattern: address)?.pointee ?? 0
    }

    private static func store(_ word: UInt, at address: UInt) {
      UnsafeMutablePointer<UInt>(bitPattern: address)?.pointee = word
    }
  }

  /// The C library's function: 0, or 12 (`ENOMEM`) without memory.
  @c(posix_memalign)
  public func posix_memalign(
    _ result: UnsafeMutablePointer<UnsafeMutableRawPointer?>,
    _ alignment: Int,
    _ size: Int
  ) -> Int32 {
    let payload = heap.allocate(UInt(bitPattern: size), alignment: UInt(bitPattern: alignment))
    result.pointee = UnsafeMutableRawPointer(bitPattern: payload)
    return payload == 0 ? 12 : 0
  }

  /// The C library's `free`. The compiler keeps that name to itself, so the build has the linker
  /// send its calls here.
  @c(__wrap_free)
  public func wrapFree(_ payload: UnsafeMutableRawPointer?) {
    guard let payload else { return }
    heap.release(UInt(bitPattern: payload))
  }

#endif
