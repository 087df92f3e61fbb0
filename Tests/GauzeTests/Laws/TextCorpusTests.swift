import Testing

import Gauze

/// Messages of many programs through all text detectors together: what was planted goes, and what names
/// nobody stays, byte for byte.
@Suite struct TextCorpusTests {
  @Test func nothingPlantedLeaves() throws {
    var bench = try TextBench(TextBench.everything, limit: 10_000)
    for line in try FixtureLine.lines("Texts/planted.jsonl") {
      let text = try #require(line.text("text"))
      let output = try bench.result(text, text)
      #expect(output == line.text("expected"), "\(text)")
      for absent in line.texts("absent") {
        #expect(!Array(output.utf8).holds(absent), "\(text) became \(output)")
      }
    }
  }

  @Test func whatNamesNobodyStays() throws {
    var bench = try TextBench(TextBench.everything, limit: 10_000)
    for line in try FixtureLine.lines("Texts/kept.jsonl") {
      let text = String(
        decoding: try #require(JSONNode(reading: line.bytes.span).asText),
        as: UTF8.self
      )
      #expect(try bench.result(text, text) == text)
    }
  }
}
