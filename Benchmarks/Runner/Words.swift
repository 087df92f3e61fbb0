internal import Gauze

/// A record for the words that look at several values: vocabularies, lists, maps whose keys meet, and
/// fields of several sources; to show that none of them allocates.
enum Words {
  static let schema = #"""
    {"gauze": 1, "name": "words", "version": "1.0", "events": {"e": {"description": "d",
      "properties": {
        "line": {"type": "string", "policies": [{"vocabulary": {"match": "words", "otherwise": "other",
          "words": ["atmos", "atmos terraform", "atmos terraform plan", "atmos version"]}}], "why": "y"},
        "models": {"type": "array", "maxItems": 256, "items": {"type": "string", "policies": [
          {"vocabulary": {"match": "segment", "words": ["openai", "anthropic"], "otherwise": "other"}}]},
          "policies": ["unique"], "why": "y"},
        "path": {"type": "array", "maxItems": 9, "items": {"type": "string",
          "enum": ["a", "b"], "otherwise": "c"}, "policies": ["unique", {"join": "."}], "why": "y"},
        "kinds": {"type": "object", "propertyNames": {"enum": ["pod", "service"], "otherwise": "other"},
          "additionalProperties": {"type": "integer", "policies": [{"clamp": {"minimum": 0, "maximum": 500}},
          {"round": {"to": 10}}]}, "maxProperties": 99, "why": "y"},
        "id": {"type": "string", "policies": ["drop"]},
        "message": {"type": "string", "policies": ["drop"]},
        "what": {"from": "id", "policies": [{"vocabulary": {"words": {"E1": "no adapter"}}}],
          "else": {"from": "message", "policies": ["hint"]}, "why": "y"},
        "failed": {"from": ["id", "message"], "policies": [{"presence": {"as": "truthy"}}], "why": "y"}
      }}}}
    """#

  static let record =
    #"{"line":"atmos terraform plan vpc -s acme-prod","models":["openai/x","acme","openai/y","zoo"],"#
    + #""path":["a","x","b","a"],"kinds":{"service":12,"tuner":31,"pod":700,"mesh":22},"id":"E9","#
    + #""message":"Cannot open file '/home/jane/x'"}"#

  static let wire =
    #"{"line":"atmos terraform plan","models":["openai","other"],"path":"a.c.b","#
    + #""kinds":{"other":50,"pod":500,"service":10},"what":"cannot open file","failed":true}"#

  static func plan() throws -> Plan { try Plan(try Schema(reading: Array(schema.utf8).span)) }
}
