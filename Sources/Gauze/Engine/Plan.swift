// A plan is a handful of flat tables; everything refers to everything by number. A shape is an
// object with a closed set of fields, once as it comes in and once as it leaves:
//
//     events    [ failed: raw shape 0, wire shape 1 ]
//     shapes    [ 0: inputs 0..<3, outputs 0..<2 ][ 1: inputs 3..<5, outputs 2..<4 ]
//     inputs    [ type | message | rows ]            [ type | message ]
//     outputs   [ "type": from 0 | "message": from 1 ][ … ]
//     forms     what a value may be, and what becomes of it when it is written

/// A schema, compiled: what runs. Immutable, and shared by all workers.
public struct Plan: Sendable {
  package let tables: PlanTables

  /// Whether some policy masks the literals of a host: without one, supplying them does nothing.
  package var masksLiterals: Bool {
    tables.scrubs.contains { $0.masksLiterals }
      || tables.transforms.contains { run in
        run.steps.contains { step in step.context.scrubs.contains { $0.masksLiterals } }
      }
  }
}

/// A form of record.
public enum RecordForm: UInt8, Sendable {
  /// What the program hands in.
  case raw
  /// What leaves.
  case wire
}

/// The tables of a plan.
package final class PlanTables: Sendable {
  package let events: [EventPlan]
  package let eventNames: NameTable
  /// The member that names the event, alone in a table; empty if records name none.
  let eventKey: NameTable
  let shapes: [Shape]
  let inputs: [Input]
  let outputs: [Output]
  let alternatives: [Alternative]
  let maps: [MapShape]
  let forms: [Form]
  let choices: [ChoiceTable]
  let conditions: [PresenceRule]
  let ranges: [NumberRange]
  let scrubs: [TextScrub]
  let transforms: [TransformRun]
  let lists: [ListRule]
  /// JSON texts that are written as they are.
  let constants: [[UInt8]]
  /// The fields' names, for messages.
  package let names: [[UInt8]]
  package let dropsUnknownFields: Bool
  /// What clean records are put into as they leave; nil if the schema declares nothing.
  let envelope: EnvelopePlan?

  init(_ draft: PlanDraft, eventKey: [UInt8]?, dropsUnknownFields: Bool) {
    events = draft.events
    eventNames = NameTable(draft.events.map { $0.name })
    self.eventKey = NameTable([eventKey].compactMap { $0 })
    shapes = draft.shapes
    inputs = draft.inputs
    outputs = draft.outputs
    alternatives = draft.alternatives
    maps = draft.maps
    forms = draft.forms
    choices = draft.choices
    conditions = draft.conditions
    ranges = draft.ranges
    scrubs = draft.scrubs
    transforms = draft.transforms
    lists = draft.lists
    constants = draft.constants
    names = draft.names
    envelope = draft.envelope
    self.dropsUnknownFields = dropsUnknownFields
  }
}

/// An event: its two shapes.
package struct EventPlan: Sendable {
  package var name: [UInt8]
  var raw: Int
  var wire: Int

  /// The number of its shape in that form.
  func shape(in form: RecordForm) -> Int { form == .raw ? raw : wire }
}

/// An object with a closed set of fields.
struct Shape: Sendable {
  /// The inputs' names, in the inputs' order.
  var names: NameTable
  var inputs: Range<Int>
  var outputs: Range<Int>
}

/// A field as it comes in.
struct Input: Sendable {
  var form: Int
  var isRequired: Bool
  /// Its number among the plan's names.
  var name: Int
  /// Whether nothing of it leaves under its own name.
  var isDropped: Bool
  /// The number of the rule that says when it is there, or -1.
  var condition = -1
}

/// A field is there exactly if a sibling has one of some words.
struct PresenceRule: Sendable {
  /// The sibling, by its place in the shape.
  var sibling: Int
  /// The number of the words among the plan's choices.
  var choices: Int
}

/// A field as it leaves.
struct Output: Sendable {
  /// `"name":`, as it is written.
  var label: [UInt8]
  /// The input that it is made of, by its place in the shape.
  var source: Int
  /// Further inputs of which any will do, by their places.
  var moreSources: [Int] = []
  var form: Int
  /// The number of what is written where nothing is, or -1.
  var alternative = -1
  /// Whether the event is lost if a policy refuses the value.
  var isRequired: Bool
  /// Whether something is written of a field that is not there.
  var takesAbsent: Bool
  /// Its number among the plan's names.
  var name: Int
}

/// What an output becomes where nothing is made of its source.
struct Alternative: Sendable {
  /// The input that it is made of, by its place in the shape.
  var source: Int
  var form: Int
}

/// A map: any names of a closed set or a strict format, values of one form.
struct MapShape: Sendable {
  var words: NameTable
  var format: TextFormat?
  var value: Int
  /// What any other key becomes; nil if it rejects the record.
  var otherwise: [UInt8]?
  /// Its number among the words, or -1.
  var otherWord = -1
}

/// What a value may be, and what becomes of it.
struct Form: Sendable {
  var types: JSONTypes
  var text = TextRule.any
  /// The number of its choices, or -1.
  var choices = -1
  /// The number of its range, or -1.
  var range = -1
  /// The most Unicode scalars of a text.
  var maxLength = Int.max
  /// The form of its items, the number of its shape or of its map, or -1.
  var items = -1
  var shape = -1
  var map = -1
  /// The most items or members.
  var most = Int.max
  /// Whether the items are words in the order of their choices, each at most once.
  var isAscending = false
  /// Another form that a text may have instead, or -1.
  var alternative = -1
  var treatment = Treatment.copy
}

/// What a text must be, and a number that a transform gives.
enum TextRule: Sendable, Equatable {
  case any
  case format(TextFormat)
  /// Its own result under the scrub of that number.
  case fixpoint(Int)
  /// What the transform of that number gives.
  case image(Int)
  /// The items of the list of that number, joined.
  case joined(Int)
}

/// What becomes of a value when it is written. Numbers refer to the plan's tables.
enum Treatment: Sendable, Equatable {
  case copy
  case drop
  case constant(Int)
  case scrub(Int)
  case transform(Int)
  /// The items leave as the list of that number says.
  case list(Int)
  /// A text that is not among the choices becomes the constant.
  case otherwise(choices: Int, constant: Int)
}

/// The words of an `enum`.
struct ChoiceTable: Sendable {
  var texts: NameTable
  var numbers: [JSONNumber]
  var hasTrue: Bool
  var hasFalse: Bool
  var hasNull: Bool
}

/// `minimum` and `maximum`, both included.
struct NumberRange: Sendable {
  var minimum: JSONNumber?
  var maximum: JSONNumber?
}

/// A chain of transforms with what they need.
struct TransformRun: Sendable {
  /// Masks a text first: the number of its scrub, or -1.
  var scrub = -1
  var steps: [TransformStep]
  /// The step at which null begins, or -1 if it stays null.
  var firstForNull: Int
  /// The numbers that leave, if numbers do.
  var numbers: NumberImage
}

/// A transform with what it needs.
struct TransformStep: Sendable {
  var transform: Transform
  var context: TransformContext
}

/// What becomes of a list's items, as they were written.
struct ListRule: Sendable {
  /// Whether each leaves once.
  var isUnique: Bool
  /// Whether an item that comes twice is a violation, as in the wire form.
  var reportsRepeats: Bool
  /// What stands between joined items, decoded; empty if they are not joined.
  var separator: [UInt8]
  /// The same inside a JSON string.
  var writtenSeparator: [UInt8]
  /// The form of an item in the wire form of a joined text.
  var item = -1
  /// The most items of such a text.
  var most = Int.max
}
