import Gauze
import GauzeBatch
import Testing

@Suite struct JSONFramingTests {
  private func read(_ text: String, limit: Int = 1000) -> [Found] {
    JSONFraming(limit: limit).found(in: text)
  }

  @Test func findsTheElementsOfAnArray() {
    #expect(
      read(" [ {\"a\":1},\n  {\"b\":[\"]},{\\\"\"]} ,3]\n") == [
        Found("{\"a\":1}", line: 1, offset: 3),
        Found("{\"b\":[\"]},{\\\"\"]}", line: 2, offset: 14),
        Found("3", line: 2, offset: 32),
      ]
    )
    #expect(read("[]").isEmpty)
    #expect(read("").isEmpty)
    #expect(read("\u{FEFF}[{}]") == [Found("{}", line: 1, offset: 4)])
  }

  @Test func findsValuesInARow() {
    #expect(
      read("{}{ }\n{\n\"a\":\n2}\r\n\"x\"[4]true") == [
        Found("{}", line: 1, offset: 0), Found("{ }", line: 1, offset: 2),
        Found("{\n\"a\":\n2}", line: 2, offset: 6), Found("\"x\"", line: 5, offset: 17),
        Found("4", line: 5, offset: 21), Found("true", line: 5, offset: 23),
      ]
    )
  }

  @Test func findsTextsBehindRecordSeparators() {
    #expect(
      read("\u{1E}{\"a\":1}\n\u{1E}{\"b\":\n\u{1E}{\"c\":3}\n") == [
        Found("{\"a\":1}", line: 1, offset: 1),
        Found(.malformedJSON, line: 2, offset: 10),
        Found("{\"c\":3}", line: 3, offset: 17),
      ]
    )
  }

  @Test func leavesWordsAndNumbersToTheSanitizer() {
    #expect(
      read("[{\"a\":NaN},{\"b\":01,},{}]").map { $0.fault } == [nil, nil, nil]
    )
  }

  @Test func goesOnAtTheNextLineThatBeginsAlike() {
    let lines = "[\n  {\"a\":\"x\"\"},\n  {\"b\":2},\n  {\"c\":\"}\n  },\n  {\"d\":4}\n]\n"
    #expect(
      read(lines) == [
        Found(.malformedJSON, line: 2, offset: 4),
        Found("{\"b\":2}", line: 3, offset: 18),
        Found(.malformedJSON, line: 4, offset: 29),
        Found("{\"d\":4}", line: 6, offset: 44),
      ]
    )
    // The place where it was lost may be where the next begins.
    #expect(
      read("{\"a\":{\"b\":1}\n{\"c\":2}\n") == [
        Found(.malformedJSON, line: 1, offset: 0), Found("{\"c\":2}", line: 2, offset: 13),
      ]
    )
    #expect(
      read("[\n{\"a\":1,\n{\"c\":2}\n]").map { $0.fault } == [.malformedJSON, nil]
    )
  }

  @Test func takesNoTextOfANeighbourForARecord() {
    // Out of step by one quote, the text of the second would be a record.
    let text = "[{\"a\":\"x\"\"},{\"b\":\"},{\\\"evil\\\":1},{\"},{\"c\":3}]"
    #expect(read(text) == [Found(.malformedJSON, line: 1, offset: 1)])
    let escaped = "[{\"a\":\"x\\\"},{\"b\":\"},{\\\"evil\\\":1},{\"},{\"c\":3}]"
    #expect(read(escaped) == [Found(.malformedJSON, line: 1, offset: 1)])
  }

  @Test func saysWhenTheRestIsLost() {
    for (text, isLost) in [
      ("[{\"a\":1},{\"a\"x},{\"b\":2}]", true), ("{\"a\"x}\n{\"b\":2}", false), ("[{}]", false),
      ("[\n{\"a\"x\n]", false), ("[{}", false),
    ] {
      var finder = JSONFraming(limit: 100)
      while finder.next(Array(text.utf8).span, .input) != nil {}
      #expect(finder.isLostAtEnd == isLost, "\(text)")
    }
  }

  @Test func rejectsWhatIsMissing() {
    #expect(read("[{},,{}]").map { $0.fault } == [nil, .malformedJSON, nil])
    #expect(read("[{},]").map { $0.fault } == [nil, .malformedJSON])
    #expect(read("[{} {} ,{}]").map { $0.fault } == [nil, .malformedJSON, nil])
    // The export was cut off.
    #expect(read("[{},{}").map { $0.fault } == [nil, nil, .malformedJSON])
    #expect(read("[{},{\"a\":").map { $0.fault } == [nil, .malformedJSON])
    #expect(read("[{}}]").map { $0.fault } == [nil, .malformedJSON])
  }

  @Test func passesOverDepthAndSizeWithoutLosingTheNext() {
    let deep =
      String(repeating: "[{\"a\":", count: 200) + "1" + String(repeating: "}]", count: 200)
    let found = read("{\"x\":\(deep)}{\"a\":1}", limit: 100_000)
    #expect(found.count == 2 && found.last?.bytes == Array("{\"a\":1}".utf8))
    let large = "{\"x\":\"\(String(repeating: "y", count: 5000))\"}"
    var bench = FramingBench(JSONFraming(limit: 50))
    let cut = bench.read(Array("[{},\(large),{\"a\":1}]".utf8)) { 16 }
    #expect(
      cut == [
        Found("{}", line: 1, offset: 1), Found(.tooLarge, line: 1, offset: 4),
        Found("{\"a\":1}", line: 1, offset: 5013),
      ]
    )
    #expect(bench.widest < 100)
  }

  @Test func agreesWithItsTwin() {
    let seed: UInt64 = 0xF0_0001
    var random = SeededRandom(seed: seed)
    let words = [
      "{", "}", "[", "]", "\"", "\"a\"", ":", ",", "1", "nu", "\n", "\n", " ", "\r\n", "\\", "\\\"",
      "é", "{\"a\":1}", "{\"a\":1},\n", "{\"b\":[true,{}]}", "\n{", "'", "\u{1}",
    ]
    for round in 0..<6000 {
      let isSequence = round.isMultiple(of: 3)
      let text =
        (round.isMultiple(of: 2) ? "[\n" : "")
        + random.text(isSequence ? words + ["\u{1E}"] : words, 0...14)
      if isSequence && text.contains("[") { continue }
      let input = Array((round.isMultiple(of: 7) ? "\u{FEFF}" : "").utf8) + Array(text.utf8)
      let limit = Int.random(in: 1...30, using: &random)
      let expected = NaiveJSONFraming.found(in: input, limit: limit)
      for _ in 0..<3 {
        let most = Int.random(in: 1...9, using: &random)
        var bench = FramingBench(JSONFraming(limit: limit))
        let found = bench.read(input) { Int.random(in: 1...most, using: &random) }
        #expect(found == expected, "seed \(seed), round \(round): \(text.debugDescription)")
        if found != expected { return }
      }
    }
  }
}
