internal import Gauze

// A page is Markdown for any reader: CommonMark, GitHub's tables, and the site generators that look for
// templates (`{{ … }}`) or for tags. What a schema says must be text in all of them:
//
//     a sentence    | <b> *x* [y](z) {{q}}   →  \| &lt;b&gt; \*x\* \[y\](z) \{\{q\}\}
//     a word        a|b                      →  <code>a&#124;b</code>
//     a plain word  session_id               →  `session_id`

/// A schema's texts, made harmless for Markdown. Complexity: O(text).
package enum MarkdownText {
  /// A sentence in running text or in a cell of a table: one line that begins no list, heading or
  /// table, holds no tag, code or link, and commands no terminal.
  package static func sentence(_ text: [UInt8]) -> String {
    var result = ""
    var hasGap = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.isBlank {
        hasGap = !result.isEmpty
        continue
      }
      if hasGap { result += " " }
      hasGap = false
      result += escaped(scalar, behind: result)
    }
    return result
  }

  /// A name, word or value that is shown as it is.
  package static func code(_ text: [UInt8]) -> String {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    if scalars.isEmpty { return "the empty text" }
    if isPlain(scalars) { return "`\(String(decoding: text, as: UTF8.self))`" }
    var result = "<code>"
    for scalar in scalars {
      if scalar.isHidden {
        result += "&#92;u&#123;\(String(scalar.value, radix: 16))&#125;"
      } else if scalar.isASCII, !scalar.isWordInASCII || scalar == "_" {
        result += "&#\(scalar.value);"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "</code>"
  }

  /// Words as code with commas between.
  package static func list(_ words: [[UInt8]]) -> String {
    words.map(code).joined(separator: ", ")
  }

  /// A link, if the text is a plain address of the web; else the text.
  package static func link(_ text: [UInt8], label: String) -> String {
    let address = String(decoding: text, as: UTF8.self)
    guard address.hasPrefix("https://") || address.hasPrefix("http://"),
      address.unicodeScalars.allSatisfy({ $0.isWordInASCII || "-._~:/?#@!&=+,;%".has($0) })
    else { return code(text) }
    return "[\(label)](\(address))"
  }

  /// What no reader takes for anything but itself between two backticks.
  private static func isPlain(_ scalars: [Unicode.Scalar]) -> Bool {
    var last: Unicode.Scalar?
    for scalar in scalars {
      if scalar.isHidden || scalar == "`" || scalar == "|" { return false }
      // Templates begin so, in code too.
      if last == "{", "{%#".has(scalar) { return false }
      if last == " ", scalar == " " { return false }
      last = scalar
    }
    return scalars.first != " " && last != " "
  }

  private static func escaped(_ scalar: Unicode.Scalar, behind result: String) -> String {
    switch scalar {
    case "<": return "&lt;"
    case ">": return "&gt;"
    case "&": return "&amp;"
    case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "$", "^": return "\\\(scalar)"
    // Readers make links of bare addresses.
    case "/" where result.unicodeScalars.last == ":": return "&#47;"
    case "." where endsInWWW(result): return "&#46;"
    case "#", "+", "-", "=", ":":
      return result.isEmpty ? "\\\(scalar)" : "\(scalar)"
    case ".", ")":
      let isNumber =
        !result.isEmpty && result.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
      return isNumber ? "\\\(scalar)" : "\(scalar)"
    default:
      return scalar.isHidden ? "\\\\u\\{\(String(scalar.value, radix: 16))\\}" : "\(scalar)"
    }
  }

  private static func endsInWWW(_ text: String) -> Bool {
    let last = text.unicodeScalars.suffix(3)
    return last.count == 3 && last.allSatisfy { $0 == "w" || $0 == "W" }
  }
}

extension Unicode.Scalar {
  /// White space that parts words, and whatever ends a line.
  fileprivate var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Controls, and what is not seen or turns the direction of what is.
  package var isHidden: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// A letter, a digit or `_`.
  fileprivate var isWordInASCII: Bool {
    isASCII && UInt8(truncatingIfNeeded: value).isASCIIWord
  }
}

extension String {
  /// Whether `scalar` is one of its scalars.
  fileprivate func has(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
