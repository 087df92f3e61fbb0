/// A field's policies as one typed function: what `policies` in a schema becomes.
package enum PolicyChain: Sendable, Equatable {
  /// No policy: the value leaves as it is.
  case none
  /// Nothing leaves.
  case drop
  /// `<redacted>` leaves.
  case redact
  /// Text leaves, masked and shortened.
  case scrub(TextScrub)
  /// What the last of its transforms makes leaves.
  case transform(TransformChain)
  /// The items of an array leave, each once or as one text.
  case list(ListChain)

  /// Puts `policies` together for values of `types`. Reports each that does not fit; `offsets` are
  /// their places in the schema.
  package init(
    _ policies: [Policy],
    at offsets: [Int],
    taking types: JSONTypes,
    maxLength: Int?,
    _ faults: inout [SchemaFault]
  ) {
    self = .none
    var value = Self.value(of: types)
    var detectors: [Detector] = []
    var scrubbing: [ScrubPolicy] = []
    var steps: [Transform] = []
    var list: ListChain?
    var limit: Int?
    for (policy, offset) in zip(policies, offsets) {
      let row = policy.name.row
      if row.role == .detector, limit != nil {
        faults.append(SchemaFault(.truncateBeforeDetector, at: offset))
        continue
      }
      let isWhole = row.role == .whole
      let hasText = !detectors.isEmpty || limit != nil
      let isDouble =
        scrubbing.contains { $0.name == policy.name }
        || steps.contains { $0.name == policy.name }
        || (policy == .unique && list?.isUnique == true)
        || (row.role == .shortener && limit != nil)
      // What takes any value takes the raw one.
      let isLate = (!steps.isEmpty || list != nil) && row.takes == .any
      let isBehindText = isWhole && hasText && !policy.name.takesMaskedText
      let isBare = policy.name.needsMaskedText && detectors.isEmpty
      guard Self.fits(value, row.takes), !isBehindText, !isDouble, !isLate, !isBare else {
        faults.append(SchemaFault(.policyDoesNotFit, at: offset))
        // What follows it is not to blame.
        if !isWhole { value = row.gives }
        continue
      }
      value = row.gives
      switch policy {
      case .drop: self = .drop
      case .redact: self = .redact
      case .hashEmail, .bucket, .shape, .maskArguments, .hint, .round, .clamp, .counting, .presence,
        .keys, .coarsenTime, .coarsenVersion, .pseudonymize, .fingerprint, .classify, .vocabulary:
        steps += [Transform(policy)].compactMap { $0 }
      case .unique: list = ListChain(isUnique: true, joining: list?.joining)
      case .join(let joining): list = ListChain(isUnique: list?.isUnique ?? false, joining: joining)
      case .truncate(let truncation): limit = truncation.limit
      case .stripPaths, .maskEmails, .maskSQL, .maskAddresses, .maskIdentifiers, .maskSecrets,
        .scrubText, .maskURLs:
        let first = detectors.count
        detectors += Detector.all(of: policy)
        let bits = UInt32(1) << UInt32(detectors.count) - UInt32(1) << UInt32(first)
        scrubbing.append(ScrubPolicy(name: policy.name, detectors: bits))
      }
    }
    if let list { self = .list(list) }
    if !detectors.isEmpty || limit != nil {
      self = .scrub(
        TextScrub(
          detectors: detectors,
          policies: scrubbing,
          limit: [limit, maxLength].compactMap { $0 }.min(),
          truncates: limit != nil
        )
      )
    }
    if steps.isEmpty { return }
    var chain = TransformChain(steps: steps)
    if !detectors.isEmpty || limit != nil {
      // A bound of the raw text is none of what is made of it.
      chain.scrub = TextScrub(
        detectors: detectors,
        policies: scrubbing,
        limit: limit,
        truncates: limit != nil
      )
    }
    self = .transform(chain)
  }

  /// What the first policy is handed.
  private static func value(of types: JSONTypes) -> PolicyValue {
    let types = types.subtracting(.null)
    if types.isEmpty { return .any }
    if types == .string { return .text }
    if types == .object { return .object }
    if types == .array { return .array }
    if types.isSubset(of: [.integer, .number]) { return .number }
    return types.isSubset(of: [.string, .integer, .number]) ? .scalar : .any
  }

  private static func fits(_ value: PolicyValue, _ taken: PolicyValue) -> Bool {
    switch taken {
    case .any:
      value == .any || value == .text || value == .number || value == .scalar || value == .object
        || value == .array
    case .text: value == .text
    case .number: value == .number
    case .scalar: value == .scalar || value == .text || value == .number
    case .object: value == .object
    case .array: value == .array
    case .boolean, .list, .closedText, .nothing: false
    }
  }
}

extension PolicyName {
  /// Whether it stands behind detectors, though it makes a value of its own.
  var takesMaskedText: Bool { self == .fingerprint || self == .classify }

  /// Whether it stands nowhere but there.
  var needsMaskedText: Bool { self == .fingerprint }
}
