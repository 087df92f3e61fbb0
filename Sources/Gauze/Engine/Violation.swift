/// What a record did against its schema. The words are permanent.
public enum ViolationCode: UInt8, Sendable, CaseIterable {
  case malformedJSON
  case invalidUTF8
  case duplicateField
  case tooDeep
  case tooLarge
  case notAnObject
  case unknownEvent
  case unknownField
  case missingField
  case wrongType
  case notInEnum
  case outOfRange
  case tooLong
  case tooMany
  case badFormat
  case policyRefused

  /// The code as tools see it.
  public var word: StaticString {
    switch self {
    case .malformedJSON: "malformed-json"
    case .invalidUTF8: "invalid-utf8"
    case .duplicateField: "duplicate-field"
    case .tooDeep: "too-deep"
    case .tooLarge: "too-large"
    case .notAnObject: "not-an-object"
    case .unknownEvent: "unknown-event"
    case .unknownField: "unknown-field"
    case .missingField: "missing-field"
    case .wrongType: "wrong-type"
    case .notInEnum: "not-in-enum"
    case .outOfRange: "out-of-range"
    case .tooLong: "too-long"
    case .tooMany: "too-many"
    case .badFormat: "bad-format"
    case .policyRefused: "policy-refused"
    }
  }

  package init(_ fault: JSONFault) {
    self =
      switch fault {
      case .malformed: .malformedJSON
      case .invalidUTF8: .invalidUTF8
      case .tooDeep: .tooDeep
      case .duplicateKey: .duplicateField
      }
  }
}

/// One violation: a code and a place, in the schema's own words and in positions. It holds nothing
/// of the record.
public struct Violation: Sendable {
  /// What is wrong.
  public var code: ViolationCode
  /// The event's number in the plan, or -1 before it is known.
  package var event: Int
  package var place: Place
}

/// A place in a record: names of the schema and positions, from the outside in.
package struct Place: Sendable {
  /// Schemas nest 12 levels at most; a position or a name more is left to say.
  private static let capacity = 16

  private var steps = InlineArray<16, Int32>(repeating: 0)
  package private(set) var count = 0

  package init() {}

  /// Goes into the field of that number in the plan's names.
  package mutating func enter(name: Int) { enter(~Int32(truncatingIfNeeded: name)) }

  /// Goes into the item or member at that position, from 0.
  package mutating func enter(position: Int) { enter(Int32(truncatingIfNeeded: position)) }

  private mutating func enter(_ step: Int32) {
    if count < Self.capacity { steps[count] = step }
    count += 1
  }

  /// Goes back out.
  package mutating func leave() { count -= 1 }

  /// The place as a JSON pointer (RFC 6901).
  package func append(_ names: [[UInt8]], to output: inout ByteBuffer) {
    for index in 0..<min(count, Self.capacity) {
      let step = steps[index]
      if step < 0 {
        let name = names[Int(~step)]
        JSONNode.appendToken(name.span, to: &output)
      } else {
        output.append(ASCII.slash)
        output.append(decimal: Int(step))
      }
    }
  }
}
