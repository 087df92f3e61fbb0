import Testing

import Gauze

@Suite struct TextScrubTests {
  static func scrub(limit: Int?) -> TextScrub {
    TextScrub(detectors: [], policies: [], limit: limit, truncates: true)
  }

  static func apply(_ text: [UInt8], limit: Int, _ space: inout ScrubSpace) -> [UInt8] {
    let result = scrub(limit: limit).apply(text.span, &space)
    switch result.text {
    case .original:
      #expect(!result.isCut)
      return text
    case .scrubbed:
      #expect(result.isCut)
      return space.text.bytes
    }
  }

  @Test func cutsAsTheNaiveTwinDoes() {
    let seed: UInt64 = 5150
    var random = SeededRandom(seed: seed)
    var space = ScrubSpace()
    let pieces =
      Placeholder.allCases.map(\.text.text) + [
        "<", ">", "a", "é", "€", "😀", "<pat", "ath>", "<<path>", " ", "\u{0}", "e\u{301}",
        "<redacte",
      ]
    for round in 0..<20_000 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        text += Array((pieces.randomElement(using: &random) ?? "").utf8)
      }
      let limit = Int.random(in: 1...30, using: &random)
      let cut = Self.apply(text, limit: limit, &space)
      let comment = "seed \(seed) round \(round): \(text.shown) at \(limit)"
      #expect(cut == NaiveCut.cut(text, limit: limit), "\(comment)")
      let (isValid, count) = (UTF8Text.isValid(cut.span), UTF8Text.scalarCount(cut.span))
      #expect(isValid && count <= limit, "\(comment)")
      #expect(Self.apply(cut, limit: limit, &space) == cut, "a fixpoint: \(comment)")
    }
  }

  @Test func fiveHundredAndOneLeaveFiveHundred() {
    var space = ScrubSpace()
    let error = Array(String(repeating: "é", count: 501).utf8)
    #expect(Self.apply(error, limit: 500, &space) == Array(error.dropLast(2)))
    #expect(Self.apply(Array(error.dropLast(2)), limit: 500, &space) == Array(error.dropLast(2)))
  }

  @Test func aPlaceholderThatDoesNotFitLeavesNothing() {
    var space = ScrubSpace()
    for word in Placeholder.allCases.map(\.text.text) where word.utf8.count > 1 {
      let text = Array("\(word)x".utf8)
      #expect(Self.apply(text, limit: word.utf8.count - 1, &space) == [])
      #expect(Self.apply(text, limit: word.utf8.count, &space) == Array(word.utf8))
    }
  }

  @Test func noPlaceholderIsLongerThanItIsSaidToBe() {
    for placeholder in Placeholder.allCases {
      #expect(placeholder.text.utf8CodeUnitCount <= Placeholder.longest)
    }
  }

  @Test func anUnboundedTextIsNeverCut() {
    var space = ScrubSpace()
    let text = [UInt8](repeating: ASCII.lowerA, count: 100_000)
    let result = Self.scrub(limit: nil).apply(text.span, &space)
    #expect(result.text == .original && result.hits == 0 && !result.isCut)
  }
}
