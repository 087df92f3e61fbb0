/// What a sanitizer has counted. Counts only: nothing of any record.
public struct Tally: Sendable, Equatable {
  /// Records that went through.
  public internal(set) var accepted = 0
  /// Records that were refused.
  public internal(set) var rejected = 0
  /// Unknown fields that were dropped from accepted records.
  public internal(set) var droppedFields = 0
  /// Rejected records by the code of their first violation.
  public internal(set) var rejections = [Int](repeating: 0, count: ViolationCode.allCases.count)
  /// All violations, by code.
  public internal(set) var violations = [Int](repeating: 0, count: ViolationCode.allCases.count)
  /// Values of accepted records that each policy was given, by the policy's place in the catalogue.
  package internal(set) var handled = [Int](repeating: 0, count: PolicyName.count)
  /// Values of accepted records that each policy changed.
  package internal(set) var changed = [Int](repeating: 0, count: PolicyName.count)
  /// Values that each policy refused, of rejected records too.
  package internal(set) var refused = [Int](repeating: 0, count: PolicyName.count)
  /// Violations at and within each field of an event, by input.
  package internal(set) var violationsByInput: [Int]
  /// Values of accepted records changed at each output of the plan's shapes.
  package internal(set) var changesByOutput: [Int]

  init(_ tables: PlanTables) {
    violationsByInput = [Int](repeating: 0, count: tables.inputs.count)
    changesByOutput = [Int](repeating: 0, count: tables.outputs.count)
  }

  mutating func count(accepted counts: RecordCounts) {
    accepted += 1
    droppedFields += counts.droppedFields
    for index in handled.indices {
      handled[index] += counts.handled[index]
      changed[index] += counts.changed[index]
      refused[index] += counts.refused[index]
    }
    for output in counts.changedOutputs { changesByOutput[output] += 1 }
  }

  mutating func count(rejection code: ViolationCode, _ counts: RecordCounts) {
    rejected += 1
    rejections[Int(code.rawValue)] += 1
    for index in refused.indices { refused[index] += counts.refused[index] }
  }
}
