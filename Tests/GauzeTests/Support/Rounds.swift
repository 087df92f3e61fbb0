/// How often a random test tries. A build without optimisation runs ten times slower, so it makes a
/// quarter of the tries, the first ones of the same seed; CI tests both builds.
enum Rounds {
  static func upTo(_ count: Int) -> Range<Int> {
    #if DEBUG
      0..<count / 4
    #else
      0..<count
    #endif
  }
}
