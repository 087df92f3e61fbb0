import Gauze
import Testing

/// Applies detectors as the engine does, and judges what they find.
enum DetectionHarness {
  typealias Detector = (Span<UInt8>, inout [Finding]) -> Void

  static func findings(_ text: String, _ detector: Detector) -> [Finding] {
    var findings: [Finding] = []
    detector(Array(text.utf8).span, &findings)
    return findings
  }

  static func mask(_ text: String, _ detector: Detector) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var position = 0
    for finding in findings(text, detector) {
      output += bytes[position..<finding.start]
      finding.placeholder.text.withUTF8Buffer { output += $0 }
      position = finding.end
    }
    output += bytes[position...]
    return String(decoding: output, as: UTF8.self)
  }

  /// The text masked by detectors together, once.
  static func mask(_ text: String, by detectors: [Gauze.Detector]) -> String {
    let bytes = Array(text.utf8)
    var findings = Findings()
    _ = findings.find(detectors, in: bytes.span)
    var output = ByteBuffer()
    findings.write(bytes.span, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// Holds a detector to its order on random texts, and to rest: what it left, it leaves alone. At most
  /// `most` texts may need another look, and none more than four.
  static func expectOrderAndRest(
    from alphabet: [String],
    seed: UInt64,
    rounds: Int = 8000,
    unsettled most: Int,
    _ detector: Detector
  ) {
    var random = SeededRandom(seed: seed)
    var unsettled = 0
    for _ in 0..<rounds {
      let text = text(from: alphabet, upTo: 14, using: &random)
      #expect(areInOrder(findings(text, detector), in: text), "seed \(seed): \(text)")
      let looks = looks(at: text) { mask($0, detector) }
      if looks > 1 { unsettled += 1 }
      #expect(looks <= 4, "seed \(seed): \(text)")
    }
    #expect(unsettled <= most, "seed \(seed)")
  }

  /// How often `mask` changes a text, its result, and so on; five at most.
  static func looks(at text: String, _ mask: (String) -> String) -> Int {
    var text = mask(text)
    for count in 1...4 {
      let next = mask(text)
      if next == text { return count }
      text = next
    }
    return 5
  }

  /// A text of up to `count` pieces of `alphabet`.
  static func text(
    from alphabet: [String],
    upTo count: Int,
    using random: inout SeededRandom
  ) -> String {
    (0..<Int.random(in: 1...count, using: &random))
      .compactMap { _ in alphabet.randomElement(using: &random) }.joined()
  }

  /// Whether eight times the text takes a detector less than ten times as long.
  static func isLinear(_ shape: String, from size: Int = 2000, _ detector: Detector) -> Bool {
    Growth.isLinear(shape, from: size) { text in
      var findings: [Finding] = []
      detector(text, &findings)
    }
  }

  /// Whether the findings ascend, are in bounds, are not empty and respect scalars.
  static func areInOrder(_ findings: [Finding], in text: String) -> Bool {
    let bytes = Array(text.utf8)
    var last = 0
    for finding in findings {
      guard finding.start >= last, finding.end > finding.start, finding.end <= bytes.count,
        !bytes[finding.start].isContinuation,
        finding.end == bytes.count || !bytes[finding.end].isContinuation
      else { return false }
      last = finding.end
    }
    return true
  }

  /// Whether `output` holds four letters in a row of one of `secrets`.
  static func leaks(_ secrets: [String], in output: String) -> Bool {
    secrets.contains { secret in
      let letters = Array(secret)
      guard letters.count >= 4 else { return false }
      return (0...letters.count - 4).contains { output.contains(String(letters[$0..<$0 + 4])) }
    }
  }
}
