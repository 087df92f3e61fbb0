internal import Gauze

/// What the gate says of schemas, written down for people and for programs.
public struct GateReport: Sendable {
  /// One schema, judged.
  struct Entry: Sendable {
    var name: String
    var versions: String
    var isNew: Bool
    var changes: ChangeReport
    var list: ChangeList
    var findings: [GateFinding]
  }

  let entries: [Entry]
  /// What was noticed and keeps nothing from passing.
  let notes: [String]

  /// Judges every case. Complexity: that of `GateCase.findings`.
  public init(_ cases: [GateCase], notes: [String] = []) {
    entries = cases.map { entry in
      let before = FieldText.text(entry.old.schema.version.text)
      let after = FieldText.text(entry.new.schema.version.text)
      return Entry(
        name: entry.name,
        versions: entry.isNew ? "new, \(after)" : "\(before) → \(after)",
        isNew: entry.isNew,
        changes: ChangeReport(entry.list, of: entry.name),
        list: entry.list,
        findings: entry.findings
      )
    }
    self.notes = notes
  }

  /// Whether nothing is refused.
  public var passes: Bool { entries.allSatisfy { $0.findings.isEmpty } }

  private static func sentence(_ finding: GateFinding) -> String {
    "\(finding.rule.meaning); \(finding.advice)"
  }

  // MARK: For people

  /// Text for a terminal; `style` colours what is refused (true) and what passes (false).
  public func text(_ style: (String, Bool) -> String) -> String {
    var lines = ""
    for entry in entries {
      let name = ChangeReport.visible(entry.name)
      if entry.findings.isEmpty {
        lines += style("\(name): \(entry.versions): passes", false) + "\n"
        continue
      }
      lines += style("\(name): \(entry.versions): does not pass", true) + "\n"
      // Of a new schema everything is new.
      for change in entry.isNew ? [] : entry.list.changes {
        let mark = change.privacy == .widens ? "+" : change.privacy == .narrows ? "-" : "="
        lines +=
          "  \(mark) \(change.rule.word)  \(ChangeReport.visible(ChangeReport.place(change)))"
        lines += ": \(ChangeReport.visible(change.summary))\n"
      }
      for finding in entry.findings {
        let place = "\(ChangeReport.visible(finding.file)):\(finding.line)"
        lines += style("  \(place): \(finding.rule.word): \(finding.rule.meaning)", true) + "\n"
        lines += "    \(ChangeReport.visible(finding.advice))\n"
      }
    }
    for note in notes { lines += ChangeReport.visible(note) + "\n" }
    if entries.isEmpty, notes.isEmpty { lines += "no schemas\n" }
    return lines
  }

  /// Markdown for a comment on a pull request.
  public var markdown: String {
    var lines = passes ? "## Schemas pass\n" : "## Schemas do not pass\n"
    for entry in entries where !entry.list.changes.isEmpty || !entry.findings.isEmpty {
      lines += "\n" + entry.changes.markdown
      guard !entry.findings.isEmpty else { continue }
      lines += "\nTo make it pass:\n\n"
      for finding in entry.findings {
        lines +=
          "- [ ] \(ChangeReport.code("\(finding.file):\(finding.line)")) "
          + "**\(finding.rule.word)**: \(ChangeReport.cell(Self.sentence(finding)))\n"
      }
    }
    for note in notes { lines += "\n\(ChangeReport.cell(note))\n" }
    return lines
  }

  // MARK: For programs

  /// One JSON object: `passes`, `schemas`, `notes`.
  public var json: String {
    JSONValue.members([
      "passes": .boolean(passes),
      "schemas": .list(
        entries.map { entry in
          .members([
            "file": .word(entry.name),
            "passes": .boolean(entry.findings.isEmpty),
            "new": .boolean(entry.isNew),
            "findings": .list(entry.findings.map(Self.object)),
            "diff": entry.changes.object,
          ])
        }
      ),
      "notes": .list(notes.map { .word($0) }),
    ]).file
  }

  private static func object(_ finding: GateFinding) -> JSONValue {
    .members([
      "rule": .word(finding.rule.word),
      "file": .word(finding.file),
      "line": .count(finding.line),
      "column": .count(finding.column),
      "meaning": .word(finding.rule.meaning),
      "advice": .word(finding.advice),
    ])
  }

  /// Workflow commands of GitHub Actions, one line a finding.
  public var github: String {
    var lines = ""
    for finding in entries.flatMap(\.findings) {
      let file = ChangeReport.property(finding.file)
      lines += "::error file=\(file),line=\(finding.line),col=\(finding.column),"
      lines += "title=\(finding.rule.word)::\(ChangeReport.data(Self.sentence(finding)))\n"
    }
    for note in notes { lines += "::notice::\(ChangeReport.data(note))\n" }
    return lines
  }

  /// A log of SARIF 2.1.0 (OASIS).
  public func sarif(version: String) -> String {
    let findings = entries.flatMap(\.findings)
    let used = GateRule.allCases.filter { rule in findings.contains { $0.rule == rule } }
    return ChangeReport.sarif(
      version: version,
      rules: used.map { ($0.word, $0.meaning) },
      results: findings.map { finding in
        ChangeReport.Result(
          rule: finding.rule.word,
          index: used.firstIndex(of: finding.rule) ?? 0,
          level: "error",
          text: Self.sentence(finding),
          file: finding.file,
          line: finding.line,
          column: finding.column,
          fingerprint: Fingerprint.of([finding.rule.word, finding.file, finding.advice])
        )
      }
    )
  }

  /// JUnit's XML, as build servers read it: a suite a schema, a case a rule.
  public var junit: String {
    let failures = entries.reduce(0) { $0 + $1.findings.count }
    let count = entries.count * GateRule.allCases.count
    var lines = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    lines += "<testsuites name=\"gauze gate\" tests=\"\(count)\" failures=\"\(failures)\">\n"
    for entry in entries {
      let name = Self.xml(entry.name)
      lines += "  <testsuite name=\"\(name)\" tests=\"\(GateRule.allCases.count)\" "
      lines += "failures=\"\(entry.findings.count)\" errors=\"0\" skipped=\"0\">\n"
      for rule in GateRule.allCases {
        lines += "    <testcase classname=\"\(name)\" name=\"\(rule.word)\""
        guard let finding = entry.findings.first(where: { $0.rule == rule }) else {
          lines += "/>\n"
          continue
        }
        lines += ">\n      <failure message=\"\(Self.xml(rule.meaning))\" type=\"\(rule.word)\">"
        lines += Self.xml("\(finding.file):\(finding.line): \(finding.advice)")
        lines += "</failure>\n    </testcase>\n"
      }
      lines += "  </testsuite>\n"
    }
    return lines + "</testsuites>\n"
  }

  /// Text in XML 1.0, which has no place for most control characters (§2.2).
  private static func xml(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          result += "\u{FFFD}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
