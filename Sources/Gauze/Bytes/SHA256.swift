/// The Secure Hash Algorithm with 256 bits (FIPS 180-4), in one piece or as bytes arrive.
///
/// It allocates nothing. A message of at most 55 bytes costs one block.
///
/// ```swift
/// SHA256.hash(message).appendHexadecimal(to: &output)
/// ```
package struct SHA256: Sendable {
  /// How many bytes the compression takes at a time.
  package static let blockSize = 64

  private var state: SHA256State
  private var pending = InlineArray<64, UInt8>(repeating: 0)
  /// How many bytes have come. FIPS 180-4 defines messages of less than 2^61 bytes, which at 10 GB/s
  /// take seven years: the sums below cannot pass the type's end.
  private var length: UInt64

  /// Begins an empty message.
  package init() { self.init(after: .initial, length: 0) }

  /// Goes on behind `length` bytes, whole blocks, that led to `state`.
  init(after state: SHA256State, length: UInt64) {
    self.state = state
    self.length = length
  }

  /// The digest of one whole message. Complexity: O(count), without copying it.
  package static func hash(_ message: Span<UInt8>) -> Digest {
    SHA256State.initial.finishing(message, after: 0)
  }

  /// Adds `bytes` to the message.
  package mutating func update(_ bytes: Span<UInt8>) {
    var position = 0
    var used = Int(length % 64)
    length &+= UInt64(bytes.count)
    if used > 0 {
      while used < Self.blockSize && position < bytes.count {
        pending[used] = bytes[position]
        used &+= 1
        position &+= 1
      }
      guard used == Self.blockSize else { return }
      state.compress(pending.span.bytes, from: 0, blocks: 1)
    }
    let blocks = (bytes.count - position) / Self.blockSize
    state.compress(bytes.bytes, from: position, blocks: blocks)
    position += blocks * Self.blockSize
    used = 0
    while position < bytes.count {
      pending[used] = bytes[position]
      used &+= 1
      position &+= 1
    }
  }

  /// The digest of all bytes so far; more may be added afterwards.
  package func finalize() -> Digest {
    let used = Int(length % 64)
    return state.finishing(pending.span.extracting(0..<used), after: length - UInt64(used))
  }
}
