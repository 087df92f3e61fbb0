/// Takes the members of a schema's object by name and reports those that nobody asked for, so that
/// no word is skipped in silence.
package struct JSONObjectReader {
  package let members: [JSONMember]
  /// Where the object stands, for faults about what it lacks.
  package let offset: Int
  private var isTaken: [Bool]

  /// Reads the members of `node`; none, with a fault, if it is no object.
  package init(_ node: JSONNode, _ faults: inout [SchemaFault]) {
    offset = node.start
    if case .object(let members) = node.value {
      self.members = members
    } else {
      members = []
      faults.append(SchemaFault(.wrongKind, at: node.start))
    }
    isTaken = [Bool](repeating: false, count: members.count)
  }

  /// Reads members that were gathered elsewhere.
  package init(_ members: [JSONMember], at offset: Int) {
    self.members = members
    self.offset = offset
    isTaken = [Bool](repeating: false, count: members.count)
  }

  /// The value of the member `name`, if there is one.
  package mutating func take(_ name: StaticString) -> JSONNode? {
    for (index, member) in members.enumerated() where member.name.span.equals(name) {
      isTaken[index] = true
      return member.node
    }
    return nil
  }

  /// The value of the member `name`; a fault if there is none.
  package mutating func require(
    _ name: StaticString,
    _ faults: inout [SchemaFault]
  ) -> JSONNode? {
    if let node = take(name) { return node }
    faults.append(SchemaFault(.missingKeyword, at: offset, keyword: name))
    return nil
  }

  /// Reports each member that was not taken.
  package func finish(_ faults: inout [SchemaFault], as code: SchemaFaultCode = .unknownKeyword) {
    for (index, member) in members.enumerated() where !isTaken[index] {
      faults.append(SchemaFault(code, at: member.start))
    }
  }
}

extension JSONNode {
  /// The decoded text, if it is a string.
  package var plainText: [UInt8]? {
    if case .string(let bytes) = value { bytes } else { nil }
  }

  /// The decoded text of a string; a fault if it is none.
  package func text(
    _ faults: inout [SchemaFault],
    as code: SchemaFaultCode = .wrongKind
  ) -> [UInt8]? {
    if case .string(let bytes) = value { return bytes }
    faults.append(SchemaFault(code, at: start))
    return nil
  }

  /// The items of an array; a fault if it is none.
  package func items(
    _ faults: inout [SchemaFault],
    as code: SchemaFaultCode = .wrongKind
  ) -> [JSONNode]? {
    if case .array(let items) = value { return items }
    faults.append(SchemaFault(code, at: start))
    return nil
  }

  /// `true` or `false`; a fault if it is neither.
  package func boolean(
    _ faults: inout [SchemaFault],
    as code: SchemaFaultCode = .wrongKind
  ) -> Bool? {
    if case .boolean(let value) = value { return value }
    faults.append(SchemaFault(code, at: start))
    return nil
  }

  /// A number; a fault if it is none or longer than 32 bytes.
  package func number(
    _ faults: inout [SchemaFault],
    as code: SchemaFaultCode = .wrongKind
  ) -> JSONNumber? {
    if case .number(let bytes) = value, let number = JSONNumber(bytes.span) { return number }
    faults.append(SchemaFault(code, at: start))
    return nil
  }

  /// A whole number written as digits within `range`; a fault if it is none.
  package func count(
    in range: ClosedRange<Int>,
    _ faults: inout [SchemaFault],
    as code: SchemaFaultCode = .badValue
  ) -> Int? {
    if case .number(let bytes) = value, bytes.count <= 9, bytes.allSatisfy({ $0.isDigit }) {
      let number = bytes.reduce(0) { $0 * 10 + Int($1 &- ASCII.zero) }
      if range.contains(number) { return number }
    }
    faults.append(SchemaFault(code, at: start))
    return nil
  }
}
