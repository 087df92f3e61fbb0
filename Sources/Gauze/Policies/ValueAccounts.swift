// The account beside a password. A password names what it opens: in one list of settings the account
// goes with it, whichever comes first.
//
//     Server=db;User Id=svc_x;Password=hunter2;Encrypt=true
//               ^ account     ^ password within the same list
//
// A list is made of `name=value` fields with blanks, line ends, `;`, `,` or `&` between, and nothing
// else. It is followed for a bounded length, from the account on or from behind the last password.

extension SecretReader {
  /// How far a list is followed.
  private static var listReach: Int { 2 * reach }

  /// Masks the value of an account's name if a password stands in the same list; nil if it stays.
  mutating func account(
    _ name: PairName,
    _ separator: PairSeparator,
    _ findings: inout [Finding]
  ) -> Int? {
    guard !separator.isColon, !separator.isComparison, isAccount(name) else { return nil }
    let value = fieldValue(from: separator.after, limit: separator.after + Self.reach)
    guard value.content.count < Self.reach, !isHarmless(value.content, of: .strong, .none),
      isListed(name) || holdsPassword(from: value.end)
    else { return nil }
    return mask(value.content.lowerBound, value.content.upperBound, &findings)
  }

  /// Notes that the value of `name` was masked, if it is a password's. `PWD=/home/jane` is a directory.
  mutating func notePassword(_ name: PairName, _ separator: PairSeparator) {
    guard !separator.isColon, isPassword(name.start, name.end),
      self[blankEnd(from: separator.after)] != ASCII.slash
    else { return }
    passwordEnd = edge
  }

  // MARK: Names

  /// `user`, `dbUser`, `User Id`: the last parts say it.
  private func isAccount(_ name: PairName) -> Bool {
    switch text[name.end - 1] | 0x20 {
    case Self.letterD, Self.letterE, ASCII.lowerN, ASCII.lowerR: break
    default: return false
    }
    var start = name.start
    if start - 2 > edge, self[start - 1] == ASCII.space, self[start - 2].isLetter {
      start -= 1
      while start > edge, name.end - start < 24, self[start - 1].isLetter { start -= 1 }
    }
    let parts = NameParts(text, from: start, to: name.end)
    let last = parts.count - 1
    return parts.stands(in: Self.accounts, from: last, through: last)
      || parts.stands(in: Self.accounts, from: last - 1, through: last)
      || last >= 0 && parts.ends(last, with: "username")
  }

  private func isPassword(_ start: Int, _ end: Int) -> Bool {
    let parts = NameParts(text, from: start, to: end)
    let last = parts.count - 1
    return last >= 0
      && (parts.stands(in: Self.passwordNames, from: last, through: last)
        || last > 0 && parts.stands(in: Self.accountKeys, from: last - 1, through: last)
        || parts.ends(last, with: "password") || parts.ends(last, with: "passwd"))
  }

  // MARK: Lists

  /// Whether a list that began behind the last password holds the field of that name.
  private func isListed(_ name: PairName) -> Bool {
    guard passwordEnd > 0, name.start - passwordEnd < Self.listReach else { return false }
    var end = passwordEnd
    if let quote = quote(at: end) { end += quote.length }
    while let field = field(from: end, limit: name.end + 1), field.name.upperBound <= name.end {
      if field.name.upperBound == name.end { return true }
      end = fieldValue(from: field.value, limit: name.end).end
    }
    return false
  }

  /// Whether one of the fields that follow the value that ends at `start` holds a password.
  private func holdsPassword(from start: Int) -> Bool {
    let limit = min(start + Self.listReach, text.count)
    var end = start
    while let field = field(from: end, limit: limit) {
      let value = fieldValue(from: field.value, limit: limit)
      if isPassword(field.name.lowerBound, field.name.upperBound) {
        return !isHarmless(value.content, of: .strong, .none)
          && self[value.content.lowerBound] != ASCII.slash
      }
      end = value.end
    }
    return false
  }

  /// The next field of a list: its name, and where its value begins.
  private func field(from end: Int, limit: Int) -> (name: Range<Int>, value: Int)? {
    var start = end
    while start < limit, isFieldGap(at: start) { start += gapLength(at: start) }
    guard start > end else { return nil }
    // Up to three words: `Persist Security Info`.
    var position = start
    var words = 0
    while position < limit, position - start < 48 {
      if SensitiveName.isByte(text[position]) {
        position += 1
      } else if text[position] == ASCII.space, words < 2, self[position + 1].isLetter {
        words += 1
        position += 1
      } else {
        break
      }
    }
    guard position > start else { return nil }
    let equals = blankEnd(from: position)
    guard equals < limit, equals - position < 4, text[equals] == ASCII.equals,
      self[equals + 1] != ASCII.equals, self[equals + 1] != ASCII.greater
    else { return nil }
    return (start..<position, equals + 1)
  }

  private func isFieldGap(at position: Int) -> Bool {
    switch self[position] {
    case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn, ASCII.semicolon, ASCII.comma,
      ASCII.ampersand:
      true
    case ASCII.backslash: self[position + 1] == ASCII.lowerN || self[position + 1] == ASCII.lowerR
    default: false
    }
  }

  private func gapLength(at position: Int) -> Int {
    if text[position] == ASCII.backslash { return 2 }
    return text[position] == ASCII.ampersand && stands("amp;", at: position + 1) ? 5 : 1
  }

  /// The value that begins at `start`, behind blanks and without its quotes or braces, and where it
  /// ends with them.
  private func fieldValue(from start: Int, limit: Int) -> (content: Range<Int>, end: Int) {
    var start = start
    while start < limit, self[start] == ASCII.space { start += 1 }
    if let quote = quote(at: start) {
      let first = start + quote.length
      let end = max(quotedEnd(from: first, in: quote, limit: limit), first)
      let isClosed = self.quote(at: end) != nil
      return (first..<end, isClosed ? min(end + quote.length, text.count) : end)
    }
    if self[start] == ASCII.leftBrace {
      var end = start
      while end < limit, end < text.count, text[end] != ASCII.rightBrace { end += 1 }
      if end < limit, self[end] == ASCII.rightBrace { end += 1 }
      return (start..<end, end)
    }
    let end = max(bareEnd(from: start, limit: limit), start)
    return (start..<end, end)
  }

  private static let letterD = ASCII.lowerA + 3
  private static let letterE = ASCII.lowerA + 4
  private static let accounts = WordTable(
    "accountname user username userid uid usr login loginname loginid pguser dbuser dbusername"
  )
  private static let accountKeys = WordTable("accountkey accesskey")
  private static let passwordNames = WordTable(
    """
    password passwords passwd pwd pass pw passphrase passcode passwort kennwort pgpassword mysqlpwd \
    userpass userpwd dbpass dbpassword
    """
  )
}
