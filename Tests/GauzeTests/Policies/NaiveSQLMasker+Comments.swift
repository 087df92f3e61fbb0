/// Quoted names and comments, as the naive masker reads them.
extension NaiveSQLMasker {
  func quotedName(_ index: Int, _ past: History) -> Piece? {
    var end: Int?
    if has("\"", at: index), !rules.contains("str\"") {
      end = quotedEndIfAny(index + 1, "\"", rules.contains("\\\""), doubles: true)
    } else if has("`", at: index), rules.contains("``") {
      end = quotedEndIfAny(index + 1, "`", rules.contains("\\`"), doubles: true)
    } else if has("[", at: index), rules.contains("[]") {
      end = quotedEndIfAny(index + 1, "]", false, doubles: rules.contains("]]"))
    } else {
      return nil
    }
    guard let end else { return Piece(from: index, to: text.count, kind: "L") }
    let isString = past.isInTemplate && has("\"", at: index)
    let stays = keepsNames && !isString && !past.awaits && isPlain(index + 1..<end - 1)
    return Piece(from: index, to: end, kind: stays ? "N" : "L")
  }

  func comment(_ index: Int) -> Piece? {
    if has("--", at: index), rules.contains("--") {
      let after = (index...).first { !has("-", at: $0) } ?? index
      if endsDashes(after) {
        return Piece(from: index, to: lineEnd(index), kind: "C")
      }
      // Dashes go with a comment that is glued to them.
      guard var piece = comment(after) else { return nil }
      piece.from = index
      return piece
    }
    if has("--", at: index) {
      var end = lineEnd(index)
      while rules.contains("cont"), has("\n", at: end), has("\\", at: end - 1) {
        end = lineEnd(end + 1)
      }
      return Piece(from: index, to: end, kind: "C")
    }
    if has("#", at: index) && rules.contains("#") || has("//", at: index) && rules.contains("//") {
      return Piece(from: index, to: lineEnd(index), kind: "C")
    }
    guard has("/*", at: index) else { return nil }
    let isRun = rules.contains("exec") && (has("/*!", at: index) || has("/*M!", at: index))
    guard let end = isRun ? runEnd(index + 2) : blockEnd(index + 2) else {
      return Piece(from: index, to: text.count, kind: "L")
    }
    return Piece(from: index, to: end, kind: "C")
  }

  func endsDashes(_ index: Int) -> Bool {
    index >= text.count || at(index).value <= 0x20 || at(index).value == 0x7F
  }

  func lineEnd(_ index: Int) -> Int {
    let feed = find("\n", from: index) ?? text.count
    guard rules.contains("cr") else { return feed }
    return min(feed, find("\r", from: index) ?? text.count)
  }

  func blockEnd(_ inside: Int) -> Int? {
    guard let close = find("*/", from: inside) else { return nil }
    if rules.contains("nest"), let open = find("/*", from: inside), open < close {
      guard let inner = blockEnd(open + 2) else { return nil }
      return blockEnd(inner)
    }
    return close + 2
  }

  func runEnd(_ inside: Int) -> Int? {
    var index = inside
    while index < text.count {
      if has("*/", at: index) { return index + 2 }
      if has("/*", at: index) {
        guard let end = blockEnd(index + 2) else { return nil }
        index = end
      } else if has("#", at: index) {
        index = lineEnd(index)
      } else if has("'", at: index) || has("\"", at: index) {
        let mark = has("'", at: index) ? "'" : "\""
        index = unlessItGoesOn(quotedEnd(index + 1, mark, true, doubles: true), mark)
      } else if has("`", at: index) {
        guard let end = quotedEndIfAny(index + 1, "`", false, doubles: true) else { return nil }
        index = end
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Whether a quoted name says nothing but words, as its characters tell one by one.
  func isPlain(_ inside: Range<Int>) -> Bool {
    let name = String(String.UnicodeScalarView(text[inside]))
    guard name.utf8.count <= 128 else { return false }
    let blanks: Set<Unicode.Scalar> = Set(" .-/$#%&()".unicodeScalars)
    guard inside.allSatisfy({ isLetter($0) || isDecimal($0) || blanks.contains(at($0)) }) else {
      return false
    }
    let words = text[inside].split { blanks.contains($0) }
    return words.reduce(0) { sum, word in
      sum + word.prefix { ("0"..."9").contains($0) }.count
    } <= 4
  }
}
