/// THE catalogue: every policy that a schema can name, one row each.
///
/// To add a policy: write its file, add its row here and its case in `Policy` (the compiler then asks for
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
  case round
  case clamp
  case counting
  case presence
  case keys
  case coarsenTime
  case coarsenVersion
  case pseudonymize
  case fingerprint
  case classify
  case vocabulary
  case unique
  case join

  /// The number of rows.
  package static let count = allCases.count

  /// Its place in every tally.
  package var index: Int { Int(rawValue) }

  /// The row.
  package var row: PolicyRow {
    switch self {
    case .drop:
      PolicyRow(
        "drop",
        "suppression",
        .any,
        to: .nothing,
        .whole,
        refuses: false,
        "accepts the field and does not send it"
      )
    case .redact:
      PolicyRow(
        "redact",
        "suppression",
        .any,
        to: .closedText,
        .whole,
        refuses: false,
        "sends <redacted> whatever the value is"
      )
    case .truncate:
      PolicyRow(
        "truncate",
        "suppression",
        .text,
        to: .text,
        .shortener,
        refuses: false,
        "keeps the first n Unicode scalars of the masked text"
      )
    case .stripPaths:
      PolicyRow(
        "strip-paths",
        "masking",
        .text,
        to: .text,
        .detector,
        refuses: false,
        "replaces file paths by <path>"
      )
    case .maskEmails:
      PolicyRow(
        "mask-emails",
        "masking",
        .text,
        to: .text,
        .detector,
        refuses: false,
        "replaces e-mail addresses by <email>"
      )
    case .maskSQL:
      PolicyRow(
        "mask-sql",
        "masking",
        .text,
        to: .text,
        .detector,
        refuses: false,
        "replaces SQL literals by ? and removes comments"
      )
    case .hashEmail:
      PolicyRow(
        "hash-email",
        "pseudonymization",
        .text,
        to: .closedText,
        .whole,
        refuses: true,
        "sends the SHA-256 of an e-mail address, or its HMAC with a key"
      )
    case .bucket:
      PolicyRow(
        "bucket",
        "generalization",
        .number,
        to: .closedText,
        .whole,
        refuses: false,
        "sends the label of the range that a number is in"
      )
    case .maskAddresses:
      PolicyRow(
        "mask-addresses",
        "masking",
        .text,
        to: .text,
        .detector,
        refuses: false,
        "replaces network addresses by <ip> and host names by <host>"
      )
    case .maskIdentifiers:
      PolicyRow(
        "mask-identifiers",
        "masking",
        .text,
        to: .text,
        .detector,
        refuses: false,
        "replaces numbers of cards, bank accounts, telephones and other accounts by <id>"
      )
    case .maskSecrets:
      PolicyRow(
        "mask-secrets",
        "masking",
        .text,
        to: .text,
        .detector,
        refuses: false,
        "replaces keys, tokens and passwords by <secret>"
      )
    case .scrubText:
      PolicyRow(
        "scrub-text",
        "masking",
        .text,
        to: .text,
        .detector,
        refuses: false,
        "replaces everything that a text detector knows, and the literals of the host"
      )
    case .maskURLs:
      PolicyRow(
        "mask-urls",
        "masking",
        .text,
        to: .text,
        .detector,
        refuses: false,
        "replaces path, query and userinfo of URLs by <url>"
      )
    case .shape:
      PolicyRow(
        "shape",
        "generalization",
        .any,
        to: .closedText,
        .whole,
        refuses: false,
        "sends types and lengths of an object's members as JSON text"
      )
    case .maskArguments:
      PolicyRow(
        "mask-arguments",
        "masking",
        .any,
        to: .closedText,
        .whole,
        refuses: true,
        "sends an object with every value masked as JSON text"
      )
    case .hint:
      PolicyRow(
        "hint",
        "suppression",
        .text,
        to: .closedText,
        .whole,
        refuses: true,
        "sends the first words of a message that a vocabulary of harmless ones holds"
      )
    case .round:
      PolicyRow(
        "round",
        "generalization",
        .number,
        to: .number,
        .whole,
        refuses: true,
        "rounds a number to significant digits or to multiples"
      )
    case .clamp:
      PolicyRow(
        "clamp",
        "generalization",
        .number,
        to: .number,
        .whole,
        refuses: false,
        "brings a number that is beyond an end to that end"
      )
    case .counting:
      PolicyRow(
        "count",
        "generalization",
        .any,
        to: .number,
        .whole,
        refuses: true,
        "sends how many items, members or Unicode scalars a value has"
      )
    case .presence:
      PolicyRow(
        "presence",
        "generalization",
        .any,
        to: .boolean,
        .whole,
        refuses: false,
        "sends whether there is a value"
      )
    case .keys:
      PolicyRow(
        "keys",
        "generalization",
        .object,
        to: .list,
        .whole,
        refuses: false,
        "sends those names of an object's members that the schema allows"
      )
    case .coarsenTime:
      PolicyRow(
        "coarsen-time",
        "generalization",
        .scalar,
        to: .scalar,
        .whole,
        refuses: true,
        "sends the hour, day, month or year that a time is in"
      )
    case .coarsenVersion:
      PolicyRow(
        "coarsen-version",
        "generalization",
        .text,
        to: .closedText,
        .whole,
        refuses: true,
        "sends the first numbers of a version"
      )
    case .pseudonymize:
      PolicyRow(
        "pseudonymize",
        "pseudonymization",
        .text,
        to: .closedText,
        .whole,
        refuses: false,
        "sends a keyed token that stands for a text in its field"
      )
    case .fingerprint:
      PolicyRow(
        "fingerprint",
        "pseudonymization",
        .text,
        to: .closedText,
        .whole,
        refuses: false,
        "sends 16 digits of the SHA-256 of a masked text, or of its HMAC with a key"
      )
    case .classify:
      PolicyRow(
        "classify",
        "generalization",
        .text,
        to: .closedText,
        .whole,
        refuses: false,
        "sends the first label of which a keyword stands in a text"
      )
    case .vocabulary:
      PolicyRow(
        "vocabulary",
        "generalization",
        .text,
        to: .closedText,
        .whole,
        refuses: true,
        "sends the text that the schema gives for a word"
      )
    case .unique:
      PolicyRow(
        "unique",
        "suppression",
        .array,
        to: .array,
        .whole,
        refuses: false,
        "sends each item of a list once, where it first appears"
      )
    case .join:
      PolicyRow(
        "join",
        "generalization",
        .array,
        to: .closedText,
        .whole,
        refuses: false,
        "sends the closed texts of a list as one"
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
