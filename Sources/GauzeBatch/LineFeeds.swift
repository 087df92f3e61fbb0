internal import Gauze

/// Searches and counts line feeds, sixteen or eight bytes at a time.
enum LineFeeds {
  /// The first line feed at `start` or behind it. Passes over sixteen bytes at a time while none is a
  /// line feed, then finds it in eight: a byte of the difference is zero where the line feed is, and
  /// the lowest high bit of the result is exact, the borrow running upwards only.
  static func first(in bytes: Span<UInt8>, from start: Int) -> Int? {
    let wanted = SIMD16(repeating: ASCII.lineFeed)
    var position = start
    // The loads end at `position + 16 <= count` or `position + 8 <= count`, which the span checks
    // as well.
    while position &+ 16 <= bytes.count {
      let some = bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: position,
        as: SIMD16<UInt8>.self
      )
      if any(some .== wanted) { break }
      position &+= 16
    }
    let ones: UInt64 = 0x0101_0101_0101_0101
    while position &+ 8 <= bytes.count {
      let word = UInt64(
        littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      )
      let difference = word ^ (ones &* UInt64(ASCII.lineFeed))
      let hits = (difference &- ones) & ~difference & (ones &* 0x80)
      if hits != 0 { return position &+ (hits.trailingZeroBitCount &>> 3) }
      position &+= 8
    }
    while position < bytes.count {
      if bytes[position] == ASCII.lineFeed { return position }
      position &+= 1
    }
    return nil
  }

  /// The last line feed of `bytes` that lies at `start` or behind it. Complexity: O(what follows it).
  static func last(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = bytes.count
    while position > start {
      position &-= 1
      if bytes[position] == ASCII.lineFeed { return position }
    }
    return nil
  }

  /// How many of the first `end` bytes are line feeds.
  static func count(in bytes: Span<UInt8>, upTo end: Int) -> Int {
    let wanted = SIMD16(repeating: ASCII.lineFeed)
    let one = SIMD16<UInt8>(repeating: 1)
    var total = 0
    var position = 0
    while position &+ 16 <= end {
      // A lane counts to 255 at most before the lanes are added up.
      let stop = min(end &- 16, position &+ 254 &* 16)
      var counts = SIMD16<UInt8>.zero
      while position <= stop {
        // The load ends at `position + 16 <= end`, which the span checks as well.
        let some = bytes.bytes.unsafeLoadUnaligned(
          fromByteOffset: position,
          as: SIMD16<UInt8>.self
        )
        counts.replace(with: counts &+ one, where: some .== wanted)
        position &+= 16
      }
      total &+= Int(SIMD16<UInt16>(truncatingIfNeeded: counts).wrappedSum())
    }
    while position < end {
      if bytes[position] == ASCII.lineFeed { total &+= 1 }
      position &+= 1
    }
    return total
  }
}
