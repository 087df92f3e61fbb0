/// The 32 bytes that SHA-256 or HMAC-SHA-256 gives, held as eight words in the order of FIPS 180-4.
package struct Digest: Sendable, Equatable {
  /// How many bytes a digest has.
  package static let byteCount = 32

  /// The words H0…H7; the first byte of the digest is the highest of `words[0]`.
  let words: InlineArray<8, UInt32>

  /// Whether two digests agree, found in a time that does not depend on where they differ, so that
  /// it may also compare authentication codes.
  package static func == (one: Digest, other: Digest) -> Bool {
    var difference: UInt32 = 0
    for index in 0..<8 { difference |= one.words[index] ^ other.words[index] }
    return difference == 0
  }

  /// The byte at `position`, which must be less than 32.
  package subscript(position: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: words[position >> 2] >> UInt32(24 - 8 * (position & 3)))
  }

  /// Writes the first `digits` hexadecimal digits in lower case: 64, or fewer for a fingerprint.
  package func appendHexadecimal(to output: inout ByteBuffer, digits: Int = 64) {
    precondition(digits >= 0 && digits <= 64)
    var text = InlineArray<64, UInt8>(repeating: ASCII.zero)
    var memory = text.mutableSpan
    var room = memory.mutableBytes
    for index in 0..<8 {
      room.storeBytes(
        of: Self.hexadecimal(words[index]).bigEndian,
        toByteOffset: index * 8,
        as: UInt64.self
      )
    }
    output.append(text.span.extracting(0..<digits))
  }

  /// Writes the 32 bytes themselves.
  package func appendBytes(to output: inout ByteBuffer) {
    for position in 0..<Self.byteCount { output.append(self[position]) }
  }

  /// Eight digits at once: the nibbles are spread to a byte each, then every byte above nine gets
  /// the distance from `:` to `a`. No byte passes 0x66, so nothing carries into its neighbour.
  private static func hexadecimal(_ word: UInt32) -> UInt64 {
    var spread = UInt64(word)
    spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFF
    spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF
    spread = (spread | spread << 4) & 0x0F0F_0F0F_0F0F_0F0F
    let letters = (spread &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    return spread &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
  }
}
