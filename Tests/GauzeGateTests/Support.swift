import Foundation
import Gauze
import GauzeGate
import Testing

/// The golden files of the repository.
enum Fixtures {
  /// The repository's top folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func file(_ path: String) -> URL { root.appendingPathComponent(path) }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: file(path)), as: UTF8.self)
  }

  /// Compares `text` with a golden file; `GAUZE_RECORD=1` writes it anew and fails all the same.
  static func compare(_ text: String, with path: String) throws {
    let golden = try? Self.text("Fixtures/\(path)")
    if golden == text { return }
    if ProcessInfo.processInfo.environment["GAUZE_RECORD"] == "1" {
      try Data(text.utf8).write(to: file("Fixtures/\(path)"))
    }
    Issue.record("\(path) differs; record it with GAUZE_RECORD=1 and review the difference")
  }
}

/// A schema as it stands in a file.
func makeSchema(_ text: String) throws -> Schema { try Schema(reading: Array(text.utf8).span) }

/// A schema of one event with the given properties and whatever else stands at its top.
func makeSchema(properties: String, besides: String = "") throws -> Schema {
  try makeSchema(
    #"{"gauze": 1, "name": "one", "version": "1.0", "eventKey": "type", \#(besides)"events": {"#
      + #""happened": {"description": "An event.", "properties": {\#(properties)}}}}"#
  )
}

/// Schemas of every kind: the built-in ones, the fixtures', and those of SCHEMA.md.
func allSchemas() throws -> [Schema] {
  var texts = BuiltInSchemas.all.map { "\($0.text)" }
  let folder = "Fixtures/Schemas/accept"
  for name in try FileManager.default.contentsOfDirectory(atPath: Fixtures.file(folder).path)
    .sorted()
  {
    texts.append(try Fixtures.text("\(folder)/\(name)"))
  }
  texts += try documentBlocks("json schema")
  return try texts.map(makeSchema)
}

/// The blocks of one kind in SCHEMA.md.
func documentBlocks(_ kind: String) throws -> [String] {
  var blocks: [String] = []
  var open: [Substring]?
  for line in try Fixtures.text("SCHEMA.md").split(
    separator: "\n",
    omittingEmptySubsequences: false
  ) {
    if line == "```\(kind)" {
      open = []
    } else if line == "```", let lines = open {
      blocks.append(lines.joined(separator: "\n"))
      open = nil
    } else {
      open?.append(line)
    }
  }
  return blocks
}

extension TelemetryPage {
  /// The whole page.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The lines of the page, marks and all.
  var textLines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
