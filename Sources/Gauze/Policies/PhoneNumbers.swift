/// Telephone numbers: international ones (ITU-T E.164) by their prefix, North American ones by their
/// form, others by a word beside them.
enum PhoneNumbers {
  private static let words = WordTable(
    """
    phone phones telephone telefon tel fon mobile mob cell cellphone fax sms whatsapp hotline handy \
    rufnummer telefonnummer mobil mobilnummer telefone celular fone telephonenumber téléphone portable \
    msisdn ph phonenumber landline pager 电话 電話 手机 手機 携帯 telefono teléfono facsimile
    """
  )

  /// Words before one who is called or written to, with `to`, `from` or `for` between.
  private static let messages = WordTable(
    """
    caller callee callers sms mms imessage whatsapp telegram viber voicemail texted dialled dialed \
    forwarded
    """
  )

  /// The same for words that count other things too, which need `to`, `from` or `for`.
  private static let notes = WordTable("message messages msg signal")

  /// What is counted or numbered and is no telephone.
  private static let counted = WordTable(
    """
    size offset row rows page pages count counts job jobs line lines version build order ticket seq \
    sequence block blocks batch range record records total byte bytes items entries sector frame
    """
  )

  /// Words before a call that speak of other things too: the number must be parted or long.
  private static let calls = WordTable("call dial contact ring text reach phoned called dialed")

  /// A number: where it ends, and what it is made of.
  struct Number {
    var end: Int
    var digits = 0
    var first: UInt8 = 0
    var second: UInt8 = 0
    var fifth: UInt8 = 0
    var groups = 0
    /// Lengths of the groups, four bits each.
    var shape: UInt64 = 0

    mutating func note(_ digit: UInt8) {
      digits += 1
      switch digits {
      case 1: first = digit
      case 2: second = digit
      case 5: fifth = digit
      default: break
      }
    }
  }

  /// The longest number that begins at `start` (a digit or an opening parenthesis) and that `accepts`
  /// takes: groups of digits parted by single blanks, hyphens, dots or slashes, and with parentheses
  /// around a group; at most 17 digits.
  private static func number(
    in text: borrowing EdgedText,
    from start: Int,
    accepting accepts: (Number) -> Bool
  ) -> Number? {
    var number = Number(end: start)
    var found: Number?
    var position = start
    var group = 0
    while number.digits < 18 {
      let byte = text[position]
      if byte.isDigit {
        number.note(byte)
        group += 1
        position += 1
        continue
      }
      if group > 0 {
        number.end = position
        number.groups += 1
        number.shape = number.shape << 4 | UInt64(min(group, 15))
        group = 0
        if closes(in: text, at: position), accepts(number) { found = number }
      }
      guard let next = part(in: text, at: position) else { break }
      position = next
    }
    return found
  }

  /// Where the next group begins, if only one separator parts it.
  private static func part(in text: borrowing EdgedText, at position: Int) -> Int? {
    var next = position
    switch text[next] {
    case ASCII.space, ASCII.minus, ASCII.slash, ASCII.dot: next += 1
    default: break
    }
    if text[next] == ASCII.leftParenthesis, text[next + 1].isDigit {
      let close = text.digitsEnd(from: next + 1, most: 5)
      return text[close] == ASCII.rightParenthesis ? next + 1 : nil
    }
    if text[next] == ASCII.rightParenthesis, next == position {
      next += 1
      if text[next] == ASCII.space || text[next] == ASCII.minus || text[next] == ASCII.dot {
        next += 1
      }
    }
    return next > position && text[next].isDigit ? next : nil
  }

  /// Whether nothing goes on after the number.
  private static func closes(in text: borrowing EdgedText, at end: Int) -> Bool {
    let next = text[end]
    if next.isASCIIWord || next == ASCII.percent { return false }
    if next == ASCII.minus { return !text[end + 1].isASCIIWord }
    return next != ASCII.dot && next != ASCII.colon || !text[end + 1].isDigit
  }

  // MARK: The forms

  /// The end of the number after the `+` or `00` at `start`.
  static func international(in text: borrowing EdgedText, from start: Int) -> Int? {
    let isPlus = text[start] == ASCII.plus
    var first = start + (isPlus ? 1 : 2)
    let isApart = text[first] == ASCII.space || text[first] == ASCII.leftParenthesis
    if text[first] == ASCII.space, !isPlus { first += 1 }
    guard text[first].isDigit || text[first] == ASCII.leftParenthesis else { return nil }
    return number(in: text, from: first) { number in
      hasCountry(number) && (isPlus || isApart || number.groups > 1 || isNational(number))
    }?.end
  }

  /// Whether a number begins with a country's code and has as many digits as its numbers may, with a
  /// zero in parentheses counted.
  private static func hasCountry(_ number: Number) -> Bool {
    switch number.first {
    case ASCII.zero: false
    case ASCII.one:
      number.digits == 11 && number.second > ASCII.one && number.fifth > ASCII.one
    case ASCII.zero + 7: number.digits == 11
    case ASCII.zero + 3: number.digits >= 9 && number.digits <= 13
    default: number.digits >= 9 && number.digits <= 14
    }
  }

  /// The same for countries whose numbers are met without a sign: DE FR GB JP IN BR CN.
  private static func isNational(_ number: Number) -> Bool {
    switch (number.first - ASCII.zero, number.second - ASCII.zero) {
    case (4, 9), (4, 4), (8, 1), (8, 6): number.digits >= 11 && number.digits <= 13
    case (3, 3): number.digits == 11
    case (9, 1): number.digits == 12
    case (5, 5): number.digits >= 12 && number.digits <= 13
    default: false
    }
  }

  /// The end of a North American number at `start`: `(415) 555-0100`, `415-555-0100`, `1-800-555-0100`.
  static func american(in text: borrowing EdgedText, from start: Int) -> Int? {
    if let end = vanity(in: text, from: start) { return end }
    let isBracketed = text[start] == ASCII.leftParenthesis
    let found = number(in: text, from: start) { number in
      switch number.shape {
      case 0x334: number.first > ASCII.one
      case 0x1334: number.first == ASCII.one && number.second > ASCII.one
      default: false
      }
    }
    guard let found else { return nil }
    let exchange = text[found.end - 8]
    guard exchange.isDigit, exchange > ASCII.one else { return nil }
    return isBracketed || isParted(in: text, found.end - 9, found.end - 5) ? found.end : nil
  }

  /// Whether both separators are hyphens or both dots: blanks part columns.
  private static func isParted(in text: borrowing EdgedText, _ first: Int, _ second: Int) -> Bool {
    if text[first - 4] == ASCII.leftParenthesis { return true }
    return (text[first] == ASCII.minus || text[first] == ASCII.dot) && text[second] == text[first]
  }

  /// `1-800-FLOWERS`, `1-888-GO-ACME`.
  private static func vanity(in text: borrowing EdgedText, from start: Int) -> Int? {
    guard text.holds("1-8", at: start), text[start + 3].isDigit, text[start + 4].isDigit,
      text[start + 5] == ASCII.minus
    else { return nil }
    var end = start + 6
    var signs = 0
    while end - start < 18, text[end].isUppercase || text[end].isDigit || text[end] == ASCII.minus {
      if text[end] != ASCII.minus { signs += 1 }
      end += 1
    }
    guard signs >= 7, signs <= 10, !text[end].isASCIIWord, text[end - 1] != ASCII.minus else {
      return nil
    }
    return end
  }

  /// The end of a British number in national form (Ofcom's National Telephone Numbering Plan) at
  /// `start`: `07700 900811`, `020 7946 0018`, `(0161) 496 0000`, `01632 960 123`.
  static func british(in text: borrowing EdgedText, from start: Int) -> Int? {
    let isBracketed = text[start] == ASCII.leftParenthesis
    let first = isBracketed ? start + 1 : start
    guard text[first] == ASCII.zero, text[first + 1] > ASCII.zero, text[first + 1].isDigit,
      isBracketed || !isAfterNumber(in: text, start)
    else { return nil }
    let found = number(in: text, from: start) { number in
      let second = number.second - ASCII.zero
      return switch number.shape {
      // Mobile telephones and towns, in two groups or three.
      case 0x56, 0x533: second == 7 || second == 1
      // London and the like.
      case 0x344: second == 2
      // Large towns, and numbers that are no place's.
      case 0x434: second == 1 || second == 3 || second == 8
      default: false
      }
    }
    guard let found, !Announcement.stands(counted, in: text, before: start) else { return nil }
    let unit = found.end + 1
    var unitEnd = unit
    while unitEnd - unit < 16, text[unitEnd].isLetter { unitEnd += 1 }
    if counted.containsFolded(text.text, from: unit, to: unitEnd) { return nil }
    for position in start..<found.end
    where text[position] == ASCII.slash || text[position] == ASCII.dot {
      return nil
    }
    return found.end
  }

  /// Whether another number stands before, as in the row of a table or a dump.
  private static func isAfterNumber(in text: borrowing EdgedText, _ start: Int) -> Bool {
    text[start - 1] == ASCII.space && text[start - 2].isHexDigit
      && (text[start - 2].isDigit || text[start - 3].isDigit)
  }

  /// The end of any number at `start` that a word beside it calls a telephone's.
  static func announced(in text: borrowing EdgedText, from start: Int) -> Int? {
    let isNamed = Announcement.stands(words, in: text, before: start)
    let isCalled = !isNamed && Announcement.stands(calls, in: text, before: start)
    if isCalled, text.holds("1-800", at: start), !text[start + 5].isASCIIWord,
      text[start + 5] != ASCII.minus
    {
      return start + 5
    }
    let isReached = !isNamed && isNationalStart(in: text, start) && isReached(in: text, start)
    return number(in: text, from: start) { number in
      guard number.digits > 6, number.digits < 16, !isDate(number) else { return false }
      if isNamed { return true }
      if isReached, number.digits > 8, number.digits < 13 { return true }
      guard isCalled else {
        return number.digits > 8 && number.digits < 13 && isFollowed(in: text, at: number.end)
      }
      if number.groups > 1 { return number.digits > 6 && number.digits < 14 }
      return number.digits > 9 && number.digits < 13 && number.first != ASCII.one
    }?.end
  }

  /// A zero and another digit, as numbers within most countries begin.
  private static func isNationalStart(in text: borrowing EdgedText, _ start: Int) -> Bool {
    let first = text[start] == ASCII.leftParenthesis ? start + 1 : start
    return text[first] == ASCII.zero && text[first + 1] > ASCII.zero && text[first + 1].isDigit
  }

  /// Whether a message or a call goes to the number at `start`, or comes from it.
  private static func isReached(in text: borrowing EdgedText, _ start: Int) -> Bool {
    if Announcement.stands(messages, in: text, before: start) { return true }
    var end = start
    for preposition in prepositions
    where text.holds(preposition, at: end - preposition.utf8CodeUnitCount) {
      end -= preposition.utf8CodeUnitCount
      break
    }
    guard end < start else { return false }
    // A receipt alone may be of a payment.
    if text.holds("delivery receipt ", at: end - 17) || text.holds("delivery report ", at: end - 16)
      || text.holds("read receipt ", at: end - 13)
    {
      return true
    }
    return Announcement.stands(messages, in: text, before: end)
      || Announcement.stands(notes, in: text, before: end)
      || Announcement.stands(words, in: text, before: end)
      || Announcement.stands(calls, in: text, before: end)
  }

  private static let prepositions: [StaticString] = ["to ", "from ", "for ", "by "]

  /// `2024-01-15` and what follows it.
  private static func isDate(_ number: Number) -> Bool {
    guard number.groups > 2 else { return false }
    return number.shape >> (4 * UInt64(number.groups - 3)) == 0x422
      && (number.first == ASCII.one || number.first == ASCII.one + 1)
  }

  /// `030 1234567 (mobile)`
  private static func isFollowed(in text: borrowing EdgedText, at end: Int) -> Bool {
    var start = end
    while start - end < 3, text[start] == ASCII.space || text[start] == ASCII.leftParenthesis {
      start += 1
    }
    var last = start
    while last - start < 16, text[last].isLetter { last += 1 }
    return words.containsFolded(text.text, from: start, to: last)
  }
}
