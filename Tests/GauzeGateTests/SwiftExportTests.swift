import Foundation
import Gauze
import GauzeGate
import Testing

/// Events as Swift types. `.ci/plugins` compiles what stands here as text, and runs it.
@Suite struct SwiftExportTests {
  private func export(_ text: String) throws -> String {
    let file = try SchemaFile(reading: Array(text.utf8))
    return String(decoding: SwiftExport(file).bytes, as: UTF8.self)
  }

  /// A schema of one event with the given properties.
  private func schema(_ properties: String, description: String = "An event.") -> String {
    #"{"gauze": 1, "name": "one", "version": "1.0", "eventKey": "type", "events": {"happened": "#
      + #"{"description": "\#(description)", "properties": {\#(properties)}}}}"#
  }

  @Test(arguments: ["shop", "hostile"])
  func makesTheGoldenFile(_ name: String) throws {
    let text = try export(try Fixtures.text("Fixtures/Exports/\(name).json"))
    try Fixtures.compare(text, with: "Exports/\(name).swift")
  }

  @Test func makesTheSameFileOfEverySchemaTwice() throws {
    var texts = BuiltInSchemas.all.map { "\($0.text)" }
    texts += try documentBlocks("json schema")
    for text in texts {
      let code = try export(text)
      #expect(code == (try export(text)))
      #expect(code.hasSuffix("}\n"))
      #expect(!code.contains("\r"))
    }
  }

  @Test func typesEachKindOfValue() throws {
    let code = try export(
      schema(
        """
        "text": {"type": "string", "policies": ["scrub-text", {"truncate": 9}], "why": "w"},
        "whole": {"type": "integer", "minimum": 0, "maximum": 9, "why": "w"},
        "ratio": {"type": ["integer", "number"], "minimum": 0, "maximum": 9, "why": "w"},
        "nothing": {"type": ["boolean", "null"], "why": "w"},
        "level": {"type": "string", "enum": ["a"], "why": "w"},
        "list": {"type": "array", "items": {"type": "boolean"}, "maxItems": 2, "why": "w"},
        "map": {"type": "object", "propertyNames": {"enum": ["k"]}, "maxProperties": 1,
          "additionalProperties": {"type": "boolean"}, "why": "w"},
        "raw": {"policies": ["drop"]},
        "made": {"from": "whole", "policies": ["presence"], "why": "w"}
        """
      )
    )
    let lines = code.split(separator: "\n").map { $0.drop { $0 == " " } }
    for line in [
      "var text: String?", "var whole: Int?", "var ratio: Double?",
      "var nothing: Optional<Bool>?", "var level: Level?", "var list: [Bool]?",
      "var map: [MapKey: Bool]?", "var raw: JSON?",
    ] { #expect(lines.contains(line[...]), "\(line)") }
    // What is made of a sibling is no input.
    #expect(!code.contains("var made"))
    #expect(!code.contains(#"("made""#))
  }

  @Test func givesEveryEventTheTypesOfCommonProperties() throws {
    let code = try export(
      """
      {"gauze": 1, "name": "two", "version": "1.0", "eventKey": "e",
       "common": {"properties": {"os": {"type": "string", "enum": ["a"], "why": "w"}}},
       "events": {"x": {"description": "d", "properties": {}},
                  "y": {"description": "d", "properties": {}}}}
      """
    )
    #expect(code.components(separatedBy: "var os: Common.Os?").count == 3)
    #expect(code.components(separatedBy: "enum Os: String").count == 2)
  }

  // MARK: - Texts that would be code

  /// Pieces of which hostile texts are made; `boom` marks them.
  private static let pieces = [
    "boom", "*/", "/*", "//", "\"", "\"\"\"", "#", "##", "\\", "\\(boom)", "\\#(boom)",
    "\\##(boom)",
    "\n", "\r", "\r\n", "\u{2028}", "\u{85}", "\u{B}", "\0", "`", "}", "{", "#endif", "\u{202E}",
    "\u{7F}", "é", "e\u{301}", " ", "fatalError()",
  ]

  @Test func letsNoTextBecomeCode() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let length = Int.random(in: 1...12, using: &random)
      let text = (0..<length).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array("a\(text)".utf8)

      let comment = SwiftText.comment([bytes, bytes], indent: "  ")
      for line in comment {
        #expect(line.hasPrefix("  ///"), "seed \(seed)")
        #expect(!line.unicodeScalars.contains { $0.properties.isPatternWhitespace && $0 != " " })
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{7F}" })
      }

      let literal = SwiftText.literal(bytes)
      #expect(literal.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "seed \(seed)")
      #expect(
        try readLiteral(literal[...], fence: "").map { Array($0.utf8) } == bytes,
        "seed \(seed)"
      )

      let raw = SwiftText.rawLiteral(bytes)
      let fence = String(raw.prefix { $0 == "#" })
      #expect(!fence.isEmpty)
      #expect(try readRawLiteral(raw, fence).map { Array($0.utf8) } == bytes, "seed \(seed)")
    }
  }

  @Test func keepsTheSchemaInTheFile() throws {
    for name in ["shop", "hostile"] {
      let text = try Fixtures.text("Fixtures/Exports/\(name).json")
      let code = try export(text)
      let start = try #require(code.range(of: "static let schemaText = "))
      let fence = String(code[start.upperBound...].prefix { $0 == "#" })
      let end = try #require(code.range(of: "\n\"\"\"\(fence)\n"))
      let literal = String(code[start.upperBound..<end.upperBound].dropLast())
      #expect(try readRawLiteral(literal, fence) == text)
    }
  }

  /// What a literal of one line stands for, read naively; nil if it ends early or holds an interpolation.
  private func readLiteral(_ literal: Substring, fence: String) throws -> String? {
    var rest = literal.unicodeScalars.dropFirst()
    var result = ""
    while let scalar = rest.popFirst() {
      if scalar == "\"" { return rest.isEmpty ? result : nil }
      guard scalar == "\\" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard let next = rest.popFirst() else { return nil }
      switch next {
      case "\"", "\\": result.unicodeScalars.append(next)
      case "u":
        guard let value = Self.scalar(&rest) else { return nil }
        result.unicodeScalars.append(value)
      default: return nil
      }
    }
    return nil
  }

  /// The same of a raw literal of several lines.
  private func readRawLiteral(_ literal: String, _ fence: String) throws -> String? {
    let scalars = Array(literal.unicodeScalars)
    let open = Array("\(fence)\"\"\"\n".unicodeScalars)
    let close = Array("\n\"\"\"\(fence)".unicodeScalars)
    let escape = Array("\\\(fence)".unicodeScalars)
    let end = Array("\"\"\"\(fence)".unicodeScalars)
    guard scalars.starts(with: open), scalars.suffix(close.count).elementsEqual(close) else {
      return nil
    }
    var rest = scalars[open.count..<(scalars.count - close.count)]
    var result = ""
    while !rest.isEmpty {
      if rest.starts(with: end) { return nil }
      if rest.starts(with: escape) {
        var tail = rest.dropFirst(escape.count)
        guard tail.popFirst() == "u", let value = Self.scalar(&tail) else { return nil }
        result.unicodeScalars.append(value)
        rest = tail
      } else if let scalar = rest.popFirst() {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Reads `{2028}`.
  private static func scalar<Rest>(_ rest: inout Rest) -> Unicode.Scalar?
  where Rest: Collection<Unicode.Scalar>, Rest.SubSequence == Rest {
    guard rest.popFirst() == "{" else { return nil }
    var digits = ""
    while let next = rest.popFirst(), next != "}" { digits.unicodeScalars.append(next) }
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
  }
}
