import Foundation
import Testing

/// Folders as inputs and as targets.
@Suite struct FolderTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    for folder in ["logs/b", "logs/a.d/deep", "logs/empty"] {
      try FileManager.default.createDirectory(
        at: place.place(folder),
        withIntermediateDirectories: true
      )
    }
    try put("logs/z.jsonl", "z")
    try put("logs/a.jsonl", "a")
    try put("logs/b/1.jsonl", "b1")
    try put("logs/a.d/deep/2.jsonl", "deep")
    try place.put("", as: "logs/b/nothing.jsonl")
  }

  /// One record whose command tells where it was.
  private func put(_ name: String, _ word: String) throws {
    let record = Samples.command().replacing("\"sync\"", with: "\"\(word)\"")
    try place.put(Samples.lines(record, 1), as: name)
  }

  private static let schema = """
    {
      "gauze": 1, "name": "named", "version": "1.0", "eventKey": "event", "unknown": "drop",
      "history": [{"version": "1.0", "date": "2026-01-01", "summary": "First."}],
      "events": {"command": {"description": "A command.", "properties": {
        "command": {"type": "string", "enum": ["z", "a", "b1", "deep"], "why": "Which."}
      }}}
    }
    """

  private func gauze(_ arguments: String...) throws -> Outcome {
    try place.put(Self.schema, as: "run-schema.json")
    return try place.gauze(["sanitize", "--schema", "run-schema.json"] + arguments)
  }

  private func commands(_ text: String) throws -> [String] {
    try text.split(separator: "\n").map { try object(String($0))["command"] as? String ?? "" }
  }

  @Test func readsAFolderInTheOrderOfItsNames() throws {
    let run = try gauze("logs", "--report", "r.json")
    #expect(run.status == 0)
    #expect(try commands(run.text) == ["deep", "a", "b1", "z"])
    let files = try object(place.text("r.json"))["files"] as? [String]
    #expect(
      files == [
        "logs/a.d/deep/2.jsonl", "logs/a.jsonl", "logs/b/1.jsonl", "logs/b/nothing.jsonl",
        "logs/z.jsonl",
      ]
    )
  }

  @Test(arguments: ["1", "2"])
  func mirrorsAFolderIntoAFolder(_ jobs: String) throws {
    let run = try gauze("logs", "-o", "out/clean/", "--jobs", jobs)
    #expect(run.status == 0)
    for (name, word) in [
      ("z.jsonl", "z"), ("a.jsonl", "a"), ("b/1.jsonl", "b1"), ("a.d/deep/2.jsonl", "deep"),
    ] {
      #expect(try commands(place.text("out/clean/\(name)")) == [word])
      #expect(try place.permissions("out/clean/\(name)") == 0o600)
    }
    #expect(try place.text("out/clean/b/nothing.jsonl").isEmpty)
    #expect(!FileManager.default.fileExists(atPath: place.place("out/clean/empty").path))
    // Nothing else is left.
    let all = FileManager.default.enumerator(atPath: place.place("out").path)
    let names = (all?.allObjects as? [String] ?? []).filter { $0.contains(".gauze-") }
    #expect(names.isEmpty)
  }

  @Test func putsFilesIntoAFolderUnderTheirNames() throws {
    try FileManager.default.createDirectory(
      at: place.place("out"),
      withIntermediateDirectories: true
    )
    #expect(try gauze("logs/a.jsonl", "logs/b/1.jsonl", "-o", "out").status == 0)
    #expect(try commands(place.text("out/a.jsonl")) == ["a"])
    #expect(try commands(place.text("out/1.jsonl")) == ["b1"])
  }

  @Test func cleansAFolderInPlace() throws {
    try place.put(Samples.lines(Samples.good, 1), as: "logs/a.jsonl")
    #expect(try place.gauze("sanitize", "logs/a.jsonl", "-o", "logs").status == 0)
    #expect(try place.text("logs/a.jsonl") == Samples.goodClean + "\n")
  }

  @Test func refusesWhatWouldBeLost() throws {
    // Two of one name, standard input, a target that is read, findings over a target.
    try FileManager.default.createDirectory(at: place.place("c"), withIntermediateDirectories: true)
    try put("c/a.jsonl", "a")
    for (arguments, words) in [
      (["logs/a.jsonl", "c/a.jsonl", "-o", "out/"], "same target"),
      (["-", "-o", "out/"], "standard input"),
      (["logs", "-o", "logs/b"], "lies in logs"),
      (["logs/a.jsonl", "c", "-o", "logs/"], "same target"),
      (["logs/z.jsonl", "c/a.jsonl", "-o", "logs/", "--rejects", "logs/z.jsonl"], "same file"),
    ] {
      let run = try place.gauze(["sanitize"] + arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    #expect(place.names == ["c", "logs"])
    #expect(try commands(place.text("logs/z.jsonl")) == ["z"])
  }

  @Test func followsNoLinksInsideAFolder() throws {
    // A circle, a file elsewhere and nowhere.
    for (link, end) in [("logs/b/up", "../.."), ("logs/link.jsonl", "a.jsonl"), ("logs/x", "no")] {
      #expect(symlink(end, place.place(link).path) == 0)
    }
    let run = try gauze("logs")
    #expect(run.status == 0)
    #expect(run.lines.count == 4)
    #expect(run.errors.contains("not read: 3 links"))
  }

  @Test func leavesWhatIsNotCompleteUntouched() throws {
    try place.put(Samples.lines(Samples.unknownEvent, 3), as: "logs/b/1.jsonl")
    try FileManager.default.createDirectory(
      at: place.place("out"),
      withIntermediateDirectories: true
    )
    try place.put("old", as: "out/z.jsonl")
    let run = try gauze("logs", "-o", "out", "--max-rejects", "2")
    #expect(run.status == 1)
    #expect(run.errors.contains("--max-rejects"))
    #expect(try commands(place.text("out/a.jsonl")) == ["a"])
    #expect(!FileManager.default.fileExists(atPath: place.place("out/b/1.jsonl").path))
    #expect(try place.text("out/z.jsonl") == "old")
  }
}
