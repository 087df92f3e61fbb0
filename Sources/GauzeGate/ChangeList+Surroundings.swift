internal import Gauze

extension ChangeList {
  /// Compares what stands around the events.
  mutating func compareSurroundings() {
    let before = old.schema
    let after = new.schema
    let renaming = Renaming(from: before, to: after)
    if before.name != after.name {
      // Pseudonyms are made apart by the schema's name.
      add(
        .renamed,
        .neutral,
        consumers: true,
        before: FieldText.text(before.name),
        after: FieldText.text(after.name),
        at: ["name"]
      )
    }
    if before.eventKey != after.eventKey {
      add(
        .eventKeyChanged,
        .neutral,
        consumers: true,
        producers: true,
        before: FieldText.text(before.eventKey ?? []),
        after: FieldText.text(after.eventKey ?? []),
        at: ["eventKey"]
      )
    }
    if before.dropsUnknownFields != after.dropsUnknownFields {
      let drops = after.dropsUnknownFields
      add(
        drops ? .unknownDropped : .unknownRejected,
        drops ? .widens : .narrows,
        producers: !drops,
        at: ["unknown"]
      )
    }
    if before.description != after.description {
      add(
        .textChanged,
        .neutral,
        before: FieldText.text(before.description),
        after: FieldText.text(after.description),
        at: ["description"]
      )
    }
    compareConsent(before.consent, after.consent)
    compareReceiver(before.receiver, after.receiver)
    compareIdentity(renaming.applied(to: before.identity), after.identity)
    comparePromises(renaming.applied(to: before.promises), after.promises)
    compareForbidden(renaming.applied(to: before.forbid), after.forbid)
    compareEnvelopes(before.envelope, after.envelope)
    compareRetired(before.retired, after.retired)
  }

  /// A reader of the old shape breaks, whatever was changed in it. What is in it for the first time is
  /// taken for news.
  private mutating func compareEnvelopes(_ before: EnvelopePart?, _ after: EnvelopePart?) {
    let was = old.compact(of: "envelope")
    let now = new.compact(of: "envelope")
    guard was != now else { return }
    let isNews =
      !Set(after?.constants ?? []).isSubset(of: before?.constants ?? [])
      || !Set(after?.fieldNames ?? []).isSubset(of: before?.fieldNames ?? [])
    add(
      .envelopeChanged,
      isNews ? .widens : .neutral,
      consumers: true,
      before: was,
      after: now,
      at: ["envelope"],
      isGone: after == nil
    )
  }

  /// What loads uses no name that it retires: a name that comes back is retired no longer.
  private mutating func compareRetired(_ before: [[UInt8]], _ after: [[UInt8]]) {
    let (was, now) = (Set(before), Set(after))
    for name in before where !now.contains(name) {
      add(.nameReused, .widens, before: FieldText.text(name), at: ["retired"])
    }
    for name in after where !was.contains(name) {
      add(.nameRetired, .narrows, after: FieldText.text(name), at: ["retired"])
    }
  }

  private mutating func compareConsent(_ before: Consent?, _ after: Consent?) {
    switch (before, after) {
    case (nil, nil): return
    // Without `consent` nothing leaves at all.
    case (nil, _?):
      add(.consentAdded, .widens, after: new.compact(of: "consent"), at: ["consent"])
    case (_?, nil):
      add(.consentRemoved, .narrows, before: old.compact(of: "consent"), isGone: true)
    case (let before?, let after?):
      if before.epoch != after.epoch {
        let isRaised = after.epoch > before.epoch
        add(
          isRaised ? .epochRaised : .epochLowered,
          isRaised ? .narrows : .widens,
          before: "\(before.epoch)",
          after: "\(after.epoch)",
          at: ["consent", "epoch"]
        )
      }
      if before.isOptIn != after.isOptIn {
        add(
          after.isOptIn ? .consentTightened : .consentLoosened,
          after.isOptIn ? .narrows : .widens,
          before: before.isOptIn ? "opt-in" : "opt-out",
          after: after.isOptIn ? "opt-in" : "opt-out",
          at: ["consent", "default"]
        )
      }
      compareSources(before, after)
      if before.instructions != after.instructions {
        add(
          .textChanged,
          .neutral,
          before: FieldText.list(before.instructions),
          after: FieldText.list(after.instructions),
          at: ["consent", "instructions"]
        )
      }
    }
  }

  private mutating func compareSources(_ before: Consent, _ after: Consent) {
    let at = ["consent", "sources"]
    for source in before.sources {
      guard
        let now = after.sources.first(where: { $0.kind == source.kind && $0.name == source.name })
      else {
        // Any source that says off wins, so with one fewer less says off.
        add(.consentLoosened, .widens, before: words(source), at: at)
        continue
      }
      // A value that is not recognised is off: only what says on can loosen.
      let isLooser =
        !Set(now.on).isSubset(of: source.on) || (now.off.isEmpty && !source.off.isEmpty)
      let isTighter = !Set(source.on).isSubset(of: now.on)
      if isLooser {
        add(.consentLoosened, .widens, before: words(source), after: words(now), at: at)
      } else if isTighter || source.off != now.off {
        add(
          .consentTightened,
          isTighter ? .narrows : .neutral,
          before: words(source),
          after: words(now),
          at: at
        )
      }
    }
    for source in after.sources
    where !before.sources.contains(where: { $0.kind == source.kind && $0.name == source.name }) {
      let canSayYes = !source.on.isEmpty && after.isOptIn
      add(
        canSayYes ? .consentLoosened : .consentTightened,
        canSayYes ? .widens : .narrows,
        after: words(source),
        at: at
      )
    }
  }

  private func words(_ source: ConsentSource) -> String {
    let on = FieldText.list(source.on)
    let off = FieldText.list(source.off)
    return "\(FieldText.text(source.kind)) \(FieldText.word(source.name)) (on \(on), off \(off))"
  }

  private mutating func compareReceiver(_ before: Receiver?, _ after: Receiver?) {
    let at = ["receiver"]
    let was = before.map { FieldText.text($0.endpoint) } ?? ""
    let now = after.map { FieldText.text($0.endpoint) } ?? ""
    if was != now {
      add(
        .receiverChanged,
        after == nil ? .narrows : .widens,
        // One that was not there before is approved with all that it adds and keeps.
        before: after == nil ? old.compact(of: "receiver") : was,
        after: before == nil ? new.compact(of: "receiver") : now,
        at: at,
        isGone: after == nil
      )
    }
    guard let before, let after else { return }
    for item in after.adds where !before.adds.contains(item) {
      add(.receiverAddsMore, .widens, after: FieldText.text(item), at: at)
    }
    for item in before.adds where !after.adds.contains(item) {
      add(.receiverAddsLess, .narrows, before: FieldText.text(item), at: at)
    }
    guard before.retention != after.retention else { return }
    let old = Self.days(before.retention)
    let new = Self.days(after.retention)
    add(
      new < old ? .retentionShortened : .retentionLengthened,
      new < old ? .narrows : .widens,
      before: before.retention.map(FieldText.text) ?? "unstated",
      after: after.retention.map(FieldText.text) ?? "unstated",
      at: at
    )
  }

  /// About how many days a retention is; unstated is for ever.
  private static func days(_ retention: [UInt8]?) -> Int {
    guard let retention, let unit = retention.last else { return .max }
    let number = retention.dropLast().reduce(0) { $0 * 10 + Int($1 &- ASCII.zero) }
    switch unit {
    case UInt8(ascii: "w"): return number * 7
    case UInt8(ascii: "m"): return number * 30
    case UInt8(ascii: "y"): return number * 365
    default: return number
    }
  }

  private mutating func compareIdentity(_ before: [Identity], _ after: [Identity]) {
    for identity in before where !after.contains(where: { $0.field == identity.field }) {
      add(.identityRemoved, .narrows, before: words(identity), at: ["identity"])
    }
    for identity in after {
      guard let was = before.first(where: { $0.field == identity.field }) else {
        add(.identityAdded, .widens, after: words(identity), at: ["identity"])
        continue
      }
      let old = Self.reach(was)
      let new = Self.reach(identity)
      let isSame =
        was.scope == identity.scope && was.generator == identity.generator
        && was.isStored == identity.isStored
      if isSame { continue }
      let isNarrower = new < old && (was.isStored || !identity.isStored)
      add(
        isNarrower ? .identityNarrowed : .identityWidened,
        isNarrower ? .narrows : .widens,
        before: words(was),
        after: words(identity),
        at: ["identity"]
      )
    }
  }

  /// How far an identifier reaches.
  private static func reach(_ identity: Identity) -> Int {
    let scopes = ["report", "process", "session", "project", "install", "account"]
    return scopes.firstIndex(of: FieldText.text(identity.scope)) ?? scopes.count
  }

  private func words(_ identity: Identity) -> String {
    let kept = identity.isStored ? "stored" : "not stored"
    return "\(FieldText.word(identity.field)) (\(FieldText.text(identity.scope)), "
      + "\(FieldText.word(identity.generator)), \(kept))"
  }

  private mutating func comparePromises(_ before: [Promise], _ after: [Promise]) {
    let strength = ["declaration", "client", "engine"]
    for promise in before {
      guard let now = after.first(where: { $0.text == promise.text }) else {
        add(.promiseRemoved, .widens, before: words(promise), at: ["promises"])
        continue
      }
      let old = strength.firstIndex(of: FieldText.text(promise.enforcedBy)) ?? 0
      let new = strength.firstIndex(of: FieldText.text(now.enforcedBy)) ?? 0
      let isLess = new < old || !Self.isBound(now, atLeastAs: promise)
      if isLess {
        add(
          .promiseWeakened,
          .widens,
          before: words(promise),
          after: words(now),
          at: ["promises"]
        )
      } else if new > old || !Self.isBound(promise, atLeastAs: now) {
        add(
          .promiseStrengthened,
          .narrows,
          before: words(promise),
          after: words(now),
          at: ["promises"]
        )
      }
    }
    for promise in after where !before.contains(where: { $0.text == promise.text }) {
      add(.promiseAdded, .narrows, after: words(promise), at: ["promises"])
    }
  }

  /// A promise with who keeps it and all that it is bound to.
  private func words(_ promise: Promise) -> String {
    var parts = [FieldText.text(promise.enforcedBy)]
    let lists = [
      ("classes", promise.classes), ("fields", promise.fields), ("absent", promise.absent),
    ]
    for (name, words) in lists where !words.isEmpty {
      parts.append("\(name) \(FieldText.list(words))")
    }
    for canary in promise.canaries {
      let record = SchemaFile.compacted(canary.raw[...])
      parts.append("canary \(record) without \(FieldText.list(canary.texts))")
    }
    return "\(FieldText.word(promise.text)) (\(parts.joined(separator: "; ")))"
  }

  /// Whether a promise is bound to everything that another is bound to.
  private static func isBound(_ one: Promise, atLeastAs other: Promise) -> Bool {
    // Without `fields` it speaks of all of them.
    let speaksOfAll =
      one.fields.isEmpty || (!other.fields.isEmpty && Set(other.fields).isSubset(of: one.fields))
    return speaksOfAll && Set(other.classes).isSubset(of: one.classes)
      && Set(other.absent).isSubset(of: one.absent)
      && other.canaries.allSatisfy { canary in
        let record = SchemaFile.compacted(canary.raw[...])
        return one.canaries.contains {
          SchemaFile.compacted($0.raw[...]) == record && Set(canary.texts).isSubset(of: $0.texts)
        }
      }
  }

  private mutating func compareForbidden(_ before: [Forbidden], _ after: [Forbidden]) {
    for entry in before {
      let now = after.first { $0.className == entry.className }
      let isLess = now.map { !Set($0.except).isSubset(of: entry.except) } ?? true
      if isLess {
        add(
          .forbidRemoved,
          .widens,
          before: words(entry),
          after: now.map(words) ?? "",
          at: ["forbid"]
        )
      }
    }
    for entry in after {
      let was = before.first { $0.className == entry.className }
      let isMore = was.map { !Set($0.except).isSubset(of: entry.except) } ?? true
      if isMore {
        add(
          .forbidAdded,
          .narrows,
          before: was.map(words) ?? "",
          after: words(entry),
          at: ["forbid"]
        )
      }
    }
  }

  private func words(_ entry: Forbidden) -> String {
    let name = FieldText.text(entry.className)
    return entry.except.isEmpty ? name : "\(name) (but for \(FieldText.list(entry.except)))"
  }
}
