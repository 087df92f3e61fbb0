/// One canary in its place.
package struct ProofCase: Sendable {
  /// Its number; the same for each run of a seed.
  package let number: Int
  package let form: CanaryForm
  package let encoding: CanaryEncoding
  package let position: CanaryPosition
  package let vessel: Vessel
  /// The event's number in the schema.
  package let event: Int
  /// The place's number, or -1 beside all fields.
  package let place: Int
  /// The parts of which nothing may be seen.
  package let secrets: [[UInt8]]
  /// The raw record.
  package let record: [UInt8]
  /// Whether something promises that it does not survive.
  package let isPromised: Bool
  /// The numbers of the schema's class rules that it is held against.
  let rules: [Int]
}
