import Gauze
import Testing

@Suite struct SQLMaskingTests {
  // MARK: Known answers

  static let known =
    "SELECT 1 -- don't log jane\nWHERE name = 'Jane' AND k = $$top secret$$"
    + " AND p = 'C:\\' AND s = 'hunter2'"

  @Test func masksTheKnownStatementUnderPostgres() {
    let masked = mask(Self.known, .postgres)
    #expect(masked == "SELECT ? WHERE name = ? AND k = ? AND p = ? AND s = ?")
  }

  @Test func keepsNoSecretOfTheKnownStatementUnderAny() {
    let masked = mask(Self.known, .any)
    for secret in ["jane", "Jane", "top secret", "hunter2"] { #expect(!masked.contains(secret)) }
    for word in ["SELECT", "WHERE", "AND"] { #expect(masked.contains(word)) }
  }

  @Test func namesEveryDialectAndNoOther() {
    for dialect in SQLDialect.allCases {
      let word = Array("\(dialect.word)".utf8)
      let named = SQLDialect.named(word.span)
      #expect(named == dialect)
      let longer = word + [ASCII.space]
      let unnamed = SQLDialect.named(longer.span)
      #expect(unnamed == nil)
    }
    for other in ["", "Postgres", "postgre", "none"] {
      let word = Array(other.utf8)
      let unnamed = SQLDialect.named(word.span)
      #expect(unnamed == nil)
    }
  }

  // MARK: Random text

  static let alphabets: [[String]] = [
    ["'", "\"", "\\", "a", " ", "e", "r", "'''", "\"\"\"", "x", "\n", "1"],
    ["'", "`", "[", "]", "\"", "a", " ", "1", "\\", "b", "``", "]]"],
    ["--", "-", "/", "*", "/*", "*/", "#", "//", "\n", "\r", " ", "a", "'", "\\", "\t", "/*!"],
    ["$", "$$", "$a$", "$1", "$a", "a", "1", "'", " ", "$é$", "#", ".", "$123456"],
    [
      "1", "12", ".", "e", "E", "+", "-", "x", "_", "a", "$", ":", "?", " ", "１", "é", "(", "..",
      "@",
    ],
    [
      "q'", "nq'", "q'[", "]'", "'", "N", "q", "[", "]", "(", ")'", "é", " ", "u&'", "U&", "_x'",
      "a",
    ],
    [
      "‘", "’", "“", "”", "＇", "＂", "\u{A0}", "'", "a", "1", "é", "日", "々", "、", "🙂", " ", "--",
      "１",
    ],
    ["`", "/*", "*/", "'", "#", "\n", "[", "]", "-- ", "--", " ", "a", "\"", "$$"],
    [
      "FROM ", "stdin", "STDIN ", ";", "\n", "\\.", "\n\\.\n", "a", "1", "\\copy ", "--", "/*x*/",
      "'",
      "\r",
    ],
    [
      "INSERT ", "FORMAT ", "csv ", "JSONEachRow", ";", "a", " ", "'", ",", "?", "/*x*/", "\n", "{",
      "}",
    ],
    [
      "IDENTIFIED ", "BY ", "REPLACE ", "hunter ", "VALUES ", "'a'", "?", ",", "\"b\"", " ",
      "/*x*/",
      "`c`", "[d]", "IDENTIFIED BY ", "1",
    ],
    [
      "\\", "\\n", "\\u0027", "q\\u0027", "\\\\'", "\\u0022", "\\u003e", "\\u002d", "\\u00e9",
      "\\x27", "\\\"", "\\'",
      "\"",
      "'", "a", "1", "\\set ", "\\i", "\\u2018", "\\u2019", " ", "\n", "?", "\\u004", "\\!",
    ],
    [
      "{{", "}}", "{%", "%}", "{#", "#}", "\"", "'", "a b", "{", "}", "%", "#", "’", ":1", " ",
      "\n",
    ],
    [
      "’", "‘", "”", "“", "«", "»", "´", "„", "a", "1", " ", "'", "=", "(", "}", "$", "#", "N",
      "--", "\n",
    ],
    [
      "\"a b\"", "`a.b`", "[Year 2024]", "\"", "`", "[", "]", "12345", "2024", "a", "é", " ", "-",
      "@",
      "\\", "'", "=",
    ],
    ["/*!", "/*M!", "*/", "'", "\"", "`", "#", "\n", "/*", "\\", " ", "a"],
    [
      "&quot;", "&#39;", "&#x27;", "&amp;", "apos;", "&apos;", "&lt;", "&nbsp;", "%27", "%2527",
      "%22",
      "%E2%80%98", "%5C", "\\", "%", "&", "#", ";", "a", "Jane", "27", "=", " ", "+", "'", "\"",
      "&ldquo;",
      "&#8221;", "AND",
    ],
    [
      "CREATE ", "ALTER ", "USER ", "SET ", "PASSWORD ", "PASSWORD", "FOR ", "TO ", "=",
      "hunter!2 ",
      "hunter", "(", ")", "'a'", "\"b\"", "/*x*/", "--", "--y\n", "#", "//", ",", ";",
      "OR REPLACE ", "SECRET ",
      "UPDATE ", "NULL", "{{", "}}", "{#", "#}", " ", "?", "\\n", "\\'", "%27", "&quot;", "[c]",
      ":p", ": ", "é", "‘",
    ],
    [
      "IDENTIFIED ", "WITH ", "VIA ", "BY ", "AS ", "USING ", "OR ", "p ", "'p'", "hunter*2 ",
      "RANDOM ", "VALUES ",
      "REPLACE ", ",", "=", "-", "/*x*/", "E'a'", "N", "'", "\"", " ", "FORMAT ", "INSERT ",
      "from ", "stdin", "\n",
    ],
    [
      "CONNECT ", "jane", "/", "hunter2", "@", "orcl", " ", "BY ", "*", "!", "#", "--", "'x'",
      "\"y\"", "?", ",", "(",
      "//", "\n", "é", "1", "&", "%", "sqlplus ", "=", "x://", ":", "PRAGMA ", "key",
    ],
    [
      "′", "″", "「", "」", "『", "』", "ʼ", "ʻ", "《", "》", "❝", "❞", "｀", "〝", "〟", "a", "1", " ", "=",
      "(", "'", "´", "é",
    ],
    [
      "\\u{27}", "\\047", "\\u{2018}", "\\u0027", "\\u{", "}", "\\", "a", "1", "\\042", "\\101",
      "'", " ", "\\\\",
    ],
    [
      "\0", "\u{7F}", "--", "\r\n", "\u{B}", " ", "'", "e'", "r'", "rb'", "\\'", "{d '", "}", "1:2",
      ":1", "?1",
    ],
  ]

  /// Reports of servers and mappers, and colours.
  static let reports: [[String]] = [
    [
      "Key ", "(", "a", ")=(", ")", "Jane ", "O'Brien", " already exists", ".", "\n", "/*x*/",
      "row ",
      "contains ", "key ", "value ", "is ", "?", "<email>", ", ", "\r\n", " alre", "`",
    ],
    [
      "Parameters:", "Row:", " ", "Jane(String)", "\n", "--x\n", "binding ", "parameter ", "- ",
      "[1]",
      "[Jane", "]", "\r", "extracted ", "value ", "/*x*/", "?", ":", "<", "'", "Columns: ",
    ],
    [
      "\u{1B}[", "\u{1B}", "31", "m", ";", "1", "K", "[", "]", "'", "a", " ", "‘", "’", ":1",
      "1234", ".5",
    ],
  ]

  static func randomReport(_ random: inout SeededRandom) -> String {
    let alphabet = reports.randomElement(using: &random) ?? []
    let length = Int.random(in: 1...14, using: &random)
    return (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
  }

  @Test(arguments: SQLDialect.allCases)
  func readsReportsAsTheNaiveMaskerAndOnce(dialect: SQLDialect) {
    let seed: UInt64 = 0x4E_0000 + UInt64(dialect.rawValue)
    var random = SeededRandom(seed: seed)
    for round in Rounds.upTo(20_000) {
      let text = Self.randomReport(&random)
      let keeps = dialect != .any && round.isMultiple(of: 2)
      let masked = mask(text, dialect, keepsNames: keeps)
      let naive = NaiveSQLMasker.mask(text, dialect: "\(dialect.word)", keepsNames: keeps)
      let again = mask(masked, dialect, keepsNames: keeps)
      guard masked == naive, again == masked else {
        Issue.record(
          "\(dialect), seed \(seed), round \(round): \([text, masked, naive, again]) differ"
        )
        return
      }
    }
  }

  static let all = alphabets.joined().map { $0 }

  static func randomText(_ random: inout SeededRandom) -> String {
    let number = Int.random(in: 0...alphabets.count, using: &random)
    let alphabet = number == alphabets.count ? all : alphabets[number]
    let length = Int.random(in: 1...14, using: &random)
    return (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
  }

  @Test(arguments: SQLDialect.allCases)
  func agreesWithTheNaiveMasker(dialect: SQLDialect) {
    let seed: UInt64 = 0x5EED_0000 + UInt64(dialect.rawValue)
    var random = SeededRandom(seed: seed)
    for round in Rounds.upTo(20_000) {
      let text = Self.randomText(&random)
      let keeps = dialect != .any && round.isMultiple(of: 2)
      let masked = mask(text, dialect, keepsNames: keeps)
      let naive = NaiveSQLMasker.mask(text, dialect: "\(dialect.word)", keepsNames: keeps)
      guard masked == naive else {
        Issue.record(
          "\(dialect), seed \(seed), round \(round): \([text, masked, naive]) differ"
        )
        return
      }
    }
  }

  @Test(arguments: SQLDialect.allCases)
  func findsNothingInWhatItMasked(dialect: SQLDialect) {
    let seed: UInt64 = 0xF1C5_0000 + UInt64(dialect.rawValue)
    var random = SeededRandom(seed: seed)
    for round in Rounds.upTo(40_000) {
      let text = Self.randomText(&random)
      let keeps = dialect != .any && round.isMultiple(of: 2)
      let masked = mask(text, dialect, keepsNames: keeps)
      let again = mask(masked, dialect, keepsNames: keeps)
      guard again == masked else {
        Issue.record(
          "\(dialect), seed \(seed), round \(round): \([text, masked, again]) does not settle"
        )
        return
      }
    }
  }

  @Test(arguments: SQLDialect.allCases)
  func findsSpansThatAscendAtScalarBorders(dialect: SQLDialect) {
    var random = SeededRandom(seed: 0xB0_0B + UInt64(dialect.rawValue))
    for _ in 0..<3_000 {
      let text = Self.randomText(&random)
      let bytes = Array(text.utf8)
      let before = Finding(start: 0, end: 1, placeholder: .path)
      var findings = [before]
      SQLMasking(dialect: dialect).find(in: bytes.span, into: &findings)
      #expect(findings[0] == before)
      #expect(DetectionHarness.areInOrder(Array(findings.dropFirst()), in: text))
    }
  }

  @Test func keepsUnderAnyOnlyWhatEveryDialectKeeps() {
    var random = SeededRandom(seed: 0xA11)
    for _ in 0..<3_000 {
      let bytes = Array(Self.randomText(&random).utf8)
      let any = covered(bytes, .any)
      for dialect in SQLDialect.allCases {
        let named = covered(bytes, dialect)
        #expect(named.isSubset(of: any))
      }
    }
  }

  @Test func masksWithoutKeptNamesAllThatItMasksWithThem() {
    var random = SeededRandom(seed: 0xA12)
    for _ in 0..<3_000 {
      let bytes = Array(Self.randomText(&random).utf8)
      for dialect in SQLDialect.allCases where dialect != .any {
        let kept = covered(bytes, dialect, keepsNames: true)
        #expect(kept.isSubset(of: covered(bytes, dialect)))
      }
    }
  }

  @Test func readsMalformedUTF8WithoutTrapping() {
    var random = SeededRandom(seed: 0xBAD)
    for _ in 0..<20_000 {
      let bytes: [UInt8] = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        [0x27, 0x71, 0xE2, 0x80, 0x98, 0xF0, 0xFF, 0xC2, 0x24, 0x31].randomElement(using: &random)
          ?? 0
      }
      var findings: [Finding] = []
      SQLMasking().find(in: bytes.span, into: &findings)
    }
  }

  // MARK: Growth

  @Test(arguments: [
    "'", "\"", "`", "$", "$a", "$a$", "/*", "*/", "--", "-", "-- \n", "\\", "\\'", "1", "1e", "1.",
    "[", "]",
    "[`", "`[']", "q'", "q'a", "'''", "#", "//", "/*!", "/*!'", ".", "é", "‘", " ", " /**/",
    "/**/ ", "a",
    "`'`", "[\"`]'", "u&", "?1", ":1", "\\\n--", "--/*",
  ])
  func growsWithTheText(shape: String) {
    for dialect in [SQLDialect.any, .mysql, .postgres, .mssql, .bigquery, .oracle] {
      let masking = SQLMasking(dialect: dialect)
      let isLinear = DetectionHarness.isLinear(shape, from: 4_000, masking.find)
      #expect(isLinear, "\(dialect.word): \(shape)")
    }
  }

  @Test(arguments: [
    "'", "\"", "`", "$", "$a$", "--", "/*", "*/", "\\", "q'", "E'", "1", "0x", "{{", "{#", "(", "’",
    "‘",
    "«", "\\u0027", "\\\"", "\\\\", "\\set ", "FROM STDIN", "STDIN;", "\n", "\n\\.",
    "INSERT FORMAT CSV;",
    "IDENTIFIED BY ", "Key (a)=(", ")=(", "row contains (", "Row:", "binding parameter - [",
    "\u{1B}[1",
    "[", "]]", "U&\"", "{#\n", "\\copy ",
  ])
  func growsWithTheTextBetweenOthers(unit: String) {
    let frames = [
      ("SELECT '", "'"), ("COPY t FROM stdin;", "\n\\.\n"), ("{\"a\": \"", "\"}"),
      ("x = \\\"y\\\" ", ";"),
    ]
    for (prefix, suffix) in frames {
      let texts = [1_000, 8_000].map { size in
        let units = String(repeating: unit, count: size / unit.utf8.count)
        return Array((prefix + units + suffix).utf8)
      }
      for masking in [
        SQLMasking(), SQLMasking(dialect: .postgres, keepsNames: true), SQLMasking(dialect: .mysql),
        SQLMasking(dialect: .clickhouse),
      ] {
        let isLinear = Growth.isLinear(texts[0], texts[1], within: 10) { text in
          var findings: [Finding] = []
          masking.find(in: text, into: &findings)
        }
        #expect(isLinear, "\(masking.dialect.word): \(prefix)\(unit)\(suffix)")
      }
    }
  }

  // MARK: Support

  private func covered(
    _ bytes: [UInt8],
    _ dialect: SQLDialect,
    keepsNames: Bool = false
  ) -> Set<Int> {
    var findings: [Finding] = []
    SQLMasking(dialect: dialect, keepsNames: keepsNames).find(in: bytes.span, into: &findings)
    return Set(findings.flatMap { Array($0.start..<$0.end) }.filter { !bytes[$0].isSpace })
  }

  private func mask(_ text: String, _ dialect: SQLDialect, keepsNames: Bool = false) -> String {
    DetectionHarness.mask(text, SQLMasking(dialect: dialect, keepsNames: keepsNames).find)
  }
}
