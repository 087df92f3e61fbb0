/// THE catalogue: every policy that a schema can name, one row each.
///
/// To add a policy: write its file, add its row here and its case below (the compiler then asks for
/// its reader and its place in a chain), its fixtures, and its row in SCHEMA.md. Tests compare the
/// four. The order is that of reports, and of nothing else.
package enum PolicyName: UInt8, Sendable, CaseIterable {
  case drop
  case redact
  case truncate
  case stripPaths
  case maskEmails
  case maskSQL
  case hashEmail
  case bucket
  case maskAddresses
  case maskIdentifiers
  case maskSecrets
  case scrubText
  case maskURLs
  case shape
  case maskArguments
  case hint

  /// The number of rows.
  package static let count = allCases.count

  /// Its place in every tally.
  package var index: Int { Int(rawValue) }

  /// The row.
  package var row: PolicyRow {
    switch self {
    case .drop:
      PolicyRow(
        word: "drop",
        technique: "suppression",
        takes: .any,
        gives: .nothing,
        role: .whole,
        canRefuse: false,
        summary: "accepts the field and does not send it"
      )
    case .redact:
      PolicyRow(
        word: "redact",
        technique: "suppression",
        takes: .any,
        gives: .closedText,
        role: .whole,
        canRefuse: false,
        summary: "sends <redacted> whatever the value is"
      )
    case .truncate:
      PolicyRow(
        word: "truncate",
        technique: "suppression",
        takes: .text,
        gives: .text,
        role: .shortener,
        canRefuse: false,
        summary: "keeps the first n Unicode scalars of the masked text"
      )
    case .stripPaths:
      PolicyRow(
        word: "strip-paths",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces file paths by <path>"
      )
    case .maskEmails:
      PolicyRow(
        word: "mask-emails",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces e-mail addresses by <email>"
      )
    case .maskSQL:
      PolicyRow(
        word: "mask-sql",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces SQL literals by ? and removes comments"
      )
    case .hashEmail:
      PolicyRow(
        word: "hash-email",
        technique: "pseudonymization",
        takes: .text,
        gives: .closedText,
        role: .whole,
        canRefuse: true,
        summary: "sends the SHA-256 of an e-mail address, or its HMAC with a key"
      )
    case .bucket:
      PolicyRow(
        word: "bucket",
        technique: "generalization",
        takes: .number,
        gives: .closedText,
        role: .whole,
        canRefuse: false,
        summary: "sends the label of the range that a number is in"
      )
    case .maskAddresses:
      PolicyRow(
        word: "mask-addresses",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces network addresses by <ip> and host names by <host>"
      )
    case .maskIdentifiers:
      PolicyRow(
        word: "mask-identifiers",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces numbers of cards, bank accounts, telephones and other accounts by <id>"
      )
    case .maskSecrets:
      PolicyRow(
        word: "mask-secrets",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces keys, tokens and passwords by <secret>"
      )
    case .scrubText:
      PolicyRow(
        word: "scrub-text",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces everything that a text detector knows, and the literals of the host"
      )
    case .maskURLs:
      PolicyRow(
        word: "mask-urls",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces path, query and userinfo of URLs by <url>"
      )
    case .shape:
      PolicyRow(
        word: "shape",
        technique: "generalization",
        takes: .any,
        gives: .closedText,
        role: .whole,
        canRefuse: false,
        summary: "sends types and lengths of an object's members as JSON text"
      )
    case .maskArguments:
      PolicyRow(
        word: "mask-arguments",
        technique: "masking",
        takes: .any,
        gives: .closedText,
        role: .whole,
        canRefuse: true,
        summary: "sends an object with every value masked as JSON text"
      )
    case .hint:
      PolicyRow(
        word: "hint",
        technique: "suppression",
        takes: .text,
        gives: .closedText,
        role: .whole,
        canRefuse: true,
        summary: "sends the first words of a message that a vocabulary of harmless ones holds"
      )
    }
  }

  /// The policy of that word, or nil.
  package init?(_ word: Span<UInt8>) {
    for name in Self.allCases where word.equals(name.row.word) {
      self = name
      return
    }
    return nil
  }
}

/// What a policy takes and gives, as its chain's types see it.
package enum PolicyValue: Sendable, Equatable {
  case any
  case text
  case number
  /// A text that no policy takes: a constant, a label, a digest.
  case closedText
  case nothing
}

/// How a policy behaves in a chain.
package enum PolicyRole: Sendable, Equatable {
  /// Finds spans in the original text; all of a chain's detectors look at once.
  case detector
  /// Shortens text; last among the text policies.
  case shortener
  /// Replaces the whole value.
  case whole
}

/// One row of the catalogue.
package struct PolicyRow: Sendable {
  /// Its word in the schema language: permanent.
  package var word: StaticString
  /// The technique in the terms of the de-identification literature.
  package var technique: StaticString
  package var takes: PolicyValue
  package var gives: PolicyValue
  package var role: PolicyRole
  /// Whether it may refuse a value, which rejects the event or drops an optional field.
  package var canRefuse: Bool
  /// What it does, in one sentence.
  package var summary: StaticString
}

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
