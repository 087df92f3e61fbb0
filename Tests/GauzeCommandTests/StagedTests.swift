import Foundation
import Testing

/// `gauze gate --staged` as a hook of real commits: what it judges is what the commit takes.
@Suite struct StagedTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  private static let hook = "#!/bin/sh\nexec '\(Workplace.program.path)' gate --staged\n"

  private func run(_ lines: String) throws -> Outcome { try place.inCheckout(lines) }

  @discardableResult
  private func shell(_ lines: String) throws -> String {
    try place.printed(inCheckout: lines)
  }

  /// Whether a commit is refused by the hook for such findings.
  private func refuses(_ lines: String, for findings: String...) throws {
    let head = try shell("git rev-parse -q HEAD || true")
    let run = try run(lines)
    #expect(run.status != 0, "\(lines): \(run.text)")
    for finding in findings { #expect("\(run.text)\(run.errors)".contains(finding)) }
    #expect(try shell("git rev-parse -q HEAD || true") == head)
  }

  private func put(_ text: String, _ name: String = "a.schema.json") throws {
    try place.put(text, as: "repo/\(name)")
  }

  /// A checkout with one commit, in which `a.schema.json` is the narrow schema, and the hook.
  private func makeRepository() throws {
    try FileManager.default.createDirectory(
      at: place.place("repo"),
      withIntermediateDirectories: true
    )
    try shell("git init -q -b main . && mkdir -p .git/hooks")
    try put(GateTests.schema())
    try shell("git add -A && git commit -q -m first")
    try place.put(Self.hook, as: "repo/.git/hooks/pre-commit")
    try shell("chmod +x .git/hooks/pre-commit")
  }

  /// The schema that takes one word more, said and approved.
  private func approvedSchema() throws -> String {
    try put(GateTests.schema(GateTests.wide))
    let text = try run("\"$GAUZE\" gate --base HEAD").text
    let print = try #require(text.firstMatch(of: #/"fingerprint": "([0-9a-f]{16})"/#)?.1)
    let entry = GateTests.entry("1.1", String(print))
    return GateTests.schema(
      GateTests.wide,
      version: "1.1",
      history: [GateTests.first, entry]
    )
  }

  @Test func judgesWhatIsStagedAndNotTheFile() throws {
    try makeRepository()
    try put(GateTests.schema(GateTests.wide))
    // Nothing of it is to be committed.
    try put("More.\n", "README.md")
    try shell("git add README.md && git commit -q -m readme")
    try shell("git add a.schema.json")
    // The file is mended, and what is staged is not.
    try put(GateTests.schema())
    try refuses("git commit -q -m widened", for: "version-not-raised", "history-missing")
    try shell("git add a.schema.json")
    #expect(try run("\"$GAUZE\" gate --staged").text == "a.schema.json: 1.0 → 1.0: passes\n")
  }

  @Test func judgesWhatCommitTakesOfFilesItself() throws {
    try makeRepository()
    let approved = try approvedSchema()
    for command in ["commit -q -a -m all", "commit -q -m one a.schema.json"] {
      try put(GateTests.schema(GateTests.wide))
      try refuses("git \(command)", for: "version-not-raised")
      try refuses("git \(command) --allow-empty", for: "version-not-raised")
    }
    try put(approved)
    try shell("git commit -q -a -m approved")
  }

  @Test func judgesACommitOfALinkedWorkTree() throws {
    try makeRepository()
    let approved = try approvedSchema()
    try shell("git checkout -q -- . && git worktree add -q ../tree -b tree")
    try place.put(GateTests.schema(GateTests.wide), as: "tree/a.schema.json")
    try refuses("cd ../tree && git commit -q -a -m widened", for: "version-not-raised")
    try place.put(approved, as: "tree/a.schema.json")
    try shell(
      "cd ../tree && git commit -q -a -m approved && git log --format=%s -1 | grep approved"
    )
  }

  @Test func judgesTheFirstCommitAsAllNew() throws {
    try makeRepository()
    try shell("git checkout -q --orphan other")
    try refuses("git commit -q -m first", for: "new, 1.0", "review-missing")
    let bare = try run("\"$GAUZE\" gate --staged --base main")
    #expect(bare.status == 0, "\(bare.text)")
  }

  /// What the merged branch brings was approved there, step by step.
  @Test func judgesAMergeAgainstEitherSide() throws {
    try makeRepository()
    let first = try approvedSchema()
    try shell("git checkout -q -- . && git checkout -q -b feature")
    try put("More.\n", "README.md")
    try shell("git add -A && git commit -q -m readme && git checkout -q main")
    try put(first)
    try shell("git commit -q -a -m 'first step'")
    let second = first.replacingOccurrences(of: #""json"]"#, with: #""json", "xml"]"#)
    try put(second)
    let text = try run("\"$GAUZE\" gate --base HEAD").text
    let print = try #require(text.firstMatch(of: #/"fingerprint": "([0-9a-f]{16})"/#)?.1)
    try put(
      second.replacingOccurrences(
        of: #""version": "1.1",\#n  "consent"#,
        with: #""version": "1.2",\#n  "consent"#
      )
      .replacingOccurrences(
        of: #""history": ["#,
        with: "\"history\": [\n    \(GateTests.entry("1.2", String(print))),"
      )
    )
    try shell("git commit -q -a -m 'second step' && git checkout -q feature")
    // Against one side alone two approvals are none.
    try shell("git merge -q --no-commit --no-ff main")
    let against = try run("\"$GAUZE\" gate --staged --base HEAD")
    #expect(against.status == 1 && against.text.contains("fingerprint-stale"), "\(against.text)")
    #expect(try shell("\"$GAUZE\" gate --staged").contains("passes as a change of what is merged"))
    // Something that neither side has.
    let merged = try place.text("repo/a.schema.json")
    try put(merged.replacingOccurrences(of: #""xml"]"#, with: #""xml", "tsv"]"#))
    try refuses("git commit -q -a -m merge", for: "fingerprint-stale")
    try put(merged)
    try shell("git add -A && git commit -q -m merge && git rev-parse -q --verify HEAD^2")
  }

  @Test func judgesThePageThatIsStaged() throws {
    try makeRepository()
    try shell("mkdir docs && git mv a.schema.json docs/schema.json")
    try shell("\"$GAUZE\" docs docs/schema.json --write docs/page.md 2>&1")
    try shell("git add -A && git commit -q -m page")
    let page = try place.text("repo/docs/page.md")
    try put(page.replacingOccurrences(of: "csv", with: "tsv"), "docs/page.md")
    try shell("git add docs/page.md")
    try put(page, "docs/page.md")
    try refuses("cd docs && git commit -q -m page", for: "docs/page.md:", "page-differs")
    let named = "\"$GAUZE\" gate --staged --page page.md schema.json"
    #expect(try run("cd docs && \(named)").status == 1)
    try shell("git add docs/page.md && cd docs && \(named)")
  }

  @Test func leavesTheIndexAsItIs() throws {
    try makeRepository()
    try shell("touch -d '2001-01-01' a.schema.json && cp .git/index ../index")
    for options in ["--staged", "--base HEAD"] {
      try shell("\"$GAUZE\" gate \(options) && cmp .git/index ../index")
    }
  }

  /// Another name is no way out of the gate.
  @Test func judgesASchemaThatIsCalledOtherwiseFromNowOn() throws {
    try makeRepository()
    try shell("git mv a.schema.json a.json")
    try put(GateTests.schema(GateTests.wide), "a.json")
    try refuses("git commit -q -a -m widened", for: "a.json: 1.0 → 1.0", "version-not-raised")
    #expect(try run("\"$GAUZE\" gate --base HEAD").status == 1)
    try put(GateTests.schema(), "a.json")
    try shell("git commit -q -a -m renamed")
  }

  /// Otherwise who writes the schema could write the base, too.
  @Test func takesTheFullNameOfACommitForNoFile() throws {
    try makeRepository()
    let head = try shell("git rev-parse HEAD").trimmingCharacters(in: .newlines)
    try put(GateTests.schema(GateTests.wide))
    try put(GateTests.schema(GateTests.wide), head)
    let run = try run("\"$GAUZE\" gate --base \(head) a.schema.json")
    #expect(run.status == 1, "\(run.text)\(run.errors)")
    #expect(run.text.contains("version-not-raised"))
  }

  // MARK: - Checking

  @Test func checksEverySchemaThatGitKeeps() throws {
    try makeRepository()
    try shell("mkdir deep && cp a.schema.json deep/schema.json")
    try put(#"{"$schema": "another kind of schema"}"#, "b.schema.json")
    #expect(try shell("\"$GAUZE\" check | wc -l").contains("1"))
    try shell("git add -A")
    let run = try run("cd deep && \"$GAUZE\" check")
    #expect(run.status == 0, "\(run.text)\(run.errors)")
    #expect(run.lines.map { $0.prefix { $0 != ":" } } == ["a.schema.json", "deep/schema.json"])
    try put(#"{"gauze": 1}"#, "deep/schema.json")
    #expect(try self.run("\"$GAUZE\" check").status == 2)
    try shell("git rm -q -f a.schema.json deep/schema.json")
    #expect(try shell("\"$GAUZE\" check") == "no schemas\n")
  }
}
