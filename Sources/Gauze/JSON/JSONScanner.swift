// A cursor, not a parser: it names the next token and holds nothing but its offset. The text is
// handed in at each call, so nothing is copied and nothing is kept.
//
//     { "name" : "a\nb" , "n" : 12 }
//       ^----^    ^--^          ^^
//       scanString: start, end, hasEscapes     scanNumber: start, end

/// Why a text is not the JSON that Gauze reads.
package enum JSONFault: Error, Sendable, Equatable {
  /// Not RFC 8259, or a lone surrogate.
  case malformed
  /// Bytes that are not UTF-8 (RFC 3629).
  case invalidUTF8
  /// More levels than `JSONScanner.maximumDepth`.
  case tooDeep
  /// An object that names a member twice, after unescaping.
  case duplicateKey
}

/// Where a token stands: the contents of a string without its quotes, or a number.
package struct JSONToken: Sendable, Equatable {
  /// The first byte.
  package var start: Int
  /// The byte after the last.
  package var end: Int
  /// Whether a backslash stands in it (strings only).
  package var hasEscapes: Bool

  package init(start: Int, end: Int, hasEscapes: Bool = false) {
    self.start = start
    self.end = end
    self.hasEscapes = hasEscapes
  }
}

/// A strict reader of RFC 8259, one token at a time.
package struct JSONScanner: Sendable {
  /// How many objects and arrays may be open at once. One bit each fits a word.
  package static let maximumDepth = 64

  /// The next byte to read.
  package var offset: Int

  /// Makes a scanner whose next byte is at `offset`.
  package init(at offset: Int = 0) { self.offset = offset }

  /// Skips white space and returns the next byte without taking it; 0, which no JSON token begins
  /// with, at the end.
  @inline(__always)
  package mutating func peek(_ text: Span<UInt8>) -> UInt8 {
    while offset < text.count {
      let byte = text[offset]
      guard byte <= ASCII.space else { return byte }
      guard
        byte == ASCII.space || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
          || byte == ASCII.tab
      else { return byte == 0 ? ASCII.delete : byte }
      offset &+= 1
    }
    return 0
  }

  /// Takes `byte` after white space, or fails.
  @inline(__always)
  package mutating func expect(_ byte: UInt8, _ text: Span<UInt8>) throws(JSONFault) {
    guard peek(text) == byte else { throw fault(text) }
    offset &+= 1
  }

  /// What is wrong at the cursor, where some other byte was due.
  @inline(never)
  package func fault(_ text: Span<UInt8>) -> JSONFault {
    guard offset < text.count, text[offset] >= 0x80 else { return .malformed }
    return UTF8Text.scalar(text, at: offset, end: text.count) == nil ? .invalidUTF8 : .malformed
  }

  /// Takes a string; the cursor must be at its opening quote.
  package mutating func scanString(_ text: Span<UInt8>) throws(JSONFault) -> JSONToken {
    let start = offset &+ 1
    var position = start
    var hasEscapes = false
    while true {
      position = JSONText.stop(text, from: position)
      guard position < text.count else {
        offset = position
        throw .malformed
      }
      let byte = text[position]
      if byte == ASCII.quote {
        offset = position &+ 1
        return JSONToken(start: start, end: position, hasEscapes: hasEscapes)
      }
      if byte >= 0x80 {
        guard let scalar = UTF8Text.scalar(text, at: position, end: text.count) else {
          offset = position
          throw .invalidUTF8
        }
        position &+= scalar.length
      } else {
        guard byte == ASCII.backslash else {
          offset = position
          throw .malformed
        }
        hasEscapes = true
        let length = JSONText.escapeLength(text, at: position)
        guard length > 0 else {
          offset = position
          throw .malformed
        }
        position &+= length
      }
    }
  }

  /// Takes a number by the grammar of RFC 8259 §6.
  package mutating func scanNumber(_ text: Span<UInt8>) throws(JSONFault) -> JSONToken {
    let start = offset
    if offset < text.count, text[offset] == ASCII.minus { offset &+= 1 }
    if offset < text.count, text[offset] == ASCII.zero {
      offset &+= 1
    } else {
      try scanDigits(text)
    }
    if offset < text.count, text[offset] == ASCII.dot {
      offset &+= 1
      try scanDigits(text)
    }
    if offset < text.count, text[offset] | 0x20 == ASCII.lowerE {
      offset &+= 1
      if offset < text.count, text[offset] == ASCII.plus || text[offset] == ASCII.minus {
        offset &+= 1
      }
      try scanDigits(text)
    }
    return JSONToken(start: start, end: offset)
  }

  private mutating func scanDigits(_ text: Span<UInt8>) throws(JSONFault) {
    let start = offset
    while offset < text.count, text[offset].isDigit { offset &+= 1 }
    guard offset > start else { throw fault(text) }
  }

  /// Takes `true`, `false` or `null`, whichever begins with the byte at the cursor.
  package mutating func scanLiteral(_ text: Span<UInt8>) throws(JSONFault) {
    let word: StaticString =
      switch text[offset] {
      case ASCII.lowerT: "true"
      case ASCII.lowerF: "false"
      case ASCII.lowerN: "null"
      default: throw fault(text)
      }
    let length = word.utf8CodeUnitCount
    guard text.count - offset >= length, text.extracting(offset..<offset + length).equals(word)
    else { throw .malformed }
    offset &+= length
  }

  /// Takes one whole value and checks all of it, its members' names for doubles too, at `depth`
  /// open levels above it. Complexity: O(n log n) in the bytes skipped.
  package mutating func skipValue(
    _ text: Span<UInt8>,
    depth: Int,
    keys: inout KeyLedger
  ) throws(JSONFault) {
    var marks: UInt64 = 0  // one bit a level: 1 is an object
    var level = depth
    var isFirst = true  // whether nothing has yet been read at this level
    repeat {
      let byte = peek(text)
      if level > depth {
        let isObject = marks & 1 == 1
        if byte == (isObject ? ASCII.rightBrace : ASCII.rightBracket) {
          offset &+= 1
          if isObject { try keys.close(text) }
          marks >>= 1
          level &-= 1
          isFirst = false
          continue
        }
        if !isFirst {
          try expect(ASCII.comma, text)
        }
        if isObject {
          guard peek(text) == ASCII.quote else { throw fault(text) }
          keys.add(try scanString(text), in: text)
          try expect(ASCII.colon, text)
        }
      }
      isFirst = false
      switch peek(text) {
      case ASCII.quote: _ = try scanString(text)
      case ASCII.minus, ASCII.zero...ASCII.nine: _ = try scanNumber(text)
      case ASCII.leftBrace, ASCII.leftBracket:
        guard level < Self.maximumDepth else { throw .tooDeep }
        let isObject = text[offset] == ASCII.leftBrace
        if isObject { keys.open() }
        marks = marks << 1 | (isObject ? 1 : 0)
        level &+= 1
        offset &+= 1
        isFirst = true
      case 0, ASCII.delete: throw fault(text)
      default: try scanLiteral(text)
      }
    } while level > depth
  }
}
