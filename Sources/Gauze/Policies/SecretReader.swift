// One scan. A byte that can begin or part something asks its grammar, which answers where to go on:
//
//     mysql -phunter2 --host db  # token: ghp_0123…, see postgres://admin:hunter2@db/prod
//     ^     ^         ^                 ^ ^                     ^
//     word  option    option         colon  word                colon: userinfo
//
// A grammar looks back no further than `reach` bytes and never behind the last finding, and ahead no
// further than that unless what it reads is then masked. So every byte is looked at a bounded number
// of times.

/// Reads one text for secrets: what the last finding left, and what earlier words announced.
///
/// It is not copied, and kept to 128 bytes: it is handed on by its bytes, and a call for more than those
/// costs more than many a look.
struct SecretReader: ~Copyable, ~Escapable {
  let text: Span<UInt8>
  let findsEntropy: Bool

  /// The forms of tokens, held here because a look at a global costs more than the look-up.
  let forms = TokenForms.known

  /// How far a grammar looks before it knows that something is a secret.
  static let reach = 96

  /// The end of the last finding: what stands there is judged as if at the text's edge.
  private(set) var edge = 0

  /// The end of the last escape (`\n`, `%3D`, a colour): a word begins there.
  private var escapeEnd = -1

  /// The flag before which the present command line holds a password.
  var command = CommandLineSecrets.Flag.none

  /// Up to where programs were looked for.
  var commandEnd = 0

  /// Up to where an access key's secret is expected.
  var accessKeyReach = 0

  /// Up to where a member called `value` holds what a sensitive `name` announced.
  var announcedReach = 0

  /// The end of the last password that a name and an equals sign announced.
  var passwordEnd = 0

  /// Whether that value must look like a token.
  var announcesToken = false

  /// Up to where words were looked at for entropy.
  var entropyEnd = 0

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, findsEntropy: Bool) {
    self.text = text
    self.findsEntropy = findsEntropy
  }

  /// Masks the field of a table that begins at or before `position`, if it holds something.
  mutating func field(
    _ field: Range<Int>,
    at position: Int,
    _ findings: inout [Finding]
  ) -> Int {
    guard field.lowerBound >= edge, field.upperBound > position,
      !isHarmless(field, of: .strong, .quoted)
    else { return position }
    return mask(field.lowerBound, field.upperBound, &findings)
  }

  /// The byte at `position`, or NUL outside the text.
  subscript(_ position: Int) -> UInt8 {
    UInt(bitPattern: position) < UInt(bitPattern: text.count) ? text[position] : 0
  }

  /// The byte before `position`, or NUL at the edge.
  func before(_ position: Int) -> UInt8 { position > edge ? self[position - 1] : 0 }

  /// Looks at what stands at `position` and says where to go on.
  @inline(__always)
  mutating func read(
    at position: Int,
    _ columns: inout ColumnTable,
    _ findings: inout [Finding]
  ) -> Int {
    let byte = text[position]
    if byte.isAlphanumeric {
      guard !before(position).isAlphanumeric || position == escapeEnd else { return position &+ 1 }
      return word(at: position, &findings)
    }
    return byte == ASCII.space ? position &+ 1 : mark(byte, at: position, &columns, &findings)
  }

  /// Looks at a sign.
  @inline(never)
  private mutating func mark(
    _ byte: UInt8,
    at position: Int,
    _ columns: inout ColumnTable,
    _ findings: inout [Finding]
  ) -> Int {
    switch byte {
    case ASCII.equals, ASCII.colon: return separator(at: position, &findings)
    case ASCII.minus: return dash(at: position, &findings)
    case ASCII.greater:
      return before(position) == ASCII.minus
        ? arrow(at: position, &findings) : element(at: position, &findings)
    case ASCII.less where self[position + 1] == ASCII.minus && self[position + 2] == ASCII.space:
      return pointed(before: position, after: position + 2, &findings)
    case ASCII.leftParenthesis: return call(at: position, &findings)
    case ASCII.comma: return tuple(at: position, &findings)
    case ASCII.bar: return cell(at: position, after: position + 1, &findings)
    case 0xE2: return sign(at: position, &findings)
    case ASCII.lineFeed: columns.read(text, line: position + 1)
    case ASCII.at: return atSign(at: position, &findings)
    case ASCII.tilde: return tilde(at: position, &findings)
    case ASCII.backslash: noteEscape(at: position)
    case ASCII.percent: return percent(at: position, &findings)
    case ASCII.leftBracket: noteColour(at: position)
    default: break
    }
    return position + 1
  }

  /// Records that `start..<end` goes, and says where to go on.
  mutating func mask(_ start: Int, _ end: Int, _ findings: inout [Finding]) -> Int {
    // A look that is bounded may end inside a character.
    var start = max(start, edge)
    var end = end
    while start > edge, self[start].isContinuation { start -= 1 }
    while self[end].isContinuation { end += 1 }
    guard end > start else { return end }
    findings.append(Finding(start: start, end: end, placeholder: .secret))
    edge = end
    return end
  }

  /// A word begins: a token, a credential behind its scheme, a password that is spoken of. Its first
  /// letters say which of them it may be; most words are none, and are passed over as a whole.
  @inline(__always)
  private mutating func word(at position: Int, _ findings: inout [Finding]) -> Int {
    if let found = found(at: position) {
      return mask(found.lowerBound, found.upperBound, &findings)
    }
    if findsEntropy, let found = randomWord(at: position) {
      return mask(found.lowerBound, found.upperBound, &findings)
    }
    var end = position + 1
    while end < text.count, text[end].isAlphanumeric { end &+= 1 }
    if end &- position >= EncodedCredentials.least, position >= edge,
      EncodedCredentials.stand(in: text, at: position)
    {
      return mask(position, runEnd(from: end, of: .base64), &findings)
    }
    // What an escape ends inside the word begins another.
    return escapeEnd > position && escapeEnd < end ? escapeEnd : end
  }

  /// What the word at `position` begins or brings.
  private mutating func found(at position: Int) -> Range<Int>? {
    let (byte, second) = (text[position], self[position + 1])
    if mayBeginToken(byte, second) || position < accessKeyReach,
      let found = token(at: position)
    {
      return found
    }
    switch byte {
    case ASCII.zero...ASCII.zero + 9: return toldCode(at: position)
    case ASCII.upperA:
      if let found = authArgument(at: position) { return found }
    case ASCII.lowerN: return netUserArgument(at: position)
    case ASCII.lowerE: return echoed(at: position)
    case ASCII.lowerL & ~0x20, ASCII.upperP, ASCII.lowerL:
      if byte == ASCII.upperP, let end = puttyEnd(at: position) { return position..<end }
      if let found = protocolArgument(at: position) { return found }
    case ASCII.lowerC, ASCII.lowerA, ASCII.lowerS, ASCII.lowerR, ASCII.lowerN - 1:
      if mayBeginProgram(at: position), let found = programArgument(at: position) { return found }
    default: break
    }
    switch byte | 0x20 {
    case ASCII.lowerA:
      return credential(at: position) ?? spoken(at: position)
    case ASCII.lowerB, ASCII.lowerA + 3, ASCII.lowerF:
      return credential(at: position)
    case ASCII.lowerA + 7, ASCII.lowerR:
      return commandArgument(at: position)
    case ASCII.lowerN + 2, ASCII.lowerB + 1:
      return commandArgument(at: position) ?? spoken(at: position)
    case ASCII.lowerA + 8, ASCII.lowerL - 1, ASCII.lowerN + 1, ASCII.lowerS,
      ASCII.lowerT:
      return spoken(at: position)
    default: return nil
    }
  }

  /// Whether a token of a known form may begin with the two bytes.
  private func mayBeginToken(_ byte: UInt8, _ second: UInt8) -> Bool {
    switch (byte, second) {
    // `discord`, `hooks.slack.com`, `webhook.office.com`, `atlasv1`, and Discord's ids.
    case (ASCII.lowerA + 3, ASCII.lowerA + 8), (ASCII.lowerA + 7, ASCII.lowerN + 1),
      (ASCII.lowerX - 1, ASCII.lowerE), (ASCII.lowerA, ASCII.lowerT),
      (ASCII.upperA + 12...ASCII.upperA + 14, _):
      true
    default: forms.mayBegin(byte, second)
    }
  }

  // MARK: Escapes

  /// `\n`, `\u003d` and `\x3d`: what follows begins a word.
  private mutating func noteEscape(at position: Int) {
    switch self[position + 1] {
    case ASCII.lowerU: escapeEnd = position + 6
    case ASCII.lowerX: escapeEnd = position + 4
    default: escapeEnd = position + 2
    }
  }

  /// `[31m`: what follows a terminal's colour begins a word.
  private mutating func noteColour(at position: Int) {
    var end = position + 1
    while end < position + 12, self[end].isDigit || self[end] == ASCII.semicolon { end += 1 }
    if self[end] == ASCII.lowerL + 1 { escapeEnd = end + 1 }
  }

  private mutating func percent(at position: Int, _ findings: inout [Finding]) -> Int {
    guard self[position + 1].isHexDigit, self[position + 2].isHexDigit else { return position + 1 }
    escapeEnd = position + 3
    if isEncoded(ASCII.equals, at: position) || isEncoded(ASCII.colon, at: position) {
      return separator(at: position, &findings)
    }
    return position + 1
  }

  /// Whether the percent-encoded form of `byte` stands at `position`.
  func isEncoded(_ byte: UInt8, at position: Int) -> Bool {
    self[position] == ASCII.percent && self[position + 1].hexValue == byte >> 4
      && self[position + 2].hexValue == byte & 15
  }

  // MARK: Looking

  /// Whether `literal` stands at `position`.
  func stands(_ literal: StaticString, at position: Int) -> Bool {
    let end = position + literal.utf8CodeUnitCount
    guard position >= 0, end <= text.count else { return false }
    return text.extracting(position..<end).equals(literal)
  }

  /// The first position from `start` on that holds no letter or digit, at most `reach` away.
  func wordEnd(from start: Int) -> Int {
    var end = start
    while end < start + Self.reach, self[end].isAlphanumeric { end += 1 }
    return end
  }

  /// The first position from `start` on that holds no space or tab.
  func blankEnd(from start: Int) -> Int {
    var end = start
    while self[end] == ASCII.space || self[end] == ASCII.tab { end += 1 }
    return end
  }

  /// The length of the placeholder at `position`, or 0.
  func placeholderLength(at position: Int) -> Int {
    guard self[position] == ASCII.less else { return 0 }
    for placeholder in Placeholder.allCases where placeholder != .comment {
      if stands(placeholder.text, at: position) { return placeholder.text.utf8CodeUnitCount }
    }
    return 0
  }
}
