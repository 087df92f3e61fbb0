/// `pseudonymize`: a text in, a token for it out (pseudonymization).
///
/// The token is `gz1.<key id>.<64 digits>`, HMAC-SHA-256 (RFC 2104) over four parts, each behind its
/// length: `gauze/pseudonymize/1`, the schema's name, the field's path without the event (`/user/id`),
/// and the text as it is. So equal texts in one field have one token in all events of a schema, and
/// tokens of different fields, schemas or keys have nothing in common.
///
/// Disclosure: which records hold equal texts. The result is pseudonymous, never anonymous: whoever
/// holds the key can confirm a guess.
///
/// Parameters: `key`, the id of a key that is supplied at run time; `previous`, the id of the key
/// before it, which `verify` still accepts and which need not be supplied.
///
/// Not caught: different spellings of one thing have different tokens.
package struct Pseudonymizing: Sendable, Equatable {
  /// What its messages begin with.
  package static let domain: StaticString = "gauze/pseudonymize/1"

  package var keyID: [UInt8]
  /// The id of the key before it.
  package var previousID: [UInt8]?

  package init(keyID: [UInt8], previousID: [UInt8]? = nil) {
    self.keyID = keyID
    self.previousID = previousID
  }

  /// Reads `{"key": "2026-11"}`, perhaps with `"previous": "2026-05"`.
  package init?(_ parameters: JSONNode?, at offset: Int, _ faults: inout [SchemaFault]) {
    let before = faults.count
    guard let parameters else {
      faults.append(SchemaFault(.badParameter, at: offset))
      return nil
    }
    var reader = JSONObjectReader(parameters, &faults)
    let key = reader.take("key").flatMap { KeyedToken.keyID($0, &faults) }
    previousID = reader.take("previous").flatMap { KeyedToken.keyID($0, &faults) }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
    guard let key, key != previousID else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
      return nil
    }
    keyID = key
  }

  /// Adds the token of a text; false, and nothing added, without the message that the plan begins.
  package func append(
    _ text: Span<UInt8>,
    after message: HMACSHA256.Stream?,
    to output: inout ByteBuffer
  ) -> Bool {
    guard var message else { return false }
    message.update(part: text)
    KeyedToken.append(keyID: keyID, to: &output)
    message.finalize().appendHexadecimal(to: &output)
    return true
  }

  /// Whether `text` is a token of either key: the wire form.
  package func isToken(_ text: Span<UInt8>) -> Bool {
    if KeyedToken.matches(text, keyID: keyID, digits: 64) { return true }
    guard let previousID else { return false }
    return KeyedToken.matches(text, keyID: previousID, digits: 64)
  }
}

extension Pseudonymizing {
  /// Whether the token that `coarser` makes can be computed from this one: only if it is the same one.
  package func refines(_ coarser: Pseudonymizing) -> Refinement {
    Refinement(keyID == coarser.keyID)
  }
}
