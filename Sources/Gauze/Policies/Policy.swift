/// A policy with its parameters, as a schema names it.
package enum Policy: Sendable, Equatable {
  case drop
  case redact
  case truncate(Truncation)
  case stripPaths(PathStripping)
  case maskEmails(EmailMasking)
  case maskSQL(SQLMasking)
  case hashEmail(EmailHashing)
  case bucket(Bucketing)
  case maskAddresses(AddressMasking)
  case maskIdentifiers(IdentifierMasking)
  case maskSecrets(SecretMasking)
  case scrubText(TextScrubbing)
  case maskURLs(URLMasking)
  case shape(Shaping)
  case maskArguments(ArgumentMasking)
  case hint(MessageHint)
  case round(Rounding)
  case clamp(Clamping)
  case counting(Counting)
  case presence(Presence)
  case keys(KeyListing)
  case coarsenTime(TimeCoarsening)
  case coarsenVersion(VersionCoarsening)
  case pseudonymize(Pseudonymizing)
  case fingerprint(Fingerprinting)
  case classify(Classification)
  case vocabulary(Vocabulary)
  case unique
  case join(ItemJoining)

  /// Its name, which is its row in the catalogue.
  package var name: PolicyName {
    switch self {
    case .drop: .drop
    case .redact: .redact
    case .truncate: .truncate
    case .stripPaths: .stripPaths
    case .maskEmails: .maskEmails
    case .maskSQL: .maskSQL
    case .hashEmail: .hashEmail
    case .bucket: .bucket
    case .maskAddresses: .maskAddresses
    case .maskIdentifiers: .maskIdentifiers
    case .maskSecrets: .maskSecrets
    case .scrubText: .scrubText
    case .maskURLs: .maskURLs
    case .shape: .shape
    case .maskArguments: .maskArguments
    case .hint: .hint
    case .round: .round
    case .clamp: .clamp
    case .counting: .counting
    case .presence: .presence
    case .keys: .keys
    case .coarsenTime: .coarsenTime
    case .coarsenVersion: .coarsenVersion
    case .pseudonymize: .pseudonymize
    case .fingerprint: .fingerprint
    case .classify: .classify
    case .vocabulary: .vocabulary
    case .unique: .unique
    case .join: .join
    }
  }

  /// Reads `"word"` or `{"word": parameters}`; nil, with a fault, if it is no policy.
  package static func read(_ node: JSONNode, _ faults: inout [SchemaFault]) -> Policy? {
    guard let (word, parameters) = named(node), let name = PolicyName(word.span) else {
      faults.append(SchemaFault(.unknownPolicy, at: node.start))
      return nil
    }
    return read(name, parameters, at: node.start, &faults)
  }

  private static func named(_ node: JSONNode) -> (word: [UInt8], parameters: JSONNode?)? {
    switch node.value {
    case .string(let word): (word, nil)
    case .object(let members) where members.count == 1: (members[0].name, members[0].node)
    default: nil
    }
  }

  private static func read(
    _ name: PolicyName,
    _ parameters: JSONNode?,
    at offset: Int,
    _ faults: inout [SchemaFault]
  ) -> Policy? {
    switch name {
    case .drop: without(parameters, .drop, &faults)
    case .redact: without(parameters, .redact, &faults)
    case .truncate: Truncation(parameters, at: offset, &faults).map { .truncate($0) }
    case .stripPaths: PathStripping(parameters, &faults).map { .stripPaths($0) }
    case .maskEmails: without(parameters, .maskEmails(EmailMasking()), &faults)
    case .maskSQL: SQLMasking(parameters, &faults).map { .maskSQL($0) }
    case .hashEmail: EmailHashing(parameters, &faults).map { .hashEmail($0) }
    case .bucket: Bucketing(parameters, at: offset, &faults).map { .bucket($0) }
    case .maskAddresses: without(parameters, .maskAddresses(AddressMasking()), &faults)
    case .maskIdentifiers: IdentifierMasking(parameters, &faults).map { .maskIdentifiers($0) }
    case .maskSecrets: SecretMasking(parameters, &faults).map { .maskSecrets($0) }
    case .scrubText: TextScrubbing(parameters, &faults).map { .scrubText($0) }
    case .maskURLs: URLMasking(parameters, &faults).map { .maskURLs($0) }
    case .shape: Shaping(parameters, &faults).map { .shape($0) }
    case .maskArguments: ArgumentMasking(parameters, &faults).map { .maskArguments($0) }
    case .hint: MessageHint(parameters, &faults).map { .hint($0) }
    case .round: Rounding(parameters, at: offset, &faults).map { .round($0) }
    case .clamp: Clamping(parameters, at: offset, &faults).map { .clamp($0) }
    case .counting: without(parameters, .counting(Counting()), &faults)
    case .presence: Presence(parameters, &faults).map { .presence($0) }
    case .keys: KeyListing(parameters, at: offset, &faults).map { .keys($0) }
    case .coarsenTime: TimeCoarsening(parameters, at: offset, &faults).map { .coarsenTime($0) }
    case .coarsenVersion: VersionCoarsening(parameters, &faults).map { .coarsenVersion($0) }
    case .pseudonymize: Pseudonymizing(parameters, at: offset, &faults).map { .pseudonymize($0) }
    case .fingerprint: Fingerprinting(parameters, &faults).map { .fingerprint($0) }
    case .classify: Classification(parameters, at: offset, &faults).map { .classify($0) }
    case .vocabulary: Vocabulary(parameters, at: offset, &faults).map { .vocabulary($0) }
    case .unique: without(parameters, .unique, &faults)
    case .join: ItemJoining(parameters, at: offset, &faults).map { .join($0) }
    }
  }

  /// A policy without parameters.
  private static func without(
    _ parameters: JSONNode?,
    _ policy: Policy,
    _ faults: inout [SchemaFault]
  ) -> Policy? {
    guard let parameters else { return policy }
    faults.append(SchemaFault(.badParameter, at: parameters.start))
    return nil
  }
}
