// Eight bytes at a time: a word's lowest byte is the first in memory, on every machine, so that the
// trailing zeros of a mask of high bits lead to the first byte that was hit.

extension Span where Element == UInt8 {
  /// The eight bytes from `position` on. The span checks its end, which callers prove beforehand.
  @inline(__always)
  package func word(at position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }
}

extension UInt64 {
  /// A word of eight times that byte.
  @inline(__always)
  package static func eachByte(_ byte: UInt8) -> UInt64 {
    0x0101_0101_0101_0101 &* UInt64(byte)
  }
}
