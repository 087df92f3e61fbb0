internal import Gauze

extension Span where Element == UInt8 {
  /// Whether `word` stands at `position`.
  func has(_ word: StaticString, at position: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    return position >= 0 && position + length <= count
      && extracting(position..<position + length).equals(word)
  }

  /// Whether a word that `capitals` spells stands at `position`, in any case.
  func hasInAnyCase(_ capitals: StaticString, at position: Int) -> Bool {
    let length = capitals.utf8CodeUnitCount
    guard position >= 0, position + length <= count else { return false }
    return capitals.withUTF8Buffer { word in
      for index in 0..<length where self[position + index].lowercased != word[index].lowercased {
        return false
      }
      return true
    }
  }
}
