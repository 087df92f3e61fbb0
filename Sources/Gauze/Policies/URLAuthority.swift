/// The authority of a URL (RFC 3986 §3.2): what stands between `://` and the path.
struct URLAuthority {
  /// Where its host begins, after any userinfo.
  let host: Int
  /// The byte after all of it.
  let end: Int
  /// Whether the scheme is one whose authority names no host.
  let isLocal: Bool

  /// The authority after the `://` whose colon is at `colon`.
  init?(in text: borrowing EdgedText, at colon: Int, before limit: Int) {
    guard colon + 3 < limit, text[colon + 1] == ASCII.slash, text[colon + 2] == ASCII.slash else {
      return nil
    }
    var scheme = colon
    while colon - scheme < 24,
      text[scheme - 1].isAlphanumeric || text[scheme - 1] == ASCII.plus
        || text[scheme - 1] == ASCII.minus
    {
      scheme -= 1
    }
    guard scheme < colon else { return nil }
    isLocal = HostVocabulary.local.containsFolded(text.text, scheme..<colon)
    var host = colon + 3
    var end = host
    while end < limit {
      if Self.ends(text[end]) {
        guard let next = Self.variableEnd(in: text, at: end), next <= limit else { break }
        end = next
        continue
      }
      if text[end] == ASCII.at { host = end + 1 }
      end += 1
    }
    // `http://a.example,http://b.example`: the second scheme is no host of the first.
    if text[end] == ASCII.slash, text[end + 1] == ASCII.slash, text[end - 1] == ASCII.colon {
      while end > host, text[end - 1] != ASCII.comma { end -= 1 }
    }
    self.host = host
    self.end = max(host, end)
  }

  /// The end of the variable or placeholder whose bracket stands at `start`, as templates write a user
  /// and a password: `${TOKEN}`, `{{token}}`, `<token>`.
  private static func variableEnd(in text: borrowing EdgedText, at start: Int) -> Int? {
    let closing: UInt8
    switch text[start] {
    case ASCII.leftBrace: closing = ASCII.rightBrace
    case ASCII.less: closing = ASCII.greater
    default: return nil
    }
    var end = start + 1
    if text[end] == ASCII.leftBrace { end += 1 }
    let name = end
    while end - start < 48,
      text[end].isASCIIWord || text[end] == ASCII.minus || text[end] == ASCII.dot
    {
      end += 1
    }
    guard end > name, text[end] == closing else { return nil }
    end += 1
    return text[end] == ASCII.rightBrace && name == start + 2 ? end + 1 : end
  }

  private static func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.slash, ASCII.question, ASCII.hash, ASCII.backslash, ASCII.quote, ASCII.apostrophe,
      ASCII.less, ASCII.greater, ASCII.backtick, ASCII.rightParenthesis, ASCII.rightBrace,
      ASCII.leftBrace, ASCII.semicolon, ASCII.bar, ASCII.leftParenthesis:
      true
    default:
      byte <= ASCII.space || byte == ASCII.delete
    }
  }

  /// The host that begins at `start`, if one does.
  func finding(in text: borrowing EdgedText, at start: Int) -> Finding? {
    if text[start] == ASCII.leftBracket { return literal(in: text, at: start + 1) }
    var last = start
    while last < end, Self.belongs(text[last]) || last > start && isEscape(in: text, at: last) {
      last += 1
    }
    while last > start, text[last - 1] == ASCII.dot || text[last - 1] == ASCII.minus { last -= 1 }
    guard last > start, text[start] != ASCII.dot else { return nil }
    let host = text.text.extracting(start..<last)
    if host.equals("localhost") { return nil }
    return Finding(start: start, end: last, placeholder: isNumber(host) ? .ip : .host)
  }

  /// An address in brackets, RFC 3986 `IP-literal`.
  private func literal(in text: borrowing EdgedText, at start: Int) -> Finding? {
    var last = start
    while last < end, text[last] != ASCII.rightBracket, text[last] != ASCII.leftBracket {
      last += 1
    }
    // What a placeholder begins was an address.
    guard last > start, last < end, text[last] == ASCII.rightBracket, text[start] != ASCII.less
    else { return nil }
    return Finding(start: start, end: last, placeholder: .ip)
  }

  private func isEscape(in text: borrowing EdgedText, at position: Int) -> Bool {
    text[position] == ASCII.percent && text[position + 1].isHexDigit
      && text[position + 2].isHexDigit
  }

  /// Whether a host is an address in any of the forms that browsers read: `3232235777`, `0xC0A80101`,
  /// `0300.0250.1.1`.
  private func isNumber(_ host: Span<UInt8>) -> Bool {
    guard host[0].isDigit else { return false }
    if host.count > 1, host[0] == ASCII.zero, host[1] | 0x20 == ASCII.lowerX {
      return host.allSatisfy { $0.isHexDigit || $0 == ASCII.dot || $0 | 0x20 == ASCII.lowerX }
    }
    return host.allSatisfy { $0.isDigit || $0 == ASCII.dot }
  }

  /// What stands in a registered name; the letters beyond ASCII are of internationalised names.
  private static func belongs(_ byte: UInt8) -> Bool {
    byte.isWord || byte == ASCII.minus || byte == ASCII.dot
  }
}
