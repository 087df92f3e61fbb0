#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether people are looking, and how much room they have.
package enum Terminal {
  /// Whether `descriptor` is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether standard error is a terminal.
  package static var hasStandardError: Bool { isTerminal(Descriptor.standardError) }

  /// Whether standard output is a terminal.
  package static var hasStandardOutput: Bool { isTerminal(Descriptor.standardOutput) }

  /// How many columns the terminal of `descriptor` has; nil if it is none or does not say.
  package static func width(_ descriptor: Int32 = 2) -> Int? {
    var size = winsize()
    // The call fills `size`, which is the type that this request is defined with.
    guard ioctl(descriptor, numericCast(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
