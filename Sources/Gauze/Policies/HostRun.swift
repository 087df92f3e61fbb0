/// Labels joined by single dots, as host names, file names, numbers and qualified names all are. A label
/// is of letters, digits, hyphens and underscores, and of letters of two-byte scripts.
struct HostRun {
  let start: Int
  private(set) var end: Int
  private(set) var labels = 1
  private(set) var firstEnd: Int
  /// Where the last label begins, and the one before it.
  private(set) var lastStart: Int
  private(set) var priorStart: Int
  private(set) var hasDigit = false
  private(set) var hasUnderscore = false
  /// Whether a label other than the last holds a hyphen or a digit, as machines' names do.
  private(set) var hasMark = false
  /// Whether a capital follows a small letter, as in names of code.
  private(set) var hasCamel = false
  /// Whether every label is a number.
  private(set) var isNumeric = true

  /// The run that begins at `start`, where a label does.
  init(in text: borrowing EdgedText, at start: Int, before limit: Int) {
    self.start = start
    end = start
    firstEnd = start
    lastStart = start
    priorStart = start
    var isMarked = false
    while end < limit {
      // Small letters, of which most runs are.
      if text[end].isLowercase {
        isNumeric = false
        end += 1
        continue
      }
      if text[end] == ASCII.dot {
        guard end + 1 < limit, Self.labelWidth(in: text, at: end + 1) > 0 else { break }
        if labels == 1 { firstEnd = end }
        hasMark = hasMark || isMarked
        labels += 1
        end += 1
        priorStart = lastStart
        lastStart = end
        continue
      }
      let width = Self.labelWidth(in: text, at: end)
      guard width > 0 else { break }
      isMarked = note(text[end], after: text[end - 1]) || isMarked
      end += width
    }
    if labels == 1 {
      firstEnd = end
      hasMark = isMarked
    }
  }

  /// Notes one byte of a label; whether it is a hyphen or a digit.
  private mutating func note(_ byte: UInt8, after before: UInt8) -> Bool {
    if byte.isDigit {
      hasDigit = true
      return true
    }
    isNumeric = false
    if byte == ASCII.underscore { hasUnderscore = true }
    if byte.isUppercase, before.isLowercase { hasCamel = true }
    return byte == ASCII.minus
  }

  /// How many bytes of a label begin at `position`; 0 if none do.
  static func labelWidth(in text: borrowing EdgedText, at position: Int) -> Int {
    let byte = text[position]
    if byte.isAlphanumeric || byte == ASCII.minus || byte == ASCII.underscore { return 1 }
    // U+00C0 to U+07FF, without the signs of multiplication and division.
    guard byte >= 0xC3, byte <= 0xDF, text[position + 1].isContinuation else { return 0 }
    return byte == 0xC3 && text[position + 1] & 0xDF == 0x97 ? 0 : 2
  }
}
