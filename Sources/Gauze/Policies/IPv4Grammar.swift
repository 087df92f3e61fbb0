/// Dotted quads: four decimal numbers to 255 (RFC 3986 §3.2.2, `IPv4address`), without leading zeros
/// unless all are filled with them.
enum IPv4Grammar {
  /// A quad: where it ends, and its number.
  struct Quad: Equatable {
    var end: Int
    var value: UInt32

    /// Whether it lies in a network that is nobody's in public: RFC 1918, 6598, 3927, and 127/8.
    var isPrivate: Bool {
      switch value >> 24 {
      case 10, 127: true
      case 100: value >> 22 == 0x191
      case 169: value >> 16 == 0xA9FE
      case 172: value >> 20 == 0xAC1
      case 192: value >> 16 == 0xC0A8
      default: false
      }
    }
  }

  /// The quad that begins at `start` and is not followed by another digit; its neighbours are the
  /// caller's business.
  static func quad(in text: borrowing EdgedText, at start: Int) -> Quad? {
    var position = start
    var value: UInt32 = 0
    let isPadded = isPadded(in: text, at: start)
    for part in 0..<4 {
      if part > 0 {
        guard text[position] == ASCII.dot else { return nil }
        position += 1
      }
      let end = text.digitsEnd(from: position, most: 4)
      guard end > position, end - position < 4,
        end - position == 1 || text[position] != ASCII.zero || isPadded
      else { return nil }
      var number: UInt32 = 0
      while position < end {
        number = number * 10 + UInt32(text[position] - ASCII.zero)
        position += 1
      }
      guard number < 256 else { return nil }
      value = value << 8 | number
    }
    return Quad(end: position, value: value)
  }

  /// Whether the numbers are filled with zeros to three digits, as tables write them
  /// (`010.000.000.005`); in a network of `192.168` the last two are enough (`192.168.001.10`).
  private static func isPadded(in text: borrowing EdgedText, at start: Int) -> Bool {
    if text.holds("192.168.", at: start) { return true }
    for part in 0..<4 {
      let position = start + 4 * part
      guard text[position].isDigit, text[position + 1].isDigit, text[position + 2].isDigit,
        part == 3 || text[position + 3] == ASCII.dot
      else { return false }
    }
    return true
  }

  /// The digits and dots that begin at `start`: how many numbers, and where they end. A dot belongs to
  /// them only before a digit.
  static func chain(in text: borrowing EdgedText, at start: Int) -> (parts: Int, end: Int) {
    var position = start
    var parts = 0
    while text[position].isDigit {
      parts += 1
      while text[position].isDigit { position += 1 }
      if text[position] == ASCII.dot, text[position + 1].isDigit { position += 1 }
    }
    return (parts, position)
  }
}
