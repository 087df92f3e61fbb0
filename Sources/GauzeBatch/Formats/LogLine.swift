internal import Gauze

/// What the beginning of a log line tells: when, how bad, from where, and where the message begins.
///
/// Nothing that is recognised is trusted: what is not a time, a level, a host or a user goes with the
/// message, which is scrubbed. Complexity: O(`mostLooked`).
struct LogLine: Sendable {
  /// How much of a line is looked at.
  static let mostLooked = 512

  private(set) var time: LogTime?
  /// The level's word, as it leaves.
  private(set) var level: StaticString?
  /// The machine that wrote the line or asked for something.
  private(set) var host = 0..<0
  /// Who asked.
  private(set) var user = 0..<0
  /// Where the message begins.
  private(set) var message = 0

  /// Whether it begins a record, whatever came before.
  var isBeginning: Bool { time != nil || level != nil || isKernelLine }
  /// Whether a time stands there.
  var isStamped: Bool { time != nil || isKernelLine }
  private var isKernelLine = false

  init(_ line: Span<UInt8>) {
    let text = line.extracting(0..<min(line.count, Self.mostLooked))
    var position = Self.priorityEnd(text)
    if let letter = Self.glogLevel(text, position), let time = LogTime(text, at: position + 1) {
      (self.time, level, message) = (time, letter, time.end)
      skipSeparators(text)
      return
    }
    let open = position
    if position < text.count, text[position] == ASCII.leftBracket { position += 1 }
    if let time = LogTime(text, at: position) {
      self.time = time
      message = time.end
    } else if let end = Self.kernelTimeEnd(text, open) {
      isKernelLine = true
      message = end
    } else if !readCommonLog(text) {
      readLevel(text, from: open)
      return
    }
    let isSyslog = time != nil && readSyslogHost(text, position)
    if !isSyslog { readLevel(text, from: message) }
    skipSeparators(text)
  }

  /// Behind syslog's `<34>` and RFC 5424's version.
  private static func priorityEnd(_ text: Span<UInt8>) -> Int {
    guard !text.isEmpty, text[0] == ASCII.less else { return 0 }
    var position = 1
    while position < min(text.count, 5), text[position].isDigit { position += 1 }
    guard position > 1, position < text.count, text[position] == ASCII.greater else { return 0 }
    position += 1
    if position + 1 < text.count, text[position] == ASCII.one,
      text[position + 1] == ASCII.space
    {
      position += 2
    }
    return position
  }

  private static func glogLevel(_ text: Span<UInt8>, _ position: Int) -> StaticString? {
    guard position < text.count else { return nil }
    switch text[position] {
    case UInt8(ascii: "I"): return "info"
    case UInt8(ascii: "W"): return "warn"
    case ASCII.upperE: return "error"
    case ASCII.upperF: return "fatal"
    default: return nil
    }
  }

  /// Behind `[   12.345678]`, the kernel's seconds since its start.
  private static func kernelTimeEnd(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard start < text.count, text[start] == ASCII.leftBracket else { return nil }
    var position = start + 1
    while position < text.count, text[position] == ASCII.space { position += 1 }
    let digits = position
    while position < text.count, text[position].isDigit { position += 1 }
    guard position > digits, position < text.count, text[position] == ASCII.dot else { return nil }
    position += 1
    while position < text.count, text[position].isDigit { position += 1 }
    guard position < text.count, text[position] == ASCII.rightBracket else { return nil }
    return position + 1
  }

  /// `host ident user [time]`, the common log format.
  private mutating func readCommonLog(_ text: Span<UInt8>) -> Bool {
    var words: InlineArray<3, Range<Int>> = [0..<0, 0..<0, 0..<0]
    var position = 0
    for index in 0..<3 {
      let start = position
      while position < text.count, text[position] != ASCII.space { position += 1 }
      guard position > start, position < text.count else { return false }
      words[index] = start..<position
      position += 1
    }
    guard position < text.count, text[position] == ASCII.leftBracket,
      let time = LogTime(text, at: position + 1)
    else { return false }
    self.time = time
    (host, user) = (words[0], words[2])
    message = time.end
    return true
  }

  /// The host behind a time of syslog: `May  1 12:00:00 db17 sshd[7]: …`.
  private mutating func readSyslogHost(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard message < text.count, text[message] == ASCII.space, start < text.count,
      text[start].isLetter || start > 0
    else { return false }
    var position = message + 1
    let first = position
    while position < text.count, text[position] > ASCII.space { position += 1 }
    guard position < text.count, position > first, Self.level(text, first..<position) == nil,
      text[position - 1] != ASCII.colon
    else { return false }
    // The program and its number follow, and a colon; RFC 5424 has more words and none.
    var end = position + 1
    while end < text.count, text[end] > ASCII.space, text[end] != ASCII.colon { end += 1 }
    guard end < text.count, text[end] == ASCII.colon || (start > 0 && text[0] == ASCII.less)
    else { return false }
    host = first..<position
    message = position
    return true
  }

  /// The level, if it is what comes next; the words before it, as a thread's or logger's, stay with the
  /// message, and a level among the first of them is found too.
  private mutating func readLevel(_ text: Span<UInt8>, from start: Int) {
    var position = start
    let isBehindTime = time != nil || isKernelLine
    for number in 0..<(isBehindTime ? 6 : 1) {
      while position < text.count, Self.isSeparator(text[position]) { position += 1 }
      let first = position
      while position < text.count, text[position].isLetter { position += 1 }
      let isWhole = position == text.count || !text[position].isAlphanumeric
      if isWhole, let found = Self.level(text, first..<position) {
        // A word that opens a sentence is none: it is followed by a colon, a bracket or another gap.
        guard isBehindTime || Self.isMarked(text, first, position) else { return }
        level = found
        if number == 0 { message = position }
        return
      }
      while position < text.count, !Self.isSeparator(text[position]) { position += 1 }
    }
  }

  /// Whether a level without a time stands as one: `ERROR:`, `[ERROR]`, `ERROR -`.
  private static func isMarked(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end < text.count else { return false }
    if text[end] == ASCII.colon || text[end] == ASCII.rightBracket { return true }
    return end + 1 < text.count && text[end] == ASCII.space
      && (text[end + 1] == ASCII.minus || text[end + 1] == ASCII.leftBracket
        || text[end + 1] == ASCII.space || text[end + 1] == ASCII.bar)
  }

  private mutating func skipSeparators(_ text: Span<UInt8>) {
    while message < text.count, Self.isSeparator(text[message]),
      text[message] != ASCII.leftBracket, text[message] != ASCII.leftParenthesis
    {
      message += 1
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.space, ASCII.tab, ASCII.minus, ASCII.colon, ASCII.bar, ASCII.leftBracket,
      ASCII.rightBracket, ASCII.leftParenthesis, ASCII.rightParenthesis:
      true
    default: false
    }
  }

  private static let levels: [(word: StaticString, level: StaticString)] = [
    ("TRACE", "trace"), ("FINEST", "trace"), ("FINER", "trace"), ("FINE", "debug"),
    ("DEBUG", "debug"), ("VERBOSE", "debug"), ("INFO", "info"), ("INFORMATION", "info"),
    ("LOG", "info"), ("STATEMENT", "info"), ("NOTICE", "notice"), ("WARN", "warn"),
    ("WARNING", "warn"), ("ERROR", "error"), ("ERR", "error"), ("SEVERE", "error"),
    ("CRITICAL", "fatal"), ("CRIT", "fatal"), ("ALERT", "fatal"), ("FATAL", "fatal"),
    ("EMERG", "fatal"), ("PANIC", "fatal"),
  ]

  /// A word in capitals, or in brackets in any case.
  private static func level(_ text: Span<UInt8>, _ range: Range<Int>) -> StaticString? {
    guard (3...11).contains(range.count) else { return nil }
    let isBracketed = range.lowerBound > 0 && text[range.lowerBound - 1] == ASCII.leftBracket
    for entry in levels where entry.word.utf8CodeUnitCount == range.count {
      let isEqual =
        isBracketed && text[range.lowerBound].isLowercase
        ? text.hasInAnyCase(entry.word, at: range.lowerBound)
        : text.has(entry.word, at: range.lowerBound)
      if isEqual { return entry.level }
    }
    return nil
  }
}
