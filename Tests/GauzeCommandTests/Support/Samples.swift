import Foundation

/// Records of the built-in schema. People, words and numbers are invented.
enum Samples {
  private static let head =
    #""session_id":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","version":"1.4.0""#

  /// Accepted, with `rest` inside.
  static func command(_ rest: String = "") -> String {
    #"{"event":"command",\#(head),"command":"sync","outcome":"success"\#(rest)}"#
  }

  static let good = command(#","duration_ms":1250"#)
  static let goodClean = command(#","duration_ms":"1s-10s""#)
  static let unknownField = command(#","zebra-key":"zebra-value""#)
  static let unknownEvent = #"{"event":"zebra"}"#
  static let malformed = #"{"event":"command","#

  /// `count` lines of `record`.
  static func lines(_ record: String, _ count: Int) -> String {
    String(repeating: record + "\n", count: count)
  }

  /// A schema of one event with a keyed hash.
  static let keyedSchema = """
    {
      "gauze": 1, "name": "keyed", "version": "1.0", "eventKey": "type",
      "history": [{"version": "1.0", "date": "2026-01-01", "summary": "First."}],
      "events": {"login": {"description": "Somebody came.", "properties": {
        "user": {"type": "string", "policies": [{"hash-email": {"key": "k1"}}], "why": "Who."}
      }, "required": ["user"]}}
    }
    """

  /// A schema with an object inside, a list and a map.
  static let nestedSchema = """
    {
      "gauze": 1, "name": "nested", "version": "1.0", "eventKey": "type",
      "history": [{"version": "1.0", "date": "2026-01-01", "summary": "First."}],
      "events": {"report": {"description": "A report.", "properties": {
        "inner": {"type": "object", "why": "Grouping.", "properties": {
          "kind": {"type": "string", "enum": ["a", "b"], "why": "Which."},
          "size": {"type": "integer", "minimum": 0, "maximum": 9, "why": "How large."}
        }},
        "list": {"type": "array", "maxItems": 3, "why": "Several.",
          "items": {"type": "object", "properties": {
            "on": {"type": "boolean", "why": "Whether."}}}},
        "map": {"type": "object", "why": "Counts.", "maxProperties": 2,
          "propertyNames": {"enum": ["x", "y"]},
          "additionalProperties": {"type": "boolean"}}
      }}}
    }
    """
}
