internal import Gauze

/// How a canary is written where it is planted.
package enum CanaryEncoding: String, Sendable, CaseIterable {
  case plain
  /// Every scalar of the record's own string as `\uXXXX`: the same text to any reader of JSON.
  case escapedRecord = "escaped-record"
  /// The same inside the text: `\u0061` is six characters of it.
  case escapedText = "escaped-text"
  /// A JSON string in a JSON object in the text.
  case jsonInText = "json-in-text"
  /// The whole text, with what stands around the canary, as a JSON string in the text.
  case wholeText = "whole-text"
  /// What a URL does not reserve stays, the rest has percent signs (RFC 3986 §2.3).
  case percent
  /// Character references of HTML for what is no letter and no digit.
  case references
  /// ASCII in full width, U+FF01…U+FF5E.
  case fullWidth = "full-width"
  /// U+200B within.
  case zeroWidth = "zero-width"
  case capitals

  /// Its permanent name.
  package var name: String { rawValue }

  /// The encodings in which a canary of `kind` is still one.
  package static func all(of kind: CanaryClass) -> [CanaryEncoding] {
    allCases.filter { $0 != .capitals || kind.ignoresCase }
  }

  /// `text` as it stands in the value. The record's own escapes are the record's business.
  package func encode(_ text: [UInt8]) -> [UInt8] {
    switch self {
    case .plain, .escapedRecord, .wholeText: return text
    case .escapedText: return Self.escaped(text)
    case .jsonInText:
      var output = ByteBuffer()
      output.append("{\"detail\":")
      JSONText.write(text.span, to: &output)
      output.append(",\"n\":1}")
      return output.bytes
    case .percent: return text.flatMap(Self.percent)
    case .references: return text.flatMap(Self.reference)
    case .fullWidth: return text.flatMap(Self.wide)
    case .zeroWidth:
      var output: [UInt8] = []
      for (index, byte) in text.enumerated() {
        let isInside = index % 3 == 2 && byte.isAlphanumeric && text[index - 1].isAlphanumeric
        if isInside { output += [0xE2, 0x80, 0x8B] }
        output.append(byte)
      }
      return output
    case .capitals: return text.map { $0.isLowercase ? $0 & 0xDF : $0 }
    }
  }

  /// The text with the canary in its place, as it stands in the value.
  func surround(_ text: [UInt8]) -> [UInt8] {
    guard self == .wholeText else { return text }
    var output = ByteBuffer()
    JSONText.write(text.span, to: &output)
    return output.bytes
  }

  /// Every scalar as `\uXXXX`; canaries are ASCII.
  package static func escaped(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte in
      byte < 0x80 ? Array("\\u00".utf8) + [hex(byte >> 4), hex(byte & 0xF)] : [byte]
    }
  }

  private static func percent(_ byte: UInt8) -> [UInt8] {
    let isUnreserved =
      byte.isWord || byte == ASCII.minus || byte == ASCII.dot || byte == ASCII.tilde
    return isUnreserved ? [byte] : [ASCII.percent, upper(byte >> 4), upper(byte & 0xF)]
  }

  private static func reference(_ byte: UInt8) -> [UInt8] {
    // A line feed is white space in a page, as it is.
    if byte.isWord || byte < ASCII.space { return [byte] }
    return Array("&#x".utf8) + [upper(byte >> 4), upper(byte & 0xF)] + [ASCII.semicolon]
  }

  private static func wide(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case ASCII.space: return [0xE3, 0x80, 0x80]
    case 0x21...0x7E:
      let scalar = UInt16(byte) + 0xFEE0
      return [0xEF, UInt8(0x80 | (scalar >> 6 & 0x3F)), UInt8(0x80 | (scalar & 0x3F))]
    default: return [byte]
    }
  }

  private static func hex(_ digit: UInt8) -> UInt8 {
    digit < 10 ? ASCII.zero + digit : ASCII.lowerA + digit - 10
  }

  private static func upper(_ digit: UInt8) -> UInt8 {
    digit < 10 ? ASCII.zero + digit : (ASCII.lowerA & 0xDF) + digit - 10
  }
}
