/// Replaces keys, tokens and passwords in running text by `<secret>`.
///
/// - In and out: text to text. `login failed: password=hunter2` becomes `login failed:
///   password=<secret>`.
/// - Technique and disclosure: masking. That a secret stood there stays visible, and so does the name
///   before it, the scheme of an `Authorization` header, and the host behind userinfo.
/// - Parameters: `{"entropy": true}` also takes long words of mixed letters and digits that no grammar
///   knows.
/// - Caught: tokens by the prefixes and lengths that their issuers publish, JSON Web Tokens, private
///   keys, `Bearer` and `Basic` credentials, cookies, userinfo of URLs and connection strings, values
///   of sensitive names (`key=value`, `key: value`, JSON, YAML, XML, query parameters, headers,
///   arrows, tuples, cells and columns of tables, arguments of calls), Base64 of an address or of
///   `user:password`, passwords on command lines, the account beside a password in a list of settings, one-time
///   codes, and `user:password` behind a word that brings it (`login jane:hunter2`). What has no end is
///   masked to the end of its line, a private key to the end of the text.
/// - Deliberately not caught: a secret without a known form, name or place (a bare password in prose,
///   UUIDs, hexadecimal digests), public keys and certificates, the text of an error message after a
///   sensitive name (`password: must not be empty`), references (`$TOKEN`, `${TOKEN}`, `%s`, `?`),
///   what a page looks like (`Cookie: theme=dark`).
///
/// Idempotent: `<secret>` is a value that stays.
package struct SecretMasking: Sendable, Equatable {
  /// Whether long words of mixed classes count without any context.
  package var findsEntropy: Bool

  package init(findsEntropy: Bool = false) { self.findsEntropy = findsEntropy }

  /// Reads nothing, or `{"entropy": true}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    self.init()
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if let node = reader.take("entropy"), case .boolean(let value) = node.value {
      findsEntropy = value
    } else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// Appends a finding for every secret in `text`. Complexity: O(`text.count`).
  package func find(in text: Span<UInt8>, into findings: inout [Finding]) {
    var reader = SecretReader(text, findsEntropy: findsEntropy)
    var columns = ColumnTable()
    var position = 0
    while position < text.count {
      if position >= columns.start {
        let next = reader.field(columns.take(), at: position, &findings)
        if next > position {
          position = next
          continue
        }
      }
      position = reader.read(at: position, &columns, &findings)
    }
  }
}

extension SecretMasking {
  /// Whether a text masked by `coarser` can be computed from one that this one masked.
  package func refines(_ coarser: SecretMasking) -> Refinement {
    Refinement(coarser.findsEntropy || !findsEntropy)
  }
}
