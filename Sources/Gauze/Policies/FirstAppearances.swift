/// `unique`: a list in, each of its items once out, in the order of first appearance (suppression).
///
/// Items are compared as they leave, byte for byte, after their own policies: `1` and `1.0` are two
/// items. Disclosure: which items there are, no longer how often. No parameters.
///
/// Not caught: how many different items there are.
///
/// Pieces of a text are noted in a table of twice as many slots as there can be pieces, on the stack.
package struct FirstAppearances {
  /// The most pieces, which is the most items that such a list may have.
  package static let most = 256

  private var slots = InlineArray<512, Int16>(repeating: -1)
  private var starts = InlineArray<256, Int>(repeating: 0)
  private var ends = InlineArray<256, Int>(repeating: 0)
  private var count = 0

  package init() {}

  /// Notes a piece of `text`; false if an equal one was noted before, or if there is no room.
  /// Complexity: O(piece), and O(256 pieces) at the worst.
  package mutating func note(_ piece: Range<Int>, of text: Span<UInt8>) -> Bool {
    let bytes = text.extracting(piece)
    var slot = Self.hash(bytes)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if text.extracting(starts[index]..<ends[index]).equals(bytes) { return false }
      slot = (slot &+ 1) & 511
    }
    guard count < Self.most else { return false }
    slots[slot] = Int16(truncatingIfNeeded: count)
    starts[count] = piece.lowerBound
    ends[count] = piece.upperBound
    count += 1
    return true
  }

  /// FNV-1a over all bytes, folded.
  private static func hash(_ bytes: Span<UInt8>) -> Int {
    var mixed: UInt32 = 2_166_136_261
    for index in bytes.indices { mixed = (mixed ^ UInt32(bytes[index])) &* 16_777_619 }
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 16) & 511)
  }
}
