// Schoolbook arithmetic on the digits as they were written: what leaves of a number does not depend
// on how a machine keeps it, and 0.285 is rounded as people read it.
//
//     to two digits      12.50e3  →  digits 125, exponent 5  →  13, exponent 5      13000
//     to a multiple of 25   1137  →  1137 mod 25 = 12, 2 × 12 < 25  →  1137 - 12    1125

extension JSONNumber {
  /// The number to `length` significant digits, at least one: half goes away from zero.
  func rounded(toDigits length: Int) -> JSONNumber {
    guard count > length else { return self }
    var result = self
    result.shorten(to: length)
    if digits[length] >= 5 { result.increment() }
    result.trim()
    return result
  }

  /// The nearest multiple of `unit`, half away from zero; nil if the number is 10^21 or more, so that
  /// what is written has an end.
  func rounded(to unit: DecimalUnit) -> JSONNumber? {
    guard exponent <= NumberText.mostPlainDigits else { return nil }
    // The digits that stand above the unit's last place: 0.25 has its last place at 10^-2.
    let places = exponent - unit.exponent
    var rest: UInt64 = 0
    var index = 0
    while index < places {
      rest = (rest &* 10 &+ UInt64(index < count ? digits[index] : 0)) % unit.digits
      index += 1
    }
    // Below the last place only a half matters, and only if the rest is half a unit less a half.
    let isHalf = places >= 0 && places < count && digits[places] >= 5
    let isUp = rest &* 2 >= unit.digits || (rest &* 2 &+ 1 == unit.digits && isHalf)
    var result = self
    result.shorten(to: max(min(places, count), 0))
    guard places > 0 else { return isUp ? result.setting(unit) : .zero }
    guard result.widen(to: places) else { return nil }
    result.subtract(rest)
    if isUp { result.add(unit.digits) }
    result.trim()
    return result
  }

  /// One unit with this number's sign.
  private func setting(_ unit: DecimalUnit) -> JSONNumber {
    var result = unit.number
    result.isNegative = isNegative
    return result
  }

  private mutating func shorten(to length: Int) {
    while count > length {
      count -= 1
      digits[count] = 0
    }
  }

  /// Gives the digits zeros behind, so that the last stands at the unit's last place.
  private mutating func widen(to length: Int) -> Bool {
    guard length < Self.maximumLength else { return false }
    count = length
    return true
  }

  /// Adds one at the last digit.
  private mutating func increment() {
    var index = count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 { digits[index] += 1 } else { carry(1) }
  }

  /// Adds to the whole number that the digits are.
  private mutating func add(_ amount: UInt64) {
    var left = amount
    var index = count - 1
    while index >= 0, left > 0 {
      left += UInt64(digits[index])
      digits[index] = UInt8(truncatingIfNeeded: left % 10)
      left /= 10
      index -= 1
    }
    while left > 0, count < Self.maximumLength {
      carry(UInt8(truncatingIfNeeded: left % 10))
      left /= 10
    }
  }

  /// Takes from the whole number that the digits are an amount that it holds.
  private mutating func subtract(_ amount: UInt64) {
    var left = amount
    var borrow = false
    var index = count - 1
    while index >= 0, left > 0 || borrow {
      let taken = UInt8(truncatingIfNeeded: left % 10) + (borrow ? 1 : 0)
      borrow = digits[index] < taken
      digits[index] = digits[index] &+ (borrow ? 10 : 0) &- taken
      left /= 10
      index -= 1
    }
  }

  /// Sets a digit in front.
  private mutating func carry(_ digit: UInt8) {
    guard count < Self.maximumLength else { return }
    var index = count
    while index > 0 {
      digits[index] = digits[index - 1]
      index -= 1
    }
    digits[0] = digit
    count += 1
    exponent += 1
  }

  /// Restores the form of every number: no zero at either end.
  private mutating func trim() {
    while count > 0, digits[count - 1] == 0 { count -= 1 }
    var zeros = 0
    while zeros < count, digits[zeros] == 0 { zeros += 1 }
    if zeros > 0 {
      for index in zeros..<count { digits[index - zeros] = digits[index] }
      shorten(to: count - zeros)
      exponent -= zeros
    }
    guard count == 0 else { return }
    exponent = 0
    isNegative = false
  }
}

/// What a number can be rounded to the multiples of: at most nine digits, none of them below 10^-9.
package struct DecimalUnit: Sendable, Equatable {
  /// The unit as a whole number of its last places: 25 for 0.25.
  let digits: UInt64
  /// Its last place is 10^exponent.
  let exponent: Int
  package let number: JSONNumber

  /// The unit; nil if it is not above zero, too fine, too large or has too many digits.
  package init?(_ number: JSONNumber) {
    guard number.count > 0, number.count <= 9, !number.isNegative, number.exponent <= 18,
      number.exponent - number.count >= -9
    else { return nil }
    var digits: UInt64 = 0
    for index in 0..<number.count { digits = digits &* 10 &+ UInt64(number.digits[index]) }
    self.digits = digits
    exponent = number.exponent - number.count
    self.number = number
  }
}
