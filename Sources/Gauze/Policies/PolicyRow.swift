/// What a policy takes and gives, as its chain's types see it.
package enum PolicyValue: Sendable, Equatable {
  case any
  case text
  case number
  /// A text or a number.
  case scalar
  /// An object of which nothing but its names is looked at.
  case object
  /// An array of which each item is described.
  case array
  /// A Boolean, which no policy takes.
  case boolean
  /// An array of words, which no policy takes.
  case list
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

  init(
    _ word: StaticString,
    _ technique: StaticString,
    _ takes: PolicyValue,
    to gives: PolicyValue,
    _ role: PolicyRole,
    refuses: Bool,
    _ summary: StaticString
  ) {
    self.word = word
    self.technique = technique
    self.takes = takes
    self.gives = gives
    self.role = role
    canRefuse = refuses
    self.summary = summary
  }
}
