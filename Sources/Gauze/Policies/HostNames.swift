/// Host names of several labels, told from files, packages, methods and columns by their top-level
/// domain and what stands around them.
enum HostNames {
  /// What of `run` is a host name, if any is.
  static func host(_ run: HostRun, in text: borrowing EdgedText) -> Range<Int>? {
    let start = plainStart(run, in: text)
    guard run.labels > 1, !run.isNumeric, run.end - start <= 253, start < run.firstEnd,
      standsAlone(in: text, from: start, to: run.end)
    else { return nil }
    let last = run.lastStart..<run.end
    if isModule(start..<run.end, in: text) { return nil }
    if isDomain(run, from: start, in: text) { return start..<run.end }
    // `db.acme.example.log`: the host before a file's extension.
    if run.labels > 3, PathVocabulary.extensions.containsFolded(text.text, last),
      HostVocabulary.domains.containsFolded(text.text, run.priorStart..<run.lastStart - 1)
    {
      return isCode(run, from: start, in: text) ? nil : start..<run.lastStart - 1
    }
    return hasPort(run, in: text) && !isFile(last, in: text) && !run.hasCamel
      ? start..<run.end : nil
  }

  /// Whether the name begins an import path without a scheme: `github.com/spf13/cobra`.
  private static func isModule(_ name: Range<Int>, in text: borrowing EdgedText) -> Bool {
    text[name.upperBound] == ASCII.slash && text[name.upperBound + 1].isLetter
      && text[name.lowerBound - 1] != ASCII.slash
      && PathVocabulary.moduleHosts.contains(text.text, name)
  }

  /// The start without leading hyphens, as in `--db.acme.example`.
  private static func plainStart(_ run: HostRun, in text: borrowing EdgedText) -> Int {
    var start = run.start
    while start < run.end, text[start] == ASCII.minus { start += 1 }
    return start
  }

  /// Whether no member, call, address or variable goes on around the run.
  private static func standsAlone(
    in text: borrowing EdgedText,
    from start: Int,
    to end: Int
  ) -> Bool {
    switch text[end] {
    case ASCII.leftParenthesis, ASCII.at: return false
    case ASCII.colon: if text[end + 1] == ASCII.colon { return false }
    case ASCII.percent: if text.holds("%40", at: end) { return false }
    default: break
    }
    switch text[start - 1] {
    case ASCII.at:
      // `thin:@db.acme.example` has no mailbox before its sign.
      return text[start - 2] == ASCII.colon || text[start - 2] == ASCII.space
    case ASCII.dollar: return false
    case ASCII.dot:
      let before = text[start - 2]
      return !before.isWord && before != ASCII.rightParenthesis && before != ASCII.rightBracket
    default:
      return !text.holds("%40", at: start - 3)
    }
  }

  private static func isDomain(
    _ run: HostRun,
    from start: Int,
    in text: borrowing EdgedText
  ) -> Bool {
    let last = run.lastStart..<run.end
    guard hasOneCase(last, in: text) else { return false }
    if HostVocabulary.internals.containsFolded(text.text, last) {
      return isInternal(run, from: start, in: text)
    }
    if HostVocabulary.reserved.containsFolded(text.text, last) {
      return isReserved(run, from: start, in: text) && !isCode(run, from: start, in: text)
    }
    if isTop(last, of: run, in: text) {
      return !isCode(run, from: start, in: text) && !isBelowPath(run, from: start, in: text)
    }
    guard HostVocabulary.words.containsFolded(text.text, last) else { return false }
    return hasEvidence(run, from: start, in: text) && !isCode(run, from: start, in: text)
      && !isBelowPath(run, from: start, in: text)
  }

  /// Whether the last label is a top-level domain that needs no evidence here.
  private static func isTop(
    _ last: Range<Int>,
    of run: HostRun,
    in text: borrowing EdgedText
  ) -> Bool {
    if HostVocabulary.domains.containsFolded(text.text, last) { return true }
    if last.count > 4, text.holds("xn--", at: last.lowerBound) { return true }
    let prior = run.priorStart..<last.lowerBound - 1
    if HostVocabulary.newDomains.containsFolded(text.text, last) {
      return prior.count > 2 && !run.hasUnderscore && !run.hasCamel
    }
    // `acme.com.br`
    return run.labels > 2 && last.count == 2 && text[last.lowerBound].isLetter
      && text[last.lowerBound + 1].isLetter
      && HostVocabulary.seconds.containsFolded(text.text, prior)
  }

  private static func isInternal(
    _ run: HostRun,
    from start: Int,
    in text: borrowing EdgedText
  ) -> Bool {
    let first = start..<run.firstEnd
    if HostVocabulary.objects.containsFolded(text.text, first)
      || HostVocabulary.reversed.containsFolded(text.text, first) || text[start - 1] == ASCII.dot
    {
      return false
    }
    if text.holds("svc", at: run.lastStart), run.labels == 2 { return false }
    if run.labels > 2 { return !run.hasCamel || run.hasMark }
    return !HostVocabulary.notInternal.containsFolded(text.text, first)
      && text[start - 1] != ASCII.slash && !run.hasUnderscore && (!run.hasCamel || run.hasMark)
  }

  /// Whether a reserved name, whose last label is a word too (`login.page.test`), is a host's: by a port
  /// or a machine's label. A component of a path is a file.
  private static func isReserved(
    _ run: HostRun,
    from start: Int,
    in text: borrowing EdgedText
  ) -> Bool {
    guard run.labels > 2, !run.hasUnderscore, !run.hasCamel,
      text[start - 1] != ASCII.slash || text[start - 2] == ASCII.slash
    else { return false }
    if hasPort(run, in: text)
      || HostVocabulary.relays.containsFolded(text.text, start..<run.firstEnd)
    {
      return true
    }
    if HostVocabulary.tests.contains(text.text, run.priorStart..<run.lastStart - 1) { return false }
    for position in start..<run.priorStart
    where text[position].isDigit || text[position] == ASCII.minus { return true }
    // `see reports.acme.test`, and no stack's `at login.form.test`.
    let first = start..<run.firstEnd
    // `login.page2.test`, `login.v-2.test`: a page's and a version's.
    for position in run.priorStart..<run.lastStart - 1 where !text[position].isLetter {
      return false
    }
    guard text[start - 1] == ASCII.space,
      !HostVocabulary.members.containsFolded(text.text, first),
      !HostVocabulary.tests.containsFolded(text.text, first)
    else { return false }
    let word = text.wordStart(before: start - 1)
    return HostVocabulary.towards.containsFolded(text.text, word..<start - 1)
  }

  /// Whether a top-level domain that is a word too names a host here.
  private static func hasEvidence(
    _ run: HostRun,
    from start: Int,
    in text: borrowing EdgedText
  ) -> Bool {
    let isFile = isFile(run.lastStart..<run.end, in: text)
    if hasPort(run, in: text), !isFile { return true }
    guard run.labels > 2, !run.hasUnderscore, !run.hasCamel else { return false }
    // `1.2.dev` is a version.
    guard isName(run.priorStart..<run.lastStart - 1, in: text) else { return false }
    if HostVocabulary.services.containsFolded(text.text, start..<run.firstEnd) { return true }
    return run.hasMark && !isFile
  }

  private static func isName(_ label: Range<Int>, in text: borrowing EdgedText) -> Bool {
    for position in label where !text[position].isDigit { return true }
    return false
  }

  /// Whether the run is a package, a member or a column.
  private static func isCode(
    _ run: HostRun,
    from start: Int,
    in text: borrowing EdgedText
  ) -> Bool {
    let first = start..<run.firstEnd
    let last = run.lastStart..<run.end
    let isCompany = text.text.extracting(last).equals("com")
    if HostVocabulary.objects.containsFolded(text.text, first) { return !hasPort(run, in: text) }
    if HostVocabulary.reversed.contains(text.text, first) {
      let isPlain = text.text.extracting(first).equals("io") && isCompany
      return !isPlain && !hasPort(run, in: text)
    }
    if isGroup(run, in: text) { return true }
    if run.hasCamel, !run.hasMark, !isCapitalised(first, in: text) { return true }
    if run.labels > 2 {
      return !isCompany && !HostVocabulary.domains.containsFolded(text.text, last)
        && HostVocabulary.reversedWords.contains(text.text, first)
    }
    if run.hasUnderscore || first.count == 1 || !isName(first, in: text) && !isCompany {
      return !hasPort(run, in: text)
    }
    if isTable(from: start, in: text) { return true }
    return HostVocabulary.members.containsFolded(text.text, first)
      && !isCompany && !hasPort(run, in: text)
  }

  /// Whether the label is of capitals, or begins with its only one.
  private static func isCapitalised(_ label: Range<Int>, in text: borrowing EdgedText) -> Bool {
    text[label.lowerBound].isUppercase
  }

  /// `networking.k8s.io`, `app.kubernetes.io/name`, `monitoring.coreos.com/v1`.
  private static func isGroup(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    if run.labels > 2,
      HostVocabulary.groups.contains(text.text, run.priorStart..<run.lastStart - 1)
    {
      return !hasPort(run, in: text)
    }
    guard text[run.end] == ASCII.slash, text[run.end + 1] == ASCII.lowerU + 1 else { return false }
    let digits = text.digitsEnd(from: run.end + 2, most: 2)
    return digits > run.end + 2
      && (text.holds("alpha", at: digits) || text.holds("beta", at: digits)
        || text.holds(", Kind=", at: digits))
  }

  /// Whether SQL's `FROM`, `JOIN`, `INTO`, `UPDATE` or `TABLE` stands before.
  private static func isTable(from start: Int, in text: borrowing EdgedText) -> Bool {
    guard text[start - 1] == ASCII.space else { return false }
    let word = text.wordStart(before: start - 1)
    return text.holds("FROM", at: word) || text.holds("JOIN", at: word)
      || text.holds("INTO", at: word) || text.holds("UPDATE", at: word)
      || text.holds("TABLE", at: word)
  }

  /// Whether the run is a component of a path, where two labels are a file or a package.
  private static func isBelowPath(
    _ run: HostRun,
    from start: Int,
    in text: borrowing EdgedText
  ) -> Bool {
    guard text[start - 1] == ASCII.slash, run.labels == 2 else { return false }
    return text[start - 2] != ASCII.slash && !hasPort(run, in: text)
  }

  private static func isFile(_ label: Range<Int>, in text: borrowing EdgedText) -> Bool {
    PathVocabulary.extensions.containsFolded(text.text, label)
  }

  /// Whether a label is all small or all capital: `System.Net` is no host.
  private static func hasOneCase(_ label: Range<Int>, in text: borrowing EdgedText) -> Bool {
    var hasSmall = false
    var hasCapital = false
    for position in label {
      if text[position].isLowercase { hasSmall = true }
      if text[position].isUppercase { hasCapital = true }
    }
    return !(hasSmall && hasCapital)
  }

  /// Whether the port of a known service follows.
  static func hasPort(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    guard text[run.end] == ASCII.colon else { return false }
    let end = text.digitsEnd(from: run.end + 1, most: 6)
    let next = text[end]
    return !next.isWord && !(next == ASCII.colon && text[end + 1].isDigit)
      && !(next == ASCII.dot && text[end + 1].isDigit)
      && HostVocabulary.ports.contains(text.text, run.end + 1..<end)
  }
}

extension WordTable {
  /// Whether the bytes of `range` are one of the words, spelt exactly.
  func contains(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    contains(text, from: range.lowerBound, to: range.upperBound)
  }

  /// Whether the bytes of `range` are one of the words, when `A`…`Z` count as small.
  func containsFolded(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    containsFolded(text, from: range.lowerBound, to: range.upperBound)
  }
}
