internal import Gauze

/// The changes between two schemas, written down for people and for programs.
public struct ChangeReport: Sendable {
  let list: ChangeList
  /// What the new file is called in annotations.
  let name: String

  /// Writes down `list`; `name` is what the new file is called in annotations.
  public init(_ list: ChangeList, of name: String) {
    self.list = list
    self.name = name
  }

  private static func safety(_ breaks: Bool) -> String { breaks ? "breaks" : "safe" }

  private var versions: (from: String, to: String) {
    (
      FieldText.text(list.old.schema.version.text), FieldText.text(list.new.schema.version.text)
    )
  }

  /// The event and field of a change: `report.rows`.
  static func place(_ change: Change) -> String {
    let parts = [change.event, change.field].compactMap { $0 }
    return parts.isEmpty ? "schema" : parts.joined(separator: ".")
  }

  // MARK: For programs

  /// One JSON object: `from`, `to`, `changes`, `requires`.
  public var json: String { object.file }

  /// The same, to stand within another report.
  var object: JSONValue {
    JSONValue.members([
      "from": .word(versions.from),
      "to": .word(versions.to),
      "changes": .list(list.changes.map(Self.object)),
      "requires": .members([
        "bump": .word(list.bump.word),
        "epoch": .boolean(list.asksForEpoch),
        "review": .boolean(list.asksForReview),
      ]),
      "fingerprint": .word(list.fingerprint),
    ])
  }

  private static func object(_ change: Change) -> JSONValue {
    .members([
      "rule": .word(change.rule.word),
      "event": change.event.map { .word($0) } ?? .null,
      "field": change.field.map { .word($0) } ?? .null,
      "privacy": .word(change.privacy.word),
      "consumers": .word(safety(change.breaksConsumers)),
      "producers": .word(safety(change.breaksProducers)),
      "summary": .word(change.summary),
      "fingerprint": .word(change.fingerprint),
    ])
  }

  /// Workflow commands of GitHub Actions, one line a change that widens or breaks.
  public var github: String {
    var lines = ""
    for change in list.changes where change.isFinding {
      let location = location(of: change)
      let level = change.privacy == .widens ? "error" : "warning"
      let place = change.isGone ? "" : ",line=\(location.line),col=\(location.column)"
      lines +=
        "::\(level) file=\(Self.property(name))\(place),title=\(Self.property(change.rule.word))::"
        + Self.data("\(Self.place(change)): \(change.summary) (\(Self.axes(change)))") + "\n"
    }
    return lines
  }

  /// What a workflow command escapes in its message.
  static func data(_ text: String) -> String { escaped(text, "") }

  /// What it escapes in its properties besides.
  static func property(_ text: String) -> String { escaped(text, ":,") }

  private static func escaped(_ text: String, _ others: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isEscaped = scalar == "%" || scalar == "\r" || scalar == "\n"
      if isEscaped || others.unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A log of SARIF 2.1.0 (OASIS).
  public func sarif(version: String) -> String {
    let used = ChangeRule.allCases.filter { rule in list.changes.contains { $0.rule == rule } }
    return Self.sarif(
      version: version,
      rules: used.map { ($0.word, $0.meaning) },
      results: list.changes.map { change in
        let location = location(of: change)
        return Result(
          rule: change.rule.word,
          index: used.firstIndex(of: change.rule) ?? 0,
          level: change.privacy == .widens ? "error" : change.isFinding ? "warning" : "note",
          text: "\(Self.place(change)): \(change.summary) (\(Self.axes(change)))",
          file: name,
          line: change.isGone ? 1 : location.line,
          column: change.isGone ? 1 : location.column,
          fingerprint: change.fingerprint
        )
      }
    )
  }

  /// One result of a SARIF log.
  struct Result {
    var rule: String
    var index: Int
    var level: String
    var text: String
    var file: String
    var line: Int
    var column: Int
    var fingerprint: String
  }

  /// A log of SARIF 2.1.0 with one run.
  static func sarif(
    version: String,
    rules: [(id: String, text: String)],
    results: [Result]
  ) -> String {
    let rules = rules.map { rule in
      JSONValue.members([
        "id": .word(rule.id), "shortDescription": .members(["text": .word(rule.text)]),
      ])
    }
    let results = results.map { result -> JSONValue in
      .members([
        "ruleId": .word(result.rule),
        "ruleIndex": .count(result.index),
        "level": .word(result.level),
        "message": .members(["text": .word(result.text)]),
        "locations": .list([
          .members([
            "physicalLocation": .members([
              "artifactLocation": .members(["uri": .word(uri(result.file))]),
              "region": .members([
                "startLine": .count(result.line), "startColumn": .count(result.column),
              ]),
            ])
          ])
        ]),
        "partialFingerprints": .members(["gauzeChange/v1": .word(result.fingerprint)]),
      ])
    }
    return JSONValue.members([
      "$schema": .word("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .word("2.1.0"),
      "runs": .list([
        .members([
          "tool": .members([
            "driver": .members([
              "name": .word("gauze"), "version": .word(version), "rules": .list(rules),
            ])
          ]),
          "columnKind": .word("unicodeCodePoints"),
          "results": .list(results),
        ])
      ]),
    ]).file
  }

  /// A path as a URI reference (RFC 3986): what is no unreserved character or slash is percent-encoded.
  static func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      if byte.isAlphanumeric || "-._~/".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  private func location(of change: Change) -> (line: Int, column: Int) {
    let file = change.isGone ? list.old : list.new
    let location = SourceLocation(of: change.offset, in: file.text.span)
    return (location.line, location.column)
  }

  // MARK: For people

  private static func axes(_ change: Change) -> String {
    var words = [change.privacy == .neutral ? "neutral" : "privacy \(change.privacy.word)"]
    if change.breaksConsumers { words.append("consumers break") }
    if change.breaksProducers { words.append("producers break") }
    return words.joined(separator: ", ")
  }

  /// What the changes ask for, in one sentence.
  private var demand: String {
    if list.changes.isEmpty { return "nothing changed" }
    var words = ["a \(list.bump.word.uppercased()) version"]
    if list.asksForEpoch { words.append("a higher consent.epoch") }
    if list.asksForReview { words.append("a review of \(list.fingerprint)") }
    return "asks for " + words.joined(separator: ", ")
  }

  /// Text for a terminal; `style` colours what widens or breaks, if there may be colour.
  public func text(_ style: (String, PrivacyEffect?) -> String) -> String {
    var lines = "\(name): \(versions.from) → \(versions.to)\n"
    for change in list.changes {
      let mark = change.privacy == .widens ? "+" : change.privacy == .narrows ? "-" : "="
      lines += style("\(mark) \(change.rule.word)  \(Self.place(change))", change.privacy) + "\n"
      lines += "    \(Self.visible(change.summary)) (\(Self.axes(change)))\n"
      if let line = snippet(change) { lines += style(line, nil) + "\n" }
    }
    return lines + "\(demand)\n"
  }

  /// The line of the schema in which a change stands, with its number.
  private func snippet(_ change: Change) -> String? {
    let file = change.isGone ? list.old : list.new
    let text = file.text
    guard change.offset < text.count else { return nil }
    var start = change.offset
    while start > 0, text[start - 1] != ASCII.lineFeed { start -= 1 }
    let end = text[start...].firstIndex(of: ASCII.lineFeed) ?? text.count
    let line = String(decoding: text[start..<end], as: UTF8.self)
    let number = location(of: change).line
    let shown = Self.visible(line).prefix(100)
    return "    \(change.isGone ? "old " : "")\(number) | \(shown)"
  }

  /// What is not seen made visible, so that a schema can neither command a terminal nor turn a line.
  static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isHidden {
        result += "␛"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Markdown for a comment on a pull request.
  public var markdown: String {
    var lines = "### Schema \(Self.code(name)): \(versions.from) → \(versions.to)\n\n"
    if list.changes.isEmpty { return lines + "Nothing changed.\n" }
    lines += "| | Where | What | Privacy | Consumers | Producers |\n|---|---|---|---|---|---|\n"
    for change in list.changes {
      let mark = change.privacy == .widens ? "⚠️" : ""
      lines +=
        "| \(mark) | \(Self.code(Self.place(change))) | \(Self.cell(change.summary)) "
        + "(`\(change.rule.word)`) | \(change.privacy.word) "
        + "| \(Self.safety(change.breaksConsumers)) | \(Self.safety(change.breaksProducers)) |\n"
    }
    return lines + "\nThis \(demand).\n"
  }

  /// A name as code.
  static func code(_ text: String) -> String { MarkdownText.code(Array(text.utf8)) }

  /// A sentence in running text or in a table's cell.
  static func cell(_ text: String) -> String { MarkdownText.sentence(Array(text.utf8)) }
}

extension Change {
  /// Whether somebody should know: it widens, or something breaks.
  public var isFinding: Bool { privacy == .widens || breaksConsumers || breaksProducers }
}
