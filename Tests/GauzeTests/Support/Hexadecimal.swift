import Gauze

/// The 32 bytes of a digest.
func raw(_ digest: Digest) -> [UInt8] {
  var output = ByteBuffer()
  digest.appendBytes(to: &output)
  return output.bytes
}

/// A digest in 64 digits.
func hexadecimal(_ digest: Digest) -> String {
  var output = ByteBuffer()
  digest.appendHexadecimal(to: &output)
  return String(decoding: output.bytes, as: UTF8.self)
}

/// The bytes that pairs of hexadecimal digits spell; nil if `text` is no such pairs.
func bytes(hexadecimal text: String) -> [UInt8]? {
  let digits = text.utf8.map(\.hexValue)
  guard digits.count.isMultiple(of: 2), !digits.contains(255) else { return nil }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
