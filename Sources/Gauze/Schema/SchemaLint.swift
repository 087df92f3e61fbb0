/// What a schema allows and its author should know. The words are permanent.
public enum LintCode: UInt8, Sendable, CaseIterable {
  case textNotScrubbed
  case unkeyedHash

  /// The code as tools see it.
  public var word: StaticString {
    switch self {
    case .textNotScrubbed: "text-not-scrubbed"
    case .unkeyedHash: "unkeyed-hash"
    }
  }

  /// What it means and what to do.
  public var advice: StaticString {
    switch self {
    case .textNotScrubbed:
      "its detectors do not cover every class; use scrub-text, or mask-sql for SQL, or say in waiver why they are enough"
    case .unkeyedHash:
      "anyone can confirm a guessed address; add a key, or say in waiver why it is accepted"
    }
  }
}

/// A finding of `check` in a schema that loads.
public struct LintFinding: Sendable {
  /// What was found.
  public var code: LintCode
  /// Where the field stands in the file, in bytes from its start.
  public var offset: Int
}

extension Schema {
  /// The findings that no `waiver` answers, in file order, each place once.
  public var lint: [LintFinding] {
    var findings: [LintFinding] = []
    for event in events {
      for property in event.properties { property.field.lint(&findings) }
    }
    findings.sort { $0.offset < $1.offset }
    var unique: [LintFinding] = []
    for finding in findings
    where unique.last?.offset != finding.offset || unique.last?.code != finding.code {
      unique.append(finding)
    }
    return unique
  }
}

extension Field {
  fileprivate func lint(_ findings: inout [LintFinding]) {
    switch chain {
    case .scrub(let scrub):
      lint(scrub, &findings)
    case .transform(let chain):
      let isUnkeyed = chain.steps.contains {
        if case .hashEmail(let hashing) = $0 { hashing.keyID == nil } else { false }
      }
      if isUnkeyed, waiver == nil {
        findings.append(LintFinding(code: .unkeyedHash, offset: offset))
      }
      // What a fingerprint tells, the text that it is made of tells.
      if let scrub = chain.scrub, chain.steps.last?.name == .fingerprint {
        lint(scrub, &findings)
      }
    case .none, .drop, .redact, .list: break
    }
    for property in properties ?? [] { property.field.lint(&findings) }
    for field in element { field.lint(&findings) }
  }

  private func lint(_ scrub: TextScrub, _ findings: inout [LintFinding]) {
    let isScrubbed = scrub.policies.contains { $0.name == .scrubText || $0.name == .maskSQL }
    if !isScrubbed, waiver == nil {
      findings.append(LintFinding(code: .textNotScrubbed, offset: offset))
    }
  }
}
