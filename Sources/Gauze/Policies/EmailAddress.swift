extension EmailGrammar {
  /// Whether `text` as a whole is a mailbox of RFC 5321: a dot-atom or quoted local part of at most
  /// 64 bytes, then `@`, then a domain of at most 253 bytes or an address literal in brackets.
  ///
  /// Scalars beyond ASCII count as letters (RFC 6531); one label makes a domain.
  package static func isAddress(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 3, text.count <= 64 + 1 + 255 else { return false }
    guard let at = text[0] == ASCII.quote ? quotedEnd(in: text) : atomEnd(in: text) else {
      return false
    }
    guard at > 0, at <= 64, at < text.count, text[at] == ASCII.at else { return false }
    return isDomain(text, from: at + 1)
  }

  private static func atomEnd(in text: Span<UInt8>) -> Int? {
    var position = 0
    var dotted = true
    while position < text.count, text[position] != ASCII.at {
      let byte = text[position]
      if byte == ASCII.dot {
        if dotted { return nil }
        dotted = true
      } else {
        guard isAtom(byte) else { return nil }
        dotted = false
      }
      position += 1
    }
    return dotted ? nil : position
  }

  private static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.slash, ASCII.question, ASCII.backtick, ASCII.leftBrace, ASCII.bar, ASCII.rightBrace:
      return true
    case ASCII.dot:
      return false
    default:
      return isLocal(byte) || byte >= 0x80
    }
  }

  private static func quotedEnd(in text: Span<UInt8>) -> Int? {
    var position = 1
    while position < text.count {
      switch text[position] {
      case ASCII.quote:
        return position + 1
      case ASCII.backslash:
        position += 1
        guard position < text.count, isPrintable(text[position]), text[position] < 0x80 else {
          return nil
        }
      default:
        guard isPrintable(text[position]) else { return nil }
      }
      position += 1
    }
    return nil
  }

  private static func isPrintable(_ byte: UInt8) -> Bool {
    byte >= ASCII.space && byte != ASCII.delete
  }

  private static func isDomain(_ text: Span<UInt8>, from start: Int) -> Bool {
    guard start < text.count else { return false }
    if text[start] == ASCII.leftBracket { return literalEnd(from: start, in: text) == text.count }
    guard text.count - start <= 253 else { return false }
    var label = start
    for position in start...text.count {
      if position < text.count, text[position] != ASCII.dot {
        let byte = text[position]
        guard byte.isAlphanumeric || byte == ASCII.minus || byte >= 0x80 else { return false }
        continue
      }
      guard position > label, position - label <= 63, text[label] != ASCII.minus,
        text[position - 1] != ASCII.minus
      else { return false }
      label = position + 1
    }
    return true
  }
}
