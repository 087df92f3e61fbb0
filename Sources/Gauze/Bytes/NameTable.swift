// Open addressing over a table at most a quarter full. The names are fixed when the schema is
// compiled, so an input can neither fill a slot nor lengthen a run: a look-up costs one hash of at
// most 16 bytes, one or two comparisons, and no memory.

/// A closed set of names, each with its number in the order in which they were given.
package struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = [0]
  private var slots: [Int32] = []
  private var mask = 0

  /// Makes a table of `names`, of which no two are equal, or whose doubles `hasNoDoubles` finds.
  package init(_ names: [[UInt8]] = []) {
    for name in names {
      bytes += name
      ends.append(Int32(bytes.count))
    }
    var size = 8
    while size < names.count * 4 { size *= 2 }
    mask = size - 1
    slots = [Int32](repeating: -1, count: size)
    for (index, name) in names.enumerated() {
      var slot = Self.hash(name.span) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  /// How many names there are.
  package var count: Int { ends.count - 1 }

  /// The name of that number.
  @_lifetime(borrow self)
  package borrowing func name(at index: Int) -> Span<UInt8> {
    bytes.span.extracting(Int(ends[index])..<Int(ends[index + 1]))
  }

  /// The number of `name`, or -1.
  package func index(of name: Span<UInt8>) -> Int {
    var slot = Self.hash(name) & mask
    while true {
      let index = Int(slots[slot])
      if index < 0 || matches(name, at: index) { return index }
      slot = (slot &+ 1) & mask
    }
  }

  /// Whether `name` is the one of that number; false beyond the last.
  @inline(__always)
  package func matches(_ name: Span<UInt8>, at index: Int) -> Bool {
    guard index < count else { return false }
    let start = Int(ends[index])
    guard Int(ends[index + 1]) - start == name.count else { return false }
    for position in name.indices where bytes[start &+ position] != name[position] { return false }
    return true
  }

  /// Mixes the length, the first eight and the last eight bytes.
  private static func hash(_ name: Span<UInt8>) -> Int {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    let short = min(name.count, 8)
    for index in 0..<short { head = head << 8 | UInt64(name[index]) }
    for index in (name.count - short)..<name.count { tail = tail << 8 | UInt64(name[index]) }
    let mixed =
      (head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(name.count)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 40)
  }
}

extension NameTable {
  /// Whether each name was given once.
  package var hasNoDoubles: Bool {
    for number in 0..<count where index(of: name(at: number)) != number { return false }
    return true
  }
}
