// A second look into an array or an object that the scanner has accepted: only its own commas and
// names matter, so what stands in between is passed over byte by byte.

/// Walks over the direct parts of an array or object as it was written.
package struct JSONContainer: Sendable {
  private var scanner = JSONScanner(at: 1)

  package init() {}

  /// How many items or members it has. Complexity: O(text).
  package static func count(_ text: Span<UInt8>) -> Int {
    var walk = JSONContainer()
    let next = walk.scanner.peek(text)
    if next == 0 || next == ASCII.rightBracket || next == ASCII.rightBrace { return 0 }
    var count = 1
    while walk.skipPart(text) { count += 1 }
    return count
  }

  /// The name of the next member of an object; nil behind the last.
  package mutating func nextName(_ text: Span<UInt8>) -> JSONToken? {
    guard scanner.peek(text) == ASCII.quote else { return nil }
    guard let name = try? scanner.scanString(text) else { return nil }
    _ = skipPart(text)
    return name
  }

  /// Goes behind the next comma of this container; false at its end.
  private mutating func skipPart(_ text: Span<UInt8>) -> Bool {
    var level = 0
    while scanner.offset < text.count {
      switch text[scanner.offset] {
      case ASCII.quote:
        guard (try? scanner.scanString(text)) != nil else { return false }
        continue
      case ASCII.leftBrace, ASCII.leftBracket: level += 1
      case ASCII.rightBrace, ASCII.rightBracket:
        level -= 1
        if level < 0 { return false }
      case ASCII.comma where level == 0:
        scanner.offset += 1
        return true
      default: break
      }
      scanner.offset += 1
    }
    return false
  }
}
