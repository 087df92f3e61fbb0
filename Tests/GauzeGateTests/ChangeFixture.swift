import Foundation
import Gauze
import GauzeGate

/// One line of `Fixtures/Changes`: two schemas, and what the gate is to say of them.
///
///     {"name": "…", "old": {"properties": …}, "new": {"properties": …},
///      "changes": [["rule", "field", "widens", "consumers", "producers"]]}
///
/// The members of `old` and `new` are those of an event called `report` (`properties`, `required`), or
/// of the schema itself. Of a change the rule and the effect on privacy are given, with the field if it
/// has one, and the axes that break. `values` are raw values to try; `undecidable` says why a random
/// search cannot find what the order tells. `history.jsonl` has changes that public systems made, each with its
/// `source`; of them `expect` says what all changes together do on each axis and ask for.
struct ChangeFixture {
  let name: String
  let old: SchemaFile
  let new: SchemaFile
  let changes: [String]
  let values: [String: [Any]]
  let isUndecidable: Bool
  let expected: String?
  let oldText: [UInt8]
  let newText: [UInt8]

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func all(_ file: String) throws -> [ChangeFixture] {
    let url = root.appendingPathComponent("Fixtures/Changes/\(file).jsonl")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      let line = try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
      return try ChangeFixture(line)
    }
  }

  private init(_ line: [String: Any]) throws {
    name = line["name"] as? String ?? ""
    oldText = try Self.schema(line["old"] as? [String: Any] ?? [:])
    newText = try Self.schema(line["new"] as? [String: Any] ?? [:])
    old = try SchemaFile(reading: oldText)
    new = try SchemaFile(reading: newText)
    let changes = line["changes"] as? [[String]] ?? []
    self.changes = changes.map { $0.joined(separator: " ") }.sorted()
    values = line["values"] as? [String: [Any]] ?? [:]
    isUndecidable = line["undecidable"] != nil
    expected = (line["expect"] as? [String: Any]).map { expect in
      let words = ["privacy", "consumers", "producers", "bump"].map { expect[$0] as? String ?? "" }
      return (words + (expect["epoch"] as? Bool == true ? ["epoch"] : [])).joined(separator: " ")
    }
  }

  /// A whole schema around an event's properties, or around words of the schema's own.
  private static func schema(_ words: [String: Any]) throws -> [UInt8] {
    var event: [String: Any] = ["description": "A report."]
    // A field of its own, so that an event is never empty.
    var properties: [String: Any] = [
      "run": ["type": "string", "format": "uuid", "why": "For the test."]
    ]
    for (name, field) in words["properties"] as? [String: Any] ?? [:] { properties[name] = field }
    event["properties"] = properties
    event["required"] = words["required"]
    var schema: [String: Any] = [
      "gauze": 1, "name": "changes", "version": "1.0", "events": ["report": event],
    ]
    for (name, value) in words where name != "properties" && name != "required" {
      schema[name] = value
    }
    return [UInt8](try JSONSerialization.data(withJSONObject: schema, options: [.sortedKeys]))
  }

  /// What all changes together do on each axis, which version they ask for, and whether for an epoch.
  static func verdict(_ list: ChangeList) -> String {
    let effects = list.changes.map(\.privacy)
    let privacy: PrivacyEffect =
      effects.contains(.widens) ? .widens : effects.contains(.narrows) ? .narrows : .neutral
    var words = [privacy.word]
    words.append(list.changes.contains(where: \.breaksConsumers) ? "breaks" : "safe")
    words.append(list.changes.contains(where: \.breaksProducers) ? "breaks" : "safe")
    words.append(list.bump.word)
    if list.asksForEpoch { words.append("epoch") }
    return words.joined(separator: " ")
  }

  /// What the gate says, as the fixture says it.
  static func words(_ list: ChangeList) -> [String] {
    list.changes.map { change in
      var words = [change.rule.word]
      if let field = change.field { words.append(field) }
      words.append(change.privacy.word)
      if change.breaksConsumers { words.append("consumers") }
      if change.breaksProducers { words.append("producers") }
      return words.joined(separator: " ")
    }.sorted()
  }
}
