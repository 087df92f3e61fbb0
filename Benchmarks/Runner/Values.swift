internal import Gauze

/// A record for each policy that makes a value of its own, to show what they cost together and that
/// none of them allocates.
enum Values {
  static let schema = #"""
    {"gauze": 1, "name": "values", "version": "1.0", "events": {"e": {"description": "d",
      "properties": {
        "round": {"type": "number", "policies": [{"round": {"digits": 2}}], "why": "y"},
        "clamp": {"type": "number", "policies": [{"clamp": {"minimum": 0, "maximum": 9}}], "why": "y"},
        "list": {"policies": ["drop"]},
        "count": {"from": "list", "policies": ["count", {"round": {"to": 5}},
          {"bucket": {"edges": [5], "labels": ["few", "many"]}}], "why": "y"},
        "site": {"type": "string", "policies": ["presence"], "why": "y"},
        "flags": {"type": "object", "policies": [{"keys": {"allow": ["root", "port"]}}], "why": "y"},
        "time": {"type": "string", "policies": [{"coarsen-time": "hour"}], "why": "y"},
        "at": {"type": "integer", "policies": [{"coarsen-time": "month"}], "why": "y"},
        "os": {"type": "string", "policies": ["coarsen-version"], "why": "y"},
        "user": {"type": "string", "policies": [{"pseudonymize": {"key": "bench"}}], "why": "y"},
        "error": {"type": "string", "policies": ["drop"]},
        "mark": {"from": "error", "policies": ["scrub-text", "fingerprint"], "why": "y"},
        "kind": {"from": "error", "policies": [{"classify": {
          "timeout": ["timed out", "deadline exceeded"], "auth": ["401", "permission"]}}], "why": "y"}
      }}}}
    """#

  static let record =
    #"{"round":48213,"clamp":-7.5,"list":["acme","globex",[1,2],{"a":1}],"flags":{"port":8080,"#
    + #""root":"/home/jane","x":[{}]},"time":"2026-11-21T10:42:17+05:30","at":1755902537000,"#
    + #""os":"v5.15.0-91-generic","user":"ws_5f0c2f0e-8d5c-4b6e-9a53-0e0d6c1b2a11","#
    + #""error":"query of jane@acme.example timed out after 31 s at /srv/acme/etl.py"}"#

  /// What leaves; the two digests are those of an independent HMAC and hash.
  static let wire =
    #"{"round":48000,"clamp":0,"count":"many","site":false,"flags":["root","port"],"#
    + #""time":"2026-11-21T05:00:00Z","at":1754006400000,"os":"5.15","#
    + #""user":"gz1.bench.987dc407e32a08efdfe3a2eb63eebbf738adfb1a"#
    + #"cfbd316d04255be037a7012a","mark":"dbc48d69ae8721e4","kind":"timeout"}"#

  static func plan() throws -> Plan {
    var keys = KeyRing()
    try keys.add(id: Array("bench".utf8), key: Array("sixteen or more bytes".utf8).span)
    return try Plan(try Schema(reading: Array(schema.utf8).span), keys: keys)
  }
}
