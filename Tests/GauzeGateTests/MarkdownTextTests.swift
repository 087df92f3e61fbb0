import Gauze
import GauzeGate
import Testing

/// A second reading of Markdown, by hand: the text that inline Markdown shows, or nil if anything in
/// it could be more than text.
func shownText(_ markdown: String) -> String? {
  var text = String.UnicodeScalarView()
  var rest = Array(markdown.unicodeScalars)[...]
  while let scalar = rest.popFirst() {
    switch scalar {
    case "\\":
      guard let next = rest.popFirst(), "\\`*_{}[]|~$^#+-=:.)".unicodeScalars.contains(next) else {
        return nil
      }
      text.append(next)
    case "&":
      guard let end = rest.firstIndex(of: ";") else { return nil }
      let name = String(String.UnicodeScalarView(rest[..<end]))
      rest = rest[(end + 1)...]
      switch name {
      case "lt": text.append("<")
      case "gt": text.append(">")
      case "amp": text.append("&")
      default:
        guard name.hasPrefix("#"), let value = UInt32(name.dropFirst()),
          let named = Unicode.Scalar(value)
        else { return nil }
        text.append(named)
      }
    case "<", ">", "`", "*", "_", "{", "}", "[", "]", "|", "~", "$", "^": return nil
    case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}": return nil
    default: text.append(scalar)
    }
  }
  return String(text)
}

/// What a reader sees of a name or a word.
func shownCode(_ markdown: String) -> String? {
  if markdown.hasPrefix("<code>"), markdown.hasSuffix("</code>") {
    return shownText(String(markdown.dropFirst(6).dropLast(7)))
  }
  guard markdown.count >= 3, markdown.hasPrefix("`"), markdown.hasSuffix("`") else { return nil }
  let inside = markdown.dropFirst().dropLast()
  return inside.contains { "`|\n\r".contains($0) } ? nil : String(inside)
}

/// Sentences that would break a page, and what they would break.
let hostileSentences = [
  "a | b | c", "`code` and ``more``", "<script>alert(1)</script>", "<!-- gauze:end -->",
  "<!-- gauze:begin one 1.0 -->", "two\nlines", "two\r\n\r\n# paragraphs", "# heading", "1. list",
  "1) list", "- item", "+ item", "* item", "> quote", "=== rule", "--- rule", ": term",
  "```\nfence\n```",
  "~~~ fence", "[text](javascript:alert)", "![image](x)", "[ref]: x", "&lt;b&gt; &amp; &#60;",
  "\\| \\` \\\\", "trailing \\", "**bold** _em_ ~~no~~ $x$ ^y^",
  "{{ site.secret }} {% raw %} {# x #}",
  "https://evil.example/x and www.evil.example", "\u{202E}desrever\u{202C}", "a\u{0}b\u{1B}[2Jc",
  "zero\u{200B}width \u{FEFF}", "line\u{2028}separator\u{85}next", "</td></table><h1>",
  "tab\tand  blanks   ", "'quotes' \"double\"", "|", "`", "\\", "<", "é | \u{1F600}",
]

@Suite struct MarkdownTextTests {
  @Test(arguments: hostileSentences)
  func makesASentenceText(_ text: String) throws {
    let markdown = MarkdownText.sentence(Array(text.utf8))
    let shown = try #require(shownText(markdown), "\(markdown)")
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }
    let visible = words.map { word in
      word.map { $0.isHidden ? "\\u{\(String($0.value, radix: 16))}" : String($0) }.joined()
    }
    #expect(shown == visible.joined(separator: " "))
    #expect(!markdown.contains("://") && !markdown.contains("www."))
    // What would begin a list, a heading, a rule or a quote.
    #expect(markdown.prefixMatch(of: #/\s|[#+\-=:>]|[0-9]+[.)]/#) == nil)
  }

  @Test(arguments: hostileSentences)
  func showsAWordAsItIs(_ text: String) throws {
    let markdown = MarkdownText.code(Array(text.utf8))
    let shown = try #require(shownCode(markdown), "\(markdown)")
    let visible = text.unicodeScalars.map {
      $0.isHidden ? "\\u{\(String($0.value, radix: 16))}" : String($0)
    }
    #expect(shown == visible.joined())
  }

  @Test func readsRandomTextsAsTheTwinDoes() throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    let letters = Array("ab1.)w:/|`<>&;#*_{}[]\\~$^+-= \n\t!\"'é\u{202E}".unicodeScalars)
    for _ in 0..<4_000 {
      let count = Int.random(in: 1...24, using: &random)
      let scalars = (0..<count).compactMap { _ in letters.randomElement(using: &random) }
      let text = String(String.UnicodeScalarView(scalars))
      let bytes = Array(text.utf8)
      let sentence = try #require(shownText(MarkdownText.sentence(bytes)), "\(bytes)")
      let words = text.unicodeScalars.split { $0.properties.isWhitespace }
        .map { String($0).replacing("\u{202E}", with: "\\u{202e}") }
      #expect(sentence == words.joined(separator: " "), "\(bytes)")
      #expect(shownCode(MarkdownText.code(bytes)) != nil, "\(bytes)")
    }
  }

  @Test func keepsPlainTextReadable() {
    let text = Array("Which commands are used (or not): 1.5, a-b, x=1, c#, 100%!".utf8)
    #expect(MarkdownText.sentence(text) == String(decoding: text, as: UTF8.self))
    #expect(MarkdownText.code(Array("session_id".utf8)) == "`session_id`")
    #expect(MarkdownText.code(Array("<path>".utf8)) == "`<path>`")
    #expect(MarkdownText.code([]) == "the empty text")
  }

  @Test func linksOnlyPlainAddressesOfTheWeb() {
    func link(_ text: String) -> String { MarkdownText.link(Array(text.utf8), label: "review") }
    #expect(link("https://r.example/7?a=1#b") == "[review](https://r.example/7?a=1#b)")
    for text in ["javascript:alert(1)", "https://r.example/a b", "https://r.example/)x", "see #7"] {
      #expect(shownCode(link(text)) == text)
    }
  }
}
