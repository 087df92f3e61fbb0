import Gauze
import Testing

/// One text's way through a chain of policies, as a record's field: `{"t": "…"}`.
struct TextBench {
  private var raw: Sanitizer
  private var wire: Sanitizer

  /// The chain of all text detectors.
  static let everything = [
    "strip-paths", "mask-emails", "mask-secrets", "mask-addresses", "mask-identifiers",
  ]

  init(_ words: [String], limit: Int) throws {
    let chain = words.map { "\"\($0)\"" } + ["{\"truncate\": \(limit)}"]
    let text =
      #"{"gauze": 1, "name": "x", "version": "1.0", "events": {"e": {"description": "d", "#
      + #""properties": {"t": {"type": "string", "policies": [\#(chain.joined(separator: ", "))], "#
      + #""why": "y"}}}}}"#
    let plan = try Plan(try Schema(reading: Array(text.utf8).span))
    raw = Sanitizer(plan)
    wire = Sanitizer(plan, reading: .wire)
  }

  /// The record that holds `text`.
  static func record(_ text: String) -> [UInt8] {
    var buffer = ByteBuffer()
    JSONText.write(Array(text.utf8).span, to: &buffer)
    return Array("{\"t\":".utf8) + buffer.bytes + [ASCII.rightBrace]
  }

  /// What leaves of `text`; what it is in the wire form, and what comes of it once more, are held to be
  /// the same.
  mutating func result(_ text: String, _ label: String) throws -> String {
    let record = Self.record(text)
    let output = try #require(LawTests.run(&raw, record), "\(label)")
    #expect(LawTests.run(&raw, output) == output, "again: \(label)")
    #expect(LawTests.run(&wire, output) == output, "wire: \(label)")
    let value = try JSONNode(reading: output.span).member("t")?.asText
    let bytes = try #require(value, "\(label)")
    let isValid = UTF8Text.isValid(bytes.span)
    #expect(isValid, "\(label)")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The work alone, for measuring.
  mutating func run(_ record: Span<UInt8>, _ output: inout ByteBuffer) {
    output.removeAll()
    _ = raw.sanitize(record, appendingTo: &output)
  }
}
