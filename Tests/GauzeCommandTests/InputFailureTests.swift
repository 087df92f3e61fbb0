import Foundation
import Testing

/// Files that cannot be read or written: status 3, a name and a reason, the target untouched.
@Suite struct InputFailureTests {
  private let place: Workplace
  init() throws {
    place = try Workplace()
    try place.put("old", as: "out")
    try place.put(Samples.lines(Samples.good, 2), as: "app.jsonl")
  }

  private func expectFailure(_ arguments: [String], _ errors: String) throws {
    let run = try place.gauze(arguments + ["-o", "out", "--rejects", "r", "--report", "r.json"])
    #expect(run.status == 3)
    #expect(run.text.isEmpty)
    #expect(run.errors == "gauze: \(errors)\n")
    #expect(try place.text("out") == "old")
    #expect(place.names == ["app.jsonl", "out"])
  }

  @Test func failsForAMissingFile() throws {
    let words = "missing: cannot open: No such file or directory"
    try expectFailure(["sanitize", "missing"], words)
    try expectFailure(["sanitize", "app.jsonl", "missing"], words)
    #expect(try place.gauze("verify", "missing").status == 3)
    #expect(try place.gauze("explain", "missing").status == 3)
    #expect(try place.gauze("digest", "missing").status == 3)
  }

  @Test func readsNoFolderWhereOneFileIsMeant() throws {
    #expect(try place.gauze("digest", ".").status == 3)
    #expect(try place.gauze("explain", ".").status == 3)
  }

  #if os(Linux)
    @Test func failsForAFileThatCannotBeRead() throws {
      // Opens for its own process, and its first page is never there.
      try expectFailure(
        ["sanitize", "/proc/self/mem"],
        "/proc/self/mem: cannot read: Input/output error"
      )
    }

    @Test(.enabled(if: getuid() == 0 && FileManager.default.fileExists(atPath: "/usr/bin/setpriv")))
    func failsForAFileThatIsNotTheUsers() throws {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0],
        ofItemAtPath: place.place("app.jsonl").path
      )
      let run = try place.shell(
        "setpriv --reuid 65534 --clear-groups \"$GAUZE\" sanitize app.jsonl"
      )
      // Where the program itself is out of that user's reach there is nothing to see.
      guard run.status != 127, run.status != 126 else { return }
      #expect(run.status == 3)
      #expect(run.errors == "gauze: app.jsonl: cannot open: Permission denied\n")
    }
  #endif

  @Test func failsForAStandardInputThatIsClosed() throws {
    let run = try place.shell("\"$GAUZE\" sanitize -o out <&-")
    #expect(run.status == 3)
    #expect(try place.text("out") == "old")
    #expect(place.names == ["app.jsonl", "out"])
  }

  @Test func failsForAStandardOutputThatIsClosedOrFull() throws {
    for place in ["/dev/full", "&-"] {
      for command in ["sanitize app.jsonl", "verify app.jsonl", "explain app.jsonl"] {
        let run = try self.place.shell("\"$GAUZE\" \(command) >\(place)")
        #expect(run.status == 3, "\(command) >\(place)")
        #expect(run.errors.contains("standard output: cannot write: "), "\(run.errors)")
      }
    }
    let run = try place.shell("echo 1 | \"$GAUZE\" apply redact > /dev/full")
    #expect(run.status == 3)
  }

  @Test func failsForAFullDisk() throws {
    for option in ["-o", "--rejects"] {
      try place.put("zebra\n", as: "bad")
      let run = try place.gauze("sanitize", "app.jsonl", "bad", option, "/dev/full")
      #expect(run.status == 3)
      #expect(run.errors == "gauze: /dev/full: cannot write: No space left on device\n")
    }
  }

  @Test func failsBeforeItsWorkForATargetThatCannotBe() throws {
    for option in ["-o", "--rejects", "--report"] {
      let run = try place.gauze("sanitize", "app.jsonl", option, "no/such/folder.json")
      #expect(run.status == 3)
      #expect(run.text.isEmpty, "\(option)")
      #expect(run.errors.hasPrefix("gauze: no/such/folder.json: cannot "))
    }
  }

  @Test func leavesTheTargetUntouchedWhenTheReportFails() throws {
    try FileManager.default.createDirectory(
      at: place.place("folder.json"),
      withIntermediateDirectories: false
    )
    let run = try place.gauze(
      "sanitize",
      "app.jsonl",
      "-o",
      "out",
      "--report",
      "folder.json"
    )
    #expect(run.status == 3)
    #expect(try place.text("out") == "old")
  }
}
