/// Words before a number that say what it is: `SSN: `, `aws_account_id=`, `phone number is `.
enum Announcement {
  /// Words that may stand between the one that says it and the number.
  private static let fillers = WordTable(
    """
    number numbers no nr num is was id ids guid uuid security value at on us me him her them the for \
    nummer numéro número de home work office main my our your
    """
  )

  /// Whether one of `words` stands before `start`, with at most three fillers between.
  static func stands(_ words: WordTable, in text: borrowing EdgedText, before start: Int) -> Bool {
    var end = start
    for _ in 0..<4 {
      end = gapStart(in: text, before: end)
      var word = end
      while end - word < 24, text[word - 1].isWord { word -= 1 }
      guard word < end else { return false }
      word = asciiStart(in: text, from: word, to: end)
      var part = text.lastPart(from: word, to: end)
      // An `iPhone` is no telephone here.
      if part == word + 1 { part = word }
      if words.containsFolded(text.text, from: part, to: end)
        || words.containsFolded(text.text, from: word, to: end)
        || endsInCJK(words, in: text, word, end)
      {
        return true
      }
      guard fillers.containsFolded(text.text, from: part, to: end) else { return false }
      end = part
    }
    return false
  }

  /// Where the letters of ASCII begin that end the word, if a quote, an ideograph or a picture stands
  /// before them: `“phone`, `错误phone`.
  private static func asciiStart(
    in text: borrowing EdgedText,
    from start: Int,
    to end: Int
  ) -> Int {
    var first = end
    while first > start, text[first - 1] < 0x80 { first -= 1 }
    guard first > start, first < end, Typography.isUnblanked(in: text.text, before: first) else {
      return start
    }
    return first
  }

  /// Whether one of the words ends what has no blanks between words; two CJK scalars are six bytes.
  private static func endsInCJK(
    _ words: WordTable,
    in text: borrowing EdgedText,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    end - start > 6 && text[end - 6] >= 0xE3 && words.contains(text.text, from: end - 6, to: end)
  }

  /// Where what parts a word from what it announces begins, at most eight bytes away.
  private static func gapStart(in text: borrowing EdgedText, before end: Int) -> Int {
    var start = end
    while end - start < 8 {
      switch text[start - 1] {
      case ASCII.space, ASCII.tab, ASCII.quote, ASCII.apostrophe, ASCII.equals, ASCII.colon,
        ASCII.leftParenthesis, ASCII.rightParenthesis, ASCII.leftBracket, ASCII.dot, ASCII.hash,
        ASCII.slash,
        ASCII.backslash, ASCII.underscore, ASCII.minus:
        start -= 1
      case 0x9A where text[start - 2] == 0xBC && text[start - 3] == 0xEF:
        // The full-width colon, U+FF1A.
        start -= 3
      default:
        return start
      }
    }
    return start
  }
}
