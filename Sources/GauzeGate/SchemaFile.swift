public import Gauze

/// A schema together with the file that it was read from: what a change is shown in.
public struct SchemaFile: Sendable {
  package let schema: Schema
  /// The file's bytes.
  package let text: [UInt8]
  /// The file as JSON.
  private let members: [JSONMember]

  /// Reads a schema file. Throws the faults of one that does not load. Complexity: O(file).
  public init(reading text: [UInt8]) throws(SchemaFaults) {
    schema = try Schema(reading: text.span)
    self.text = text
    // What loads as a schema is a JSON object.
    let root = try? JSONNode(reading: text.span)
    if case .object(let members) = root?.value { self.members = members } else { members = [] }
  }

  /// A file of which nothing is there but what its reading says: what a new schema is compared with.
  init(nothingBut schema: Schema) {
    self.schema = schema
    (text, members) = ([], [])
  }

  /// Whether there was no such file.
  var isNothing: Bool { text.isEmpty }

  /// Where the member stands that a path of names leads to, or the last on the way that is there.
  func offset(of path: [String]) -> Int {
    var members = self.members
    var offset = 0
    for name in path {
      guard
        let member = members.first(where: { String(decoding: $0.name, as: UTF8.self) == name })
      else { return offset }
      offset = member.start
      guard case .object(let inner) = member.node.value else { return offset }
      members = inner
    }
    return offset
  }

  /// The JSON value that begins at `offset`, without white space.
  func compact(at offset: Int) -> String {
    var scanner = JSONScanner()
    var keys = KeyLedger()
    scanner.offset = offset
    do throws(JSONFault) {
      try scanner.skipValue(text.span, depth: 0, keys: &keys)
    } catch {
      return ""
    }
    return Self.compacted(text[offset..<scanner.offset])
  }

  /// The JSON value behind a name of the file's object, without white space; nothing if it is not there.
  func compact(of name: String) -> String {
    let member = members.first { String(decoding: $0.name, as: UTF8.self) == name }
    return member.map { Self.compacted(text[$0.node.start..<$0.node.end]) } ?? ""
  }

  /// Where the JSON value behind a name of the file's object stands; nil if it is not there.
  func range(of name: String) -> Range<Int>? {
    let member = members.first { String(decoding: $0.name, as: UTF8.self) == name }
    return member.map { $0.node.start..<$0.node.end }
  }

  /// JSON text without white space between its tokens.
  static func compacted(_ json: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isQuoted = false
    var isEscaped = false
    for byte in json {
      if isQuoted {
        bytes.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == ASCII.backslash {
          isEscaped = true
        } else if byte == ASCII.quote {
          isQuoted = false
        }
      } else if byte > ASCII.space {
        bytes.append(byte)
        isQuoted = byte == ASCII.quote
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
