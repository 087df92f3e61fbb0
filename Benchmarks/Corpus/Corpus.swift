internal import Gauze

/// Somebody who uses the program: what all records of one machine share.
private struct Machine {
  let id: String
  let user: [UInt8]
  let version: String
  let system: String
  let processor: String
  let isCI: Bool
}

/// Makes an export of cli-telemetry records, line by line.
struct Corpus {
  /// What the lines came to.
  struct Count {
    var clean = 0
    var rejected = 0
    var blank = 0
  }

  private(set) var count = Count()
  var filling: Filling
  var record = RecordText()
  private var machines: [Machine] = []
  private var session = ""
  private var machine = 0
  private var second = 0

  init(seed: UInt64) {
    filling = Filling(seed: seed)
    for _ in 0..<5000 { machines.append(makeMachine()) }
    machine = 0
    session = uuid()
  }

  /// Adds one line and its end.
  mutating func appendLine(to output: inout ByteBuffer) {
    if filling.random.happens(1, in: 1000) {
      count.blank += 1
      output.append(filling.random.happens(1, in: 2) ? "\n" : "  \r\n")
    }
    if filling.random.happens(1, in: 8) {
      session = uuid()
      machine = filling.random.below(machines.count)
    }
    second += 1
    if filling.random.happens(1, in: 50) {
      count.rejected += 1
      appendReject(to: &output)
    } else {
      count.clean += 1
      appendClean(to: &output)
    }
    output.append(filling.random.happens(1, in: 100) ? "\r\n" : "\n")
  }

  // MARK: - Records as they should be

  private mutating func appendClean(to output: inout ByteBuffer) {
    record.removeAll()
    switch filling.random.below(20) {
    case 0..<5: addCommand()
    case 5..<15: addError()
    default: addQuery()
    }
    if filling.random.happens(1, in: 30) { record.shuffle(&filling.random) }
    record.write(isSpaced: filling.random.happens(1, in: 10), to: &output)
  }

  /// Adds what every event may carry.
  mutating func addCommon(_ event: String) {
    let machine = machines[machine]
    record.add("event", event)
    if !filling.random.happens(1, in: 20) { record.add("time", time()) }
    record.add("session_id", session)
    if !filling.random.happens(1, in: 5) { record.add("machine_id", machine.id) }
    if filling.random.happens(1, in: 200) {
      // No address: the field is dropped and the record goes on.
      let name = filling.ledger.plant(.letters, "user/no-address", event: event)
      record.add("user", name.span)
    } else if filling.random.happens(2, in: 3) {
      record.add("user", machine.user.span)
    }
    record.add("version", machine.version)
    record.add("os", machine.system)
    record.add("arch", machine.processor)
    if filling.random.happens(1, in: 2) { record.add("ci", json: "\(machine.isCI)") }
  }

  mutating func addCommand() {
    addCommon("command")
    record.add("command", filling.random.pick(Texts.commands))
    record.add("outcome", filling.random.pick(["success", "success", "failure", "cancelled"]))
    record.add("exit_code", json: filling.random.pick(["0", "0", "1", "2", "130"]))
    addDuration()
    if filling.random.happens(1, in: 2) { addCount("files") }
  }

  mutating func addError() {
    addCommon("error")
    if filling.random.happens(4, in: 5) {
      record.add("command", filling.random.pick(Texts.commands))
    }
    record.add("error_type", filling.random.pick(Texts.errors))
    let isLong = filling.random.happens(2, in: 5)
    let text = filling.fill(filling.random.pick(isLong ? Texts.long : Texts.short), event: "error")
    let spelling = spelling()
    record.add("error_message", text.span, spelling)
    if filling.random.happens(1, in: 2) { addDuration() }
  }

  mutating func addQuery() {
    addCommon("query")
    let dialects = ["postgres", "mysql", "sqlite", "snowflake", "bigquery", "oracle"]
    record.add("dialect", filling.random.pick(dialects))
    let text = filling.fill(filling.random.pick(Texts.statements), event: "query")
    let spelling = spelling()
    record.add("sql", text.span, spelling)
    record.add("outcome", filling.random.pick(["success", "failure"]))
    addCount("rows")
    addDuration()
  }

  private mutating func addDuration() {
    record.add("duration_ms", json: "\(filling.random.below(1 << (1 + filling.random.below(20))))")
  }

  private mutating func addCount(_ key: String) {
    record.add(key, json: "\(filling.random.below(1 << (1 + filling.random.below(15))))")
  }

  private mutating func spelling() -> RecordText.Spelling {
    switch filling.random.below(20) {
    case 0..<3: .ascii
    case 3: .slashes
    default: .plain
    }
  }

  // MARK: - Values

  private mutating func makeMachine() -> Machine {
    let random = filling.random.next()
    let host = filling.ledger.plant(.letters, "user/email", event: "any")
    var user = filling.ledger.plant(.letters, "user/email", event: "any")
    if random & 7 == 0 { user[0] &-= 0x20 }
    let end = random & 31 == 1 ? ".example  " : ".example"
    return Machine(
      id: uuid(),
      user: user + Array("@".utf8) + host + Array(end.utf8),
      version: "\(1 + random % 3).\(random >> 8 % 12).\(random >> 16 % 9)",
      system: filling.random.pick(["linux", "linux", "darwin", "windows", "freebsd", "haiku"]),
      processor: filling.random.pick(["x86_64", "amd64", "arm64", "aarch64", "riscv64"]),
      isCI: random & 3 == 0
    )
  }

  /// A random UUID (RFC 9562 §5.4) of which the first and the last group begin with a letter, so
  /// that neither is mistaken for a number that was planted.
  mutating func uuid() -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text = (0..<36).map { _ in digits[filling.random.below(16)] }
    for position in [8, 13, 18, 23] { text[position] = ASCII.minus }
    for position in [0, 24] { text[position] = ASCII.lowerA + UInt8(filling.random.below(6)) }
    text[14] = ASCII.zero + 4
    text[19] = ASCII.lowerA
    return String(decoding: text, as: UTF8.self)
  }

  private func time() -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = 1 + second / 86_400 % 28
    return "2026-03-\(two(day))T\(two(second / 3600 % 24)):\(two(second / 60 % 60)):"
      + "\(two(second % 60)).\(second % 10)Z"
  }
}
