import Gauze
import GauzeBatch
import Testing

@Suite struct TextTests {
  private func records(_ text: String, limit: Int = 1 << 20) -> [String] {
    TextFraming(limit: limit).found(in: text).map { found in
      found.fault.map { "\($0)" } ?? String(decoding: found.bytes ?? [], as: UTF8.self)
    }
  }

  private func json(_ record: String) -> String {
    var output = ByteBuffer()
    let bytes = Array(record.utf8)
    TextReader().read(bytes.span, appendingTo: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("2026-05-01T12:00:00Z x", "2026-05-01T12:00:00Z"),
    ("2026-05-01T12:00:00.123456+02:00 x", "2026-05-01T12:00:00.123456+02:00"),
    ("2026-05-01 12:00:00,123 x", "2026-05-01T12:00:00.123Z"),
    ("2026-05-01 12:00:00.5-0730 x", "2026-05-01T12:00:00.5-07:30"),
    ("[2026-05-01 12:00:00] x", "2026-05-01T12:00:00Z"),
    ("2026-05-01 12:00 x", "2026-05-01T12:00:00Z"),
    ("2026/05/01 12:00:00 x", "2026-05-01T12:00:00Z"),
    ("2026-05-01 12:00:00 UTC x", "2026-05-01T12:00:00Z"),
    ("[Fri May  1 12:00:00.123 2026] x", "2026-05-01T12:00:00.123Z"),
    ("Fri May  1 12:00:00 2026 x", "2026-05-01T12:00:00Z"),
    ("<34>1 2026-05-01T12:00:00Z x", "2026-05-01T12:00:00Z"),
    ("2026-05-01T12:00:00.1234567891Z x", "2026-05-01T12:00:00.123456789Z"),
  ])
  func readsTimesOfManyForms(line: String, time: String) {
    #expect(json(line) == "{\"time\":\"\(time)\",\"message\":\"x\"}")
  }

  @Test(arguments: [
    "2026-13-01 12:00:00 x", "2026-02-30 12:00:00 x", "2026-05-01 24:00:00 x",
    "2026-05-01 x", "2026-05-01 12:00:00x x", "x 2026-05-01 12:00:00", "Foo  1 12:00:00 x", "12",
    "2026-05-01", "<34>", "[", "<999999>2026-05-01 12:00:00 x",
  ])
  func leavesOtherTextToTheMessage(line: String) {
    #expect(json(line) == "{\"message\":\"\(line)\"}")
  }

  @Test(arguments: [
    ("2026-05-01 12:00:00 ERROR it failed", "error", "it failed"),
    ("2026-05-01 12:00:00 - app - WARNING - it failed", "warn", "app - WARNING - it failed"),
    ("2026-05-01 12:00:00 [main] INFO c.a.Foo - it", "info", "[main] INFO c.a.Foo - it"),
    ("2026-05-01 12:00:00 [error] 7#7: it", "error", "7#7: it"),
    ("2026-05-01 12:00:00 [FATAL] it", "fatal", "it"),
  ])
  func readsLevels(line: String, level: String, message: String) {
    #expect(
      json(line)
        == "{\"time\":\"2026-05-01T12:00:00Z\",\"level\":\"\(level)\",\"message\":\"\(message)\"}"
    )
  }

  @Test func readsHostsAndUsersWhereALineNamesThem() {
    #expect(
      json("May  1 12:00:00 db17 sshd[7]: hello")
        == #"{"host":"db17","message":"sshd[7]: hello"}"#
    )
    #expect(
      json("203.0.113.9 - frank [10/Oct/2026:13:55:36 -0700] \"GET / HTTP/1.0\" 200")
        == #"{"time":"2026-10-10T13:55:36-07:00","host":"203.0.113.9","user":"frank","#
        + #""message":"\"GET / HTTP/1.0\" 200"}"#
    )
    // A word that only stands there is no host.
    #expect(
      json("2026-05-01 12:00:00 hello world: x")
        == #"{"time":"2026-05-01T12:00:00Z","message":"hello world: x"}"#
    )
  }

  @Test(arguments: [
    ("x statement: select 'a'", "x statement: ", "select 'a'"),
    ("SELECT 'a'", "", "SELECT 'a'"),
    ("failed: UPDATE t SET a = 'b'", "failed: ", "UPDATE t SET a = 'b'"),
    ("SELECTED it", "SELECTED it", ""), ("please SELECT one", "please SELECT one", ""),
  ])
  func tellsStatementsFromTheMessage(line: String, message: String, statement: String) {
    let parts = [("message", message), ("statement", statement)].filter { !$0.1.isEmpty }
      .map { "\"\($0.0)\":\"\($0.1)\"" }
    #expect(json(line) == "{\(parts.joined(separator: ","))}")
  }

  @Test func holdsTracesStatementsAndKeysTogether() {
    #expect(
      records("a\n  at b\nCaused by: c\n\tat d\ne\n") == ["a\n  at b\nCaused by: c\n\tat d", "e"]
    )
    #expect(
      records("ERROR: x\nTraceback (most recent call last):\n  f\nValueError: v\nnext\n")
        == ["ERROR: x\nTraceback (most recent call last):\n  f\nValueError: v", "next"]
    )
    #expect(
      records("SELECT *\nFROM a\nWHERE b = 'c\nd") == ["SELECT *\nFROM a\nWHERE b = 'c", "d"]
    )
    let stamp = "2026-05-01 12:00:00"
    #expect(
      records("\(stamp) a\nplain\n\nmore\r\n\(stamp) b\r\n\r\n")
        == ["\(stamp) a\nplain\n\nmore", "\(stamp) b"]
    )
    #expect(
      records("k: -----BEGIN X KEY-----\nProc-Type: 4\n\nAb+/=\n-----END X KEY-----\nnext\n")
        == ["k: -----BEGIN X KEY-----\nProc-Type: 4\n\nAb+/=\n-----END X KEY-----", "next"]
    )
  }

  @Test func endsAKeyThatDoesNotEnd() {
    #expect(
      records("-----BEGIN X KEY-----\nAbc+/\nAbc=\n2026-05-01 12:00:00 next\n").count == 2
    )
    #expect(records("-----BEGIN X KEY-----\nAbc+/\nnot a key, but a line\n").count == 2)
  }

  @Test func leavesOutWhatContinuesARecordBeyondItsBounds() {
    let stamp = "2026-05-01 12:00:00"
    for tail in ["  at x\n", "Ab+/=\n"] {
      let long = String(repeating: tail, count: 30_000)
      let head = tail.hasPrefix(" ") ? "\(stamp) a\n" : "\(stamp) -----BEGIN X KEY-----\n"
      var bench = FramingBench(TextFraming(limit: 1 << 20))
      let found = bench.read(Array("\(head)\(long)\(stamp) b\n".utf8)) { 4096 }
      #expect(found.count == 2)
      #expect(found.last?.bytes == Array("\(stamp) b".utf8))
      #expect(found.last?.line == 30_002)
      #expect((found.first?.bytes?.count ?? 0) < 80_000)
      #expect(bench.widest < 80_000)
    }
  }

  @Test func losesNoPlainLineBehindOneTime() {
    let lines = (0..<5000).map { "request \($0) handled" }
    let found = records("2026-05-01 12:00:00 started\n" + lines.map { "\($0)\n" }.joined())
    #expect(found.count == 1 + 5000 - 999)
    #expect(found.first?.hasSuffix("request 998 handled") == true)
    #expect(Array(found.dropFirst()) == Array(lines.dropFirst(999)))
  }

  @Test func takesUpARecordsLinesAgainBehindTheNextTime() {
    let stamp = "2026-05-01 12:00:00"
    let text = "\(stamp) a\np\nq\nr\n\n\ns\n  at t\n\(stamp) b\np\n"
    let found = TextFraming(limit: 1000, mostLines: 2).found(in: text)
    #expect(
      found.map { String(decoding: $0.bytes ?? [], as: UTF8.self) }
        == ["\(stamp) a\np", "q", "r", "s\n  at t", "\(stamp) b\np"]
    )
  }

  @Test(arguments: ["\n", "\nnext\n", "\n  at c\n"])
  func countsAContinuingLineThatIsTooLarge(tail: String) {
    let long = String(repeating: "x", count: 5000)
    for step in [1, 64, 10_000] {
      var bench = FramingBench(TextFraming(limit: 100))
      let found = bench.read(Array("a\n  at b\n  \(long)\(tail)".utf8)) { step }
      let expected = [
        Found("a\n  at b", line: 1, offset: 0), Found(.tooLarge, line: 3, offset: 9),
      ]
      #expect(Array(found.prefix(2)) == expected)
      #expect(found.count == (tail.contains("next") ? 3 : 2))
    }
  }

  @Test func rejectsALineThatIsTooLarge() {
    var bench = FramingBench(TextFraming(limit: 100))
    let long = String(repeating: "x", count: 5000)
    let found = bench.read(Array("a\n\(long)\nb\n".utf8)) { 64 }
    #expect(
      found == [
        Found("a", line: 1, offset: 0), Found(.tooLarge, line: 2, offset: 2),
        Found("b", line: 3, offset: 5003),
      ]
    )
    #expect(bench.widest < 1000)
  }

  /// Lines whose kinds are known by how they are made, joined by the rules as they stand in words.
  @Test func agreesWithItsTwin() {
    let seed: UInt64 = 0xF0_0003
    var random = FormatRandom(seed: seed)
    let lines: [(text: String, kind: Character)] = [
      ("2026-05-01 12:00:00 INFO a", "s"), ("ERROR: b", "l"), ("  at c", "c"),
      ("Caused by: d", "c"), ("plain, e", "p"), ("", "b"), (" \t", "b"),
      ("x -----BEGIN K-----", "o"), ("Ab+/=", "k"), ("-----END K-----", "e"),
      ("Traceback (most recent call last):", "t"),
    ]
    for round in 0..<3000 {
      let some = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        lines.randomElement(using: &random) ?? ("", "b")
      }
      let text = some.map { $0.text }.joined(separator: "\n")
      let mostLines = round.isMultiple(of: 2) ? TextFraming.mostLines : 3
      let expected = twin(some, mostLines)
      for _ in 0..<2 {
        let most = Int.random(in: 1...40, using: &random)
        var bench = FramingBench(TextFraming(limit: 1000, mostLines: mostLines))
        let found = bench.read(Array(text.utf8)) { Int.random(in: 1...most, using: &random) }
        #expect(found == expected, "seed \(seed), round \(round): \(text.debugDescription)")
        if found != expected { return }
      }
    }
  }

  private func twin(_ lines: [(text: String, kind: Character)], _ mostLines: Int) -> [Found] {
    var groups: [[Int]] = []
    var (isOpen, isStamped, isInKey, isInTrace) = (false, false, false, false)
    var lineCount = 0
    for (index, line) in lines.enumerated() {
      let isKeyPart = "bkeo".contains(line.kind) && line.kind != "o"
      let isFull = lineCount >= mostLines
      let joins =
        isOpen
        && (isInKey && isKeyPart
          || !"sl".contains(line.kind)
            && ("ct".contains(line.kind)
              || (line.kind == "b" ? isStamped : isInTrace || (isStamped && !isFull))))
      if !joins {
        isOpen = line.kind != "b"
        (isInKey, isInTrace, lineCount) = (false, false, 0)
        if isOpen, !"sl".contains(line.kind) { isStamped = false }
        if isOpen { groups.append([]) }
      } else if isInTrace, !"ctb".contains(line.kind), !isInKey {
        isInTrace = false
      }
      guard isOpen else { continue }
      lineCount += 1
      if lineCount <= mostLines { groups[groups.count - 1].append(index) }
      isStamped = isStamped || line.kind == "s"
      isInTrace = isInTrace || line.kind == "t"
      isInKey = line.kind == "o" || (isInKey && isKeyPart && line.kind != "e")
    }
    return groups.compactMap { group in
      var group = group
      while let last = group.last, lines[last].kind == "b" { group.removeLast() }
      guard let first = group.first else { return nil }
      let offset = lines[..<first].reduce(0) { $0 + $1.text.utf8.count + 1 }
      return Found(
        group.map { lines[$0].text }.joined(separator: "\n"),
        line: first + 1,
        offset: offset
      )
    }
  }
}
