internal import Gauze

/// A JSON value that is written into reports.
indirect enum ReportJSON {
  case text(String)
  case number(Int)
  case boolean(Bool)
  case null
  case list([ReportJSON])
  case object(KeyValuePairs<String, ReportJSON>)

  /// Its text, with two blanks a level.
  var lines: String {
    var text = ""
    write(indent: "", to: &text)
    return text + "\n"
  }

  private func write(indent: String, to text: inout String) {
    let inner = indent + "  "
    switch self {
    case .text(let value): text += Self.quoted(value)
    case .number(let value): text += "\(value)"
    case .boolean(let value): text += value ? "true" : "false"
    case .null: text += "null"
    case .list(let items):
      if items.isEmpty {
        text += "[]"
        return
      }
      text += "["
      for (index, item) in items.enumerated() {
        text += index == 0 ? "\n\(inner)" : ",\n\(inner)"
        item.write(indent: inner, to: &text)
      }
      text += "\n\(indent)]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        text += index == 0 ? "\n\(inner)" : ",\n\(inner)"
        text += "\(Self.quoted(member.key)): "
        member.value.write(indent: inner, to: &text)
      }
      text += members.isEmpty ? "}" : "\n\(indent)}"
    }
  }

  /// A text as a JSON string (RFC 8259 §7).
  static func quoted(_ text: String) -> String {
    var buffer = ByteBuffer()
    JSONText.write(Array(text.utf8).span, to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
