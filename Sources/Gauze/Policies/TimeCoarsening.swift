/// `coarsen-time`: a time in, the hour, day, month or year that it is in out (generalization).
///
/// A text is a `date-time` or a `full-date` of RFC 3339 and leaves in UTC, as
/// `2026-11-21T10:00:00Z`, `2026-11-21`, `2026-11` or `2026`, so that an offset tells nothing of where
/// somebody is. A number is a whole count of milliseconds since 1970-01-01T00:00:00Z and leaves as the
/// one at which its hour, day, month or year began. Anything else is *refused*: what is no time, a
/// mere date where the hour is asked for, a year before 0 or after 9999. Disclosure: the grain.
///
/// Parameter: `"hour"`, `"day"`, `"month"` or `"year"`.
///
/// Not caught: that a rare hour can tell who was at work; seconds since 1970 are taken for
/// milliseconds.
package struct TimeCoarsening: Sendable, Equatable {
  /// What is told of a time.
  package enum Grain: Sendable, CaseIterable {
    case hour
    case day
    case month
    case year

    /// Its word in the schema language.
    package var word: StaticString {
      switch self {
      case .hour: "hour"
      case .day: "day"
      case .month: "month"
      case .year: "year"
      }
    }
  }

  package var grain: Grain

  package init(_ grain: Grain) { self.grain = grain }

  /// Reads `"hour"`, `"day"`, `"month"` or `"year"`.
  package init?(_ parameters: JSONNode?, at offset: Int, _ faults: inout [SchemaFault]) {
    guard let parameters else {
      faults.append(SchemaFault(.badParameter, at: offset))
      return nil
    }
    guard let word = parameters.text(&faults, as: .badParameter) else { return nil }
    for grain in Grain.allCases where word.span.equals(grain.word) {
      self.grain = grain
      return
    }
    faults.append(SchemaFault(.badParameter, at: parameters.start))
    return nil
  }

  /// Adds the coarser time as JSON; false, and nothing added, if the value is none.
  package func append(
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    to output: inout ByteBuffer
  ) -> Bool {
    switch kind {
    case .text: return append(text: value, to: &output)
    case .number:
      guard let number = JSONNumber(value), let start = start(of: number) else { return false }
      output.append(NumberText(start).span)
      return true
    case .absent, .null, .boolean, .container: return false
    }
  }

  private func append(text: Span<UInt8>, to output: inout ByteBuffer) -> Bool {
    guard let time = CivilTime(text), grain != .hour || time.minutes != nil else { return false }
    let date = time.date
    output.append(ASCII.quote)
    Self.append(date.year, 4, &output)
    if grain != .year {
      output.append(ASCII.minus)
      Self.append(date.month, 2, &output)
    }
    if grain == .day || grain == .hour {
      output.append(ASCII.minus)
      Self.append(date.day, 2, &output)
    }
    if grain == .hour {
      output.append(ASCII.upperT)
      Self.append((time.minutes ?? 0) / 60, 2, &output)
      output.append(":00:00Z")
    }
    output.append(ASCII.quote)
    return true
  }

  /// Adds a number in so many digits.
  private static func append(_ number: Int64, _ length: Int, _ output: inout ByteBuffer) {
    var place: Int64 = length == 4 ? 1000 : 10
    while place > 0 {
      output.append(ASCII.zero + UInt8(truncatingIfNeeded: number / place % 10))
      place /= 10
    }
  }

  /// The milliseconds at which the hour, day, month or year of such milliseconds began.
  private func start(of number: JSONNumber) -> JSONNumber? {
    guard let milliseconds = number.shortInteger, let time = CivilTime(milliseconds: milliseconds)
    else { return nil }
    let date = time.date
    var days = time.days
    if grain == .month { days = CivilTime.day(year: date.year, month: date.month, day: 1) }
    if grain == .year { days = CivilTime.day(year: date.year, month: 1, day: 1) }
    let hour = grain == .hour ? (time.minutes ?? 0) / 60 : 0
    return JSONNumber(days &* CivilTime.millisecondsOfADay + hour &* 3_600_000)
  }

  /// Whether a text or a number as written is what `append` gives.
  package func isCoarse(_ value: Span<UInt8>, _ kind: TransformedKind) -> Bool {
    if kind == .number {
      guard let number = JSONNumber(value), let start = start(of: number) else { return false }
      return start == number && NumberText(start).span.equals(value)
    }
    switch grain {
    case .hour:
      return value.count == 20 && value[10] == ASCII.upperT && CivilTime(value) != nil
        && value.extracting(13..<20).equals(":00:00Z")
    case .day: return value.count == 10 && CivilTime(value) != nil
    case .month:
      guard value.count == 7, CivilTime.number(value, 0, 4) != nil, value[4] == ASCII.minus,
        let month = CivilTime.number(value, 5, 2)
      else { return false }
      return (1...12).contains(month)
    case .year: return value.count == 4 && CivilTime.number(value, 0, 4) != nil
    }
  }

  /// What it makes of the numbers that it may be handed.
  package func image(of numbers: NumberImage) -> NumberImage {
    var image = numbers
    image.isInteger = true
    image.isCoarse = true
    // It keeps order; an end that is no time is no end of times.
    image.minimum = numbers.minimum.flatMap { start(of: $0) }
    image.maximum = numbers.maximum.flatMap { start(of: $0) }
    return image
  }
}

extension JSONNumber {
  /// The whole number of at most 18 digits that it is, if it is one.
  package var shortInteger: Int64? {
    guard isInteger, exponent <= 18 else { return nil }
    var number: Int64 = 0
    var index = 0
    while index < exponent {
      number = number &* 10 + Int64(index < count ? digits[index] : 0)
      index += 1
    }
    return isNegative ? -number : number
  }
}

extension TimeCoarsening {
  /// Whether the time that `coarser` gives can be computed from this one. A mere date has no hour and is
  /// refused where the hour is asked for; so of texts that may be one, `day` tells more there.
  package func refines(_ coarser: TimeCoarsening, of domain: ValueDomain) -> Refinement {
    let order = Grain.allCases
    guard let own = order.firstIndex(of: grain), let other = order.firstIndex(of: coarser.grain),
      own <= other
    else { return .no }
    return Refinement(own == other || grain != .hour || domain.hasTimesOfDay)
  }
}
