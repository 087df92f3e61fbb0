import Foundation
import Testing

import Gauze
import GauzeGate

/// A draft loads, accepts the sample that it was made of, and says of each kind of value what is safest.
@Suite struct SchemaDraftTests {
  // MARK: - Texts

  @Test func scrubsAndCutsTexts() throws {
    let fields = try drafted(#"{"note":"cannot open it"}"#)
    #expect(fields.policies("note") == [#""mask-urls""#, Self.scrub, #"{"truncate":100}"#])
    let long = String(repeating: "word ", count: 60)
    #expect(try drafted(#"{"note":"\#(long)"}"#).policies("note").last == #"{"truncate":1000}"#)
    #expect(
      try drafted(#"{"note":"\#(long)\#(long)\#(long)\#(long)"}"#).policies("note").last
        == #"{"truncate":2000}"#
    )
  }

  @Test func masksStatementsBesides() throws {
    let fields = try drafted(
      #"{"text":"SELECT a FROM t WHERE b = 'x'","page":"see https://a.example/b","query":"none"}"#
    )
    #expect(fields.policies("text").first == #""mask-sql""#)
    #expect(fields.policies("page").first == #""mask-urls""#)
    // A name speaks for values that no one has seen.
    #expect(fields.policies("query").first == #""mask-sql""#)
  }

  @Test func knowsFormats() throws {
    let fields = try drafted(
      #"{"run":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","seen":"2026-05-01T09:31:00Z","#
        + #""day":"2026-05-01","app_version":"1.4.0-rc.1","trace":"0f1e2d3c4b5a69780f1e2d3c4b5a6978"}"#
    )
    #expect(fields["run"]?["format"] as? String == "uuid")
    #expect(fields.policies("seen") == [#"{"coarsen-time":"hour"}"#])
    #expect(fields.policies("day") == [#"{"coarsen-time":"month"}"#])
    #expect(
      fields.policies("app_version") == [#"{"coarsen-version":{"otherwise":"other","parts":3}}"#]
    )
    #expect(fields.policies("trace") == [#""scrub-text""#, #""fingerprint""#])
  }

  @Test func takesNoFormatThatOneValueBreaks() throws {
    let fields = try drafted(
      #"{"run":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","day":"2026-05-01"}"#,
      #"{"run":"jane","day":"May"}"#
    )
    #expect(fields.policies("run").contains(Self.scrub))
    #expect(fields.policies("day").contains(Self.scrub))
  }

  @Test func takesATimeThatLeavesTheCalendarForNone() throws {
    let fields = try drafted(#"{"seen":"0000-01-01T00:00:00+23:59"}"#)
    #expect(fields.policies("seen").contains(Self.scrub))
  }

  @Test(
    arguments: [
      ("email", "j"), ("contact", "jane@acme.example"), ("user", "jane"), ("host", "db17"),
      ("file_name", "pay.sql"), ("password", "hunter2"), ("apiKey", "x"), ("customer_name", "Jane"),
    ]
  )
  func dropsTextsOfPeopleMachinesFilesAndSecrets(_ name: String, _ value: String) throws {
    let fields = try drafted(#"{"\#(name)":"\#(value)"}"#)
    #expect(fields.policies(name) == [#""drop""#])
    #expect(fields[name]?["why"] == nil)
  }

  @Test(arguments: ["user_kind", "email_status", "password_policy", "note"])
  func keepsTextsOfTheirAspects(_ name: String) throws {
    #expect(try drafted(#"{"\#(name)":"new"}"#).policies(name).contains(Self.scrub))
  }

  @Test func dropsTheTextsInAPersonsObject() throws {
    let fields = try drafted(#"{"user":{"first":"Jane","age":44},"job":{"first":"build"}}"#)
    let user = fields["user"]?["properties"] as? [String: [String: Any]]
    #expect(user?.policies("first") == [#""drop""#])
    #expect(user?["age"]?["type"] as? String == "integer")
    let job = fields["job"]?["properties"] as? [String: [String: Any]]
    #expect(job?.policies("first").contains(Self.scrub) == true)
  }

  @Test func proposesAVocabularyWithoutItsWords() throws {
    let records = (0..<12).map { #"{"shell":"\#(["zsh", "fish", "bash"][$0 % 3])"}"# }
    let text = try draftText(records)
    #expect(text.contains("a vocabulary of 3 words"))
    for word in ["zsh", "fish", "bash"] { #expect(!text.contains(word)) }
    #expect(!(try draftText(Array(records.prefix(6)))).contains("vocabulary"))
  }

  // MARK: - Numbers

  @Test func putsNumbersInRangesOfPowersOfTen() throws {
    let fields = try drafted(#"{"rows":48213,"load":0.25,"far":-7}"#)
    #expect(fields["rows"]?["type"] as? String == "integer")
    #expect(
      fields.policies("rows") == [
        #"{"bucket":{"below":"<0","edges":[0,1,10,100,1000,10000,100000],"labels":["0","1-10","10-100","100-1K","1K-10K","10K-100K",">=100K"]}}"#
      ]
    )
    #expect(fields["load"]?["type"] as? String == "number")
    #expect(fields.policies("load").first?.contains("0.001-0.01") == true)
    #expect(fields["far"]?["type"] as? String == "integer")
  }

  @Test(arguments: ["9223372036854775808", "1e400", "-1e400", "0.0000001", "1.5", "-0.0"])
  func findsARangeForAnyNumber(_ number: String) throws {
    _ = try drafted(#"{"n":\#(number)}"#)
  }

  @Test func namesNoFieldForANumberThatNoFieldTakes() throws {
    let long = String(repeating: "1", count: 33)
    let fields = try drafted(#"{"n":\#(long),"list":[\#(long)],"in":{"n":\#(long),"ok":true}}"#)
    #expect(fields["n"] == nil)
    #expect(fields.policies("list").first == #""count""#)
    #expect((fields["in"]?["properties"] as? [String: Any])?.keys.sorted() == ["ok"])
  }

  @Test func tellsTheHourOfTimesSince1970() throws {
    let fields = try drafted(
      #"{"time":1755900000123,"created_at":1755900000,"started":1755900000.25,"id":1755900000123}"#
    )
    #expect(fields.policies("time") == [#"{"round":{"to":3600000}}"#])
    #expect(fields.policies("created_at") == [#"{"round":{"to":3600}}"#])
    #expect(fields.policies("started") == [#"{"round":{"to":3600}}"#])
    #expect(fields.policies("id").first?.hasPrefix(#"{"bucket""#) == true)
  }

  // MARK: - Containers

  @Test func followsObjectsArraysAndMaps() throws {
    let fields = try drafted(
      #"{"in":{"ok":true},"list":[{"ok":true},{"ok":null}],"days":{"2026-05-01":3,"2026-05-02":4},"#
        + #""none":[],"empty":{}}"#
    )
    #expect((fields["in"]?["properties"] as? [String: Any])?.count == 1)
    #expect(fields["list"]?["maxItems"] as? Int == 10)
    #expect((fields["list"]?["items"] as? [String: Any])?["type"] as? String == "object")
    #expect(fields["days"]?["maxProperties"] as? Int == 10)
    #expect((fields["days"]?["propertyNames"] as? [String: Any])?["format"] as? String == "date")
    #expect(fields.policies("none").first == #""count""#)
    #expect(fields.policies("empty") == [#""shape""#])
  }

  @Test func tellsOnlyTypesOfMixedValues() throws {
    let fields = try drafted(#"{"a":1,"b":null}"#, #"{"a":"one","b":null}"#)
    #expect(fields.policies("a") == [#""shape""#])
    #expect(fields.policies("b") == [#""drop""#])
  }

  @Test func takesNullBesideAType() throws {
    let fields = try drafted(#"{"a":true}"#, #"{"a":null}"#)
    #expect(fields["a"]?["type"] as? [String] == ["boolean", "null"])
  }

  @Test func requiresWhatEveryRecordHas() throws {
    let file = try object(draftText([#"{"a":true,"b":true}"#, #"{"a":false}"#]))
    let event = (file["events"] as? [String: [String: Any]])?["record"]
    #expect(event?["required"] as? [String] == ["a"])
  }

  // MARK: - Names

  @Test(
    arguments: [
      "jane@acme.example", "/home/jane", "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11", "user id", "",
      "48213", "order48213", "10.0.0.5", "deadbeefcafe", "Zx8Kq3Lm9Pw2Rt7Vb4Nc6Yd1", "é",
    ]
  )
  func copiesNoNameThatLooksLikeData(_ name: String) throws {
    let text = try draftText([#"{"ok":true,"\#(name)":1,"in":{"ok":true,"\#(name)":1}}"#])
    #expect(try drafted(#"{"ok":true,"\#(name)":1}"#).keys.sorted() == ["ok"])
    #expect(name.isEmpty || !text.contains(name))
    #expect(text.contains(#""unknown": "drop""#))
  }

  @Test func copiesNoRareName() throws {
    var records = [String](repeating: #"{"ok":true}"#, count: 20)
    records.append(#"{"ok":true,"janet":1}"#)
    #expect(!(try draftText(records)).contains("janet"))
    records.append(#"{"ok":true,"janet":1}"#)
    #expect(try draftText(records).contains("janet"))
  }

  @Test func takesNamesThatShareNoObjectForKeys() throws {
    let names = (0..<26).map { "k" + String(UnicodeScalar(UInt8(97 + $0))) }
    let records = (0..<78).map { #"{"scores":{"\#(names[$0 % 26])":1}}"# }
    #expect(try drafted(records).policies("scores") == [#""shape""#])
  }

  // MARK: - Events

  @Test func tellsEventsApartByAUsualMember() throws {
    let records = [
      #"{"type":"opened","ok":true,"n":1}"#, #"{"type":"page.closed","ok":true}"#,
      #"{"ok":false,"type":"opened","n":2}"#,
    ]
    let file = try object(draftText(records))
    #expect(file["eventKey"] as? String == "type")
    let events = try #require(file["events"] as? [String: [String: Any]])
    #expect(events.keys.sorted() == ["opened", "page.closed"])
    // What all events have alike is said once.
    let common = file["common"] as? [String: Any]
    #expect((common?["properties"] as? [String: Any])?.keys.sorted() == ["ok"])
    #expect((events["opened"]?["properties"] as? [String: Any])?.keys.sorted() == ["n"])
  }

  @Test(arguments: ["Jane", "jane doe", "jane@acme.example", "a48213", "10.0.0.5", "", "é", "f-1"])
  func copiesNoWordThatLooksLikeData(_ word: String) throws {
    let text = try draftText([#"{"type":"opened"}"#, #"{"type":"\#(word)"}"#])
    #expect(!text.contains("eventKey") && !text.contains("opened"))
    #expect(word.isEmpty || !text.contains(word))
  }

  @Test func copiesNoWordsOfWhichThereAreAsManyAsRecords() throws {
    let records = (0..<40).map {
      #"{"type":"w\#(String(UnicodeScalar(UInt8(97 + $0 % 26))))\#($0)"}"#
    }
    #expect(!(try draftText(records)).contains("eventKey"))
  }

  @Test func asksForTheMemberInEveryRecord() throws {
    for other in [#"{"ok":true}"#, #"{"type":1}"#, #"{"type":null}"#] {
      #expect(!(try draftText([#"{"type":"opened"}"#, other])).contains("eventKey"), "\(other)")
    }
  }

  @Test func takesANamedEventKeyWithCapitals() throws {
    let records = [#"{"what":"PageOpened","type":"x"}"#, #"{"what":"PageClosed","type":"x"}"#]
    #expect(try draftText(records, eventKey: "what").contains(#""PageOpened": {"#))
    #expect(!(try draftText(records)).contains("PageOpened"))
  }

  // MARK: - Support

  private static let scrub = #"{"scrub-text":{"entropy":true,"uuids":true}}"#

  private func drafted(_ records: String...) throws -> [String: [String: Any]] {
    try drafted(records)
  }

  /// The fields of a draft of one event.
  private func drafted(_ records: [String]) throws -> [String: [String: Any]] {
    let file = try object(draftText(records))
    let event = (file["events"] as? [String: [String: Any]])?["record"]
    return try #require(event?["properties"] as? [String: [String: Any]])
  }

  private func draftText(_ records: [String], eventKey: String? = nil) throws -> String {
    let sample = records.map { Array($0.utf8) }
    let bytes = try DraftBench.judge(sample, eventKey: eventKey).bytes
    return String(decoding: bytes, as: UTF8.self)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}

extension [String: [String: Any]] {
  /// The policies of a field, each as JSON with sorted members.
  fileprivate func policies(_ name: String) -> [String] {
    (self[name]?["policies"] as? [Any] ?? []).map { policy in
      let data = try? JSONSerialization.data(
        withJSONObject: policy,
        options: [.fragmentsAllowed, .sortedKeys]
      )
      return String(decoding: data ?? Data(), as: UTF8.self)
    }
  }
}
