import Foundation
import Testing

import Gauze
import GauzeGate

/// The laws of a draft on every sample at hand: the fixtures, random exports, hostile records.
@Suite struct DraftLawTests {
  private static let systems =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: Fixtures.file("Fixtures/Systems").path
    )) ?? []).sorted().filter {
      FileManager.default.fileExists(atPath: Fixtures.file("Fixtures/Systems/\($0)/raw.jsonl").path)
    }

  @Test(arguments: systems) func acceptsTheRecordsOfASystem(_ system: String) throws {
    let sample = DraftBench.lines(try Fixtures.text("Fixtures/Systems/\(system)/raw.jsonl"))
    let drafted = try DraftBench.judge(sample)
    // Texts that were planted in the values, and names that a clean record must not have.
    let text = String(decoding: drafted.bytes, as: UTF8.self)
    for planted in ["hunter2", "acme.com", "10.1.2.3"] { #expect(!text.contains(planted)) }
  }

  @Test(arguments: ["features", "keyed", "single", "words"])
  func acceptsTheRecordsOfTheEvents(_ name: String) throws {
    let lines = try Fixtures.text("Fixtures/Events/\(name).jsonl").split(separator: "\n")
    var sample: [[UInt8]] = []
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      if let record = object?["record"] as? String { sample.append(Array(record.utf8)) }
    }
    try #require(sample.count > 5)
    _ = try DraftBench.judge(sample)
    for record in sample { _ = try DraftBench.judge([record]) }
  }

  @Test func acceptsAnyJSONInARecord() throws {
    var sample: [[UInt8]] = []
    for name in ["accept", "reject"] {
      for line in try Fixtures.text("Fixtures/JSON/\(name).jsonl").split(separator: "\n") {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        guard let input = object?["input"] as? String else { continue }
        sample.append(Array(#"{"v":\#(input)}"#.utf8))
        sample.append(Array(#"{"in":{"v":[\#(input)]}}"#.utf8))
        sample.append(Array(input.utf8))
      }
    }
    try #require(sample.count > 100)
    _ = try DraftBench.judge(sample)
    for record in sample { _ = try DraftBench.judge([record]) }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func acceptsRandomExports(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<12 {
      let export = RandomExport(using: &random)
      let count = Int.random(in: 1...60, using: &random)
      let sample = (0..<count).map { _ in Array(export.record(using: &random).utf8) }
      _ = try DraftBench.judge(sample)
    }
  }

  // MARK: - Limits

  @Test func acceptsManyOfAnything() throws {
    let items = "[" + Array(repeating: "1", count: 140_000).joined(separator: ",") + "]"
    let inner = (0..<110).map { #""k\#(letters($0))":1"# }.joined(separator: ",")
    let objects = "[" + Array(repeating: "{\(inner)}", count: 1_000).joined(separator: ",") + "]"
    let lists = "[" + Array(repeating: "[1,2,3,4]", count: 40_000).joined(separator: ",") + "]"
    for value in [items, objects, lists] {
      _ = try DraftBench.judge([Array(#"{"a":\#(value),"b":[{"c":true}]}"#.utf8)])
    }
    let keys = (0..<600).map { #""k\#(letters($0))":\#($0)"# }.joined(separator: ",")
    let wide = try DraftBench.judge([Array("{\(keys)}".utf8)])
    #expect(wide.fields == 256 && wide.unnamed > 0)
    let dates = (0..<900).map { day in
      #""20\#(10 + day / 300)-\#(10 + day / 100 % 3)-\#(10 + day % 20)T10:00:\#(10 + day / 20 % 50)Z":1"#
    }
    _ = try DraftBench.judge([Array(#"{"a":{\#(dates.joined(separator: ","))}}"#.utf8)])
  }

  @Test func acceptsDeepNesting() throws {
    for depth in [1, 2, 5, 6, 9, 10, 11, 12, 13, 30, 31, 32, 33, 62, 63, 64, 65] {
      let object =
        String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
      let array =
        #"{"a":"# + String(repeating: "[", count: depth) + "1"
        + String(repeating: "]", count: depth)
        + "}"
      let both =
        String(repeating: #"{"a":["#, count: depth / 2 + 1) + "1"
        + String(repeating: "]}", count: depth / 2 + 1)
      for record in [object, array, both] { _ = try DraftBench.judge([Array(record.utf8)]) }
    }
  }

  @Test func holdsManyKindsOfRecords() throws {
    for words in [200, 300] {
      let sample = (0..<words * 2).map { number in
        let word = letters(number % words)
        return Array(#"{"type":"w\#(word)","of_\#(word)":{"a":1,"b":[{"c":"x"}]}}"#.utf8)
      }
      let drafted = try DraftBench.judge(sample)
      #expect(drafted.events == (words == 200 ? 200 : 1))
    }
  }

  @Test func holdsMoreFieldsThanItNames() throws {
    let sample = (0..<200).map { number in
      let members = (0..<100).map { #""f\#(letters(number))\#(letters($0))":true"# }
      return Array(#"{"a\#(letters(number))":{\#(members.joined(separator: ","))}}"#.utf8)
    }
    let drafted = try DraftBench.judge(sample + sample)
    #expect(drafted.bytes.count < 8 << 20)
  }

  private func letters(_ number: Int) -> String {
    var rest = number
    var text = ""
    repeat {
      text.unicodeScalars.append(UnicodeScalar(UInt8(97 + rest % 26)))
      rest /= 26
    } while rest > 0
    return text
  }

  // MARK: - Silence

  @Test(arguments: [11, 12, 13, 14] as [UInt64]) func copiesNoValue(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for size in [1, 3, 40] {
      var canaries: [String] = []
      func word(_ alphabet: [Character]) -> String {
        let text = String((0..<10).map { _ in alphabet.randomElement(using: &random) ?? "q" })
        canaries.append(text)
        return text
      }
      func text() -> String { word(Array("qxzjkvwQXZJKVW")) }
      func number() -> String { word(Array("378")) }
      let sample = (0..<size).map { _ in
        let keys = [
          "\(text())@acme.example", "/home/\(text())", "\(text()) \(text())", "id\(number())",
          "\(text())é", "10.\(number())",
        ]
        let data = keys.map { #""\#($0)":"\#(text())""# }.joined(separator: ",")
        return Array(
          """
          {"type":"\(text())","note":"\(text()) \(text())","n":\(number()),"f":0.\(number()),\
          "e":\(number())e2,"mail":"\(text())@acme.example","list":["\(text())",\(number())],\
          "in":{"text":"\(text())","deep":{"text":"\(text())",\(data)}},"url":"https://\(text()).example/\(text())",\
          "sql":"SELECT '\(text())' FROM \(text())","time":17\(number()),\(data)}
          """.utf8
        )
      }
      let drafted = try DraftBench.judge(sample)
      let text = String(decoding: drafted.bytes, as: UTF8.self).lowercased()
      for canary in canaries {
        let letters = Array(canary.lowercased())
        for start in 0...letters.count - 4 {
          let part = String(letters[start..<start + 4])
          #expect(!text.contains(part), "seed \(seed): \(part) of \(canary)")
        }
      }
    }
  }
}
