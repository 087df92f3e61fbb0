/// Machines as Windows networks name them: capitals, a hyphen, and a role with a number, behind a word or
/// a sign that announces them. NetBIOS cuts names at 15 bytes, but messages tell the whole label, which
/// has at most 63 (RFC 1035 §2.3.4).
///
///     The RPC server ACME-DC20 is unavailable     \\ACME-WS28     computer name WIN-7F3K
enum HostMachines {
  /// Whether `run` is a machine's name by its form and what stands before it.
  static func isAnnounced(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    let start = run.start
    guard run.labels == 1, run.hasMark, run.hasDigit, text[start].isUppercase,
      run.end - start <= 63, hasForm(run, in: text), !isRegistered(run, in: text)
    else { return false }
    if text[start - 1] == ASCII.backslash, text[start - 2] == ASCII.backslash { return true }
    var end = start
    while start - end < 4, isGap(text[end - 1]) { end -= 1 }
    guard end < start else { return false }
    let word = text.wordStart(before: end)
    if HostVocabulary.machines.containsFolded(text.text, word..<end) { return true }
    if HostVocabulary.prepositions.contains(text.text, word..<end), hasRole(run, in: text) {
      return true
    }
    // `computer name WIN-7F3K`, `server named ACME-DC20`, `connect to server at ACME-SQL2`
    guard HostVocabulary.nameWords.containsFolded(text.text, word..<end),
      text[word - 1] == ASCII.space
    else { return false }
    let prior = text.wordStart(before: word - 1)
    return HostVocabulary.machines.containsFolded(text.text, prior..<word - 1)
  }

  /// Capitals and digits around hyphens, with a letter and a digit behind the last one, or a number there
  /// and a role before it (`PROD-WEB-01`): `UTF-8` has neither.
  private static func hasForm(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    var hyphen = -1
    var hasLetter = false
    var hasDigit = false
    for position in run.start..<run.end {
      let byte = text[position]
      if byte == ASCII.minus {
        hyphen = position
        hasLetter = false
        hasDigit = false
      } else if byte.isDigit {
        hasDigit = true
      } else if byte.isUppercase {
        hasLetter = true
      } else {
        return false
      }
    }
    guard hyphen > run.start + 1, hasDigit else { return false }
    if hasLetter || isRole(before: hyphen, from: run.start, in: text) { return true }
    var first = run.start
    while first < hyphen, text[first] != ASCII.minus { first += 1 }
    return first < hyphen && HostVocabulary.roles.containsFolded(text.text, run.start..<first)
  }

  /// Whether the part before the hyphen at `end` is a role.
  private static func isRole(
    before end: Int,
    from start: Int,
    in text: borrowing EdgedText
  ) -> Bool {
    var part = end
    while part > start, text[part - 1] != ASCII.minus { part -= 1 }
    return HostVocabulary.roles.containsFolded(text.text, part..<end)
  }

  /// Whether the last part is a role and a number: `WS12`.
  private static func hasRole(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    var end = run.end
    while end > run.start, text[end - 1].isDigit { end -= 1 }
    var start = end
    while start > run.start, text[start - 1].isUppercase { start -= 1 }
    return end < run.end && text[start - 1] == ASCII.minus
      && HostVocabulary.roles.containsFolded(text.text, start..<end)
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.space, ASCII.colon, ASCII.equals, ASCII.quote, ASCII.apostrophe, ASCII.leftBracket,
      ASCII.leftParenthesis:
      true
    default: false
    }
  }

  /// `CVE-2024-1234`, `ISO-8859-1`: a number of a register or a standard.
  static func isRegistered(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    guard run.labels == 1, run.hasDigit, text[run.start].isUppercase else { return false }
    var end = run.start
    while end < run.end, text[end] != ASCII.minus { end += 1 }
    guard end < run.end else { return false }
    return HostVocabulary.registers.containsFolded(text.text, run.start..<end)
  }
}
