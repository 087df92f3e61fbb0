// How `dialect: any` masks `` x = `a'b` OR y = 'c' ``:
//
//     MySQL      x = [lit] OR y = [lit]         a backtick quotes a name
//     Postgres   x = `a[lit.........]c[lit      a backtick is an operator
//     union      x = [literal..............     what any reading masks
//
// Only readings that differ on this very text are run; most texts have one.

/// Several readings of one text, and the union of what they mask.
struct SQLReadings {
  /// One dialect's reading and its next literal or comment.
  private struct Reading {
    var lexer: SQLLexer
    /// Starts beyond any text once the reading is at its end.
    var token = SQLToken(start: 0, end: 0, kind: .name)

    mutating func advance(in text: Span<UInt8>) {
      if let next = lexer.next(in: text) { token = next } else { token.start = Int.max }
    }
  }

  /// What every reading under `any` has, and none: a double quote is a literal in some dialect
  /// and a numbered parameter is a number in some dialect, so neither choice moves a border.
  static let always: SQLTraits = .doubleQuotedStrings
  private static let never: SQLTraits = .numberedParameters

  /// The different readings: the first `count` of the room for three a dialect.
  private var readings = InlineArray<64, SQLTraits>(repeating: [])
  private var count = 0

  /// Makes the readings that differ in the `relevant` traits.
  init(_ relevant: SQLTraits) {
    var number = SQLDialect.standard.rawValue
    while let dialect = SQLDialect(rawValue: number), count < readings.count {
      let traits =
        dialect.traits.intersection(relevant).subtracting(Self.never).union(Self.always)
      add(traits)
      // A backslash may be the dialect's, or that of a string around the statement, or neither.
      if relevant.contains(.backslashInStrings) {
        add(traits.union(Self.escapes.intersection(relevant)))
        add(traits.subtracting(Self.escapes))
      }
      number += 1
    }
  }

  private static var escapes: SQLTraits { [.backslashInStrings, .backslashInDoubleQuotes] }

  /// Makes the readings of a text that seems to be encoded: as it stands, and with and without the
  /// escapes of the string that it was written as.
  init(encoded traits: SQLTraits) {
    add(traits)
    add(traits.union(Self.escapes).union(.doubleQuotedStrings))
    add(traits.subtracting(Self.escapes))
  }

  private mutating func add(_ traits: SQLTraits) {
    for earlier in 0..<count where readings[earlier] == traits { return }
    guard count < readings.count else { return }
    readings[count] = traits
    count += 1
  }

  /// Appends the union of all readings' literals and comments, ascending and apart, and says whether
  /// line feeds matter to any of them.
  func append(in text: Span<UInt8>, into findings: inout [Finding]) -> Bool {
    var runs = InlineArray<64, Reading>(repeating: Reading(lexer: SQLLexer([])))
    for index in 0..<count {
      runs[index].lexer = SQLLexer(readings[index])
      runs[index].advance(in: text)
    }
    var union = SQLUnion()
    while true {
      var first = 0
      for index in 1..<max(count, 1) where runs[index].token.start < runs[first].token.start {
        first = index
      }
      let token = runs[first].token
      guard token.start != Int.max else { break }
      union.add(token, into: &findings)
      runs[first].advance(in: text)
    }
    union.close(into: &findings)
    for index in 0..<count where runs[index].lexer.seesLines { return true }
    return false
  }
}

/// Joins tokens that overlap, given in the order of their starts.
private struct SQLUnion {
  private var start = 0
  private var end = 0
  /// How far from `start` on comments alone cover the stretch.
  private var covered = 0

  mutating func add(_ token: SQLToken, into findings: inout [Finding]) {
    if token.start >= end {
      close(into: &findings)
      start = token.start
      covered = token.start
    }
    end = max(end, token.end)
    if token.kind == .comment, token.start <= covered { covered = max(covered, token.end) }
  }

  /// Appends the stretch so far, if there is one.
  func close(into findings: inout [Finding]) {
    guard start < end else { return }
    let placeholder: Placeholder = covered == end ? .comment : .literal
    findings.append(Finding(start: start, end: end, placeholder: placeholder))
  }
}
