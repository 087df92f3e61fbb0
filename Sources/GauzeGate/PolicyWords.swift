internal import Gauze

/// What the page says of one policy. THE place for these words: the compiler asks for those of a new
/// policy here, and nowhere else in this module.
enum PolicyWords {
  /// Nothing leaves.
  case withholds
  /// Something in a text is masked: what, and what of it stays though one might not think so.
  case masks([String], stays: String? = nil)
  /// A text is cut; where, the chain says.
  case shortens
  /// What leaves in place of the value.
  case replaces(String)

  /// The words for `policy`. `value` says in words what the policy is handed, as "the number" or the
  /// name of a field; `subject` is a plain noun for it, as "list".
  init(_ policy: Policy, of value: String, _ subject: FieldSubject, _ lists: inout WordLists) {
    switch policy {
    case .drop: self = .withholds
    case .redact:
      self = .replaces("the word `<redacted>` whatever \(value) is: that there was a value")
    case .truncate: self = .shortens
    case .stripPaths(let stripping):
      self = .masks(["file paths"], stays: Self.extensions(stripping))
    case .maskEmails: self = .masks(["e-mail addresses"])
    case .maskSQL(let masking):
      let names =
        masking.keepsNames
        ? ["the values", "comments"] : ["the values", "quoted names", "comments"]
      self = .masks(
        [FieldWords.joined(names) + " of SQL"],
        stays: "\(masking.keepsNames ? "" : "bare ")names of tables and columns"
      )
    case .hashEmail(let hashing):
      self = .replaces(Self.digest(hashing, value == subject.name ? "" : " in \(value)"))
    case .bucket(let bucketing):
      let words = lists.choice(bucketing.labels + [bucketing.unknown].compactMap(\.self))
      let null = bucketing.unknown.map { ", \(MarkdownText.code($0)) for null" } ?? ""
      self = .replaces("\(words), by the range of \(value)\(null)")
    case .maskAddresses: self = .masks(["network addresses", "host names"])
    case .maskIdentifiers(let masking): self = .masks(Self.identifiers(masking))
    case .maskSecrets(let masking): self = .masks([Self.secrets(masking)])
    case .scrubText(let scrubbing):
      self = .masks(
        ["file paths", "e-mail addresses", "network addresses", "host names"]
          + Self.identifiers(scrubbing.identifiers)
          + [
            Self.secrets(scrubbing.secrets),
            "names that the host supplies (of user, home, machine)",
          ],
        stays: Self.extensions(scrubbing.paths)
      )
    case .maskURLs(let masking):
      self = .masks([masking.keepsPath ? "queries and users of URLs" : "all of URLs but the host"])
    case .shape(let shaping): self = .replaces(Self.shape(shaping, value, &lists))
    case .maskArguments(let masking): self = .replaces(Self.arguments(masking, value, &lists))
    case .hint(let hint):
      self = .replaces(
        "the first words of \(value) that a fixed vocabulary of harmless words holds, "
          + "at most \(hint.limit) characters"
      )
    case .round(let rounding): self = .replaces(Self.rounded(rounding, value))
    case .clamp(let clamping): self = .replaces(Self.clamped(clamping, value))
    case .counting: self = .replaces("how many \(subject.parts) \(value) has")
    case .presence(let presence):
      let truth = presence.isTruthiness ? ", and is not false, zero or empty" : ""
      self = .replaces("yes or no: whether \(value) is set\(truth)")
    case .keys(let listing):
      let others =
        listing.otherwise.map { "any other name leaves as \(MarkdownText.code($0))" }
        ?? "other names do not leave"
      self = .replaces("which names \(value) has, out of \(lists.list(listing.names)); \(others)")
    case .coarsenTime(let time):
      self = .replaces("the \(time.grain.word) in UTC of \(value), and nothing finer")
    case .coarsenVersion(let version):
      let parts = version.parts == 1 ? "first number" : "first \(version.parts) numbers"
      let other = version.otherwise.map {
        "; what is no version leaves as \(MarkdownText.code($0))"
      }
      self = .replaces("the \(parts) of the version in \(value)\(other ?? "")")
    case .pseudonymize(let pseudonymizing):
      self = .replaces(
        "a keyed token that stands for \(value): pseudonymous; equal texts have equal tokens in this "
          + "field, and whoever holds the key \(MarkdownText.code(pseudonymizing.keyID)) can confirm "
          + "a guess"
      )
    case .fingerprint(let printing): self = .replaces(Self.fingerprint(printing, value))
    case .classify(let classification):
      self = .replaces("\(lists.choice(classification.labels)), by keywords in \(value)")
    case .vocabulary(let vocabulary):
      let part =
        switch vocabulary.match {
        case .whole: "what \(value) is"
        case .segment(let byte):
          "what stands before the first \(MarkdownText.code([byte])) of \(value)"
        case .words: "the words that \(value) begins with"
        }
      self = .replaces("\(lists.choice(vocabulary.texts)), by \(part)")
    // What becomes of a list's items, the chain says.
    case .unique, .join: self = .shortens
    }
  }

  // MARK: - Masking

  private static func extensions(_ stripping: PathStripping) -> String? {
    stripping.keepsExtension ? "extensions of files" : nil
  }

  private static func identifiers(_ masking: IdentifierMasking) -> [String] {
    let numbers = "card, telephone and account numbers"
    return masking.findsUUIDs ? [numbers, "UUIDs"] : [numbers]
  }

  private static func secrets(_ masking: SecretMasking) -> String {
    masking.findsEntropy
      ? "secrets (keys, tokens, passwords, words that look random)"
      : "secrets (keys, tokens, passwords)"
  }

  // MARK: - Pseudonyms

  private static func digest(_ hashing: EmailHashing, _ place: String) -> String {
    guard let key = hashing.keyID else {
      return
        "the SHA-256 of the e-mail address\(place): pseudonymous, and guessable because unkeyed"
    }
    return "a keyed hash (HMAC-SHA-256) of the e-mail address\(place): pseudonymous; equal "
      + "addresses have equal hashes, and whoever holds the key \(MarkdownText.code(key)) can "
      + "confirm a guess"
  }

  private static func fingerprint(_ printing: Fingerprinting, _ value: String) -> String {
    guard let key = printing.keyID else {
      return "16 digits of the SHA-256 of \(value): pseudonymous, and guessable because unkeyed"
    }
    return "16 digits of a keyed hash (HMAC-SHA-256) of \(value): pseudonymous; whoever holds the "
      + "key \(MarkdownText.code(key)) can confirm a guess"
  }

  // MARK: - Objects and numbers

  private static func shape(
    _ shaping: Shaping,
    _ value: String,
    _ lists: inout WordLists
  ) -> String {
    let lengths = shaping.lengths == .exact ? "exact lengths" : "ranges of lengths"
    let names =
      shaping.allowed.isEmpty
      ? "its names leave as positions"
      : "of its names only \(lists.list(shaping.allowed)) leave, others as positions"
    return "the types and \(lengths) of the members of \(value), as text of at most "
      + "\(shaping.limit) characters; \(names)"
  }

  private static func arguments(
    _ masking: ArgumentMasking,
    _ value: String,
    _ lists: inout WordLists
  ) -> String {
    let masked =
      "masked (file paths, e-mail addresses, network addresses, host names, card, telephone and "
      + "account numbers, secrets, values of SQL)"
    let texts = masking.texts.map {
      "texts called \(lists.list($0)) are \(masked), every other text is a question mark"
    }
    let numbers =
      masking.numbers.isEmpty ? "" : " but those called \(lists.list(masking.numbers))"
    let names = masking.allowed.map {
      "of names only \(lists.list($0)) stay, any other becomes its position"
    }
    return "\(value) as text of at most \(masking.limit) characters, in which "
      + "\(texts ?? "all texts are \(masked)") and every number\(numbers) is a question mark; "
      + "\(names ?? "names that are plain words stay"); yes and no stay"
  }

  private static func rounded(_ rounding: Rounding, _ value: String) -> String {
    switch rounding.grain {
    case .digits(1): "\(value), rounded to one significant digit"
    case .digits(let count): "\(value), rounded to \(count) significant digits"
    case .multiples(let unit):
      "\(value), rounded to a multiple of \(NumberWords.spelling(unit.number))"
    }
  }

  private static func clamped(_ clamping: Clamping, _ value: String) -> String {
    let low = clamping.minimum.map { "\(NumberWords.spelling($0)) in place of anything less" }
    let high = clamping.maximum.map { "\(NumberWords.spelling($0)) in place of anything more" }
    return "\(value), \([low, high].compactMap(\.self).joined(separator: " and "))"
  }
}

/// What a policy is handed, as nouns.
struct FieldSubject {
  /// What kind of value it is: "the list".
  let name: String
  /// What it is counted in.
  let parts: String

  /// The nouns for a value of these types.
  init(_ types: JSONTypes) {
    let types = types.subtracting(.null)
    if types == .string {
      (name, parts) = ("the text", "characters")
    } else if types == .array {
      (name, parts) = ("the list", "items")
    } else if types == .object {
      (name, parts) = ("the object", "members")
    } else if !types.isEmpty, types.isSubset(of: [.integer, .number]) {
      (name, parts) = ("the number", "parts")
    } else {
      (name, parts) = ("the value", "parts")
    }
  }
}

/// Numbers of a schema, as a page shows them.
enum NumberWords {
  /// A number in its one spelling: `1000` for `1e3`.
  static func spelling(_ number: JSONNumber) -> String {
    let text = NumberText(number)
    return String(decoding: text.span.copy(of: 0..<text.span.count), as: UTF8.self)
  }

  /// "from 0 to 255"; nil without bounds.
  static func bounds(_ numbers: NumberImage) -> String? {
    switch (numbers.minimum, numbers.maximum) {
    case (let low?, let high?): "from \(spelling(low)) to \(spelling(high))"
    case (let low?, nil): "\(spelling(low)) or more"
    case (nil, let high?): "\(spelling(high)) or less"
    case (nil, nil): nil
    }
  }
}
