/// A keyed authentication code over SHA-256 (RFC 2104), prepared for many short messages.
///
/// The key's two blocks are hashed once, when the key is given: a message of at most 55 bytes then
/// costs two blocks, one for itself and one for the outer hash. The key itself is not kept.
package struct HMACSHA256: Sendable {
  private let inner: SHA256State
  private let outer: SHA256State

  /// Prepares `key`, of any length; one longer than a block stands for its digest (RFC 2104 §2).
  package init(key: Span<UInt8>) {
    var block = InlineArray<64, UInt8>(repeating: 0)
    if key.count > SHA256.blockSize {
      let digest = SHA256.hash(key)
      for position in 0..<Digest.byteCount { block[position] = digest[position] }
    } else {
      for position in 0..<key.count { block[position] = key[position] }
    }
    inner = Self.state(after: block, masked: 0x36)
    outer = Self.state(after: block, masked: 0x5C)
  }

  /// The code of one whole message.
  package func authenticate(_ message: Span<UInt8>) -> Digest {
    finishing(inner.finishing(message, after: UInt64(SHA256.blockSize)))
  }

  /// Begins a message that comes in pieces.
  package func begin() -> Stream { Stream(code: self) }

  /// The outer hash over what the inner one gave: always one block, of eight words, the padding's
  /// set bit, and the length in bits of the outer key and those words.
  private func finishing(_ digest: Digest) -> Digest {
    var block = InlineArray<16, UInt32>(repeating: 0)
    for index in 0..<8 { block[index] = digest.words[index].bigEndian }
    block[8] = UInt32(0x8000_0000).bigEndian
    block[15] = UInt32((SHA256.blockSize + Digest.byteCount) * 8).bigEndian
    var state = outer
    state.compress(block.span.bytes, from: 0, blocks: 1)
    return Digest(words: state.words)
  }

  private static func state(
    after key: InlineArray<64, UInt8>,
    masked mask: UInt8
  ) -> SHA256State {
    var block = key
    for position in 0..<SHA256.blockSize { block[position] ^= mask }
    var state = SHA256State.initial
    state.compress(block.span.bytes, from: 0, blocks: 1)
    return state
  }

  /// One message under a key, taken in piece by piece.
  package struct Stream: Sendable {
    private let code: HMACSHA256
    private var message: SHA256

    fileprivate init(code: HMACSHA256) {
      self.code = code
      message = SHA256(after: code.inner, length: UInt64(SHA256.blockSize))
    }

    /// Adds `bytes` to the message.
    package mutating func update(_ bytes: Span<UInt8>) { message.update(bytes) }

    /// The code of all bytes so far; more may be added afterwards.
    package func finalize() -> Digest { code.finishing(message.finalize()) }
  }
}
