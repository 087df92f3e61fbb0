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
  /// Whether a PEM block begins in it and does not end.
  let opensKey: Bool
  let closesKey: Bool
  /// Whether it may be part of a PEM block: base64, one of its headers, its end, or nothing.
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
    let opening = Self.last("-----BEGIN ", in: line)
    let closing = Self.last("-----END ", in: line)
    opensKey = opening.map { $0 > closing ?? -1 } ?? false
    closesKey = closing != nil
    var isBase64 = true
    var first = 0
    while first < end, line[first].isSpace { first += 1 }
    for position in first..<end where isBase64 {
      let byte = line[position]
      isBase64 =
        byte.isAlphanumeric || byte == ASCII.plus || byte == ASCII.slash
        || byte == ASCII.equals
    }
    isKeyPart =
      !isBeginning && (isBase64 || closesKey || Self.begins(line, Self.keyHeaders))
  }

  private static func begins(_ line: Span<UInt8>, _ words: [StaticString]) -> Bool {
    for word in words where line.has(word, at: 0) { return true }
    return false
  }

  private static func last(_ word: StaticString, in line: Span<UInt8>) -> Int? {
    var found: Int?
    for position in line.indices where line[position] == ASCII.minus {
      if line.has(word, at: position) { found = position }
    }
    return found
  }
}
