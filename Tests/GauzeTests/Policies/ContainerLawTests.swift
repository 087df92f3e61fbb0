import Foundation
import Gauze
import Testing

/// The laws on texts that are made of whole containers: `shape` and `mask-arguments`.
@Suite struct ContainerLawTests {
  static let shapes = [
    #""shape""#, #"{"shape": {"lengths": "exact", "depth": 2, "allow": ["a", "sql", "token"]}}"#,
    #"{"shape": {"limit": 32, "allow": ["a", "b"]}}"#, #"{"shape": {"limit": 60, "depth": 2}}"#,
    #"{"shape": {"limit": 33, "lengths": "exact"}}"#,
  ]

  static let arguments = [
    #""mask-arguments""#, #"{"mask-arguments": {"numbers": ["limit", "a"], "depth": 8}}"#,
    #"{"mask-arguments": {"texts": ["sql", "a", "name"], "numbers": ["limit"]}}"#,
    #"{"mask-arguments": {"allow": ["a", "sql", "limit"], "numbers": ["limit", "b"]}}"#,
    #"{"mask-arguments": {"allow": ["name"], "texts": ["name", "a"], "depth": 8}}"#,
    #"{"mask-arguments": {"limit": 32, "depth": 2}}"#, #"{"mask-arguments": {"limit": 60}}"#,
  ]

  static let names = [
    "a", "b", "sql", "query_text", "limit", "password", "apiKey", "name", "key", "value", "...",
    "0",
    "1", "jane@acme.example", "acme corp", "é", "", "user_123456", "args", "primary_key", "\u{0}\"",
    "db.acme.example", "a\\b",
  ]

  static let texts =
    ScrubLawTests.pieces + [
      "3 more", "2 keys", "{…}", "[…]", "--password", "Authorization", "password:",
      "😀😀😀", "word", "a plain text", "SELECT 'x'",
    ]

  /// A value whose objects name no member twice.
  static func value(_ random: inout SeededRandom, depth: Int) -> RandomValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &random))
    case 2:
      return .number(["0", "-1.50", "4111111111111111", "1e5"].randomElement(using: &random) ?? "")
    case 3, 4:
      return .text(
        (0..<Int.random(in: 0...2, using: &random))
          .map { _ in texts.randomElement(using: &random) ?? "" }.joined()
      )
    case 5:
      return .list(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random, depth: depth - 1) }
      )
    default: return object(&random, depth: depth - 1)
    }
  }

  static func object(_ random: inout SeededRandom, depth: Int) -> RandomValue {
    let chosen = names.shuffled(using: &random).prefix(Int.random(in: 0...6, using: &random))
    return .object(
      chosen.map { name in
        let value = value(&random, depth: depth)
        // Of a sensitive name only Booleans and null may tell anything.
        guard name == "password" || name == "apiKey" else { return (name, value) }
        return (
          name,
          [value, .text("CANARY"), .list([.text("CANARY")])].randomElement(using: &random) ?? value
        )
      }
    )
  }

  static func sanitizers(_ policy: String) throws -> (raw: Sanitizer, wire: Sanitizer) {
    let text =
      #"{"gauze": 1, "name": "x", "version": "1.0", "events": {"e": {"description": "d", "#
      + #""properties": {"v": {"policies": [\#(policy)], "why": "y"}}}}}"#
    let plan = try Plan(try Schema(reading: Array(text.utf8).span))
    return (Sanitizer(plan), Sanitizer(plan, reading: .wire))
  }

  /// The JSON that a wire record's text holds.
  static func content(_ record: [UInt8]) throws -> String {
    let parsed = try JSONSerialization.jsonObject(with: Data(record)) as? [String: Any]
    return try #require(parsed?["v"] as? String, "\(record.shown)")
  }

  static func limit(_ policy: String, _ usual: Int) throws -> Int {
    let digits = policy.firstMatch(of: #/"limit": (\d+)/#)?.1
    return digits.flatMap { Int($0) } ?? usual
  }

  @Test(arguments: shapes + arguments) func whatLeavesIsBoundedJSONAndStaysAsItIs(
    policy: String
  ) throws {
    let seed: UInt64 = 909
    var random = SeededRandom(seed: seed)
    var (raw, wire) = try Self.sanitizers(policy)
    let isShape = policy.contains("shape")
    let limit = try Self.limit(policy, isShape ? 1000 : 2000)
    for round in Rounds.upTo(8_000) {
      let object = Self.object(&random, depth: 4)
      let record = RandomValue.object([("v", object)]).spelled(&random)
      let label: Comment = "seed \(seed) round \(round) \(policy): \(record)"
      let clean = try #require(LawTests.run(&raw, Array(record.utf8)), label)
      let text = try Self.content(clean)
      #expect(text.unicodeScalars.count <= limit, label)
      let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
      #expect(parsed is [String: Any], label)
      if isShape { #expect(text.utf8.allSatisfy { $0 < 0x80 }, label) }
      for absent in ["CANARY", "jane@acme", "acme corp", "Jane\\\\", "4111"] {
        #expect(!text.contains(absent), "\(absent) \(label)")
      }
      #expect(LawTests.run(&wire, clean) == clean, "\(text) \(label)")
      guard !isShape else { continue }
      // Masking what is masked changes nothing but the marker, which no record may bring along.
      if !text.contains("...") {
        let again = Array(#"{"v":\#(text)}"#.utf8)
        #expect(LawTests.run(&raw, again) == clean, "again: \(text) \(label)")
      }
    }
  }

  @Test(arguments: ["shape", "mask-arguments"]) func whatTheLimitHasRoomForIsExact(
    word: String
  ) throws {
    // One scalar less leaves the last member out.
    let object = #"{"a":"word","b":{"c":"other"},"d":null}"#
    for limit in 32...70 {
      var (raw, wire) = try Self.sanitizers(#"{"\#(word)": {"limit": \#(limit)}}"#)
      let clean = try #require(LawTests.run(&raw, Array(#"{"v":\#(object)}"#.utf8)))
      let text = try Self.content(clean)
      let whole =
        word == "shape" ? #"{"0":"string:1-10","1":"object:1-10","2":"null"}"# : object
      #expect((text == whole) == (limit >= whole.unicodeScalars.count), "\(limit): \(text)")
      #expect(text.unicodeScalars.count <= limit)
      #expect(LawTests.run(&wire, clean) == clean)
    }
  }

  @Test(arguments: [999, 1000, 1001]) func aPairOfSurrogatesAtTheLimitIsNeverSplit(
    limit: Int
  ) throws {
    var (raw, wire) = try Self.sanitizers(#"{"mask-arguments": {"limit": \#(limit)}}"#)
    for length in 985...1_001 {
      let text = String(repeating: "\\ud83d\\ude00", count: length)
      let record = Array(#"{"v":{"a":"\#(text)","b":"\#(text)"}}"#.utf8)
      let clean = try #require(LawTests.run(&raw, record))
      let content = try Self.content(clean)
      #expect(content.unicodeScalars.count <= limit)
      _ = try JSONSerialization.jsonObject(with: Data(content.utf8))
      #expect(LawTests.run(&wire, clean) == clean)
    }
  }

  @Test(arguments: [
    #"{"0":"string:3"}"#, #"{"0":"string:1-10","0":"null"}"#, #"{"1":"null","0":"null"}"#,
    #"{"5":"null"}"#, #"{"a":"null","2":"null"}"#, #"{"1":"null","...":"1-10 more"}"#,
    #"{"b":"null"}"#, #"{"a":"null"} "#, #"{"a": "null"}"#, #"{"a":"jane"}"#, #"{"01":"null"}"#,
    #"{"...":"1-10 more"}"#, #"{"...":"0 keys"}"#, #"{"...":"3 keys"}"#,
    #"{"a":"null","...":"1-10 keys"}"#, #"{"a":"null","...":"1-10 more","b":"null"}"#,
    #"{"0":"null","a":"null"}"#, #"{"a":{"0":"null"}}"#, #"{"a":"<secret>"}"#, #"{"a":1}"#, "{",
    #""object:1-10""#, #""<secret>""#, #""jane""#, "", "null", #"{"token":"string:1-10"}"#,
  ]) func aTextThatIsNoShapeIsNotTaken(text: String) throws {
    var (_, wire) = try Self.sanitizers(#"{"shape": {"allow": ["a", "token"], "limit": 60}}"#)
    var random = SeededRandom(seed: 1)
    let record = RandomValue.object([("v", .text(text))]).spelled(&random, isPlain: true)
    #expect(LawTests.run(&wire, Array(record.utf8)) == nil, "\(text)")
    let kept = RandomValue.object([("v", .text(#"{"a":"null","token":"<secret>","1":"number"}"#))])
    #expect(LawTests.run(&wire, Array(kept.spelled(&random, isPlain: true).utf8)) != nil)
  }

  @Test(arguments: [
    #"{"a":5}"#, #"{"a":"jane@acme.example"}"#, #"{"password":"x"}"#, #"{"a": "x"}"#, #"["a"]"#,
    #"{"jane@acme.example":"x"}"#, #"{"a":"x","a":"y"}"#, #"{"1":"x"}"#, #"{"a":"x","...":"more"}"#,
    #"{"...":"1 more","a":"x"}"#, #"{"a":{"...":"1 more"}}"#, #"{"a":"\u0062"}"#, "{", "", "{}x",
    #"{"a":[1]}"#, #"{"a":{"b":{"c":{"d":{}}}}}"#, #"{"...":"1 more"}"#, #"{"...":"01 keys"}"#,
  ]) func aTextThatWasNotMaskedIsNotTaken(text: String) throws {
    var (_, wire) = try Self.sanitizers(#""mask-arguments""#)
    var random = SeededRandom(seed: 1)
    let record = RandomValue.object([("v", .text(text))]).spelled(&random, isPlain: true)
    #expect(LawTests.run(&wire, Array(record.utf8)) == nil, "\(text)")
  }

  @Test(arguments: shapes.prefix(2) + arguments.prefix(2)) func timeGrowsWithTheValue(
    policy: String
  ) throws {
    var (raw, _) = try Self.sanitizers(policy)
    func many(_ count: Int, _ text: (Int) -> String) -> String {
      (0..<count).map(text).joined(separator: ",")
    }
    let stories: [(Int) -> String] = [
      { size in "{\(many(size / 10) { "\"f\($0)\":1" })}" },
      { size in "{\"a\":[\(many(size / 3) { _ in "{}" })]}" },
      { size in "{\"a\":[\(many(size / 8) { _ in "\"x y\"" })]}" },
      { size in "{\"a\":{\(many(size / 12) { "\"b\($0)\":{}" })}}" },
      { size in "{\"a\":\"\(String(repeating: "\\u0061\\\"", count: size / 8))\"}" },
      { size in "{\"\(String(repeating: "aB", count: size / 2))\":\"x\"}" },
      { size in
        "{\"a\":[\(many(size / 24) { _ in "[[{\"a\":[[{\"name\":\"x\"}]]}]]" })]}"
      },
    ]
    for (index, story) in stories.enumerated() {
      let records = [4_000, 32_000].map { Array("{\"v\":\(story($0))}".utf8) }
      let isLinear = LinearTimeTests.isLinear(records[0], records[1], &raw)
      #expect(isLinear, "\(policy) \(index)")
    }
  }
}
