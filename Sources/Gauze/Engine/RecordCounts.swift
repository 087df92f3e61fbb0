/// What one record adds to the tally, kept apart until it is known whether the record is accepted.
struct RecordCounts: Sendable {
  var handled = [Int](repeating: 0, count: Policy.count)
  var changed = [Int](repeating: 0, count: Policy.count)
  var refused = [Int](repeating: 0, count: Policy.count)
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

  mutating func count(policy index: Int, changed hasChanged: Bool) {
    handled[index] += 1
    if hasChanged { changed[index] += 1 }
  }
}
