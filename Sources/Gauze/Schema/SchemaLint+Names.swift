// What a field is called tells what it holds: an address that nobody masks, a count that nobody needs
// exactly. Names are judged by their parts, as `mask-arguments` judges keys: `skip_count` is no `ip`.

/// What a name speaks of, and the policy that holds it back.
package enum NameSubject: Sendable, CaseIterable {
  case email
  case path
  case statement
  case secret
  case url
  case host
  case name

  /// What its author should use.
  package var policy: PolicyName {
    switch self {
    case .email: .maskEmails
    case .path: .stripPaths
    case .statement: .maskSQL
    case .secret: .presence
    case .url: .maskURLs
    case .host: .maskAddresses
    case .name: .pseudonymize
    }
  }

  /// Whether detectors find it in any text: nobody knows a name, or a bare password, when seeing it.
  var isFoundByScrubbing: Bool {
    switch self {
    case .email, .path, .url, .host: true
    case .statement, .secret, .name: false
    }
  }

  private var words: WordTable? {
    switch self {
    case .email: Self.emailWords
    case .path: Self.pathWords
    case .statement: Self.statementWords
    case .url: Self.urlWords
    case .host: Self.hostWords
    case .secret, .name: nil
    }
  }

  private static let emailWords = WordTable("email emails mail mails mailbox")
  private static let pathWords = WordTable(
    "path paths file files filename filenames dir dirs directory directories folder folders cwd"
  )
  private static let statementWords = WordTable("sql query queries statement statements stmt")
  private static let urlWords = WordTable("url urls uri uris href")
  private static let hostWords = WordTable("host hosts hostname hostnames ip ips ipaddress fqdn")
  private static let nameWords = WordTable(
    "name names username usernames fullname nickname surname"
  )
  /// What a text that ends so is, whatever it is about.
  private static let aspects = WordTable(
    """
    error errors exception exceptions message messages reason reasons warning warnings hint hints \
    type types kind kinds class classes status state version format mode
    """
  )

  /// What a name of these parts speaks of; nil if of none of these, or of an aspect of one.
  package init?(_ parts: NameParts) {
    let last = parts.count - 1
    guard last >= 0, !Self.isAspect(parts) else { return nil }
    for subject in Self.allCases {
      if let words = subject.words {
        for index in 0...last where parts.stands(in: words, from: index, through: index) {
          self = subject
          return
        }
      }
    }
    if Self.isSecret(parts, last) {
      self = .secret
    } else if parts.stands(in: Self.nameWords, from: last, through: last) {
      self = .name
    } else {
      return nil
    }
  }
}

extension NameSubject {
  /// Whether a name ends in an aspect of what it speaks of: `user_kind`, `query_error`.
  package static func isAspect(_ parts: NameParts) -> Bool {
    parts.stands(in: aspects, from: parts.count - 1, through: parts.count - 1)
  }

  private static let tokens = WordTable(
    "token tokens credential credentials creds jwt bearer csrf xsrf dsn"
  )

  /// Whether the name is a secret's. A session's id is one to a browser, not to telemetry.
  private static func isSecret(_ parts: NameParts, _ last: Int) -> Bool {
    switch SensitiveName.weight(parts, word: 0) {
    case .none, .faint, .key: return false
    case .number, .strong, .phrase, .authorization, .cookie, .setCookie: return true
    case .weak:
      return parts.stands(in: tokens, from: last, through: last)
        || parts.ends(last, with: "token") || parts.ends(last, with: "tokens")
    }
  }
}

extension NameParts {
  /// Whether one of them is a word for a person: `reply_to_user`.
  package var speakOfSomebody: Bool {
    for index in 0..<count where stands(in: Field.people, from: index, through: index) {
      return true
    }
    return false
  }
}

extension Property {
  /// The parts of its name.
  private var parts: NameParts { NameParts(name.span, from: 0, to: name.count) }

  /// Notes what its name tells of its field.
  func lintNames(_ findings: inout [LintFinding]) {
    field.lintCount(parts, &findings)
    if let subject = NameSubject(parts) { field.lint(subject, &findings) }
    field.lintAddress(parts, &findings)
    field.lintInnerNames(&findings)
  }
}

extension Field {
  /// The most values of a number that tells no more than a label.
  private static let mostValues: Int64 = 16

  fileprivate func lintInnerNames(_ findings: inout [LintFinding]) {
    for property in properties ?? [] { property.lintNames(&findings) }
    for field in element { field.lintInnerNames(&findings) }
  }

  // MARK: - Texts

  /// Notes texts of a field whose name speaks of `subject`.
  fileprivate func lint(_ subject: NameSubject, _ findings: inout [LintFinding]) {
    // Items and a map's values are what their field is called.
    for field in element { field.lint(subject, &findings) }
    guard case .scrub(let scrub) = chain, waiver == nil else { return }
    let isHeldBack = scrub.policies.contains {
      $0.name == subject.policy || ($0.name == .scrubText && subject.isFoundByScrubbing)
    }
    if !isHeldBack {
      let detail = LintDetail.policy(subject.policy)
      findings.append(LintFinding(code: .tellingName, offset: offset, detail: detail))
    }
  }

  // MARK: - Counts

  private static let counts = WordTable("count counts total totals rows")
  private static let number = WordTable("num")

  /// Notes a count that leaves exactly.
  fileprivate func lintCount(_ parts: NameParts, _ findings: inout [LintFinding]) {
    let last = parts.count - 1
    let isCalledCount =
      parts.stands(in: Self.counts, from: last, through: last)
      || (last > 0 && parts.stands(in: Self.number, from: 0, through: 0))
    guard isCalledCount || isCounted, waiver == nil, choices == nil else { return }
    let numbers = wireNumbers
    guard !wireTypes.isDisjoint(with: [.integer, .number]), numbers.isInteger, !isRounded else {
      return
    }
    if let low = numbers.minimum?.shortInteger, let high = numbers.maximum?.shortInteger,
      high &- low < Self.mostValues, high >= low
    {
      return
    }
    findings.append(LintFinding(code: .exactCount, offset: offset))
  }

  private var isCounted: Bool {
    if case .transform(let chain) = chain { chain.steps.last?.name == .counting } else { false }
  }

  private var isRounded: Bool {
    if case .transform(let chain) = chain {
      chain.steps.contains { $0.name == .round }
    } else {
      false
    }
  }

  // MARK: - Addresses

  fileprivate static let people = WordTable(
    """
    email emails mail mails user users account accounts login author authors owner owners contact \
    customer client person people sender recipient buyer seller member members identity subject \
    principal assignee reviewer editor admin operator invitee inviter employee student patient \
    subscriber participant committer username
    """
  )
  /// As short as an address can be: `a@b.co`.
  private static let shortestAddress = 6

  /// Notes `hash-email` where no address can be, or nothing says that one is.
  fileprivate func lintAddress(_ parts: NameParts, _ findings: inout [LintFinding]) {
    guard case .transform(let chain) = chain, waiver == nil,
      chain.steps.contains(where: { $0.name == .hashEmail })
    else { return }
    let canHoldOne =
      format == nil && choices == nil && maxLength.map { $0 >= Self.shortestAddress } != false
    var names = [parts]
    if let source { names.append(NameParts(source.span, from: 0, to: source.count)) }
    let isSomebody = names.contains { $0.speakOfSomebody }
    if !canHoldOne || !isSomebody {
      findings.append(LintFinding(code: .notAnEmail, offset: offset))
    }
  }
}
