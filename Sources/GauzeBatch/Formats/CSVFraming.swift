internal import Gauze

// RFC 4180: a record ends with its line, unless the line end stands in quotes; a quote is one only
// where a field begins, and two of them inside are one that is meant:
//
//     id,note                     field, unquoted
//     1,"two                      field, quoted
//     lines, ""here"""            quoted, closing, quoted, closing … end of record
//     2,ab"c                      a quote in an unquoted field: the reader of fields refuses it

/// Finds the records of a CSV file, the first of which is its header.
///
/// A line ends with LF or CRLF. Lines of nothing but blanks outside of quotes are passed over. Behind a
/// closing quote the field goes on unquoted; whoever reads the fields rejects that, and neighbours
/// are as they were. A quote that is never closed makes the rest of the input part of its record,
/// which is rejected. Complexity: linear, in a few words of memory.
package struct CSVFraming: FrameFinder {
  private enum Phase {
    case between
    /// Where a field begins.
    case field
    case unquoted
    case quoted
    /// Behind a quote in a quoted field: its end, or the first of two.
    case closing
  }

  package private(set) var cursor = FrameCursor()
  /// Whether the input ended inside quotes.
  package private(set) var isLostAtEnd = false
  /// What parts the fields of a line.
  package let delimiter: UInt8
  private let limit: Int
  private var phase = Phase.between
  /// Whether all of the record so far are blanks.
  private var isBlank = true
  private var start = 0
  private var startLine = 1

  /// Finds records of at most `limit` bytes whose fields `delimiter` parts.
  package init(limit: Int, delimiter: UInt8 = ASCII.comma) {
    self.limit = limit
    self.delimiter = delimiter
  }

  package var needed: Int {
    phase == .between || cursor.offset - start > limit + 1
      ? cursor.position : start - cursor.base
  }

  package var isNeededFromRecord: Bool {
    phase == .between || cursor.offset - start <= limit + 1
  }

  package var atNeeded: CSVFraming {
    guard isNeededFromRecord, phase != .between else { return self }
    var finder = self
    finder.phase = .between
    finder.cursor.position = start - cursor.base
    finder.cursor.line = startLine
    return finder
  }

  package mutating func forget(_ count: Int) { cursor.forget(count) }

  package mutating func next(_ window: Span<UInt8>, _ end: WindowEnd) -> RecordFrame? {
    guard cursor.skipByteOrderMark(window, end) else { return nil }
    while cursor.position < window.count {
      if phase == .between { beginRecord() }
      guard passLine(window) else { break }
      if let frame = endRecord(window) { return frame }
    }
    guard end == .input, phase != .between else { return nil }
    return atEnd(window)
  }

  private mutating func beginRecord() {
    start = cursor.offset
    startLine = cursor.line
    isBlank = true
    phase = .field
  }

  /// Goes on to the line feed that ends the record, which is taken; false if the window ends before.
  private mutating func passLine(_ window: Span<UInt8>) -> Bool {
    var position = cursor.position
    defer { cursor.position = position }
    while position < window.count {
      let byte = window[position]
      position &+= 1
      if phase == .quoted {
        if byte == ASCII.quote {
          phase = .closing
        } else if byte == ASCII.lineFeed {
          cursor.line &+= 1
        }
        continue
      }
      switch byte {
      case ASCII.lineFeed:
        cursor.line &+= 1
        return true
      case delimiter:
        isBlank = isBlank && delimiter == ASCII.tab
        phase = .field
      case ASCII.quote:
        isBlank = false
        phase = phase == .unquoted ? .unquoted : .quoted
      case ASCII.space, ASCII.tab, ASCII.carriageReturn:
        phase = .unquoted
      default:
        isBlank = false
        phase = .unquoted
      }
    }
    return false
  }

  /// The record whose line feed was just taken; nil if it is blank.
  private mutating func endRecord(_ window: Span<UInt8>) -> RecordFrame? {
    phase = .between
    var end = cursor.position - 1
    // The CR may lie before the window, of a record that is beyond the limit in any case.
    if end > 0, cursor.base + end > start, window[end - 1] == ASCII.carriageReturn { end -= 1 }
    return frame(upTo: end)
  }

  private func frame(upTo end: Int) -> RecordFrame? {
    guard cursor.base + end - start <= limit else {
      return RecordFrame(.tooLarge, line: startLine, offset: start)
    }
    if isBlank { return nil }
    return RecordFrame(range: start - cursor.base..<end, line: startLine, offset: start)
  }

  private mutating func atEnd(_ window: Span<UInt8>) -> RecordFrame? {
    isLostAtEnd = phase == .quoted
    phase = .between
    if isLostAtEnd { return RecordFrame(.malformedJSON, line: startLine, offset: start) }
    var end = cursor.position
    if end > 0, cursor.base + end > start, window[end - 1] == ASCII.carriageReturn { end -= 1 }
    return frame(upTo: end)
  }
}
