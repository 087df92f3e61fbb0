/// What a schema file says, read and checked: whoever holds one holds a valid one.
///
/// It is the declared model, for people to write and for tools to compare and print. What runs is
/// made of it by `PlanCompiler`.
public struct Schema: Sendable {
  package var name: [UInt8]
  package var version: SchemaVersion
  package var description: [UInt8]
  package var receiver: Receiver?
  package var consent: Consent?
  package var identity: [Identity]
  package var promises: [Promise]
  package var forbid: [Forbidden]
  /// The member that names the event; nil if the schema has one event and records name none.
  package var eventKey: [UInt8]?
  /// Whether unknown fields are dropped and counted instead of rejecting the event.
  package var dropsUnknownFields: Bool
  package var events: [Event]
  /// What clean records are put into as they leave; nil if they leave as they are.
  package var envelope: EnvelopePart?
  package var history: [Revision]
  /// Names that were given up for good: of events, or of fields as `event.field`.
  package var retired: [[UInt8]] = []
}

/// `MAJOR.MINOR[.PATCH]`; a missing part is 0.
package struct SchemaVersion: Sendable, Comparable {
  package var major: Int
  package var minor: Int
  package var patch: Int
  /// As written.
  package var text: [UInt8]

  /// 0.0, which stands in while a file with faults is read on.
  static let zero = SchemaVersion(major: 0, minor: 0, patch: 0, text: [])

  private init(major: Int, minor: Int, patch: Int, text: [UInt8]) {
    (self.major, self.minor, self.patch, self.text) = (major, minor, patch, text)
  }

  /// Reads a version; nil if it is none or has leading zeros or parts of more than six digits.
  package init?(_ text: [UInt8]) {
    var parts: [Int] = []
    for part in text.split(separator: ASCII.dot, omittingEmptySubsequences: false) {
      guard (1...6).contains(part.count), part.allSatisfy({ $0.isDigit }),
        part.count == 1 || part.first != ASCII.zero
      else { return nil }
      parts.append(part.reduce(0) { $0 * 10 + Int($1 &- ASCII.zero) })
    }
    guard parts.count == 2 || parts.count == 3 else { return nil }
    (major, minor, patch) = (parts[0], parts[1], parts.count == 3 ? parts[2] : 0)
    self.text = text
  }

  package static func == (left: SchemaVersion, right: SchemaVersion) -> Bool {
    (left.major, left.minor, left.patch) == (right.major, right.minor, right.patch)
  }

  package static func < (left: SchemaVersion, right: SchemaVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}

/// A kind of record.
package struct Event: Sendable {
  package var name: [UInt8]
  package var description: [UInt8]
  /// The common properties first, then the event's own.
  package var properties: [Property]
  package var examples: [Example]
  /// Whether what the person does is the consent: see `Schema.decideConsent(_:event:)`.
  package var isExplicit = false
  /// What it was called before.
  package var was: [UInt8]?
}

/// A named field.
package struct Property: Sendable {
  package var name: [UInt8]
  package var isRequired: Bool
  package var field: Field

  package init(name: [UInt8], isRequired: Bool, field: Field) {
    (self.name, self.isRequired, self.field) = (name, isRequired, field)
  }
}

/// What a value may be and what becomes of it.
package struct Field: Sendable {
  /// The types of the raw value; those of the source, if it is derived.
  package var types: JSONTypes = .any
  /// `enum` or `const`.
  package var choices: [Choice]?
  /// What leaves for a text that is not among the choices.
  package var otherwise: [UInt8]?
  package var format: TextFormat?
  package var maxLength: Int?
  package var minimum: JSONNumber?
  package var maximum: JSONNumber?
  package var maxItems: Int?
  /// The properties of a closed object.
  package var properties: [Property]?
  /// What the items of an array, or the values of a map, are: one field, or none.
  package var element: [Field] = []
  /// What the keys of a map may be.
  package var keys: MapKeys?
  /// When it is there, exactly; nil if nothing decides that but `required`.
  package var condition: Condition?
  /// The sibling that a derived field is made from.
  package var source: [UInt8]?
  /// Further siblings of which any will do: `presence` asks whether one of them is there.
  package var moreSources: [[UInt8]] = []
  /// `else`: what is made where nothing is made of the source; one field, or none.
  package var alternative: [Field] = []
  package var policies: [Policy] = []
  /// Where each policy stands in the file.
  package var policyOffsets: [Int] = []
  package var chain = PolicyChain.none
  package var why: [UInt8]?
  package var waiver: [UInt8]?
  package var description: [UInt8]?
  /// What a named field was called before.
  package var was: [UInt8]?
  /// Where it stands in the file.
  package var offset: Int
  /// Whether its own words were free of faults.
  var isSound = true
  /// Whether its words could be found and its types read: if not, nothing else is held against it.
  var isReadable = true

  init(offset: Int) { self.offset = offset }

  /// All siblings that it is made from, those of its alternative too.
  package var sources: [[UInt8]] {
    [source].compactMap { $0 } + moreSources + alternative.flatMap { $0.sources }
  }

  /// Whether nothing of it leaves.
  package var isDropped: Bool { chain == .drop }

  /// The numbers that the raw value may be.
  package var numbers: NumberImage {
    NumberImage(isInteger: !types.contains(.number), minimum: minimum, maximum: maximum)
  }
}

/// `presentIf`: a field is there exactly if a sibling has one of some words.
package struct Condition: Sendable {
  /// The sibling.
  package var field: [UInt8]
  package var words: [Choice]
  /// Where it stands in the file.
  package var offset: Int
}

/// One word of an `enum`.
package enum Choice: Sendable, Equatable {
  case text([UInt8])
  case number(JSONNumber)
  case boolean(Bool)
  case null
}

/// The keys that a map may have, and how many.
package struct MapKeys: Sendable {
  package var words: [[UInt8]]
  package var format: TextFormat?
  package var most: Int
  /// What a key becomes that is none of the words; integer values that meet there are added.
  package var otherwise: [UInt8]?
}

/// A record before and after, or the codes that it is rejected with. `check` runs it.
package struct Example: Sendable {
  package var raw: [UInt8]
  package var wire: [UInt8]?
  package var rejects: [[UInt8]]
  package var offset: Int
}

/// Who receives the records.
package struct Receiver: Sendable {
  package var endpoint: [UInt8]
  /// What the receiver adds to each record.
  package var adds: [[UInt8]]
  package var retention: [UInt8]?
}

/// Whether and how people are asked.
package struct Consent: Sendable {
  package var isOptIn: Bool
  package var epoch: Int
  package var sources: [ConsentSource]
  /// How people say no, in the words of whoever wrote the schema; no decision looks at it.
  package var instructions: [[UInt8]] = []
}

/// One place where people can say yes or no.
package struct ConsentSource: Sendable {
  /// `env`, `config` or `stored`.
  package var kind: [UInt8]
  package var name: [UInt8]
  package var on: [[UInt8]]
  package var off: [[UInt8]]
}

/// How a field that identifies comes about.
package struct Identity: Sendable {
  package var field: [UInt8]
  package var scope: [UInt8]
  package var generator: [UInt8]
  package var isStored: Bool
}

/// A sentence of the telemetry page and who keeps it.
package struct Promise: Sendable {
  package var text: [UInt8]
  /// `engine`, `client` or `declaration`.
  package var enforcedBy: [UInt8]
  package var classes: [[UInt8]]
  package var fields: [[UInt8]]
  /// Names that no member of a wire record has, at any depth.
  package var absent: [[UInt8]] = []
  package var canaries: [PromiseCanary] = []
  /// Where it stands in the file.
  package var offset = 0
}

/// A raw record that would break a promise, and what of it may not leave.
package struct PromiseCanary: Sendable {
  package var raw: [UInt8]
  /// At least one, each of which stands in the record.
  package var texts: [[UInt8]]
  /// Where it stands in the file.
  package var offset: Int
}

/// A class that no wire field may carry, but for some events.
package struct Forbidden: Sendable {
  package var className: [UInt8]
  package var except: [[UInt8]]
  /// Where it stands in the file.
  package var offset = 0
}

/// One entry of the schema's history.
package struct Revision: Sendable {
  package var version: SchemaVersion
  package var date: [UInt8]
  package var summary: [UInt8]
  package var review: [UInt8]?
  /// 16 hexadecimal digits that stand for the change which was reviewed.
  package var fingerprint: [UInt8]?
}
