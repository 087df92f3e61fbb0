import Testing

import Gauze

/// The laws on texts: whatever a chain of detectors and a cut leave is bounded, and stays as it is.
@Suite struct ScrubLawTests {
  static let chains = [
    #"["strip-paths", "mask-emails", {"truncate": 20}]"#, #"["mask-sql", {"truncate": 12}]"#,
    #"["mask-emails", "mask-sql", "strip-paths", {"truncate": 40}]"#,
    #"["strip-paths", {"truncate": 3}]"#, #"["mask-sql", "mask-emails", {"truncate": 1000}]"#,
    #"["mask-secrets", {"truncate": 24}]"#,
    #"["strip-paths", "mask-emails", "mask-secrets", "mask-sql", {"truncate": 60}]"#,
    #"["scrub-text", {"truncate": 80}]"#,
    #"["mask-urls", "scrub-text", {"truncate": 60}]"#,
    #"[{"mask-urls": {"keep": "path"}}, "mask-emails", {"truncate": 50}]"#,
  ]

  static let pieces = [
    "/", "/home/jane/a b.sql", "C:\\Users\\Jane\\x", "\\\\host\\share", "file:///etc/x", "~/x",
    "./a",
    "jane@acme.example", "@", ".", "a", "jane", " ", "  ", "\n", "'", "''", "\"", "`", "$$", "$t$",
    "--", "-- x\n", "/*", "*/", "#", "SELECT a FROM t", "WHERE x = ", "12", "0x1F", "é", "😀",
    "\u{0}",
    "<path>", "<email>", "?", "<", ">", "<redacted>", "(", ")", ",", ";", "=", ":", "E'", "\\",
    "\\'", "password=", "token: ", "hunter2", "postgres://a:b@c/d", "Bearer ", "--password ",
    "ghp_0123456789abcdef", "-----BEGIN PRIVATE KEY-----", "<secret>", "Cookie: a=b; ",
    "\\u0027", "{#", "#}", "COPY t FROM stdin;\n", "\\set x ", "&lt;", "&#64;",
    "https://", "https://a.example/x", "?y=1", "#z", "<url>", "%2F%2F", "https:\\/\\/",
  ]

  static func sanitizers(_ chain: String) throws -> (raw: Sanitizer, wire: Sanitizer) {
    let text =
      #"{"gauze": 1, "name": "x", "version": "1.0", "events": {"e": {"description": "d", "#
      + #""properties": {"t": {"type": "string", "policies": \#(chain), "why": "y"}}}}}"#
    let plan = try Plan(try Schema(reading: Array(text.utf8).span))
    return (Sanitizer(plan), Sanitizer(plan, reading: .wire))
  }

  @Test(arguments: chains) func whatLeavesStaysAsItIs(chain: String) throws {
    let seed: UInt64 = 606
    var random = SeededRandom(seed: seed)
    var (raw, wire) = try Self.sanitizers(chain)
    var redacted = 0
    let rounds = Rounds.upTo(8_000)
    for round in rounds {
      var text = ""
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        text += Self.pieces.randomElement(using: &random) ?? ""
      }
      let record = RandomValue.object([("t", .text(text))]).spelled(&random)
      let label = "seed \(seed) round \(round) \(chain): \(record)"
      let output = LawTests.run(&raw, Array(record.utf8))
      let clean = try #require(output, "\(label)")
      if clean.shown == #"{"t":"<redacted>"}"# { redacted += 1 }
      #expect(LawTests.run(&wire, clean) == clean, "wire: \(clean.shown)\n\(label)")
      #expect(LawTests.run(&raw, clean) == clean, "again: \(clean.shown)\n\(label)")
    }
    // All of a text goes only where masking it piece by piece would not settle.
    #expect(redacted < rounds.count / 100, "\(redacted) of \(rounds.count) were redacted whole")
  }

  @Test(arguments: chains) func timeGrowsWithTheText(chain: String) throws {
    var (raw, _) = try Self.sanitizers(chain)
    var random = SeededRandom(seed: 1)
    for piece in Self.pieces {
      let records = [2_000, 16_000].map { size in
        let text = String(repeating: piece, count: size / piece.utf8.count)
        return Array(RandomValue.object([("t", .text(text))]).spelled(&random, isPlain: true).utf8)
      }
      let isLinear = LinearTimeTests.isLinear(records[0], records[1], &raw)
      #expect(isLinear, "\(chain) \(piece)")
    }
  }
}
