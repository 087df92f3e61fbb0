/// `scrub-text`: every detector of running text, in one look, and the literals of the host.
///
/// - In and out: text to text. `jane@acme.example: open /home/jane/a.sql, token=hunter2` becomes
///   `<email>: open <path>, token=<secret>`.
/// - Technique and disclosure: masking. That something of a class stood there stays visible.
/// - Parameters: those of its detectors: `{"keep": "extension", "uuids": true, "entropy": true}`, each
///   left out if it is not wanted.
/// - Caught: what `strip-paths`, `mask-emails`, `mask-secrets`, `mask-addresses` and
///   `mask-identifiers` catch, fused into one set of spans over the original text; and the host's
///   literals, which whoever runs the engine supplies (`HostLiterals`).
/// - Deliberately not caught: what those leave; literals of SQL, which `mask-sql` knows.
package struct TextScrubbing: Sendable, Equatable {
  package var paths = PathStripping()
  package var identifiers = IdentifierMasking()
  package var secrets = SecretMasking()

  package init() {}

  /// Reads nothing, or an object of parameters.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    var isEmpty = true
    if let node = reader.take("keep") {
      isEmpty = false
      paths.keepsExtension = true
      if !Self.isExtension(node) {
        faults.append(SchemaFault(.badParameter, at: node.start))
      }
    }
    if let node = reader.take("uuids") {
      isEmpty = false
      identifiers.findsUUIDs = node.boolean(&faults, as: .badParameter) ?? true
    }
    if let node = reader.take("entropy") {
      isEmpty = false
      secrets.findsEntropy = node.boolean(&faults, as: .badParameter) ?? true
    }
    if isEmpty, faults.count == before {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  private static func isExtension(_ node: JSONNode) -> Bool {
    guard case .string(let word) = node.value else { return false }
    return word.span.equals("extension")
  }

  /// The detectors. The plan fills in the literals.
  package var detectors: [Detector] {
    [
      .paths(paths), .emails(EmailMasking()), .addresses(AddressMasking()),
      .identifiers(identifiers), .secrets(secrets), .literals(HostLiterals()),
    ]
  }
}
