/// The ends of what is quoted. What has no end reaches to the end of the text.
extension SQLLexer {
  /// The end of the literal whose quote stands at `quote` and whose prefix began at `start`.
  func endOfString(in text: Span<UInt8>, quote: Int, prefix start: Int) -> Int {
    let mark = text[quote]
    var escapes = traits.contains(
      mark == ASCII.quote ? .backslashInDoubleQuotes : .backslashInStrings
    )
    switch prefix(in: text, from: start, to: quote) {
    case .delimited:
      if mark == ASCII.apostrophe, let end = endOfDelimitedString(in: text, quote: quote) {
        return end
      }
    case .escape where mark == ASCII.apostrophe && traits.contains(.escapeStrings):
      escapes = true
    case .raw where traits.contains(.rawStrings):
      escapes = false
    case .escape, .raw, .none: break
    }
    guard traits.contains(.tripleQuotes) else {
      let close = end(in: text, from: quote + 1, close: mark, doubles: true, escapes) ?? text.count
      return mark == ASCII.apostrophe && goesOn(in: text, behind: close) ? text.count : close
    }
    if isTriple(in: text, at: quote) {
      return endOfTripleQuote(in: text, from: quote + 3, mark: mark, escapes)
    }
    let close = end(in: text, from: quote + 1, close: mark, doubles: false, escapes) ?? text.count
    return mark == ASCII.apostrophe && goesOn(in: text, behind: close) ? text.count : close
  }

  /// Whether a word stands directly behind a literal's end that no statement has there: the apostrophe was
  /// one of `'O'Brien'`, which nobody doubled, and where the literal ends is not known.
  func goesOn(in text: Span<UInt8>, behind end: Int) -> Bool {
    guard end < text.count, text[end].isLetter else { return false }
    var stop = end
    while stop < text.count, stop - end < 16, text[stop].isASCIIWord { stop += 1 }
    return !Self.followers.containsFolded(text, from: end, to: stop)
  }

  /// Words that may follow a literal without a blank.
  private static let followers = WordTable(
    """
    and or as from where then else end when order group limit like ilike in is not between on using \
    union collate escape asc desc into values set returning having join offset fetch for at over div mod \
    xor regexp rlike similar uescape separator with interval partition xb xbf xbv xc xcf xcv year month day hour minute second
    """
  )

  /// The end of the quoted name that begins at `start`, if it has one.
  func endOfName(
    in text: Span<UInt8>,
    from start: Int,
    close: UInt8,
    _ escapes: Bool = false
  ) -> Int? {
    let doubles = close != ASCII.rightBracket || traits.contains(.doubledBrackets)
    return end(in: text, from: start + 1, close: close, doubles: doubles, escapes)
  }

  /// The offset behind the next `close` that is neither escaped nor doubled.
  private func end(
    in text: Span<UInt8>,
    from start: Int,
    close: UInt8,
    doubles: Bool,
    _ escapes: Bool
  ) -> Int? {
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte == close {
        guard doubles, index + 1 < text.count, text[index + 1] == close else { return index + 1 }
        // `'it\\''`: a doubled quote, or one that was escaped twice and the end; nobody knows.
        if escapes, index > start, text[index - 1] == ASCII.backslash { return nil }
        index += 2
      } else {
        index += escapes && byte == ASCII.backslash ? 2 : 1
      }
    }
    return nil
  }

  /// Whether the byte at `offset` stands there three times.
  private func isTriple(in text: Span<UInt8>, at offset: Int) -> Bool {
    offset + 2 < text.count && text[offset + 1] == text[offset] && text[offset + 2] == text[offset]
  }

  private func endOfTripleQuote(
    in text: Span<UInt8>,
    from start: Int,
    mark: UInt8,
    _ escapes: Bool
  ) -> Int {
    var index = start
    while index < text.count {
      if text[index] == mark, isTriple(in: text, at: index) {
        // Behind a backslash the first of four may have been escaped twice.
        let isFourth = index + 3 < text.count && text[index + 3] == mark
        let isEscaped = escapes && index > start && text[index - 1] == ASCII.backslash
        return isFourth && isEscaped ? text.count : index + 3
      }
      index += escapes && text[index] == ASCII.backslash ? 2 : 1
    }
    return text.count
  }

  /// The end of `q'[…]'`, whose quote stands at `quote`; nothing if white space follows, which
  /// delimits nothing. Any scalar may delimit; a bracket is closed by its partner.
  private func endOfDelimitedString(in text: Span<UInt8>, quote: Int) -> Int? {
    let open = quote + 1
    guard open < text.count else { return text.count }
    guard !text[open].isSpace else { return nil }
    let length = text[open] < 0x80 ? 1 : SQLScalar(in: text, at: open).length
    let first =
      switch text[open] {
      case ASCII.leftBracket: ASCII.rightBracket
      case ASCII.leftBrace: ASCII.rightBrace
      case ASCII.leftParenthesis: ASCII.rightParenthesis
      case ASCII.less: ASCII.greater
      case let other: other
      }
    var index = open + length
    while index + length < text.count {
      var matches = text[index] == first && text[index + length] == ASCII.apostrophe
      // At most three further bytes of one scalar.
      for rest in 1..<max(length, 1) where text[index + rest] != text[open + rest] {
        matches = false
      }
      if matches { return index + length + 1 }
      index += 1
    }
    return text.count
  }

  /// The end of `$$…$$` or `$tag$…$tag$`, if one begins at `start`.
  ///
  /// A tag holds no `$`, so no comparison runs past the next one: the search is linear.
  func endOfDollarQuote(in text: Span<UInt8>, from start: Int) -> Int? {
    var inside = start + 1
    if traits.contains(.dollarTags) {
      while inside < text.count, text[inside].isWord, inside > start + 1 || !text[inside].isDigit {
        inside += 1
      }
    }
    guard inside < text.count, text[inside] == ASCII.dollar else { return nil }
    inside += 1
    let length = inside - start
    var index = inside
    while index + length <= text.count {
      if text[index] == ASCII.dollar {
        var matched = 1
        while matched < length, text[index + matched] == text[start + matched] { matched += 1 }
        if matched == length { return index + length }
        index += matched
      } else {
        index += 1
      }
    }
    return text.count
  }

  /// The end of a literal in typographic quotes that `close` ends.
  func endOfTypographicQuote(in text: Span<UInt8>, from start: Int, close: UInt32) -> Int {
    var index = start
    while index < text.count {
      guard text[index] >= 0x80 else {
        index += 1
        continue
      }
      let scalar = SQLScalar(in: text, at: index)
      index += scalar.length
      if scalar.value == close { return index }
    }
    return text.count
  }

  /// The end of a literal in quotes of a word processor: behind the next quote of its kind that no
  /// letter follows, since in `‘O’Brien’` and `‘it’s’` the first is an apostrophe.
  func endOfPastedQuote(in text: Span<UInt8>, from start: Int, _ quotes: SQLScalar.Quotes) -> Int {
    var index = start
    while index < text.count {
      guard text[index] >= 0x80 else {
        index += 1
        continue
      }
      let scalar = SQLScalar(in: text, at: index)
      index += scalar.length
      guard scalar.quotes == quotes else { continue }
      if endOfWord(in: text, from: index) == index { return index }
    }
    return text.count
  }

  /// Whether a quote that may also be an apostrophe or close a literal begins one at `offset`. Behind
  /// a brace a template's comment may have ended, which leaves a space.
  func startsTypographicQuote(in text: Span<UInt8>, at offset: Int) -> Bool {
    startsOperand(in: text, at: offset) || text[offset - 1] == ASCII.rightBrace
  }
}
