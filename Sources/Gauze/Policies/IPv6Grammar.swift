// The text forms of RFC 4291 §2.2:
//
//     2001:db8:0:0:8:800:200c:417a    eight groups of one to four hexadecimal digits
//     2001:db8::8:800:200c:417a       `::` once, for at least one group of zeros
//     ::ffff:10.0.0.1                 the last two groups as a dotted quad

/// IPv6 addresses, parsed by their grammar; whether the words around one say that it is code is
/// `ColonRun`'s business.
package enum IPv6Grammar {
  /// What an address is made of.
  struct Address: Equatable {
    /// The byte after it, a zone not included.
    var end: Int
    /// The groups that are written out, a quad counted as two.
    var groups = 0
    /// Where `::` stands, if it does.
    var gap: Int?
    /// How many groups there may be; `::` stands for at least one.
    var most: Int { gap == nil ? 8 : 7 }
  }

  /// Whether all of `text` is an address.
  package static func isAddress(_ text: Span<UInt8>) -> Bool {
    address(in: EdgedText(text), at: 0)?.end == text.count && !text.isEmpty
  }

  /// The longest address that begins at `start`; its neighbours are the caller's business.
  static func address(in text: borrowing EdgedText, at start: Int) -> Address? {
    var address = Address(end: start)
    if text[start] == ASCII.colon {
      guard text[start + 1] == ASCII.colon else { return nil }
      address.gap = start
      address.end = start + 2
    }
    var position = address.end
    while address.groups < address.most {
      let end = groupEnd(in: text, from: position)
      guard end > position else { break }
      if text[end] == ASCII.dot, address.groups + 2 <= address.most,
        let quad = IPv4Grammar.quad(in: text, at: position)
      {
        address.end = quad.end
        address.groups += 2
        break
      }
      address.end = end
      address.groups += 1
      guard address.groups < address.most, text[end] == ASCII.colon else { break }
      if text[end + 1] == ASCII.colon {
        guard address.gap == nil else { break }
        address.gap = end
        address.end = end + 2
        position = end + 2
      } else {
        guard text[end + 1].isHexDigit else { break }
        position = end + 1
      }
    }
    return address.gap != nil || address.groups == 8 ? address : nil
  }

  /// The end of the one to four hexadecimal digits at `start`; `start` if there are none or more.
  private static func groupEnd(in text: borrowing EdgedText, from start: Int) -> Int {
    var end = start
    while end - start < 5, text[end].isHexDigit { end += 1 }
    return end - start < 5 ? end : start
  }
}
