// How `dialect: any` masks `` x = `a'b` OR y = 'c' ``:
//
//     MySQL      x = [name] OR y = [lit]        a backtick quotes a name
//     Postgres   x = `a[lit.........]c[lit      a backtick is an operator
//     union      x = `a[literal...........      what any reading masks
//     whole      x = [literal..............     a name is not cut: it stays or goes whole
//
// Only readings that differ on this very text are run; most texts have one.

/// The readings that the dialects give one text, and the union of what they mask.
struct SQLReadings {
  /// One dialect's reading and its next literal or comment.
  private struct Reading {
    var lexer: SQLLexer
    /// Starts beyond any text once the reading is at its end.
    var token = SQLToken(start: 0, end: 0, kind: .name)

    mutating func advance(in text: Span<UInt8>) {
      while let next = lexer.next(in: text) {
        guard next.kind != .name else { continue }
        token = next
        return
      }
      token.start = Int.max
    }
  }

  /// How many times names that were cut are made whole; what is left then waits for the next pass.
  private static let rounds = 8

  /// What every reading under `any` has, and none: a double quote is a literal in some dialect
  /// and a numbered parameter is a number in some dialect, so neither choice moves a border.
  static let always: SQLTraits = .doubleQuotedStrings
  private static let never: SQLTraits = .numberedParameters

  /// The different readings: the first `count` of the room for one a dialect.
  private var readings = InlineArray<16, SQLTraits>(repeating: [])
  private var count = 0

  /// Makes the readings that differ in the `relevant` traits.
  init(_ relevant: SQLTraits) {
    var number = SQLDialect.standard.rawValue
    while let dialect = SQLDialect(rawValue: number), count < readings.count {
      let traits =
        dialect.traits.intersection(relevant).subtracting(Self.never).union(Self.always)
      var earlier = 0
      while earlier < count, readings[earlier] != traits { earlier += 1 }
      if earlier == count {
        readings[count] = traits
        count += 1
      }
      number += 1
    }
  }

  /// Appends the union of all readings' literals and comments, ascending and apart.
  func append(in text: Span<UInt8>, into findings: inout [Finding]) {
    let base = findings.count
    var runs = InlineArray<16, Reading>(repeating: Reading(lexer: SQLLexer([])))
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

    for _ in 0..<Self.rounds {
      var isChanged = false
      for index in 0..<count
      where !readings[index].isDisjoint(with: [.backtickNames, .bracketNames]) {
        if Self.makeNamesWhole(readings[index], in: text, findings: &findings, from: base) {
          isChanged = true
        }
      }
      if !isChanged { return }
    }
  }

  /// Masks each quoted name whole that the findings from `base` on cut: one or both of its quotes
  /// are masked, and not by one finding that covers the name.
  ///
  /// Otherwise the quote that stays would begin another name in the masked text.
  private static func makeNamesWhole(
    _ traits: SQLTraits,
    in text: Span<UInt8>,
    findings: inout [Finding],
    from base: Int
  ) -> Bool {
    var lexer = SQLLexer(traits)
    var read = base
    var write = base
    var isChanged = false
    while let name = lexer.next(in: text) {
      guard name.kind == .name else { continue }
      while read < findings.count, findings[read].end <= name.start {
        findings[write] = findings[read]
        write += 1
        read += 1
      }
      // The findings that the name overlaps are `read..<last`.
      var last = read
      while last < findings.count, findings[last].start < name.end { last += 1 }
      guard last > read else { continue }
      let opens = findings[read].start <= name.start
      let closes = findings[last - 1].end >= name.end
      guard opens || closes, !(opens && findings[read].end >= name.end) else {
        // What lies inside the name cannot meet the next one.
        while read < last, findings[read].end <= name.end {
          findings[write] = findings[read]
          write += 1
          read += 1
        }
        continue
      }
      let start = min(findings[read].start, name.start)
      let end = max(findings[last - 1].end, name.end)
      read = last - 1
      findings[read] = Finding(start: start, end: end, placeholder: .literal)
      isChanged = true
    }
    guard write < read else { return isChanged }
    while read < findings.count {
      findings[write] = findings[read]
      write += 1
      read += 1
    }
    findings.removeLast(findings.count - write)
    return isChanged
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
