internal import Gauze

/// Where everything goes that is not data.
package enum StandardError {
  /// Writes `text`. If that fails there is nobody left to tell.
  package static func write(_ text: String) { write(Array(text.utf8).span) }

  /// Writes `bytes`. If that fails there is nobody left to tell.
  package static func write(_ bytes: Span<UInt8>) {
    try? Descriptor.write(Descriptor.standardError, bytes)
  }
}
