/// One scalar beyond ASCII, as the SQL lexer sees it.
///
/// Most servers take every such scalar for a letter. Here spaces, currency signs, punctuation and
/// pictures are not letters in any dialect: behind a no-break space pasted from a web page,
/// `123456789` is a number that must go, and not the rest of a name.
struct SQLScalar {
  /// What the scalar can be part of.
  enum Kind {
    /// A name.
    case letter
    /// A number, or a name that a letter began.
    case digit
    /// Nothing but itself.
    case symbol
  }

  /// The scalar's number.
  let value: UInt32
  /// How many bytes it takes.
  let length: Int

  /// Reads the scalar whose first byte, not an ASCII one, stands at `offset`.
  ///
  /// The text is valid UTF-8; of any other, one byte is a replacement character.
  init(in text: Span<UInt8>, at offset: Int) {
    let scalar = UTF8Text.scalar(text, at: offset, end: text.count)
    value = scalar?.value ?? 0xFFFD
    length = scalar?.length ?? 1
  }

  var kind: Kind {
    switch value {
    // Full-width, Arabic-Indic, Eastern Arabic-Indic and Devanagari digits.
    case 0xFF10...0xFF19, 0x0660...0x0669, 0x06F0...0x06F9, 0x0966...0x096F: .digit
    // Latin-1 punctuation but for ª, µ and º; the two operators among its letters.
    case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: .symbol
    // Bengali rupee, baht, riel, Ogham space, Mongolian separators and rial.
    case 0x09F2, 0x09F3, 0x0E3F, 0x1680, 0x17DB, 0x1800...0x180E, 0xFDFC: .symbol
    // Punctuation, currency, arrows, mathematics, boxes, dingbats.
    case 0x2000...0x2BFF, 0x2E00...0x2E7F: .symbol
    // Punctuation of Chinese and Japanese, but for the letters 々, 〆 and 〇.
    case 0x3000...0x3004, 0x3008...0x3020, 0x3030: .symbol
    // Private use, presentation forms of punctuation, and the byte order mark.
    case 0xE000...0xF8FF, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFEFF: .symbol
    // Full-width punctuation but for the low line, and specials.
    case 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3E, 0xFF40, 0xFF5B...0xFF65: .symbol
    case 0xFFE0...0xFFFF: .symbol
    // Pictures.
    case 0x1F000...0x1FAFF: .symbol
    default: .letter
    }
  }

  /// The families of quotes that word processors put in the place of ASCII's.
  enum Quotes {
    case single
    case double
    case angle
    case acute
    case corner
    case prime
    case modifier
  }

  /// The family that the scalar belongs to, if it is a quote.
  var quotes: Quotes? {
    switch value {
    case 0x2018...0x201B, 0xFF07, 0x275B, 0x275C: .single
    case 0x201C...0x201F, 0xFF02, 0x275D, 0x275E, 0x2E42, 0x301D...0x301F: .double
    case 0xAB, 0xBB, 0x2039, 0x203A, 0x276E, 0x276F, 0x3008...0x300B: .angle
    case 0xB4, 0xFF40: .acute
    case 0x300C...0x300F, 0xFF62, 0xFF63, 0xFE41...0xFE44: .corner
    case 0x2032...0x2037: .prime
    // Letters of some alphabets, which stand inside a word: what begins with one is quoted.
    case 0x02B9...0x02BD, 0x02C8, 0x02CA, 0x02CB, 0x02EE, 0xA78C: .modifier
    default: nil
    }
  }

  /// Whether a quote opens wherever it stands. ’ is an apostrophe too, ′ stands behind minutes and feet,
  /// and ” » › 」 end what others began.
  var opens: Bool {
    switch value {
    case 0x2019, 0x201D, 0xBB, 0x203A, 0xB4, 0x275C, 0x275E, 0x276F, 0x301E, 0x301F, 0x3009, 0x300B,
      0x300D, 0x300F, 0xFF63, 0xFE42, 0xFE44, 0xFF40, 0x2032...0x2037, 0x02B9...0x02BD, 0x02C8,
      0x02CA, 0x02CB, 0x02EE, 0xA78C:
      false
    default: quotes != nil
    }
  }

  /// The scalar that ends a literal which this one begins, if it is an opening quote.
  var closingQuote: UInt32? {
    switch value {
    case 0x2018: 0x2019
    case 0x201C: 0x201D
    case 0xFF02, 0xFF07: value
    default: nil
    }
  }
}
