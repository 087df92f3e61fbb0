/// What the detectors of a chain find in one text, fused into one set of spans; reused from text to
/// text, so that nothing is allocated.
package struct Findings: Sendable {
  /// A fused span, and how long the longest finding in it is: that one names it.
  private struct Cover: Sendable {
    var finding: Finding
    var longest: Int

    init(_ finding: Finding) {
      self.finding = finding
      longest = finding.end - finding.start
    }

    /// Takes in a span that overlaps this one and does not begin before it.
    mutating func absorb(_ other: Cover) {
      finding.end = max(finding.end, other.finding.end)
      let isStronger =
        other.longest > longest
        || (other.longest == longest
          && other.finding.placeholder.rawValue < finding.placeholder.rawValue)
      guard isStronger else { return }
      longest = other.longest
      finding.placeholder = other.finding.placeholder
    }
  }

  /// The fused spans: ascending, none overlapping another.
  private var merged: [Cover] = []
  private var fresh: [Finding] = []
  private var view = DecodedView()
  private var older: [Cover] = []

  package init() {}

  /// The last fused span, if anything was found.
  package var last: Finding? { merged.last?.finding }

  /// Runs those `detectors` that the text's triggers call over the same text. Returns one bit for each
  /// that found something, the first detector's lowest. Complexity: O(text), for a fixed chain.
  package mutating func find(_ detectors: [Detector], in text: Span<UInt8>) -> UInt32 {
    merged.removeAll(keepingCapacity: true)
    if detectors.isEmpty { return 0 }
    var hits: UInt32 = 0
    let triggers = Triggers(of: text)
    var index = 0
    while index < detectors.count {
      if !triggers.isDisjoint(with: detectors[index].triggers) {
        fresh.removeAll(keepingCapacity: true)
        detectors[index].find(in: text, into: &fresh)
        if !fresh.isEmpty {
          hits |= 1 << UInt32(index)
          widen(in: text)
          fuse()
        }
      }
      index &+= 1
    }
    // Without a percent sign both views are one.
    let hasPercent = triggers.contains(.percent)
    if triggers.contains(.escape) {
      hits |= find(detectors, inViewOf: text, undoing: .escapesAndForms, forAll: !hasPercent)
      if Self.holdsLineEnd(text) {
        hits |= find(detectors, inViewOf: text, undoing: .lineEnds, forAll: false)
      }
    }
    if hasPercent { hits |= find(detectors, inViewOf: text, undoing: .all, forAll: true) }
    return hits
  }

  /// Looks at the text with one level of its encodings undone, and masks in the text itself.
  /// Those that undo `encodings` look, and `forAll` those that undo all of them.
  private mutating func find(
    _ detectors: [Detector],
    inViewOf text: Span<UInt8>,
    undoing encodings: DecodedView.Encodings,
    forAll: Bool
  ) -> UInt32 {
    func looks(_ detector: Detector) -> Bool {
      detector.undoes == encodings || forAll && detector.undoes == .all
        || encodings == .lineEnds && detector.undoes != nil
    }
    guard detectors.contains(where: looks), view.build(text, undoing: encodings) else { return 0 }
    let decoded = view.buffer
    var hits: UInt32 = 0
    for (index, detector) in detectors.enumerated() where looks(detector) {
      fresh.removeAll(keepingCapacity: true)
      detector.find(in: decoded.span, into: &fresh)
      if fresh.isEmpty { continue }
      hits |= 1 << UInt32(index)
      for place in fresh.indices { fresh[place] = view.original(fresh[place]) }
      widen(in: text)
      fuse()
    }
    return hits
  }

  /// The same over the bytes of a buffer.
  package mutating func find(_ detectors: [Detector], in buffer: borrowing ByteBuffer) -> UInt32 {
    find(detectors, in: buffer.span)
  }

  /// Whether a line end or a tab is written as an escape: a look of its own that most texts need not.
  private static func holdsLineEnd(_ text: Span<UInt8>) -> Bool {
    var index = 1
    while index < text.count {
      if text[index - 1] == ASCII.backslash {
        switch text[index] {
        case ASCII.lowerN, ASCII.lowerR, ASCII.lowerT: return true
        default: break
        }
      }
      index &+= 1
    }
    return false
  }

  /// Widens what was found to whole characters, so that no detector's slip can break one: what leaves
  /// is UTF-8 whatever they say. Out of bounds is brought into them.
  private mutating func widen(in text: Span<UInt8>) {
    for index in fresh.indices {
      var start = min(max(fresh[index].start, 0), text.count)
      var end = min(max(fresh[index].end, start), text.count)
      while start > 0, start < text.count, text[start].isContinuation { start &-= 1 }
      while end < text.count, text[end].isContinuation { end &+= 1 }
      fresh[index].start = start
      fresh[index].end = end
    }
  }

  /// Merges `fresh` into `merged`. Overlapping spans become one, named by the longest of them, and
  /// among equals by the order of `Placeholder`: whichever detector looked first.
  private mutating func fuse() {
    swap(&merged, &older)
    merged.removeAll(keepingCapacity: true)
    var left = 0
    var right = 0
    while left < older.count || right < fresh.count {
      let takesLeft =
        right == fresh.count
        || (left < older.count && older[left].finding.start <= fresh[right].start)
      let next = takesLeft ? older[left] : Cover(fresh[right])
      if takesLeft { left &+= 1 } else { right &+= 1 }
      if let last = merged.last, next.finding.start < last.finding.end {
        merged[merged.count - 1].absorb(next)
      } else {
        merged.append(next)
      }
    }
  }

  /// Adds `text` to `output` with a placeholder in the place of each finding.
  package func write(_ text: Span<UInt8>, to output: inout ByteBuffer) {
    var position = 0
    for cover in merged {
      let finding = cover.finding
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
