/// What carries a canary in a record.
package enum Vessel: String, Sendable {
  /// The text of a field.
  case text
  /// A number, where a field may take some.
  case number
  /// An object or array, where a field takes none, or not such.
  case object
  case array
  /// A text in an object of arguments, at its top and deeper.
  case argument
  case innerArgument = "inner argument"
  /// A text behind a name, or an item, that says it is a secret.
  case sensitiveArgument = "sensitive argument"
  case optionArgument = "option's argument"
  /// A text whose name says that it is SQL.
  case statementArgument = "statement argument"
  case argumentNumber = "argument's number"
  /// A name in an object of arguments.
  case argumentName = "argument's name"
  /// A field that comes twice.
  case double
  /// The key of a map.
  case mapKey = "map key"
  case unknownName = "unknown name"
  case unknownValue = "unknown value"
  case eventName = "event name"
  case malformed
  case invalidUTF8 = "invalid UTF-8"
  case deep = "too deep"
  case large = "too large"

  /// Those that stand in a record, `large` apart, which takes its time.
  static let ofRecords: [Vessel] = [
    .unknownName, .unknownValue, .eventName, .malformed, .invalidUTF8, .deep,
  ]

  /// Those that hold a text in an object of arguments.
  static let ofArguments: [Vessel] = [
    .argument, .innerArgument, .sensitiveArgument, .optionArgument, .statementArgument,
    .argumentName,
  ]

  /// The object of arguments that holds `value`, a JSON text.
  func arguments(_ value: [UInt8]) -> [UInt8] {
    let (before, after): (String, String) =
      switch self {
      case .argument: (#"{"dry_run":true,"note":"#, "}")
      case .innerArgument: (#"{"options":{"steps":[null,"#, #"]},"last":"x"}"#)
      case .sensitiveArgument: (#"{"mode":"fast","dbPassword":"#, "}")
      case .optionArgument: (#"{"args":["run","--password","#, "]}")
      case .statementArgument: (#"{"sql_query":"#, "}")
      case .argumentNumber: (#"{"amount":"#, "}")
      case .argumentName: ("{", #":"x"}"#)
      default: ("", "")
      }
    return Array(before.utf8) + value + Array(after.utf8)
  }
}

/// One stretch of the list of cases: a form in a vessel, encoded so, at each of some positions.
struct CaseBlock: Sendable {
  let vessel: Vessel
  let event: Int
  /// The place's number, or -1.
  let place: Int
  /// The form's number.
  let form: Int
  let encoding: CanaryEncoding
  /// The bound that positions speak of.
  let limit: Int
  /// The positions' number among the lists of positions.
  let positions: Int
}
