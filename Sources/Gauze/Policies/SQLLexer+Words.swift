/// The letters that may stand directly before a quote.
private enum Prefix {
  static let binary = ASCII.lowerB
  static let escape = ASCII.lowerE
  static let national = ASCII.lowerN
  static let delimited = ASCII.lowerQ
  static let raw = ASCII.lowerR
  static let unicode = ASCII.lowerU
  static let hexadecimal = ASCII.lowerX
}

/// Words, numbers and numbered parameters.
extension SQLLexer {
  /// The most digits that a parameter's number has: servers allow at most 65,535 of them, and a
  /// longer number is somebody's.
  private static let parameterDigits = 5

  /// The end of the word that begins at `start`; digits belong to it.
  func endOfWord(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        let belongs =
          byte.isAlphanumeric || byte == ASCII.underscore
          || byte == ASCII.dollar && traits.contains(.dollarInNames)
          || byte == ASCII.hash && traits.contains(.hashInNames)
        guard belongs else { return index }
        index += 1
      } else {
        let scalar = SQLScalar(in: text, at: index)
        guard scalar.kind != .symbol else { return index }
        index += scalar.length
      }
    }
    return index
  }

  /// The end of the number whose first digit stands at `start`.
  ///
  /// Takes what hangs on to a number: `0xFF`, `1_000`, `1.5e-10`, `10.0.0.5`, `5BD`. A name that
  /// begins with a digit is taken too. So is a `$` where it quotes nothing: of the name `a$1$$b`,
  /// which some dialect cuts at its number, nothing may be left that another takes for a quote.
  func endOfNumber(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    var isDecimal = true
    while index < text.count {
      let byte = text[index]
      if byte.isDigit || byte == ASCII.underscore {
        index += 1
      } else if byte.isLetter {
        if isDecimal, let exponent = exponent(in: text, at: index) {
          index = exponent
        } else {
          index += 1
        }
        isDecimal = false
      } else if byte == ASCII.dot {
        guard index + 1 < text.count else { return index + 1 }
        let next = text[index + 1]
        if next.isDigit {
          index += 1
        } else if next == ASCII.dot {
          return index
        } else if next.isWord {
          guard isDecimal, let exponent = exponent(in: text, at: index + 1) else { return index }
          index = exponent
          isDecimal = false
        } else {
          return index + 1
        }
      } else if byte >= 0x80 {
        let scalar = SQLScalar(in: text, at: index)
        guard scalar.kind != .symbol else { return index }
        index += scalar.length
        isDecimal = false
      } else if byte == ASCII.dollar, !traits.contains(.dollarQuotes) {
        index += 1
        isDecimal = false
      } else {
        return index
      }
    }
    return index
  }

  /// The offset of the exponent's first digit, if `E` at `index` begins one.
  private func exponent(in text: Span<UInt8>, at index: Int) -> Int? {
    guard text[index].lowercased == ASCII.lowerE, index + 1 < text.count else { return nil }
    if text[index + 1].isDigit { return index + 1 }
    guard text[index + 1] == ASCII.plus || text[index + 1] == ASCII.minus else { return nil }
    return index + 2 < text.count && text[index + 2].isDigit ? index + 2 : nil
  }

  /// The end of the numbered parameter whose sign stands at `start`, if there is one.
  ///
  /// A number that goes on, as in `$12.50`, is none.
  func endOfParameter(in text: Span<UInt8>, from start: Int) -> Int? {
    var end = start + 1
    while end < text.count, text[end].isDigit {
      end += 1
      if end - start - 1 > Self.parameterDigits { return nil }
    }
    guard end > start + 1 else { return nil }
    guard end < text.count else { return end }
    if text[end].isWord { return nil }
    if text[end] == ASCII.dot, end + 1 < text.count, text[end + 1].isDigit { return nil }
    return end
  }

  /// Whether an operand can begin at `offset`: at the start of the text, after white space, or
  /// after an operator. In `12:30` and `x[1:2]` none does behind the colon.
  func startsOperand(in text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset > 0, offset != colourEnd else { return true }
    switch text[offset - 1] {
    case ASCII.leftParenthesis, ASCII.comma, ASCII.equals, ASCII.less, ASCII.greater, ASCII.plus,
      ASCII.minus, ASCII.asterisk, ASCII.slash, ASCII.percent, ASCII.bar, ASCII.exclamation:
      return true
    case let before:
      return before.isSpace
    }
  }

  /// Whether `q` before `quote` begins a delimited string: Oracle knows it before an apostrophe only.
  private func delimits(in text: Span<UInt8>, at quote: Int) -> Bool {
    traits.contains(.delimitedStrings) && quote < text.count && text[quote] == ASCII.apostrophe
  }

  /// Where the quote should stand if the word between the offsets is a literal's prefix: directly
  /// behind it, or behind the `&` of `U&'…'`. The end of the text if it is no prefix.
  func quoteAfterPrefix(in text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    // `_utf8mb4'…'`: a character set.
    if text[start] == ASCII.underscore { return end }
    let first = text[start].lowercased
    switch end - start {
    case 1:
      switch first {
      case Prefix.binary, Prefix.escape, Prefix.national, Prefix.raw, Prefix.hexadecimal:
        return end
      case Prefix.delimited: return delimits(in: text, at: end) ? end : text.count
      case Prefix.unicode: return text[end] == ASCII.ampersand ? end + 1 : text.count
      default: return text.count
      }
    case 2:
      let second = text[start + 1].lowercased
      let isRawBinary =
        first == Prefix.raw && second == Prefix.binary
        || first == Prefix.binary && second == Prefix.raw
      let isDelimited =
        first == Prefix.national && second == Prefix.delimited
        && delimits(in: text, at: end)
      return isRawBinary || isDelimited ? end : text.count
    default:
      return text.count
    }
  }

  /// Whether the literal's prefix begins or ends with the letter that says how it escapes.
  func prefix(in text: Span<UInt8>, from start: Int, to quote: Int) -> SQLStringPrefix {
    guard start < quote, quote - start <= 2, text[start] != ASCII.underscore else { return .none }
    let first = text[start].lowercased
    let last = text[quote - 1].lowercased
    if last == Prefix.delimited { return .delimited }
    if first == Prefix.raw || last == Prefix.raw { return .raw }
    return first == Prefix.escape ? .escape : .none
  }
}

/// What the letters before a literal's quote change about its end.
enum SQLStringPrefix {
  case none
  case escape
  case raw
  case delimited
}
