// Where a value ends.
//
// A quoted value ends at the quote that closes it, written as the one that opened it: `\"` in text that
// was escaped once, `\\\"` in text that was escaped twice. A bare value ends at white space, at a quote
// or bracket that closes something around it, and at a comma, semicolon or ampersand behind which the
// next field begins; others belong to it, for passwords hold all of them.

extension SecretReader {
  /// The opening of a quoted value: how many backslashes and which quote.
  struct Quote {
    var escapes: Int
    var byte: UInt8

    var length: Int { escapes + 1 }
  }

  /// The quote that opens at `position`, if one does.
  func quote(at position: Int) -> Quote? {
    var end = position
    while end - position < 8, self[end] == ASCII.backslash { end += 1 }
    guard Self.isQuote(self[end]) else { return nil }
    return Quote(escapes: end - position, byte: self[end])
  }

  static func isQuote(_ byte: UInt8) -> Bool {
    byte == ASCII.quote || byte == ASCII.apostrophe || byte == ASCII.backtick
  }

  /// The encoded quote at `position`: of a URL, of HTML, or of JSON.
  func encodedQuote(at position: Int) -> StaticString? {
    switch self[position] {
    case ASCII.percent, ASCII.ampersand, ASCII.backslash: break
    default: return nil
    }
    for quote in Self.encodedQuotes where stands(quote, at: position) { return quote }
    return nil
  }

  /// The length of the encoded quote that ends at `position`, or 0.
  func encodedQuoteLength(before position: Int) -> Int {
    guard
      before(position) == ASCII.semicolon || before(position) == ASCII.zero + 2
        || before(position) == ASCII.zero + 7
    else { return 0 }
    for quote in Self.encodedQuotes {
      let start = position - quote.utf8CodeUnitCount
      if start >= edge, stands(quote, at: start) { return quote.utf8CodeUnitCount }
    }
    return 0
  }

  private static let encodedQuotes: [StaticString] = [
    "%22", "%27", "&quot;", "&#34;", "&#39;", "&#x27;", "&apos;", "\\u0022", "\\u0027", "\\x22",
    "\\x27",
  ]

  /// Where the value in `quote` that begins at `start` ends on its line, or at `limit`.
  func quotedEnd(from start: Int, in quote: Quote, limit: Int = .max) -> Int {
    var position = start
    var escapes = 0
    while position < text.count, position < limit {
      let byte = text[position]
      if byte == ASCII.lineFeed { break }
      if byte == ASCII.backslash {
        escapes += 1
      } else {
        if byte == quote.byte, escapes <= quote.escapes {
          // Fewer backslashes than opened it close something around it, which ends it too.
          let end = position - escapes
          // `''` and `""` inside a value stand for one quote.
          if escapes == 0, self[position + 1] == byte, position > start, self[position + 2] != byte,
            !isFieldEnd(at: position + 2)
          {
            position += 2
            continue
          }
          return end
        }
        escapes = 0
      }
      position += 1
    }
    return position
  }

  /// Where the bare value that begins at `start` ends, or `limit`.
  func bareEnd(from start: Int, limit: Int = .max) -> Int {
    let isAngled = self[start] == ASCII.less && placeholderLength(at: start) == 0
    var position = start
    while position < limit {
      let length = placeholderLength(at: position)
      guard length > 0 else { break }
      position += length
    }
    var depth = 0
    while position < text.count, position < limit {
      let byte = text[position]
      switch byte {
      case 0...ASCII.space, ASCII.delete:
        return trimmed(start, position)
      case ASCII.less where position > start:
        // A placeholder inside goes with what stands around it; a tag ends the value.
        let length = placeholderLength(at: position)
        guard length > 0 else { return trimmed(start, position) }
        position += length
        continue
      case ASCII.greater where !isAngled && isFieldEnd(at: position + 1):
        return trimmed(start, position)
      case ASCII.quote, ASCII.apostrophe, ASCII.backtick:
        if isFieldEnd(at: position + 1) { return trimmed(start, position) }
      case ASCII.backslash:
        if escapeEnds(at: position) { return trimmed(start, position) }
      case ASCII.comma, ASCII.semicolon, ASCII.ampersand, ASCII.bar:
        if beginsField(at: position + 1) { return trimmed(start, position) }
      case ASCII.leftParenthesis, ASCII.leftBracket, ASCII.leftBrace:
        depth += 1
      case ASCII.rightParenthesis, ASCII.rightBracket, ASCII.rightBrace:
        if depth == 0, isFieldEnd(at: position + 1) { return trimmed(start, position) }
        depth = max(depth - 1, 0)
      case ASCII.percent
      where isEncoded(ASCII.ampersand, at: position)
        || isEncoded(ASCII.quote, at: position):
        return trimmed(start, position)
      default:
        break
      }
      position += 1
    }
    return trimmed(start, position)
  }

  /// Without the stops of a sentence.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start {
      switch text[end - 1] {
      case ASCII.dot, ASCII.comma, ASCII.semicolon, ASCII.colon: end -= 1
      default: return end
      }
    }
    return end
  }

  /// Whether a backslash ends a bare value: before a quote, or as `\n`, `\r` or `\t` before a field.
  private func escapeEnds(at position: Int) -> Bool {
    var end = position
    while end - position < 8, self[end] == ASCII.backslash { end += 1 }
    let byte = self[end]
    if Self.isQuote(byte) { return isFieldEnd(at: end + 1) }
    guard byte == ASCII.lowerN || byte == ASCII.lowerR || byte == ASCII.lowerT else { return false }
    return beginsField(at: end + 1)
  }

  /// Whether what stands at `position` cannot go on with a word: the end, white space, punctuation, or
  /// another quote or bracket.
  func isFieldEnd(at position: Int) -> Bool {
    guard position < text.count else { return true }
    switch text[position] {
    case 0...ASCII.space, ASCII.comma, ASCII.semicolon, ASCII.colon, ASCII.dot, ASCII.quote,
      ASCII.apostrophe, ASCII.backtick, ASCII.rightParenthesis, ASCII.rightBracket,
      ASCII.rightBrace, ASCII.less, ASCII.greater, ASCII.slash, ASCII.backslash, ASCII.ampersand,
      ASCII.bar, ASCII.equals, ASCII.question, ASCII.plus, ASCII.hash, ASCII.at:
      return true
    default:
      return false
    }
  }

  /// Whether a new field begins at `position`: blanks, the end, a quote, or a name before `=` or `:`.
  private func beginsField(at position: Int) -> Bool {
    guard position < text.count else { return true }
    let byte = text[position]
    if byte <= ASCII.space || Self.isQuote(byte) || byte == ASCII.backslash { return true }
    if text[position - 1] == ASCII.ampersand, stands("amp;", at: position) { return true }
    var end = position
    while end < position + 40, SensitiveName.isByte(self[end]) || self[end] == ASCII.space {
      end += 1
    }
    if self[end] == ASCII.leftBracket || self[end] == ASCII.percent { return true }
    return end > position && (self[end] == ASCII.equals || self[end] == ASCII.colon)
  }

  /// Whether a quote at `position` closes something around a word.
  func closesQuote(at position: Int) -> Bool {
    if self[position] == ASCII.backslash { return escapeEnds(at: position) }
    return Self.isQuote(self[position]) && isFieldEnd(at: position + 1)
  }

  /// The end of the line, or of what quotes around it close.
  func lineEnd(from start: Int) -> Int {
    var (end, isInside) = (start, false)
    while end < text.count, text[end] != ASCII.lineFeed, text[end] != ASCII.carriageReturn {
      if text[end] == ASCII.quote || text[end] == ASCII.apostrophe {
        if isInside {
          isInside = false
        } else if end > start, text[end - 1] == ASCII.equals {
          isInside = true
        } else {
          break
        }
      }
      end += 1
    }
    while end > start, text[end - 1] <= ASCII.space { end -= 1 }
    return end
  }
}
