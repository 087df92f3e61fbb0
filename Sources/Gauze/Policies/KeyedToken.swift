/// What a keyed policy gives: `gz1.<key id>.<hexadecimal digits>`.
enum KeyedToken {
  /// Reads a key's id; a fault if it may not be called so.
  static func keyID(_ node: JSONNode, _ faults: inout [SchemaFault]) -> [UInt8]? {
    guard let id = node.text(&faults, as: .badParameter) else { return nil }
    if EmailHashing.isKeyID(id.span) { return id }
    faults.append(SchemaFault(.badParameter, at: node.start))
    return nil
  }

  /// Adds all but the digits.
  static func append(keyID: [UInt8], to output: inout ByteBuffer) {
    output.append("gz1.")
    output.append(keyID)
    output.append(ASCII.dot)
  }

  /// Whether `text` is such a token with so many digits, or, without a key, so many digits alone.
  static func matches(_ text: Span<UInt8>, keyID: [UInt8]?, digits: Int) -> Bool {
    var start = 0
    if let keyID {
      start = keyID.count + 5
      guard text.count == start + digits, text.extracting(0..<4).equals("gz1."),
        text.extracting(4..<start - 1).equals(keyID.span), text[start - 1] == ASCII.dot
      else { return false }
    }
    guard text.count == start + digits else { return false }
    for index in start..<text.count where !text[index].isLowerHexDigit { return false }
    return true
  }
}

// What is hashed under a key names its purpose and place first, so that no token of one schema or
// field is one of another. Each part has its length in front, so that no two lists of parts are
// written alike:
//
//     length of "gauze/pseudonymize/1" | "gauze/pseudonymize/1" | length of the schema's name | …

extension HMACSHA256.Stream {
  /// Adds a part: its length in bytes, eight bytes with the highest first, then the bytes.
  package mutating func update(part: Span<UInt8>) {
    var length = InlineArray<8, UInt8>(repeating: 0)
    let count = UInt64(part.count)
    for index in 0..<8 {
      length[index] = UInt8(truncatingIfNeeded: count &>> UInt64(56 - 8 * index))
    }
    update(length.span)
    update(part)
  }
}
