/// A value of a schema file, with the bytes that it was written in.
package struct JSONNode: Sendable {
  /// What it is.
  package enum Value: Sendable {
    case null
    case boolean(Bool)
    /// As written.
    case number([UInt8])
    /// Decoded.
    case string([UInt8])
    case array([JSONNode])
    case object([JSONMember])
  }

  package var value: Value
  /// Its first byte in the file.
  package var start: Int
  /// The byte after its last.
  package var end: Int
}

/// A member of an object in a schema file.
package struct JSONMember: Sendable {
  /// Its name, decoded.
  package var name: [UInt8]
  /// Where the name's opening quote stands in the file.
  package var start: Int
  package var node: JSONNode
}

/// A place and a reason: why a schema file is not JSON.
package struct JSONDocumentFault: Error, Sendable {
  package var fault: JSONFault
  /// In bytes from the file's start.
  package var offset: Int
}

extension JSONNode {
  /// Reads a whole file. Complexity: O(n log n).
  package init(reading text: Span<UInt8>) throws(JSONDocumentFault) {
    var scanner = JSONScanner()
    var keys = KeyLedger()
    var check = JSONScanner()
    do throws(JSONFault) {
      // One pass of the engine's own scanner refuses what is malformed or doubled, with all limits.
      try check.skipValue(text, depth: 0, keys: &keys)
      guard check.peek(text) == 0 else { throw JSONFault.malformed }
      self = try Self.read(text, &scanner)
    } catch {
      throw JSONDocumentFault(fault: error, offset: check.offset)
    }
  }

  private static func read(
    _ text: Span<UInt8>,
    _ scanner: inout JSONScanner
  ) throws(JSONFault) -> JSONNode {
    let first = scanner.peek(text)
    let start = scanner.offset
    let value: Value
    switch first {
    case ASCII.quote:
      value = .string(decoded(try scanner.scanString(text), text))
    case ASCII.leftBracket:
      value = .array(try readArray(text, &scanner))
    case ASCII.leftBrace:
      value = .object(try readObject(text, &scanner))
    case ASCII.minus, ASCII.zero...ASCII.nine:
      let token = try scanner.scanNumber(text)
      value = .number(text.copy(of: token.start..<token.end))
    default:
      try scanner.scanLiteral(text)
      value = first == ASCII.lowerN ? .null : .boolean(first == ASCII.lowerT)
    }
    return JSONNode(value: value, start: start, end: scanner.offset)
  }

  private static func readArray(
    _ text: Span<UInt8>,
    _ scanner: inout JSONScanner
  ) throws(JSONFault) -> [JSONNode] {
    var items: [JSONNode] = []
    try scanner.expect(ASCII.leftBracket, text)
    while scanner.peek(text) != ASCII.rightBracket {
      if !items.isEmpty { try scanner.expect(ASCII.comma, text) }
      items.append(try read(text, &scanner))
    }
    scanner.offset += 1
    return items
  }

  private static func readObject(
    _ text: Span<UInt8>,
    _ scanner: inout JSONScanner
  ) throws(JSONFault) -> [JSONMember] {
    var members: [JSONMember] = []
    try scanner.expect(ASCII.leftBrace, text)
    while scanner.peek(text) != ASCII.rightBrace {
      if !members.isEmpty { try scanner.expect(ASCII.comma, text) }
      _ = scanner.peek(text)
      let start = scanner.offset
      let name = decoded(try scanner.scanString(text), text)
      try scanner.expect(ASCII.colon, text)
      members.append(JSONMember(name: name, start: start, node: try read(text, &scanner)))
    }
    scanner.offset += 1
    return members
  }

  private static func decoded(_ token: JSONToken, _ text: Span<UInt8>) -> [UInt8] {
    guard token.hasEscapes else { return text.copy(of: token.start..<token.end) }
    var buffer = ByteBuffer()
    JSONText.decode(text.extracting(token.start..<token.end), into: &buffer)
    return buffer.bytes
  }
}
