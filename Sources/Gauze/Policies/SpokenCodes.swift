// One-time codes that a message tells: `one-time code 205948`, `your code is 482910` beside words of
// signing in, `482910 is your Acme verification code`. An error's, a country's or a town's code is a
// code too; what kind it is, the words beside it say.

extension SecretReader {
  /// Four to eight digits behind the word `code`, `pin`, `otp` or `totp` at `position`, which ends at `end`.
  func code(after end: Int, named position: Int) -> Range<Int>? {
    let (start, isSaid) = afterVerb(behind: end)
    guard let stop = codeEnd(at: start) else { return nil }
    let isName = self[position] | 0x20 != ASCII.lowerB + 1
    let isPin = self[position] | 0x20 == ASCII.lowerN + 2
    if isName { return isSaid || !isPin || isUpper(position..<end) ? start..<stop : nil }
    let word = codeWord(before: position)
    let last = max(position - 1, word)
    if Self.tellingKinds.containsFolded(text, from: word, to: last) { return start..<stop }
    if Self.kinds.containsFolded(text, from: word, to: last) {
      return isSaid || stop - start > 4 ? start..<stop : nil
    }
    guard Self.owners.containsFolded(text, from: word, to: last) else { return nil }
    // `Your code is 482910`: six digits that are someone's.
    if isSaid, stop - start > 5, Self.your.containsFolded(text, from: word, to: last) {
      return start..<stop
    }
    return speaksOfSigningIn(around: position) ? start..<stop : nil
  }

  /// `482910 is your verification code` and `482910 to sign in`, at the number.
  func toldCode(at position: Int) -> Range<Int>? {
    guard let stop = codeEnd(at: position) else { return nil }
    if stop - position > 5, stands(" to ", at: stop) {
      // `Enter 482910 to sign in`
      let word = stop + 4
      return Self.purposes.containsFolded(text, from: word, to: wordEnd(from: word))
        ? position..<stop : nil
    }
    guard stands(" is your ", at: stop) || stands(" as your ", at: stop) else { return nil }
    var word = stop + 9
    for _ in 0..<5 {
      let end = wordEnd(from: word)
      if Self.toldNouns.containsFolded(text, from: word, to: end) { return position..<stop }
      guard end > word, self[end] == ASCII.space || self[end] == ASCII.minus else { return nil }
      word = end + 1
    }
    return nil
  }

  /// Where four to eight digits end, or two groups of three or four with a blank or a hyphen between.
  private func codeEnd(at start: Int) -> Int? {
    let stop = digitsEnd(from: start)
    if 3...4 ~= stop - start, self[stop] == ASCII.space || self[stop] == ASCII.minus {
      let second = digitsEnd(from: stop + 1)
      if second - stop - 1 == stop - start, isFieldEnd(at: second) { return second }
    }
    return 4...8 ~= stop - start && isFieldEnd(at: stop) && !self[stop + 1].isDigit ? stop : nil
  }

  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while end < start + 9, self[end].isDigit { end += 1 }
    return end
  }

  /// Behind blanks, and behind `is`, `was` or a dash, of which it tells.
  private func afterVerb(behind end: Int) -> (start: Int, isSaid: Bool) {
    let verb = blankEnd(from: end)
    if verb > end, self[verb] == ASCII.minus, self[verb + 1] == ASCII.space {
      return (blankEnd(from: verb + 1), true)
    }
    let stop = wordEnd(from: verb)
    guard Self.codeVerbs.containsFolded(text, from: verb, to: stop) else { return (verb, false) }
    return (blankEnd(from: stop), true)
  }

  /// Where the word that one blank or hyphen parts from `position` begins; digits belong to it (`2FA`).
  private func codeWord(before position: Int) -> Int {
    var start = position - 1
    while start > edge, position - start < 20,
      self[start - 1].isAlphanumeric || self[start - 1] == ASCII.minus
    {
      start -= 1
    }
    return max(start, edge)
  }

  private func isUpper(_ range: Range<Int>) -> Bool {
    for position in range where !text[position].isUppercase { return false }
    return true
  }

  /// Whether a word of signing in stands in the same line, at most `reach` bytes away.
  private func speaksOfSigningIn(around position: Int) -> Bool {
    var start = position
    while start > edge, position - start < Self.reach, self[start - 1] != ASCII.lineFeed {
      start -= 1
    }
    var word = start
    while word < position + Self.reach, word < text.count, text[word] != ASCII.lineFeed {
      guard text[word].isAlphanumeric else {
        word += 1
        continue
      }
      var end = word
      while end < word + 24, self[end].isAlphanumeric || self[end] == ASCII.minus { end += 1 }
      if Self.signs.containsFolded(text, from: word, to: end) { return true }
      // `sign in`, `log in`: two words.
      if self[end] == ASCII.space, Self.doings.containsFolded(text, from: word, to: end),
        Self.into.containsFolded(text, from: end + 1, to: wordEnd(from: end + 1))
      {
        return true
      }
      word = end
    }
    return false
  }

  private static let codeVerbs = WordTable("is was are")
  private static let tellingKinds = WordTable(
    """
    verification one-time onetime otp sms 2fa mfa totp confirmation authentication authenticator \
    sign-in signin two-factor 2-step two-step 2sv single-use passcode
    """
  )
  private static let kinds = WordTable(
    "security login log-in access auth pin recovery backup reset activation unlock"
  )
  private static let owners = WordTable("your my use enter passcode")
  private static let your = WordTable("your my")
  private static let toldNouns = WordTable("code passcode otp pin password")
  private static let purposes = WordTable("sign log login verify authenticate confirm")
  private static let signs = WordTable(
    """
    sign-in signin sign-on login log-in logon verification verify verifying authentication \
    authenticate otp 2fa mfa totp two-factor two-step one-time passcode
    """
  )
  private static let doings = WordTable("sign signing log logging logged signed")
  private static let into = WordTable("in into on")
}
