import Foundation
import Testing

/// `gauze gate` in real checkouts, made by the system's `git`.
@Suite struct GateTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  static let environment = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Jane", "GIT_AUTHOR_EMAIL": "jane@acme.example",
    "GIT_COMMITTER_NAME": "Jane", "GIT_COMMITTER_EMAIL": "jane@acme.example",
    "GIT_DIR": "", "GIT_CEILING_DIRECTORIES": NSTemporaryDirectory(),
  ]

  /// Runs lines of shell in the workplace, each of which must go well.
  @discardableResult
  private func shell(_ lines: String) throws -> String {
    var environment = Self.environment
    environment["GIT_DIR"] = nil
    let run = try place.run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-ec", lines],
      input: nil,
      environment: environment
    )
    #expect(run.status == 0, "\(lines): \(run.errors)")
    return run.text
  }

  private func gate(_ arguments: String..., in folder: String = "repo") throws -> Outcome {
    var environment = Self.environment
    environment["GIT_DIR"] = nil
    environment["GAUZE"] = Workplace.program.path
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    return try place.run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", "cd \(folder) && \"$GAUZE\" gate \(words)"],
      input: nil,
      environment: environment
    )
  }

  static let narrow =
    #""kind": {"type": "string", "enum": ["csv"], "otherwise": "other", "why": "Which."}"#
  static let wide =
    #""kind": {"type": "string", "enum": ["csv", "json"], "otherwise": "other", "why": "Which."}"#
  static let first = #"{"version": "1.0", "date": "2026-01-01", "summary": "First."}"#

  static func schema(
    _ fields: String = narrow,
    name: String = "shop",
    version: String = "1.0",
    epoch: Int = 1,
    history: [String] = [first]
  ) -> String {
    """
    {
      "gauze": 1,
      "name": "\(name)",
      "version": "\(version)",
      "consent": {"default": "opt-in", "epoch": \(epoch), "sources": []},
      "events": {
        "import": {
          "description": "A file was imported.",
          "properties": {
            \(fields)
          }
        }
      },
      "history": [
        \(history.joined(separator: ",\n    "))
      ]
    }

    """
  }

  static func entry(_ version: String, _ fingerprint: String? = nil) -> String {
    let approval = fingerprint.map { #", "review": "here", "fingerprint": "\#($0)""# } ?? ""
    return #"{"version": "\#(version)", "date": "2026-02-01", "summary": "More."\#(approval)}"#
  }

  /// A checkout with one commit, in which `a.schema.json` is the narrow schema.
  private func makeRepository() throws {
    try shell("git init -q -b main repo")
    try place.put(Self.schema(), as: "repo/a.schema.json")
    try commit("first")
  }

  private func commit(_ message: String) throws {
    try shell("cd repo && git add -A && git commit -q -m '\(message)'")
  }

  /// The fingerprint that the gate asks for.
  private func fingerprint(_ name: String = "a.schema.json") throws -> String {
    let run = try gate("--base", "HEAD", "--format", "json")
    let schemas = try #require(try object(run.text)["schemas"] as? [[String: Any]])
    let schema = try #require(schemas.first { $0["file"] as? String == name })
    return try #require((schema["diff"] as? [String: Any])?["fingerprint"] as? String)
  }

  /// The rules of the findings, schema by schema.
  private func findings(_ base: String = "HEAD") throws -> [String] {
    let run = try gate("--base", base, "--format", "json")
    let schemas = try #require(try object(run.text)["schemas"] as? [[String: Any]])
    let findings = schemas.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
    #expect(run.status == (findings.isEmpty ? 0 : 1))
    return findings.compactMap { $0["rule"] as? String }
  }

  // MARK: - What passes and what does not

  @Test func letsAnUnchangedSchemaPass() throws {
    try makeRepository()
    let run = try gate("--base", "HEAD")
    #expect(run.status == 0)
    #expect(run.text == "a.schema.json: 1.0 → 1.0: passes\n")
    #expect(run.errors.isEmpty)
  }

  @Test func refusesEachWayOfNotSayingIt() throws {
    try makeRepository()
    let put = { (text: String) in try place.put(text, as: "repo/a.schema.json") }
    try put(Self.schema(Self.wide))
    #expect(try findings() == ["version-not-raised", "history-missing"])
    try put(Self.schema(Self.wide, version: "1.0.1"))
    #expect(try findings() == ["version-not-raised", "history-missing"])
    try put(Self.schema(Self.wide, version: "0.9"))
    #expect(try findings() == ["version-lowered", "history-missing"])
    try put(Self.schema(Self.wide, version: "1.1"))
    #expect(try findings() == ["history-missing"])
    try put(Self.schema(Self.wide, version: "1.1", history: [Self.first, Self.entry("1.1")]))
    #expect(try findings() == ["review-missing"])
    let stale = [Self.first, Self.entry("1.1", "0123456789abcdef")]
    try put(Self.schema(Self.wide, version: "1.1", history: stale))
    #expect(try findings() == ["fingerprint-stale"])
    let unbound = [
      Self.first, Self.entry("1.1").replacingOccurrences(of: "}", with: #", "review": "here"}"#),
    ]
    try put(Self.schema(Self.wide, version: "1.1", history: unbound))
    #expect(try findings() == ["fingerprint-missing"])
    let good = [Self.first, Self.entry("1.1", try fingerprint())]
    try put(Self.schema(Self.wide, version: "1.1", history: good))
    #expect(try findings() == [])
    // Another identifier asks people anew.
    let field = #", "id": {"type": "string", "format": "uuid", "why": "Who."}"#
    try put(Self.schema(Self.wide + field, version: "1.1", history: good))
    #expect(try findings() == ["epoch-not-raised", "fingerprint-stale"])
    let approved = [Self.first, Self.entry("1.1", try fingerprint())]
    try put(Self.schema(Self.wide + field, version: "1.1", epoch: 2, history: approved))
    #expect(try findings() == [])
  }

  @Test func saysWhatToWriteUntilItPasses() throws {
    try makeRepository()
    try place.put(Self.schema(Self.wide), as: "repo/a.schema.json")
    let run = try gate("--base", "HEAD")
    #expect(run.status == 1)
    #expect(run.text.contains(#"write "version": "1.1""#))
    let entry = try #require(run.text.firstMatch(of: #/write (\{.*\}) in history/#)?.1)
    let written = entry.replacingOccurrences(of: "YYYY-MM-DD", with: "2026-03-01")
      .replacingOccurrences(of: "LINK", with: "https://review.example/1")
    try place.put(
      Self.schema(Self.wide, version: "1.1", history: [Self.first, written]),
      as: "repo/a.schema.json"
    )
    #expect(try gate("--base", "HEAD").status == 0)
  }

  @Test func comparesThePageBesideTheSchema() throws {
    try makeRepository()
    try shell("cd repo && mkdir docs && git mv a.schema.json docs/schema.json")
    let write = "cd repo && '\(Workplace.program.path)' docs docs/schema.json --write docs/page.md"
    try shell(write)
    try commit("page")
    #expect(try findings() == [])
    try place.put(
      try place.text("repo/docs/page.md").replacingOccurrences(of: "csv", with: "tsv"),
      as: "repo/docs/page.md"
    )
    let run = try gate("--base", "HEAD")
    #expect(run.status == 1)
    #expect(run.text.contains("docs/page.md:"))
    #expect(run.text.contains("gauze docs docs/schema.json --write docs/page.md"))
    #expect(try gate("--base", "HEAD", "--fix").status == 0)
    #expect(try shell("cd repo && git status --porcelain").isEmpty)
    try place.put("no block\n", as: "repo/other.md")
    let named = try gate("--base", "HEAD", "--page", "other.md", "docs/schema.json")
    #expect(named.status == 1)
    #expect(named.text.contains("page-broken"))
    #expect(try gate("--base", "HEAD", "--page", "none.md", "docs/schema.json").status == 3)
  }

  // MARK: - Which schemas, and where

  @Test func followsARenamedFile() throws {
    try makeRepository()
    try shell("cd repo && mkdir telemetry && git mv a.schema.json telemetry/b.schema.json")
    let run = try gate("--base", "HEAD")
    #expect(run.status == 0, "\(run.text)")
    #expect(run.text.contains("telemetry/b.schema.json: 1.0 → 1.0: passes"))
    #expect(run.text.contains("was a.schema.json"))
    #expect(!run.text.contains("removed"))
  }

  @Test func takesANewSchemaForNewAndNamesARemovedOne() throws {
    try makeRepository()
    try place.put(Self.schema(name: "two"), as: "repo/two.schema.json")
    // Not known to git yet, so not asked about; then it is.
    #expect(try findings() == [])
    #expect(try gate("--base", "HEAD", "two.schema.json").status == 1)
    try shell("cd repo && git add -A")
    #expect(try findings() == ["review-missing"])
    let approved = Self.entry("1.0", try fingerprint("two.schema.json"))
    try place.put(Self.schema(name: "two", history: [approved]), as: "repo/two.schema.json")
    #expect(try findings() == [])
    try commit("two")
    try shell("cd repo && git rm -q a.schema.json")
    let run = try gate("--base", "HEAD")
    #expect(run.status == 0)
    #expect(run.text.contains("a.schema.json: removed"))
  }

  @Test func judgesSeveralSchemasFromAnyFolder() throws {
    try makeRepository()
    try shell("cd repo && mkdir -p deep/er && cp a.schema.json deep/schema.json && touch deep/er/x")
    try place.put("{}", as: "repo/deep/er/schema.json")
    try commit("more")
    try place.put(Self.schema(Self.wide), as: "repo/deep/schema.json")
    let run = try gate("--base", "HEAD", in: "repo/deep/er")
    #expect(run.status == 1)
    #expect(run.text.contains("a.schema.json: 1.0 → 1.0: passes"))
    #expect(run.text.contains("deep/schema.json: 1.0 → 1.0: does not pass"))
    let one = try gate("--base", "HEAD", "../schema.json", in: "repo/deep/er")
    #expect(one.status == 1)
    #expect(!one.text.contains("a.schema.json"))
  }

  @Test func takesNamesThatAreNoPlainText() throws {
    try makeRepository()
    let name = #"-odd é "name.schema.json"#
    try place.put(Self.schema(name: "odd"), as: "repo/\(name)")
    try commit("odd")
    #expect(try findings() == [])
    try place.put(Self.schema(Self.wide, name: "odd"), as: "repo/\(name)")
    #expect(try gate("--base", "HEAD", "--", name).status == 1)
    #expect(try findings().count == 2)
  }

  @Test func comparesWithAFileWithoutGit() throws {
    try place.put(Self.schema(), as: "old.json")
    try place.put(Self.schema(Self.wide), as: "new.json")
    #expect(try gate("--base", "old.json", "old.json", in: ".").status == 0)
    let run = try gate("--base", "old.json", "new.json", in: ".")
    #expect(run.status == 1)
    #expect(run.text.contains("new.json:4: version-not-raised"))
    #expect(try gate("--base", "old.json", in: ".").status == 2)
  }

  /// The approval stands in the file and is bound to the change, not to a commit.
  @Test func keepsAnApprovalOverARebase() throws {
    try makeRepository()
    try shell("cd repo && git checkout -q -b feature")
    try place.put(Self.schema(Self.wide), as: "repo/a.schema.json")
    let approved = [Self.first, Self.entry("1.1", try fingerprint())]
    try place.put(
      Self.schema(Self.wide, version: "1.1", history: approved),
      as: "repo/a.schema.json"
    )
    try commit("json")
    #expect(try findings("main") == [])
    try shell("cd repo && git checkout -q main")
    try place.put("More.\n", as: "repo/README.md")
    // Another place in the file is no other change.
    let moved = Self.schema().replacingOccurrences(
      of: "  \"gauze\": 1,",
      with: "\n  \"gauze\": 1,\n"
    )
    try place.put(moved, as: "repo/a.schema.json")
    try commit("elsewhere")
    try shell("cd repo && git checkout -q feature && git rebase -q main")
    #expect(try findings("main") == [])
  }

  // MARK: - What is not there

  @Test func saysHowToFetchABaseThatAShallowCloneLacks() throws {
    try makeRepository()
    try shell("cd repo && git checkout -q -b feature")
    try place.put("More.\n", as: "repo/README.md")
    try commit("more")
    for base in ["HEAD~1", "origin/main"] {
      // A clone of its own for each: what mends one is no help to the other.
      try shell("rm -rf shallow")
      try shell("git clone -q --depth 1 --branch feature \"file://$PWD/repo\" shallow")
      let run = try gate("--base", base, in: "shallow")
      #expect(run.status == 2)
      #expect(run.text.isEmpty)
      let advice = try #require(run.errors.firstMatch(of: #/fetch it first: (git fetch .*)/#)?.1)
      try shell("cd shallow && \(advice)")
      #expect(try gate("--base", base, in: "shallow").status == 0)
    }
    let run = try gate("--base", "nothing-of-that-name", in: "repo")
    #expect(run.status == 2)
    #expect(run.errors.contains("neither such a revision nor such a file"))
  }

  @Test func saysThatThereIsNoCheckout() throws {
    try place.put(Self.schema(), as: "a.schema.json")
    let run = try gate("--base", "HEAD", in: ".")
    #expect(run.status == 2)
    #expect(run.errors.contains("this is no git checkout"))
    #expect(run.text.isEmpty)
  }

  @Test func answersTwoForAWrongUseOrASchemaThatDoesNotLoad() throws {
    try makeRepository()
    #expect(try gate().status == 2)
    #expect(try gate("--base", "HEAD", "missing.schema.json").status == 2)
    #expect(try gate("--base=--output=x", "a.schema.json").status == 2)
    #expect(try gate("--base", "HEAD", "--format", "xml").status == 2)
    try place.put("{\"gauze\": 1, ", as: "repo/a.schema.json")
    let run = try gate("--base", "HEAD")
    #expect(run.status == 2)
    #expect(run.errors.contains("a.schema.json:1:"))
    #expect(run.text.isEmpty)
  }

  @Test func takesASchemaAsNewIfItsBaseDoesNotLoad() throws {
    try makeRepository()
    try place.put(#"{"gauze": 1, "name": "shop"}"#, as: "repo/a.schema.json")
    try commit("broken")
    try place.put(Self.schema(), as: "repo/a.schema.json")
    let run = try gate("--base", "HEAD")
    #expect(run.status == 1)
    #expect(run.text.contains("the base does not load"))
    #expect(run.text.contains("review-missing"))
  }

  // MARK: - Fixing

  @Test func writesWhatAMachineMayAndNoMore() throws {
    try makeRepository()
    let page = "'\(Workplace.program.path)' docs a.schema.json --write page.md"
    try shell("cd repo && \(page) && git add -A && git commit -q -m page")
    try place.put(Self.schema(Self.wide), as: "repo/a.schema.json")
    let run = try gate("--base", "HEAD", "--fix")
    // Somebody has still to look at it.
    #expect(run.status == 1)
    let text = try place.text("repo/a.schema.json")
    #expect(!text.contains("review") && !text.contains("fingerprint"))
    #expect(text.contains("\"epoch\": 1"))
    #expect(try findings() == ["review-missing"])
    let changed = try shell("cd repo && git diff --numstat")
    #expect(changed.contains("4\t2\ta.schema.json") || changed.contains("4\t3\ta.schema.json"))
    let asked = try #require(
      run.text.firstMatch(of: #/"review": "LINK", "fingerprint": "[0-9a-f]{16}"/#)
    )
    let stub = #""summary": "enum-widened at import.kind.""#
    #expect(text.contains(stub))
    try place.put(
      text.replacingOccurrences(of: stub, with: "\(stub), \(asked.0)")
        .replacingOccurrences(of: "LINK", with: "https://review.example/1"),
      as: "repo/a.schema.json"
    )
    #expect(try gate("--base", "HEAD", "--fix").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.place("repo").path)
    #expect(names.sorted() == [".git", "a.schema.json", "page.md"])
  }

  // MARK: - Forms

  @Test func writesEveryForm() throws {
    try makeRepository()
    try place.put(Self.schema(Self.wide), as: "repo/a.schema.json")
    let form = { (name: String) in
      let run = try gate("--base", "HEAD", "--format", name)
      #expect(run.status == 1)
      #expect(run.errors.isEmpty)
      return run.text
    }
    let json = try object(try form("json"))
    #expect(json["passes"] as? Bool == false)
    let markdown = try form("markdown")
    #expect(markdown.hasPrefix("## Schemas do not pass\n"))
    #expect(markdown.contains("- [ ] `a.schema.json:4` **version-not-raised**"))
    let lines = try form("github").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix("::error file=a.schema.json,line=4,col=3,title=version-not-raised::")
    )
    let sarif = try object(try form("sarif"))
    let log = try #require((sarif["runs"] as? [[String: Any]])?.first)
    #expect((log["results"] as? [Any])?.count == 2)
    let junit = try form("junit")
    #expect(junit.contains("<testsuites name=\"gauze gate\" tests=\"10\" failures=\"2\">"))
    #expect(junit.contains("write &quot;version&quot;: &quot;1.1&quot;"))
    let document = try XMLText.names(junit)
    #expect(document == ["failure": 2, "testcase": 10, "testsuite": 1, "testsuites": 1])
  }
}

/// Well-formed XML, as Python's own parser reads it.
private enum XMLText {
  /// How often each element stands in `text`.
  static func names(_ text: String) throws -> [String: Int] {
    // FoundationXML is no part of every toolchain, so elements are matched by hand.
    var open: [Substring] = []
    var counts: [String: Int] = [:]
    for match in text.matches(
      of: #/<(\/?)([a-z]+)((?: [a-z]+="[^"<&]*(?:&[a-z]+;[^"<&]*)*")*)(\/?)>/#
    ) {
      if !match.1.isEmpty {
        #expect(open.popLast() == match.2)
      } else {
        counts[String(match.2), default: 0] += 1
        if match.4.isEmpty { open.append(match.2) }
      }
    }
    #expect(open.isEmpty)
    return counts
  }
}
