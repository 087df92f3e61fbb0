// Secrets that a sentence or a statement names without a separator: `password 'hunter2'`,
// `IDENTIFIED BY 'hunter2'`, `password is hunter2`, `the token 7f3a9c… expired`, `code is 123456`.

extension SecretReader {
  /// The value behind the word at `position`, where a word begins.
  func spoken(at position: Int) -> Range<Int>? {
    var end = position
    while end < position + 20, self[end].isWord { end += 1 }
    guard mayBeSpoken(self[position], end - position),
      blankEnd(from: end) > end || self[end] == ASCII.leftParenthesis
    else { return nil }
    if Self.passwords.containsFolded(text, from: position, to: end) {
      return literal(after: end) ?? password(after: end)
    }
    if Self.identified.containsFolded(text, from: position, to: end) {
      let by = blankEnd(from: end)
      guard Self.by.containsFolded(text, from: by, to: by + 2) else { return nil }
      let word = blankEnd(from: by + 2)
      return Self.passwords.containsFolded(text, from: word, to: wordEnd(from: word))
        ? literal(after: wordEnd(from: word)) : literal(after: by + 2) ?? identifier(at: word)
    }
    if Self.tokens.containsFolded(text, from: position, to: end) {
      return token(after: end, named: position)
    }
    return Self.codes.containsFolded(text, from: position, to: end)
      ? code(after: end, named: position) : nil
  }

  /// Whether a word with that first letter and of that length stands in one of the tables: asking them
  /// costs much more.
  private func mayBeSpoken(_ letter: UInt8, _ length: Int) -> Bool {
    switch letter | 0x20 {
    case ASCII.lowerA: length == 6
    case Self.letterC: length == 4
    case Self.letterI: length == 10
    case Self.letterK: length == 3 || length == 8 || length == 11 || length == 16
    case Self.letterO: length == 3
    case Self.letterP: length == 3 || length == 6 || length == 8 || length == 10
    case Self.letterS: length == 6 || length == 13
    case ASCII.lowerT: length == 4 || length == 5 || length == 18
    default: false
    }
  }

  /// A quoted word, perhaps in parentheses, that is no message; several words if nothing in them is
  /// prose.
  private func literal(after end: Int) -> Range<Int>? {
    var start = blankEnd(from: end)
    if self[start] == ASCII.leftParenthesis { start = blankEnd(from: start + 1) }
    guard start > end, let quote = quote(at: start) else { return nil }
    let first = start + quote.length
    let close = quotedEnd(from: first, in: quote, limit: first + Self.reach)
    guard close < first + Self.reach, close < text.count, self[close] != ASCII.lineFeed else {
      return nil
    }
    let value = first..<close
    guard close - first <= 64, isPhrase(value) else { return nil }
    // A name between quotes may itself be followed by a separator.
    let next = blankEnd(from: close + quote.length)
    guard self[next] != ASCII.colon, self[next] != ASCII.equals else { return nil }
    return isHarmless(value, of: .strong, .quoted) ? nil : value
  }

  /// The password of `IDENTIFIED BY hunter2`, as Oracle takes it.
  private func identifier(at start: Int) -> Range<Int>? {
    let end = bareEnd(from: start, limit: start + Self.reach)
    return end > start && isPasswordLike(start..<end) ? start..<end : nil
  }

  /// Whether a quoted value is one word, or words of which none belongs to a sentence or a field's label.
  private func isPhrase(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, text[range.lowerBound] > ASCII.space,
      text[range.upperBound - 1] > ASCII.space
    else { return false }
    var (word, isFirst) = (range.lowerBound, true)
    for position in range.lowerBound...range.upperBound {
      guard position == range.upperBound || text[position] <= ASCII.space else { continue }
      if isFirst, position == range.upperBound { return true }
      isFirst = false
      if position - word > 1,
        Prose.predicates.containsFolded(text, from: word, to: position)
          || Self.labelWords.containsFolded(text, from: word, to: position)
      {
        return false
      }
      word = position + 1
    }
    return true
  }

  /// A word behind a password's name, perhaps behind `is`, that is none of prose: of letters and
  /// digits, with an underscore, or of parts that make no known compound (`correct-horse`).
  private func password(after end: Int) -> Range<Int>? {
    var (start, isSaid) = skipVerb(after: end)
    if isSaid, quote(at: start) != nil { return literal(after: start - 1) }
    // `password (hunter2)`
    if start > end, self[start] == ASCII.leftParenthesis { start += 1 }
    let stop = bareEnd(from: start, limit: start + Self.reach)
    guard stop < start + Self.reach, stop - start >= 6 else { return nil }
    var (digits, letters) = (0, 0)
    var (hasUnderscore, hasHyphen) = (false, false)
    for position in start..<stop {
      switch text[position] {
      case ASCII.equals, ASCII.colon, ASCII.leftParenthesis: return nil
      case ASCII.underscore: hasUnderscore = true
      case ASCII.minus, ASCII.exclamation, ASCII.hash, ASCII.dollar, ASCII.percent, ASCII.caret,
        ASCII.ampersand, ASCII.asterisk, ASCII.plus, ASCII.tilde:
        hasHyphen = true
      // A file's name is none: `the password config.yml is missing`.
      case ASCII.dot where self[position + 1].isLetter: hasHyphen = true
      default: break
      }
      if text[position].isDigit { digits += 1 } else if text[position].isLetter { letters += 1 }
    }
    if digits == 0, hasUnderscore || hasHyphen {
      return isJoinedWord(start..<stop) ? start..<stop : nil
    }
    guard digits > 0, letters > 0 || isSaid, letters + digits >= 6,
      !Prose.technical.containsFolded(text, from: start, to: stop)
    else { return nil }
    return start..<stop
  }

  /// Whether words joined by hyphens or underscores are a password: only letters, and neither a compound
  /// that people write (`sign-in`, `case-sensitive`) nor a name of something else (`reset_token`).
  private func isJoinedWord(_ range: Range<Int>) -> Bool {
    var word = range.lowerBound
    var (count, known) = (0, 0)
    for position in range.lowerBound...range.upperBound {
      if position < range.upperBound {
        if text[position].isLetter { continue }
        guard !text[position].isDigit, text[position] > ASCII.space, text[position] < 0x80 else {
          return false
        }
        let isDot = text[position] == ASCII.dot
        if isDot,
          PathVocabulary.extensions.containsFolded(text, from: position + 1, to: range.upperBound)
        {
          return false
        }
      }
      guard position > word else { return false }
      count += 1
      if Self.compoundParts.containsFolded(text, from: word, to: position)
        || Prose.predicates.containsFolded(text, from: word, to: position)
        || Prose.openers.containsFolded(text, from: word, to: position)
      {
        known += 1
      }
      word = position + 1
    }
    guard known * 2 < count else { return false }
    let parts = NameParts(text, from: range.lowerBound, to: range.upperBound)
    return SensitiveName.weight(parts, word: 0) == .none && !SensitiveName.isAspect(parts)
  }

  /// A long word of letters and digits behind `token`, `secret` or `API key`.
  private func token(after end: Int, named position: Int) -> Range<Int>? {
    if self[position] | 0x20 == Self.letterK {
      let start = previousWord(before: position)
      guard Self.qualifiers.containsFolded(text, from: start, to: position - 1) else { return nil }
      if let value = literal(after: end) { return value }
    }
    let (first, isSaid) = skipVerb(after: end)
    var start = first
    // `token 'deadbeefcafe1234' is invalid`; a parser's token is shorter or no mixture.
    if let quote = quote(at: start) { start += quote.length }
    if let stop = accessSecretEnd(at: start) { return start..<stop }
    var stop = start
    var (digits, letters) = (0, 0)
    while stop - start < Self.reach, stop < text.count,
      TokenAlphabet.unreserved.contains(text[stop])
    {
      if text[stop].isDigit { digits += 1 } else if text[stop].isLetter { letters += 1 }
      stop += 1
    }
    // What is said to be one may be shorter.
    guard digits >= 2, letters >= 2, stop - start >= (isSaid ? 7 : 9), isFieldEnd(at: stop),
      !isTime(start..<stop),
      self[stop] != ASCII.colon, self[stop] != ASCII.equals, self[stop] != ASCII.slash
    else { return nil }
    stop = runEnd(from: stop, of: .unreserved)
    while stop > start, text[stop - 1] == ASCII.dot { stop -= 1 }
    return start..<stop
  }

  /// Whether a word begins as a date or a version does.
  private func isTime(_ range: Range<Int>) -> Bool {
    var end = range.lowerBound
    while self[end].isDigit { end += 1 }
    return end > range.lowerBound && (self[end] == ASCII.minus || self[end] == ASCII.dot)
  }

  /// Behind blanks, and behind `is` or `was`, of which it tells.
  private func skipVerb(after end: Int) -> (start: Int, isSaid: Bool) {
    var verb = blankEnd(from: end)
    // `password ...... hunter2`
    if self[verb] == ASCII.dot, self[verb + 1] == ASCII.dot {
      while verb < end + Self.reach, self[verb] == ASCII.dot { verb += 1 }
      return (blankEnd(from: verb), false)
    }
    // `password - hunter2`, `password — hunter2`
    if verb > end, let dash = dashEnd(at: verb), self[dash] == ASCII.space {
      return (blankEnd(from: dash), false)
    }
    let verbEnd = wordEnd(from: verb)
    guard Self.verbs.containsFolded(text, from: verb, to: verbEnd) else { return (verb, false) }
    var start = blankEnd(from: self[verbEnd] == ASCII.colon ? verbEnd + 1 : verbEnd)
    // `was changed to`
    let change = wordEnd(from: start)
    if self[change] == ASCII.space, Self.changes.containsFolded(text, from: start, to: change),
      stands(" to ", at: change)
    {
      start = blankEnd(from: change + 4)
    }
    return (start, true)
  }

  /// The end of a hyphen or a dash (U+2013, U+2014).
  private func dashEnd(at position: Int) -> Int? {
    if self[position] == ASCII.minus { return position + 1 }
    return stands("–", at: position) || stands("—", at: position) ? position + 3 : nil
  }

  /// Where the word that one blank parts from `position` begins.
  private func previousWord(before position: Int) -> Int {
    var start = position - 1
    while start > edge, position - start < 20,
      self[start - 1].isLetter || self[start - 1] == ASCII.minus
    {
      start -= 1
    }
    return max(start, edge)
  }

  private static let letterC = ASCII.lowerB + 1
  private static let letterI = ASCII.lowerA + 8
  private static let letterK = ASCII.lowerL - 1
  private static let letterO = ASCII.lowerN + 1
  private static let letterP = ASCII.lowerN + 2
  private static let letterS = ASCII.lowerR + 1
  private static let passwords = WordTable(
    """
    password passwd passcode passphrase pwd passwort kennwort storepassword keypassword \
    truststorepassword keystorepassword
    """
  )
  private static let labelWords = WordTable(
    """
    an the this that your you it no for of password passwords token secret confirm repeat new current \
    enter field value and or user please account
    """
  )
  private static let identified = WordTable("identified")
  private static let tokens = WordTable("token secret key apikey")
  private static let codes = WordTable("code pin otp totp")
  private static let by = WordTable("by")
  private static let changes = WordTable("set reset changed updated rotated now")
  private static let verbs = WordTable("is was are")
  private static let qualifiers = WordTable(
    "api access secret private signing encryption account shared service auth deploy ssh aws"
  )
  private static let compoundParts = WordTable(
    """
    re non pre post un multi two three single self auto cross cut end plain clear opt brute case sign \
    log logged signed built well ill write read third hash hashed salt salted hard high higher low long \
    longer short strong weak server default out up off down based protected sensitive insensitive factor \
    force free safe less like style reset manager less only encrypted encoded related specific aware \
    generated authenticated auth admin super sub meta inter real run side time step app web http https \
    ldap oauth saml sso pam sasl kerberos mysql psk tls ssl ssh wpa digest basic bcrypt hmac sha crypt \
    policy change set get check verify validate validation verification confirmation confirm input \
    strength entry prompt hint update recovery grant flow expiry mismatch mode type name length file \
    store vault keychain helper agent hashing encryption complexity rotation level age history
    """
  )
}
