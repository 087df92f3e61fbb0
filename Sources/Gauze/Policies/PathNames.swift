// The small questions that every form asks: is this a name, an extension, a separator, a variable?

extension PathReader {
  /// The position after the separators at `position`, or `position` itself. Backslashes before a
  /// quote escape it, and those before a literal line break follow a file's name: neither separates.
  func afterSeparators(_ position: Int, _ separator: PathSeparator) -> Int {
    var end = position
    switch separator {
    case .slash:
      while true {
        if self[end] == ASCII.slash {
          end += 1
        } else if self[end] == ASCII.backslash, self[end + 1] == ASCII.slash {
          end += 2
        } else {
          return end
        }
      }
    case .either:
      guard self[end] == ASCII.slash || self[end] == ASCII.backslash else { return end }
      while self[end] == ASCII.slash || self[end] == ASCII.backslash { end += 1 }
      let isEscape = self[end - 1] == ASCII.backslash && self[end] == ASCII.quote
      return isEscape || isLineBreak(position, end) ? position : end
    case .encoded:
      while true {
        let length = PathGrammar.encodedSeparatorLength(in: text, at: end)
        if length == 0 { return end }
        end += length
      }
    }
  }

  /// The end of the run of separators at `position` if it separates nothing. All of it is refused at
  /// once: each of its bytes would find the same.
  func endOfUnseparated(_ position: Int) -> Int? {
    guard afterSeparators(position, .either) == position else { return nil }
    var end = position
    while self[end] == ASCII.slash || self[end] == ASCII.backslash { end += 1 }
    return end
  }

  /// `\nError` after `a.py`: a line break that was escaped.
  private func isLineBreak(_ start: Int, _ end: Int) -> Bool {
    let byte = self[end]
    guard end - start <= 2, byte == ASCII.lowerN || byte == ASCII.lowerR || byte == ASCII.lowerT,
      !self[end + 1].isLowercase, !self[end + 1].isDigit, start > edge
    else { return false }
    var name = start
    while name > edge, start - name <= 32,
      self[name - 1].isAlphanumeric || self[name - 1] == ASCII.dot
    {
      name -= 1
    }
    return hasKnownExtension(from: name, to: start)
  }

  /// Whether a component can begin at `position`.
  func isNameStart(_ position: Int) -> Bool {
    guard position < text.count else { return false }
    let byte = self[position]
    switch byte {
    case ASCII.dot, ASCII.minus, ASCII.at, ASCII.dollar, ASCII.tilde, ASCII.leftParenthesis,
      ASCII.leftBracket, ASCII.leftBrace, ASCII.plus, ASCII.percent, ASCII.hash:
      return true
    case ASCII.asterisk:
      let next = self[position + 1]
      return next == ASCII.slash || next == ASCII.dot || next == ASCII.backslash
    default:
      return byte.isWord && Typography.pathBreak(in: text, at: position) == 0
    }
  }

  /// A byte of a name that separates nothing: no blank, bracket, delimiter or separator.
  func isPlainNameByte(_ position: Int) -> Bool {
    let byte = self[position]
    if byte.isAlphanumeric { return true }
    if byte >= 0x80 {
      return Typography.pathBreak(in: text, at: position) == 0 || isInnerApostrophe(position)
    }
    switch byte {
    case ASCII.dot, ASCII.minus, ASCII.underscore, ASCII.plus, ASCII.hash, ASCII.exclamation,
      ASCII.at, ASCII.tilde, ASCII.caret, ASCII.asterisk, ASCII.dollar, ASCII.percent:
      return true
    case ASCII.apostrophe:
      return isInnerApostrophe(position)
    default:
      return false
    }
  }

  /// A byte of a person's name.
  func isNameByte(_ position: Int) -> Bool {
    let byte = self[position]
    if byte.isWord || byte == ASCII.minus || byte == ASCII.dot {
      return Typography.pathBreak(in: text, at: position) == 0 || isInnerApostrophe(position)
    }
    return byte == ASCII.apostrophe && isInnerApostrophe(position)
  }

  /// The dot before an extension of one to eight letters and digits, at least one a letter, with a
  /// name before the dot.
  func extensionDot(from start: Int, to end: Int) -> Int? {
    var dot = end - 1
    var hasLetter = false
    while dot > start, end - dot <= 8, self[dot].isAlphanumeric {
      if self[dot].isLetter { hasLetter = true }
      dot -= 1
    }
    guard dot > start, dot < end - 1, self[dot] == ASCII.dot, hasLetter else { return nil }
    return dot
  }

  /// The dot before the extension of a path, if its last component has one.
  func extensionStart(_ extent: PathExtent) -> Int? {
    guard extent.components > extent.rootComponents, extent.lastStart != extent.ownerStart else {
      return nil
    }
    return extensionDot(from: extent.lastStart, to: extent.end)
  }

  /// Whether an extension from the list of known ones ends at `end`.
  func hasKnownExtension(from start: Int, to end: Int) -> Bool {
    guard let dot = extensionDot(from: start, to: end) else { return false }
    return PathVocabulary.extensions.containsFolded(text, from: dot + 1, to: end)
  }

  /// Whether a path without a root is a file's, by the extension of its last component.
  func isRelativeFile(_ extent: PathExtent) -> Bool {
    guard extent.components > 1, let dot = extensionStart(extent) else { return false }
    if isJavaFrame(extent) { return false }
    if PathVocabulary.extensions.containsFolded(text, from: dot + 1, to: extent.end) { return true }
    guard self[dot + 1].isLetter, extent.end - dot > 2 else { return false }
    // A version: `gcc/12.2.rc1`, `checkout@v4.rc`.
    var name = extent.lastStart
    for position in extent.lastStart..<dot where self[position] == ASCII.at { name = position + 1 }
    if self[name].lowercased == ASCII.lowerV { name += 1 }
    if self[name].isDigit { return false }
    for position in extent.start..<dot {
      switch self[position] {
      case ASCII.asterisk, ASCII.plus, ASCII.caret, ASCII.dollar:
        if extent.separator == .either { return false }
      default:
        continue
      }
    }
    return !isMediaType(extent, dot: dot)
  }

  /// `github.com/spf13/cobra`, `gopkg.in/yaml.v3`: an import path without a scheme. Deeper than an
  /// owner's module a known extension is a file's.
  func isModule(_ extent: PathExtent, host: Range<Int>) -> Bool {
    guard extent.separator == .slash,
      PathVocabulary.moduleHosts.contains(text, host)
    else { return false }
    let isFile = hasKnownExtension(from: extent.lastStart, to: extent.end)
    guard isFile else { return true }
    let isGo = self[extent.end - 1] == ASCII.lowerN + 1 && self[extent.end - 3] == ASCII.dot
    return extent.components < 4 && isGo
  }

  /// `java.base/java.lang.Thread.run(` after `at`: a frame of a Java stack, which names no file here.
  private func isJavaFrame(_ extent: PathExtent) -> Bool {
    guard self[extent.end] == ASCII.leftParenthesis else { return false }
    if PathVocabulary.javaModules.contains(text, from: extent.start, to: extent.start + 5) {
      return true
    }
    return before(extent.start) == ASCII.space
      && before(extent.start - 1) == ASCII.lowerT && before(extent.start - 2) == ASCII.lowerA
      && !before(extent.start - 3).isWord
  }

  /// `application/vnd.acme.report`: a registered tree of RFC 6838 §3.
  private func isMediaType(_ extent: PathExtent, dot: Int) -> Bool {
    guard extent.components == 2, extent.separator == .slash,
      PathVocabulary.mediaTypes.contains(text, from: extent.start, to: extent.lastStart - 1)
    else { return false }
    var tree = extent.lastStart
    while self[tree].isLowercase { tree += 1 }
    return PathVocabulary.mediaTrees.contains(text, from: extent.lastStart, to: tree)
  }

  /// Where the variable begins that ends with the brace before `position`: `${HOME}`.
  func bracedVariable(before position: Int) -> Int? {
    var name = position - 1
    while name > edge, position - name < 40, isVariableByte(self[name - 1]) { name -= 1 }
    guard position - name > 2, before(name) == ASCII.leftBrace, name - 1 > edge,
      before(name - 1) == ASCII.dollar
    else { return nil }
    return name - 2
  }

  /// Where a variable begins that reaches from `start` to `end`: `$HOME`, `%USERPROFILE%`, or the
  /// name after `$env:`.
  func variableStart(from start: Int, to end: Int) -> Int? {
    if self[start] == ASCII.percent, end - start >= 4, self[end - 1] == ASCII.percent {
      for position in start..<end
      where self[position] != ASCII.percent && !isVariableByte(self[position]) {
        return nil
      }
      return start
    }
    let isShell = self[start] == ASCII.dollar
    let name = isShell ? start + 1 : start
    guard end - name >= 2, end - name <= 40 else { return nil }
    for position in name..<end where !isVariableByte(self[position]) { return nil }
    if isShell { return start }
    let environment = start - 5
    guard environment >= edge, before(start) == ASCII.colon, self[environment] == ASCII.dollar,
      self[environment + 1].lowercased == ASCII.lowerE,
      self[environment + 2].lowercased == ASCII.lowerN,
      self[environment + 3].lowercased == ASCII.lowerV
    else { return nil }
    return environment
  }

  private func isVariableByte(_ byte: UInt8) -> Bool {
    byte.isUppercase || byte.isDigit || byte == ASCII.underscore
  }

  /// A user's name after `~`, or nothing.
  func isNameRun(_ start: Int, to end: Int) -> Bool {
    guard start < end else { return true }
    guard self[start].isLetter || self[start] >= 0x80 || self[start] == ASCII.underscore else {
      return false
    }
    for position in start..<end {
      let byte = self[position]
      guard byte.isWord || byte == ASCII.dot || byte == ASCII.minus else { return false }
    }
    return true
  }

  /// Whether only dots stand from `start` to `end`.
  func isDots(_ start: Int, to end: Int) -> Bool {
    guard start < end else { return false }
    for position in start..<end where self[position] != ASCII.dot { return false }
    return true
  }

  /// What may stand before an absolute path without being part of it: signs, or an option (`-I`).
  func isOrnament(_ start: Int, to end: Int) -> Bool {
    if end - start == 2, self[start] == ASCII.minus, self[start + 1].isLetter { return true }
    for position in start..<end where self[position].isWord { return false }
    return true
  }

  func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == ASCII.plus || byte == ASCII.minus || byte == ASCII.dot
  }

  func isEncodedByte(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.percent, ASCII.dot, ASCII.minus, ASCII.plus, ASCII.tilde, ASCII.at, ASCII.dollar,
      ASCII.exclamation:
      return true
    default:
      return byte.isWord
    }
  }

  /// Whether a percent escape ends at `end`, so that the letter there begins a word: `%3DC%3A%5C`.
  func isEscape(endingAt end: Int) -> Bool {
    end - 3 >= edge && self[end - 3] == ASCII.percent && self[end - 2].isHexDigit
      && self[end - 1].isHexDigit
  }
}
