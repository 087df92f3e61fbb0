// Passwords that a program takes by their place, not behind an option's name: `htpasswd -b file jane
// hunter2`; and the options of Windows' scheduler, which begin with a slash.

extension SecretReader {
  /// The password that the program or option at `position` takes.
  func commandArgument(at position: Int) -> Range<Int>? {
    switch self[position] | 0x20 {
    case Self.letterH where stands("htpasswd ", at: position):
      return htpasswdArgument(from: position + 9)
    case Self.letterC where stands("ConvertTo-SecureString ", at: position):
      var start = blankEnd(from: position + 23)
      if stands("-String ", at: start) { start = blankEnd(from: start + 8) }
      return quote(at: start) == nil ? nil : argumentSecret(at: start)
    case Self.letterC where stands("construct(", at: position):
      return sourceArguments(from: position + 10)
    case ASCII.lowerN + 2 where stands("PDO(", at: position):
      return sourceArguments(from: position + 4)
    case ASCII.lowerR, ASCII.lowerN + 2:
      guard before(position) == ASCII.slash, self[position - 2] == ASCII.space else { return nil }
      return schedulerArgument(at: position)
    default: return nil
    }
  }

  /// The account and the password behind a data source in a call's arguments: `'mysql:host=db', 'jane',
  /// 'hunter2'`. `end` is behind the first quote.
  private func sourceArguments(after end: Int) -> Range<Int>? {
    var position = end
    var first: Int?
    var last = end
    for _ in 0..<2 {
      guard self[position] == ASCII.comma else { break }
      let start = blankEnd(from: position + 1)
      guard let quote = quote(at: start) else { break }
      let content = start + quote.length
      let close = quotedEnd(from: content, in: quote, limit: content + Self.reach)
      guard close < content + Self.reach, self.quote(at: close) != nil else { break }
      first = first ?? content
      last = close
      position = close + quote.length
    }
    guard let first, last > first, !isHarmless(first..<last, of: .strong, .none) else { return nil }
    return first..<last
  }

  /// The arguments behind a data source of PHP's that begins at `start`: `'mysql:host=db'`.
  private func sourceArguments(from start: Int) -> Range<Int>? {
    guard let quote = quote(at: start) else { return nil }
    let content = start + quote.length
    let scheme = wordEnd(from: content)
    guard self[scheme] == ASCII.colon,
      Self.sourceSchemes.contains(text, from: content, to: scheme)
    else { return nil }
    let close = quotedEnd(from: content, in: quote, limit: content + 2 * Self.reach)
    guard close < content + 2 * Self.reach, self.quote(at: close) != nil else { return nil }
    return sourceArguments(after: close + quote.length)
  }

  /// The last of `file user password`, or of `user password` with `-n`, if `-b` says that it is there.
  private func htpasswdArgument(from start: Int) -> Range<Int>? {
    var position = blankEnd(from: start)
    var (isBatch, prints) = (false, false)
    for _ in 0..<6 where self[position] == ASCII.minus {
      var takesNumber = false
      position += 1
      while self[position].isLetter {
        switch self[position] {
        case ASCII.lowerB: isBatch = true
        case ASCII.lowerN: prints = true
        case ASCII.upperA + 2, ASCII.lowerR: takesNumber = true
        default: break
        }
        position += 1
      }
      position = blankEnd(from: position)
      if takesNumber { position = blankEnd(from: argumentEnd(from: position)) }
    }
    guard isBatch else { return nil }
    for _ in 0..<(prints ? 1 : 2) {
      let end = argumentEnd(from: position)
      guard end > position, self[end] == ASCII.space else { return nil }
      position = blankEnd(from: end)
    }
    return argumentSecret(at: position)
  }

  /// The end of a file's or an account's name; what is skipped must be able to be one.
  private func argumentEnd(from start: Int) -> Int {
    var end = start
    while end < start + Self.reach,
      SensitiveName.isByte(self[end]) || self[end] == ASCII.slash || self[end] == ASCII.tilde
    {
      end += 1
    }
    return end
  }

  /// `/rp hunter2` and `/p hunter2` behind `schtasks`, which stands at most 256 bytes before.
  private func schedulerArgument(at position: Int) -> Range<Int>? {
    let end = wordEnd(from: position)
    guard self[end] == ASCII.space,
      Self.schedulerOptions.containsFolded(text, from: position, to: end)
    else { return nil }
    var start = position
    while start > edge, position - start < 256, self[start - 1] != ASCII.lineFeed {
      start -= 1
      if self[start] | 0x20 == ASCII.lowerS,
        Self.scheduler.containsFolded(text, from: start, to: start + 8)
      {
        let next = blankEnd(from: end)
        return self[next] == ASCII.slash ? nil : argumentSecret(at: next)
      }
    }
    return nil
  }

  /// The word or the quoted words at `start`, unless it holds nothing.
  private func argumentSecret(at start: Int) -> Range<Int>? {
    var value = start..<start
    if let quote = quote(at: start) {
      let first = start + quote.length
      value = first..<max(quotedEnd(from: first, in: quote, limit: first + Self.reach), first)
    } else if start < text.count {
      value = start..<max(bareEnd(from: start, limit: start + 2 * Self.reach), start)
    }
    return isHarmless(value, of: .strong, .none) ? nil : value
  }

  private static let sourceSchemes = WordTable(
    "mysql pgsql sqlsrv oci odbc dblib firebird ibm informix mssql sybase"
  )
  private static let letterC = ASCII.lowerA + 2
  private static let letterH = ASCII.lowerA + 7
  private static let schedulerOptions = WordTable("rp p")
  private static let scheduler = WordTable("schtasks")
}
