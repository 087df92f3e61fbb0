// What becomes telling beside an id that lasts: exact times, and the word anonymous.

extension Identity {
  /// Whether one value reaches over many sessions.
  fileprivate var lasts: Bool {
    scope.span.equals("install") || scope.span.equals("account") || scope.span.equals("project")
  }
}

extension Schema {
  /// Whether the field at the top of an event is an id that lasts.
  private func isLasting(_ property: Property) -> Bool {
    !property.field.isDropped
      && identity.contains { $0.lasts && $0.field == property.name }
  }

  // MARK: - Times

  /// Notes the exact times of an event that has an id which lasts.
  func lintTimes(_ event: Event, _ findings: inout [LintFinding]) {
    guard event.properties.contains(where: { isLasting($0) }) else { return }
    for property in event.properties { property.lintTime(&findings) }
  }

  // MARK: - Claims

  /// Notes the pseudonyms of an event that the schema's prose calls anonymous. A waiver is prose too
  /// and answers nothing here.
  func lintClaims(_ event: Event, _ findings: inout [LintFinding]) {
    let isClaimed =
      AnonymousClaim.stands(in: description) || AnonymousClaim.stands(in: event.description)
    for property in event.properties {
      let isPromised = promises.contains {
        ($0.fields.isEmpty || $0.fields.contains(property.name))
          && AnonymousClaim.stands(in: $0.text)
      }
      property.field.lintClaim(
        isPseudonym: isLasting(property),
        isClaimed: isClaimed || isPromised,
        &findings
      )
    }
  }
}

extension Property {
  private static let times = WordTable("time times timestamp timestamps ts at epoch datetime date")
  /// Seconds since 1970 have reached this, and milliseconds more: no duration has such a bound.
  private static let leastEpoch = JSONNumber(1_000_000_000)
  /// Seconds since 1970 stay below this until the year 5138, and milliseconds have passed it.
  private static let leastMilliseconds = JSONNumber(100_000_000_000)

  fileprivate func lintTime(_ findings: inout [LintFinding]) {
    if isExactTime, field.waiver == nil {
      findings.append(LintFinding(code: .exactTime, offset: field.offset))
    }
    for property in field.properties ?? [] { property.lintTime(&findings) }
    for field in field.element {
      for property in field.properties ?? [] { property.lintTime(&findings) }
    }
  }

  /// Whether a time leaves that is finer than an hour.
  private var isExactTime: Bool {
    guard field.choices == nil else { return false }
    if field.chain == .none, field.format == .dateTime { return true }
    guard !field.types.isDisjoint(with: [.integer, .number]), let maximum = field.maximum,
      maximum >= Self.leastEpoch
    else { return false }
    let parts = NameParts(name.span, from: 0, to: name.count)
    let last = parts.count - 1
    let hour = JSONNumber(maximum < Self.leastMilliseconds ? 3600 : 3_600_000)
    return parts.stands(in: Self.times, from: last, through: last)
      && field.policies.allSatisfy { $0.keepsTimes(finerThan: hour) }
  }
}

extension Policy {
  /// Of the ten digits of a time in seconds, and the thirteen in milliseconds, six tell 10,000 seconds.
  private static let mostDigits = 6

  /// Whether what it leaves of a number still tells times that lie less than an hour apart.
  fileprivate func keepsTimes(finerThan hour: JSONNumber) -> Bool {
    switch self {
    case .clamp: true
    case .round(let rounding):
      switch rounding.grain {
      case .digits(let digits): digits > Self.mostDigits
      case .multiples(let unit): unit.number < hour
      }
    // Anything else gives a range, a word, a coarser time or nothing.
    default: false
    }
  }
}

extension Field {
  fileprivate func lintClaim(
    isPseudonym: Bool,
    isClaimed: Bool,
    _ findings: inout [LintFinding]
  ) {
    if isPseudonym || isHashed, isClaimed || callsItselfAnonymous {
      findings.append(LintFinding(code: .anonymousClaim, offset: offset))
    }
    for property in properties ?? [] {
      property.field.lintClaim(isPseudonym: false, isClaimed: isClaimed, &findings)
    }
    for field in element {
      field.lintClaim(isPseudonym: isPseudonym, isClaimed: isClaimed, &findings)
    }
  }

  private var callsItselfAnonymous: Bool {
    [why, waiver, description].contains { $0.map { AnonymousClaim.stands(in: $0) } == true }
  }

  private var isHashed: Bool {
    guard case .transform(let chain) = chain else { return false }
    return chain.steps.contains {
      $0.name == .hashEmail || $0.name == .pseudonymize || $0.name == .fingerprint
    }
  }
}

/// The word anonymous and its kin (`anonymised`, `anonymity`) in prose, unless it is denied.
private enum AnonymousClaim {
  private static let stem: [UInt8] = Array("anonym".utf8)
  private static let denials = WordTable("not never no non nor neither cannot nicht t")
  /// How many words before it may deny it; `t` is the end of `isn't`.
  private static let reach = 3

  static func stands(in text: [UInt8]) -> Bool {
    var words: [Range<Int>] = []
    var position = 0
    while position < text.count {
      let start = position
      while position < text.count, text[position].isWord { position += 1 }
      if position > start {
        if isStem(text, start, position), !isDenied(text, words.suffix(reach)) { return true }
        words.append(start..<position)
      } else {
        // What was denied in one sentence is not denied in the next.
        if text[position] == ASCII.dot || text[position] == ASCII.semicolon { words = [] }
        position += 1
      }
    }
    return false
  }

  private static func isStem(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    end - start >= stem.count
      && stem.indices.allSatisfy { text[start + $0].lowercased == stem[$0] }
  }

  private static func isDenied(_ text: [UInt8], _ words: ArraySlice<Range<Int>>) -> Bool {
    words.contains { denials.containsFolded(text.span, from: $0.lowerBound, to: $0.upperBound) }
  }
}
