import Testing

import Gauze

/// Runs every line of `Fixtures/Consent`: the sources as a schema has them, what was found in each
/// (`null`: nothing; a text; `{"value", "epoch"}`; `{"unreadable": true}`), perhaps the event, and the
/// decision. The event `signup` has explicit consent, `e` has not.
@Suite struct ConsentDecisionTests {
  static func schema(_ consent: [UInt8]?) throws -> Schema {
    let head = #"{"gauze": 1, "name": "x", "version": "1.0", "#
    let tail =
      #""eventKey": "type", "events": {"e": {"description": "d"}, "#
      + #""signup": {"description": "d", "consent": "explicit"}}}"#
    let member = consent.map { Array(#""consent": "#.utf8) + $0 + Array(", ".utf8) } ?? []
    let text = Array(head.utf8) + member + Array(tail.utf8)
    return try Schema(reading: text.span)
  }

  static func answer(_ node: JSONNode) throws -> ConsentAnswer {
    if case .null = node.value { return .unset }
    if let text = node.asText { return .value(text) }
    guard let value = node.member("value")?.asText else { return .unreadable }
    guard case .number(let epoch)? = node.member("epoch")?.value else { return .value(value) }
    return .value(value, epoch: Int(String(decoding: epoch, as: UTF8.self)))
  }

  @Test func everyLineHolds() throws {
    for line in try FixtureLine.lines("Consent/decisions.jsonl") {
      let consent = try #require(line["consent"])
      let schema = try Self.schema(line.source(consent))
      guard case .array(let items) = line["answers"]?.value else { continue }
      let answers = try items.map(Self.answer)
      let decision =
        line.text("event").map { schema.decideConsent(answers, event: Array($0.utf8)) }
        ?? schema.decideConsent(answers)
      #expect(decision.isOn == line.isTrue("on"), "\(line.name)")
      #expect("\(decision.reason.word)" == line.text("reason"), "\(line.name)")
      let source = line["source"].map { String(decoding: line.source($0), as: UTF8.self) }
      #expect(decision.source.map(String.init) ?? "null" == source, "\(line.name)")
    }
  }

  private static func system(_ name: String) throws -> Schema {
    let file = try Fixtures.bytes("Systems/\(name)/schema.json")
    return try Schema(reading: file.span)
  }

  /// The sources that the lines decide about are those of the systems' schemas.
  @Test func decidesWithTheSourcesOfTheSystems() throws {
    for system in ["kubeatlas", "atmos", "elmo", "astro", "altimate-code"] {
      let schema = try Self.system(system)
      let short = system.prefix { $0 != "-" }
      let lines = try FixtureLine.lines("Consent/decisions.jsonl")
        .filter { $0.name.hasPrefix("\(short): ") }
      #expect(lines.count >= 10)
      for line in lines {
        let own = try Self.schema(line.source(try #require(line["consent"])))
        let (found, due) = (try #require(own.consent), try #require(schema.consent))
        #expect(found.isOptIn == due.isOptIn && found.epoch == due.epoch, "\(line.name)")
        #expect("\(found.sources)" == "\(due.sources)", "\(line.name)")
      }
    }
  }

  /// Law: whatever else is answered, one no is a no.
  @Test func anyNoWins() throws {
    let line = try #require(try FixtureLine.lines("Consent/decisions.jsonl").first)
    let schema = try Self.schema(line.source(try #require(line["consent"])))
    let count = schema.consentSources.count
    var random = SeededRandom(seed: 11)
    let values: [ConsentAnswer] = [
      .unset, .unreadable, .value(Array("true".utf8)), .value(Array("false".utf8)),
      .value(Array("maybe".utf8)), .value([]),
    ]
    for _ in Rounds.upTo(2_000) {
      var answers = (0..<count).map { _ in values.randomElement(using: &random) ?? .unset }
      answers[Int.random(in: 0..<count, using: &random)] =
        Bool.random(using: &random) ? .unreadable : .value(Array("no such word".utf8))
      #expect(!schema.decideConsent(answers).isOn)
    }
  }

  @Test func withoutConsentNothingMayLeave() throws {
    let schema = try Self.schema(nil)
    let undeclared = ConsentDecision(isOn: false, reason: .undeclared, source: nil)
    #expect(schema.decideConsent([]) == undeclared)
    #expect(schema.decideConsent([], event: Array("e".utf8)) == undeclared)
    let explicit = ConsentDecision(isOn: true, reason: .explicit, source: nil)
    #expect(schema.decideConsent([], event: Array("signup".utf8)) == explicit)
  }
}
