// What source code writes in a value's place: objects whose members speak for themselves, calls and
// fields that read the value from elsewhere, wrappers around a literal.

extension SecretReader {
  /// Whether an object or a block begins at `start`, whose members speak for themselves.
  func isObject(at start: Int) -> Bool {
    // The keys of a data source, among them the sensitive ones.
    let first = self[start] == ASCII.leftParenthesis ? start + 1 : start
    var end = first
    while end < first + 24, self[end].isWord || self[end] == ASCII.space { end += 1 }
    if self[end] == ASCII.equals, end > first,
      self[start] == ASCII.leftParenthesis
        || Self.sourceKeys.containsFolded(text, from: first, to: wordEnd(from: first))
    {
      return true
    }
    var brace = start
    // A list of objects.
    if self[brace] == ASCII.leftBracket { brace = blankEnd(from: brace + 1) }
    guard self[brace] == ASCII.leftBrace else { return false }
    let next = self[brace + 1]
    return next <= ASCII.space || quote(at: brace + 1) != nil || next == ASCII.rightBrace
      || isPair(at: brace + 1)
  }

  private static let sourceKeys = WordTable(
    """
    host hostname hostaddr server driver user username uid data dsn endpoint account provider dbname \
    database port addr address defaultendpointsprotocol blobendpoint accountname url jdbc network \
    initial
    """
  )

  /// Whether the name is a part of a cloud resource's (`arn:…:secret:…`).
  func isResource(_ name: PairName) -> Bool {
    guard before(name.start) == ASCII.colon else { return false }
    var start = name.start
    while start > edge, name.start - start < Self.reach, self[start - 1] > ASCII.space,
      !Self.isQuote(self[start - 1])
    {
      start -= 1
    }
    return stands("arn:", at: start)
  }

  /// Whether the value at `start` says no more than the name: `this.password = password`.
  func isEcho(of name: PairName, at start: Int) -> Bool {
    var end = start
    while end < start + 40, self[end].isWord { end += 1 }
    let length = end - start
    guard length > 2, isFieldEnd(at: end), self[end] != ASCII.plus, self[end] != ASCII.equals,
      name.end - name.start >= length
    else { return false }
    for offset in 0..<length
    where text[name.end - length + offset].lowercased != text[start + offset].lowercased {
      return false
    }
    return true
  }

  /// Whether source code at `start` reads the value from elsewhere: `config.get("token")`,
  /// `self.token`, `await …`.
  func isReading(at start: Int) -> Bool {
    var (end, word) = (start, start)
    while end < start + 40,
      self[end].isLetter || self[end] == ASCII.dot || self[end] == ASCII.underscore
    {
      end += 1
      if self[end - 1] == ASCII.dot { word = end }
    }
    guard end > start else { return false }
    if Self.holders.contains(text, from: start, to: wordEnd(from: start)) {
      let first = wordEnd(from: start)
      if self[first] == ASCII.space { return Self.operators.contains(text, from: start, to: first) }
      return first < end && !self[end].isWord || self[end] == ASCII.leftBracket
    }
    guard self[end] == ASCII.leftParenthesis || self[end] == ASCII.leftBracket else { return false }
    let parts = NameParts(text, from: word, to: end)
    return parts.stands(in: Self.readers, from: 0, through: 0)
      || parts.stands(in: Self.readers, from: parts.count - 1, through: parts.count - 1)
  }

  private static let operators = WordTable("await new async yield lambda")
  private static let holders = WordTable(
    """
    await new async yield lambda self this process os env environ config settings req request ctx \
    context args opts options props params secrets vars var data local state body user session \
    module input event z joi yup
    """
  )
  private static let readers = WordTable(
    """
    get getenv env environ read load fetch lookup require resolve prop property find generate \
    create make build encrypt decrypt hash encode decode prompt input ask sign mask redact sanitize
    """
  )

  /// What stands before a literal and belongs to a language: `b"…"`, `Some("…")`, `new String("…")`,
  /// `("…")`.
  func literalStart(at start: Int) -> Int {
    var end = start
    while end < start + 24, self[end].isLetter || self[end] == ASCII.dot { end += 1 }
    if end > start, let typed = typedStart(at: start, behind: end) { return typed }
    if self[end] == ASCII.leftParenthesis || self[end] == ASCII.at { end += 1 }
    if end > start, quote(at: end) != nil,
      end - start <= 2 || self[end - 1] == ASCII.leftParenthesis
    {
      return end
    }
    return start
  }

  /// `string(7) "…"` and `string '…'`, as PHP prints a value.
  private func typedStart(at start: Int, behind word: Int) -> Int? {
    guard stands("string", at: start), word == start + 6 else { return nil }
    var end = word
    if self[end] == ASCII.leftParenthesis {
      end += 1
      while end < word + 8, self[end].isDigit { end += 1 }
      guard self[end] == ASCII.rightParenthesis else { return nil }
      end += 1
    }
    guard self[end] == ASCII.space, quote(at: end + 1) != nil else { return nil }
    return end + 1
  }
}
