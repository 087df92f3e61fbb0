internal import Gauze

/// Decides whether a name of a sample may stand in a draft. The names of fields and events have to be
/// written down, but an export can have an address, a path or somebody's id for a key: what looks like
/// data is not copied.
struct NameJudge: Sendable {
  /// The most digits of a name, as for the names of arguments.
  private static let mostDigits = 4
  private static let longest = 64
  /// Hexadecimal digits alone are a digest from this length on, and no word.
  private static let longestHexWord = 11

  private let detectors: [Detector]
  private let all: [Detector]
  private var findings = Findings()

  init() {
    var scrubbing = TextScrubbing()
    scrubbing.identifiers.findsUUIDs = true
    scrubbing.secrets.findsEntropy = true
    detectors = scrubbing.detectors
    all = scrubbing.detectors + [.sql(SQLMasking()), .urls(URLMasking())]
  }

  /// Whether a member's name can be a field's: an ASCII name of a schema with at most four digits, in
  /// which no detector of running text finds anything.
  mutating func isField(_ name: Span<UInt8>) -> Bool {
    guard let first = name.first, name.count <= Self.longest, !first.isDigit,
      name.allSatisfy({ Self.isByte($0) || $0 == ASCII.dollar })
    else { return false }
    return looksWritten(name, detectors)
  }

  /// Whether a text can be an event's name: letters, digits, `_`, `.` and `-`, with a letter at its
  /// beginning, and nothing in it that any detector finds. Capital letters, as people's names have, are
  /// taken only where somebody has named the event key.
  mutating func isEvent(_ name: Span<UInt8>, withCapitals: Bool) -> Bool {
    guard let first = name.first, name.count <= Self.longest, first.isLetter,
      name.allSatisfy({ Self.isByte($0) && (withCapitals || !$0.isUppercase) })
    else { return false }
    return looksWritten(name, all)
  }

  private static func isByte(_ byte: UInt8) -> Bool {
    byte.isASCIIWord || byte == ASCII.minus || byte == ASCII.dot
  }

  private mutating func looksWritten(_ name: Span<UInt8>, _ detectors: [Detector]) -> Bool {
    var digits = 0
    for index in name.indices where name[index].isDigit { digits += 1 }
    let isHex = name.count > Self.longestHexWord && name.allSatisfy { $0.isHexDigit }
    return digits <= Self.mostDigits && !isHex && findings.find(detectors, in: name) == 0
  }
}
