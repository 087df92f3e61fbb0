// Days are counted from 1970-01-01 in the proleptic Gregorian calendar, years begin in March so that
// the day that leap years add comes last: 400 years have 146,097 days, and five months from March on
// have 153.
//
// Sums cannot pass a type's end: years have four digits, and milliseconds become days by a division
// first. Products of 64 bits say so by `&*`, as WebAssembly has no other without a library.

/// A moment to the minute in UTC, or a day, of the years 0 to 9999.
package struct CivilTime: Sendable, Equatable {
  /// Days since 1970-01-01.
  package private(set) var days: Int64
  /// Minutes of the day, in UTC; nil of a mere day.
  package private(set) var minutes: Int64?

  static let millisecondsOfADay: Int64 = 86_400_000
  private static let millisecondsOfAMinute: Int64 = 60_000
  private static let firstDay = day(year: 0, month: 1, day: 1)
  private static let lastDay = day(year: 9999, month: 12, day: 31)

  /// Reads a `date-time` or a `full-date` of RFC 3339 §5.6, with at most nine digits of a fraction.
  /// The offset is taken off; nil if that leads out of the years.
  package init?(_ text: Span<UInt8>) {
    guard let date = Self.date(text) else { return nil }
    days = date
    if text.count == 10 { return }
    guard text.count >= 20, text[10] | 0x20 == ASCII.lowerT, text[13] == ASCII.colon,
      text[16] == ASCII.colon, let hour = Self.number(text, 11, 2), hour < 24,
      let minute = Self.number(text, 14, 2), minute < 60,
      let second = Self.number(text, 17, 2), second < 61,
      let offset = Self.offset(text)
    else { return nil }
    var moment = hour &* 60 + minute - offset
    // An offset is less than a day.
    if moment < 0 {
      moment += 1440
      days -= 1
    } else if moment >= 1440 {
      moment -= 1440
      days += 1
    }
    minutes = moment
    guard days >= Self.firstDay, days <= Self.lastDay else { return nil }
  }

  /// The minute of so many milliseconds since 1970-01-01T00:00:00Z; nil outside the years.
  package init?(milliseconds: Int64) {
    days = Self.quotient(milliseconds, Self.millisecondsOfADay)
    guard days >= Self.firstDay, days <= Self.lastDay else { return nil }
    minutes = (milliseconds - days &* Self.millisecondsOfADay) / Self.millisecondsOfAMinute
  }

  /// The year, the month from 1 and the day from 1.
  package var date: (year: Int64, month: Int64, day: Int64) {
    let day = days + 719_468
    let era = Self.quotient(day, 146_097)
    let dayOfEra = day - era &* 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 &* year + year / 4 - year / 100)
    let month = (5 &* dayOfYear + 2) / 153
    let isNextYear = month >= 10
    return (
      year + era &* 400 + (isNextYear ? 1 : 0), isNextYear ? month - 9 : month + 3,
      dayOfYear - (153 &* month + 2) / 5 + 1
    )
  }

  /// The days from 1970-01-01 to a date.
  static func day(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = quotient(year, 400)
    let yearOfEra = year - era &* 400
    let dayOfYear = (153 &* (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra &* 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era &* 146_097 + dayOfEra - 719_468
  }

  /// The quotient, rounded down.
  private static func quotient(_ number: Int64, _ divisor: Int64) -> Int64 {
    number >= 0 ? number / divisor : -((-(number + 1)) / divisor) - 1
  }

  private static func date(_ text: Span<UInt8>) -> Int64? {
    guard text.count >= 10, text[4] == ASCII.minus, text[7] == ASCII.minus,
      let year = number(text, 0, 4), let month = number(text, 5, 2), (1...12).contains(month),
      let day = number(text, 8, 2), day >= 1
    else { return nil }
    let isLast = month == 12
    let next = Self.day(year: isLast ? year + 1 : year, month: isLast ? 1 : month + 1, day: 1)
    let date = Self.day(year: year, month: month, day: day)
    return date < next ? date : nil
  }

  /// The minutes by which the local time is ahead; nil if what follows the seconds is malformed.
  private static func offset(_ text: Span<UInt8>) -> Int64? {
    var position = 19
    if text[position] == ASCII.dot {
      position += 1
      let start = position
      while position < text.count, text[position].isDigit { position += 1 }
      guard (1...9).contains(position - start), position < text.count else { return nil }
    }
    if text[position] | 0x20 == ASCII.lowerZ { return position + 1 == text.count ? 0 : nil }
    guard text[position] == ASCII.plus || text[position] == ASCII.minus,
      position + 6 == text.count, text[position + 3] == ASCII.colon,
      let hours = number(text, position + 1, 2), hours < 24,
      let minutes = number(text, position + 4, 2), minutes < 60
    else { return nil }
    let offset = hours &* 60 + minutes
    return text[position] == ASCII.minus ? -offset : offset
  }

  /// The number in so many digits, or nil.
  static func number(_ text: Span<UInt8>, _ start: Int, _ length: Int) -> Int64? {
    guard start + length <= text.count else { return nil }
    var number: Int64 = 0
    for index in start..<start + length {
      guard text[index].isDigit else { return nil }
      number = number &* 10 + Int64(text[index] &- ASCII.zero)
    }
    return number
  }
}
