import Gauze
import Testing

@Suite struct MessageHintTests {
  static let words = [
    "Cannot", "find", "module", "ENOENT", "jane", "hunter2", "properties", "undefined", "of",
    "acme",
    "user_4", "é", "fileé", "0", "_", "mark", "typeerror", "xxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ]
  static let gaps = [" ", " ", " ", "  ", ": ", "'", "\n", "-", "", "(", "\u{0}"]

  private static func hint(_ text: String, _ policy: MessageHint) -> String? {
    var output = ByteBuffer()
    output.append("before")
    let isTaken = policy.append(Array(text.utf8).span, to: &output)
    let hint = String(decoding: output.bytes.dropFirst(6), as: UTF8.self)
    #expect(isTaken == !hint.isEmpty)
    return isTaken ? hint : nil
  }

  private static func isHint(_ text: String, _ policy: MessageHint) -> Bool {
    policy.isHint(Array(text.utf8).span)
  }

  @Test(arguments: [1, 6, 20, 60]) func agreesWithItsNaiveTwin(limit: Int) {
    let seed: UInt64 = 31
    var random = SeededRandom(seed: seed)
    let policy = MessageHint(limit: limit)
    let allowed: Set<String> = [
      "cannot", "find", "module", "enoent", "properties", "undefined", "of", "typeerror",
    ]
    var given = 0
    for round in Rounds.upTo(20_000) {
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (Self.words.randomElement(using: &random) ?? "")
          + (Self.gaps.randomElement(using: &random) ?? "")
      }.joined()
      // The longest front of letters and blanks; its last word counts if nothing goes on with it.
      let front = text.prefix { $0 == " " || $0.isASCII && $0.isLetter }
      var words = front.split(separator: " ").map(String.init)
      let next = text.dropFirst(front.count).utf8.first
      if front.last != " ", next.map(\.isWord) ?? false { words.removeLast(min(1, words.count)) }
      var expected: [String] = []
      for word in words.map({ $0.lowercased() }) {
        guard allowed.contains(word), (expected + [word]).joined(separator: " ").count <= limit
        else { break }
        expected.append(word)
      }
      let label: Comment = "seed \(seed) round \(round): \(text)"
      let hint = Self.hint(text, policy)
      #expect(hint == (expected.isEmpty ? nil : expected.joined(separator: " ")), label)
      guard let hint else { continue }
      given += 1
      #expect(Self.isHint(hint, policy), label)
      #expect(Self.hint(hint, policy) == hint, label)
    }
    #expect(given > 500 || limit == 1)
  }

  @Test(arguments: [
    "", " ", "jane", "cannot jane", "cannot  find", " cannot", "cannot ", "Cannot", "cannot\nfind",
    "cannot find module xyz", "cannot read properties of undefined", "enoent:", "find1",
  ]) func aTextThatIsNoHintIsNotTaken(text: String) {
    #expect(!Self.isHint(text, MessageHint()))
    #expect(Self.isHint("cannot find module", MessageHint()))
  }

  /// Given names, family names and companies that are words of programs too.
  @Test(arguments: [
    "mark", "will", "grant", "bill", "may", "april", "june", "august", "rob", "art", "max", "dean",
    "chase", "frank", "guy", "rose", "drew", "hope", "grace", "dawn", "robin", "ruby", "jade",
    "amber",
    "penny", "miles", "wade", "lance", "cliff", "clay", "page", "apple", "oracle", "jack",
  ]) func namesAreNoWords(word: String) {
    #expect(Self.hint(word, MessageHint()) == nil)
  }

  @Test func timeGrowsWithTheText() {
    for shape in ["cannot ", "a", " ", "x ", "é"] {
      let isLinear = Growth.isLinear(shape) { text in
        var output = ByteBuffer()
        _ = MessageHint(limit: 200).append(text, to: &output)
      }
      #expect(isLinear, "\(shape)")
    }
  }
}
