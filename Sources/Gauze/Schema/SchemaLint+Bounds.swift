// Bounds that are there and close little, and hashes whose every input can be tried.

extension Field {
  /// How many guesses one core tries in a second: what `sha256/25-bytes` of the repository's
  /// benchmarks does, in 242 ns of a core's own time. Who means it has more cores and better ones.
  static let guessesPerSecond: UInt64 = 4_000_000

  /// More addresses than people have. An assumption, not a measurement: those of known leaks are
  /// fewer, and are tried first.
  private static let addresses: UInt64 = 10_000_000_000
  /// What takes longer than ten years on one core is not called guessable.
  private static let mostGuesses = guessesPerSecond &* 315_360_000
  /// The most characters of a text that leaves without a finding.
  private static let longestText = 10_000
  /// 2^53, up to which a double is exact: what lies beyond was not thought of.
  private static let widest = JSONNumber(Int64(1) << 53)
  private static let narrowest = JSONNumber(-(Int64(1) << 53))

  /// Notes bounds that close a number or a text in form only.
  func lintBounds(_ findings: inout [LintFinding]) {
    guard waiver == nil else { return }
    if !wireTypes.isDisjoint(with: [.integer, .number]), choices == nil {
      let numbers = wireNumbers
      let isWide =
        numbers.minimum.map { $0 < Self.narrowest } == true
        || numbers.maximum.map { Self.widest < $0 } == true
      if isWide, !numbers.isCoarse {
        findings.append(LintFinding(code: .wideRange, offset: offset))
      }
    }
    if let limit = wireLimit, limit > Self.longestText {
      findings.append(LintFinding(code: .longText, offset: offset))
    }
  }

  /// The most characters that leave of a text which the schema does not list.
  private var wireLimit: Int? {
    switch chain {
    case .scrub(let scrub): return scrub.limit
    case .transform(let chain):
      switch chain.steps.last {
      case .shape(let shaping): return shaping.limit
      case .maskArguments(let masking): return masking.limit
      default: return nil
      }
    case .none, .drop, .redact, .list: return nil
    }
  }

  /// How many guesses find out every value behind an unkeyed hash; nil if it is keyed, or none, or its
  /// values are too many.
  func guesses(_ chain: TransformChain) -> UInt64? {
    switch chain.steps.last {
    case .hashEmail(let hashing): return hashing.keyID == nil ? Self.addresses : nil
    case .fingerprint(let fingerprinting):
      guard fingerprinting.keyID == nil, let guesses = textCount else { return nil }
      return guesses <= Self.mostGuesses ? guesses : nil
    default: return nil
    }
  }

  /// How many texts may come in; nil if nobody can tell.
  private var textCount: UInt64? {
    if let choices { return UInt64(choices.count) }
    switch format {
    case .date: return 3_652_425  // The days of ten thousand years.
    case .dateTime: return 315_569_520_000  // Their seconds.
    case .hex: return Self.power(22, maxLength)  // Digits, and letters in either case.
    case .identifier: return Self.power(65, maxLength)
    case nil: return Self.power(95, maxLength)  // What a keyboard has.
    case .uuid, .version, .semver, .email, .hex32, .hex64: return nil
    }
  }

  /// How many texts of at most so many letters there are; nil beyond 64 bits.
  private static func power(_ letters: UInt64, _ length: Int?) -> UInt64? {
    guard let length, length <= 16 else { return nil }
    var count: UInt64 = 1
    for _ in 0..<length {
      // Some of each length, and the shorter ones besides.
      let (product, isTooMany) = count.multipliedReportingOverflow(by: letters)
      if isTooMany || product == .max { return nil }
      count = product + 1
    }
    return count
  }
}
