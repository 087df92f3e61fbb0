/// Where a field stands, which decides what it may say.
enum FieldPlace: Sendable {
  /// A named property: `why` is owed, `from` is allowed.
  case property
  /// The items of an array or the values of a map.
  case element
  /// A definition that nothing refers to: its own words are checked, not whether it is closed.
  case definition
}

extension SchemaReader {
  /// The most levels of objects, arrays and maps.
  static let deepest = 12
  /// The most properties of one object.
  package static let mostProperties = 512
  /// The most fields of a schema, after references are resolved.
  static let mostFields = 65_536
  /// The most words of an `enum`.
  package static let mostWords = 4096
  /// The most words of an `enum` that are no texts.
  package static let mostOtherWords = 256
  /// The most words of all enums of a schema, after references are resolved.
  static let mostWordsInAll = 262_144
  /// The most faults after which fields are read on.
  static let mostFaults = 4096

  mutating func readProperties(
    _ node: JSONNode?,
    required: JSONNode?,
    depth: Int
  ) -> [Property] {
    var properties: [Property] = []
    if let node, case .object(let members) = node.value {
      if members.count > Self.mostProperties {
        faults.append(SchemaFault(.tooMany, at: node.start))
        return []
      }
      let sources = NameTable(members.map { $0.name })
      for member in members {
        if !Self.isName(member.name.span) {
          faults.append(SchemaFault(.badName, at: member.start))
        }
        var field = readField(member.node, place: .property, depth: depth)
        field.offset = member.start
        properties.append(Property(name: member.name, isRequired: false, field: field))
      }
      deriveFields(&properties, sources)
    } else if let node {
      faults.append(SchemaFault(.wrongKind, at: node.start))
    }
    readRequired(required, &properties)
    checkConditions(properties)
    return properties
  }

  private mutating func readRequired(_ node: JSONNode?, _ properties: inout [Property]) {
    for item in node?.items(&faults) ?? [] {
      guard let name = item.text(&faults) else { continue }
      if let index = properties.firstIndex(where: { $0.name == name }),
        properties[index].field.source == nil, !properties[index].isRequired
      {
        properties[index].isRequired = true
      } else {
        faults.append(SchemaFault(.unknownRequired, at: item.start))
      }
    }
  }

  mutating func readField(_ node: JSONNode, place: FieldPlace, depth: Int) -> Field {
    var field = Field(offset: node.start)
    fieldCount += 1
    // Whoever made so many faults will read the first of them.
    guard faults.count <= Self.mostFaults else { return field }
    guard fieldCount <= Self.mostFields else {
      if fieldCount == Self.mostFields + 1 {
        faults.append(SchemaFault(.tooMany, at: node.start))
      }
      return field
    }
    guard depth <= Self.deepest else {
      faults.append(SchemaFault(.tooDeep, at: node.start))
      return field
    }
    let before = faults.count
    let (members, used) = resolve(node)
    field.isReadable = faults.count == before
    activeDefinitions += used
    defer { activeDefinitions.removeLast(used.count) }
    var reader = JSONObjectReader(members, at: node.start)
    readWords(&reader, &field)
    if let source = reader.take("from") {
      readSources(source, &field)
      if place == .element { faults.append(SchemaFault(.misplacedKeyword, at: source.start)) }
    }
    if let node = reader.take("else") {
      if field.source == nil { faults.append(SchemaFault(.misplacedKeyword, at: node.start)) }
      field.alternative = [readAlternative(node)]
    }
    if let condition = reader.take("presentIf") {
      field.condition = readCondition(condition)
      if place == .element { faults.append(SchemaFault(.misplacedKeyword, at: condition.start)) }
    }
    if let former = reader.take("was") {
      field.was = readName(former)
      if place == .element { faults.append(SchemaFault(.misplacedKeyword, at: former.start)) }
    }
    readTypes(&reader, &field)
    readTextKeywords(&reader, &field)
    readNumberKeywords(&reader, &field)
    readContainerKeywords(&reader, &field, depth)
    readPolicies(&reader, &field)
    reader.finish(&faults)
    // No array and no object can be among the words of an `enum`.
    if field.choices != nil { field.types.subtract([.array, .object]) }
    field.isSound = faults.count == before
    // A derived field is finished when its source is known.
    if field.source == nil { finish(&field, place: place) }
    return field
  }

  private mutating func readWords(_ reader: inout JSONObjectReader, _ field: inout Field) {
    // One that is there and wrong is not missing besides.
    field.why = reader.take("why").map { readSentence($0) ?? [] }
    field.waiver = reader.take("waiver").flatMap { readSentence($0) }
    field.description = reader.take("description").flatMap { $0.text(&faults) }
  }

  /// A text that says something.
  mutating func readSentence(_ node: JSONNode) -> [UInt8]? {
    guard let text = node.text(&faults) else { return nil }
    if text.allSatisfy({ $0.isSpace }) { faults.append(SchemaFault(.badValue, at: node.start)) }
    return text
  }

  private mutating func readTypes(_ reader: inout JSONObjectReader, _ field: inout Field) {
    guard let node = reader.take("type") else { return }
    if field.source != nil { faults.append(SchemaFault(.misplacedKeyword, at: node.start)) }
    var nodes = [node]
    if case .array(let items) = node.value { nodes = items }
    var types: JSONTypes = []
    for item in nodes {
      guard let word = item.text(&faults) else { continue }
      guard let type = JSONTypes.named(word.span), !types.contains(type) else {
        faults.append(SchemaFault(.unknownType, at: item.start))
        continue
      }
      types.insert(type)
    }
    if types.rawValue.nonzeroBitCount < nodes.count { field.isReadable = false }
    if nodes.isEmpty { faults.append(SchemaFault(.unknownType, at: node.start)) }
    field.types = types.isEmpty ? .any : types
  }

  private mutating func readTextKeywords(_ reader: inout JSONObjectReader, _ field: inout Field) {
    if let node = reader.take("enum"), let items = node.items(&faults) {
      field.choices = readChoices(items, field, at: node.start)
    }
    if let node = reader.take("const") {
      if field.choices != nil { faults.append(SchemaFault(.conflictingKeyword, at: node.start)) }
      field.choices = readChoices([node], field, at: node.start)
    }
    if let node = reader.take("otherwise") {
      field.otherwise = node.text(&faults)
      let isGood = (1...64).contains(field.otherwise?.count ?? 1)
      if !isGood { faults.append(SchemaFault(.badValue, at: node.start)) }
      checkPlace(node, isText(field) && field.choices != nil, field)
    }
    if let node = reader.take("format"), let word = node.text(&faults) {
      field.format = TextFormat.named(word.span)
      if field.format == nil { faults.append(SchemaFault(.unknownFormat, at: node.start)) }
      checkPlace(node, isText(field) && field.choices == nil && field.source == nil, field)
    }
    if let node = reader.take("maxLength") {
      field.maxLength = node.count(in: 1...Truncation.largestLimit, &faults)
      checkPlace(node, isText(field), field)
    }
  }

  private mutating func readChoices(
    _ nodes: [JSONNode],
    _ field: Field,
    at offset: Int
  ) -> [Choice] {
    var choices: [Choice] = []
    wordCount += nodes.count
    let others = nodes.count { $0.plainText == nil }
    guard nodes.count <= Self.mostWords, wordCount <= Self.mostWordsInAll,
      others <= Self.mostOtherWords
    else {
      faults.append(SchemaFault(.tooMany, at: offset))
      return []
    }
    let texts = NameTable(nodes.map { $0.plainText ?? [] })
    for (index, node) in nodes.enumerated() {
      let (choice, type) = Self.choice(node)
      // Texts are found in a table; of the other words there are few.
      let isDouble: Bool
      if let text = node.plainText, !text.isEmpty {
        isDouble = texts.index(of: text.span) != index
      } else {
        isDouble = choice.map { choices.contains($0) } ?? false
      }
      guard let choice, !field.types.isDisjoint(with: type), !isDouble else {
        faults.append(SchemaFault(.badValue, at: node.start))
        continue
      }
      if case .text(let text) = choice, text.count > 256 {
        faults.append(SchemaFault(.badValue, at: node.start))
      }
      choices.append(choice)
    }
    if nodes.isEmpty { faults.append(SchemaFault(.badValue, at: offset)) }
    return choices
  }

  private static func choice(_ node: JSONNode) -> (Choice?, JSONTypes) {
    switch node.value {
    case .string(let text): (.text(text), .string)
    case .boolean(let value): (.boolean(value), .boolean)
    case .null: (.null, .null)
    case .number(let bytes):
      (JSONNumber(bytes.span).map { .number($0) }, [.integer, .number])
    case .array, .object: (nil, [])
    }
  }

  private mutating func readNumberKeywords(_ reader: inout JSONObjectReader, _ field: inout Field) {
    let isNumber =
      field.types != .any && !field.types.isDisjoint(with: [.integer, .number])
    if let node = reader.take("minimum") {
      field.minimum = node.number(&faults)
      checkPlace(node, isNumber, field)
    }
    if let node = reader.take("maximum") {
      field.maximum = node.number(&faults)
      checkPlace(node, isNumber, field)
      if let low = field.minimum, let high = field.maximum, high < low {
        faults.append(SchemaFault(.badValue, at: node.start))
      }
    }
  }

  private mutating func readContainerKeywords(
    _ reader: inout JSONObjectReader,
    _ field: inout Field,
    _ depth: Int
  ) {
    let isArray = field.types != .any && field.types.contains(.array)
    let isObject = field.types != .any && field.types.contains(.object)
    if let node = reader.take("items") {
      field.element = [readField(node, place: .element, depth: depth + 1)]
      checkPlace(node, isArray, field)
    }
    if let node = reader.take("maxItems") {
      field.maxItems = node.count(in: 0...1_000_000, &faults)
      checkPlace(node, isArray, field)
    }
    let required = reader.take("required")
    if let node = reader.take("properties") {
      field.properties = readProperties(node, required: required, depth: depth + 1)
      checkFormerNames(field.properties ?? [])
      checkPlace(node, isObject, field)
    } else if let required {
      faults.append(SchemaFault(.misplacedKeyword, at: required.start))
    }
    readMapKeywords(&reader, &field, depth, isObject: isObject)
  }

  mutating func readPolicies(_ reader: inout JSONObjectReader, _ field: inout Field) {
    guard let node = reader.take("policies"), let items = node.items(&faults) else { return }
    if items.isEmpty { faults.append(SchemaFault(.badValue, at: node.start)) }
    for item in items {
      guard wordCount <= Self.mostWordsInAll else { break }
      guard let policy = Policy.read(item, &faults) else { continue }
      if case .vocabulary(let vocabulary) = policy {
        wordCount += vocabulary.entries.count
        if wordCount > Self.mostWordsInAll { faults.append(SchemaFault(.tooMany, at: item.start)) }
      }
      field.policies.append(policy)
      field.policyOffsets.append(item.start)
    }
  }

  private func isText(_ field: Field) -> Bool {
    field.source != nil || (field.types != .any && field.types.contains(.string))
  }

  /// Reports a keyword that says nothing of the field's types; where the author named none, that.
  mutating func checkPlace(_ node: JSONNode, _ isRight: Bool, _ field: Field) {
    guard !isRight, field.isReadable else { return }
    let hasTypes = field.source != nil || field.types != .any
    faults.append(
      hasTypes
        ? SchemaFault(.misplacedKeyword, at: node.start)
        : SchemaFault(.openValue, at: field.offset)
    )
  }
}
