import Gauze
import Testing

@Suite struct URLMaskingTests {
  static let alphabet = [
    "https://", "https://", "https://", "ab://a.example/", "https://a:b/", "https://x@", "http",
    "://", ":", "/", "//", "?", "#", "@", "a.example", "jane", "x:y", ":8080",
    "[::1]", "file", "C", "<url>", "<host>", "<secret>", "<", ">", " ", "\n", "\"", "'", "`", ".",
    ",", ")", "(", "é", "。", "”", "\\", "%2F", "&amp;", "{}", "|", "\u{0}", "=1",
  ]

  @Test func findsNothingWithoutAURL() {
    for text in ["", ":", "://", "a://", "ab:/", "ab:// x", "and/or", "mailto:jane@acme.example"] {
      #expect(DetectionHarness.findings(text, URLMasking().find).isEmpty, "\(text)")
    }
  }

  @Test(arguments: [false, true])
  func agreesWithItsNaiveTwinAndSettlesAtOnce(keepsPath: Bool) {
    let seed: UInt64 = 77
    var random = SeededRandom(seed: seed)
    let policy = URLMasking(keepsPath: keepsPath)
    var masked = 0
    let rounds = Rounds.upTo(40_000)
    for round in rounds {
      let text = DetectionHarness.text(from: Self.alphabet, upTo: 14, using: &random)
      let label: Comment = "seed \(seed) round \(round): \(text)"
      let findings = DetectionHarness.findings(text, policy.find)
      #expect(DetectionHarness.areInOrder(findings, in: text), label)
      let output = DetectionHarness.mask(text, policy.find)
      #expect(output == NaiveURLMasker.mask(text, keepsPath: keepsPath), label)
      #expect(DetectionHarness.mask(output, policy.find) == output, label)
      if output != text { masked += 1 }
    }
    #expect(masked > rounds.count / 8)
  }

  @Test func leavesNoFragmentOfAPlantedBody() {
    let seed: UInt64 = 78
    var random = SeededRandom(seed: seed)
    let words = ["brand", "jane-doe", "invoice", "acme"]
    for _ in 0..<2_000 {
      let secrets = (0..<3).map { _ in words.randomElement(using: &random) ?? "" }
      let parts = ["/", "?q=", "#", ";", "&x=", "/@", "(", ")", "'", "/~", "%20", ","]
      let body = secrets.map { (parts.randomElement(using: &random) ?? "") + $0 }.joined()
      for text in ["see https://a.example/\(body), ok", "\"https://a.example?\(body)\""] {
        let output = DetectionHarness.mask(text, URLMasking().find)
        #expect(!DetectionHarness.leaks(secrets, in: output), "seed \(seed): \(text): \(output)")
      }
    }
  }

  @Test func givesWayToALongerFindingAndKeepsTheHostForOthers() {
    let text = "https://jane:hunter2@app.acme.example/home/jane/x?mail=jane@acme.example"
    let all = DetectionHarness.mask(
      text,
      by: [.urls(URLMasking()), .addresses(AddressMasking()), .secrets(SecretMasking())]
    )
    #expect(all == "https://<secret>@<host>/<url>")
  }

  @Test(arguments: [
    "https://", "https://a/", "a://@", "a://:", "a:", "ab://x'", "://", "ab://a,ab:", "ab://<url>",
    "ab://x:y/@", "//", "ab://).", "ab://\\",
  ])
  func takesTimeInProportionToTheText(_ shape: String) {
    for policy in [URLMasking(), URLMasking(keepsPath: true)] {
      #expect(DetectionHarness.isLinear(shape, policy.find), "\(shape)")
    }
  }
}

/// The rules of `mask-urls`, one after the other, over characters.
private enum NaiveURLMasker {
  static let placeholders = Placeholder.allCases.map { "\($0.text)" }.filter { $0.hasPrefix("<") }

  static func mask(_ text: String, keepsPath: Bool) -> String {
    // The text as scalars, with each placeholder as one piece.
    var pieces: [String] = []
    var rest = Substring(text)
    while let first = rest.unicodeScalars.first {
      let piece = placeholders.first { rest.hasPrefix($0) } ?? String(first)
      pieces.append(piece)
      rest = Substring(rest.unicodeScalars.dropFirst(piece.unicodeScalars.count))
    }
    var output: [String] = []
    var index = 0
    while index < pieces.count {
      output.append(pieces[index])
      index += 1
      guard output.suffix(3) == [":", "/", "/"], isScheme(output.dropLast(3)) else { continue }
      let run = Array(
        pieces[index..<(pieces.indices[index...].first { ends(pieces, $0) } ?? pieces.count)]
      )
      let tail = run.firstIndex { "/?#".contains($0) } ?? run.count
      if tail > 0, tail + 1 < run.count, run[tail - 1] == ":", run[tail...tail + 1] == ["/", "/"] {
        output += userinfo(Array(run[..<(tail - 1)]))
        index += tail - 1
        continue
      }
      index += run.count
      output += url(run, tail, keepsPath)
    }
    return output.joined()
  }

  private static func isScheme(_ before: ArraySlice<String>) -> Bool {
    let scheme = before.reversed().prefix(24).prefix {
      $0.utf8.count == 1 && ($0.utf8.allSatisfy(\.isAlphanumeric) || "+-".contains($0))
    }
    return scheme.count > 1 && scheme.reversed().joined().lowercased() != "file"
  }

  private static func ends(_ pieces: [String], _ index: Int) -> Bool {
    let quotes = ["'", "\"", "`", "<", ">", "\u{7F}", "。", "”"]
    func isBlank(_ piece: String) -> Bool { piece.unicodeScalars.allSatisfy { $0.value <= 32 } }
    guard pieces[index] == "'" else {
      return isBlank(pieces[index]) || quotes.dropFirst().contains(pieces[index])
    }
    guard index + 1 < pieces.count else { return true }
    let next = pieces[index + 1]
    let closing = quotes + [",", ";", ":", ".", ")", "]", "}", "!"]
    return isBlank(next) || closing.contains(next) || next.hasPrefix("<")
  }

  private static func replaced(_ pieces: ArraySlice<String>) -> [String] {
    pieces.allSatisfy { placeholders.contains($0) } ? Array(pieces) : ["<url>"]
  }

  private static func userinfo(_ authority: [String]) -> [String] {
    guard let at = authority.lastIndex(of: "@") else { return authority }
    return replaced(authority[..<at]) + authority[at...]
  }

  /// Whether a password with a slash begins with the number behind `colon`.
  private static func isPassword(_ run: [String], behind colon: Int, _ tail: Int) -> Bool {
    let user = run[..<colon].joined()
    let locals = ["localhost", "registry", "nexus", "verdaccio", "artifactory"]
    guard tail < run.count, run[tail] == "/", !user.contains("."),
      !locals.contains(user.lowercased())
    else { return false }
    let segment = run[(tail + 1)...].prefix { !["/", "?", "@"].contains($0) }
    let at = tail + 1 + segment.count
    guard !segment.isEmpty, at + 1 < run.count, run[at] == "@", segment.joined().utf8.count < 62,
      run[at + 1].utf8.first.map(\.isLetter) ?? false
    else { return false }
    let word = run[(at + 1)...].prefix { $0.utf8.allSatisfy(\.isAlphanumeric) }.joined()
    return !["sha256", "sha384", "sha512", "latest", "next"].contains(word)
      && segment.contains {
        !($0.utf8.allSatisfy(\.isLetter) || ["-", ".", "_"].contains($0))
      }
  }

  private static func url(_ run: [String], _ tail: Int, _ keepsPath: Bool) -> [String] {
    var last = run.count
    while last > tail, ".,;:!?')]}*|\\~".contains(run[last - 1]) { last -= 1 }
    let authority = Array(run[..<tail])
    let host = (authority.lastIndex(of: "@") ?? -1) + 1
    if let colon = authority[host...].firstIndex(of: ":"), colon > host, authority[host] != "[" {
      let behind = authority[(colon + 1)...]
      let digits = behind.prefix { "0123456789".contains($0) }
      let isNumber = digits.count == behind.count
      let isPort =
        isNumber
        || !digits.isEmpty
          && !(behind[colon + 1 + digits.count].utf8.first.map(\.isWord) ?? false)
      if !isPort && run[tail...].contains("@")
        || isNumber && host == 0 && isPassword(run, behind: colon, tail)
      {
        return replaced(run[..<last]) + run[last...]
      }
    }
    var first = tail
    if keepsPath { first = (tail..<max(last, tail)).first { "?#".contains(run[$0]) } ?? last }
    guard first + 1 < last else { return userinfo(authority) + run[tail...] }
    return userinfo(authority) + run[tail...first] + replaced(run[(first + 1)..<last])
      + run[last...]
  }
}
