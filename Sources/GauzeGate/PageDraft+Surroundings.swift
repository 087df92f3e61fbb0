internal import Gauze

// Who is told apart, who receives the records, and what became of the schema.

extension PageDraft {
  /// What tells which records belong together: identities and pseudonyms.
  mutating func writeIdentity() {
    let pseudonyms = pseudonymousFields()
    if schema.identity.isEmpty, pseudonyms.isEmpty {
      page.paragraph("The schema declares no field that tells people or installs apart.")
      return
    }
    page.paragraph(
      "These fields are *pseudonymous*: they tell which records belong together, and whoever can link "
        + "a value to somebody knows whose they are."
    )
    page.table(
      ["Field", "One value stands for", "It is", "It is kept"],
      schema.identity.map { identity in
        [
          MarkdownText.code(identity.field),
          Self.words(ofScope: identity.scope),
          origin(of: identity),
          identity.isStored ? "on your machine" : "nowhere",
        ]
      }
    )
    if !pseudonyms.isEmpty {
      page.paragraph("A policy makes these pseudonyms: \(pseudonyms.joined(separator: ", ")).")
    }
  }

  /// The fields that leave through a policy of pseudonymization, each path once.
  private func pseudonymousFields() -> [String] {
    var rows = EventRows()
    for event in schema.events {
      for visit in FieldVisit.all(event.properties)
      where visit.field.isPseudonymized {
        rows.add([visit.path.text], in: event.name)
      }
    }
    return rows.cells(of: schema).map { "\($0[0]) (\($0[1]))" }
  }

  /// Where a value comes from. What leaves under a key is not what was made, but a token of it.
  private func origin(of identity: Identity) -> String {
    let words = Self.words(ofGenerator: identity.generator)
    let isKeyed = schema.events.contains { event in
      event.properties.contains { $0.name == identity.field && $0.field.isKeyed }
    }
    return isKeyed ? "a token made under a key, of something \(words)" : words
  }

  private static func words(ofScope scope: [UInt8]) -> String {
    let all: [(name: StaticString, words: String)] = [
      ("report", "one report"),
      ("process", "one run of the program"),
      ("session", "one session"),
      ("project", "one project"),
      ("install", "one install"),
      ("account", "one account, wherever it is used"),
    ]
    return all.first { scope.span.equals($0.name) }?.words ?? MarkdownText.code(scope)
  }

  private static func words(ofGenerator generator: [UInt8]) -> String {
    let all: [(name: StaticString, words: String)] = [
      ("random", "made at random"),
      ("hash", "made by hashing"),
      ("external", "given by something outside the program"),
    ]
    return all.first { generator.span.equals($0.name) }?.words ?? MarkdownText.code(generator)
  }

  /// Where records go, what is added there, and how long they are kept.
  mutating func writeReceiver() {
    guard let receiver = schema.receiver else {
      page.paragraph("The schema names no receiver.")
      return
    }
    page.list([
      "Records go to \(MarkdownText.code(receiver.endpoint)).",
      receiver.adds.isEmpty
        ? "Nothing is said of what the receiver adds."
        : "The receiver adds to each record: "
          + receiver.adds.map(MarkdownText.sentence).joined(separator: ", ") + ".",
      receiver.retention.map { "The receiver keeps records for \(Self.span($0))." }
        ?? "Nothing is said of how long records are kept.",
    ])
    page.paragraph("What the receiver does is declared: the engine sees only what leaves.")
  }

  /// `90d` as "90 days".
  private static func span(_ retention: [UInt8]) -> String {
    let digits = retention.dropLast()
    let units: [(letter: UInt8, word: String)] = [
      (UInt8(ascii: "d"), "day"), (UInt8(ascii: "w"), "week"), (UInt8(ascii: "m"), "month"),
      (UInt8(ascii: "y"), "year"),
    ]
    let unit = units.first { $0.letter == retention.last }?.word ?? ""
    let isOne = digits.last == ASCII.one && digits.dropLast().allSatisfy { $0 == ASCII.zero }
    return "\(String(decoding: digits, as: UTF8.self)) \(unit)\(isOne ? "" : "s")"
  }

  /// The rule for changes, and the versions with their reviews.
  mutating func writeHistory() {
    page.paragraph(
      "This page holds for version \(schema.version.plainText). The rule for "
        + "changes: what changes what leaves needs a new version and an entry here; what lets more "
        + "leave needs a review besides, and that people are asked anew. The schema is written in "
        + "revision 1 of the language: under it a later program may mask more, never less."
    )
    page.table(
      ["Version", "Date", "What changed", "Review"],
      schema.history.map { entry in
        [
          entry.version.plainText,
          // The reader has seen that it is a date.
          String(decoding: entry.date, as: UTF8.self),
          MarkdownText.sentence(entry.summary),
          entry.review.map { MarkdownText.link($0, label: "review") } ?? "none",
        ]
      }
    )
  }
}

extension SchemaVersion {
  /// As written, which is nothing but digits and dots.
  var plainText: String { String(decoding: text, as: UTF8.self) }
}

extension Field {
  /// Its policies and those of its `else`.
  private var allPolicies: [Policy] { policies + alternative.flatMap(\.allPolicies) }

  /// Whether a policy makes a pseudonym of it.
  fileprivate var isPseudonymized: Bool {
    allPolicies.contains { $0.name.row.technique.bytes.span.equals("pseudonymization") }
  }

  /// Whether a policy makes a token of it under a key.
  fileprivate var isKeyed: Bool {
    allPolicies.contains { policy in
      switch policy {
      case .pseudonymize: true
      case .hashEmail(let hashing): hashing.keyID != nil
      case .fingerprint(let fingerprint): fingerprint.keyID != nil
      default: false
      }
    }
  }
}
