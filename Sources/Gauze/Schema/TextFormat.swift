/// The formats that a text may be held to.
package enum TextFormat: UInt8, Sendable, CaseIterable {
  /// RFC 9562: 8-4-4-4-12 hexadecimal digits in lower or upper case.
  case uuid
  /// RFC 3339 `date-time`, with at most nine digits of a fraction.
  case dateTime
  /// RFC 3339 `full-date`.
  case date
  /// One to five numbers of at most eight digits, with dots between.
  case version
  /// A letter or `_`, then letters, digits, `_`, `-` or `.`: loose.
  case identifier
  /// Hexadecimal digits: loose.
  case hex
  /// SemVer 2.0.0: loose, for its pre-release and build parts are free text.
  case semver
  /// RFC 5321 `Mailbox`, in ASCII: loose, and personal data by itself.
  case email
  /// 32 hexadecimal digits: 16 bytes, as of a nonce.
  case hex32
  /// 64 hexadecimal digits: 32 bytes.
  case hex64

  /// The format's word in the schema language.
  package var word: StaticString {
    switch self {
    case .uuid: "uuid"
    case .dateTime: "date-time"
    case .date: "date"
    case .version: "version"
    case .identifier: "identifier"
    case .hex: "hex"
    case .semver: "semver"
    case .email: "email"
    case .hex32: "hex-32"
    case .hex64: "hex-64"
    }
  }

  /// Whether the format alone closes a text: it leaves no room for a name.
  package var isStrict: Bool {
    switch self {
    case .uuid, .dateTime, .date, .version, .hex32, .hex64: true
    case .identifier, .hex, .semver, .email: false
    }
  }

  /// The class of data, as promises and `forbid` name it, that every text of the format is.
  package var className: StaticString? { self == .email ? "email" : nil }

  /// The format of that word.
  package static func named(_ word: Span<UInt8>) -> TextFormat? {
    for format in allCases where word.equals(format.word) { return format }
    return nil
  }

  /// Whether `text` has the format. Complexity: O(text).
  package func matches(_ text: Span<UInt8>) -> Bool {
    switch self {
    case .uuid: Self.isUUID(text)
    case .dateTime: Self.isDateTime(text)
    case .date: text.count == 10 && Self.isDate(text)
    case .version: Self.isVersion(text)
    case .identifier: Self.isIdentifier(text)
    case .hex: !text.isEmpty && text.allSatisfy { $0.isHexDigit }
    case .semver: Self.isSemVer(text)
    case .email: text.allSatisfy { $0 < 0x80 } && EmailGrammar.isAddress(text)
    case .hex32: text.count == 32 && text.allSatisfy { $0.isHexDigit }
    case .hex64: text.count == 64 && text.allSatisfy { $0.isHexDigit }
    }
  }

  private static func isUUID(_ text: Span<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for index in text.indices {
      let isDash = index == 8 || index == 13 || index == 18 || index == 23
      guard isDash ? text[index] == ASCII.minus : text[index].isHexDigit else { return false }
    }
    return true
  }

  /// The number in two digits, or nil.
  private static func pair(_ text: Span<UInt8>, at index: Int) -> Int? {
    guard index + 2 <= text.count, text[index].isDigit, text[index + 1].isDigit else { return nil }
    return Int(text[index] &- ASCII.zero) * 10 + Int(text[index + 1] &- ASCII.zero)
  }

  private static func isDate(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 10, let century = pair(text, at: 0), let year = pair(text, at: 2),
      text[4] == ASCII.minus, let month = pair(text, at: 5), text[7] == ASCII.minus,
      let day = pair(text, at: 8), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year != 0 || century % 4 == 0)
    let days =
      month == 2
      ? (isLeap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
    return day >= 1 && day <= days
  }

  private static func isDateTime(_ text: Span<UInt8>) -> Bool {
    guard isDate(text), text.count >= 20, text[10] | 0x20 == ASCII.lowerT,
      let hour = pair(text, at: 11), text[13] == ASCII.colon, let minute = pair(text, at: 14),
      text[16] == ASCII.colon, let second = pair(text, at: 17), hour < 24, minute < 60, second < 61
    else { return false }
    var position = 19
    if text[position] == ASCII.dot {
      position += 1
      let start = position
      while position < text.count, text[position].isDigit { position += 1 }
      guard (1...9).contains(position - start), position < text.count else { return false }
    }
    if text[position] | 0x20 == ASCII.lowerZ { return position + 1 == text.count }
    guard text[position] == ASCII.plus || text[position] == ASCII.minus,
      position + 6 == text.count, let hours = pair(text, at: position + 1),
      text[position + 3] == ASCII.colon, let minutes = pair(text, at: position + 4)
    else { return false }
    return hours < 24 && minutes < 60
  }

  private static func isVersion(_ text: Span<UInt8>) -> Bool {
    var parts = 1
    var digits = 0
    for index in text.indices {
      if text[index].isDigit {
        digits += 1
        guard digits <= 8 else { return false }
      } else {
        guard text[index] == ASCII.dot, digits > 0, parts < 5 else { return false }
        parts += 1
        digits = 0
      }
    }
    return digits > 0
  }

  private static func isIdentifier(_ text: Span<UInt8>) -> Bool {
    guard let first = text.first, first.isLetter || first == ASCII.underscore else { return false }
    return text.allSatisfy {
      $0.isAlphanumeric || $0 == ASCII.underscore || $0 == ASCII.minus || $0 == ASCII.dot
    }
  }

  /// SemVer 2.0.0 §2, §9 and §10.
  private static func isSemVer(_ text: Span<UInt8>) -> Bool {
    var position = 0
    for part in 0..<3 {
      if part > 0 {
        guard position < text.count, text[position] == ASCII.dot else { return false }
        position += 1
      }
      let start = position
      while position < text.count, text[position].isDigit { position += 1 }
      guard position > start, position == start + 1 || text[start] != ASCII.zero else {
        return false
      }
    }
    if position < text.count, text[position] == ASCII.minus {
      guard skipIdentifiers(text, &position, allowsLeadingZeros: false) else { return false }
    }
    if position < text.count, text[position] == ASCII.plus {
      guard skipIdentifiers(text, &position, allowsLeadingZeros: true) else { return false }
    }
    return position == text.count
  }

  /// Skips a sign and the dotted identifiers behind it.
  private static func skipIdentifiers(
    _ text: Span<UInt8>,
    _ position: inout Int,
    allowsLeadingZeros: Bool
  ) -> Bool {
    repeat {
      position += 1
      let start = position
      var isNumber = true
      while position < text.count, text[position].isAlphanumeric || text[position] == ASCII.minus {
        if !text[position].isDigit { isNumber = false }
        position += 1
      }
      guard position > start else { return false }
      if isNumber, !allowsLeadingZeros, position > start + 1, text[start] == ASCII.zero {
        return false
      }
    } while position < text.count && text[position] == ASCII.dot
    return true
  }
}
