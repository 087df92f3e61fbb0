// The order of privacy, asked for one value and two ways to send it:
//
//     finer      bucket at 10, 20, 30
//     coarser    bucket at 20             every range of it is made of whole ranges of the finer one
//
// A change of a schema is no loss of privacy exactly if what leaves after it can be computed from what
// left before. Policies answer for themselves; who asks knows none by name.

/// Whether what leaves of a value in one way can be computed from what leaves of it in another.
package enum Refinement: UInt8, Sendable {
  case yes
  case no
  /// Nothing is known, which counts as no.
  case unknown

  /// Yes if it is true, else no.
  package init(_ isTrue: Bool) { self = isTrue ? .yes : .no }
}

/// The values of which two ways to send them are compared.
package struct ValueDomain: Sendable {
  /// The numbers among them.
  package var numbers: NumberImage
  /// Whether each that is a time has a time of day.
  package var hasTimesOfDay: Bool

  package init(numbers: NumberImage, hasTimesOfDay: Bool) {
    self.numbers = numbers
    self.hasTimesOfDay = hasTimesOfDay
  }
}

extension PolicyChain {
  /// Whether what `coarser` sends of a value of `domain` can be computed from what this chain sends of it.
  ///
  /// A detector more counts as yes only where no cut stands before it. The gate judges the detectors of
  /// one field that changes by their names.
  package func refines(_ coarser: PolicyChain, of domain: ValueDomain) -> Refinement {
    switch (self, coarser) {
    case (_, .drop), (.none, _): return .yes
    case (.drop, _): return .no
    case (_, .redact): return .yes
    case (.redact, _), (_, .none): return .no
    case (.scrub(let finer), .scrub(let coarser)): return finer.refines(coarser)
    case (.scrub(let finer), .transform(let coarser)):
      // The text that leaves is the text that the transforms are handed.
      guard let scrub = coarser.scrub else { return .unknown }
      return Refinement(finer.isEqual(scrub))
    case (.transform, .scrub): return .no
    case (.list(let finer), .list(let coarser)): return finer.refines(coarser)
    case (.list, _), (_, .list): return .unknown
    case (.transform(let finer), .transform(let coarser)): return finer.refines(coarser, of: domain)
    }
  }

  /// Where its pseudonyms stand in the ranks of cryptography, which the order cannot tell apart: lower
  /// tells less. Nil for anything but a pseudonym.
  package var pseudonymRank: Int? {
    guard case .transform(let chain) = self, let step = chain.steps.last, step.isPseudonym else {
      return nil
    }
    return step.keyID == nil ? 1 : 0
  }

  /// Whether both make pseudonyms in one way of the same text, so that their ranks alone differ.
  package func hidesTheSame(as other: PolicyChain) -> Bool {
    guard case .transform(let own) = self, case .transform(let other) = other,
      let last = own.steps.last, last.isPseudonym, last.name == other.steps.last?.name,
      own.steps.dropLast() == other.steps.dropLast()
    else { return false }
    return own.scrubsAlike(other)
  }
}

extension TextScrub {
  /// Whether a text scrubbed by `coarser` can be computed from one that this scrub made: each detector
  /// stands there too, or one that finds more, and the cut is no later.
  ///
  /// Where another detector shortens what stands before a cut, text moves in that an earlier cut took.
  package func refines(_ coarser: TextScrub) -> Refinement {
    if limit != nil {
      var uncut = coarser
      uncut.limit = limit
      if !isEqual(uncut) { return .unknown }
    }
    var answer = Refinement.yes
    for detector in detectors {
      let answers = coarser.detectors.map { detector.refines($0) }
      if answers.contains(.yes) { continue }
      if !answers.contains(.unknown) { return .no }
      answer = .unknown
    }
    if let most = coarser.limit { return most <= limit ?? .max ? answer : .no }
    return limit == nil ? answer : .no
  }

  /// Whether both make the same of every text.
  package func isEqual(_ other: TextScrub) -> Bool {
    limit == other.limit && detectors.allSatisfy { other.detectors.contains($0) }
      && other.detectors.allSatisfy { detectors.contains($0) }
  }
}

extension TransformChain {
  /// Whether what `coarser` makes of a value can be computed from what this chain makes of it.
  package func refines(_ coarser: TransformChain, of domain: ValueDomain) -> Refinement {
    guard scrubsAlike(coarser) else { return .unknown }
    var index = 0
    while index < steps.count, index < coarser.steps.count, steps[index] == coarser.steps[index] {
      index += 1
    }
    if index == steps.count { return .yes }
    guard index < coarser.steps.count else { return .no }
    if let finer = NumberPartition(steps[index...]),
      let other = NumberPartition(coarser.steps[index...])
    {
      // What steps before them gave is bounded by nothing that is known here.
      return Refinement(
        index == 0 ? finer.refines(other, within: domain.numbers) : finer.refines(other)
      )
    }
    // Behind a step that differs, only what it gives is known.
    return index == steps.count - 1
      ? steps[index].refines(coarser.steps[index], of: domain) : .unknown
  }
}

extension TransformChain {
  /// Whether both mask the same before their first step.
  func scrubsAlike(_ other: TransformChain) -> Bool {
    switch (scrub, other.scrub) {
    case (nil, nil): true
    case (let own?, let other?): own.isEqual(other)
    case (nil, _?), (_?, nil): false
    }
  }

  /// Whether something leaves of every value that is there, of `raw` types, and nothing of one that is not.
  package func tellsPresence(of raw: JSONTypes) -> Bool {
    for step in steps {
      switch step {
      case .presence(let presence):
        if presence.omitsAbsent { continue }
        if presence.isTruthiness || raw.contains(.null) { return false }
      case .coarsenVersion(let coarsening):
        if coarsening.otherwise == nil { return false }
      case .vocabulary(let vocabulary):
        if vocabulary.otherwise == nil { return false }
      case .bucket, .clamp, .shape, .keys, .pseudonymize, .fingerprint, .classify: continue
      case .counting:
        if !raw.isDisjoint(with: [.boolean, .integer, .number]) { return false }
      // These may refuse.
      case .hashEmail, .maskArguments, .hint, .round, .coarsenTime: return false
      }
    }
    return true
  }
}

extension Transform {
  /// Whether its results are pseudonyms.
  var isPseudonym: Bool {
    switch self {
    case .hashEmail, .pseudonymize, .fingerprint: true
    case .bucket, .shape, .maskArguments, .hint, .round, .clamp, .counting, .presence, .keys,
      .coarsenTime, .coarsenVersion, .classify, .vocabulary:
      false
    }
  }

  /// Whether what `other` makes of a value can be computed from what this transform makes of it.
  package func refines(_ other: Transform, of domain: ValueDomain) -> Refinement {
    if self == other { return .yes }
    guard name == other.name else { return .unknown }
    switch self {
    case .hashEmail: return .no
    case .counting: return .yes
    // Buckets and ends are compared as partitions, before it comes to this.
    case .bucket, .clamp: return .unknown
    case .shape(let own): if case .shape(let other) = other { return own.refines(other) }
    case .maskArguments(let own):
      if case .maskArguments(let other) = other { return own.refines(other) }
    case .hint(let own): if case .hint(let other) = other { return own.refines(other) }
    case .round(let own): if case .round(let other) = other { return own.refines(other) }
    case .presence(let own): if case .presence(let other) = other { return own.refines(other) }
    case .keys(let own): if case .keys(let other) = other { return own.refines(other) }
    case .coarsenTime(let own):
      if case .coarsenTime(let other) = other { return own.refines(other, of: domain) }
    case .coarsenVersion(let own):
      if case .coarsenVersion(let other) = other { return own.refines(other) }
    case .pseudonymize(let own):
      if case .pseudonymize(let other) = other { return own.refines(other) }
    case .fingerprint(let own):
      if case .fingerprint(let other) = other { return own.refines(other) }
    case .classify(let own): if case .classify(let other) = other { return own.refines(other) }
    case .vocabulary(let own):
      if case .vocabulary(let other) = other { return own.refines(other) }
    }
    return .unknown
  }
}

extension Detector {
  /// Whether a text masked by `other` can be computed from one that this detector masked: it finds what
  /// this one finds, or more.
  package func refines(_ other: Detector) -> Refinement {
    switch self {
    case .paths(let own): if case .paths(let other) = other { return own.refines(other) }
    case .emails: if case .emails = other { return .yes }
    case .addresses: if case .addresses = other { return .yes }
    case .literals: if case .literals = other { return .yes }
    case .sql(let own): if case .sql(let other) = other { return own.refines(other) }
    case .identifiers(let own):
      if case .identifiers(let other) = other { return own.refines(other) }
    case .secrets(let own): if case .secrets(let other) = other { return own.refines(other) }
    case .urls(let own): if case .urls(let other) = other { return own.refines(other) }
    }
    return .no
  }
}
