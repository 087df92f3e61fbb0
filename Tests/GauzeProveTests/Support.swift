import Gauze
import GauzeProve
import Testing

/// A schema as it stands in a file.
func schema(_ text: String) throws -> Schema { try Schema(reading: Array(text.utf8).span) }

/// A schema of one event with one field, which may be required to be there.
func schema(field: String) throws -> Schema {
  try schema(
    #"{"gauze": 1, "name": "one", "version": "1.0", "eventKey": "type", "events": {"#
      + #""happened": {"description": "An event.", "properties": {"value": \#(field)}}}}"#
  )
}

/// The schema that every program has.
func cliTelemetry() throws -> Schema {
  let text = try #require(BuiltInSchemas.all.first?.text)
  return try Schema(reading: text.bytes.span)
}

/// How many cases a test runs: a build without optimisation, ten times slower, makes a quarter of them.
func cases(_ count: Int) -> Int {
  #if DEBUG
    count / 4
  #else
    count
  #endif
}

extension ProofProgram {
  /// A program that says little.
  static let quiet = ProofProgram(version: "test") { sanitizer, _, _ in
    "read \(sanitizer.tally.accepted + sanitizer.tally.rejected)"
  }
}

extension Proof {
  /// A proof of `schema` while `other` runs.
  init(_ schema: Schema, running other: Schema? = nil, seed: UInt64 = 1) throws {
    var keys = KeyRing()
    try keys.add(id: Array("k".utf8), key: Array("an example key, never a real one".utf8).span)
    try self.init(of: schema, running: other, keys: keys, seed: seed, in: .quiet)
  }
}
