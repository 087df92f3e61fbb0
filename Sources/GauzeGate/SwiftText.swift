internal import Gauze

// A schema's texts in a Swift file. Nothing that a schema says ends a comment or a literal: comments are of
// one line each and hold no line end, literals of names and words are of printable ASCII, and the literal
// of the schema itself has one `#` more than stands together anywhere in it.

/// Texts as Swift code.
package enum SwiftText {
  /// How long a line of a comment may be.
  private static let width = 100

  /// A text as a literal of printable ASCII: `"caf\u{E9}"`.
  package static func literal(_ text: [UInt8]) -> String {
    var result = "\""
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case " "..."~": result.unicodeScalars.append(scalar)
      default: result += "\\u{\(hexadecimal(scalar))}"
      }
    }
    return result + "\""
  }

  /// Paragraphs as documentation comments, broken between words; nothing of those that say nothing.
  package static func comment(_ paragraphs: [[UInt8]], indent: String) -> [String] {
    let start = "\(indent)///"
    var lines: [String] = []
    for paragraph in paragraphs {
      let words = words(paragraph)
      if words.isEmpty { continue }
      if !lines.isEmpty { lines.append(start) }
      var line = start
      var length = start.utf8.count
      for word in words {
        let count = word.unicodeScalars.count
        if length + 1 + count > width, length > start.utf8.count {
          lines.append(line)
          (line, length) = (start, start.utf8.count)
        }
        line += " \(word)"
        length += 1 + count
      }
      lines.append(line)
    }
    return lines
  }

  /// The words between white space, with what is not seen made visible.
  private static func words(_ text: [UInt8]) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09...0x0D, 0x85, 0x2028, 0x2029:
        if !word.isEmpty { words.append(word) }
        word = ""
      case _ where scalar.isHidden: word += "\\u{\(hexadecimal(scalar))}"
      default: word.unicodeScalars.append(scalar)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// A whole file as a raw literal of several lines, without indentation.
  package static func rawLiteral(_ text: [UInt8]) -> String {
    var longest = 0
    var run = 0
    for byte in text {
      run = byte == ASCII.hash ? run + 1 : 0
      longest = max(longest, run)
    }
    // Neither `"""#…` nor `\#…` can stand in the text: it has no run of so many.
    let fence = String(repeating: "#", count: longest + 1)
    var result = "\(fence)\"\"\"\n"
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isPlain = scalar == "\n" || scalar == "\t" || !scalar.isHidden
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\\(fence)u{\(hexadecimal(scalar))}"
      }
    }
    return result + "\n\"\"\"\(fence)"
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    String(scalar.value, radix: 16, uppercase: true)
  }
}
