/// Words that a grammar knows, kept as one literal with single spaces between them, so that a look-up
/// allocates nothing and works in Embedded Swift.
///
/// A look-up costs the length of the table; ask only where a candidate already stands.
struct WordTable: Sendable {
  private let words: StaticString

  init(_ words: StaticString) { self.words = words }

  /// Whether the bytes of `text` from `start` to `end` are one of the words, spelt exactly.
  func contains(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    search(text, from: start, to: end, folding: false)
  }

  /// Whether the bytes of `text` from `start` to `end` are one of the words, which must be in lower
  /// case, when `A`…`Z` count as small.
  func containsFolded(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    search(text, from: start, to: end, folding: true)
  }

  private func search(
    _ text: Span<UInt8>,
    from start: Int,
    to end: Int,
    folding: Bool
  ) -> Bool {
    guard start >= 0, start < end, end <= text.count, end - start <= 24 else { return false }
    return words.withUTF8Buffer { table in
      var word = 0
      while word < table.count {
        var offset = 0
        while word + offset < table.count, table[word + offset] != ASCII.space { offset += 1 }
        if offset == end - start {
          var matched = 0
          while matched < offset {
            let byte = text[start + matched]
            if (folding ? byte.lowercased : byte) != table[word + matched] { break }
            matched += 1
          }
          if matched == offset { return true }
        }
        word += offset + 1
      }
      return false
    }
  }
}
