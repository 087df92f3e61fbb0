import Gauze

/// A schema for tests, and records of it.
enum Notes {
  static let good = #"{"event":"note","text":"jane@corp.example went to /home/jane","size":7}"#
  static let bad = #"{"event":"note","zebra":1,"size":true}"#

  static func plan() throws -> Plan { try Plan(Schema(reading: Array(schema.utf8).span)) }

  private static let schema = """
    {
      "gauze": 1, "name": "notes", "version": "1.0", "eventKey": "event",
      "history": [{"version": "1.0", "date": "2026-01-01", "summary": "First."}],
      "events": {"note": {"description": "A note.", "properties": {
        "text": {"type": "string", "policies": ["scrub-text", {"truncate": 50}], "why": "What."},
        "size": {"type": "integer", "minimum": 0, "maximum": 9, "why": "How large."}
      }}}
    }
    """
}
