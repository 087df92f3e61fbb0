import Foundation

/// How often a random test tries. A build without optimisation runs ten times slower, so it makes a
/// quarter of the tries, the first ones of the same seed; CI tests both builds.
enum Rounds {
  /// Whether the laws are to be tried at length: `GAUZE_LAWS=full`.
  static let isFull = ProcessInfo.processInfo.environment["GAUZE_LAWS"] == "full"

  static func upTo(_ count: Int) -> Range<Int> {
    #if DEBUG
      0..<count / 4
    #else
      0..<count
    #endif
  }

  /// The tries of a law: `count` of them, or `full` where time is given.
  static func upTo(_ count: Int, full: Int) -> Range<Int> { isFull ? 0..<full : upTo(count) }
}
