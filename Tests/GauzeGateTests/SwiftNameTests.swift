import GauzeGate
import Testing

/// What Swift calls the things of a schema.
@Suite struct SwiftNameTests {
  private func names(
    _ words: [String],
    _ style: SwiftName.Style = .member,
    reserved: Set<String> = []
  ) -> [String] {
    let wishes = words.map { SwiftName.Wish(word: Array($0.utf8)) }
    return SwiftName.identifiers(wishes, style, reserved: reserved)
  }

  @Test(arguments: [
    ("display-name", "displayName"), ("URLPath", "urlPath"), ("SESSION_ID", "sessionId"),
    ("1st", "_1st"), ("", "empty"), ("-", "_u2D_"), ("café", "caf_uE9_"), ("<1K", "_1k"),
    ("a", "a"), ("ID", "id"), ("macOS", "macOS"), ("_", "_u5F_"), ("$x", "x"), ("x509", "x509"),
    ("two words", "twoWords"),
  ])
  func putsWordsTogetherAsSwiftDoes(_ word: String, _ name: String) {
    #expect(names([word]) == [name])
  }

  @Test(arguments: [
    ("sql_execute_failure", "SqlExecuteFailure"), ("1st event", "_1stEvent"), ("", "Empty"),
    ("API call", "APICall"), ("error", "Error"),
  ])
  func beginsTypesWithACapital(_ word: String, _ name: String) {
    #expect(names([word], .type) == [name])
  }

  @Test func spellsBothOfTwoNamesThatMeet() {
    #expect(names(["a-b", "a_b", "c"]) == ["a_u2D_b", "a_u5F_b", "c"])
    #expect(names(["c", "a_b", "a-b"]) == ["c", "a_u5F_b", "a_u2D_b"])
    // A neighbour that meets nobody keeps its name.
    #expect(names(["a-b", "c"]) == ["aB", "c"])
  }

  @Test func movesReservedNamesAside() {
    #expect(names(["none", "non"], reserved: SwiftName.reservedCases) == ["none_", "non"])
    #expect(names(["type"], .type, reserved: SwiftName.reservedTypes) == ["Type_"])
    #expect(
      names(["record", "records"], reserved: SwiftName.reservedMembers) == ["record_", "records"]
    )
  }

  @Test func givesDifferentNamesWhateverTheOrder() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let letters = ["a", "A", "b", "1", "_", "-", ".", " ", "é", "u2D", "_u2D_", "none"]
    for _ in 0..<500 {
      let count = Int.random(in: 1...8, using: &random)
      let words = Set(
        (0..<count).map { _ in
          (0..<Int.random(in: 0...3, using: &random))
            .map { _ in letters.randomElement(using: &random) ?? "" }.joined()
        }
      ).sorted()
      let first = names(words, reserved: SwiftName.reservedCases)
      #expect(Set(first).count == words.count, "seed \(seed)")
      for name in first {
        let isIdentifier =
          !name.isEmpty && name.first?.isNumber == false
          && name.utf8.allSatisfy { $0 < 0x80 }
          && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && name != "_"
        #expect(isIdentifier, "seed \(seed): \(name)")
      }
      let shuffled = words.shuffled(using: &random)
      let again = Dictionary(
        uniqueKeysWithValues: zip(shuffled, names(shuffled, reserved: SwiftName.reservedCases))
      )
      for (word, name) in zip(words, first) { #expect(again[word] == name, "seed \(seed)") }
    }
  }
}
