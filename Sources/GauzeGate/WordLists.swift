internal import Gauze

/// Lists of words as a page tells them: short ones where they stand, long ones once, at its end.
struct WordLists {
  /// How many words stand in a sentence at most.
  static let mostInPlace = 20

  /// The long lists, in the order in which the page comes to them.
  private(set) var long: [[String]] = []
  private let anchors: Anchors
  private var places: [[UInt8]: Int] = [:]

  init(_ anchors: Anchors) { self.anchors = anchors }

  /// The words with commas between, or a link to their list.
  mutating func list(_ words: [[UInt8]]) -> String { list(words.map(MarkdownText.code)) }

  /// "one of …", or "always …" if there is only one.
  mutating func choice(_ words: [[UInt8]]) -> String { choice(words.map(MarkdownText.code)) }

  /// The same for the words of a field, which may be numbers, Booleans or null.
  mutating func choice(_ choices: [Choice]) -> String { choice(Self.code(choices)) }

  private mutating func choice(_ words: [String]) -> String {
    words.count == 1 ? "always \(words[0])" : "one of \(list(words))"
  }

  private mutating func list(_ words: [String]) -> String {
    guard words.count > Self.mostInPlace else { return words.joined(separator: ", ") }
    let key = Array(words.joined(separator: ",").utf8)
    let place = places[key] ?? long.count
    if place == long.count {
      long.append(words)
      places[key] = place
    }
    return "[\(words.count) words](#\(anchors.list(place)))"
  }

  /// The words of a field; texts stand in quotes where other values stand beside them.
  static func code(_ choices: [Choice]) -> [String] {
    let isMixed = choices.contains { if case .number = $0 { true } else { false } }
    return choices.map { choice in
      switch choice {
      case .text(let text):
        MarkdownText.code(isMixed ? [ASCII.quote] + text + [ASCII.quote] : text)
      case .number(let number): MarkdownText.code(Array(NumberWords.spelling(number).utf8))
      case .boolean(let value): value ? "yes" : "no"
      case .null: "null"
      }
    }
  }
}

/// The places of a page that links lead to: named by the schema, so that one page may tell of several.
struct Anchors {
  private let prefix: String

  init(_ schema: Schema) { prefix = Self.word(schema.name) }

  /// A section of the page.
  func section(_ name: String) -> String { "\(prefix)-\(name)" }

  /// An event: by its place too if its name has what an anchor has not, for then two names may have
  /// one word. No word has a dot.
  func event(_ name: [UInt8], _ place: Int) -> String {
    let word = Self.word(name)
    let isExact = word.utf8.elementsEqual(name)
    return "\(prefix)-event-\(word)\(isExact ? "" : ".\(place + 1)")"
  }

  /// A list of words.
  func list(_ place: Int) -> String { "\(prefix)-words-\(place + 1)" }

  private static func word(_ name: [UInt8]) -> String {
    let bytes = name.map { $0.isASCIIWord || $0 == ASCII.minus ? $0 : ASCII.minus }
    return String(decoding: bytes, as: UTF8.self)
  }
}
