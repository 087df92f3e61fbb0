/// A run of hexadecimal digits and colons, which may be an IPv6 address, a hardware address, a time, a
/// fingerprint or a qualified name.
struct ColonRun {
  let start: Int
  /// The byte after the last hexadecimal digit or colon.
  private(set) var end: Int
  private(set) var colons = 0
  /// How many groups are pairs of digits, and how many are not; an empty group is neither.
  private var pairs = 0
  private var others = 0

  init(in text: borrowing EdgedText, at start: Int) {
    self.start = start
    end = start
    var digits = 0
    while text[end].isHexDigit || text[end] == ASCII.colon {
      if text[end] == ASCII.colon {
        colons += 1
        close(digits)
        digits = 0
      } else {
        digits += 1
      }
      end += 1
    }
    close(digits)
  }

  private mutating func close(_ digits: Int) {
    if digits == 2 { pairs += 1 } else if digits > 0 { others += 1 }
  }

  /// The address that begins where the run does, if one stands there.
  func finding(in text: borrowing EdgedText) -> Finding? {
    guard colons > 1, begins(in: text) else { return nil }
    if let end = hardwareEnd(in: text) {
      return Finding(start: start, end: end, placeholder: .host)
    }
    guard let address = IPv6Grammar.address(in: text, at: start) else { return nil }
    let end = zoneEnd(in: text, from: address.end)
    guard closes(in: text, address, at: end), isNoCode(in: text, address, at: end) else {
      return nil
    }
    return Finding(start: start, end: end, placeholder: .ip)
  }

  /// Whether nothing before the run belongs to it. `core::f32` goes on; `src:fe80::1` is labelled.
  private func begins(in text: borrowing EdgedText) -> Bool {
    let before = text[start - 1]
    if before == ASCII.colon {
      return text[start - 2] != ASCII.colon
        && (text[start] != ASCII.colon || text[start + 1] == ASCII.colon)
    }
    return !before.isASCIIWord && (before != ASCII.dot || text[start - 2] == ASCII.dot)
  }

  // MARK: Hardware addresses

  /// The end of six or eight pairs (EUI-48, EUI-64), or of the fourteen in a firewall's `MAC=`. Other
  /// numbers of pairs are fingerprints and dumps.
  private func hardwareEnd(in text: borrowing EdgedText) -> Int? {
    guard others == 0, pairs == 6 || pairs == 8 || pairs == 14 else { return nil }
    var end = end
    if text[end - 1] == ASCII.colon { end -= 1 }
    guard end - start == pairs * 3 - 1, !text[self.end].isASCIIWord else { return nil }
    guard pairs == 14 else { return end }
    return text.holds("MAC=", at: start - 4) ? end : nil
  }

  // MARK: IPv6

  /// The end of the zone (`%eth0`, in URLs `%25eth0`, RFC 4007 and 6874) at `start`, if one follows.
  private func zoneEnd(in text: borrowing EdgedText, from start: Int) -> Int {
    guard text[start] == ASCII.percent else { return start }
    var end = start + 1
    while end - start < 24,
      text[end].isAlphanumeric || text[end] == ASCII.minus
        || text[end] == ASCII.underscore || text[end] == ASCII.dot && text[end + 1].isAlphanumeric
    {
      end += 1
    }
    return end > start + 1 ? end : start
  }

  /// Whether nothing after the address belongs to it: punctuation or a port may follow.
  private func closes(
    in text: borrowing EdgedText,
    _ address: IPv6Grammar.Address,
    at end: Int
  ) -> Bool {
    let next = text[end]
    if next.isASCIIWord || next == ASCII.leftParenthesis { return false }
    if next == ASCII.dot { return !text[end + 1].isASCIIWord || text[end + 1].isDigit }
    guard next == ASCII.colon else { return true }
    if text[end + 1] == ASCII.colon { return false }
    guard text[end + 1].isHexDigit else { return true }
    // A port can follow only where the groups are full.
    let digits = text.digitsEnd(from: end + 1, most: 6)
    return (address.gap == nil || address.groups == 0) && digits - end < 7
      && !text[digits].isASCIIWord
      && text[digits] != ASCII.colon
  }

  /// Whether the address is none that languages write: `std::a1`, `f32::{`, `x[1::2]`, `5::dec`.
  private func isNoCode(
    in text: borrowing EdgedText,
    _ address: IPv6Grammar.Address,
    at end: Int
  ) -> Bool {
    guard let gap = address.gap else { return true }
    let isBracketed = text[start - 1] == ASCII.leftBracket && text[end] == ASCII.rightBracket
    let hasPort = isBracketed && text[end + 1] == ASCII.colon && text[end + 2].isDigit
    if isBracketed, !hasPort, address.groups < 3 {
      // An index or a slice follows a name or a bracket.
      let before = text[start - 2]
      if before.isASCIIWord || before == ASCII.rightParenthesis || before == ASCII.rightBracket {
        return false
      }
    }
    if isBracketed || end > address.end { return true }
    if text[end] == ASCII.slash, text[end + 1].isDigit { return address.groups > 0 || gap == start }
    if address.groups == 0 {
      // `:::22` is how some tools write a port on every address.
      return text[end] == ASCII.colon && text[end + 1].isDigit
    }
    if address.groups > 2 { return true }
    let first = text.text.extracting(start..<gap)
    if gap > start, Self.isAssigned(first) { return true }
    if address.end == gap + 2 { return address.groups > 1 || first.count == 4 && hasDigit(first) }
    return !isName(in: text, from: start, to: gap)
      || !isName(in: text, from: gap + 2, to: address.end)
  }

  /// Whether a first group lies in what is assigned beyond digits: `fe80`, `fc00::/7`, `ff00::/8`.
  private static func isAssigned(_ group: Span<UInt8>) -> Bool {
    guard group.count == 4, group[0].lowercased == ASCII.lowerF else { return false }
    let second = group[1].lowercased
    if second == ASCII.lowerE { return group[2].hexValue >= 8 && group[2].hexValue < 12 }
    return second.hexValue >= 12
  }

  private func hasDigit(_ group: Span<UInt8>) -> Bool {
    for index in group.indices where group[index].isDigit { return true }
    return false
  }

  /// Whether a part can be an identifier: it begins with a letter, and is not four digits of which one
  /// is a number. An empty part, before a leading `::`, can.
  private func isName(in text: borrowing EdgedText, from start: Int, to end: Int) -> Bool {
    guard start < end else { return true }
    guard text[start].isLetter else { return false }
    return end - start != 4 || !hasDigit(text.text.extracting(start..<end))
  }
}
