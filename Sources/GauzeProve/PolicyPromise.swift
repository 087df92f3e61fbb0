package import Gauze

/// THE table of what policies promise: which classes must not survive a detector, in which encodings.
///
/// It knows policies by their words alone. A policy that replaces the whole value needs no row: it
/// promises every class. A policy with neither promises nothing, and a test asks for its row.
package struct PolicyPromise: Sendable {
  package let word: StaticString
  package let classes: [CanaryClass]
  /// SCHEMA.md, "Encodings are undone", and the policy's own section.
  package let encodings: [CanaryEncoding]

  package static let table: [PolicyPromise] = [
    PolicyPromise(word: "strip-paths", classes: [.path], encodings: CanaryEncoding.allCases),
    PolicyPromise(word: "mask-emails", classes: [.email], encodings: CanaryEncoding.allCases),
    PolicyPromise(word: "mask-secrets", classes: secrets, encodings: CanaryEncoding.allCases),
    PolicyPromise(word: "mask-addresses", classes: addresses, encodings: CanaryEncoding.allCases),
    PolicyPromise(word: "mask-identifiers", classes: numbers, encodings: CanaryEncoding.allCases),
    PolicyPromise(
      word: "scrub-text",
      classes: [.path, .email] + secrets + addresses + numbers,
      encodings: CanaryEncoding.allCases
    ),
    PolicyPromise(
      word: "mask-arguments",
      classes: [.path, .email] + secrets + addresses + numbers,
      encodings: CanaryEncoding.allCases
    ),
    // An IPv4 address has the form of a version, as SCHEMA.md says.
    PolicyPromise(
      word: "coarsen-version",
      classes: CanaryClass.allCases.filter { ![.ipv4, .sqlNumber].contains($0) },
      encodings: CanaryEncoding.allCases
    ),
    // Hosts are another policy's business.
    PolicyPromise(word: "mask-urls", classes: [.url], encodings: CanaryEncoding.allCases),
    // A statement is what its bytes say.
    PolicyPromise(
      word: "mask-sql",
      classes: [.sqlText, .sqlNumber, .sqlComment],
      encodings: [.plain, .escapedRecord]
    ),
  ]

  private static let secrets: [CanaryClass] = [.token, .pair, .connection, .privateKey, .webToken]
  private static let addresses: [CanaryClass] = [.ipv4, .ipv6, .mac, .host]
  private static let numbers: [CanaryClass] = [.card, .iban, .ssn, .phone, .arn]

  /// The row of `policy`, if it has one.
  package static func row(of policy: PolicyRow) -> PolicyPromise? {
    table.first { $0.word.bytes == policy.word.bytes }
  }

  /// Whether no four characters of what comes in leave through `policy`: a constant, a label, a digest,
  /// a Boolean, allowed words, a coarser number or time, or nothing.
  package static func replacesAll(_ policy: PolicyRow) -> Bool {
    policy.role == .whole && row(of: policy) == nil
  }

  /// Whether a canary of `form`, encoded so, must not survive.
  func covers(
    _ form: CanaryForm,
    _ encoding: CanaryEncoding,
    anyDialect: Bool,
    keepsPaths: Bool
  ) -> Bool {
    classes.contains(form.kind) && encodings.contains(encoding)
      && (anyDialect || !form.needsAnyDialect) && !(keepsPaths && form.needsWholeURL)
  }
}
