extension Writer {
  /// A number that stands for a person or an account.
  mutating func identifier(_ name: String) -> Secret? {
    switch name {
    case "card": return card(separator: random.pick(["", "", " ", "-"]))
    case "card.plain": return card(separator: "")
    case "iban": return iban(spaced: random.chance(40))
    case "iban.plain": return iban(spaced: false)
    case "ssn":
      let area = random.within(1, 665)
      let value =
        JSONText.padded(String(area), to: 3) + "-"
        + JSONText.padded(String(random.within(1, 99)), to: 2) + "-"
        + JSONText.padded(String(random.within(1, 9999)), to: 4)
      return identifier(value, [value], "ssn")
    case "phone": return random.chance(60) ? international() : national()
    case "phone.e164":
      let value = mobile()
      return identifier(value, [String(value.suffix(6))], "phone-e164")
    case "acct":
      let value = random.digits(12)
      return identifier(value, [value], "aws-account")
    case "arn": return arn()
    default: return nil
    }
  }

  private func identifier(_ value: String, _ parts: [String], _ form: String) -> Secret {
    Secret(category: "identifier", value: value, parts: parts, form: form)
  }

  /// Digits that could be a subscriber's: an area from 201, then 555 and the rest.
  private mutating func subscriber(_ count: Int) -> String {
    String(random.within(201, 989)) + "555" + random.characters(count - 6, of: Alphabet.decimal)
  }

  /// A number of E.164 with as many digits as its country asks for.
  private mutating func mobile() -> String {
    let last3 = random.characters(3, of: Alphabet.decimal)
    let last4 = random.characters(4, of: Alphabet.decimal)
    return switch random.below(8) {
    case 0: "+447700900" + last3
    case 1: "+493023125" + last3
    case 2: "+33199" + "00" + last4
    case 3: "+61491570" + last3
    case 4: "+9198" + random.characters(4, of: Alphabet.decimal) + last4
    case 5: "+551199" + last3 + last4
    default: "+1" + subscriber(10)
    }
  }

  private mutating func international() -> Secret {
    switch random.below(6) {
    case 0:
      let (area, line) = (random.within(201, 989), random.characters(4, of: Alphabet.decimal))
      return identifier("+1 (\(area)) 555-\(line)", ["555-" + line], "phone")
    case 1:
      let line = random.characters(4, of: Alphabet.decimal)
      return identifier("+1-\(random.within(201, 989))-555-\(line)", ["555-" + line], "phone")
    case 2:
      let line = "7946 0" + random.characters(3, of: Alphabet.decimal)
      return identifier("+44 20 \(line)", [line], "phone")
    case 3:
      let line = "23125 " + random.characters(3, of: Alphabet.decimal)
      return identifier("+49 30 \(line)", [line], "phone")
    case 4:
      let pairs = "\(random.within(10, 99)) \(random.within(10, 99))"
      return identifier("+33 1 99 00 \(pairs)", ["99 00 " + pairs], "phone")
    default:
      let value = mobile()
      return identifier(value, [String(value.suffix(6))], "phone-e164")
    }
  }

  private mutating func national() -> Secret {
    let area = random.within(201, 989)
    let line = random.characters(4, of: Alphabet.decimal)
    switch random.below(4) {
    case 0: return identifier("(\(area)) 555-\(line)", ["555-" + line], "phone-national")
    case 1: return identifier("\(area)-555-\(line)", ["555-" + line], "phone-national")
    case 2: return identifier("\(area).555.\(line)", ["555." + line], "phone-national")
    default:
      let tail = "900" + random.characters(3, of: Alphabet.decimal)
      return identifier("07700 " + tail, [tail], "phone-national")
    }
  }

  private mutating func card(separator: String) -> Secret {
    let starts = [
      ("4", 16), ("4", 16), ("51", 16), ("55", 16), ("2221", 16), ("2720", 16), ("34", 15),
      ("37", 15),
      ("6011", 16), ("3530", 16), ("36", 14), ("62", 16),
    ]
    let (start, count) = starts[random.below(starts.count)]
    var digits = start + random.characters(count - start.count - 1, of: Alphabet.decimal)
    for check in 0..<10 where Checksums.isLuhn(digits + String(check)) {
      digits += String(check)
      break
    }
    var sizes = Array(repeating: 4, count: 4)
    if count == 15 { sizes = [4, 6, 5] }
    if count == 14 { sizes = [4, 6, 4] }
    var groups: [String] = []
    var rest = Substring(digits)
    for size in sizes {
      groups.append(String(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    let parts =
      separator.isEmpty
      ? [digits]
      : [
        groups.prefix(2).joined(separator: separator),
        groups.suffix(2).joined(separator: separator),
      ]
    let form = separator.isEmpty ? "card" : separator == " " ? "card-spaced" : "card-dashed"
    return identifier(groups.joined(separator: separator), parts, form)
  }

  /// Countries with the shape of their account number: `n` a digit, `a` a letter, `c` either.
  private static let accounts: [(String, String)] = [
    ("DE", "nnnnnnnnnnnnnnnnnn"), ("GB", "aaaannnnnnnnnnnnnn"), ("FR", "nnnnnnnnnncccccccccccnn"),
    ("ES", "nnnnnnnnnnnnnnnnnnnn"), ("NL", "aaaannnnnnnnnn"), ("IT", "annnnnnnnnncccccccccccc"),
    ("PL", "nnnnnnnnnnnnnnnnnnnnnnnn"), ("BE", "nnnnnnnnnnnn"), ("AT", "nnnnnnnnnnnnnnnn"),
    ("CH", "nnnnncccccccccccc"), ("SE", "nnnnnnnnnnnnnnnnnnnn"), ("NO", "nnnnnnnnnnn"),
    ("DK", "nnnnnnnnnnnnnn"), ("PT", "nnnnnnnnnnnnnnnnnnnnn"), ("IE", "aaaannnnnnnnnnnnnn"),
    ("LU", "nnnccccccccccccc"), ("CZ", "nnnnnnnnnnnnnnnnnnnn"), ("FI", "nnnnnnnnnnnnnn"),
  ]

  private mutating func iban(spaced: Bool) -> Secret {
    let (country, shape) = Writer.accounts[random.below(Writer.accounts.count)]
    var account = ""
    for mark in shape {
      switch mark {
      case "n": account += random.characters(1, of: Alphabet.decimal)
      case "a": account += random.characters(1, of: Alphabet.upper)
      default: account += random.characters(1, of: Alphabet.upperAlphanumeric)
      }
    }
    let check = 98 - Checksums.remainder97(account + country + "00")
    let value = country + JSONText.padded(String(check), to: 2) + account
    guard spaced else {
      return identifier(value, [String(account.prefix(8)), String(account.suffix(6))], "iban")
    }
    var groups: [String] = []
    var rest = Substring(value)
    while !rest.isEmpty {
      groups.append(String(rest.prefix(4)))
      rest = rest.dropFirst(4)
    }
    let parts = [groups[1...2].joined(separator: " "), groups[2...3].joined(separator: " ")]
    return identifier(groups.joined(separator: " "), parts, "iban-spaced")
  }

  private mutating func arn() -> Secret {
    let account = random.digits(12)
    let region = random.pick(["eu-west-1", "us-east-1", "ap-southeast-2"])
    let tail: String
    switch random.below(5) {
    case 0: tail = "iam::\(account):role/\(person.company)-deploy"
    case 1: tail = "iam::\(account):user/\(person.account)"
    case 2: tail = "sts::\(account):assumed-role/\(person.company)-ci/session"
    case 3: tail = "lambda:\(region):\(account):function:\(person.company)-ingest"
    default: tail = "kms:\(region):\(account):key/" + uuid()
    }
    var parts = [account]
    for piece in [person.company, person.account] where tail.contains(piece) { parts.append(piece) }
    return identifier("arn:aws:" + tail, parts, "arn")
  }
}

/// The check digits of cards and bank accounts.
enum Checksums {
  /// True if the digits pass ISO/IEC 7812-1's check.
  static func isLuhn(_ digits: String) -> Bool {
    var sum = 0
    for (place, character) in digits.reversed().enumerated() {
      let digit = character.wholeNumberValue ?? 0
      let doubled = digit * 2
      sum += place % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  /// The rest modulo 97 of the letters and digits, letters counting from ten (ISO 13616).
  static func remainder97(_ text: String) -> Int {
    var rest = 0
    for character in text {
      let value = Int(String(character), radix: 36) ?? 0
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97
    }
    return rest
  }
}
