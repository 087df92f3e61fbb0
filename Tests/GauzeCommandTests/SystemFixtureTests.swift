import Foundation
import Testing

/// The schemas of whole systems, each with what its program hands in and what must become of it.
///
/// A folder of `Fixtures/Systems` has a `schema.json`. With a `raw.jsonl` it has a `clean.jsonl` and a
/// `rejects.jsonl`, and may have `planted.txt`, texts of the raw records of which none may leave, one a
/// line; `keys`, a file for each key that the schema names; and `literals.json`.
@Suite struct SystemFixtureTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Systems")

  /// The folders, sorted.
  static let systems: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted()

  /// Those with records.
  static let withRecords = systems.filter { has($0, "raw.jsonl") }

  private let place: Workplace
  init() throws { place = try Workplace() }

  private static func has(_ system: String, _ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url(system, name).path)
  }

  private static func url(_ system: String, _ name: String) -> URL {
    root.appendingPathComponent(system).appendingPathComponent(name)
  }

  private static func text(_ system: String, _ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(system, name)), as: UTF8.self)
  }

  /// The options that a system's keys need.
  private static func keys(_ system: String) -> [String] {
    let folder = url(system, "keys").path
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    return names.flatMap { ["--key", "\($0)=\(folder)/\($0)"] }
  }

  private static func literals(_ system: String) -> [String] {
    has(system, "literals.json") ? ["--literals", url(system, "literals.json").path] : []
  }

  /// Runs `gauze` on a system's schema.
  private func gauze(
    _ command: String,
    _ system: String,
    _ rest: String...
  ) throws -> Outcome {
    let schema = Self.url(system, "schema.json").path
    return try place.gauze(
      [command, "--schema", schema] + Self.keys(system) + Self.literals(system) + rest
    )
  }

  @Test func knowsSystems() {
    #expect(Self.systems.contains("cli-telemetry"))
    #expect(Self.withRecords.contains("altimate-code"))
  }

  @Test(arguments: systems) func aSchemaHasNoFindings(_ system: String) throws {
    let schema = Self.url(system, "schema.json").path
    let run = try place.gauze(["check"] + Self.keys(system) + [schema])
    #expect(run.status == 0, "\(run.text)\(run.errors)")
    #expect(run.text.contains("\(system) ") && run.text.contains("no findings"))
  }

  @Test(arguments: withRecords) func rawRecordsBecomeTheCleanOnes(_ system: String) throws {
    try place.put(try Data(contentsOf: Self.url(system, "raw.jsonl")), as: "raw.jsonl")
    let run = try gauze(
      "sanitize",
      system,
      "--rejects",
      "rejects.jsonl",
      "-o",
      "clean.jsonl",
      "raw.jsonl"
    )
    #expect(run.status == 0 || run.status == 1, "\(run.errors)")
    for name in ["clean.jsonl", "rejects.jsonl"] {
      let found = try place.text(name)
      if (try? Self.text(system, name)) == found { continue }
      if ProcessInfo.processInfo.environment["GAUZE_RECORD"] == "1" {
        try Data(found.utf8).write(to: Self.url(system, name))
      }
      Issue.record("\(system)/\(name) differs from its fixture; record it with GAUZE_RECORD=1")
    }
  }

  @Test(arguments: withRecords) func cleanRecordsAreInTheirWireForm(_ system: String) throws {
    let clean = Self.url(system, "clean.jsonl").path
    let verified = try gauze("verify", system, clean)
    #expect(verified.status == 0, "\(verified.errors)")
    let again = try gauze("sanitize", system, "--form", "wire", clean)
    #expect(again.status == 0)
    #expect(try again.text == Self.text(system, "clean.jsonl"))
  }

  @Test(arguments: withRecords) func nothingThatWasPlantedLeaves(_ system: String) throws {
    guard Self.has(system, "planted.txt") else { return }
    let raw = try Self.text(system, "raw.jsonl")
    let left = try Self.text(system, "clean.jsonl") + Self.text(system, "rejects.jsonl")
    for planted in try Self.text(system, "planted.txt").split(separator: "\n") {
      #expect(raw.contains(planted), "\(system): \(planted) is not planted")
      #expect(!left.contains(planted), "\(system): \(planted) leaves")
    }
  }

  /// Two records at least of every event: one that a program would send, one with leaks.
  @Test func altimateCodeShowsEveryEventTwice() throws {
    let schema = try JSONSerialization.jsonObject(
      with: Data(contentsOf: Self.url("altimate-code", "schema.json"))
    )
    let events = try #require((schema as? [String: Any])?["events"] as? [String: Any])
    #expect(events.count == 75)
    let clean = try Self.text("altimate-code", "clean.jsonl").split(separator: "\n")
    for event in events.keys {
      let count = clean.count { $0.hasPrefix("{\"type\":\"\(event)\",") }
      #expect(count >= 2, "\(event) comes \(count) times")
    }
  }
}
