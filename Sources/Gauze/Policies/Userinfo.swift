// `scheme://user:password@host`, `user:password@tcp(host)`, `user/password@host`.

extension SecretReader {
  /// Where the authority of a URL begins, if `//`, also as `\/\/`, follows the colon at `position`.
  func authority(at position: Int) -> Int? {
    if stands("//", at: position + 1) { return position + 3 }
    return stands("\\/\\/", at: position + 1) ? position + 5 : nil
  }

  /// Masks the userinfo of the authority that begins at `start`: all that stands before its last `@`.
  ///
  /// A password may hold `/`, `?` and `#` that nobody encoded: if what stands before them is no host,
  /// the next `@` counts.
  mutating func userinfo(from start: Int, _ findings: inout [Finding]) -> Int {
    var end = start
    // The first colon, and the first one behind the last `@`.
    var (last, colon, port) = (-1, -1, -1)
    while end < text.count, isAuthorityByte(at: end) {
      if text[end] == ASCII.at { (last, port) = (end, -1) }
      if text[end] == ASCII.colon {
        if colon < 0 { colon = end }
        if port < 0 { port = end }
      }
      end += 1
    }
    let isParted =
      port <= max(start, last + 1) || text[max(start, last + 1)] == ASCII.leftBracket
      || isPort(port + 1..<end)
        && (last >= 0
          || !Userinfo.holdsSlash(in: text, user: start..<port, from: end, to: text.count))
    if !isParted { last = max(last, lateAt(from: end)) }
    guard last > start else { return start }
    guard isSecret(userinfo: start..<last, colon: colon < last ? colon : -1) else { return start }
    return mask(start, last, &findings)
  }

  private func isAuthorityByte(at position: Int) -> Bool {
    switch text[position] {
    case 0...ASCII.space, ASCII.delete, ASCII.slash, ASCII.question, ASCII.hash, ASCII.quote,
      ASCII.backtick:
      false
    case ASCII.apostrophe: !isFieldEnd(at: position + 1)
    case ASCII.less: placeholderLength(at: position) > 0
    case ASCII.backslash: self[position + 1] != ASCII.slash
    default: true
    }
  }

  private func isPort(_ range: Range<Int>) -> Bool {
    var end = range.lowerBound
    while end < range.upperBound, text[end].isDigit { end += 1 }
    return end == range.upperBound || !text[end].isWord && end > range.lowerBound
  }

  /// The last `@` of a password that holds signs which end an authority, at most `reach` further on.
  private func lateAt(from start: Int) -> Int {
    var (position, last) = (start, -1)
    while position < min(text.count, start + Self.reach), text[position] > ASCII.space,
      text[position] != ASCII.quote
    {
      if text[position] == ASCII.at { last = position }
      if last >= 0, text[position] == ASCII.slash || text[position] == ASCII.question { break }
      position += 1
    }
    return last
  }

  /// With a password, unless that holds nothing; without one, if the user looks like a token.
  private func isSecret(userinfo range: Range<Int>, colon: Int) -> Bool {
    if colon >= range.lowerBound, colon + 1 < range.upperBound {
      return !isHarmless(colon + 1..<range.upperBound, of: .strong, .none)
    }
    let end = colon > range.lowerBound ? colon : range.upperBound
    return !isHarmless(range.lowerBound..<end, of: .key, .none)
  }

  // MARK: Without a scheme

  /// `user:password@host` and Oracle's `user/password@host`, around the `@` at `position`.
  mutating func atSign(at position: Int, _ findings: inout [Finding]) -> Int {
    let next = self[position + 1]
    guard
      next.isWord || next == ASCII.leftBracket || next == ASCII.leftParenthesis
        || next == ASCII.slash
    else { return position + 1 }
    var start = position
    var (colon, slash) = (-1, -1)
    while start > edge, position - start < Self.reach, isUserByte(self[start - 1]) {
      start -= 1
      if self[start] == ASCII.colon { colon = start }
      if self[start] == ASCII.slash { slash = start }
    }
    // Where the reach ends inside a character, that character stays.
    while start < position, self[start].isContinuation { start += 1 }
    if colon > start, colon + 1 < position, isUser(start..<colon), authority(at: colon) == nil,
      !Self.labels.containsFolded(text, from: start, to: colon),
      isDataSource(at: position, password: colon + 1..<position)
    {
      return isHarmless(colon + 1..<position, of: .strong, .none)
        ? position + 1 : mask(start, position, &findings)
    }
    return oracle(at: position, from: start, slash, &findings)
  }

  private func isUserByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...ASCII.space, ASCII.delete, ASCII.quote, ASCII.apostrophe, ASCII.backtick, ASCII.less,
      ASCII.greater, ASCII.comma, ASCII.semicolon, ASCII.equals, ASCII.leftParenthesis,
      ASCII.rightParenthesis:
      false
    default: true
    }
  }

  private func isUser(_ range: Range<Int>) -> Bool {
    for position in range {
      let byte = text[position]
      guard byte.isWord || byte == ASCII.dot || byte == ASCII.minus || byte == ASCII.percent else {
        return false
      }
    }
    return true
  }

  /// Whether what follows the `@` is a data source's host: one with a protocol, a port or a path, or
  /// any host if the password looks like one.
  private func isDataSource(at position: Int, password: Range<Int>) -> Bool {
    var end = position + 1
    if self[end] == ASCII.leftBracket || self[end] == ASCII.leftParenthesis { return true }
    let isNumeric = self[end].isDigit
    var dots = 0
    while end - position < Self.reach,
      self[end].isWord || self[end] == ASCII.dot
        || self[end] == ASCII.minus
    {
      if self[end] == ASCII.dot { dots += 1 }
      end += 1
    }
    if isNumeric, dots != 3 { return false }
    if stands("sha256", at: position + 1) || stands("sha512", at: position + 1) { return false }
    if self[end] == ASCII.leftParenthesis { return true }
    if self[end] == ASCII.colon, self[end + 1].isDigit { return true }
    if self[end] == ASCII.slash, dots == 0 || self[end + 1].isWord { return true }
    for position in password where !text[position].isLetter && text[position] != ASCII.dot {
      return true
    }
    return false
  }

  /// `scott/tiger@orcl`, behind a program or driver that reads it, or before `//` or a listener's port.
  private mutating func oracle(
    at position: Int,
    from run: Int,
    _ slash: Int,
    _ findings: inout [Finding]
  ) -> Int {
    guard slash > run, slash + 1 < position else { return position + 1 }
    var start = slash
    while start > run, self[start - 1].isWord || self[start - 1] == ASCII.dollar { start -= 1 }
    guard start < slash, isOracle(at: position, from: start, run: run) else { return position + 1 }
    return isHarmless(slash + 1..<position, of: .strong, .none)
      ? position + 1 : mask(start, position, &findings)
  }

  private func isOracle(at position: Int, from start: Int, run: Int) -> Bool {
    if stands("//", at: position + 1) { return true }
    if start > run { return stands("thin:", at: start - 5) || stands("oci:", at: start - 4) }
    var end = position + 1
    while end - position < Self.reach,
      self[end].isWord || self[end] == ASCII.dot
        || self[end] == ASCII.minus
    {
      end += 1
    }
    if stands(":1521", at: end) { return true }
    guard before(start) == ASCII.space else { return false }
    var word = start - 1
    while word > edge, start - word < 16, self[word - 1].isLetter { word -= 1 }
    return Self.oraclePrograms.containsFolded(text, from: word, to: start - 1)
  }

  private static let oraclePrograms = WordTable(
    "sqlplus connect conn sqlldr exp imp expdp impdp rman sqlcl sql target auxiliary tnsping"
  )
  private static let labels = WordTable(
    """
    mailto to cc bcc from email e-mail mail user username login sender recipient address contact \
    xmpp sip sips acct author name by reply-to error at jdbc odbc npm pkg git workspace file docker image
    """
  )
}

/// What a user's name and a password look like where they are told from a host and its port.
enum Userinfo {
  private static let reach = 64

  /// Whether the number behind `user` is the first part of a password with a slash: the segment from
  /// `start` on holds a digit or a sign and then an `@` before a host, and `user` could be no host of
  /// several labels. An image's digest and a package's version are none.
  static func holdsSlash(
    in text: Span<UInt8>,
    user: Range<Int>,
    from start: Int,
    to end: Int
  ) -> Bool {
    guard start + 2 < end, text[start] == ASCII.slash,
      !locals.containsFolded(text, from: user.lowerBound, to: user.upperBound)
    else { return false }
    for position in user where text[position] == ASCII.dot || text[position] == ASCII.at {
      return false
    }
    var position = start + 1
    var isPlain = true
    while position < min(end, start + reach), text[position] != ASCII.at {
      let byte = text[position]
      if byte <= ASCII.space || byte == ASCII.slash || byte == ASCII.question || byte == ASCII.quote
      {
        return false
      }
      if !byte.isLetter, byte != ASCII.minus, byte != ASCII.dot, byte != ASCII.underscore {
        isPlain = false
      }
      position += 1
    }
    guard !isPlain, position > start + 1, position + 1 < min(end, start + reach),
      text[position + 1].isLetter
    else { return false }
    var host = position + 1
    while host < end, text[host].isAlphanumeric { host += 1 }
    return !digests.contains(text, from: position + 1, to: host)
  }

  private static let locals = WordTable("localhost registry nexus verdaccio artifactory")
  private static let digests = WordTable("sha256 sha384 sha512 latest next")
}
