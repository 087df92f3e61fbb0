/// Reads one text for paths: a position, the edge that the last finding left, and what is known of the
/// URL and the quotes around it.
///
/// Every byte is looked at a bounded number of times: what `path(at:)` read and did not take lies
/// before `next`.
struct PathReader: ~Escapable {
  let text: Span<UInt8>

  /// The end of the last finding: what stands there is judged as if at the text's edge.
  private(set) var edge = 0

  /// Where to look for the next trigger after a refusal.
  var next = 0

  /// The end of the present URL: before it only a home directory, a drive or a file's URL counts.
  var urlEnd = 0

  /// The end of the present URL's host and path, in which a bare separator begins nothing.
  var urlPathEnd = 0

  /// In the present URL, if that has a user, the path of a repository up to its `.git`.
  var repository = 0..<0

  /// Up to where mail addresses in refused words were looked for.
  private var settledEnd = 0

  /// The end of the last finding that was one of a list of directories.
  var listEnd = 0

  /// What is known of the closing quotes ahead, for `"`, `'` and the backtick.
  var quotes = QuoteMemory()
  var apostrophes = QuoteMemory()
  var backticks = QuoteMemory()

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// The byte at `position`, or NUL outside the text.
  subscript(_ position: Int) -> UInt8 {
    UInt(bitPattern: position) < UInt(bitPattern: text.count) ? text[position] : 0
  }

  /// The byte before `position`, or NUL at the edge.
  func before(_ position: Int) -> UInt8 { position > edge ? self[position - 1] : 0 }

  /// Where the character at `position` begins: a look that a bound ended may have stopped inside one.
  func characterStart(_ position: Int, after floor: Int) -> Int {
    var start = position
    while start > floor, self[start].isContinuation { start -= 1 }
    return start
  }

  mutating func leave(behind extent: PathExtent) {
    if isListed(extent.start) { listEnd = extent.end }
    edge = extent.end
    next = extent.end
  }

  /// The path that shows itself at the trigger at `position`; if there is none, `next` says where to
  /// go on.
  mutating func path(at position: Int) -> PathExtent? {
    let seen = next
    next = position + 1
    guard let found = judge(position, seen: seen), found.end > found.start, found.start >= edge
    else {
      if position >= urlPathEnd { settle(from: seen) }
      return nil
    }
    if position < urlEnd, !countsInURL(found) {
      next = max(next, min(found.end, urlEnd))
      return nil
    }
    return extendedToQuote(found)
  }

  /// Whether a path inside a URL is a file's: below a home, on a drive, or a file's URL.
  private func countsInURL(_ extent: PathExtent) -> Bool {
    switch extent.root {
    case .home, .file: return true
    case .plain, .cloud: return false
    case .system:
      let start = extent.start
      guard self[start].isLetter else { return false }
      return self[start + 1] == ASCII.colon
        || PathGrammar.encodedColonLength(in: text, at: start + 1) > 0
    }
  }

  private mutating func judge(_ position: Int, seen: Int) -> PathExtent? {
    switch self[position] {
    case ASCII.colon:
      return afterColon(position)
    case ASCII.percent:
      return encoded(position, seen: seen)
    case ASCII.tilde:
      return tilde(position)
    default:
      if position < urlPathEnd { return ownedRepository(position) ?? servedFile(position) }
      if let end = endOfUnseparated(position) { return refused(end) }
      let start = segmentStart(before: position, seen: seen)
      if start == position { return rooted(position, from: position) }
      return relative(position, from: start)
    }
  }

  /// Where the word that ends before `position` begins: after a boundary, at the edge, or where an
  /// earlier refusal stopped.
  func segmentStart(before position: Int, seen: Int) -> Int {
    let floor = max(edge, min(seen, position))
    var start = position
    while start > floor {
      var previous = start - 1
      let byte = self[previous]
      if byte < 0x80 {
        if byte == ASCII.apostrophe, previous > floor, self[previous - 1].isWord,
          self[start].isWord
        {
          start = previous
          continue
        }
        if PathGrammar.isBoundary(byte) { break }
      } else {
        while previous > floor, self[previous].isContinuation { previous -= 1 }
        if Typography.pathBreak(in: text, at: previous) > 0, !isInnerApostrophe(previous) { break }
        if Typography.isPathOpener(in: text, at: previous) { break }
      }
      start = previous
    }
    return start
  }

  /// Whether the apostrophe at `position`, straight or curly, stands inside a word.
  func isInnerApostrophe(_ position: Int) -> Bool {
    guard before(position).isWord else { return false }
    if self[position] == ASCII.apostrophe { return self[position + 1].isWord }
    return self[position] == 0xE2 && self[position + 1] == 0x80 && self[position + 2] == 0x99
      && self[position + 3].isAlphanumeric
  }

  /// Moves the edge behind the last mail address in what was read and refused, because that is how the
  /// text will look once the address is masked, and has the rest judged again, once.
  private mutating func settle(from start: Int) {
    let reached = next
    var position = max(start, edge, settledEnd)
    var last = edge
    while position < min(reached, text.count) {
      let byte = self[position]
      guard byte == ASCII.at || byte == ASCII.percent || byte == 0xEF,
        let address = EmailGrammar.extent(around: position, in: text, after: last)
      else {
        position += 1
        continue
      }
      last = address.upperBound
      position = max(position + 1, last)
    }
    guard last > edge else { return }
    settledEnd = reached
    edge = last
    next = last
  }
}
