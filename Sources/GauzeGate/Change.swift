internal import Gauze

/// Which way a change moves what is told of people.
public enum PrivacyEffect: UInt8, Sendable, Comparable {
  /// What leaves can be computed from what left before, and not the other way round.
  case narrows
  /// Each can be computed from the other.
  case neutral
  /// Something leaves that could not be computed from what left before, or that cannot be ruled out.
  case widens

  /// Its word in reports.
  public var word: String {
    switch self {
    case .narrows: "narrows"
    case .neutral: "neutral"
    case .widens: "widens"
    }
  }

  /// From narrower to wider.
  public static func < (left: PrivacyEffect, right: PrivacyEffect) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// One change between two schemas.
public struct Change: Sendable {
  /// What kind of change it is.
  public var rule: ChangeRule
  /// The event; nil for what concerns all of the schema.
  public var event: String?
  /// The field's path in schema names, `orders/*/buyer`; nil for what concerns no field.
  public var field: String?
  /// What it does to privacy.
  public var privacy: PrivacyEffect
  /// Whether a reader of the old wire form breaks.
  public var breaksConsumers: Bool
  /// Whether raw events are now rejected that were accepted.
  public var breaksProducers: Bool
  /// What stood there, in the schema's words; empty if nothing did.
  public var before: String
  /// What stands there now; empty if nothing does.
  public var after: String
  /// Where it stands: in the new file, or in the old one if it is gone, in bytes.
  public var offset: Int
  /// Whether it stands in the old file only.
  public var isGone: Bool

  /// One sentence.
  public var summary: String {
    switch (before.isEmpty, after.isEmpty) {
    case (true, true): rule.meaning
    case (true, false): "\(rule.meaning): \(after)"
    case (false, true): "\(rule.meaning): was \(before)"
    case (false, false): "\(rule.meaning): \(before) became \(after)"
    }
  }

  /// 16 hexadecimal digits that stand for the change, wherever in the file it was made: approvals are
  /// bound to them.
  public var fingerprint: String {
    Fingerprint.of([rule.word, event ?? "", field ?? "", before, after])
  }
}

/// Digests of what was changed.
enum Fingerprint {
  /// The first 16 hexadecimal digits of the SHA-256 (FIPS 180-4) of parts, each behind its length.
  static func of(_ parts: [String]) -> String {
    var hash = SHA256()
    for part in parts {
      hash.update(Array("\(part.utf8.count):\(part)".utf8).span)
    }
    var buffer = ByteBuffer()
    hash.finalize().appendHexadecimal(to: &buffer, digits: 16)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
