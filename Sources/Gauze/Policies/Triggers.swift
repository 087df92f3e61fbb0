/// Which detectors a text can concern at all, from one scan over its bytes: a detector looks only at a
/// text that holds a byte without which it finds nothing, and encodings are undone only where one is.
package struct Triggers: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A separator, a home, a variable, a drive's colon, or an encoded separator.
  package static let path = Triggers(rawValue: 1)
  /// An at sign, encoded or full-width.
  package static let email = Triggers(rawValue: 2)
  /// A digit, or what parts an identifier that has none.
  package static let number = Triggers(rawValue: 4)
  /// A letter, a digit, or what parts an address that has none.
  package static let word = Triggers(rawValue: 8)
  /// Any text but an empty one.
  package static let any = Triggers(rawValue: 16)
  /// A backslash, an ampersand or a byte beyond ASCII: an encoding other than percent signs.
  package static let escape = Triggers(rawValue: 32)
  /// A percent sign.
  package static let percent = Triggers(rawValue: 64)

  /// What the bytes of `text` call for. Complexity: O(n).
  package init(of text: Span<UInt8>) {
    var found: UInt8 = text.isEmpty ? 0 : Self.any.rawValue
    // Held here: a global is asked for anew at each look-up.
    let table = Self.table
    // To the end, for hardly a text calls for all before it.
    for index in text.indices { found |= table[Int(text[index])] }
    rawValue = found
  }

  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in UInt8.min...UInt8.max where byte.isAlphanumeric || byte >= 0x80 {
      table[Int(byte)] |= word.rawValue
    }
    for byte in ASCII.zero...ASCII.nine { table[Int(byte)] |= number.rawValue }
    for byte in [ASCII.minus, ASCII.colon] { table[Int(byte)] |= number.rawValue | word.rawValue }
    for byte in [
      ASCII.slash, ASCII.backslash, ASCII.colon, ASCII.percent, ASCII.tilde, ASCII.dollar,
    ] {
      table[Int(byte)] |= path.rawValue
    }
    for byte in UInt8.min...UInt8.max
    where byte >= 0x80 || byte == ASCII.backslash || byte == ASCII.ampersand || byte == ASCII.escape
    {
      table[Int(byte)] |= escape.rawValue
    }
    table[Int(ASCII.percent)] |= percent.rawValue
    for byte in [ASCII.at, ASCII.percent, 0xEF] { table[Int(byte)] |= email.rawValue }
    return table
  }()
}
