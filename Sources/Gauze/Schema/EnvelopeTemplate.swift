/// `envelope`: the shape that a backend expects, into which clean records are put as they leave.
///
/// A template is JSON in which some objects are slots; all else in it is constant. What runs is made
/// of it by `EnvelopePlan`.
package enum EnvelopePart: Sendable {
  /// A constant, as JSON text.
  case constant([UInt8])
  case array([EnvelopePart])
  case object([EnvelopeEntry])
  /// The event's name; the event key stays among the fields besides if it is copied.
  case event(copies: Bool)
  /// The value of a field.
  case field(EnvelopeField)
}

/// What stands between the braces of a template's object.
package enum EnvelopeEntry: Sendable {
  case member(name: [UInt8], part: EnvelopePart, offset: Int)
  /// The fields that no slot took.
  case fields(EnvelopeSpread)
}

/// `$field`: the first of some fields that is there and says something.
package struct EnvelopeField: Sendable {
  /// At least one, each once.
  package var names: [[UInt8]]
  /// Where each name stands in the file.
  package var nameOffsets: [Int]
  /// Whether the field stays among the others besides.
  package var copies = false
  package var form = EnvelopeForm.json
  /// What stands there if no field says anything, as JSON text.
  package var otherwise: [UInt8]?
  /// Whether the member is left out if no field says anything.
  package var isOptional = false
  /// Where it stands in the file.
  package var offset: Int
}

/// `$fields`: the fields that no slot took, spread among the members of an object.
package struct EnvelopeSpread: Sendable {
  package var kinds = EnvelopeKinds.all
  /// Whether each value becomes a text, and null is left out.
  package var isText = false
  /// Where it stands in the file.
  package var offset: Int
}

/// How a lifted value is written.
package enum EnvelopeForm: UInt8, Sendable, CaseIterable {
  /// As it is.
  case json
  /// As a text: a text as it is, a container as compact JSON.
  case text
  /// Milliseconds since 1970 as RFC 3339 §5.6 has them.
  case dateTime

  /// The word in the schema language.
  package var word: StaticString {
    switch self {
    case .json: "json"
    case .text: "text"
    case .dateTime: "date-time"
    }
  }
}

/// Which of the remaining fields are spread, judged by their values.
package struct EnvelopeKinds: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let numbers = EnvelopeKinds(rawValue: 1)
  package static let others = EnvelopeKinds(rawValue: 2)
  package static let all: EnvelopeKinds = [.numbers, .others]

  /// The words of the schema language.
  package static let words: [(word: StaticString, kinds: EnvelopeKinds)] = [
    ("all", .all), ("numbers", .numbers), ("others", .others),
  ]
}

extension EnvelopePart {
  /// Every slot for a field, in file order.
  package var slots: [EnvelopeField] {
    var slots: [EnvelopeField] = []
    visit { part in
      if case .field(let slot) = part { slots.append(slot) }
    }
    return slots
  }

  /// Whether the event's name is taken from among the fields.
  package var takesEvent: Bool {
    var takes = false
    visit { part in
      if case .event(copies: false) = part { takes = true }
    }
    return takes
  }

  /// Every constant of it, as JSON text, those that stand in for a field too.
  package var constants: [[UInt8]] {
    var constants: [[UInt8]] = []
    visit { part in
      switch part {
      case .constant(let text): constants.append(text)
      case .field(let slot): if let text = slot.otherwise { constants.append(text) }
      case .array, .object, .event: break
      }
    }
    return constants
  }

  /// The fields that are lifted out of the records.
  package var fieldNames: [[UInt8]] { slots.flatMap { $0.names } }

  /// Calls `body` with this part and all parts within, in file order.
  func visit(_ body: (EnvelopePart) -> Void) {
    body(self)
    switch self {
    case .constant, .event, .field: break
    case .array(let items): for item in items { item.visit(body) }
    case .object(let entries):
      for entry in entries {
        if case .member(_, let part, _) = entry { part.visit(body) }
      }
    }
  }
}
