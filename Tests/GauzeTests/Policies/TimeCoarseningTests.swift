import Foundation
import Testing

import Gauze

@Suite struct TimeCoarseningTests {
  static func coarse(_ text: String, _ kind: TransformedKind, _ grain: TimeCoarsening.Grain)
    -> String?
  {
    var output = ByteBuffer()
    let coarsening = TimeCoarsening(grain)
    guard coarsening.append(Array(text.utf8).span, kind, to: &output) else { return nil }
    return output.bytes.shown
  }

  static func digits(_ number: Int?) -> String {
    let text = "\(number ?? 0)"
    return text.count < 2 ? "0\(text)" : text
  }

  static func day(_ parts: DateComponents) -> String {
    "\(parts.year ?? 0)-\(digits(parts.month))-\(digits(parts.day))"
  }

  @Test(arguments: TimeCoarsening.Grain.allCases) func agreesWithTheCalendarOfFoundation(
    grain: TimeCoarsening.Grain
  ) throws {
    let seed: UInt64 = 4201
    var random = SeededRandom(seed: seed)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for round in 0..<2_000 {
      // From 1900 to 2200: before 1582 Foundation's calendar is the Julian one.
      let seconds = Int.random(in: -2_208_988_800...7_258_118_399, using: &random)
      let date = Date(timeIntervalSince1970: TimeInterval(seconds))
      let parts = calendar.dateComponents([.year, .month, .day, .hour], from: date)
      var start = DateComponents()
      start.year = parts.year
      start.month = grain == .year ? 1 : parts.month
      start.day = grain == .year || grain == .month ? 1 : parts.day
      start.hour = grain == .hour ? parts.hour : 0
      let begun = try #require(calendar.date(from: start))
      let label: Comment = "seed \(seed) round \(round): \(seconds) to the \(grain.word)"
      let milliseconds = Int(begun.timeIntervalSince1970) * 1000
      let fraction = Int.random(in: 0...999, using: &random)
      #expect(
        Self.coarse("\(seconds * 1000 + fraction)", .number, grain) == "\(milliseconds)",
        label
      )
      // The same moment as a text with some offset.
      let offset = Int.random(in: -18 * 60...18 * 60, using: &random)
      var local = calendar
      local.timeZone = try #require(TimeZone(secondsFromGMT: offset * 60))
      let there = local.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: date
      )
      let text =
        Self.day(there) + "T" + Self.digits(there.hour) + ":" + Self.digits(there.minute) + ":"
        + Self.digits(there.second) + (offset < 0 ? "-" : "+") + Self.digits(abs(offset) / 60)
        + ":" + Self.digits(abs(offset) % 60)
      let day = Self.day(start)
      let expected =
        switch grain {
        case .hour: "\(day)T\(Self.digits(start.hour)):00:00Z"
        case .day: day
        case .month: String(day.prefix(7))
        case .year: String(day.prefix(4))
        }
      #expect(Self.coarse(text, .text, grain) == "\"\(expected)\"", "\(label): \(text)")
    }
  }

  @Test func everyDayFollowsTheOneBefore() {
    var last = CivilTime(milliseconds: -62_167_219_200_000)?.date
    #expect(last?.year == 0 && last?.month == 1 && last?.day == 1)
    for day in 1..<146_097 as Range<Int64> {
      let next = CivilTime(milliseconds: -62_167_219_200_000 + day * 86_400_000)?.date
      guard let date = next, let before = last else { break }
      let isNext =
        date.day == before.day + 1 && date.month == before.month && date.year == before.year
      let isFirst =
        date.day == 1 && before.day >= 28
        && (date.month == before.month + 1 && date.year == before.year
          || date.month == 1 && before.month == 12 && date.year == before.year + 1)
      guard isNext || isFirst else {
        Issue.record("\(before) is followed by \(date)")
        return
      }
      last = date
    }
    #expect(last?.year == 399 && last?.month == 12 && last?.day == 31)
  }
}
