import Gauze
import Testing

@Suite struct JSONStepsTests {
  @Test func stepsOverWhatTheScannerTakes() throws {
    let seed: UInt64 = 55
    var random = SeededRandom(seed: seed)
    for round in Rounds.upTo(8_000) {
      let value = ContainerLawTests.value(&random, depth: 4).spelled(&random)
      let text = Array((value + ",").utf8)
      var steps = JSONSteps()
      var scanner = JSONScanner()
      var keys = KeyLedger()
      let label: Comment = "seed \(seed) round \(round): \(value)"
      _ = scanner.peek(text.span)
      let start = scanner.offset
      try scanner.skipValue(text.span, depth: 0, keys: &keys)
      #expect(steps.skip(text.span) == start..<scanner.offset, label)
      #expect(steps.peek(text.span) == ASCII.comma, label)
    }
  }

  @Test func walksThroughMembersAndItems() {
    let text = Array(#" { "a" : [ 1 , "x\"]" , {} ] , "\u0062":null } "#.utf8)
    var steps = JSONSteps()
    var names: [String] = []
    var items = 0
    steps.open(text.span)
    while let name = steps.nextMember(text.span) {
      names.append(String(decoding: text[name.start..<name.end], as: UTF8.self))
      #expect(name.hasEscapes == (names.count == 2))
      if steps.peek(text.span) == ASCII.leftBracket {
        steps.open(text.span)
        while steps.nextItem(text.span) {
          steps.skip(text.span)
          items += 1
        }
      } else {
        steps.skip(text.span)
      }
    }
    #expect(names == ["a", "\\u0062"])
    #expect(items == 3)
    #expect(steps.peek(text.span) == 0)
  }

  @Test func endsOnAnythingElse() {
    let seed: UInt64 = 56
    var random = SeededRandom(seed: seed)
    let letters = Array("{}[]\",:\\ a1\u{0}".utf8)
    for _ in Rounds.upTo(20_000) {
      let text = (0..<Int.random(in: 0...16, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? 0
      }
      var steps = JSONSteps()
      while steps.offset < text.count {
        let before = steps.offset
        switch Int.random(in: 0..<5, using: &random) {
        case 0: steps.open(text.span)
        case 1: _ = steps.nextMember(text.span)
        case 2: if steps.nextItem(text.span) { steps.skip(text.span) }
        case 3: _ = steps.takeString(text.span)
        default: steps.skip(text.span)
        }
        #expect(steps.offset > before && steps.offset <= text.count, "seed \(seed): \(text.shown)")
        if steps.offset <= before { break }
      }
    }
  }
}
