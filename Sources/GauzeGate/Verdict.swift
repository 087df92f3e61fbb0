internal import Gauze

/// Which part of a version a change asks to be raised.
public enum Bump: UInt8, Sendable, Comparable {
  case none, patch, minor, major

  /// Its word in reports.
  public var word: String {
    switch self {
    case .none: "none"
    case .patch: "patch"
    case .minor: "minor"
    case .major: "major"
    }
  }

  /// From the least to the most.
  public static func < (left: Bump, right: Bump) -> Bool { left.rawValue < right.rawValue }
}

extension Change {
  /// What the change alone asks of the version: MAJOR if a consumer or a producer breaks, MINOR if
  /// anything is added, removed or told, PATCH for words.
  public var bump: Bump {
    if breaksConsumers || breaksProducers { return .major }
    return rule == .textChanged ? .patch : .minor
  }
}

extension ChangeList {
  /// What all changes together ask of the version.
  public var bump: Bump { changes.map(\.bump).max() ?? .none }

  /// Whether people have to be asked anew: content, identity, consent or retention widens.
  public var asksForEpoch: Bool {
    changes.contains { $0.privacy == .widens && $0.rule.asksForEpoch }
  }

  /// Whether somebody has to look at it.
  public var asksForReview: Bool { changes.contains { $0.privacy == .widens } }

  /// 16 hexadecimal digits that stand for all changes together, in whatever order they were made: what a
  /// review approves. A raised epoch is none of it, so that raising one as a review asks keeps the review.
  public var fingerprint: String {
    let prints = changes.filter { $0.rule != .epochRaised }.map { $0.fingerprint }.sorted()
    guard old.isNothing else { return Fingerprint.of(prints) }
    // What every schema has is no change of a new one, and is approved with it.
    let names = ["name", "description", "eventKey", "unknown"].map { new.compact(of: $0) }
    return Fingerprint.of(prints + names)
  }
}
