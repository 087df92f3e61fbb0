/// A member's name, as written or decoded, and the value that it names.
package struct KeyEntry: Sendable {
  var start: Int
  var end: Int
  /// Whether the range is one of the ledger's own bytes, not of the record's.
  var isDecoded: Bool
  /// What the caller noted beside the name.
  package var value: Int
}

/// The members' names of the objects that are open, to refuse a name that comes twice.
///
/// Names are compared as what they stand for: `"a"` and `"\u0061"` are the same. The memory is
/// kept from event to event.
package struct KeyLedger: Sendable {
  private var entries: [KeyEntry] = []
  private var marks: [Int] = []
  /// Names that were written with escapes, decoded.
  private var decoded = ByteBuffer()

  package init() {}

  /// Forgets everything, as at the start of an event.
  package mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    decoded.removeAll()
  }

  /// Begins an object.
  package mutating func open() { marks.append(entries.count) }

  /// Notes a member's name in the innermost open object.
  package mutating func add(_ key: JSONToken, in text: Span<UInt8>, value: Int = 0) {
    guard key.hasEscapes else {
      entries.append(KeyEntry(start: key.start, end: key.end, isDecoded: false, value: value))
      return
    }
    let start = decoded.count
    JSONText.decode(text.extracting(key.start..<key.end), into: &decoded)
    entries.append(KeyEntry(start: start, end: decoded.count, isDecoded: true, value: value))
  }

  /// Ends the innermost object and throws if a name came twice in it.
  /// Complexity: O(n log n) in the names' number and length.
  package mutating func close(_ text: Span<UInt8>) throws(JSONFault) {
    let first = marks.popLast() ?? 0
    let hasDoubles =
      entries.count - first <= 8
      ? hasEqualPair(from: first, text)
      : hasEqualNeighbours(from: first, text)
    entries.removeLast(entries.count - first)
    if hasDoubles { throw .duplicateKey }
  }

  /// Ends the innermost object, adds its entries to `sorted` in the order of their names' bytes, and
  /// throws if a name came twice.
  package mutating func close(
    _ text: Span<UInt8>,
    sortingInto sorted: inout [KeyEntry]
  ) throws(JSONFault) {
    let first = marks.popLast() ?? 0
    let hasDoubles = hasEqualNeighbours(from: first, text)
    for index in first..<entries.count { sorted.append(entries[index]) }
    entries.removeLast(entries.count - first)
    if hasDoubles { throw .duplicateKey }
  }

  /// The name of an entry, decoded.
  @_lifetime(copy text, borrow self)
  package borrowing func name(of entry: KeyEntry, in text: Span<UInt8>) -> Span<UInt8> {
    entry.isDecoded
      ? decoded.span.extracting(entry.start..<entry.end)
      : text.extracting(entry.start..<entry.end)
  }

  private func hasEqualPair(from first: Int, _ text: Span<UInt8>) -> Bool {
    var left = first
    while left < entries.count {
      var right = left + 1
      while right < entries.count {
        if name(of: entries[left], in: text).equals(name(of: entries[right], in: text)) {
          return true
        }
        right += 1
      }
      left += 1
    }
    return false
  }

  /// Sorts in place (heap sort: no memory, no bad case) and looks at neighbours.
  private mutating func hasEqualNeighbours(from first: Int, _ text: Span<UInt8>) -> Bool {
    let count = entries.count - first
    guard count > 1 else { return false }
    for root in (0..<count / 2).reversed() { sift(root, count, from: first, text) }
    for end in (1..<count).reversed() {
      entries.swapAt(first, first + end)
      sift(0, end, from: first, text)
    }
    for index in first + 1..<entries.count
    where name(of: entries[index - 1], in: text).equals(name(of: entries[index], in: text)) {
      return true
    }
    return false
  }

  private mutating func sift(_ root: Int, _ count: Int, from first: Int, _ text: Span<UInt8>) {
    var root = root
    while root * 2 + 1 < count {
      var child = root * 2 + 1
      if child + 1 < count, isOrdered(first + child, first + child + 1, text) { child += 1 }
      guard isOrdered(first + root, first + child, text) else { return }
      entries.swapAt(first + root, first + child)
      root = child
    }
  }

  private func isOrdered(_ left: Int, _ right: Int, _ text: Span<UInt8>) -> Bool {
    name(of: entries[left], in: text).precedes(name(of: entries[right], in: text))
  }
}
