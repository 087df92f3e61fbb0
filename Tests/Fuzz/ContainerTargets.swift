import Gauze

/// `shape` and `mask-arguments`: the first byte picks the parameters, the rest is a value of JSON, or what
/// is none.
enum ContainerTargets {
  /// A policy with parameters, and the plan of a schema whose one field has it.
  private struct Subject {
    let limit: Int
    var plan: Plan
  }

  private static let shapes = subjects([
    (1000, #""shape""#), (32, #"{"shape": {"limit": 32, "allow": ["a", "b"]}}"#),
    (60, #"{"shape": {"limit": 60, "depth": 2}}"#),
    (1000, #"{"shape": {"lengths": "exact", "depth": 2, "allow": ["a", "sql", "token"]}}"#),
  ])

  private static let arguments = subjects([
    (2000, #""mask-arguments""#), (32, #"{"mask-arguments": {"limit": 32, "depth": 2}}"#),
    (60, #"{"mask-arguments": {"limit": 60}}"#),
    (2000, #"{"mask-arguments": {"numbers": ["limit", "a"], "depth": 8}}"#),
  ])

  private static func subjects(_ all: [(limit: Int, policy: String)]) -> [Subject] {
    all.map { one in
      let text =
        #"{"gauze": 1, "name": "x", "version": "1.0", "events": {"e": {"description": "d", "#
        + #""properties": {"v": {"policies": [\#(one.policy)], "why": "y"}}}}}"#
      guard let schema = try? Schema(reading: Array(text.utf8).span),
        let plan = SchemaTarget.plan(schema)
      else { broken("the fuzzer's own schemas load", [Array(text.utf8)]) }
      return Subject(limit: one.limit, plan: plan)
    }
  }

  static func shape(_ input: [UInt8]) {
    guard let (subject, value) = subject(shapes, input) else { return }
    guard let text = text(subject, value) else { return }
    hold(text.allSatisfy { $0 < 0x80 }, "a shape is ASCII", value, text)
    tellsNothing(of: value, subject)
  }

  static func maskArguments(_ input: [UInt8]) {
    guard let (subject, value) = subject(arguments, input) else { return }
    tellsNothing(of: value, subject)
    guard let text = text(subject, value) else { return }
    // The marker is no member that a record may bring along; any other text stays as it is.
    guard !text.holds(Array("...".utf8)) else { return }
    let again = self.text(subject, text)
    hold(again == text, "masking twice changes nothing", value, text, again ?? [])
  }

  /// A sensitive name tells that it is there: the record says the same whatever text or number stands
  /// behind it. (Booleans and null tell what they are to `mask-arguments`.)
  private static func tellsNothing(of value: [UInt8], _ subject: Subject) {
    guard let node = try? JSONNode(reading: value.span) else { return }
    switch node.value {
    case .string, .number, .array, .object: break
    default: return
    }
    let named = Array(#"{"dbPassword":"#.utf8) + value + [ASCII.rightBrace]
    let text = text(subject, named)
    // What is nested too deep, or a number too long, rejects the record.
    guard let text else { return }
    let isSilent = [#"{"dbPassword":"<secret>"}"#, #"{"0":"<secret>"}"#].contains {
      Array($0.utf8) == text
    }
    hold(isSilent, "a sensitive name tells nothing", value, text)
  }

  private static func subject(_ all: [Subject], _ input: [UInt8]) -> (Subject, [UInt8])? {
    guard let first = input.first else { return nil }
    return (all[Int(first) % all.count], Array(input.dropFirst()))
  }

  /// The text that leaves for `value`, if the record is accepted and it is not left out.
  private static func text(_ subject: Subject, _ value: [UInt8]) -> [UInt8]? {
    let record = Array(#"{"v":"#.utf8) + value + [ASCII.rightBrace]
    guard let output = RecordProperties.judge(subject.plan, record).strict else { return nil }
    guard let node = try? JSONNode(reading: output.span), case .object(let members) = node.value
    else { broken("what leaves is an object", [record, output]) }
    guard let member = members.first else { return nil }
    guard case .string(let text) = member.node.value else { return nil }
    hold(UTF8Text.isValid(text.span), "what leaves is UTF-8", record, text)
    hold((try? JSONNode(reading: text.span)) != nil, "its content is JSON", record, text)
    hold(UTF8Text.scalarCount(text.span) <= subject.limit, "it is bounded", record, text)
    return text
  }
}
