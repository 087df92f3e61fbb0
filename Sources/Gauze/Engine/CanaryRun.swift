extension Plan {
  /// The canaries of promises of which something leaves, in the order of `schema`, which this plan was made
  /// of. Complexity: O(canaries × texts).
  public func findings(ofCanariesIn schema: Schema) -> [LintFinding] {
    var findings: [LintFinding] = []
    for promise in schema.promises where promise.isEngines {
      for canary in promise.canaries where lets(canary) {
        findings.append(
          LintFinding(code: .promiseBroken, offset: canary.offset, subject: Self.subject.bytes)
        )
      }
    }
    return findings
  }

  /// What a finding about a canary names.
  private static var subject: StaticString { "canary" }

  /// Whether any of the canary's texts is in what leaves of its record, or in what a rejection says.
  package func lets(_ canary: PromiseCanary) -> Bool {
    var sanitizer = Sanitizer(self)
    var output = ByteBuffer()
    if sanitizer.sanitize(canary.raw.span, appendingTo: &output) == .rejected {
      for violation in sanitizer.violations { sanitizer.write(violation, to: &output) }
    }
    let shown = output.bytes
    return canary.texts.contains { CanarySpelling.stands($0, in: shown) }
  }
}

/// How a text may stand in a record: as it is, in a JSON string, and in JSON text inside one, in letters of
/// either case.
enum CanarySpelling {
  static func stands(_ text: [UInt8], in output: [UInt8]) -> Bool {
    var spelled = text
    for _ in 0..<3 {
      if isPart(spelled, of: output) { return true }
      spelled = escaped(spelled)
    }
    return false
  }

  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    var buffer = ByteBuffer()
    JSONText.write(text.span, to: &buffer)
    return Array(buffer.bytes.dropFirst().dropLast())
  }

  /// A text has at most 256 bytes, so this is linear in `output`.
  private static func isPart(_ text: [UInt8], of output: [UInt8]) -> Bool {
    guard !text.isEmpty, text.count <= output.count else { return false }
    for start in 0...output.count - text.count {
      var length = 0
      while length < text.count, output[start + length].lowercased == text[length].lowercased {
        length += 1
      }
      if length == text.count { return true }
    }
    return false
  }
}
