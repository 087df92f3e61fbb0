/// `mask-sql`: text in, the same text without literals and comments out.
///
/// Masking. Every literal becomes `?` with the letters that belong to it (`E'…'`, `_utf8mb4'…'`);
/// so does every number, from its first digit to the end of the word that it begins, and every name
/// in quotes. A run of white space and comments becomes one space, or nothing at an end of the text.
/// Keywords, bare names, operators, parameters, `TRUE`, `FALSE`, `NULL` and the sign of a number
/// stay, so a statement's shape and its table and column names are disclosed. What has no end is
/// masked to the end of the text. Masking what is masked changes nothing.
///
/// `dialect` decides what is a literal: under `postgres`, `'C:\'` is one and `$1` is a parameter.
/// Under `any`, the default, a token stays only if every dialect keeps it. `identifiers: keep`, beside
/// a dialect, keeps its quoted names where they are plain. A text that shows escapes outside of its
/// literals was quoted once more: it is read with and without them, and nothing quoted stays.
/// Quotes in the words of another encoding (`&quot;`, `%27`) are quotes. Bare passwords go where the words
/// before them announce one.
///
/// Deliberately not caught: bare names, even where they tell something; with `keep`, quoted ones; what
/// a server's settings change (`ANSI_QUOTES`, `NO_BACKSLASH_ESCAPES`) under a named dialect; arguments
/// of clients' commands but for psql's; what stands in prose without quotes or digits.
package struct SQLMasking: Sendable, Equatable {
  /// Whose reading counts.
  package var dialect: SQLDialect
  /// Whether the dialect's quoted names stay where they are plain; `any` has none.
  package var keepsNames: Bool

  package init(dialect: SQLDialect = .any, keepsNames: Bool = false) {
    self.dialect = dialect
    self.keepsNames = keepsNames
  }

  /// Reads nothing, `{"dialect": "postgres"}` or `{"dialect": "postgres", "identifiers": "keep"}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    self.init()
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if let node = reader.take("dialect"), case .string(let word) = node.value,
      let dialect = SQLDialect.named(word.span)
    {
      self.dialect = dialect
    } else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
    }
    if let node = reader.take("identifiers") {
      // Of `any` no two dialects agree on what is a name.
      if case .string(let word) = node.value, word.span.equals("keep"), dialect != .any {
        keepsNames = true
      } else {
        faults.append(SchemaFault(.badParameter, at: node.start))
      }
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// Appends the literals and comments of `text`. Complexity: O(`text.count`).
  package func find(in text: Span<UInt8>, into findings: inout [Finding]) {
    let base = findings.count
    var keepsLines: Bool
    if dialect == .any {
      let relevant = SQLReadings.relevantTraits(in: text)
      if relevant.isEmpty {
        let lexer = append(SQLLexer(SQLReadings.always), in: text, into: &findings)
        keepsLines = lexer.seesLines
      } else {
        keepsLines = SQLReadings(relevant).append(in: text, into: &findings)
      }
    } else {
      let reading = SQLLexer(dialect.traits, keepsNames: keepsNames)
      let lexer = append(reading, in: text, into: &findings)
      keepsLines = lexer.seesLines
      if lexer.seesEscapes {
        findings.removeLast(findings.count - base)
        keepsLines = SQLReadings(encoded: dialect.traits).append(in: text, into: &findings)
      }
    }
    for index in base..<findings.count where findings[index].placeholder == .comment {
      spaceComments(in: text, findings: &findings, from: index, after: base, keepsLines)
      return
    }
  }

  /// Appends what one reading masks, and returns its lexer at the end of the text.
  private func append(
    _ reading: SQLLexer,
    in text: Span<UInt8>,
    into findings: inout [Finding]
  ) -> SQLLexer {
    var lexer = reading
    while let token = lexer.next(in: text) {
      switch token.kind {
      case .literal:
        findings.append(Finding(start: token.start, end: token.end, placeholder: .literal))
      case .comment:
        findings.append(Finding(start: token.start, end: token.end, placeholder: .comment))
      case .name: break
      }
    }
    return lexer
  }

  /// Widens the comments, the first of which is finding `first`, over the white space and comments
  /// beside them, and leaves one space standing or puts one in their place. Line feeds stay where they
  /// end a client's command or data: without them more would seem to be the command's.
  private func spaceComments(
    in text: Span<UInt8>,
    findings: inout [Finding],
    from first: Int,
    after base: Int,
    _ keepsLines: Bool
  ) {
    func isBlank(_ byte: UInt8) -> Bool {
      byte.isSpace && !(keepsLines && byte == ASCII.lineFeed)
    }
    var read = first
    var write = first
    // Where the last finding ended: white space before belongs to it or is no white space.
    var limit = first > base ? findings[first - 1].end : 0
    while read < findings.count {
      let finding = findings[read]
      read += 1
      guard finding.placeholder == .comment else {
        findings[write] = finding
        write += 1
        limit = finding.end
        continue
      }
      var start = finding.start
      while start > limit, isBlank(text[start - 1]) { start -= 1 }
      var end = finding.end
      while true {
        while end < text.count, isBlank(text[end]) { end += 1 }
        guard read < findings.count, findings[read].start == end,
          findings[read].placeholder == .comment
        else { break }
        end = findings[read].end
        read += 1
      }
      limit = end
      findings[write] = spaced(start, end, in: text)
      write += 1
    }
    findings.removeLast(findings.count - write)
  }

  /// The finding for one run of white space and comments.
  ///
  /// The run's first and last bytes are white space or a comment's, and no comment begins or ends
  /// with a space byte that is not its own: `--` and `#` comments may end with one, but then the
  /// line's end follows, and a line's end that stays may have one before it.
  private func spaced(_ start: Int, _ end: Int, in text: Span<UInt8>) -> Finding {
    if start == 0 || end == text.count {
      return Finding(start: start, end: end, placeholder: .comment)
    }
    if text[start] == ASCII.space {
      return Finding(start: start + 1, end: end, placeholder: .comment)
    }
    if text[end - 1] == ASCII.space {
      return Finding(start: start, end: end - 1, placeholder: .comment)
    }
    return Finding(start: start, end: end, placeholder: .commentSpace)
  }
}

extension SQLMasking {
  /// Whether a text masked by `coarser` can be computed from one that this one masked. Under `any` is masked
  /// what any one dialect masks; what two dialects mask has no order.
  package func refines(_ coarser: SQLMasking) -> Refinement {
    if dialect == coarser.dialect { return Refinement(keepsNames || !coarser.keepsNames) }
    if coarser.dialect == .any { return .yes }
    return dialect == .any ? .no : .unknown
  }
}
