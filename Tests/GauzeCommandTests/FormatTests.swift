import Foundation
import Testing

/// `gauze sanitize` over other formats than JSON Lines.
@Suite struct FormatTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  private static let header = "event,session_id,version,command,outcome,duration_ms"
  private static let row = "command,2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11,1.4.0,sync,success,1250"

  @Test func readsAnArrayByNameAndByItsFirstByte() throws {
    let text = "[\n  \(Samples.good),\n  {\"event\"\"},\n  \(Samples.good)\n]\n"
    try place.put(text, as: "app.json")
    for arguments in [["app.json"], ["--from", "json", "-"], ["-"]] {
      let run = try place.gauze(["sanitize", "--rejects", "r"] + arguments, input: text)
      #expect(run.status == 1)
      #expect(run.text == Samples.lines(Samples.goodClean, 2))
      let name = arguments.last ?? ""
      let offset = 2 + 2 + Samples.good.utf8.count + 2 + 2
      #expect(
        try place.text("r")
          == "{\"file\":\"\(name)\",\"line\":3,\"offset\":\(offset),"
          + "\"violations\":[{\"code\":\"malformed-json\",\"at\":\"\"}]}\n"
      )
    }
    let lines = try place.gauze("sanitize", "--from", "jsonl", "app.json")
    #expect(lines.text == Samples.goodClean + "\n")
  }

  @Test func saysWhenTheRestIsLost() throws {
    let run = try place.gauze("sanitize", input: "[\(Samples.good),{\"a\"\"},\(Samples.good)]")
    #expect(run.status == 1)
    #expect(run.text == Samples.goodClean + "\n")
    #expect(run.errors.contains("the last rejected record reaches to the end"))
  }

  @Test func readsCSVTypedByTheSchema() throws {
    try place.put("\u{FEFF}\(Self.header)\r\n\(Self.row)\r\n\r\n\(Self.row)", as: "app.csv")
    try place.put(
      "\(Self.header)\n\(Self.row)\n".replacingOccurrences(of: ",", with: "\t"),
      as: "app.tsv"
    )
    let run = try place.gauze("sanitize", "app.csv", "app.tsv")
    #expect(run.status == 0)
    #expect(run.text == Samples.lines(Samples.goodClean, 3))
  }

  @Test func saysOnceThatAHeaderDoesNotFitAndNothingOfIt() throws {
    let cases = [
      ("event,zebra\n", "column 2"), ("event,version\n", "session_id"), ("version\n", "--event"),
      ("event,event\n", "columns 1 and 2"), ("a\"b\n", "no CSV header"),
    ]
    for (text, words) in cases {
      let run = try place.gauze("sanitize", "--from", "csv", "-o", "out", input: text)
      #expect(run.status == 2)
      #expect(run.errors.contains(words) && !run.errors.contains("zebra"), "\(run.errors)")
      #expect(run.lines.isEmpty && place.names.isEmpty)
    }
    let named = try place.gauze(
      "sanitize",
      "--from",
      "csv",
      "--event",
      "command",
      input: (Self.header + "\n" + Self.row).replacingOccurrences(of: "event,", with: "")
        .replacingOccurrences(of: "command,2", with: "2")
    )
    #expect(named.text == Samples.goodClean + "\n")
    let dropped = try place.gauze(
      "sanitize",
      "--from",
      "csv",
      "--unknown",
      "drop",
      input: "\(Self.header),zebra\n\(Self.row),x\n"
    )
    #expect(dropped.text == Samples.goodClean + "\n")
    #expect(dropped.errors.contains("fields dropped 1"))
  }

  @Test func readsLogLinesWithTheirOwnSchema() throws {
    let text = """
      2026-05-01 12:00:00 ERROR cannot open '/home/jane/a.csv'
      2026-05-01 12:00:01 INFO statement: SELECT * FROM a
      WHERE b = 'Jane'
      """
    let clean = """
      {"time":"2026-05-01T12:00:00Z","level":"error","message":"cannot open '<path>'"}
      {"time":"2026-05-01T12:00:01Z","level":"info","message":"statement: ","statement":"SELECT * FROM a\\nWHERE b = ?"}

      """
    try place.put(text, as: "app.log")
    for arguments in [["app.log"], ["--from", "text"]] {
      let run = try place.gauze(["sanitize"] + arguments, input: text)
      #expect(run.status == 0)
      #expect(run.text == clean)
    }
    // JSON Lines have such names too.
    try place.put(Samples.good + "\n", as: "json.log")
    #expect(try place.gauze("sanitize", "json.log").text == Samples.goodClean + "\n")
  }

  @Test(arguments: [
    "app.log.1", "app.log-20260501", "syslog", "messages", "syslog.2", "app.log.12.gz",
  ])
  func readsLogsByTheNamesThatTheyHaveOnceRotated(name: String) throws {
    try place.put("2026-05-01 12:00:00 ERROR it failed\n", as: "text")
    let program = name.hasSuffix(".gz") ? "gzip -c" : "cat"
    #expect(try place.shell("\(program) text > \(name)").status == 0)
    let run = try place.gauze("sanitize", name)
    #expect(run.status == 0)
    #expect(run.text.contains(#""level":"error""#))
  }

  @Test(arguments: ["app.1", "my-syslog", "catalog.1"])
  func saysHowTextIsRead(name: String) throws {
    try place.put("it failed\n", as: name)
    let run = try place.gauze("sanitize", name)
    #expect(run.status == 1)
    #expect(run.errors.contains("--from text"))
  }

  @Test func readsAndWritesCompressedFiles() throws {
    try place.put("\(Self.header)\n\(Self.row)\n", as: "app.csv")
    for (program, suffix) in [("gzip", "gz"), ("zstd", "zst"), ("xz", "xz"), ("bzip2", "bz2")] {
      #expect(try place.shell("\(program) -c app.csv > app.csv.\(suffix)").status == 0)
      let run = try place.gauze("sanitize", "-o", "out.jsonl.\(suffix)", "app.csv.\(suffix)")
      #expect(run.status == 0)
      #expect(try place.shell("\(program) -dc out.jsonl.\(suffix) > out").status == 0)
      #expect(try place.text("out") == Samples.goodClean + "\n")
      // Cut short, it is an error, and the target stays as it is.
      #expect(try place.shell("head -c 40 app.csv.\(suffix) > cut.csv.\(suffix)").status == 0)
      let cut = try place.gauze("sanitize", "-o", "out", "cut.csv.\(suffix)")
      #expect(cut.status == 3)
      #expect(cut.errors.contains("damaged or cut short"))
      #expect(try place.text("out") == Samples.goodClean + "\n")
    }
    let resumed = try place.gauze("sanitize", "--resume", "-o", "x", "app.csv.gz")
    #expect(resumed.status == 2)
  }

  @Test func refusesExportsWhoseRecordsLieInsideOthers() throws {
    let text = "{\"resourceLogs\":[{\"zebra\":1}]}\n"
    let run = try place.gauze("sanitize", "-o", "out", input: text)
    #expect(run.status == 2)
    #expect(run.errors.contains("OTLP JSON") && !run.errors.contains("zebra"))
    #expect(place.names.isEmpty)
    #expect(try place.gauze("sanitize", "--from", "jsonl", input: text).status == 1)
  }

  @Test func refusesWhatDoesNotGoTogether() throws {
    for arguments in [
      ["--from", "xml"], ["--from", "json", "--event", "a"], ["--form", "wire", "--from", "csv"],
    ] {
      #expect(try place.gauze(["sanitize"] + arguments, input: "").status == 2)
    }
  }
}
