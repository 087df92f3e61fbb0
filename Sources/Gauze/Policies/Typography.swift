/// Punctuation beyond ASCII, told from its UTF-8 alone: no table of a runtime's Unicode version
/// decides what a word is.
enum Typography {
  /// The length of the scalar at `position` if it parts a path from its surroundings, or 0.
  ///
  /// These are quotation marks, the ellipsis, line separators, and the commas, stops and brackets of
  /// CJK typesetting. Blanks and dashes are not among them: file names hold both.
  static func pathBreak(in text: Span<UInt8>, at position: Int) -> Int {
    guard position + 1 < text.count else { return 0 }
    let second = text[position + 1]
    switch text[position] {
    case 0xC2:
      return second == 0xAB || second == 0xBB ? 2 : 0
    case 0xE2 where second == 0x80 && position + 2 < text.count:
      switch text[position + 2] {
      case 0x98...0x9F, 0xA6, 0xA8, 0xA9, 0xB9, 0xBA: return 3
      default: return 0
      }
    case 0xE3 where second == 0x80 && position + 2 < text.count:
      switch text[position + 2] {
      case 0x81, 0x82, 0x88...0x91: return 3
      default: return 0
      }
    case 0xEF where second == 0xBC && position + 2 < text.count:
      switch text[position + 2] {
      case 0x81, 0x88, 0x89, 0x8C, 0x9A, 0x9B, 0x9F: return 3
      default: return 0
      }
    default:
      return 0
    }
  }

  /// Whether a path may begin right after the scalar at `position`: blanks beyond ASCII, dashes,
  /// bullets, arrows and other signs that a sentence puts before it, and what is not seen at all. Inside
  /// a name they part nothing.
  static func isPathOpener(in text: Span<UInt8>, at position: Int) -> Bool {
    guard position + 1 < text.count else { return false }
    let second = text[position + 1]
    if text[position] == 0xC2 { return second == 0xA0 || second == 0xAD || second == 0xB7 }
    guard position + 2 < text.count else { return false }
    let third = text[position + 2]
    switch (text[position], second) {
    case (0xE1, 0x9A): return third == 0x80  // U+1680
    case (0xE2, 0x80): return third <= 0x95 || third == 0xA2 || third == 0xA3 || third >= 0xA8
    case (0xE2, 0x81): return third >= 0x9F && third <= 0xA4  // U+205F…2064
    case (0xE2, 0x86...0x8F), (0xE2, 0x90...0x9F), (0xE2, 0xAC...0xAD): return true
    case (0xE3, 0x80): return third == 0x80  // U+3000
    case (0xEF, 0xBB): return third == 0xBF  // U+FEFF
    default: return false
    }
  }

  /// Whether the scalar before `position` is of a script that is written without blanks, or a sign or a
  /// picture: no part of the word of ASCII behind it. These are the scalars from U+2000 on.
  static func isUnblanked(in text: Span<UInt8>, before position: Int) -> Bool {
    var start = position - 1
    while start > 0, position - start < 4, text[start].isContinuation { start -= 1 }
    return start >= 0 && start < text.count && text[start] >= 0xE2
  }

  /// The length of the scalar at `position` if it cannot stand in a mail address, or 0: what parts a
  /// path, and blanks, dashes and full-width signs besides. Zero-width scalars do not part.
  static func addressBreak(in text: Span<UInt8>, at position: Int) -> Int {
    guard position + 1 < text.count else { return 0 }
    let second = text[position + 1]
    switch text[position] {
    case 0xC2:
      switch second {
      case 0x80...0xA9, 0xAB, 0xAC, 0xAE...0xB1, 0xB4, 0xB6...0xB8, 0xBB, 0xBF: return 2
      default: return 0
      }
    case 0xE2 where second == 0x80 && position + 2 < text.count:
      switch text[position + 2] {
      case 0x8B...0x8F, 0xAA...0xAE: return 0
      default: return 3
      }
    case 0xE3 where second == 0x80 && position + 2 < text.count:
      switch text[position + 2] {
      case 0x85...0x87: return 0
      default: return 3
      }
    case 0xEF where position + 2 < text.count:
      let third = text[position + 2]
      switch (second, third) {
      case (0xBC, 0x8B), (0xBC, 0x8D), (0xBC, 0xBF): return 0
      case (0xBC, 0x80...0x8F), (0xBC, 0x9A...0xA0), (0xBC, 0xBB...0xBE): return 3
      case (0xBD, 0x80), (0xBD, 0x9B...0xA5), (0xB9, 0xAB): return 3
      default: return 0
      }
    default:
      return 0
    }
  }
}
