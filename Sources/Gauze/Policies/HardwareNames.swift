/// Hardware addresses without colons: `00-1a-2b-3c-4d-5e`, `001a.2b3c.4d5e`, and twelve digits that a
/// word announces.
enum HardwareNames {
  private static let words = WordTable("mac hwaddr macaddr macaddress mac_address bssid")

  /// Whether all of `run` is a hardware address.
  static func isAddress(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    switch run.end - run.start {
    case 17, 23: run.labels == 1 && isGrouped(run, in: text, by: ASCII.minus, every: 3)
    case 14: run.labels == 3 && isGrouped(run, in: text, by: ASCII.dot, every: 5)
    case 12:
      run.labels == 1 && isGrouped(run, in: text, by: ASCII.minus, every: 13)
        && isAnnounced(run, in: text)
    default: false
    }
  }

  /// Whether the run is of hexadecimal digits with `sign` at every `step`th place; with dots, it must
  /// hold a letter and a digit, or begin with `00`, to be no number and no name.
  private static func isGrouped(
    _ run: HostRun,
    in text: borrowing EdgedText,
    by sign: UInt8,
    every step: Int
  ) -> Bool {
    var digits = 0
    var letters = 0
    for position in run.start..<run.end {
      let byte = text[position]
      if (position - run.start + 1) % step == 0 {
        guard byte == sign else { return false }
      } else {
        guard byte.isHexDigit else { return false }
        if byte.isDigit { digits += 1 } else { letters += 1 }
      }
    }
    return sign != ASCII.dot || digits > 0 && (letters > 0 || text.holds("00", at: run.start))
  }

  private static func isAnnounced(_ run: HostRun, in text: borrowing EdgedText) -> Bool {
    var end = run.start
    while run.start - end < 6, parts(text[end - 1]) { end -= 1 }
    let word = text.wordStart(before: end)
    return words.containsFolded(text.text, from: word, to: end)
      || words.containsFolded(text.text, from: text.lastPart(from: word, to: end), to: end)
  }

  private static func parts(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.space, ASCII.colon, ASCII.equals, ASCII.quote, ASCII.apostrophe: true
    default: false
    }
  }
}
