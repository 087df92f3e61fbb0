/// What a dialect's lexer does with the bytes on which SQL dialects differ.
///
/// Only what moves the border of a token is a trait. What every dialect shares, or what is masked
/// alike in all (letters before a quote such as `N'…'` or `X'…'`, the shape of numbers), is not.
package struct SQLTraits: OptionSet, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `'it\'s'`: a backslash takes the next byte with it.
  package static let backslashInStrings = SQLTraits(rawValue: 1 << 0)
  /// The same between double quotes.
  package static let backslashInDoubleQuotes = SQLTraits(rawValue: 1 << 1)
  /// The same between backticks.
  package static let backslashInBackticks = SQLTraits(rawValue: 1 << 2)
  /// `E'it\'s'`: a backslash escapes after the prefix `E`, whatever it does elsewhere.
  package static let escapeStrings = SQLTraits(rawValue: 1 << 3)
  /// `r'C:\'`: a backslash is itself after the prefix `R`, whatever it does elsewhere.
  package static let rawStrings = SQLTraits(rawValue: 1 << 4)
  /// `"Jane"` is a literal; otherwise it is a name.
  package static let doubleQuotedStrings = SQLTraits(rawValue: 1 << 5)
  /// `` `name` ``.
  package static let backtickNames = SQLTraits(rawValue: 1 << 6)
  /// `[name]`.
  package static let bracketNames = SQLTraits(rawValue: 1 << 7)
  /// `[a]]b]`: a doubled `]` stands for one.
  package static let doubledBrackets = SQLTraits(rawValue: 1 << 8)
  /// `# …` runs to the end of the line.
  package static let hashComments = SQLTraits(rawValue: 1 << 9)
  /// `#temp`, `a#1`: a `#` is a letter.
  package static let hashInNames = SQLTraits(rawValue: 1 << 10)
  /// `// …` runs to the end of the line.
  package static let slashComments = SQLTraits(rawValue: 1 << 11)
  /// `--` is a comment only before white space, a control byte or the end.
  package static let dashesNeedSpace = SQLTraits(rawValue: 1 << 12)
  /// A backslash before the line feed continues a `--` comment on the next line.
  package static let continuedComments = SQLTraits(rawValue: 1 << 13)
  /// A carriage return ends a line comment too.
  package static let returnEndsLine = SQLTraits(rawValue: 1 << 14)
  /// `/* /* */ */` is one comment.
  package static let nestedComments = SQLTraits(rawValue: 1 << 15)
  /// `/*! … */` is read as SQL, so that a quote inside hides a `*/`.
  package static let executableComments = SQLTraits(rawValue: 1 << 16)
  /// `$$…$$`.
  package static let dollarQuotes = SQLTraits(rawValue: 1 << 17)
  /// `$tag$…$tag$`, beside `dollarQuotes`.
  package static let dollarTags = SQLTraits(rawValue: 1 << 18)
  /// `a$b`: a `$` is a letter, though not the first one.
  package static let dollarInNames = SQLTraits(rawValue: 1 << 19)
  /// `$1` is a parameter; otherwise it is money.
  package static let dollarParameters = SQLTraits(rawValue: 1 << 20)
  /// `:1` is a parameter.
  package static let colonParameters = SQLTraits(rawValue: 1 << 21)
  /// `?1` is a parameter.
  package static let questionParameters = SQLTraits(rawValue: 1 << 22)
  /// `q'[it's]'`.
  package static let delimitedStrings = SQLTraits(rawValue: 1 << 23)
  /// `'''it's'''`; a doubled quote is then two quotes and stands for nothing.
  package static let tripleQuotes = SQLTraits(rawValue: 1 << 24)
  /// `‘Jane’` and `“Jane”` are literals of the dialect, and the first closing quote ends them. In the
  /// others they are taken for literals that were pasted, in which an apostrophe may stand.
  package static let typographicQuotes = SQLTraits(rawValue: 1 << 25)

  /// The parameters that are told from literals by a number alone.
  package static let numberedParameters: SQLTraits = [
    .dollarParameters, .colonParameters, .questionParameters,
  ]
}
