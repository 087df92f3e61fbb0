#if os(Linux)
  import Foundation
  import Testing

  /// Every call of the system fails once, in turn: the target is old or complete, never partial, the
  /// status tells which, and nothing half-written stays.
  @Suite(.serialized, .enabled(if: compilerOfC != nil))
  struct InjectedFailureTests {
    private let place: Workplace
    private let expected: String

    init() throws {
      place = try Workplace()
      // More than a chunk, in few records, as debug builds are slow with many.
      let record = Samples.command(String(repeating: " ", count: 50_000))
      try FileManager.default.createDirectory(
        at: place.place("logs"),
        withIntermediateDirectories: true
      )
      try place.put(Samples.lines(record, 12) + Samples.unknownEvent, as: "logs/a.jsonl")
      try place.put(Samples.lines(Samples.good, 2), as: "logs/b.jsonl")
      expected = Samples.lines(Samples.command(), 12)
      let compiler = try #require(compilerOfC)
      let built = try place.run(
        compiler,
        ["-shared", "-fPIC", "-o", "run-failing.so", Self.source.path, "-ldl"],
        input: nil,
        environment: [:]
      )
      try #require(built.status == 0, "\(built.errors)")
    }

    /// Runs with call number `number` of `function` failing; nil if there was no such call.
    private func run(_ arguments: [String], _ function: String, _ number: Int) throws -> Outcome? {
      let hit = place.place("run-hit")
      try? FileManager.default.removeItem(at: hit)
      let outcome = try place.gauze(
        ["sanitize", "--jobs", "2"] + arguments,
        environment: [
          "LD_PRELOAD": place.place("run-failing.so").path,
          "GAUZE_FAIL": "\(function):\(number):\(function == "write" ? ENOSPC : EIO)",
          "GAUZE_HIT": hit.path,
        ]
      )
      return FileManager.default.fileExists(atPath: hit.path) ? outcome : nil
    }

    @Test(arguments: [
      ("read", 3), ("open", 4), ("close", 4), ("write", 4), ("half", 4), ("fsync", 2),
      ("rename", 3), ("thread", 2),
    ])
    func leavesTheTargetOldOrComplete(_ function: String, _ least: Int) throws {
      var number = 1
      while true {
        try place.put("old", as: "out")
        let arguments = ["-o", "out", "--rejects", "r", "--report", "r.json", "logs/a.jsonl"]
        guard let run = try run(arguments, function, number) else { break }
        let text = try place.text("out")
        let isDone = run.status == 1
        #expect(isDone || run.status == 3, "\(function) \(number): \(run.errors)")
        #expect(text == (isDone ? expected : "old"), "\(function) \(number)")
        #expect(isDone || !run.errors.contains("accepted"), "\(function) \(number)")
        #expect(!place.names.contains { $0.hasPrefix(".gauze-") }, "\(function) \(number)")
        for name in ["r", "r.json"] { try? FileManager.default.removeItem(at: place.place(name)) }
        number += 1
      }
      // A test that injects nothing proves nothing.
      #expect(number > least, "\(function): \(number - 1) calls")
    }

    @Test(arguments: ["close", "write", "fsync", "rename"])
    func leavesEachTargetOfAFolderOldOrComplete(_ function: String) throws {
      try FileManager.default.createDirectory(
        at: place.place("out"),
        withIntermediateDirectories: true
      )
      var number = 1
      while true {
        for name in ["a", "b"] { try place.put("old", as: "out/\(name).jsonl") }
        guard let run = try run(["-o", "out", "logs"], function, number) else { break }
        let found = try ["a", "b"].map { try place.text("out/\($0).jsonl") }
        let complete = [expected, Samples.lines(Samples.goodClean, 2)]
        for (text, whole) in zip(found, complete) { #expect(text == "old" || text == whole) }
        #expect(run.status == 3 || found == complete, "\(function) \(number)")
        let names = try FileManager.default.contentsOfDirectory(atPath: place.place("out").path)
        #expect(names.sorted() == ["a.jsonl", "b.jsonl"], "\(function) \(number)")
        number += 1
      }
      #expect(number > 2, "\(function): \(number - 1) calls")
    }

    private static let source = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/Commands/failing.c")
  }

  /// A compiler of C; the one that comes with Swift if there is no other. AddressSanitizer wants to be
  /// loaded first.
  private let compilerOfC: URL? = {
    if dlsym(nil, "__asan_init") != nil { return nil }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return ["cc", "gcc", "clang"].lazy.flatMap { name in
      path.split(separator: ":").map { URL(fileURLWithPath: "\($0)/\(name)") }
    }.first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()
#endif
