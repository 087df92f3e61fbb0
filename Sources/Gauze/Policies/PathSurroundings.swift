// What stands around a path: the URL that it may be part of, the quotes that hold it, the word before.

extension PathReader {
  /// Reads the URL whose host begins at `start`, so that its path is not taken for a file's.
  mutating func readURL(from start: Int) {
    let known = start < urlEnd ? urlEnd : text.count
    var end = start
    var sign = -1
    repository = 0..<0
    while end < known {
      let byte = self[end]
      if byte == ASCII.question || byte == ASCII.hash { break }
      if byte == ASCII.at, repository.isEmpty { sign = end }
      if byte == ASCII.slash, repository.isEmpty { repository = end + 1..<end + 2 }
      if byte == ASCII.dot, !repository.isEmpty, endsRepository(end) {
        repository = repository.lowerBound..<end + 4
      }
      guard let next = afterURLByte(end) else { break }
      end = next
    }
    if sign < start || repository.count < 6 { repository = 0..<0 }
    urlPathEnd = end
    if start < urlEnd { return }
    while end < text.count, let next = afterURLByte(end) { end = next }
    urlEnd = end
  }

  /// Whether `.git` ends a repository's name at `dot`.
  private func endsRepository(_ dot: Int) -> Bool {
    let next = self[dot + 4]
    return self[dot + 1] == ASCII.lowerF + 1 && self[dot + 2] == ASCII.lowerF + 3
      && self[dot + 3] == ASCII.lowerT && !next.isWord && next != ASCII.minus
      && (next != ASCII.dot || !self[dot + 5].isWord)
  }

  /// The position after the byte at `position` if the URL goes on with it. A placeholder is part of
  /// one: `https://<email>/v1` and `https://api.example/<email>/v1` are still URLs.
  private func afterURLByte(_ position: Int) -> Int? {
    if self[position] == ASCII.less {
      var end = position + 1
      while end - position <= 9, self[end].isLowercase { end += 1 }
      return end > position + 1 && self[end] == ASCII.greater ? end + 1 : nil
    }
    return endsURL(position) ? nil : position + 1
  }

  private func endsURL(_ position: Int) -> Bool {
    let byte = self[position]
    switch byte {
    case ASCII.quote, ASCII.apostrophe, ASCII.backtick, ASCII.less, ASCII.greater, ASCII.bar,
      ASCII.backslash, ASCII.delete:
      return true
    case ASCII.comma, ASCII.semicolon, ASCII.rightParenthesis:
      let next = self[position + 1]
      return next <= ASCII.space || next == ASCII.slash || next == ASCII.backslash
    default:
      if byte >= 0xC0 { return Typography.pathBreak(in: text, at: position) > 0 }
      return byte <= ASCII.space
    }
  }

  /// Takes a quoted path up to its closing quote on the same line.
  mutating func extendedToQuote(_ extent: PathExtent) -> PathExtent {
    let quote = before(extent.start)
    guard !extent.isRelative, isOpener(quote, at: extent.start - 1),
      let closing = closingQuote(quote, from: extent.end)
    else { return extent }
    var end = closing
    // `\"…\"`: the closing quote's own escape stays with it.
    var opener = extent.start - 2
    while opener >= edge, self[opener] == ASCII.backslash, end > extent.end,
      self[end - 1] == ASCII.backslash
    {
      opener -= 1
      end -= 1
    }
    guard end > extent.end else { return extent }
    var result = extent
    var last = end
    while last > extent.lastStart, self[last - 1] != ASCII.slash, self[last - 1] != ASCII.backslash
    {
      last -= 1
    }
    result.lastStart = last
    result.end = end
    result.components = max(result.components, result.rootComponents + 1)
    return result
  }

  /// A quoted path without a root whose names hold blanks: at most three, and a known extension
  /// before the closing quote or bracket.
  mutating func quotedRelative(from start: Int, _ extent: PathExtent) -> PathExtent? {
    let quote = before(start)
    guard extent.separator != .encoded, self[extent.end] == ASCII.space,
      let closing = quote == ASCII.leftParenthesis && extent.components > 1
        ? closingBracket(from: extent.end)
        : isOpener(quote, at: start - 1) ? closingQuote(quote, from: extent.end) : nil,
      closing - start <= 255
    else { return nil }
    var end = closing
    if self[start - 2] == ASCII.backslash, self[end - 1] == ASCII.backslash { end -= 1 }
    var blanks = 0
    var last = extent.lastStart
    for position in start..<end {
      if self[position] == ASCII.space { blanks += 1 }
      if self[position] == ASCII.colon { return nil }
      if self[position] == ASCII.slash || self[position] == ASCII.backslash { last = position + 1 }
    }
    guard blanks <= 3, hasKnownExtension(from: last, to: end) else { return nil }
    var result = extent
    result.end = end
    result.lastStart = last
    return result
  }

  /// The bracket that closes from `start` on, at most 64 bytes away and on the same line.
  private func closingBracket(from start: Int) -> Int? {
    var end = start
    while end - start <= 64, !PathGrammar.isStop(self[end]), self[end] != ASCII.leftParenthesis {
      if self[end] == ASCII.rightParenthesis { return end }
      end += 1
    }
    return nil
  }

  /// Whether a quote at `position` opens: nothing before it is a word or part of a path.
  func isOpener(_ quote: UInt8, at position: Int) -> Bool {
    guard quote == ASCII.quote || quote == ASCII.apostrophe || quote == ASCII.backtick else {
      return false
    }
    switch before(position) {
    case ASCII.quote, ASCII.apostrophe, ASCII.backtick, ASCII.dot, ASCII.slash,
      ASCII.rightParenthesis:
      return false
    case let byte:
      return !byte.isWord
    }
  }

  /// The closing quote from `start` on, on the same line. What was searched is remembered, so that a
  /// run of opening quotes stays linear, whether one closes or none.
  private mutating func closingQuote(_ quote: UInt8, from start: Int) -> Int? {
    switch quote {
    case ASCII.quote: closing(quote, from: start, &quotes)
    case ASCII.apostrophe: closing(quote, from: start, &apostrophes)
    default: closing(quote, from: start, &backticks)
    }
  }

  private func closing(_ quote: UInt8, from start: Int, _ memory: inout QuoteMemory) -> Int? {
    if start >= memory.from, start <= memory.end {
      return memory.isClosed ? memory.end : nil
    }
    var position = start
    memory.from = start
    memory.isClosed = false
    while position < text.count, self[position] != ASCII.lineFeed,
      self[position] != ASCII.carriageReturn
    {
      if self[position] == quote, quote != ASCII.apostrophe || !self[position + 1].isWord {
        memory.isClosed = true
        break
      }
      position += 1
    }
    memory.end = position
    return memory.isClosed ? position : nil
  }

  /// Whether the word before `start` makes it a route: an HTTP method, or a label such as `url`; or
  /// the protocol's name follows.
  func isRoute(_ extent: PathExtent) -> Bool {
    let (start, end) = (extent.start, extent.end)
    if self[end] == ASCII.space, self[end + 1] == ASCII.upperH, self[end + 2] == ASCII.upperT,
      self[end + 3] == ASCII.upperT, self[end + 5] == ASCII.slash
    {
      return true
    }
    var last = start
    while last > edge, start - last <= 3, isLabelGap(self[last - 1]) { last -= 1 }
    guard last < start else { return false }
    var word = last
    while word > edge, last - word <= 16, self[word - 1].isLetter { word -= 1 }
    guard word < last else { return false }
    let previous = before(word)
    guard previous <= ASCII.space || PathGrammar.isBoundary(previous) else { return false }
    if PathVocabulary.methods.contains(text, from: word, to: last) { return true }
    // `navigate to /settings/profile`
    if last - word == 2, self[word] == ASCII.lowerT, self[word + 1] == ASCII.lowerN + 1,
      before(word) == ASCII.space
    {
      last = word - 1
      word = last
      while word > edge, last - word <= 16, self[word - 1].isLetter { word -= 1 }
    }
    if PathVocabulary.pathLabel.containsFolded(text, from: word, to: last) {
      return isInterface(extent)
    }
    guard PathVocabulary.routes.containsFolded(text, from: word, to: last) else { return false }
    // A label names a file's URL too: `url: /data/pay.csv`.
    guard let dot = extensionDot(from: extent.lastStart, to: end) else { return true }
    return PathVocabulary.served.containsFolded(text, from: dot + 1, to: end)
      || !PathVocabulary.extensions.containsFolded(text, from: dot + 1, to: end)
  }

  /// Whether the first component is one of an interface: `/api/v1`.
  private func isInterface(_ extent: PathExtent) -> Bool {
    let first = afterSeparators(extent.start, .slash)
    var end = first
    while end - first < 8, self[end].isAlphanumeric { end += 1 }
    return PathVocabulary.interfaces.containsFolded(text, from: first, to: end)
  }

  /// Whether the path at `start` is one of a list of directories as shells write it, which no blank
  /// goes on: `PYTHONPATH=a.egg:/home/x python`.
  func isListed(_ start: Int) -> Bool {
    let first = before(start)
    guard first == ASCII.colon || first == ASCII.equals else { return false }
    var position = start - 1
    if first == ASCII.colon, position == edge { return listEnd == edge && edge > 0 }
    while position > edge, start - position < 64, self[position] != ASCII.equals {
      if self[position] <= ASCII.space { return false }
      position -= 1
    }
    guard self[position] == ASCII.equals, position - 4 >= edge else { return false }
    return self[position - 4] == ASCII.upperP && self[position - 3] == ASCII.upperA
      && self[position - 2] == ASCII.upperT && self[position - 1] == ASCII.upperH
  }

  private func isLabelGap(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.space, ASCII.colon, ASCII.equals, ASCII.quote, ASCII.apostrophe, ASCII.backtick:
      return true
    default:
      return false
    }
  }
}

/// What a search for a closing quote found: from where it began, where it ended, and whether it ended
/// at a closing quote.
struct QuoteMemory: Sendable {
  var from = 0
  var end = -1
  var isClosed = false
}
