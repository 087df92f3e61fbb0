extension SchemaReader {
  /// The most definitions that may be open at once: reading one inside another takes stack.
  static let mostOpenDefinitions = 64

  /// Notes the definitions; each is read where it is referred to.
  mutating func readDefinitions(_ node: JSONNode) {
    guard case .object(let members) = node.value else {
      faults.append(SchemaFault(.wrongKind, at: node.start))
      return
    }
    definitions = members
    definitionNames = NameTable(members.map { $0.name })
    isDefinitionUsed = [Bool](repeating: false, count: members.count)
  }

  /// Reads the definitions that nothing refers to, so that their faults are found too.
  mutating func readUnusedDefinitions() {
    var index = 0
    while index < definitions.count {
      if !isDefinitionUsed[index] {
        activeDefinitions.append(index)
        _ = readField(definitions[index].node, place: .definition, depth: 1)
        activeDefinitions.removeLast()
      }
      index += 1
    }
  }

  /// The members of `node` with those of the definition that its `$ref` names, if it has one, and
  /// the number of that definition. Beside a reference `why`, `waiver` and `description` replace
  /// the definition's; anything else may only be added.
  mutating func resolve(_ node: JSONNode) -> (members: [JSONMember], definitions: [Int]) {
    guard case .object(let own) = node.value else {
      faults.append(SchemaFault(.wrongKind, at: node.start))
      return ([], [])
    }
    guard let reference = own.first(where: { $0.name.span.equals("$ref") }) else {
      return (own, [])
    }
    let local = own.filter { !$0.name.span.equals("$ref") }
    guard let index = definition(reference.node) else { return (local, []) }
    guard !activeDefinitions.contains(index) else {
      faults.append(SchemaFault(.recursiveReference, at: reference.node.start))
      return (local, [])
    }
    isDefinitionUsed[index] = true
    guard activeDefinitions.count < Self.mostOpenDefinitions else {
      faults.append(SchemaFault(.tooDeep, at: reference.node.start))
      return (local, [])
    }
    activeDefinitions.append(index)
    let (inherited, deeper) = resolve(definitions[index].node)
    activeDefinitions.removeLast()
    var members = local
    for member in inherited {
      guard let double = local.first(where: { $0.name == member.name }) else {
        members.append(member)
        continue
      }
      if !Self.isAnnotation(double.name.span) {
        faults.append(SchemaFault(.conflictingKeyword, at: double.start))
      }
    }
    return (members, [index] + deeper)
  }

  private static func isAnnotation(_ name: Span<UInt8>) -> Bool {
    name.equals("why") || name.equals("waiver") || name.equals("description")
  }

  /// The number of the definition that `#/$defs/NAME` names.
  private mutating func definition(_ node: JSONNode) -> Int? {
    guard let text = node.text(&faults) else { return nil }
    let prefix: StaticString = "#/$defs/"
    let length = prefix.utf8CodeUnitCount
    if text.count > length, text.span.extracting(0..<length).equals(prefix) {
      let index = definitionNames.index(of: text.span.extracting(length..<text.count))
      if index >= 0 { return index }
    }
    faults.append(SchemaFault(.unknownReference, at: node.start))
    return nil
  }
}
