import Foundation

/// The score set as a reader sees it, with every rule that its records must hold.
enum Check {
  private struct Line: Decodable {
    struct Secret: Decodable {
      let `class`: String
      let value: String
      let parts: [String]
      let form: String
      let start: Int
      let end: Int
    }
    let id: String
    let kind: String
    let dialect: String?
    let shape: String
    let text: String
    let secrets: [Secret]
    let keep: [String]
  }

  private static let classes: Set<String> = [
    "path", "email", "token", "connection", "address", "identifier", "sql-string", "sql-number",
    "sql-comment", "sql-other",
  ]

  /// Ends the program.
  static func leave(status: Int32) -> Never {
    exit(status)
  }

  /// Checks the file, prints what it holds, and ends with status 1 if a record breaks a rule.
  static func run(_ path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    var faults = 0
    var counts: [String: Int] = [:]
    var texts: Set<String> = []
    var ids: Set<String> = []
    for bytes in data.split(separator: UInt8(ascii: "\n")) {
      let line = try JSONDecoder().decode(Line.self, from: bytes)
      counts["kind " + line.kind, default: 0] += 1
      if line.secrets.isEmpty { counts["without a secret, " + line.kind, default: 0] += 1 }
      for secret in line.secrets { counts["secrets " + secret.class, default: 0] += 1 }
      counts["keep words " + line.kind, default: 0] += line.keep.count
      var found = Check.faults(of: line)
      if !texts.insert(line.text).inserted { found.append("text twice") }
      if !ids.insert(line.id).inserted { found.append("id twice") }
      for fault in found { print(line.id, line.shape, fault) }
      faults += found.count
    }
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) { print(name + ":", count) }
    print("faults:", faults)
    if faults > 0 || ids.isEmpty { leave(status: 1) }
  }

  private static func faults(of line: Line) -> [String] {
    var faults: [String] = []
    let scalars = Array(line.text.unicodeScalars)
    var isInside = Array(repeating: false, count: scalars.count + 1)
    for secret in line.secrets {
      guard 0 <= secret.start, secret.start < secret.end, secret.end <= scalars.count else {
        return ["span out of the text"]
      }
      if string(scalars[secret.start..<secret.end]) != secret.value { faults.append("span") }
      if !classes.contains(secret.class) { faults.append("class") }
      if secret.class.hasPrefix("sql-") != (line.kind == "sql") { faults.append("kind of class") }
      if secret.parts.isEmpty { faults.append("no parts") }
      for place in secret.start..<secret.end {
        if isInside[place] { faults.append("overlap") }
        isInside[place] = true
      }
      if let fault = checksumFault(secret) { faults.append(fault) }
    }
    if (line.kind == "sql") != (line.dialect != nil) { faults.append("dialect") }
    let outside = string(
      scalars.indices.map { isInside[$0] ? Unicode.Scalar(1) : scalars[$0] }[...]
    ).lowercased()
    for secret in line.secrets {
      for part in secret.parts {
        if part.isEmpty || !secret.value.contains(part) { faults.append("part not in value") }
        if outside.contains(part.lowercased()) { faults.append("part outside") }
        for word in line.keep where word.lowercased().contains(part.lowercased()) {
          faults.append("part in a kept word")
        }
      }
    }
    return faults + keepFaults(of: line, scalars, isInside)
  }

  /// Looks for the kept words, in order, outside the secrets.
  private static func keepFaults(
    of line: Line,
    _ scalars: [Unicode.Scalar],
    _ isInside: [Bool]
  ) -> [String] {
    var position = 0
    for word in line.keep {
      let wanted = Array(word.unicodeScalars)
      var isFound = false
      while position + wanted.count <= scalars.count {
        let end = position + wanted.count
        let isBoundary =
          isEdge(scalars, position - 1, line.kind) && isEdge(scalars, end, line.kind)
        if isBoundary, Array(scalars[position..<end]) == wanted,
          !isInside[position..<end].contains(true)
        {
          isFound = true
          position = end
          break
        }
        position += 1
      }
      if !isFound { return ["kept word not found outside"] }
    }
    return []
  }

  private static func isEdge(_ scalars: [Unicode.Scalar], _ place: Int, _ kind: String) -> Bool {
    guard scalars.indices.contains(place) else { return true }
    let properties = scalars[place].properties
    if kind == "text" { return properties.isWhitespace }
    return !(scalars[place].isASCII && properties.isAlphabetic) && scalars[place] != "_"
  }

  private static func checksumFault(_ secret: Line.Secret) -> String? {
    let bare = secret.value.filter { $0.isLetter || $0.isNumber }
    switch secret.form {
    case "card", "card-spaced", "card-dashed": return isLuhn(bare) ? nil : "Luhn"
    case "iban", "iban-spaced": return isMod97(bare) ? nil : "mod 97"
    default: return nil
    }
  }

  /// Written apart from the generator's sum, with its own table.
  private static func isLuhn(_ digits: String) -> Bool {
    let doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
    var sum = 0
    var isSecond = false
    for digit in digits.utf8.reversed() {
      let value = Int(digit) - 48
      guard 0 <= value, value <= 9 else { return false }
      sum += isSecond ? doubled[value] : value
      isSecond.toggle()
    }
    return sum % 10 == 0
  }

  private static func isMod97(_ account: String) -> Bool {
    let moved = account.dropFirst(4) + account.prefix(4)
    var digits = ""
    for byte in moved.utf8 { digits += byte > 57 ? String(Int(byte) - 55) : String(Int(byte) - 48) }
    var rest = 0
    for byte in digits.utf8 { rest = (rest * 10 + Int(byte) - 48) % 97 }
    return rest == 1
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
