internal import Gauze

// What leaves of one field, before and after.

extension EventComparison {
  /// What is seen of a field; nil if nothing is.
  func observation(
    _ property: Property,
    among all: [Property],
    under path: String
  ) -> Observation? {
    guard !property.field.isDropped else { return nil }
    return Observation(property, among: all, under: path, isCertain: path.isEmpty)
  }

  /// Compares what leaves of a field.
  mutating func comparePolicies(
    _ before: Property,
    _ after: Property,
    among allBefore: [Property],
    _ allAfter: [Property],
    under path: String
  ) {
    let left = before.field
    let right = after.field
    let texts = (FieldText(file: old), FieldText(file: new))
    let isMoved =
      left.source != right.source || left.moreSources != right.moreSources
      || left.alternative.count != right.alternative.count
      || !zip(left.alternative, right.alternative).allSatisfy {
        $0.source == $1.source && FieldText.isSame($0, $1)
      }
    let isMade = left.source != nil && right.source != nil
    let isReworded = isMade && (left.choices != right.choices || left.otherwise != right.otherwise)
    guard left.chain != right.chain || isMoved || isReworded else { return }
    let old = observation(before, among: allBefore, under: path)
    let new = observation(after, among: allAfter, under: path)
    let isTold = new.map { $0.isComputable(from: seenBefore) } ?? true
    let wasTold = old.map { $0.isComputable(from: seenAfter) } ?? true
    let privacy: PrivacyEffect = !isTold ? .widens : wasTold ? .neutral : .narrows
    if isMoved {
      change(
        .sourceChanged,
        after,
        under: path,
        privacy,
        consumers: true,
        producers: (left.source == nil) != (right.source == nil),
        before: texts.0.all(left),
        after: texts.1.all(right)
      )
    }
    if isReworded { compareMadeWords(before, after, under: path, privacy) }
    guard left.chain != right.chain else { return }
    if case .scrub(let old) = left.chain, case .scrub(let new) = right.chain {
      let known = changes.count
      compare(old, new, after, under: path, isTold: isTold)
      // Which detectors they are is said by the policies alone.
      say(texts.0.policies(left), texts.1.policies(right), from: known)
      return
    }
    var rule: ChangeRule =
      privacy == .narrows ? .policyStrengthened : wasTold ? .policyWeakened : .policyChanged
    if privacy == .neutral { rule = .policyChanged }
    var effect = privacy
    if let was = left.chain.pseudonymRank, let now = right.chain.pseudonymRank {
      // Ciphers hide what the order asks for; of the same text, their ranks stand beside it.
      if now > was {
        (rule, effect) = (.hashUnkeyed, .widens)
      } else if left.chain.hidesTheSame(as: right.chain) {
        (rule, effect) = now < was ? (.hashKeyed, .narrows) : (.keyChanged, .neutral)
      }
    } else if let was = old?.partition, let now = new?.partition,
      case .transform = left.chain, case .transform = right.chain
    {
      let numbers = after.field.numbers
      let isCoarser = was.refines(now, within: numbers)
      let isFiner = now.refines(was, within: numbers)
      rule =
        isCoarser && isFiner
        ? .bucketsRelabelled
        : isCoarser ? .bucketsMerged : isFiner ? .bucketsSplit : .bucketsShifted
    }
    change(
      rule,
      after,
      under: path,
      effect,
      consumers: !right.isDropped || before.isRequired,
      before: texts.0.policies(left),
      after: texts.1.policies(right)
    )
  }

  /// Two scrubs of a text: their bounds, and their detectors by policy.
  private mutating func compare(
    _ old: TextScrub,
    _ new: TextScrub,
    _ property: Property,
    under path: String,
    isTold: Bool
  ) {
    let known = changes.count
    let before = old.limit ?? .max
    let after = new.limit ?? .max
    if before != after {
      let isRaised = after > before
      change(
        isRaised ? .capRaised : .capLowered,
        property,
        under: path,
        isRaised ? .widens : .narrows,
        before: "\(before)",
        after: "\(after)"
      )
    }
    for detector in old.detectors {
      let answers = new.detectors.map { detector.refines($0) }
      if new.detectors.contains(detector) { continue }
      if answers.contains(.yes) {
        change(.detectorStrengthened, property, under: path, .narrows)
      } else if answers.contains(.unknown)
        || new.detectors.contains(where: { $0.refines(detector) == .yes })
      {
        change(.detectorWeakened, property, under: path, .widens)
      } else {
        change(.detectorDropped, property, under: path, .widens)
      }
    }
    for detector in new.detectors
    where !old.detectors.contains(where: {
      $0.refines(detector) != .no || detector.refines($0) != .no
    }) {
      change(.detectorAdded, property, under: path, .narrows)
    }
    if changes.count == known {
      change(.policyChanged, property, under: path, isTold ? .neutral : .widens)
    }
  }
}
