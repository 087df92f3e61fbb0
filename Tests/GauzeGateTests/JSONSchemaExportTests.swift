import Foundation
import Gauze
import GauzeGate
import Testing

/// Exports accept what the engine accepts, and refuse what JSON Schema can see.
@Suite struct JSONSchemaExportTests {
  /// A schema and records for it.
  private struct Bench {
    let plan: Plan
    let raw: NaiveValidator
    let wire: NaiveValidator

    init(_ schema: Schema) throws {
      var keys = KeyRing()
      for id in ["k1", "2026-05", "install"] {
        try keys.add(id: Array(id.utf8), key: Array("an example key, never a real one".utf8).span)
      }
      plan = try Plan(schema, keys: keys)
      raw = try NaiveValidator(JSONSchemaExport(schema, .raw).bytes)
      wire = try NaiveValidator(JSONSchemaExport(schema, .wire).bytes)
    }
  }

  /// What no JSON Schema of ours tells.
  private static let unseen: Set<String> = [
    "malformed-json", "invalid-utf8", "duplicate-field", "too-deep", "too-large", "policy-refused",
    "out-of-range", "bad-format",
  ]

  private struct Counts {
    var accepted = 0
    var refused = 0
  }

  private func compare(
    _ record: [UInt8],
    _ form: RecordForm,
    _ bench: Bench,
    _ counts: inout Counts
  )
    throws
  {
    var sanitizer = Sanitizer(bench.plan, reading: form)
    var output = ByteBuffer()
    let text = String(decoding: record, as: UTF8.self)
    let validator = form == .raw ? bench.raw : bench.wire
    if sanitizer.sanitize(record.span, appendingTo: &output) == .accepted {
      counts.accepted += 1
      #expect(try validator.accepts(record), "\(text)")
      #expect(try bench.wire.accepts(output.bytes), "\(text)")
    } else if let code = sanitizer.violations.first?.code.word, !Self.unseen.contains("\(code)") {
      counts.refused += 1
      // A record that is no document besides, for a name that comes twice, is read by no validator.
      guard (try? JSONNode(reading: record.span)) != nil else { return }
      #expect(try !validator.accepts(record), "\(code): \(text)")
    }
  }

  @Test func agreesWithTheEngineOnEveryRecordOfTheFixtures() throws {
    var counts = Counts()
    for name in ["features", "keyed", "single"] {
      let bench = try Bench(makeSchema(try Fixtures.text("Fixtures/Schemas/accept/\(name).json")))
      for line in try Fixtures.text("Fixtures/Events/\(name).jsonl").split(separator: "\n") {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let form = object?["form"] as? String == "wire" ? RecordForm.wire : .raw
        // A few are bytes that no JSON Lines file holds; no schema sees them either.
        guard let record = object?["record"] as? String else { continue }
        try compare(Array(record.utf8), form, bench, &counts)
      }
    }
    #expect(counts.accepted > 50 && counts.refused > 50)
  }

  @Test func agreesWithTheEngineOnEveryExampleOfTheReference() throws {
    var counts = Counts()
    for (schema, lines) in try documentRecords() {
      let bench = try Bench(makeSchema(schema))
      for line in lines {
        guard case .object(let members) = try JSONNode(reading: Array(line.utf8).span).value else {
          continue
        }
        let isWire = line.hasPrefix(#"{"form":"wire""#)
        // A word that either way of an `else` could give is told as a text where one gives texts.
        let isEither = schema.contains(#""else""#) && isWire
        for member in members where member.name == Array("raw".utf8) {
          let record = Array(line.utf8)[member.node.start..<member.node.end]
          if isEither { continue }
          try compare(Array(record), isWire ? .wire : .raw, bench, &counts)
        }
      }
    }
    #expect(counts.accepted > 20 && counts.refused > 10)
  }

  /// The schemas of SCHEMA.md with the records under each.
  private func documentRecords() throws -> [(schema: String, lines: [String])] {
    var result: [(schema: String, lines: [String])] = []
    for block in try Fixtures.text("SCHEMA.md").split(separator: "\n```") {
      if let rest = block.range(of: "json schema\n", options: .anchored) {
        result.append((String(block[rest.upperBound...]), []))
      } else if block.hasPrefix("json chain\n") || block.hasPrefix("json faults\n") {
        result.append(("", []))
      } else if let rest = block.range(of: "jsonl records\n", options: .anchored), !result.isEmpty {
        result[result.count - 1].lines += block[rest.upperBound...].split(separator: "\n")
          .map(String.init)
      }
    }
    return result.filter { !$0.schema.isEmpty }
  }

  @Test func agreesWithTheExamplesOfTheBuiltInSchemas() throws {
    var counts = Counts()
    for entry in BuiltInSchemas.all {
      let schema = try makeSchema("\(entry.text)")
      let bench = try Bench(schema)
      for example in schema.events.flatMap(\.examples) {
        try compare(example.raw, .raw, bench, &counts)
        if let wire = example.wire { try compare(wire, .wire, bench, &counts) }
      }
    }
    #expect(counts.accepted > 4)
  }

  @Test func closesEveryObjectOfTheWireForm() throws {
    let field = #""ok": {"type": "boolean", "why": "Whether."}"#
    let schema = try makeSchema(properties: field, besides: #""unknown": "drop", "#)
    let record = Array(#"{"type":"happened","ok":true,"more":1}"#.utf8)
    #expect(try !NaiveValidator(JSONSchemaExport(schema, .wire).bytes).accepts(record))
    // What is dropped unread may come in.
    #expect(try NaiveValidator(JSONSchemaExport(schema, .raw).bytes).accepts(record))
  }

  @Test func tellsTheTextsOfAJoinedListAsAPattern() throws {
    let item = #"{"type": "string", "enum": ["a", "b+"], "otherwise": "*"}"#
    let list = #""type": "array", "maxItems": 3, "items": \#(item), "policies": [{"join": "."}]"#
    let schema = try makeSchema(properties: #""list": {\#(list), "why": "Which."}"#)
    let wire = try NaiveValidator(JSONSchemaExport(schema, .wire).bytes)
    for text in ["", "a", "b+", "*", "a.b+.*"] {
      let record = Array(#"{"type":"happened","list":"\#(text)"}"#.utf8)
      #expect(try wire.accepts(record), "\(text)")
    }
    for text in [".", "a.", ".a", "ab+", "b", "bb", "a.c", "a b+"] {
      let record = Array(#"{"type":"happened","list":"\#(text)"}"#.utf8)
      #expect(try !wire.accepts(record), "\(text)")
    }
  }

  @Test func boundsIntegersToWhat64BitsHold() throws {
    let field = #""n": {"type": "integer", "minimum": 0, "policies": ["drop"]}"#
    let schema = try makeSchema(properties: field)
    let raw = try NaiveValidator(JSONSchemaExport(schema, .raw).bytes)
    for (number, isRight) in [
      ("0", true), ("-1", false), ("9223372036854775807", true), ("9223372036854775808", false),
    ] {
      let record = Array(#"{"type":"happened","n":\#(number)}"#.utf8)
      #expect(try raw.accepts(record) == isRight, "\(number)")
    }
  }

  /// A word that is refused rejects the record only where the field is owed.
  @Test(arguments: [true, false]) func tellsWhichWordsARequiredFieldTakes(isRequired: Bool) throws {
    let field = #""w": {"type": ["string", "null"], "policies": [{"vocabulary": {"words": ["a"]}}]"#
    let required = isRequired ? #", "required": ["w"]"# : ""
    let schema = try makeSchema(
      #"{"gauze": 1, "name": "one", "version": "1.0", "events": {"e": {"description": "One.", "#
        + #""properties": {\#(field), "why": "Which."}}\#(required)}}}"#
    )
    let raw = try NaiveValidator(JSONSchemaExport(schema, .raw).bytes)
    #expect(try raw.accepts(Array(#"{"w":"a"}"#.utf8)))
    #expect(try raw.accepts(Array(#"{"w":null}"#.utf8)))
    #expect(try raw.accepts(Array(#"{"w":"b"}"#.utf8)) == !isRequired)
  }

  @Test func isOneJSONDocumentThatEndsALine() throws {
    for schema in try allSchemas() {
      for form in [RecordForm.raw, .wire] {
        let bytes = JSONSchemaExport(schema, form).bytes
        #expect(bytes == JSONSchemaExport(schema, form).bytes)
        #expect(bytes.last == ASCII.lineFeed)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
      }
    }
  }
}
