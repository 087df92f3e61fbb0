// Passwords on command lines: `--password x`, and the short flags of programs that take one.

/// What the short flags of the program on the present command line mean.
enum CommandLineSecrets {
  enum Flag: UInt8, Sendable {
    case none
    /// `-p` holds a password, glued or not.
    case p
    /// `-P` does.
    case upperP
    /// `-a` does.
    case a
    /// `-u` and `-U` hold `user:password`.
    case user
    /// `-w` does.
    case w
    /// `-k` and `-K` do.
    case k
    /// `-p` does once `login` is said.
    case login
  }

  /// The flag that holds the password of the program between `start` and `end`.
  static func flag(_ text: Span<UInt8>, from start: Int, to end: Int) -> Flag? {
    if p.contains(text, from: start, to: end) { return .p }
    if upperP.contains(text, from: start, to: end) { return .upperP }
    if a.contains(text, from: start, to: end) { return .a }
    if user.contains(text, from: start, to: end) { return .user }
    if w.contains(text, from: start, to: end) { return .w }
    if k.contains(text, from: start, to: end) { return .k }
    return loginPrograms.contains(text, from: start, to: end) ? .login : nil
  }

  static let login = WordTable("login")
  private static let loginPrograms = WordTable(
    "docker podman az oc nerdctl buildah skopeo crane helm"
  )
  private static let p = WordTable(
    """
    mysql mysqldump mysqladmin mysqlimport mysqlcheck mysqlpump mysqlsh mysqlshow mysqlslap \
    mysqlbinlog mysqld_safe mariadb mycli xtrabackup mydumper myloader innobackupex sshpass mongo \
    mongosh mongodump mongorestore mongoexport mongoimport cqlsh 7z 7za influx snowsql vsql \
    useradd usermod psexec psexec64 paexec winexe winrm crackmapexec netexec nxc
    """
  )
  private static let upperP = WordTable(
    "sqlcmd bcp osql isql mosquitto_pub mosquitto_sub unzip zip tsql ipmitool ipmiutil bsqldb"
  )
  private static let a = WordTable("redis valkey keydb")
  private static let user = WordTable("curl lftp wget2 smbclient rpcclient")
  private static let k = WordTable("openssl")
  private static let w = WordTable("ldapsearch ldapmodify ldapadd ldapwhoami ldapdelete ldappasswd")
}

extension SecretReader {
  /// Reads the words up to `position` for the program whose flags stand there. Every byte is read
  /// once, and none if no flag asks.
  private mutating func noteCommand(upTo position: Int) {
    var word = commandEnd
    while word < position {
      let byte = text[word]
      if byte == ASCII.lineFeed || endsCommand(at: word) { command = .none }
      guard byte.isAlphanumeric else {
        word += 1
        continue
      }
      var end = word
      while end < position, text[end].isAlphanumeric || text[end] == ASCII.underscore { end += 1 }
      if let flag = CommandLineSecrets.flag(text, from: word, to: end) { command = flag }
      if command == .login, CommandLineSecrets.login.contains(text, from: word, to: end) {
        command = .p
      }
      word = end
    }
    commandEnd = max(commandEnd, position)
  }

  /// `;`, `|` or `&` before a blank or another.
  private func endsCommand(at position: Int) -> Bool {
    let byte = text[position]
    guard byte == ASCII.semicolon || byte == ASCII.bar || byte == ASCII.ampersand else {
      return byte == ASCII.backtick
    }
    return self[position + 1] == ASCII.space || self[position + 1] == byte
  }

  private static let letterP = ASCII.lowerN + 2
  private static let letterW = ASCII.lowerX - 1
  private static let letterK = ASCII.lowerL - 1

  /// An option whose hyphens stand at `start..<end`.
  mutating func option(from start: Int, to end: Int, _ findings: inout [Finding]) -> Int {
    let previous = before(start)
    guard
      previous <= ASCII.space
        || !previous.isWord && previous != ASCII.dot
          && previous != ASCII.rightParenthesis && previous != ASCII.greater
    else { return end }
    if end - start == 1, let next = shortOption(at: end, &findings) { return next }
    guard end - start <= 2, self[end].isLetter else { return end }
    var name = end
    while name < end + 48, self[name].isWord || self[name] == ASCII.minus || self[name] == ASCII.dot
    {
      name += 1
    }
    guard name - end >= 3, let value = argument(after: name) else { return end }
    let parts = NameParts(text, from: end, to: name)
    var weight = SensitiveName.weight(parts, word: 0)
    if Self.userOptions.contains(text, from: end, to: name) {
      noteCommand(upTo: start)
      return command == .user ? userArgument(at: value, &findings) ?? end : end
    }
    if weight == .faint, Self.passOptions.contains(text, from: end, to: name) { weight = .strong }
    guard weight != .none, weight != .cookie || !isDash(at: value) else { return end }
    return argument(at: value, weight, .option, &findings)
  }

  private static let userOptions = WordTable("user proxy-user")
  private static let passOptions = WordTable("pass auth pw")

  /// A short flag whose letter stands at `position`, if the command gives it a meaning.
  private mutating func shortOption(at position: Int, _ findings: inout [Finding]) -> Int? {
    switch self[position] | 0x20 {
    case Self.letterP, ASCII.lowerA, ASCII.lowerU, Self.letterW, Self.letterK:
      noteCommand(upTo: position)
    default: return nil
    }
    if command != .user, self[position] == ASCII.lowerU || self[position] == ASCII.lowerA,
      let value = argument(after: position + 1), isUserPair(at: value),
      self[position] == ASCII.lowerU || isPasswordLike(passwordRange(at: value))
    {
      return userArgument(at: value, &findings)
    }
    let isMeant =
      switch command {
      case .none, .login: false
      case .p: self[position] == Self.letterP
      case .upperP: self[position] == Self.letterP & ~0x20
      case .a: self[position] == ASCII.lowerA
      case .user: self[position] | 0x20 == ASCII.lowerU
      case .w: self[position] == Self.letterW
      case .k: self[position] | 0x20 == Self.letterK && self[position + 1] == ASCII.space
      }
    guard isMeant else { return nil }
    if command == .user {
      let value = argument(after: position + 1) ?? position + 1
      return userArgument(at: value, &findings)
    }
    if let value = argument(after: position + 1) {
      return argument(at: value, .strong, .option, &findings)
    }
    // `-phunter2`, but not `-port` and `-password`, which the long names know.
    guard !Self.longNames.contains(text, from: position, to: wordEnd(from: position)),
      position + 1 < text.count, !Self.isQuote(self[position + 1]) || quote(at: position + 1) != nil
    else { return nil }
    return argument(at: position + 1, .strong, .none, &findings)
  }

  private static let longNames = WordTable("password passwd pass port path print protocol username")

  /// Where the argument behind a flag that ends at `end` begins: behind blanks, or as the next item of
  /// a list in quotes.
  private func argument(after end: Int) -> Int? {
    var start = end
    if let quote = quote(at: start) {
      start += quote.length
      start = blankEnd(from: start)
      if self[start] == ASCII.comma { start = blankEnd(from: start + 1) }
      return self.quote(at: start) != nil ? start : nil
    }
    if self[start] == ASCII.comma { start += 1 }
    start = blankEnd(from: start)
    guard start > end, start < text.count, text[start] != ASCII.lineFeed else { return nil }
    return start
  }

  /// Whether `user:password` stands at `start`, as `-u` of an unknown program takes it; numbers are ids.
  private func isUserPair(at start: Int) -> Bool {
    let first = start + (quote(at: start)?.length ?? 0)
    guard self[first].isLetter || self[first] == ASCII.underscore else { return false }
    var colon = first + 1
    while colon < first + 64,
      self[colon].isWord || self[colon] == ASCII.dot || self[colon] == ASCII.minus
        || self[colon] == ASCII.at
    {
      colon += 1
    }
    guard self[colon] == ASCII.colon, self[colon + 1] > ASCII.space else { return false }
    // A URL, a drive, a package of a class.
    return self[colon + 1] != ASCII.slash && self[colon + 1] != ASCII.backslash
      && self[colon + 1] != ASCII.colon
  }

  /// What stands behind the first colon of the pair at `start`.
  private func passwordRange(at start: Int) -> Range<Int> {
    var colon = start
    while colon < start + Self.reach, self[colon] > ASCII.space, self[colon] != ASCII.colon {
      colon += 1
    }
    let end = bareEnd(from: min(colon + 1, text.count), limit: start + 2 * Self.reach)
    return min(colon + 1, end)..<end
  }

  private func isDash(at position: Int) -> Bool { self[position] == ASCII.minus }

  /// Masks the argument at `start`, unless another option stands there or it is harmless.
  private mutating func argument(
    at start: Int,
    _ weight: NameWeight,
    _ rule: ProseRule,
    _ findings: inout [Finding]
  ) -> Int {
    if let quote = quote(at: start) {
      let first = start + quote.length
      if isDash(at: first), self[first + 1] == ASCII.minus { return first }
      return quoted(from: first, in: quote, weight, .none, &findings)
    }
    if isDash(at: start), self[start + 1].isLetter || isDash(at: start + 1) { return start }
    return bare(from: start, weight, rule, &findings)
  }

  /// Masks `user:password` at `start`; nil if it is none.
  private mutating func userArgument(at start: Int, _ findings: inout [Finding]) -> Int? {
    var first = start
    let quote = quote(at: start)
    if let quote { first += quote.length }
    // Looked at to here, until a colon says that it is masked.
    let limit = first + 2 * Self.reach
    var end =
      if let quote { quotedEnd(from: first, in: quote, limit: limit) } else {
        bareEnd(from: first, limit: limit)
      }
    var colon = first
    while colon < min(end, first + Self.reach), text[colon] != ASCII.colon,
      text[colon] != ASCII.percent, text[colon] != ASCII.comma
    {
      colon += 1
    }
    guard colon < end, colon - first < Self.reach, colon > first || colon + 1 < end else {
      return nil
    }
    if colon + 1 == end { end = colon }
    let secret = colon + 1 < end ? colon + 1..<end : first..<end
    let weight: NameWeight = colon + 1 < end ? .strong : .key
    if isHarmless(secret, of: weight, .none) { return nil }
    if colon < end {
      end = if let quote { quotedEnd(from: first, in: quote) } else { bareEnd(from: first) }
    }
    return mask(first, end, &findings)
  }
}
