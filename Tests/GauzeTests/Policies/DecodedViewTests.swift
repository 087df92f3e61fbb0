import Gauze
import Testing

@Suite struct DecodedViewTests {
  static func view(_ text: String, _ encodings: DecodedView.Encodings) -> String? {
    var view = DecodedView()
    return view.build(Array(text.utf8).span, undoing: encodings)
      ? String(decoding: view.buffer.bytes, as: UTF8.self) : nil
  }

  @Test func undoesOneLevel() {
    #expect(Self.view("C%3A%5CUsers%5Cj%C3%A4ne", .all) == "C:\\Users\\jäne")
    #expect(Self.view("C%3A%5CUsers", .escapesAndForms) == nil)
    #expect(Self.view(#"\u002fhome\/jane"#, .escapesAndForms) == "/home/jane")
    #expect(Self.view(#"\ud83d\ude00 \\"#, .escapesAndForms) == "😀 \\")
    #expect(Self.view("ＡＢ＠ｃ．ｄ", .escapesAndForms) == "AB@c.d")
    #expect(Self.view("a\u{200B}b\u{AD}c\u{FEFF}", .escapesAndForms) == "abc")
    #expect(Self.view("%252F", .all) == "%2F")
    #expect(Self.view("&lt;j&#233;an&#64;x&period;y&GT;", .escapesAndForms) == "<jéan@x.y&GT;")
    #expect(Self.view("&#x2F;home&#X2f;&#x1F600; &amp;lt;", .escapesAndForms) == "/home/😀 &lt;")
    #expect(Self.view(#"a\x3db\x41 \u{27}c\u{1F600}"#, .escapesAndForms) == "a=bA 'c😀")
    #expect(Self.view("a&equals;b&lowbar;c&quest;&colon;&sol;", .escapesAndForms) == "a=b_c?:/")
  }

  @Test func leavesWhatIsNoEncoding() {
    for text in [
      "100%", "%zz", "%0A", "%C3", "%C3%zz", #"a\nb"#, #"\ud83d"#, "plain", "é", "&", "a && b",
      "&lt", "&#;", "&#x;", "&#0;", "&#10;", "&#xD800;", "&#1114112;", "&#99999999999;", "&hearts;",
      #"\x1f"#, #"\x7f"#, #"\xe9"#, #"\x4"#, #"\xzz"#, #"\u{}"#, #"\u{110000}"#, #"\u{d800}"#,
      #"\u{0}"#,
      #"\u{41"#, #"\u{0000041}"#,
    ] {
      #expect(Self.view(text, .all) == nil, "\(text)")
    }
  }

  /// Every stretch of the view leads back to a stretch that holds what it was made of.
  @Test func leadsBackToTheText() {
    var random = SeededRandom(seed: 31)
    let pieces = [
      "a", "%41", "%C3%A9", "\\u0041", "\\/", "Ａ", "\\x41", "\\u{41}", "\u{200B}", "é", " ", "%",
      "\\", "&#65;", "&",
    ]
    for _ in 0..<3_000 {
      let text = Array(
        (0..<Int.random(in: 1...12, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined().utf8
      )
      var view = DecodedView()
      guard view.build(text.span, undoing: .all) else { continue }
      let count = view.buffer.count
      let start = Int.random(in: 0...count, using: &random)
      let end = Int.random(in: start...count, using: &random)
      guard start < end else { continue }
      let found = view.original(Finding(start: start, end: end, placeholder: .path))
      #expect(found.start <= found.end && found.end <= text.count)
      // Detectors find whole scalars.
      let bytes = view.buffer.bytes
      let isWhole = [start, end].allSatisfy { $0 == count || bytes[$0] & 0xC0 != 0x80 }
      guard start < end, isWhole else { continue }
      // The stretch is made of whole units, so undone by itself it holds what was found.
      let stretch = Array(text[found.start..<found.end])
      var again = DecodedView()
      let undone = again.build(stretch.span, undoing: .all) ? again.buffer.bytes : stretch
      let wanted = Array(view.buffer.bytes[start..<end])
      #expect(
        String(decoding: undone, as: Unicode.ASCII.self)
          .contains(String(decoding: wanted, as: Unicode.ASCII.self))
      )
    }
  }
}
