import Gauze
import Testing

@Suite struct EmailMaskingTests {
  static let alphabet = [
    "@", "%40", "\u{FF20}", "a", "Jane", "b.c", ".", "\"", "\\", "'", ":", "//", "://", "/", " ",
    "=", "&", "[", "]", "[1.2.3.4]", "1", "v4", "<email>", "<", ">", "用", "\u{FF0E}", "\u{3002}",
    "-", "+", "%", "x", "\n", ",", "pass",
  ]

  @Test func findsNothingWithoutATrigger() {
    #expect(DetectionHarness.findings("", EmailMasking().find).isEmpty)
    #expect(DetectionHarness.findings("plain prose, 100% sure", EmailMasking().find).isEmpty)
  }

  @Test func staysInOrderAndIsIdempotent() {
    DetectionHarness.expectOrderAndRest(
      from: Self.alphabet,
      seed: 20_260_502,
      rounds: 10_000,
      unsettled: 0,
      EmailMasking().find
    )
  }

  @Test func almostAlwaysSettlesAtOnceBesidePaths() {
    let seed: UInt64 = 20_260_503
    var random = SeededRandom(seed: seed)
    let detectors: [Detector] = [.paths(PathStripping()), .emails(EmailMasking())]
    var unsettled = 0
    for _ in 0..<8000 {
      let text = DetectionHarness.text(
        from: Self.alphabet + PathStrippingTests.alphabet,
        upTo: 14,
        using: &random
      )
      let looks = DetectionHarness.looks(at: text) { DetectionHarness.mask($0, by: detectors) }
      if looks > 1 { unsettled += 1 }
      #expect(looks <= 4, "seed \(seed): \(text)")
    }
    #expect(unsettled <= 4, "seed \(seed)")
  }

  @Test func agreesWithItsNaiveTwin() {
    let seed: UInt64 = 11
    var random = SeededRandom(seed: seed)
    let pieces = ["a", "b", "ab", "x", "v", "1", "20", ".", ".", "-", "+", "_", " ", ",", "@", "@"]
    for _ in 0..<20_000 {
      let text = DetectionHarness.text(from: pieces, upTo: 12, using: &random)
      let found = DetectionHarness.findings(text, EmailMasking().find).map { $0.start..<$0.end }
      #expect(found == NaiveAddresses.ranges(in: text), "seed \(seed): \(text)")
    }
  }

  @Test func leavesNoFragmentOfAPlantedAddress() {
    let seed: UInt64 = 13
    var random = SeededRandom(seed: seed)
    for _ in 0..<3000 {
      let (address, names) = Self.address(using: &random)
      let before = DetectionHarness.text(
        from: PathStrippingTests.words.map { $0 + " " },
        upTo: 4,
        using: &random
      )
      for text in [before + address + ", ok.", address, "(" + address + ")", before + address] {
        let output = DetectionHarness.mask(text, EmailMasking().find)
        #expect(
          !DetectionHarness.leaks(names, in: output),
          "seed \(seed): \(text) became \(output)"
        )
      }
    }
  }

  /// An address of any form, and the names in it.
  static func address(using random: inout SeededRandom) -> (String, [String]) {
    let letters = Array("qzkwvjyQZKWVJY")
    let names = (0..<4).map { _ in
      String((0..<6).compactMap { _ in letters.randomElement(using: &random) })
    }
    let (a, b, c, d) = (names[0], names[1], names[2], names[3])
    let forms = [
      "\(a).\(b)@\(c).\(d)", "\(a)+\(b)@\(c)", "\"\(a) \(b)\"@\(c).example", "<\(a)@\(b).\(c)>",
      "mailto:\(a)@\(b).example", "\(a)%40\(b).\(c)", "\(a)\u{FF20}\(b)\u{FF0E}\(c)",
      "x://\(a):\(b)@\(c).\(d):5432/x", "to=\(a)@\(b).example&x=1", "\(a)@[10.0.0.1]",
      "\(a)'\(b)@\(c)-\(d).example", "git@\(a).\(b):x",
    ]
    return (forms.randomElement(using: &random) ?? forms[0], names)
  }

  @Test(arguments: [
    "@", "a@", "x.x.x.", "a", "%40", "%401", "a%401", "*%40a.b", "a:b@1 ", "\"@", "://a@", "a@b:",
    "=a@b", "a=", "\"", "@[", "用", "://a/@1", "\u{FF20}", "a@b/", "x:",
  ])
  func staysLinear(_ shape: String) {
    #expect(DetectionHarness.isLinear(shape, EmailMasking().find))
  }
}

@Suite struct EmailGrammarTests {
  private func isAddress(_ text: String) -> Bool {
    EmailGrammar.isAddress(Array(text.utf8).span)
  }

  @Test(arguments: [
    "jane@acme.example", "jane.doe+x@acme.example", "jane@localhost", "\"jane doe\"@acme.example",
    "\"a\\\"b\"@x", "o'neil@acme.example", "jane@[10.0.0.1]", "jane@[IPv6:2001:db8::1]",
    "用户@例子.公司", "a@b", "!#$%&'*+-/=?^_`{|}~@acme.example", "jane@4you.example",
  ])
  func acceptsAMailbox(_ text: String) {
    #expect(isAddress(text))
  }

  @Test(arguments: [
    "", "@", "jane", "jane@", "@acme.example", "jane@@acme.example", "jane doe@acme.example",
    ".jane@acme.example", "jane.@acme.example", "ja..ne@acme.example", "jane@acme..example",
    "jane@.acme", "jane@acme.", "jane@-acme.example", "jane@acme-.example",
    "jane@acme_corp.example",
    "jane@[]", "jane@[10.0.0.1", "jane@[10.0.0.1]x", "\"jane@acme.example",
    "\"jane\"x@acme.example",
    "jane@acme.example ", " jane@acme.example", "jane@acme.example,john@acme.example", "ja\nne@x",
    "\"ja\u{0}ne\"@x",
  ])
  func refusesWhatIsNoMailbox(_ text: String) {
    #expect(!isAddress(text))
  }

  @Test func boundsItsParts() {
    let label = String(repeating: "b", count: 63)
    #expect(isAddress(String(repeating: "a", count: 64) + "@x"))
    #expect(!isAddress(String(repeating: "a", count: 65) + "@x"))
    #expect(isAddress("a@" + label))
    #expect(!isAddress("a@b" + label))
    let domain = [label, label, label, String(repeating: "c", count: 61)].joined(separator: ".")
    #expect(isAddress("a@" + domain))
    #expect(!isAddress("a@c" + domain))
  }
}
