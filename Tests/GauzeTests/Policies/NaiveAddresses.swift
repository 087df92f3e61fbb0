/// The extents of addresses, spelt out with strings, for texts of small letters, digits and `. - + _`.
enum NaiveAddresses {
  static func ranges(in text: String) -> [Range<Int>] {
    let letters = Array(text)
    var ranges: [Range<Int>] = []
    for at in letters.indices where letters[at] == "@" {
      let floor = ranges.last?.upperBound ?? 0
      guard at >= floor, let end = domainEnd(letters, at + 1) else { continue }
      var start = at
      while start > floor, isWord(letters[start - 1]) || ".-+".contains(letters[start - 1]) {
        start -= 1
      }
      while start < at, ".-+".contains(letters[start]) { start += 1 }
      guard start < at else { continue }
      var last = end
      while last < letters.count, letters[last] == "@", let further = domainEnd(letters, last + 1) {
        last = further
      }
      ranges.append(start..<last)
    }
    return ranges
  }

  private static func isWord(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || letter == "_"
  }

  private static func domainEnd(_ letters: [Character], _ start: Int) -> Int? {
    var labels: [String] = []
    var end = start
    var position = start
    while position < letters.count, isWord(letters[position]) {
      var label = String(letters[position...].prefix { isWord($0) || $0 == "-" })
      let whole = label.count
      while label.hasSuffix("-") { label.removeLast() }
      labels.append(label)
      end = position + label.count
      guard label.count == whole, end < letters.count, letters[end] == "." else { break }
      position = end + 1
    }
    return labels.isEmpty || isVersion(labels) ? nil : end
  }

  private static func isVersion(_ labels: [String]) -> Bool {
    let rest = labels.dropFirst()
    let counted = rest.filter { $0 == "x" || $0.first?.isNumber == true }.count
    let isQuad = labels.count == 4 && labels.allSatisfy { (Int($0) ?? 256) < 256 }
    if isQuad { return false }
    let first = labels[0]
    if first.allSatisfy(\.isNumber) { return labels.count == 1 || counted > 0 }
    if first.first?.isNumber == true {
      return labels.count == 1 || labels.count == 2 && first.count == 2 && first.hasSuffix("x")
    }
    guard first.first == "v", first.dropFirst().first?.isNumber == true else { return false }
    return counted == rest.count
  }
}
