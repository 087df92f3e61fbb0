import Gauze
import Testing

@Suite struct PathStrippingTests {
  static let alphabet = [
    "/", "\\", "~", "%2F", "%5C", "%3A", ":", "C:", "home", "Users", "/home/", "a", "b", "Jane",
    "x.sql", ".", "..", " ", "  ", "\"", "'", "`", "(", ")", "[", "]", "{", "}", ",", ";", "&", "=",
    "?", "|", "<", ">", "$HOME", "${HOME}", "%APP%", "file:", "http://", "s3://", "GET ", "at ",
    "<path>", "<email>", "用", "”", "’", "\n", "\t", "-", "1", "@", "n", "#", "!", "*", "and/or",
    ".js", "//",
  ]

  static let words = [
    "read", "failed", "in", "the", "and", "error", "at", "was", "not", "found", "while", "user",
    "time", "out", "of", "42", "and/or", "n/a", "3/4", "text/html",
  ]

  @Test func findsNothingWithoutATrigger() {
    #expect(DetectionHarness.findings("", PathStripping().find).isEmpty)
    #expect(DetectionHarness.findings("plain prose, 12:30 o'clock", PathStripping().find).isEmpty)
  }

  @Test(arguments: [false, true])
  func staysInOrderAndAlmostAlwaysSettlesAtOnce(keepsExtension: Bool) {
    DetectionHarness.expectOrderAndRest(
      from: Self.alphabet,
      seed: 20_260_501,
      unsettled: 4,
      PathStripping(keepsExtension: keepsExtension).find
    )
  }

  /// Looks ahead and back are bounded by bytes; names of long characters end at one all the same.
  @Test(arguments: ["é", "用", "😀", "é-", "用 "])
  func partsNoCharacter(piece: String) {
    let starts = [
      "/Users/J", "/Users/J D", "/Users/J (", "/Users/J & ", "/Users/J, ", "~", "cd ~", "s3://b/x ",
      "a/b/c ", "/mnt/x ", "\"a/", "Zorro Quux/", "C:\\Users\\J ", "x@", "x%40", "host=", "//a:b@",
    ]
    let ends = ["", "/x", "/a.sql", ")", " D/a.sql", "\"", "@b.example", ".git"]
    for start in starts {
      for end in ends {
        for count in [19, 20, 21, 22, 31, 32, 33, 63, 64, 65, 84, 85, 86, 126, 127, 128, 129] {
          let text = start + String(repeating: piece, count: count) + end
          let bytes = Array(text.utf8)
          for detector in [
            Gauze.Detector.paths(PathStripping()), .emails(EmailMasking()),
            .addresses(AddressMasking()), .identifiers(IdentifierMasking()),
          ] {
            var findings: [Finding] = []
            detector.find(in: bytes.span, into: &findings)
            for border in findings.flatMap({ [$0.start, $0.end] }) where border < bytes.count {
              #expect(bytes[border] & 0xC0 != 0x80, "\(text)")
            }
          }
        }
      }
    }
  }

  @Test func leavesNoFragmentOfAPlantedPath() {
    let seed: UInt64 = 7
    var random = SeededRandom(seed: seed)
    for _ in 0..<3000 {
      let names = (0..<4).map { _ in Self.name(using: &random) }
      let path = Self.path(of: names, using: &random)
      let before = DetectionHarness.text(
        from: Self.words.map { $0 + " " },
        upTo: 4,
        using: &random
      )
      let after = DetectionHarness.text(
        from: Self.words.map { " " + $0 },
        upTo: 4,
        using: &random
      )
      for text in [before + path + after, path, before + "(" + path + ")", "x=" + path + "\n"] {
        let output = DetectionHarness.mask(text, PathStripping().find)
        #expect(
          !DetectionHarness.leaks(names, in: output),
          "seed \(seed): \(text) became \(output)"
        )
      }
    }
  }

  /// A name of letters that no word of the prose holds in a row.
  static func name(using random: inout SeededRandom) -> String {
    let letters = Array("qzkwvjyQZKWVJY")
    return String((0..<6).compactMap { _ in letters.randomElement(using: &random) })
  }

  static func path(of names: [String], using random: inout SeededRandom) -> String {
    let (a, b, c, d) = (names[0], names[1], names[2], names[3])
    let forms = [
      "/srv/\(a)/\(b)/\(c)/\(d)", "/Users/\(a) \(b)/\(c) \(d)/x.sql", "/Users/\(a) \(b)",
      "/home/\(a)/\(b)/\(c).csv:12:3", "~/\(a)/\(b) \(c)/\(d).py", "~\(a)/\(b)",
      "$HOME/\(a)/\(b).md", "${HOME}/\(a)", "%USERPROFILE%\\\(a)\\\(b)",
      "C:\\Users\\\(a) \(b)\\\(c)\\\(d).exe", "C:\\\\Users\\\\\(a)\\\\\(b).exe", "D:/\(a)/\(b)",
      "\\\\\(a)\\\(b)\\\(c)\\\(d).sql", "\\\\?\\C:\\\(a)\\\(b)", "\\\(a)\\\(b)\\\(c).sql",
      "file:///\(a)/\(b)/\(c).js", "s3://\(a)/\(b)/\(c).parquet", "\(a)/\(b)/\(c).sql",
      "./\(a)/\(b)", "..\\\(a)\\\(b)", "C%3A%5CUsers%5C\(a)%5C\(b)", "%2Fhome%2F\(a)%2F\(b)",
      "\"/srv/\(a) \(b) \(c)/\(d) is\"", "'/Users/\(a) \(b)/\(c) \(d)'",
      "/mnt/c/Users/\(a) \(b)/\(c).txt",
      "\\\\wsl$\\\(a)\\home\\\(b)\\\(c)",
    ]
    return forms.randomElement(using: &random) ?? forms[0]
  }

  @Test(arguments: [
    "/a", "\\", "~/", "/a b ", "a/", "%2F", "%2Fa", "\"/a", "'/a", "/a,b", "/1,2", "/(", "C:\\",
    "://", "x://a@", "http://?u=", "/Users/A B ", "s3://a:", "a\\", "a@b/", "/a.b c ", "a", " ",
    "/home/van ", "n@b.c#\\", "~a", "~a ", "~A b", "cd ~a ", "Aa Bb/c.d ", "(a/b ", "/@fs/",
    "q/a@b.c#", "GET /a ", "at a/b.c(", "\"a/b c",
  ])
  func staysLinear(_ shape: String) {
    #expect(DetectionHarness.isLinear(shape, PathStripping().find))
  }

  /// What opens again and again and closes once, at the very end.
  @Test(arguments: [
    "'a/b ", "\"a/b ", "`a/b ", "\"/a b", "(a/b ", "<a/b", "'a/b.c ", "/", "\\", "/\\",
  ])
  func staysLinearBeforeOneClosing(_ shape: String) {
    for ending in ["'", "\"", "\\\"", "`", ")", ">", ".txt'"] {
      let isLinear = Growth.isLinear(shape, ending: ending) { text in
        var findings: [Finding] = []
        PathStripping().find(in: text, into: &findings)
      }
      #expect(isLinear, "\(ending)")
    }
  }
}
