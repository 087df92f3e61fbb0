import Testing

import Gauze

/// A detector that its triggers do not call would have found nothing.
@Suite struct TriggersTests {
  static let detectors: [Detector] = [
    .paths(PathStripping()), .emails(EmailMasking()), .sql(SQLMasking()),
    .addresses(AddressMasking()), .identifiers(IdentifierMasking(findsUUIDs: true)),
    .secrets(SecretMasking(findsEntropy: true)), .urls(URLMasking()),
  ]

  private static func found(_ text: [UInt8], _ detector: Detector) -> [Finding] {
    var findings: [Finding] = []
    detector.find(in: text.span, into: &findings)
    return findings
  }

  private static func hasView(_ text: [UInt8], _ encodings: DecodedView.Encodings) -> Bool {
    var view = DecodedView()
    return view.build(text.span, undoing: encodings)
  }

  @Test func whatIsNotCalledFindsNothing() {
    let seed: UInt64 = 7
    var random = SeededRandom(seed: seed)
    // Few kinds of bytes at a time, so that most texts lack some trigger.
    let kinds = [
      " .,;'\"()<>[]{}?!*&^|`", "/", "\\", "@", "%2F", ":", "0123456789", "-", "+", "~$",
      "abcdefXYZ", "\u{FF20}\u{FF0E}", "éß日本",
    ]
    var uncalled = [Int](repeating: 0, count: Self.detectors.count)
    for round in Rounds.upTo(20_000) {
      let chosen = kinds.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
      let letters = Array(chosen.joined())
      let text = String(
        (0..<Int.random(in: 0...24, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? " "
        }
      )
      let bytes = Array(text.utf8)
      let triggers = Triggers(of: bytes.span)
      for (index, detector) in Self.detectors.enumerated()
      where triggers.isDisjoint(with: detector.triggers) {
        uncalled[index] += 1
        #expect(Self.found(bytes, detector).isEmpty, "seed \(seed) round \(round): \(text)")
      }
      let escapes = Self.hasView(bytes, .escapesAndForms)
      #expect(!escapes || triggers.contains(.escape), "\(text)")
      let all = Self.hasView(bytes, .all)
      #expect(!all || !triggers.isDisjoint(with: [.escape, .percent]), "\(text)")
    }
    #expect(uncalled.allSatisfy { $0 > 0 }, "\(uncalled)")
  }

  @Test(arguments: [
    "/etc/x.conf", "C:\\a\\b.txt", "~/a.txt", "a@b.example", "4111111111111111", "::1",
    "password hunter2",
  ])
  func callsForWhatATextHolds(_ text: String) {
    let bytes = Array(text.utf8)
    let triggers = Triggers(of: bytes.span)
    for detector in Self.detectors where !Self.found(bytes, detector).isEmpty {
      #expect(!triggers.isDisjoint(with: detector.triggers))
    }
  }
}
