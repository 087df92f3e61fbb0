import Foundation
import Gauze
import GauzeGate
import Testing

/// A schema's sentences and words cannot break the page: it keeps its blocks, tables and links.
@Suite struct HostilePageTests {
  /// What readers make of a page, line by line: the kind of each line and how many cells it has.
  private func skeleton(_ lines: [String]) -> [String] {
    var isCode = false
    return lines.map { line in
      if line.hasPrefix("```") {
        isCode.toggle()
        return line
      }
      if isCode { return "code" }
      if line.hasPrefix("<!--") { return line }
      if line.hasPrefix("|") { return "row of \(cells(line))" }
      if let mark = line.prefixMatch(of: #/#+ <a id="[^"]*"><\/a>| *- /#) { return String(mark.0) }
      return line.isEmpty ? "" : "paragraph"
    }
  }

  /// How many cells a row has: a bar counts unless a backslash stands before it.
  private func cells(_ line: String) -> Int {
    line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
  }

  private func page(why: String, word: String) throws -> [String] {
    func quoted(_ text: String) -> String {
      var buffer = ByteBuffer()
      JSONText.write(Array(text.utf8).span, to: &buffer)
      return String(decoding: buffer.bytes, as: UTF8.self)
    }
    let (why, word) = (quoted("A " + why), quoted(word))
    let schema = try makeSchema(
      """
      {"gauze": 1, "name": "one", "version": "1.0", "description": \(why), "eventKey": "type",
       "receiver": {"endpoint": \(why), "adds": [\(why)], "retention": "1d"},
       "consent": {"default": "opt-in", "epoch": 1, "sources": [
         {"env": \(why), "on": ["1"], "off": [\(word)]}, {"config": \(why), "on": [\(word)]},
         {"env": "ONE", "off": [\(word)]}]},
       "promises": [{"text": \(why), "enforcedBy": "client"}],
       "events": {"happened": {"description": \(why), "properties": {
         "a": {"type": "string", "enum": [\(word), "plain"], "otherwise": "o", "why": \(why)},
         "b": {"type": "string", "format": "hex", "maxLength": 9, "waiver": \(why), "why": \(why)},
         "c": {"type": "object", "policies": [{"keys": {"allow": [\(word)]}}], "why": \(why)},
         "d": {"type": "array", "maxItems": 2, "description": \(why), "why": \(why),
               "items": {"type": "string", "const": \(word)}},
         "e": {"type": "integer", "minimum": 0, "why": \(why),
               "policies": [{"bucket": {"edges": [1], "labels": [\(word), "plain"]}}]}
       }, "examples": [{"raw": {}, "wire": {"type": "happened", "a": \(word)}}]}},
       "history": [{"version": "1.0", "date": "2026-01-01", "summary": \(why), "review": \(why)}]}
      """
    )
    return TelemetryPage(schema).textLines
  }

  @Test(arguments: hostileSentences.filter { $0.utf8.count <= 64 })
  func keepsItsShape(_ text: String) throws {
    let harmless = try page(why: "plain sentence.", word: "word")
    let hostile = try page(why: text, word: text)
    #expect(skeleton(hostile) == skeleton(harmless))
    #expect(tags(hostile) == tags(harmless))
    #expect(!hostile.joined().unicodeScalars.contains { $0.isHidden })
  }

  /// The tags and links of a page, in their order, without what stands as code.
  private func tags(_ lines: [String]) -> [String] {
    var isCode = false
    return lines.flatMap { line -> [String] in
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode { return [] }
      let text = line.replacing("\\\\", with: "").replacing(#/\\[\[\]`]/#, with: "")
        .replacing(#/`[^`]*`/#, with: "").replacing(#/<\/?code>/#, with: "")
      return text.matches(of: #/<[^>]*>|\]\([^)]*\)/#).map { String($0.0) }
    }
  }

  @Test func quotesWhatAShellWouldRun() throws {
    let lines = try page(why: "plain", word: "$(rm -rf ~) '; `x` \\")
    #expect(lines.contains(#"export ONE='$(rm -rf ~) '\''; `x` \'"#))
    #expect(lines.contains(#"$env:ONE = '$(rm -rf ~) ''; `x` \'"#))
  }

  @Test func givesNoCommandForWhatIsNoVariable() throws {
    let lines = try page(why: "X=1; rm", word: "no")
    #expect(lines.count { $0.hasPrefix("export ") } == 1)
  }
}
