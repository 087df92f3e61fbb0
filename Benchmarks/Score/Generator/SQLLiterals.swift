/// How the words of a template are cased and where its lines break.
struct Layout {
  /// The ways of laying out a statement.
  enum Breaks {
    /// Nowhere.
    case none
    /// Before each clause.
    case clauses
    /// Before each clause, which is indented.
    case indented
  }

  /// Where lines break.
  var breaks = Breaks.none
  /// True if keywords are written small.
  var isLower = false

  private static let clauses = [
    " FROM ", " WHERE ", " GROUP BY ", " ORDER BY ", " VALUES ", " SET ", " AND ", " JOIN ",
    " WHEN ",
    " RETURNING ", " HAVING ", " LIMIT ", " ON ",
  ]

  /// The text in this layout.
  func applied(to text: String) -> String {
    var result = text
    if breaks != .none {
      for clause in Layout.clauses {
        let pieces = Layout.split(result, at: clause)
        result = pieces.joined(
          separator: (breaks == .indented ? "\n  " : "\n") + clause.dropFirst()
        )
      }
    }
    return isLower ? result.lowercased() : result
  }

  private static func split(_ text: String, at word: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.hasPrefix(word) {
        pieces.append(current)
        current = ""
        rest = rest.dropFirst(word.count)
      } else {
        current.append(rest.removeFirst())
      }
    }
    return pieces + [current]
  }
}

extension Writer {
  /// A literal, a comment or a body of rows of an SQL statement.
  mutating func literal(_ name: String) -> Answer? {
    switch name {
    case "s": return string("'", "'", doubled: true, "single-quoted")
    case "s.bs": return string("'", "'", doubled: false, "backslash")
    case "s.e": return string("E'", "'", doubled: false, "escape-string")
    case "s.n": return string("N'", "'", doubled: true, "national")
    case "s.u": return string("U&'", "'", doubled: true, "unicode-string")
    case "s.dq": return string("\"", "\"", doubled: true, "double-quoted")
    case "s.dqbs": return string("\"", "\"", doubled: false, "double-quoted")
    case "s.raw": return string("r'", "'", doubled: nil, "raw")
    case "s.tri": return string("'''", "'''", doubled: nil, "triple-quoted")
    case "s.tri2": return string("\"\"\"", "\"\"\"", doubled: nil, "triple-quoted")
    case "s.d": return string("$$", "$$", doubled: nil, "dollar-quoted")
    case "s.dt":
      let tag = random.pick(["$q$", "$body$", "$txt_1$", "$_$"])
      return string(tag, tag, doubled: nil, "dollar-tagged")
    case "s.q":
      let (open, close) = random.pick(
        [("[", "]"), ("{", "}"), ("(", ")"), ("!", "!")],
        else: ("<", ">")
      )
      let start = random.pick(["q'", "Q'"])
      return string(start + open, close + "'", doubled: nil, "q-quote")
    case "s.nq": return string("nq'[", "]'", doubled: nil, "q-quote")
    case "s.intro": return string("_utf8mb4'", "'", doubled: false, "introducer")
    case "s.open": return string("'", "", doubled: true, "unterminated")
    case "s.like":
      return .secret(sql("string", "'%" + person.company + "%'", [person.company], "like"))
    case "s.mail":
      return .secret(sql("string", "'" + mailText() + "'", [mailText()], "single-quoted"))
    case "s.json": return .secret(json())
    case "s.multi":
      let value = "'" + person.fullName + "\n" + streetLine() + "'"
      return .secret(sql("string", value, [person.fullName], "multi-line"))
    case "s.adj":
      let value = "'\(person.fullName)'\n  '\(person.company)'"
      return .secret(sql("string", value, [person.fullName, person.company], "adjacent"))
    case "blob.x": return blob("X'", "'", "hex-string")
    case "blob.0x": return blob("0x", "", "hex-number")
    case "blob.b":
      let bits = random.characters(24, of: Array("01"))
      return .secret(sql("other", "B'" + bits + "'", [bits], "bit-string"))
    case "d": return .secret(date())
    case "d.ts":
      let day = date().parts.first ?? ""
      let time = "\(random.within(10, 23)):\(random.within(10, 59)):\(random.within(10, 59))"
      return .secret(sql("string", "'" + day + " " + time + "'", [day], "timestamp"))
    case "rows", "rows.csv": return .secret(rows(separator: name == "rows" ? "\t" : ","))
    default: return name.hasPrefix("num") ? number(name) : comment(name)
    }
  }

  private func sql(_ kind: String, _ value: String, _ parts: [String], _ form: String) -> Secret {
    Secret(category: "sql-" + kind, value: value, parts: parts, form: form)
  }

  private func mailText() -> String {
    person.first + "." + person.account + "@" + person.domain
  }

  private mutating func streetLine() -> String {
    "\(random.within(2, 199)) " + Person.capitalized(random.pick(Names.tail)) + " Lane"
  }

  private mutating func date() -> Secret {
    let month = JSONText.padded(String(random.within(1, 12)), to: 2)
    let day = JSONText.padded(String(random.within(1, 28)), to: 2)
    let value = "\(random.within(1941, 2026))-\(month)-\(day)"
    return sql("string", "'" + value + "'", [value], "date")
  }

  /// What a literal says, and the pieces of it that tell something.
  private mutating func phrase() -> (text: String, parts: [String]) {
    let company = Person.capitalized(person.company)
    switch random.below(22) {
    case 0: return (person.fullName, [person.fullName])
    case 1: return (mailText(), [person.first + "." + person.account, person.company])
    case 2: return (company + " " + Person.capitalized(person.trade), [company])
    case 3:
      let number = "\(random.within(201, 989))-555-\(random.characters(4, of: Alphabet.decimal))"
      return (number, [number])
    case 4: return (person.project + "-" + random.digits(5), [person.project])
    case 5:
      let last = Person.capitalized(person.last)
      return ("O'" + last + " & " + company, [last, company])
    case 6: return (company + " -- see /* file */ " + person.project, [company, person.project])
    case 7: return ("C:\\Data\\" + company + "\\x; SELECT 1", [company])
    case 8:
      return ("call " + person.fullName + " re: \"" + company + "\"?", [person.fullName, company])
    case 9:
      let name = random.pick(Names.foreign)
      return (name, [name])
    case 10:
      let code = random.characters(18, of: Alphabet.alphanumeric)
      return (code, [code])
    case 11: return ("it''s " + company, [company])
    case 12: return ("Übersicht für " + company + " 👍", [company])
    case 13: return ("x = 1; DROP TABLE " + company, [company])
    case 14: return ("100% of " + company + "'s share", [company])
    case 15: return ("?, $1, :name, @p of " + company, [company])
    case 16: return ("FROM users WHERE name = " + company + " AND 1=1", [company])
    case 17: return (internalHost().value, [person.company])
    case 18:
      let code = random.digits(9)
      return (code, [code])
    case 19: return ("# " + company + "; // note", [company])
    case 20: return ("/* " + company + " */", [company])
    default: return (person.fullName + ", " + streetLine(), [person.fullName])
    }
  }

  private mutating func string(
    _ open: String,
    _ close: String,
    doubled: Bool?,
    _ form: String
  ) -> Answer {
    var (text, parts) = phrase()
    // No escape in these dialects: the literal ends at its first quote.
    let isBackslashPlain =
      doubled == true && SQLNames.dialectsWithoutBackslash.contains(dialect)
      && (form == "single-quoted" || form == "national")
    if isBackslashPlain, random.chance(8) {
      text = "D:\\" + Person.capitalized(person.company) + "\\"
      parts = [Person.capitalized(person.company)]
    }
    if form == "unicode-string" { text = text.replacing("\\", with: "\\\\") + "\\0041" }
    let quote = open.last ?? "'"
    var value = ""
    for character in text.replacing("''", with: "'") {
      switch doubled {
      case true?: value += character == quote ? "\(quote)\(quote)" : String(character)
      case false?:
        value += character == quote || character == "\\" ? "\\\(character)" : String(character)
      case nil:
        // No escape exists: what could end the literal is left out.
        let isEnd = close.hasPrefix(String(character)) || close.hasSuffix(String(character))
        if !isEnd && character != "\\" { value.append(character) }
      }
    }
    return .secret(sql("string", open + value + close, parts, form))
  }

  private mutating func json() -> Secret {
    let name = person.fullName
    let value =
      "'{\"name\": \"\(name)\", \"org\": [\"\(person.company)\"], \"n\": \(random.within(1, 9))}'"
    return sql("string", value, [name, person.company], "json")
  }

  private mutating func blob(_ open: String, _ close: String, _ form: String) -> Answer {
    let digits = random.characters(random.within(8, 16) * 2, of: Alphabet.upperHexadecimal)
    return .secret(sql("other", open + digits + close, [digits], form))
  }

  private mutating func number(_ name: String) -> Answer? {
    let digits = random.digits(random.within(5, 11))
    switch name {
    case "num": return .secret(sql("number", digits, [digits], "integer"))
    case "num.neg": return .secret(sql("number", "-" + digits, [digits], "negative"))
    case "num.dec":
      let value = digits + "." + random.characters(2, of: Alphabet.decimal)
      return .secret(sql("number", value, [digits], "decimal"))
    case "num.exp":
      let value = digits + random.pick(["e", "E"]) + random.pick(["3", "-2", "+4"])
      return .secret(sql("number", value, [digits], "exponent"))
    case "num.frac": return .secret(sql("number", "." + digits, [digits], "fraction"))
    case "num.us":
      let value = "\(random.within(10, 999))_\(random.within(100, 999))_\(random.within(100, 999))"
      return .secret(sql("number", value, [value], "underscored"))
    case "num.s": return .neutral(String(random.within(1, 500)))
    default: return nil
    }
  }

  private mutating func remark() -> (text: String, parts: [String]) {
    let company = person.company
    let name = person.first + " " + person.last
    switch random.below(6) {
    case 0: return ("asked by " + name, [name])
    case 1: return ("for " + company + ", see 'note'", [company])
    case 2: return ("password was " + random.pick(Names.head) + company + "!", [company])
    case 3: return ("don't run for " + company, [company])
    case 4: return (mailText() + " wants this \"soon\"", [person.first + "." + person.account])
    default: return ("TODO " + name + ": drop after the " + company + " deal", [name, company])
    }
  }

  private mutating func comment(_ name: String) -> Answer? {
    let (text, parts) = remark()
    switch name {
    case "c.line": return .secret(sql("comment", "-- " + text, parts, "line"))
    case "c.hash": return .secret(sql("comment", "# " + text, parts, "hash"))
    case "c.slash": return .secret(sql("comment", "// " + text, parts, "slashes"))
    case "c.block": return .secret(sql("comment", "/* " + text + " */", parts, "block"))
    case "c.multi":
      return .secret(sql("comment", "/*\n * " + text + "\n */", parts, "block-lines"))
    case "c.nest":
      let other = person.project
      let value = "/* " + text + " /* inner */ " + other + " */"
      return .secret(sql("comment", value, parts + [other], "nested"))
    default: return nil
    }
  }

  private mutating func rows(separator: String) -> Secret {
    var lines: [String] = []
    var parts: [String] = []
    for _ in 0..<random.within(2, 3) {
      let id = random.digits(6)
      let mail = random.pick(Names.first) + "@" + person.domain
      lines.append([id, mail, random.pick(["\\N", "t", ""])].joined(separator: separator))
      parts += [id, mail]
    }
    return sql("other", lines.joined(separator: "\n"), parts, "rows")
  }
}
