internal import Gauze

/// One event of two schemas, compared field by field, and what leaves of it as a whole.
struct EventComparison {
  private let old: SchemaFile
  private let new: SchemaFile
  private let event: [UInt8]
  private let before: Event
  private let after: Event
  private let seenBefore: [Observation]
  private let seenAfter: [Observation]
  private(set) var changes: [Change] = []

  /// Compares the event, whose old fields are `properties` under their new names.
  init(list: ChangeList, before: Event, _ properties: [Property], after: Event) {
    var before = before
    before.properties = properties
    old = list.old
    new = list.new
    event = after.name
    self.before = before
    self.after = after
    seenBefore = Observation.all(of: before)
    seenAfter = Observation.all(of: after)
  }

  mutating func run() {
    compare(before.properties, after.properties, under: "")
    compareIdentity()
  }

  // MARK: Fields

  private mutating func compare(_ before: [Property], _ after: [Property], under path: String) {
    for property in before where !after.contains(where: { $0.name == property.name }) {
      remove(property, among: before, under: path)
    }
    for property in after {
      if let old = before.first(where: { $0.name == property.name }) {
        compare(old, property, among: before, after, under: path)
      } else {
        add(property, among: after, under: path)
      }
    }
  }

  private mutating func add(_ property: Property, among all: [Property], under path: String) {
    let field = property.field
    let observation = observation(property, among: all, under: path)
    // A field that comes in makes records acceptable that were not; one that is made of others does not.
    let isTold =
      field.source != nil && (observation.map { $0.isComputable(from: seenBefore) } ?? true)
    change(
      .fieldAdded,
      property,
      under: path,
      isTold ? .neutral : .widens,
      producers: property.isRequired,
      after: FieldText(file: new).all(property)
    )
  }

  private mutating func remove(_ property: Property, among all: [Property], under path: String) {
    let field = property.field
    let leaves = !field.isDropped
    let observation = observation(property, among: all, under: path)
    // What was made of others is still told where it can be made anew.
    let isTold =
      field.source != nil && (observation.map { $0.isComputable(from: seenAfter) } ?? true)
    change(
      .fieldRemoved,
      property,
      under: path,
      isTold ? .neutral : .narrows,
      consumers: leaves && property.isRequired,
      producers: field.source == nil && !new.schema.dropsUnknownFields,
      before: FieldText(file: old).all(property),
      isGone: true
    )
  }

  private mutating func compare(
    _ before: Property,
    _ after: Property,
    among allBefore: [Property],
    _ allAfter: [Property],
    under path: String
  ) {
    // What was read carries its former name only if it was given its new one for this comparison.
    if let former = before.field.was, former == after.field.was, after.name != former {
      compareNames(former, after, under: path)
    }
    if before.isRequired != after.isRequired {
      if after.isRequired {
        change(
          .fieldRequired,
          after,
          under: path,
          requiring(before, under: path),
          producers: true
        )
      } else {
        change(
          .fieldOptional,
          after,
          under: path,
          .widens,
          consumers: !after.field.isDropped
        )
      }
    }
    compareCondition(before, after, under: path)
    compareTexts(before, after, under: path)
    let known = changes.count
    if before.field.source == nil, after.field.source == nil {
      compareDomain(before, after, under: path)
    }
    comparePolicies(before, after, among: allBefore, allAfter, under: path)
    _ = known
    let inner = Observation.path(path, after.name)
    if let old = before.field.properties, let new = after.field.properties {
      compare(old, new, under: inner)
    }
    if let old = before.field.element.first, let new = after.field.element.first {
      let star = Array("*".utf8)
      let left = Property(name: star, isRequired: false, field: old)
      let right = Property(name: star, isRequired: false, field: new)
      compare([left], [right], under: inner)
    }
  }

  private mutating func compareNames(_ former: [UInt8], _ property: Property, under path: String) {
    let field = property.field
    change(
      .renamed,
      property,
      under: path,
      .neutral,
      consumers: !field.isDropped,
      producers: field.source == nil,
      before: FieldText.text(former),
      after: FieldText.text(property.name)
    )
  }

  private mutating func compareCondition(
    _ before: Property,
    _ after: Property,
    under path: String
  ) {
    let old = before.field.condition.map { FieldText(file: self.old).condition($0) } ?? ""
    let new = after.field.condition.map { FieldText(file: self.new).condition($0) } ?? ""
    guard old != new else { return }
    change(
      .conditionChanged,
      after,
      under: path,
      .widens,
      consumers: true,
      producers: true,
      before: old,
      after: new
    )
  }

  private mutating func compareTexts(_ before: Property, _ after: Property, under path: String) {
    let left = before.field
    let right = after.field
    guard
      left.why != right.why || left.description != right.description
        || left.waiver != right.waiver
    else { return }
    let words = { (field: Field) in
      [field.why, field.description, field.waiver].map { FieldText.text($0 ?? []) }
        .joined(separator: " / ")
    }
    change(.textChanged, after, under: path, .neutral, before: words(left), after: words(right))
  }

  // MARK: What is accepted

  /// What rejecting more does to privacy. That a record is accepted tells something of its values: it is
  /// no news only if what left before told it, too.
  private func narrowing(_ property: Property, under path: String) -> PrivacyEffect {
    let source = Observation.path(path, property.name)
    let isTold = seenBefore.contains {
      $0.source == source && $0.field.chain == .none && $0.field.otherwise == nil
    }
    return isTold ? .narrows : .widens
  }

  /// The same for a bound of a number, which a partition may tell, too.
  private func narrowing(
    _ property: Property,
    under path: String,
    at cut: NumberPartition.Cut
  ) -> PrivacyEffect {
    let source = Observation.path(path, property.name)
    var known = NumberPartition()
    for observation in seenBefore where observation.source == source {
      if let partition = observation.partition { known.formUnion(partition) }
    }
    var needed = NumberPartition()
    needed.cuts = [cut]
    return known.refines(needed, within: property.field.numbers) ? .narrows : .widens
  }

  /// And for the presence of a field, which whatever leaves of it tells.
  private func requiring(_ property: Property, under path: String) -> PrivacyEffect {
    let source = Observation.path(path, property.name)
    return seenBefore.contains { $0.source == source } ? .narrows : .widens
  }

  private mutating func compareDomain(_ before: Property, _ after: Property, under path: String) {
    let left = before.field
    let right = after.field
    let texts = (FieldText(file: old), FieldText(file: new))
    if left.types != right.types {
      let old = Self.closed(left.types)
      let new = Self.closed(right.types)
      let rule: ChangeRule =
        new.isSuperset(of: old)
        ? .typeWidened : new.isSubset(of: old) ? .typeNarrowed : .typeChanged
      change(
        rule,
        after,
        under: path,
        rule == .typeNarrowed ? narrowing(before, under: path) : .widens,
        consumers: rule != .typeNarrowed && !right.isDropped,
        producers: rule != .typeWidened,
        before: texts.0.types(left.types),
        after: texts.1.types(right.types)
      )
    }
    if left.types == right.types, Self.shape(left) != Self.shape(right) {
      change(
        .typeChanged,
        after,
        under: path,
        .widens,
        consumers: !right.isDropped,
        producers: true,
        before: Self.shape(left),
        after: Self.shape(right)
      )
    }
    compareWords(before, after, under: path, texts)
    compareFormat(before, after, under: path)
    compareBound(.lengthRaised, .lengthLowered, left.maxLength, right.maxLength, after, path)
    compareBound(.itemsRaised, .itemsLowered, left.maxItems, right.maxItems, after, path)
    compareRange(before, after, under: path, texts)
    compareKeys(left.keys, right.keys, after, under: path, texts)
  }

  /// How the parts of a container are told apart.
  private static func shape(_ field: Field) -> String {
    if field.properties != nil { return "object of fields" }
    if field.keys != nil { return "map" }
    return field.element.isEmpty ? "anything" : "items"
  }

  /// An integer is a number, too.
  private static func closed(_ types: JSONTypes) -> JSONTypes {
    types.contains(.number) ? types.union(.integer) : types
  }

  private mutating func compareWords(
    _ before: Property,
    _ after: Property,
    under path: String,
    _ texts: (FieldText, FieldText)
  ) {
    let left = before.field
    let right = after.field
    switch (left.choices, right.choices) {
    case (nil, nil): break
    case (nil, let words?):
      change(
        .enumAdded,
        after,
        under: path,
        right.otherwise == nil ? narrowing(before, under: path) : .narrows,
        producers: right.otherwise == nil,
        after: texts.1.choices(words)
      )
    case (let words?, nil):
      change(
        .enumRemoved,
        after,
        under: path,
        .widens,
        consumers: !right.isDropped,
        before: texts.0.choices(words)
      )
    case (let old?, let new?):
      // A word that is added is told from then on; one that is removed joins the rest, or is rejected.
      for word in new where !old.contains(word) {
        change(
          .enumWidened,
          after,
          under: path,
          isRest(word, of: left) ? .neutral : .widens,
          after: texts.1.choice(word)
        )
      }
      for word in old where !new.contains(word) {
        change(
          .enumNarrowed,
          after,
          under: path,
          right.otherwise == nil && left.otherwise == nil
            ? narrowing(before, under: path) : .narrows,
          producers: right.otherwise == nil,
          before: texts.0.choice(word)
        )
      }
    }
    switch (left.otherwise, right.otherwise) {
    case (nil, nil): break
    case (nil, let word?):
      let isClosed = left.choices != nil
      change(
        .otherwiseAdded,
        after,
        under: path,
        isClosed ? .widens : .narrows,
        after: FieldText.text(word)
      )
    case (let word?, nil):
      change(
        .otherwiseRemoved,
        after,
        under: path,
        right.choices == nil ? .widens : .narrows,
        producers: right.choices != nil,
        before: FieldText.text(word)
      )
    case (let old?, let new?):
      guard old != new else { break }
      let isOrdered = Observation.isOrdered(left, right)
      change(
        .otherwiseChanged,
        after,
        under: path,
        isOrdered ? .neutral : .widens,
        consumers: true,
        before: FieldText.text(old),
        after: FieldText.text(new)
      )
    }
  }

  /// Whether a word already left as the one that stands for the rest, and still does.
  private func isRest(_ word: Choice, of field: Field) -> Bool {
    if case .text(let text) = word { text == field.otherwise } else { false }
  }

  private mutating func compareFormat(_ before: Property, _ after: Property, under path: String) {
    let old = before.field.format
    let new = after.field.format
    guard old != new else { return }
    let rule: ChangeRule = old == nil ? .formatAdded : new == nil ? .formatRemoved : .formatChanged
    change(
      rule,
      after,
      under: path,
      rule == .formatAdded ? narrowing(before, under: path) : .widens,
      consumers: rule == .formatChanged && !after.field.isDropped,
      producers: rule != .formatRemoved,
      before: old.map { "\($0.word)" } ?? "",
      after: new.map { "\($0.word)" } ?? ""
    )
  }

  private mutating func compareBound(
    _ raised: ChangeRule,
    _ lowered: ChangeRule,
    _ old: Int?,
    _ new: Int?,
    _ property: Property,
    _ path: String
  ) {
    guard old != new, property.field.source == nil else { return }
    let isRaised = (new ?? .max) > (old ?? .max)
    change(
      isRaised ? raised : lowered,
      property,
      under: path,
      isRaised ? .widens : narrowing(property, under: path),
      producers: !isRaised,
      before: old.map { "\($0)" } ?? "none",
      after: new.map { "\($0)" } ?? "none"
    )
  }

  private mutating func compareRange(
    _ before: Property,
    _ after: Property,
    under path: String,
    _ texts: (FieldText, FieldText)
  ) {
    let left = before.field
    let right = after.field
    let ends = [
      (left.minimum, right.minimum, false, "minimum"),
      (left.maximum, right.maximum, true, "maximum"),
    ]
    for (old, new, isUpper, name) in ends where old != new {
      let isWider: Bool
      switch (old, new) {
      case (nil, _): isWider = false
      case (_, nil): isWider = true
      case (let old?, let new?): isWider = isUpper ? old < new : new < old
      }
      var effect = PrivacyEffect.widens
      if !isWider, let new {
        let cut = NumberPartition.Cut(number: new, isClosedAbove: isUpper)
        effect = narrowing(before, under: path, at: cut)
      }
      change(
        isWider ? .rangeWidened : .rangeNarrowed,
        after,
        under: path,
        effect,
        producers: !isWider,
        before: old.map { "\(name) \(texts.0.number($0))" } ?? "no \(name)",
        after: new.map { "\(name) \(texts.1.number($0))" } ?? "no \(name)"
      )
    }
  }

  private mutating func compareKeys(
    _ old: MapKeys?,
    _ new: MapKeys?,
    _ property: Property,
    under path: String,
    _ texts: (FieldText, FieldText)
  ) {
    guard let old, let new else { return }
    compareBound(.itemsRaised, .itemsLowered, old.most, new.most, property, path)
    var left = old
    var right = new
    (left.most, right.most) = (0, 0)
    let before = texts.0.mapKeys(left)
    let after = texts.1.mapKeys(right)
    guard before != after else { return }
    // Keys that gather others add up what meets there: plain numbers alone can be added up afterwards.
    let isGathered = old.otherwise != nil || new.otherwise != nil
    let canGather =
      old.otherwise == new.otherwise && property.field.element.first?.chain == PolicyChain.none
    let isAlike = old.format == new.format && (!isGathered || canGather)
    let isNarrower = isAlike && Set(new.words).isSubset(of: old.words)
    let isWider = new.otherwise != nil || (isAlike && Set(old.words).isSubset(of: new.words))
    change(
      isNarrower ? .keysNarrowed : .keysWidened,
      property,
      under: path,
      !isNarrower ? .widens : isGathered ? .narrows : narrowing(property, under: path),
      producers: !isWider,
      before: before,
      after: after
    )
  }

  // MARK: What leaves

  private func observation(
    _ property: Property,
    among all: [Property],
    under path: String
  ) -> Observation? {
    guard !property.field.isDropped else { return nil }
    return Observation(property, among: all, under: path, isCertain: path.isEmpty)
  }

  private mutating func comparePolicies(
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
    guard left.chain != right.chain || isMoved else { return }
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
    guard left.chain != right.chain else { return }
    if case .scrub(let old) = left.chain, case .scrub(let new) = right.chain {
      compare(old, new, after, under: path, isTold: isTold)
      return
    }
    var rule: ChangeRule =
      privacy == .narrows ? .policyStrengthened : wasTold ? .policyWeakened : .policyChanged
    if privacy == .neutral { rule = .policyChanged }
    var effect = privacy
    if let was = left.chain.pseudonymRank, let now = right.chain.pseudonymRank {
      // Ciphers hide what the order asks for; their ranks stand beside it.
      rule = now < was ? .hashKeyed : now > was ? .hashUnkeyed : .keyChanged
      effect = now < was ? .narrows : now > was ? .widens : .neutral
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

  // MARK: Identity

  /// An identifier that leaves with the event and did not before.
  private mutating func compareIdentity() {
    let identifiers = Set(new.schema.identity.map { $0.field })
    for property in after.properties
    where identifiers.contains(property.name) && !property.field.isDropped {
      let was = before.properties.first { $0.name == property.name }
      if was.map({ $0.field.isDropped }) ?? true {
        change(.identityJoined, property, under: "", .widens)
      }
    }
  }

  private mutating func change(
    _ rule: ChangeRule,
    _ property: Property,
    under path: String,
    _ privacy: PrivacyEffect,
    consumers: Bool = false,
    producers: Bool = false,
    before: String = "",
    after: String = "",
    isGone: Bool = false
  ) {
    changes.append(
      Change(
        rule: rule,
        event: FieldText.text(event),
        field: Observation.path(path, property.name),
        privacy: privacy,
        breaksConsumers: consumers,
        breaksProducers: producers,
        before: before,
        after: after,
        offset: property.field.offset,
        isGone: isGone
      )
    )
  }
}
