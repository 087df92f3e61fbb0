// Detect, then shorten. All detectors look at the original text; their spans are fused, masked, and
// only then is the text cut:
//
//     text      open /home/jane/a.sql for jane@acme.example failed
//     spans          [----path------]     [----email------]
//     masked    open <path> for <email> failed
//     limit 18  open <path> for            (the cut would split <email>, so it moves back to 16)
//
// A cut, or a placeholder beside a word, can make something look like a finding that was none before.
// So the result is looked at again until nothing is found in it: it is then a fixpoint of the chain,
// which is what `verify` asks of the wire form. Four rounds settle all but texts made to spite them;
// those become `<redacted>`.

/// A chain's detectors and its limit, as one function from text to text.
package struct TextScrub: Sendable, Equatable {
  /// What is masked.
  package var detectors: [Detector]
  /// The policies behind the detectors.
  package var policies: [ScrubPolicy]
  /// How many Unicode scalars may leave; nil if the text has no bound.
  package var limit: Int?
  /// Whether `limit` comes from `truncate`, not only from `maxLength`.
  package var truncates: Bool

  /// How often a result is looked at again before all of it is redacted.
  package static let mostRounds = 4

  package init(detectors: [Detector], policies: [ScrubPolicy], limit: Int?, truncates: Bool) {
    self.detectors = detectors
    self.policies = policies
    self.limit = limit
    self.truncates = truncates
  }

  /// The same scrub with the literals of a host for `scrub-text`.
  package func supplying(_ literals: HostLiterals) -> TextScrub {
    var scrub = self
    for index in detectors.indices {
      if case .literals = detectors[index] { scrub.detectors[index] = .literals(literals) }
    }
    return scrub
  }

  /// Whether it masks the literals of a host.
  package var masksLiterals: Bool {
    for detector in detectors {
      if case .literals = detector { return true }
    }
    return false
  }

  /// Whether `text` is its own result: the wire form. Complexity: O(text).
  package func isFixpoint(_ text: Span<UInt8>, _ space: inout ScrubSpace) -> Bool {
    space.findings.find(detectors, in: text) == 0
  }

  /// Scrubs `text`. Complexity: O(text).
  package func apply(_ text: Span<UInt8>, _ space: inout ScrubSpace) -> ScrubResult {
    let hits = space.findings.find(detectors, in: text)
    var result = ScrubResult(text: .original, hits: hits, isCut: false)
    if hits == 0 {
      guard let limit, let cut = Self.cut(text, at: limit) else { return result }
      space.text.removeAll()
      space.text.append(text.extracting(0..<cut))
      result.isCut = true
    } else {
      space.text.removeAll()
      space.findings.write(text, to: &space.text)
      result.isCut = shorten(&space.text)
    }
    result.text = .scrubbed
    var round = 0
    while space.findings.find(detectors, in: space.text) != 0 {
      round += 1
      if round > Self.mostRounds {
        redact(&space.text)
        return result
      }
      settle(&space, &result)
    }
    return result
  }

  /// Masks what a cut or a placeholder brought forth. What the cut itself brought forth at the end
  /// goes altogether.
  private func settle(_ space: inout ScrubSpace, _ result: inout ScrubResult) {
    if result.isCut, let last = space.findings.last, last.end == space.text.count {
      space.text.truncate(to: last.start)
      return
    }
    swap(&space.text, &space.spare)
    space.text.removeAll()
    space.findings.write(space.spare, to: &space.text)
    if shorten(&space.text) { result.isCut = true }
  }

  private func shorten(_ text: inout ByteBuffer) -> Bool {
    guard let limit, let cut = Self.cut(text.span, at: limit) else { return false }
    text.truncate(to: cut)
    return true
  }

  private func redact(_ text: inout ByteBuffer) {
    text.removeAll()
    let redacted = Placeholder.redacted.text
    if (limit ?? .max) >= redacted.utf8CodeUnitCount { text.append(redacted) }
  }

  /// Where to cut so that at most `limit` scalars stay and no placeholder is split; nil if the text
  /// is short enough.
  package static func cut(_ text: Span<UInt8>, at limit: Int) -> Int? {
    guard text.count > limit else { return nil }
    let end = UTF8Text.offset(ofScalar: limit, text, in: 0..<text.count)
    guard end < text.count else { return nil }
    // A placeholder that the cut would split begins at most its own length before it.
    var start = end
    while start > 0, end - start < Placeholder.longest {
      start &-= 1
      if text[start] == ASCII.less, splits(text, from: start, at: end) { return start }
    }
    return end
  }

  private static func splits(_ text: Span<UInt8>, from start: Int, at cut: Int) -> Bool {
    for placeholder in Placeholder.allCases {
      let length = placeholder.text.utf8CodeUnitCount
      if start + length > cut, start + length <= text.count,
        text.extracting(start..<start + length).equals(placeholder.text)
      {
        return true
      }
    }
    return false
  }
}

/// A policy of a scrub, and which of its detectors are that policy's.
package struct ScrubPolicy: Sendable, Equatable {
  /// Its row in the catalogue.
  package var name: PolicyName
  /// One bit for each detector, the first detector's lowest.
  package var detectors: UInt32

  /// Whether one of its detectors found something.
  package func isHit(_ hits: UInt32) -> Bool { detectors & hits != 0 }
}

/// What became of a text.
package struct ScrubResult: Sendable, Equatable {
  /// Where the result is.
  package enum Text: Sendable, Equatable {
    /// The text itself, untouched.
    case original
    /// In the space's `text`.
    case scrubbed
  }

  package var text: Text
  /// One bit for each detector that found something in the original.
  package var hits: UInt32
  /// Whether the limit took something away.
  package var isCut: Bool
}

/// The memory that scrubbing reuses from text to text.
package struct ScrubSpace: Sendable {
  package var findings = Findings()
  /// The result.
  package var text = ByteBuffer()
  package var spare = ByteBuffer()
  /// What became of the last text.
  package var result: ScrubResult?

  package init() {}
}
