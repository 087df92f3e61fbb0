import Foundation
import Testing

import Gauze
import GauzeGate

/// What the gate refuses, without git or files: bytes in, a verdict out.
@Suite struct GateCaseTests {
  private static let field =
    #""kind": {"type": "string", "enum": ["csv"], "otherwise": "other", "why": "Which."}"#
  private static let wider =
    #""kind": {"type": "string", "enum": ["csv", "json"], "otherwise": "other", "why": "Which."}"#
  private static let text =
    #""kind": {"type": "string", "policies": ["scrub-text", {"truncate": 50}], "why": "Which."}"#
  private static let shorter =
    #""kind": {"type": "string", "policies": ["scrub-text", {"truncate": 40}], "why": "Which."}"#
  private static let first = #"{"version": "1.0", "date": "2026-01-01", "summary": "First."}"#

  private static func schema(
    _ fields: String = field,
    version: String = "1.0",
    epoch: Int? = 1,
    history: [String] = [first],
    description: String = "A shop."
  ) -> String {
    let consent =
      epoch.map { "  \"consent\": {\"default\": \"opt-in\", \"epoch\": \($0), \"sources\": []},\n" }
    return """
      {
        "gauze": 1,
        "name": "shop",
        "version": "\(version)",
        "description": "\(description)",
      \(consent ?? "")  "events": {
          "import": {
            "description": "A file was imported.",
            "properties": {
              \(fields)
            }
          }
        },
        "history": [
          \(history.joined(separator: ",\n    "))
        ]
      }

      """
  }

  private static func entry(_ version: String, _ rest: String = "") -> String {
    #"{"version": "\#(version)", "date": "2026-02-01", "summary": "More."\#(rest)}"#
  }

  private static func file(_ text: String) throws -> SchemaFile {
    try SchemaFile(reading: Array(text.utf8))
  }

  private static func gate(
    _ old: String?,
    _ new: String,
    page: GatePage? = nil
  ) throws -> GateCase {
    GateCase(name: "s.json", from: try old.map(file), to: try file(new), page: page)
  }

  private static func words(_ gate: GateCase) -> [String] { gate.findings.map { $0.rule.word } }

  private static func approval(_ gate: GateCase) -> String {
    #", "review": "https://review.example/2", "fingerprint": "\#(gate.list.fingerprint)""#
  }

  // MARK: Verdicts

  @Test func letsTheSameSchemaPass() throws {
    #expect(try Self.gate(Self.schema(), Self.schema()).findings.isEmpty)
  }

  @Test func asksForVersionAndHistory() throws {
    let gate = try Self.gate(Self.schema(), Self.schema(Self.wider))
    #expect(Self.words(gate) == ["version-not-raised", "history-missing"])
    #expect(gate.findings[0].advice == #"write "version": "1.1""#)
    #expect(gate.findings[0].line == 4 && gate.findings[0].column == 3)
    #expect(gate.findings[1].advice.contains(gate.list.fingerprint))
    #expect(gate.findings[1].advice.contains(#""version": "1.1""#))
  }

  @Test func letsAnApprovedChangePass() throws {
    let bare = try Self.gate(Self.schema(), Self.schema(Self.wider))
    let history = [Self.first, Self.entry("1.1", Self.approval(bare))]
    let gate = try Self.gate(
      Self.schema(),
      Self.schema(Self.wider, version: "1.1", history: history)
    )
    #expect(gate.findings.isEmpty)
    // A higher version than asked for is no harm.
    let higher = [Self.first, Self.entry("2.0", Self.approval(bare))]
    #expect(
      try Self.gate(Self.schema(), Self.schema(Self.wider, version: "2.0", history: higher))
        .findings.isEmpty
    )
  }

  @Test func tellsAReviewThatIsMissingUnboundAndStale() throws {
    let cases = [
      ("", "review-missing"), (#", "review": "here""#, "fingerprint-missing"),
      (#", "review": "here", "fingerprint": "0123456789abcdef""#, "fingerprint-stale"),
    ]
    for (rest, word) in cases {
      let new = Self.schema(
        Self.wider,
        version: "1.1",
        history: [Self.first, Self.entry("1.1", rest)]
      )
      let gate = try Self.gate(Self.schema(), new)
      #expect(Self.words(gate) == [word])
      #expect(gate.findings[0].advice.contains(gate.list.fingerprint))
      #expect(gate.findings[0].line == 15)
    }
  }

  /// An approval is of one change: any other needs its own.
  @Test func bindsAnApprovalToItsChange() throws {
    let bare = try Self.gate(Self.schema(), Self.schema(Self.wider))
    let other = Self.wider.replacingOccurrences(of: "json", with: "home")
    let history = [Self.first, Self.entry("1.1", Self.approval(bare))]
    let gate = try Self.gate(Self.schema(), Self.schema(other, version: "1.1", history: history))
    #expect(Self.words(gate) == ["fingerprint-stale"])
  }

  @Test func asksForNoReviewOfWhatNarrowsOrOnlySays() throws {
    let history = [Self.first, Self.entry("1.1")]
    let narrow = try Self.gate(
      Self.schema(Self.text),
      Self.schema(Self.shorter, version: "1.1", history: history)
    )
    #expect(narrow.findings.isEmpty)
    let words = try Self.gate(
      Self.schema(),
      Self.schema(
        version: "1.0.1",
        history: [Self.first, Self.entry("1.0.1")],
        description: "Another."
      )
    )
    #expect(words.findings.isEmpty)
    // Even there a fingerprint that is given must be true.
    let stale = [
      Self.first, Self.entry("1.1", #", "review": "here", "fingerprint": "0123456789abcdef""#),
    ]
    #expect(
      Self.words(
        try Self.gate(
          Self.schema(Self.text),
          Self.schema(Self.shorter, version: "1.1", history: stale)
        )
      ) == ["fingerprint-stale"]
    )
  }

  @Test func asksForAHigherEpochWhereContentWidens() throws {
    let (old, longer) = (Self.schema(Self.shorter), Self.text)
    let bare = try Self.gate(old, Self.schema(longer))
    let history = [Self.first, Self.entry("1.1", Self.approval(bare))]
    let gate = { epoch in
      try Self.gate(
        old,
        Self.schema(longer, version: "1.1", epoch: epoch, history: history)
      )
    }
    #expect(Self.words(try gate(1)) == ["epoch-not-raised"])
    #expect(try gate(1).findings[0].advice == #"write "epoch": 2 in consent"#)
    #expect(try gate(1).findings[0].line == 6)
    // The approval holds with the epoch raised.
    #expect(try gate(2).findings.isEmpty)
  }

  @Test(arguments: [
    ("1.0", "1.1", "minor"), ("1.2.3", "1.3.0", "minor"), ("0.9", "0.10", "minor"),
    ("1.0", "1.0.1", "patch"), ("1.2.3", "1.2.4", "patch"), ("0.1", "1.0", "major"),
    ("1.2.3", "2.0.0", "major"),
  ])
  func saysWhichVersion(_ old: String, _ demanded: String, _ bump: String) throws {
    let history = [Self.entry(old)]
    let before = Self.schema(Self.field, version: old, history: history)
    let changed =
      switch bump {
      case "minor": Self.schema(Self.wider, version: old, history: history)
      case "patch": Self.schema(version: old, history: history, description: "Another.")
      default:
        Self.schema(
          Self.field.replacingOccurrences(of: "kind", with: "sort"),
          version: old,
          history: history
        )
      }
    let gate = try Self.gate(before, changed)
    #expect(gate.findings.first?.advice == "write \"version\": \"\(demanded)\"")
  }

  @Test func refusesALowerVersion() throws {
    let history = [Self.first, Self.entry("1.1")]
    let gate = try Self.gate(
      Self.schema(version: "1.1", history: history),
      Self.schema(version: "1.0", history: history)
    )
    #expect(Self.words(gate) == ["version-lowered"])
    #expect(gate.findings[0].advice == #"write "version": "1.1""#)
  }

  @Test func takesANewSchemaForAllThatItLetsLeave() throws {
    let gate = try Self.gate(nil, Self.schema())
    #expect(gate.isNew)
    #expect(Self.words(gate) == ["review-missing"])
    let approved = Self.schema(
      history: [Self.first.replacingOccurrences(of: "}", with: Self.approval(gate) + "}")]
    )
    #expect(try Self.gate(nil, approved).findings.isEmpty)
    // What was approved is this schema and no other.
    let more = approved.replacingOccurrences(of: Self.field, with: Self.wider)
    #expect(Self.words(try Self.gate(nil, more)) == ["fingerprint-stale"])
    #expect(
      Self.words(try Self.gate(nil, Self.schema(version: "1.1"))) == ["history-missing"]
    )
  }

  /// What a schema is called and how it takes records is approved with it.
  @Test func bindsTheApprovalOfANewSchemaToAllOfIt() throws {
    let one = try Self.gate(nil, Self.schema())
    let others = [
      #""name": "shop""#: #""name": "shoe""#,
      #""description": "A shop.""#: #""description": "A shop.", "unknown": "drop""#,
      "\"events\"": #""eventKey": "e", "events""#,
      "  \"events\":":
        #""envelope": {"template": {"all": {"$fields": {"kinds": "all"}}}}, "events":"#,
    ]
    for (before, after) in others {
      let text = Self.schema().replacingOccurrences(of: before, with: after)
      #expect(try Self.gate(nil, text).list.fingerprint != one.list.fingerprint, "\(after)")
    }
  }

  // MARK: Consent that goes and comes

  /// Who said yes to less is asked anew, whatever way the question takes.
  @Test func asksForAHigherEpochWhereConsentGoesAndComes() throws {
    let (old, longer) = (Self.schema(Self.shorter), Self.text)
    let gone = try Self.gate(old, Self.schema(longer, epoch: nil))
    #expect(Self.words(gone).contains("epoch-not-raised"))
    #expect(gone.findings[1].advice == #"keep consent, and write "epoch": 2 in it"#)
    // Nothing leaves without it: that alone asks for nothing.
    let removed = try Self.gate(old, Self.schema(Self.shorter, epoch: nil))
    #expect(!Self.words(removed).contains("epoch-not-raised"))
    let without = Self.schema(Self.shorter, epoch: nil)
    let back = { (epoch: Int) in try Self.gate(without, Self.schema(longer, epoch: epoch)) }
    #expect(Self.words(try back(1)).contains("epoch-not-raised"))
    #expect(!Self.words(try back(2)).contains("epoch-not-raised"))
    #expect(!Self.words(try Self.gate(nil, Self.schema())).contains("epoch-not-raised"))
  }

  // MARK: Reviews that were of something else

  @Test func takesNoReviewTwice() throws {
    let bare = try Self.gate(Self.schema(), Self.schema(Self.wider))
    let (print, entry) = (bare.list.fingerprint, Self.entry)
    let judged = { (reviews: [String]) in
      let history = reviews.enumerated().map {
        entry("1.\($0.offset + 1)", #", "review": "\#($0.element)", "fingerprint": "\#(print)""#)
      }
      let version = "1.\(reviews.count)"
      return try Self.gate(
        Self.schema(version: "1.\(reviews.count - 1)"),
        Self.schema(Self.wider, version: version, history: [Self.first] + history)
      )
    }
    #expect(Self.words(try judged(["https://review.example/1"])) == [])
    // It was taken back since, and comes again.
    #expect(
      Self.words(try judged(["https://review.example/1", "https://review.example/1"]))
        == ["review-reused"]
    )
    #expect(
      Self.words(try judged(["https://review.example/1", "https://review.example/2"])) == []
    )
    for blank in ["LINK", "x", "-"] {
      #expect(Self.words(try judged([blank])) == ["review-missing"], "\(blank)")
    }
  }

  // MARK: Pages

  @Test func comparesThePage() throws {
    let schema = Self.schema()
    let bytes = TelemetryPage(try makeSchema(schema)).bytes
    let old = TelemetryPage(try makeSchema(Self.schema(Self.wider))).bytes
    let page = { (bytes: [UInt8], isNamed: Bool) in
      GatePage(name: "page.md", bytes: bytes, isNamed: isNamed)
    }
    #expect(try Self.gate(schema, schema, page: page(bytes, true)).findings.isEmpty)
    let differs = try Self.gate(schema, schema, page: page(old, false))
    #expect(Self.words(differs) == ["page-differs"])
    #expect(differs.findings[0].file == "page.md" && differs.findings[0].line > 1)
    #expect(differs.fixedPage == bytes)
    let none = Array("ours\n".utf8)
    #expect(Self.words(try Self.gate(schema, schema, page: page(none, true))) == ["page-broken"])
    #expect(try Self.gate(schema, schema, page: page(none, false)).findings.isEmpty)
    let twice = try Self.gate(schema, schema, page: page(bytes + bytes, false))
    #expect(Self.words(twice) == ["page-broken"])
    #expect(twice.fixedPage == nil)
  }

  // MARK: Fixing

  /// The lines that `--fix` adds and takes away.
  private static func fixed(_ old: String, _ new: String) throws -> String {
    let gate = try gate(old, new)
    let bytes = try #require(gate.fixed(date: "2026-03-01"))
    let text = String(decoding: bytes, as: UTF8.self)
    let again = try Self.gate(old, text)
    #expect(again.fixed(date: "2026-03-01") == nil)
    #expect(!text.contains("review") && !text.contains("fingerprint"))
    let rules = Set(Self.words(again))
    #expect(rules.isDisjoint(with: ["version-not-raised", "version-lowered", "history-missing"]))
    return text
  }

  private static let stub =
    #"{"version": "1.1", "date": "2026-03-01", "summary": "enum-widened at import.kind."}"#

  @Test func addsAnEntryBehindTheLast() throws {
    let new = Self.schema(Self.wider)
    let expected = new.replacingOccurrences(of: #""version": "1.0","#, with: #""version": "1.1","#)
      .replacingOccurrences(
        of: Self.first.replacingOccurrences(of: "1.0", with: "1.1"),
        with: Self.first + ",\n    " + Self.stub
      )
    #expect(try Self.fixed(Self.schema(), new) == expected)
  }

  @Test func addsAnEntryWhereTheNewestStands() throws {
    let history = [Self.entry("1.0"), Self.entry("0.9")]
    let text = try Self.fixed(
      Self.schema(history: history),
      Self.schema(Self.wider, history: history)
    )
    #expect(text.contains("\"history\": [\n    \(Self.stub),\n    \(Self.entry("1.0")),\n"))
  }

  @Test func keepsTheShapeOfAnEntryOnSeveralLines() throws {
    let spread = """
      {
            "version": "1.0",
            "date": "2026-01-01",
            "summary": "First."
          }
      """
    let text = try Self.fixed(
      Self.schema(history: [spread]),
      Self.schema(Self.wider, history: [spread])
    )
    let expected = """
          },
          {
            "version": "1.1",
            "date": "2026-03-01",
            "summary": "enum-widened at import.kind."
          }
        ]
      }

      """
    #expect(text.hasSuffix(expected), "\(text)")
  }

  @Test func keepsLineEndsAndEverythingElse() throws {
    let new = Self.schema(Self.wider).replacingOccurrences(of: "\n", with: "\r\n")
    let text = try Self.fixed(Self.schema(), new)
    #expect(text.contains("\(Self.first),\r\n    \(Self.stub)\r\n  ]\r\n}"))
    #expect(text.utf8.count { $0 == 10 } == new.utf8.count { $0 == 10 } + 1)
    #expect(text.utf8.count { $0 == 10 } == text.utf8.count { $0 == 13 })
  }

  @Test func makesAHistoryWhereThereIsNone() throws {
    let none = { (fields: String) in
      let text = Self.schema(fields, history: [])
      let end = text.range(of: ",\n  \"history\"")?.lowerBound ?? text.endIndex
      return String(text[..<end]) + "\n}\n"
    }
    let text = try Self.fixed(none(Self.field), none(Self.wider))
    #expect(text.hasSuffix("  },\n  \"history\": [\n    \(Self.stub)\n  ]\n}\n"), "\(text)")
    let empty = { (fields: String) in
      none(fields).replacingOccurrences(
        of: "  \"events\"",
        with: "  \"history\": [],\n  \"events\""
      )
    }
    let filled = try Self.fixed(empty(Self.field), empty(Self.wider))
    #expect(filled.contains("  \"history\": [\n    \(Self.stub)\n  ],\n"), "\(filled)")
  }

  @Test func writesIntoOneLine() throws {
    let line = { (text: String) in
      text.replacingOccurrences(of: #"\n *"#, with: " ", options: .regularExpression)
    }
    let text = try Self.fixed(line(Self.schema()), line(Self.schema(Self.wider)))
    #expect(text.contains("\(Self.first), \(Self.stub) ]"))
    #expect(!text.contains("\n"))
  }

  @Test func hasNothingToWriteForTheSameSchema() throws {
    let gate = try Self.gate(Self.schema(), Self.schema())
    #expect(gate.fixed(date: "2026-03-01") == nil)
    #expect(gate.fixedPage == nil)
  }
}
