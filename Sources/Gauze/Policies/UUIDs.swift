/// UUIDs in the form of RFC 9562 §4: 8-4-4-4-12 hexadecimal digits.
enum UUIDs {
  /// The end of the UUID at `start`; its left neighbour is the caller's business.
  static func end(in text: borrowing EdgedText, from start: Int) -> Int? {
    // What stands in most texts is told by one byte.
    guard text[start + 8] == ASCII.minus else { return nil }
    let end = start + 36
    for position in start..<end {
      let offset = position - start
      let isHyphen = offset == 8 || offset == 13 || offset == 18 || offset == 23
      guard isHyphen ? text[position] == ASCII.minus : text[position].isHexDigit else {
        return nil
      }
    }
    return text[end].isASCIIWord ? nil : end
  }
}
