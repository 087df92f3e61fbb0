import Foundation
import Testing

/// `gauze export`: a schema in the words of other tools.
@Suite struct ExportTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  @Test func printsBothForms() throws {
    try place.put(Samples.keyedSchema, as: "s.json")
    let wire = try place.gauze("export", "s.json", "--as", "json-schema")
    #expect(wire.status == 0)
    #expect(wire.errors.isEmpty)
    #expect(try object(wire.text)["title"] as? String == "keyed 1.0, wire form")
    #expect(wire.text.contains(#"^gz1\\.(k1)\\.[0-9a-f]{64}$"#))
    let same = try place.gauze("export", "s.json", "--as=json-schema", "--form", "wire")
    #expect(same.text == wire.text)
    let raw = try place.gauze("export", "s.json", "--as", "json-schema", "--form", "raw")
    #expect(raw.status == 0)
    #expect(try object(raw.text)["title"] as? String == "keyed 1.0, raw form")
    #expect(!raw.text.contains("gz1"))
  }

  @Test func printsTheSchemaOfTheLanguageWithoutASchema() throws {
    let run = try place.gauze("export", "--as", "language-schema")
    #expect(run.status == 0 && run.errors.isEmpty)
    let properties = try object(run.text)["properties"] as? [String: Any]
    #expect(properties?["gauze"] != nil && properties?["events"] != nil)
  }

  @Test func printsOrWritesSwiftTypes() throws {
    try place.put(Samples.keyedSchema, as: "s.json")
    let run = try place.gauze("export", "s.json", "--as", "swift")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.text.contains("enum KeyedEvents {"))
    let written = try place.gauze("export", "--as", "swift", "-o", "S.swift", "--", "s.json")
    #expect(written.status == 0)
    #expect(written.text.isEmpty)
    #expect(try place.text("S.swift") == run.text)
  }

  @Test func tellsFaultsAsACompilerDoesWhereItMakesCode() throws {
    try place.put("{\n  \"gauze\": 1,\n  \"nmae\": \"x\"\n}", as: "s.json")
    let run = try place.gauze("export", "s.json", "--as", "swift", "-o", "S.swift")
    #expect(run.status == 2)
    #expect(run.errors.contains("s.json:3:3: error: unknown-keyword"))
    #expect(!run.errors.contains("gauze:"))
    #expect(throws: (any Error).self) { try place.text("S.swift") }
  }

  @Test func answersTwoForAWrongUseOrSchema() throws {
    try place.put("{}", as: "s.json")
    let uses = [
      ["export"], ["export", "cli-telemetry"], ["export", "cli-telemetry", "--as", "yaml"],
      ["export", "cli-telemetry", "--as", "json-schema", "--form", "clean"],
      ["export", "s.json", "--as", "json-schema"], ["export", "--as", "json-schema"],
      ["export", "cli-telemetry", "--as", "language-schema"],
      ["export", "--as", "language-schema", "--form", "wire"],
      ["export", "s.json", "--as", "swift"],
      ["export", "cli-telemetry", "--as", "swift", "--form", "wire"],
    ]
    for use in uses {
      let run = try place.gauze(use)
      #expect(run.status == 2)
      #expect(run.text.isEmpty)
    }
  }
}
