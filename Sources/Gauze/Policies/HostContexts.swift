/// Host names of any form that the words before them give away: `host=db-17`, `ENOTFOUND db`,
/// `Unknown host 'db'`, and those whose own form is enough: `ip-10-0-0-5`, `DESKTOP-4F2KQ1Z`.
struct HostContext {
  private enum Kind {
    case none
    case key
    case lookup
    case connection
    case server
    /// A program that takes a host: `ssh`, `ping`.
    case program
    /// `connect`, behind which `to` follows.
    case approach
    /// `connect to`, `reach`.
    case reach
  }

  private var kind = Kind.none
  /// Where the word that announces a host begins and ends.
  private var start = 0
  private var end = 0
  /// The byte after a protocol that stands between a key and its server: `Server=tcp:db17`.
  private var passed = -1
  /// Where the name that this word ends begins.
  private var nameStart = 0
  /// Whether it is the mere word `host`, which prose uses too.
  private var isBare = false

  /// Whether `run` is a host's name; notes whether it announces one.
  mutating func takes(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    let before = kind
    // Most words are plain, and nothing before or behind them makes them a host.
    if before == .none, !run.hasMark, run.labels == 1, text[run.end] != ASCII.colon,
      text[run.start - 4] != ASCII.colon, text[run.start - 1] != ASCII.apostrophe,
      text[run.start - 1] != ASCII.at,
      text[run.start - 1] != ASCII.slash || text[run.start - 3] != ASCII.at
    {
      note(run, in: text, after: before)
      return false
    }
    // A scheme: its URL is read for itself.
    if text[run.end] == ASCII.colon, text.holds("://", at: run.end) {
      note(run, in: text, after: before)
      return false
    }
    if isProtocol(run, in: text) {
      end = run.start - 1
      passed = run.end + 1
      return false
    }
    let isHost =
      !run.isNumeric && run.end - run.start <= 253 && text[run.start] != ASCII.minus
      && (isAnnounced(run, in: text) || isMachine(run, in: text))
      && !HostVocabulary.nobody.containsFolded(text.text, run.start..<run.end)
    if isHost { kind = .none } else { note(run, in: text, after: before) }
    return isHost
  }

  /// Forgets what was announced.
  mutating func reset() { kind = .none }

  // MARK: The words before

  private mutating func note(_ run: HostRun, in text: borrowing EdgedText, after before: Kind) {
    // `connection to server at "db"`
    if before == .server, run.end - run.start == 2, text.holds("at", at: run.start) {
      end = run.end
      return
    }
    if before == .approach || before == .program, run.end - run.start == 2,
      text.holds("to", at: run.start), run.start == end + 1
    {
      kind = .reach
      end = run.end
      return
    }
    // `ping -c 3 db17`
    if before == .program, text[run.start] == ASCII.minus || run.isNumeric, run.start <= end + 2 {
      end = run.end
      return
    }
    // `could not translate host name "db"`
    if before == .key,
      text.holds(" name", at: end) && run.end == end + 5
        || text.holds(" address", at: end) && run.end == end + 8
    {
      end = run.end
      return
    }
    kind = .none
    let word = run.lastStart..<run.end
    guard word.count > 2 else { return }
    start = word.lowerBound
    end = run.end
    nameStart = run.start
    isBare = run.end - run.start < 6
    kind = kind(of: word, in: text)
  }

  /// What a word announces. Its letters are looked at before the tables are searched.
  private func kind(of word: Range<Int>, in text: borrowing EdgedText) -> Kind {
    let end = word.upperBound
    switch (text[end - 3] | 0x20, text[end - 2] | 0x20, text[end - 1] | 0x20) {
    case (Self.o, Self.s, ASCII.lowerT), (Self.s, ASCII.lowerT, Self.s),
      (ASCII.lowerA, Self.m, ASCII.lowerE), (Self.m, ASCII.lowerE, Self.s),
      (ASCII.lowerQ, Self.d, ASCII.lowerN):
      let part = hyphenPart(word, in: text)..<word.upperBound
      if HostVocabulary.keys.containsFolded(text.text, word)
        || HostVocabulary.keys.containsFolded(text.text, part)
        || text.holds("host.name", at: word.lowerBound - 5)
      {
        return .key
      }
    default: break
    }
    switch (text[word.lowerBound] | 0x20, text[word.lowerBound + 1] | 0x20) {
    case (ASCII.lowerC, Self.o), (ASCII.lowerR, ASCII.lowerE):
      guard word.count > 4 else { return .none }
      if HostVocabulary.approaches.containsFolded(text.text, word) { return .approach }
      return HostVocabulary.reaches.containsFolded(text.text, word) ? .reach : .none
    case (ASCII.lowerL, Self.o) where word.count == 6, (ASCII.lowerU, ASCII.lowerN),
      (ASCII.lowerE, _):
      guard word.count > 5 else { return .none }
      if HostVocabulary.lookups.containsFolded(text.text, word) { return .lookup }
      return HostVocabulary.connections.containsFolded(text.text, word) ? .connection : .none
    case (Self.s, ASCII.lowerE) where word.count == 6:
      return text.holds("erver", at: word.lowerBound + 1) ? .server : .none
    case (Self.s, Self.o) where word.count == 6:
      return text.holds("Data Source", at: word.lowerBound - 5) ? .key : .none
    case (Self.p, ASCII.lowerA + 8), (ASCII.lowerT, ASCII.lowerE), (ASCII.lowerT, ASCII.lowerR),
      (ASCII.lowerN, ASCII.lowerE), (ASCII.lowerN, Self.s), (Self.d, ASCII.lowerA + 8),
      (Self.m, ASCII.lowerT), (Self.s, Self.s), (Self.s, ASCII.lowerC), (Self.s, ASCII.lowerF):
      return HostVocabulary.programs.containsFolded(text.text, word) ? .program : .none
    default: return .none
    }
  }

  private static let d = ASCII.lowerA + 3
  private static let o = ASCII.lowerN + 1
  private static let p = ASCII.lowerN + 2
  private static let m = ASCII.lowerN - 1
  private static let s = ASCII.lowerT - 1

  /// The last part of a key, after `_`, `-` or a small letter.
  private func hyphenPart(_ word: Range<Int>, in text: borrowing EdgedText) -> Int {
    let part = text.lastPart(from: word.lowerBound, to: word.upperBound)
    var position = word.upperBound
    while position > part, text[position - 1] != ASCII.minus { position -= 1 }
    return position
  }

  private func isAnnounced(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    // `'root'@'db-17'`
    if text[run.start - 1] == ASCII.apostrophe, text[run.start - 2] == ASCII.at { return true }
    // `thin:@db:1521`, `thin:@//db:1521`
    let isRooted = text[run.start - 1] == ASCII.slash && text.holds("@//", at: run.start - 3)
    let sign = isRooted ? run.start - 3 : run.start - 1
    if text[sign] == ASCII.at, text[sign - 1] == ASCII.colon,
      text[run.end] == ASCII.colon,
      text[run.end + 1].isDigit
        || text[run.end] == ASCII.slash && sign < run.start - 1
    {
      return true
    }
    if HostLists.holds(run, in: text) || HostLists.isLogged(run, in: text) { return true }
    if HostLists.isSyslog(run, in: text) || isUnresolved(run, in: text) { return true }
    guard kind != .none, end < run.start, end >= text.edge, run.start - end <= 8,
      text[run.end] != ASCII.leftParenthesis
    else { return false }
    var gap = Gap(in: text, from: end, to: run.start)
    if passed == run.start { gap = Gap() }
    switch kind {
    case .none:
      return false
    case .key:
      if gap.isOther || !gap.isAny { return false }
      if gap.hasBracket { return run.hasMark && (gap.hasColon || gap.hasEquals) }
      if gap.hasEquals || gap.hasQuote { return true }
      if HostVocabulary.keys.containsFolded(text.text, run.lastStart..<run.end) { return false }
      if run.hasMark || run.labels > 1 {
        return !gap.isBlank || !HostMachines.isRegistered(run, in: text)
      }
      if isFailure(in: text), gap.hasColon || text[run.end] == ASCII.colon { return true }
      return gap.hasColon && (!isBare || isLineStart(in: text))
    case .lookup:
      guard !gap.isOther, !gap.hasBracket, gap.isAny else { return false }
      if run.hasMark || run.labels > 1 || gap.hasColon || gap.hasQuote { return true }
      return text.holds(" on ", at: run.end) || text.holds(":", at: run.end)
        || text.holds("getaddrinfo ", at: start - 12)
    case .connection:
      return gap.isBlank && text[run.end] == ASCII.colon && text[run.end + 1].isDigit
    case .server:
      // `server: shop.acme.test, request: …`
      if run.labels > 2, gap.hasColon || gap.isBlank, !gap.isOther, !gap.hasBracket,
        HostVocabulary.reserved.contains(text.text, run.lastStart..<run.end)
      {
        return true
      }
      if gap.isBlank, run.hasMark, run.hasDigit, HostNames.hasPort(run, in: text) { return true }
      return !gap.isOther && !gap.hasBracket && (gap.hasQuote || gap.hasEquals)
    case .approach:
      return false
    case .program, .reach:
      guard
        run.labels == 1
          || run.labels > 2
            && HostVocabulary.reserved.contains(text.text, run.lastStart..<run.end),
        gap.hasBlank, !gap.isOther, !gap.hasBracket, !gap.hasEquals, !gap.hasColon,
        run.end - run.start > 2, text[run.end] != ASCII.equals
      else { return false }
      // `connect to db:5432`; prose has neither ports nor numbers in its words.
      if text[run.end] == ASCII.colon, text[run.end + 1].isDigit, text[run.end + 2].isDigit {
        return true
      }
      if run.labels > 1 || isPlaced(run, in: text) { return true }
      return run.hasMark && run.hasDigit && text[run.start].isLetter
        && !Prose.technical.containsFolded(text.text, run.start..<run.end)
    }
  }

  /// Whether an address or a port of four digits follows in words: `payroll (192.0.2.14)`,
  /// `payroll port 8080`.
  private func isPlaced(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    guard !HostVocabulary.places.containsFolded(text.text, run.start..<run.end) else {
      return false
    }
    if text.holds(" (", at: run.end), text[run.end + 2].isDigit {
      return IPv4Grammar.chain(in: text, at: run.end + 2).parts == 4
    }
    guard text.holds(" port ", at: run.end) else { return false }
    return text.digitsEnd(from: run.end + 6, most: 5) >= run.end + (run.hasMark ? 8 : 9)
  }

  /// Whether `run` is a protocol between a key and its server, as data sources write it.
  private func isProtocol(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    guard kind == .key || kind == .server, text[run.end] == ASCII.colon, run.end - run.start < 6,
      text[run.start - 1] == ASCII.equals
    else { return false }
    // `host=admin:8080` is a host before its port.
    let next = text.digitsEnd(from: run.end + 1, most: 4)
    guard
      text[next].isLetter || text[next] == ASCII.less || text[next] == ASCII.backslash
        || next > run.end + 1 && text[next] == ASCII.dot
    else { return false }
    return HostVocabulary.protocols.containsFolded(text.text, run.start..<run.end)
  }

  /// `ping: db: Name or service not known`, `db:27017: nodename nor servname provided`.
  private func isUnresolved(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    guard text[run.end] == ASCII.colon else { return false }
    let port = text.digitsEnd(from: run.end + 1, most: 5)
    let hasPort = port > run.end + 1 && text[port] == ASCII.colon
    let end = hasPort ? port : run.end
    guard text[end + 1] == ASCII.space else { return false }
    let isFailure =
      text.holds("Name or service not known", at: end + 2)
      || text.holds("nodename nor servname", at: end + 2)
      || text.holds("Temporary failure in name resolution", at: end + 2)
      || text.holds("No address associated with", at: end + 2)
      || hasPort && text.holds("[Errno -", at: end + 2)
    guard isFailure else { return false }
    let isOwn = text[run.start - 1] == 0 || text.holds(": ", at: run.start - 2)
    return hasPort || run.hasMark
      || isOwn && !HostVocabulary.functions.containsFolded(text.text, run.start..<run.end)
  }

  /// Whether the key begins its line, or follows a bracket, a comma or a quote.
  private func isLineStart(in text: borrowing EdgedText) -> Bool {
    let blanks = text.blanksStart(before: nameStart)
    if blanks == 0 { return true }
    switch text[blanks - 1] {
    case ASCII.lineFeed, ASCII.leftBrace, ASCII.comma, ASCII.quote, ASCII.semicolon: return true
    default: return false
    }
  }

  /// `Could not resolve host: db`, `unknown host: db`.
  private func isFailure(in text: borrowing EdgedText) -> Bool {
    text.holds("resolve ", at: start - 8) || text.holds("nknown ", at: start - 7)
  }

  // MARK: The name itself

  private func isMachine(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    guard run.labels == 1, text[run.end] != ASCII.leftParenthesis else { return false }
    // `address=db:27017`
    if text[run.start - 1] == ASCII.equals, HostNames.hasPort(run, in: text) { return true }
    guard run.hasMark else { return false }
    if HostMachines.isAnnounced(run, in: text) || HostLists.isNumbered(run, in: text) {
      return true
    }
    if hasAddress(run, in: text) || isWorkstation(run, in: text) || isNode(run, in: text) {
      return true
    }
    guard HostNames.hasPort(run, in: text), text[run.start - 1] != ASCII.dot else { return false }
    var part = run.end
    while part > run.start, text[part - 1] != ASCII.minus, text[part - 1] != ASCII.underscore {
      part -= 1
    }
    // `db-17:5432` is a machine; `exit-code:443` is none, nor a line of `a1:80`.
    return part > run.start && !HostVocabulary.counters.containsFolded(text.text, part..<run.end)
  }

  /// `ip-10-0-0-5`, `ec2-54-12-3-4`.
  private func hasAddress(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    var position = run.start
    if text.holds("ip-", at: position) {
      position += 3
    } else if text.holds("ec2-", at: position) {
      position += 4
    } else {
      return false
    }
    for part in 0..<4 {
      let end = text.digitsEnd(from: position, most: 3)
      guard end > position, part == 3 || text[end] == ASCII.minus else { return false }
      position = part == 3 ? end : end + 1
    }
    return position == run.end
  }

  /// `DESKTOP-4F2KQ1Z` and the like, as Windows names machines; `Janes-MacBook-Pro`, `jane-mbp`.
  private func isWorkstation(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    let hyphen = lastHyphen(run, in: text)
    if text.holds("DESKTOP-", at: run.start) || text.holds("LAPTOP-", at: run.start)
      || text.holds("WIN-", at: run.start)
    {
      guard run.end - hyphen >= 7 else { return false }
      for position in hyphen + 1..<run.end
      where !text[position].isDigit && !text[position].isUppercase { return false }
      return true
    }
    if run.end - hyphen == 4, text.text.extracting(hyphen + 1..<run.end).equals("mbp") {
      return true
    }
    var position = run.start
    while position < run.end, run.end - run.start <= 64 {
      if text.holds("-MacBook", at: position) || text.holds("-macbook", at: position) {
        return position > run.start
      }
      position += 1
    }
    return false
  }

  /// `gke-prod-pool-1-8fe2a1b3-x7k2`, `aks-pool1-12345678-vmss000000`: nodes as clouds name them.
  private func isNode(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    let hyphen = lastHyphen(run, in: text)
    if text.holds("aks-", at: run.start) { return text.holds("vmss", at: hyphen + 1) }
    guard text.holds("gke-", at: run.start), run.end - hyphen == 5, hyphen - run.start > 12,
      text[hyphen - 9] == ASCII.minus
    else { return false }
    for position in hyphen - 8..<hyphen where !text[position].isHexDigit { return false }
    return true
  }

  private func lastHyphen(_ run: HostRun, in text: borrowing EdgedText) -> Int {
    var position = run.end - 1
    while position > run.start, text[position] != ASCII.minus { position -= 1 }
    return position
  }
}

/// What parts a word from the one before it.
private struct Gap {
  var hasEquals = false
  var hasColon = false
  var hasQuote = false
  var hasBlank = false
  /// Whether a list begins.
  var hasBracket = false
  /// Whether it holds anything else.
  var isOther = false

  init(in text: borrowing EdgedText, from start: Int, to end: Int) {
    for position in start..<end {
      switch text[position] {
      case ASCII.space, ASCII.tab: hasBlank = true
      case ASCII.equals: hasEquals = true
      case ASCII.leftBracket: hasBracket = true
      case ASCII.colon: hasColon = true
      case ASCII.quote, ASCII.apostrophe, ASCII.backtick: hasQuote = true
      case ASCII.backslash where text[position + 1] == ASCII.quote: hasQuote = true
      default: isOther = true
      }
    }
  }

  /// An equals sign.
  init() { hasEquals = true }

  var isAny: Bool { hasEquals || hasColon || hasQuote || hasBlank }

  var isBlank: Bool { hasBlank && !hasEquals && !hasColon && !hasQuote && !isOther && !hasBracket }
}
