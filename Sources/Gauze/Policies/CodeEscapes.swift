/// Escapes of string literals in source code, as programs print them: `\x3d` of C, Python and
/// JavaScript (ECMA-262 §12.9.4), `\u{3d}` of JavaScript, Swift, Rust and PHP.
///
/// Only scalars that are seen are undone: `\x00` and `\x1b` stay, and so does `\xe9`, which is a
/// scalar in one language and a byte in another.
enum CodeEscapes {
  /// An escape: its length in bytes, and the scalar that it stands for.
  struct Escape {
    var length: Int
    var scalar: UInt32
  }

  /// The most digits between braces.
  private static let mostDigits = 6

  /// The escape that begins at `start`, where a backslash stands; nil if none does.
  static func escape(in text: Span<UInt8>, at start: Int) -> Escape? {
    guard start + 3 < text.count else { return nil }
    switch text[start + 1] {
    case ASCII.lowerX:
      let (high, low) = (text[start + 2].hexValue, text[start + 3].hexValue)
      guard high < 16, low < 16 else { return nil }
      let byte = high << 4 | low
      return ASCII.space...0x7E ~= byte ? Escape(length: 4, scalar: UInt32(byte)) : nil
    case ASCII.lowerU where text[start + 2] == ASCII.leftBrace:
      var value: UInt32 = 0
      var end = start + 3
      while end < text.count, end - start <= mostDigits + 2, text[end].isHexDigit {
        value = value << 4 | UInt32(text[end].hexValue)
        end += 1
      }
      guard end > start + 3, end < text.count, text[end] == ASCII.rightBrace, value >= 0x20,
        value != 0x7F, Unicode.Scalar(value) != nil
      else { return nil }
      return Escape(length: end + 1 - start, scalar: value)
    default: return nil
    }
  }
}
