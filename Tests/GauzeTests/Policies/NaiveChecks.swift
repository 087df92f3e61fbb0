/// The check digits as their standards spell them out.
enum NaiveChecks {
  static func luhn(_ digits: [Int]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, pair in
      let doubled = pair.offset % 2 == 1 ? pair.element * 2 : pair.element
      return sum + doubled / 10 + doubled % 10
    }
    return sum % 10 == 0
  }

  static func mod97(_ text: String) -> Bool {
    let turned = text.dropFirst(4) + text.prefix(4)
    let digits = turned.map { "\(Int(String($0), radix: 36) ?? 0)" }.joined()
    return digits.reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 } == 1
  }
}
