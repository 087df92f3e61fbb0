internal import Gauze

/// What begins or ends a key in its armour: PEM, PGP, SSH2, PuTTY.
enum KeyMark: Sendable {
  /// A private key begins: nothing up to its end leaves.
  case secret
  /// Something else begins, as a certificate.
  case block
  case end

  /// How far a mark reaches at most, so that it is found whole in a window with so much behind its start.
  static let longest = 96

  /// The mark at `position` of `text`; nil if there is none.
  init?(_ text: Span<UInt8>, at position: Int) {
    switch text[position] {
    case ASCII.minus:
      guard text.has("----", at: position) else { return nil }
      var word = position + 4
      if word < text.count, text[word] == ASCII.minus { word += 1 }
      if word < text.count, text[word] == ASCII.space { word += 1 }
      if text.has("END ", at: word) {
        self = .end
      } else if text.has("BEGIN ", at: word) {
        self = Self.isSecret(text, from: word + 6) ? .secret : .block
      } else {
        return nil
      }
    case ASCII.upperP:
      if text.has("PuTTY-User-Key-File-", at: position) || text.has("Private-Lines:", at: position)
      {
        self = .secret
      } else if text.has("Private-MAC:", at: position) {
        self = .end
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// Whether the label from `start` on is a private key's.
  private static func isSecret(_ text: Span<UInt8>, from start: Int) -> Bool {
    var position = start
    while position < min(text.count, start + 64), text[position] != ASCII.minus,
      text[position] != ASCII.lineFeed
    {
      if text.has("PRIVATE", at: position) { return true }
      position += 1
    }
    return false
  }
}
