import Testing

import Gauze

/// Whatever opens, repeats and closes, a text of eight times the length takes less than ten times as
/// long.
@Suite(.serialized) struct TextGrowthTests {
  static let units = [
    "\"", "'", "$", "/a", "@", "xxxx", "7", "a=", "password=", "://", "%2F", "\\", "<", ":", ".",
    "-",
    "key: ", "\u{FF41}", "\u{FF20}", "\u{200B}", "-u[", "~a ", "a b/", "ssh ", "1.2.", "a@b:", "(",
    "é",
  ]

  static let prefixes = [
    "", "\"", "'/", "/home/", "password=", "curl ", "mysql -p", "http://", "a@", "`", "token: \"",
  ]

  static let suffixes = ["", "\"", "@b.example", "/x.sql", ":5432", "'", " failed", "%40a"]

  private static func isLinear(
    _ prefix: String,
    _ unit: String,
    _ suffix: String,
    _ bench: inout TextBench
  ) -> Bool {
    let records = [1_000, 8_000].map { size in
      TextBench.record(
        prefix + String(repeating: unit, count: size / unit.utf8.count) + suffix
      )
    }
    var output = ByteBuffer()
    return Growth.isLinear(records[0], records[1], within: 10) { bench.run($0, &output) }
  }

  @Test func timeGrowsWithTheTextForAllTogether() throws {
    let seed: UInt64 = 929
    var random = SeededRandom(seed: seed)
    var bench = try TextBench(TextBench.everything, limit: 100_000)
    for unit in Self.units {
      for prefix in Rounds.isFull ? Self.prefixes : Self.one(of: Self.prefixes, &random) {
        for suffix in Rounds.isFull ? Self.suffixes : Self.one(of: Self.suffixes, &random) {
          let isLinear = Self.isLinear(prefix, unit, suffix, &bench)
          #expect(isLinear, "seed \(seed): \(prefix)|\(unit)|\(suffix)")
        }
      }
    }
  }

  @Test(arguments: TextBench.everything) func timeGrowsWithTheText(word: String) throws {
    let seed: UInt64 = 937
    var random = SeededRandom(seed: seed)
    var bench = try TextBench([word], limit: 100_000)
    for unit in Self.units {
      for prefix in Rounds.isFull ? Self.prefixes : Self.one(of: Self.prefixes, &random) {
        let suffix = Self.suffixes.randomElement(using: &random) ?? ""
        let isLinear = Self.isLinear(prefix, unit, suffix, &bench)
        #expect(isLinear, "seed \(seed) \(word): \(prefix)|\(unit)|\(suffix)")
      }
    }
  }

  private static func one(of texts: [String], _ random: inout SeededRandom) -> [String] {
    [texts.randomElement(using: &random) ?? ""]
  }
}
