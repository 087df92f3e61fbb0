/// One canary in its place.
package struct ProofCase: Sendable {
  /// Its number; the same for each run of a seed.
  package let number: Int
  package let form: CanaryForm
  package let encoding: CanaryEncoding
  package let position: CanaryPosition
  let vessel: Vessel
  /// The event's number in the schema.
  let event: Int
  /// The place's number, or -1 beside all fields.
  let place: Int
  /// The parts of which nothing may be seen.
  let secrets: [[UInt8]]
  /// The raw record.
  package let record: [UInt8]
  /// Whether something promises that it does not survive.
  package let isPromised: Bool
}
