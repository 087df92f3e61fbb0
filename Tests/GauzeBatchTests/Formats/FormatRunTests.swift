import Gauze
import GauzeBatch
import GauzeSystem
import Testing

/// Runs over other formats than lines: what comes out depends on the input alone.
@Suite struct FormatRunTests {
  private let folder: BatchFolder
  private let schema: Schema
  private let plan: Plan

  init() throws {
    folder = try BatchFolder()
    schema = try Schema(reading: Array(Self.text.utf8).span)
    plan = try Plan(schema)
  }

  private static let text = """
    {"gauze": 1, "name": "notes", "version": "1.0", "description": "Notes.", "eventKey": "event",
     "events": {"note": {"description": "A note.", "properties": {
       "text": {"type": "string", "policies": ["scrub-text", {"truncate": 50}], "why": "What."},
       "size": {"type": "integer", "minimum": 0, "maximum": 9, "why": "How large."}}}}}
    """

  private var csv: InputFormat {
    InputFormat(.csv(CSVSettings(schema, event: nil, dropsUnknown: false)))
  }

  private func run(
    _ file: FilePath,
    _ format: InputFormat,
    jobs: Int = 1,
    chunkSize: Int = 1 << 20,
    limit: Int = 200
  ) throws -> BatchResult {
    try folder.run(
      [file],
      plan,
      limit: limit,
      bound: nil,
      jobs: jobs,
      chunkSize: chunkSize,
      as: format
    )
  }

  /// What the plan makes of what was found in the whole input at once.
  private func expected(_ found: [Found], _ json: (Found) -> [UInt8]?) -> (String, Tally) {
    var sanitizer = Sanitizer(plan)
    var clean = ByteBuffer()
    for record in found {
      if let fault = record.fault {
        sanitizer.reject(as: fault)
      } else if let json = json(record) {
        if sanitizer.sanitize(json.span, appendingTo: &clean) == .accepted {
          clean.append(ASCII.lineFeed)
        }
      } else {
        sanitizer.reject(as: .malformedJSON)
      }
    }
    return (String(decoding: clean.bytes, as: UTF8.self), sanitizer.tally)
  }

  private func array(_ random: inout SeededRandom) -> String {
    let records = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      [
        #"{"event":"note","text":"jane@corp.example, \"[{\"","size":7}"#, #"{"event":"note"}"#,
        "{\n  \"event\": \"note\",\n  \"size\": 3\n}", #"{"event":"note","zebra":1}"#, "7",
        "{\"a\"x}",
        #"{"event":"note","text":""# + String(repeating: "y", count: 300) + "\"}", "\"", "",
      ].randomElement(using: &random) ?? ""
    }
    let isOpen = Int.random(in: 0..<9, using: &random) == 0
    return "[\n" + records.joined(separator: ",\n") + (isOpen ? "" : "\n]\n")
  }

  @Test func readsAnArrayAlikeWithAnyNumberOfWorkers() throws {
    for round in 0..<10 {
      var random = SeededRandom(seed: 0xF0_1000 + UInt64(round))
      let input = Array(array(&random).utf8)
      let file = try folder.put(input, as: "in")
      let whole = try run(file, InputFormat(.json))
      let (clean, tally) = expected(NaiveJSONFraming.found(in: input, limit: 200)) { $0.bytes }
      #expect(String(decoding: whole.clean, as: UTF8.self) == clean, "round \(round)")
      #expect(whole.tally == tally && whole.bytes == input.count, "round \(round)")
      for jobs in [1, 2, 5] {
        let size = [5, 64, 500, 4096].randomElement(using: &random) ?? 1
        let found = try run(file, InputFormat(.json), jobs: jobs, chunkSize: size)
        #expect(found == whole, "round \(round), \(jobs) jobs, chunks of \(size)")
      }
    }
  }

  @Test func readsCSVAlikeWithAnyNumberOfWorkers() throws {
    for round in 0..<10 {
      var random = SeededRandom(seed: 0xF0_2000 + UInt64(round))
      let lines = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        [
          "note,3,plain", "note,x,", "note,\"4\",\"two\r\nlines, \"\"here\"\" jane@corp.example\"",
          "",
          "note,3", "note,3,a\"b", "zebra,,", String(repeating: "y", count: 300),
          "note,5,\"\(String(repeating: "y\n", count: 200))\"",
        ].randomElement(using: &random) ?? ""
      }
      let input = Array(("event,size,text\r\n" + lines.joined(separator: "\n")).utf8)
      let file = try folder.put(input, as: "in")
      let whole = try run(file, csv)
      let reader = try CSVReader(
        CSVHeader(Array("event,size,text".utf8).span, delimiter: ASCII.comma),
        schema,
        event: nil,
        dropsUnknown: false
      )
      var bench = FramingBench(CSVFraming(limit: 200))
      var found = bench.read(input) { input.count }
      found.removeFirst()
      let (clean, tally) = expected(found) { record in
        var reader = reader
        var json = ByteBuffer()
        let line = record.bytes ?? []
        return reader.read(line.span, appendingTo: &json) == nil ? json.bytes : nil
      }
      #expect(String(decoding: whole.clean, as: UTF8.self) == clean, "round \(round)")
      #expect(whole.tally == tally && whole.bytes == input.count, "round \(round)")
      for jobs in [1, 2, 5] {
        let size = [5, 64, 500, 4096].randomElement(using: &random) ?? 1
        let other = try run(file, csv, jobs: jobs, chunkSize: size)
        #expect(other == whole, "round \(round), \(jobs) jobs, chunks of \(size)")
      }
    }
  }

  @Test func takesAnUnnamedInputForAnArrayIfItOpensOne() throws {
    let unnamed = InputFormat(.lines, by: .nobody)
    for text in ["[{\"event\":\"note\"}]", "\u{FEFF} \n [ {\"event\":\"note\"}\n]"] {
      let file = try folder.put(Array(text.utf8), as: "in")
      #expect(try run(file, unnamed).tally.accepted == 1)
      #expect(try run(file, unnamed, chunkSize: 1).tally.accepted == 1)
      #expect(try run(file, InputFormat(.lines, by: .name)).tally.accepted == 0)
    }
  }

  @Test func refusesExportsWhoseRecordsLieInsideOthers() throws {
    let texts: [(String, NestedExport?)] = [
      (#"{"resourceLogs":[{"scopeLogs":[]}]}"#, .openTelemetry),
      (#"[{"resourceSpans":[]}]"#, .openTelemetry),
      (#"{"events":[{"timestamp":1,"message":"m","ingestionTime":2}]}"#, .cloudWatch),
      (#"{"messageType":"DATA_MESSAGE","logGroup":"g","logEvents":[]}"#, .cloudWatch),
      (#"{"__CURSOR":"s=1","MESSAGE":"m"}"#, .journal),
      (#"{"event":"note","text":"resourceLogs"}"#, nil), (#"{"events":[1]}"#, nil),
      ("resourceLogs", nil), ("{\"resourceLogs", nil), ("", nil), ("{\"a\":[[[[", nil),
    ]
    for (text, export) in texts {
      let file = try folder.put(Array(text.utf8), as: "in")
      for source in [InputFormat.Source.nobody, .name, .told] {
        do {
          _ = try run(file, InputFormat(.lines, by: source))
          #expect(export == nil || source == .told, "\(text)")
        } catch BatchError.format(_, let error) {
          #expect(source != .told && error == export.map { .nested($0) }, "\(text)")
        }
      }
    }
  }

  @Test func ownsUpToAHeaderThatDoesNotFit() throws {
    for (text, wanted) in [
      ("event,zebra\n", CSVHeaderError.unknown([2])), ("size\n", .noEvent(Array("event".utf8))),
      ("event,\"siz", .unreadable), (String(repeating: "event,", count: 200), .unreadable),
    ] {
      let file = try folder.put(Array(text.utf8), as: "in")
      do {
        _ = try run(file, csv)
        Issue.record("it was read")
      } catch BatchError.format(_, let error) {
        #expect(error == .header(wanted))
      }
    }
    let empty = try folder.put(Array("\n \n".utf8), as: "in")
    #expect(try run(empty, csv).tally.read == 0)
  }
}
