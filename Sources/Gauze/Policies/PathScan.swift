// The extent of a path. An example, with what each step is owed to:
//
//     /Users/Jane Doe/client repo/a.sql not found
//     ^     ^    ^   ^      ^    ^     ^
//     |     |    |   |      |    |     a known extension: the blank ends the path
//     |     |    |   |      |    a separator: the component `client repo` is closed
//     |     |    |   |      a blank, proven by the separator after `repo`
//     |     |    |   a separator
//     |     |    a blank, proven by the separator after `Doe`
//     |     `Users` is a home: the next component is its owner's name
//     the root

extension PathReader {
  /// Reads the path whose first byte is at `start` and whose components begin at `body`.
  ///
  /// - Parameter spaced: whether blanks inside components may be proven.
  func scan(
    from start: Int,
    body: Int,
    _ separator: PathSeparator,
    root: PathRoot = .plain,
    rootComponents: Int = 0,
    spaced: Bool = true
  ) -> PathExtent {
    var extent = PathExtent(start: start, end: body, lastStart: body, separator: separator)
    extent.root = root
    extent.rootComponents = rootComponents
    extent.isRelative = start == body
    let spaced = spaced && (separator != .slash || !isListed(start))
    var position = body
    while position < text.count {
      let after = afterSeparators(position, separator)
      if after > position {
        close(&extent, at: position, next: after)
        position = after
        continue
      }
      guard let further = step(from: position, extent, spaced: spaced) else { break }
      position = further
    }
    close(&extent, at: position, next: -1)
    extent.end = trimmed(position, to: extent.lastStart)
    let isInitial = position - extent.end == 1 && extent.end - extent.lastStart <= 2
    if spaced, separator != .encoded, extent.end == position || isInitial,
      self[position] == ASCII.space,
      extent.root == .home || extent.root == .cloud
    {
      extent.end = max(extent.end, nameEnd(after: position, extent))
    }
    if spaced, separator != .encoded, extent.root == .home {
      extent.end = ownerEnd(after: extent.end, extent)
    }
    return extent
  }

  /// Counts the component that ends at `end` and begins the one at `next`, if it is not negative.
  private func close(_ extent: inout PathExtent, at end: Int, next: Int) {
    let start = extent.lastStart
    var isNamed = false
    for position in start..<max(start, end) where self[position].isWord {
      isNamed = true
      if !self[position].isDigit { extent.isNumeric = false }
    }
    if isNamed { extent.components += 1 }
    if extent.root == .plain, extent.components == 1, !extent.isRelative,
      PathVocabulary.systems.contains(text, from: start, to: end)
    {
      extent.root = .system
    }
    guard next >= 0 else { return }
    let isHome =
      extent.separator == .either
      ? PathVocabulary.homes.containsFolded(text, from: start, to: end)
      : PathVocabulary.posixHomes.contains(text, from: start, to: end)
    if isHome, extent.root != .cloud, !extent.isRelative || extent.components > 1,
      self[next].isWord || self[next] == ASCII.dot
    {
      extent.ownerStart = next
      extent.root = .home
    }
    extent.lastStart = next
  }

  /// The position after the bytes at `position` that go on with the present component, or nothing if
  /// the path ends there.
  private func step(from position: Int, _ extent: PathExtent, spaced: Bool) -> Int? {
    let byte = self[position]
    if byte.isAlphanumeric { return position + 1 }
    if byte >= 0x80 {
      guard Typography.pathBreak(in: text, at: position) > 0 else { return position + 1 }
      return isInnerApostrophe(position) ? position + 3 : nil
    }
    if PathGrammar.isStop(byte) { return nil }
    let following = self[position + 1]
    switch byte {
    case ASCII.space:
      return spaced ? proof(afterBlank: position, extent) : nil
    case ASCII.colon:
      return extent.root == .cloud && following.isWord ? position + 1 : nil
    case ASCII.comma, ASCII.semicolon:
      return delimited(position, extent, spaced: spaced)
    case ASCII.leftParenthesis, ASCII.leftBracket, ASCII.leftBrace:
      return bracketed(position, extent, spaced: spaced)
    case ASCII.rightParenthesis, ASCII.rightBracket, ASCII.rightBrace:
      return nil
    case ASCII.ampersand, ASCII.question, ASCII.equals:
      let isQuery = position < urlEnd || extent.separator == .encoded
      return following.isWord && !isQuery && !opensPath(position + 1) ? position + 1 : nil
    case ASCII.hash:
      return position < urlEnd ? nil : position + 1
    case ASCII.apostrophe:
      return isInnerApostrophe(position) ? position + 1 : nil
    case ASCII.backslash:
      return escaped(position, extent)
    default:
      return position + 1
    }
  }

  /// Whether a drive or a home's tilde stands at `position`.
  private func opensPath(_ position: Int) -> Bool {
    self[position].isLetter && self[position + 1] == ASCII.colon
  }

  /// A backslash in a path with slashes: a shell's escape, or a byte of the name; the escape of a
  /// quote or of a line's end stops it.
  private func escaped(_ position: Int, _ extent: PathExtent) -> Int? {
    guard extent.separator == .slash else { return nil }
    switch self[position + 1] {
    case ASCII.space, ASCII.leftParenthesis, ASCII.rightParenthesis, ASCII.apostrophe,
      ASCII.ampersand, ASCII.leftBracket, ASCII.rightBracket:
      return position + 2
    case ASCII.lowerN, ASCII.lowerR, ASCII.lowerT:
      return hasKnownExtension(from: extent.lastStart, to: position) ? nil : position + 1
    default:
      return self[position + 1].isWord ? position + 1 : nil
    }
  }

  /// A comma or semicolon goes on only if a separator follows in the same word; below a home a comma
  /// and a blank too (`/Users/Doe, Jane/a`).
  private func delimited(_ position: Int, _ extent: PathExtent, spaced: Bool) -> Int? {
    guard extent.separator != .encoded, position >= urlEnd,
      !hasKnownExtension(from: extent.lastStart, to: position)
    else { return nil }
    if self[position + 1] == ASCII.space, self[position] == ASCII.comma, spaced,
      extent.root == .home
    {
      return proof(afterBlank: position + 1, extent, words: 2, files: false)
    }
    guard self[position + 1].isWord else { return nil }
    var end = position + 1
    while end - position <= 255, isPlainNameByte(end) { end += 1 }
    end = characterStart(end, after: position)
    let after = afterSeparators(end, extent.separator)
    return after > end && isNameStart(after) ? end : nil
  }

  /// `(x86)`, `[id]`, `{a,b}`: a bracket that closes within 64 bytes, with no separator inside.
  private func bracketed(_ position: Int, _ extent: PathExtent, spaced: Bool) -> Int? {
    guard extent.separator != .encoded,
      !hasKnownExtension(from: extent.lastStart, to: position)
    else { return nil }
    let closing: UInt8 =
      switch self[position] {
      case ASCII.leftParenthesis: ASCII.rightParenthesis
      case ASCII.leftBracket: ASCII.rightBracket
      default: ASCII.rightBrace
      }
    var end = position + 1
    while end - position <= 64 {
      let byte = self[end]
      if byte == closing { return end + 1 }
      if PathGrammar.isStop(byte) || byte == ASCII.colon || byte == ASCII.slash { return nil }
      if byte == ASCII.backslash || byte == ASCII.space && !spaced { return nil }
      end += 1
    }
    return nil
  }

  /// `end` without the sentence's punctuation before it.
  private func trimmed(_ end: Int, to start: Int) -> Int {
    var end = end
    while end > start {
      switch self[end - 1] {
      case ASCII.dot, ASCII.exclamation, ASCII.question, ASCII.equals, ASCII.comma:
        end -= 1
      default:
        return end
      }
    }
    return end
  }
}
