/// Hosts that what stands around them gives away: lists of brokers with their ports, numbered machines,
/// and the second field of a log's line.
enum HostLists {
  /// `k1:9092,k2:9092`: beside a comma and another with the same port, which is a service's.
  static func holds(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    guard text[run.end] == ASCII.colon, run.labels == 1, text[run.start].isLetter else {
      return false
    }
    let port = run.end + 1
    let end = text.digitsEnd(from: port, most: 6)
    guard end - port >= 4, HostNames.hasPort(run, in: text) else { return false }
    let length = end - port
    let comma = text[end] == ASCII.quote ? end + 1 : end
    let isFirst = text[comma] == ASCII.comma
    // The port of the one before stands before the comma.
    var before = separator(before: run.start, in: text)
    let isSeparated = text[before] == ASCII.comma
    if isSeparated, text[before - 1] == ASCII.quote { before -= 1 }
    if isSeparated, text[before - length - 1] == ASCII.colon,
      isSame(port..<end, at: before - length, in: text)
    {
      return run.hasMark || HostVocabulary.brokers.contains(text.text, port..<end)
    }
    guard isFirst else { return false }
    var next = comma + 1
    if text[next] == ASCII.space { next += 1 }
    if text[next] == ASCII.quote { next += 1 }
    guard text[next].isLetter else { return false }
    while next - end < 64, HostRun.labelWidth(in: text, at: next) == 1 { next += 1 }
    return text[next] == ASCII.colon && isSame(port..<end, at: next + 1, in: text)
      && !text[next + 1 + length].isDigit
      && (run.hasMark || HostVocabulary.brokers.contains(text.text, port..<end))
  }

  private static func isSame(_ port: Range<Int>, at start: Int, in text: borrowing EdgedText)
    -> Bool
  {
    for offset in 0..<port.count where text[port.lowerBound + offset] != text[start + offset] {
      return false
    }
    return true
  }

  /// Where the comma before an item at `start` is, as if neither blank nor quotes stood around it.
  private static func separator(before start: Int, in text: borrowing EdgedText) -> Int {
    var comma = start - 1
    if text[comma] == ASCII.quote { comma -= 1 }
    if text[comma] == ASCII.space { comma -= 1 }
    return comma
  }

  // MARK: Numbered machines

  /// `db01:3306`, `backup01:/data`, `on 'web02'`: a role or a service with a number, beside a service's
  /// port or a path of its own, or announced and with a zero in front.
  static func isNumbered(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    guard run.labels == 1, run.hasDigit, text[run.end - 1].isDigit, run.end - run.start < 24 else {
      return false
    }
    var digits = run.end
    while digits > run.start, text[digits - 1].isDigit { digits -= 1 }
    var name = digits
    while name > run.start, text[name - 1].isLetter { name -= 1 }
    guard name == run.start, run.end - digits < 5,
      HostVocabulary.services.containsFolded(text.text, name..<digits)
        || HostVocabulary.roles.containsFolded(text.text, name..<digits)
    else { return false }
    if text[run.end] == ASCII.colon {
      if text[run.end + 1] == ASCII.slash { return text[run.end + 2].isLetter }
      let port = text.digitsEnd(from: run.end + 1, most: 6)
      return port - run.end > 4 && HostNames.hasPort(run, in: text)
    }
    guard text[digits] == ASCII.zero, run.end - digits > 1 else { return false }
    var end = run.start
    if text[end - 1] == ASCII.apostrophe || text[end - 1] == ASCII.quote { end -= 1 }
    guard text[end - 1] == ASCII.space else { return false }
    let word = text.wordStart(before: end - 1)
    return HostVocabulary.prepositions.containsFolded(text.text, word..<end - 1)
      || HostVocabulary.machines.containsFolded(text.text, word..<end - 1)
  }

  // MARK: Logs

  /// `Jan 15 10:23:45 db sshd[12]:`, RFC 3164 §4.1.
  static func isSyslog(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    let time = run.start - 9
    guard text[run.start - 1] == ASCII.space, text[time + 2] == ASCII.colon,
      text[time + 5] == ASCII.colon, text[time - 1] == ASCII.space,
      text[time].isDigit, text[time + 7].isDigit, text[time - 2].isDigit,
      text[time - 4] == ASCII.space, text[time - 5].isLowercase, text[time - 6].isLowercase,
      text[time - 7].isUppercase, text[run.end] == ASCII.space
    else { return false }
    var end = run.end + 1
    while end - run.end < 40,
      text[end].isWord || text[end] == ASCII.minus || text[end] == ASCII.slash
    {
      end += 1
    }
    return end > run.end + 1 && (text[end] == ASCII.leftBracket || text[end] == ASCII.colon)
  }

  /// `<34>1 2026-11-21T10:00:01Z web01 app`, RFC 5424 §6.2, and the same without a priority, where a
  /// program and a colon or its number follow.
  static func isLogged(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    guard text[run.start - 1] == ASCII.space, text[run.end] == ASCII.space else { return false }
    var time = run.start - 1
    if text[time - 1] != ASCII.upperZ {
      // `+00:00`
      guard text[time - 3] == ASCII.colon, text[time - 1].isDigit,
        text[time - 6] == ASCII.plus || text[time - 6] == ASCII.minus
      else { return false }
    }
    let end = time
    while end - time < 40,
      text[time - 1].isDigit || text[time - 1] == ASCII.colon || text[time - 1] == ASCII.minus
        || text[time - 1] == ASCII.dot || text[time - 1] == ASCII.plus
        || text[time - 1] == ASCII.upperT || text[time - 1] == ASCII.upperZ
    {
      time -= 1
    }
    guard end - time > 18, text[time + 10] == ASCII.upperT else { return false }
    if text.holds(">1 ", at: time - 3) { return true }
    var program = run.end + 1
    while program - run.end < 40,
      text[program].isWord || text[program] == ASCII.minus || text[program] == ASCII.slash
    {
      program += 1
    }
    return run.hasMark && run.hasDigit && program > run.end + 1
      && (text[program] == ASCII.leftBracket || text[program] == ASCII.colon)
  }
}
