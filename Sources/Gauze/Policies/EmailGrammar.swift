/// What is a mail address: here in running text, where an address must be told from its surroundings;
/// strictly, where a whole text claims to be one, in `isAddress`.
package enum EmailGrammar {
  private static let tags = WordTable(
    """
    latest next main master canary nightly beta alpha stable edge workspace npm HEAD head dev rc lts \
    experimental preview insiders sha256 sha384 sha512 berry classic hover focus visited media
    """
  )

  /// Conversions of format strings, with their lengths.
  private static let fields = WordTable(
    """
    d i o u x X e E f F g G a A c s p n m S C ld li lu lx lX lf lld lli llu llx hd hi hu hx hhd hhu zd zu \
    zx jd ju td lo ls lc Lf
    """
  )

  /// The length of the form of `@` at `position`: `@` itself (1), `%40` (3), or the full-width and
  /// small forms U+FF20 and U+FE6B (3); 0 if there is none.
  package static func atSignLength(in text: Span<UInt8>, at position: Int) -> Int {
    switch text[position] {
    case ASCII.at:
      return 1
    case ASCII.percent:
      guard position + 2 < text.count else { return 0 }
      return text[position + 1] == ASCII.four && text[position + 2] == ASCII.zero ? 3 : 0
    case 0xEF:
      guard position + 2 < text.count else { return 0 }
      let form = (text[position + 1], text[position + 2])
      return form == (0xBC, 0xA0) || form == (0xB9, 0xAB) ? 3 : 0
    default:
      return 0
    }
  }

  /// The extent of the address around the `@` at `position`, if there is one.
  ///
  /// Nothing before `floor` is looked at. Fails closed: `user@host` counts, whatever the host, unless
  /// what follows the `@` reads as a version, a tag of a package or an object's hash.
  package static func extent(
    around position: Int,
    in text: Span<UInt8>,
    after floor: Int
  ) -> Range<Int>? {
    let width = atSignLength(in: text, at: position)
    let domain = position + width
    // The domain first: a run of `%40` is made of bytes that a local part may hold.
    guard width > 0, position > floor, var end = domainEnd(from: domain, in: text) else {
      return nil
    }
    if text[domain] != ASCII.leftBracket, text[domain] != ASCII.percent,
      labelCount(in: text, from: domain, to: end) == 1
    {
      if width == 3, text[position] == ASCII.percent,
        isField(in: text, from: domain, to: end)
          || isEscape(in: text, endingAt: position, after: floor)
      {
        return nil
      }
      if tags.contains(text, from: domain, to: end) { return nil }
    }
    if isUnit(in: text, from: domain, to: end) { return nil }
    guard let start = localStart(before: position, in: text, after: floor) else { return nil }
    if isHash(in: text, from: domain, to: end, local: start..<position) { return nil }
    // `50%40off`
    if width == 3, position - start < 4, isNumber(in: text, from: start, to: position),
      labelCount(in: text, from: domain, to: end) == 1
    {
      return nil
    }
    // `a@b@c` goes whole: a password may hold an `@`.
    while end < text.count, text[end] == ASCII.at,
      let further = domainEnd(from: end + 1, in: text)
    {
      end = further
    }
    return start..<end
  }

  /// `user@1000.service`, `getty@tty1.service`: an instance of a unit of systemd, which has a number.
  private static func isUnit(in text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var dot = end
    var hasDigit = false
    while dot > start, text[dot - 1] != ASCII.dot { dot -= 1 }
    guard dot > start, units.contains(text, from: dot, to: end) else { return false }
    for position in start..<dot - 1 {
      if text[position] == ASCII.dot { return false }
      if text[position].isDigit { hasDigit = true }
    }
    return hasDigit
  }

  private static let units = WordTable(
    "service socket timer target slice scope mount automount device swap"
  )

  /// `%40s`, `%40llu`: a field of a format string, at most two bytes of length before its conversion.
  private static func isField(in text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard end - start <= 3 else { return false }
    return fields.contains(text, from: start, to: end)
  }

  /// Whether a percent escape ends at `end`: what stands before it is a path or a field, no mailbox.
  private static func isEscape(in text: Span<UInt8>, endingAt end: Int, after floor: Int) -> Bool {
    end - 3 >= floor && text[end - 3] == ASCII.percent && text[end - 2].isHexDigit
      && text[end - 1].isHexDigit
  }

  // MARK: The local part

  /// Where the local part that ends at `position` begins, or nothing if it is empty.
  private static func localStart(
    before position: Int,
    in text: Span<UInt8>,
    after floor: Int
  ) -> Int? {
    if text[position - 1] == ASCII.quote {
      return quotedStart(closing: position - 1, in: text, after: floor)
    }
    var start = position
    while start > floor {
      var previous = start - 1
      if text[previous] < 0x80 {
        guard isLocal(text[previous]) else { break }
      } else {
        while previous > floor, text[previous].isContinuation { previous -= 1 }
        guard Typography.addressBreak(in: text, at: previous) == 0 else { break }
      }
      start = previous
    }
    start = afterKey(in: text, from: start, to: position)
    while start < position, isOrnament(text[start]) { start += 1 }
    return start < position ? start : nil
  }

  /// The opening quote of a quoted local part, at most 256 bytes away on the same line.
  private static func quotedStart(
    closing: Int,
    in text: Span<UInt8>,
    after floor: Int
  ) -> Int? {
    let limit = max(floor, closing - 256)
    var position = closing - 1
    while position >= limit {
      let byte = text[position]
      if byte == ASCII.lineFeed || byte == ASCII.carriageReturn { return nil }
      if byte == ASCII.quote, position == limit || text[position - 1] != ASCII.backslash {
        return closing - position > 1 ? position : nil
      }
      position -= 1
    }
    return nil
  }

  /// Skips a leading `key=` (or `&key=`), which names the address and is no part of it. What is not
  /// a plain key stays: `bounce+jane=acme.example@lists.example` holds an address twice.
  private static func afterKey(in text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var equals = end - 1
    while equals >= start, text[equals] != ASCII.equals { equals -= 1 }
    guard equals >= start else { return start }
    var key = equals
    while key > start, isKey(text[key - 1]) { key -= 1 }
    guard key == start || text[key - 1] == ASCII.ampersand else { return start }
    return equals + 1
  }

  private static func isKey(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == ASCII.underscore || byte == ASCII.minus
  }

  /// `atext` of RFC 5322 and the dot, without what separates in running text: `/ ? { | }` and the
  /// backtick.
  static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.dot, ASCII.underscore, ASCII.plus, ASCII.minus, ASCII.exclamation, ASCII.hash,
      ASCII.dollar, ASCII.percent, ASCII.ampersand, ASCII.apostrophe, ASCII.asterisk, ASCII.caret,
      ASCII.tilde, ASCII.equals:
      return true
    default:
      return byte.isAlphanumeric
    }
  }

  /// What may stand before an address without being part of it.
  private static func isOrnament(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.dot, ASCII.apostrophe, ASCII.ampersand, ASCII.asterisk, ASCII.hash,
      ASCII.exclamation, ASCII.equals, ASCII.minus, ASCII.tilde, ASCII.caret, ASCII.plus:
      return true
    default:
      return false
    }
  }
}

// MARK: The domain

extension EmailGrammar {
  /// The end of the domain or address literal that begins at `start`, or nothing if there is none or
  /// it reads as a version.
  static func domainEnd(from start: Int, in text: Span<UInt8>) -> Int? {
    guard start < text.count else { return nil }
    if text[start] == ASCII.leftBracket { return literalEnd(from: start, in: text) }
    if text[start] == ASCII.percent { return encodedLiteralEnd(from: start, in: text) }
    var end = labelEnd(from: start, in: text)
    guard end > start else { return nil }
    let first = end
    var labels = 1
    var numeric = isNumber(in: text, from: start, to: end) ? 1 : 0
    var counted = numeric
    while true {
      let dot = dotLength(in: text, at: end)
      guard dot > 0 else { break }
      let next = labelEnd(from: end + dot, in: text)
      guard next > end + dot else { break }
      labels += 1
      if text[end + dot].isDigit || next - end - dot == 1 && text[end + dot] == ASCII.lowerX {
        counted += 1
      }
      if isNumber(in: text, from: end + dot, to: next) { numeric += 1 }
      end = next
    }
    if isVersion(in: text, from: start, first: first, labels: labels, counted: counted),
      !(labels == 4 && numeric == 4 && isQuad(in: text, from: start, to: end))
    {
      return nil
    }
    return end
  }

  /// `20.11.1`, `18`, `v4`, `v1.2.x` and the retina form `2x.png`; `163.com` is a domain.
  private static func isVersion(
    in text: Span<UInt8>,
    from start: Int,
    first: Int,
    labels: Int,
    counted: Int
  ) -> Bool {
    if text[start].isDigit {
      if labels == 1 { return true }
      if isNumber(in: text, from: start, to: first) { return counted > 1 }
      return labels == 2 && first - start == 2 && text[start + 1] == ASCII.lowerX
    }
    guard text[start].lowercased == ASCII.lowerV, first - start > 1, text[start + 1].isDigit
    else {
      return false
    }
    return counted == labels - 1
  }

  /// Four numbers of at most three digits and at most 255.
  private static func isQuad(in text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var value = 0
    for position in start..<end {
      if text[position].isDigit {
        value = value * 10 + Int(text[position] - ASCII.zero)
        if value > 255 { return false }
      } else {
        value = 0
      }
    }
    return true
  }

  /// `[10.0.0.1]` or `[IPv6:2001:db8::1]`, at most 64 bytes long.
  static func literalEnd(from start: Int, in text: Span<UInt8>) -> Int? {
    var end = start + 1
    while end < text.count, end - start <= 64 {
      let byte = text[end]
      if byte == ASCII.rightBracket { return end - start > 2 ? end + 1 : nil }
      guard byte.isAlphanumeric || byte == ASCII.dot || byte == ASCII.colon || byte == ASCII.minus
      else { return nil }
      end += 1
    }
    return nil
  }

  /// `%5B10.0.0.1%5D`, at most 96 bytes long.
  private static func encodedLiteralEnd(from start: Int, in text: Span<UInt8>) -> Int? {
    guard isEscape(in: text, at: start, ASCII.upperA + 1) else { return nil }
    var end = start + 3
    while end < text.count, end - start <= 96 {
      let byte = text[end]
      if byte == ASCII.percent {
        if isEscape(in: text, at: end, ASCII.upperA + 3) { return end - start > 4 ? end + 3 : nil }
        guard end + 2 < text.count, text[end + 1] == ASCII.three,
          text[end + 2] | 0x20 == ASCII.lowerA
        else { return nil }
        end += 3
        continue
      }
      guard byte.isAlphanumeric || byte == ASCII.dot || byte == ASCII.colon || byte == ASCII.minus
      else { return nil }
      end += 1
    }
    return nil
  }

  /// Whether the escape of a bracket stands at `position`: `%5B` or `%5D`.
  private static func isEscape(in text: Span<UInt8>, at position: Int, _ digit: UInt8) -> Bool {
    position + 2 < text.count && text[position] == ASCII.percent
      && text[position + 1] == ASCII.five && text[position + 2] & 0xDF == digit
  }

  /// The end of the label that begins at `start`: letters, digits, inner hyphens, underscores and
  /// scalars beyond ASCII.
  private static func labelEnd(from start: Int, in text: Span<UInt8>) -> Int {
    var end = start
    while end < text.count {
      let byte = text[end]
      if byte >= 0xC0 {
        if dotLength(in: text, at: end) > 0 { break }
        if Typography.addressBreak(in: text, at: end) > 0 { break }
        end += 1
      } else if byte.isWord || byte == ASCII.minus && end > start {
        end += 1
      } else {
        break
      }
    }
    while end > start, text[end - 1] == ASCII.minus { end -= 1 }
    return end
  }

  /// The length of the dot at `position`: `.`, U+FF0E, U+3002 or U+FF61; or 0.
  private static func dotLength(in text: Span<UInt8>, at position: Int) -> Int {
    guard position < text.count else { return 0 }
    if text[position] == ASCII.dot { return 1 }
    guard position + 2 < text.count else { return 0 }
    switch (text[position], text[position + 1], text[position + 2]) {
    case (0xEF, 0xBC, 0x8E), (0xE3, 0x80, 0x82), (0xEF, 0xBD, 0xA1): return 3
    default: return 0
    }
  }

  private static func isNumber(in text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    for position in start..<end where !text[position].isDigit { return false }
    return true
  }

  private static func labelCount(in text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var labels = 1
    var position = start
    while position < end, labels < 2 {
      if dotLength(in: text, at: position) > 0 { labels += 1 }
      position += 1
    }
    return labels
  }

  /// `Thing@1b2c3d4e`: an object printed by a virtual machine, a class's name before six or more
  /// hexadecimal digits.
  private static func isHash(
    in text: Span<UInt8>,
    from start: Int,
    to end: Int,
    local: Range<Int>
  ) -> Bool {
    guard end - start >= 6 else { return false }
    for position in start..<end where !text[position].isHexDigit { return false }
    var name = local.upperBound
    while name > local.lowerBound, text[name - 1] != ASCII.dot { name -= 1 }
    return name < local.upperBound && text[name].isUppercase
  }
}
