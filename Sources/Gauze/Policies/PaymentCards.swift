/// Numbers of payment cards: ISO/IEC 7812-1, 13 to 19 digits, the last of which checks the others.
package enum PaymentCards {
  /// Digits as they stand in a text, with single blanks or hyphens between groups of them.
  struct Number {
    /// The byte after the last digit.
    var end: Int
    var digits = 0
    /// The first six digits.
    var prefix = 0
    var groups = 1
    /// The blank or hyphen that parts the groups, or 0.
    var sign: UInt8 = 0
    /// The sums with every second digit doubled, counted from either end of a pair.
    var even = 0
    var odd = 0
    /// Lengths of the groups, four bits each, the first highest.
    var shape: UInt64 = 0
  }

  /// The end of the number that begins at `start`, where a group of digits does; its left neighbour is
  /// the caller's business.
  static func end(in text: borrowing EdgedText, from start: Int) -> Int? {
    var number = Number(end: start)
    var found: Int?
    var group = 0
    var position = start
    while number.digits < 20 {
      let byte = text[position]
      if byte.isDigit {
        append(byte - ASCII.zero, to: &number)
        group += 1
        position += 1
        continue
      }
      number.end = position
      number.shape = number.shape << 4 | UInt64(group)
      if isCard(number), isClosed(in: text, at: position) { found = position }
      group = 0
      guard byte == ASCII.space || byte == ASCII.minus, text[position + 1].isDigit,
        number.sign == 0 || number.sign == byte, number.groups < 15
      else { return found }
      number.sign = byte
      number.groups += 1
      position += 1
    }
    return found
  }

  /// Whether all of `text`, digits alone, is the number of a card.
  package static func isCard(_ text: Span<UInt8>) -> Bool {
    end(in: EdgedText(text), from: 0) == text.count && text.allSatisfy { $0.isDigit }
  }

  private static func append(_ digit: UInt8, to number: inout Number) {
    let plain = Int(digit)
    let doubled = plain > 4 ? plain * 2 - 9 : plain * 2
    // Luhn's sums for a number that ends here: the last digit is plain in `odd`.
    (number.even, number.odd) = (number.odd + doubled, number.even + plain)
    number.digits += 1
    if number.digits <= 6 { number.prefix = number.prefix * 10 + plain }
  }

  private static func isCard(_ number: Number) -> Bool {
    guard number.digits >= 13, number.digits <= 19, number.odd % 10 == 0 else { return false }
    return isIssued(number.prefix, number.digits) && isGrouped(number)
  }

  /// Whether no digit, letter or fraction goes on after the number.
  private static func isClosed(in text: borrowing EdgedText, at end: Int) -> Bool {
    let next = text[end]
    if next.isAlphanumeric || next == ASCII.underscore { return false }
    return !(next == ASCII.dot && text[end + 1].isDigit)
  }

  /// Blanks also part columns of numbers: with them only the printed forms count (4-4-4-4 and what is
  /// left, 4-6-5, 4-6-4). Hyphens part at will.
  private static func isGrouped(_ number: Number) -> Bool {
    guard number.sign == ASCII.space else { return true }
    if number.shape == 0x465 || number.shape == 0x464 { return true }
    var shape = number.shape
    if shape & 15 < 5 { shape >>= 4 }
    while shape > 0 {
      guard shape & 15 == 4 else { return false }
      shape >>= 4
    }
    return true
  }

  /// The prefixes and lengths that issuers use.
  private static func isIssued(_ prefix: Int, _ digits: Int) -> Bool {
    switch prefix / 100 {
    case 4000...4999: digits == 13 || digits == 16 || digits == 19
    case 5100...5599, 2221...2720: digits == 16
    case 3400...3499, 3700...3799: digits == 15
    case 3000...3059, 3090...3099, 3600...3699, 3800...3999: digits == 14 || digits >= 16
    case 3528...3589, 6011, 6440...6599, 2200...2204: digits >= 16
    case 6200...6299, 6000...6010, 8100...8199, 8200...8299: digits >= 16
    case 5018, 5020, 5038, 5893, 6304, 6759, 6761...6763: true
    case 5080...5089, 9792: digits == 16
    default: false
    }
  }
}
