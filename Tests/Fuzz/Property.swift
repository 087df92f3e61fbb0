import Foundation

/// Says which property does not hold, shows the texts that break it (inputs of a fuzzer are
/// invented), and aborts, so that libFuzzer keeps the input.
func broken(_ property: String, _ texts: [[UInt8]], at line: UInt = #line) -> Never {
  var message = "\nBROKEN (line \(line)): \(property)\n"
  for text in texts { message += "  \(String(decoding: text, as: UTF8.self).debugDescription)\n" }
  FileHandle.standardError.write(Data(message.utf8))
  abort()
}

/// Aborts if `condition` does not hold.
func hold(
  _ condition: Bool,
  _ property: @autoclosure () -> String,
  _ texts: [UInt8]...,
  at line: UInt = #line
) {
  guard !condition else { return }
  broken(property(), texts, at: line)
}

extension [UInt8] {
  /// The bytes themselves if they are UTF-8; otherwise with U+FFFD for what is not, for properties
  /// that hold of texts only.
  var repaired: [UInt8] { [UInt8](String(decoding: self, as: UTF8.self).utf8) }
}
