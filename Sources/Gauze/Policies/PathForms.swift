// The forms in which a path may begin. Each function is given the position of a separator and answers
// with the path, or with nothing and `next` behind what it has read.

extension PathReader {
  /// A path whose first separator, at `position`, stands at the front: `/a/b`, `\a\b`, `\\srv\share`.
  /// `start` is where the finding begins.
  mutating func rooted(_ position: Int, from start: Int) -> PathExtent? {
    let body = afterSeparators(position, .either)
    var hasSlash = false
    for index in position..<body where self[index] == ASCII.slash { hasSlash = true }
    let previous = before(start)
    if previous == ASCII.rightBrace, let variable = bracedVariable(before: start) {
      guard isNameStart(body) else { return refused(body) }
      let separator = hasSlash ? PathSeparator.slash : .either
      return scan(from: variable, body: body, separator, root: .home)
    }
    if !hasSlash { return backslashed(position, body: body) }
    if self[position] == ASCII.slash, body - position == 2 {
      return doubleSlashed(position, body: body)
    }
    guard isNameStart(body) else { return refused(body) }
    let found = scan(from: start, body: body, .slash)
    if found.root != .plain, found.components > 1 { return found }
    let word = scan(from: start, body: body, .slash, spaced: false)
    if word.root == .plain, isRoute(word) { return refused(word.end) }
    // `**/*.ts` is a pattern, and `<host>/x/y` is what is left of an address.
    if previous == ASCII.asterisk, self[body] == ASCII.asterisk { return refused(word.end) }
    if found.root == .plain, followsPlaceholder(start) { return refused(word.end) }
    let isClosingTag = previous == ASCII.less
    if found.root != .plain, !isClosingTag { return found }
    let isDeep = found.components > 1 && !found.isNumeric
    let isFile = extensionStart(found) != nil
    let follows = previous == ASCII.rightParenthesis || previous == ASCII.rightBrace
    guard isDeep && !follows || isFile else { return refused(found.end) }
    return found
  }

  /// `//server/share` with a server that has no dot, behind a word for a share, or of WSL;
  /// `//./pipe/name`; anything else is a URL without its scheme.
  private mutating func doubleSlashed(_ position: Int, body: Int) -> PathExtent? {
    if self[body] == ASCII.dot, self[body + 1] == ASCII.slash, isNameStart(body + 2) {
      return scan(from: position, body: body + 2, .slash, root: .system)
    }
    var end = body
    while self[end].isWord || self[end] == ASCII.minus || self[end] == ASCII.dollar { end += 1 }
    let dot = end
    if self[end] == ASCII.dot, end > body {
      while self[end].isWord || self[end] == ASCII.minus || self[end] == ASCII.dot { end += 1 }
      let isShare =
        PathVocabulary.subsystems.containsFolded(text, from: body, to: end)
        || isShareNamed(before: position)
      if !isShare { end = dot }
    }
    if end - body >= 2, self[end] == ASCII.slash, isNameStart(end + 1) {
      return scan(from: position, body: body, .slash, rootComponents: 2)
    }
    readURL(from: body)
    return nil
  }

  /// Whether a word for a share, or the program that mounts one, stands before `position`.
  private func isShareNamed(before position: Int) -> Bool {
    var end = position
    if Self.isQuote(before(end)) { end -= 1 }
    if before(end) == ASCII.space { end -= 1 }
    var start = end
    while start > edge, end - start < 12,
      self[start - 1].isLetter || self[start - 1] == ASCII.underscore
        || self[start - 1] == ASCII.dot
    {
      start -= 1
    }
    return !before(start).isWord && PathVocabulary.shares.containsFolded(text, from: start, to: end)
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == ASCII.quote || byte == ASCII.apostrophe || byte == ASCII.backtick
  }

  /// `\a\b`, `\\server\share`, `\\?\C:\a`, `\\.\pipe\a`.
  mutating func backslashed(_ position: Int, body: Int) -> PathExtent? {
    let slashes = body - position
    if slashes == 2 || slashes == 4, self[body] == ASCII.question || self[body] == ASCII.dot,
      self[body + 1] == ASCII.backslash
    {
      var inner = afterSeparators(body + 1, .either)
      if self[inner].isLetter, self[inner + 1] == ASCII.colon { inner += 2 }
      inner = afterSeparators(inner, .either)
      guard isNameStart(inner) else { return refused(inner) }
      return scan(from: position, body: inner, .either, root: .system)
    }
    guard self[body].isWord || self[body] == ASCII.dot || self[body] == ASCII.dollar else {
      return refused(body)
    }
    // `\\server\share` has single separators after it; in JSON all are doubled.
    let isServer = slashes == 4 || slashes == 2 && !hasDoubledSeparator(after: body)
    guard isPlainName(body, isServer: isServer) else {
      return refused(scan(from: position, body: body, .either, spaced: false).end)
    }
    let found = scan(from: position, body: body, .either, rootComponents: isServer ? 2 : 0)
    if found.components > 1, found.root != .plain { return found }
    if isServer { return found.components > 1 ? found : refused(found.end) }
    let isFile = extensionStart(found) != nil
    guard found.components > 1, isFile || !isEscapes(position, to: found.end) else {
      return refused(found.end)
    }
    return found
  }

  /// `C:\a`, `C:/a`, `C:pay.sql`, `scheme://…`, `file:/a`.
  mutating func afterColon(_ position: Int) -> PathExtent? {
    var scheme = position
    let mark = before(position) == ASCII.asterisk ? position - 1 : position
    scheme = mark
    while scheme > edge, position - scheme < 24, isSchemeByte(self[scheme - 1]) { scheme -= 1 }
    let body = afterSeparators(position + 1, .either)
    let isURL = self[position + 1] == ASCII.slash && self[position + 2] == ASCII.slash
    // Only the letter before the colon can be a drive: `-f:C:\a`, `(C:\a`, `“C:\a`.
    if before(position).isLetter, !before(position - 1).isASCIIWord,
      !isURL || position - scheme == 1
    {
      return drive(position, body: body)
    }
    if !isURL, PathVocabulary.resources.contains(text, from: scheme, to: mark) {
      return refused(scan(from: position + 1, body: body, .slash, spaced: false).end)
    }
    // The common schemes first, at a glance.
    let isWeb = isURL && PathVocabulary.web.contains(text, from: scheme, to: position)
    if !isWeb, position - scheme > 1, self[scheme].isLetter, self[position + 1] == ASCII.slash {
      let isCloud = PathVocabulary.cloud.containsFolded(text, from: scheme, to: position)
      let isFile = PathVocabulary.files.containsFolded(text, from: scheme, to: position)
      let isHostless = isURL && self[position + 3] == ASCII.slash && position >= urlPathEnd
      if isURL && isCloud || self[position - 1] == ASCII.lowerS && isCloud && !isURL {
        if isNameStart(body) {
          return scan(from: scheme, body: body, .slash, root: .cloud, rootComponents: 1)
        }
      }
      let isLocal =
        isURL ? isFile : PathVocabulary.file.containsFolded(text, from: scheme, to: position)
      if isLocal || isHostless, isNameStart(body) {
        var inner = body
        if self[inner].isLetter, self[inner + 1] == ASCII.colon { inner += 2 }
        inner = afterSeparators(inner, .either)
        return scan(from: scheme, body: inner, .either, root: .file)
      }
    }
    if isURL, position >= urlPathEnd { readURL(from: position + 3) }
    return nil
  }

  private mutating func drive(_ position: Int, body: Int) -> PathExtent? {
    let start = position - 1
    guard isNameStart(body) else { return nil }
    let found = scan(from: start, body: body, .either, root: .system)
    if body > position + 1 { return found.isNumeric ? refused(found.end) : found }
    // Without a separator only a file's name counts, or a deeper path.
    if found.components > 1, !self[body].isDigit { return found }
    guard hasKnownExtension(from: found.lastStart, to: found.end) else { return nil }
    return found
  }

  /// A path with something before its first separator: `./a`, `~/a`, `$HOME/a`, `src/a.rs`.
  mutating func relative(_ position: Int, from segment: Int) -> PathExtent? {
    let start = unblankedStart(of: segment, before: position)
    let separator: PathSeparator = self[position] == ASCII.slash ? .slash : .either
    let body = afterSeparators(position, separator)
    let head = position - start
    if self[start] == ASCII.tilde, isNameRun(start + 1, to: position) {
      return scan(from: start, body: body, separator, root: .home)
    }
    if let variable = variableStart(from: start, to: position), isNameStart(body) {
      return scan(from: variable, body: body, separator, root: .home)
    }
    if isDots(start, to: position) {
      guard head <= 2, isNameStart(body) else { return refused(body) }
      return scan(from: start, body: body, separator, root: .system)
    }
    if isOrnament(start, to: position), !isDots(position - 1, to: position) {
      return rooted(position, from: position)
    }
    let found = scan(from: start, body: start, separator, spaced: false)
    if found.root == .home {
      return scan(from: start, body: start, separator)
    }
    if isModule(found, host: start..<position) { return refused(found.end) }
    if isRelativeFile(found) { return withFirstWords(found) }
    return quotedRelative(from: start, found) ?? deepRelative(found, first: start..<position)
      ?? unblankedRoot(position, body: body) ?? refused(found.end)
  }

  /// A percent-encoded path: `%2Fhome%2Fjane`, `C%3A%5CUsers`, `models%2Fpay.sql`.
  mutating func encoded(_ position: Int, seen: Int) -> PathExtent? {
    var start = position
    let floor = max(edge, min(seen, position))
    while start > floor, isEncodedByte(self[start - 1]), !endsSurroundings(start) { start -= 1 }
    let body = afterSeparators(position, .encoded)
    var colon = position - 3
    while colon >= start, position - colon <= 9,
      PathGrammar.encodedColonLength(in: text, at: colon) != position - colon
    {
      colon -= 1
    }
    let hasColon = colon >= start && position - colon <= 9
    if hasColon || before(position) == ASCII.colon && position - 1 > edge {
      let end = hasColon ? colon : position - 1
      if before(end).isLetter, !before(end - 1).isASCIIWord || isEscape(endingAt: end - 1) {
        guard isNameStart(body) else { return nil }
        return scan(from: end - 1, body: body, .encoded, root: .system)
      }
      var scheme = end
      while scheme > floor, end - scheme < 24, isSchemeByte(self[scheme - 1]) { scheme -= 1 }
      if PathVocabulary.files.containsFolded(text, from: scheme, to: end) {
        return scan(from: scheme, body: body, .encoded, root: .file)
      }
      if PathVocabulary.cloud.containsFolded(text, from: scheme, to: end), isNameStart(body) {
        return scan(from: scheme, body: body, .encoded, root: .cloud, rootComponents: 1)
      }
      if hasColon {
        let url = scan(from: position, body: body, .encoded)
        return url.root == .home ? url : refused(url.end)
      }
    }
    if start == position || self[position - 1] == ASCII.colon {
      let found = scan(from: position, body: body, .encoded)
      if found.root != .plain || found.components > 1 && !found.isNumeric { return found }
      return extensionStart(found) != nil ? found : refused(found.end)
    }
    let found = scan(from: start, body: start, .encoded)
    if found.root == .home || isRelativeFile(found) { return found }
    if let rooted = unblankedEncoded(position, body: body, floor: floor) { return rooted }
    return refused(found.end)
  }

  /// Whether the first component of a path with a leading backslash reads as a name, and something
  /// follows it: no class of a regular expression, no escape of a scalar.
  private func isPlainName(_ start: Int, isServer: Bool) -> Bool {
    let end = wordEnd(start)
    guard end - start >= 2 else { return false }
    if self[end] != ASCII.space {
      guard afterSeparators(end, .either) > end, isNameStart(afterSeparators(end, .either)) else {
        return false
      }
    }
    let isUnicode = self[start] == ASCII.lowerU && end - start >= 5 && !isServer
    let isByte = self[start] == ASCII.lowerX && end - start >= 3 && !isServer
    guard isUnicode || isByte else { return true }
    for position in start + 1..<start + (isUnicode ? 5 : 3) where !self[position].isHexDigit {
      return true
    }
    return false
  }

  private func wordEnd(_ start: Int) -> Int {
    var end = start
    while isPlainNameByte(end), self[end] != ASCII.plus, self[end] != ASCII.asterisk,
      self[end] != ASCII.caret
    {
      end += 1
    }
    return end
  }

  /// Whether the first separator after `start` in the same word is doubled.
  func hasDoubledSeparator(after start: Int) -> Bool {
    let end = wordEnd(start)
    return self[end] == ASCII.backslash && self[end + 1] == ASCII.backslash
  }

  /// Whether the components after backslashes read as escapes: one letter alone, or all of them
  /// beginning with one of `n`, `r`, `t`; or as a regular expression.
  private func isEscapes(_ start: Int, to end: Int) -> Bool {
    var isBreaks = true
    var position = start
    while position < end {
      let name = afterSeparators(position, .either)
      var last = max(name, position + 1)
      while last < end, self[last] != ASCII.backslash, self[last] != ASCII.slash {
        switch self[last] {
        case ASCII.asterisk, ASCII.plus, ASCII.caret, ASCII.dollar, ASCII.leftBracket: return true
        default: last += 1
        }
      }
      if last - name == 1 { return true }
      let first = self[name]
      if name < last, first != ASCII.lowerN, first != ASCII.lowerR, first != ASCII.lowerT {
        isBreaks = false
      }
      position = last
    }
    return isBreaks
  }

  /// `https://jane:hunter2@git.acme.example/acme/app.git`: the repository that a user's URL names, of
  /// which the slash before it is no part.
  func ownedRepository(_ position: Int) -> PathExtent? {
    guard position + 1 == repository.lowerBound, position >= edge else { return nil }
    var extent = PathExtent(
      start: position + 1,
      end: repository.upperBound,
      lastStart: position + 1,
      separator: .slash
    )
    extent.root = .file
    extent.components = 2
    return extent
  }

  /// `http://localhost:5173/@fs/Users/jane/a.ts`: a development server's route to a file.
  func servedFile(_ position: Int) -> PathExtent? {
    let mark = position - 4
    guard mark > edge, self[mark] == ASCII.slash, self[mark + 1] == ASCII.at,
      self[mark + 2] == ASCII.lowerF, self[mark + 3] == ASCII.lowerS
    else { return nil }
    var body = afterSeparators(position, .slash)
    if self[body].isLetter, self[body + 1] == ASCII.colon {
      body = afterSeparators(body + 2, .slash)
    }
    guard isNameStart(body) else { return nil }
    return scan(from: position, body: body, .slash, root: .file)
  }

  /// Whether a placeholder ends at `start`.
  private func followsPlaceholder(_ start: Int) -> Bool {
    guard before(start) == ASCII.greater else { return false }
    var name = start - 1
    while name > edge, start - name < Placeholder.longest, self[name - 1].isLowercase { name -= 1 }
    return name < start - 1 && before(name) == ASCII.less
  }

  mutating func refused(_ end: Int) -> PathExtent? {
    next = max(next, end)
    return nil
  }
}
