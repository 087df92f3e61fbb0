import Foundation
import Testing

import Gauze

@Suite struct BucketingTests {
  static func number(_ text: String) throws -> JSONNumber {
    let number = JSONNumber(Array(text.utf8).span)
    return try #require(number)
  }

  /// The first range whose upper end the number is not beyond, by Foundation's decimals.
  static func naive(_ number: Decimal, _ edges: [Decimal], isClosedAbove: Bool) -> Int {
    edges.firstIndex { isClosedAbove ? number <= $0 : number < $0 } ?? edges.count
  }

  @Test(arguments: [false, true]) func agreesWithTheNaiveTwin(isClosedAbove: Bool) throws {
    let seed: UInt64 = 3101
    var random = SeededRandom(seed: seed)
    for round in 0..<400 {
      let count = Int.random(in: 1...8, using: &random)
      let edges = Set((0..<count).map { _ in Int.random(in: -30...30, using: &random) }).sorted()
      let bucketing = Bucketing(
        edges: edges.map { JSONNumber(Int64($0)) },
        labels: (0...edges.count).map { Array("\($0)".utf8) },
        isClosedAbove: isClosedAbove
      )
      for _ in 0..<40 {
        var text = "\(Int.random(in: -35...35, using: &random))"
        if Bool.random(using: &random) { text += ".\(Int.random(in: 0...20, using: &random))" }
        if Bool.random(using: &random) { text += "e\(Int.random(in: -2...1, using: &random))" }
        let expected = Self.naive(
          try #require(Decimal(string: text)),
          edges.map { Decimal($0) },
          isClosedAbove: isClosedAbove
        )
        let position = bucketing.position(of: try Self.number(text))
        #expect(position == expected, "seed \(seed) round \(round): \(text) in \(edges)")
      }
    }
  }

  @Test func beyondMachineNumbersEdgesAreExact() throws {
    let edges = ["9007199254740992", "9007199254740993", "1e400"]
    let bucketing = Bucketing(
      edges: try edges.map(Self.number),
      labels: (0..<4).map { [ASCII.zero + $0] }
    )
    for (text, position) in [
      ("9007199254740991.9999999", 0), ("9007199254740992", 1), ("9007199254740992.9", 1),
      ("9007199254740993", 2), ("9e399", 2), ("1e400", 3), ("10e400", 3),
    ] {
      #expect(bucketing.position(of: try Self.number(text)) == position, "\(text)")
    }
  }
}
