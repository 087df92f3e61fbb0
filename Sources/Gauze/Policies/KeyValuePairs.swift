// `name=value`, `name: value`, `"name": "value"`, `name => value`, `<name>value</name>`: the name stays,
// the value goes if the name is sensitive.

extension SecretReader {
  /// A name in front of a separator.
  struct PairName {
    var start: Int
    var end: Int
    /// Whether it stands in quotes or brackets.
    var isQuoted: Bool
  }

  /// What stands between a name and its value.
  struct PairSeparator {
    var after: Int
    var isColon = false
    /// `==` and `!=`, behind which only a literal is a value.
    var isComparison = false
  }

  /// A separator at `position`: `=`, `:` or `%3D`, with what is written together with it.
  mutating func separator(at position: Int, _ findings: inout [Finding]) -> Int {
    guard let separator = separator(at: position) else { return position + 1 }
    if separator.isColon {
      if let start = authority(at: position) { return userinfo(from: start, &findings) }
      if self[position + 1].isDigit || self[position + 1] == ASCII.asterisk,
        before(position).isWord || before(position) == ASCII.asterisk,
        let field = passwordField(from: position + 1)
      {
        return mask(field.lowerBound, field.upperBound, &findings)
      }
      if let token = telegramToken(at: position) {
        return mask(token.lowerBound, token.upperBound, &findings)
      }
    }
    if let value = uniqueValue(at: position) {
      return mask(value.lowerBound, value.upperBound, &findings)
    }
    guard let name = name(before: position) else { return separator.after }
    if let end = account(name, separator, &findings) { return end }
    if separator.isColon, let pair = credentials(of: name, separator) ?? login(of: name, separator)
    {
      return mask(pair.lowerBound, pair.upperBound, &findings)
    }
    let known = edge
    let next = value(of: name, separator, &findings)
    if edge > known { notePassword(name, separator) }
    return next
  }

  private func separator(at position: Int) -> PairSeparator? {
    let next = self[position + 1]
    switch text[position] {
    case ASCII.colon:
      if next == ASCII.colon || before(position) == ASCII.colon { return nil }
      if next == ASCII.equals { return PairSeparator(after: position + 2) }
      return PairSeparator(after: position + 1, isColon: true)
    case ASCII.equals:
      if before(position) == ASCII.equals { return nil }
      if next == ASCII.greater { return PairSeparator(after: position + 2) }
      if next == ASCII.equals || next == ASCII.tilde {
        let isTriple = self[position + 2] == ASCII.equals
        return PairSeparator(after: position + (isTriple ? 3 : 2), isComparison: true)
      }
      if before(position) == ASCII.colon { return nil }
      return PairSeparator(after: position + 1, isComparison: before(position) == ASCII.exclamation)
    default:
      return PairSeparator(after: position + 3)
    }
  }

  // MARK: Names

  /// The name that ends before the separator at `position`.
  func name(before position: Int) -> PairName? {
    var end = position
    while end > edge, position - end < 2, isOperator(self[end - 1]) { end -= 1 }
    while end > edge, position - end < 8, self[end - 1] == ASCII.space { end -= 1 }
    var isQuoted = false
    if before(end) == ASCII.rightBracket {
      isQuoted = true
      end -= 1
    } else if end - 3 > edge, isEncoded(ASCII.rightBracket, at: end - 3) {
      end -= 3
    }
    if Self.isQuote(before(end)) {
      isQuoted = true
      end -= 1
      while position - end < 16, before(end) == ASCII.backslash { end -= 1 }
    } else {
      let length = encodedQuoteLength(before: end)
      if length > 0 { isQuoted = true }
      end -= length
    }
    var start = end
    while start > edge, end - start < 64, SensitiveName.isByte(self[start - 1]) { start -= 1 }
    // A letter behind a backslash and two digits behind a percent sign belong to an escape.
    if before(start) == ASCII.backslash,
      Self.escapeLetters.contains(text, from: start, to: start + 1)
    {
      start += 1
    } else if before(start) == ASCII.percent {
      start += 2
    } else if before(start) == ASCII.backslash, self[start] == ASCII.lowerU {
      start += 5
    }
    return start < end ? PairName(start: start, end: end, isQuoted: isQuoted) : nil
  }

  private static let escapeLetters = WordTable("n r t")

  private func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.exclamation, ASCII.plus, ASCII.bar, ASCII.question, ASCII.ampersand: true
    default: false
    }
  }

  /// The weight of a name, with up to two words before it if blanks part them.
  func weight(of name: PairName) -> NameWeight {
    var start = name.isQuoted && Self.isQuote(before(name.start)) ? name.start - 1 : name.start
    var words = 0
    while words < 2, start - 1 > edge, self[start - 1] == ASCII.space, self[start - 2].isWord {
      var word = start - 1
      while word > edge, name.end - word < 60, SensitiveName.isByte(self[word - 1]) { word -= 1 }
      guard word < start - 1 else { break }
      start = word
      words += 1
    }
    let own = NameParts(text, from: name.start, to: name.end)
    let parts = words == 0 ? own : NameParts(text, from: start, to: name.end)
    let weight = SensitiveName.weight(parts, word: max(parts.count - own.count, 0))
    guard weight == .none else { return weight }
    if words == 2, SensitiveName.asks(parts) { return .strong }
    if let outer = outerWeight(of: name) { return outer }
    let first = before(name.start)
    let isQuery =
      first == ASCII.question || first == ASCII.ampersand
      || (name.start >= edge + 3
        && (isEncoded(ASCII.question, at: name.start - 3)
          || isEncoded(ASCII.ampersand, at: name.start - 3)))
    return isQuery ? SensitiveName.queryWeight(own) : .none
  }

  /// The weight of `password` in `password[0]=` and in `password: &str =`.
  private func outerWeight(of name: PairName) -> NameWeight? {
    var end = name.start
    let isIndex = self[name.end] == ASCII.rightBracket && before(end) == ASCII.leftBracket
    if isIndex {
      end -= 1
    } else {
      while name.start - end < 4, before(end) == ASCII.ampersand || before(end) == ASCII.space {
        end -= 1
      }
      guard before(end) == ASCII.colon, before(end - 1).isWord,
        Self.types.containsFolded(text, from: name.start, to: name.end)
      else { return nil }
      end -= 1
    }
    var start = end
    while start > edge, end - start < 64, SensitiveName.isByte(self[start - 1]) { start -= 1 }
    guard start < end else { return nil }
    let weight = SensitiveName.weight(NameParts(text, from: start, to: end), word: 0)
    return weight == .strong ? weight : nil
  }

  private static let types = WordTable("str string text any object varchar securestring secretstr")

  // MARK: Values

  mutating func value(
    of name: PairName,
    _ separator: PairSeparator,
    _ findings: inout [Finding]
  ) -> Int {
    var weight = weight(of: name)
    if weight == .none {
      if announces(name, separator) { return formField(behind: separator.after, &findings) }
      guard isAnnounced(name) else { return separator.after }
      if !isChange(name) { announcedReach = 0 }
      weight = announcesToken ? .faint : .weak
    }
    var start = blankEnd(from: separator.after)
    if isEncoded(ASCII.space, at: start) { start += 3 }
    guard start < text.count else { return start }
    if isLineBreak(at: start) {
      if separator.isColon { return below(name, weight, at: start, &findings) }
      // `["password"]=>`, and the value below.
      let line = blankEnd(from: start + 1)
      guard name.isQuoted, stands("string(", at: line) else { return start }
      start = line
    }
    if separator.isColon, let block = block(at: start) {
      return mask(block.lowerBound, block.upperBound, &findings)
    }
    if self[start] == ASCII.leftBracket {
      if let end = list(from: start + 1, weight, &findings) { return end }
    }
    // `auth=("jane", "hunter2")`, as HTTP libraries take it.
    if weight == .faint, self[start] == ASCII.leftParenthesis, quote(at: start + 1) != nil,
      let end = list(from: start + 1, .strong, &findings)
    {
      return end
    }
    start = behindMarkup(at: start)
    if isReading(at: start) { return start }
    if let end = hintEnd(at: start) { return end }
    if let command = substitution(at: start) {
      return command.isSource ? command.end : mask(start, command.end, &findings)
    }
    start = literalStart(at: start)
    if let quote = quote(at: start) {
      let first = start + quote.length
      if isSaid(of: name, weight, at: first, .prose) || isEcho(of: name, at: first) { return first }
      return quoted(from: first, in: quote, weight, .quoted, &findings)
    }
    if let encoded = encodedQuote(at: start) {
      return self.encoded(from: start, in: encoded, weight, &findings)
    }
    if separator.isComparison || isResource(name) { return separator.after }
    if isObject(at: start) {
      announce(weight, at: start)
      return separator.after
    }
    let isGlued = start == separator.after
    if weight == .faint, isPassed(name, isGlued: isGlued) { weight = .strong }
    let rule: ProseRule = separator.isColon ? .prose : .none
    if separator.isColon, isTokenLabel(at: start) { return start }
    if isSaid(of: name, weight, at: start, rule) || isEcho(of: name, at: start) { return start }
    return bare(from: start, weight, rule, &findings)
  }

  /// Whether what stands at `start` counts the things that `name` names, or is what a parser complains
  /// of (`unexpected token: punc`).
  private func isSaid(of name: PairName, _ weight: NameWeight, at start: Int, _ rule: ProseRule)
    -> Bool
  {
    var end = wordEnd(from: start)
    if isDeliveryStatus(name, at: start) { return true }
    if text[name.end - 1] | 0x20 == ASCII.lowerT - 1, end - start < 8, isDigits(start..<end),
      isFieldEnd(at: end)
    {
      return true
    }
    guard weight == .weak, rule == .prose, before(name.start) == ASCII.space else { return false }
    var word = name.start - 1
    while word > edge, name.start - word < 16, self[word - 1].isLetter { word -= 1 }
    guard Self.complaints.containsFolded(text, from: word, to: name.start - 1) else { return false }
    let first = end
    while end > start, text[end - 1].isLetter { end -= 1 }
    return end == start && first - start <= 16
  }

  /// Whether a word of prose stands at `start` and a token of a known form behind it (`Password: token
  /// ghp_…`): the token goes, and the word says what it is.
  private mutating func isTokenLabel(at start: Int) -> Bool {
    let end = wordEnd(from: start)
    guard end > start, self[end] == ASCII.space,
      Prose.openers.containsFolded(text, from: start, to: end)
    else { return false }
    let next = blankEnd(from: end)
    return placeholderLength(at: next) > 0 || self[next].isAlphanumeric && token(at: next) != nil
  }

  /// `dsn=5.1.1`, a mail's status (RFC 3463): three numbers.
  private func isDeliveryStatus(_ name: PairName, at start: Int) -> Bool {
    guard name.end - name.start == 3, stands("dsn", at: name.start), self[start].isDigit else {
      return false
    }
    var end = start
    while end < start + 12, self[end].isDigit || self[end] == ASCII.dot { end += 1 }
    return isFieldEnd(at: end) || self[end] == ASCII.comma
  }

  private static let complaints = WordTable(
    "unexpected invalid illegal unknown bad missing expected unrecognized unrecognised"
  )

  func isLineBreak(at position: Int) -> Bool {
    self[position] == ASCII.lineFeed || self[position] == ASCII.carriageReturn
  }

  /// Whether `pass=…` and `pass:…` pass a password, as to OpenSSL.
  private func isPassed(_ name: PairName, isGlued: Bool) -> Bool {
    isGlued && Self.pass.contains(text, from: name.start, to: name.end)
      && !self[name.end + 1].isDigit
  }

  private static let pass = WordTable("pass")

  /// Masks a quoted value that begins at `start`, unless it is harmless.
  mutating func quoted(
    from start: Int,
    in quote: Quote,
    _ weight: NameWeight,
    _ rule: ProseRule,
    _ findings: inout [Finding]
  ) -> Int {
    let seen = start..<quotedEnd(from: start, in: quote, limit: start + 2 * Self.reach)
    if privateKeyStart(in: seen) { return start }
    if weight == .cookie || weight == .setCookie {
      let end = quotedEnd(from: start, in: quote)
      if isHarmless(seen, of: .strong, rule) { return end }
      _ = cookies(from: start, to: end, weight, &findings)
      return end
    }
    if weight == .authorization {
      let end = quotedEnd(from: start, in: quote)
      if isHarmless(seen, of: .strong, rule) { return end }
      let secret = authorization(from: start, to: end) ?? start..<end
      if isHarmless(secret, of: .strong, .none) { return end }
      return mask(secret.lowerBound, secret.upperBound, &findings)
    }
    if isHarmless(seen, of: weight, rule) { return start }
    return mask(start, quotedEnd(from: start, in: quote), &findings)
  }

  /// Masks a bare value that begins at `start`, unless it is harmless.
  mutating func bare(
    from start: Int,
    _ weight: NameWeight,
    _ rule: ProseRule,
    _ findings: inout [Finding]
  ) -> Int {
    // A code of more than 64 bytes is none.
    let reach = weight == .number ? 66 : 2 * Self.reach
    let seen = start..<bareEnd(from: start, limit: start + reach)
    if privateKeyStart(in: seen) { return start }
    switch weight {
    case .authorization:
      if let secret = authorization(from: start, to: nil) {
        return mask(secret.lowerBound, secret.upperBound, &findings)
      }
      guard !isScheme(at: start), !isHarmless(seen, of: .weak, rule) else { return start }
    case .cookie, .setCookie:
      guard !isHarmless(seen, of: .weak, rule) else { return start }
      return cookies(from: start, to: nil, weight, &findings)
    case .phrase:
      guard !isHarmless(seen, of: weight, rule) else { return start }
      return mask(start, phraseEnd(from: start), &findings)
    default:
      guard !isHarmless(seen, of: weight, rule) else { return start }
    }
    var end = bareEnd(from: start)
    // `Stripe-Signature: t=1700000000,v1=5257a8…`: all parameters belong to it.
    while weight == .faint, rule == .prose, isPair(at: start), self[end] == ASCII.comma,
      isPair(at: blankEnd(from: end + 1))
    {
      end = bareEnd(from: blankEnd(from: end + 1))
    }
    return mask(start, furtherEnd(end, weight), &findings)
  }

  /// The further part of credentials (`jane / hunter2`) and of a code (`123 456`).
  private func furtherEnd(_ end: Int, _ weight: NameWeight) -> Int {
    guard self[end] == ASCII.space else { return end }
    if weight == .weak, stands(" / ", at: end) { return bareEnd(from: end + 3) }
    let next = wordEnd(from: end + 1)
    return weight == .number && 2...5 ~= next - end && isDigits(end + 1..<next) ? next : end
  }

  /// Masks a value whose quotes are encoded.
  private mutating func encoded(
    from start: Int,
    in quote: StaticString,
    _ weight: NameWeight,
    _ findings: inout [Finding]
  ) -> Int {
    let first = start + quote.utf8CodeUnitCount
    var end = first
    while end < text.count, text[end] != ASCII.lineFeed, !stands(quote, at: end) { end += 1 }
    let seen = first..<min(end, first + 2 * Self.reach)
    guard !isHarmless(seen, of: weight, .quoted) else { return first }
    return mask(first, end, &findings)
  }

  /// The end of a phrase: of its line, or before a bracket or a quote that closes.
  private func phraseEnd(from start: Int) -> Int {
    var end = bareEnd(from: start)
    while end < text.count, self[end] == ASCII.space, self[end + 1].isWord {
      let next = bareEnd(from: end + 1)
      guard next > end + 1, !isPair(at: end + 1) else { break }
      end = next
    }
    return end
  }
}
