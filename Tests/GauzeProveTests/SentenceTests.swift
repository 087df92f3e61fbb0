import Gauze
import GauzeProve
import Testing

/// What a proof says of a schema's own promises, and of what it forbids.
@Suite struct SentenceTests {
  private static func schema(
    promises: String = "[]",
    forbid: String = "[]",
    _ policies: String = #""mask-emails""#
  ) throws -> Schema {
    let field = #"{"type": "string", "policies": [\#(policies), {"truncate": 90}], "why": "x"}"#
    return try GauzeProveTests.schema(
      #"{"gauze": 1, "name": "two", "version": "1.0", "eventKey": "type", "promises": \#(promises), "#
        + #""forbid": \#(forbid), "events": {"#
        + #""one": {"description": "x", "properties": {"text": \#(field)}}, "#
        + #""two": {"description": "x", "properties": {"other": \#(field), "n": {"enum": ["a"], "why": "x"}}}}}"#
    )
  }

  private static func promise(_ bound: String, by keeper: String = "engine") -> String {
    #"[{"text": "It is kept", "enforcedBy": "\#(keeper)"\#(bound.isEmpty ? "" : ", \(bound)")}]"#
  }

  private static func sentence(_ schema: Schema, _ count: Int = 4_000) throws -> SentenceProof {
    try #require(try Proof(schema).run(cases(count)).sentences.first)
  }

  @Test func aClassThatNoPolicyHoldsBackBreaksItsPromise() throws {
    let schema = try Self.schema(promises: Self.promise(#""classes": ["path", "email"]"#))
    let result = try Proof(schema).run(cases(4_000))
    #expect(result.sentences[0].mark == .broken)
    #expect(result.survivors.contains { $0.field == "one/text" && $0.kind == .path })
    #expect(result.survivors.contains { $0.field == "two/other" && $0.kind == .path })
    #expect(result.survivors.allSatisfy { $0.kind == .path })
    #expect(result.sentences[0].survived == result.total.survived)
  }

  @Test func aClassThatPoliciesHoldBackIsProven() throws {
    let schema = try Self.schema(promises: Self.promise(#""classes": ["email"]"#))
    let result = try Proof(schema).run(cases(4_000))
    #expect(result.sentences[0].mark == .proven)
    #expect(result.sentences[0].planted > 50)
    #expect(result.total.survived == 0)
    // The same promise under a policy that does not look for it.
    let weak = try Self.schema(#""mask-identifiers""#)
    let other = try Proof(schema, running: weak).run(cases(4_000))
    #expect(other.sentences[0].mark == .broken)
  }

  @Test func aPromiseSpeaksOfItsFieldsAlone() throws {
    let closed = try Self.schema(
      promises: Self.promise(#""classes": ["path", "sql"], "fields": ["n"]"#)
    )
    let kept = try Self.sentence(closed)
    #expect(kept.mark == .proven && kept.planted > 10)
    let open = try Self.schema(promises: Self.promise(#""classes": ["path"], "fields": ["other"]"#))
    let result = try Proof(open).run(cases(4_000))
    #expect(result.sentences[0].mark == .broken)
    #expect(result.survivors.allSatisfy { $0.field == "two/other" })
  }

  @Test func whatIsForbiddenMayLeaveInItsException() throws {
    let all = try Proof(Self.schema(forbid: #"["path"]"#)).run(cases(4_000))
    #expect(Set(all.survivors.map(\.event)) == ["one", "two"])
    #expect(all.sentences[0].isForbidden && all.sentences[0].mark == .broken)
    let some = try Proof(Self.schema(forbid: #"[{"class": "path", "except": ["two"]}]"#))
      .run(cases(4_000))
    #expect(Set(some.survivors.map(\.event)) == ["one"])
    let none = try Proof(Self.schema(forbid: #"[{"class": "path", "except": ["one", "two"]}]"#))
      .run(cases(4_000))
    #expect(none.survivors.isEmpty)
  }

  @Test func runsTheCanariesThatPromisesBringAlong() throws {
    let canaries = #"""
      "canaries": [
        {"raw": {"type": "one", "text": "for jane@acme.example"}, "texts": ["jane", "acme"]},
        {"raw": {
          "type": "one", "secret": "hunter2"}, "texts": ["hunter2"]}]
      """#
    let schema = try Self.schema(promises: Self.promise(canaries))
    let kept = try Self.sentence(schema, 8)
    #expect(kept.mark == .proven)
    #expect([kept.own, kept.rejected, kept.survived] == [2, 1, 0])
    let weak = try Proof(schema, running: Self.schema(#""strip-paths""#)).run(8)
    #expect(weak.sentences[0].mark == .broken)
    #expect(weak.sentences[0].survived == 1)
  }

  @Test(arguments: [
    ("", "engine", SentenceProof.Mark.unbound), ("", "client", .client),
    ("", "declaration", .declared), (#""fields": ["text"]"#, "engine", .bounded),
    (#""absent": ["user"]"#, "engine", .proven), (#""absent": ["text"]"#, "engine", .broken),
    (#""classes": ["sql"]"#, "engine", .broken), (#""classes": ["sql"]"#, "client", .client),
    (#""classes": ["email"]"#, "engine", .untried),
  ])
  func saysHowEachPromiseStands(_ bound: String, _ keeper: String, _ mark: SentenceProof.Mark)
    throws
  {
    let schema = try Self.schema(promises: Self.promise(bound, by: keeper))
    #expect(try Self.sentence(schema, 0).mark == mark)
    #expect(
      try Self.sentence(schema, 0).isFinding == (mark == .broken || mark == .unbound)
    )
  }

  /// The lint and the proof judge what a field can carry by two tables; neither may promise more.
  @Test func policiesCarryWhatTheyDoNotPromise() throws {
    for name in [
      "strip-paths", "mask-emails", "mask-secrets", "mask-addresses", "mask-identifiers",
      "mask-urls", "scrub-text",
    ] {
      let schema = try Self.schema("\"\(name)\"")
      let carried = try #require(schema.wireFields.first).carried
      let row = try #require(PolicyPromise.table.first { "\($0.word)" == name })
      for one in CanaryClass.allCases {
        guard let data = one.dataClass else { continue }
        #expect(carried.holds(data) != row.classes.contains(one), "\(name) \(one.name)")
      }
    }
  }
}
