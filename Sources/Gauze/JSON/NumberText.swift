/// A number in its one spelling, that of ECMAScript and RFC 8785: digits, with a point if need be,
/// and an exponent only from 10^21 on and below 10^-6.
package struct NumberText: Sendable {
  /// The most digits before the point without an exponent.
  static let mostPlainDigits = 21
  /// The most zeros behind the point without an exponent.
  private static let mostPlainZeros = 6

  private var bytes = InlineArray<64, UInt8>(repeating: 0)
  package private(set) var count = 0

  /// Spells a number: at most 32 digits, a sign, a point with at most 21 zeros, an exponent.
  package init(_ number: JSONNumber) {
    if number.isNegative { append(ASCII.minus) }
    guard number.count > 0 else {
      append(ASCII.zero)
      return
    }
    let point = number.exponent
    if point > Self.mostPlainDigits || point <= -Self.mostPlainZeros {
      append(ASCII.zero + number.digits[0])
      if number.count > 1 { append(ASCII.dot) }
      for index in 1..<max(number.count, 1) { append(ASCII.zero + number.digits[index]) }
      append(ASCII.lowerE)
      append(point > 0 ? ASCII.plus : ASCII.minus)
      append(decimal: (point - 1).magnitude)
    } else if point <= 0 {
      append(ASCII.zero)
      append(ASCII.dot)
      for _ in 0..<(-point) { append(ASCII.zero) }
      for index in 0..<number.count { append(ASCII.zero + number.digits[index]) }
    } else {
      for index in 0..<max(point, number.count) {
        if index == point { append(ASCII.dot) }
        append(ASCII.zero + (index < number.count ? number.digits[index] : 0))
      }
    }
  }

  /// The spelling.
  package var span: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get { bytes.span.extracting(0..<count) }
  }

  private mutating func append(_ byte: UInt8) {
    guard count < 64 else { return }
    bytes[count] = byte
    count += 1
  }

  /// An exponent, at most seven digits.
  private mutating func append(decimal number: UInt) {
    var place: UInt = 1
    while number / place >= 10 { place *= 10 }
    while place > 0 {
      append(ASCII.zero + UInt8(truncatingIfNeeded: number / place % 10))
      place /= 10
    }
  }
}
