// Nothing leaves that is not bounded by what the schema says. This file decides whether it is: the
// first law, where it is cheapest to keep.

extension SchemaReader {
  /// Puts a field's chain together and checks that what leaves is closed.
  mutating func finish(_ field: inout Field, place: FieldPlace) {
    if !field.isReadable || (place == .definition && field.types == .any) { return }
    let before = faults.count
    field.chain = PolicyChain(
      field.policies,
      at: field.policyOffsets,
      taking: field.types,
      maxLength: field.maxLength,
      &faults
    )
    // A chain with a fault is not judged further: the author will write it anew.
    let isSound = faults.count == before && field.isSound
    if place == .property, !field.isDropped, field.why == nil {
      faults.append(SchemaFault(.missingWhy, at: field.offset))
    }
    if place == .element, field.isDropped {
      // An item or a map's value cannot vanish alone: drop the whole field.
      faults.append(SchemaFault(.policyDoesNotFit, at: field.offset))
    }
    if isSound, place != .definition { checkIsClosed(field) }
  }

  private mutating func checkIsClosed(_ field: Field) {
    switch field.chain {
    case .drop, .redact, .transform:
      // What leaves is nothing, a constant, a digest or a label, whatever came in; or a number.
      if field.otherwise != nil { faults.append(SchemaFault(.policyDoesNotFit, at: field.offset)) }
      if case .transform(let chain) = field.chain, chain.image == .number,
        !chain.numbers(from: field.numbers).isClosed
      {
        faults.append(SchemaFault(.openNumber, at: field.offset))
      }
    case .scrub(let scrub):
      if field.choices != nil {
        faults.append(SchemaFault(.policyDoesNotFit, at: field.offset))
      } else if scrub.detectors.isEmpty || scrub.limit == nil {
        faults.append(SchemaFault(.openText, at: field.offset))
      }
    case .list(let list):
      checkIsClosedAsWritten(field)
      checkList(list, field)
    case .none:
      checkIsClosedAsWritten(field)
    }
  }

  /// Whether the items are few enough to be compared, and such that a text of them can be taken apart.
  private mutating func checkList(_ list: ListChain, _ field: Field) {
    for (policy, offset) in zip(field.policies, field.policyOffsets) {
      switch policy {
      case .unique where field.maxItems ?? 0 > FirstAppearances.most:
        faults.append(SchemaFault(.policyDoesNotFit, at: offset))
      case .join(let joining):
        guard let element = field.element.first, element.isReadable, element.isSound else { break }
        if !element.givesParts(for: joining) {
          faults.append(SchemaFault(.policyDoesNotFit, at: offset))
        }
      default: break
      }
    }
  }

  /// A field without policies.
  private mutating func checkIsClosedAsWritten(_ field: Field) {
    let types = field.types.subtracting(.null)
    if field.choices != nil {
      // `otherwise` replaces texts only: a value of any other type would leave as it came.
      if field.otherwise != nil, types != .string {
        faults.append(SchemaFault(.misplacedKeyword, at: field.offset))
      }
      if field.source != nil, field.otherwise == nil {
        faults.append(SchemaFault(.missingKeyword, at: field.offset, keyword: "otherwise"))
      }
      return
    }
    if field.source != nil || types.isEmpty && !field.types.contains(.null) {
      faults.append(SchemaFault(.openValue, at: field.offset))
      return
    }
    let isNumber = types.isSubset(of: [.integer, .number])
    guard types.rawValue.nonzeroBitCount <= 1 || isNumber else {
      faults.append(SchemaFault(.openValue, at: field.offset))
      return
    }
    if types.contains(.string) { checkText(field) }
    if !types.isDisjoint(with: [.integer, .number]), field.minimum == nil || field.maximum == nil {
      faults.append(SchemaFault(.openNumber, at: field.offset))
    }
    if types.contains(.array) {
      if field.element.isEmpty {
        faults.append(SchemaFault(.missingKeyword, at: field.offset, keyword: "items"))
      }
      if field.maxItems == nil {
        faults.append(SchemaFault(.missingKeyword, at: field.offset, keyword: "maxItems"))
      }
    }
    if types.contains(.object), field.properties == nil, field.keys == nil {
      faults.append(SchemaFault(.missingKeyword, at: field.offset, keyword: "properties"))
    }
  }

  private mutating func checkText(_ field: Field) {
    guard let format = field.format else {
      faults.append(SchemaFault(.openText, at: field.offset))
      return
    }
    if !format.isStrict, field.maxLength == nil || field.waiver == nil {
      faults.append(SchemaFault(.looseFormat, at: field.offset))
    }
  }
}

extension Field {
  /// Whether it gives nothing but closed texts without the separator's first character.
  fileprivate func givesParts(for joining: ItemJoining) -> Bool {
    switch chain {
    case .none:
      guard types == .string else { return false }
      // No format has any other character than these.
      if let format { return format.isPlain && joining.separator.first?.isInFormats == false }
      var texts = [otherwise].compactMap { $0 }
      for case .text(let text) in choices ?? [] { texts.append(text) }
      return choices != nil && joining.separates(texts)
    case .redact: return joining.separates([Placeholder.redacted.text.bytes])
    case .transform(let chain):
      guard case .words(let words) = chain.image else { return false }
      return (chain.takesNull || !types.contains(.null)) && joining.separates(words)
    case .drop, .scrub, .list: return false
    }
  }
}

extension TextFormat {
  /// Whether all its texts are made of letters and digits of ASCII and `_ - . : +`.
  fileprivate var isPlain: Bool {
    switch self {
    case .uuid, .dateTime, .date, .version, .identifier, .hex, .semver, .hex32, .hex64: true
    case .email: false
    }
  }
}

extension UInt8 {
  fileprivate var isInFormats: Bool {
    isAlphanumeric || self == ASCII.underscore || self == ASCII.minus || self == ASCII.dot
      || self == ASCII.colon || self == ASCII.plus
  }
}
