import Foundation
import Testing

import Gauze

@Suite struct RoundingTests {
  /// What leaves of a number as written; nil if it is refused.
  static func rounded(_ text: String, _ rounding: Rounding) -> String? {
    var output = ByteBuffer()
    guard rounding.append(Array(text.utf8).span, .number, to: &output) else { return nil }
    return output.bytes.shown
  }

  static func isRounded(_ text: String, _ rounding: Rounding) -> Bool {
    rounding.isRounded(Array(text.utf8).span)
  }

  static func random(_ random: inout SeededRandom) -> String {
    var text = Bool.random(using: &random) ? "-" : ""
    let bound = [9, 99, 12345, 99_999_999].randomElement(using: &random) ?? 9
    text += "\(Int.random(in: 0...bound, using: &random))"
    if Bool.random(using: &random) { text += ".\(Int.random(in: 0...9999, using: &random))" }
    if Bool.random(using: &random) { text += "e\(Int.random(in: -9...6, using: &random))" }
    return text
  }

  @Test func digitsAgreeWithDecimalsOfFoundation() throws {
    let seed: UInt64 = 4101
    var random = SeededRandom(seed: seed)
    for round in 0..<4_000 {
      let text = Self.random(&random)
      let digits = Int.random(in: 1...15, using: &random)
      let rounding = Rounding(.digits(digits))
      let number = try #require(Decimal(string: text))
      // The place of the last digit that stays: the first digit's, less the digits behind it.
      var first = 0
      while first < 40, number.magnitude >= Decimal(sign: .plus, exponent: first, significand: 1) {
        first += 1
      }
      while first > -40,
        number.magnitude < Decimal(sign: .plus, exponent: first - 1, significand: 1)
      {
        first -= 1
      }
      var source = number.magnitude
      var expected = Decimal()
      NSDecimalRound(&expected, &source, digits - first, .plain)
      if number.isSignMinus { expected.negate() }
      let label: Comment = "seed \(seed) round \(round): \(text) to \(digits) digits"
      let actual = try #require(Self.rounded(text, rounding), label)
      #expect(Decimal(string: actual) == expected, label)
      #expect(Self.rounded(actual, rounding) == actual, label)
      #expect(Self.isRounded(actual, rounding), label)
    }
  }

  @Test func multiplesAgreeWithDecimalsOfFoundation() throws {
    let seed: UInt64 = 4102
    var random = SeededRandom(seed: seed)
    for round in 0..<4_000 {
      let text = Self.random(&random)
      let unit =
        ["1", "2", "5", "7", "10", "25", "0.25", "0.05", "60", "1e3", "1e-9", "3.7", "999999999"]
        .randomElement(using: &random) ?? "1"
      let number = JSONNumber(Array(unit.utf8).span).flatMap { DecimalUnit($0) }
      let rounding = Rounding(.multiples(try #require(number)))
      let size = try #require(Decimal(string: unit))
      let value = try #require(Decimal(string: text))
      // The least whole number of units that is not more than half a unit below: no division.
      var low = Decimal(0)
      var step = size
      while step <= value.magnitude { step *= 2 }
      while step >= size {
        if low + step <= value.magnitude + size / 2 { low += step }
        step /= 2
      }
      let expected = value.isSignMinus ? -low : low
      let label: Comment = "seed \(seed) round \(round): \(text) to \(unit)"
      let actual = try #require(Self.rounded(text, rounding), label)
      #expect(Decimal(string: actual) == expected, label)
      #expect(Self.rounded(actual, rounding) == actual, label)
      #expect(Self.isRounded(actual, rounding), label)
    }
  }

  @Test func onlyTheOneSpellingOfARoundedNumberIsInItsWireForm() {
    let two = Rounding(.digits(2))
    for text in ["12", "0", "-1.2", "1200", "0.5", "1.2e-7", "1e+21", "1.3e+999"] {
      #expect(Self.isRounded(text, two), "\(text)")
    }
    for text in [
      "123", "-0", "0.0", "1.20", "12.0", "1.2e3", "1e21", "1E+21", "12e-8", "1e1000", "120.5",
    ] {
      #expect(!Self.isRounded(text, two), "\(text)")
    }
  }
}
