/// The detectors that a chain may hold: small values that are copied freely.
package enum Detector: Sendable, Equatable {
  case paths(PathStripping)
  case emails(EmailMasking)
  case sql(SQLMasking)
  case addresses(AddressMasking)
  case identifiers(IdentifierMasking)
  case secrets(SecretMasking)
  case literals(HostLiterals)
  case urls(URLMasking)

  /// The detectors behind a policy; none if it is no detector.
  package static func all(of policy: Policy) -> [Detector] {
    switch policy {
    case .stripPaths(let detector): [.paths(detector)]
    case .maskEmails(let detector): [.emails(detector)]
    case .maskSQL(let detector): [.sql(detector)]
    case .maskAddresses(let detector): [.addresses(detector)]
    case .maskIdentifiers(let detector): [.identifiers(detector)]
    case .maskSecrets(let detector): [.secrets(detector)]
    case .scrubText(let scrubbing): scrubbing.detectors
    case .maskURLs(let detector): [.urls(detector)]
    case .drop, .redact, .truncate, .hashEmail, .bucket, .shape, .maskArguments, .hint, .round,
      .clamp,
      .counting, .presence, .keys, .coarsenTime, .coarsenVersion, .pseudonymize, .fingerprint,
      .classify, .vocabulary, .unique, .join:
      []
    }
  }

  /// Adds what it finds in `text`, in ascending order and without overlaps.
  package func find(in text: Span<UInt8>, into findings: inout [Finding]) {
    switch self {
    case .paths(let detector): detector.find(in: text, into: &findings)
    case .emails(let detector): detector.find(in: text, into: &findings)
    case .sql(let detector): detector.find(in: text, into: &findings)
    case .addresses(let detector): detector.find(in: text, into: &findings)
    case .identifiers(let detector): detector.find(in: text, into: &findings)
    case .secrets(let detector): detector.find(in: text, into: &findings)
    case .literals(let detector): detector.find(in: text, into: &findings)
    case .urls(let detector): detector.find(in: text, into: &findings)
    }
  }

  /// Which encodings are undone for a second look. A SQL statement is what its bytes say: a backslash
  /// in it has the dialect's meaning. Paths and addresses know percent signs themselves: undone, a
  /// blank that ends them could not be told from one inside.
  package var undoes: DecodedView.Encodings? {
    switch self {
    case .sql: nil
    case .paths, .emails: .escapesAndForms
    case .addresses, .identifiers, .secrets, .literals, .urls: .all
    }
  }

  /// What a text must hold for it to find anything: see `Triggers`.
  package var triggers: Triggers {
    switch self {
    case .paths, .urls: .path
    case .emails: .email
    case .identifiers: .number
    case .addresses: .word
    // A pair before an at sign may be of signs alone.
    case .secrets: [.word, .email]
    case .sql: .any
    case .literals(let literals): literals.isEmpty ? [] : .any
    }
  }
}
