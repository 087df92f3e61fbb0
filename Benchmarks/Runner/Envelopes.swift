internal import Gauze

/// A clean record and the envelope that it is put into.
enum Envelopes {
  static let schema = #"""
    {"gauze": 1, "name": "envelopes", "version": "1.0", "eventKey": "type", "events": {"e": {
      "description": "d", "properties": {
        "timestamp": {"type": "integer", "minimum": 0, "maximum": 4102444800000, "why": "y"},
        "session": {"type": "string", "format": "uuid", "why": "y"},
        "user": {"type": "string", "policies": ["hash-email"], "why": "y"},
        "ok": {"type": "boolean", "why": "y"},
        "cost": {"type": "number", "minimum": 0, "maximum": 9, "why": "y"},
        "tools": {"type": "array", "items": {"type": "string", "enum": ["read", "write"]},
          "maxItems": 3, "why": "y"},
        "message": {"type": "string", "policies": ["scrub-text", {"truncate": 200}], "why": "y"}
      }, "required": ["timestamp"]}},
     "envelope": {"template": {
       "name": "Microsoft.ApplicationInsights.key.Event", "iKey": "key",
       "time": {"$field": "timestamp", "as": "date-time"},
       "tags": {"ai.session.id": {"$field": "session", "otherwise": "startup"},
         "ai.user.id": {"$field": "user", "otherwise": ""}},
       "data": {"baseType": "EventData", "baseData": {"ver": 2, "name": {"$event": true},
         "properties": {"source": "cli", "$fields": {"kinds": "others", "as": "text"}},
         "measurements": {"$fields": {"kinds": "numbers"}}}}}}}
    """#

  static let clean =
    #"{"type":"e","timestamp":1755900000005,"session":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","#
    + #""ok":true,"cost":0.12,"tools":["read","write"],"message":"cannot open <path> for <email>"}"#

  static let wrapped =
    #"{"name":"Microsoft.ApplicationInsights.key.Event","iKey":"key","#
    + #""time":"2025-08-22T22:00:00.005Z","#
    + #""tags":{"ai.session.id":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","ai.user.id":""},"#
    + #""data":{"baseType":"EventData","baseData":{"ver":2,"name":"e","properties":{"source":"cli","#
    + #""ok":"true","tools":"[\"read\",\"write\"]","message":"cannot open <path> for <email>"},"#
    + #""measurements":{"cost":0.12}}}}"#
}

/// Clean records into their envelope.
struct EnvelopeWork: Workload {
  let inputs: Inputs
  private var envelope: Envelope

  init(_ inputs: Inputs, _ envelope: Envelope) {
    self.inputs = inputs
    self.envelope = envelope
  }

  mutating func run(_ input: Span<UInt8>, _ output: inout ByteBuffer) {
    _ = envelope.wrap(input, appendingTo: &output)
  }
}
