internal import Gauze

/// Looks for canaries where no record of theirs stands: in the report, the log and the summary, and in
/// the lines of other records.
///
/// A run has hundreds of canaries and a report has numbers, so what is looked for is longer here: a
/// fragment with a letter has four characters in the texts about a run, and eight characters in other
/// records; digits alone have eight everywhere, and are those of one group.
package struct ForeignSearch {
  /// The cases by place, with where something of them was seen.
  package private(set) var found: [Int: ProofOutput] = [:]
  /// What was seen, so that a twin can be taken off.
  private var hits: [Hit: ProofOutput] = [:]
  private var short: [UInt32: Int] = [:]
  private var long: [UInt64: Int] = [:]
  private var filter = [UInt64](repeating: 0, count: 1 << 14)

  private struct Hit: Hashable {
    let word: UInt64
    let place: Int
  }

  package init(_ cases: [ProofCase]) {
    for (place, one) in cases.enumerated() {
      for secret in one.secrets {
        var word: UInt64 = 0
        for (index, byte) in secret.enumerated() {
          word = word << 8 | UInt64(byte.isUppercase ? byte | 0x20 : byte)
          let last = UInt32(truncatingIfNeeded: word)
          if index >= 3, Self.hasLetter(last) {
            short[last] = place
            mark(last)
          }
          // What two canaries have in common tells of neither, nor do digits in groups, some of which
          // are the same in each.
          if index >= 7, Self.isTelling(word) {
            long[word] = long[word] == nil || long[word] == place ? place : -1
          }
        }
      }
    }
  }

  private static func hasLetter(_ word: UInt32) -> Bool {
    (0..<4).contains { UInt8(truncatingIfNeeded: word >> UInt32($0 * 8)).isLetter }
  }

  /// Whether eight characters hold a letter, or are all digits.
  private static func isTelling(_ word: UInt64) -> Bool {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
    return bytes.contains { $0.isLetter } || bytes.allSatisfy { $0.isDigit }
  }

  private mutating func mark(_ word: UInt32) {
    let hash = Self.hash(word)
    filter[hash >> 6] |= 1 << UInt64(hash & 63)
  }

  private static func hash(_ word: UInt32) -> Int { Int((word &* 0x9E37_79B1) >> 12) }

  /// Whether anything was seen.
  package var hasFound: Bool { !hits.isEmpty }

  package mutating func look(at outputs: BatchOutputs) {
    look(at: outputs.report, .report)
    look(at: outputs.log, .log)
    look(at: outputs.summary, .summary)
    for place in outputs.clean.indices {
      guard let line = outputs.clean[place] ?? outputs.rejects[place] else { continue }
      look(at: line, of: place)
    }
  }

  private mutating func look(at output: [UInt8], _ kind: ProofOutput) {
    var word: UInt64 = 0
    for byte in CanarySearch.views(of: output) {
      word = word << 8 | UInt64(byte)
      let last = UInt32(truncatingIfNeeded: word)
      let hash = Self.hash(last)
      if filter[hash >> 6] >> UInt64(hash & 63) & 1 == 1, let place = short[last] {
        note(UInt64(last), place, kind)
      }
      if let place = long[word], place >= 0 { note(word, place, kind) }
    }
  }

  private mutating func look(at line: [UInt8], of own: Int) {
    var word: UInt64 = 0
    for byte in line {
      word = word << 8 | UInt64(byte.isUppercase ? byte | 0x20 : byte)
      guard let place = long[word], place >= 0, place != own else { continue }
      note(word, place, .otherRecord)
    }
  }

  private mutating func note(_ word: UInt64, _ place: Int, _ output: ProofOutput) {
    hits[Hit(word: word, place: place)] = output
    found[place] = output
  }

  /// Takes off what `twin` saw too.
  package mutating func subtract(_ twin: ForeignSearch) {
    hits = hits.filter { twin.hits[$0.key] == nil }
    found = [:]
    for (hit, output) in hits { found[hit.place] = output }
  }
}
