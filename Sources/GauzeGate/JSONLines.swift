internal import Gauze

/// A record for people: one line for each of its fields, each without further white space.
struct JSONLines {
  /// The record, braces and all.
  let lines: [String]

  /// Reads a record of a schema's examples; nil if it is no object.
  init?(_ record: [UInt8]) {
    guard let root = try? JSONNode(reading: record.span), case .object(let members) = root.value
    else { return nil }
    var lines = ["{"]
    for (index, member) in members.enumerated() {
      let comma = index + 1 < members.count ? "," : ""
      lines.append("  \(Self.text(member.name)): \(Self.text(member.node))\(comma)")
    }
    self.lines = lines + ["}"]
  }

  /// No record of a schema is nested deeper than a schema may be.
  private static func text(_ node: JSONNode) -> String {
    switch node.value {
    case .null: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .number(let digits): return String(decoding: digits, as: UTF8.self)
    case .string(let bytes): return text(bytes)
    case .array(let items): return "[\(items.map(text).joined(separator: ", "))]"
    case .object(let members):
      let parts = members.map { "\(text($0.name)): \(text($0.node))" }
      return "{\(parts.joined(separator: ", "))}"
    }
  }

  /// A JSON string in which nothing is hidden.
  private static func text(_ bytes: [UInt8]) -> String {
    var buffer = ByteBuffer()
    JSONText.write(bytes.span, to: &buffer)
    var result = ""
    for scalar in String(decoding: buffer.bytes, as: UTF8.self).unicodeScalars {
      if scalar.isHidden {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
