/// Words that a grammar knows, kept as one literal with single spaces between them and indexed once, so
/// that a look-up allocates nothing and works in Embedded Swift.
///
/// A look-up costs about as much as comparing one word.
struct WordTable: Sendable {
  private let words: StaticString

  /// For each slot, one more than the offset of a word in the literal, or 0: open addressing over at
  /// least twice as many slots as words, so that an empty one always ends a search.
  private let slots: [UInt16]

  /// The first bytes of the words, modulo 32, and their lengths: most look-ups end here.
  private let firsts: UInt32
  private let lengths: UInt32

  /// Makes the table of `words`, a literal of less than 65,535 bytes.
  init(_ words: StaticString) {
    self.words = words
    var (firsts, lengths): (UInt32, UInt32) = (0, 0)
    slots = words.withUTF8Buffer { table in
      var count = 1
      for byte in table where byte == ASCII.space { count += 1 }
      var size = 4
      while size < 2 * count { size *= 2 }
      var slots = [UInt16](repeating: 0, count: size)
      var start = 0
      while start < table.count {
        var end = start
        while end < table.count, table[end] != ASCII.space { end += 1 }
        if end > start {
          firsts |= 1 << UInt32(table[start] & 31)
          // A longer one is never looked up.
          if end - start <= Self.longest { lengths |= 1 << UInt32(end - start) }
          let second = table[min(start + 1, end - 1)]
          var slot = Self.hash(table[start], second, table[end - 1], end - start) & (size - 1)
          while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
          slots[slot] = UInt16(truncatingIfNeeded: start + 1)
        }
        start = end + 1
      }
      return slots
    }
    (self.firsts, self.lengths) = (firsts, lengths)
  }

  /// The longest word that is looked up.
  private static let longest = 24

  /// Whether a word of that length may begin with `first`, in either case.
  private func mayHold(first: UInt8, length: Int) -> Bool {
    firsts >> UInt32(first & 31) & 1 == 1 && length <= Self.longest
      && lengths >> UInt32(truncatingIfNeeded: length) & 1 == 1
  }

  /// A number for a word's letters, whatever their case, and its length.
  private static func hash(_ first: UInt8, _ second: UInt8, _ last: UInt8, _ length: Int) -> Int {
    // At most 255 · 167 and 24 · 577, or more for a longer word of the table.
    Int(first | 0x20) &* 7 &+ Int(second | 0x20) &* 131 &+ Int(last | 0x20) &* 29 &+ length &* 577
  }

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
    guard start >= 0, start < end, end <= text.count else { return false }
    let length = end - start
    guard mayHold(first: text[start], length: length) else { return false }
    let second = text[min(start + 1, end - 1)]
    var slot = Self.hash(text[start], second, text[end - 1], length) & (slots.count - 1)
    while slots[slot] != 0 {
      let word = Int(slots[slot]) - 1
      // The literal is the program's own constant, and the word lies in it.
      let isEqual = words.withUTF8Buffer { table in
        guard word + length <= table.count,
          word + length == table.count || table[word + length] == ASCII.space
        else { return false }
        for offset in 0..<length {
          let byte = text[start + offset]
          if (folding ? byte.lowercased : byte) != table[word + offset] { return false }
        }
        return true
      }
      if isEqual { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
