#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A day of the calendar, in UTC.
package struct CivilDate: Sendable, Equatable {
  /// `YYYY-MM-DD`.
  package let text: String

  /// The day on which the process runs.
  package static var today: CivilDate { CivilDate(daysSince1970: Int(time(nil)) / 86_400) }

  /// The day so many days after 1970-01-01, none before that.
  package init(daysSince1970 days: Int) {
    // Counted from 0000-03-01, whose years end with the leap day: 400 of them have 146,097 days.
    let day = max(0, days) + 719_468
    let era = day / 146_097
    let inEra = day % 146_097
    let year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * year + year / 4 - year / 100)
    let month = (5 * inYear + 2) / 153
    let date = inYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
    text = "\(Self.padded(civilYear, 4))-\(Self.padded(civilMonth, 2))-\(Self.padded(date, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
