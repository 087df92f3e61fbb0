// What a person reads is not always what the bytes say. A path may be written with percent signs, an
// address in full-width letters, a statement inside a JSON string inside the text:
//
//     text     C%3A%5CUsers%5Cjane   ＡＤＭＩＮ＠ACME．COM   "p": "\u002fhome\/jane"
//     view     C:\Users\jane         ADMIN@ACME.COM         "p": "/home/jane"
//
// Detectors look at both. What they find in the view is masked where it stands in the text: `origins`
// says for each byte of the view where it came from.

/// A text with one level of its encodings undone, and the way back.
package struct DecodedView: Sendable {
  /// Which encodings are undone.
  package enum Encodings: Sendable, Equatable {
    /// Escapes of JSON strings and of source code, character references of HTML, other widths of
    /// letters, and what is not seen at all.
    case escapesAndForms
    /// Percent signs too (RFC 3986 §2.1).
    case all
    /// Written line ends and tabs (`\n`) besides escapes and forms, but no percent signs. It is a look
    /// of its own: in `C:\new` the same two characters are none.
    case lineEnds
  }

  private var bytes = ByteBuffer()
  /// For each byte of the view, where in the text it began.
  private var origins: [Int] = []
  /// For each byte of the view, where in the text it ended: what is not seen behind it is not its own.
  private var ends: [Int] = []

  package init() {}

  /// The decoded text.
  package var buffer: ByteBuffer { bytes }

  /// Builds the view of `text`, which is UTF-8; false if it would be the text itself.
  /// Complexity: O(text).
  package mutating func build(_ text: Span<UInt8>, undoing encodings: Encodings) -> Bool {
    let percent: UInt8? = encodings == .all ? ASCII.percent : nil
    let hasLines = encodings == .lineEnds
    var position = Self.nextEncoding(text, from: 0, percent, hasLines)
    guard position < text.count else { return false }
    bytes.removeAll()
    origins.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    copy(text, 0..<position)
    while position < text.count {
      position = decode(text, at: position, hasLines)
      while ends.count < origins.count { ends.append(position) }
      let next = Self.nextEncoding(text, from: position, percent, hasLines)
      copy(text, position..<next)
      position = next
    }
    return true
  }

  /// The stretch of the text that a stretch of the view stands for. A detector that broke its promise
  /// of bounds masks all of the text here, and never traps.
  package func original(_ finding: Finding) -> Finding {
    guard finding.start >= 0, finding.start < finding.end, finding.end <= ends.count else {
      return Finding(start: 0, end: .max, placeholder: finding.placeholder)
    }
    return Finding(
      start: origins[finding.start],
      end: ends[finding.end - 1],
      placeholder: finding.placeholder
    )
  }

  private mutating func copy(_ text: Span<UInt8>, _ range: Range<Int>) {
    bytes.append(text.extracting(range))
    for position in range {
      origins.append(position)
      ends.append(position + 1)
    }
  }

  /// Adds a byte of the view that stands for the text from `position` on.
  private mutating func add(_ byte: UInt8, from position: Int) {
    bytes.append(byte)
    origins.append(position)
  }

  /// The next place from `position` on where an encoding may begin.
  private static func nextEncoding(
    _ text: Span<UInt8>,
    from position: Int,
    _ percent: UInt8?,
    _ hasLines: Bool
  ) -> Int {
    var position = position
    while position < text.count {
      switch text[position] {
      case percent where length(ofPercent: text, at: position) > 0: return position
      case ASCII.backslash
      where length(ofEscape: text, at: position, hasLines) > 0
        || length(ofWrittenColour: text, at: position) > 0:
        return position
      case ASCII.escape where length(ofColour: text, at: position) > 0: return position
      case ASCII.ampersand
      where CharacterReferences.reference(in: text, at: position) != nil:
        return position
      case 0xC2...0xEF where length(ofForm: text, at: position) > 0: return position
      default: position &+= 1
      }
    }
    return position
  }

  /// Undoes the encoding at `position` and returns where it ends.
  private mutating func decode(
    _ text: Span<UInt8>,
    at position: Int,
    _ hasLines: Bool
  ) -> Int {
    switch text[position] {
    case ASCII.percent: return decodePercent(text, at: position)
    case ASCII.escape: return position + Self.length(ofColour: text, at: position)
    case ASCII.backslash:
      let colour = Self.length(ofWrittenColour: text, at: position)
      if colour > 0 { return position + colour }
      let length = Self.length(ofEscape: text, at: position, hasLines)
      let before = bytes.count
      if let code = CodeEscapes.escape(in: text, at: position) {
        JSONText.append(scalar: code.scalar, to: &bytes)
      } else {
        JSONText.decode(text.extracting(position..<position + length), into: &bytes)
      }
      for _ in before..<bytes.count { origins.append(position) }
      return position + length
    case ASCII.ampersand:
      guard let reference = CharacterReferences.reference(in: text, at: position) else {
        return position + 1
      }
      let before = bytes.count
      JSONText.append(scalar: reference.scalar, to: &bytes)
      for _ in before..<bytes.count { origins.append(position) }
      return position + reference.length
    default:
      let length = Self.length(ofForm: text, at: position)
      if let byte = Self.plainForm(text, at: position) { add(byte, from: position) }
      return position + length
    }
  }

  // MARK: - Percent

  /// 3 for `%` and two hexadecimal digits of a byte that ASCII prints, or of a whole UTF-8 scalar;
  /// else 0: what they would make must be text.
  private static func length(ofPercent text: Span<UInt8>, at position: Int) -> Int {
    guard let byte = percentByte(text, at: position) else { return 0 }
    if byte < 0x80 { return byte >= ASCII.space && byte != ASCII.delete ? 3 : 0 }
    let count = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    let scalar: [4 of UInt8] = [
      byte, percentByte(text, at: position + 3) ?? 0, percentByte(text, at: position + 6) ?? 0,
      percentByte(text, at: position + 9) ?? 0,
    ]
    let found = UTF8Text.scalar(scalar.span, at: 0, end: count)
    return found?.length == count ? 3 * count : 0
  }

  private static func percentByte(_ text: Span<UInt8>, at position: Int) -> UInt8? {
    guard position + 3 <= text.count, text[position] == ASCII.percent,
      text[position + 1].isHexDigit, text[position + 2].isHexDigit
    else { return nil }
    return text[position + 1].hexValue << 4 | text[position + 2].hexValue
  }

  private mutating func decodePercent(_ text: Span<UInt8>, at position: Int) -> Int {
    let end = position + Self.length(ofPercent: text, at: position)
    var place = position
    while place < end {
      add(Self.percentByte(text, at: place) ?? ASCII.percent, from: position)
      place += 3
    }
    return end
  }

  // MARK: - Escapes

  /// The length of an escape of a JSON string; of one that stands for a line end or a tab only if
  /// `hasLines`.
  private static func length(
    ofEscape text: Span<UInt8>,
    at position: Int,
    _ hasLines: Bool
  ) -> Int {
    guard position + 1 < text.count else { return 0 }
    switch text[position + 1] {
    case ASCII.quote, ASCII.slash, ASCII.backslash: return 2
    case ASCII.lowerN, ASCII.lowerR, ASCII.lowerT: return hasLines ? 2 : 0
    case ASCII.lowerU:
      let length = JSONText.escapeLength(text, at: position)
      return length > 0 ? length : CodeEscapes.escape(in: text, at: position)?.length ?? 0
    case ASCII.lowerX: return CodeEscapes.escape(in: text, at: position)?.length ?? 0
    default: return 0
    }
  }

  // MARK: - Colours

  /// The length of a terminal's colour (ECMA-48 §8.3.117, `ESC [ 31 m`) at `position`, or 0: it is not
  /// seen.
  private static func length(ofColour text: Span<UInt8>, at position: Int) -> Int {
    parameters(text, from: position + 1).map { $0 - position } ?? 0
  }

  /// The same behind an escape character that is written: `\u001b`, `\x1b`, `\033`, `\e`.
  private static func length(ofWrittenColour text: Span<UInt8>, at position: Int) -> Int {
    func stands(_ literal: StaticString) -> Bool {
      let end = position + 1 + literal.utf8CodeUnitCount
      return end <= text.count && text.extracting(position + 1..<end).equals(literal)
    }
    let length =
      stands("u001b") || stands("u001B")
      ? 6 : stands("x1b") || stands("x1B") || stands("033") ? 4 : stands("e[") ? 2 : 0
    guard length > 0, let end = parameters(text, from: position + length) else { return 0 }
    return end - position
  }

  /// The end of `[`, at most 16 digits and semicolons, and a letter.
  private static func parameters(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard start < text.count, text[start] == ASCII.leftBracket else { return nil }
    var end = start + 1
    while end < text.count, end - start <= 16, text[end].isDigit || text[end] == ASCII.semicolon {
      end += 1
    }
    return end < text.count && text[end].isLetter ? end + 1 : nil
  }

  // MARK: - Forms

  /// The length of a full-width ASCII form (U+FF01…U+FF5E, U+3000), of a full stop or at sign in
  /// another width, or of a scalar that is not seen at all; else 0.
  private static func length(ofForm text: Span<UInt8>, at position: Int) -> Int {
    guard let scalar = UTF8Text.scalar(text, at: position, end: text.count) else { return 0 }
    switch scalar.value {
    // Blanks of other widths, which part the groups of a number.
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: return scalar.length
    case 0xFF01...0xFF5E, 0x3000, 0xFE52, 0xFE6B, 0xFF61, 0x3002: return scalar.length
    case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0x202A...0x202E, 0xFEFF: return scalar.length
    default: return 0
    }
  }

  /// The ASCII byte that a form stands for; nil if it is not seen.
  private static func plainForm(_ text: Span<UInt8>, at position: Int) -> UInt8? {
    guard let scalar = UTF8Text.scalar(text, at: position, end: text.count) else { return nil }
    switch scalar.value {
    case 0xFF01...0xFF5E: return UInt8(truncatingIfNeeded: scalar.value - 0xFF01 + 0x21)
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return ASCII.space
    case 0xFE52, 0xFF61, 0x3002: return ASCII.dot
    case 0xFE6B: return ASCII.at
    default: return nil
    }
  }
}
