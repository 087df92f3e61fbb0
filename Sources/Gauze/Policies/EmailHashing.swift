/// `hash-email`: an e-mail address in, a pseudonym out (pseudonymization).
///
/// The address is trimmed of ASCII white space and lower-cased in ASCII, then hashed: SHA-256
/// (FIPS 180-4) as 64 hexadecimal digits, or, with `key`, HMAC-SHA-256 (RFC 2104) as
/// `gz1.<key id>.<64 digits>`. A text that is no address (RFC 5321 §4.1.2), 64 hexadecimal digits
/// among them, is *refused*: it drops an optional field and rejects an event that requires it.
///
/// Disclosure: equal addresses give equal pseudonyms. The result is pseudonymous, never anonymous;
/// without a key anyone can confirm a guess by hashing it.
///
/// Parameter: `key`, the id of a key that is supplied at run time, never the key itself.
///
/// Not caught: that two spellings may reach one mailbox (`jane+a@`, `j.ane@`, capital letters
/// beyond ASCII); they give different pseudonyms.
package struct EmailHashing: Sendable, Equatable {
  /// The id of the key, if the hash is keyed.
  package var keyID: [UInt8]?

  package init(keyID: [UInt8]? = nil) { self.keyID = keyID }

  /// Reads nothing, or `{"key": "2026-05"}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if let node = reader.take("key") {
      keyID = KeyedToken.keyID(node, &faults)
    } else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// Whether a key may be called so: 1 to 32 letters, digits, `-` or `_`.
  package static func isKeyID(_ id: Span<UInt8>) -> Bool {
    guard (1...32).contains(id.count) else { return false }
    for index in id.indices {
      let byte = id[index]
      if !byte.isAlphanumeric && byte != ASCII.minus && byte != ASCII.underscore { return false }
    }
    return true
  }

  /// Adds the pseudonym of `text` to `output`; false, and nothing added, if it is no address.
  package func append(
    _ text: Span<UInt8>,
    key: HMACSHA256?,
    scratch: inout ByteBuffer,
    to output: inout ByteBuffer
  ) -> Bool {
    scratch.removeAll()
    var start = 0
    var end = text.count
    while start < end, text[start].isSpace { start &+= 1 }
    while end > start, text[end &- 1].isSpace { end &-= 1 }
    // RFC 5321 §4.5.3.1: 64 bytes, an @ and 255 bytes; nothing longer is looked at.
    guard end - start <= 320 else { return false }
    for index in start..<end { scratch.append(text[index].lowercased) }
    guard EmailGrammar.isAddress(scratch.span) else { return false }
    if let keyID {
      guard let key else { return false }
      KeyedToken.append(keyID: keyID, to: &output)
      key.authenticate(scratch.span).appendHexadecimal(to: &output)
    } else {
      SHA256.hash(scratch.span).appendHexadecimal(to: &output)
    }
    return true
  }

  /// Whether `text` is what `append` gives: the wire form.
  package func isPseudonym(_ text: Span<UInt8>) -> Bool {
    KeyedToken.matches(text, keyID: keyID, digits: 64)
  }
}
