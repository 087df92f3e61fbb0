import Foundation
import Gauze
import GauzeGate
import Testing

@Suite struct TelemetryPageTests {
  private func page(_ schema: Schema) -> String { TelemetryPage(schema).text }

  // MARK: - Golden pages

  @Test func tellsOfTheBuiltInSchemasAsRecorded() throws {
    for entry in BuiltInSchemas.all {
      try Fixtures.compare(page(makeSchema("\(entry.text)")), with: "Systems/\(entry.name)/page.md")
    }
  }

  @Test func isTheSameForTheSameSchema() throws {
    for schema in try allSchemas() { #expect(page(schema) == page(schema)) }
  }

  // MARK: - What stands on every page

  /// The wire fields of an event by the engine's own account, which knows nothing of the page.
  private func wireNames(_ properties: [Property]) -> [[UInt8]] {
    properties.filter { !$0.field.isDropped }.flatMap { property in
      [property.name] + (property.field.properties.map(wireNames) ?? [])
        + property.field.element.flatMap { wireNames($0.properties ?? []) }
    }
  }

  @Test func namesEveryWireFieldOfEveryEvent() throws {
    for schema in try allSchemas() {
      let lines = TelemetryPage(schema).textLines
      let common = section("In every event", of: lines)
      for event in schema.events {
        let own = section(MarkdownText.code(event.name), of: lines)
        #expect(!own.isEmpty)
        for name in wireNames(event.properties) {
          let code = MarkdownText.code(name)
          let isThere = (own + common).contains { line in
            let cell = line.split(separator: "|").first ?? ""
            return line.hasPrefix("| ") && cell.hasSuffix("\(code) ")
          }
          #expect(isThere, "\(code) of \(MarkdownText.code(event.name))")
        }
      }
    }
  }

  /// The lines under the heading of level four that ends with `title`.
  private func section(_ title: String, of lines: [String]) -> [String] {
    guard
      let start = lines.firstIndex(where: { $0.hasPrefix("#### ") && $0.hasSuffix(">\(title)") })
    else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("#") })
  }

  @Test func holdsEverySentenceOfTheSchema() throws {
    for schema in try allSchemas() {
      let page = page(schema)
      var sentences = schema.promises.map(\.text) + schema.history.map(\.summary)
      sentences += [schema.description] + (schema.receiver?.adds ?? [])
      for event in schema.events {
        sentences.append(event.description)
        for property in event.properties where !property.field.isDropped {
          sentences += [property.field.why, property.field.waiver].compactMap(\.self)
        }
      }
      for sentence in sentences where !sentence.isEmpty {
        #expect(page.contains(MarkdownText.sentence(sentence)))
      }
      for source in schema.consent?.sources ?? [] {
        for word in [source.name] + source.on + source.off {
          #expect(page.contains(MarkdownText.code(word)))
        }
      }
    }
  }

  @Test func linksOnlyToPlacesOfItsOwn() throws {
    for schema in try allSchemas() {
      let page = page(schema)
      let anchors = page.matches(of: #/<a id="(.+?)">/#).map { String($0.1) }
      #expect(Set(anchors).count == anchors.count)
      for link in page.matches(of: #/\]\(#(.+?)\)/#) {
        #expect(anchors.contains(String(link.1)), "\(link.1)")
      }
    }
  }

  @Test func callsNothingAnonymous() throws {
    for schema in try allSchemas() {
      // What the page itself says, whatever the schema's sentences and names are.
      let words = page(schema.withoutSentences).replacing(#/`[^`]*`/#, with: "")
      #expect(!words.lowercased().contains("anonym"))
    }
  }

  // MARK: - What single sections say

  private let keyed = #"""
    {"gauze": 1, "name": "x", "version": "1.0",
     "consent": {"default": "opt-out", "epoch": 1, INSTRUCTIONS "sources": [
       {"env": "A_OFF", "off": ["1"]}, {"env": "B_OFF", "off": ["1"]},
       {"env": "DO_NOT_TRACK", "off": ["1"]}, {"config": "c.off", "off": ["true"]}]},
     "identity": {"made": {"scope": "install", "generator": "random", "stored": true},
                  "plain": {"scope": "process", "generator": "random", "stored": false}},
     "events": {"e": {"description": "E.", "properties": {
       "id": {"type": "string", "policies": ["drop"]},
       "word": {"type": "string", "policies": ["drop"]},
       "plain": {"type": "string", "format": "uuid", "why": "W."},
       "made": {"from": "word", "policies": [{"vocabulary": {"words": ["a"]}}],
                "else": {"from": "id", "policies": [{"pseudonymize": {"key": "k1"}}]}, "why": "W."}
     }}}}
    """#

  @Test func seesPseudonymsBehindElseAndCallsNoKeyedTokenRandom() throws {
    let lines = TelemetryPage(try makeSchema(keyed.replacing("INSTRUCTIONS", with: ""))).textLines
    #expect(lines.contains("A policy makes these pseudonyms: `made` (`e`)."))
    #expect(
      lines.contains {
        $0.hasPrefix(
          "| `made` | one install | a token made under a key, of something made at random |"
        )
      }
    )
    #expect(
      lines.contains { $0.hasPrefix("| `plain` | one run of the program | made at random |") }
    )
  }

  @Test func printsCommandsForTheFirstVariableAndDoNotTrackAlone() throws {
    let lines = TelemetryPage(try makeSchema(keyed.replacing("INSTRUCTIONS", with: ""))).textLines
    #expect(
      lines.filter { $0.hasPrefix("export ") } == ["export A_OFF=1", "export DO_NOT_TRACK=1"]
    )
    #expect(lines.contains("- Set the environment variable `B_OFF` to `1`."))
    #expect(lines.contains("- Set the setting `c.off` to `true`."))
  }

  @Test func printsACommandForTheFirstVariableThatAShellCanSet() throws {
    let schema = keyed.replacing("INSTRUCTIONS", with: "").replacing("A_OFF", with: "A OFF")
    let lines = TelemetryPage(try makeSchema(schema)).textLines
    #expect(
      lines.filter { $0.hasPrefix("export ") } == ["export B_OFF=1", "export DO_NOT_TRACK=1"]
    )
    #expect(lines.contains("- Set the environment variable `A OFF` to `1`."))
  }

  @Test func printsTheSchemasOwnInstructionsInsteadOfTheOtherNames() throws {
    let words = #""instructions": ["Run x off: *all* of it."], "#
    let lines = TelemetryPage(try makeSchema(keyed.replacing("INSTRUCTIONS", with: words)))
      .textLines
    #expect(lines.contains("- " + MarkdownText.sentence(Array("Run x off: *all* of it.".utf8))))
    #expect(
      lines.filter { $0.hasPrefix("export ") } == ["export A_OFF=1", "export DO_NOT_TRACK=1"]
    )
    #expect(!lines.contains { $0.hasPrefix("- Set the ") })
  }

  // MARK: - What changes it

  @Test func differsWhenAPolicyChanges() throws {
    let policies = [
      #""scrub-text", {"truncate": 200}"#, #""scrub-text", {"truncate": 201}"#,
      #""strip-paths", {"truncate": 200}"#,
      #"{"strip-paths": {"keep": "extension"}}, {"truncate": 200}"#,
      #""mask-emails", {"truncate": 200}"#, #""mask-sql", {"truncate": 200}"#,
      #"{"mask-sql": {"dialect": "mysql", "identifiers": "keep"}}, {"truncate": 200}"#,
      #""hash-email""#, #"{"hash-email": {"key": "k1"}}"#, #"{"hash-email": {"key": "k2"}}"#,
      #"{"pseudonymize": {"key": "k1"}}"#, #""redact""#, #""count""#, #""presence""#,
      #"{"presence": {"as": "truthy"}}"#, #""hint""#, #"{"hint": {"limit": 60}}"#,
      #""coarsen-version""#,
      #"{"coarsen-version": {"parts": 1}}"#, #"{"coarsen-time": "day"}"#,
      #"{"coarsen-time": "hour"}"#,
      #""scrub-text", "fingerprint""#, #""mask-emails", "fingerprint""#,
      #"{"classify": {"a": ["x"]}}"#, #"{"classify": {"b": ["x"]}}"#,
      #""count", {"clamp": {"maximum": 9}}"#, #""count", {"round": {"digits": 1}}"#, #""drop""#,
    ]
    var pages: Set<[UInt8]> = []
    for policy in policies {
      let field = #""value": {"type": "string", "policies": [\#(policy)], "why": "A reason."}"#
      pages.insert(TelemetryPage(try makeSchema(properties: field)).bytes)
    }
    #expect(pages.count == policies.count)
  }

  @Test func hasWordsForEveryChainOfTheReference() throws {
    var count = 0
    for chain in try documentBlocks("json chain") {
      let kinds = [
        #""type": "string""#, #""type": "integer", "minimum": 0, "maximum": 9"#,
        #""type": "object""#,
        #""type": "array", "maxItems": 3, "items": {"type": "string", "enum": ["a"]}"#,
      ]
      let loaded = kinds.lazy.compactMap { kind in
        try? makeSchema(
          properties: #""value": {\#(kind), "policies": \#(chain), "why": "A reason."}"#
        )
      }.first
      let schema = try #require(loaded, "\(chain)")
      count += 1
      let field = try #require(schema.events.first?.properties.first?.field)
      let row = TelemetryPage(schema).textLines.first { $0.hasPrefix("| `value` |") }
      if field.isDropped { continue }
      let words = try #require(row?.split(separator: "|").dropFirst().first)
      #expect(words.count > 5)
      let isPseudonym = field.policies.contains { "\($0.name.row.technique)" == "pseudonymization" }
      #expect(words.contains("pseudonymous") == isPseudonym, "\(chain)")
    }
    #expect(count > 25)
  }

  // MARK: - Large schemas

  @Test func tellsCommonFieldsOnceAndListsEveryEvent() throws {
    let events = (1...75).map { number in
      #""event_\#(number)": {"description": "Event \#(number).", "properties": {"#
        + #""own_\#(number)": {"type": "boolean", "why": "Why \#(number)."}}}"#
    }
    let schema = try makeSchema(
      #"{"gauze": 1, "name": "many", "version": "1.0", "eventKey": "type", "common": {"properties": {"#
        + #""shared": {"type": "boolean", "why": "Shared by all."}}}, "#
        + #""events": {\#(events.joined(separator: ", "))}}"#
    )
    let lines = TelemetryPage(schema).textLines
    #expect(lines.count { $0.contains("Shared by all.") } == 1)
    #expect(lines.count { $0.hasPrefix("  - [`event_") } == 75)
    #expect(lines.count { $0.hasPrefix("#### ") } == 76)
  }

  @Test func tellsALongListOfWordsOnce() throws {
    let words = (1...300).map { "\"word\($0)\"" }.joined(separator: ", ")
    let field = #"{"type": "string", "enum": [\#(words)], "why": "Which."}"#
    let text = page(try makeSchema(properties: #""one": \#(field), "two": \#(field)"#))
    #expect(text.matches(of: #/`word299`/#).count == 1)
    #expect(text.matches(of: #/\[300 words\]\(#one-words-1\)/#).count == 2)
  }

  @Test func takesFieldsThatAreTheSameByNameAloneForTwo() throws {
    let text = page(
      try makeSchema(
        #"{"gauze": 1, "name": "two", "version": "1.0", "eventKey": "type", "events": {"#
          + #""a": {"description": "A.", "properties": {"x": {"type": "boolean", "why": "One."}}}, "#
          + #""b": {"description": "B.", "properties": {"x": {"type": "boolean", "why": "Two."}}}}}"#
      )
    )
    #expect(!text.contains("In every event"))
    #expect(text.contains("| One. |") && text.contains("| Two. |"))
  }
}

extension Schema {
  /// The same schema without a word that its author wrote for people.
  fileprivate var withoutSentences: Schema {
    var schema = self
    schema.description = []
    schema.promises = []
    schema.history = []
    for index in events.indices {
      schema.events[index].description = []
      schema.events[index].examples = []
      for place in events[index].properties.indices {
        schema.events[index].properties[place].field.why = nil
        schema.events[index].properties[place].field.waiver = nil
        schema.events[index].properties[place].field.description = nil
      }
    }
    return schema
  }
}
