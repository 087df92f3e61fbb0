internal import Gauze

/// What the secret parts of a canary are made of: all of it random, so that whatever of it is seen
/// can come from nowhere else.
package enum SecretKind: String, Sendable {
  /// Small letters beyond `f`, so that no digest spells them, and no vowels, so that no word does.
  case word
  /// The same with a capital letter first.
  case name
  /// Such letters and two digits.
  case label
  /// Letters of both cases and digits.
  case mixed
  /// Capital letters and digits.
  case capitals
  case hex
  case digits
  /// Base64.
  case base64
  case ipv4
  case ipv6
  /// The last groups of an address.
  case ipv6Tail
  case mac
  case macHyphens
  case macDots
  case card
  case cardSpaced
  case cardHyphens
  case amex
  case iban
  case ibanSpaced
  case ssn
  /// The same without hyphens.
  case digits9
  case american
  case americanParentheses
  case international

  private static let letters = Array("ghjkmnpqrtvwxyz".utf8)
  private static let lower = Array("abcdefghijklmnopqrstuvwxyz".utf8)
  private static let upper = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
  private static let decimal = Array("0123456789".utf8)
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// One secret, of `count` bytes where that is open.
  package func make(_ count: Int, _ random: inout CanaryRandom) -> [UInt8] {
    switch self {
    case .word: Self.some(count, Self.letters, &random)
    case .name:
      [random.pick(Self.letters) & 0xDF] + Self.some(count - 1, Self.letters, &random)
    case .label:
      Self.some(count - 2, Self.letters, &random) + Self.some(2, Self.decimal, &random)
    case .mixed: Self.mixed(count, [Self.lower, Self.upper, Self.decimal], &random)
    case .capitals: Self.mixed(count, [Self.upper, Self.decimal], &random)
    case .hex: Self.mixed(count, [Self.hexadecimal, Self.decimal], &random)
    case .digits: Self.digits(count, first: 1...9, &random)
    case .base64: Self.mixed(count, [Self.lower, Self.upper, Self.decimal], &random)
    case .ipv4: Self.ipv4(&random)
    case .ipv6: Self.ipv6(&random)
    case .ipv6Tail:
      Array(Self.ipv6(&random).prefix { $0 != ASCII.colon }) + [ASCII.colon]
        + Array(Self.ipv6(&random).prefix { $0 != ASCII.colon })
    case .mac: Self.grouped(Self.hardware(&random), [2, 2, 2, 2, 2, 2], ASCII.colon)
    case .macHyphens: Self.grouped(Self.hardware(&random), [2, 2, 2, 2, 2, 2], ASCII.minus)
    case .macDots: Self.grouped(Self.hardware(&random), [4, 4, 4], ASCII.dot)
    case .card: Self.card(16, &random)
    case .cardSpaced: Self.grouped(Self.card(16, &random), [4, 4, 4, 4], ASCII.space)
    case .cardHyphens: Self.grouped(Self.card(16, &random), [4, 4, 4, 4], ASCII.minus)
    case .amex: Self.card(15, &random)
    case .iban: Self.iban(&random)
    case .ibanSpaced: Self.grouped(Self.iban(&random), [4, 4, 4, 4, 4, 2], ASCII.space)
    case .ssn: Self.ssn(&random)
    case .digits9: Self.ssn(&random).filter(\.isDigit)
    case .american: Self.american("\(2 + random.below(8))", "-", &random)
    case .americanParentheses: Self.american("(\(2 + random.below(8))", ") ", &random)
    case .international:
      Array("+49 30 ".utf8) + Self.digits(7, first: 2...9, &random)
    }
  }

  private static func some(
    _ count: Int,
    _ letters: [UInt8],
    _ random: inout CanaryRandom
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes.append(random.pick(letters)) }
    return bytes
  }

  /// Bytes of each alphabet in turn, so that none is missing, then shuffled.
  private static func mixed(
    _ count: Int,
    _ alphabets: [[UInt8]],
    _ random: inout CanaryRandom
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in 0..<count { bytes.append(random.pick(alphabets[index % alphabets.count])) }
    return bytes.shuffled(using: &random)
  }

  private static func digits(
    _ count: Int,
    first: ClosedRange<Int>,
    _ random: inout CanaryRandom
  ) -> [UInt8] {
    let lead = first.lowerBound + random.below(first.count)
    return [ASCII.zero + UInt8(lead)] + some(count - 1, decimal, &random)
  }

  private static func ipv4(_ random: inout CanaryRandom) -> [UInt8] {
    let first = [10, 172, 192, 203, 85, 34][random.below(6)]
    let rest = (0..<3).map { _ in 20 + random.below(230) }
    return Array("\(first).\(rest[0]).\(rest[1]).\(rest[2])".utf8)
  }

  private static func ipv6(_ random: inout CanaryRandom) -> [UInt8] {
    let groups = (0..<4).map { _ in String(4096 + random.below(61_000), radix: 16) }
    return Array("\(groups[0]):\(groups[1])::\(groups[2]):\(groups[3])".utf8)
  }

  private static func hardware(_ random: inout CanaryRandom) -> [UInt8] {
    var bytes = some(12, hexadecimal, &random)
    // Neither all digits, which a time could be, nor all letters.
    bytes[1] = Array("02468".utf8)[random.below(5)]
    bytes[4] = ASCII.lowerA + UInt8(random.below(6))
    return bytes
  }

  private static func grouped(_ bytes: [UInt8], _ sizes: [Int], _ sign: UInt8) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    for size in sizes {
      if position > 0 { output.append(sign) }
      output += bytes[position..<position + size]
      position += size
    }
    return output
  }

  /// A number of Visa or American Express with its check digit (ISO/IEC 7812-1 annex B).
  private static func card(_ count: Int, _ random: inout CanaryRandom) -> [UInt8] {
    var bytes = Array((count == 15 ? "37" : "4").utf8)
    bytes += some(count - 1 - bytes.count, decimal, &random)
    var sum = 0
    for (index, byte) in bytes.reversed().enumerated() {
      let digit = Int(byte - ASCII.zero)
      let doubled = digit * 2
      sum += index % 2 == 0 ? (doubled > 9 ? doubled - 9 : doubled) : digit
    }
    return bytes + [ASCII.zero + UInt8((10 - sum % 10) % 10)]
  }

  /// A German account number with its check digits (ISO 13616).
  private static func iban(_ random: inout CanaryRandom) -> [UInt8] {
    let account = digits(18, first: 1...9, &random)
    // D is 13, E is 14; the check digits count as 00.
    var rest = 0
    for byte in account + Array("131400".utf8) { rest = (rest * 10 + Int(byte - ASCII.zero)) % 97 }
    let check = 98 - rest
    return Array("DE\(check < 10 ? "0" : "")\(check)".utf8) + account
  }

  private static func ssn(_ random: inout CanaryRandom) -> [UInt8] {
    let area = 101 + random.below(500)
    let group = 11 + random.below(80)
    return Array("\(area)-\(group)-\(1001 + random.below(8000))".utf8)
  }

  private static func american(
    _ lead: String,
    _ sign: String,
    _ random: inout CanaryRandom
  ) -> [UInt8] {
    let area = 10 + random.below(80)
    let line = 1000 + random.below(9000)
    return Array("\(lead)\(area)\(sign)555-\(line)".utf8)
  }
}
