import Foundation
import Gauze

/// `records`: the first byte picks the schema (`a` the built-in one, `b` `c` `d` those of the fixtures,
/// then random ones with a naive twin), the rest is a record.
enum RecordsTarget {
  /// A plan, and what its twin needs if it has one.
  private struct Subject {
    var plan: Plan
    var twin: RandomSchema?
  }

  /// libFuzzer runs one thread.
  private nonisolated(unsafe) static let subjects: [Subject] = {
    let texts =
      BuiltInSchemas.all.map { Array("\($0.text)".utf8) }
      + ["features", "single", "keyed"].map {
        (try? Fixtures.bytes("Schemas/accept/\($0).json")) ?? []
      }
    var subjects = texts.map { Subject(plan: plan($0)) }
    var seed: UInt64 = 0
    while subjects.count < 32 {
      seed += 1
      var random = SeededRandom(seed: seed &* 7919)
      let schema = RandomSchema(&random)
      // The twin knows too little of mail addresses, and little is learnt of a schema without fields.
      guard !schema.text.contains("hash-email"), schema.text.utf8.count > 600 else { continue }
      subjects.append(Subject(plan: plan(Array(schema.text.utf8)), twin: schema))
    }
    return subjects
  }()

  private static func plan(_ text: [UInt8]) -> Plan {
    guard let schema = try? Schema(reading: text.span), let plan = SchemaTarget.plan(schema) else {
      broken("the fuzzer's own schemas load", [text])
    }
    return plan
  }

  /// A few records for each random schema.
  static func randomSeeds() -> [[UInt8]] {
    var seeds: [[UInt8]] = []
    for (number, subject) in subjects.enumerated() {
      guard let twin = subject.twin else { continue }
      var random = SeededRandom(seed: UInt64(number))
      var records = RandomRecords()
      for _ in 0..<4 {
        let record = records.record(twin, &random).spelled(&random, isPlain: true)
        seeds.append([ASCII.lowerA + UInt8(number)] + Array(record.utf8))
      }
    }
    return seeds
  }

  static func run(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let count = subjects.count
    let subject = subjects[(Int(first) + count - Int(ASCII.lowerA) % count) % count]
    let record = Array(input.dropFirst())
    let output = RecordProperties.judge(subject.plan, record)
    guard let twin = subject.twin, TwinDomain.holds(record) else { return }
    for (drops, ours) in [(false, output.strict), (true, output.dropping)] {
      let naive = NaiveSanitizer(schema: twin, dropsUnknown: drops).sanitize(record)
      let shown = ours.flatMap { try? JSONNode(reading: $0.span) }.map(NaiveSanitizer.normalised)
      let isSame = shown == naive
      let texts = [record, Array((shown ?? "rejected").utf8), Array((naive ?? "rejected").utf8)]
      if !isSame { broken("the naive twin agrees, unknown fields dropped: \(drops)", texts) }
    }
  }
}

/// The records that the naive sanitizer can judge. Foundation holds numbers as a machine does, compares
/// texts by what they look like, and sees no name twice.
private enum TwinDomain {
  static func holds(_ record: [UInt8]) -> Bool {
    // What is no JSON is rejected by both. Names that come twice are refused here, as malformed.
    guard let node = try? JSONNode(reading: record.span) else { return false }
    return holds(node)
  }

  private static func holds(_ node: JSONNode) -> Bool {
    switch node.value {
    case .null, .boolean: true
    case .number(let digits): isSmall(digits)
    case .string(let text): isPlain(text)
    case .array(let items): items.allSatisfy(holds)
    case .object(let members): members.allSatisfy { isPlain($0.name) && holds($0.node) }
    }
  }

  /// At most ten bytes, no exponent of more than one digit, no negative zero.
  private static func isSmall(_ digits: [UInt8]) -> Bool {
    guard digits.count <= 10 else { return false }
    let exponent = digits.firstIndex { $0 | 0x20 == ASCII.lowerE } ?? digits.endIndex
    let tail = digits[exponent...].filter { $0.isDigit }
    let hasValue = digits[..<exponent].contains { $0.isDigit && $0 != ASCII.zero }
    return tail.count <= 1 && (hasValue || digits.first != ASCII.minus)
  }

  /// No marks that combine with a letter: such texts may be alike and differ.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.value < 0x300 || $0.value == 0x1F600
    }
  }
}
