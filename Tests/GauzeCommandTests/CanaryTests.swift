import Foundation
import Testing

/// Plants a word in every place where bad input can hold one, and looks for it in everything that
/// any command says or writes.
@Suite struct CanaryTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  private static let canary = "zebra4711"

  /// Each holds the canary and is to leave nothing, in raw and in wire form.
  private static let records: [Data] = {
    let head =
      #""session_id":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","version":"1.4.0""#
    let texts = [
      // Keys, plain, escaped, empty and doubled.
      Samples.command(#","zebra4711":1"#), Samples.command(#","\u007aebra4711":1"#),
      Samples.command(#","zebra4711":{"zebra4711":["zebra4711"]}"#),
      Samples.command(#","zebra4711":1,"zebra4711":2"#), #"{"zebra4711":"zebra4711"}"#,
      // Values of the wrong type, form, size or choice.
      Samples.command(#","exit_code":"zebra4711""#), Samples.command(#","time":"zebra4711""#),
      Samples.command(#","machine_id":"zebra4711""#), Samples.command(#","ci":"zebra4711""#),
      Samples.command(#","files":["zebra4711"]"#), Samples.command(#","files":{"zebra4711":1}"#),
      Samples.command(#","outcome":"zebra4711""#), Samples.command(#","os":null,"x":"zebra4711""#),
      // Names of events.
      #"{"event":"zebra4711"}"#, #"{"event":["zebra4711"]}"#, #"{\#(head),"event":"zebra4711"}"#,
      #"{"event":"zebra4711","event":"command"}"#, #"{"Event":"zebra4711"}"#,
      // JSON that is none.
      "zebra4711", #""zebra4711""#, #"["zebra4711"]"#, #"{"event":"command","zebra4711"}"#,
      #"{"event":"command",zebra4711:1}"#, #"{"event":"command","command":"zebra4711"#,
      #"{"event":"command"} zebra4711"#, #"{"event":"command","command":"zebra4711\q"}"#,
      "{\"event\":\"command\",\"command\":\"zebra4711\u{1}\"}", #"{"event":zebra4711}"#,
      #"{"event":"command","command":"zebra4711\ud800"}"#, "// zebra4711", "{'event':'zebra4711'}",
      // Numbers beyond anything.
      Samples.command(#","zebra4711":1e99999"#),
      Samples.command(
        #","exit_code":99999999999999999994711,"user":"zebra4711@acme.example","a":1"#
      ),
      Samples.command(#","exit_code":-0,"command":"zebra4711""#),
      // Too deep, too many.
      String(repeating: #"{"zebra4711":"#, count: 400),
      Samples.command(#","zebra4711":"# + String(repeating: "[", count: 10_000)),
      #"{"event":"command",\#((0..<2000).map { "\"zebra4711\($0)\":1" }.joined(separator: ","))}"#,
      // Too long.
      #"{"event":"command","zebra4711":"\#(String(repeating: "zebra4711", count: 130_000))"}"#,
      Samples.command(
        #","user":"zebra4711@x","machine_id":"\#(String(repeating: "z", count: 99))""#
      ),
    ]
    var records = texts.map { Data($0.utf8) }
    for bytes in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x00]]
      as [[UInt8]]
    {
      records.append(
        Data(#"{"event":"command","command":"zebra4711"#.utf8) + bytes + Data("\"}".utf8)
      )
      records.append(Data(#"{"zebra4711"#.utf8) + bytes + Data("\":1}".utf8))
      records.append(bytes + Data("zebra4711".utf8))
    }
    return records
  }()

  /// The canary, as it is and as its digits, its start or its escapes would show.
  private func expectSilence(_ run: Outcome, files: [String] = [], _ note: String = "") throws {
    let texts = try [run.text, run.errors] + files.map { try place.text($0) }
    for text in texts {
      for word in ["zebra", "4711", "\\u007a", "99999", "acme"] {
        #expect(!text.lowercased().contains(word), "\(note)")
      }
    }
  }

  @Test(arguments: ["raw", "wire"], ["reject", "drop"])
  func keepsRejectedRecordsOutOfEverything(_ form: String, _ unknown: String) throws {
    let all = Self.records
    try place.put(Data(all.joined(separator: Data("\n".utf8))), as: "app.jsonl")
    let run = try place.gauze(
      "sanitize",
      "app.jsonl",
      "--form",
      form,
      "--unknown",
      unknown,
      "--rejects",
      "r",
      "--report",
      "r.json",
      "--progress"
    )
    try expectSilence(run, files: ["r", "r.json"])
    if unknown == "reject" {
      #expect(run.status == 1)
      #expect(run.text.isEmpty)
      #expect(try place.lines("r").count == all.count)
    }
    for line in try place.lines("r") { _ = try object(line) }
    let report = try object(place.text("r.json"))
    let records = try #require(report["records"] as? [String: Int])
    #expect(records["read"] == all.count)
    #expect((records["accepted"] ?? 0) + (records["rejected"] ?? 0) == all.count)
    // A length is data too: the longest place is a position, not a size.
    #expect(!(try place.text("r").contains("1170")))
  }

  @Test func keepsWhatVerifyFindsOutOfItsLines() throws {
    try place.put(Data(Self.records.joined(separator: Data("\n".utf8))), as: "app.jsonl")
    let run = try place.gauze("verify", "app.jsonl", "--rejects", "r", "--report", "r.json")
    #expect(run.status == 1)
    try expectSilence(run, files: ["r", "r.json"])
  }

  @Test func keepsRawValuesOutOfExplanationsThatNobodyWatches() throws {
    for record in Self.records {
      let text = String(decoding: record, as: UTF8.self)
      for form in ["raw", "wire"] {
        let run = try place.run(
          Workplace.program,
          ["explain", "--form", form],
          input: record,
          environment: [:]
        )
        #expect(run.status == 1, "\(text.prefix(100))")
        try expectSilence(run, "\(text.prefix(100))")
      }
    }
  }

  @Test func keepsLinesThatNoPolicyTakesOutOfErrors() throws {
    let lines = Data(Self.records.joined(separator: Data("\n".utf8)))
    for policies in [["hash-email"], [#"bucket={"edges":[1],"labels":["a","b"]}"#], ["redact"]] {
      let run = try place.run(
        Workplace.program,
        ["apply"] + policies,
        input: lines,
        environment: [:]
      )
      #expect(run.status == 1)
      try expectSilence(run, policies[0])
    }
  }

  @Test func keepsDataThatWasGivenAsASchemaToItself() throws {
    var files = Self.records
    files.append(Data(Samples.lines(Samples.unknownField, 3).utf8))
    files.append(Data("[\n\(Samples.unknownField)\n]".utf8))
    files.append(Data(#"{"gauze":"zebra4711","name":"zebra4711"}"#.utf8))
    files.append(Data(#"{"name":"zebra4711","version":"zebra4711","events":{"zebra4711":1}}"#.utf8))
    for file in files where file.count < 100_000 {
      try place.put(file, as: "data.jsonl")
      for command in [["check"], ["check", "--show"], ["sanitize", "--schema"]] {
        let run = try place.gauze(command + ["data.jsonl"], input: Samples.good)
        #expect(run.status == 2)
        try expectSilence(run, "\(String(decoding: file, as: UTF8.self).prefix(100))")
      }
    }
  }

  @Test func keepsKeysOfMapsAndNestedObjectsOutOfPlaces() throws {
    try place.put(Samples.nestedSchema, as: "s.json")
    for rest in [
      #""map":{"zebra4711":true}"#, #""map":{"x":"zebra4711"}"#, #""inner":{"zebra4711":1}"#,
      #""list":[{"zebra4711":[]}]"#, #""list":["zebra4711"]"#, #""inner":{"kind":"zebra4711"}"#,
      #""map":{"x":true,"y":true,"zebra4711":true}"#, #""inner":{"size":4711}"#,
    ] {
      for command in ["sanitize", "verify", "explain"] {
        let extra = command == "explain" ? [] : ["--rejects", "r", "--report", "r.json"]
        let run = try place.gauze(
          [command, "--schema", "s.json"] + extra,
          input: "{\"type\":\"report\",\(rest)}"
        )
        #expect(run.status == 1, "\(rest)")
        try expectSilence(run, files: extra.isEmpty ? [] : ["r", "r.json"], rest)
      }
    }
  }
}
