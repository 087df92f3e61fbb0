// What lies behind a blank: more of the same path, more of a person's name, or the sentence's next
// word. Every look ahead is bounded by 255 bytes and is made once for each end of a path.

extension PathReader {
  private static var lookAhead: Int { 255 }

  /// Where the component goes on behind the blank at `position`, if that is proven.
  ///
  /// One or two words are proven by a separator inside the next or by an extension at its end; three
  /// to six only by a separator with something deep behind it, or as the words of a person's name
  /// below a home. A tab, three blanks, a delimiter and a
  /// known extension before the blank are boundaries.
  func proof(
    afterBlank position: Int,
    _ extent: PathExtent,
    words limit: Int = 6,
    files: Bool = true
  ) -> Int? {
    guard position > extent.lastStart, extent.separator != .encoded, position >= urlEnd,
      !hasKnownExtension(from: extent.lastStart, to: position)
    else { return nil }
    var start = position
    var word = 1
    var isName = extent.root == .home
    while word <= limit {
      guard let next = afterBlanks(start), next - position <= Self.lookAhead,
        isContinuationStart(next, extent.separator)
      else { return nil }
      var end = next
      while end - position <= Self.lookAhead, isPlainNameByte(end) || isBracketByte(self[end]) {
        if extent.separator == .slash, self[end] == ASCII.backslash { return nil }
        end += 1
      }
      end = characterStart(end, after: next)
      let after = afterSeparators(end, extent.separator)
      if after > end {
        guard isNameStart(after), !isPair(from: next, to: end, after: after) else { return nil }
        isName = isName && isNameWord(from: next, to: end)
        return word <= 2 || isName || isDeep(from: after, extent.separator) ? end : nil
      }
      // A volume: `-v /Users/jane/pay data:/work`.
      if extent.root == .home, word <= 2, self[end] == ASCII.colon, self[end + 1] == ASCII.slash,
        self[end + 2] != ASCII.slash
      {
        return end
      }
      let last = self[end - 1] == ASCII.dot ? end - 1 : end
      if files, word <= 2, end - next <= 30, isExtensionProof(from: next, to: last, extent) {
        return last
      }
      guard self[end] == ASCII.space, last == end || end - next <= 4 else { return nil }
      isName = isName && isNameWord(from: next, to: end)
      start = end
      word += 1
    }
    return nil
  }

  /// Whether a word may be part of a person's name by its looks: `Carlos`, `van`, `李`.
  private func isNameWord(from start: Int, to end: Int) -> Bool {
    self[start].isUppercase || self[start] >= 0x80
      || PathVocabulary.particles.contains(text, from: start, to: end)
  }

  /// The end of the words after the blank at `position` that may belong to a person's name: one word
  /// whatever it is, then capitalised and uncased words, particles and the word after a particle.
  func nameEnd(after position: Int, _ extent: PathExtent) -> Int {
    guard position > extent.lastStart, position >= urlEnd, extensionStart(extent) == nil else {
      return position
    }
    var end = position
    // How many words may be anything: below a home one, and in the owner's own name one more.
    var free = extent.lastStart == extent.ownerStart ? 2 : 1
    var isOwed = false
    while end - position <= Self.lookAhead, let start = afterBlanks(end) {
      var word = start
      while word - position <= Self.lookAhead, isNameByte(word) { word += 1 }
      word = characterStart(word, after: start)
      var last = word
      while last > start, self[last - 1] == ASCII.dot || self[last - 1] == ASCII.minus {
        last -= 1
      }
      guard last > start, self[start].isWord, endsWord(word) else { break }
      let isParticle = PathVocabulary.particles.contains(text, from: start, to: last)
      if !isOwed, !isParticle, isSentenceWord(from: start, to: last) { break }
      let isCapital = self[start].isUppercase || self[start] >= 0x80
      let isFirst = end == position
      let isPlain = !isProse(from: start, to: last)
      guard isOwed || isParticle || isCapital || isFirst || free > 0 && isPlain else { break }
      end = last
      free = isPlain ? free - 1 : 0
      isOwed = isParticle
      // A stop ends the sentence, unless it follows an initial or a title.
      if word > last {
        guard last - start <= 2, self[last] == ASCII.dot else { break }
        end = last + 1
      }
    }
    return end
  }

  /// Whether a word makes a sentence rather than a name.
  private func isProse(from start: Int, to end: Int) -> Bool {
    for position in start..<end where !self[position].isLetter && self[position] < 0x80 {
      return true
    }
    return Prose.predicates.containsFolded(text, from: start, to: end)
      || Prose.openers.containsFolded(text, from: start, to: end)
      || PathVocabulary.headings.containsFolded(text, from: start, to: end)
  }

  /// The end of what else may belong to the name of a home's owner that ends at `position`, if that is
  /// capitalised: `Zorro (Quux)`, `Zorro & Quux`, `Quux, Zorro`.
  func ownerEnd(after position: Int, _ extent: PathExtent) -> Int {
    guard extent.lastStart == extent.ownerStart, extent.root == .home, position >= urlEnd,
      self[extent.lastStart].isUppercase || self[extent.lastStart] >= 0x80
    else { return position }
    switch (self[position], self[position + 1]) {
    case (ASCII.space, ASCII.leftParenthesis):
      let end = capitalisedEnd(from: position + 2)
      return end > position + 2 && self[end] == ASCII.rightParenthesis ? end + 1 : position
    case (ASCII.space, ASCII.ampersand) where self[position + 2] == ASCII.space:
      let end = capitalisedEnd(from: position + 3)
      return end > position + 3 ? end : position
    case (ASCII.comma, ASCII.space):
      let end = capitalisedEnd(from: position + 2)
      return end > position + 2 && endsWord(end) && self[end] != ASCII.colon ? end : position
    default:
      return position
    }
  }

  /// The end of the capitalised words from `start` on, at most three; `start` if there are none.
  private func capitalisedEnd(from start: Int) -> Int {
    var end = start
    for _ in 0..<3 {
      let word = end > start && self[end] == ASCII.space ? end + 1 : end
      guard end == start || word > end else { break }
      var last = word
      while last - start <= Self.lookAhead, isNameByte(last) { last += 1 }
      last = characterStart(last, after: word)
      while last > word, self[last - 1] == ASCII.dot { last -= 1 }
      guard last > word, self[word].isUppercase || self[word] >= 0x80,
        !isProse(from: word, to: last)
      else { break }
      end = last
    }
    return end
  }

  private func isSentenceWord(from start: Int, to end: Int) -> Bool {
    PathVocabulary.joints.contains(text, from: start, to: end)
      || PathVocabulary.errors.contains(text, from: start, to: end)
      || PathVocabulary.methods.contains(text, from: start, to: end)
  }

  /// Whether what stands at `position` leaves the word before it a word of prose: no key, call,
  /// address, path or drive.
  private func endsWord(_ position: Int) -> Bool {
    switch self[position] {
    case ASCII.colon:
      let next = self[position + 1]
      return next != ASCII.slash && next != ASCII.backslash && next != ASCII.percent
    case ASCII.equals, ASCII.at, ASCII.leftParenthesis, ASCII.leftBracket, ASCII.leftBrace,
      ASCII.slash, ASCII.backslash, ASCII.percent, ASCII.asterisk, ASCII.plus, ASCII.dollar,
      ASCII.hash, ASCII.tilde, ASCII.ampersand, ASCII.caret:
      return false
    default:
      return true
    }
  }

  /// The position after one or two blanks at `position`, or nothing.
  private func afterBlanks(_ position: Int) -> Int? {
    guard self[position] == ASCII.space else { return nil }
    if self[position + 1] != ASCII.space { return position + 1 }
    return self[position + 2] == ASCII.space ? nil : position + 2
  }

  /// Whether a word at `position` can go on with a component: no option, variable, or path of its own.
  private func isContinuationStart(_ position: Int, _ separator: PathSeparator) -> Bool {
    let byte = self[position]
    switch byte {
    case ASCII.minus:
      return self[position + 1] == ASCII.space
    case ASCII.dot:
      return self[position + 1].isAlphanumeric
    case ASCII.leftParenthesis, ASCII.leftBracket, ASCII.underscore, ASCII.hash, ASCII.plus:
      return true
    case ASCII.ampersand:
      return self[position + 1] == ASCII.space
    default:
      return byte.isWord && Typography.pathBreak(in: text, at: position) == 0
    }
  }

  private func isBracketByte(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.leftParenthesis, ASCII.rightParenthesis, ASCII.leftBracket, ASCII.rightBracket,
      ASCII.ampersand:
      return true
    default:
      return false
    }
  }

  /// `and/or`, `3/4`, `HTTP/1`: a separator that proves nothing.
  private func isPair(from start: Int, to end: Int, after: Int) -> Bool {
    if self[after].isDigit {
      if self[end - 1].isDigit { return true }
      if end - start == 4, self[start] == ASCII.upperH, self[start + 3] == ASCII.upperP {
        return true
      }
    }
    var last = after
    while last - start <= 24, self[last].isWord { last += 1 }
    return PathVocabulary.pairs.containsFolded(text, from: start, to: last)
      || PathVocabulary.mediaTypes.contains(text, from: start, to: end)
  }

  /// Whether a second separator or an extension follows in the word at `position`.
  private func isDeep(from position: Int, _ separator: PathSeparator) -> Bool {
    var end = position
    while end - position <= Self.lookAhead, isPlainNameByte(end) { end += 1 }
    let after = afterSeparators(end, separator)
    if after > end { return isNameStart(after) }
    if self[end - 1] == ASCII.dot { end -= 1 }  // the sentence's
    return hasKnownExtension(from: position, to: end)
  }

  private func isExtensionProof(from start: Int, to end: Int, _ extent: PathExtent) -> Bool {
    if hasKnownExtension(from: start, to: end) { return true }
    guard extent.root != .plain, let dot = extensionDot(from: start, to: end) else { return false }
    return self[dot + 1].isLetter && end - dot > 2 && !self[start].isDigit
  }
}
