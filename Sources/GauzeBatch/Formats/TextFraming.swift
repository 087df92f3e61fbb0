internal import Gauze

// Log lines, and what goes on over several of them:
//
//     2026-05-01 12:00:00 ERROR it failed          begins a record, as every line with a time does
//     Traceback (most recent call last):           no time, where others have one: goes on
//       File "app.py", line 7, in <module>         indented: goes on
//     ValueError: bad                              goes on
//     2026-05-01 12:00:01 INFO key is              begins a record
//     -----BEGIN RSA PRIVATE KEY-----              goes on, and so does what looks like base64
//     2026-05-01 12:00:01 INFO MIIEpAIBAAKCAQEA…   goes on, whatever stands before the key's part
//     -----END RSA PRIVATE KEY-----                the last line that the key makes go on
//     2026-05-01 12:00:02 INFO next                begins a record

/// Finds the records of a plain text log: a line with all that continues it.
///
/// A line with a time or a level begins a record. Once one with a time was seen, every line without
/// either continues the one before; until then a line does so if it is indented, is what stack traces
/// and statements go on with, or belongs to a PEM block. Every line behind the beginning of a private key
/// continues the record up to the key's end, whatever it looks like. A record ends at the latest with the line that
/// passes `mostBytes` or `mostLines`. From there on only what a line itself says to be more of it is left
/// out, as it would be cut off in the end, and parts of a key are one rejected record; a plain line begins a record again, and so does every one until
/// a time is seen. A line too large for the record that it continues is one rejected record.
/// Complexity: linear, in a few words of memory.
package struct TextFraming: FrameFinder {
  /// After how many bytes or lines nothing more is added to a record.
  static let mostBytes = 65_536
  package static let mostLines = 1000

  private enum Phase {
    /// Where a line begins.
    case lineStart
    /// In a line of the record at hand.
    case inside
    /// In a line that is left out.
    case passing
  }

  package private(set) var cursor = FrameCursor()
  private let limit: Int
  private let mostLines: Int
  private var phase = Phase.lineStart
  /// Whether a line with a time was seen.
  private var isStamped = false

  // The record at hand.
  private var isOpen = false
  /// Whether it was given already, and the rest of it is left out.
  private var isGiven = false
  private var start = 0
  private var startLine = 1
  /// Where its last line that is not blank ends, without its line end.
  private var textEnd = 0
  private var lineCount = 0
  private var lineStart = 0
  /// What begins in it and has not ended.
  private var key: Key?
  private var isKeyOmitted = false
  /// Up to where marks of keys were looked for.
  private var sought = 0
  private var isInTrace = false
  private var wasStamped = false
  /// Where something was left out that must be told of.
  private var omission: Omission?

  private enum Key {
    case secret
    case block
  }

  private struct Omission {
    let line: Int
    let offset: Int
  }

  /// Finds records of at most `limit` bytes and, but for a test, `mostLines` lines.
  package init(limit: Int, mostLines: Int = Self.mostLines) {
    self.limit = limit
    self.mostLines = mostLines
  }

  package var needed: Int {
    isOpen && !isGiven && cursor.offset - start <= limit + 1
      ? start - cursor.base : cursor.position
  }

  package var isNeededFromRecord: Bool {
    isOpen ? !isGiven && cursor.offset - start <= limit + 1 : phase == .lineStart
  }

  package var atNeeded: TextFraming {
    guard isNeededFromRecord, isOpen else { return self }
    var finder = self
    finder.cursor.position = start - cursor.base
    finder.cursor.line = startLine
    finder.phase = .lineStart
    (finder.isOpen, finder.key, finder.isInTrace) = (false, nil, false)
    finder.isStamped = wasStamped
    return finder
  }

  package mutating func forget(_ count: Int) { cursor.forget(count) }

  package mutating func next(_ window: Span<UInt8>, _ end: WindowEnd) -> RecordFrame? {
    guard cursor.skipByteOrderMark(window, end) else { return nil }
    if let frame = takeOmission() { return frame }
    while cursor.position < window.count {
      if phase == .lineStart {
        guard let kind = kind(window, end) else { return nil }
        if isOpen, !continues(kind) {
          if let frame = close() { return frame }
          continue
        }
        begin(kind)
        if let frame = takeOmission() { return frame }
      }
      if let frame = passLine(window, end) { return frame }
      if phase != .lineStart { break }
    }
    guard end != .anywhere else { return nil }
    if phase == .inside { endLine(at: cursor.position, window) }
    return isOpen && end != .anywhere ? close() : nil
  }

  /// The line's kind; nil if too little of it is there to tell.
  private func kind(_ window: Span<UInt8>, _ end: WindowEnd) -> LogLineKind? {
    let most = min(window.count, cursor.position + LogLine.mostLooked)
    var lineEnd = cursor.position
    while lineEnd < most, window[lineEnd] != ASCII.lineFeed { lineEnd += 1 }
    guard
      lineEnd < window.count || end != .anywhere || most < window.count
        || lineEnd - cursor.position >= LogLine.mostLooked
    else { return nil }
    return LogLineKind(window.extracting(cursor.position..<lineEnd))
  }

  /// Whether a line of that kind belongs to the open record.
  private func continues(_ kind: LogLineKind) -> Bool {
    switch key {
    case .secret: if !isGiven || kind.isKeyPart { return true }
    case .block: if kind.isKeyPart, !kind.isBeginning { return true }
    case nil: break
    }
    if kind.isBeginning { return false }
    if kind.isContinuation { return true }
    if kind.isBlank { return isStamped }
    return isInTrace || (isStamped && !isGiven)
  }

  private mutating func begin(_ kind: LogLineKind) {
    (lineStart, sought) = (cursor.offset, cursor.offset)
    if !isOpen {
      if kind.isBlank {
        phase = .passing
        return
      }
      isOpen = true
      isGiven = false
      (start, startLine, lineCount) = (cursor.offset, cursor.line, 0)
      textEnd = start
      (key, isInTrace, isKeyOmitted) = (nil, false, false)
      wasStamped = isStamped
      // Behind a record that was too long: there lines without a time are no part of those with one.
      if !kind.isBeginning { isStamped = false }
    } else if isInTrace, !kind.isContinuation, !kind.isBlank, key == nil {
      // The exception itself, which ends a trace of Python.
      isInTrace = false
    }
    lineCount += 1
    isStamped = isStamped || kind.isStamped
    isInTrace = isInTrace || kind.isTraceback
    if !kind.isKeyPart, key == .block || isGiven { key = nil }
    phase = isGiven ? .passing : .inside
    if isGiven, key != nil, !kind.isBlank, !isKeyOmitted {
      isKeyOmitted = true
      omission = Omission(line: cursor.line, offset: cursor.offset)
    }
  }

  /// Goes on to the line's end; gives the record if this line passes a bound.
  private mutating func passLine(_ window: Span<UInt8>, _ end: WindowEnd) -> RecordFrame? {
    var position = cursor.position
    while position < window.count, window[position] != ASCII.lineFeed { position &+= 1 }
    // A mark that may go on behind the window is looked for once more is there. What told the line's
    // kind is passed in any case: who searches the window again must be able to tell it too.
    let isWhole = position < window.count || end != .anywhere
    let held = isWhole ? position : max(0, position - KeyMark.longest)
    let first = max(sought - cursor.base, 0)
    if first < held {
      findMarks(window.extracting(0..<position), first..<held)
      sought = cursor.base + held
    }
    let head = lineStart - cursor.base + LogLine.mostLooked
    cursor.position = max(cursor.position, held, min(position, head))
    guard position < window.count else {
      guard isOpen, !isGiven, lineCount > 1, cursor.base + position - start > limit
      else { return nil }
      omission = Omission(line: cursor.line, offset: lineStart)
      // Whoever searches the window again must come as far as here.
      cursor.position = position
      return give(upTo: textEnd)
    }
    let isInside = phase == .inside
    if isInside { endLine(at: position, window) }
    cursor.position += 1
    cursor.line += 1
    phase = .lineStart
    guard isInside else { return nil }
    let size = cursor.offset - start
    return size > Self.mostBytes || lineCount >= mostLines || omission != nil
      ? give(upTo: textEnd) : nil
  }

  /// Follows the keys that begin and end in a part of a line.
  private mutating func findMarks(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard isOpen else { return }
    for position in range {
      guard text[position] == ASCII.minus || text[position] == ASCII.upperP,
        let mark = KeyMark(text, at: position)
      else { continue }
      switch mark {
      case .secret: key = .secret
      case .block: if key == nil { key = .block }
      case .end: key = nil
      }
    }
  }

  private mutating func endLine(at position: Int, _ window: Span<UInt8>) {
    var end = position
    while end > 0, cursor.base + end > lineStart, window[end - 1].isSpace { end -= 1 }
    guard cursor.base + end > lineStart else { return }
    if cursor.base + end - start <= limit || lineCount == 1 {
      textEnd = cursor.base + end
    } else {
      omission = Omission(line: cursor.line, offset: lineStart)
    }
  }

  /// Tells once of what was left out behind the record that was given.
  private mutating func takeOmission() -> RecordFrame? {
    guard let place = omission else { return nil }
    omission = nil
    return RecordFrame(.tooLarge, line: place.line, offset: place.offset)
  }

  /// Gives what there is of the record and leaves out what continues it.
  private mutating func give(upTo end: Int) -> RecordFrame {
    isGiven = true
    if phase == .inside { phase = .passing }
    return record(upTo: end)
  }

  private func record(upTo end: Int) -> RecordFrame {
    guard end - start <= limit else {
      return RecordFrame(.tooLarge, line: startLine, offset: start)
    }
    return RecordFrame(
      range: start - cursor.base..<end - cursor.base,
      line: startLine,
      offset: start
    )
  }

  /// Ends the record; nil if it was given already.
  private mutating func close() -> RecordFrame? {
    isOpen = false
    let wasGiven = isGiven
    isGiven = false
    phase = .lineStart
    return wasGiven ? nil : record(upTo: textEnd)
  }
}
