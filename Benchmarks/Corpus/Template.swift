/// What is written in a template's place.
enum Filler: String {
  // Paths.
  case posix, home, spaced, foreign, windows, windowsSpaced, unc, fileURL, relative
  // Addresses.
  case email, tagged, idn, mailto, userinfo
  // In SQL.
  case string, number, hexadecimal, comment
  case tail
  // Secrets, addresses and numbers.
  case token, ip, phone
  // Nothing personal.
  case small, line, address, word, table, column
  // Several lines.
  case pythonFrames, nodeFrames, javaFrames, goFrames
}

/// Text with fillers in double brackets: `open [[posix]]: no such file`.
struct Template {
  enum Piece {
    case text([UInt8])
    case filler(Filler)
  }

  let pieces: [Piece]

  /// Reads a template. One that names no filler is our own slip.
  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let (start, end) = Self.filler(in: rest) {
      pieces.append(.text(Array(rest[..<start].utf8)))
      let name = rest[start..<end].dropFirst(2).dropLast(2)
      let filler = Filler(rawValue: String(name))
      precondition(filler != nil, "no filler is called so")
      if let filler { pieces.append(.filler(filler)) }
      rest = rest[end...]
    }
    pieces.append(.text(Array(rest.utf8)))
    self.pieces = pieces
  }

  /// Where the first pair of double brackets begins and ends.
  private static func filler(in text: Substring) -> (start: String.Index, end: String.Index)? {
    var start: String.Index?
    var previous: Character = " "
    for index in text.indices {
      let isPair = text[index] == previous
      if isPair, previous == "[" { start = text.index(before: index) }
      if isPair, previous == "]", let start { return (start, text.index(after: index)) }
      previous = text[index]
    }
    return nil
  }
}
