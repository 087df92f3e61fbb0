// `Bearer …` and `Basic …`, wherever they stand, and the values of `Authorization` and `Cookie`.

extension SecretReader {
  /// The credential behind the scheme that begins at `position`, where a word begins.
  func credential(at position: Int) -> Range<Int>? {
    if stands("Digest username=", at: position) {
      return position + 7..<lineEnd(from: position + 7)
    }
    let first = self[position] | 0x20
    guard first == ASCII.lowerB || first == ASCII.lowerF || first == ASCII.lowerA else {
      return nil
    }
    let end = wordEnd(from: position)
    switch end - position {
    case 5 where first == ASCII.lowerB && Self.basic.containsFolded(text, from: position, to: end):
      return basicCredential(from: argumentStart(after: end))
    case 6 where first == ASCII.lowerA && Self.apiKey.contains(text, from: position, to: end):
      return bearerCredential(from: argumentStart(after: end), isScheme: false)
    case 6 where first == ASCII.lowerB && Self.bearer.containsFolded(text, from: position, to: end):
      let isName = self[position + 1] == ASCII.upperE || self[position].isUppercase
      return bearerCredential(from: argumentStart(after: end), isScheme: isName)
    case 5 where stands("FlyV1", at: position):
      return bearerCredential(from: argumentStart(after: end), isScheme: true)
    default:
      return nil
    }
  }

  /// Where what follows a scheme begins, behind blanks, their encoded forms and a quote.
  private func argumentStart(after end: Int) -> Int {
    var start = blankEnd(from: end)
    if start == end {
      if isEncoded(ASCII.space, at: end) {
        start += 3
      } else if self[end] == ASCII.plus {
        start += 1
      }
    }
    guard start > end else { return end }
    if self[start] == ASCII.backslash { start += 1 }
    if self[start] == ASCII.quote || self[start] == ASCII.apostrophe { start += 1 }
    return start
  }

  /// The token from `start` on, unless it reads as a word of prose or as a parameter of a challenge
  /// (`Bearer realm="x"`).
  ///
  /// `isScheme` says that the scheme was written as one, with a capital letter: then a word in small
  /// letters is a token too, unless it is one that people write there.
  private func bearerCredential(from start: Int, isScheme: Bool) -> Range<Int>? {
    guard before(start) != 0, self[start - 1] != self[start], isTokenByte(self[start]) else {
      return nil
    }
    var (end, hasInner) = (start, false)
    while end - start < Self.reach, end < text.count, isTokenByte(text[end]) {
      let byte = text[end]
      if byte.isDigit || (end > start && byte.isUppercase && !text[start].isUppercase) {
        hasInner = true
      }
      if !byte.isAlphanumeric, byte != ASCII.minus, byte != ASCII.equals,
        self[end + 1].isAlphanumeric
      {
        hasInner = true
      }
      end += 1
    }
    if isChallenge(start, end) { return nil }
    let letters = wordEnd(from: start)
    let isWord = !hasInner && end - start < 24
    if isWord,
      !isScheme || Prose.schemeNouns.containsFolded(text, from: start, to: letters)
        || Prose.predicates.containsFolded(text, from: start, to: letters)
        || Prose.openers.containsFolded(text, from: start, to: letters)
    {
      return nil
    }
    guard letters > start || hasInner else { return nil }
    while end < text.count, isTokenByte(text[end]) { end += 1 }
    while end > start, text[end - 1] == ASCII.dot || text[end - 1] == ASCII.colon { end -= 1 }
    return end > start ? start..<end : nil
  }

  /// `realm=…`: a name of letters and an equals sign that pads nothing.
  private func isChallenge(_ start: Int, _ end: Int) -> Bool {
    var equals = start
    while equals < end, text[equals].isLetter || text[equals] == ASCII.underscore { equals += 1 }
    if equals + 1 == end, self[equals] == ASCII.colon { return true }
    guard equals > start, self[equals] == ASCII.equals, self[equals + 1] != ASCII.equals else {
      return false
    }
    return equals + 1 < end || self[end] == ASCII.quote || self[end] == ASCII.backslash
      || self[end] == ASCII.less
  }

  /// What RFC 6750 §2.1 allows in a token, and `:` as in `id:secret`.
  func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.minus, ASCII.dot, ASCII.underscore, ASCII.tilde, ASCII.plus, ASCII.slash,
      ASCII.equals, ASCII.colon, ASCII.bar:
      true
    default: byte.isAlphanumeric
    }
  }

  /// Base64 from `start` on that decodes to printable bytes with a colon among them, or that is too
  /// mixed for a word.
  private func basicCredential(from start: Int) -> Range<Int>? {
    var end = start
    var (bits, value, hasColon, isPrintable) = (0, UInt32(0), false, true)
    var (digits, capitals, small) = (0, 0, 0)
    while end - start < Self.reach, end < text.count, let sextet = sextet(text[end]) {
      let byte = text[end]
      if byte.isDigit { digits += 1 }
      if byte.isUppercase { capitals += 1 }
      if byte.isLowercase { small += 1 }
      value = value << 6 | sextet
      bits += 6
      if bits >= 8 {
        bits -= 8
        let decoded = UInt8(truncatingIfNeeded: value >> UInt32(bits))
        if decoded == ASCII.colon { hasColon = true }
        if decoded < ASCII.space || decoded == ASCII.delete { isPrintable = false }
      }
      end += 1
    }
    let length = end - start
    let isUserInfo = hasColon && isPrintable && length >= 4
    let isLong = length >= 16 && digits > 0 && capitals > 1 && small > 0
    guard isUserInfo || isLong else { return nil }
    end = runEnd(from: end, of: .base64)
    return start..<end
  }

  /// The worth of a Base64 digit of either kind.
  private func sextet(_ byte: UInt8) -> UInt32? {
    if byte.isUppercase { return UInt32(byte - ASCII.upperA) }
    if byte.isLowercase { return UInt32(byte - ASCII.lowerA) + 26 }
    if byte.isDigit { return UInt32(byte - ASCII.zero) + 52 }
    if byte == ASCII.plus || byte == ASCII.minus { return 62 }
    return byte == ASCII.slash || byte == ASCII.underscore ? 63 : nil
  }

  /// What of the value from `start` on is an `Authorization` header's credential: a known scheme's
  /// word stays. `end` is where the value ends, if quotes say so.
  func authorization(from start: Int, to end: Int?) -> Range<Int>? {
    let word = schemeEnd(from: start)
    guard word > start, self[word] == ASCII.space,
      Self.schemes.containsFolded(text, from: start, to: word)
    else { return nil }
    let argument = blankEnd(from: word)
    if let end { return argument < end ? argument..<end : nil }
    if Self.listSchemes.containsFolded(text, from: start, to: word) {
      guard isPair(at: argument) else { return nil }
      return argument..<lineEnd(from: argument)
    }
    let credential = argument..<bareEnd(from: argument)
    return isHarmless(credential, of: .strong, .prose) ? nil : credential
  }

  /// Whether a known scheme's word stands at `start`, and nothing that could be its credential.
  func isScheme(at start: Int) -> Bool {
    let end = schemeEnd(from: start)
    return end > start && Self.schemes.containsFolded(text, from: start, to: end)
  }

  private func schemeEnd(from start: Int) -> Int {
    var end = start
    while end < start + 24, self[end].isAlphanumeric || self[end] == ASCII.minus { end += 1 }
    return end
  }

  /// Whether a name and an equals sign stand at `start`.
  func isPair(at start: Int) -> Bool {
    var end = start
    while end < start + 64, SensitiveName.isByte(self[end]) { end += 1 }
    return end > start && self[end] == ASCII.equals
  }

  private static let basic = WordTable("basic")
  private static let apiKey = WordTable("ApiKey APIKEY")
  private static let bearer = WordTable("bearer")
  private static let listSchemes = WordTable(
    "digest aws4-hmac-sha256 oauth hawk signature snowflake vapid scram-sha-256 mac"
  )
  private static let schemes = WordTable(
    """
    basic bearer digest negotiate ntlm token apikey api-key aws aws4-hmac-sha256 hawk oauth \
    signature sharedkey sharedkeylite sharedaccesssignature bot splunk geniekey snowflake jwt key \
    vapid dpop scram-sha-256 mac hoba mutual kerberos flyv1 sso-key zoho-oauthtoken privatetoken \
    klaviyo-api-key ghost
    """
  )
}
