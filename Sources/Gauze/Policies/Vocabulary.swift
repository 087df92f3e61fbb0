/// `vocabulary`: a text in, one of the schema's own texts out (generalization).
///
/// What comes in is compared with the words that the schema lists, byte for byte; nothing is
/// normalised. What leaves is the word, or the text that the schema gives for it: never a byte that
/// stands only in the record. A text that is no word becomes `otherwise`, or is *refused* without it:
/// that drops an optional field and rejects an event that requires it. Disclosure: which of the words
/// came in.
///
/// Parameters: `words`, an array, or an object that gives the text that leaves for each word;
/// `otherwise`; `match`, what of the text is compared: `"whole"` (the default) all of it, `"segment"`
/// what stands before the first `separator`, `"words"` the longest listed word that begins the text
/// and ends where it does or at a blank.
///
/// Not caught: a word that somebody lists and that names somebody.
package struct Vocabulary: Sendable, Equatable {
  /// The most words of one vocabulary.
  package static let mostWords = 4096

  /// What of a text is compared.
  package enum Match: Sendable, Equatable {
    case whole
    /// What stands before the first of these bytes.
    case segment(UInt8)
    /// The longest word that begins the text and ends at a blank or with it.
    case words
  }

  /// A word and the text that leaves for it.
  package struct Entry: Sendable, Equatable {
    package var word: [UInt8]
    package var text: [UInt8]

    package init(_ word: [UInt8], _ text: [UInt8]) {
      self.word = word
      self.text = text
    }
  }

  /// The words in their order.
  package let entries: [Entry]
  /// What leaves for a text that is none of them; without it such a text is refused.
  package let otherwise: [UInt8]?
  package let match: Match
  private let table: NameTable
  private let longest: Int

  /// Makes a vocabulary of words of which no two are equal.
  package init(_ entries: [Entry], otherwise: [UInt8]? = nil, match: Match = .whole) {
    self.entries = entries
    self.otherwise = otherwise
    self.match = match
    table = NameTable(entries.map { $0.word })
    longest = entries.reduce(0) { max($0, $1.word.count) }
  }

  /// Reads `{"words": ["a", "b"], "otherwise": "other", "match": "segment", "separator": "/"}`.
  package init?(_ parameters: JSONNode?, at offset: Int, _ faults: inout [SchemaFault]) {
    guard let parameters else {
      faults.append(SchemaFault(.badParameter, at: offset))
      return nil
    }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    let words = reader.take("words")
    let entries = words.map { Self.entries($0, &faults) } ?? []
    let otherwise = reader.take("otherwise").flatMap { Self.text($0, &faults) }
    let mode = reader.take("match")
    let separator = reader.take("separator")
    reader.finish(&faults, as: .badParameter)
    let match = Self.match(mode, separator, &faults)
    guard faults.count == before else { return nil }
    // A word with the separator would never be met, nor an empty one at the front of a text.
    var isMet = true
    if case .segment(let byte) = match {
      isMet = entries.allSatisfy { !$0.word.contains(byte) }
    } else if match == .words {
      isMet = entries.allSatisfy { !$0.word.isEmpty }
    }
    guard (1...Self.mostWords).contains(entries.count), isMet,
      NameTable(entries.map { $0.word }).hasNoDoubles
    else {
      faults.append(SchemaFault(.badParameter, at: words?.start ?? parameters.start))
      return nil
    }
    self.init(entries, otherwise: otherwise, match: match)
  }

  private static func entries(_ node: JSONNode, _ faults: inout [SchemaFault]) -> [Entry] {
    var entries: [Entry] = []
    if case .object(let members) = node.value {
      for member in members {
        if member.name.count > 256 {
          faults.append(SchemaFault(.badParameter, at: member.start))
        }
        if let text = text(member.node, &faults) { entries.append(Entry(member.name, text)) }
      }
    } else {
      for item in node.items(&faults, as: .badParameter) ?? [] {
        if let word = text(item, atLeast: 0, &faults) { entries.append(Entry(word, word)) }
      }
    }
    return entries
  }

  /// A text of so many to 256 bytes.
  private static func text(
    _ node: JSONNode,
    atLeast least: Int = 1,
    _ faults: inout [SchemaFault]
  ) -> [UInt8]? {
    guard let text = node.text(&faults, as: .badParameter) else { return nil }
    if (least...256).contains(text.count) { return text }
    faults.append(SchemaFault(.badParameter, at: node.start))
    return nil
  }

  private static func match(
    _ mode: JSONNode?,
    _ separator: JSONNode?,
    _ faults: inout [SchemaFault]
  ) -> Match {
    let word = mode.map { $0.text(&faults, as: .badParameter) ?? [] } ?? []
    if word.span.equals("segment") {
      guard let separator else { return .segment(ASCII.slash) }
      let text = separator.text(&faults, as: .badParameter) ?? []
      if text.count == 1, text[0] < 0x80 { return .segment(text[0]) }
      faults.append(SchemaFault(.badParameter, at: separator.start))
      return .whole
    }
    if let separator { faults.append(SchemaFault(.badParameter, at: separator.start)) }
    if word.span.equals("words") { return .words }
    if let mode, !word.span.equals("whole") {
      faults.append(SchemaFault(.badParameter, at: mode.start))
    }
    return .whole
  }

  package static func == (left: Vocabulary, right: Vocabulary) -> Bool {
    left.entries == right.entries && left.otherwise == right.otherwise && left.match == right.match
  }

  /// What can leave, each text once.
  package var texts: [[UInt8]] {
    let all = entries.map { $0.text } + [otherwise].compactMap { $0 }
    let table = NameTable(all)
    var texts: [[UInt8]] = []
    for (index, text) in all.enumerated() where table.index(of: text.span) == index {
      texts.append(text)
    }
    return texts
  }

  /// Adds, as JSON, what leaves of a text; false, and nothing added, if it is refused.
  /// Complexity: O(the longest word), or of a segment O(text).
  package func append(_ text: Span<UInt8>, to output: inout ByteBuffer) -> Bool {
    let index = index(of: text)
    guard let text = index >= 0 ? entries[index].text : otherwise else { return false }
    JSONText.write(text.span, to: &output)
    return true
  }

  /// The number of the word that a text is or begins with, or -1.
  private func index(of text: Span<UInt8>) -> Int {
    switch match {
    case .whole: return table.index(of: text)
    case .segment(let separator):
      var end = 0
      while end < text.count, text[end] != separator {
        end &+= 1
        if end > longest { return -1 }
      }
      return table.index(of: text.extracting(0..<end))
    case .words:
      // At most one look-up for each blank among so many bytes as the longest word has.
      var best = -1
      var end = 1
      while end <= text.count, end <= longest {
        if end == text.count || text[end].isSpace {
          let index = table.index(of: text.extracting(0..<end))
          if index >= 0 { best = index }
        }
        end &+= 1
      }
      return best
    }
  }
}

extension Vocabulary {
  /// Whether the text that `coarser` gives can be computed from this one: what was one text before is one
  /// text after. Complexity: O(words).
  package func refines(_ coarser: Vocabulary) -> Refinement {
    guard match == coarser.match else { return .unknown }
    let before = texts
    let after = coarser.texts
    // Of each text that leaves, the one that leaves in its place; the last place is that of nothing.
    var images = [Int](repeating: -1, count: before.count + 1)
    images[before.count] = after.count
    let own = NameTable(before)
    let other = NameTable(after)
    let words = entries.map { $0.word } + coarser.entries.map { $0.word }
    for text in words.map({ (text(of: $0), coarser.text(of: $0)) }) + [
      (otherwise, coarser.otherwise)
    ] {
      let index = text.0.map { own.index(of: $0.span) } ?? before.count
      let image = text.1.map { other.index(of: $0.span) } ?? after.count
      if images[index] >= 0, images[index] != image { return .no }
      images[index] = image
    }
    return .yes
  }

  /// What leaves of a text; nil if it is refused.
  private func text(of word: [UInt8]) -> [UInt8]? {
    let index = index(of: word.span)
    return index < 0 ? otherwise : entries[index].text
  }
}
