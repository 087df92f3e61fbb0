// Values on the lines below their name: YAML, answers to prompts, the parts of a form.
//
//     password:            passwords:          Password:        name="password"
//       hunter2              - hunter2         hunter2
//                            - correct                          hunter2

extension SecretReader {
  /// The value on the line below `name:`, which ends its own line at `position`: one word or a quoted
  /// value that is indented further, the items of a list, or a word of letters and digits.
  mutating func below(
    _ name: PairName,
    _ weight: NameWeight,
    at position: Int,
    _ findings: inout [Finding]
  ) -> Int {
    let line = self[position] == ASCII.carriageReturn ? position + 2 : position + 1
    var start = blankEnd(from: line)
    guard weight.rawValue >= NameWeight.weak.rawValue,
      weight.rawValue <= NameWeight.strong.rawValue,
      start < text.count
    else { return position }
    let isItem = self[start] == ASCII.minus && self[start + 1] == ASCII.space
    let isDeeper = start - line > indentation(of: name.start) || isItem
    if isItem { start = blankEnd(from: start + 2) }
    let quote = quote(at: start)
    let first = start + (quote?.length ?? 0)
    let end =
      if let quote { quotedEnd(from: first, in: quote, limit: first + 2 * Self.reach) } else {
        wholeWordEnd(from: first)
      }
    guard end > first, quote != nil || isLineEnd(at: end), self[end - 1] != ASCII.colon,
      quote == nil || self[blankEnd(from: end + 1)] != ASCII.colon,
      quote != nil || !isPair(at: first)
    else { return position }
    let value = first..<end
    if isHarmless(value, of: weight, .quoted) || placeholderLength(at: first) > 0 {
      return position
    }
    guard isDeeper || holdsBoth(value), weight == .strong || !isWords(value) else {
      return position
    }
    var next = mask(first, end, &findings)
    // Further items of the list.
    while isItem, let item = nextItem(behind: next, in: quote) {
      let end = item.upperBound
      if !isHarmless(item, of: .strong, .quoted) { next = mask(item.lowerBound, end, &findings) }
      next = max(next, end)
    }
    return next
  }

  /// The next item of a list that is written line by line, behind the value that ends at `end`.
  private func nextItem(behind end: Int, in quote: Quote?) -> Range<Int>? {
    var start = end
    if let quote { start = min(start + quote.length, text.count) }
    guard self[start] == ASCII.lineFeed else { return nil }
    start = blankEnd(from: start + 1)
    guard self[start] == ASCII.minus, self[start + 1] == ASCII.space else { return nil }
    start = blankEnd(from: start + 2)
    if let quote {
      guard self.quote(at: start)?.byte == quote.byte else { return nil }
      start += quote.length
      let stop = quotedEnd(from: start, in: quote)
      return stop > start ? start..<stop : nil
    }
    let stop = wholeWordEnd(from: start)
    return stop > start && isLineEnd(at: stop) && !isPair(at: start) ? start..<stop : nil
  }

  private func wholeWordEnd(from start: Int) -> Int {
    var end = start
    while end < text.count, end - start < 2 * Self.reach, text[end] > ASCII.space { end += 1 }
    return end
  }

  private func isLineEnd(at position: Int) -> Bool {
    let end = blankEnd(from: position)
    return end >= text.count || text[end] == ASCII.lineFeed || text[end] == ASCII.carriageReturn
      || text[end] == ASCII.hash
  }

  /// How far the line of `position` is indented, or no less than `reach`.
  private func indentation(of position: Int) -> Int {
    var line = position
    while line > 0, position - line < Self.reach, self[line - 1] != ASCII.lineFeed { line -= 1 }
    return min(blankEnd(from: line), position) - line
  }

  /// Whether a value of at least six bytes holds a letter and a digit.
  private func holdsBoth(_ range: Range<Int>) -> Bool {
    var (digits, letters) = (0, 0)
    for position in range {
      if text[position].isDigit { digits += 1 } else if text[position].isLetter { letters += 1 }
    }
    return range.count >= 6 && digits > 0 && letters > 0
  }
}
