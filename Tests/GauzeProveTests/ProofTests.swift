import Gauze
import Testing

import GauzeProve

@Suite struct ProofTests {
  @Test func nothingSurvivesTheStandardSchema() throws {
    let result = try Proof(cliTelemetry(), seed: 11).run(cases(8_000))
    #expect(result.survivors.isEmpty, "seed 11, cases \(result.survivors.map(\.number))")
    #expect(result.total.planted == cases(8_000))
    #expect(result.accepted + result.rejected == cases(8_000))
    #expect(result.accepted > cases(2_000))
    #expect(result.untried.isEmpty)
    #expect(result.byClass.allSatisfy { $0.planted > 0 })
    #expect(result.byField.allSatisfy { $0.planted > 0 })
  }

  @Test func everythingThatTheEngineOwesIsHeldBack() throws {
    let all = #""strip-paths", "mask-emails", "mask-secrets", "mask-addresses", "mask-identifiers""#
    let field = #"{"type": "string", "policies": [\#(all), {"truncate": 300}], "why": "x"}"#
    let result = try Proof(schema(field: field), seed: 2).run(cases(12_000))
    #expect(result.survivors.isEmpty, "seed 2, cases \(result.survivors.map(\.number))")
    #expect(result.total.survived == 0)
  }

  @Test func showsWhichClassesAFieldDoesNotPromise() throws {
    let field =
      #"{"type": "string", "policies": ["mask-addresses", {"truncate": 300}], "why": "x"}"#
    let result = try Proof(schema(field: field)).run(cases(6_000))
    let place = try #require(result.fields.firstIndex(of: "happened/value"))
    #expect(result.total.survived == 0)
    #expect(result.letThrough[place].contains(.email))
    #expect(result.letThrough[place].contains(.token))
    #expect(!result.letThrough[place].contains(.host))
    #expect(!result.letThrough[place].contains(.ipv4))
    #expect(result.byField[place].letThrough == result.total.letThrough)
  }

  @Test func aPolicyThatPromisesNoClassStandsBesideOthers() throws {
    let field =
      #"{"type": "string", "policies": ["mask-urls", "mask-sql", {"truncate": 300}], "why": "x"}"#
    let result = try Proof(schema(field: field), seed: 3).run(cases(4_000))
    #expect(result.survivors.isEmpty, "seed 3, cases \(result.survivors.map(\.number))")
  }

  @Test func aValueThatIsWhatAFormatSaysIsNotPromised() throws {
    let field = #"{"type": "string", "format": "version", "why": "x"}"#
    let result = try Proof(schema(field: field)).run(cases(6_000))
    #expect(result.total.survived == 0)
    #expect(Set(result.letThrough[0]).isSubset(of: [.ipv4, .sqlNumber]))
    #expect(result.letThrough[0].contains(.ipv4))
  }

  /// Derived fields leave too: the source promises no more than the weakest of them.
  @Test func looksAtFieldsMadeOfOthers() throws {
    func derived(_ policies: String) throws -> Schema {
      try schema(
        #"{"gauze": 1, "name": "one", "version": "1.0", "events": {"e": {"description": "x", "#
          + #""properties": {"raw": {"type": "string", "policies": ["drop"]}, "text": {"from": "raw", "#
          + #""policies": [\#(policies), {"truncate": 200}], "why": "x"}}}}}"#
      )
    }
    let both = try derived(#""mask-addresses", "mask-identifiers""#)
    #expect(try Proof(both).run(cases(4_000)).total.survived == 0)
    let weak = try Proof(both, running: derived(#""mask-addresses""#)).run(cases(4_000))
    #expect(weak.survivors.contains { $0.field == "e/raw" && $0.kind == .card })
  }

  @Test func saysWhichEventsItCannotTry() throws {
    let schema = try schema(
      #"{"gauze": 1, "name": "one", "version": "1.0", "events": {"e": {"description": "x", "#
        + #""properties": {"n": {"type": "integer", "minimum": 9007199254740993, "#
        + #""maximum": 9007199254740994, "why": "x"}}, "required": ["n"]}}}"#
    )
    #expect(try Proof(schema).run(10).untried == ["e"])
  }

  @Test func aSeedGivesTheSameResult() throws {
    let schema = try schema(
      field: #"{"type": "string", "policies": ["mask-emails", {"truncate": 40}], "why": "x"}"#
    )
    let results = try (0..<2).map { _ in try Proof(schema, seed: 4).run(cases(2_000)) }
    #expect(results[0].survivors.map(\.number) == results[1].survivors.map(\.number))
    #expect(results[0].total.letThrough == results[1].total.letThrough)
  }

  @Test func showsOneCaseAsTheRunHasIt() throws {
    let field = #"{"type": "string", "policies": ["strip-paths", {"truncate": 300}], "why": "x"}"#
    let (intact, weak) = (
      try schema(field: field),
      try schema(field: field.replacing("strip-paths", with: "mask-emails"))
    )
    let proof = try Proof(intact, running: weak)
    let survivor = try #require(try proof.run(600).survivors.first)
    let shown = try proof.show(survivor.number)
    #expect(shown.seen == .clean)
    #expect(shown.planted.isPromised && shown.clean != nil && shown.rejects == nil)
  }

  /// Few cases are numbers in arguments, so these are looked at one by one.
  @Test func looksAtNumbersInArguments() throws {
    let field = #"{"type": "object", "policies": ["mask-arguments"], "why": "x"}"#
    let intact = try schema(field: field)
    let weak = try schema(
      field: field.replacing(
        "\"mask-arguments\"",
        with: #"{"mask-arguments": {"numbers": ["amount"]}}"#
      )
    )
    let list = CaseList(intact, seed: 1)
    let numbers = (0..<cases(24_000)).filter { list.make($0).vessel == .argumentNumber }
    try #require(!numbers.isEmpty)
    let (proof, other) = (try Proof(intact), try Proof(intact, running: weak))
    for number in numbers { #expect(try proof.show(number).seen == nil) }
    // Only what can be a setting leaves under a listed name.
    let seen = try numbers.filter { try other.show($0).seen == .clean }
    #expect(!seen.isEmpty)
  }

  @Test func everyDetectorHasARow() {
    for row in PolicyName.allCases.map(\.row) {
      let needsRow = !PolicyPromise.replacesAll(row) && row.role != .shortener
      #expect((PolicyPromise.row(of: row) != nil) == needsRow, "\(row.word)")
    }
    for row in PolicyPromise.table { #expect(row.classes.isEmpty == row.encodings.isEmpty) }
  }
}
