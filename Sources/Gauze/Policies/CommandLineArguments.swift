// Passwords that a program takes by their place, not behind an option's name: `htpasswd -b file jane
// hunter2`; and the options of Windows' scheduler, which begin with a slash.

extension SecretReader {
  /// The password that the program or option at `position` takes.
  func commandArgument(at position: Int) -> Range<Int>? {
    switch self[position] | 0x20 {
    case Self.letterH where stands("htpasswd ", at: position):
      return htpasswdArgument(from: position + 9)
    case ASCII.lowerR, ASCII.lowerN + 2:
      guard before(position) == ASCII.slash, self[position - 2] == ASCII.space else { return nil }
      return schedulerArgument(at: position)
    default: return nil
    }
  }

  /// The last of `file user password`, or of `user password` with `-n`, if `-b` says that it is there.
  private func htpasswdArgument(from start: Int) -> Range<Int>? {
    var position = blankEnd(from: start)
    var (isBatch, prints) = (false, false)
    for _ in 0..<6 where self[position] == ASCII.minus {
      var takesNumber = false
      position += 1
      while self[position].isLetter {
        switch self[position] {
        case ASCII.lowerB: isBatch = true
        case ASCII.lowerN: prints = true
        case ASCII.upperA + 2, ASCII.lowerR: takesNumber = true
        default: break
        }
        position += 1
      }
      position = blankEnd(from: position)
      if takesNumber { position = blankEnd(from: argumentEnd(from: position)) }
    }
    guard isBatch else { return nil }
    for _ in 0..<(prints ? 1 : 2) {
      let end = argumentEnd(from: position)
      guard end > position, self[end] == ASCII.space else { return nil }
      position = blankEnd(from: end)
    }
    return argumentSecret(at: position)
  }

  /// The end of a file's or an account's name; what is skipped must be able to be one.
  private func argumentEnd(from start: Int) -> Int {
    var end = start
    while end < start + Self.reach,
      SensitiveName.isByte(self[end]) || self[end] == ASCII.slash || self[end] == ASCII.tilde
    {
      end += 1
    }
    return end
  }

  /// `/rp hunter2` and `/p hunter2` behind `schtasks`, which stands at most 256 bytes before.
  private func schedulerArgument(at position: Int) -> Range<Int>? {
    let end = wordEnd(from: position)
    guard self[end] == ASCII.space,
      Self.schedulerOptions.containsFolded(text, from: position, to: end)
    else { return nil }
    var start = position
    while start > edge, position - start < 256, self[start - 1] != ASCII.lineFeed {
      start -= 1
      if self[start] | 0x20 == ASCII.lowerS,
        Self.scheduler.containsFolded(text, from: start, to: start + 8)
      {
        let next = blankEnd(from: end)
        return self[next] == ASCII.slash ? nil : argumentSecret(at: next)
      }
    }
    return nil
  }

  /// The word or the quoted words at `start`, unless it holds nothing.
  private func argumentSecret(at start: Int) -> Range<Int>? {
    var value = start..<start
    if let quote = quote(at: start) {
      let first = start + quote.length
      value = first..<max(quotedEnd(from: first, in: quote, limit: first + Self.reach), first)
    } else if start < text.count {
      value = start..<max(bareEnd(from: start, limit: start + 2 * Self.reach), start)
    }
    return isHarmless(value, of: .strong, .none) ? nil : value
  }

  private static let letterH = ASCII.lowerA + 7
  private static let schedulerOptions = WordTable("rp p")
  private static let scheduler = WordTable("schtasks")
}
