/// What one record adds to the tally, kept apart until it is known whether the record is accepted.
struct RecordCounts: Sendable {
  var handled = [Int](repeating: 0, count: PolicyName.count)
  var changed = [Int](repeating: 0, count: PolicyName.count)
  var refused = [Int](repeating: 0, count: PolicyName.count)
  /// The outputs whose values changed.
  var changedOutputs: [Int] = []
  /// Unknown fields that were passed over.
  var droppedFields = 0

  mutating func removeAll() {
    for index in handled.indices {
      handled[index] = 0
      changed[index] = 0
      refused[index] = 0
    }
    changedOutputs.removeAll(keepingCapacity: true)
    droppedFields = 0
  }

  mutating func count(_ policy: PolicyName, changed hasChanged: Bool) {
    handled[policy.index] += 1
    if hasChanged { changed[policy.index] += 1 }
  }
}
