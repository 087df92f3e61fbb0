/// Why an example of a schema does not hold. Positions only: an example is data too.
public struct ExampleFailure: Sendable {
  /// The event that it stands under.
  public var event: [UInt8]
  /// Its number there, from 0.
  public var index: Int
  /// Where it stands in the file, in bytes from its start.
  public var offset: Int
  /// What happened.
  public var reason: Reason

  /// What can happen.
  public enum Reason: Sendable {
    /// The record was rejected, though a wire form is given.
    case rejected(ViolationCode)
    /// The record left, though it should be rejected.
    case accepted
    /// It left in another form than the one given.
    case differs
    /// It was rejected with other codes than those given.
    case otherCodes(ViolationCode)
    /// The wire form that is given is none.
    case wireRejected(ViolationCode)
  }
}

extension Plan {
  /// Runs the examples of `schema`, which this plan was made of. Complexity: O(examples).
  public func failures(ofExamplesIn schema: Schema) -> [ExampleFailure] {
    var failures: [ExampleFailure] = []
    for event in schema.events {
      for (index, example) in event.examples.enumerated() {
        guard let reason = reason(example) else { continue }
        failures.append(
          ExampleFailure(event: event.name, index: index, offset: example.offset, reason: reason)
        )
      }
    }
    return failures
  }

  private func reason(_ example: Example) -> ExampleFailure.Reason? {
    var sanitizer = Sanitizer(self)
    var output = ByteBuffer()
    let verdict = sanitizer.sanitize(example.raw.span, appendingTo: &output)
    let code = sanitizer.violations.first?.code
    guard let wire = example.wire else {
      guard verdict == .rejected, let code else { return .accepted }
      let codes = sanitizer.violations.map { $0.code.word }
      let isExpected =
        codes.count == example.rejects.count
        && zip(codes, example.rejects).allSatisfy { $1.span.equals($0) }
      return isExpected ? nil : .otherCodes(code)
    }
    if verdict == .rejected, let code { return .rejected(code) }
    var reader = Sanitizer(self, reading: .wire)
    var expected = ByteBuffer()
    if reader.sanitize(wire.span, appendingTo: &expected) == .rejected,
      let code = reader.violations.first?.code
    {
      return .wireRejected(code)
    }
    return expected.span.equals(output.span) ? nil : .differs
  }
}
