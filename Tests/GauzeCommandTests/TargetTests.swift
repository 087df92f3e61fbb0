import Foundation
import Testing

/// `-o`, `--rejects`, `--report` and `--max-rejects`: files that appear complete or not at all.
@Suite struct TargetTests {
  private let place: Workplace
  init() throws {
    place = try Workplace()
    try place.put(Samples.lines(Samples.good, 2), as: "app.jsonl")
  }

  private let clean = Samples.lines(Samples.goodClean, 2)

  @Test func writesForItsUserAlone() throws {
    let run = try place.gauze(
      "sanitize",
      "app.jsonl",
      "-o",
      "out",
      "--rejects",
      "rejects",
      "--report",
      "r.json"
    )
    #expect(run.status == 0)
    #expect(run.text.isEmpty)
    #expect(try place.text("out") == clean)
    for name in ["out", "rejects", "r.json"] { #expect(try place.permissions(name) == 0o600) }
    #expect(place.names == ["app.jsonl", "out", "r.json", "rejects"])
  }

  @Test func leavesNothingBehindWhenTheFileSizeLimitIsReached() throws {
    try place.put(Samples.lines(Samples.good, 4000), as: "long.jsonl")
    let run = try place.shell("ulimit -f 64; exec \"$GAUZE\" sanitize -o out long.jsonl")
    #expect(run.status == 3)
    #expect(place.names == ["app.jsonl", "long.jsonl"])
  }

  @Test func takesTheLongOptionAndTheEqualsSign() throws {
    #expect(try place.gauze("sanitize", "--output=out", "app.jsonl").status == 0)
    #expect(try place.text("out") == clean)
    #expect(try place.gauze("sanitize", "-o", "-", "app.jsonl").text == clean)
  }

  @Test func writesThroughALinkAndKeepsIt() throws {
    try place.put("old", as: "real")
    try FileManager.default.createSymbolicLink(
      atPath: place.place("link").path,
      withDestinationPath: "real"
    )
    #expect(try place.gauze("sanitize", "app.jsonl", "-o", "link").status == 0)
    #expect(try place.text("real") == clean)
    let destination = try FileManager.default
      .destinationOfSymbolicLink(atPath: place.place("link").path)
    #expect(destination == "real")
  }

  @Test func writesToADevice() throws {
    let run = try place.gauze("sanitize", "app.jsonl", "-o", "/dev/null")
    #expect(run.status == 0)
    #expect(run.text.isEmpty)
    #expect(try place.gauze("sanitize", "app.jsonl", "-o", "/dev/stdout").text == clean)
  }

  @Test(arguments: [
    ["-o", "g.json", "--rejects", "./g.json"], ["-o", "g.json", "--report", "link.json"],
    ["--rejects", "link.json", "--report", ".//g.json"],
    ["-o", "sub/../g.json", "--rejects", "g.json"],
    ["-o", "new/", "--rejects", "./new//app.jsonl"],
  ])
  func refusesTwoSpellingsOfOneNewFile(_ options: [String]) throws {
    try FileManager.default.createSymbolicLink(
      atPath: place.place("link.json").path,
      withDestinationPath: "g.json"
    )
    try FileManager.default.createDirectory(
      at: place.place("sub"),
      withIntermediateDirectories: false
    )
    let run = try place.gauze(["sanitize", "app.jsonl"] + options)
    #expect(run.status == 2)
    #expect(run.errors.contains("same file"))
    #expect(place.names == ["app.jsonl", "link.json", "sub"])
  }

  @Test func takesTwoNewFilesOfOneNameInTwoFolders() throws {
    try FileManager.default.createDirectory(
      at: place.place("sub"),
      withIntermediateDirectories: false
    )
    let run = try place.gauze("sanitize", "app.jsonl", "-o", "g", "--rejects", "sub/g")
    #expect(run.status == 0)
  }

  @Test func addsToTheLogThatStandardErrorIs() throws {
    try place.put("not json\n", as: "bad.jsonl")
    try place.put("before\n", as: "run.log")
    let run = try place.shell(
      "exec \"$GAUZE\" sanitize bad.jsonl -o out --rejects /dev/stderr 2>>run.log"
    )
    #expect(run.status == 1)
    let log = try place.text("run.log")
    #expect(log.hasPrefix("before\n"))
    #expect(log.contains("malformed-json") && log.contains("rejected"))
  }

  @Test func canReplaceItsOwnInput() throws {
    #expect(try place.gauze("sanitize", "app.jsonl", "-o", "app.jsonl").status == 0)
    #expect(try place.text("app.jsonl") == clean)
  }

  @Test(arguments: [
    ["-o", "same.json", "--rejects", "same.json"], ["-o", "same.json", "--report", "same.json"],
    ["--rejects", "same.json", "--report", "same.json"],
    ["-o", "same.json", "--rejects", "./same.json"], ["--rejects", "-"],
  ])
  func refusesOneFileForTwoOutputs(_ options: [String]) throws {
    try place.put("old", as: "same.json")
    let run = try place.gauze(["sanitize", "app.jsonl"] + options)
    #expect(run.status == 2)
    #expect(run.errors.contains("same file"))
    #expect(try place.text("same.json") == "old")
  }

  @Test(arguments: ["--rejects", "--report"])
  func refusesToWriteItsFindingsOverItsInput(_ option: String) throws {
    try place.put(Samples.lines(Samples.good, 2), as: "app.json")
    let run = try place.gauze("sanitize", "app.json", option, "./app.json")
    #expect(run.status == 2)
    #expect(run.errors.contains("same file"))
    #expect(try place.text("app.json") == Samples.lines(Samples.good, 2))
  }

  @Test func leavesTheTargetUntouchedBeyondTheBound() throws {
    try place.put("old", as: "out")
    try place.put(Samples.lines(Samples.unknownField, 3) + Samples.good, as: "bad.jsonl")
    let run = try place.gauze(
      "sanitize",
      "bad.jsonl",
      "-o",
      "out",
      "--max-rejects",
      "2",
      "--rejects",
      "r",
      "--report",
      "r.json"
    )
    #expect(run.status == 1)
    #expect(try place.text("out") == "old")
    #expect(run.errors.contains("--max-rejects"))
    #expect(run.errors.contains("untouched"))
    #expect(try place.lines("r").count == 3)
    #expect(try object(place.text("r.json"))["complete"] as? Bool == false)
    #expect(place.names == ["app.jsonl", "bad.jsonl", "out", "r", "r.json"])
  }

  @Test func doesNotCallATargetUntouchedThatIsAStream() throws {
    let text = Samples.lines(Samples.unknownField, 2)
    let run = try place.gauze("sanitize", "--max-rejects", "1", input: text)
    #expect(run.status == 1)
    #expect(run.errors.contains("--max-rejects"))
    #expect(!run.errors.contains("untouched"))
  }

  @Test func takesOneDeviceForAllOutputs() throws {
    let run = try place.gauze(
      "sanitize",
      "app.jsonl",
      "-o",
      "/dev/null",
      "--rejects",
      "/dev/null"
    )
    #expect(run.status == 0)
  }

  @Test(arguments: [
    ("3", 0), ("2", 1), ("0", 1), ("75%", 0), ("74.99%", 1), ("100%", 0), ("0%", 1), ("0.5%", 1),
  ])
  func answersForRejectsByTheBound(_ bound: String, _ status: Int32) throws {
    let text = Samples.lines(Samples.unknownField, 3) + Samples.good
    let run = try place.gauze("sanitize", "-o", "out", "--max-rejects", bound, input: text)
    #expect(run.status == status)
    #expect(place.names.contains("out") == (status == 0))
  }

  @Test func countsAPercentageFromAThousandRecordsOn() throws {
    // One rejected in two for a start, far fewer in the end.
    let text = Samples.lines(Samples.unknownField, 10) + Samples.lines(Samples.good, 1990)
    let run = try place.gauze("sanitize", "--max-rejects", "0.5%", input: text)
    #expect(run.status == 0)
    #expect(run.lines.count == 1990)
  }

  @Test func reportsAsOneObjectWhoseSumsAgree() throws {
    let bad = [Samples.unknownField, Samples.unknownEvent, Samples.malformed, "[1]", "\u{0}"]
    try place.put(bad.joined(separator: "\n") + "\n\n", as: "bad.jsonl")
    let run = try place.gauze(
      "sanitize",
      "app.jsonl",
      "bad.jsonl",
      "--report",
      "r.json",
      "--rejects",
      "r"
    )
    #expect(run.status == 1)
    let report = try object(place.text("r.json"))
    let records = try #require(report["records"] as? [String: Int])
    #expect(records == ["read": 7, "accepted": 2, "rejected": 5])
    let rejections = try #require(report["rejections"] as? [String: Int])
    #expect(rejections.values.reduce(0, +) == 5)
    #expect(report["files"] as? [String] == ["app.jsonl", "bad.jsonl"])
    #expect(report["complete"] as? Bool == true)
    #expect(report["form"] as? String == "raw")
    #expect((report["schema"] as? [String: String])?["name"] == "cli-telemetry")
    let bytes = try ["app.jsonl", "bad.jsonl"].map { try place.text($0).utf8.count }
    #expect(report["bytes"] as? Int == bytes.reduce(0, +))
    #expect(run.errors.contains("read 7 · accepted 2 · rejected 5 ("))
    let rejects = try place.lines("r").map(object)
    #expect(rejects.map { $0["line"] as? Int } == [1, 2, 3, 4, 5])
    var offset = 0
    for (reject, record) in zip(rejects, bad) {
      #expect(reject["file"] as? String == "bad.jsonl")
      #expect(reject["offset"] as? Int == offset)
      #expect((reject["violations"] as? [Any])?.isEmpty == false)
      offset += record.utf8.count + 1
    }
  }

  @Test func answersForRejectsWithoutABoundAndStillWrites() throws {
    let run = try place.gauze(
      "sanitize",
      "-o",
      "out",
      input: Samples.good + "\n" + Samples.unknownField
    )
    #expect(run.status == 1)
    #expect(try place.text("out") == Samples.goodClean + "\n")
  }
}
