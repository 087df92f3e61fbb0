/// Values without quotes in reports, and colours, as the naive masker reads them.
extension NaiveSQLMasker {
  // MARK: Colours

  func colourEnd(_ index: Int) -> Int? {
    guard has("\u{1B}", at: index) else { return nil }
    guard has("\u{1B}[", at: index) else { return index + 1 }
    let sequence = text[(index + 2)...].prefix { isDecimal($0) || $0 == ";" }
    let numbers = sequence.split(separator: ";")
    guard numbers.allSatisfy({ $0.count <= 3 }), sequence.count <= 23 else { return index + 1 }
    let end = index + 2 + sequence.count
    guard end < text.count else { return end }
    let isLetter = at(end).isASCII && at(end).properties.isAlphabetic
    return isLetter && sequence.count <= 22 ? end + 1 : index + 1
  }

  private func isDecimal(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  func followsColour(_ index: Int) -> Bool {
    (max(0, index - 30)..<index).contains { $0 + 2 < index && colourEnd($0) == index }
  }

  // MARK: Reports

  /// Whether only blanks and comments stand between what was said and `index`.
  private func said(_ words: String, before index: Int, _ past: History) -> Bool {
    guard past.said.words == words else { return false }
    var end = past.said.end
    while end < index {
      if let after = past.comments[end] {
        end = after
      } else if Self.isSpace(at(end)) {
        end += 1
      } else {
        return false
      }
    }
    return end == index
  }

  func report(_ range: Range<Int>, _ past: inout History) -> Step {
    let word = string(range).lowercased()
    var words = ""
    switch word {
    case "key", "row", "binding", "extracted": words = word
    case "value" where said("key", before: range.lowerBound, past): words = "key value"
    case "value" where said("extracted", before: range.lowerBound, past): past.awaitsBound = true
    case "is" where said("key value", before: range.lowerBound, past): words = "key value is"
    case "contains" where said("row", before: range.lowerBound, past): words = "row contains"
    case "parameter" where said("binding", before: range.lowerBound, past): past.awaitsBound = true
    default: break
    }
    if past.awaitsBound, !words.isEmpty || word == "value" || word == "parameter" {
      past.seesLines = true
    }
    past.said = (words, range.upperBound)
    let isTold = ["Parameters", "Row"].contains(string(range))
    guard isTold, has(":", at: range.upperBound), !has("::", at: range.upperBound) else {
      return .pass(range.upperBound)
    }
    past.seesLines = true
    let start = range.upperBound + 1
    return data(start, find("\n", from: start) ?? text.count, unless: "\u{10FFFF}")
  }

  func reported(_ index: Int, _ past: inout History) -> Step? {
    if has("-", at: index), !has("--", at: index) {
      past.said = (past.awaitsBound ? "-" : "", index + 1)
      return nil
    }
    if has("[", at: index), said("-", before: index, past) {
      past.said.words = ""
      let ends = ["]\n", "]\r"].compactMap { find($0, from: index).map { $0 + 1 } }
      return .take(Piece(from: index, to: ends.min() ?? text.count, kind: "L"))
    }
    if has("(", at: index) {
      let isRow =
        said("key value is", before: index, past) || said("row contains", before: index, past)
      if said("key", before: index, past) {
        past.depth = 1
      } else if !isRow, let depth = past.depth {
        past.depth = depth + 1
      }
      past.said.words = ""
      return isRow ? values(index + 1, &past) : nil
    }
    guard has(")", at: index), let depth = past.depth else { return nil }
    past.depth = depth == 1 ? nil : depth - 1
    return depth == 1 && has(")=(", at: index) ? values(index + 3, &past) : nil
  }

  private func values(_ start: Int, _ past: inout History) -> Step {
    let tails = [
      " already exists", " conflicts with", " is not present", " is still referenced",
      " is duplicated",
    ]
    var end = start
    var depth = 1
    while end < text.count {
      if has("(", at: end) { depth += 1 }
      if has(")", at: end) {
        depth -= 1
        let rest = string(end + 1..<text.count)
        if tails.contains(where: { rest.hasPrefix($0) || $0.hasPrefix(rest) }) { break }
        let isEnd =
          rest.isEmpty || has("\n", at: end + 1) || has("\r\n", at: end + 1)
          || has("\r", at: end + 1) && end + 2 == text.count
          || has(".", at: end + 1) && (end + 2 == text.count || Self.isSpace(at(end + 2)))
        if depth <= 0, isEnd { break }
      }
      end += 1
    }
    if has("\n", at: end + 1) || has("\r", at: end + 1) { past.seesLines = true }
    let placeholders = ["path", "email", "secret", "host", "ip", "id", "url", "redacted"]
    if placeholders.contains(where: { "<\($0)>" == string(start..<end).lowercased() }) {
      return .pass(end)
    }
    let filled = (start..<end).filter { !Self.isSpace(at($0)) }
    guard let first = filled.first else { return .pass(end) }
    if string(first..<end) == "?" { return .pass(end) }
    return .take(Piece(from: first, to: end, kind: "L"))
  }
}
