// A field with `from` is made of its siblings. What they are is known when all of them have been read.

extension SchemaReader {
  /// The most siblings that `presence` looks at.
  package static let mostSources = 16

  /// Reads what follows `from`: a name, or several.
  mutating func readSources(_ node: JSONNode, _ field: inout Field) {
    guard case .array(let items) = node.value else {
      field.source = readName(node)
      return
    }
    var names: [[UInt8]] = []
    for item in items {
      guard let name = readName(item) else { continue }
      if names.contains(name) { faults.append(SchemaFault(.badValue, at: item.start)) }
      names.append(name)
    }
    if !(2...Self.mostSources).contains(items.count) {
      faults.append(SchemaFault(.badValue, at: node.start))
    }
    field.source = names.first ?? []
    field.moreSources = Array(names.dropFirst())
  }

  /// Reads what follows `else`.
  mutating func readAlternative(_ node: JSONNode) -> Field {
    var field = Field(offset: node.start)
    let before = faults.count
    var reader = JSONObjectReader(node, &faults)
    field.source = reader.require("from", &faults).flatMap { readName($0) }
    if reader.members.contains(where: { $0.name.span.equals("policies") }) {
      readPolicies(&reader, &field)
    } else {
      _ = reader.require("policies", &faults)
    }
    reader.finish(&faults)
    field.isSound = faults.count == before
    return field
  }

  /// Gives each derived field the types of its sources, and checks what could not be checked before.
  mutating func deriveFields(_ properties: inout [Property], _ names: NameTable) {
    for index in properties.indices where properties[index].field.source != nil {
      let before = faults.count
      guard derive(&properties[index].field, from: properties, names) else { continue }
      finish(&properties[index].field, place: .property)
      if !properties[index].field.moreSources.isEmpty, faults.count == before {
        checkAsksForPresence(properties[index].field)
      }
      guard var other = properties[index].field.alternative.first,
        derive(&other, from: properties, names), other.isSound
      else { continue }
      // It is made as an item is: it cannot vanish alone, and the field has said why.
      finish(&other, place: .element)
      if faults.count == before, !properties[index].field.givesText || !other.givesText {
        faults.append(SchemaFault(.policyDoesNotFit, at: other.offset))
      }
      properties[index].field.alternative = [other]
      // Of null the first way makes nothing, unless its policies take it.
      if properties[index].field.wireTypes.contains(.null) {
        properties[index].field.types.subtract(.null)
      }
    }
  }

  /// Takes over what the sources of a field are; false, with a fault, if one of them is no source.
  private mutating func derive(
    _ field: inout Field,
    from properties: [Property],
    _ names: NameTable
  ) -> Bool {
    guard let source = field.source else { return false }
    var types: JSONTypes = []
    for name in [source] + field.moreSources {
      let from = names.index(of: name.span)
      guard from >= 0, properties[from].field.source == nil else {
        faults.append(SchemaFault(.unknownSource, at: field.offset))
        return false
      }
      types.formUnion(properties[from].field.types)
      if !properties[from].field.isReadable { field.isReadable = false }
    }
    let origin = properties[names.index(of: source.span)].field
    field.types = types
    field.maxLength = field.maxLength ?? origin.maxLength
    field.minimum = origin.minimum
    field.maximum = origin.maximum
    return true
  }

  /// Of several siblings nothing can be told but whether one of them is there.
  private mutating func checkAsksForPresence(_ field: Field) {
    if field.policies.count == 1, field.policies[0].name == .presence { return }
    faults.append(SchemaFault(.policyDoesNotFit, at: field.offset))
  }
}

extension Field {
  /// Whether a text leaves, so that another text may stand in for it.
  fileprivate var givesText: Bool {
    switch chain {
    case .redact, .scrub: true
    case .none: otherwise != nil
    case .transform(let chain):
      switch chain.image {
      case .text, .words: true
      case .number, .scalar, .boolean, .list: false
      }
    case .drop, .list: false
    }
  }
}
