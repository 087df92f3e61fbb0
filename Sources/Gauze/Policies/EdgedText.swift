/// A text as a detector reads it: nothing before the end of its last finding can be seen, so that what
/// stands beside a placeholder is judged as if at the edge of the text.
struct EdgedText: ~Escapable {
  let text: Span<UInt8>

  /// The end of the last finding.
  var edge = 0

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  var count: Int { text.count }

  /// The byte at `position`, or NUL outside the text and before the edge.
  subscript(_ position: Int) -> UInt8 {
    position >= edge && position < text.count ? text[position] : 0
  }

  /// Whether `word` stands at `start`.
  func holds(_ word: StaticString, at start: Int) -> Bool {
    let end = start + word.utf8CodeUnitCount
    guard start >= edge, end <= text.count else { return false }
    return text.extracting(start..<end).equals(word)
  }

  /// Where the letters, digits and underscores before `end` begin, at most 32 bytes away; `end` if
  /// there are none or more.
  func wordStart(before end: Int) -> Int {
    var start = end
    while self[start - 1].isAlphanumeric || self[start - 1] == ASCII.underscore {
      start -= 1
      if end - start > 32 { return end }
    }
    return start
  }

  /// The end of the blanks before `end`, at most 8 bytes away.
  func blanksStart(before end: Int) -> Int {
    var start = end
    while end - start < 8, self[start - 1] == ASCII.space || self[start - 1] == ASCII.tab {
      start -= 1
    }
    return start
  }

  /// The end of the digits that begin at `start`, at most `most`.
  func digitsEnd(from start: Int, most: Int) -> Int {
    var end = start
    while end - start < most, self[end].isDigit { end += 1 }
    return end
  }

  /// Where the last part of the name that ends at `end` begins: `Version` of `fileVersion`, `host` of
  /// `db_host`; nothing before `start` counts.
  func lastPart(from start: Int, to end: Int) -> Int {
    var position = end
    while position > start {
      let byte = self[position - 1]
      if byte == ASCII.underscore { return position }
      if byte.isLowercase, self[position].isUppercase, position < end { return position }
      position -= 1
    }
    return start
  }
}
