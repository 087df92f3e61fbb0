// Pairs of a user and a password that no sign but a word announces: `login jane:hunter2`,
// `user=jane:hunter2`, `AUTH hunter2`, `net use … /user:jane hunter2`.

extension SecretReader {
  // MARK: user:password

  /// `jane:hunter2` behind a word that brings credentials; the password must look like one, because
  /// `user=jane:admin` names a role.
  func credentials(of name: PairName, _ separator: PairSeparator) -> Range<Int>? {
    guard !name.isQuoted, name.end + 1 == separator.after, text[separator.after - 1] == ASCII.colon,
      self[separator.after].isWord
    else { return nil }
    if before(name.start) == ASCII.slash { return userOption(name, after: separator.after) }
    guard isAnnouncedUser(name) else { return nil }
    let end = bareEnd(from: separator.after, limit: separator.after + 2 * Self.reach)
    guard end > separator.after, end < separator.after + Self.reach else { return nil }
    for position in separator.after..<end where text[position] == ASCII.colon { return nil }
    guard isPasswordLike(separator.after..<end) else { return nil }
    return name.start..<end
  }

  /// Whether a word that brings a user stands before the name, with `=`, `:` or a blank between.
  private func isAnnouncedUser(_ name: PairName) -> Bool {
    var end = name.start
    while end > edge, name.start - end < 3, isUserGap(self[end - 1]) { end -= 1 }
    guard end < name.start else { return false }
    var start = end
    while start > edge, end - start < 16, self[start - 1].isLetter { start -= 1 }
    guard Self.announcing.containsFolded(text, from: start, to: end) else { return false }
    return !Self.roles.containsFolded(text, from: name.start, to: name.end)
  }

  private func isUserGap(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.equals || byte == ASCII.colon || byte == ASCII.quote
      || byte == ASCII.apostrophe || byte == ASCII.leftParenthesis
  }

  /// `Login: jane / hunter2` and `login: jane/hunter2`; the password must look like one.
  func login(of name: PairName, _ separator: PairSeparator) -> Range<Int>? {
    guard Self.logins.containsFolded(text, from: name.start, to: name.end) else { return nil }
    return login(from: blankEnd(from: separator.after))
  }

  /// `jane / hunter2` at `start`.
  func login(from start: Int) -> Range<Int>? {
    var end = start
    while end < start + 64,
      self[end].isWord || self[end] == ASCII.dot || self[end] == ASCII.minus
        || self[end] == ASCII.at
    {
      end += 1
    }
    let slash = self[end] == ASCII.space ? end + 1 : end
    guard end > start, self[slash] == ASCII.slash, slash == end || self[slash + 1] == ASCII.space
    else { return nil }
    let first = slash > end ? slash + 2 : slash + 1
    let stop = bareEnd(from: first, limit: first + Self.reach)
    return stop > first && isPasswordLike(first..<stop) ? start..<stop : nil
  }

  /// A letter and a digit or a sign among at least six bytes.
  func isPasswordLike(_ range: Range<Int>) -> Bool {
    guard range.count >= 6 else { return false }
    var (digits, letters) = (0, 0)
    for position in range {
      let byte = text[position]
      if byte.isDigit { digits += 1 } else if byte.isLetter { letters += 1 }
      if byte == ASCII.slash || byte == ASCII.equals || byte == ASCII.leftParenthesis {
        return false
      }
    }
    return digits > 0 && letters > 0
      && !Prose.technical.containsFolded(text, from: range.lowerBound, to: range.upperBound)
  }

  /// `/user:jane hunter2`: the word behind Windows' option; `/p:hunter2` of a remote desktop.
  private func userOption(_ name: PairName, after start: Int) -> Range<Int>? {
    if name.end - name.start == 1, self[name.start] | 0x20 == ASCII.upperP | 0x20,
      before(name.start - 1) == ASCII.space
    {
      let end = bareEnd(from: start, limit: start + Self.reach)
      return end > start && isPasswordLike(start..<end) ? start..<end : nil
    }
    guard Self.user.containsFolded(text, from: name.start, to: name.end) else { return nil }
    var end = start
    while end < start + Self.reach, text.count > end, text[end] > ASCII.space { end += 1 }
    guard self[end] == ASCII.space else { return nil }
    let secret = end + 1..<max(bareEnd(from: end + 1, limit: end + Self.reach), end + 1)
    return isPasswordLike(secret) ? secret : nil
  }

  /// The last field of a line of PostgreSQL's password file: `db:5432:prod:jane:hunter2`. `start` is
  /// behind the first colon.
  func passwordField(from start: Int) -> Range<Int>? {
    var position = start
    while position < start + 5, self[position].isDigit { position += 1 }
    if position == start, self[position] == ASCII.asterisk { position += 1 }
    guard position > start + 1 || self[start] == ASCII.asterisk, self[position] == ASCII.colon
    else { return nil }
    for _ in 0..<2 {
      let field = position + 1
      position = field
      while position < field + 64,
        self[position].isWord || self[position] == ASCII.minus || self[position] == ASCII.asterisk
      {
        position += 1
      }
      guard position > field, self[position] == ASCII.colon else { return nil }
    }
    let end = bareEnd(from: position + 1, limit: position + Self.reach)
    guard end > position + 1 else { return nil }
    for place in position + 1..<end where text[place] == ASCII.colon { return nil }
    return isPasswordLike(position + 1..<end) ? position + 1..<end : nil
  }

  /// `net user jane hunter2`: Windows' command to set a password.
  func netUserArgument(at position: Int) -> Range<Int>? {
    guard stands("net user ", at: position) else { return nil }
    var end = position + 9
    while end < position + Self.reach, self[end].isWord || self[end] == ASCII.dot { end += 1 }
    guard end > position + 9, self[end] == ASCII.space else { return nil }
    let stop = bareEnd(from: end + 1, limit: end + Self.reach)
    return stop > end + 1 && isPasswordLike(end + 1..<stop) ? end + 1..<stop : nil
  }

  // MARK: AUTH

  /// `AUTH hunter2` and `AUTH jane hunter2` of Redis, `AUTH PLAIN amFuZQ==` of mail servers.
  func authArgument(at position: Int) -> Range<Int>? {
    guard stands("AUTH ", at: position) else { return nil }
    let first = position + 5
    let end = bareEnd(from: first, limit: first + Self.reach)
    if end > first, isPasswordLike(first..<end), !isMechanism(first..<end) { return first..<end }
    guard end > first, self[end] == ASCII.space else { return nil }
    let second = bareEnd(from: end + 1, limit: end + Self.reach)
    let secret = end + 1..<second
    guard !isMechanism(secret) else { return nil }
    guard isMechanism(first..<end) ? isBase64(secret) : isPasswordLike(secret) else { return nil }
    return secret
  }

  /// At least eight digits of Base64, of both cases or with padding.
  private func isBase64(_ range: Range<Int>) -> Bool {
    guard range.count >= 8 else { return false }
    var (capitals, small) = (0, 0)
    for position in range {
      guard TokenAlphabet.base64.contains(text[position]) else { return false }
      if text[position].isUppercase { capitals += 1 }
      if text[position].isLowercase { small += 1 }
    }
    return capitals > 0 && small > 0
  }

  func isMechanism(_ range: Range<Int>) -> Bool {
    Self.mechanisms.contains(text, from: range.lowerBound, to: range.upperBound)
  }

  private static let announcing = WordTable(
    """
    user username login auth authentication credential credentials userpass userpwd account as attempt \
    attempts userinfo
    """
  )
  private static let logins = WordTable(
    "login logon account credentials creds access user username"
  )
  private static let roles = WordTable(
    """
    system role roles arn urn group groups uid gid http https tcp udp node service sha sha1 sha256 md5 \
    failed error ok success invalid unknown
    """
  )
  private static let user = WordTable("user")
  private static let mechanisms = WordTable(
    """
    PLAIN LOGIN CRAM-MD5 DIGEST-MD5 XOAUTH2 OAUTHBEARER NTLM GSSAPI EXTERNAL ANONYMOUS SCRAM-SHA-1 \
    SCRAM-SHA-256 SCRAM-SHA-512 TLS SSL
    """
  )
}
