internal import Gauze

/// A page of the telemetry, as it stands in a file.
public struct GatePage: Sendable {
  /// What the file is called.
  public var name: String
  /// What stands in it.
  public var bytes: [UInt8]
  /// Whether somebody said that it is the schema's; one that was merely found may be another's.
  public var isNamed: Bool

  /// A page in a file.
  public init(name: String, bytes: [UInt8], isNamed: Bool) {
    (self.name, self.bytes, self.isNamed) = (name, bytes, isNamed)
  }
}

/// One schema before the gate: what it was, what it is, and the page that tells people.
public struct GateCase: Sendable {
  /// What the schema's file is called.
  public let name: String
  /// What changed; against nothing at all if the schema is new.
  public let list: ChangeList
  /// Whether there was none before.
  public let isNew: Bool
  let old: SchemaFile
  let new: SchemaFile
  let page: GatePage?

  /// Puts `new`, in the file called `name`, before the gate; `old` is nil if there was none.
  public init(name: String, from old: SchemaFile?, to new: SchemaFile, page: GatePage?) {
    self.name = name
    self.new = new
    self.page = page
    isNew = old == nil
    self.old = old ?? new.emptied
    list = ChangeList(from: self.old, to: new)
  }

  /// Everything that the gate refuses, in the order in which to mend it. None lets the schema pass.
  /// Complexity: O(schema + page).
  public var findings: [GateFinding] {
    var findings: [GateFinding] = []
    judgeVersion(&findings)
    judgeEpoch(&findings)
    judgeHistory(&findings)
    judgePage(&findings)
    return findings
  }

  /// The version that the change asks for, at least; that of the schema if it is enough.
  var demanded: SchemaVersion {
    let before = old.schema.version
    let after = new.schema.version
    if isNew { return after }
    let least = before.raised(list.bump, like: after)
    return after < least ? least : after
  }

  private func finding(_ rule: GateRule, at path: [String], _ advice: String) -> GateFinding {
    let place = SourceLocation(of: new.offset(of: path), in: new.text.span)
    return GateFinding(
      rule: rule,
      file: name,
      line: place.line,
      column: place.column,
      advice: advice
    )
  }

  private func judgeVersion(_ findings: inout [GateFinding]) {
    guard new.schema.version < demanded else { return }
    let version = FieldText.text(demanded.text)
    let isLower = new.schema.version < old.schema.version
    findings.append(
      finding(
        isLower ? .versionLowered : .versionNotRaised,
        at: ["version"],
        "write \"version\": \"\(version)\""
      )
    )
  }

  private func judgeEpoch(_ findings: inout [GateFinding]) {
    // Who was never asked has no answer that could be out of date.
    guard !isNew, list.asksForEpoch else { return }
    let advice: String
    switch (old.schema.consent, new.schema.consent) {
    case (nil, nil): return
    case (let before?, let after?):
      guard after.epoch <= before.epoch else { return }
      advice = "write \"epoch\": \(before.epoch + 1) in consent"
    case (let before?, nil):
      // What widens unseen while nothing leaves would leave as soon as consent is back.
      advice = "keep consent, and write \"epoch\": \(before.epoch + 1) in it"
    case (nil, let after?):
      // There may have been consent before, with answers that are still kept.
      guard after.epoch < 2 else { return }
      advice = "write \"epoch\": 2 in consent, or higher if there was one before"
    }
    findings.append(finding(.epochNotRaised, at: ["consent", "epoch"], advice))
  }

  private func judgeHistory(_ findings: inout [GateFinding]) {
    let isChanged = !list.changes.isEmpty || new.schema.version != old.schema.version
    guard isNew || isChanged else { return }
    let version = FieldText.text(demanded.text)
    let approval = "\"review\": \"LINK\", \"fingerprint\": \"\(list.fingerprint)\""
    let needsReview = list.asksForReview
    guard let entry = new.schema.history.first(where: { $0.version == demanded }) else {
      let rest = needsReview ? ", \(approval)" : ""
      findings.append(
        finding(
          .historyMissing,
          at: ["history"],
          "write {\"version\": \"\(version)\", \"date\": \"YYYY-MM-DD\", \"summary\": \"…\"\(rest)} "
            + "in history"
        )
      )
      return
    }
    if let bound = entry.fingerprint {
      guard FieldText.text(bound) != list.fingerprint else {
        judgeReview(entry, &findings)
        return
      }
      findings.append(
        finding(
          .fingerprintStale,
          at: ["history"],
          "have the change reviewed as it is now, and write \"fingerprint\": "
            + "\"\(list.fingerprint)\" in the entry of \(version)"
        )
      )
    } else if needsReview {
      let isNamed = entry.review.map(Self.namesReview) ?? false
      findings.append(
        finding(
          isNamed ? .fingerprintMissing : .reviewMissing,
          at: ["history"],
          isNamed
            ? "write \"fingerprint\": \"\(list.fingerprint)\" beside review in the entry of \(version)"
            : "write \(approval) in the entry of \(version), LINK being where it was reviewed"
        )
      )
    }
  }

  /// A review that is bound to this change: it names a place, and was of no earlier change of the same kind.
  private func judgeReview(_ entry: Revision, _ findings: inout [GateFinding]) {
    let version = FieldText.text(entry.version.text)
    guard let review = entry.review, Self.namesReview(review) else {
      findings.append(
        finding(
          .reviewMissing,
          at: ["history"],
          "write where the change was reviewed as review in the entry of \(version)"
        )
      )
      return
    }
    // What was taken back and comes again is the same change, and not the same decision.
    let isOld = new.schema.history.contains {
      $0.version != entry.version && $0.fingerprint == entry.fingerprint && $0.review == review
    }
    guard isOld else { return }
    findings.append(
      finding(
        .reviewReused,
        at: ["history"],
        "have the change reviewed anew, and write where as review in the entry of \(version)"
      )
    )
  }

  /// Whether a text can name a review: at least three bytes, a letter or a digit, and not the word that
  /// the gate's advice has in its place.
  private static func namesReview(_ review: [UInt8]) -> Bool {
    review.count > 2 && review.contains { $0.isAlphanumeric } && FieldText.text(review) != "LINK"
  }

  private func judgePage(_ findings: inout [GateFinding]) {
    guard let page else { return }
    let block = TelemetryPage(new.schema)
    var line = 1
    var rule = GateRule.pageDiffers
    var advice = "run gauze docs \(name) --write \(page.name)"
    do throws(PageFault) {
      guard let difference = try block.difference(in: page.bytes) else { return }
      line = difference.line
    } catch {
      rule = .pageBroken
      let mark = "<!-- gauze:begin \(FieldText.text(block.name)) -->"
      switch error {
      case .missing:
        // A page that nobody named for this schema may be that of another.
        guard page.isNamed else { return }
        advice = "write two lines, \(mark) and <!-- gauze:end -->, and \(advice)"
      case .doubled(let second):
        line = second
        advice = "keep one block of the schema"
      case .unbalanced(let mark):
        line = mark
        advice = "give each block one gauze:begin and one gauze:end"
      }
    }
    findings.append(
      GateFinding(rule: rule, file: page.name, line: line, column: 1, advice: advice)
    )
  }
}

extension SchemaFile {
  /// The same file as if nothing left by it: what a schema that was not there is compared with.
  var emptied: SchemaFile {
    var schema = schema
    schema.events = []
    schema.receiver = nil
    schema.consent = nil
    schema.identity = []
    schema.promises = []
    schema.forbid = []
    schema.envelope = nil
    schema.retired = []
    return SchemaFile(nothingBut: schema)
  }
}

extension SchemaVersion {
  /// The least version that is `bump` higher, with as many parts as `other` has.
  func raised(_ bump: Bump, like other: SchemaVersion) -> SchemaVersion {
    let parts: [Int]
    switch bump {
    case .none: return self
    case .patch: parts = [major, minor, patch + 1]
    case .minor: parts = [major, minor + 1, 0]
    case .major: parts = [major + 1, 0, 0]
    }
    let isLong = bump == .patch || other.text.count { $0 == ASCII.dot } > 1
    let text = parts.prefix(isLong ? 3 : 2).map { "\($0)" }.joined(separator: ".")
    // More than six digits are no version; there is none to ask for then.
    return SchemaVersion(Array(text.utf8)) ?? self
  }
}
