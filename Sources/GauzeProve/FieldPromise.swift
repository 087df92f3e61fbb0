internal import Gauze

/// What one field promises about the raw values that reach it.
struct FieldPromise: Sendable {
  enum Kind: Sendable {
    /// Whatever comes in, nothing of it leaves.
    case closed
    /// A text of this format leaves as it is.
    case format(TextFormat)
    /// A number within the bounds leaves as it is.
    case number(JSONNumber?, JSONNumber?)
    /// Text leaves, without what these find.
    case text([PolicyPromise], anyDialect: Bool, keepsPaths: Bool)
  }

  let kind: Kind
  /// Whether arrays or objects come in, of which a masked form leaves.
  let takesContainers: Bool
  /// How many scalars of a text leave.
  let limit: Int?
  /// The classes that a promise of the schema, or `forbid`, keeps from leaving here.
  let withheld: DataClasses

  init(_ field: Field, withheld: DataClasses = []) {
    self.withheld = withheld
    let rows = field.policies.map(\.name.row)
    var limit = field.maxLength
    var anyDialect = true
    var keepsPaths = false
    for policy in field.policies {
      if case .truncate(let truncation) = policy { limit = min(limit ?? .max, truncation.limit) }
      if case .maskSQL(let masking) = policy { anyDialect = masking.dialect == .any }
      if case .maskURLs(let masking) = policy { keepsPaths = masking.keepsPath }
    }
    self.limit = limit
    takesContainers = field.policies.contains { $0.name == .maskArguments }
    if rows.contains(where: PolicyPromise.replacesAll) || field.choices != nil {
      kind = .closed
    } else if !rows.isEmpty {
      kind = .text(
        rows.compactMap(PolicyPromise.row),
        anyDialect: anyDialect,
        keepsPaths: keepsPaths
      )
    } else if let format = field.format {
      kind = .format(format)
    } else if !field.types.isDisjoint(with: [.integer, .number]) {
      kind = .number(field.minimum, field.maximum)
    } else {
      kind = .closed
    }
  }

  /// Whether a canary planted in the text `value` must not be seen in what leaves, when it does not
  /// begin behind the bound.
  func holds(_ form: CanaryForm, _ encoding: CanaryEncoding, value: [UInt8]) -> Bool {
    let isWithheld = form.kind.dataClass.map(withheld.holds) ?? false
    return switch kind {
    case .closed, .number: true
    // What a strict format says, it is, though it looks like something else.
    case .format(let format): !format.mayHold(value) || isWithheld && !format.isStrict
    case .text(_, _, _) where isWithheld: true
    case .text(let promises, let anyDialect, let keepsPaths):
      promises.contains {
        $0.covers(form, encoding, anyDialect: anyDialect, keepsPaths: keepsPaths)
      }
    }
  }

  /// Whether a canary in the arguments of `vessel` must not be seen in what leaves.
  func holds(
    _ form: CanaryForm,
    _ encoding: CanaryEncoding,
    in vessel: Vessel,
    value: [UInt8]
  ) -> Bool {
    if holds(form, encoding, value: value) { return true }
    switch vessel {
    case .statementArgument:
      return form.kind.isSQL && (encoding == .plain || encoding == .escapedRecord)
    case .argumentName:
      // A coarser opinion on names than the engine's own.
      return value.count > 64 || value.filter { $0.isDigit }.count > 4
        || !value.allSatisfy { $0.isASCIIWord || $0 == ASCII.minus || $0 == ASCII.dot }
    default: return false
    }
  }

  /// Whether it is a text of which more than a format's words leaves.
  var isText: Bool {
    if case .text = kind { return true }
    return false
  }

  /// Whether it speaks of SQL.
  var hasStatements: Bool {
    guard case .text(let promises, _, _) = kind else { return false }
    return promises.contains { $0.classes.contains(where: \.isSQL) }
  }

  /// Whether the number `value` must not be seen in what leaves.
  func holds(number value: [UInt8]) -> Bool {
    guard case .number(let minimum, let maximum) = kind, let number = JSONNumber(value.span) else {
      return true
    }
    return minimum.map { number < $0 } ?? false || maximum.map { number > $0 } ?? false
  }
}

extension TextFormat {
  /// A second opinion, coarser than the engine's own: whether a text of the format may look like
  /// `text`, by its length and the bytes that it has.
  fileprivate func mayHold(_ text: [UInt8]) -> Bool {
    switch self {
    case .uuid: text.count == 36 && text.allSatisfy { $0.isHexDigit || $0 == ASCII.minus }
    case .date: text.count == 10 && text.allSatisfy { $0.isDigit || $0 == ASCII.minus }
    case .dateTime:
      (20...35).contains(text.count)
        && text.allSatisfy { $0.isDigit || Array("-:.+TZtz".utf8).contains($0) }
    case .version: text.count <= 44 && text.allSatisfy { $0.isDigit || $0 == ASCII.dot }
    case .identifier:
      text.allSatisfy { $0.isASCIIWord || $0 == ASCII.minus || $0 == ASCII.dot }
    case .hex: text.allSatisfy { $0.isHexDigit }
    case .semver:
      text.allSatisfy { $0.isAlphanumeric || Array("-.+".utf8).contains($0) }
    case .email: text.contains(ASCII.at) && text.allSatisfy { (0x20..<0x7F).contains($0) }
    case .hex32, .hex64: text.count >= 32 && text.allSatisfy { $0.isHexDigit }
    }
  }
}
