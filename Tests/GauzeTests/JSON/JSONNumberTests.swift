import Foundation
import Testing

import Gauze

@Suite struct JSONNumberTests {
  static func decimal(_ text: String) -> JSONNumber? { JSONNumber(Array(text.utf8).span) }

  @Test func ordersNumbersAsWritten() throws {
    let ascending = [
      "-1e400", "-18446744073709551616", "-9223372036854775809", "-1.5", "-1", "-1e-400", "0",
      "1e-400", "0.001", "0.01", "1", "1.5", "9", "10", "9007199254740992", "9007199254740993",
      "9223372036854775807", "9223372036854775808", "1e400",
    ]
    for (left, low) in ascending.enumerated() {
      for (right, high) in ascending.enumerated() {
        let (a, b) = (try #require(Self.decimal(low)), try #require(Self.decimal(high)))
        #expect((a < b) == (left < right), "\(low) \(high)")
        #expect((a == b) == (left == right), "\(low) \(high)")
      }
    }
  }

  @Test func knowsEqualSpellings() {
    for (left, right) in [
      ("1", "1.0"), ("1e2", "100"), ("-0", "0"), ("0.00", "0e9"), ("120", "1.20E+2"),
      ("0.5", "5e-1"), ("1000", "1e3"),
    ] {
      #expect(Self.decimal(left) == Self.decimal(right), "\(left) \(right)")
    }
    #expect(Self.decimal("1e3")?.isInteger == true)
    #expect(Self.decimal("1.0")?.isInteger == true)
    #expect(Self.decimal("0")?.isInteger == true)
    #expect(Self.decimal("1.5")?.isInteger == false)
    #expect(Self.decimal("15e-1")?.isInteger == false)
    #expect(Self.decimal(String(repeating: "1", count: 33)) == nil)
    for number in [0, 1, -1, 10, 1200, Int64.max, Int64.min] {
      #expect(JSONNumber(number) == Self.decimal("\(number)"))
    }
  }

  @Test func ordersAsFoundationDoes() throws {
    var random = SeededRandom(seed: 21)
    func number() -> String {
      var text = Bool.random(using: &random) ? "-" : ""
      text += "\(Int.random(in: 0...2000, using: &random))"
      if Bool.random(using: &random) { text += ".\(Int.random(in: 0...200, using: &random))" }
      if Bool.random(using: &random) { text += "e\(Int.random(in: -5...5, using: &random))" }
      return text
    }
    for _ in 0..<5_000 {
      let (left, right) = (number(), number())
      let (a, b) = (try #require(Self.decimal(left)), try #require(Self.decimal(right)))
      let (x, y) = (
        try #require(Decimal(string: left)),
        try #require(Decimal(string: right))
      )
      #expect((a < b) == (x < y), "\(left) \(right)")
      #expect((a == b) == (x == y), "\(left) \(right)")
    }
  }

  @Test func givesTheWholeNumbersOf64Bits() {
    let written: [(String, Int64?)] = [
      ("0", 0), ("-0.0", 0), ("7", 7), ("-7", -7), ("1e3", 1000), ("12.0", 12), ("0.12e2", 12),
      ("1.5", nil), ("1e-3", nil), ("9223372036854775807", .max), ("9223372036854775808", nil),
      ("-9223372036854775808", .min), ("-9223372036854775809", nil), ("1e19", nil),
      ("1e18", 1_000_000_000_000_000_000),
      ("92233720368547758070", nil), ("9999999999999999999", nil), ("1e400", nil),
    ]
    for (text, expected) in written {
      let number = JSONNumber(Array(text.utf8).span)
      #expect(number?.int64 == expected, "\(text)")
    }
    let random: [Int64] = [1, -1, 42, 1_000_000_007, -922_337_203_685_477_581, .max - 1, .min + 1]
    for number in random { #expect(JSONNumber(number).int64 == number) }
  }
}
