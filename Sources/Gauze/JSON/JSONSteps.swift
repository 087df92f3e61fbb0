/// A cursor over JSON that the scanner has accepted: it steps from value to value and judges nothing
/// again, so that it needs no memory. On anything else it goes on to the end, and never beyond.
package struct JSONSteps: Sendable {
  /// The next byte to read.
  package private(set) var offset: Int

  package init(at offset: Int = 0) { self.offset = offset }

  /// Skips white space and returns the next byte without taking it; 0 at the end.
  package mutating func peek(_ text: Span<UInt8>) -> UInt8 {
    while offset < text.count, text[offset] <= ASCII.space { offset &+= 1 }
    return offset < text.count ? text[offset] : 0
  }

  /// Takes the bracket that opens the container at the cursor.
  package mutating func open(_ text: Span<UInt8>) {
    if peek(text) != 0 { offset &+= 1 }
  }

  /// Takes the name of the next member and its colon; nil, with the brace taken, if there is none.
  package mutating func nextMember(_ text: Span<UInt8>) -> JSONToken? {
    if peek(text) == ASCII.comma { offset &+= 1 }
    guard peek(text) == ASCII.quote else {
      if offset < text.count { offset &+= 1 }
      return nil
    }
    let name = takeString(text)
    if peek(text) == ASCII.colon { offset &+= 1 }
    return name
  }

  /// Whether another item of an array follows; the bracket is taken if not.
  package mutating func nextItem(_ text: Span<UInt8>) -> Bool {
    if peek(text) == ASCII.comma { offset &+= 1 }
    let byte = peek(text)
    guard byte != 0, byte != ASCII.rightBracket else {
      if offset < text.count { offset &+= 1 }
      return false
    }
    return true
  }

  /// Takes the string at the cursor, which is at its opening quote.
  package mutating func takeString(_ text: Span<UInt8>) -> JSONToken {
    let start = min(offset + 1, text.count)
    var end = start
    var hasEscapes = false
    while end < text.count, text[end] != ASCII.quote {
      if text[end] == ASCII.backslash {
        hasEscapes = true
        end &+= 1
      }
      end &+= 1
    }
    end = min(end, text.count)
    offset = min(end + 1, text.count)
    return JSONToken(start: start, end: end, hasEscapes: hasEscapes)
  }

  /// Takes one whole value and returns where it stands. Complexity: O(value).
  @discardableResult
  package mutating func skip(_ text: Span<UInt8>) -> Range<Int> {
    _ = peek(text)
    let start = offset
    var depth = 0
    while offset < text.count {
      switch text[offset] {
      case ASCII.quote: _ = takeString(text)
      case ASCII.leftBrace, ASCII.leftBracket:
        depth &+= 1
        offset &+= 1
        continue
      case ASCII.rightBrace, ASCII.rightBracket:
        depth &-= 1
        offset &+= 1
      case ASCII.comma, ASCII.colon, 0...ASCII.space:
        offset &+= 1
        if depth > 0 { continue }
      default:
        while offset < text.count, !Self.endsWord(text[offset]) { offset &+= 1 }
      }
      if depth <= 0 { break }
    }
    return start..<offset
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...ASCII.space, ASCII.comma, ASCII.colon, ASCII.quote, ASCII.leftBrace,
      ASCII.leftBracket, ASCII.rightBrace, ASCII.rightBracket:
      true
    default: false
    }
  }
}
