import Foundation
import Gauze

/// Makes a target's first inputs of the project's own fixtures; `Tests/Fuzz/seeds` keeps the fewest
/// that reach as much.
enum SeedMaking {
  /// Writes the seeds as files of `folder`, named by number.
  static func write(_ target: FuzzTarget, to folder: String) throws {
    for (number, seed) in try seeds(target).enumerated() {
      let name = String(format: "%04d", number)
      try Data(seed).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
    }
  }

  private static func seeds(_ target: FuzzTarget) throws -> [[UInt8]] {
    switch target {
    case .scanner: try lines("JSON/accept.jsonl") + lines("JSON/reject.jsonl")
    case .stripPaths, .maskEmails, .maskSecrets, .maskAddresses, .maskIdentifiers, .maskURLs:
      glued(try policy(target.rawValue).map(\.input))
    case .maskSQL:
      try policy(target.rawValue).map { line in
        let named = line.dialect.flatMap { SQLDialect.named(Array($0.utf8).span) }
        return [ASCII.lowerA + (named ?? .any).rawValue] + line.input
      }
    case .maskSQLNames:
      try policy("mask-sql").map { line in
        let named = line.dialect.flatMap { SQLDialect.named(Array($0.utf8).span) } ?? .any
        return [ASCII.lowerA + (named == .any ? 1 : named.rawValue - 1)] + line.input
      }
    case .hint: try policy("hint").map { [19] + $0.input }
    case .shape, .maskArguments: try values(target.rawValue)
    case .textChain: try chains()
    case .schema: try schemas()
    case .records: try records()
    }
  }

  private static func lines(_ path: String) throws -> [[UInt8]] {
    try FixtureLine.lines(path).compactMap { $0.text("input").map { Array($0.utf8) } }
  }

  private static func policy(_ word: String) throws -> [(input: [UInt8], dialect: String?)] {
    var inputs: [(input: [UInt8], dialect: String?)] = []
    for file in try Fixtures.names("Policies/\(word)") where file.hasSuffix(".jsonl") {
      for line in try FixtureLine.lines("Policies/\(word)/\(file)") {
        guard let input = line.text("input") else { continue }
        let dialect = line["parameters"]?.member("dialect")?.asText?.shown
        inputs.append((Array(input.utf8), dialect))
      }
    }
    return inputs
  }

  /// The values of a policy that takes any, with parameters that go round.
  private static func values(_ word: String) throws -> [[UInt8]] {
    var values: [[UInt8]] = []
    for file in try Fixtures.names("Policies/\(word)") where file.hasSuffix(".jsonl") {
      for line in try FixtureLine.lines("Policies/\(word)/\(file)") {
        guard let input = line["input"].map(line.source) else { continue }
        values.append([ASCII.lowerA + UInt8(values.count % 4)] + input)
      }
    }
    return values
  }

  /// Short texts on lines of one, so that few files hold many.
  private static func glued(_ texts: [[UInt8]]) -> [[UInt8]] {
    var glued: [[UInt8]] = []
    for text in texts {
      if let last = glued.last, last.count + text.count < 160 {
        glued[glued.count - 1] += [ASCII.lineFeed] + text
      } else {
        glued.append(text)
      }
    }
    return glued
  }

  /// Every policy's inputs, with all detectors and a limit that goes round.
  private static func chains() throws -> [[UInt8]] {
    let words = [
      "strip-paths", "mask-emails", "mask-addresses", "mask-identifiers", "mask-secrets",
      "mask-sql",
    ]
    var seeds: [[UInt8]] = []
    for (bit, word) in words.enumerated() {
      for (number, text) in glued(try policy(word).map(\.input)).enumerated() {
        let bits: UInt8 = number % 3 == 0 ? 1 << UInt8(bit) : number % 3 == 1 ? 0x1F : 0x3F
        seeds.append([bits, UInt8(255 - number * 7 % 256), 0] + text)
      }
    }
    return seeds
  }

  private static func schemas() throws -> [[UInt8]] {
    var seeds = BuiltInSchemas.all.map { Array("\($0.text)".utf8) }
    for folder in ["accept", "reject"] {
      for file in try Fixtures.names("Schemas/\(folder)") where file.hasSuffix(".json") {
        seeds.append(try Fixtures.bytes("Schemas/\(folder)/\(file)"))
      }
    }
    for seed in UInt64(1)...20 {
      var random = SeededRandom(seed: seed)
      seeds.append(Array(RandomSchema(&random).text.utf8))
    }
    return seeds
  }

  private static func records() throws -> [[UInt8]] {
    var seeds: [[UInt8]] = []
    for entry in BuiltInSchemas.all {
      let text = Array("\(entry.text)".utf8)
      let schema = try Schema(reading: text.span)
      for example in schema.events.flatMap(\.examples) {
        seeds.append([ASCII.lowerA] + example.raw)
      }
    }
    for (number, name) in ["features", "single", "keyed"].enumerated() {
      for line in try FixtureLine.lines("Events/\(name).jsonl") {
        guard let record = line.text("record") else { continue }
        seeds.append([ASCII.lowerA + 1 + UInt8(number)] + Array(record.utf8))
      }
    }
    return seeds + RecordsTarget.randomSeeds()
  }
}
