/// The bytes that path grammars speak of: what can begin a path, what parts one from its
/// surroundings, and what separates its components.
enum PathGrammar {
  /// The first position from `start` on where a path may show itself, or the end of the text: a
  /// separator, a percent-encoded one, a colon after a drive or a scheme, or the tilde of a home.
  static func nextTrigger(in text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count {
      switch text[position] {
      case ASCII.slash, ASCII.backslash:
        return position
      case ASCII.colon:
        if isColonTrigger(in: text, at: position) { return position }
      case ASCII.percent:
        if encodedSeparatorLength(in: text, at: position) > 0 { return position }
      case ASCII.tilde:
        if isTildeTrigger(in: text, at: position) { return position }
      default:
        break
      }
      position += 1
    }
    return text.count
  }

  /// A tilde that begins a word and stands before a name.
  private static func isTildeTrigger(in text: Span<UInt8>, at position: Int) -> Bool {
    guard position + 1 < text.count else { return false }
    let next = text[position + 1]
    guard next.isLetter || next >= 0x80 || next == ASCII.underscore else { return false }
    return position == 0 || isBoundary(text[position - 1])
  }

  /// A colon before a separator, or one between a capital letter and a name (`C:pay.sql`).
  private static func isColonTrigger(in text: Span<UInt8>, at position: Int) -> Bool {
    guard position > 0, position + 1 < text.count else { return false }
    let next = text[position + 1]
    if next == ASCII.slash || next == ASCII.backslash { return true }
    guard next.isWord, text[position - 1].isUppercase else { return false }
    return position < 2 || !text[position - 2].isASCIIWord
  }

  /// The length of a percent-encoded separator at `position`, encoded once (`%2F`, `%5C`) or more
  /// often (`%252F`), or 0.
  static func encodedSeparatorLength(in text: Span<UInt8>, at position: Int) -> Int {
    let digits = encodedLength(in: text, at: position)
    guard digits > 0 else { return 0 }
    let high = text[position + digits - 2]
    let low = text[position + digits - 1] | 0x20
    let isSlash = high == ASCII.two && low == ASCII.lowerF
    let isBackslash = high == ASCII.five && low == ASCII.lowerC
    return isSlash || isBackslash ? digits : 0
  }

  /// The length of a percent-encoded colon at `position`, or 0.
  static func encodedColonLength(in text: Span<UInt8>, at position: Int) -> Int {
    let digits = encodedLength(in: text, at: position)
    guard digits > 0, text[position + digits - 2] == ASCII.three else { return 0 }
    return text[position + digits - 1] | 0x20 == ASCII.lowerA ? digits : 0
  }

  /// The length of `%`, at most three `25`, and two digits.
  private static func encodedLength(in text: Span<UInt8>, at position: Int) -> Int {
    guard position >= 0, position + 2 < text.count, text[position] == ASCII.percent else {
      return 0
    }
    var length = 1
    while length <= 5, position + length + 3 < text.count, text[position + length] == ASCII.two,
      text[position + length + 1] == ASCII.five
    {
      length += 2
    }
    guard position + length + 1 < text.count, text[position + length].isHexDigit,
      text[position + length + 1].isHexDigit
    else { return 0 }
    return length + 2
  }

  /// Whether the byte at `position` ends what stands before it for every grammar here: the text's
  /// edge, a blank, a quote, a bracket or a separator of lists.
  static func closes(_ text: Span<UInt8>, at position: Int) -> Bool {
    guard position < text.count else { return true }
    return isBoundary(text[position]) || Typography.pathBreak(in: text, at: position) > 0
  }

  /// The ASCII bytes after which a path may start.
  static func isBoundary(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.quote, ASCII.apostrophe, ASCII.backtick, ASCII.equals, ASCII.leftParenthesis,
      ASCII.comma, ASCII.leftBracket, ASCII.leftBrace, ASCII.colon, ASCII.semicolon, ASCII.less,
      ASCII.bar, ASCII.greater, ASCII.rightParenthesis, ASCII.rightBracket, ASCII.rightBrace,
      ASCII.ampersand, ASCII.question, ASCII.delete:
      return true
    default:
      return byte <= ASCII.space
    }
  }

  /// The bytes that no unquoted path holds.
  static func isStop(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.quote, ASCII.backtick, ASCII.less, ASCII.greater, ASCII.bar, ASCII.delete:
      return true
    default:
      return byte < ASCII.space
    }
  }
}

/// How the components of a path are separated.
enum PathSeparator: Sendable {
  /// `/`, and `\/` as some JSON writers spell it.
  case slash
  /// `\` and `/` in any number, as on Windows and in escaped text.
  case either
  /// `%2F` and `%5C`.
  case encoded
}

/// Where a path begins, which decides how freely its extent grows.
enum PathRoot: Sendable {
  /// Nothing is known of the root.
  case plain
  /// One of a system's own directories: `/etc`, `/var`.
  case system
  /// A URL's scheme that names files.
  case file
  /// A home directory: names of people follow.
  case home
  /// A bucket of a cloud store.
  case cloud
}

/// The stretch of a path and what its components told.
struct PathExtent: Sendable {
  /// The first byte.
  var start: Int
  /// The byte after the last one.
  var end: Int
  /// How many components hold at least one byte other than dots.
  var components = 0
  /// Where the last component begins.
  var lastStart: Int
  /// Where the name of a home's owner begins, or -1: that component has no extension.
  var ownerStart = -1
  /// How many components at the front are names that have no extension (a server, a bucket).
  var rootComponents = 0
  /// What the path is rooted in.
  var root = PathRoot.plain
  /// Whether all components are digits, as in a date or a fraction.
  var isNumeric = true
  /// Whether the path begins with its first component.
  var isRelative = false
  /// How the components are separated.
  var separator: PathSeparator
}
