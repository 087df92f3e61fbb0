/// Character references of HTML and XML (HTML §13.2.5.72, XML 1.0 §4.1): `&#64;`, `&#x2F;`, `&lt;`.
///
/// Of the named ones only those are known that stand for characters of ASCII: a name of a person or a
/// path that is written for a page holds no others, but for letters, which come as numbers.
enum CharacterReferences {
  /// A reference: its length in bytes, and the scalar that it stands for.
  struct Reference {
    var length: Int
    var scalar: UInt32
  }

  /// The most bytes of a reference, `&` and `;` among them.
  private static let longest = 12

  /// The reference that begins at `start`, where an ampersand stands; nil if none does, or one for a
  /// control character or for no scalar.
  static func reference(in text: Span<UInt8>, at start: Int) -> Reference? {
    guard start + 3 < text.count else { return nil }
    let scalar: UInt32?
    var end = start + 1
    if text[end] == ASCII.hash {
      let isHexadecimal = text[end + 1] | 0x20 == ASCII.lowerX
      end += isHexadecimal ? 2 : 1
      let first = end
      var value: UInt32 = 0
      while end < text.count, end - start < longest {
        let digit = UInt32(text[end].hexValue)
        guard digit < (isHexadecimal ? 16 : 10) else { break }
        // At most nine digits of sixteen: more than any scalar has, and no overflow of 32 bits.
        if value <= 0x10FFFF { value = value * (isHexadecimal ? 16 : 10) + digit }
        end += 1
      }
      scalar = end > first ? value : nil
    } else {
      while end < text.count, end - start < longest, text[end].isLetter { end += 1 }
      let isClosed = end < text.count && text[end] == ASCII.semicolon
      scalar = isClosed ? named(text.extracting(start + 1..<end)) : nil
    }
    guard let scalar, end < text.count, text[end] == ASCII.semicolon, scalar >= 0x20,
      scalar != 0x7F, Unicode.Scalar(scalar) != nil
    else { return nil }
    return Reference(length: end + 1 - start, scalar: scalar)
  }

  private static func named(_ name: Span<UInt8>) -> UInt32? {
    guard 2...6 ~= name.count else { return nil }
    for (known, byte) in names where name.equals(known) { return UInt32(byte) }
    return nil
  }

  private static let names: [(StaticString, UInt8)] = [
    ("amp", ASCII.ampersand), ("lt", ASCII.less), ("gt", ASCII.greater), ("quot", ASCII.quote),
    ("apos", ASCII.apostrophe), ("nbsp", ASCII.space), ("commat", ASCII.at), ("sol", ASCII.slash),
    ("bsol", ASCII.backslash), ("colon", ASCII.colon), ("period", ASCII.dot),
    ("equals", ASCII.equals), ("lowbar", ASCII.underscore), ("num", ASCII.hash),
    ("quest", ASCII.question), ("semi", ASCII.semicolon), ("comma", ASCII.comma),
    ("dash", ASCII.minus), ("hyphen", ASCII.minus), ("plus", ASCII.plus),
    ("lpar", ASCII.leftParenthesis), ("rpar", ASCII.rightParenthesis),
    ("percnt", ASCII.percent), ("dollar", ASCII.dollar),
  ]
}
