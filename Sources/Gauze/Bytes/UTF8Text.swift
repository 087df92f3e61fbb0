/// Reading UTF-8 as RFC 3629 defines it: strictly, by byte offsets, without a copy.
///
/// Ranges are given by the caller and must lie in the span. Complexity is linear in the range.
package enum UTF8Text {
  /// One Unicode scalar value and how many bytes spell it.
  package struct Scalar: Sendable, Equatable {
    /// The scalar's number, at most U+10FFFF and no surrogate.
    package let value: UInt32
    /// One to four.
    package let length: Int
  }

  /// Whether all of `bytes` is UTF-8.
  package static func isValid(_ bytes: Span<UInt8>) -> Bool {
    validEnd(bytes, in: 0..<bytes.count) == bytes.count
  }

  /// Where the UTF-8 that begins at `range`'s start ends: its end, or the first byte of a sequence
  /// that is overlong, cut off, out of place, a surrogate, or beyond U+10FFFF.
  package static func validEnd(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int {
    var position = range.lowerBound
    let end = range.upperBound
    while position < end {
      position = endOfASCII(bytes, in: position..<end)
      // Text that is not ASCII comes in runs: stay here while it lasts.
      while position < end && bytes[position] >= firstBeyondASCII {
        guard let scalar = scalar(bytes, at: position, end: end) else { return position }
        position &+= scalar.length
      }
    }
    return position
  }

  /// The scalar that begins at `position`, or nil if no well-formed one does before `end`.
  @inline(__always)
  package static func scalar(_ bytes: Span<UInt8>, at position: Int, end: Int) -> Scalar? {
    guard position >= 0 && position < end && end <= bytes.count else { return nil }
    let first = bytes[position]
    if first < firstBeyondASCII { return Scalar(value: UInt32(first), length: 1) }
    return longScalar(bytes, at: position, end: end)
  }

  /// How many scalars `range` holds, which must be UTF-8: the bytes that continue none.
  package static func scalarCount(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int {
    var position = range.lowerBound
    var count = 0
    while position &+ 8 <= range.upperBound {
      count &+= beginnings(bytes.word(at: position))
      position &+= 8
    }
    while position < range.upperBound {
      if !bytes[position].isContinuation { count &+= 1 }
      position &+= 1
    }
    return count
  }

  /// How many scalars all of `bytes` holds, which must be UTF-8.
  package static func scalarCount(_ bytes: Span<UInt8>) -> Int {
    scalarCount(bytes, in: 0..<bytes.count)
  }

  /// Where scalar number `index`, counted from 0 at `range`'s start, begins; `range`'s end if it
  /// holds no more than `index` scalars. Cutting there leaves `index` scalars at most.
  package static func offset(
    ofScalar index: Int,
    _ bytes: Span<UInt8>,
    in range: Range<Int>
  ) -> Int {
    var position = range.lowerBound
    var left = index
    guard left > 0 else { return position }
    while position &+ 8 <= range.upperBound {
      let here = beginnings(bytes.word(at: position))
      // With fewer left than begin here, the wanted scalar begins in this word.
      guard here <= left else { break }
      left &-= here
      position &+= 8
    }
    while position < range.upperBound {
      if !bytes[position].isContinuation {
        guard left > 0 else { return position }
        left &-= 1
      }
      position &+= 1
    }
    return position
  }

  /// The first byte of `range` that is not ASCII, or its end.
  package static func endOfASCII(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int {
    var position = range.lowerBound
    let end = range.upperBound
    while position &+ 32 <= end {
      let all =
        bytes.word(at: position) | bytes.word(at: position &+ 8)
        | bytes.word(at: position &+ 16) | bytes.word(at: position &+ 24)
      if all & .eachByte(0x80) != 0 { break }
      position &+= 32
    }
    while position &+ 8 <= end {
      let high = bytes.word(at: position) & .eachByte(0x80)
      if high != 0 { return position &+ (high.trailingZeroBitCount &>> 3) }
      position &+= 8
    }
    while position < end && bytes[position] < firstBeyondASCII { position &+= 1 }
    return position
  }

  private static let firstBeyondASCII: UInt8 = 0x80

  /// How many of a word's bytes begin a scalar: all but those of the form 10xxxxxx.
  @inline(__always)
  private static func beginnings(_ word: UInt64) -> Int {
    let continuations = (word &>> 7) & ~(word &>> 6) & .eachByte(1)
    // The product's top byte is the sum of all bytes, at most 8.
    return 8 &- Int(truncatingIfNeeded: (continuations &* .eachByte(1)) &>> 56)
  }

  /// The table of RFC 3629 §3, for two bytes and more; `position < end <= bytes.count` holds.
  private static func longScalar(_ bytes: Span<UInt8>, at position: Int, end: Int) -> Scalar? {
    let first = bytes[position]
    let left = end &- position
    switch first {
    case 0xC2...0xDF:
      guard left >= 2 else { return nil }
      let second = bytes[position &+ 1]
      guard second.isContinuation else { return nil }
      return Scalar(value: UInt32(first & 0x1F) &<< 6 | payload(second), length: 2)
    case 0xE0...0xEF:
      guard left >= 3 else { return nil }
      let (second, third) = (bytes[position &+ 1], bytes[position &+ 2])
      guard second.isContinuation && third.isContinuation else { return nil }
      let value = UInt32(first & 0x0F) &<< 12 | payload(second) &<< 6 | payload(third)
      // Less would be overlong, and 0xD800…0xDFFF are the surrogates.
      guard value >= 0x800 && value & 0xF800 != 0xD800 else { return nil }
      return Scalar(value: value, length: 3)
    case 0xF0...0xF4:
      guard left >= 4 else { return nil }
      let (second, third) = (bytes[position &+ 1], bytes[position &+ 2])
      let fourth = bytes[position &+ 3]
      guard second.isContinuation && third.isContinuation && fourth.isContinuation else {
        return nil
      }
      let high = UInt32(first & 0x07) &<< 18 | payload(second) &<< 12
      let value = high | payload(third) &<< 6 | payload(fourth)
      guard value >= 0x10000 && value <= 0x10FFFF else { return nil }
      return Scalar(value: value, length: 4)
    default:
      // 0x80…0xBF go on with nothing; 0xC0 and 0xC1 are overlong; 0xF5…0xFF are beyond U+10FFFF.
      return nil
    }
  }

  /// The six bits that a continuation adds.
  @inline(__always)
  private static func payload(_ byte: UInt8) -> UInt32 { UInt32(byte & 0x3F) }
}
