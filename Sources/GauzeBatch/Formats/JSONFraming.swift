internal import Gauze

// One array of records, a sequence of them with any white space or none between, or the texts of
// RFC 7464, each behind a record separator: all are values in a row.
//
//     [            array begins                    between
//       {"a":1},   record                          structure … between
//       {"b":x"},  lost at the second quote        structure … lost
//       {"c":3}    the line begins as the lost record did: found again
//     ]            array ends
//
// The brackets and quotes alone say where a value ends, and the few rules of what may follow what
// (a quote never follows a value) notice within a token or two when a quote is missing, so that no
// text of a neighbour is ever taken for structure. Words and numbers are left to the sanitizer.

/// Finds the values of a JSON array or sequence.
///
/// What is no JSON is one rejected record. It ends where the next one surely begins: at the next
/// record separator if there are such, else at the next line that begins with `{` in the very column
/// in which the line of the lost record's beginning did, or with the `]` that ends the array. If that
/// line began with no record, nothing says where the next one begins, and the rest of the input is
/// part of the rejected record. A line end inside a string is no JSON; as in JSON Lines what follows
/// it may be taken for a record. An array that does not end, and a place between commas where nothing
/// stands, are a rejected record each. Complexity: linear, in a few words of memory.
package struct JSONFraming: FrameFinder {
  enum Phase {
    /// Before a record.
    case between
    /// In a record's brackets.
    case structure
    case string
    /// Behind a backslash in a string.
    case escape
    /// In a word or number.
    case word
    /// In what is no JSON.
    case lost
  }

  /// What may come next among a record's brackets.
  enum Due {
    /// A value, or the bracket's end.
    case value
    /// A member's name, or the brace's end.
    case name
    case colon
    /// A comma, or the end; a colon too where the brackets' kinds are not known.
    case separator
  }

  /// The line up to the cursor.
  struct Row: Sendable {
    /// Whether nothing but blanks stands on it.
    var isBlank = true
    /// Where it begins in the input.
    var start = 0
    /// The column of the record that it begins with, or -1 if something else does.
    var column = -1
  }

  /// How many levels of brackets are told apart by kind; the sanitizer takes no deeper record.
  static let knownLevels = JSONScanner.maximumDepth

  /// Where it stands.
  package internal(set) var cursor = FrameCursor()
  /// Whether the input ended in a record of which nobody can tell where it should have ended.
  package internal(set) var isLostAtEnd = false
  let limit: Int
  var phase = Phase.between

  // Between records.
  var isInArray = false
  /// Whether an element was read and a comma or the array's end is due.
  var isAfterElement = false
  /// Whether a comma was read and an element is due.
  var isAfterComma = false
  var isSeparated = false
  var row = Row()

  // The record at hand.
  var start = 0
  var startLine = 1
  /// What lay before it.
  var startRow = Row()
  var isBehindComma = false
  var column = -1
  var depth = 0
  /// One bit a level, the innermost lowest: 1 is an object.
  var kinds: UInt64 = 0
  var due = Due.value
  /// Whether it stands where no record may: without a comma before it.
  var isMisplaced = false

  /// Finds records of at most `limit` bytes.
  package init(limit: Int) { self.limit = limit }

  package var needed: Int {
    switch phase {
    case .between, .lost: cursor.position
    default: cursor.offset - start > limit ? cursor.position : start - cursor.base
    }
  }

  package var isNeededFromRecord: Bool {
    phase == .between || (phase != .lost && cursor.offset - start <= limit)
  }

  package var atNeeded: JSONFraming {
    guard isNeededFromRecord, phase != .between else { return self }
    var finder = self
    finder.phase = .between
    finder.cursor.position = start - cursor.base
    finder.cursor.line = startLine
    finder.row = startRow
    finder.isAfterComma = isBehindComma
    return finder
  }

  package mutating func forget(_ count: Int) { cursor.forget(count) }

  package mutating func next(_ window: Span<UInt8>, _ end: WindowEnd) -> RecordFrame? {
    guard cursor.skipByteOrderMark(window, end) else { return nil }
    while cursor.position < window.count {
      let frame =
        switch phase {
        case .between: between(window)
        case .structure: structure(window)
        case .string: string(window)
        case .escape: escape(window)
        case .word: word(window)
        case .lost: lost(window)
        }
      if let frame { return frame }
    }
    switch end {
    case .anywhere: return nil
    case .betweenRecords: return atCut()
    case .input: return atEnd()
    }
  }

  // MARK: - Between records

  private mutating func between(_ window: Span<UInt8>) -> RecordFrame? {
    let byte = window[cursor.position]
    switch byte {
    case ASCII.lineFeed:
      cursor.position += 1
      beginLine()
      row.column = -1
      return nil
    case ASCII.space, ASCII.tab, ASCII.carriageReturn:
      cursor.position += 1
      return nil
    case ASCII.recordSeparator where !isInArray:
      cursor.position += 1
      isSeparated = true
      return nil
    case ASCII.leftBracket where !isInArray:
      cursor.position += 1
      (isInArray, isAfterElement, isAfterComma) = (true, false, false)
      row.isBlank = false
      return nil
    case ASCII.rightBracket where isInArray:
      return endArray()
    case ASCII.comma where isInArray:
      return comma()
    default:
      beginRecord(byte)
      return nil
    }
  }

  private mutating func comma() -> RecordFrame? {
    let hasElement = isAfterElement
    let place = (line: cursor.line, offset: cursor.offset)
    cursor.position += 1
    row.isBlank = false
    (isAfterElement, isAfterComma) = (false, true)
    return hasElement
      ? nil : RecordFrame(.malformedJSON, line: place.line, offset: place.offset)
  }

  private mutating func endArray() -> RecordFrame? {
    let lacksElement = isAfterComma
    let place = (line: cursor.line, offset: cursor.offset)
    cursor.position += 1
    row.isBlank = false
    (isInArray, isAfterElement, isAfterComma) = (false, false, false)
    return lacksElement
      ? RecordFrame(.malformedJSON, line: place.line, offset: place.offset) : nil
  }

  mutating func beginLine() {
    cursor.line += 1
    row.start = cursor.offset
    row.isBlank = true
  }

  /// Begins a record at the cursor and takes what says what it is.
  private mutating func beginRecord(_ byte: UInt8) {
    (startRow, isBehindComma) = (row, isAfterComma)
    if row.isBlank { row.column = cursor.offset - row.start }
    row.isBlank = false
    start = cursor.offset
    startLine = cursor.line
    column = row.column
    (depth, kinds, due) = (0, 0, .value)
    isMisplaced = isInArray && isAfterElement
    isAfterComma = false
    phase = .structure
    switch byte {
    case ASCII.leftBrace, ASCII.leftBracket, ASCII.quote: break
    case _ where Self.isWord(byte): break
    default:
      // Taken, so that what comes next is looked for behind it.
      cursor.position += 1
      phase = .lost
    }
  }

  // MARK: - At the end

  /// The record that the byte behind the window ends, as a word's end or as what may not follow.
  private mutating func atCut() -> RecordFrame? {
    switch phase {
    case .between: nil
    case .word where depth == 0: endRecord()
    default: endLost()
    }
  }

  private mutating func atEnd() -> RecordFrame? {
    switch phase {
    case .between:
      guard isInArray else { return nil }
      isInArray = false
      return RecordFrame(.malformedJSON, line: cursor.line, offset: cursor.offset)
    case .word where depth == 0: return endRecord()
    default:
      let isLost = phase == .lost
      isLostAtEnd = isLost
      phase = .between
      isInArray = false
      let isTooLarge = !isLost && cursor.offset - start > limit
      return RecordFrame(
        isTooLarge ? .tooLarge : .malformedJSON,
        line: startLine,
        offset: start
      )
    }
  }
}
