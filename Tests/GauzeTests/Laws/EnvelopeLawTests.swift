import Foundation
import Testing

import Gauze

/// What an envelope holds is what the clean record held and what the template says, no more and no
/// less, on seeded random schemas, templates and records.
@Suite struct EnvelopeLawTests {
  @Test(arguments: [UInt64](1...40)) func holdsWhatTheRecordAndTheTemplateHold(seed: UInt64) throws
  {
    var random = SeededRandom(seed: seed &* 104_729)
    let schema = RandomSchema(&random)
    let template = RandomEnvelope(schema, &random)
    let text = Array(
      (schema.text.dropLast() + #", "envelope": {"template": \#(template.text)}}"#).utf8
    )
    let faults = SchemaFixtureTests.faults(text).map { SchemaFixtureTests.shown($0, text) }
    try #require(faults == [], "seed \(seed): \(text.shown)")
    let plan = try Plan(try Schema(reading: text.span))
    let tree = try JSONNode(reading: Array(template.text.utf8).span)
    var sanitizer = Sanitizer(plan)
    var envelope = try #require(Envelope(plan))
    var records = RandomRecords()
    var wrapped = 0
    for round in 0..<60 {
      let value = records.record(schema, &random)
      let record = Array(value.spelled(&random).utf8)
      let label: Comment = "seed \(seed) round \(round)\n\(text.shown)\n\(record.shown)"
      guard let result = EnvelopeTests.wrapped(record, &sanitizer, &envelope) else { continue }
      wrapped += 1
      let key = schema.hasEventKey ? "type" : nil
      var twin = try NaiveEnvelope(result.clean, eventKey: key, onlyEvent: schema.events[0].name)
      #expect(result.wrapped.shown == twin.wrap(in: tree), label)
      // It is JSON, in which no name comes twice: nothing overrides anything.
      let root = try JSONNode(reading: result.wrapped.span)
      #expect((try? JSONSerialization.jsonObject(with: Data(result.wrapped))) != nil, label)
      #expect(!result.wrapped.holds(LawTests.canary), label)
      #expect(root.leaves(result.wrapped).count { $0 == "\"injected\"" } == tree.spreads, label)
      let clean = try JSONNode(reading: result.clean.span)
      Self.checkTexts(root, clean, result.clean, tree, schema, label)
      if template.isPlain {
        Self.checkLeaves(root, result.wrapped, clean, result.clean, tree, template, schema, label)
      }
    }
    #expect(wrapped > 0, "seed \(seed)")
  }

  /// Each text of the envelope stands in the clean record or in the template, or is the JSON of one
  /// of the record's values.
  private static func checkTexts(
    _ root: JSONNode,
    _ clean: JSONNode,
    _ source: [UInt8],
    _ template: JSONNode,
    _ schema: RandomSchema,
    _ label: Comment
  ) {
    var known = Set(clean.texts + template.texts + schema.events.map { Array($0.name.utf8) })
    if case .object(let members) = clean.value {
      for member in members { known.insert(Array(source[member.node.start..<member.node.end])) }
    }
    for text in root.texts { #expect(known.contains(text), "\(text.shown)\n\(label)") }
  }

  /// The values are those of the record, but for nothings that a slot replaced, and the constants.
  private static func checkLeaves(
    _ root: JSONNode,
    _ bytes: [UInt8],
    _ clean: JSONNode,
    _ source: [UInt8],
    _ tree: JSONNode,
    _ template: RandomEnvelope,
    _ schema: RandomSchema,
    _ label: Comment
  ) {
    guard case .object(let members) = clean.value else { return }
    func saysNothing(_ name: String) -> Bool {
      guard let node = members.first(where: { $0.name.shown == name })?.node else { return true }
      return ["null", "\"\""].contains(Array(source[node.start..<node.end]).shown)
    }
    // What a slot looked at before it found something.
    let passed = Set(tree.slotNames.flatMap { $0.prefix(while: saysNothing) })
    let event = schema.hasEventKey ? members.first?.node.asText?.shown : schema.events[0].name
    var expected: [String] = []
    for member in members {
      if !passed.contains(member.name.shown) { expected += member.node.leaves(source) }
    }
    if !schema.hasEventKey, tree.takesEvent, let event { expected.append("\"\(event)\"") }
    var constants = tree.constants(Array(template.text.utf8))
    // A constant is written with the fewest escapes.
    constants = constants.map { $0.replacingOccurrences(of: #"\u0041"#, with: "A") }
    expected += constants
    let found = root.leaves(bytes).filter { !$0.hasPrefix("\"OTHER") }
    // An object that the template or a slot left empty shows as its braces.
    let isValue = { (leaf: String) in leaf != "{}" && leaf != "[]" }
    #expect(found.filter(isValue).sorted() == expected.filter(isValue).sorted(), label)
  }
}

extension JSONNode {
  /// Every text in it, the members' names apart.
  fileprivate var texts: [[UInt8]] {
    switch value {
    case .string(let text): [text]
    case .array(let items): items.flatMap(\.texts)
    case .object(let members): members.flatMap { $0.node.texts }
    default: []
    }
  }

  /// How many `$fields` stand in a template.
  fileprivate var spreads: Int { slots { $0 == "$fields" ? 1 : nil }.reduce(0, +) }

  fileprivate var takesEvent: Bool { !slots { $0 == "$event" ? true : nil }.isEmpty }

  /// The names of each slot's fields.
  fileprivate var slotNames: [[String]] {
    switch value {
    case .array(let items): return items.flatMap(\.slotNames)
    case .object(let members):
      if let slot = member("$field") { return [slot.texts.map(\.shown)] }
      return members.flatMap { $0.node.slotNames }
    default: return []
    }
  }

  /// The leaves of a template that are no slots.
  fileprivate func constants(_ source: [UInt8]) -> [String] {
    switch value {
    case .array(let items) where !items.isEmpty: return items.flatMap { $0.constants(source) }
    case .object(let members) where !members.isEmpty:
      if member("$event") != nil || member("$field") != nil { return [] }
      return members.flatMap { member in
        member.name.shown == "$fields" ? [] : member.node.constants(source)
      }
    default: return leaves(source)
    }
  }

  private func slots<Answer>(_ body: (String) -> Answer?) -> [Answer] {
    switch value {
    case .array(let items): return items.flatMap { $0.slots(body) }
    case .object(let members):
      return members.flatMap { member in
        (body(member.name.shown).map { [$0] } ?? []) + member.node.slots(body)
      }
    default: return []
    }
  }
}
