internal import Gauze

/// One event of two schemas, compared field by field, and what leaves of it as a whole.
struct EventComparison {
  let old: SchemaFile
  let new: SchemaFile
  private let event: [UInt8]
  private let before: Event
  private let after: Event
  let seenBefore: [Observation]
  let seenAfter: [Observation]
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
    if before.field.source == nil, after.field.source == nil {
      compareDomain(before, after, under: path)
    }
    comparePolicies(before, after, among: allBefore, allAfter, under: path)
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
      [field.why, field.description, field.waiver].map { words in
        words.map { JSONValue.quoted(FieldText.text($0)) } ?? "none"
      }
      .joined(separator: " / ")
    }
    change(.textChanged, after, under: path, .neutral, before: words(left), after: words(right))
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

  /// Gives words to the changes from `first` on that have none of their own.
  mutating func say(_ before: String, _ after: String, from first: Int) {
    for index in changes.indices.dropFirst(first)
    where changes[index].before.isEmpty && changes[index].after.isEmpty {
      (changes[index].before, changes[index].after) = (before, after)
    }
  }

  /// Adds a change of a field.
  mutating func change(
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
