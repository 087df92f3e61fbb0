/// Quotes that an encoding around the statement has put in other words: `&#39;Jane&#39;` in a page,
/// `%27Jane%27` in a URL. No dialect has either.
extension SQLLexer {
  /// A quote that is written in the words of an encoding.
  struct EncodedQuote {
    /// The scalar that is meant; of typographic quotes any.
    var value: UInt32
    /// The byte behind it.
    var end: Int
  }

  /// The scalar that stands for all typographic quotes: what opens and what closes a pair differ.
  private static let typographic: UInt32 = 0x2018

  /// The encoded quote that begins with the `&` or `%` at `start`, if one does.
  func encodedQuote(in text: Span<UInt8>, at start: Int) -> EncodedQuote? {
    text[start] == ASCII.ampersand
      ? Self.reference(in: text, at: start) : Self.percentQuote(in: text, at: start)
  }

  /// The literal in encoded quotes at the cursor; nothing, and the cursor behind the `&` or `%`, if it is
  /// an operator.
  mutating func encoded(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    let mark = text[start]
    offset = start + 1
    guard let quote = encodedQuote(in: text, at: start) else {
      // The `;` of `&nbsp;` ends no statement.
      if mark == ASCII.ampersand, text[min(start + 1, text.count - 1)].isLetter,
        let reference = CharacterReferences.reference(in: text, at: start)
      {
        offset = start + reference.length
      }
      return nil
    }
    if let end = endOfEncodedQuote(in: text, from: quote.end, mark: mark, quote.value) {
      return literal(start, end)
    }
    // `a %27` may be what is left of a division.
    if mark == ASCII.percent, !Self.mayQuote(in: text, at: quote.end) { return nil }
    return literal(start, text.count)
  }

  /// Whether what stands at `offset`, behind a percent sign and two digits, makes them a quote although
  /// none closes it.
  private static func mayQuote(in text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset < text.count else { return false }
    let byte = text[offset]
    return byte.isWord && !byte.isDigit || byte == ASCII.percent || byte == ASCII.plus
  }

  /// The end of the literal whose opening quote ends at `start`, if it has one; a doubled quote goes on.
  /// Where an encoded backslash stands before the quote, or a word behind it, nobody knows the end.
  private mutating func endOfEncodedQuote(
    in text: Span<UInt8>,
    from start: Int,
    mark: UInt8,
    _ value: UInt32
  ) -> Int? {
    let bit = Self.bit(mark, value)
    // A search that found nothing is not made again: the time stays linear.
    guard unclosed & bit == 0 else { return nil }
    var index = start
    while index < text.count {
      guard text[index] == mark, let quote = encodedQuote(in: text, at: index), quote.value == value
      else {
        index += 1
        continue
      }
      if index > start, text[index - 1] == ASCII.backslash { return text.count }
      if mark == ASCII.percent, index >= start + 3, Self.isBackslash(in: text, at: index - 3) {
        return text.count
      }
      index = quote.end
      guard index < text.count, text[index] == mark,
        let next = encodedQuote(in: text, at: index), next.value == value
      else { return goesOn(in: text, behind: index) ? text.count : index }
      index = next.end
    }
    unclosed |= bit
    return nil
  }

  private static func bit(_ mark: UInt8, _ value: UInt32) -> UInt8 {
    let quote: UInt8 =
      switch value {
      case UInt32(ASCII.apostrophe): 1
      case UInt32(ASCII.quote): 2
      case UInt32(ASCII.backtick): 4
      default: 8
      }
    return mark == ASCII.percent ? quote << 4 : quote
  }

  /// Whether `%5C` or `25C`, the end of `%255C`, stands at `index`.
  private static func isBackslash(in text: Span<UInt8>, at index: Int) -> Bool {
    text[index + 1] == ASCII.five && text[index + 2].lowercased == ASCII.lowerC
  }

  // MARK: Character references

  /// A reference to a quote, perhaps itself encoded: `&#39;`, `&quot;`, `&amp;apos;`, `&ldquo;`.
  private static func reference(in text: Span<UInt8>, at start: Int) -> EncodedQuote? {
    var ampersand = start
    var end = start + 1
    while end + 3 < text.count, text[end] == ASCII.lowerA, text[end + 1] == ASCII.lowerA + 12,
      text[end + 2] == ASCII.lowerA + 15, text[end + 3] == ASCII.semicolon
    {
      ampersand = end + 3
      end += 4
    }
    return reference(in: text, behind: ampersand)
  }

  /// The same where `ampersand` is the offset of the `&`, or of the `;` that ends the one before.
  private static func reference(in text: Span<UInt8>, behind ampersand: Int) -> EncodedQuote? {
    var end = ampersand + 1
    if end < text.count, text[end] == ASCII.hash {
      return number(in: text, from: end + 1)
    }
    while end < text.count, end - ampersand <= 8, text[end].isLetter { end += 1 }
    guard end < text.count, text[end] == ASCII.semicolon else { return nil }
    let value: UInt32? =
      if apostrophes.contains(text, from: ampersand + 1, to: end) {
        UInt32(ASCII.apostrophe)
      } else if quotes.containsFolded(text, from: ampersand + 1, to: end) {
        UInt32(ASCII.quote)
      } else if backticks.contains(text, from: ampersand + 1, to: end) {
        UInt32(ASCII.backtick)
      } else if typographicQuotes.contains(text, from: ampersand + 1, to: end) {
        typographic
      } else {
        nil
      }
    return value.map { EncodedQuote(value: $0, end: end + 1) }
  }

  private static let apostrophes = WordTable("apos")
  private static let quotes = WordTable("quot")
  private static let backticks = WordTable("grave")
  private static let typographicQuotes = WordTable(
    "lsquo rsquo sbquo ldquo rdquo bdquo laquo raquo lsaquo rsaquo prime Prime acute"
  )

  /// The number of a reference whose digits, or an `x` before them, stand at `start`.
  private static func number(in text: Span<UInt8>, from start: Int) -> EncodedQuote? {
    guard start < text.count else { return nil }
    let isHexadecimal = text[start].lowercased == ASCII.lowerX
    var end = isHexadecimal ? start + 1 : start
    let base: UInt32 = isHexadecimal ? 16 : 10
    var value: UInt32 = 0
    while end < text.count, text[end].isHexDigit, UInt32(text[end].hexValue) < base,
      value < 0x10000,
      end - start < 10
    {
      value = value * base + UInt32(text[end].hexValue)
      end += 1
    }
    guard end < text.count, text[end] == ASCII.semicolon, let quote = quote(value) else {
      return nil
    }
    return EncodedQuote(value: quote, end: end + 1)
  }

  /// The quote that a scalar is, if it is one.
  private static func quote(_ value: UInt32) -> UInt32? {
    switch value {
    case UInt32(ASCII.apostrophe), UInt32(ASCII.quote), UInt32(ASCII.backtick): value
    case 0x2018...0x201F, 0xAB, 0xBB, 0xB4: typographic
    default: nil
    }
  }

  // MARK: Percent signs

  /// A quote in percent signs, perhaps encoded more than once: `%27`, `%2527`, `%E2%80%98`.
  private static func percentQuote(in text: Span<UInt8>, at start: Int) -> EncodedQuote? {
    guard let first = byte(in: text, at: start) else { return nil }
    guard first.value == 0xE2 else {
      guard first.value < 0x80, let value = quote(UInt32(first.value)) else { return nil }
      return EncodedQuote(value: value, end: first.end)
    }
    guard let second = byte(in: text, at: first.end), second.value == 0x80,
      let third = byte(in: text, at: second.end), (0x98...0x9F).contains(third.value)
    else { return nil }
    return EncodedQuote(value: typographic, end: third.end)
  }

  /// The byte that `%27` or `%2527` at `start` names.
  private static func byte(in text: Span<UInt8>, at start: Int) -> (value: UInt8, end: Int)? {
    guard start < text.count, text[start] == ASCII.percent else { return nil }
    var index = start + 1
    while index + 3 < text.count, text[index] == ASCII.two, text[index + 1] == ASCII.five,
      text[index + 2].isHexDigit, text[index + 3].isHexDigit
    {
      index += 2
    }
    guard index + 1 < text.count, text[index].isHexDigit, text[index + 1].isHexDigit else {
      return nil
    }
    return (text[index].hexValue << 4 | text[index + 1].hexValue, index + 2)
  }
}
