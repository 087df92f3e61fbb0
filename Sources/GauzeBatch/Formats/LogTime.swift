internal import Gauze

// The times that log lines begin with, as programs write them:
//
//     2026-05-01T12:00:00.123+02:00    RFC 3339, ISO 8601; a blank for the T, a comma for the dot
//     2026/05/01 12:00:00              Go, nginx
//     01/May/2026:12:00:00 +0200       the common log format
//     Fri May  1 12:00:00.123 2026     ctime, Apache's error log
//     May  1 12:00:00                  syslog (RFC 3164): no year, so no time is told of it
//     0501 12:00:00.123456             glog, behind the letter of its level

/// A time at the beginning of a text.
struct LogTime: Sendable {
  /// Where it ends.
  private(set) var end: Int
  private var year: Int?
  private var month = 1
  private var day = 1
  private var clock = 0..<0
  private var fraction = 0..<0
  /// Minutes east of UTC; UTC if nothing is said.
  private var zone = 0

  private static let months: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let days: [StaticString] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// Reads the time that begins at `start` of `text`.
  init?(_ text: Span<UInt8>, at start: Int) {
    end = start
    guard
      readNumericDate(text) || readCommonLogDate(text) || readNamedDate(text)
        || readShortDate(text)
    else { return nil }
    readZone(text)
    // What goes on as a word is no time.
    if end < text.count, text[end].isAlphanumeric { return nil }
  }

  /// Adds it as a JSON string by RFC 3339; false, and nothing added, if its year is not known.
  func append(_ text: Span<UInt8>, to output: inout ByteBuffer) -> Bool {
    guard let year else { return false }
    output.append(ASCII.quote)
    Self.append(year / 100, to: &output)
    Self.append(year % 100, to: &output)
    output.append(ASCII.minus)
    Self.append(month, to: &output)
    output.append(ASCII.minus)
    Self.append(day, to: &output)
    output.append(ASCII.upperT)
    output.append(text.extracting(clock))
    // Without seconds it began with the minute.
    if clock.count == 5 { output.append(":00") }
    if !fraction.isEmpty {
      output.append(ASCII.dot)
      output.append(text.extracting(fraction.prefix(9)))
    }
    if zone == 0 {
      output.append(ASCII.upperZ)
    } else {
      output.append(zone < 0 ? ASCII.minus : ASCII.plus)
      Self.append(abs(zone) / 60, to: &output)
      output.append(ASCII.colon)
      Self.append(abs(zone) % 60, to: &output)
    }
    output.append(ASCII.quote)
    return true
  }

  private static func append(_ pair: Int, to output: inout ByteBuffer) {
    output.append(ASCII.zero + UInt8(truncatingIfNeeded: pair / 10 % 10))
    output.append(ASCII.zero + UInt8(truncatingIfNeeded: pair % 10))
  }

  // MARK: - Forms

  private mutating func readNumericDate(_ text: Span<UInt8>) -> Bool {
    let start = end
    guard let century = Self.pair(text, start), let year = Self.pair(text, start + 2),
      start + 10 < text.count, text[start + 4] == ASCII.minus || text[start + 4] == ASCII.slash,
      let month = Self.pair(text, start + 5), text[start + 7] == text[start + 4],
      let day = Self.pair(text, start + 8)
    else { return false }
    let between = text[start + 10]
    guard between == ASCII.space || between | 0x20 == ASCII.lowerT || between == ASCII.underscore,
      setDate(century * 100 + year, month, day), readClock(text, at: start + 11)
    else { return false }
    return true
  }

  private mutating func readCommonLogDate(_ text: Span<UInt8>) -> Bool {
    let start = end
    guard start + 12 < text.count, let day = Self.pair(text, start),
      text[start + 2] == ASCII.slash, let month = Self.month(text, start + 3),
      text[start + 6] == ASCII.slash, let century = Self.pair(text, start + 7),
      let year = Self.pair(text, start + 9), text[start + 11] == ASCII.colon
    else { return false }
    return setDate(century * 100 + year, month, day) && readClock(text, at: start + 12)
  }

  /// ctime, and syslog's, which has neither the day of the week nor the year.
  private mutating func readNamedDate(_ text: Span<UInt8>) -> Bool {
    var start = end
    let hasDay = Self.days.contains { text.has($0, at: start) }
    if hasDay { start += 4 }
    guard let month = Self.month(text, start), start + 7 < text.count,
      text[start + 3] == ASCII.space
    else { return false }
    var digits = start + 4
    if text[digits] == ASCII.space { digits += 1 }
    guard text[digits].isDigit else { return false }
    var day = Int(text[digits] - ASCII.zero)
    digits += 1
    if digits < text.count, text[digits].isDigit {
      day = day * 10 + Int(text[digits] - ASCII.zero)
      digits += 1
    }
    guard digits < text.count, text[digits] == ASCII.space,
      setDate(nil, month, day), readClock(text, at: digits + 1)
    else { return false }
    if end < text.count, text[end] == ASCII.space, let century = Self.pair(text, end + 1),
      let year = Self.pair(text, end + 3), hasDay
    {
      end += 5
      return setDate(century * 100 + year, month, day)
    }
    return true
  }

  private mutating func readShortDate(_ text: Span<UInt8>) -> Bool {
    guard let month = Self.pair(text, end), let day = Self.pair(text, end + 2),
      end + 4 < text.count, text[end + 4] == ASCII.space
    else { return false }
    return setDate(nil, month, day) && readClock(text, at: end + 5)
  }

  // MARK: - Parts

  private mutating func setDate(_ year: Int?, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    let most =
      month == 2
      ? (isLeap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
    (self.year, self.month, self.day) = (year, month, day)
    return day <= most
  }

  private mutating func readClock(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard let hour = Self.pair(text, start), hour < 24, start + 5 <= text.count,
      text[start + 2] == ASCII.colon, let minute = Self.pair(text, start + 3), minute < 60
    else { return false }
    var position = start + 5
    if position < text.count, text[position] == ASCII.colon {
      guard let second = Self.pair(text, position + 1), second < 60 else { return false }
      position += 3
    }
    clock = start..<position
    end = position
    guard clock.count == 8, position + 1 < text.count, text[position + 1].isDigit,
      text[position] == ASCII.dot || text[position] == ASCII.comma
    else { return true }
    position += 1
    while position < text.count, text[position].isDigit { position += 1 }
    fraction = end + 1..<position
    end = position
    return true
  }

  private mutating func readZone(_ text: Span<UInt8>) {
    if end < text.count, text[end] == ASCII.upperZ {
      end += 1
      return
    }
    var position = end
    if position < text.count, text[position] == ASCII.space { position += 1 }
    if text.has("UTC", at: position) || text.has("GMT", at: position) {
      end = position + 3
      return
    }
    guard position + 5 <= text.count,
      text[position] == ASCII.plus || text[position] == ASCII.minus,
      let hours = Self.pair(text, position + 1), hours < 24
    else { return }
    let colon = text[position + 3] == ASCII.colon ? 1 : 0
    guard let minutes = Self.pair(text, position + 3 + colon), minutes < 60 else { return }
    zone = (hours * 60 + minutes) * (text[position] == ASCII.minus ? -1 : 1)
    end = position + 5 + colon
  }

  private static func pair(_ text: Span<UInt8>, _ position: Int) -> Int? {
    guard position + 2 <= text.count, text[position].isDigit, text[position + 1].isDigit else {
      return nil
    }
    return Int(text[position] - ASCII.zero) * 10 + Int(text[position + 1] - ASCII.zero)
  }

  private static func month(_ text: Span<UInt8>, _ position: Int) -> Int? {
    months.firstIndex { text.has($0, at: position) }.map { $0 + 1 }
  }
}
