import Testing

import Gauze

@Suite struct ClassificationTests {
  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || Character(UnicodeScalar(byte)).isLetter
      || Character(UnicodeScalar(byte)).isNumber
  }

  /// Every keyword at every place.
  static func naive(_ rules: [(label: String, keywords: [String])], _ text: String) -> String {
    let bytes = Array(text.utf8.map { $0.lowercased })
    for rule in rules {
      for keyword in rule.keywords {
        let word = Array(keyword.utf8.map { $0.lowercased })
        guard bytes.count >= word.count else { continue }
        for start in 0...bytes.count - word.count
        where Array(bytes[start..<start + word.count]) == word {
          let end = start + word.count
          let isInside = start > 0 && isWord(word[0]) && isWord(bytes[start - 1])
          let goesOn = end < bytes.count && isWord(word[word.count - 1]) && isWord(bytes[end])
          if !isInside && !goesOn { return rule.label }
        }
      }
    }
    return "other"
  }

  @Test func agreesWithTheNaiveTwin() {
    let seed: UInt64 = 4301
    var random = SeededRandom(seed: seed)
    let pieces = ["a", "A", "ab", "b", "_", " ", "-", "4", "401", "é", "<", "a b", "."]
    func word(_ most: Int) -> String {
      (0..<Int.random(in: 1...most, using: &random))
        .compactMap { _ in pieces.randomElement(using: &random) }.joined()
    }
    for round in 0..<3_000 {
      let rules = (0..<Int.random(in: 1...4, using: &random)).map { number in
        (
          label: "l\(number)",
          keywords: (0..<Int.random(in: 1...3, using: &random)).map { _ in word(3) }
        )
      }
      let classification = Classification(
        rules.map { (Array($0.label.utf8), $0.keywords.map { Array($0.utf8) }) }
      )
      for _ in 0..<10 {
        let text = word(8)
        let label = classification.label(of: Array(text.utf8).span).shown
        #expect(label == Self.naive(rules, text), "seed \(seed) round \(round): \(text) \(rules)")
      }
    }
  }
}
