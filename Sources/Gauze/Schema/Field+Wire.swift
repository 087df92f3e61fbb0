extension Field {
  /// The types of what leaves, as far as the schema tells.
  package var wireTypes: JSONTypes {
    switch chain {
    case .none: return writtenTypes
    case .drop: return []
    case .redact: return .string
    case .scrub: return types.intersection(.null).union(.string)
    case .list(let chain):
      let null = types.intersection(.null)
      return null.union(chain.joining == nil ? .array : .string)
    case .transform(let chain):
      let null = chain.takesNull ? [] : types.intersection(.null)
      switch chain.image {
      case .text, .words: return null.union(.string)
      case .number: return null.union(.number)
      case .scalar: return null.union(types.intersection([.string, .integer, .number]))
      case .boolean: return null.union(.boolean)
      case .list: return null.union(.array)
      }
    }
  }

  /// The types of a value that leaves as it came in.
  private var writtenTypes: JSONTypes {
    guard let choices else { return types }
    var types: JSONTypes = otherwise == nil ? [] : self.types.intersection(.null).union(.string)
    for choice in choices {
      switch choice {
      case .text: types.insert(.string)
      case .number: types.formUnion([.integer, .number])
      case .boolean: types.insert(.boolean)
      case .null: types.insert(.null)
      }
    }
    return types
  }

  /// The numbers that leave, if numbers do.
  package var wireNumbers: NumberImage {
    if case .transform(let chain) = chain { return chain.numbers(from: numbers) }
    return numbers
  }

  /// Whether something leaves of it though it is not there.
  package var takesAbsent: Bool {
    if case .transform(let chain) = chain { chain.takesAbsent } else { false }
  }

  /// Which kinds of value leave of it.
  package var envelopeKinds: EnvelopeKinds {
    let numbers: JSONTypes = [.integer, .number]
    var kinds: EnvelopeKinds = []
    if !wireTypes.isDisjoint(with: numbers) { kinds.insert(.numbers) }
    if !wireTypes.subtracting(numbers).isEmpty { kinds.insert(.others) }
    return kinds
  }
}
