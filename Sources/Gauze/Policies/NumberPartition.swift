// What buckets and ends tell of a number, as one thing that can be compared:
//
//     clamp 0 to 100        ●━━━━━━━━━━●        a stretch in which every number is told
//     bucket at 10, 50          |     |         cuts, between which none is
//
// Several outputs of one number tell together what their cuts and stretches tell together.

/// How finely numbers are told apart.
package struct NumberPartition: Sendable, Equatable {
  /// A border between numbers that are told apart.
  package struct Cut: Sendable, Equatable {
    package var number: JSONNumber
    /// Whether the number itself is below the border.
    package var isClosedAbove: Bool

    package init(number: JSONNumber, isClosedAbove: Bool) {
      (self.number, self.isClosedAbove) = (number, isClosedAbove)
    }
  }

  /// Ends between which every number is told; nil is without end.
  package struct Stretch: Sendable, Equatable {
    package var minimum: JSONNumber?
    package var maximum: JSONNumber?

    /// Whether it tells the numbers below a cut from those above.
    func splits(at cut: Cut) -> Bool {
      let isAbove = minimum.map { $0 < cut.number || cut.isClosedAbove && $0 == cut.number } ?? true
      let isBelow =
        maximum.map { cut.number < $0 || !cut.isClosedAbove && $0 == cut.number } ?? true
      return isAbove && isBelow
    }

    /// Whether the other lies within it.
    func contains(_ other: Stretch) -> Bool {
      let isAbove = minimum.map { least in other.minimum.map { !($0 < least) } ?? false } ?? true
      let isBelow = maximum.map { most in other.maximum.map { !(most < $0) } ?? false } ?? true
      return isAbove && isBelow
    }

    /// What both hold; nil if that is less than two numbers.
    func intersection(_ other: Stretch) -> Stretch? {
      let least = [minimum, other.minimum].compactMap { $0 }.max()
      let most = [maximum, other.maximum].compactMap { $0 }.min()
      if let least, let most, !(least < most) { return nil }
      return Stretch(minimum: least, maximum: most)
    }
  }

  package var cuts: [Cut] = []
  package var stretches: [Stretch] = []

  /// Tells every number.
  package static let exact = NumberPartition(stretches: [Stretch(minimum: nil, maximum: nil)])

  /// Tells nothing.
  package init() {}

  private init(stretches: [Stretch]) { self.stretches = stretches }

  /// What such transforms tell of a number; nil if that is no matter of cuts.
  package init?(_ steps: ArraySlice<Transform>) {
    var stretch = Stretch(minimum: nil, maximum: nil)
    for step in steps {
      switch step {
      case .clamp(let clamping):
        stretch.minimum = stretch.minimum.map { clamping.clamped($0) } ?? clamping.minimum
        stretch.maximum = stretch.maximum.map { clamping.clamped($0) } ?? clamping.maximum
      case .bucket(let bucketing):
        // Labels end a chain.
        for edge in bucketing.edges {
          let cut = Cut(number: edge, isClosedAbove: bucketing.isClosedAbove)
          if stretch.splits(at: cut) { cuts.append(cut) }
        }
        return
      case .hashEmail, .shape, .maskArguments, .hint, .round, .counting, .presence, .keys,
        .coarsenTime, .coarsenVersion, .pseudonymize, .fingerprint, .classify, .vocabulary:
        return nil
      }
    }
    stretches = [stretch]
  }

  /// Tells what the other tells, too.
  package mutating func formUnion(_ other: NumberPartition) {
    cuts += other.cuts
    stretches += other.stretches
  }

  /// Whether what the other tells of one of `numbers` can be computed from what this one tells.
  /// Complexity: O(cuts × cuts).
  package func refines(
    _ coarser: NumberPartition,
    within numbers: NumberImage = NumberImage(isInteger: false, minimum: nil, maximum: nil)
  ) -> Bool {
    let domain = Stretch(minimum: numbers.minimum, maximum: numbers.maximum)
    let own = cuts.map { Self.canonical($0, numbers) }
    for cut in coarser.cuts where domain.splits(at: cut) {
      let isTold =
        own.contains(Self.canonical(cut, numbers)) || stretches.contains { $0.splits(at: cut) }
      if !isTold { return false }
    }
    for stretch in coarser.stretches {
      guard let needed = stretch.intersection(domain) else { continue }
      if !stretches.contains(where: { $0.contains(needed) }) { return false }
    }
    return true
  }

  /// A border between whole numbers has two names: behind 9, and before 10.
  private static func canonical(_ cut: Cut, _ numbers: NumberImage) -> Cut {
    guard numbers.isInteger, cut.isClosedAbove, let number = cut.number.shortInteger,
      number < Int64.max
    else { return cut }
    return Cut(number: JSONNumber(number + 1), isClosedAbove: false)
  }
}
