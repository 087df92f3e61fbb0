internal import Gauze

/// What a line of a log tells of whether it begins a record or continues one.
struct LogLineKind: Sendable {
  let isBlank: Bool
  /// Whether it begins a record, whatever came before.
  let isBeginning: Bool
  /// Whether it has a time.
  let isStamped: Bool
  /// Whether it continues what is before it, whatever that is.
  let isContinuation: Bool
  let isTraceback: Bool
  /// Whether it may be part of a PEM block: base64, also behind something else, one of its headers, its
  /// beginning or end, or nothing.
  let isKeyPart: Bool

  /// What stack traces and statements go on with, at a line's beginning.
  private static let continuations: [StaticString] = [
    "at ", "... ", "Caused by:", "Suppressed:", "Traceback (most recent call last)",
    "During handling of the above exception", "The above exception was", "goroutine ", "}", ")",
    "FROM ", "WHERE ", "AND ", "OR ", "JOIN ", "INNER ", "LEFT ", "RIGHT ", "FULL ", "CROSS ",
    "GROUP BY", "ORDER BY", "HAVING ", "LIMIT ", "OFFSET ", "VALUES", "SET ", "ON ", "UNION",
    "RETURNING ", "INTO ", "WHEN ", "ELSE ", "END",
  ]

  private static let keyHeaders: [StaticString] = ["Proc-Type:", "DEK-Info:", "-----"]

  /// Looks at the beginning of a line.
  init(_ line: Span<UInt8>) {
    var end = line.count
    while end > 0, line[end - 1].isSpace { end -= 1 }
    isBlank = end == 0
    let isIndented = !line.isEmpty && (line[0] == ASCII.space || line[0] == ASCII.tab)
    let head = LogLine(line)
    isBeginning = !isIndented && head.isBeginning
    isStamped = !isIndented && head.isStamped
    isContinuation = !isBlank && (isIndented || Self.begins(line, Self.continuations))
    isTraceback = line.has("Traceback (most recent call last)", at: 0)
    isKeyPart =
      Self.endsInBase64(line.extracting(0..<end)) || Self.begins(line, Self.keyHeaders)
      || Self.hasMark(line)
  }

  private static func hasMark(_ line: Span<UInt8>) -> Bool {
    for position in line.indices where KeyMark(line, at: position) != nil { return true }
    return false
  }

  /// Whether all of the line is base64, or what it ends with is enough of it, perhaps in quotes.
  private static func endsInBase64(_ line: Span<UInt8>) -> Bool {
    var end = line.count
    while end > 0, !isBase64(line[end - 1]), line.count - end < 8 { end -= 1 }
    var start = end
    while start > 0, isBase64(line[start - 1]) { start -= 1 }
    if end - start >= leastKeyPart { return true }
    var first = 0
    while first < line.count, line[first].isSpace { first += 1 }
    return end == line.count && start == first
  }

  /// What is shorter is a word more likely.
  private static let leastKeyPart = 16

  private static func isBase64(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == ASCII.plus || byte == ASCII.slash || byte == ASCII.equals
  }

  private static func begins(_ line: Span<UInt8>, _ words: [StaticString]) -> Bool {
    for word in words where line.has(word, at: 0) { return true }
    return false
  }
}
