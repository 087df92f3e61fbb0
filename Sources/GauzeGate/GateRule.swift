/// THE table of what the gate refuses. The words are permanent.
public enum GateRule: UInt8, Sendable, CaseIterable {
  case versionLowered, versionNotRaised
  case epochNotRaised
  case historyMissing
  case reviewMissing, reviewReused
  case fingerprintMissing, fingerprintStale
  case pageBroken, pageDiffers

  /// Its permanent word.
  public var word: String {
    switch self {
    case .versionLowered: "version-lowered"
    case .versionNotRaised: "version-not-raised"
    case .epochNotRaised: "epoch-not-raised"
    case .historyMissing: "history-missing"
    case .reviewMissing: "review-missing"
    case .reviewReused: "review-reused"
    case .fingerprintMissing: "fingerprint-missing"
    case .fingerprintStale: "fingerprint-stale"
    case .pageBroken: "page-broken"
    case .pageDiffers: "page-differs"
    }
  }

  /// What is wrong, in a few words.
  public var meaning: String {
    switch self {
    case .versionLowered: "the version is lower than before"
    case .versionNotRaised: "the version is not raised as the change asks"
    case .epochNotRaised: "more leaves than people said yes to, and they are not asked anew"
    case .historyMissing: "history has no entry for the version"
    case .reviewMissing: "more leaves, and the entry names no review"
    case .reviewReused: "the review is that of an earlier version"
    case .fingerprintMissing: "the review is not bound to the change"
    case .fingerprintStale: "the review is bound to another change"
    case .pageBroken: "the page has no block for the schema"
    case .pageDiffers: "the page is not what the schema says"
    }
  }
}

/// One thing that the gate refuses.
public struct GateFinding: Sendable {
  /// What it is.
  public var rule: GateRule
  /// The file to mend: the schema, or its page.
  public var file: String
  /// Where in that file, from 1.
  public var line: Int
  /// Where in that line, from 1.
  public var column: Int
  /// What to write, exactly.
  public var advice: String
}
