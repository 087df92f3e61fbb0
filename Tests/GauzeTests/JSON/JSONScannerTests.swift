import Foundation
import Testing

import Gauze

@Suite struct JSONScannerTests {
  /// Reads a whole text as the engine reads a record.
  static func fault(_ input: [UInt8]) -> JSONFault? {
    var scanner = JSONScanner()
    var keys = KeyLedger()
    do throws(JSONFault) {
      try scanner.skipValue(input.span, depth: 0, keys: &keys)
      return scanner.peek(input.span) == 0 ? nil : .malformed
    } catch {
      return error
    }
  }

  static func input(_ line: [String: Any]) -> [UInt8] {
    if let text = line["input"] as? String { return Array(text.utf8) }
    if let unit = line["repeat"] as? String, let times = line["times"] as? Int {
      return Array(String(repeating: unit, count: times).utf8)
    }
    let digits = Array((line["hex"] as? String ?? "").utf8)
    return stride(from: 0, to: digits.count, by: 2).map {
      digits[$0].hexValue << 4 | digits[$0 + 1].hexValue
    }
  }

  @Test func acceptsWhatTheGrammarAllows() throws {
    for line in try Fixtures.lines("JSON/accept.jsonl") {
      let name = line["name"] as? String ?? ""
      let input = Self.input(line)
      #expect(Self.fault(input) == nil, "\(name)")
      #expect((try? JSONNode(reading: input.span)) != nil, "\(name)")
      #expect(
        (try? JSONSerialization.jsonObject(with: Data(input), options: .fragmentsAllowed)) != nil
          || name.contains("beyond any machine"),
        "Foundation agrees: \(name)"
      )
    }
  }

  @Test func refusesWhatItDoesNot() throws {
    let words: [String: JSONFault] = [
      "malformed": .malformed, "duplicate": .duplicateKey, "too-deep": .tooDeep,
      "invalid-utf8": .invalidUTF8,
    ]
    for line in try Fixtures.lines("JSON/reject.jsonl") {
      let name = line["name"] as? String ?? ""
      let expected = try #require(words[line["fault"] as? String ?? ""])
      #expect(Self.fault(Self.input(line)) == expected, "\(name)")
      #expect((try? JSONNode(reading: Self.input(line).span)) == nil, "\(name)")
    }
  }

  /// The naive twin of `stop`: one byte at a time.
  @Test func findsTheSameStopsAsAByteLoop() {
    var random = SeededRandom(seed: 11)
    let alphabet: [UInt8] = [0x61, 0x22, 0x5C, 0x1F, 0x20, 0x21, 0x7F, 0x80, 0xFF, 0x5D, 0x23]
    for _ in 0..<20_000 {
      let plain = Int.random(in: 0...40, using: &random)
      var text = [UInt8](repeating: 0x61, count: plain)
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        text.insert(
          alphabet.randomElement(using: &random) ?? 0x61,
          at: Int.random(in: 0...text.count, using: &random)
        )
      }
      let expected =
        text.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 >= 0x80 } ?? text.count
      #expect(JSONText.stop(text.span, from: 0) == expected)
    }
  }

  @Test func decodesAndWritesAsFoundationDoes() throws {
    var random = SeededRandom(seed: 12)
    let pieces = [
      "a", "\"", "\\", "\n", "\u{0}", "\u{1F}", "é", "😀", "/", "\t", "\u{7F}", "\u{2028}",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      var written = ByteBuffer()
      JSONText.write(Array(text.utf8).span, to: &written)
      let back =
        try JSONSerialization.jsonObject(with: Data(written.bytes), options: .fragmentsAllowed)
        as? String
      #expect(back == text)
      let foreign = try JSONSerialization.data(
        withJSONObject: text,
        options: [.fragmentsAllowed]
      )
      var decoded = ByteBuffer()
      JSONText.decode(Array(foreign.dropFirst().dropLast()).span, into: &decoded)
      #expect(decoded.bytes == Array(text.utf8))
    }
  }

  @Test func refusesDoubledNamesLikeASet() {
    var random = SeededRandom(seed: 13)
    for _ in 0..<3_000 {
      let names = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        String(Int.random(in: 0...120, using: &random))
      }
      let members = names.map { name in
        Bool.random(using: &random)
          ? "\"\(name)\":0"
          : "\"" + name.utf8.map { "\\u00" + String($0, radix: 16) }.joined() + "\":[]"
      }
      let text = "{" + members.joined(separator: ",") + "}"
      #expect((Self.fault(Array(text.utf8)) == nil) == (Set(names).count == names.count))
    }
  }
}
