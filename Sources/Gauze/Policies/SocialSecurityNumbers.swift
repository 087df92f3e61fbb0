/// Social security numbers of the United States: area, group and serial, of which some are never given
/// (areas 000, 666 and from 900 on, group 00, serial 0000).
enum SocialSecurityNumbers {
  private static let words = WordTable(
    "ssn ssns ss social socialsecurity socialsecuritynumber itin tin"
  )

  /// The end of the number at `start`; its left neighbour is the caller's business. With hyphens the form
  /// is enough; blanks, or nine digits alone, need a word beside them.
  static func end(in text: borrowing EdgedText, from start: Int) -> Int? {
    let area = text.digitsEnd(from: start, most: 10)
    var end = area
    var isPlain = true
    if area - start == 3 {
      let sign = text[area]
      guard sign == ASCII.minus || sign == ASCII.space || sign == ASCII.dot,
        text.digitsEnd(from: area + 1, most: 3) == area + 3, text[area + 3] == sign,
        text.digitsEnd(from: area + 4, most: 5) == area + 8
      else { return nil }
      end = area + 8
      isPlain = sign != ASCII.minus
    } else if area - start != 9 {
      return nil
    }
    guard isGiven(in: text, from: start, to: end), closes(in: text, at: end) else { return nil }
    return !isPlain || Announcement.stands(words, in: text, before: start) ? end : nil
  }

  private static func isGiven(in text: borrowing EdgedText, from start: Int, to end: Int) -> Bool {
    let group = end - start == 9 ? start + 3 : start + 4
    return text[start] < ASCII.nine && !text.holds("000", at: start)
      && !text.holds("666", at: start) && !text.holds("00", at: group)
      && !text.holds("0000", at: end - 4)
  }

  private static func closes(in text: borrowing EdgedText, at end: Int) -> Bool {
    let next = text[end]
    if next.isASCIIWord { return false }
    return next != ASCII.minus && next != ASCII.dot || !text[end + 1].isASCIIWord
  }
}
