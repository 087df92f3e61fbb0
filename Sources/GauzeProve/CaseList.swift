package import Gauze

/// Every case of a schema, by number: class × form × encoding × position × vessel × field.
///
/// Case `n` of a seed is always the same, however many are run. Numbers beyond the list begin it anew
/// with other canaries. Neighbours in number lie far apart in the list, so that a few cases are a fair
/// sample of all.
package struct CaseList: Sendable {
  let schema: Schema
  /// What the schema's promises and `forbid` say of classes.
  let rules: [ClassRule]
  package let places: [FieldPlace]
  /// How many different cases there are.
  package let count: Int
  private let blocks: [CaseBlock]
  /// Where each block's cases begin.
  private let starts: [Int]
  private let positions: [[CanaryPosition]]
  private let stride: Int
  private let seed: UInt64

  package init(_ schema: Schema, seed: UInt64) {
    self.schema = schema
    self.seed = seed
    rules = schema.classRules
    places = FieldPlace.all(of: schema)
    var draft = CaseDraft()
    for place in places.indices { draft.add(places[place], number: place) }
    for event in schema.events.indices { draft.addRecords(event, hasKey: schema.eventKey != nil) }
    blocks = draft.blocks
    positions = draft.positions
    var starts: [Int] = []
    var total = 0
    for block in draft.blocks {
      starts.append(total)
      total += draft.positions[block.positions].count
    }
    self.starts = starts
    count = max(total, 1)
    stride = Self.stride(count)
  }

  /// A number near the golden section of `count` that has no divisor in common with it.
  private static func stride(_ count: Int) -> Int {
    var stride = max(1, Int(Double(count) * 0.618_033_988_75))
    while greatestDivisor(stride, count) > 1 { stride += 1 }
    return stride
  }

  private static func greatestDivisor(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return one
  }

  /// Case `number`, from 0. Its twin is the same with another secret.
  package func make(_ number: Int, isTwin: Bool = false) -> ProofCase {
    let index = (number % count).multipliedFullWidth(by: stride)
    let place = count.dividingFullWidth(index).remainder
    let block = blocks[block(of: place)]
    let position = positions[block.positions][place - starts[self.block(of: place)]]
    var choices = CanaryRandom(seed: seed, case: number)
    var random = CanaryRandom(seed: seed, case: number, stream: isTwin ? 2 : 1)
    let form = CanaryForm.all[block.form]
    let canary = form.make(&random)
    let encoded = block.encoding.encode(canary.bytes)
    let speaksSQL =
      block.vessel == .statementArgument || block.place >= 0 && places[block.place].speaksSQL
    let isSQL = form.kind.isSQL && speaksSQL
    let value = block.encoding.surround(
      position.text(encoded, isSQL: isSQL, limit: block.limit)
    )
    let isPromised = isPromised(block, form, position, value, encoded)
    return ProofCase(
      number: number,
      form: form,
      encoding: block.encoding,
      position: position,
      vessel: block.vessel,
      event: block.event,
      place: block.place,
      secrets: canary.secrets,
      record: record(block, value, &choices),
      isPromised: isPromised,
      rules: rules(of: form.kind, block)
    )
  }

  /// The class rules that a canary of `kind` is held against.
  private func rules(of kind: CanaryClass, _ block: CaseBlock) -> [Int] {
    guard let one = kind.dataClass else { return [] }
    let event = schema.events[block.event].name
    return rules.indices.filter { number in
      let rule = rules[number]
      guard rule.classes.holds(one) else { return false }
      // Beside all fields, what speaks of all of them speaks of the record.
      return block.place < 0
        ? rule.fields.isEmpty && rule.applies(in: event, to: [])
        : places[block.place].rules.contains(number)
    }
  }

  /// The block that holds the case at `place` of the list.
  private func block(of place: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }

  private func isPromised(
    _ block: CaseBlock,
    _ form: CanaryForm,
    _ position: CanaryPosition,
    _ value: [UInt8],
    _ canary: [UInt8]
  ) -> Bool {
    guard block.place >= 0 else { return true }
    return places[block.place].promises.allSatisfy { promise in
      switch block.vessel {
      case .text:
        position == .beyond && (promise.limit ?? .max) <= block.limit
          || promise.holds(form, block.encoding, value: value)
      case .number: promise.holds(number: canary)
      case .object, .array:
        !promise.takesContainers || promise.holds(form, block.encoding, value: value)
      case .argument, .innerArgument, .statementArgument, .argumentName:
        !promise.takesContainers
          || promise.holds(form, block.encoding, in: block.vessel, value: value)
      default: true
      }
    }
  }

  // MARK: - Records

  private func record(
    _ block: CaseBlock,
    _ value: [UInt8],
    _ random: inout CanaryRandom
  ) -> [UInt8] {
    let maker = RecordMaker(eventKey: schema.eventKey)
    let event = schema.events[block.event]
    let text = block.encoding == .escapedRecord ? Self.escaped(value) : RecordMaker.json(value)
    let steps = block.place < 0 ? [] : places[block.place].steps
    let keyIsLast = random.below(4) == 0
    func record(_ plant: RecordMaker.Plant) -> [UInt8] {
      maker.record(event, at: steps[...], plant, keyIsLast: keyIsLast)
    }
    func record(_ name: [UInt8], _ value: [UInt8]) -> [UInt8] {
      let extra = name + [ASCII.colon] + value
      return maker.record(event, at: [], nil, extra: extra, keyIsLast: keyIsLast)
    }
    let unknown = RecordMaker.json(Array("not_in_the_schema".utf8))
    switch block.vessel {
    case .text: return record(.init(value: text))
    case .number: return record(.init(value: value))
    case .object:
      return record(
        .init(value: [ASCII.leftBrace] + text + [ASCII.colon] + text + [ASCII.rightBrace])
      )
    case .array: return record(.init(value: [ASCII.leftBracket] + text + [ASCII.rightBracket]))
    case .argumentNumber: return record(.init(value: block.vessel.arguments(value)))
    case .argument, .innerArgument, .sensitiveArgument, .optionArgument, .statementArgument,
      .argumentName:
      return record(.init(value: block.vessel.arguments(text)))
    case .double: return record(.init(value: text, isDouble: true))
    case .mapKey: return record(.init(value: text, isKey: true))
    case .unknownName: return record(text, Array("1".utf8))
    case .unknownValue: return record(unknown, text)
    case .eventName:
      return maker.record(event, at: [], nil, eventName: text, keyIsLast: keyIsLast)
    case .malformed: return Self.broken(record(unknown, text), text, &random)
    case .invalidUTF8:
      let bytes: [[UInt8]] = [
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      ]
      let bad = text.dropLast() + bytes[random.below(bytes.count)] + [ASCII.quote]
      return random.below(2) == 0 ? record(unknown, Array(bad)) : record(Array(bad), text)
    case .deep:
      let open = [UInt8](repeating: ASCII.leftBracket, count: 70)
      let close = [UInt8](repeating: ASCII.rightBracket, count: 70)
      return record(unknown, open + text + close)
    case .large:
      let room = [UInt8](repeating: ASCII.lowerZ, count: Sanitizer.largestRecord)
      return record(unknown, text.dropLast() + room + [ASCII.quote])
    }
  }

  /// The record cut behind the canary, or with it outside any string.
  private static func broken(
    _ record: [UInt8],
    _ text: [UInt8],
    _ random: inout CanaryRandom
  ) -> [UInt8] {
    switch random.below(4) {
    case 0: return Array(record.dropLast())
    case 1: return Array(record.dropLast(2))
    case 2: return record + [ASCII.space] + text
    default: return record + text.dropFirst().dropLast()
    }
  }

  private static func escaped(_ value: [UInt8]) -> [UInt8] {
    [ASCII.quote] + CanaryEncoding.escaped(value) + [ASCII.quote]
  }
}

extension FieldPlace {
  /// Whether statements are expected there.
  fileprivate var speaksSQL: Bool { promises.contains(where: \.hasStatements) }
}
