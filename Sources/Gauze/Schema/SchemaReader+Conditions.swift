// `"presentIf": {"status": ["completed"]}`: the field is there exactly if its sibling `status` has one
// of the words. The sibling leaves as it came, so that a receiver can judge the same.

extension SchemaReader {
  /// Reads what follows `presentIf`.
  mutating func readCondition(_ node: JSONNode) -> Condition? {
    guard case .object(let members) = node.value, members.count == 1,
      let items = members[0].node.items(&faults)
    else {
      faults.append(SchemaFault(.badValue, at: node.start))
      return nil
    }
    var words: [Choice] = []
    for item in items {
      switch item.value {
      case .string(let text) where !words.contains(.text(text)): words.append(.text(text))
      case .boolean(let value) where !words.contains(.boolean(value)): words.append(.boolean(value))
      default: faults.append(SchemaFault(.badValue, at: item.start))
      }
    }
    if words.isEmpty || words.count > Self.mostOtherWords {
      faults.append(SchemaFault(.badValue, at: node.start))
      return nil
    }
    return Condition(field: members[0].name, words: words, offset: node.start)
  }

  /// Checks that what decides is a sibling which leaves as it came and may have those words.
  mutating func checkConditions(_ properties: [Property]) {
    for property in properties {
      guard let condition = property.field.condition else { continue }
      if property.isRequired || property.field.source != nil {
        faults.append(SchemaFault(.misplacedKeyword, at: condition.offset))
      }
      guard let sibling = properties.first(where: { $0.name == condition.field }),
        sibling.field.source == nil, sibling.field.condition == nil
      else {
        faults.append(SchemaFault(.unknownSource, at: condition.offset))
        continue
      }
      if !sibling.field.isReadable { continue }
      let isClosed =
        sibling.field.chain == .none && sibling.field.otherwise == nil
        && condition.words.allSatisfy { word in
          switch word {
          case .boolean: sibling.field.choices == nil && sibling.field.types.contains(.boolean)
          default: sibling.field.choices?.contains(word) == true
          }
        }
      if !isClosed { faults.append(SchemaFault(.badValue, at: condition.offset)) }
    }
  }
}
