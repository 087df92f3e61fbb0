import Foundation
import Testing

import Gauze
import GauzeGate

@Suite struct ChangeListTests {
  static let files = ["fields", "surroundings", "names"]

  @Test(arguments: files) func everyChangeIsNamedAndJudged(file: String) throws {
    for fixture in try ChangeFixture.all(file) {
      let list = ChangeList(from: fixture.old, to: fixture.new)
      #expect(ChangeFixture.words(list) == fixture.changes, "\(fixture.name)")
    }
  }

  /// Changes that public systems made; what is expected was written down before the gate was asked.
  @Test func judgesWhatPublicSystemsChanged() throws {
    let fixtures = try ChangeFixture.all("history")
    #expect(fixtures.count >= 60)
    for fixture in fixtures {
      let list = ChangeList(from: fixture.old, to: fixture.new)
      #expect(ChangeFixture.verdict(list) == fixture.expected, "\(fixture.name)")
    }
  }

  @Test(arguments: files + ["history"]) func nothingChangesBetweenASchemaAndItself(file: String)
    throws
  {
    for fixture in try ChangeFixture.all(file) {
      for schema in [fixture.old, fixture.new] {
        #expect(ChangeList(from: schema, to: schema).changes.isEmpty, "\(fixture.name)")
      }
    }
  }

  /// What narrows one way widens the other way.
  @Test(arguments: files + ["history"]) func everyNarrowingHasItsMirror(file: String) throws {
    for fixture in try ChangeFixture.all(file) {
      let there = ChangeList(from: fixture.old, to: fixture.new)
      let back = ChangeList(from: fixture.new, to: fixture.old)
      let narrows = there.changes.contains { $0.privacy == .narrows }
      if narrows, !there.asksForReview { #expect(back.asksForReview, "\(fixture.name)") }
    }
  }

  @Test func everyRuleHasAFixture() throws {
    var used: Set<String> = []
    for file in Self.files {
      for fixture in try ChangeFixture.all(file) {
        for (old, new) in [(fixture.old, fixture.new), (fixture.new, fixture.old)] {
          used.formUnion(ChangeList(from: old, to: new).changes.map { $0.rule.word })
        }
      }
    }
    let missing = ChangeRule.allCases.map { $0.word }.filter { !used.contains($0) }
    #expect(missing == [])
  }

  @Test func fingerprintsDoNotDependOnThePlaceInTheFile() throws {
    let fixture = try #require(try ChangeFixture.all("fields").first)
    let moved = try SchemaFile(reading: [UInt8](repeating: 0x0A, count: 40) + fixture.newText)
    let one = ChangeList(from: fixture.old, to: fixture.new)
    let other = ChangeList(from: fixture.old, to: moved)
    #expect(one.fingerprint == other.fingerprint)
    #expect(one.changes.map { $0.offset } != other.changes.map { $0.offset })
  }

  private static func print(_ fields: String, _ more: String = "") throws -> SchemaFile {
    let text = """
      {"gauze": 1, "name": "shop", "version": "1.0", \(more) "events": {"report": {
      "description": "A report.", "properties": {"run": {"type": "boolean", "why": "Which."}\(fields)}}}}
      """
    return try SchemaFile(reading: Array(text.utf8))
  }

  private static func text(_ policies: String) -> String {
    #", "s": {"type": "string", "maxLength": 90, "why": "What.", "policies": [\#(policies)]}"#
  }

  private static func words(_ list: String) -> String {
    #", "s": {"type": "string", "why": "What.", "enum": [\#(list)], "otherwise": "no"}"#
  }

  private static let consent =
    #""consent": {"default": "opt-in", "epoch": 1, "sources": [{"env": "A", "on": ["1"]}]},"#

  /// Changes of one base that must not share an approval.
  static let alike: [(String, [(String, String)], [(String, String)])] = [
    (
      "dropped detectors", [(text(#""mask-emails", "mask-secrets", "strip-paths""#), "")],
      [
        (text(#""mask-emails", "mask-secrets""#), ""), (text(#""mask-emails", "strip-paths""#), ""),
      ]
    ),
    (
      "added detectors", [(text(#""mask-emails""#), "")],
      [
        (text(#""mask-emails", "mask-secrets""#), ""), (text(#""mask-emails", "strip-paths""#), ""),
      ]
    ),
    (
      "consent", [("", "")],
      [
        ("", consent), ("", consent.replacingOccurrences(of: "opt-in", with: "opt-out")),
        ("", consent.replacingOccurrences(of: #""1""#, with: #""0""#)),
        ("", consent.replacingOccurrences(of: #""A""#, with: #""B""#)),
      ]
    ),
    (
      "words of a source", [("", consent)],
      [
        ("", consent.replacingOccurrences(of: #"["1"]"#, with: #"["1", "a", "b"]"#)),
        ("", consent.replacingOccurrences(of: #"["1"]"#, with: #"["1", "a|b"]"#)),
        ("", consent.replacingOccurrences(of: #"["1"]"#, with: #"["1|a", "b"]"#)),
      ]
    ),
    (
      "words of an enum", [("", "")],
      [
        (words(#""a", "b""#), ""), (words(#""a|b""#), ""), (words(#""a", "b, otherwise no""#), ""),
        (words(#""a\"|\"b""#), ""),
      ]
    ),
    (
      "kinds of words", [("", "")],
      ["1", #""1""#, "true", #""true""#, "null", #""null""#].map {
        (#", "s": {"why": "What.", "enum": [\#($0), "a"]}"#, "")
      }
    ),
    (
      "what a value holds", [(#", "s": {"type": "boolean", "why": "What."}"#, "")],
      ["a", "b"].map {
        (
          #", "s": {"type": "object", "why": "What.", "properties": {"\#($0)": {"type": "boolean", "why": "X."}}}"#,
          ""
        )
      }
    ),
    (
      "a receiver", [("", "")],
      ["", #", "adds": ["country"]"#, #", "retention": "1y""#].map {
        ("", #""receiver": {"endpoint": "https://telemetry.example"\#($0)},"#)
      }
    ),
    (
      "promises",
      [("", #""promises": [{"text": "None", "enforcedBy": "engine", "absent": ["x", "y"]}],"#)],
      [
        #"{"text": "None", "enforcedBy": "engine", "absent": ["x"]}"#,
        #"{"text": "None", "enforcedBy": "engine", "absent": ["y"]}"#,
        #"{"text": "None", "enforcedBy": "declaration"}"#,
      ].map { ("", #""promises": [\#($0)],"#) }
    ),
    (
      "forbidden classes", [("", #""forbid": ["email"],"#)],
      [
        "", #""forbid": [{"class": "email", "except": ["report"]}],"#,
      ].map { ("", $0) }
    ),
  ]

  /// An approval is of one change, whatever else looks alike.
  @Test(arguments: alike.indices) func everyChangeHasItsOwnFingerprint(index: Int) throws {
    let (name, olds, news) = Self.alike[index]
    let old = try Self.print(olds[0].0, olds[0].1)
    var seen: [String: String] = [:]
    for (fields, more) in news {
      let list = ChangeList(from: old, to: try Self.print(fields, more))
      #expect(!list.changes.isEmpty, "\(name): \(fields)\(more)")
      let other = seen.updateValue(fields + more, forKey: list.fingerprint)
      #expect(other == nil, "\(name): \(other ?? "") and \(fields)\(more)")
    }
  }

  @Test func aNewEventSaysWhoseConsentItTakes() throws {
    let old = try Self.print("")
    let prints = try ["", #""consent": "explicit","#].map { consent in
      let text = String(decoding: try ChangeListTests.source(""), as: UTF8.self)
        .replacingOccurrences(
          of: #""events": {"#,
          with:
            #""eventKey": "e", "events": {"more": {"description": "More.", \#(consent) "properties": {"q": {"type": "boolean", "why": "Q."}}}, "#
        )
      return ChangeList(from: old, to: try SchemaFile(reading: Array(text.utf8))).fingerprint
    }
    #expect(prints[0] != prints[1])
  }

  private static func source(_ fields: String) throws -> [UInt8] {
    Array(
      """
      {"gauze": 1, "name": "shop", "version": "1.0", "events": {"report": {
      "description": "A report.", "properties": {"run": {"type": "boolean", "why": "Which."}\(fields)}}}}
      """.utf8
    )
  }
}
