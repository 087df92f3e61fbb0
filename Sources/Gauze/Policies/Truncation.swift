/// `truncate`: text in, its first Unicode scalars out (suppression).
///
/// The count is taken after masking, no ellipsis is added, and the cut moves back so as never to
/// split a placeholder or to leave something that a detector of the chain would find: see
/// `TextScrub`. Idempotent.
///
/// Parameter: how many scalars stay, `{"truncate": 500}`. Disclosure: what stands before the cut is
/// untouched, so a text needs detectors besides. Not caught: that one user-visible character may be
/// several scalars; a cut can separate a letter from its combining mark.
package struct Truncation: Sendable, Equatable {
  /// The largest limit that a schema may ask for.
  package static let largestLimit = 1_000_000

  /// How many Unicode scalars stay.
  package var limit: Int

  package init(limit: Int) { self.limit = limit }

  /// Reads `{"truncate": 500}`.
  package init?(_ parameters: JSONNode?, at offset: Int, _ faults: inout [SchemaFault]) {
    guard let parameters else {
      faults.append(SchemaFault(.badParameter, at: offset))
      return nil
    }
    guard let limit = parameters.count(in: 1...Self.largestLimit, &faults, as: .badParameter)
    else { return nil }
    self.limit = limit
  }
}
