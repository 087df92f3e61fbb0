/// `classify`: a text in, a label out (generalization).
///
/// The labels stand in an order, each with keywords; the first label of which a keyword stands in the
/// text leaves, and `other` if none does. Letters of ASCII match in either case. A keyword that begins
/// or ends with a letter, a digit or `_` does not match inside a longer word: `401` is not in
/// `150401`. Disclosure: the label.
///
/// Parameters: the labels as members, each an array of keywords.
///
/// Not caught: that a text mentions a keyword without meaning it (`no timeout is set`).
package struct Classification: Sendable, Equatable {
  /// The most labels.
  package static let mostLabels = 64
  /// The most keywords of all labels.
  package static let mostKeywords = 512
  /// The label of a text that fits none.
  package static let none: StaticString = "other"

  /// A keyword in small letters, and the number of its label.
  private struct Keyword: Sendable, Equatable {
    var bytes: [UInt8]
    var label: Int
  }

  /// The labels in their order, then `other` if it is none of them.
  package private(set) var labels: [[UInt8]]
  /// The keywords by their first byte, those of one byte by their label.
  private var keywords: [Keyword]
  /// Where the keywords that begin with a byte begin: one entry more than bytes.
  private var starts: [Int]
  /// The number of `other`.
  private var other: Int

  package init(_ rules: [(label: [UInt8], keywords: [[UInt8]])]) {
    labels = rules.map { $0.label }
    other = labels.firstIndex(of: Self.none.bytes) ?? labels.count
    if other == labels.count { labels.append(Self.none.bytes) }
    keywords = []
    for (index, rule) in rules.enumerated() {
      for keyword in rule.keywords {
        keywords.append(Keyword(bytes: keyword.map { $0.lowercased }, label: index))
      }
    }
    keywords.sort { ($0.bytes.first ?? 0, $0.label) < ($1.bytes.first ?? 0, $1.label) }
    starts = []
    for byte in 0...256 {
      starts.append(keywords.firstIndex { Int($0.bytes.first ?? 0) >= byte } ?? keywords.count)
    }
  }

  /// Reads `{"timeout": ["timed out"], "auth": ["401", "permission"]}`.
  package init?(_ parameters: JSONNode?, at offset: Int, _ faults: inout [SchemaFault]) {
    guard let parameters, case .object(let members) = parameters.value,
      (1...Self.mostLabels).contains(members.count)
    else {
      faults.append(SchemaFault(.badParameter, at: parameters?.start ?? offset))
      return nil
    }
    let before = faults.count
    var rules: [(label: [UInt8], keywords: [[UInt8]])] = []
    var count = 0
    for member in members {
      if !(1...64).contains(member.name.count) {
        faults.append(SchemaFault(.badParameter, at: member.start))
      }
      var keywords: [[UInt8]] = []
      for node in member.node.items(&faults, as: .badParameter) ?? [] {
        guard let keyword = node.text(&faults, as: .badParameter) else { continue }
        if !(1...64).contains(keyword.count) {
          faults.append(SchemaFault(.badParameter, at: node.start))
        }
        keywords.append(keyword)
      }
      count += keywords.count
      if keywords.isEmpty || count > Self.mostKeywords {
        faults.append(SchemaFault(.badParameter, at: member.node.start))
      }
      rules.append((member.name, keywords))
    }
    guard faults.count == before else { return nil }
    self.init(rules)
  }

  /// The label of a text. Complexity: O(text) for given keywords; a text costs most where many
  /// keywords begin alike.
  package func label(of text: Span<UInt8>) -> [UInt8] {
    var best = Int.max
    var position = 0
    while position < text.count, best > 0 {
      let first = text[position].lowercased
      // A keyword that begins as words do begins where a word does.
      let isInside = first.isWord && position > 0 && text[position - 1].isWord
      if !isInside {
        var index = starts[Int(first)]
        let end = starts[Int(first) + 1]
        while index < end, keywords[index].label < best {
          if stands(keywords[index].bytes, in: text, at: position) { best = keywords[index].label }
          index += 1
        }
      }
      position += 1
    }
    return labels[best == .max ? other : best]
  }

  private func stands(_ keyword: [UInt8], in text: Span<UInt8>, at position: Int) -> Bool {
    let end = position + keyword.count
    guard end <= text.count else { return false }
    for index in keyword.indices where text[position + index].lowercased != keyword[index] {
      return false
    }
    return end == text.count || !(keyword[keyword.count - 1].isWord && text[end].isWord)
  }
}

extension Classification {
  /// Whether the label that `coarser` gives can be computed from this one: labels that follow one another
  /// became one, with all their keywords. Complexity: O(keywords²).
  package func refines(_ coarser: Classification) -> Refinement {
    let own = effective
    let others = coarser.effective
    for keyword in others where !own.contains(where: { $0.bytes == keyword.bytes }) {
      return .unknown
    }
    var images = [Int](repeating: -1, count: labels.count)
    for keyword in own {
      guard let match = others.first(where: { $0.bytes == keyword.bytes }) else { return .unknown }
      let image = images[keyword.label]
      guard image < 0 || image == match.label else { return .unknown }
      images[keyword.label] = match.label
    }
    // A text without keywords shares the label with those that have one of `other`.
    if images[other] >= 0, images[other] != coarser.other { return .unknown }
    // The first label wins on either side, so the order must have stayed.
    let ordered = images.filter { $0 >= 0 }
    return zip(ordered, ordered.dropFirst()).allSatisfy({ $0 <= $1 }) ? .yes : .unknown
  }

  /// The keywords, each at the first label that has it: the others of it never win.
  private var effective: [Keyword] {
    var list: [Keyword] = []
    // Of one first byte, they stand by their labels.
    for keyword in keywords where !list.contains(where: { $0.bytes == keyword.bytes }) {
      list.append(keyword)
    }
    return list
  }
}
