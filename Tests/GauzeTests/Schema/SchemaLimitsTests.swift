import Testing

import Gauze

/// Files that are small to write and large to read.
@Suite struct SchemaLimitsTests {
  static func codes(_ text: String) -> [SchemaFaultCode] {
    SchemaFixtureTests.faults(Array(text.utf8)).map(\.code)
  }

  static func schema(_ field: String, definitions: String = "") -> String {
    """
    {"gauze": 1, "name": "x", "version": "1.0", "$defs": {\(definitions)},
     "events": {"e": {"description": "d", "properties": {"f": \(field)}}}}
    """
  }

  static func reference(_ name: String) -> String { "\"$ref\": \"#/$defs/\(name)\"" }

  @Test func aLongChainOfReferencesIsTooDeepAndNoTrap() {
    let count = 20_000
    let chain = (0..<count).map { #""d\#($0)": {\#(Self.reference("d\($0 + 1)"))}"# }
    let definitions = chain.joined(separator: ",") + #", "d\#(count)": {"type": "boolean"}"#
    let field = #"{\#(Self.reference("d0")), "why": "y"}"#
    #expect(Self.codes(Self.schema(field, definitions: definitions)).contains(.tooDeep))
  }

  @Test func aShortChainOfReferencesIsRead() {
    let chain = (0..<40).map { #""d\#($0)": {\#(Self.reference("d\($0 + 1)"))}"# }
    let definitions = chain.joined(separator: ",") + #", "d40": {"type": "boolean"}"#
    let field = #"{\#(Self.reference("d0")), "why": "y"}"#
    #expect(Self.codes(Self.schema(field, definitions: definitions)) == [])
  }

  @Test func definitionsThatDoubleAtEachLevelAreTooMany() {
    let levels = (0..<11).map { level in
      let field = #"{\#(Self.reference("d\(level + 1)")), "why": "y"}"#
      let fields = (0..<8).map { #""f\#($0)": \#(field)"# }.joined(separator: ",")
      return #""d\#(level)": {"type": "object", "properties": {\#(fields)}}"#
    }
    let definitions = levels.joined(separator: ",") + #", "d11": {"type": "boolean"}"#
    let field = #"{\#(Self.reference("d0")), "why": "y"}"#
    #expect(Self.codes(Self.schema(field, definitions: definitions)) == [.tooMany])
  }

  @Test func commonFieldsCountForEachEvent() {
    func codes(events: Int) -> [SchemaFaultCode] {
      let fields = (0..<512).map { #""f\#($0)": {"type": "boolean", "why": "y"}"# }
      let names = (0..<events).map { #""e\#($0)": {"description": "d"}"# }
      return Self.codes(
        #"{"gauze": 1, "name": "x", "version": "1.0", "eventKey": "type", "common": {"properties": {"#
          + fields.joined(separator: ",") + #"}}, "events": {"#
          + names.joined(separator: ",") + "}}"
      )
    }
    #expect(codes(events: 100) == [])
    #expect(codes(events: 1024) == [.tooMany])
  }

  @Test func manyWordsAreRefusedBeforeTheyAreCompared() {
    let words = (0..<60_000).map { "\"w\($0)\"" }.joined(separator: ",")
    let clock = ContinuousClock()
    let time = clock.measure {
      let choice = #"{"type": "string", "enum": [\#(words)], "why": "y"}"#
      #expect(Self.codes(Self.schema(choice)) == [.tooMany])
      let edges = (0..<60_000).map { "\($0)" }.joined(separator: ",")
      let bucket = #"{"bucket": {"edges": [\#(edges)], "labels": ["x", \#(words)]}}"#
      let field = #"{"type": "integer", "policies": [\#(bucket)], "why": "y"}"#
      #expect(Self.codes(Self.schema(field)) == [.badParameter])
    }
    #expect(time < .seconds(20))
  }

  @Test func anyCutOrChangedByteOfASchemaIsReadWithoutATrap() throws {
    let file = try Fixtures.bytes("Schemas/accept/features.json")
    let seed: UInt64 = 99
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      var bytes = file
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      case 1:
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      default:
        let place = Int.random(in: 0..<bytes.count - 40, using: &random)
        bytes.removeSubrange(place..<place + Int.random(in: 1...40, using: &random))
      }
      let faults = SchemaFixtureTests.faults(bytes)
      #expect(faults.allSatisfy { (0...bytes.count).contains($0.offset) }, "seed \(seed)")
      for (left, right) in zip(faults, faults.dropFirst()) { #expect(left.offset <= right.offset) }
    }
  }

  /// Each value of a valid schema in turn gives way to one of every kind: the tree stays JSON, so
  /// that the reader itself is tried.
  @Test func anyValueInAnyPlaceIsReadWithoutATrap() throws {
    let file = try Fixtures.bytes("Schemas/accept/features.json")
    var ranges: [Range<Int>] = []
    func visit(_ node: JSONNode) {
      ranges.append(node.start..<node.end)
      switch node.value {
      case .array(let items): for item in items { visit(item) }
      case .object(let members): for member in members { visit(member.node) }
      default: break
      }
    }
    visit(try JSONNode(reading: file.span))
    let values = [
      "null", "true", "-1e400", "\"\"", "[]", "{}", "[[]]", "{\(Self.reference("small"))}",
    ]
    for (index, range) in ranges.enumerated() {
      var bytes = file
      bytes.replaceSubrange(range, with: Array(values[index % values.count].utf8))
      let faults = SchemaFixtureTests.faults(bytes)
      #expect(faults.allSatisfy { $0.code != .notJSON })
    }
  }
}
