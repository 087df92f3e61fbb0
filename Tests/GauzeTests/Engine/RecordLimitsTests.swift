import Gauze
import Testing

/// Records that are small to write and large to hold.
@Suite struct RecordLimitsTests {
  /// A list of objects with many optional fields.
  static func plan() throws -> Plan {
    let fields = (0..<400).map { "\"f\($0)\": {\"type\": \"boolean\", \"why\": \"y\"}" }
    let text = """
      {"gauze": 1, "name": "x", "version": "1.0", "events": {"e": {"description": "d",
       "properties": {"list": {"type": "array", "maxItems": 1000000, "why": "y",
        "items": {"type": "object", "properties": {\(fields.joined(separator: ","))}}}}}}}
      """
    return try Plan(try Schema(reading: Array(text.utf8).span))
  }

  @Test func emptyObjectsOfManyFieldsAreTooManyBeforeMemoryIs() throws {
    var sanitizer = Sanitizer(try Self.plan())
    var output = ByteBuffer()
    let items = repeatElement("{}", count: 20_000).joined(separator: ",")
    let record = Array("{\"list\":[\(items)]}".utf8)
    #expect(sanitizer.sanitize(record.span, appendingTo: &output) == .rejected)
    #expect(sanitizer.violations.count == 16 && output.isEmpty)
    #expect(
      EventStoryTests.violations(sanitizer)[0]
        == #"{"code":"too-many","event":"e","at":"/list/326"}"#
    )
  }

  @Test func asManyValuesAsTheLimitAreHeld() throws {
    var sanitizer = Sanitizer(try Self.plan())
    var output = ByteBuffer()
    let items = repeatElement("{\"f399\":true}", count: 320).joined(separator: ",")
    let record = Array("{\"list\":[\(items)]}".utf8)
    #expect(sanitizer.sanitize(record.span, appendingTo: &output) == .accepted)
    #expect(output.bytes == record)
  }
}
