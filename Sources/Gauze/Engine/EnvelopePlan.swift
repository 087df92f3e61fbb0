// A template, flattened: what is constant is one text, and what is not is a step.
//
//     {"v": 1, "id": {"$field": "session"}, "rest": {"$fields": {"kinds": "all"}}}
//
//     open { · name "v": · constant 1 · name "id": · field 0 · name "rest": · open { · fields · close }
//     · close }
//
// Whether a comma is due is known only as the steps are taken, since a member may be left out: one bit
// a level says whether something stands there already.

/// An envelope, compiled.
package struct EnvelopePlan: Sendable {
  private(set) var steps: [EnvelopeStep] = []
  /// JSON texts and labels that are written as they are.
  private(set) var constants: [[UInt8]] = []
  private(set) var slots: [EnvelopeSlot] = []
  /// The template's own text for the event's name where records name none: the number of a constant.
  private(set) var eventName = -1
  /// Whether the event key does not stand among the fields.
  let takesEvent: Bool
  /// For each event and each slot, the outputs that the slot may take, in its order.
  private(set) var candidates: [[[Int]]] = []

  /// Compiles a template for the wire shapes of `draft`, whose events are complete.
  init(_ template: EnvelopePart, _ draft: PlanDraft, eventKey: [UInt8]?) {
    takesEvent = template.takesEvent
    if eventKey == nil, let event = draft.events.first {
      var text = ByteBuffer()
      JSONText.write(event.name.span, to: &text)
      eventName = add(text.bytes)
    }
    compile(template)
    let fields = template.slots
    for event in draft.events {
      let names = draft.shapes[event.wire].names
      candidates.append(
        fields.map { field in
          // In the wire form inputs and outputs are the same fields in the same order.
          field.names.compactMap { name in
            let output = names.index(of: name.span)
            return output >= 0 ? output : nil
          }
        }
      )
    }
  }

  private mutating func add(_ text: [UInt8]) -> Int {
    constants.append(text)
    return constants.count - 1
  }

  private mutating func compile(_ part: EnvelopePart) {
    switch part {
    case .constant(let text): steps.append(.constant(add(text)))
    case .event: steps.append(.event)
    case .field(let field): steps.append(.field(add(field)))
    case .array(let items):
      steps.append(.open(ASCII.leftBracket))
      for item in items {
        steps.append(.item)
        compile(item)
      }
      steps.append(.close(ASCII.rightBracket))
    case .object(let entries):
      steps.append(.open(ASCII.leftBrace))
      for entry in entries {
        switch entry {
        case .fields(let spread): steps.append(.fields(spread.kinds, isText: spread.isText))
        case .member(let name, .field(let field), _) where field.isOptional:
          steps.append(.optional(name: add(label: name), slot: add(field)))
        case .member(let name, let part, _):
          steps.append(.name(add(label: name)))
          compile(part)
        }
      }
      steps.append(.close(ASCII.rightBrace))
    }
  }

  private mutating func add(label name: [UInt8]) -> Int {
    var text = ByteBuffer()
    JSONText.write(name.span, to: &text)
    text.append(ASCII.colon)
    return add(text.bytes)
  }

  private mutating func add(_ field: EnvelopeField) -> Int {
    slots.append(
      EnvelopeSlot(
        copies: field.copies,
        form: field.form,
        otherwise: field.otherwise.map { add($0) } ?? -1
      )
    )
    return slots.count - 1
  }
}

/// One step of writing an envelope. Numbers refer to the plan's constants and slots.
enum EnvelopeStep: Sendable {
  case open(UInt8)
  case close(UInt8)
  /// A member's name; its value follows.
  case name(Int)
  /// An item of an array follows.
  case item
  case constant(Int)
  case event
  case field(Int)
  /// A member that is left out where its slot finds nothing.
  case optional(name: Int, slot: Int)
  case fields(EnvelopeKinds, isText: Bool)
}

/// A slot for a field.
struct EnvelopeSlot: Sendable {
  var copies: Bool
  var form: EnvelopeForm
  /// What stands there if no field says anything: the number of a constant, or -1.
  var otherwise: Int
}
