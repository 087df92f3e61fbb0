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

  /// Counts nothing yet, for sanitizers of that plan.
  package init(_ plan: Plan) { self.init(plan.tables) }

  /// Counts nothing yet, for whoever has no plan.
  package init() {
    violationsByInput = []
    changesByOutput = []
  }

  init(_ tables: PlanTables) {
    violationsByInput = [Int](repeating: 0, count: tables.inputs.count)
    changesByOutput = [Int](repeating: 0, count: tables.outputs.count)
  }

  /// Records that went through or were refused.
  package var read: Int { accepted + rejected }

  /// Adds what another worker has counted with the same plan.
  package mutating func add(_ other: Tally) {
    accepted += other.accepted
    rejected += other.rejected
    droppedFields += other.droppedFields
    Self.add(other.rejections, to: &rejections)
    Self.add(other.violations, to: &violations)
    Self.add(other.handled, to: &handled)
    Self.add(other.changed, to: &changed)
    Self.add(other.refused, to: &refused)
    Self.add(other.violationsByInput, to: &violationsByInput)
    Self.add(other.changesByOutput, to: &changesByOutput)
  }

  private static func add(_ other: [Int], to counts: inout [Int]) {
    for index in counts.indices { counts[index] += other[index] }
  }

  /// All counts in a row, to be restored by `restore`.
  package var numbers: [Int] {
    [accepted, rejected, droppedFields] + rejections + violations + handled + changed + refused
      + violationsByInput + changesByOutput
  }

  /// Takes the counts that `numbers` gave of a tally of the same plan; false if they are none of it.
  package mutating func restore(_ numbers: [Int]) -> Bool {
    guard numbers.count == self.numbers.count else { return false }
    accepted = numbers[0]
    rejected = numbers[1]
    droppedFields = numbers[2]
    var rest = numbers[3...]
    Self.take(&rest, &rejections)
    Self.take(&rest, &violations)
    Self.take(&rest, &handled)
    Self.take(&rest, &changed)
    Self.take(&rest, &refused)
    Self.take(&rest, &violationsByInput)
    Self.take(&rest, &changesByOutput)
    return true
  }

  private static func take(_ numbers: inout ArraySlice<Int>, _ counts: inout [Int]) {
    let count = counts.count
    counts = Array(numbers.prefix(count))
    numbers = numbers.dropFirst(count)
  }

  /// Counts nothing any more, and keeps its room.
  package mutating func removeAll() {
    accepted = 0
    rejected = 0
    droppedFields = 0
    Self.clear(&rejections)
    Self.clear(&violations)
    Self.clear(&handled)
    Self.clear(&changed)
    Self.clear(&refused)
    Self.clear(&violationsByInput)
    Self.clear(&changesByOutput)
  }

  private static func clear(_ counts: inout [Int]) {
    for index in counts.indices { counts[index] = 0 }
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
