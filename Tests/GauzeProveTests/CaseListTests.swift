import Foundation
import Gauze
import Testing

import GauzeProve

@Suite struct CaseListTests {
  @Test func aNumberIsAlwaysTheSameCase() throws {
    let schema = try cliTelemetry()
    let (one, same, other) = (
      CaseList(schema, seed: 1), CaseList(schema, seed: 1), CaseList(schema, seed: 2)
    )
    for number in [0, 1, 17, 999, one.count - 1, one.count, one.count * 3 + 5] {
      #expect(one.make(number).record == same.make(number).record)
      #expect(one.make(number).secrets != other.make(number).secrets)
      #expect(one.make(number).secrets != one.make(number, isTwin: true).secrets)
    }
    #expect(one.make(3).secrets != one.make(3 + one.count).secrets)
  }

  private static func combination(_ one: ProofCase) -> String {
    "\(one.place) \(one.event) \(one.vessel) \(one.form.kind) \(one.form.name) \(one.encoding) "
      + "\(one.position.name)"
  }

  @Test func theListHoldsEverythingOnce() throws {
    let list = CaseList(
      try schema(field: #"{"type": "string", "enum": ["a", "b"], "why": "x"}"#),
      seed: 1
    )
    let seen = Set((0..<list.count).map { Self.combination(list.make($0)) })
    #expect(seen.count == list.count)
    #expect(Self.combination(list.make(5)) == Self.combination(list.make(5 + list.count)))
    let classes = Set((0..<list.count).map { list.make($0).form.kind })
    #expect(classes == Set(CanaryClass.allCases))
  }

  /// Neighbours in number lie far apart, so that a run that is cut short has some of everything.
  @Test func aFewCasesAreASampleOfAll() throws {
    let list = CaseList(try cliTelemetry(), seed: 1)
    #expect(list.count > 20_000)
    let some = (0..<2_000).map { list.make($0) }
    #expect(Set(some.map(\.place)).count == list.places.count + 1)
    #expect(Set(some.map(\.form.kind)) == Set(CanaryClass.allCases))
    #expect(Set(some.map(\.encoding)) == Set(CanaryEncoding.allCases))
    #expect(Set(some.map { "\($0.place) \($0.form.kind)" }).count > 200)
  }

  @Test func canariesSurroundEveryCut() throws {
    let list = CaseList(
      try schema(
        field: #"{"type": "string", "policies": ["mask-emails", {"truncate": 50}], "why": "x"}"#
      ),
      seed: 1
    )
    var starts: Set<Int> = []
    for number in 0..<list.count {
      let one = list.make(number)
      guard case .astride = one.position, one.form.name == "plain", one.encoding == .plain,
        one.form.kind == .email
      else { continue }
      let record = String(decoding: one.record, as: UTF8.self)
      let value = try #require(record.range(of: #""value":""#)?.upperBound)
      let secret = String(decoding: one.secrets[0], as: UTF8.self)
      let start = try #require(record.range(of: secret)?.lowerBound)
      starts.insert(record.distance(from: value, to: start))
    }
    // An address of 23 characters, from one scalar behind the cut to one before it all.
    #expect(starts.isSuperset(of: 27...51), "\(starts.sorted())")
  }

  /// Recomputed another way than they were made.
  @Test func numbersHaveTheirCheckDigits() {
    for number in 0..<500 {
      var random = CanaryRandom(seed: 9, case: number)
      let card = SecretKind.card.make(0, &random).map { Int($0) - 48 }
      let luhn = card.enumerated().reduce(0) { sum, pair in
        let isDoubled = (card.count - pair.offset) % 2 == 0
        return sum + (isDoubled ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][pair.element] : pair.element)
      }
      #expect(card.count == 16 && luhn % 10 == 0)
      let iban = String(decoding: SecretKind.iban.make(0, &random), as: UTF8.self)
      let moved = iban.dropFirst(4) + "1314" + iban.dropFirst(2).prefix(2)
      var rest = Decimal(string: String(moved)) ?? 1
      var quotient = rest / 97
      var whole = Decimal()
      NSDecimalRound(&whole, &quotient, 0, .down)
      rest -= whole * 97
      #expect(iban.count == 22 && rest == 1, "\(iban)")
    }
  }

  @Test func recordsAreAcceptedWhereNothingIsPlanted() throws {
    for name in ["as-deep-as-may-be", "features", "keyed", "single"] {
      let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Fixtures/Schemas/accept/\(name).json")
      let schema = try Schema(reading: [UInt8](Data(contentsOf: url)).span)
      var keys = KeyRing()
      let key = Array("an example key, never a real one".utf8)
      for id in ["2026-05", "k"] { try keys.add(id: Array(id.utf8), key: key.span) }
      var sanitizer = Sanitizer(try Plan(schema, keys: keys))
      for event in schema.events {
        let record = RecordMaker(eventKey: schema.eventKey).record(event, at: [], nil)
        var output = ByteBuffer()
        #expect(
          sanitizer.sanitize(record.span, appendingTo: &output) == .accepted,
          "\(name): \(String(decoding: record, as: UTF8.self))"
        )
      }
    }
  }
}
