/// `keys`: an object in, those of its members' names that the schema allows out (generalization).
///
/// The names leave as an array, in the schema's order and each once; the values and all other names
/// do not. Names are compared decoded, and only those of the object itself. Disclosure: which of the
/// allowed names are there.
///
/// Parameters: `allow`, the names; `otherwise`, a word that leaves last if any other name was there.
///
/// Not caught: without `otherwise` an object full of unknown names looks like an empty one.
package struct KeyListing: Sendable, Equatable {
  /// The most names that a schema may allow: a bit each is kept while an object is read.
  package static let mostNames = 512

  /// The names that may leave, in their order.
  package var names: [[UInt8]]
  /// What leaves if there is any other name.
  package var otherwise: [UInt8]?
  private let table: NameTable

  package init(names: [[UInt8]], otherwise: [UInt8]? = nil) {
    precondition(names.count <= Self.mostNames)
    self.names = names
    self.otherwise = otherwise
    table = NameTable(names)
  }

  /// Reads `{"allow": ["verbose", "config"], "otherwise": "other"}`.
  package init?(_ parameters: JSONNode?, at offset: Int, _ faults: inout [SchemaFault]) {
    let before = faults.count
    guard let parameters else {
      faults.append(SchemaFault(.badParameter, at: offset))
      return nil
    }
    var reader = JSONObjectReader(parameters, &faults)
    var names: [[UInt8]] = []
    for node in reader.take("allow")?.items(&faults, as: .badParameter) ?? [] {
      if let name = Self.word(node, &faults) { names.append(name) }
    }
    let otherwise = reader.take("otherwise").flatMap { Self.word($0, &faults) }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
    guard (1...Self.mostNames).contains(names.count),
      NameTable(names + [otherwise].compactMap { $0 }).hasNoDoubles
    else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
      return nil
    }
    self.init(names: names, otherwise: otherwise)
  }

  /// A name: 1 to 256 bytes.
  private static func word(_ node: JSONNode, _ faults: inout [SchemaFault]) -> [UInt8]? {
    guard let text = node.text(&faults, as: .badParameter) else { return nil }
    if (1...256).contains(text.count) { return text }
    faults.append(SchemaFault(.badParameter, at: node.start))
    return nil
  }

  package static func == (left: KeyListing, right: KeyListing) -> Bool {
    left.names == right.names && left.otherwise == right.otherwise
  }

  /// What may stand in the list, in order.
  package var words: [[UInt8]] { names + [otherwise].compactMap { $0 } }

  /// Adds the list of the allowed names of an object; false, and nothing added, if it is handed none.
  /// Complexity: O(value + names).
  package func append(
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    scratch: inout ByteBuffer,
    to output: inout ByteBuffer
  ) -> Bool {
    guard kind == .container, value.first == ASCII.leftBrace else { return false }
    var isThere = InlineArray<8, UInt64>(repeating: 0)
    var hasOthers = false
    var walk = JSONContainer()
    while let name = walk.nextName(value) {
      let index = self.index(of: name, in: value, &scratch)
      if index < 0 {
        hasOthers = true
      } else {
        isThere[index >> 6] |= 1 << UInt64(index & 63)
      }
    }
    output.append(ASCII.leftBracket)
    var isFirst = true
    for index in names.indices where isThere[index >> 6] & 1 << UInt64(index & 63) != 0 {
      Self.write(names[index], &isFirst, &output)
    }
    if hasOthers, let otherwise { Self.write(otherwise, &isFirst, &output) }
    output.append(ASCII.rightBracket)
    return true
  }

  private static func write(
    _ word: [UInt8],
    _ isFirst: inout Bool,
    _ output: inout ByteBuffer
  ) {
    if !isFirst { output.append(ASCII.comma) }
    isFirst = false
    JSONText.write(word.span, to: &output)
  }

  /// The number of an allowed name, or -1.
  private func index(
    of name: JSONToken,
    in value: Span<UInt8>,
    _ scratch: inout ByteBuffer
  ) -> Int {
    let written = value.extracting(name.start..<name.end)
    guard name.hasEscapes else { return table.index(of: written) }
    scratch.removeAll()
    JSONText.decode(written, into: &scratch)
    return table.index(of: scratch.span)
  }
}

extension KeyListing {
  /// Whether the list that `coarser` makes can be computed from this one. Complexity: O(names).
  package func refines(_ coarser: KeyListing) -> Refinement {
    if coarser.otherwise != nil, otherwise == nil { return .no }
    return Refinement(coarser.names.allSatisfy { table.index(of: $0.span) >= 0 })
  }
}
