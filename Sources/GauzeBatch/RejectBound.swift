/// How many rejected records a run may have.
package enum RejectBound: Sendable, Equatable {
  case count(Int)
  /// Of the records read, in hundredths of a percent; a run stops for it from 1,000 records on and
  /// is judged by it at its end.
  case share(Int)

  /// Whether `rejected` out of `read` records are too many.
  package func isPassed(rejected: Int, read: Int) -> Bool {
    switch self {
    case .count(let most): rejected > most
    case .share(let most):
      // Full width: neither product can overflow.
      rejected.multipliedFullWidth(by: 10_000) > most.multipliedFullWidth(by: read)
    }
  }

  /// The same while records are still to come: a share of a few says nothing yet.
  func stops(rejected: Int, read: Int) -> Bool {
    if case .share = self, read < 1000 { return false }
    return isPassed(rejected: rejected, read: read)
  }
}
