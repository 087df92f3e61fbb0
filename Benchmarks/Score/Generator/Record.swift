/// A secret before it has a place.
struct Secret {
  /// What it is: `path`, `email`, `token`, `connection`, `address`, `identifier` or an SQL class.
  var category: String
  /// The text of it, as it stands in the record.
  var value: String
  /// The pieces of the value that tell something and must not survive.
  var parts: [String]
  /// How it is written: `plain`, `quoted`, `spaced`, `json` and others.
  var form: String

  /// The same secret, rewritten scalar by scalar.
  func mapped(form: String, _ encode: (Unicode.Scalar) -> String) -> Secret {
    Secret(
      category: category,
      value: Secret.encode(value, encode),
      parts: parts.map { Secret.encode($0, encode) },
      form: form
    )
  }

  private static func encode(_ text: String, _ encode: (Unicode.Scalar) -> String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += encode(scalar) }
    return result
  }
}

/// A secret with its place, in Unicode scalars.
struct PlacedSecret {
  /// The secret.
  var secret: Secret
  /// Where it starts.
  var start: Int
  /// Where it ends.
  var end: Int
}

/// A text under construction: its scalars, its secrets, and what is neither secret nor harmless.
struct Draft {
  /// The text so far.
  var scalars: [Unicode.Scalar] = []
  /// The secrets so far, in order.
  var secrets: [PlacedSecret] = []
  /// Stretches that nobody is asked to mask or to keep.
  var neutral: [Range<Int>] = []

  /// Appends harmless text.
  mutating func append(_ text: String) {
    scalars.append(contentsOf: text.unicodeScalars)
  }

  /// Appends a secret.
  mutating func append(_ secret: Secret) {
    let start = scalars.count
    append(secret.value)
    secrets.append(PlacedSecret(secret: secret, start: start, end: scalars.count))
  }

  /// Appends another draft.
  mutating func append(_ other: Draft) {
    let offset = scalars.count
    scalars.append(contentsOf: other.scalars)
    for placed in other.secrets {
      secrets.append(
        PlacedSecret(
          secret: placed.secret,
          start: placed.start + offset,
          end: placed.end + offset
        )
      )
    }
    neutral.append(
      contentsOf: other.neutral.map { $0.lowerBound + offset..<$0.upperBound + offset }
    )
  }

  /// The text as a string.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// True if the range meets a secret or a neutral stretch.
  func isTouched(_ range: Range<Int>) -> Bool {
    for placed in secrets where placed.start <= range.upperBound && placed.end >= range.lowerBound {
      return true
    }
    for other in neutral where other.overlaps(range) { return true }
    return false
  }
}

/// One line of the set.
struct Record {
  /// The name of the line.
  var id: String
  /// `text` or `sql`.
  var kind: String
  /// The template's name.
  var shape: String
  /// The dialect of an SQL record, else nothing.
  var dialect: String
  /// What a scrubber is given.
  var draft: Draft
  /// The harmless words, in order.
  var keep: [String]

  /// Why the record must not enter the set, or nothing if it may.
  var fault: String? {
    if draft.scalars.isEmpty { return "empty" }
    var outside = ""
    var position = 0
    for placed in draft.secrets {
      if placed.secret.parts.isEmpty { return "no parts" }
      guard placed.start >= position else { return "overlap" }
      outside.unicodeScalars.append(contentsOf: draft.scalars[position..<placed.start])
      outside.unicodeScalars.append("\u{1}")
      position = placed.end
    }
    outside.unicodeScalars.append(contentsOf: draft.scalars[position...])
    outside = outside.lowercased()
    for placed in draft.secrets {
      for part in placed.secret.parts {
        if part.isEmpty || !placed.secret.value.contains(part) { return "part not in value" }
        if outside.contains(part.lowercased()) { return "part outside" }
      }
    }
    return nil
  }

  /// The record as one line of JSON.
  var line: String {
    var line = "{\"id\":" + JSONText.quoted(id) + ",\"kind\":" + JSONText.quoted(kind)
    if !dialect.isEmpty { line += ",\"dialect\":" + JSONText.quoted(dialect) }
    line += ",\"shape\":" + JSONText.quoted(shape) + ",\"text\":" + JSONText.quoted(draft.text)
    line += ",\"secrets\":["
    var separator = ""
    for placed in draft.secrets {
      line += separator + "{\"class\":" + JSONText.quoted(placed.secret.category)
      line += ",\"value\":" + JSONText.quoted(placed.secret.value)
      line += ",\"parts\":" + JSONText.array(placed.secret.parts)
      line += ",\"form\":" + JSONText.quoted(placed.secret.form)
      line += ",\"start\":\(placed.start),\"end\":\(placed.end)}"
      separator = ","
    }
    return line + "],\"keep\":" + JSONText.array(keep) + "}"
  }
}

/// JSON strings.
enum JSONText {
  /// The text as a JSON string; what is not ASCII stays as it is.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          result += "\\u" + padded(String(scalar.value, radix: 16), to: 4)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// The words as an array of JSON strings.
  static func array(_ words: [String]) -> String {
    "[" + words.map(quoted).joined(separator: ",") + "]"
  }

  /// The text with zeros before it.
  static func padded(_ text: String, to width: Int) -> String {
    String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
