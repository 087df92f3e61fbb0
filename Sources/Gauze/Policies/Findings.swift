/// What the detectors of a chain find in one text, fused into one set of spans; reused from text to
/// text, so that nothing is allocated.
package struct Findings: Sendable {
  /// The fused spans: ascending, none overlapping another.
  package private(set) var merged: [Finding] = []
  private var fresh: [Finding] = []
  private var older: [Finding] = []

  package init() {}

  /// Runs all `detectors` over the same text. Returns one bit for each that found something, the
  /// first detector's lowest. Complexity: O(text), for a fixed chain.
  package mutating func find(_ detectors: [Detector], in text: Span<UInt8>) -> UInt32 {
    merged.removeAll(keepingCapacity: true)
    var hits: UInt32 = 0
    var index = 0
    while index < detectors.count {
      fresh.removeAll(keepingCapacity: true)
      detectors[index].find(in: text, into: &fresh)
      if !fresh.isEmpty {
        hits |= 1 << UInt32(index)
        fuse()
      }
      index &+= 1
    }
    return hits
  }

  /// The same over the bytes of a buffer.
  package mutating func find(_ detectors: [Detector], in buffer: borrowing ByteBuffer) -> UInt32 {
    find(detectors, in: buffer.span)
  }

  /// Merges `fresh` into `merged`. Overlapping spans become one, named by the longest of them, and
  /// among equals by the order of `Placeholder`.
  private mutating func fuse() {
    if merged.isEmpty {
      swap(&merged, &fresh)
      return
    }
    swap(&merged, &older)
    merged.removeAll(keepingCapacity: true)
    var left = 0
    var right = 0
    var longest = 0
    while left < older.count || right < fresh.count {
      let takesLeft =
        right == fresh.count || (left < older.count && older[left].start <= fresh[right].start)
      let next = takesLeft ? older[left] : fresh[right]
      if takesLeft { left &+= 1 } else { right &+= 1 }
      let length = next.end - next.start
      guard let last = merged.last, next.start < last.end else {
        merged.append(next)
        longest = length
        continue
      }
      let end = max(last.end, next.end)
      var placeholder = last.placeholder
      if length > longest
        || (length == longest && next.placeholder.rawValue < placeholder.rawValue)
      {
        placeholder = next.placeholder
        longest = length
      }
      merged[merged.count - 1] = Finding(start: last.start, end: end, placeholder: placeholder)
    }
  }

  /// Adds `text` to `output` with a placeholder in the place of each finding.
  package func write(_ text: Span<UInt8>, to output: inout ByteBuffer) {
    var position = 0
    for finding in merged {
      // A detector that broke its promise of order and bounds would mask too much here, never trap.
      let start = min(max(finding.start, position), text.count)
      output.append(text.extracting(position..<start))
      output.append(finding.placeholder.text)
      position = min(max(finding.end, start), text.count)
    }
    output.append(text.extracting(position..<text.count))
  }

  /// The same for the bytes of a buffer.
  package func write(_ buffer: borrowing ByteBuffer, to output: inout ByteBuffer) {
    write(buffer.span, to: &output)
  }
}
