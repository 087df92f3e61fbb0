import Gauze

/// Where a text is cut, spelt out with scalars.
enum NaiveCut {
  /// What a reader would do: take `limit` scalars, then go back over a placeholder that is split.
  static func cut(_ text: [UInt8], limit: Int) -> [UInt8] {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    guard scalars.count > limit else { return text }
    let words = Placeholder.allCases.map { Array($0.text.text.unicodeScalars) }
    var cut = limit
    for start in 0..<limit {
      for word in words where start + word.count > limit && start + word.count <= scalars.count {
        if Array(scalars[start..<start + word.count]) == word { cut = min(cut, start) }
      }
    }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars[..<cut])
    return Array(String(kept).utf8)
  }
}
