internal import Gauze

/// The ways in which a record can be wrong.
private enum Defect: String, CaseIterable {
  case unknownField = "unknown-field"
  case unknownEvent = "unknown-event"
  case secretKey = "secret-key"
  case misplacedEmail = "misplaced-email"
  case wrongType = "wrong-type"
  case badWord = "bad-word"
  case badFormat = "bad-format"
  case outOfRange = "out-of-range"
  case missingField = "missing-field"
  case duplicateField = "duplicate-field"
  case cutOff = "cut-off"
  case twoValues = "two-values"
  case badEscape = "bad-escape"
  case controlCharacter = "control-character"
  case invalidUTF8 = "invalid-utf8"
  case notAnObject = "not-an-object"
  case plainText = "plain-text"
  case deep = "too-deep"
}

extension Corpus {
  /// Adds a record that must not leave, with secrets that would leave with it.
  mutating func appendReject(to output: inout ByteBuffer) {
    record.removeAll()
    // One in about a thousand is longer than a record may be (1 MiB).
    if filling.random.happens(1, in: 1000) { return appendTooLarge(to: &output) }
    let defect = filling.random.pick(Defect.allCases)
    let first = secret(defect.rawValue)
    let second = secret(defect.rawValue)
    switch defect {
    case .unknownField:
      addCommand()
      record.add(filling.random.pick(["cwd", "argv", "api_key"]), "/home/\(first)/\(second)")
    case .unknownEvent:
      addCommon("login")
      record.add("name", "\(first) \(second)")
    case .secretKey:
      addCommand()
      record.add(first, json: "{\"\(second)\":1}")
    case .misplacedEmail:
      addCommon("command")
      record.add("command", "login \(first)@\(second).example")
      record.add("outcome", "success")
    case .wrongType:
      addCommon("error")
      record.add("error_type", "ValueError")
      record.add("error_message", json: "[\"/home/\(first)\",{\"path\":\"\(second)\"}]")
    case .badWord:
      addCommon("command")
      record.add("command", "sync")
      record.add("outcome", "failed for \(first) \(second)")
    case .badFormat:
      addCommand()
      record.add("machine_id", "\(first)-\(second)")
    case .outOfRange:
      addCommon("command")
      record.add("command", "sync")
      record.add("outcome", "success")
      record.add("exit_code", json: "256")
      record.add("user", "\(first)@\(second).example")
    case .missingField:
      addCommon("query")
      record.add("dialect", "\(first)@\(second).example")
    case .duplicateField:
      addError()
      record.add("error_type", "\(first)\(second)")
    case .cutOff, .twoValues, .badEscape, .controlCharacter, .invalidUTF8:
      addCommon("error")
      record.add("error_type", "ValueError")
      record.add("error_message", json: "\"open /home/\(first)/\(middle(defect))\(second)\"")
    case .notAnObject, .plainText, .deep: break
    }
    appendBroken(defect, first, second, to: &output)
  }

  private mutating func secret(_ name: String) -> String {
    let label = "rejected/\(name)"
    return String(
      decoding: filling.ledger.plant(.letters, label, event: "rejected"),
      as: UTF8.self
    )
  }

  /// What breaks a text in its middle.
  private func middle(_ defect: Defect) -> String {
    switch defect {
    case .badEscape: "\\x41"
    case .controlCharacter: "\u{1}"
    case .invalidUTF8: "?"
    default: ""
    }
  }

  private mutating func appendBroken(
    _ defect: Defect,
    _ first: String,
    _ second: String,
    to output: inout ByteBuffer
  ) {
    var line = ByteBuffer()
    switch defect {
    case .notAnObject:
      line.append(Array("[\"\(first)\",\"\(second)\"]".utf8))
    case .plainText:
      line.append(Array("2026-03-04 ERROR cannot open /home/\(first)/\(second)".utf8))
    case .deep:
      let depth = 200
      line.append(Array((String(repeating: "{\"\(first)\":", count: depth) + "\"\(second)\"").utf8))
      line.append(Array(String(repeating: "}", count: depth).utf8))
    default:
      record.write(isSpaced: false, to: &line)
    }
    switch defect {
    case .cutOff: line.truncate(to: line.count - 2)
    case .twoValues: line.append(Array("{\"name\":\"\(second)\"}".utf8))
    case .invalidUTF8:
      // The first half of a scalar of two bytes.
      output.append(line.bytes.map { $0 == ASCII.question ? 0xC3 : $0 })
      return
    default: break
    }
    output.append(line.span)
  }

  private mutating func appendTooLarge(to output: inout ByteBuffer) {
    addCommon("error")
    record.add("error_type", "ValueError")
    let part = "open /home/\(secret("too-large"))/src: no such file; "
    record.add("error_message", String(repeating: part, count: 1_100_000 / part.utf8.count))
    record.write(isSpaced: false, to: &output)
  }
}
