import Gauze
import GauzeGate
import Testing

@Suite struct PageBlockTests {
  private let page: TelemetryPage
  private let block: String

  init() throws {
    page = TelemetryPage(
      try makeSchema(properties: #""ok": {"type": "boolean", "why": "Whether it works."}"#)
    )
    let text = page.text
    let start = try #require(text.firstRange(of: "<!-- gauze:begin")).lowerBound
    block = String(text[start...].dropLast())
  }

  private func replaced(_ text: String) throws -> String {
    String(decoding: try page.replacing(in: Array(text.utf8)), as: UTF8.self)
  }

  private func difference(_ text: String) throws -> PageDifference? {
    try page.difference(in: Array(text.utf8))
  }

  private func fault(_ text: String) -> PageFault? {
    do throws(PageFault) {
      _ = try page.replacing(in: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func isAPageByItself() throws {
    #expect(block.hasPrefix("<!-- gauze:begin one 1.0 -->\n## "))
    #expect(block.hasSuffix("\n<!-- gauze:end -->"))
    #expect(try difference(page.text) == nil)
    #expect(try replaced(page.text) == page.text)
  }

  @Test(arguments: ["", "\n", "# Title\n\n", "\u{FEFF}# T\r\nx\r\n", "<!-- other -->\n\n\n"])
  func keepsEverythingOutside(_ before: String) throws {
    for after in ["", "\n", "\n\nMore.", "\nx\r\n\n\n  ", "\n<!-- note -->\n"] {
      for old in [
        "<!-- gauze:begin one -->\n<!-- gauze:end -->", block + "",
        "<!-- gauze:begin one 0.9 -->\nold\n<!-- gauze:end -->",
      ] {
        let text = before + old + after
        #expect(try replaced(text) == before + block + after)
        #expect(try difference(before + block + after) == nil)
        #expect(try (difference(text) == nil) == (old == block))
      }
    }
  }

  @Test func writesLinesAsTheFirstMarkEnds() throws {
    let text = "a\r\n<!-- gauze:begin one -->\r\nold\r\n<!-- gauze:end -->\r\nb\r\n"
    let result = try replaced(text)
    #expect(result == "a\r\n" + block.replacing("\n", with: "\r\n") + "\r\nb\r\n")
    #expect(try difference(result) == nil)
    #expect(try replaced(result) == result)
  }

  @Test func leavesBlocksOfOtherSchemasAlone() throws {
    let other = "<!-- gauze:begin two 3.0 -->\ntheirs\n<!-- gauze:end -->\n"
    let ours = "<!-- gauze:begin one 0.1 -->\nold\n<!-- gauze:end -->\n"
    #expect(try replaced(other + ours + "x") == other + block + "\nx")
    #expect(try replaced(ours + other) == block + "\n" + other)
  }

  @Test func saysWhereAPageDiffers() throws {
    let old = block.replacing("Whether it works.", with: "Whether it worked.")
    let found = try #require(try difference("# Title\n\n\(old)\n"))
    let line = try #require(
      block.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("Whether it works.") }
    )
    #expect(found.line == line + 3)
    #expect(String(decoding: found.found, as: UTF8.self).contains("worked"))
    #expect(String(decoding: found.expected, as: UTF8.self).contains("works"))
    // An old version differs at once, a page cut short where it ends.
    #expect(try difference(block.replacing("one 1.0", with: "one 0.9"))?.line == 1)
    let short = block.split(separator: "\n", omittingEmptySubsequences: false).dropLast(3)
    let cut = short.joined(separator: "\n") + "\n<!-- gauze:end -->"
    #expect(try difference(cut)?.line == short.count + 1)
    #expect(
      try difference(block.replacing("<!-- gauze:end -->", with: "x\n<!-- gauze:end -->")) != nil
    )
  }

  @Test func refusesAPageWhoseMarksDoNotMatch() {
    let begin = "<!-- gauze:begin one 1.0 -->\n"
    let end = "<!-- gauze:end -->\n"
    #expect(fault("") == .missing)
    #expect(fault("text\n<!-- gauze:begin on 1.0 -->\n" + end) == .missing)
    #expect(fault("`\(begin)` is a mark\n") == .missing)
    #expect(fault("\n" + begin) == .unbalanced(line: 2))
    #expect(fault(begin + begin + end) == .unbalanced(line: 2))
    #expect(fault(end + begin + end) == .unbalanced(line: 1))
    #expect(fault(begin + end + begin + end) == .doubled(line: 3))
    #expect(fault(begin + "<!-- gauze:begin two 1.0 -->\n" + end) == .unbalanced(line: 2))
  }

  /// Lines of pages at random: what is outside stays, and writing twice is writing once.
  @Test func writesOnceWhatItWritesTwice() throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    let lines = [
      "<!-- gauze:begin one 1.0 -->", "<!-- gauze:begin two 1.0 -->", "<!-- gauze:end -->", "x", "",
      "<!-- gauze:begin one -->\r", "\r", "  <!-- gauze:end -->", "<!-- gauze:end -->  ",
    ]
    var written = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...7, using: &random)
      let text = (0..<count).compactMap { _ in lines.randomElement(using: &random) }
        .joined(separator: "\n")
      guard fault(text) == nil else { continue }
      written += 1
      let result = try replaced(text)
      #expect(try replaced(result) == result)
      #expect(try difference(result) == nil)
      let outside = text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { $0 == "x" || $0.isEmpty }.count
      #expect(result.utf8.count >= block.utf8.count, "\(outside)")
    }
    #expect(written > 500)
  }
}
