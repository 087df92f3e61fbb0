import Gauze

/// `mask-sql`: the first byte picks the dialect (`a` is `any`, `b` `standard`, and so on), the rest is
/// the statement.
enum SQLTarget {
  static func run(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let dialects = SQLDialect.allCases
    let dialect = dialects[
      (Int(first) + dialects.count - Int(ASCII.lowerA) % dialects.count) % dialects.count
    ]
    let detector = Detector.sql(SQLMasking(dialect: dialect))
    let bytes = Array(input.dropFirst())
    DetectorTargets.judge(detector, bytes)
    let text = bytes.repaired
    let masked = DetectorTargets.mask(text, detector)
    let again = DetectorTargets.mask(masked, detector)
    hold(again == masked, "masking SQL twice changes nothing: \(dialect.word)", text, masked, again)
    agreesWithTwin(known(text), dialect)
    guard dialect == .any else { return }
    let covered = covered(text, .any)
    for dialect in dialects {
      let isCovered = self.covered(text, dialect).isSubset(of: covered)
      hold(isCovered, "any masks what \(dialect.word) masks", text)
    }
  }

  /// `mask-sql-names`: the same with `identifiers: keep`, which only dialects with a name take: it keeps
  /// quoted names and masks nothing that the dialect alone does not.
  static func runNames(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let dialects = SQLDialect.allCases.filter { $0 != .any }
    let dialect = dialects[
      (Int(first) + dialects.count - Int(ASCII.lowerA) % dialects.count) % dialects.count
    ]
    let detector = Detector.sql(SQLMasking(dialect: dialect, keepsNames: true))
    let bytes = Array(input.dropFirst())
    DetectorTargets.judge(detector, bytes)
    let text = bytes.repaired
    let masked = DetectorTargets.mask(text, detector)
    let again = DetectorTargets.mask(masked, detector)
    hold(
      again == masked,
      "keeping names twice changes nothing: \(dialect.word)",
      text,
      masked,
      again
    )
    let kept = covered(text, dialect, keepsNames: true)
    let all = covered(text, dialect)
    hold(kept.isSubset(of: all), "names are all that is kept: \(dialect.word)", text, masked)
    // What stays and would be masked is quoted: each stretch of it holds a name's quotes.
    let stays = all.subtracting(kept)
    for place in stays {
      var before = place - 1
      while before >= 0, text[before].isSpace { before -= 1 }
      if stays.contains(before) { continue }
      let opens: [UInt8] = [ASCII.quote, ASCII.backtick, ASCII.leftBracket]
      hold(opens.contains(text[place]), "what is kept is quoted: \(dialect.word)", text, masked)
    }
  }

  private static func agreesWithTwin(_ text: [UInt8], _ dialect: SQLDialect) {
    let masked = DetectorTargets.mask(text, .sql(SQLMasking(dialect: dialect)))
    let naive = NaiveSQLMasker.mask(
      String(decoding: text, as: UTF8.self),
      dialect: "\(dialect.word)"
    )
    let isSame = Array(naive.utf8) == masked
    hold(isSame, "the naive twin agrees: \(dialect.word)", text, masked, Array(naive.utf8))
  }

  /// What a scalar beyond ASCII is, the twin asks of Unicode and the engine of ranges: for the twin,
  /// each becomes one on which the two agree.
  private static func known(_ text: [UInt8]) -> [UInt8] {
    let agreed = Array("é１‘’“”＇＂\u{A0}日々、🙂".unicodeScalars)
    var known = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      known.append(scalar.isASCII ? scalar : agreed[Int(scalar.value) % agreed.count])
    }
    return Array(String(known).utf8)
  }

  private static func covered(
    _ text: [UInt8],
    _ dialect: SQLDialect,
    keepsNames: Bool = false
  ) -> Set<Int> {
    let masking = SQLMasking(dialect: dialect, keepsNames: keepsNames)
    let findings = DetectorTargets.findings(text, .sql(masking))
    return Set(findings.flatMap { Array($0.start..<$0.end) }.filter { !text[$0].isSpace })
  }
}
