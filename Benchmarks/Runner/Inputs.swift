internal import Gauze

/// The values that one pass of a benchmark goes through, end to end in one stretch of memory.
struct Inputs {
  private(set) var bytes: [UInt8] = []
  private(set) var ranges: [Range<Int>] = []

  /// Holds `values`, gone through `rounds` times in their order.
  init(_ values: [String], rounds: Int = 1) {
    for _ in 0..<rounds {
      for value in values { append(Array(value.utf8)) }
    }
  }

  mutating func append(_ value: [UInt8]) {
    let start = bytes.count
    bytes += value
    ranges.append(start..<bytes.count)
  }

  func value(_ index: Int) -> [UInt8] { Array(bytes[ranges[index]]) }
}

/// What the times are compared with: a plain loop that looks at every byte of the same input once
/// and counts the line feeds.
@inline(never)
func countLineFeeds(_ bytes: Span<UInt8>) -> Int {
  var count = 0
  for index in bytes.indices where bytes[index] == ASCII.lineFeed { count &+= 1 }
  return count
}
