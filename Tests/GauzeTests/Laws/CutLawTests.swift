import Testing

import Gauze

/// Detect, then shorten: wherever the cut falls, before, inside or behind something planted, no four
/// letters of it leave, and what stood before it leaves as it was.
@Suite struct CutLawTests {
  /// What is planted, by the detector that finds it.
  enum Plant: String, CaseIterable {
    case path = "strip-paths"
    case email = "mask-emails"
    case secret = "mask-secrets"
    case host = "mask-addresses"
    case address = "mask-addresses "
    case number = "mask-identifiers"

    var word: String { rawValue.split(separator: " ").joined() }

    /// A text, and what of it must not leave.
    func make(_ random: inout SeededRandom) -> (text: String, secrets: [String]) {
      switch self {
      case .path:
        let names = (0..<4).map { _ in PathStrippingTests.name(using: &random) }
        return (PathStrippingTests.path(of: names, using: &random), names)
      case .email:
        return EmailMaskingTests.address(using: &random)
      case .secret:
        let secrets = (0..<2).map { _ in SecretMaskingTests.secret(using: &random) }
        return (SecretMaskingTests.plant(secrets, using: &random), secrets)
      case .host:
        let names = (0..<3).map { _ in AddressMaskingTests.name(using: &random) }
        return (AddressMaskingTests.host(of: names, using: &random), names)
      case .address:
        let address = AddressMaskingTests.address(using: &random)
        return (address, [address])
      case .number:
        return IdentifierMaskingTests.number(using: &random)
      }
    }
  }

  static let words = [
    "the", "run", "was", "ended", "after", "some", "rows", "were", "read", "again",
  ]

  /// Words up to so many bytes, and a blank.
  static func prose(_ count: Int, using random: inout SeededRandom) -> String {
    var text = ""
    while text.utf8.count < count {
      text += (words.randomElement(using: &random) ?? "a") + " "
    }
    return String(text.prefix(max(count - 1, 0))) + (count > 0 ? " " : "")
  }

  static let limits = [1, 9, 24, 60, 200, 600]

  @Test(arguments: Plant.allCases, [false, true])
  func noCutLeavesAFragment(plant: Plant, isFused: Bool) throws {
    let seed: UInt64 = 907
    var random = SeededRandom(seed: seed)
    for limit in Self.limits {
      let words = isFused ? TextBench.everything : [plant.word]
      var bench = try TextBench(words, limit: limit)
      for round in Rounds.upTo(80, full: 4000) {
        let (planted, secrets) = plant.make(&random)
        // The cut falls somewhere from before the plant to behind it.
        let least = max(limit - planted.utf8.count - 8, 0)
        let before = Self.prose(Int.random(in: least...limit + 4, using: &random), using: &random)
        let after = " " + Self.prose(Int.random(in: 0...80, using: &random), using: &random)
        let text = before + planted + after
        let label = "seed \(seed) limit \(limit) round \(round): \(text)"
        let output = try bench.result(text, label)
        #expect(output.unicodeScalars.count <= limit, "\(label)")
        #expect(!DetectionHarness.leaks(secrets, in: output), "\(label) became \(output)")
      }
    }
  }

  /// Every offset from the first byte to the last, for one of each kind.
  @Test(arguments: Plant.allCases) func noOffsetLeavesAFragment(plant: Plant) throws {
    let seed: UInt64 = 911
    var random = SeededRandom(seed: seed)
    let texts = (0..<(Rounds.isFull ? 24 : 2)).map { _ in
      let (planted, secrets) = plant.make(&random)
      let before = Self.prose(Int.random(in: 0...480, using: &random), using: &random)
      return (before + planted + " " + Self.prose(700, using: &random), secrets)
    }
    for limit in stride(from: 1, through: 600, by: Rounds.isFull ? 1 : 13) {
      var bench = try TextBench(TextBench.everything, limit: limit)
      for (text, secrets) in texts {
        let label = "seed \(seed) limit \(limit): \(text)"
        let output = try bench.result(text, label)
        #expect(output.unicodeScalars.count <= limit, "\(label)")
        #expect(!DetectionHarness.leaks(secrets, in: output), "\(label) became \(output)")
      }
    }
  }

  @Test(arguments: TextBench.everything) func proseIsOnlyCut(word: String) throws {
    let seed: UInt64 = 919
    var random = SeededRandom(seed: seed)
    for limit in Self.limits {
      var bench = try TextBench([word], limit: limit)
      for _ in Rounds.upTo(40, full: 2000) {
        let text = Self.prose(Int.random(in: 0...700, using: &random), using: &random)
        #expect(try bench.result(text, "seed \(seed)") == String(text.prefix(limit)))
      }
    }
  }
}
