internal import Gauze

// A record as what is seen of it:
//
//     raw     rows ──────────────┬── drop              (not seen)
//                                └── bucket ── row_bucket      an observation of `rows`
//             message ── scrub-text ── message                 an observation of `message`
//
// A new observation tells nothing new if it can be computed from the old ones of the same source, alone
// or, where they are partitions of numbers, together.

/// Something that leaves of a raw value.
struct Observation {
  /// The raw value's path in schema names.
  var source: String
  /// The field that leaves.
  var field: Field
  /// The field that comes in, which bounds what is observed.
  var raw: Field
  /// The raw values' paths, if it is made of several.
  var parts: [String] = []
  /// Whether the raw value is there in every accepted record.
  var isCertain: Bool

  /// Everything that leaves of a record, by leaves of its tree.
  static func all(of event: Event) -> [Observation] {
    var list: [Observation] = []
    collect(event.properties, under: "", isCertain: true, &list)
    return list
  }

  /// What leaves of one field.
  init(_ property: Property, among all: [Property], under path: String, isCertain: Bool) {
    let field = property.field
    let sources = field.sources.isEmpty ? [property.name] : field.sources
    let raws = sources.map { source in all.first { $0.name == source } ?? property }
    self.field = field
    raw = (raws.first ?? property).field
    self.isCertain = isCertain && raws.allSatisfy { $0.isRequired }
    source = Self.path(path, Array(sources.joined(separator: [ASCII.bar])))
    parts = raws.count < 2 ? [] : sources.map { Self.path(path, $0) }
  }

  private static func collect(
    _ properties: [Property],
    under path: String,
    isCertain: Bool,
    _ list: inout [Observation]
  ) {
    for property in properties where !property.field.isDropped {
      let observation = Observation(property, among: properties, under: path, isCertain: isCertain)
      list.append(observation)
      guard observation.keepsItems, property.field.source == nil else { continue }
      collect(
        property.field.properties ?? [],
        under: observation.source,
        isCertain: observation.isCertain,
        &list
      )
      for element in property.field.element {
        // An item may be missing, whatever its array.
        let item = Property(name: Array("*".utf8), isRequired: false, field: element)
        collect([item], under: observation.source, isCertain: false, &list)
      }
    }
  }

  /// A path with one name more.
  static func path(_ path: String, _ name: [UInt8]) -> String {
    let name = String(decoding: name, as: UTF8.self)
    return path.isEmpty ? name : "\(path)/\(name)"
  }

  /// Whether it can be computed from what `others` tell.
  func isComputable(from others: [Observation]) -> Bool {
    if field.isDropped { return true }
    let same = others.filter { $0.source == source }
    // A constant tells no more than that something was there.
    let isPresenceTold = isCertain || same.contains { $0.tellsPresence }
    if isConstant, isPresenceTold { return true }
    if !parts.isEmpty {
      // What is made of several values is known where it was, or where all of them were.
      let isCopied = { (part: String) in
        others.contains {
          $0.source == part && $0.field.chain == .none && $0.field.otherwise == nil
        }
      }
      return same.contains { FieldText.isSame($0.field, field) } || parts.allSatisfy(isCopied)
    }
    if same.contains(where: { $0.refines(self) }) { return true }
    guard isPresenceTold, var known = NumberPartition(unknown: raw), let needed = partition else {
      return false
    }
    // Null stands beside the numbers, and all that parts numbers tells it.
    if raw.types.contains(.null), !same.contains(where: { $0.partition != nil }) { return false }
    for other in same {
      if let partition = other.partition { known.formUnion(partition) }
    }
    return known.refines(needed, within: raw.numbers)
  }

  private var isConstant: Bool {
    guard parts.isEmpty, field.alternative.isEmpty else { return false }
    return field.chain == .redact || (raw.choices?.count == 1 && raw.otherwise == nil)
  }

  /// Whether it tells if the raw value is there, null or not.
  var tellsPresence: Bool {
    guard parts.isEmpty, field.alternative.isEmpty else { return false }
    return switch field.chain {
    case .none, .redact, .scrub: true
    case .transform(let chain): chain.tellsPresence(of: raw.types)
    case .drop, .list: false
    }
  }

  /// What it tells of numbers; nil if it is no matter of cuts.
  var partition: NumberPartition? {
    guard raw.types.subtracting(.null).isSubset(of: [.integer, .number]), field.otherwise == nil
    else { return nil }
    switch field.chain {
    case .none: return .exact
    case .transform(let chain) where chain.scrub == nil: return NumberPartition(chain.steps[...])
    case .drop, .redact, .scrub, .transform, .list: return nil
    }
  }

  private func refines(_ other: Observation) -> Bool {
    switch (field.otherwise, other.field.otherwise) {
    case (nil, nil):
      if other.field.chain == .redact { return tellsPresence }
      if field.chain == .none {
        // What the parts of a container tell is observed part by part.
        return !isContainer || other.keepsItems || Self.isWholeCopy(field)
      }
      // What was rejected before is judged for itself; here the values count that are taken now.
      return field.chain.refines(other.field.chain, of: other.domain) == .yes
    case (nil, _?):
      return field.chain == .none
    case (_?, nil):
      // What stood for the rest cannot be taken apart again.
      return other.field.chain == .none && Set(other.words).isSubset(of: words)
        && other.field.choices != nil
    case (_?, _?):
      return Set(other.words).isSubset(of: words)
    }
  }

  /// The words that it tells from all others.
  private var words: [[UInt8]] {
    (field.choices ?? []).compactMap {
      if case .text(let word) = $0, word != field.otherwise { word } else { nil }
    }
  }

  /// Whether its items are observed one by one.
  private var keepsItems: Bool {
    switch field.chain {
    case .none, .list: true
    case .drop, .redact, .scrub, .transform: false
    }
  }

  private var isContainer: Bool { field.properties != nil || !field.element.isEmpty }

  /// Whether all of the raw value leaves as it came.
  private static func isWholeCopy(_ field: Field) -> Bool {
    field.chain == .none && field.otherwise == nil && field.element.allSatisfy(isWholeCopy)
      && (field.properties ?? []).allSatisfy { isWholeCopy($0.field) && $0.field.source == nil }
  }

  private var domain: ValueDomain {
    ValueDomain(
      numbers: raw.numbers,
      hasTimesOfDay: !raw.types.contains(.string) || raw.format == .dateTime
    )
  }
}

extension NumberPartition {
  /// Tells nothing; nil for a field that holds something else than numbers.
  init?(unknown field: Field) {
    guard field.types.subtracting(.null).isSubset(of: [.integer, .number]) else { return nil }
    self.init()
  }
}

extension Observation {
  /// Whether what leaves of the same words in `new` can be computed from what leaves in `old`.
  static func isOrdered(_ old: Field, _ new: Field) -> Bool {
    let observation = { (field: Field) in
      let property = Property(name: [], isRequired: false, field: field)
      return Observation(property, among: [], under: "", isCertain: false)
    }
    return observation(old).refines(observation(new))
  }

  /// Whether the words of `new` are told from all others by what leaves in `old`.
  static func tellsWords(_ old: Field, of new: Field) -> Bool {
    guard old.choices != nil, let choices = new.choices else { return false }
    return choices.allSatisfy { choice in
      // Null stays null, and is told.
      guard case .text(let word) = choice else { return true }
      return word != old.otherwise && old.choices?.contains(choice) == true
    }
  }
}
