import Foundation
import Testing

/// Ways around `gauze gate` in real checkouts: none of them is one.
@Suite struct EvasionTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  private func run(_ lines: String) throws -> Outcome { try place.inCheckout(lines) }

  @discardableResult
  private func shell(_ lines: String) throws -> String {
    try place.printed(inCheckout: lines)
  }

  private func gate(_ words: String) throws -> Outcome { try run("\"$GAUZE\" gate \(words)") }

  private func put(_ text: String, _ name: String) throws {
    try FileManager.default.createDirectory(
      at: place.place("repo/\(name)").deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try place.put(text, as: "repo/\(name)")
  }

  private static var wide: String { GateTests.schema(GateTests.wide) }

  /// A checkout with one commit, in which `name` is the narrow schema.
  private func makeRepository(_ name: String = "a.schema.json") throws {
    try FileManager.default.createDirectory(
      at: place.place("repo"),
      withIntermediateDirectories: true
    )
    try shell("git init -q -b main .")
    try put(GateTests.schema(), name)
    try shell("git add -A && git commit -q -m first")
  }

  // MARK: - Names

  /// What was never called a schema was never judged, so it is no base.
  @Test(arguments: ["new.schema.json", "deep/schema.json"])
  func takesASchemaForNewThatWasNotCalledOne(_ name: String) throws {
    try makeRepository()
    try put(GateTests.schema(GateTests.wide, name: "two"), "notes.txt")
    try shell("git add -A && git commit -q -m notes && mkdir -p deep && git mv notes.txt \(name)")
    for words in ["--base HEAD", "--base HEAD \(name)", "--staged"] {
      let run = try gate(words)
      #expect(run.status == 1, "\(words): \(run.text)\(run.errors)")
      #expect(run.text.contains("\(name): new, 1.0"), "\(run.text)")
      #expect(run.text.contains("review-missing"))
    }
  }

  /// Another name and another form at once are too much for git to see a renamed file.
  @Test(arguments: ["a.json", "b/telemetry.json", "b/other.schema.json"])
  func followsASchemaThatIsWrittenAnewElsewhere(_ name: String) throws {
    try makeRepository()
    let compact = { (text: String) in
      text.replacingOccurrences(of: #"\n *"#, with: "", options: .regularExpression)
    }
    try shell("mkdir -p b && git rm -q a.schema.json")
    try put(compact(Self.wide), name)
    try shell("git add -A")
    for words in ["--base HEAD", "--staged"] {
      let run = try gate(words)
      #expect(run.status == 1, "\(words): \(run.text)\(run.errors)")
      #expect(run.text.contains("\(name): was a.schema.json"), "\(run.text)")
      #expect(run.text.contains("version-not-raised"))
      #expect(!run.text.contains("removed"))
    }
    try put(compact(GateTests.schema()), name)
    try shell("git add -A")
    #expect(try gate("--base HEAD").status == 0)
    // Another schema is no other place of it.
    try put(compact(GateTests.schema(name: "two")), name)
    try shell("git add -A")
    #expect(try gate("--base HEAD").text.contains("a.schema.json: removed"))
  }

  /// A second copy of a schema that moved is a new one.
  @Test func followsASchemaToOnePlace() throws {
    try makeRepository()
    try shell("git rm -q a.schema.json")
    let text = GateTests.schema().replacingOccurrences(of: "\n", with: "\n\n  \n\n\n\n    \n")
    try put(text, "b.schema.json")
    try put(text + "\n\n", "c.schema.json")
    try shell("git add -A")
    let run = try gate("--base HEAD")
    #expect(run.status == 1)
    #expect(run.text.contains("c.schema.json: new, 1.0"), "\(run.text)")
  }

  // MARK: - Folders, links and what is not checked out

  @Test func judgesEverySchemaOfAFolder() throws {
    try makeRepository("s/a.schema.json")
    try put(GateTests.schema(name: "b"), "s/b.schema.json")
    try put("{}", "s/package.json")
    try put("More.", "t/readme.md")
    try shell("git add -A && git commit -q -m more")
    #expect(try gate("--base HEAD s").status == 0)
    try put(GateTests.schema(GateTests.wide, name: "b"), "s/b.schema.json")
    for words in [
      "--base HEAD s", "--base HEAD s/", "--base HEAD ./", "--base HEAD s/a.schema.json s",
    ] {
      let run = try gate(words)
      #expect(run.status == 1, "\(words): \(run.text)\(run.errors)")
      #expect(run.text.contains("s/a.schema.json: 1.0 → 1.0: passes"))
      #expect(run.text.contains("s/b.schema.json:4"))
    }
    #expect(try gate("--staged s").status == 0)
    try shell("git add -A")
    #expect(try gate("--staged s").status == 1)
    #expect(try gate("--base HEAD t").status == 2)
  }

  /// Git keeps the name that a link has, and not what stands there.
  @Test func refusesALinkInASchemasPlace() throws {
    try makeRepository()
    try shell("git mv a.schema.json real.json && ln -s real.json a.schema.json && git add -A")
    try shell("git commit -q -m link")
    try put(Self.wide, "real.json")
    try shell("git add -A")
    for words in ["--staged", "--base HEAD", "--staged a.schema.json"] {
      let run = try gate(words)
      #expect(run.status == 2, "\(words): \(run.text)\(run.errors)")
      #expect(run.errors.contains("a.schema.json"))
      #expect(run.errors.contains("link"))
    }
    // Other files are called so, too.
    try put(#"{"$schema": "another kind of schema"}"#, "real.json")
    try shell("git add -A")
    #expect(try gate("--base HEAD").status == 0)
  }

  @Test func judgesASchemaThatIsNotCheckedOut() throws {
    try makeRepository("s/a.schema.json")
    try put("More.", "t/readme.md")
    try shell("git add -A && git commit -q -m more")
    try put(Self.wide, "s/a.schema.json")
    try shell("git commit -q -a -m wide && git sparse-checkout set t && test ! -e s")
    for words in ["--base HEAD~1", "--base HEAD~1 s/a.schema.json"] {
      let run = try gate(words)
      #expect(run.status == 1, "\(words): \(run.text)\(run.errors)")
      #expect(run.text.contains("version-not-raised"))
    }
    #expect(try gate("--base HEAD").status == 0)
  }

  // MARK: - Bases

  @Test func refusesABaseThatIsBothAFileAndARevision() throws {
    try makeRepository()
    try shell("git update-ref refs/remotes/origin/main HEAD")
    try put(Self.wide, "a.schema.json")
    try put(Self.wide, "origin/main")
    for base in ["origin/main", "HEAD"] {
      try put(Self.wide, base)
      let run = try gate("--base \(base) a.schema.json")
      #expect(run.status == 2, "\(run.text)")
      #expect(run.errors.contains("--base ./\(base)"), "\(run.errors)")
    }
    #expect(try gate("--base refs/remotes/origin/main a.schema.json").status == 1)
    #expect(try gate("--base ./origin/main a.schema.json").status == 0)
  }
}
