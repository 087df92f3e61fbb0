// What a value must be, told of one value at a time. Nothing here keeps or moves anything.

extension Form {
  /// Whether a text can be wrong at all.
  var judgesTexts: Bool { text != .any || choices >= 0 || maxLength != .max }

  /// What is wrong with a decoded text.
  func fault(
    ofText text: Span<UInt8>,
    _ tables: PlanTables,
    _ space: inout ScrubSpace,
    _ container: inout ContainerSpace
  ) -> ViolationCode? {
    let code = ownFault(ofText: text, tables, &space, &container)
    guard code != nil, alternative >= 0,
      tables.forms[alternative].ownFault(ofText: text, tables, &space, &container) == nil
    else { return code }
    return nil
  }

  /// The same without the alternative.
  private func ownFault(
    ofText text: Span<UInt8>,
    _ tables: PlanTables,
    _ space: inout ScrubSpace,
    _ container: inout ContainerSpace
  ) -> ViolationCode? {
    if choices >= 0, tables.choices[choices].texts.index(of: text) < 0 { return .notInEnum }
    // A scalar takes at least one byte, so most texts need no counting.
    if text.count > maxLength, UTF8Text.scalarCount(text) > maxLength { return .tooLong }
    switch self.text {
    case .any: return nil
    case .format(let format): return format.matches(text) ? nil : .badFormat
    case .fixpoint(let scrub):
      return tables.scrubs[scrub].isFixpoint(text, &space) ? nil : .badFormat
    case .image(let number):
      guard let step = tables.transforms[number].steps.last,
        step.transform.isImage(text, .text, step.context, container: &container)
      else { return .badFormat }
      return nil
    case .joined(let number): return fault(ofJoined: text, number, tables, &space, &container)
    }
  }

  /// What is wrong with a text of joined items: the first part that is none, or that comes twice.
  private func fault(
    ofJoined text: Span<UInt8>,
    _ number: Int,
    _ tables: PlanTables,
    _ space: inout ScrubSpace,
    _ container: inout ContainerSpace
  ) -> ViolationCode? {
    let list = tables.lists[number]
    guard !text.isEmpty, let first = list.separator.first, list.item >= 0 else { return nil }
    var appearances = FirstAppearances()
    var parts = 0
    var start = 0
    while true {
      var end = start
      while end < text.count, text[end] != first { end &+= 1 }
      parts += 1
      if parts > list.most { return .tooMany }
      let part = text.extracting(start..<end)
      if let code = tables.forms[list.item].fault(ofText: part, tables, &space, &container) {
        return code
      }
      if list.isUnique, !appearances.note(start..<end, of: text) { return .tooMany }
      if end == text.count { return nil }
      start = end + list.separator.count
      guard start <= text.count, text.extracting(end..<start).equals(list.separator.span) else {
        return .badFormat
      }
    }
  }

  /// The same for the bytes of a buffer.
  func fault(
    ofText text: borrowing ByteBuffer,
    _ tables: PlanTables,
    _ space: inout ScrubSpace,
    _ container: inout ContainerSpace
  ) -> ViolationCode? {
    fault(ofText: text.span, tables, &space, &container)
  }

  /// What is wrong with a number as written.
  func fault(ofNumber text: Span<UInt8>, _ tables: PlanTables) -> ViolationCode? {
    guard !types.isDisjoint(with: [.integer, .number]) else { return .wrongType }
    guard let number = JSONNumber(text) else { return .outOfRange }
    if !types.contains(.number) {
      guard number.isInteger else { return .wrongType }
      guard number.fitsInt64 else { return .outOfRange }
    }
    if choices >= 0, !tables.choices[choices].numbers.contains(number) { return .notInEnum }
    if case .image(let transform) = self.text {
      return tables.transforms[transform].fault(ofNumber: number, text)
    }
    guard range >= 0 else { return nil }
    if let minimum = tables.ranges[range].minimum, number < minimum { return .outOfRange }
    if let maximum = tables.ranges[range].maximum, maximum < number { return .outOfRange }
    return nil
  }

  /// What is wrong with the literal that begins with `byte`.
  func fault(ofLiteral byte: UInt8, _ tables: PlanTables) -> ViolationCode? {
    let isNull = byte == ASCII.lowerN
    guard types.contains(isNull ? .null : .boolean) else { return .wrongType }
    guard choices >= 0 else { return nil }
    let table = tables.choices[choices]
    let isChoice = isNull ? table.hasNull : byte == ASCII.lowerT ? table.hasTrue : table.hasFalse
    return isChoice ? nil : .notInEnum
  }
}

extension TransformRun {
  /// Whether a decoded text, or a number as written, is what the last step gives.
  func isImage(_ value: Span<UInt8>, _ kind: TransformedKind) -> Bool {
    steps.last?.transform.isImage(value, kind) ?? false
  }

  /// What is wrong with a number that should be what leaves.
  func fault(ofNumber number: JSONNumber, _ text: Span<UInt8>) -> ViolationCode? {
    guard numbers.contains(number) else { return .outOfRange }
    return isImage(text, .number) ? nil : .badFormat
  }
}

extension MapShape {
  /// What is wrong with a decoded key.
  func fault(ofKey key: Span<UInt8>) -> ViolationCode? {
    if otherwise != nil { return nil }
    if let format { return format.matches(key) ? nil : .badFormat }
    return words.index(of: key) < 0 ? .notInEnum : nil
  }
}

extension JSONNumber {
  private static let smallest = JSONNumber(Int64.min)
  private static let largest = JSONNumber(Int64.max)

  /// Whether an Int64 can hold it.
  var fitsInt64: Bool { !(self < Self.smallest) && !(Self.largest < self) }
}
