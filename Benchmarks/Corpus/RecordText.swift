internal import Gauze

/// One record while it is written: its members, then their text in one of the ways in which programs
/// write JSON.
struct RecordText {
  /// How a program escapes what need not be escaped.
  enum Spelling {
    /// Nothing.
    case plain
    /// All beyond ASCII, as Python's `json.dumps` does.
    case ascii
    /// The slash, as PHP's `json_encode` does.
    case slashes
  }

  private(set) var members: [(key: String, value: [UInt8])] = []

  mutating func removeAll() { members.removeAll(keepingCapacity: true) }

  /// Adds a member whose value is JSON already.
  mutating func add(_ key: String, json: String) { members.append((key, Array(json.utf8))) }

  /// Adds a member with a text.
  mutating func add(_ key: String, _ text: Span<UInt8>, _ spelling: Spelling = .plain) {
    var value = ByteBuffer(capacity: text.count + 16)
    JSONText.write(text, to: &value)
    members.append((key, Self.respelt(value.bytes, spelling)))
  }

  mutating func add(_ key: String, _ text: String) { add(key, Array(text.utf8).span) }

  mutating func shuffle(_ random: inout SeededRandom) {
    for index in members.indices.dropFirst() { members.swapAt(index, random.below(index + 1)) }
  }

  /// Writes the record, with a space after each comma and colon if it `isSpaced`.
  func write(isSpaced: Bool, to output: inout ByteBuffer) {
    output.append(ASCII.leftBrace)
    for (index, member) in members.enumerated() {
      if index > 0 { output.append(isSpaced ? ", " : ",") }
      JSONText.write(Array(member.key.utf8).span, to: &output)
      output.append(isSpaced ? ": " : ":")
      output.append(member.value)
    }
    output.append(ASCII.rightBrace)
  }

  private static func respelt(_ json: [UInt8], _ spelling: Spelling) -> [UInt8] {
    switch spelling {
    case .plain: return json
    case .slashes:
      return json.flatMap { $0 == ASCII.slash ? [ASCII.backslash, ASCII.slash] : [$0] }
    case .ascii:
      if json.allSatisfy({ $0 < 0x80 }) { return json }
      return String(decoding: json, as: UTF8.self).utf16.flatMap { unit -> [UInt8] in
        if unit < 0x80 { return [UInt8(unit)] }
        return Array(("\\u" + String(0x10000 + UInt32(unit), radix: 16).dropFirst()).utf8)
      }
    }
  }
}
