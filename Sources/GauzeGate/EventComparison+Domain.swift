internal import Gauze

// What is accepted: the raw values of one field, before and after.

extension EventComparison {
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

  /// And for the presence of a field, which most of what leaves of it tells.
  func requiring(_ property: Property, under path: String) -> PrivacyEffect {
    let source = Observation.path(path, property.name)
    return seenBefore.contains { $0.source == source && $0.tellsPresence } ? .narrows : .widens
  }

  /// Compares which raw values are taken.
  mutating func compareDomain(_ before: Property, _ after: Property, under path: String) {
    let left = before.field
    let right = after.field
    let texts = (FieldText(file: old), FieldText(file: new))
    // The parts of another container are compared with nothing, so they are all told here.
    let isRebuilt = Self.shape(left) != Self.shape(right)
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
        before: isRebuilt ? texts.0.all(left) : texts.0.types(left.types),
        after: isRebuilt ? texts.1.all(right) : texts.1.types(right.types)
      )
    }
    if left.types == right.types, isRebuilt {
      change(
        .typeChanged,
        after,
        under: path,
        .widens,
        consumers: !right.isDropped,
        producers: true,
        before: "\(Self.shape(left)): \(texts.0.all(left))",
        after: "\(Self.shape(right)): \(texts.1.all(right))"
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
    _ texts: (FieldText, FieldText),
    made: PrivacyEffect? = nil
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
        made ?? (right.otherwise == nil ? narrowing(before, under: path) : .narrows),
        producers: made == nil && right.otherwise == nil,
        after: texts.1.choices(words)
      )
    case (let words?, nil):
      change(
        .enumRemoved,
        after,
        under: path,
        made ?? .widens,
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
          made ?? (isRest(word, of: left) ? .neutral : .widens),
          after: texts.1.choice(word)
        )
      }
      for word in old where !new.contains(word) {
        change(
          .enumNarrowed,
          after,
          under: path,
          made
            ?? (right.otherwise == nil && left.otherwise == nil
              ? narrowing(before, under: path) : .narrows),
          producers: made == nil && right.otherwise == nil,
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
        made ?? (isClosed ? .widens : .narrows),
        after: FieldText.word(word)
      )
    case (let word?, nil):
      change(
        .otherwiseRemoved,
        after,
        under: path,
        // What stood for the rest cannot be told from a word that is taken from now on.
        made ?? (Observation.tellsWords(left, of: right) ? .narrows : .widens),
        producers: made == nil && right.choices != nil,
        before: FieldText.word(word)
      )
    case (let old?, let new?):
      guard old != new else { break }
      let isOrdered = Observation.isOrdered(left, right)
      change(
        .otherwiseChanged,
        after,
        under: path,
        made ?? (isOrdered ? .neutral : .widens),
        consumers: true,
        before: FieldText.word(old),
        after: FieldText.word(new)
      )
    }
  }

  /// Compares the words of a field that is made of others. They reject nothing, so that each change does
  /// what all that leaves of the field does.
  mutating func compareMadeWords(
    _ before: Property,
    _ after: Property,
    under path: String,
    _ effect: PrivacyEffect
  ) {
    let texts = (FieldText(file: old), FieldText(file: new))
    compareWords(before, after, under: path, texts, made: effect)
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
}
