package import Gauze

/// Makes records of the built-in schema `text-log` of a text log's records: time, level, host, user,
/// message, and the statement that the message ends with. Complexity: O(record).
package struct TextReader: Sendable {
  /// What a statement begins with, in capitals, behind a colon, a tab or nothing.
  private static let verbs: [StaticString] = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "CREATE", "ALTER", "DROP",
    "TRUNCATE", "GRANT", "REVOKE", "CALL", "COPY", "EXPLAIN", "REPLACE", "EXEC", "EXECUTE",
    "DECLARE", "PREPARE", "SET",
  ]
  /// The words before a colon behind which a statement stands.
  private static let markers: [StaticString] = ["statement", "query", "sql", "parameters"]

  package init() {}

  /// Adds `record` as one JSON object.
  package func read(_ record: Span<UInt8>, appendingTo output: inout ByteBuffer) {
    if let hollow = Self.withoutKeys(record) {
      write(hollow.span, to: &output)
    } else {
      write(record, to: &output)
    }
  }

  /// The record without what stands between the lines in which private keys begin and end, whatever a
  /// logger put before each; a header in its place says that a key was there. Nil if there is none.
  private static func withoutKeys(_ record: Span<UInt8>) -> ByteBuffer? {
    var hollow = ByteBuffer()
    var (position, taken) = (0, 0)
    var bodyStart: Int?
    var isInKey = false
    while position < record.count {
      if record[position] == ASCII.lineFeed, isInKey, bodyStart == nil { bodyStart = position }
      switch KeyMark(record, at: position) {
      case .secret: isInKey = true
      case .end:
        if let start = bodyStart {
          hollow.append(record.extracting(taken..<start))
          hollow.append(keyBody)
          taken = position
        }
        (isInKey, bodyStart) = (false, nil)
      case .block, nil: break
      }
      position += 1
    }
    if let start = bodyStart {
      hollow.append(record.extracting(taken..<start))
      hollow.append(keyBody)
      taken = record.count
    }
    guard taken > 0 else { return nil }
    hollow.append(record.extracting(taken..<record.count))
    return hollow
  }

  private static let keyBody: StaticString = "\nProc-Type: 4,ENCRYPTED\n"

  private func write(_ record: Span<UInt8>, to output: inout ByteBuffer) {
    var lineEnd = 0
    while lineEnd < record.count, record[lineEnd] != ASCII.lineFeed { lineEnd += 1 }
    let line = LogLine(record.extracting(0..<lineEnd))
    output.append(ASCII.leftBrace)
    let start = output.count
    if let time = line.time {
      output.append("\"time\":")
      if !time.append(record, to: &output) { output.truncate(to: start) }
    }
    if let level = line.level {
      if output.count > start { output.append(ASCII.comma) }
      output.append("\"level\":\"")
      output.append(level)
      output.append(ASCII.quote)
    }
    append("\"host\":", record.extracting(line.host), start, &output)
    append("\"user\":", record.extracting(line.user), start, &output)
    let statement = Self.statement(record, from: line.message) ?? record.count
    append("\"message\":", record.extracting(line.message..<statement), start, &output)
    append("\"statement\":", record.extracting(statement..<record.count), start, &output)
    output.append(ASCII.rightBrace)
  }

  private func append(
    _ label: StaticString,
    _ text: Span<UInt8>,
    _ start: Int,
    _ output: inout ByteBuffer
  ) {
    guard !text.isEmpty else { return }
    if output.count > start { output.append(ASCII.comma) }
    output.append(label)
    JSONText.write(text, to: &output)
  }

  /// Where the first statement begins.
  private static func statement(_ text: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position < text.count {
      let isStart = position == start || text[position - 1] <= ASCII.space
      if isStart, text[position].isUppercase, isVerb(text, position),
        isBehindMark(text, position, start)
      {
        return position
      }
      if text[position] == ASCII.colon, isMarker(text, position, start) {
        var next = position + 1
        while next < text.count, text[next].isSpace { next += 1 }
        return next < text.count ? next : nil
      }
      position += 1
    }
    return nil
  }

  private static func isVerb(_ text: Span<UInt8>, _ position: Int) -> Bool {
    for verb in verbs where text.has(verb, at: position) {
      let end = position + verb.utf8CodeUnitCount
      if end < text.count, text[end].isSpace { return true }
    }
    return false
  }

  /// Whether nothing but blanks stands between `position` and a colon, a tab, a bracket or the start.
  private static func isBehindMark(_ text: Span<UInt8>, _ position: Int, _ start: Int) -> Bool {
    var before = position
    while before > start, text[before - 1] == ASCII.space || text[before - 1] == ASCII.lineFeed {
      before -= 1
    }
    guard before > start else { return true }
    switch text[before - 1] {
    case ASCII.colon, ASCII.tab, ASCII.rightBracket, ASCII.equals: return true
    default: return false
    }
  }

  private static func isMarker(_ text: Span<UInt8>, _ colon: Int, _ start: Int) -> Bool {
    for marker in markers {
      let first = colon - marker.utf8CodeUnitCount
      if first >= start, text.hasInAnyCase(marker, at: first) { return true }
    }
    return false
  }
}
