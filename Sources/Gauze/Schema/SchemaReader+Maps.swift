// A map is an object whose keys are data: `additionalProperties`, `propertyNames`, `maxProperties`.

extension SchemaReader {
  mutating func readMapKeywords(
    _ reader: inout JSONObjectReader,
    _ field: inout Field,
    _ depth: Int,
    isObject: Bool
  ) {
    let names = reader.take("propertyNames")
    let most = reader.take("maxProperties")
    if let node = reader.take("additionalProperties") {
      switch node.value {
      case .boolean(false):
        // What every object is already; JSON Schema's way of saying so is welcome.
        checkPlace(node, isObject, field)
      case .boolean(true):
        faults.append(SchemaFault(.openMap, at: node.start))
        return
      default:
        checkPlace(node, isObject && field.properties == nil && !isArrayToo(field), field)
        field.element = [readField(node, place: .element, depth: depth + 1)]
        field.keys = readMapKeys(names, most, field.element.first, at: node.start)
        return
      }
    }
    for node in [names, most].compactMap({ $0 }) {
      faults.append(SchemaFault(.misplacedKeyword, at: node.start))
    }
  }

  private func isArrayToo(_ field: Field) -> Bool { field.types.contains(.array) }

  private mutating func readMapKeys(
    _ names: JSONNode?,
    _ most: JSONNode?,
    _ value: Field?,
    at offset: Int
  ) -> MapKeys {
    var keys = MapKeys(words: [], format: nil, most: 0)
    guard let names, let most else {
      faults.append(SchemaFault(.openMap, at: offset))
      return keys
    }
    keys.most = most.count(in: 1...100_000, &faults) ?? 1
    var reader = JSONObjectReader(names, &faults)
    if let node = reader.take("enum") {
      keys.words = readTexts(node)
      let isGood = keys.words.count <= Self.mostWords && NameTable(keys.words).hasNoDoubles
      if keys.words.isEmpty || !isGood { faults.append(SchemaFault(.badValue, at: node.start)) }
    } else if let node = reader.take("format"), let word = node.text(&faults) {
      keys.format = TextFormat.named(word.span)
      if keys.format == nil { faults.append(SchemaFault(.unknownFormat, at: node.start)) }
      if keys.format?.isStrict == false { faults.append(SchemaFault(.openMap, at: node.start)) }
    } else {
      faults.append(SchemaFault(.openMap, at: names.start))
    }
    if let node = reader.take("otherwise") {
      keys.otherwise = readOtherKey(node, isPlaced: keys.format == nil, value)
    }
    reader.finish(&faults)
    return keys
  }

  /// What other keys become. Values that meet there are added, so they must be integers.
  private mutating func readOtherKey(
    _ node: JSONNode,
    isPlaced: Bool,
    _ value: Field?
  ) -> [UInt8]? {
    guard let key = node.text(&faults) else { return nil }
    if !(1...64).contains(key.count) { faults.append(SchemaFault(.badValue, at: node.start)) }
    let isAdded = value.map { $0.types == .integer || !$0.isReadable } ?? true
    if !isPlaced || !isAdded { faults.append(SchemaFault(.misplacedKeyword, at: node.start)) }
    return key
  }
}
