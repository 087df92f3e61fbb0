import Foundation
import Testing

import Gauze

/// The laws of the engine on seeded random schemas and records.
@Suite struct LawTests {
  /// One record's trip through one sanitizer, into a buffer that is not empty.
  static func run(_ sanitizer: inout Sanitizer, _ record: [UInt8]) -> [UInt8]? {
    var output = ByteBuffer()
    output.append("before")
    let verdict = sanitizer.sanitize(record.span, appendingTo: &output)
    let bytes = output.bytes
    #expect(bytes.starts(with: Array("before".utf8)))
    if verdict == .rejected {
      #expect(bytes.count == 6 && !sanitizer.violations.isEmpty)
      return nil
    }
    #expect(sanitizer.violations.isEmpty)
    return Array(bytes.dropFirst(6))
  }

  /// All that a sanitizer says of a record that it rejected.
  static func said(_ sanitizer: Sanitizer) -> String {
    EventStoryTests.violations(sanitizer).joined(separator: "\n") + "\(sanitizer.tally)"
  }

  static let canary = Array("CANARY".utf8)

  @Test(arguments: [UInt64](1...40)) func holdForAnySchemaAndRecord(seed: UInt64) throws {
    var random = SeededRandom(seed: seed &* 7919)
    let schema = RandomSchema(&random)
    let text = Array(schema.text.utf8)
    let faults = SchemaFixtureTests.faults(text).map { SchemaFixtureTests.shown($0, text) }
    try #require(faults == [], "seed \(seed): \(schema.text)")
    let plan = try Plan(try Schema(reading: text.span))
    var raw = Sanitizer(plan)
    var dropping = Sanitizer(plan, unknown: .drop)
    var wire = Sanitizer(plan, reading: .wire, unknown: .reject)
    var records = RandomRecords()
    for round in 0..<120 {
      var value = records.record(schema, &random)
      var hasDoubles = false
      let mutations = round % 3
      for _ in 0..<mutations { value = records.mutated(value, &random, &hasDoubles) }
      let record = Array(value.spelled(&random).utf8)
      let label = "seed \(seed) round \(round)\n\(schema.text)\n\(record.shown)"
      for drops in [false, true] {
        let output = drops ? Self.run(&dropping, record) : Self.run(&raw, record)
        let said = Self.said(drops ? dropping : raw)
        #expect(!said.contains("CANARY"), "\(label)")
        if mutations == 0 { #expect(output != nil || Self.isRefused(raw), "\(said)\n\(label)") }
        if !hasDoubles {
          let twin = NaiveSanitizer(schema: schema, dropsUnknown: drops).sanitize(record)
          let ours = try output.map { NaiveSanitizer.normalised(try JSONNode(reading: $0.span)) }
          #expect(ours == twin, "drops \(drops) \(said)\n\(label)")
        }
        guard let output else { continue }
        #expect(!output.holds(Self.canary), "\(label)")
        #expect((try? JSONSerialization.jsonObject(with: Data(output))) != nil, "\(label)")
        #expect(Self.run(&wire, output) == output, "wire: \(output.shown)\n\(label)")
        // Neither order nor spelling is a channel, and what was said before changes nothing.
        let respelled = Array(value.spelled(&random).utf8)
        let again = drops ? Self.run(&dropping, respelled) : Self.run(&raw, respelled)
        #expect(again == output, "respelled: \(respelled.shown)\n\(label)")
      }
    }
    #expect(records.canaries > 0 || schema.events.allSatisfy { $0.members.isEmpty })
  }

  static func isRefused(_ sanitizer: Sanitizer) -> Bool {
    sanitizer.violations.allSatisfy { $0.code == .policyRefused }
  }

  @Test func anyBytesAreJudgedWithoutATrap() throws {
    let seed: UInt64 = 2024
    var random = SeededRandom(seed: seed)
    let alphabet = Array(#"{}[]":,\u0123aeE+-. "type""visit""outcome""session"tfn"#.utf8)
    for schema in ["features", "single", "keyed"] {
      let plan = try EventStoryTests.plan(schema)
      let lines = try FixtureLine.lines("Events/\(schema).jsonl").map(EventStoryTests.record)
      var sanitizers = [
        Sanitizer(plan), Sanitizer(plan, unknown: .drop), Sanitizer(plan, reading: .wire),
      ]
      for round in 0..<6_000 {
        var bytes: [UInt8]
        if round % 2 == 0, var line = lines.randomElement(using: &random), !line.isEmpty {
          for _ in 0..<Int.random(in: 1...3, using: &random) where !line.isEmpty {
            let place = Int.random(in: 0..<line.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: line[place] = UInt8.random(in: 0...255, using: &random)
            case 1: line.remove(at: place)
            case 2: line.removeSubrange(place...)
            default: line.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
            }
          }
          bytes = line
        } else {
          let any = Bool.random(using: &random)
          bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
            any
              ? UInt8.random(in: 0...255, using: &random)
              : alphabet.randomElement(using: &random) ?? 0
          }
        }
        for index in sanitizers.indices {
          guard let output = Self.run(&sanitizers[index], bytes) else { continue }
          // Foundation holds no number beyond a machine's.
          let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
          #expect(
            isJSON || bytes.contains { $0.lowercased == ASCII.lowerE },
            "seed \(seed): Foundation agrees that it is JSON: \(bytes.shown)"
          )
          var wire = Sanitizer(plan, reading: .wire, unknown: .reject)
          #expect(Self.run(&wire, output) == output, "seed \(seed): \(bytes.shown)")
        }
      }
    }
  }
}
