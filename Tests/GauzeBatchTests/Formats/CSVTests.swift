import Gauze
import GauzeBatch
import Testing

@Suite struct CSVTests {
  private static let schema = """
    {"gauze": 1, "name": "trips", "version": "1.0", "description": "Trips.", "eventKey": "event",
     "events": {
      "trip": {"description": "A trip.", "properties": {
        "note": {"type": "string", "policies": ["scrub-text", {"truncate": 50}], "why": "w"},
        "count": {"type": "integer", "minimum": 0, "maximum": 99, "why": "w"},
        "ratio": {"type": ["number", "null"], "minimum": 0, "maximum": 1, "why": "w"},
        "paid": {"type": "boolean", "why": "w"},
        "tags": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}, "maxItems": 3,
          "why": "w"},
        "to": {"type": "object", "properties": {
          "city": {"type": "string", "enum": ["Oslo", "Rome"], "why": "w"},
          "zip.code": {"type": "integer", "minimum": 0, "maximum": 9999, "why": "w"}}, "why": "w"},
        "long": {"from": "note", "policies": ["presence"], "why": "w"}
      }, "required": ["count"]},
      "stop": {"description": "A stop.", "properties": {
        "count": {"type": "string", "enum": ["one", "two"], "why": "w"}}, "required": ["count"]}
     }}
    """

  private func reader(
    _ header: String,
    event: String? = nil,
    dropsUnknown: Bool = false,
    schema: String = CSVTests.schema
  ) throws -> CSVReader {
    let bytes = Array(header.utf8)
    return try CSVReader(
      try CSVHeader(bytes.span, delimiter: CSVHeader.delimiter(of: bytes.span)),
      try Schema(reading: Array(schema.utf8).span),
      event: event.map { Array($0.utf8) },
      dropsUnknown: dropsUnknown
    )
  }

  private func json(_ reader: CSVReader, _ line: String) -> String? {
    var reader = reader
    var output = ByteBuffer()
    output.append("kept")
    let fault = reader.read(Array(line.utf8).span, appendingTo: &output)
    #expect(fault == nil || fault == .malformedJSON)
    let text = String(decoding: output.bytes, as: UTF8.self)
    if fault != nil { #expect(text == "kept") }
    return fault == nil ? String(text.dropFirst(4)) : nil
  }

  @Test func writesFieldsAsTheSchemaTypesThem() throws {
    let columns = try reader("event,note,count,ratio,paid,tags")
    #expect(
      json(columns, "trip,12,12,0.5,true,\"[\"\"a\"\", \"\"b\"\"]\"")
        == #"{"event":"trip","note":"12","count":12,"ratio":0.5,"paid":true,"tags":["a", "b"]}"#
    )
    #expect(json(columns, "stop,,one,,,") == #"{"event":"stop","count":"one"}"#)
    #expect(json(columns, "trip,,1,null,,") == #"{"event":"trip","count":1,"ratio":null}"#)
    #expect(
      json(columns, "trip,\"a \"\"b\"\"\r\nc\",1,,,")
        == #"{"event":"trip","note":"a \"b\"\r\nc","count":1}"#
    )
  }

  @Test func writesWhatIsNoLiteralAsText() throws {
    let columns = try reader("event,count,paid,tags")
    for text in ["1,x", "01", "+1", " 1", "1 ", "0x1", "TRUE", "1}", "{}", "[", "\u{1}", "1;2"] {
      let line = json(columns, "trip,\"\(text)\",,")
      var expected = ByteBuffer()
      JSONText.write(Array(text.utf8).span, to: &expected)
      #expect(
        line == "{\"event\":\"trip\",\"count\":\(String(decoding: expected.bytes, as: UTF8.self))}"
      )
    }
    // Nothing of a field reaches beyond it.
    #expect(
      json(columns, "trip,1,,\"[]},{\"") == #"{"event":"trip","count":1,"tags":"[]},{"}"#
    )
    #expect(json(columns, "trip,1,,{}") == #"{"event":"trip","count":1,"tags":{}}"#)
  }

  @Test func takesEmptyFieldsForAbsent() throws {
    let columns = try reader("event,note,to.city,to.zip.code,count")
    #expect(json(columns, "trip,,,,1") == #"{"event":"trip","count":1}"#)
    #expect(json(columns, "trip,\"\",,12,") == #"{"event":"trip","to":{"zip.code":12}}"#)
    #expect(json(columns, ",,,,") == #"{"event":""}"#)
  }

  @Test func gathersNestedFieldsThatStandApart() throws {
    #expect(
      json(try reader("to.city,event,count,to.zip.code"), "Oslo,trip,3,100")
        == #"{"event":"trip","to":{"city":"Oslo","zip.code":100},"count":3}"#
    )
  }

  @Test func writesTheEventThatIsGiven() throws {
    #expect(
      json(try reader("count;note", event: "trip"), "3;a,b")
        == #"{"event":"trip","count":3,"note":"a,b"}"#
    )
    #expect(json(try reader("count\tnote", event: "trip"), "3\t") == #"{"event":"trip","count":3}"#)
  }

  @Test func rejectsRaggedRecordsAndStrayQuotes() throws {
    let columns = try reader("event,count,note")
    for line in [
      "trip,1", "trip,1,,", "", "trip,1,a\"b", "trip,1,\"a\"b", "trip,1,\"a", "trip,1, \"a\"",
    ] {
      #expect(json(columns, line) == nil, "\(line)")
    }
  }

  @Test func refusesAHeaderThatDoesNotFit() throws {
    let schema = try Schema(reading: Array(Self.schema.utf8).span)
    func error(_ header: String, event: String? = nil, drops: Bool = false) -> CSVHeaderError? {
      do throws(CSVHeaderError) {
        let bytes = Array(header.utf8)
        _ = try CSVReader(
          try CSVHeader(bytes.span, delimiter: CSVHeader.delimiter(of: bytes.span)),
          schema,
          event: event.map { Array($0.utf8) },
          dropsUnknown: drops
        )
        return nil
      } catch {
        return error
      }
    }
    #expect(error("event,count,secret,note,other") == .unknown([3, 5]))
    #expect(error("event,count,secret,note,other", drops: true) == nil)
    #expect(error("event,note") == .missing([Array("count".utf8)]))
    #expect(error("count,note") == .noEvent(Array("event".utf8)))
    #expect(error("count,note", event: "trip") == nil)
    #expect(error("count,note", event: "stop") == .unknown([2]))
    #expect(error("event,count", event: "trip") == .twoEvents)
    #expect(error("count", event: "fall") == .unknownEvent)
    #expect(error("event,count,note,count") == .duplicate(2, 4))
    #expect(error("event,count,event") == .duplicate(1, 3))
    #expect(error("event,count,to,to.city") == .duplicate(3, 4))
    #expect(error("event,count,to.city,to") == .duplicate(3, 4))
    #expect(error("event,long,count") == .unknown([2]))
    #expect(error("event,co\"unt") == .unreadable)
    #expect(error("event,count,") == .unknown([3]))
  }

  @Test func readsTheDelimiterFromTheHeader() {
    for (text, delimiter) in [
      ("a,b\nc;d", ASCII.comma), ("a;b\n,", ASCII.semicolon), ("a\tb", ASCII.tab),
      ("a", ASCII.comma), ("a;b,c", ASCII.comma), ("\"a,b\";c", ASCII.semicolon), ("", ASCII.comma),
    ] {
      #expect(CSVHeader.delimiter(of: Array(text.utf8).span) == delimiter, "\(text)")
    }
  }

  @Test func findsRecordsOverSeveralLines() {
    #expect(
      CSVFraming(limit: 100).found(in: "\u{FEFF}a,\"b\n\"\"\"\r\n \t\r\nc,d\n\"x\ny") == [
        Found("a,\"b\n\"\"\"", line: 1, offset: 3), Found("c,d", line: 4, offset: 17),
        Found(.malformedJSON, line: 5, offset: 21),
      ]
    )
  }

  @Test func skipsARecordThatIsTooLarge() {
    var bench = FramingBench(CSVFraming(limit: 20))
    let long = String(repeating: "x\n", count: 4000)
    #expect(
      bench.read(Array("a\n\"\(long)\"\nb\n".utf8)) { 8 } == [
        Found("a", line: 1, offset: 0), Found(.tooLarge, line: 2, offset: 2),
        Found("b", line: 4003, offset: 8005),
      ]
    )
    #expect(bench.widest < 40)
  }

  @Test func agreesWithItsTwin() throws {
    let seed: UInt64 = 0xF0_0002
    var random = SeededRandom(seed: seed)
    let words = ["\"", "\"", "\"\"", ",", ",", ";", "\n", "\r\n", "a", " ", "\t", "é", "\r", "xyz"]
    for round in 0..<6000 {
      let text = random.text(words, 0...14)
      let input = Array((round.isMultiple(of: 7) ? "\u{FEFF}" : "").utf8) + Array(text.utf8)
      let limit = Int.random(in: 0...12, using: &random)
      let delimiter = [ASCII.comma, ASCII.semicolon, ASCII.tab][round % 3]
      let expected = NaiveCSV.rows(in: input, limit: limit, delimiter: delimiter)
      for _ in 0..<3 {
        let most = Int.random(in: 1...9, using: &random)
        var bench = FramingBench(CSVFraming(limit: limit, delimiter: delimiter))
        let found = bench.read(input) { Int.random(in: 1...most, using: &random) }
        let rows = found.map { record in
          var header: [[UInt8]]?
          if let bytes = record.bytes {
            header = try? CSVHeader(bytes.span, delimiter: delimiter).names
          }
          return NaiveCSV.Row(
            fields: header,
            line: record.line,
            offset: record.offset,
            fault: record.fault
          )
        }
        #expect(rows == expected, "seed \(seed), round \(round): \(text.debugDescription)")
        if rows != expected { return }
      }
    }
  }
}
