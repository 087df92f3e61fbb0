internal import Gauze

// What a schema calls a thing, and what Swift calls it:
//
//     display-name   displayName      class   `class`     none   none_
//     NOT_FOUND      notFound         1st     _1st               empty
//
// Two names that would meet are spelled out, both of them, so that no name depends on which came first:
//
//     a-b and a_b    a_u2D_b and a_u5F_b

/// A schema's names as Swift identifiers, which are of ASCII.
package enum SwiftName {
  /// What an identifier names.
  package enum Style: Sendable {
    /// Properties and cases: `displayName`.
    case member
    /// Types: `DisplayName`.
    case type
  }

  /// A name that is asked for: a schema's word and what stands behind it.
  package struct Wish: Sendable {
    var word: [UInt8]
    var suffix: String

    package init(word: [UInt8], suffix: String = "") {
      (self.word, self.suffix) = (word, suffix)
    }
  }

  /// One identifier for each wish, all different, none of them `reserved`. Each depends on its own word
  /// and on the set of the others, never on their order. Complexity: O(n log n).
  package static func identifiers(_ wishes: [Wish], _ style: Style, reserved: Set<String>)
    -> [String]
  {
    func free(_ name: String) -> String { reserved.contains(name) ? "\(name)_" : name }
    var names = wishes.map { free(usual($0.word, style) + $0.suffix) }
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    for (index, wish) in wishes.enumerated() where counts[names[index]] != 1 {
      names[index] = free(spelled(wish.word) + wish.suffix)
    }
    // Words that differ are spelled differently; only a suffix could still make two of them meet.
    var taken: Set<String> = []
    for index in names.indices {
      var name = names[index]
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(names[index])_\(number)"
        number += 1
      }
      names[index] = name
    }
    return names
  }

  /// An identifier as code writes it where it is declared or used.
  static func code(_ identifier: String) -> String {
    keywords.contains(identifier) ? "`\(identifier)`" : identifier
  }

  // MARK: - Spelling

  /// The words of a name put together as Swift does; what has no letter and no digit is spelled out.
  static func usual(_ word: [UInt8], _ style: Style) -> String {
    // Nothing of a scalar beyond ASCII would be left, so all of it is spelled.
    guard word.allSatisfy({ $0 < 0x80 }) else { return spelled(word) }
    if word.isEmpty { return style == .type ? "Empty" : "empty" }
    let hasLower = word.contains { $0.isLowercase }
    var result = ""
    for part in word.split(whereSeparator: { !$0.isAlphanumeric }) {
      let bytes = hasLower ? Array(part) : part.map { $0.lowercased }
      let isFirst = result.isEmpty
      result += isFirst && style == .member ? lowered(bytes) : raised(bytes)
    }
    if result.isEmpty { return spelled(word) }
    let startsWithDigit = result.utf8.first.map { $0.isDigit } ?? false
    return startsWithDigit ? "_\(result)" : result
  }

  /// `URLPath` as `urlPath`: of several capitals the last belongs to the next word.
  private static func lowered(_ bytes: [UInt8]) -> String {
    let capitals = bytes.prefix { $0.isUppercase }.count
    let endsThere = capitals == bytes.count || !bytes[capitals].isLowercase
    let count = capitals > 1 && !endsThere ? capitals - 1 : capitals
    return text(bytes.prefix(count).map { $0.lowercased } + bytes.dropFirst(count))
  }

  private static func raised(_ bytes: [UInt8]) -> String {
    guard let first = bytes.first, first.isLowercase else { return text(bytes) }
    return text([first ^ 0x20] + bytes.dropFirst())
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The name with every scalar but letters and digits of ASCII as `_u2D_`: no two words give the same.
  static func spelled(_ word: [UInt8]) -> String {
    if word.isEmpty { return "_empty" }
    var result = ""
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      let byte = scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0
      let stays = byte.isAlphanumeric && !(result.isEmpty && byte.isDigit)
      if stays {
        result.unicodeScalars.append(scalar)
      } else {
        result += "_u\(String(scalar.value, radix: 16, uppercase: true))_"
      }
    }
    return result
  }

  // MARK: - Words that are taken

  /// What a declaration may be called only between backticks.
  private static let keywords: Set<String> = [
    "associatedtype", "as", "async", "await", "borrowing", "break", "case", "catch", "class",
    "consuming", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
    "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "inout",
    "internal", "is", "let", "nil", "open", "operator", "precedencegroup", "private", "protocol",
    "public", "repeat", "rethrows", "return", "static", "struct", "subscript", "super", "switch",
    "throw", "throws", "true", "try", "typealias", "var", "where", "while", "Any",
  ]

  /// What a property cannot be called, or what the code beside it uses.
  package static let reservedMembers: Set<String> = [
    "self", "Self", "init", "Type", "Protocol", "record", "write",
  ]

  /// What a case cannot be called: an optional has `none` and `some` of its own.
  package static let reservedCases: Set<String> = reservedMembers.union([
    "none", "some", "allCases", "AllCases", "rawValue", "RawValue", "hashValue", "otherwise",
    "text",
  ])

  /// What a type cannot be called, or what the code within it means otherwise.
  package static let reservedTypes: Set<String> = [
    "Self", "Type", "Protocol", "Any", "Swift", "String", "Int", "Double", "Bool", "UInt8",
    "Optional", "Array", "Dictionary", "Sendable", "Equatable", "Hashable", "CaseIterable",
    "RawRepresentable", "RawValue", "AllCases", "Common", "Event", "JSON", "RecordKey",
    "RecordValue", "RecordWriter", "schema",
  ]
}
