import Testing

import Gauze

@Suite struct VocabularyTests {
  /// What leaves, worked out over whole texts.
  static func naive(_ vocabulary: Vocabulary, _ text: [UInt8]) -> [UInt8]? {
    let known: Vocabulary.Entry?
    switch vocabulary.match {
    case .whole: known = vocabulary.entries.first { $0.word == text }
    case .segment(let separator):
      let head = Array(text.prefix { $0 != separator })
      known = vocabulary.entries.first { $0.word == head }
    case .words:
      let met = vocabulary.entries.filter { entry in
        text.starts(with: entry.word)
          && (text.count == entry.word.count || text[entry.word.count].isSpace)
      }
      known = met.max { $0.word.count < $1.word.count }
    }
    return known?.text ?? vocabulary.otherwise
  }

  @Test func agreesWithTheNaiveTwin() {
    let seed: UInt64 = 4302
    var random = SeededRandom(seed: seed)
    let pieces = ["a", "b", "ab", "A", " ", "\t", "/", "é", "a b", "\"", "long-word"]
    func text(_ most: Int) -> [UInt8] {
      (0..<Int.random(in: 0...most, using: &random))
        .flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
    }
    for round in 0..<2_000 {
      let match =
        [Vocabulary.Match.whole, .segment(ASCII.slash), .words].randomElement(using: &random)
        ?? .whole
      var words: [[UInt8]] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let word = text(3)
        if !word.isEmpty, !words.contains(word) { words.append(word) }
      }
      let vocabulary = Vocabulary(
        words.map { Vocabulary.Entry($0, Bool.random(using: &random) ? $0 : Array("x".utf8)) },
        otherwise: Bool.random(using: &random) ? Array("other".utf8) : nil,
        match: match
      )
      for _ in 0..<10 {
        let text = Bool.random(using: &random) ? text(6) : (words.first ?? []) + text(3)
        var output = ByteBuffer()
        let isTaken = vocabulary.append(text.span, to: &output)
        let expected = Self.naive(vocabulary, text)
        var written = ByteBuffer()
        if let expected { JSONText.write(expected.span, to: &written) }
        #expect(isTaken == (expected != nil), "seed \(seed) round \(round): \(text.shown)")
        #expect(output.bytes == written.bytes, "seed \(seed) round \(round): \(text.shown)")
        if let expected { #expect(vocabulary.texts.contains(expected)) }
      }
    }
  }
}
