/// What a schema allows and its author should know. The words are permanent.
public enum LintCode: UInt8, Sendable, CaseIterable {
  case textNotScrubbed
  case unkeyedHash
  case wideRange
  case longText
  case exactCount
  case tellingName
  case notAnEmail
  case anonymousClaim
  case exactTime
  case promiseUnbound
  case promiseBroken
  case forbiddenClass
  case unconfirmed

  /// The code as tools see it.
  public var word: StaticString {
    switch self {
    case .textNotScrubbed: "text-not-scrubbed"
    case .unkeyedHash: "unkeyed-hash"
    case .wideRange: "wide-range"
    case .longText: "long-text"
    case .exactCount: "exact-count"
    case .tellingName: "telling-name"
    case .notAnEmail: "not-an-email"
    case .anonymousClaim: "anonymous-claim"
    case .exactTime: "exact-time"
    case .promiseUnbound: "promise-unbound"
    case .promiseBroken: "promise-broken"
    case .forbiddenClass: "forbidden-class"
    case .unconfirmed: "unconfirmed"
    }
  }

  /// What it means and what to do.
  public var advice: StaticString {
    switch self {
    case .textNotScrubbed:
      "its detectors do not cover every class; use scrub-text, or mask-sql for SQL, or say in waiver why they are enough"
    case .unkeyedHash:
      "anyone can confirm a guess; add a key, or say in waiver why it is accepted"
    case .wideRange:
      "bounds beyond 2^53 close nothing; say what the number can really be, or use bucket or round"
    case .longText:
      "a text of more than 10,000 characters can hold anything; truncate it to what is looked at"
    case .exactCount:
      "an exact count can single out an install; use bucket, or say in waiver why it must be exact"
    case .tellingName:
      "its name speaks of what its policies do not hold back; use what is named, or say in waiver what the field holds"
    case .notAnEmail:
      "hash-email refuses what is no address, and neither name nor bounds speak of one; use pseudonymize"
    case .anonymousClaim:
      "who has the key or guesses the value links it to somebody; write pseudonymous, not anonymous"
    case .exactTime:
      "beside an id that lasts, exact times are a diary; use coarsen-time, or say in waiver why they must be exact"
    case .promiseUnbound:
      "bind what the engine keeps to classes, fields that leave, absent names or canaries, or let client or declaration keep it"
    case .promiseBroken:
      "what leaves can break the promise; mask or close the field, limit the promise with fields, or say less"
    case .forbiddenClass:
      "what leaves can carry a class that forbid names; mask or close the field, or except the event"
    case .unconfirmed:
      "nobody has confirmed this field yet; say in why what it is needed for, or drop it"
    }
  }
}

/// A finding of `check` in a schema that loads.
public struct LintFinding: Sendable {
  /// What was found.
  public var code: LintCode
  /// Where the field stands in the file, in bytes from its start.
  public var offset: Int
  /// What the advice says besides.
  package var detail: LintDetail?
  /// What it concerns, in the schema's own words: `query/sql: path`. Empty if the place says it.
  public var subject: [UInt8] = []
}

/// What belongs to one finding and not to all of its code.
package enum LintDetail: Sendable, Equatable {
  /// The policy that the field's name asks for.
  case policy(PolicyName)
  /// How many seconds one core needs for every guess.
  case seconds(UInt64)
}

extension Schema {
  /// The findings that no `waiver` answers, in file order, each place once for each code.
  public var lint: [LintFinding] {
    var findings: [LintFinding] = []
    for event in events {
      for property in event.properties {
        property.field.lint(&findings)
        property.lintNames(&findings)
      }
      lintTimes(event, &findings)
      lintClaims(event, &findings)
    }
    findings += promiseFindings
    findings.sort { ($0.offset, $0.code.rawValue) < ($1.offset, $1.code.rawValue) }
    var unique: [LintFinding] = []
    for finding in findings
    where unique.last?.offset != finding.offset || unique.last?.code != finding.code
      || unique.last?.subject != finding.subject
    {
      unique.append(finding)
    }
    return unique
  }
}

extension Field {
  /// What a `why` begins with that somebody still has to write, as `gauze init` leaves it.
  private static let openPoint: StaticString = "TODO"

  /// What its own words tell, whatever it is called.
  fileprivate func lint(_ findings: inout [LintFinding]) {
    switch chain {
    case .scrub(let scrub):
      lint(scrub, &findings)
    case .transform(let chain):
      if let guesses = guesses(chain), waiver == nil {
        let seconds = LintDetail.seconds(guesses / Self.guessesPerSecond)
        findings.append(LintFinding(code: .unkeyedHash, offset: offset, detail: seconds))
      }
      // What a fingerprint tells, the text that it is made of tells.
      if let scrub = chain.scrub, chain.steps.last?.name == .fingerprint {
        lint(scrub, &findings)
      }
    case .none, .drop, .redact, .list: break
    }
    lintBounds(&findings)
    if let why, why.starts(with: Self.openPoint.bytes) {
      findings.append(LintFinding(code: .unconfirmed, offset: offset))
    }
    for property in properties ?? [] { property.field.lint(&findings) }
    for field in element { field.lint(&findings) }
    // What a field's waiver accepts, it accepts of both ways in which the field is made.
    for field in alternative where waiver == nil { field.lint(&findings) }
  }

  private func lint(_ scrub: TextScrub, _ findings: inout [LintFinding]) {
    let isScrubbed = scrub.policies.contains { $0.name == .scrubText || $0.name == .maskSQL }
    if !isScrubbed, waiver == nil {
      findings.append(LintFinding(code: .textNotScrubbed, offset: offset))
    }
  }
}
