// A table whose first line names its columns: CSV, a database's client, a page in Markdown.
//
//     user,password,role        | user | token |        USER    PASSWORD
//     jane,hunter2,admin        |------|-------|        jane    hunter2
//          ^ second field       | jane | 7f3a… |
//
// The line of names is looked at once, and each row once; a row with another number of fields ends it.

/// Which columns of the present table are secrets.
struct ColumnTable {
  /// What parts the fields: a byte, or two blanks and more if it is a blank; NUL if there is no table.
  private(set) var separator: UInt8 = 0
  private var count = 0
  private var sensitive: UInt32 = 0

  /// Where the present row's secrets stand, in ascending order, and which of them is the next.
  private var starts = InlineArray<4, Int>(repeating: .max)
  private var ends = InlineArray<4, Int>(repeating: .max)
  private var next = 4
  private var hasBegun = false

  private static let longestHeader = 512
  private static let mostFields = 32

  /// Where the next secret of the present row begins; out of reach if there is none.
  private(set) var start = Int.max

  /// The next secret, which is passed.
  mutating func take() -> Range<Int> {
    let range = starts[next]..<max(ends[next], starts[next])
    next += 1
    start = next < 4 ? starts[next] : .max
    return range
  }

  /// Looks at the line that begins at `start`, which is not the first: a row of the present table, its
  /// rule, or a line of names. The first line is looked at only here, for without another it names
  /// nothing.
  mutating func read(_ text: Span<UInt8>, line start: Int) {
    (next, self.start) = (4, .max)
    guard start < text.count else { return }
    if !hasBegun {
      hasBegun = true
      header(text, from: 0)
    }
    if separator != 0 {
      if Self.isRule(text, from: start) { return }
      if row(text, from: start) { return }
      separator = 0
    }
    header(text, from: start)
  }

  // MARK: Names

  private mutating func header(_ text: Span<UInt8>, from start: Int) {
    var end = start
    let limit = start + min(text.count - start, Self.longestHeader)
    var (found, blanks, words): (UInt8, Int, Int) = (0, 0, 0)
    while end < limit {
      let byte = text[end]
      if byte.isLetter {
        blanks = 0
        while end < limit, text[end].isLetter { end &+= 1 }
        continue
      }
      if byte == ASCII.lineFeed { break }
      switch byte {
      case ASCII.comma, ASCII.bar, ASCII.tab, ASCII.semicolon:
        guard found == 0 || found == byte || found == ASCII.space else { return }
        found = byte
      case ASCII.space:
        blanks += 1
        words += 1
        if blanks > 1, found == 0 { found = ASCII.space }
        // Prose: no name of a column has more than three words.
        if found == 0, words > 3 { return }
      case ASCII.quote, ASCII.carriageReturn: break
      default: guard SensitiveName.isByte(byte) else { return }
      }
      if byte != ASCII.space { blanks = 0 }
      end += 1
    }
    guard found != 0, end + 1 < text.count, text[end] == ASCII.lineFeed else { return }
    var (fields, mask): (Int, UInt32) = (0, 0)
    var position = start
    while let field = Self.field(text, from: &position, to: end, by: found) {
      // Options and their help stand in columns too.
      guard fields < Self.mostFields, field.isEmpty || text[field.lowerBound] != ASCII.minus,
        found != ASCII.space || Self.words(text, field) == 1
      else { return }
      if field.count > 2, Self.words(text, field) < 4 {
        let parts = NameParts(text, from: field.lowerBound, to: field.upperBound)
        let weight = SensitiveName.weight(parts, word: 0)
        if weight.rawValue >= NameWeight.weak.rawValue { mask |= 1 << UInt32(fields) }
      }
      fields += 1
    }
    guard fields > 1, mask != 0 else { return }
    (separator, count, sensitive) = (found, fields, mask)
  }

  private static func words(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var words = 1
    for position in range where text[position] == ASCII.space { words += 1 }
    return words
  }

  // MARK: Rows

  private mutating func row(_ text: Span<UInt8>, from start: Int) -> Bool {
    var end = start
    while end < text.count, text[end] != ASCII.lineFeed { end += 1 }
    var (fields, found) = (0, 0)
    var position = start
    while let field = Self.field(text, from: &position, to: end, by: separator) {
      guard fields < count else { return false }
      if sensitive & 1 << UInt32(fields) != 0, found < 4, !field.isEmpty {
        starts[found] = field.lowerBound
        ends[found] = field.upperBound
        found += 1
      }
      fields += 1
    }
    guard fields == count else { return false }
    // What the row does not fill is out of reach.
    for index in found..<4 { (starts[index], ends[index]) = (.max, .max) }
    (next, self.start) = (0, starts[0])
    return true
  }

  /// The next field of the line that ends at `end`, without blanks and quotes around it; nil behind the
  /// last one. A bar at either end of a line is its border.
  private static func field(
    _ text: Span<UInt8>,
    from position: inout Int,
    to end: Int,
    by separator: UInt8
  ) -> Range<Int>? {
    guard position <= end else { return nil }
    var start = position
    while start < end, text[start] == ASCII.space { start += 1 }
    if separator == ASCII.bar, start < end, text[start] == ASCII.bar, isLineStart(text, position) {
      start += 1
    }
    if start >= end, separator == ASCII.bar || separator == ASCII.space { return nil }
    var stop = start
    var isQuoted = false
    while stop < end {
      let byte = text[stop]
      if byte == ASCII.quote, isQuoted || stop == start { isQuoted.toggle() }
      if !isQuoted {
        if byte == separator, byte != ASCII.space || stop + 1 < end && text[stop + 1] == byte {
          break
        }
      }
      stop += 1
    }
    position = stop + 1
    while start < stop, text[start] <= ASCII.space { start += 1 }
    while stop > start, text[stop - 1] <= ASCII.space { stop -= 1 }
    if stop - start > 1, text[start] == ASCII.quote, text[stop - 1] == ASCII.quote {
      return start + 1..<stop - 1
    }
    return start..<stop
  }

  private static func isLineStart(_ text: Span<UInt8>, _ position: Int) -> Bool {
    position == 0 || text[position - 1] == ASCII.lineFeed
  }

  /// Whether the line that begins at `start` is a table's rule: hyphens and what crosses them.
  static func isRule(_ text: Span<UInt8>, from start: Int) -> Bool {
    var (end, hyphens) = (start, 0)
    while end < text.count, text[end] != ASCII.lineFeed {
      switch text[end] {
      case ASCII.minus, ASCII.equals: hyphens += 1
      case ASCII.bar, ASCII.plus, ASCII.colon, ASCII.space, ASCII.carriageReturn: break
      // `─`, `│`, `├`, `┼`, `═` and the like: U+2500 to U+257F.
      case 0xE2, 0x94, 0x95, 0x80...0xBF: hyphens += 1
      default: return false
      }
      end += 1
    }
    return hyphens > 2
  }
}
