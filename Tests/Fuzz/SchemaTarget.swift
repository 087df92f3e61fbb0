import Gauze

/// `schema`: any bytes as a schema file. One that loads is compiled, printed, linted, and given records
/// made of it.
enum SchemaTarget {
  static func run(_ input: [UInt8]) {
    let schema: Schema
    do throws(SchemaFaults) {
      schema = try Schema(reading: input.span)
    } catch {
      hold(!error.faults.isEmpty, "a schema that does not load has a fault")
      var last = 0
      for fault in error.faults {
        hold(last...input.count ~= fault.offset, "faults stand in the file, in its order")
        last = fault.offset
        _ = SourceLocation(of: fault.offset, in: input.span)
      }
      return
    }
    guard let plan = plan(schema) else { return }
    _ = plan.failures(ofExamplesIn: schema)
    for finding in schema.lint + plan.findings(ofCanariesIn: schema) {
      hold(0..<input.count ~= finding.offset, "a finding stands in the file")
      hold(UTF8Text.isValid(finding.subject.span), "a finding is UTF-8", finding.subject)
    }
    for event in schema.events.prefix(4) {
      for variant in 0..<3 {
        let record = RecordMaking(variant: variant).record(event, schema)
        RecordProperties.judge(plan, record)
      }
    }
  }

  /// The plan, with a key for every id that it asks for.
  static func plan(_ schema: Schema) -> Plan? {
    var keys = KeyRing()
    for _ in 0..<64 {
      do throws(PlanError) {
        return try Plan(schema, keys: keys)
      } catch {
        guard case .missingKey(let id) = error,
          (try? keys.add(id: id, key: [UInt8](repeating: 7, count: 32).span)) != nil
        else { broken("a key that is asked for can be given", []) }
      }
    }
    return nil
  }
}

/// Makes a record of what a schema says of its fields; most are accepted.
private struct RecordMaking {
  /// Which of several values a field gets.
  let variant: Int

  private static let texts = [
    "read /home/jane/a.sql", "", "jane@acme.example", "SELECT 'a' -- b", "2f1e9c1a", "1.30.2",
  ]

  func record(_ event: Event, _ schema: Schema) -> [UInt8] {
    var members: [(name: [UInt8], value: [UInt8])] = []
    if let key = schema.eventKey { members.append((key, quoted(event.name))) }
    return object(members + self.members(event.properties))
  }

  private func members(_ properties: [Property]) -> [(name: [UInt8], value: [UInt8])] {
    properties.filter { $0.field.source == nil && ($0.isRequired || variant != 1) }.map {
      ($0.name, value($0.field))
    }
  }

  private func object(_ members: [(name: [UInt8], value: [UInt8])]) -> [UInt8] {
    let texts = members.map { quoted($0.name) + [ASCII.colon] + $0.value }
    return [ASCII.leftBrace] + texts.joined(separator: [ASCII.comma]) + [ASCII.rightBrace]
  }

  private func value(_ field: Field) -> [UInt8] {
    if let choices = field.choices, let choice = choices.dropFirst(variant).first ?? choices.first {
      switch choice {
      case .text(let text): return quoted(text)
      case .number: return Array("1".utf8)
      case .boolean(let flag): return Array("\(flag)".utf8)
      case .null: return Array("null".utf8)
      }
    }
    if let properties = field.properties { return object(members(properties)) }
    if let keys = field.keys {
      let name = keys.words.first ?? Array("2026-05-01".utf8)
      return object(field.element.prefix(keys.most).map { (name, value($0)) })
    }
    if field.types.contains(.string) {
      return quoted(field.format.map(sample) ?? Array(Self.texts[variant].utf8))
    }
    if field.types.contains(.number) || field.types.contains(.integer) {
      return number(in: field)
    }
    if field.types.contains(.boolean) { return Array("true".utf8) }
    if field.types.contains(.array) {
      let items = field.element.prefix(field.maxItems ?? 1).map { value($0) }
      return [ASCII.leftBracket] + items.joined(separator: [ASCII.comma]) + [ASCII.rightBracket]
    }
    return Array("null".utf8)
  }

  /// A whole number within the bounds, if one of a few is.
  private func number(in field: Field) -> [UInt8] {
    let numbers: [Int64] = [0, 1, -1, 10, 100, 1000, -1000, 1_000_000]
    let fitting = numbers.first {
      JSONNumber($0) >= field.minimum ?? JSONNumber($0)
        && JSONNumber($0) <= field.maximum ?? JSONNumber($0)
    }
    return Array("\(fitting ?? 0)".utf8)
  }

  private func sample(_ format: TextFormat) -> [UInt8] {
    switch format {
    case .uuid: Array("2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11".utf8)
    case .dateTime: Array("2026-05-01T10:00:00Z".utf8)
    case .date: Array("2026-05-01".utf8)
    case .version: Array("1.2".utf8)
    case .identifier: Array("a_b".utf8)
    case .hex: Array("0aF".utf8)
    case .semver: Array("1.2.3-rc.1+x".utf8)
    case .email: Array("a@b.example".utf8)
    case .hex32: Array(repeating: ASCII.zero, count: 32)
    case .hex64: Array(repeating: ASCII.zero, count: 64)
    }
  }

  private func quoted(_ text: [UInt8]) -> [UInt8] {
    var output = ByteBuffer()
    JSONText.write(text.span, to: &output)
    return output.bytes
  }
}
