import Foundation
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

  /// Where a private key begins, and how its lines may look in a log.
  @Test(arguments: [
    "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: X 1\nComment: y\n\n%\n-----END PGP PRIVATE KEY BLOCK-----",
    "-----BEGIN RSA PRIVATE KEY-----\nX-Unknown: 1\n%\n-----END RSA PRIVATE KEY-----",
    "> -----BEGIN RSA PRIVATE KEY-----\n> %\n> -----END RSA PRIVATE KEY-----",
    "app_1  | -----BEGIN PRIVATE KEY-----\napp_1  | %\napp_1  | -----END PRIVATE KEY-----",
    "\"-----BEGIN PRIVATE KEY-----\",\n\"%\",\n\"-----END PRIVATE KEY-----\"",
    "s -----BEGIN PRIVATE KEY-----\n2026-05-01 12:00:00 INFO %\n2026-05-01 12:00:00 INFO -----END PRIVATE KEY-----",
    "ERROR: -----BEGIN PRIVATE KEY-----\nERROR: %\nERROR: -----END PRIVATE KEY-----",
    "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: \"a\"\n%\n---- END SSH2 ENCRYPTED PRIVATE KEY ----",
    "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nPrivate-Lines: 1\n%\nPrivate-MAC: 07",
  ])
  func holdsAPrivateKeyWhateverStandsBeforeItsLines(template: String) {
    let body = "MIIEpAIBAAKCAQEAx7"
    let key = template.replacingOccurrences(of: "%", with: body)
    for lead in ["", String(repeating: "x ", count: 3000)] {
      let text = "\(lead)\(key)\nnext, plain\n"
      for step in [1, 7, 100_000] {
        var bench = FramingBench(TextFraming(limit: 1 << 20))
        let found = bench.read(Array(text.utf8)) { step }
        let held = found.first.map { String(decoding: $0.bytes ?? [], as: UTF8.self) } ?? ""
        #expect(held.hasPrefix("\(lead)\(key)"))
        // Behind a line with a time a plain one goes on.
        #expect(found.count == (key.contains("2026") ? 1 : 2))
        #expect(!json(held).contains(body) && json(held).contains("Proc-Type"))
      }
    }
  }

  @Test func leavesOutAndCountsWhatIsLeftOfAKeyThatIsTooLong() {
    let stamp = "2026-05-01 12:00:00"
    let part = "INFO MIIEpAIBAAKCAQEAx7"
    let text =
      "\(stamp) -----BEGIN PRIVATE KEY-----\n\(stamp) \(part)\n\(stamp) \(part)\n"
      + "\(stamp) \(part)\n\(stamp) next\n"
    let found = TextFraming(limit: 1000, mostLines: 2).found(in: text)
    #expect(found.map(\.fault) == [nil, .tooLarge, nil])
    #expect(found.map(\.line) == [1, 3, 5])
  }

  @Test func leavesACertificateAndAKeyOnOneLineAsTheyAre() {
    let line = "a -----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----"
    #expect(records("\(line)\nb\n") == [line, "b"])
    let block = "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----"
    #expect(!json(block).contains("Proc-Type") && json(block).contains("MIIE"))
  }

  @Test func leavesOutWhatContinuesARecordBeyondItsBounds() {
    let stamp = "2026-05-01 12:00:00"
    for tail in ["  at x\n", "Ab+/=\n"] {
      let long = String(repeating: tail, count: 30_000)
      let head = tail.hasPrefix(" ") ? "\(stamp) a\n" : "\(stamp) -----BEGIN X KEY-----\n"
      var bench = FramingBench(TextFraming(limit: 1 << 20))
      let found = bench.read(Array("\(head)\(long)\(stamp) b\n".utf8)) { 4096 }
      // What is left of a key is counted, what is left of a trace is not.
      #expect(found.map(\.fault) == (tail.hasPrefix(" ") ? [nil, nil] : [nil, .tooLarge, nil]))
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
    var random = SeededRandom(seed: seed)
    let lines: [(text: String, kind: Character)] = [
      ("2026-05-01 12:00:00 INFO a", "s"), ("ERROR: b", "l"), ("  at c", "c"),
      ("Caused by: d", "c"), ("plain, e", "p"), ("", "b"), (" \t", "b"),
      ("x -----BEGIN K-----", "o"), ("Ab+/=", "k"), ("-----END K-----", "e"),
      ("Traceback (most recent call last):", "t"), ("-----BEGIN PRIVATE K-----", "o"),
      ("---- BEGIN SSH2 ENCRYPTED PRIVATE K ----", "o"), ("Private-MAC: 07", "e"),
      ("2026-05-01 12:00:00 INFO MIIEpAIBAAKCAQEA", "S"), ("> MIIEpAIBAAKCAQEA", "k"),
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
    // Places of key parts that were left out, each behind the group of that number.
    var omissions: [Int: Int] = [:]
    var (isOpen, isStamped, isInTrace) = (false, false, false)
    var key: Character?
    var lineCount = 0
    for (index, line) in lines.enumerated() {
      let isKeyPart = "bkeoS".contains(line.kind)
      let isBeginning = "slS".contains(line.kind)
      let isFull = lineCount >= mostLines
      let isHeld =
        key == "p" ? !isFull || isKeyPart : key == "o" && isKeyPart && !isBeginning
      let isMore =
        "ct".contains(line.kind)
        || (line.kind == "b" ? isStamped : isInTrace || (isStamped && !isFull))
      if !isOpen || !(isHeld || (!isBeginning && isMore)) {
        isOpen = line.kind != "b"
        (key, isInTrace, lineCount) = (nil, false, 0)
        if isOpen, !isBeginning { isStamped = false }
        if isOpen { groups.append([]) }
      } else if isInTrace, !"ctb".contains(line.kind), key == nil {
        isInTrace = false
      }
      guard isOpen else { continue }
      lineCount += 1
      if !isKeyPart, key == "o" || lineCount > mostLines { key = nil }
      if lineCount <= mostLines {
        groups[groups.count - 1].append(index)
      } else if key != nil, line.kind != "b", omissions[groups.count - 1] == nil {
        omissions[groups.count - 1] = index
      }
      isStamped = isStamped || "sS".contains(line.kind)
      isInTrace = isInTrace || line.kind == "t"
      if line.kind == "e" { key = nil }
      if line.kind == "o", line.text.contains("PRIVATE") { key = "p" }
      if line.kind == "o", key == nil { key = "o" }
    }
    return groups.enumerated().flatMap { number, group in
      var group = group
      while let last = group.last, lines[last].kind == "b" { group.removeLast() }
      guard let first = group.first else { return [Found]() }
      let record = Found(
        group.map { lines[$0].text }.joined(separator: "\n"),
        line: first + 1,
        offset: offset(of: first, in: lines)
      )
      guard let place = omissions[number] else { return [record] }
      return [record, Found(.tooLarge, line: place + 1, offset: offset(of: place, in: lines))]
    }
  }

  private func offset(of index: Int, in lines: [(text: String, kind: Character)]) -> Int {
    lines[..<index].reduce(0) { $0 + $1.text.utf8.count + 1 }
  }
}
