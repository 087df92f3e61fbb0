import Testing

import Gauze

/// Time grows with the input and no faster. Eight times the input may take sixteen times as long: a
/// quadratic step would take sixty-four, and machines that tests share are noisy.
@Suite(.serialized) struct LinearTimeTests {
  static let schema = #"""
    {"gauze": 1, "name": "x", "version": "1.0", "unknown": "drop", "events": {"e": {
      "description": "Wide.", "properties": {
        "text": {"type": "string", "policies": ["mask-emails", {"truncate": 100000}], "why": "y"},
        "word": {"type": "string", "enum": ["a"], "otherwise": "other", "why": "y"},
        "mail": {"type": "string", "policies": ["hash-email"], "why": "y"},
        "days": {"type": "object", "propertyNames": {"format": "version"},
          "additionalProperties": {"type": "boolean"}, "maxProperties": 100000, "why": "y"},
        "list": {"type": "array", "maxItems": 1000000, "why": "y", "items": {"type": "object",
          "properties": {"mail": {"type": "string", "policies": ["hash-email"], "why": "y"}},
          "required": ["mail"]}}
      }}}}
    """#

  /// What makes a record of about so many bytes.
  enum Story: String, CaseIterable {
    case unknownFields, sameUnknownField, escapedNames, escapes, placeholders, notASCII, mapKeys
    case items, refusedItems, nesting, doubledNames, longNames, longAddress, longWord, nothing

    func record(_ size: Int) -> [UInt8] {
      func many(_ count: Int, _ text: (Int) -> String) -> String {
        (0..<count).map(text).joined(separator: ",")
      }
      func filled(_ text: String) -> String {
        String(repeating: text, count: size / text.utf8.count)
      }
      let record =
        switch self {
        case .unknownFields: "{\(many(size / 10) { "\"f\(size - $0)\":1" })}"
        case .sameUnknownField: "{\(many(size / 10) { _ in "\"f\":1" })}"
        case .escapedNames: "{\(many(size / 14) { "\"\\u0066\($0)\":1" })}"
        case .escapes: "{\"text\":\"\(filled("\\n\\u0041"))\"}"
        case .placeholders: "{\"text\":\"\(filled("<path><<"))\"}"
        case .notASCII: "{\"text\":\"\(filled("é€😀"))\"}"
        case .mapKeys: "{\"days\":{\(many(size / 14) { "\"\(size - $0)\":true" })}}"
        case .items: "{\"list\":[\(many(size / 24) { _ in "{\"mail\":\"a@b.example\"}" })]}"
        case .refusedItems: "{\"list\":[\(many(size / 12) { _ in "{\"mail\":\"a\"}" })]}"
        case .nesting: "{\"u\":[\(many(size / 20) { _ in "[[{\"a\":[{}]}]]" })]}"
        case .doubledNames: "{\"u\":[\(many(size / 14) { _ in "{\"a\":1,\"a\":2}" })]}"
        case .longNames: "{\(many(8) { "\"\(filled("n").prefix(size / 8))\($0)\":1" })}"
        case .longAddress: "{\"mail\":\"\(filled("a."))@b.example\"}"
        case .longWord: "{\"word\":\"\(filled("ab"))\"}"
        case .nothing: filled(" ")
        }
      return Array(record.utf8)
    }
  }

  /// Eight times the record takes less than sixteen times as long: sorting names is not quite linear.
  static func isLinear(_ short: [UInt8], _ long: [UInt8], _ sanitizer: inout Sanitizer) -> Bool {
    var output = ByteBuffer()
    return Growth.isLinear(short, long, within: 16) { record in
      output.removeAll()
      _ = sanitizer.sanitize(record, appendingTo: &output)
    }
  }

  @Test(arguments: Story.allCases) func eightTimesTheInputTakesEightTimesAsLong(
    story: Story
  ) throws {
    let file = Array(Self.schema.utf8)
    #expect(SchemaFixtureTests.faults(file).map { SchemaFixtureTests.shown($0, file) } == [])
    var sanitizer = Sanitizer(try Plan(try Schema(reading: file.span)))
    let isLinear = Self.isLinear(story.record(12_000), story.record(96_000), &sanitizer)
    #expect(isLinear, "\(story)")
  }
}
