// Secrets that source code hands to a call by their place: `login("jane", "hunter2")`,
// `setPassword("hunter2")`, and the commands of protocols that do the same: `PASS hunter2`.

extension SecretReader {
  /// `setPassword("hunter2")`, at the bracket: the name of the call is sensitive, and its argument no
  /// words.
  mutating func call(at position: Int, _ findings: inout [Finding]) -> Int {
    guard before(position).isWord, let quote = quote(at: position + 1) else { return position + 1 }
    var start = position
    while start > edge, position - start < 64, self[start - 1].isWord { start -= 1 }
    let parts = NameParts(text, from: start, to: position)
    guard SensitiveName.weight(parts, word: 0) == .strong,
      !parts.stands(in: Self.readingVerbs, from: 0, through: 0)
    else { return position + 1 }
    let first = position + 1 + quote.length
    let end = quotedEnd(from: first, in: quote, limit: first + 2 * Self.reach)
    guard !isLabel(first..<end), !isWords(first..<end),
      self[end + quote.length] == ASCII.rightParenthesis
    else { return position + 1 }
    return quoted(from: first, in: quote, .strong, .quoted, &findings)
  }

  /// The last argument of a call that takes an account and its password, if it looks like one; `start`
  /// is where its quote stands, and the comma before it is at `position`.
  mutating func account(
    before position: Int,
    value start: Int,
    in quote: Quote,
    _ findings: inout [Finding]
  ) -> Int {
    let first = start + quote.length
    let end = quotedEnd(from: first, in: quote, limit: first + Self.reach)
    guard end > first, end < first + Self.reach, isPasswordLike(first..<end),
      self[end + quote.length] == ASCII.rightParenthesis
    else { return position + 1 }
    var open = position
    while open > edge, position - open < 2 * Self.reach, self[open - 1] != ASCII.lineFeed,
      self[open - 1] != ASCII.leftParenthesis, self[open - 1] != ASCII.rightParenthesis
    {
      open -= 1
    }
    guard before(open) == ASCII.leftParenthesis else { return position + 1 }
    var name = open - 1
    while name > edge, open - name < 64, self[name - 1].isWord { name -= 1 }
    guard Self.callsOfAccounts.containsFolded(text, from: name, to: open - 1) else {
      return position + 1
    }
    return mask(first, end, &findings)
  }

  private static let readingVerbs = WordTable(
    "get find read load fetch has is translate t label text by input describe it test"
  )
  private static let callsOfAccounts = WordTable(
    """
    login log_in signin sign_in logon auth authenticate connect getconnection get_connection \
    networkcredential pscredential credential credentials basicauth basic_auth httpbasicauth \
    httpdigestauth setbasicauth set_basic_auth withbasicauth setcredentials set_credentials \
    usernamepasswordcredentials usernamepasswordauthenticationtoken usernamepassword userinfo \
    userpassword passwordauthentication plain plainauth mysqli mysql_connect mysqli_connect \
    pg_connect ftp_login ldap_bind simple_bind simple_bind_s bind authorization createconnection \
    adduser createuser create_user create_superuser
    """
  )

  // MARK: Protocols

  /// `PASS hunter2` behind `USER jane` or a prompt, of FTP and of mail's protocols, and `LOGIN jane
  /// hunter2` of IMAP; nothing else stands on the line.
  func protocolArgument(at position: Int) -> Range<Int>? {
    guard self[position + 1] == ASCII.upperA || self[position + 1] | 0x20 == ASCII.lowerN + 1 else {
      return nil
    }
    if stands("PASS ", at: position) {
      guard followsUser(position) else { return nil }
      return lastWord(from: position + 5)
    }
    guard stands("LOGIN ", at: position) || stands("login ", at: position) else { return nil }
    if let pair = login(from: position + 6) { return pair }
    var start = position + 6
    let isQuoted = self[start] == ASCII.quote
    while start < position + Self.reach, self[start] > ASCII.space { start += 1 }
    guard self[start] == ASCII.space, start > position + 6 else { return nil }
    if isQuoted { return self[start + 1] == ASCII.quote ? lastWord(from: start + 1) : nil }
    return stands("LOGIN", at: position) ? lastWord(from: start + 1) : nil
  }

  /// Whether a prompt stands before `position`, or `USER …` on the line before.
  private func followsUser(_ position: Int) -> Bool {
    if position > 1, self[position - 1] == ASCII.space, self[position - 2] == ASCII.greater {
      return true
    }
    guard position > 0, self[position - 1] == ASCII.lineFeed else { return false }
    var line = position - 1
    while line > 0, position - line < Self.reach, self[line - 1] != ASCII.lineFeed { line -= 1 }
    return stands("USER ", at: line)
  }

  /// The word at `start` if it ends its line and looks like a password.
  private func lastWord(from start: Int) -> Range<Int>? {
    let quote = quote(at: start)
    let first = start + (quote?.length ?? 0)
    let end =
      if let quote { quotedEnd(from: first, in: quote, limit: first + Self.reach) } else {
        bareEnd(from: first, limit: first + Self.reach)
      }
    let behind = blankEnd(from: min(end + (quote?.length ?? 0), text.count))
    guard end > first, isPasswordLike(first..<end), !isMechanism(first..<end),
      behind >= text.count || self[behind] == ASCII.lineFeed || self[behind] == ASCII.carriageReturn
        || self[behind] == ASCII.backslash || closesQuote(at: behind)
    else { return nil }
    return first..<end
  }

  // MARK: Pipes

  /// `echo hunter2 | sudo -S`, `echo "jane:hunter2" | chpasswd`: what is handed to a program that reads a
  /// password.
  func echoed(at position: Int) -> Range<Int>? {
    guard stands("echo ", at: position) else { return nil }
    var start = position + 5
    while self[start] == ASCII.minus, start < position + 12 {
      while start < position + 12, self[start] > ASCII.space { start += 1 }
      start = blankEnd(from: start)
    }
    let quote = quote(at: start)
    let first = start + (quote?.length ?? 0)
    let end =
      if let quote { quotedEnd(from: first, in: quote, limit: first + Self.reach) } else {
        bareEnd(from: first, limit: first + Self.reach)
      }
    guard end > first, end < first + Self.reach else { return nil }
    var bar = blankEnd(from: min(end + (quote?.length ?? 0), text.count))
    guard self[bar] == ASCII.bar, self[bar + 1] != ASCII.bar else { return nil }
    bar += 1
    let limit = bar + Self.reach
    while bar < limit, bar < text.count, text[bar] >= ASCII.space, text[bar] != ASCII.bar {
      guard text[bar] > ASCII.space, text[bar - 1] == ASCII.space || text[bar - 1] == ASCII.bar
      else {
        bar += 1
        continue
      }
      var word = bar
      while word < limit, self[word] > ASCII.space, !Self.isQuote(self[word]) { word += 1 }
      if Self.passwordReaders.contains(text, from: bar, to: word) {
        return isHarmless(first..<end, of: .strong, .none) ? nil : first..<end
      }
      bar = max(word, bar + 1)
    }
    return nil
  }

  private static let passwordReaders = WordTable(
    "-S chpasswd --password-stdin --stdin passwd --pass-stdin --passphrase-fd smbpasswd kinit"
  )

  /// `chpasswd <<< "jane:hunter2"`, `rabbitmqctl add_user jane hunter2`, `sqlplus jane/hunter2`: behind the
  /// program at `position`.
  func programArgument(at position: Int) -> Range<Int>? {
    switch self[position] {
    case ASCII.lowerC, ASCII.lowerA: break
    case ASCII.lowerS:
      return stands("sqlplus ", at: position) ? login(from: blankEnd(from: position + 8)) : nil
    case ASCII.lowerR:
      return stands("requirepass ", at: position) ? lastWord(from: position + 12) : nil
    default: return stands("masterauth ", at: position) ? lastWord(from: position + 11) : nil
    }
    if stands("chpasswd <<< ", at: position) {
      let start = position + 13
      guard let quote = quote(at: start) else { return lastWord(from: start) }
      let first = start + quote.length
      let end = quotedEnd(from: first, in: quote, limit: first + Self.reach)
      return end > first && !isHarmless(first..<end, of: .strong, .none) ? first..<end : nil
    }
    guard stands("add_user ", at: position) || stands("change_password ", at: position) else {
      return nil
    }
    var start = wordEnd(from: position)
    while self[start].isWord { start += 1 }
    start = blankEnd(from: start)
    while start < position + Self.reach, self[start] > ASCII.space { start += 1 }
    guard self[start] == ASCII.space else { return nil }
    return lastWord(from: blankEnd(from: start))
  }

  /// Whether the letters behind the first, at `position`, may be of such a program's name.
  func mayBeginProgram(at position: Int) -> Bool {
    let (second, third) = (self[position + 1], self[position + 2])
    return switch self[position] {
    case ASCII.lowerC: second == ASCII.lowerA + 7
    case ASCII.lowerA: second == ASCII.lowerA + 3
    case ASCII.lowerS: second == ASCII.lowerQ
    case ASCII.lowerR: second == ASCII.lowerE && third == ASCII.lowerQ
    default: second == ASCII.lowerA && third == ASCII.lowerS
    }
  }
}
