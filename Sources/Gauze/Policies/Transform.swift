/// A policy that makes a new value of a whole one.
///
/// To add one: its case here, and the compiler asks for the rest. A policy's own file holds its
/// `append`, which makes the value, and `isImage`, which judges the wire form.
package enum Transform: Sendable, Equatable {
  case hashEmail(EmailHashing)
  case bucket(Bucketing)
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

  /// The transform behind a policy; nil if it is none.
  package init?(_ policy: Policy) {
    switch policy {
    case .hashEmail(let hashing): self = .hashEmail(hashing)
    case .bucket(let bucketing): self = .bucket(bucketing)
    case .shape(let shaping): self = .shape(shaping)
    case .maskArguments(let masking): self = .maskArguments(masking)
    case .hint(let hint): self = .hint(hint)
    case .round(let rounding): self = .round(rounding)
    case .clamp(let clamping): self = .clamp(clamping)
    case .counting(let counting): self = .counting(counting)
    case .presence(let presence): self = .presence(presence)
    case .keys(let listing): self = .keys(listing)
    case .coarsenTime(let time): self = .coarsenTime(time)
    case .coarsenVersion(let version): self = .coarsenVersion(version)
    case .pseudonymize(let pseudonymizing): self = .pseudonymize(pseudonymizing)
    case .fingerprint(let fingerprinting): self = .fingerprint(fingerprinting)
    case .classify(let classification): self = .classify(classification)
    case .vocabulary(let vocabulary): self = .vocabulary(vocabulary)
    case .drop, .redact, .truncate, .stripPaths, .maskEmails, .maskSQL, .maskAddresses,
      .maskIdentifiers, .maskSecrets, .scrubText, .maskURLs, .unique, .join:
      return nil
    }
  }

  /// Its row in the catalogue.
  package var name: PolicyName {
    switch self {
    case .hashEmail: .hashEmail
    case .bucket: .bucket
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
    }
  }

  /// The id of the key that it needs, if it needs one.
  package var keyID: [UInt8]? {
    switch self {
    case .hashEmail(let hashing): hashing.keyID
    case .bucket: nil
    case .shape, .maskArguments, .hint: nil
    case .round: nil
    case .clamp: nil
    case .counting: nil
    case .presence: nil
    case .keys: nil
    case .coarsenTime: nil
    case .coarsenVersion: nil
    case .pseudonymize(let pseudonymizing): pseudonymizing.keyID
    case .fingerprint(let fingerprinting): fingerprinting.keyID
    case .classify: nil
    case .vocabulary: nil
    }
  }

  /// What its keyed messages begin with, if they are told apart by schema and field.
  package var domain: StaticString? {
    switch self {
    case .pseudonymize: Pseudonymizing.domain
    case .fingerprint: Fingerprinting.domain
    default: nil  // What has no key has no messages, and those of hash-email are the address alone.
    }
  }

  /// Whether it makes something of null, which otherwise stays null.
  package var takesNull: Bool {
    switch self {
    case .hashEmail: false
    case .bucket(let bucketing): bucketing.unknown != nil
    case .shape: true
    case .maskArguments, .hint: false
    case .round: false
    case .clamp: false
    case .counting: true
    case .presence: true
    case .keys: false
    case .coarsenTime: false
    case .coarsenVersion: false
    case .pseudonymize: false
    case .fingerprint: false
    case .classify: false
    case .vocabulary: false
    }
  }

  /// What masks texts inside its values, with the literals of a host.
  package func scrubs(_ literals: HostLiterals) -> [TextScrub] {
    if case .maskArguments(let masking) = self { masking.scrubs(literals) } else { [] }
  }

  /// Whether it makes something of a field that is not there.
  package var takesAbsent: Bool {
    if case .presence(let presence) = self { !presence.omitsAbsent } else { false }
  }

  /// What leaves, as the plan and people see it.
  package var image: TransformImage {
    switch self {
    case .hashEmail: .text
    case .shape, .maskArguments, .hint: .text
    case .bucket(let bucketing):
      .words(bucketing.labels + [bucketing.unknown].compactMap { $0 })
    case .round: .number
    case .clamp: .number
    case .counting: .number
    case .presence: .boolean
    case .keys(let listing): .list(listing.words)
    case .coarsenTime: .scalar
    case .coarsenVersion: .text
    case .pseudonymize: .text
    case .fingerprint: .text
    case .classify(let classification): .words(classification.labels)
    case .vocabulary(let vocabulary): .words(vocabulary.texts)
    }
  }

  /// The numbers that it makes of such numbers.
  package func numbers(from source: NumberImage) -> NumberImage {
    switch self {
    case .round(let rounding): rounding.image(of: source)
    case .clamp(let clamping): clamping.image(of: source)
    case .counting(let counting): counting.image
    case .coarsenTime(let time): time.image(of: source)
    case .hashEmail, .bucket, .presence, .keys, .coarsenVersion, .pseudonymize, .fingerprint,
      .classify, .vocabulary, .shape, .maskArguments, .hint:
      source
    }
  }

  /// Adds what it makes of `value` to `output` as JSON; false if it refuses, and then `output` may
  /// hold a part.
  package func append(
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    _ context: TransformContext,
    scratch: inout ByteBuffer,
    container: inout ContainerSpace,
    to output: inout ByteBuffer
  ) -> Bool {
    switch self {
    case .hashEmail(let hashing):
      output.append(ASCII.quote)
      guard hashing.append(value, key: context.key, scratch: &scratch, to: &output) else {
        return false
      }
      output.append(ASCII.quote)
    case .bucket(let bucketing):
      guard let label = bucketing.label(of: value, kind) else { return false }
      JSONText.write(label.span, to: &output)
    case .shape(let shaping): shaping.append(value, kind, &container, to: &output)
    case .maskArguments(let masking):
      return masking.append(value, kind, context.scrubs, &container, to: &output)
    case .hint(let hint):
      output.append(ASCII.quote)
      guard hint.append(value, to: &output) else { return false }
      output.append(ASCII.quote)
    case .round(let rounding):
      return rounding.append(value, kind, to: &output)
    case .clamp(let clamping):
      return clamping.append(value, kind, to: &output)
    case .counting(let counting):
      return counting.append(value, kind, to: &output)
    case .presence(let presence):
      output.append(presence.isPresent(value, kind) ? "true" : "false")
    case .keys(let listing):
      return listing.append(value, kind, scratch: &scratch, to: &output)
    case .coarsenTime(let time):
      return time.append(value, kind, to: &output)
    case .coarsenVersion(let version):
      return version.append(value, to: &output)
    case .pseudonymize(let pseudonymizing):
      output.append(ASCII.quote)
      guard pseudonymizing.append(value, after: context.message, to: &output) else { return false }
      output.append(ASCII.quote)
    case .fingerprint(let fingerprinting):
      output.append(ASCII.quote)
      guard fingerprinting.append(value, after: context.message, to: &output) else { return false }
      output.append(ASCII.quote)
    case .classify(let classification):
      JSONText.write(classification.label(of: value).span, to: &output)
    case .vocabulary(let vocabulary):
      return vocabulary.append(value, to: &output)
    }
    return true
  }

  /// Whether a decoded text, or a number as written, is what `append` gives.
  package func isImage(
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    _ context: TransformContext,
    container: inout ContainerSpace
  ) -> Bool {
    switch self {
    case .maskArguments(let masking): masking.isImage(value, context.scrubs, &container)
    default: isImage(value, kind)
    }
  }

  /// The same for those that need nothing besides.
  package func isImage(_ value: Span<UInt8>, _ kind: TransformedKind) -> Bool {
    switch self {
    case .shape(let shaping): shaping.isShape(value)
    case .hint(let hint): hint.isHint(value)
    // What it masks with comes with the plan: see above.
    case .maskArguments: false
    case .hashEmail(let hashing): hashing.isPseudonym(value)
    case .round(let rounding): rounding.isRounded(value)
    case .counting(let counting): counting.isCount(value)
    case .coarsenTime(let time): time.isCoarse(value, kind)
    case .coarsenVersion(let version): version.isCoarse(value)
    case .pseudonymize(let pseudonymizing): pseudonymizing.isToken(value)
    case .fingerprint(let fingerprinting): fingerprinting.isFingerprint(value)
    // Their words are compared by the plan.
    case .bucket, .clamp, .presence, .keys, .classify, .vocabulary: true
    }
  }
}
