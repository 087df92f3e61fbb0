internal import Gauze

/// What became of one sentence of the schema: a promise, or an entry of `forbid`.
package struct SentenceProof: Sendable {
  /// What can be said of it.
  package enum Mark: String, Sendable {
    /// The engine keeps it, and nothing that was planted against it came through.
    case proven
    /// The engine should keep it, and something came through, or what leaves contradicts it.
    case broken
    /// Nothing can be held against it.
    case unbound
    /// The fields that it names leave within the schema's bounds; no canary tells more.
    case bounded
    /// No canary was planted against it: too few cases were run.
    case untried
    /// The client keeps it.
    case client
    /// People keep it.
    case declared
  }

  /// The promise; for `forbid`, the class.
  package let text: String
  package let isForbidden: Bool
  /// Whether only canaries can prove it: that a name is absent, the schema shows by itself.
  let needsCanaries: Bool
  /// What the schema alone says of it, if nothing comes through.
  let standing: Mark
  /// How many canaries were planted against it.
  package internal(set) var planted = 0
  /// How many of them were seen.
  package internal(set) var survived = 0
  /// How many of them are its own, and how many of those were rejected.
  package internal(set) var own = 0
  package internal(set) var rejected = 0

  package var mark: Mark {
    if survived > 0 { return .broken }
    return standing == .proven && needsCanaries && planted == 0 ? .untried : standing
  }

  /// Whether it makes a finding.
  package var isFinding: Bool { mark == .broken || mark == .unbound }

  /// Every sentence of `schema`, promises first.
  static func all(of schema: Schema) -> [SentenceProof] {
    let fields = schema.wireFields
    let promises = schema.promises.enumerated().map { index, promise in
      SentenceProof(
        text: String(decoding: promise.text, as: UTF8.self),
        isForbidden: false,
        needsCanaries: !promise.classes.isEmpty || !promise.canaries.isEmpty,
        standing: standing(promise, schema.findings(ofPromise: index, fields))
      )
    }
    let findings = schema.promiseFindings
    return promises
      + schema.forbid.map { entry in
        let isBroken = findings.contains {
          $0.code == .forbiddenClass && $0.offset == entry.offset
        }
        return SentenceProof(
          text: String(decoding: entry.className, as: UTF8.self),
          isForbidden: true,
          needsCanaries: true,
          standing: isBroken ? .broken : .proven
        )
      }
  }

  private static func standing(_ promise: Promise, _ findings: [LintFinding]) -> Mark {
    guard promise.isEngines else {
      return promise.enforcedBy == Array("client".utf8) ? .client : .declared
    }
    if findings.contains(where: { $0.code == .promiseBroken }) { return .broken }
    if !findings.isEmpty { return .unbound }
    if promise.classes.isEmpty, promise.canaries.isEmpty {
      return promise.absent.isEmpty ? .bounded : .proven
    }
    return .proven
  }
}
