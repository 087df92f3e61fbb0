import Foundation
import Gauze
import Testing

@Suite struct BuiltInSchemasTests {
  /// The Swift file that a schema is compiled in from.
  static func source(_ name: String, _ schema: String) -> String {
    let words = name.split(separator: "-").map(String.init)
    let camel = words[0] + words.dropFirst().map(\.capitalized).joined()
    let lines = schema.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return """
      // Generated from Fixtures/Systems/\(name)/schema.json by the tests with GAUZE_RECORD=1.

      extension BuiltInSchemas {
        static let \(camel): StaticString = #\"""
      \(lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n"))

          \"""#
      }

      """
  }

  /// The keys that a system's fixtures are made with: a file for each.
  static func keys(_ system: String) throws -> KeyRing {
    var keys = KeyRing()
    let folder = "Systems/\(system)/keys"
    let ids = (try? Fixtures.names(folder)) ?? []
    try ids.forEach { id in try add(Array(id.utf8), Fixtures.bytes("\(folder)/\(id)"), to: &keys) }
    return keys
  }

  private static func add(_ id: [UInt8], _ key: [UInt8], to keys: inout KeyRing) throws {
    try keys.add(id: id, key: key.span)
  }

  private static func failures(ofExamplesIn schema: Schema, keys: KeyRing) throws -> Int {
    let plan = try Plan(schema, keys: keys)
    return plan.failures(ofExamplesIn: schema).count
  }

  private static func findings(ofCanariesIn schema: Schema, keys: KeyRing) throws -> Int {
    let plan = try Plan(schema, keys: keys)
    return plan.findings(ofCanariesIn: schema).count
  }

  @Test func areTheSchemasOfTheFixtures() throws {
    for entry in BuiltInSchemas.all {
      let schema = try Fixtures.text("Systems/\(entry.name)/schema.json")
      if schema == "\(entry.text)" { continue }
      if ProcessInfo.processInfo.environment["GAUZE_RECORD"] == "1" {
        let file = "\(entry.name)".split(separator: "-").map(\.capitalized).joined()
        let path = Fixtures.root.appendingPathComponent("Sources/Gauze/BuiltIn/\(file).swift")
        try Data(Self.source("\(entry.name)", schema).utf8).write(to: path)
      }
      Issue.record("\(entry.name) differs from its fixture; record it with GAUZE_RECORD=1")
    }
  }

  @Test func loadWithoutFindings() throws {
    for entry in BuiltInSchemas.all {
      let schema = try Schema(reading: entry.text.bytes.span)
      #expect(schema.name == entry.name.bytes)
      #expect(schema.lint.isEmpty)
      #expect(schema.events.contains { !$0.examples.isEmpty })
      #expect(try Self.failures(ofExamplesIn: schema, keys: Self.keys("\(entry.name)")) == 0)
      #expect(try Self.findings(ofCanariesIn: schema, keys: Self.keys("\(entry.name)")) == 0)
      for promise in schema.promises where promise.isEngines {
        #expect(!promise.canaries.isEmpty, "\(entry.name): \(promise.text.shown)")
      }
    }
  }
}
