/// THE catalogue: every policy that a schema can name, one case and one row each.
///
/// To add a policy: write its file, add its case here (the compiler then asks for its row, its
/// reader and its place in a chain), its fixtures, and its row in SCHEMA.md. Tests compare the four.
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

extension Policy {
  /// The number of rows.
  package static let count = 11

  /// The rows that the sanitizer counts by number.
  package static let dropIndex = 0
  package static let redactIndex = 1
  package static let truncateIndex = 2
  package static let hashEmailIndex = 6
  package static let bucketIndex = 7

  /// The row's number: the place of the policy in every tally.
  package var index: Int {
    switch self {
    case .drop: 0
    case .redact: 1
    case .truncate: 2
    case .stripPaths: 3
    case .maskEmails: 4
    case .maskSQL: 5
    case .hashEmail: 6
    case .bucket: 7
    case .maskAddresses: 8
    case .maskIdentifiers: 9
    case .maskSecrets: 10
    }
  }

  /// The row of that number, or nil past the end.
  package static func row(at index: Int) -> PolicyRow? {
    switch index {
    case 0:
      PolicyRow(
        word: "drop",
        technique: "suppression",
        takes: .any,
        gives: .nothing,
        role: .whole,
        canRefuse: false,
        summary: "accepts the field and does not send it"
      )
    case 1:
      PolicyRow(
        word: "redact",
        technique: "suppression",
        takes: .any,
        gives: .closedText,
        role: .whole,
        canRefuse: false,
        summary: "sends <redacted> whatever the value is"
      )
    case 2:
      PolicyRow(
        word: "truncate",
        technique: "suppression",
        takes: .text,
        gives: .text,
        role: .shortener,
        canRefuse: false,
        summary: "keeps the first n Unicode scalars of the masked text"
      )
    case 3:
      PolicyRow(
        word: "strip-paths",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces file paths by <path>"
      )
    case 4:
      PolicyRow(
        word: "mask-emails",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces e-mail addresses by <email>"
      )
    case 5:
      PolicyRow(
        word: "mask-sql",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces SQL literals by ? and removes comments"
      )
    case 6:
      PolicyRow(
        word: "hash-email",
        technique: "pseudonymization",
        takes: .text,
        gives: .closedText,
        role: .whole,
        canRefuse: true,
        summary: "sends the SHA-256 of an e-mail address, or its HMAC with a key"
      )
    case 7:
      PolicyRow(
        word: "bucket",
        technique: "generalization",
        takes: .number,
        gives: .closedText,
        role: .whole,
        canRefuse: false,
        summary: "sends the label of the range that a number is in"
      )
    case 8:
      PolicyRow(
        word: "mask-addresses",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces network addresses by <ip> and host names by <host>"
      )
    case 9:
      PolicyRow(
        word: "mask-identifiers",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces numbers of cards, bank accounts, telephones and other accounts by <id>"
      )
    case 10:
      PolicyRow(
        word: "mask-secrets",
        technique: "masking",
        takes: .text,
        gives: .text,
        role: .detector,
        canRefuse: false,
        summary: "replaces keys, tokens and passwords by <secret>"
      )
    default: nil
    }
  }

  /// Reads `"word"` or `{"word": parameters}`; nil, with a fault, if it is no policy.
  package static func read(_ node: JSONNode, _ faults: inout [SchemaFault]) -> Policy? {
    guard let (word, parameters) = named(node) else {
      faults.append(SchemaFault(.unknownPolicy, at: node.start))
      return nil
    }
    var index = 0
    while let row = Policy.row(at: index) {
      if word.span.equals(row.word) {
        return read(index, parameters, at: node.start, &faults)
      }
      index += 1
    }
    faults.append(SchemaFault(.unknownPolicy, at: node.start))
    return nil
  }

  private static func named(_ node: JSONNode) -> (word: [UInt8], parameters: JSONNode?)? {
    switch node.value {
    case .string(let word): (word, nil)
    case .object(let members) where members.count == 1: (members[0].name, members[0].node)
    default: nil
    }
  }

  private static func read(
    _ index: Int,
    _ parameters: JSONNode?,
    at offset: Int,
    _ faults: inout [SchemaFault]
  ) -> Policy? {
    switch index {
    case 0: without(parameters, .drop, &faults)
    case 1: without(parameters, .redact, &faults)
    case 2: Truncation(parameters, at: offset, &faults).map { .truncate($0) }
    case 3: PathStripping(parameters, &faults).map { .stripPaths($0) }
    case 4: without(parameters, .maskEmails(EmailMasking()), &faults)
    case 5: SQLMasking(parameters, &faults).map { .maskSQL($0) }
    case 6: EmailHashing(parameters, &faults).map { .hashEmail($0) }
    case 7: Bucketing(parameters, at: offset, &faults).map { .bucket($0) }
    case 8: without(parameters, .maskAddresses(AddressMasking()), &faults)
    case 9: IdentifierMasking(parameters, &faults).map { .maskIdentifiers($0) }
    case 10: SecretMasking(parameters, &faults).map { .maskSecrets($0) }
    default: nil
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

  /// The policy's row.
  package var row: PolicyRow {
    // `index` and `row(at:)` are compared by a test, so that the second is never nil here.
    Self.row(at: index)
      ?? PolicyRow(
        word: "",
        technique: "",
        takes: .any,
        gives: .nothing,
        role: .whole,
        canRefuse: true,
        summary: ""
      )
  }
}
