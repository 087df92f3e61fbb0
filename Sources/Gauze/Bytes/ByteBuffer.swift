// The layout: `storage` is kept at its full length and `count` says how much of it is in use, so
// that a writer may one day store ahead of its cursor and then move the cursor by what was real:
//
//     storage  [ { " a " : 1 } \n | . . . . . . . . . ]
//                                 ^ count             ^ storage.count
//
// Nothing is freed between events: `removeAll` moves the cursor only.

/// Bytes that grow at their end and keep their room when emptied, so that no event allocates.
public struct ByteBuffer: Sendable {
  private var storage: [UInt8]

  /// How many bytes are in use.
  public private(set) var count = 0

  /// Makes an empty buffer with room for `capacity` bytes.
  public init(capacity: Int = 256) {
    storage = [UInt8](repeating: 0, count: max(capacity, 16))
  }

  private init(storage: [UInt8]) { self.storage = storage }

  /// A buffer without room, which costs no allocation: what stands in the place of one that is lent out.
  package static var lent: ByteBuffer { ByteBuffer(storage: []) }

  /// How many bytes there is room for.
  package var capacity: Int { storage.count }

  /// Whether no byte is in use.
  public var isEmpty: Bool { count == 0 }

  /// The bytes in use.
  public var span: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get { storage.span.extracting(0..<count) }
  }

  /// A copy of the bytes in use. Complexity: O(count).
  public var bytes: [UInt8] { Array(storage[0..<count]) }

  /// The byte at `position`, which must be less than `count`.
  public subscript(position: Int) -> UInt8 {
    precondition(position < count)
    return storage[position]
  }

  /// Forgets all bytes and keeps the room.
  public mutating func removeAll() { count = 0 }

  /// Forgets the bytes from `length` on; `length` must not exceed `count`.
  public mutating func truncate(to length: Int) {
    precondition(length >= 0 && length <= count)
    count = length
  }

  /// Forgets the first `length` bytes and moves the rest to the front. Complexity: O(count).
  public mutating func removeFirst(_ length: Int) {
    precondition(length >= 0 && length <= count)
    guard length > 0 else { return }
    let rest = count - length
    storage.withUnsafeMutableBufferPointer { memory in
      // Both ranges lie in `memory`: `length + rest == count <= memory.count`.
      guard let base = memory.baseAddress else { return }
      base.update(from: base + length, count: rest)
    }
    count = rest
  }

  /// Adds one byte.
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    if count == storage.count { grow(by: 1) }
    storage[count] = byte
    count &+= 1
  }

  /// Adds the bytes of `source`.
  public mutating func append(_ source: Span<UInt8>) {
    let length = source.count
    reserve(length)
    let start = count
    storage.withUnsafeMutableBufferPointer { memory in
      source.withUnsafeBufferPointer { bytes in
        // `reserve` made sure that `start + length <= memory.count`.
        guard let from = bytes.baseAddress, let base = memory.baseAddress else { return }
        (base + start).update(from: from, count: length)
      }
    }
    count = start &+ length
  }

  /// Adds the bytes of `source`.
  public mutating func append(_ source: [UInt8]) { append(source.span) }

  /// Adds the UTF-8 of a literal.
  public mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes in
      for byte in bytes { append(byte) }
    }
  }

  /// Adds a whole number in decimal digits.
  public mutating func append(decimal number: Int) { append(decimal: Int64(number)) }

  /// The same for 64 bits, which some machines' whole numbers do not have.
  package mutating func append(decimal number: Int64) {
    if number < 0 { append(ASCII.minus) }
    var rest = number.magnitude
    let start = count
    repeat {
      append(ASCII.zero + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var low = start
    var high = count - 1
    while low < high {
      storage.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  /// Makes room for at least `length` further bytes.
  public mutating func reserve(_ length: Int) {
    if storage.count - count < length { grow(by: length) }
  }

  /// Calls `fill` with the spare room, of at least `length` bytes, and keeps as many of its first
  /// bytes as `fill` says that it wrote (never more than there is room).
  public mutating func appendUninitialized<Failure: Error>(
    _ length: Int,
    _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) {
    reserve(length)
    let start = count
    let written = try storage.withUnsafeMutableBufferPointer { memory throws(Failure) -> Int in
      // The room ends where `memory` ends, so `fill` cannot be given bytes that are not ours.
      let room = UnsafeMutableBufferPointer(rebasing: memory[start...])
      return min(max(try fill(UnsafeMutableRawBufferPointer(room)), 0), room.count)
    }
    count = start + written
  }

  @inline(never)
  private mutating func grow(by length: Int) {
    let wanted = max(count + length, storage.count * 2)
    storage.append(contentsOf: repeatElement(0, count: wanted - storage.count))
  }
}
