import Gauze

/// A line of a golden file, read by the engine's own reader: numbers and spellings stay as written.
struct FixtureLine {
  let bytes: [UInt8]
  let members: [JSONMember]

  /// The lines of a file under `Fixtures`.
  static func lines(_ path: String) throws -> [FixtureLine] {
    try Fixtures.bytes(path).split(separator: ASCII.lineFeed).map { try FixtureLine(Array($0)) }
  }

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let root = try JSONNode(reading: bytes.span)
    if case .object(let members) = root.value { self.members = members } else { members = [] }
  }

  subscript(name: String) -> JSONNode? {
    members.first { $0.name == Array(name.utf8) }?.node
  }

  var name: String { text("name") ?? "a line without a name" }

  /// The text of a member.
  func text(_ name: String) -> String? {
    self[name]?.asText.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The texts of a member that is an array of them.
  func texts(_ name: String) -> [[UInt8]] {
    guard case .array(let items) = self[name]?.value else { return [] }
    return items.compactMap(\.asText)
  }

  func isTrue(_ name: String) -> Bool {
    if case .boolean(let value) = self[name]?.value { return value }
    return false
  }

  /// A value's bytes as they stand in the line.
  func source(_ node: JSONNode) -> [UInt8] { Array(bytes[node.start..<node.end]) }

  /// A value as Gauze writes it: texts with the fewest escapes, all else as it stands.
  func canonical(_ node: JSONNode) -> [UInt8] {
    guard let text = node.asText else { return source(node) }
    var buffer = ByteBuffer()
    JSONText.write(text.span, to: &buffer)
    return buffer.bytes
  }
}

extension JSONNode {
  /// The decoded text, if it is one.
  var asText: [UInt8]? {
    if case .string(let text) = value { return text }
    return nil
  }

  /// The member of that name, if it is an object that has one.
  func member(_ name: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.name == Array(name.utf8) }?.node
  }
}

extension StaticString {
  var text: String { withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
}

extension Array where Element == UInt8 {
  /// Whether `other` stands somewhere in these bytes.
  func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first, other.count <= count else { return false }
    for start in 0...(count - other.count) where self[start] == first {
      if self[start..<start + other.count].elementsEqual(other) { return true }
    }
    return false
  }

  /// For messages of tests, whose records are invented.
  var shown: String { String(decoding: self, as: UTF8.self) }
}
