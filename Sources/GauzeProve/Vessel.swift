/// What carries a canary in a record.
package enum Vessel: String, Sendable {
  /// The text of a field.
  case text
  /// A number, where a field may take some.
  case number
  /// An object or array, where a field takes none, or not such.
  case object
  case array
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
