internal import Gauze
internal import GauzeSystem

/// Text for people and programs: data to standard output, everything else to standard error.
enum Console {
  /// Writes to standard output.
  static func print(_ text: String) throws(CommandFailure) {
    try print(Array(text.utf8))
  }

  /// Writes bytes to standard output.
  static func print(_ bytes: [UInt8]) throws(CommandFailure) {
    var output = OutputFile.standardOutput()
    do throws(SystemError) {
      try output.write(bytes.span)
    } catch {
      throw .file("standard output", error.description)
    }
  }

  /// Writes one line to standard error, in the program's name.
  /// Names of files come from anywhere: what would command a terminal is shown instead.
  static func error(_ line: String) { StandardError.write("gauze: \(visible(line))\n") }

  /// Writes one line to standard error.
  static func note(_ line: String) { StandardError.write("\(visible(line))\n") }

  /// Tells who waits for whom, where an input is the keyboard.
  static func noteIfTyped(_ file: borrowing InputFile, _ what: String) {
    if file.isTerminal { note("reading \(what) from the terminal; end with control-D") }
  }

  /// What an input is called in a message.
  static func name(ofInput path: FilePath) -> String {
    path == FilePath("-") ? "standard input" : path.text
  }

  /// Whether standard output may be coloured.
  static var hasColour: Bool {
    Terminal.hasStandardOutput && (Environment.value(of: "NO_COLOR") ?? "").isEmpty
  }

  /// `text` in a colour, if there may be any.
  static func styled(_ text: String, _ style: Style) -> String {
    hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The few styles that are used.
  enum Style: Int {
    case bold = 1
    case faint = 2
    case red = 31
    case green = 32
    case yellow = 33
  }

  /// `text` with control characters made visible, so that a value cannot command a terminal.
  static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isControl = value < 0x20 || (0x7F...0x9F).contains(value)
      let isInvisible =
        (0x200B...0x200F).contains(value) || (0x202A...0x202E).contains(value)
        || (0x2060...0x2069).contains(value) || value == 0xFEFF
      if isControl || isInvisible {
        result += "\\u{" + String(value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Text in columns.
enum Columns {
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// `1234567` as `1,234,567`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }

  /// `1 field`, `2 fields`.
  static func counted(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A number with one decimal.
  static func decimal(_ number: Double) -> String {
    // Held within what an Int can say; a rate or a time is far below.
    let tenths = Int(max(0, min(number, 1e15)) * 10 + 0.5)
    return "\(grouped(tenths / 10)).\(tenths % 10)"
  }
}
