extension CivilTime {
  /// Adds the moment so many milliseconds after 1970-01-01T00:00:00Z as a JSON string, as RFC 3339
  /// §5.6 has it in UTC: `"2026-05-01T09:30:00.250Z"`. Adds nothing and answers false before that
  /// moment and after the year 9999.
  static func append(milliseconds: Int64, to output: inout ByteBuffer) -> Bool {
    guard milliseconds >= 0, let time = CivilTime(milliseconds: milliseconds) else { return false }
    let date = time.date
    let minutes = time.minutes ?? 0
    // Of a day, so far below any type's end.
    let rest = milliseconds - time.days &* millisecondsOfADay - minutes &* 60_000
    output.append(ASCII.quote)
    append(date.year, 4, ASCII.minus, &output)
    append(date.month, 2, ASCII.minus, &output)
    append(date.day, 2, ASCII.upperT, &output)
    append(minutes / 60, 2, ASCII.colon, &output)
    append(minutes % 60, 2, ASCII.colon, &output)
    append(rest / 1000, 2, ASCII.dot, &output)
    append(rest % 1000, 3, ASCII.upperZ, &output)
    output.append(ASCII.quote)
    return true
  }

  /// Adds a number in so many digits and what stands behind it.
  private static func append(
    _ number: Int64,
    _ length: Int,
    _ end: UInt8,
    _ output: inout ByteBuffer
  ) {
    var place: Int64 = length == 4 ? 1000 : length == 3 ? 100 : 10
    while place > 0 {
      output.append(ASCII.zero + UInt8(truncatingIfNeeded: number / place % 10))
      place /= 10
    }
    output.append(end)
  }
}
