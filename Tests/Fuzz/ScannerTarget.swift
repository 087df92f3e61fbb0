import Foundation
import Gauze

/// `scanner`: any bytes as a JSON text, and as a text to write into one.
enum ScannerTarget {
  static func run(_ input: [UInt8]) {
    utf8(input)
    stops(input)
    document(input)
    text(input.repaired)
  }

  /// The reading of UTF-8 is the library's.
  private static func utf8(_ input: [UInt8]) {
    let isValid = String(validating: input, as: UTF8.self) != nil
    hold(UTF8Text.isValid(input.span) == isValid, "the library agrees on UTF-8")
    let end = UTF8Text.validEnd(input.span, in: 0..<input.count)
    let head = String(validating: input[..<end], as: UTF8.self)
    hold(head != nil, "what comes before the first fault is UTF-8")
    hold(isValid == (end == input.count), "a text without a fault is valid")
    guard isValid, let head else { return }
    let count = head.unicodeScalars.count
    hold(UTF8Text.scalarCount(input.span) == count, "the library counts as many scalars")
    for index in [0, 1, 7, 8, count / 2, count, count + 1] {
      let naive = head.unicodeScalars.prefix(index).reduce(0) { $0 + $1.utf8.count }
      let offset = UTF8Text.offset(ofScalar: index, input.span, in: 0..<input.count)
      hold(offset == naive, "the library finds scalar \(index) there")
    }
  }

  /// The scan for stops, eight bytes at a time, finds what a byte loop finds.
  private static func stops(_ input: [UInt8]) {
    for start in 0..<min(9, input.count) {
      let rest = input[start...]
      let expected =
        rest.firstIndex {
          $0 < ASCII.space || $0 == ASCII.quote || $0 == ASCII.backslash || $0 >= 0x80
        } ?? input.count
      hold(JSONText.stop(input.span, from: start) == expected, "the stop from \(start)")
    }
    var decoded = ByteBuffer()
    JSONText.decode(input.span, into: &decoded)
    hold(decoded.count <= input.count, "decoding never makes longer")
  }

  /// What is accepted is JSON to Foundation too, names no member twice, and means the same once it is
  /// written again.
  private static func document(_ input: [UInt8]) {
    let node: JSONNode
    do throws(JSONDocumentFault) {
      node = try JSONNode(reading: input.span)
    } catch {
      hold(0...input.count ~= error.offset, "a fault stands in the text")
      _ = SourceLocation(of: error.offset, in: input.span)
      return
    }
    // Foundation holds no number beyond a machine's.
    let hasExponent = input.contains { $0 | 0x20 == ASCII.lowerE }
    let foundation = try? JSONSerialization.jsonObject(
      with: Data(input),
      options: .fragmentsAllowed
    )
    hold(hasExponent || foundation != nil, "Foundation agrees that it is JSON")
    var pointer = ByteBuffer()
    node.appendPointer(to: input.count / 2, &pointer)
    let written = written(node)
    guard let again = try? JSONNode(reading: written.span) else {
      broken("what was written can be read", [written])
    }
    hold(self.written(again) == written, "what was written stays as it is", written)
  }

  /// A text that is written as a JSON string is read as itself, and has no escape too many.
  private static func text(_ text: [UInt8]) {
    var output = ByteBuffer()
    JSONText.write(text.span, to: &output)
    let written = output.bytes
    var scanner = JSONScanner()
    guard let token = try? scanner.scanString(written.span) else {
      broken("a string that was written can be scanned", [written])
    }
    hold(token.end == written.count - 1 && scanner.offset == written.count, "it ends at its end")
    var decoded = ByteBuffer()
    JSONText.decode(written[token.start..<token.end].span, into: &decoded)
    hold(decoded.bytes == text, "a string is read as what was written", text, decoded.bytes)
    let escapes = text.count { $0 < ASCII.space || $0 == ASCII.quote || $0 == ASCII.backslash }
    hold(token.hasEscapes == (escapes > 0), "escapes only where one is due")
  }

  /// The tree as the shortest JSON, members in their order. Checks on its way that no object names a
  /// member twice.
  private static func written(_ node: JSONNode) -> [UInt8] {
    var output = ByteBuffer()
    write(node, to: &output)
    return output.bytes
  }

  private static func write(_ node: JSONNode, to output: inout ByteBuffer) {
    hold(node.start < node.end, "a value has bytes")
    switch node.value {
    case .null: output.append("null")
    case .boolean(let flag): output.append(flag ? "true" : "false")
    case .number(let digits):
      output.append(digits)
      number(digits)
    case .string(let text): JSONText.write(text.span, to: &output)
    case .array(let items):
      output.append(ASCII.leftBracket)
      for (index, item) in items.enumerated() {
        if index > 0 { output.append(ASCII.comma) }
        write(item, to: &output)
      }
      output.append(ASCII.rightBracket)
    case .object(let members):
      hold(Set(members.map(\.name)).count == members.count, "no name comes twice")
      output.append(ASCII.leftBrace)
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(ASCII.comma) }
        JSONText.write(member.name.span, to: &output)
        output.append(ASCII.colon)
        write(member.node, to: &output)
      }
      output.append(ASCII.rightBrace)
    }
  }

  /// Exact numbers are ordered as Foundation's decimals are, as far as those reach.
  private static func number(_ digits: [UInt8]) {
    guard let number = JSONNumber(digits.span) else {
      hold(digits.count > JSONNumber.maximumLength, "a short number is one")
      return
    }
    hold(number == number && !(number < number), "a number equals itself")
    guard digits.count <= 20, !digits.contains(where: { $0 | 0x20 == ASCII.lowerE }),
      let twin = Decimal(string: String(decoding: digits, as: UTF8.self))
    else { return }
    for other: Int64 in [-1, 0, 1, 10, 255, .max] {
      hold((number < JSONNumber(other)) == (twin < Decimal(other)), "less than \(other)", digits)
      hold((number == JSONNumber(other)) == (twin == Decimal(other)), "equals \(other)", digits)
    }
  }
}
