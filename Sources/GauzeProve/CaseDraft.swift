/// The list while it grows.
struct CaseDraft {
  var blocks: [CaseBlock] = []
  var positions: [[CanaryPosition]] = [[.alone], [.alone, .middle]]

  /// Adds what is planted in a field.
  mutating func add(_ place: FieldPlace, number: Int) {
    let texts = place.promises.filter(\.isText)
    for (form, canary) in CanaryForm.all.enumerated() {
      for encoding in CanaryEncoding.all(of: canary.kind) {
        if texts.isEmpty {
          guard [.plain, .escapedRecord, .percent].contains(encoding) else { continue }
          add(.text, place, number, form, encoding, 0, encoding == .percent ? 0 : 1)
        } else {
          addText(place, texts, number, form, encoding)
        }
      }
      if place.isNamed { add(.double, place, number, form, .plain, 0, 0) }
      if !place.isArray { add(.array, place, number, form, .plain, 0, 0) }
      add(.object, place, number, form, .plain, 0, 0)
      if place.isOpen { addArguments(place, number, form, canary) }
      if place.isMap {
        for encoding in [CanaryEncoding.plain, .escapedRecord] {
          add(.mapKey, place, number, form, encoding, 0, 0)
        }
      }
      if canary.isDecimal {
        add(.number, place, number, form, .plain, 0, 0)
      }
    }
  }

  /// Text that a chain lets through: every position where the class is promised, a few where not.
  private mutating func addText(
    _ place: FieldPlace,
    _ texts: [FieldPromise],
    _ number: Int,
    _ form: Int,
    _ encoding: CanaryEncoding
  ) {
    let canary = CanaryForm.all[form]
    let isPromised = place.promises.allSatisfy { $0.holds(canary, encoding, value: []) }
    guard isPromised || encoding == .plain else { return }
    add(.text, place, number, form, encoding, 0, isPromised ? list(CanaryPosition.plain) : 1)
    for limit in Set(texts.compactMap(\.limit)).sorted() {
      let around = isPromised ? CanaryPosition.around(limit) : [.beyond]
      add(.text, place, number, form, encoding, limit, list(around))
    }
  }

  /// What stands in an object that a policy makes something of.
  private mutating func addArguments(
    _ place: FieldPlace,
    _ number: Int,
    _ form: Int,
    _ canary: CanaryForm
  ) {
    let masks = place.promises.contains(where: \.takesContainers)
    for vessel in Vessel.ofArguments {
      let isText = masks && (vessel == .argument || vessel == .statementArgument)
      let positions = isText ? list(CanaryPosition.plain) : 1
      let isName = vessel == .argumentName
      for encoding in CanaryEncoding.all(of: canary.kind) {
        guard masks || [.plain, .escapedRecord].contains(encoding) else { continue }
        add(vessel, place, number, form, encoding, 0, isName ? 0 : positions)
      }
    }
    if canary.isDecimal { add(.argumentNumber, place, number, form, .plain, 0, 0) }
  }

  private mutating func list(_ some: [CanaryPosition]) -> Int {
    if let known = positions.firstIndex(of: some) { return known }
    positions.append(some)
    return positions.count - 1
  }

  private mutating func add(
    _ vessel: Vessel,
    _ place: FieldPlace,
    _ number: Int,
    _ form: Int,
    _ encoding: CanaryEncoding,
    _ limit: Int,
    _ positions: Int
  ) {
    blocks.append(
      CaseBlock(
        vessel: vessel,
        event: place.event,
        place: number,
        form: form,
        encoding: encoding,
        limit: limit,
        positions: positions
      )
    )
  }

  /// Adds what is planted in records of an event, beside their fields.
  mutating func addRecords(_ event: Int, hasKey: Bool) {
    for (form, canary) in CanaryForm.all.enumerated() {
      for encoding in [CanaryEncoding.plain, .escapedRecord] {
        for vessel in Vessel.ofRecords where vessel != .eventName || hasKey {
          add(vessel, event, form, encoding)
        }
      }
      if canary.kind == .word, event < 3 { add(.large, event, form, .plain) }
    }
  }

  private mutating func add(_ vessel: Vessel, _ event: Int, _ form: Int, _ encoding: CanaryEncoding)
  {
    blocks.append(
      CaseBlock(
        vessel: vessel,
        event: event,
        place: -1,
        form: form,
        encoding: encoding,
        limit: 0,
        positions: 0
      )
    )
  }
}
