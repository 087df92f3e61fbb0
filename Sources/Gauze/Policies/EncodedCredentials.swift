/// Base64 (RFC 4648 §4, §5) of an address or of `user:password`, which no name announces:
/// `amFuZUBhY21lLmV4YW1wbGU=` is `jane@acme.example`.
///
/// Of a word its first bytes are decoded, as long as they are printed ones of ASCII; of a word that is
/// none of Base64 the first or second byte is none already.
enum EncodedCredentials {
  /// The fewest digits that are looked at: nine bytes.
  static let least = 12

  /// The most bytes that are decoded.
  private static let most = 72

  /// Whether such a credential begins at `start`.
  static func stand(in text: Span<UInt8>, at start: Int) -> Bool {
    // The first byte is printed only behind one of these digits: most words end here.
    guard start + least <= text.count, let first = value(text[start]), 8..<32 ~= first else {
      return false
    }
    var bytes = InlineArray<72, UInt8>(repeating: 0)
    var (count, bits, held) = (0, 0, UInt32(0))
    var position = start
    while position < text.count, count < most, let digit = value(text[position]) {
      held = held << 6 | UInt32(digit)
      bits += 6
      if bits >= 8 {
        bits -= 8
        let byte = UInt8(truncatingIfNeeded: held >> UInt32(bits))
        guard ASCII.space...0x7E ~= byte else { return false }
        bytes[count] = byte
        count += 1
      }
      // Beyond 32 bits nothing is needed.
      held &= 0xFFFF
      position += 1
    }
    guard count >= 9 else { return false }
    return holdsAddress(bytes.span, count) || isUserinfo(bytes.span, count)
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case ASCII.upperA...ASCII.upperZ: byte - ASCII.upperA
    case ASCII.lowerA...ASCII.lowerZ: byte - ASCII.lowerA + 26
    case ASCII.zero...ASCII.nine: byte - ASCII.zero + 52
    case ASCII.plus, ASCII.minus: 62
    case ASCII.slash, ASCII.underscore: 63
    default: nil
    }
  }

  /// A name, `@`, and two labels.
  private static func holdsAddress(_ bytes: Span<UInt8>, _ count: Int) -> Bool {
    var position = 1
    while position + 3 < count {
      if bytes[position] == ASCII.at, bytes[position - 1].isAlphanumeric {
        var end = position + 1
        while end < count, bytes[end].isAlphanumeric || bytes[end] == ASCII.minus { end += 1 }
        if end > position + 1, end + 2 < count, bytes[end] == ASCII.dot, bytes[end + 1].isLetter,
          bytes[end + 2].isLetter
        {
          return true
        }
      }
      position += 1
    }
    return false
  }

  /// `user:password` and nothing else: a name of letters, and no blank behind the colon.
  private static func isUserinfo(_ bytes: Span<UInt8>, _ count: Int) -> Bool {
    var colon = 0
    while colon < count, isName(bytes[colon]) { colon += 1 }
    guard colon > 2, colon + 4 <= count, bytes[colon] == ASCII.colon, bytes[0].isLetter else {
      return false
    }
    for position in colon + 1..<count where bytes[position] <= ASCII.space { return false }
    return bytes[colon + 1] != ASCII.slash && bytes[colon + 1] != ASCII.colon
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == ASCII.dot || byte == ASCII.minus || byte == ASCII.underscore
  }
}
