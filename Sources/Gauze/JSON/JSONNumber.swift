// A number is compared as it is written, never as a floating point: 2^53+1 is itself, 1e400 is more
// than any bound, and nothing depends on how a machine rounds.
//
//     -12.50e3   →   negative, digits "125", exponent 5     (0.125 × 10^5)

/// An exact decimal: what a JSON number of at most 32 bytes stands for.
package struct JSONNumber: Sendable, Comparable {
  /// How many bytes a number may take.
  package static let maximumLength = 32

  /// Beyond any exponent that could matter; larger ones are held to it.
  private static let exponentLimit = 1_000_000

  var digits = InlineArray<32, UInt8>(repeating: 0)
  /// How many digits there are, without zeros at either end; none for zero.
  var count = 0
  /// The value is 0.d1d2d3… × 10^exponent.
  var exponent = 0
  var isNegative = false

  /// Reads a number that the scanner has accepted; nil if it is longer than 32 bytes.
  package init?(_ text: Span<UInt8>) {
    guard text.count <= Self.maximumLength else { return nil }
    var position = 0
    var hasPoint = false
    if text[0] == ASCII.minus {
      isNegative = true
      position = 1
    }
    while position < text.count, text[position] | 0x20 != ASCII.lowerE {
      let byte = text[position]
      position &+= 1
      if byte == ASCII.dot {
        hasPoint = true
        continue
      }
      if count == 0 && byte == ASCII.zero {
        if hasPoint { exponent &-= 1 }
        continue
      }
      digits[count] = byte &- ASCII.zero
      count &+= 1
      if !hasPoint { exponent &+= 1 }
    }
    if position < text.count { exponent += Self.exponent(text, from: position + 1) }
    while count > 0, digits[count - 1] == 0 { count &-= 1 }
    if count == 0 {
      exponent = 0
      isNegative = false
    }
  }

  /// A whole number.
  package init(_ number: Int64) {
    isNegative = number < 0
    var rest = number.magnitude
    var length = 0
    var probe = rest
    while probe > 0 {
      probe /= 10
      length += 1
    }
    exponent = length
    count = length
    while length > 0 {
      length -= 1
      digits[length] = UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    while count > 0, digits[count - 1] == 0 { count -= 1 }
  }

  private static func exponent(_ text: Span<UInt8>, from position: Int) -> Int {
    var position = position
    let isNegative = text[position] == ASCII.minus
    if isNegative || text[position] == ASCII.plus { position += 1 }
    var value = 0
    while position < text.count {
      value = min(value * 10 + Int(text[position] &- ASCII.zero), exponentLimit)
      position += 1
    }
    return isNegative ? -value : value
  }

  /// Nothing.
  static let zero = JSONNumber(0)

  /// Whether it has no fraction, as JSON Schema's `integer` has it: `1.0` and `1e3` are whole.
  package var isInteger: Bool { exponent >= count }

  /// The whole number that it is; nil if it has a fraction or 64 bits cannot hold it.
  package var int64: Int64? {
    // The largest of 64 bits has 19 digits. Below zero there is room for one more than above.
    guard isInteger, exponent <= 19 else { return nil }
    var value: Int64 = 0
    for index in 0..<max(exponent, 0) {
      // So held, ten times the value fits: a product that tells of overflow asks WebAssembly for a
      // function of 128 bits.
      guard value >= Int64.min / 10 else { return nil }
      let digit = index < count ? Int64(digits[index]) : 0
      let (rest, isBeyond) = (value &* 10).subtractingReportingOverflow(digit)
      if isBeyond { return nil }
      value = rest
    }
    if isNegative { return value }
    let (magnitude, isBeyond) = Int64(0).subtractingReportingOverflow(value)
    return isBeyond ? nil : magnitude
  }

  package static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    left.isNegative == right.isNegative && left.order(right) == 0
  }

  package static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let order = left.order(right)
    return left.isNegative ? order > 0 : order < 0
  }

  /// The order of the magnitudes: below zero if ours is the smaller.
  private func order(_ other: JSONNumber) -> Int {
    if count == 0 || other.count == 0 { return count - other.count }
    if exponent != other.exponent { return exponent - other.exponent }
    for index in 0..<min(count, other.count) where digits[index] != other.digits[index] {
      return Int(digits[index]) - Int(other.digits[index])
    }
    return count - other.count
  }
}
