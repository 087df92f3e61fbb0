// Where a path begins before the byte that showed it: at its owner's tilde, or with the words of a first
// component that holds blanks.
//
//     cd ~zorro     Zorro Quux/models/x.sql     'old plans/x.sql'     (models/mart/pay day.sql)
//        ^          ^                            ^                             ^ its last component

extension PathReader {
  /// How far back the words of a first component are looked for.
  private static var lookBack: Int { 64 }

  // MARK: A user's home

  /// `~zorro/x`, `~Zorro Quux/x`, and `~zorro` behind a command that takes a directory.
  mutating func tilde(_ position: Int) -> PathExtent? {
    guard position >= urlEnd else { return nil }
    var end = position + 1
    while end - position <= Self.lookBack, isOwnerByte(end) { end += 1 }
    end = characterStart(end, after: position)
    let separator: PathSeparator = self[end] == ASCII.backslash ? .either : .slash
    if afterSeparators(end, separator) > end { return relative(end, from: position) }
    while end > position + 1, self[end - 1] == ASCII.dot { end -= 1 }
    var extent = PathExtent(
      start: position,
      end: end,
      lastStart: position + 1,
      separator: .slash
    )
    extent.root = .home
    extent.components = 1
    extent.ownerStart = position + 1
    let isCapital = self[position + 1].isUppercase || self[position + 1] >= 0x80
    if isCapital, self[end] == ASCII.space, proof(afterBlank: end, extent, words: 2) != nil {
      return scan(from: position, body: position + 1, .slash, root: .home)
    }
    return isDirectoryAsked(before: position) ? extent : refused(end)
  }

  private func isOwnerByte(_ position: Int) -> Bool {
    self[position].isWord && Typography.pathBreak(in: text, at: position) == 0
      || self[position] == ASCII.dot || self[position] == ASCII.minus
  }

  /// Whether a command that takes a directory stands before `position`.
  private func isDirectoryAsked(before position: Int) -> Bool {
    guard before(position) == ASCII.space else { return false }
    let end = position - 1
    var start = end
    while start > edge, end - start < 8, self[start - 1].isLowercase { start -= 1 }
    return !before(start).isWord && PathVocabulary.commands.contains(text, from: start, to: end)
  }

  // MARK: Words before

  /// A relative path with the words of its first component: back to the quote that opens around it, or
  /// with one capitalised word before a capitalised name.
  func withFirstWords(_ extent: PathExtent) -> PathExtent {
    guard before(extent.start) == ASCII.space, extent.separator != .encoded,
      let start = quotedStart(extent) ?? ownerStart(extent)
    else { return extent }
    var result = extent
    result.start = start
    return result
  }

  /// Behind the quote that opens before the path and closes after it, with at most three blanks between.
  private func quotedStart(_ extent: PathExtent) -> Int? {
    let closing = self[extent.end] == ASCII.backslash ? extent.end + 1 : extent.end
    let quote = self[closing]
    guard quote == ASCII.quote || quote == ASCII.apostrophe || quote == ASCII.backtick else {
      return nil
    }
    var (position, blanks) = (extent.start, 0)
    while position > edge, extent.start - position < Self.lookBack, blanks <= 3 {
      let byte = self[position - 1]
      if byte == quote { return isOpener(quote, at: position - 1) ? position : nil }
      guard isPlainNameByte(position - 1) || byte == ASCII.space || byte.isContinuation else {
        return nil
      }
      if byte == ASCII.space { blanks += 1 }
      position -= 1
    }
    return nil
  }

  /// The word of a person's name before another that begins the path: `Zorro Quux/models/x.sql`.
  private func ownerStart(_ extent: PathExtent) -> Int? {
    guard isCapitalised(from: extent.start, to: nameEnd(from: extent.start)) else { return nil }
    let end = extent.start - 1
    var start = end
    // Scripts of three bytes have no capitals: there a word before is as often a verb.
    while start > edge, end - start < 24, self[start - 1].isLetter || 0x80..<0xE0 ~= self[start - 1]
    {
      start -= 1
    }
    let previous = before(start)
    guard previous <= ASCII.space || PathGrammar.isBoundary(previous),
      isCapitalised(from: start, to: end), !isHeading(from: start, to: end)
    else { return nil }
    return start
  }

  private func nameEnd(from start: Int) -> Int {
    var end = start
    while end - start < 24, self[end].isLetter || self[end] >= 0x80 { end += 1 }
    return end
  }

  /// Whether a name of letters begins with its only capital, or in a script that has none.
  func isCapitalised(from start: Int, to end: Int) -> Bool {
    guard end - start >= 2, self[start].isUppercase || self[start] >= 0x80 else { return false }
    for position in start + 1..<end where !self[position].isLowercase && self[position] < 0x80 {
      return false
    }
    return true
  }

  /// Whether a capitalised word begins a sentence rather than a name: a verb's form, or a word of prose.
  private func isHeading(from start: Int, to end: Int) -> Bool {
    let last = (self[end - 2], self[end - 1])
    if last == (ASCII.lowerN, ASCII.lowerA + 6) || last == (ASCII.lowerE, ASCII.lowerA + 3) {
      return true
    }
    return PathVocabulary.headings.containsFolded(text, from: start, to: end)
      || Prose.predicates.containsFolded(text, from: start, to: end)
      || Prose.openers.containsFolded(text, from: start, to: end)
  }

  // MARK: Blanks in the last component

  /// A path of three components and more, or one below a folder of a known name, whose last component
  /// holds a blank before its extension.
  func deepRelative(_ extent: PathExtent, first: Range<Int>) -> PathExtent? {
    guard extent.components > 2 || PathVocabulary.directories.containsFolded(text, first),
      !extent.isNumeric, extent.separator != .encoded,
      extent.end >= urlEnd, self[extent.end] == ASCII.space
    else { return nil }
    let start = extent.end + 1
    var end = start
    while end - start <= Self.lookBack, isPlainNameByte(end) { end += 1 }
    end = characterStart(end, after: start)
    while end > start, self[end - 1] == ASCII.dot { end -= 1 }
    guard hasKnownExtension(from: start, to: end), self[start].isWord else { return nil }
    var result = extent
    result.end = end
    return result
  }
}
