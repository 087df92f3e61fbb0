internal import Gauze

// A record's inside: its brackets, strings and words as far as they say where it ends, and what to
// look for when they no longer do.

extension JSONFraming {
  // MARK: - In a record

  mutating func structure(_ window: Span<UInt8>) -> RecordFrame? {
    while cursor.position < window.count {
      let byte = window[cursor.position]
      switch byte {
      case ASCII.space, ASCII.tab, ASCII.carriageReturn:
        cursor.position &+= 1
        continue
      case ASCII.lineFeed:
        cursor.position &+= 1
        beginLine()
        // Whatever comes first on a line inside a record is no record's beginning.
        row.column = -1
        continue
      default: break
      }
      guard take(byte) else {
        phase = .lost
        return nil
      }
      row.isBlank = false
      if phase != .structure { return nil }
      cursor.position &+= 1
      if depth == 0 { return endRecord() }
    }
    return nil
  }

  /// Judges the token that begins with `byte`; a string's quote is taken, and a word is not.
  @inline(__always)
  private mutating func take(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.quote:
      guard due == .value || due == .name else { return false }
      due = due == .name ? .colon : .separator
      cursor.position &+= 1
      phase = .string
    case ASCII.leftBrace, ASCII.leftBracket:
      guard due == .value else { return false }
      depth &+= 1
      if depth <= Self.knownLevels { kinds = kinds &<< 1 | (byte == ASCII.leftBrace ? 1 : 0) }
      due = byte == ASCII.leftBrace && depth <= Self.knownLevels ? .name : .value
    case ASCII.rightBrace, ASCII.rightBracket:
      guard due != .colon else { return false }
      if depth <= Self.knownLevels {
        guard (kinds & 1 == 1) == (byte == ASCII.rightBrace) else { return false }
        kinds &>>= 1
      }
      depth &-= 1
      due = .separator
    case ASCII.comma:
      guard due == .separator else { return false }
      due = kinds & 1 == 1 && depth <= Self.knownLevels ? .name : .value
    case ASCII.colon:
      guard due == .colon || (depth > Self.knownLevels && due == .separator) else { return false }
      due = .value
    default:
      guard due == .value, Self.isWord(byte) else { return false }
      due = .separator
      phase = .word
    }
    return true
  }

  mutating func string(_ window: Span<UInt8>) -> RecordFrame? {
    var position = cursor.position
    while true {
      position = Self.stringStop(window, from: position)
      guard position < window.count else { break }
      switch window[position] {
      case ASCII.quote:
        cursor.position = position &+ 1
        phase = .structure
        return depth == 0 ? endRecord() : nil
      case ASCII.backslash:
        guard position &+ 1 < window.count else {
          cursor.position = position &+ 1
          phase = .escape
          return nil
        }
        guard window[position &+ 1] >= ASCII.space else {
          cursor.position = position &+ 1
          phase = .lost
          return nil
        }
        position &+= 2
      default:
        // A control byte: no JSON, and the line end among them may be where the next begins.
        cursor.position = position
        phase = .lost
        return nil
      }
    }
    cursor.position = position
    return nil
  }

  mutating func escape(_ window: Span<UInt8>) -> RecordFrame? {
    guard window[cursor.position] >= ASCII.space else {
      phase = .lost
      return nil
    }
    cursor.position &+= 1
    phase = .string
    return nil
  }

  mutating func word(_ window: Span<UInt8>) -> RecordFrame? {
    while cursor.position < window.count, Self.isWord(window[cursor.position]) {
      cursor.position &+= 1
    }
    guard cursor.position < window.count else { return nil }
    phase = .structure
    return depth == 0 ? endRecord() : nil
  }

  mutating func endRecord() -> RecordFrame {
    let end = cursor.position
    let isTooLarge = cursor.offset - start > limit
    phase = .between
    isAfterElement = true
    if isMisplaced { return RecordFrame(.malformedJSON, line: startLine, offset: start) }
    if isTooLarge { return RecordFrame(.tooLarge, line: startLine, offset: start) }
    return RecordFrame(range: start - cursor.base..<end, line: startLine, offset: start)
  }

  // MARK: - In what is no JSON

  mutating func lost(_ window: Span<UInt8>) -> RecordFrame? {
    if isSeparated && !isInArray { return lostAmongSeparators(window) }
    while cursor.position < window.count {
      let byte = window[cursor.position]
      if byte == ASCII.lineFeed {
        cursor.position &+= 1
        beginLine()
        continue
      }
      if row.isBlank {
        guard byte == ASCII.space || byte == ASCII.tab || byte == ASCII.carriageReturn else {
          row.isBlank = false
          if isFoundAgain(byte) { return endLost() }
          continue
        }
      }
      cursor.position &+= 1
    }
    return nil
  }

  private mutating func lostAmongSeparators(_ window: Span<UInt8>) -> RecordFrame? {
    while cursor.position < window.count {
      let byte = window[cursor.position]
      if byte == ASCII.recordSeparator { return endLost() }
      cursor.position &+= 1
      if byte == ASCII.lineFeed { beginLine() }
    }
    return nil
  }

  /// Whether `byte`, the first of its line, begins what comes after the lost record.
  private func isFoundAgain(_ byte: UInt8) -> Bool {
    guard column >= 0 else { return false }
    let here = cursor.offset - row.start
    return byte == ASCII.leftBrace
      ? here == column : byte == ASCII.rightBracket && isInArray && here <= column
  }

  mutating func endLost() -> RecordFrame {
    phase = .between
    // As if a comma stood there: what comes next may be a record or the array's end.
    (isAfterElement, isAfterComma) = (false, false)
    row.isBlank = true
    row.column = -1
    return RecordFrame(.malformedJSON, line: startLine, offset: start)
  }

  // MARK: - Bytes

  /// Whether `byte` may be part of a number or a word such as `true` or `NaN`.
  static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIIWord || byte == ASCII.minus || byte == ASCII.dot || byte == ASCII.plus
  }

  /// The first quote, backslash or control byte from `position` on, or the window's end.
  private static func stringStop(_ window: Span<UInt8>, from position: Int) -> Int {
    var position = position
    let ones = UInt64.eachByte(1)
    while position &+ 8 <= window.count {
      let word = window.word(at: position)
      let quotes = word ^ .eachByte(ASCII.quote)
      let backslashes = word ^ .eachByte(ASCII.backslash)
      // A byte below the one subtracted sets its high bit; exact up to the first, as a borrow runs
      // upwards only.
      let hits =
        ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
          | (word &- .eachByte(ASCII.space)) & ~word) & .eachByte(0x80)
      if hits != 0 { return position &+ (hits.trailingZeroBitCount &>> 3) }
      position &+= 8
    }
    while position < window.count {
      let byte = window[position]
      if byte == ASCII.quote || byte == ASCII.backslash || byte < ASCII.space { break }
      position &+= 1
    }
    return position
  }
}
