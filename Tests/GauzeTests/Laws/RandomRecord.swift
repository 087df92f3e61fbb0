import Gauze

/// A JSON value as the tests build it: members keep their order and may come twice.
indirect enum RandomValue {
  case null
  case boolean(Bool)
  case number(String)
  case text(String)
  case list([RandomValue])
  case object([(name: String, value: RandomValue)])

  /// Writes it, with white space, escapes and, if asked, an order of members by chance.
  func spelled(_ random: inout SeededRandom, isPlain: Bool = false) -> String {
    func space(_ random: inout SeededRandom) -> String {
      isPlain || Int.random(in: 0..<4, using: &random) > 0
        ? "" : [" ", "\n", "\t", "\r\n "].randomElement(using: &random) ?? ""
    }
    let (before, after) = (space(&random), space(&random))
    switch self {
    case .null: return before + "null" + after
    case .boolean(let value): return before + "\(value)" + after
    case .number(let text): return before + text + after
    case .text(let text): return before + Self.quoted(text, &random, isPlain) + after
    case .list(let items):
      return before + "["
        + items.map { $0.spelled(&random, isPlain: isPlain) }.joined(separator: ",") + "]" + after
    case .object(let members):
      let shuffled = isPlain ? members : members.shuffled(using: &random)
      return before + "{"
        + shuffled.map {
          Self.quoted($0.name, &random, isPlain) + space(&random) + ":"
            + $0.value.spelled(&random, isPlain: isPlain)
        }.joined(separator: ",") + "}" + after
    }
  }

  private static func quoted(
    _ text: String,
    _ random: inout SeededRandom,
    _ isPlain: Bool
  ) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      let mustEscape = scalar == "\"" || scalar == "\\" || scalar.value < 0x20
      if mustEscape || (!isPlain && Int.random(in: 0..<8, using: &random) == 0) {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// Makes records for a random schema, with canaries in all that may not leave.
struct RandomRecords {
  private(set) var canaries = 0

  mutating func canary() -> String {
    canaries += 1
    return "CANARY\(canaries)"
  }

  mutating func record(
    _ schema: RandomSchema,
    _ random: inout SeededRandom
  ) -> RandomValue {
    let event = schema.events[Int.random(in: 0..<schema.events.count, using: &random)]
    guard case .object(var members) = object(event.members, &random) else { return .null }
    if schema.hasEventKey {
      let place = Int.random(in: 0...members.count, using: &random)
      members.insert((name: "type", value: .text(event.name)), at: place)
    }
    return .object(members)
  }

  private mutating func object(
    _ members: [RandomMember],
    _ random: inout SeededRandom
  ) -> RandomValue {
    var values: [(name: String, value: RandomValue)] = []
    for member in members where member.source == nil {
      if member.isRequired || Bool.random(using: &random) {
        values.append((member.name, value(member.shape, &random)))
      }
    }
    return .object(values)
  }

  /// A value that the schema takes.
  mutating func value(_ shape: RandomShape, _ random: inout SeededRandom) -> RandomValue {
    if shape.isNullable, Int.random(in: 0..<3, using: &random) == 0 { return .null }
    switch shape.kind {
    case .integer(let low, let high):
      let number = Int.random(in: low...high, using: &random)
      return .number("\(number)" + (["", "", ".0", "e0"].randomElement(using: &random) ?? ""))
    case .number(let low, let high):
      guard low < high else { return .number("\(low)") }
      let number = Int.random(in: low..<high, using: &random)
      return .number(number < 0 ? "\(number)" : "\(number).5")
    case .boolean: return .boolean(Bool.random(using: &random))
    case .words(let words, let otherwise):
      if otherwise != nil, Bool.random(using: &random) { return .text(canary()) }
      return .text(words.randomElement(using: &random) ?? "")
    case .uuid: return .text("2f1e9c1a-6C1B-4f0e-9a53-0e0d6c1b2a11")
    case .object(let members): return object(members, &random)
    case .list(let item, let most):
      return .list((0..<Int.random(in: 0...most, using: &random)).map { _ in value(item, &random) })
    case .map(let words, let most, let shape, let otherwise):
      let others = otherwise == nil ? [] : [canary(), canary(), "other"]
      let keys = (words + others).shuffled(using: &random)
        .prefix(Int.random(in: 0...most, using: &random))
      // So that a sum of integers stays within their bounds, all but one are nothing.
      var hasOther = false
      return .object(
        keys.map { key in
          let isOther = !words.contains(key) || key == otherwise
          defer { hasOther = hasOther || isOther }
          if isOther, hasOther, case .integer = shape.kind { return (key, .number("0")) }
          return (key, value(shape, &random))
        }
      )
    case .drop, .redact:
      return [
        RandomValue.text(canary()), .object([(canary(), .list([.text(canary())]))]), .null,
        .list([]), .number("1234567"),
      ].randomElement(using: &random) ?? .null
    case .bucket: return .number("\(Int.random(in: -100...100, using: &random))")
    case .hash:
      // One in six is no address, which the policy refuses.
      let isAddress = Int.random(in: 0..<6, using: &random) > 0
      return .text(isAddress ? " \(canary())@Mail.example" : canary())
    }
  }

  /// One change somewhere; false in the second place if a name may come twice after it.
  mutating func mutated(
    _ value: RandomValue,
    _ random: inout SeededRandom,
    _ hasDoubles: inout Bool
  ) -> RandomValue {
    switch value {
    case .object(var members):
      let choice = Int.random(in: 0..<8, using: &random)
      if members.isEmpty || choice == 0 {
        let extra = RandomValue.list([.text(canary()), .object([(canary(), .null)])])
        members.insert((canary(), extra), at: Int.random(in: 0...members.count, using: &random))
      } else {
        let index = Int.random(in: 0..<members.count, using: &random)
        switch choice {
        case 1: members.remove(at: index)
        case 2:
          hasDoubles = true
          members.append(members[index])
        case 3: members[index].name = canary()
        default:
          members[index].value = mutated(members[index].value, &random, &hasDoubles)
        }
      }
      return .object(members)
    case .list(var items) where !items.isEmpty && Bool.random(using: &random):
      let index = Int.random(in: 0..<items.count, using: &random)
      items[index] = mutated(items[index], &random, &hasDoubles)
      return .list(items)
    case .list(let items) where Bool.random(using: &random):
      return .list(items + items + [.text(canary())])
    default:
      return [
        RandomValue.null, .boolean(true), .number("3"), .number("-1e3"), .number("1e300"),
        .number("0.25"), .text(canary()), .text("red"), .list([]), .object([]),
      ].randomElement(using: &random) ?? .null
    }
  }
}
