// What stands in the place of a secret: where it ends, and whether it is one.

extension SecretReader {
  /// Whether the value at `range` is harmless: nothing, a mask, a reference, a placeholder, or, as
  /// `rule` allows, prose.
  func isHarmless(_ range: Range<Int>, of weight: NameWeight, _ rule: ProseRule) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    if isHollow(range) || isNothing(range) { return true }
    if rule == .prose, isFault(range) { return true }
    switch weight {
    case .none: return true
    case .faint:
      return rule == .quoted ? !isTokenLike(range, least: 4) : !isTokenLike(range, least: 6)
    case .key: return !isTokenLike(range, least: 16) && !hasKeyPrefix(range)
    case .number: if !isCode(range) { return true }
    case .weak:
      if rule == .prose, isLetters(range), self[end] == ASCII.space,
        self[end + 1].isLetter || self[end + 1] == ASCII.less
      {
        return true
      }
      if end - start < 4, isDigits(range) { return true }
    case .strong, .phrase, .authorization, .cookie, .setCookie: break
    }
    return rule != .none && isProse(range, rule, isPhrase: weight == .phrase)
  }

  /// Whether the value is the name of an exception or of an error: `secrets: AccessDeniedException`.
  private func isFault(_ range: Range<Int>) -> Bool {
    guard isLetters(range), text[range.lowerBound].isUppercase else { return false }
    let end = range.upperBound
    return range.count > 9 && stands("Exception", at: end - 9)
      || range.count > 5 && stands("Error", at: end - 5)
  }

  // MARK: Values that hold nothing

  /// Whether the value at `range` is empty, a placeholder, a mask or a reference.
  func isHollow(_ range: Range<Int>) -> Bool {
    range.isEmpty || isPlaceholders(range) || isMask(range) || isReference(range)
  }

  /// Placeholders with nothing but blanks and escaped line ends around them.
  private func isPlaceholders(_ range: Range<Int>) -> Bool {
    var (position, hasSome) = (range.lowerBound, false)
    while position < range.upperBound {
      let length = placeholderLength(at: position)
      if length > 0 {
        position += length
        hasSome = true
      } else if text[position] <= ASCII.space {
        position += 1
      } else if text[position] == ASCII.backslash,
        self[position + 1] == ASCII.lowerN || self[position + 1] == ASCII.lowerR
      {
        position += 2
      } else {
        return false
      }
    }
    return hasSome && position == range.upperBound
  }

  /// `****`, `xxxx`, `…`, `••••`, `[REDACTED]`, or a sign or two.
  private func isMask(_ range: Range<Int>) -> Bool {
    var (hasOther, hasSign) = (false, false)
    for position in range {
      switch text[position] {
      case ASCII.asterisk, ASCII.dot, ASCII.minus, ASCII.underscore, ASCII.hash, ASCII.question,
        ASCII.lowerX, ASCII.upperX:
        hasSign = true
      // `•` and `…`, `●`, `█`: U+2022, U+2026, U+25CF, U+2588.
      case 0xE2, 0x80, 0xA2, 0xA6, 0x97, 0x8F, 0x96, 0x88: hasSign = true
      default: hasOther = true
      }
    }
    if !hasOther { return hasSign }
    guard range.count <= 3 else { return false }
    for position in range where text[position].isWord { return false }
    return true
  }

  /// `$NAME`, `${…}`, `$(…)`, `{{…}}`, `{name}`, `%s`, `%(name)s`, `%NAME%`, `?`, `$1`, `:name`,
  /// `<name>`, `[name]`.
  private func isReference(_ range: Range<Int>) -> Bool {
    let (first, last) = (text[range.lowerBound], text[range.upperBound - 1])
    let second = self[range.lowerBound + 1]
    let inner = range.lowerBound + 1..<max(range.upperBound - 1, range.lowerBound + 1)
    switch first {
    case ASCII.dollar:
      if second == ASCII.leftBrace, last == ASCII.rightBrace { return isReferenceName(inner) }
      if second == ASCII.leftBrace || second == ASCII.leftParenthesis {
        return range.count <= 64 && (last == ASCII.rightBrace || last == ASCII.rightParenthesis)
      }
      return isVariable(range.lowerBound + 1..<range.upperBound)
    case ASCII.leftBrace:
      // `{name}`, and not `PWD={J4Cztlj2v};`, as ODBC quotes a value.
      return last == ASCII.rightBrace
        && (isReferenceName(inner) && !isRandom(inner) || isTemplate(range))
    case ASCII.less, ASCII.leftBracket: return isBracketed(range, by: last)
    case ASCII.percent:
      if last == ASCII.percent, range.count > 2 { return isVariable(inner) }
      if second == ASCII.leftParenthesis {
        return range.count <= 32 && self[range.upperBound - 2] == ASCII.rightParenthesis
      }
      return range.count == 2 && second.isLetter
    case ASCII.colon: return range.count > 1 && isSmallName(range.lowerBound + 1..<range.upperBound)
    default: return isCall(range)
    }
  }

  /// `<password>`, `<your token>`, `[REDACTED]`: letters in brackets.
  private func isBracketed(_ range: Range<Int>, by last: UInt8) -> Bool {
    let isClosed =
      text[range.lowerBound] == ASCII.less
      ? last == ASCII.greater : last == ASCII.rightBracket
    guard isClosed, 3...64 ~= range.count else { return false }
    for position in range.lowerBound + 1..<range.upperBound - 1 {
      let byte = text[position]
      guard
        byte.isLetter || byte == ASCII.space || byte == ASCII.minus || byte == ASCII.underscore
          || byte == ASCII.colon
      else { return false }
    }
    return true
  }

  /// Whether a name of at least eight bytes is none: letters in both cases and digits, joined by nothing.
  private func isRandom(_ range: Range<Int>) -> Bool {
    var (hasSmall, hasCapital, hasDigit) = (false, false, false)
    for position in range {
      let byte = text[position]
      guard byte.isAlphanumeric else { return false }
      if byte.isDigit {
        hasDigit = true
      } else if byte.isUppercase {
        hasCapital = true
      } else {
        hasSmall = true
      }
    }
    return range.count >= 8 && hasSmall && hasCapital && hasDigit
  }

  /// A name in braces: letters, digits and what joins names.
  private func isReferenceName(_ range: Range<Int>) -> Bool {
    guard range.count <= 64 else { return false }
    for position in range {
      let byte = text[position]
      guard
        SensitiveName.isByte(byte) || byte == ASCII.space || byte == ASCII.leftBrace
          || byte == ASCII.rightBrace || byte == ASCII.colon || byte == ASCII.bar
          || byte == ASCII.question || byte == ASCII.exclamation
      else { return false }
    }
    return true
  }

  /// `{{ env_var('NAME') }}`: one call with a name, which has no value to fall back on.
  private func isTemplate(_ range: Range<Int>) -> Bool {
    guard range.count <= 64, self[range.lowerBound + 1] == ASCII.leftBrace else { return false }
    for position in range {
      let byte = text[position]
      guard
        SensitiveName.isByte(byte) || byte == ASCII.space || byte == ASCII.leftBrace
          || byte == ASCII.rightBrace || byte == ASCII.leftParenthesis
          || byte == ASCII.rightParenthesis || byte == ASCII.apostrophe || byte == ASCII.quote
      else { return false }
    }
    return true
  }

  /// `NAME` or digits alone, behind `$`.
  private func isVariable(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    if isDigits(range) { return range.count <= 2 }
    for position in range {
      let byte = text[position]
      guard byte.isUppercase || byte == ASCII.underscore || byte.isDigit else { return false }
    }
    return text[range.lowerBound].isUppercase
  }

  private func isSmallName(_ range: Range<Int>) -> Bool {
    for position in range where !text[position].isLowercase && text[position] != ASCII.underscore {
      return false
    }
    return true
  }

  /// `name()` and `module.name()`, a call without arguments, or a type as `Optional[str]`.
  private func isCall(_ range: Range<Int>) -> Bool {
    if text[range.lowerBound].isUppercase, text[range.upperBound - 1] == ASCII.rightBracket {
      return isType(range)
    }
    guard 5...64 ~= range.count, text[range.upperBound - 1] == ASCII.rightParenthesis,
      text[range.upperBound - 2] == ASCII.leftParenthesis
    else { return false }
    for position in range.lowerBound..<range.upperBound - 2 {
      let byte = text[position]
      guard byte.isLetter || byte == ASCII.dot || byte == ASCII.underscore else { return false }
    }
    return true
  }

  private func isType(_ range: Range<Int>) -> Bool {
    var hasBracket = false
    for position in range {
      let byte = text[position]
      if byte == ASCII.leftBracket { hasBracket = true }
      guard
        byte.isLetter || byte == ASCII.dot || byte == ASCII.comma || byte == ASCII.leftBracket
          || byte == ASCII.rightBracket
      else { return false }
    }
    return hasBracket
  }

  /// A word that stands for no value, perhaps behind a few quotes or before a stop.
  private func isNothing(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, isStop(text[end - 1]) { end -= 1 }
    return Prose.nothing.containsFolded(text, from: range.lowerBound, to: end)
      || Prose.metavariables.contains(text, from: range.lowerBound, to: end)
  }

  // MARK: Values that look like tokens

  /// At least `least` bytes with a letter and a digit, or eight digits, or a colon between words, and
  /// nothing that tokens do not hold.
  private func isTokenLike(_ range: Range<Int>, least: Int) -> Bool {
    guard range.count >= least else { return false }
    var (digits, letters) = (0, 0)
    for position in range.lowerBound..<min(range.upperBound, range.lowerBound + Self.reach) {
      let byte = text[position]
      if byte.isDigit { digits += 1 } else if byte.isLetter { letters += 1 }
      if byte == ASCII.leftParenthesis || byte == ASCII.leftBracket || byte == ASCII.space {
        return false
      }
    }
    return digits > 0 && letters > 0 || digits >= 8
  }

  /// `sk-…`, `sk_…` and the like, of any length.
  private func hasKeyPrefix(_ range: Range<Int>) -> Bool {
    range.count >= 5 && (stands("sk-", at: range.lowerBound) || stands("sk_", at: range.lowerBound))
  }

  /// Three to twelve digits, perhaps with blanks or hyphens, or a token.
  private func isCode(_ range: Range<Int>) -> Bool {
    var digits = 0
    for position in range {
      let byte = text[position]
      if byte.isDigit { digits += 1 } else if byte == ASCII.dot { return false }
    }
    return digits >= 3 && range.count <= 64
  }

  func isLetters(_ range: Range<Int>) -> Bool {
    for position in range where !text[position].isLetter { return false }
    return true
  }

  func isDigits(_ range: Range<Int>) -> Bool {
    for position in range where !text[position].isDigit { return false }
    return true
  }

  private func isStop(_ byte: UInt8) -> Bool {
    byte == ASCII.dot || byte == ASCII.exclamation || byte == ASCII.comma || byte == ASCII.colon
      || byte == ASCII.semicolon || byte == ASCII.question
  }

  // MARK: Prose

  /// Whether the words from the start of `range` on are a message: one of the first eight is a
  /// predicate, all before it are words of prose, and none looks like a token.
  private func isProse(_ range: Range<Int>, _ rule: ProseRule, isPhrase: Bool) -> Bool {
    let limit = rule == .quoted ? range.upperBound : min(text.count, range.lowerBound + Self.reach)
    guard limit - range.lowerBound <= 2 * Self.reach else { return false }
    var (position, words, hasPredicate, hasToken) = (range.lowerBound, 0, false, false)
    while position < limit, words < 8, text[position] != ASCII.lineFeed {
      var end = position
      while end < limit, text[end] > ASCII.space, !closesQuote(at: end) { end += 1 }
      // Behind a sentence the next field may begin: `password: must not be empty; a=b`.
      if hasPredicate, text[position - 1] == ASCII.space, text[position - 2] == ASCII.semicolon {
        break
      }
      let kind = wordKind(position..<end, rule)
      if words == 0, kind == .other { return false }
      if isPhrase, words == 0, kind != .predicate { return false }
      if kind == .predicate { hasPredicate = true }
      if kind == .token { hasToken = true }
      words += 1
      guard end < limit, text[end] <= ASCII.space else { break }
      position = end + 1
    }
    // A sentence goes to the end of its quotes; what follows running text stands for itself.
    return hasPredicate && !hasToken
  }

  private enum WordKind { case predicate, opener, token, other }

  private func wordKind(_ range: Range<Int>, _ rule: ProseRule) -> WordKind {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] == ASCII.leftParenthesis { start += 1 }
    while end > start, isStop(text[end - 1]) || text[end - 1] == ASCII.rightParenthesis { end -= 1 }
    if Prose.predicates.containsFolded(text, from: start, to: end) { return .predicate }
    if rule == .option, Prose.optionNouns.containsFolded(text, from: start, to: end) {
      return .predicate
    }
    if Prose.openers.containsFolded(text, from: start, to: end) {
      return rule == .option && end - start <= 4 ? .predicate : .opener
    }
    if isTokenLike(start..<end, least: 5),
      !Prose.technical.containsFolded(text, from: start, to: end), !isUnit(start..<end)
    {
      return .token
    }
    return .other
  }

  /// A number before its unit (`128-bit`, `15min`).
  private func isUnit(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound, text[position].isDigit { position += 1 }
    guard 1...4 ~= position - range.lowerBound else { return false }
    if text[position] == ASCII.minus { position += 1 }
    return isLetters(position..<range.upperBound)
  }
}
