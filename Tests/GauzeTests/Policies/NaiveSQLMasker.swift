/// A second, slow and independent reading of SQL, to compare the masker with.
///
/// It works on scalars and not on bytes, looks ahead as far as it likes, asks Unicode what a letter
/// is, runs every dialect in full under `any`, and builds the masked text by writing characters.
struct NaiveSQLMasker {
  typealias Scalars = [Unicode.Scalar]

  struct Piece: Equatable {
    var from: Int
    var to: Int
    var kind: Character  // "L" literal, "C" comment, "N" quoted name
  }

  /// What each dialect does, in words of its own.
  static let rules: [String: Set<String>] = {
    func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
    let postgres = words("E'' nest $$ $t$ a$b $1 cr")
    let mysql = words("\\' \\\" str\" `` # -- exec a$b")
    let spark = words("\\' \\\" str\" raw `` nest cont cr")
    return [
      "standard": words("nest"),
      "postgres": postgres,
      "redshift": postgres.union(words("\\' a#b")),
      "duckdb": postgres.union(words("?1")),
      "mysql": mysql.union(words("$$ $t$")),
      "mariadb": mysql,
      "sqlite": words("str\" `` [] a$b $1 :1 ?1"),
      "mssql": words("[] ]] nest a#b a$b"),
      "oracle": words("q'' a#b a$b :1"),
      "snowflake": words("\\' // $$ a$b $1 :1"),
      "bigquery": words("\\' \\\" \\` str\" ''' `` # cr"),
      "databricks": spark.union(words("$$ $t$")),
      "spark": spark,
      "clickhouse": words("\\' \\\" \\` `` # nest $$ $t$ a$b ‘’"),
      "trino": words("cr"),
      "teradata": words("a#b a$b"),
      "hive": words("\\' \\\" str\" `` cr"),
    ]
  }()

  static func mask(_ text: String, dialect: String, keepsNames: Bool = false) -> String {
    let scalars = Scalars(text.unicodeScalars)
    let own = rules[dialect] ?? []
    var sets: [Set<String>] = []
    let escapes: Set<String> = ["\\'", "\\\""]
    if dialect == "any" {
      sets = rules.values.map { $0.union(["str\""]).subtracting(["$1", ":1", "?1"]) }
      sets += sets.flatMap { [$0.union(escapes), $0.subtracting(escapes)] }
    } else {
      let (pieces, past) = NaiveSQLMasker(text: scalars, rules: own, keepsNames: keepsNames).read()
      guard past.isEncoded else { return write(pieces, of: scalars, past.seesLines) }
      sets = [own, own.union(escapes).union(["str\""]), own.subtracting(escapes)]
    }
    let readings = sets.map { NaiveSQLMasker(text: scalars, rules: $0).read() }
    let pieces = merge(readings.flatMap { $0.pieces })
    return write(pieces, of: scalars, readings.contains { $0.past.seesLines })
  }

  /// Joins what overlaps; a comment only if comments alone cover every scalar of it.
  static func merge(_ pieces: [Piece]) -> [Piece] {
    var joined: [Piece] = []
    for piece in pieces.sorted(by: { $0.from < $1.from }) {
      if let last = joined.last, piece.from < last.to {
        joined[joined.count - 1].to = max(last.to, piece.to)
      } else {
        joined.append(piece)
      }
    }
    for index in joined.indices {
      var commented = Set<Int>()
      for piece in pieces
      where piece.kind == "C" && piece.from >= joined[index].from && piece.to <= joined[index].to {
        commented.formUnion(piece.from..<piece.to)
      }
      joined[index].kind = commented.count == joined[index].to - joined[index].from ? "C" : "L"
    }
    return joined
  }

  /// Writes the text with a mark for each piece, then turns runs of comment marks and white space
  /// into one space; line feeds end a run where they matter.
  static func write(_ pieces: [Piece], of text: Scalars, _ keepsLines: Bool) -> String {
    let commentMark: Unicode.Scalar = "\u{10FFFF}"
    var marked: Scalars = []
    var index = 0
    for piece in pieces {
      marked += text[index..<piece.from]
      marked.append(piece.kind == "C" ? commentMark : "?")
      index = piece.to
    }
    marked += text[index...]
    guard marked.contains(commentMark) else {
      return String(String.UnicodeScalarView(marked))
    }
    var out: Scalars = []
    index = 0
    while index < marked.count {
      var end = index
      while end < marked.count,
        isSpace(marked[end]) && !(keepsLines && marked[end] == "\n") || marked[end] == commentMark
      { end += 1 }
      if end == index {
        out.append(marked[index])
        index += 1
      } else {
        let run = marked[index..<end]
        if !run.contains(commentMark) {
          out += run
        } else if index > 0, end < marked.count {
          out.append(" ")
        }
        index = end
      }
    }
    return String(String.UnicodeScalarView(out))
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    " \t\n\u{B}\u{C}\r".unicodeScalars.contains(scalar)
  }

  let text: Scalars
  let rules: Set<String>
  var keepsNames = false

  /// The literals and comments, and whether escapes showed where no dialect has them.
  func read() -> (pieces: [Piece], past: History) {
    var pieces: [Piece] = []
    var past = History()
    var index = 0
    while index < text.count {
      switch step(index, &past) {
      case .take(var piece):
        if has("\"", at: index), !rules.contains("\\\""), let mark = find("\\\"", from: index),
          mark + 1 < piece.to
        {
          past.isEncoded = true
        }
        if piece.kind == "L", startsString(index), has("\\'", at: piece.to - 2),
          !canFollow(piece.to)
        {
          past.isEncoded = true
          if rules.contains("\\'") { piece.to = text.count }
        }
        if piece.kind != "N" { pieces.append(piece) }
        if piece.kind != "C" {
          past.items.append("L")
        } else {
          past.comments[piece.from] = piece.to
        }
        index = piece.to
      case .pass(let end):
        index = end
      }
    }
    return (pieces, past)
  }

  /// Whether what stands here can follow a literal directly.
  func canFollow(_ index: Int) -> Bool {
    index >= text.count || ")],; \t\n\u{B}\u{C}\r".unicodeScalars.contains(at(index))
      || has("::", at: index) || has("||", at: index)
  }

  /// Whether a quoted literal begins here, with a prefix or without.
  func startsString(_ index: Int) -> Bool {
    has("'", at: index) || startsWord(index) && stringEnd(index) != nil
  }

  func step(_ index: Int, _ past: inout History) -> Step {
    if let piece = bare(index, past) { return .take(piece) }
    if let end = colourEnd(index) { return .pass(end) }
    if let step = reported(index, &past) { return step }
    if let step = brace(index, &past) ?? encoded(index, &past) ?? behindSlash(index, &past) {
      return step
    }
    if let piece = literal(index) ?? comment(index) ?? quotedName(index, past) {
      return .take(piece)
    }
    if has("\\", at: index) { return backslash(index, &past) }
    if has(";", at: index) || has("\n", at: index) { return lineOrStatement(index, &past) }
    if startsWord(index) { return word(index, &past) }
    for mark in [",", "=", "?"] where has(mark, at: index) { past.items.append(mark) }
    return .pass(max(kept(index), index + 1))
  }

  // MARK: Looking

  func at(_ index: Int) -> Unicode.Scalar { text.indices.contains(index) ? text[index] : "\0" }

  func has(_ what: String, at index: Int) -> Bool {
    index >= 0 && text[min(index, text.count)...].starts(with: what.unicodeScalars)
  }

  func find(_ what: String, from index: Int) -> Int? {
    guard index <= text.count else { return nil }
    return (index..<text.count + 1).first { has(what, at: $0) }
  }

  func isDecimal(_ index: Int) -> Bool { index < text.count && ("0"..."9").contains(at(index)) }

  func isDigit(_ index: Int) -> Bool {
    guard index < text.count else { return false }
    let value = at(index).value
    let zeros: [UInt32] = [0x30, 0xFF10, 0x660, 0x6F0, 0x966]
    return zeros.contains { value >= $0 && value < $0 + 10 }
  }

  func isLetter(_ index: Int) -> Bool {
    guard index < text.count, !isDigit(index) else { return false }
    let scalar = at(index)
    return scalar == "_" || scalar.properties.isAlphabetic || scalar == "\u{FF3F}"
  }

  /// The end of a name that may begin at `index`.
  func wordEnd(_ index: Int) -> Int {
    var end = index
    while isLetter(end) || isDigit(end) || has("$", at: end) && rules.contains("a$b")
      || has("#", at: end) && rules.contains("a#b")
    { end += 1 }
    return end
  }

  func startsWord(_ index: Int) -> Bool {
    isLetter(index) || has("#", at: index) && rules.contains("a#b") && !rules.contains("#")
  }

  // MARK: What stays

  func kept(_ index: Int) -> Int {
    if startsWord(index) { return wordEnd(index) }
    if has("--", at: index), rules.contains("--") {
      return (index...).first { !has("-", at: $0) } ?? index
    }
    if let end = parameter(index) { return end }
    return index + 1
  }

  func parameter(_ index: Int) -> Int? {
    guard let sign = ["$", ":", "?"].first(where: { has($0, at: index) }),
      rules.contains(sign + "1")
    else { return nil }
    if sign == ":", index > 0, !followsColour(index) {
      guard " \t\n\u{B}\u{C}\r(,=<>+-*/%|!".unicodeScalars.contains(at(index - 1)) else {
        return nil
      }
    }
    let end = ((index + 1)...).first { !isDecimal($0) } ?? index
    guard (1...5).contains(end - index - 1) else { return nil }
    if end < text.count, isLetter(end) || isDigit(end) || at(end).value > 0x7F { return nil }
    if has(".", at: end), isDecimal(end + 1) { return nil }
    return end
  }

  // MARK: Literals

  func literal(_ index: Int) -> Piece? {
    guard let end = stringEnd(index) ?? dollarEnd(index) ?? numberStart(index).map(numberEnd) else {
      return nil
    }
    return Piece(from: index, to: min(end, text.count), kind: "L")
  }

  func numberStart(_ index: Int) -> Int? {
    if isDigit(index) { return index }
    if has("$", at: index), isDecimal(index + 1), parameter(index) == nil { return index + 1 }
    if has(".", at: index), isDecimal(index + 1) {
      let before = index > 0 ? at(index - 1) : " "
      if before == "." || before.value > 0x7F || isLetter(index - 1) || isDigit(index - 1) {
        return nil
      }
      return index + 1
    }
    return nil
  }

  func numberEnd(_ start: Int) -> Int {
    var end = start
    while end < text.count {
      let isPlain = text[start..<end].allSatisfy { "0123456789_.".unicodeScalars.contains($0) }
      if isPlain, has("e", at: end) || has("E", at: end) || has(".e", at: end) || has(".E", at: end)
      {
        let sign = end + (has(".", at: end) ? 2 : 1)
        if has("+", at: sign) || has("-", at: sign), isDecimal(sign + 1) {
          end = sign + 1
          continue
        }
        if isDecimal(sign) {
          end = sign
          continue
        }
      }
      if isDigit(end) || isLetter(end) || has("$", at: end) && !rules.contains("$$") {
        end += 1
      } else if has(".", at: end) {
        if isDecimal(end + 1) {
          end += 1
        } else if end + 1 < text.count,
          at(end + 1) == "." || isLetter(end + 1) || at(end + 1).value > 0x7F
        {
          return end
        } else {
          return end + 1
        }
      } else {
        return end
      }
    }
    return end
  }

  func stringEnd(_ index: Int) -> Int? {
    if rules.contains("‘’") {
      for (open, close) in [("‘", "’"), ("“", "”"), ("＂", "＂"), ("＇", "＇")]
      where has(open, at: index) {
        return find(close, from: index + 1).map { $0 + 1 } ?? text.count
      }
    }
    if let end = pastedEnd(index) { return end }
    var quote = index
    var prefix = ""
    if startsWord(index) {
      quote = wordEnd(index)
      prefix = String(String.UnicodeScalarView(text[index..<quote])).lowercased()
      if prefix == "u", has("&", at: quote) {
        quote += 1
        prefix = "u&"
      }
      var known = ["e", "n", "b", "x", "r", "rb", "br", "u&"]
      if rules.contains("q''") { known += ["q", "nq"] }
      guard known.contains(prefix) || prefix.hasPrefix("_") else { return nil }
    }
    let mark: String
    if has("'", at: quote) {
      mark = "'"
    } else if has("\"", at: quote), rules.contains("str\""), prefix != "q", prefix != "nq" {
      mark = "\""
    } else {
      return nil
    }
    if mark == "'", prefix.hasSuffix("q"), !prefix.hasPrefix("_") {
      guard quote + 1 < text.count else { return text.count }
      if !Self.isSpace(at(quote + 1)) {
        let open = Character(at(quote + 1))
        let close = ["[": "]", "{": "}", "(": ")", "<": ">"][String(open)] ?? String(open)
        return find(close + "'", from: quote + 2).map { $0 + 2 } ?? text.count
      }
    }
    var escapes = rules.contains("\\" + mark)
    if prefix == "e", mark == "'", rules.contains("E''") { escapes = true }
    if ["r", "rb", "br"].contains(prefix), rules.contains("raw") { escapes = false }
    if rules.contains("'''") {
      let triple = mark + mark + mark
      if has(triple, at: quote) { return quotedEnd(quote + 3, triple, escapes, doubles: false) }
      return unlessItGoesOn(quotedEnd(quote + 1, mark, escapes, doubles: false), mark)
    }
    return unlessItGoesOn(quotedEnd(quote + 1, mark, escapes, doubles: true), mark)
  }

  /// Words that a statement may have directly behind a literal.
  static let followers = Set(
    """
    and or as from where then else end when order group limit like ilike in is not between on using
    union collate escape asc desc into values set returning having join offset fetch for at over div
    mod xor regexp rlike similar uescape separator with interval partition xb xbf xbv xc xcf xcv year month day hour minute
    second
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
  )

  /// The end of the text if any other word of ASCII stands directly behind an apostrophe.
  func unlessItGoesOn(_ end: Int, _ mark: String) -> Int {
    let word = text[min(end, text.count)...].prefix {
      $0.isASCII && ($0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0))
    }
    guard mark == "'", let first = word.first, first.properties.isAlphabetic else { return end }
    return Self.followers.contains(String(String.UnicodeScalarView(word)).lowercased())
      ? end : text.count
  }

  /// The end behind `close`, by asking of each candidate how many backslashes or quotes precede it.
  func quotedEnd(_ inside: Int, _ close: String, _ escapes: Bool, doubles: Bool) -> Int {
    quotedEndIfAny(inside, close, escapes, doubles: doubles) ?? text.count
  }

  func quotedEndIfAny(_ inside: Int, _ close: String, _ escapes: Bool, doubles: Bool) -> Int? {
    var from = inside
    while let candidate = find(close, from: from) {
      var slashes = 0
      while candidate - slashes > inside, has("\\", at: candidate - slashes - 1) { slashes += 1 }
      if escapes, slashes % 2 == 1 {
        from = candidate + 1
      } else if doubles, has(close, at: candidate + 1) {
        if escapes, slashes > 0 { return nil }
        from = candidate + 2
      } else if close.count == 3, escapes, slashes > 0,
        has(String(close.prefix(1)), at: candidate + 3)
      {
        return nil
      } else {
        return candidate + close.unicodeScalars.count
      }
    }
    return nil
  }

  func dollarEnd(_ index: Int) -> Int? {
    guard has("$", at: index), rules.contains("$$") else { return nil }
    guard let second = find("$", from: index + 1) else { return nil }
    let tag = text[index + 1..<second]
    if !tag.isEmpty {
      guard rules.contains("$t$"), !isDecimal(index + 1) else { return nil }
      guard
        (index + 1..<second).allSatisfy({
          isLetter($0) || isDecimal($0) || at($0).value > 0x7F
        })
      else { return nil }
    }
    let delimiter = String(String.UnicodeScalarView(text[index...second]))
    return find(delimiter, from: second + 1).map { $0 + tag.count + 2 } ?? text.count
  }
}
