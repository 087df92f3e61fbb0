// The values of `Cookie` and `Set-Cookie` headers (RFC 6265 §4): names stay, every value goes, and so do
// not the attributes that say how long and where a cookie holds.
//
//     Set-Cookie: sid=abc123; Path=/; HttpOnly
//                 ^ pair      ^ attributes

extension SecretReader {
  /// Masks the values of the cookies from `start` on, to `limit` if quotes say where they end.
  mutating func cookies(
    from start: Int,
    to limit: Int?,
    _ weight: NameWeight,
    _ findings: inout [Finding]
  ) -> Int {
    var (position, isFirst) = (start, true)
    while true {
      let name = position..<cookieNameEnd(from: position, limit: limit)
      let isAttribute =
        weight == .setCookie && !isFirst
        && Self.attributes.containsFolded(text, from: name.lowerBound, to: name.upperBound)
      isFirst = false
      var end = name.upperBound
      if isAttribute {
        end = attributeEnd(from: end, limit: limit)
      } else {
        end = cookieEnd(from: end, limit: limit)
        let hasValue = self[name.upperBound] == ASCII.equals && end > name.upperBound + 1
        var value = (hasValue ? name.upperBound + 1 : name.lowerBound)..<end
        if !hasValue, self[name.upperBound] == ASCII.equals, name.count < 16 {
          value = end..<end
        }
        value = withoutQuotes(value)
        if !isHollow(value), !isPreference(name, value) {
          _ = mask(value.lowerBound, value.upperBound, &findings)
        }
      }
      guard let next = nextCookie(at: end, limit: limit, weight) else { return end }
      position = next
    }
  }

  private func isInside(_ position: Int, _ limit: Int?) -> Bool { position < limit ?? text.count }

  private func cookieNameEnd(from start: Int, limit: Int?) -> Int {
    var end = start
    while isInside(end, limit), text[end] > ASCII.space, text[end] != ASCII.semicolon,
      text[end] != ASCII.equals, limit != nil || !closesQuote(at: end)
    {
      end += 1
    }
    return end
  }

  /// Where a cookie's value ends: before `;` or white space, and before the comma behind which another
  /// cookie is set.
  private func cookieEnd(from start: Int, limit: Int?) -> Int {
    var end = start
    while isInside(end, limit), text[end] > ASCII.space, text[end] != ASCII.semicolon,
      limit != nil || !closesQuote(at: end)
    {
      // A value in quotes of its own.
      if text[end] == ASCII.quote, end > start, text[end - 1] == ASCII.equals {
        end = ownQuoteEnd(from: end, limit: limit)
        continue
      }
      end += 1
    }
    return end
  }

  private func ownQuoteEnd(from start: Int, limit: Int?) -> Int {
    var end = start + 1
    while isInside(end, limit), end - start < Self.reach, text[end] >= ASCII.space {
      if text[end] == ASCII.quote { return end + 1 }
      end += 1
    }
    return start + 1
  }

  /// Where an attribute ends: a date holds blanks and a comma.
  private func attributeEnd(from start: Int, limit: Int?) -> Int {
    guard self[start] == ASCII.equals else { return start }
    var end = start + 1
    let isDate = self[end].isLetter && self[end + 3] == ASCII.comma
    if isDate, self[end + 4] == ASCII.space, self[end + 5].isDigit { end += 5 }
    while isInside(end, limit), text[end] >= ASCII.space,
      text[end] != ASCII.semicolon, text[end] != ASCII.comma, limit != nil || !closesQuote(at: end)
    {
      guard text[end] == ASCII.space else {
        end += 1
        continue
      }
      guard isDate, self[end + 1].isAlphanumeric else { break }
      end += 1
    }
    return end
  }

  /// Where the next pair or attribute begins, if one does.
  private func nextCookie(at end: Int, limit: Int?, _ weight: NameWeight) -> Int? {
    let byte = self[end]
    guard isInside(end, limit),
      byte == ASCII.semicolon || weight == .setCookie && byte == ASCII.comma
    else { return nil }
    let next = blankEnd(from: end + 1)
    guard isInside(next, limit) else { return nil }
    let isFlag = Self.attributes.containsFolded(text, from: next, to: wordEnd(from: next))
    return isPair(at: next) || isFlag ? next : nil
  }

  private func withoutQuotes(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, text[range.lowerBound] == ASCII.quote,
      text[range.upperBound - 1] == ASCII.quote
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  /// `theme=dark`, `lang=en-GB`: what a page looks like, in letters.
  private func isPreference(_ name: Range<Int>, _ value: Range<Int>) -> Bool {
    guard value.count <= 12,
      Self.preferences.containsFolded(text, from: name.lowerBound, to: name.upperBound)
    else { return false }
    for position in value
    where !text[position].isLetter && text[position] != ASCII.minus
      && text[position] != ASCII.underscore
    {
      return false
    }
    return true
  }

  private static let preferences = WordTable(
    "theme lang language locale currency dark_mode darkmode color_scheme colorscheme mode layout"
  )
  private static let attributes = WordTable(
    "expires max-age domain path secure httponly samesite priority partitioned"
  )
}
