/// What was found in one source of consent.
public enum ConsentAnswer: Sendable, Equatable {
  /// Nobody answered there. An empty environment variable counts as unset.
  case unset
  /// The value that stands there; of a stored answer, the epoch in which it was given.
  case value([UInt8], epoch: Int? = nil)
  /// It could not be read.
  case unreadable
}

/// Whether anything may leave, and why: worked out once, here, so that every binding decides alike.
public struct ConsentDecision: Sendable, Equatable {
  /// Why it is so.
  public enum Reason: UInt8, Sendable, CaseIterable {
    /// A source says so.
    case said
    /// A source is set, and not to a word that the schema knows: it counts as no.
    case unrecognized
    /// A source could not be read: it counts as no.
    case unreadable
    /// The stored yes was given before the schema's present epoch: people must be asked anew.
    case outdated
    /// Nobody answered: the schema's default holds.
    case standard
    /// The schema has no `consent`: nothing may leave.
    case undeclared
    /// The event's own: what the person does is the consent.
    case explicit

    /// The reason as tools see it: permanent.
    public var word: StaticString {
      switch self {
      case .said: "said"
      case .unrecognized: "unrecognized"
      case .unreadable: "unreadable"
      case .outdated: "outdated"
      case .standard: "default"
      case .undeclared: "undeclared"
      case .explicit: "explicit"
      }
    }
  }

  /// Whether records may leave. If not: no identity, no buffer, no connection.
  public var isOn: Bool
  /// Why.
  public var reason: Reason
  /// The source that is named as the reason, by its place in the schema; nil if none decided.
  public var source: Int?

  package init(isOn: Bool, reason: Reason, source: Int?) {
    self.isOn = isOn
    self.reason = reason
    self.source = source
  }
}

extension Schema {
  /// The sources of consent in the schema's order, for whoever looks into them: `env`, `config` or
  /// `stored`, and the name there.
  public var consentSources: [(kind: [UInt8], name: [UInt8])] {
    (consent?.sources ?? []).map { ($0.kind, $0.name) }
  }

  /// Decides from what was found in each source, in the schema's order; one that is missing at the
  /// end counts as unreadable.
  ///
  /// Any source that says no wins, wherever it stands. Set but not recognised is no; unreadable is
  /// no. A stored yes of an earlier epoch is none. Otherwise a yes, and at last the default. The order
  /// only decides which source is named. Complexity: O(sources).
  public func decideConsent(_ answers: [ConsentAnswer]) -> ConsentDecision {
    guard let consent else {
      return ConsentDecision(isOn: false, reason: .undeclared, source: nil)
    }
    var yes: Int?
    var outdated: Int?
    for (index, source) in consent.sources.enumerated() {
      switch index < answers.count ? answers[index] : .unreadable {
      case .unset: break
      case .unreadable:
        return ConsentDecision(isOn: false, reason: .unreadable, source: index)
      case .value(let value, let epoch):
        if value.isEmpty, source.kind.span.equals("env"), !source.on.contains([]),
          !source.off.contains([])
        {
          break
        }
        guard source.on.contains(value) else {
          let isNo = source.off.contains(value)
          return ConsentDecision(
            isOn: false,
            reason: isNo ? .said : .unrecognized,
            source: index
          )
        }
        if source.kind.span.equals("stored"), (epoch ?? 0) < consent.epoch {
          outdated = outdated ?? index
        } else {
          yes = yes ?? index
        }
      }
    }
    if let yes { return ConsentDecision(isOn: true, reason: .said, source: yes) }
    if let outdated {
      return ConsentDecision(isOn: false, reason: .outdated, source: outdated)
    }
    return ConsentDecision(isOn: !consent.isOptIn, reason: .standard, source: nil)
  }

  /// Decides for one event. With `"consent": "explicit"` it may leave whatever was answered, for a
  /// person sends it on purpose: whoever signs up for a newsletter has said yes to that. It carries no
  /// field that `identity` names. Any other event, and one that the schema does not know, follows the
  /// general decision.
  ///
  /// ```swift
  /// if schema.decideConsent(answers, event: Array("newsletter_signup".utf8)).isOn { send(record) }
  /// ```
  ///
  /// Complexity: O(events + sources).
  public func decideConsent(_ answers: [ConsentAnswer], event name: [UInt8]) -> ConsentDecision {
    guard events.contains(where: { $0.name == name && $0.isExplicit }) else {
      return decideConsent(answers)
    }
    return ConsentDecision(isOn: true, reason: .explicit, source: nil)
  }
}
