internal import Gauze

/// Exports of other tools whose records lie inside others, or are named otherwise: told by the names
/// at the beginning of their first object, and refused, for each of their records would be rejected.
package enum NestedExport: Sendable, CaseIterable {
  case openTelemetry
  case cloudWatch
  case journal

  /// What it is.
  package var name: String {
    switch self {
    case .openTelemetry: "an OpenTelemetry export (OTLP JSON)"
    case .cloudWatch: "a CloudWatch Logs export"
    case .journal: "an export of the systemd journal"
    }
  }

  /// What to do about it.
  package var advice: String {
    switch self {
    case .openTelemetry:
      "take its records out first, as with jq -c '.resourceLogs[].scopeLogs[].logRecords[]'"
    case .cloudWatch: "take its events out first, as with jq -c '(.events // .logEvents)[]'"
    case .journal:
      "write a schema for its fields and say --from jsonl, or use journalctl -o short-iso as text"
    }
  }

  /// The names of which one in the first object tells.
  private var names: [StaticString] {
    switch self {
    case .openTelemetry: ["resourceLogs", "resourceSpans", "resourceMetrics"]
    case .cloudWatch: ["logEvents", "nextForwardToken", "searchedLogStreams"]
    case .journal: ["__CURSOR", "__REALTIME_TIMESTAMP", "__MONOTONIC_TIMESTAMP"]
    }
  }

  /// What `text`, the beginning of an input, is the beginning of; nil if it is no such export. Looks at
  /// the members of the first object alone.
  package init?(_ text: Span<UInt8>) {
    var steps = JSONSteps()
    if steps.peek(text) == ASCII.leftBracket { steps.open(text) }
    guard steps.peek(text) == ASCII.leftBrace else { return nil }
    steps.open(text)
    // So many members tell; what is no JSON ends the text.
    for _ in 0..<64 {
      guard steps.offset < text.count, let name = steps.nextMember(text), name.end < text.count
      else { return nil }
      let key = text.extracting(name.start..<name.end)
      for export in Self.allCases where export.names.contains(where: { key.equals($0) }) {
        self = export
        return
      }
      if key.equals("events"), Self.isStreamEvent(text, at: steps.offset) {
        self = .cloudWatch
        return
      }
      steps.skip(text)
    }
    return nil
  }

  /// Whether an array of objects with a `logStreamName` or an `ingestionTime` begins at `offset`.
  private static func isStreamEvent(_ text: Span<UInt8>, at offset: Int) -> Bool {
    var steps = JSONSteps(at: offset)
    guard steps.peek(text) == ASCII.leftBracket else { return false }
    steps.open(text)
    guard steps.peek(text) == ASCII.leftBrace else { return false }
    steps.open(text)
    for _ in 0..<16 {
      guard steps.offset < text.count, let name = steps.nextMember(text) else { return false }
      let key = text.extracting(name.start..<name.end)
      if key.equals("logStreamName") || key.equals("ingestionTime") { return true }
      steps.skip(text)
    }
    return false
  }
}
