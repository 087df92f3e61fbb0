/// `mask-sql`: text in, the same text without literals and comments out.
///
/// Masking. Every literal becomes `?` with the letters that belong to it (`E'…'`, `_utf8mb4'…'`);
/// so does every number, from its first digit to the end of the word that it begins. A run of
/// white space and comments becomes one space, or nothing at an end of the text. Keywords, names,
/// operators, parameters, `TRUE`, `FALSE`, `NULL` and the sign of a number stay, so a statement's
/// shape and its table and column names are disclosed. What has no end is masked to the end of the
/// text. Masking what is masked changes nothing.
///
/// `dialect` decides what is a literal: under `postgres`, `"Payroll"` is a name and `$1` is a
/// parameter. Under `any`, the default, a token stays only if every dialect keeps it.
///
/// Deliberately not caught: names, quoted or not, even where they tell something; what a server's
/// settings change (`ANSI_QUOTES`, `NO_BACKSLASH_ESCAPES`) under a named dialect; what stands in
/// prose without quotes or digits.
package struct SQLMasking: Sendable, Equatable {
  /// Whose reading counts.
  package var dialect: SQLDialect

  package init(dialect: SQLDialect = .any) { self.dialect = dialect }

  /// Reads nothing, or `{"dialect": "postgres"}`.
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
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// Appends the literals and comments of `text`. Complexity: O(`text.count`).
  package func find(in text: Span<UInt8>, into findings: inout [Finding]) {
    let base = findings.count
    if dialect == .any {
      let relevant = SQLReadings.relevantTraits(in: text)
      if relevant.isEmpty {
        append(SQLReadings.always, in: text, into: &findings)
      } else {
        SQLReadings(relevant).append(in: text, into: &findings)
      }
    } else {
      append(dialect.traits, in: text, into: &findings)
    }
    for index in base..<findings.count where findings[index].placeholder == .comment {
      spaceComments(in: text, findings: &findings, from: index, after: base)
      return
    }
  }

  /// Appends what one reading masks.
  private func append(_ traits: SQLTraits, in text: Span<UInt8>, into findings: inout [Finding]) {
    var lexer = SQLLexer(traits)
    while let token = lexer.next(in: text) {
      switch token.kind {
      case .literal:
        findings.append(Finding(start: token.start, end: token.end, placeholder: .literal))
      case .comment:
        findings.append(Finding(start: token.start, end: token.end, placeholder: .comment))
      case .name: break
      }
    }
  }

  /// Widens the comments, the first of which is finding `first`, over the white space and comments
  /// beside them, and leaves one space standing or puts one in their place.
  private func spaceComments(
    in text: Span<UInt8>,
    findings: inout [Finding],
    from first: Int,
    after base: Int
  ) {
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
      while start > limit, text[start - 1].isSpace { start -= 1 }
      var end = finding.end
      while true {
        while end < text.count, text[end].isSpace { end += 1 }
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
  /// line's end follows.
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
