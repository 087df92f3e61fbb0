/// The kind of a value that a transform is handed.
package enum TransformedKind: UInt8, Sendable {
  /// No value: the field is not there.
  case absent
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
  /// A number that `isImage` judges, within the chain's `numbers`.
  case number
  /// A text or a number, as it came in, that `isImage` judges.
  case scalar
  /// `true` or `false`.
  case boolean
  /// An array of these words, each at most once and in this order.
  case list([[UInt8]])
}

/// The numbers that a chain may be handed or gives.
package struct NumberImage: Sendable, Equatable {
  /// Whether none has a fraction.
  package var isInteger: Bool
  package var minimum: JSONNumber?
  package var maximum: JSONNumber?
  /// Whether so little of a number is told that it needs no bounds.
  package var isCoarse = false

  package init(isInteger: Bool, minimum: JSONNumber?, maximum: JSONNumber?) {
    self.isInteger = isInteger
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Whether a number is closed by it.
  package var isClosed: Bool { isCoarse || (minimum != nil && maximum != nil) }

  /// Whether `number` is one of them.
  package func contains(_ number: JSONNumber) -> Bool {
    if isInteger, !number.isInteger { return false }
    if let minimum, number < minimum { return false }
    if let maximum, maximum < number { return false }
    return true
  }
}

/// What a transform needs besides its parameters.
package struct TransformContext: Sendable {
  /// The key that its policy names.
  package var key: HMACSHA256?
  /// A message under that key that already names its purpose, the schema and the field.
  package var message: HMACSHA256.Stream?
  /// What masks texts inside its values.
  package var scrubs: [TextScrub] = []

  package init(key: HMACSHA256? = nil) { self.key = key }

  /// Begins the messages of `domain` in a field.
  package mutating func begin(_ domain: StaticString, schema: [UInt8], path: [UInt8]) {
    guard var message = key?.begin() else { return }
    message.update(part: domain.bytes.span)
    message.update(part: schema.span)
    message.update(part: path.span)
    self.message = message
  }
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

  /// The step at which null begins, as the steps before let it through; nil if it stays null.
  package var firstForNull: Int? { steps.firstIndex { $0.takesNull } }

  /// Whether it makes something of null.
  package var takesNull: Bool { firstForNull != nil }

  /// Whether it makes something of a field that is not there.
  package var takesAbsent: Bool { steps.first?.takesAbsent ?? false }

  /// What leaves.
  package var image: TransformImage { steps.last?.image ?? .words([]) }

  /// The numbers that it makes of such numbers, if it gives numbers.
  package func numbers(from source: NumberImage) -> NumberImage {
    steps.reduce(source) { numbers, step in step.numbers(from: numbers) }
  }
}
