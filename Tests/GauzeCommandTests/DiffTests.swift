import Foundation
import Testing

/// `gauze diff`: two files in, a report in five forms out.
@Suite struct DiffTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  /// A schema with one field, on the eighth line.
  private static func schema(_ field: String, version: String = "1.0") -> String {
    """
    {
      "gauze": 1,
      "name": "shop",
      "version": "\(version)",
      "events": {
        "import": {
          "description": "A file was imported.",
          "properties": {
            "kind": \(field)
          }
        }
      }
    }

    """
  }

  private static let narrow =
    #"{"type": "string", "enum": ["csv", "json"], "otherwise": "other", "why": "Which."}"#
  private static let wide =
    #"{"type": "string", "enum": ["csv", "json", "a|b"], "otherwise": "other", "why": "Which."}"#

  /// Writes the schema before and after, and compares them.
  private func diff(_ old: String, _ new: String, _ options: String...) throws -> Outcome {
    try place.put(old, as: "old.json")
    try place.put(new, as: "new: 1.json")
    return try place.gauze(["diff"] + options + ["old.json", "new: 1.json"])
  }

  private func widening(_ options: String...) throws -> Outcome {
    try place.put(Self.schema(Self.narrow), as: "old.json")
    try place.put(Self.schema(Self.wide, version: "1.1"), as: "new: 1.json")
    return try place.gauze(["diff"] + options + ["old.json", "new: 1.json"])
  }

  @Test func saysThatNothingChanged() throws {
    let run = try diff(Self.schema(Self.narrow), Self.schema(Self.narrow))
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.text == "new: 1.json: 1.0 → 1.0\nnothing changed\n")
    let json = try object(
      try diff(Self.schema(Self.narrow), Self.schema(Self.narrow), "--format", "json").text
    )
    #expect((json["changes"] as? [Any])?.isEmpty == true)
    let requires = json["requires"] as? [String: Any]
    #expect(requires?["bump"] as? String == "none")
    #expect(requires?["epoch"] as? Bool == false)
    #expect(requires?["review"] as? Bool == false)
  }

  @Test func answersZeroForWhatOnlyNarrows() throws {
    let run = try diff(Self.schema(Self.wide), Self.schema(Self.narrow))
    #expect(run.status == 0)
    #expect(run.lines.contains("- enum-narrowed  import.kind"))
    #expect(run.lines.last == "asks for a MINOR version")
  }

  @Test func showsTheLineThatWidens() throws {
    let run = try widening()
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    #expect(run.lines.first == "new: 1.json: 1.0 → 1.1")
    #expect(run.lines.contains("+ enum-widened  import.kind"))
    #expect(run.lines.contains { $0.hasPrefix("    9 |") && $0.contains(#""kind""#) })
    #expect(run.lines.last?.hasPrefix("asks for a MINOR version, a review of ") == true)
    #expect(!run.text.contains("\u{1B}"))
  }

  @Test func writesJSONAsItIsPromised() throws {
    let run = try widening("--format", "json")
    #expect(run.status == 1)
    let json = try object(run.text)
    #expect(json["from"] as? String == "1.0")
    #expect(json["to"] as? String == "1.1")
    let changes = try #require(json["changes"] as? [[String: Any]])
    let change = try #require(changes.first)
    #expect(changes.count == 1)
    #expect(change["rule"] as? String == "enum-widened")
    #expect(change["event"] as? String == "import")
    #expect(change["field"] as? String == "kind")
    #expect(change["privacy"] as? String == "widens")
    #expect(change["consumers"] as? String == "safe")
    #expect(change["producers"] as? String == "safe")
    #expect((change["summary"] as? String)?.isEmpty == false)
    let fingerprint = try #require(change["fingerprint"] as? String)
    #expect(fingerprint.count == 16 && fingerprint.allSatisfy(\.isHexDigit))
    let requires = try #require(json["requires"] as? [String: Any])
    #expect(requires["bump"] as? String == "minor")
    #expect(requires["epoch"] as? Bool == false)
    #expect(requires["review"] as? Bool == true)
  }

  @Test func keepsAMarkdownTableWhole() throws {
    let run = try widening("--format", "markdown")
    #expect(run.status == 1)
    let rows = run.lines.filter { $0.hasPrefix("|") }
    #expect(rows.count == 3)
    for row in rows {
      let bars = row.replacingOccurrences(of: "\\|", with: "").count { $0 == "|" }
      #expect(bars == 7, "\(row)")
    }
    #expect(run.text.contains("(`enum-widened`)"))
  }

  @Test func annotatesTheLineForGitHub() throws {
    let run = try widening("--format", "github")
    #expect(run.status == 1)
    #expect(run.lines.count == 1)
    let start = "::error file=new%3A 1.json,line=9,col=9,title=enum-widened::import.kind: "
    #expect(run.text.hasPrefix(start), "\(run.text)")
  }

  @Test func writesSARIFWithALineAndAFingerprint() throws {
    let run = try widening("--format", "sarif")
    #expect(run.status == 1)
    let log = try object(run.text)
    #expect(log["version"] as? String == "2.1.0")
    let first = try #require((log["runs"] as? [[String: Any]])?.first)
    let result = try #require((first["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "enum-widened")
    #expect(result["level"] as? String == "error")
    #expect(run.text.contains(#""uri": "new%3A%201.json""#))
    #expect(run.text.contains(#""startLine": 9"#))
    #expect(run.text.contains("gauzeChange/v1"))
  }

  @Test(arguments: ["text", "json", "markdown", "github", "sarif"])
  func isStableAndSilentOnErrors(_ format: String) throws {
    let one = try widening("--format", format)
    let other = try widening("--format=\(format)")
    #expect(one.text == other.text)
    #expect(one.errors.isEmpty && !one.text.isEmpty)
  }

  @Test func comparesWithABuiltInSchema() throws {
    let run = try place.gauze("diff", "cli-telemetry", "cli-telemetry")
    #expect(run.status == 0)
    #expect(run.lines.last == "nothing changed")
  }

  @Test func answersTwoForAWrongUseOrASchemaThatDoesNotLoad() throws {
    try place.put("{}", as: "bad.json")
    try place.put(Self.schema(Self.narrow), as: "old.json")
    let uses = [
      ["diff"], ["diff", "old.json"], ["diff", "old.json", "old.json", "old.json"],
      ["diff", "old.json", "bad.json"], ["diff", "bad.json", "old.json"],
      ["diff", "old.json", "missing.json"],
      ["diff", "--format", "xml", "old.json", "old.json"],
    ]
    for use in uses {
      let run = try place.gauze(use)
      #expect(run.status == 2, "\(use)")
      #expect(run.text.isEmpty && !run.errors.isEmpty, "\(use)")
    }
  }

  @Test func answersThreeWhereTheReportCannotBeWritten() throws {
    try place.put(Self.schema(Self.narrow), as: "old.json")
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let run = try place.shell(#""$GAUZE" diff old.json old.json > /dev/full"#)
    #expect(run.status == 3)
    #expect(run.errors.contains("standard output"))
  }

  @Test func coloursATerminalOnlyWhereThereIsOne() throws {
    let run = try widening()
    #expect(!run.text.contains("\u{1B}["))
  }
}
