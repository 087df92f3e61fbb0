// Names and values that neither `=` nor `:` parts: an arrow, the comma of a tuple, the border of a table's
// cell, the tags of a page, the next line of YAML.
//
//     password -> hunter2      ('password', 'hunter2')      | password | hunter2 |
//     password → hunter2       {password, "hunter2"}        <td>password</td><td>hunter2</td>

extension SecretReader {
  // MARK: Arrows

  /// `name -> value`, at the `>`; blanks stand around it, for without them it reaches a member.
  mutating func arrow(at position: Int, _ findings: inout [Finding]) -> Int {
    guard before(position - 1) == ASCII.space, self[position + 1] == ASCII.space else {
      return position + 1
    }
    return pointed(before: position - 1, after: position + 1, &findings)
  }

  /// `name → value`, and the borders of tables that are drawn (`│`), at the first of three bytes.
  mutating func sign(at position: Int, _ findings: inout [Finding]) -> Int {
    switch (self[position + 1], self[position + 2]) {
    // `→`, `⇒`, `➜`, `➔`.
    case (0x86, 0x92), (0x87, 0x92), (0x9E, 0x9C), (0x9E, 0x94):
      return pointed(before: position, after: position + 3, &findings)
    // `│`, `┃`.
    case (0x94, 0x82), (0x94, 0x83):
      return cell(at: position, after: position + 3, &findings)
    default: return position + 1
    }
  }

  mutating func pointed(
    before position: Int,
    after: Int,
    _ findings: inout [Finding]
  ) -> Int {
    var end = position
    // `password / → hunter2`
    if before(end) == ASCII.space, before(end - 1) == ASCII.slash { end -= 2 }
    let start = blankEnd(from: after)
    if let end = changed(before: end, at: start, &findings) { return end }
    guard let name = name(before: end) else { return after }
    let weight = weight(of: name)
    // A word alone behind a word of many meanings says what became of it: `token -> refreshed`.
    let word = wordEnd(from: start)
    if weight.rawValue <= NameWeight.weak.rawValue, isLetters(start..<word), isFieldEnd(at: word) {
      return after
    }
    return value(of: name, PairSeparator(after: after, isColon: true), &findings)
  }

  /// `<secret> -> "hunter2"`: what a secret becomes is one.
  private mutating func changed(
    before position: Int,
    at start: Int,
    _ findings: inout [Finding]
  ) -> Int? {
    var end = position
    while end > 0, position - end < 4, self[end - 1] == ASCII.space || Self.isQuote(self[end - 1]) {
      end -= 1
    }
    guard end > 0, end == edge || end >= 8 && stands("<secret>", at: end - 8),
      let quote = quote(at: start)
    else { return nil }
    return quoted(from: start + quote.length, in: quote, .strong, .quoted, &findings)
  }

  // MARK: Tuples

  /// `('name', 'value')`, `["name", "value"]` and `{name, "value"}`, at the comma: the name is the first
  /// of its bracket, and the value in quotes the last.
  mutating func tuple(at position: Int, _ findings: inout [Finding]) -> Int {
    let last = before(position)
    guard Self.isQuote(last) || last.isWord else { return position + 1 }
    let start = literalStart(at: binaryStart(at: blankEnd(from: position + 1)))
    guard let quote = quote(at: start) else { return position + 1 }
    guard let name = name(before: position), name.isQuoted || last.isWord else {
      return account(before: position, value: start, in: quote, &findings)
    }
    var open = name.start
    if name.isQuoted { open -= 1 + quote.escapes }
    // `b'password'`
    if name.isQuoted, before(open) | 0x20 == ASCII.lowerB || before(open) | 0x20 == ASCII.lowerU {
      open -= 1
    }
    while name.isQuoted, before(open) == ASCII.space, name.start - open < 4 { open -= 1 }
    let bracket = before(open)
    let isCall = bracket == ASCII.leftParenthesis && (before(open - 1).isWord)
    switch bracket {
    case ASCII.leftParenthesis where name.isQuoted, ASCII.leftBracket where name.isQuoted,
      ASCII.leftBrace,
      ASCII.colon where !name.isQuoted && before(open - 1) <= ASCII.leftBracket:
      break
    default: return account(before: position, value: start, in: quote, &findings)
    }
    let weight = weight(of: name)
    guard weight != .none else {
      return account(before: position, value: start, in: quote, &findings)
    }
    let first = start + quote.length
    let end = quotedEnd(from: first, in: quote, limit: first + 2 * Self.reach)
    let value = first..<end
    // A list of names holds no values, and what a call does with a name is its own business.
    if isLabel(value) || isCall && isWords(value) { return position + 1 }
    return quoted(from: first, in: quote, weight, .quoted, &findings)
  }

  /// Behind `<<` of Erlang's binaries.
  private func binaryStart(at start: Int) -> Int { stands("<<", at: start) ? start + 2 : start }

  /// Whether a value is itself the name of a field.
  func isLabel(_ range: Range<Int>) -> Bool {
    if Self.labelNames.containsFolded(text, from: range.lowerBound, to: range.upperBound) {
      return true
    }
    for position in range where !SensitiveName.isByte(text[position]) || text[position].isDigit {
      return false
    }
    return SensitiveName.weight(
      NameParts(text, from: range.lowerBound, to: range.upperBound),
      word: 0
    ) != .none
  }

  /// Whether a value holds only letters, blanks and what joins words.
  func isWords(_ range: Range<Int>) -> Bool {
    for position in range {
      let byte = text[position]
      guard
        byte.isLetter || byte == ASCII.space || byte == ASCII.underscore || byte == ASCII.minus
          || byte == ASCII.dot
      else { return false }
    }
    return true
  }

  private static let labelNames = WordTable(
    """
    user username user_name login email e-mail mail name id userid user_id account host hostname port \
    database db url role roles type value description default format state status action nonce scope \
    grant_type client_id redirect_uri phone address first_name last_name firstname lastname remember \
    read write delete list create update admin all
    """
  )

  // MARK: Cells

  /// `| name | value |` and `name | value`, at the sign between them: the name begins its line.
  mutating func cell(
    at position: Int,
    after: Int,
    _ findings: inout [Finding]
  ) -> Int {
    guard let name = name(before: position) else { return after }
    let row = rowStart(name.start)
    guard row != .other, !isHeader(from: after) else { return after }
    let weight = weight(of: name)
    guard weight != .none else { return after }
    let start = blankEnd(from: after)
    let end = cellEnd(from: start)
    let value = start..<end
    guard end > start, !isLabel(value), !isHarmless(value, of: weight, .quoted) else {
      return after
    }
    let word = min(bareEnd(from: start, limit: end), end)
    // Several words describe, unless the first is none of prose.
    if word < end, isLetters(start..<word) { return after }
    // `passwd | tee` is a pipe.
    if row == .nothing || weight.rawValue <= NameWeight.weak.rawValue, isWords(value) {
      return after
    }
    return mask(start, end, &findings)
  }

  /// What stands before a name in its row.
  private enum RowStart { case border, nothing, other }

  /// Whether nothing, or a border and a few words, stand before `start` on its line.
  private func rowStart(_ start: Int) -> RowStart {
    var end = start
    while end > edge, start - end < 40, self[end - 1] == ASCII.space { end -= 1 }
    if end == 0 || self[end - 1] == ASCII.lineFeed { return .nothing }
    while end > edge, start - end < 40, self[end - 1] == ASCII.space || self[end - 1].isASCIIWord {
      end -= 1
    }
    guard end > 0 else { return .other }
    if self[end - 1] != ASCII.bar {
      return stands("│", at: end - 3) || stands("┃", at: end - 3) ? .border : .other
    }
    end -= 1
    while end > 0, start - end < 40, self[end - 1] == ASCII.space { end -= 1 }
    return end == 0 || self[end - 1] == ASCII.lineFeed ? .border : .other
  }

  /// Where the cell that begins at `start` ends, without the blanks before its border.
  private func cellEnd(from start: Int) -> Int {
    var end = start
    while end < text.count, end - start < 2 * Self.reach, text[end] != ASCII.lineFeed,
      text[end] != ASCII.carriageReturn, text[end] != ASCII.bar, !stands("│", at: end),
      !stands("┃", at: end)
    {
      end += 1
    }
    while end > start, text[end - 1] <= ASCII.space { end -= 1 }
    return end
  }

  /// Whether the line below is a rule: this one names columns.
  private func isHeader(from start: Int) -> Bool {
    var end = start
    while end < text.count, end - start < 4 * Self.reach, text[end] != ASCII.lineFeed { end += 1 }
    guard self[end] == ASCII.lineFeed else { return false }
    return ColumnTable.isRule(text, from: end + 1)
  }
}
