import Testing

import Gauze

/// The laws for what is made of several values: lists that leave once or as one text, maps whose keys
/// meet, and fields of several sources.
@Suite struct SeveralValueLawTests {
  private static let words = #""type": "string", "enum": ["a", "b", "é"], "otherwise": "other""#

  /// The fields of an event, of which `v` and `w` come in; what is no field is dropped.
  static let fields = [
    #""v": {"type": ["array", "null"], "items": {\#(words)}, "maxItems": 6, "policies": ["unique"], "#
      + #""why": "y"}"#,
    #""v": {"type": "array", "items": {\#(words)}, "maxItems": 6, "policies": [{"join": "."}], "#
      + #""why": "y"}"#,
    #""v": {"type": "array", "items": {\#(words)}, "maxItems": 6, "#
      + #""policies": ["unique", {"join": "\", "}], "why": "y"}"#,
    #""v": {"type": "array", "items": {"type": ["string", "number", "null"], "policies": ["presence"]}, "#
      + #""maxItems": 6, "policies": ["unique"], "why": "y"}"#,
    #""v": {"type": "array", "items": {"type": "string", "policies": ["mask-emails", {"truncate": 9}]}, "#
      + #""maxItems": 6, "policies": ["unique"], "why": "y"}"#,
    #""v": {"type": "array", "items": {"type": "string", "policies": [{"vocabulary": {"words": "#
      + #"{"a": "x", "path": "x", "22": "y"}}}]}, "maxItems": 6, "policies": [{"join": "--"}], "why": "y"}"#,
    #""v": {"type": "array", "items": {"type": "array", "items": {\#(words)}, "maxItems": 3, "#
      + #""policies": ["unique", {"join": "/"}]}, "maxItems": 6, "policies": ["unique"], "why": "y"}"#,
    #""v": {"type": "object", "propertyNames": {"enum": ["a", "é"], "otherwise": "b"}, "#
      + #""additionalProperties": {"type": "integer", "policies": [{"round": {"digits": 1}}, "#
      + #"{"clamp": {"minimum": 0, "maximum": 95}}]}, "maxProperties": 4, "why": "y"}"#,
    #""v": {"from": "u", "policies": [{"vocabulary": {"words": {"a": "A"}}}], "#
      + #""else": {"from": "w", "policies": ["hint"]}, "why": "y"}, "#
      + #""u": {"type": ["string", "null"], "policies": ["drop"]}, "w": {"policies": ["drop"], "#
      + #""type": "string"}"#,
    #""p": {"from": ["v", "w"], "policies": [{"presence": {"as": "truthy"}}], "why": "y"}, "#
      + #""v": {"policies": ["drop"]}, "w": {"policies": ["drop"]}"#,
    #""p": {"from": ["w", "v"], "policies": [{"presence": {"absent": "omitted"}}], "why": "y"}, "#
      + #""v": {"policies": ["drop"]}, "w": {"policies": ["drop"]}"#,
    #""p": {"from": "v", "enum": ["a"], "otherwise": "b", "else": {"from": "w", "policies": ["#
      + #""scrub-text", {"truncate": 7}]}, "why": "y"}, "v": {"type": ["string", "null"], "#
      + #""policies": ["drop"]}, "w": {"type": ["string", "null"], "policies": ["drop"]}"#,
  ]

  static func plan(_ fields: String) throws -> Plan {
    let text =
      #"{"gauze": 1, "name": "x", "version": "1.0", "events": {"e": {"description": "d", "#
      + #""properties": {\#(fields)}}}}"#
    let file = Array(text.utf8)
    let faults = SchemaFixtureTests.faults(file).map { SchemaFixtureTests.shown($0, file) }
    try #require(faults == [], "\(text)")
    return try Plan(try Schema(reading: file.span))
  }

  /// A value that a list, a map or a text may be.
  static func value(_ random: inout SeededRandom) -> RandomValue {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: ValueLawTests.value(&random)
    case 2, 3:
      .text(
        ["a", "E1", "Cannot open jane", "jane@acme.example", "", "no such file", "22"]
          .randomElement(using: &random) ?? ""
      )
    case 1:
      .object(
        ["a", "b", "é", "jane", "\"", ""].shuffled(using: &random).prefix(4).map {
          ($0, .number(["0", "5", "-7", "95", "1e3", "2.0"].randomElement(using: &random) ?? "1"))
        }
      )
    default:
      .list(
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          let word = ["a", "b", "é", "path", "22", "jane@acme.example"]
            .randomElement(using: &random)
          return .text(word ?? "")
        }
      )
    }
  }

  @Test(arguments: fields) func whatLeavesIsInItsWireForm(fields: String) throws {
    let seed: UInt64 = 4402
    var random = SeededRandom(seed: seed)
    let plan = try Self.plan(fields)
    var raw = Sanitizer(plan)
    var wire = Sanitizer(plan, reading: .wire)
    var accepted = 0
    for round in Rounds.upTo(4_000) {
      var members: [(name: String, value: RandomValue)] = []
      for name in fields.contains(#""u":"#) ? ["u", "w"] : ["v", "w"]
      where fields.contains("\"\(name)\": {") && Int.random(in: 0..<6, using: &random) > 0 {
        members.append((name, Self.value(&random)))
      }
      let value = RandomValue.object(members)
      let record = value.spelled(&random)
      let label = "seed \(seed) round \(round) \(fields): \(record)"
      guard let output = LawTests.run(&raw, Array(record.utf8)) else { continue }
      accepted += 1
      #expect(LawTests.run(&wire, output) == output, "wire: \(output.shown)\n\(label)")
      let again = LawTests.run(&raw, Array(value.spelled(&random).utf8))
      #expect(again == output, "respelled: \(output.shown)\n\(label)")
      #expect(!output.holds(Array("jane".utf8)), "\(label)")
    }
    #expect(accepted > 100, "\(fields)")
  }

  @Test func timeGrowsWithTheRecord() throws {
    var map = Sanitizer(
      try Self.plan(
        #""v": {"type": "object", "propertyNames": {"enum": ["a"], "otherwise": "b"}, "#
          + #""additionalProperties": {"type": "integer", "policies": ["redact"]}, "#
          + #""maxProperties": 100000, "why": "y"}"#
      )
    )
    func members(_ count: Int) -> [UInt8] {
      let members = (0..<count).map { "\"k\($0)\":\($0)" }
      return Array("{\"v\":{\(members.joined(separator: ","))}}".utf8)
    }
    #expect(LinearTimeTests.isLinear(members(500), members(4_000), &map))
    var lists = Sanitizer(
      try Self.plan(
        #""v": {"type": "array", "maxItems": 100000, "why": "y", "items": {"type": "array", "#
          + #""items": {"type": "string", "maxLength": 9, "policies": ["mask-emails"]}, "#
          + #""maxItems": 256, "policies": ["unique"]}}"#
      )
    )
    func items(_ count: Int) -> [UInt8] {
      let list = "[" + (0..<100).map { "\"i\($0)\"" }.joined(separator: ",") + "]"
      return Array("{\"v\":[\(Array(repeating: list, count: count).joined(separator: ","))]}".utf8)
    }
    #expect(LinearTimeTests.isLinear(items(10), items(80), &lists))
    #expect(LawTests.run(&lists, items(10)) != nil)
  }
}
