// Tokens that are told by their own form, wherever they stand.

extension SecretReader {
  /// The token that begins at `position`, where a word begins.
  mutating func token(at position: Int) -> Range<Int>? {
    let (second, third) = (self[position + 1], self[position + 2])
    for index in forms.candidates(self[position], second)
    where forms.mayGoOn(index, second, third) {
      let form = forms[index]
      guard let end = formEnd(form, at: position) else { continue }
      if form.prefix.utf8CodeUnitCount == 4, form.alphabet == .capitals {
        accessKeyReach = end + 2 * Self.reach
      }
      return position..<end
    }
    switch self[position] {
    case ASCII.lowerA where stands("atlasv1.", at: position): return terraformToken(at: position)
    case Self.lowerD where stands("discord", at: position),
      Self.lowerH where stands("hooks.slack.com/", at: position),
      Self.lowerW where stands("webhook.office.com/", at: position):
      return webhook(at: position)
    case Self.upperM...Self.upperM + 2:
      if let end = discordEnd(at: position) { return position..<end }
    default: break
    }
    guard position < accessKeyReach, let end = accessSecretEnd(at: position) else { return nil }
    return position..<end
  }

  /// The end of what `form` describes at `position`, if it stands there.
  private func formEnd(_ form: TokenForm, at position: Int) -> Int? {
    guard stands(form.prefix, at: position) else { return nil }
    let start = position + form.prefix.utf8CodeUnitCount
    var end = start
    var (digits, capitals, small) = (0, 0, 0)
    // What follows is judged by its beginning; only a token is read to its end.
    while end - start < Self.reach, end < text.count, form.alphabet.contains(text[end]) {
      if text[end].isDigit { digits += 1 }
      if text[end].isUppercase { capitals += 1 }
      if text[end].isLowercase { small += 1 }
      end += 1
    }
    guard end - start >= form.least, end - start <= form.most,
      form.mix.accepts(digits: digits, capitals: capitals, small: small)
    else { return nil }
    if form.most < .max, self[end].isAlphanumeric { return nil }
    return runEnd(from: end, of: form.alphabet)
  }

  /// The end of the run of `alphabet` that goes on at `start`, without the dots of a sentence. Only
  /// for what is then masked.
  func runEnd(from start: Int, of alphabet: TokenAlphabet) -> Int {
    var end = start
    while end < text.count, alphabet.contains(text[end]) { end += 1 }
    while end > start, text[end - 1] == ASCII.dot || text[end - 1] == ASCII.slash { end -= 1 }
    return end
  }

  /// `x….atlasv1.x…`: the name before the mark belongs to the token.
  private func terraformToken(at position: Int) -> Range<Int>? {
    let body = position + 8
    let end = runEnd(from: body, of: .base64URL)
    guard end - body >= 20, before(position) == ASCII.dot else { return nil }
    var start = position - 1
    while start > edge, position - start < 24, self[start - 1].isAlphanumeric { start -= 1 }
    return start..<end
  }

  /// The part of a webhook's address that lets anybody post.
  private func webhook(at position: Int) -> Range<Int>? {
    var start = position
    while start < position + Self.reach, start < text.count, self[start] > ASCII.space,
      self[start] != ASCII.quote
    {
      for mark in Self.webhookMarks where stands(mark, at: start) {
        let secret = start + mark.utf8CodeUnitCount
        var end = secret
        while end < text.count, TokenAlphabet.base64.contains(text[end]) || text[end] == ASCII.at {
          end += 1
        }
        while end > secret, text[end - 1] == ASCII.dot { end -= 1 }
        return end - secret >= 8 ? secret..<end : nil
      }
      start += 1
    }
    return nil
  }

  private static let lowerD = ASCII.lowerA + 3
  private static let lowerH = ASCII.lowerA + 7
  private static let lowerW = ASCII.lowerX - 1
  private static let upperM = ASCII.upperA + 12

  private static let webhookMarks: [StaticString] = [
    "/services/", "/workflows/", "/triggers/", "/api/webhooks/", "/webhookb2/",
  ]

  /// A client's secret of Microsoft Entra around the `~` at `position`: three bytes, a digit, `Q~` and
  /// 31 to 34 more.
  mutating func tilde(at position: Int, _ findings: inout [Finding]) -> Int {
    let start = position - 5
    guard start >= edge, self[position - 1] == ASCII.upperA + 16, self[position - 2].isDigit else {
      return position + 1
    }
    for place in start..<start + 3 where !TokenAlphabet.unreserved.contains(self[place]) {
      return position + 1
    }
    guard !TokenAlphabet.base64URL.contains(before(start)) else { return position + 1 }
    var end = position + 1
    while end - position < 40, TokenAlphabet.unreserved.contains(self[end]) { end += 1 }
    while end > position + 1, self[end - 1] == ASCII.dot { end -= 1 }
    return 31...34 ~= end - position - 1 ? mask(start, end, &findings) : position + 1
  }

  /// A Discord bot's token: an id of 23 to 28 bytes, a time of 6 or 7, and at least 27 more.
  private func discordEnd(at position: Int) -> Int? {
    var end = position
    while end - position <= 28, TokenAlphabet.base64URL.contains(self[end]) { end += 1 }
    guard 23...28 ~= end - position, self[end] == ASCII.dot else { return nil }
    let time = end + 1
    end = time
    while end - time <= 7, TokenAlphabet.base64URL.contains(self[end]) { end += 1 }
    guard 6...7 ~= end - time, self[end] == ASCII.dot else { return nil }
    let last = end + 1
    end = last
    while end - last < 27, TokenAlphabet.base64URL.contains(self[end]) { end += 1 }
    return end - last == 27 ? runEnd(from: end, of: .base64URL) : nil
  }

  /// The secret that belongs to an access key of Amazon's: forty bytes of Base64, of each class.
  func accessSecretEnd(at position: Int) -> Int? {
    var end = position
    var (digits, capitals, small) = (0, 0, 0)
    while end - position <= 40, end < text.count {
      let byte = text[end]
      guard byte.isAlphanumeric || byte == ASCII.plus || byte == ASCII.slash else { break }
      if byte.isDigit { digits += 1 }
      if byte.isUppercase { capitals += 1 }
      if byte.isLowercase { small += 1 }
      end += 1
    }
    return end - position == 40 && digits > 0 && capitals > 0 && small > 0 ? end : nil
  }

  /// A Telegram bot's token around the colon at `position`: its number, and `AA…` or 30 bytes more.
  func telegramToken(at position: Int) -> Range<Int>? {
    var start = position
    while start > edge, position - start < 13, self[start - 1].isDigit { start -= 1 }
    guard 6...12 ~= position - start else { return nil }
    var end = position + 1
    while end < position + 31, TokenAlphabet.base64URL.contains(self[end]) { end += 1 }
    return end == position + 31 ? start..<runEnd(from: end, of: .base64URL) : nil
  }

  /// A long word of mixed classes, if such words count.
  ///
  /// Its bytes must be spread: with n(b) the count of each byte in the first 96 and L their number,
  /// `L² ≥ 11 · Σ n(b)²`, which is 3.5 bits of Rényi's entropy of order 2.
  mutating func randomWord(at position: Int) -> Range<Int>? {
    guard position >= entropyEnd else { return nil }
    var counts = InlineArray<128, Int>(repeating: 0)
    var (digits, capitals, small, changes, sum) = (0, 0, 0, 0, 0)
    var end = position
    while end - position < Self.reach, end < text.count, TokenAlphabet.base64URL.contains(text[end])
    {
      let byte = text[end]
      sum += 2 * counts[Int(byte)] + 1
      counts[Int(byte)] += 1
      if byte.isDigit { digits += 1 }
      if byte.isUppercase { capitals += 1 }
      if byte.isLowercase { small += 1 }
      if end > position, byte.isDigit != text[end - 1].isDigit { changes += 1 }
      end += 1
    }
    entropyEnd = end
    let length = end - position
    guard length >= 20, digits >= 2, capitals >= 2, small >= 2, changes >= 3,
      length * length >= 11 * sum
    else { return nil }
    return position..<runEnd(from: end, of: .base64URL)
  }
}
