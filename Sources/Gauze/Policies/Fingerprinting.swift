/// `fingerprint`: a masked text in, 16 hexadecimal digits out (pseudonymization).
///
/// It stands behind detectors, so that what is hashed holds nothing that they find: equal messages
/// about different people have one fingerprint. The digits are the first of SHA-256 (FIPS 180-4)
/// over the masked text, or, with `key`, of HMAC-SHA-256 over four parts as in `pseudonymize`
/// (`gauze/fingerprint/1`, schema, field, text), as `gz1.<key id>.<16 digits>`.
///
/// Disclosure: which records hold equal masked texts. Without a key anyone can confirm a guess of the
/// masked text.
///
/// Parameter: `key`, the id of a key that is supplied at run time.
///
/// Not caught: what the detectors leave goes into the hash; of 2^32 texts two share a fingerprint by
/// chance.
package struct Fingerprinting: Sendable, Equatable {
  /// What its messages begin with.
  package static let domain: StaticString = "gauze/fingerprint/1"
  /// How many digits it gives.
  private static let digits = 16

  /// The id of the key, if it is keyed.
  package var keyID: [UInt8]?

  package init(keyID: [UInt8]? = nil) { self.keyID = keyID }

  /// Reads nothing, or `{"key": "2026-11"}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    keyID = reader.take("key").flatMap { KeyedToken.keyID($0, &faults) }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
    guard keyID != nil else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
      return nil
    }
  }

  /// Adds the fingerprint of a masked text; false, and nothing added, if it is keyed and the message
  /// that the plan begins is missing.
  package func append(
    _ text: Span<UInt8>,
    after message: HMACSHA256.Stream?,
    to output: inout ByteBuffer
  ) -> Bool {
    guard let keyID else {
      SHA256.hash(text).appendHexadecimal(to: &output, digits: Self.digits)
      return true
    }
    guard var message else { return false }
    message.update(part: text)
    KeyedToken.append(keyID: keyID, to: &output)
    message.finalize().appendHexadecimal(to: &output, digits: Self.digits)
    return true
  }

  /// Whether `text` is what `append` gives: the wire form.
  package func isFingerprint(_ text: Span<UInt8>) -> Bool {
    KeyedToken.matches(text, keyID: keyID, digits: Self.digits)
  }
}

extension Fingerprinting {
  /// Whether the fingerprint that `coarser` makes can be computed from this one: only if it is the same.
  package func refines(_ coarser: Fingerprinting) -> Refinement { Refinement(self == coarser) }
}
