import Foundation
import Testing

import Gauze
import GauzeGate

/// The laws of the order on random schemas and random edits of them, made of the fixtures' fields.
@Suite struct RandomOrderTests {
  /// The fields of one side of a fixture, which need one another.
  private struct Shape {
    var properties: [String: Any]
    var required: [String]
    var names: Set<String> { Set(properties.keys) }
  }

  /// A schema as some shapes without a name in common.
  private struct Draft {
    var shapes: [Shape]

    var text: [UInt8] {
      get throws {
        var properties: [String: Any] = [
          "run": ["type": "string", "format": "uuid", "why": "For the test."]
        ]
        for shape in shapes { properties.merge(shape.properties) { $1 } }
        let event: [String: Any] = [
          "description": "A report.", "properties": properties,
          "required": shapes.flatMap(\.required).sorted(),
        ]
        let schema: [String: Any] = [
          "gauze": 1, "name": "changes", "version": "1.0", "events": ["report": event],
        ]
        return [UInt8](try JSONSerialization.data(withJSONObject: schema, options: [.sortedKeys]))
      }
    }
  }

  /// Rules that narrow by their names, whatever a search would say: a detector moves a cut's window, and a
  /// cipher hides what the order asks for.
  private static let ranked: Set<ChangeRule> = [
    .detectorAdded, .detectorStrengthened, .hashKeyed, .hashUnkeyed, .keyChanged,
  ]

  private let shapes: [Shape]
  private let values: [String: [Any]]

  init() throws {
    var shapes: [Shape] = []
    var values: [String: [Any]] = [:]
    for fixture in try ChangeFixture.all("fields") where !fixture.isUndecidable {
      values.merge(fixture.values) { $0 + $1 }
      for text in [fixture.oldText, fixture.newText] {
        let schema = try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any]
        let event = (schema?["events"] as? [String: [String: Any]])?["report"]
        var properties = event?["properties"] as? [String: Any] ?? [:]
        properties["run"] = nil
        guard !properties.isEmpty else { continue }
        shapes.append(
          Shape(properties: properties, required: event?["required"] as? [String] ?? [])
        )
      }
    }
    (self.shapes, self.values) = (shapes, values)
  }

  /// One shape, or two.
  private func draft(using random: inout SeededRandom) -> Draft {
    var draft = Draft(shapes: [])
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      guard let shape = shapes.randomElement(using: &random) else { continue }
      if draft.shapes.allSatisfy({ $0.names.isDisjoint(with: shape.names) }) {
        draft.shapes.append(shape)
      }
    }
    return draft
  }

  /// The draft with one shape replaced by another of the same names, or some of them; or without one, or
  /// with one field no longer or newly required.
  private func edited(_ draft: Draft, using random: inout SeededRandom) -> Draft {
    var draft = draft
    guard let index = draft.shapes.indices.randomElement(using: &random) else { return draft }
    let shape = draft.shapes[index]
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where draft.shapes.count > 1:
      draft.shapes.remove(at: index)
    case 1:
      let raw = shape.properties.keys.sorted().filter {
        let field = shape.properties[$0] as? [String: Any]
        return field?["from"] == nil && field?["presentIf"] == nil
      }
      guard let name = raw.randomElement(using: &random) else { break }
      let isRequired = shape.required.contains(name)
      draft.shapes[index].required =
        isRequired ? shape.required.filter { $0 != name } : shape.required + [name]
    default:
      let others = Set(draft.shapes.flatMap(\.names)).subtracting(shape.names)
      let near = shapes.filter {
        !$0.names.isDisjoint(with: shape.names) && $0.names.isDisjoint(with: others)
      }
      if let other = near.randomElement(using: &random) { draft.shapes[index] = other }
    }
    return draft
  }

  @Test func theLawsHoldOnRandomEdits() throws {
    let seed =
      ProcessInfo.processInfo.environment["GAUZE_SEED"].flatMap(UInt64.init)
      ?? UInt64.random(in: 1...UInt64(UInt32.max))
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    var (ordered, composed) = (0, 0)
    for round in 0..<400 {
      var drafts = [draft(using: &random)]
      while drafts.count < 3, let last = drafts.last {
        drafts.append(edited(last, using: &random))
      }
      let texts = try drafts.map { try $0.text }
      let files = try texts.map { try SchemaFile(reading: $0) }
      let search = try WitnessSearch(schemas: texts, values: values, count: 400, using: &random)
      let wires = try texts.map { try search.wires(of: $0) }
      let comment = { (pair: (Int, Int), what: String) in
        let (old, new) = (texts[pair.0], texts[pair.1])
        return Comment(
          rawValue: "seed \(seed), round \(round), \(what): \(String(decoding: old, as: UTF8.self))"
            + " became \(String(decoding: new, as: UTF8.self))"
        )
      }
      var isTold: [Bool] = []
      var wasShortened = false
      for pair in [(0, 1), (1, 2)] {
        let there = ChangeList(from: files[pair.0], to: files[pair.1])
        let back = ChangeList(from: files[pair.1], to: files[pair.0])
        #expect(ChangeList(from: files[pair.0], to: files[pair.0]).changes.isEmpty)
        let isRanked = there.changes.contains { Self.ranked.contains($0.rule) }
        isTold.append(!there.asksForReview && !isRanked)
        guard !there.asksForReview, !isRanked else { continue }
        ordered += there.changes.isEmpty ? 0 : 1
        let isShorter = there.changes.contains { $0.rule == .fieldRemoved }
        wasShortened = wasShortened || isShorter
        let witness = search.witness(
          from: wires[pair.0],
          to: wires[pair.1],
          isShorter: isShorter
        )
        #expect(witness == nil, comment(pair, "told \(witness ?? "")"))
        // What can be computed both ways narrows neither way.
        if !back.asksForReview {
          let narrows = there.changes.contains { $0.privacy == .narrows }
          #expect(!narrows, comment(pair, "narrows both ways"))
        }
      }
      guard isTold == [true, true] else { continue }
      composed += 1
      let witness = search.witness(from: wires[0], to: wires[2], isShorter: wasShortened)
      #expect(witness == nil, comment((0, 2), "not transitive: \(witness ?? "")"))
    }
    // A search that orders nothing would find nothing.
    #expect(ordered > 20 && composed > 5, "\(ordered) ordered, \(composed) composed")
    print("\(ordered) ordered pairs, \(composed) composed")
  }
}
