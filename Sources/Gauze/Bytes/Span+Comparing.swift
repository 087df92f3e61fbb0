extension Span where Element == UInt8 {
  /// Whether these bytes are those of `literal`.
  package func equals(_ literal: StaticString) -> Bool {
    guard count == literal.utf8CodeUnitCount else { return false }
    return literal.withUTF8Buffer { other in
      for index in indices where self[index] != other[index] { return false }
      return true
    }
  }

  /// Whether these bytes are those of `other`.
  package func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }

  /// Whether these bytes come before those of `other`, as unsigned numbers from the left.
  package func precedes(_ other: Span<UInt8>) -> Bool {
    let shared = Swift.min(count, other.count)
    var index = 0
    while index < shared {
      if self[index] != other[index] { return self[index] < other[index] }
      index &+= 1
    }
    return count < other.count
  }
}

extension Span where Element == UInt8 {
  /// The first byte, if there is one.
  package var first: UInt8? { isEmpty ? nil : self[0] }

  /// A copy of the bytes in `range`. Complexity: O(range).
  package func copy(of range: Range<Int>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for index in range { copy.append(self[index]) }
    return copy
  }

  /// Whether `test` holds for every byte.
  package func allSatisfy(_ test: (UInt8) -> Bool) -> Bool {
    for index in indices where !test(self[index]) { return false }
    return true
  }
}
