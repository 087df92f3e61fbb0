/// Identifiers that clouds give to accounts: by their form (ARNs), or by the words beside them.
enum CloudIdentifiers {
  private static let accounts = WordTable(
    "account accounts acct accountid account_id accountids owner ownerid aws awsaccount awsaccountid"
  )
  private static let projects = WordTable("project projects projectnumber")
  private static let tenants = WordTable(
    """
    subscription subscriptions subscriptionid tenant tenants tenantid directory directoryid aad azure
    """
  )

  /// The end of the Amazon resource name at `start`: `arn:partition:service:region:account:resource`,
  /// also with its colons and slashes encoded.
  static func resourceEnd(in text: borrowing EdgedText, from start: Int) -> Int? {
    guard text[start] | 0x20 == ASCII.lowerA, text[start + 1] | 0x20 == ASCII.lowerR,
      text[start + 2] | 0x20 == ASCII.lowerN
    else { return nil }
    var end = start + 3 + colonLength(in: text, at: start + 3)
    guard end > start + 3, text.holds("aws", at: end) else { return nil }
    end += 3
    while text[end].isLowercase || text[end] == ASCII.minus { end += 1 }
    let colon = colonLength(in: text, at: end)
    guard colon > 0 else { return nil }
    end += colon
    let body = end
    while belongs(text[end]) { end += 1 }
    while end > body, isPunctuation(text[end - 1]) { end -= 1 }
    return end > body ? end : nil
  }

  private static func colonLength(in text: borrowing EdgedText, at position: Int) -> Int {
    if text[position] == ASCII.colon { return 1 }
    return text.holds("%3A", at: position) || text.holds("%3a", at: position) ? 3 : 0
  }

  private static func belongs(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.colon, ASCII.slash, ASCII.minus, ASCII.dot, ASCII.asterisk, ASCII.plus, ASCII.equals,
      ASCII.at, ASCII.comma, ASCII.tilde, ASCII.hash, ASCII.dollar, ASCII.question, ASCII.percent,
      ASCII.ampersand, ASCII.exclamation, ASCII.leftBrace, ASCII.rightBrace:
      true
    default: byte.isWord
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.dot, ASCII.comma, ASCII.colon, ASCII.exclamation, ASCII.question, ASCII.rightBrace:
      true
    default: false
    }
  }

  /// The end of the account or project number at `start`.
  static func numberEnd(in text: borrowing EdgedText, from start: Int) -> Int? {
    let end = text.digitsEnd(from: start, most: 13)
    if end - start == 12, !text[end].isASCIIWord {
      if text.holds(".dkr.ecr.", at: end) || text.holds("amazonaws.com/", at: start - 14)
        || text.holds("amazonaws.com.cn/", at: start - 17)
        || !isFraction(in: text, at: end) && Announcement.stands(accounts, in: text, before: start)
      {
        return end
      }
    }
    if end - start == 4, let end = groupedEnd(in: text, from: start),
      Announcement.stands(accounts, in: text, before: start)
    {
      return end
    }
    guard end - start > 9, end - start < 13, !text[end].isASCIIWord, !isFraction(in: text, at: end),
      Announcement.stands(projects, in: text, before: start)
    else { return nil }
    return end
  }

  private static func isFraction(in text: borrowing EdgedText, at end: Int) -> Bool {
    text[end] == ASCII.dot && text[end + 1].isDigit
  }

  /// `1234-5678-9012`, as the console prints an account.
  private static func groupedEnd(in text: borrowing EdgedText, from start: Int) -> Int? {
    for offset in 0..<14 {
      let byte = text[start + offset]
      guard offset == 4 || offset == 9 ? byte == ASCII.minus : byte.isDigit else { return nil }
    }
    let end = start + 14
    return text[end].isASCIIWord || text[end] == ASCII.minus ? nil : end
  }

  /// Whether the words before the UUID at `start` make it an account of Azure.
  static func isTenant(in text: borrowing EdgedText, at start: Int) -> Bool {
    text.holds("microsoftonline.com/", at: start - 20)
      || Announcement.stands(tenants, in: text, before: start)
  }
}
