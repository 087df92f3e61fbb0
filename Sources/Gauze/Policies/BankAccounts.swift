/// International bank account numbers: ISO 13616, a country, two check digits and the country's own
/// form, which together leave 1 when divided by 97.
package enum BankAccounts {
  /// Each country with the length of its numbers, from the SWIFT register.
  private static let lengths: StaticString = """
    AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18\
    FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20\
    LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24\
    SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30
    """

  /// How many characters the numbers of a country have; 0 if it has none.
  private static func length(_ first: UInt8, _ second: UInt8) -> Int {
    lengths.withUTF8Buffer { table in
      var row = 0
      while row + 3 < table.count {
        if table[row] == first, table[row + 1] == second {
          return Int(table[row + 2] - ASCII.zero) * 10 + Int(table[row + 3] - ASCII.zero)
        }
        row += 4
      }
      return 0
    }
  }

  /// The end of the number that begins at `start`, in capitals or small letters, with or without single
  /// blanks or hyphens; its left neighbour is the caller's business.
  static func end(in text: borrowing EdgedText, from start: Int) -> Int? {
    guard text[start].isLetter, text[start + 1].isLetter, text[start + 2].isDigit,
      text[start + 3].isDigit
    else { return nil }
    let length = length(text[start].lowercased & 0xDF, text[start + 1].lowercased & 0xDF)
    guard length > 0 else { return nil }
    var position = start
    var taken = 0
    // The first four characters are counted last.
    var head = 0
    var rest = 0
    while taken < length {
      let byte = text[position]
      if byte.isAlphanumeric {
        if taken < 4 { head = add(byte, to: head) } else { rest = add(byte, to: rest) }
        taken += 1
      } else {
        guard taken > 0, byte == ASCII.space || byte == ASCII.minus,
          text[position + 1].isAlphanumeric
        else { return nil }
      }
      position += 1
    }
    // Two letters and two digits shift what stands before them by six digits.
    let isChecked = (rest * 1_000_000 % 97 + head) % 97 == 1
    return isChecked && !text[position].isASCIIWord ? position : nil
  }

  /// Whether all of `text` is a number.
  package static func isAccount(_ text: Span<UInt8>) -> Bool {
    end(in: EdgedText(text), from: 0) == text.count
  }

  /// The remainder by 97 once a character is appended: a digit as itself, `A` as 10, `Z` as 35.
  private static func add(_ byte: UInt8, to remainder: Int) -> Int {
    if byte.isDigit { return (remainder * 10 + Int(byte - ASCII.zero)) % 97 }
    return (remainder * 100 + Int((byte | 0x20) - ASCII.lowerA) + 10) % 97
  }
}
