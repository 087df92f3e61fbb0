extension StaticString {
  /// A copy of the literal's UTF-8.
  package var bytes: [UInt8] {
    // The buffer is the program's own constant and is copied before it goes.
    withUTF8Buffer { Array($0) }
  }
}
