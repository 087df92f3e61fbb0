internal import Gauze

/// What the name of a field says of its values: more than the values do, where they are words that
/// nobody knows.
struct NameHint {
  /// What a text under this name would tell, in words; nil if the name says nothing.
  let subject: String?
  /// Whether it is a person's, or what stands below is.
  let isPersonal: Bool
  /// Whether texts under this name do not leave: no detector knows a name, or a bare file, host or
  /// password, when seeing it.
  let isDropped: Bool
  /// Whether it speaks of a statement.
  let isStatement: Bool
  let isVersion: Bool
  let isTime: Bool

  /// Judges a name, of a member of somebody's object if `isPersonal`.
  init(_ name: [UInt8], isPersonal: Bool) {
    let parts = NameParts(name.span, from: 0, to: name.count)
    let words = (0..<parts.count).map { parts.part($0) }
    isVersion = words.contains { Self.versions.contains($0) }
    isTime = words.contains { Self.times.contains($0) }
    let subject = NameSubject(parts)
    isStatement = subject == .statement
    let isAspect = parts.count > 0 && NameSubject.isAspect(parts)
    self.isPersonal = isPersonal || (parts.speakOfSomebody && !isAspect)
    switch subject {
    case .email: self.subject = "an e-mail address"
    case .path: self.subject = "a file"
    case .secret: self.subject = "a secret"
    case .host: self.subject = "a machine"
    case .name: self.subject = "somebody's or something's name"
    case .url, .statement, nil: self.subject = self.isPersonal ? "somebody" : nil
    }
    isDropped = self.subject != nil && !isVersion
  }

  private static let versions: Set<[UInt8]> = Set(["version", "ver"].map { Array($0.utf8) })
  private static let times: Set<[UInt8]> = Set(
    [
      "time", "timestamp", "ts", "at", "date", "created", "updated", "started", "start", "begin",
      "ended", "end", "expires", "expiry", "epoch", "when", "since", "until",
    ].map { Array($0.utf8) }
  )
}
