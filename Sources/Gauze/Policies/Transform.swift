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

  /// The transform behind a policy; nil if it is none.
  package init?(_ policy: Policy) {
    switch policy {
    case .hashEmail(let hashing): self = .hashEmail(hashing)
    case .bucket(let bucketing): self = .bucket(bucketing)
    case .shape(let shaping): self = .shape(shaping)
    case .maskArguments(let masking): self = .maskArguments(masking)
    case .hint(let hint): self = .hint(hint)
    case .drop, .redact, .truncate, .stripPaths, .maskEmails, .maskSQL, .maskAddresses,
      .maskIdentifiers, .maskSecrets, .scrubText, .maskURLs:
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
    }
  }

  /// The id of the key that it needs, if it needs one.
  package var keyID: [UInt8]? {
    switch self {
    case .hashEmail(let hashing): hashing.keyID
    case .bucket: nil
    case .shape, .maskArguments, .hint: nil
    }
  }

  /// Whether it makes something of null, which otherwise stays null.
  package var takesNull: Bool {
    switch self {
    case .hashEmail: false
    case .bucket(let bucketing): bucketing.unknown != nil
    case .shape: true
    case .maskArguments, .hint: false
    }
  }

  /// What masks texts inside its values, with the literals of a host.
  package func scrubs(_ literals: HostLiterals) -> [TextScrub] {
    if case .maskArguments(let masking) = self { masking.scrubs(literals) } else { [] }
  }

  /// What leaves, as the plan and people see it.
  package var image: TransformImage {
    switch self {
    case .hashEmail: .text
    case .shape, .maskArguments, .hint: .text
    case .bucket(let bucketing):
      .words(bucketing.labels + [bucketing.unknown].compactMap { $0 })
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
    }
    return true
  }

  /// Whether a decoded text, or a number as written, is what `append` gives.
  package func isImage(
    _ value: Span<UInt8>,
    _ context: TransformContext,
    container: inout ContainerSpace
  ) -> Bool {
    switch self {
    case .hashEmail(let hashing): hashing.isPseudonym(value)
    // Its words are compared by the plan.
    case .bucket: true
    case .shape(let shaping): shaping.isShape(value)
    case .maskArguments(let masking): masking.isImage(value, context.scrubs, &container)
    case .hint(let hint): hint.isHint(value)
    }
  }
}

/// The kind of a value that a transform is handed.
package enum TransformedKind: UInt8, Sendable {
  case null
  case boolean
  /// A number as it was written.
  case number
  /// A decoded text.
  case text
  /// An array or an object as it was written.
  case container
}

/// What leaves of a transform.
package enum TransformImage: Sendable, Equatable {
  /// A text that `isImage` judges.
  case text
  /// One of these words.
  case words([[UInt8]])
}

/// What a transform needs besides its parameters.
package struct TransformContext: Sendable {
  /// The key that its policy names.
  package var key: HMACSHA256?
  /// What masks texts inside its values.
  package var scrubs: [TextScrub] = []

  package init(key: HMACSHA256? = nil) { self.key = key }
}

/// Transforms, each taking what the one before it gives, perhaps behind a scrub.
package struct TransformChain: Sendable, Equatable {
  /// Masks a text first.
  package var scrub: TextScrub?
  /// At least one.
  package var steps: [Transform]

  package init(scrub: TextScrub? = nil, steps: [Transform]) {
    self.scrub = scrub
    self.steps = steps
  }

  /// Whether it makes something of null.
  package var takesNull: Bool { steps.first?.takesNull ?? false }

  /// What leaves.
  package var image: TransformImage { steps.last?.image ?? .words([]) }
}
