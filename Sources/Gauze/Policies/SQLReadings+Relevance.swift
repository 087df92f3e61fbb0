/// Which traits matter to a text.
extension SQLReadings {
  /// The traits on which two dialects can differ about this text; none if all agree.
  ///
  /// Says of too many traits that they matter rather than of too few: that costs a reading and
  /// changes no result.
  static func relevantTraits(in text: Span<UInt8>) -> SQLTraits {
    var relevant: SQLTraits = []
    var present: SQLTraits = []
    var blocks = 0
    var dollars = 0
    for index in 0..<text.count {
      let byte = text[index]
      guard byte >= 0x80 || isAmbiguous(byte) else { continue }
      let before = index > 0 ? text[index - 1] : ASCII.space
      let next = index + 1 < text.count ? text[index + 1] : 0
      let third = index + 2 < text.count ? text[index + 2] : 0
      switch byte {
      case ASCII.backslash:
        relevant.insert(.backslashInStrings)
        if next == ASCII.lineFeed { relevant.insert(.continuedComments) }
      case ASCII.backtick:
        relevant.insert(.backtickNames)
        present.insert(.backslashInBackticks)
      case ASCII.leftBracket: relevant.insert(.bracketNames)
      case ASCII.rightBracket where next == byte: relevant.insert(.doubledBrackets)
      case ASCII.hash: relevant.formUnion([.hashComments, .hashInNames])
      case ASCII.dollar:
        dollars += 1
        if dollars > 1 { relevant.formUnion([.dollarQuotes, .dollarTags]) }
        if before.isWord || before == ASCII.hash { relevant.insert(.dollarInNames) }
        // Where it quotes nothing, it goes with the number before it.
        if before.isWord { relevant.insert(.dollarQuotes) }
      case ASCII.carriageReturn where next != ASCII.lineFeed: relevant.insert(.returnEndsLine)
      case ASCII.minus where next == ASCII.minus && third > ASCII.space && third != ASCII.delete:
        relevant.insert(.dashesNeedSpace)
      case ASCII.slash where next == ASCII.slash: relevant.insert(.slashComments)
      case ASCII.slash where next == ASCII.asterisk:
        blocks += 1
        if blocks > 1 { relevant.insert(.nestedComments) }
        if SQLLexer.isExecutable(in: text, from: index) { relevant.insert(.executableComments) }
      case ASCII.quote:
        present.insert(.backslashInDoubleQuotes)
        if next == byte, third == byte { relevant.insert(.tripleQuotes) }
        if before.isLetter { present.insert(.rawStrings) }
      case ASCII.apostrophe:
        if next == byte, third == byte { relevant.insert(.tripleQuotes) }
        if before.isLetter { present.formUnion([.escapeStrings, .rawStrings]) }
        if before.lowercased == ASCII.lowerQ { relevant.insert(.delimitedStrings) }
      case 0xC0...:
        if SQLScalar(in: text, at: index).quotes != nil { relevant.insert(.typographicQuotes) }
      default: break
      }
    }
    // Without a backslash, escapes are alike everywhere.
    return relevant.contains(.backslashInStrings) ? relevant.union(present) : relevant
  }

  /// Whether an ASCII byte can begin what two dialects read differently.
  @inline(__always)
  private static func isAmbiguous(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.backslash, ASCII.backtick, ASCII.leftBracket, ASCII.rightBracket, ASCII.hash,
      ASCII.dollar, ASCII.carriageReturn, ASCII.minus, ASCII.slash, ASCII.quote, ASCII.apostrophe:
      true
    default: false
    }
  }
}
