// What servers and mappers say of the values of a row, where no quotes tell the values apart:
//
//     Key (name)=(Jane Doe) already exists.        Key (name)=(?) already exists.
//     Failing row contains (1, Jane, 1984-03-02).  Failing row contains (?).
//     The duplicate key value is (Jane Doe).       The duplicate key value is (?).
//     ==> Parameters: Jane(String), 5(Integer)     ==> Parameters: ?
//     binding parameter [1] as [TEXT] - [Jane]     binding parameter [?] as [TEXT] - ?

/// What the words so far say of values that stand in no quotes.
struct SQLReport: Sendable {
  /// How far a phrase has come.
  enum Phrase: UInt8 {
    case none, key, keyValue, keyValueIs, row, rowContains, binding, extracted, hyphen
  }

  private(set) var phrase = Phrase.none
  /// Where the phrase ends, with the white space and comments behind it that were looked at.
  private var end = 0
  /// How many parentheses are open since that of `Key (`; nothing outside of them.
  var depth: Int?
  /// Whether the line tells of a statement's parameter, whose value stands in brackets.
  var awaitsBound = false

  /// Whether only white space and comments stand between the phrase and `offset`.
  mutating func reaches(_ offset: Int, in text: Span<UInt8>) -> Bool {
    while end < offset, text[end].isSpace { end += 1 }
    return end == offset
  }

  /// Passes a comment, over which phrases go.
  mutating func pass(_ comment: SQLToken, in text: Span<UInt8>) {
    if phrase != .none, reaches(comment.start, in: text) { end = comment.end }
  }

  /// Passes a sign of subtraction, behind which a parameter's value may stand.
  mutating func passHyphen(endingAt end: Int) {
    phrase = awaitsBound ? .hyphen : .none
    self.end = end
  }

  /// Ends the phrase, which has been understood.
  mutating func close() { phrase = .none }

  /// Passes the word between the offsets, and says whether it begins to tell of a parameter.
  mutating func pass(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    func isWord(_ words: WordTable) -> Bool { words.containsFolded(text, from: start, to: end) }
    let before = phrase != .none && reaches(start, in: text) ? phrase : .none
    phrase = .none
    self.end = end
    switch end - start {
    case 2 where before == .keyValue && isWord(SQLPhrases.is): phrase = .keyValueIs
    case 3 where isWord(SQLPhrases.key): phrase = .key
    case 3 where isWord(SQLPhrases.row): phrase = .row
    case 5 where before == .key && isWord(SQLPhrases.value): phrase = .keyValue
    case 5 where before == .extracted && isWord(SQLPhrases.value): awaitsBound = true
    case 7 where isWord(SQLPhrases.binding): phrase = .binding
    case 8 where before == .row && isWord(SQLPhrases.contains): phrase = .rowContains
    case 9 where before == .binding && isWord(SQLPhrases.parameter): awaitsBound = true
    case 9 where isWord(SQLPhrases.extracted): phrase = .extracted
    default: return false
    }
    return awaitsBound
  }
}

extension SQLLexer {
  /// The word between the offsets as part of a report: all of the line behind `Parameters:` and `Row:`
  /// is values.
  mutating func reported(in text: Span<UInt8>, from start: Int, to end: Int) -> SQLToken? {
    if report.pass(text, from: start, to: end) { seesLines = true }
    guard end < text.count, text[end] == ASCII.colon,
      end + 1 == text.count || text[end + 1] != ASCII.colon
    else { return nil }
    let word = text.extracting(start..<end)
    guard word.equals("Parameters") || word.equals("Row") else { return nil }
    seesLines = true
    var last = end
    while last < text.count, text[last] != ASCII.lineFeed { last += 1 }
    while last > end + 1, text[last - 1].isSpace { last -= 1 }
    return dataToken(in: text, from: end + 1, to: last, unless: nil)
  }

  /// The `(` at the cursor: the values of a row, or a parenthesis.
  mutating func leftParenthesis(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    offset = start + 1
    let phrase = report.phrase != .none && report.reaches(start, in: text) ? report.phrase : .none
    report.close()
    switch phrase {
    case .keyValueIs, .rowContains: return rowValues(in: text, from: start + 1)
    case .key: report.depth = 1
    default: if let depth = report.depth { report.depth = depth + 1 }
    }
    return nil
  }

  /// The `)` at the cursor: behind the columns of a key its values follow.
  mutating func rightParenthesis(in text: Span<UInt8>) -> SQLToken? {
    let start = offset
    offset = start + 1
    guard let depth = report.depth else { return nil }
    report.depth = depth > 1 ? depth - 1 : nil
    guard depth == 1, start + 2 < text.count, text[start + 1] == ASCII.equals,
      text[start + 2] == ASCII.leftParenthesis
    else { return nil }
    offset = start + 3
    return rowValues(in: text, from: start + 3)
  }

  /// The values that begin at `start`, up to the parenthesis behind which the report goes on or ends;
  /// without one to the end of the text.
  private mutating func rowValues(in text: Span<UInt8>, from start: Int) -> SQLToken? {
    var end = start
    var depth = 1
    while end < text.count {
      if text[end] == ASCII.leftParenthesis { depth += 1 }
      if text[end] == ASCII.rightParenthesis {
        depth -= 1
        if goesOn(in: text, at: end + 1) || depth <= 0 && endsSentence(in: text, at: end + 1) {
          break
        }
      }
      end += 1
    }
    // Without this line's end the values would go on.
    if end + 1 < text.count,
      text[end + 1] == ASCII.lineFeed || text[end + 1] == ASCII.carriageReturn
    {
      seesLines = true
    }
    // What another detector of the chain masked stays so.
    if end > start, text[start] == ASCII.less, text[end - 1] == ASCII.greater,
      SQLPhrases.placeholders.containsFolded(text, from: start + 1, to: end - 1)
    {
      offset = end
      return nil
    }
    return dataToken(in: text, from: start, to: end, unless: nil)
  }

  /// Whether what stands at `offset`, or as much of it as the text has, is what servers say behind a row.
  private func goesOn(in text: Span<UInt8>, at offset: Int) -> Bool {
    for words in Self.behindRows {
      var index = 0
      while index < words.count, offset + index < text.count, text[offset + index] == words[index] {
        index += 1
      }
      if index == words.count || offset + index == text.count { return true }
    }
    return false
  }

  /// What PostgreSQL, and what speaks as it does, says behind the values of a key.
  private static let behindRows: [[UInt8]] = [
    bytes(" already exists"), bytes(" conflicts with"), bytes(" is not present"),
    bytes(" is still referenced"), bytes(" is duplicated"),
  ]

  private static func bytes(_ words: StaticString) -> [UInt8] { words.bytes }

  /// Whether a line or a sentence ends at `offset`.
  private func endsSentence(in text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset < text.count else { return true }
    let next = offset + 1 < text.count ? text[offset + 1] : ASCII.lineFeed
    switch text[offset] {
    case ASCII.lineFeed: return true
    case ASCII.carriageReturn: return next == ASCII.lineFeed
    case ASCII.dot: return next.isSpace
    default: return false
    }
  }

  /// The value of a parameter in the brackets at the cursor: up to the bracket that ends the line.
  mutating func boundValue(in text: Span<UInt8>) -> SQLToken? {
    guard report.phrase == .hyphen, report.reaches(offset, in: text) else { return nil }
    report.close()
    var end = offset + 1
    while end < text.count {
      if text[end] == ASCII.rightBracket {
        if end + 1 == text.count || text[end + 1] == ASCII.lineFeed
          || text[end + 1] == ASCII.carriageReturn
        {
          return literal(offset, end + 1)
        }
      }
      end += 1
    }
    return literal(offset, text.count)
  }

  /// Passes over the escape at the cursor and the rest of its sequence, as terminals read it for colours.
  mutating func passColour(in text: Span<UInt8>) {
    let start = offset
    offset = start + 1
    guard offset < text.count, text[offset] == ASCII.leftBracket else { return }
    var end = offset + 1
    var digits = 0
    while end < text.count, end - start <= Self.longestColour {
      let byte = text[end]
      if byte.isDigit {
        digits += 1
        // A longer number is no colour.
        if digits > 3 { return }
      } else if byte == ASCII.semicolon {
        digits = 0
      } else {
        guard byte.isLetter else { return }
        end += 1
        break
      }
      end += 1
    }
    guard end == text.count || text[end - 1].isLetter else { return }
    offset = end
    colourEnd = end
  }

  /// The most bytes of a sequence: `ESC [ 1;38;2;255;255;255 m` has 21.
  private static let longestColour = 24
}
