internal import Gauze

/// A JSON value that is written for people and tools: members in the order in which they were added.
indirect enum JSONValue {
  case null
  case boolean(Bool)
  case count(Int)
  case number(JSONNumber)
  case text([UInt8])
  case list([JSONValue])
  case object(JSONFields)

  /// A text of ours.
  static func word(_ text: String) -> JSONValue { .text(Array(text.utf8)) }

  /// An object with these members.
  static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    var fields = JSONFields()
    for (name, value) in members { fields.add(name, value) }
    return .object(fields)
  }

  /// A text of ours as a JSON string (RFC 8259 §7).
  static func quoted(_ text: String) -> String {
    var buffer = ByteBuffer()
    JSONValue.word(text).write(to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// A file of its own, with a line feed at its end.
  var file: String {
    var buffer = ByteBuffer()
    write(to: &buffer)
    buffer.append(ASCII.lineFeed)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// Adds the value, with two blanks a level.
  func write(to output: inout ByteBuffer, depth: Int = 0) {
    switch self {
    case .null: output.append("null")
    case .boolean(let value): output.append(value ? "true" : "false")
    case .count(let count): output.append(Array("\(count)".utf8).span)
    case .number(let number): output.append(NumberText(number).span)
    case .text(let text): JSONText.write(text.span, to: &output)
    case .list(let items): Self.write(items, to: &output, depth)
    case .object(let fields): Self.write(fields, to: &output, depth)
    }
  }

  /// Scalars stand on one line, anything else on lines of its own.
  private static func write(_ items: [JSONValue], to output: inout ByteBuffer, _ depth: Int) {
    let isPlain = items.allSatisfy(\.isScalar)
    output.append(ASCII.leftBracket)
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(isPlain ? ", " : ",") }
      if !isPlain { newLine(&output, depth + 1) }
      item.write(to: &output, depth: depth + 1)
    }
    if !isPlain { newLine(&output, depth) }
    output.append(ASCII.rightBracket)
  }

  private static func write(_ fields: JSONFields, to output: inout ByteBuffer, _ depth: Int) {
    output.append(ASCII.leftBrace)
    for (index, member) in fields.members.enumerated() {
      if index > 0 { output.append(ASCII.comma) }
      newLine(&output, depth + 1)
      JSONText.write(member.name.span, to: &output)
      output.append(": ")
      member.value.write(to: &output, depth: depth + 1)
    }
    if !fields.members.isEmpty { newLine(&output, depth) }
    output.append(ASCII.rightBrace)
  }

  private static func newLine(_ output: inout ByteBuffer, _ depth: Int) {
    output.append(ASCII.lineFeed)
    for _ in 0..<depth { output.append("  ") }
  }

  private var isScalar: Bool {
    switch self {
    case .null, .boolean, .count, .number, .text: true
    case .list, .object: false
    }
  }
}

/// The members of an object that is being written; each name is given once.
struct JSONFields {
  /// In the order in which they were added.
  private(set) var members: [(name: [UInt8], value: JSONValue)] = []

  /// Adds a member, unless there is no value for it.
  mutating func add(_ name: [UInt8], _ value: JSONValue?) {
    if let value { members.append((name, value)) }
  }

  /// The same under a keyword.
  mutating func add(_ keyword: String, _ value: JSONValue?) { add(Array(keyword.utf8), value) }

  /// An object of one member.
  static func one(_ keyword: String, _ value: JSONValue) -> JSONValue {
    var fields = JSONFields()
    fields.add(keyword, value)
    return .object(fields)
  }
}
