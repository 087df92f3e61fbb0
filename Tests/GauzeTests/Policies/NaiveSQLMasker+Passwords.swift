/// Bare passwords and the quotes of encodings, as the naive masker reads them.
extension NaiveSQLMasker {
  static func words(_ text: String) -> Set<String> {
    Set(text.split { $0.isWhitespace }.map(String.init))
  }

  static let accounts = words(
    """
    user users role login group server credential credentials key keys link certificate secret
    connection subscription stage integration endpoint account master replication group_replication
    slave replica
    """
  )
  static let kinds = words(
    """
    or replace if not exists temporary temp persistent public shared private database scoped
    symmetric asymmetric service external application encryption security api storage notification
    catalog foreign local
    """
  )
  static let passwordNames = words(
    """
    password passwd pwd old_password new_password master_password source_password passphrase secret
    secret_key secret_access_key aws_secret_key aws_secret_access_key aws_key_id aws_token
    azure_sas_token sas_token key_id access_key access_key_id access_token session_token auth_token
    bearer_token refresh_token token client_secret oauth_client_secret shared_secret api_key
    private_key private_key_passphrase
    """
  )
  static let noValues = words(
    """
    expire null history reuse require lock unlock optional disable policy must_change never default
    from where and or in on not as with using valid
    """
  )
  static let between = words("password passwd values to is for")

  // MARK: Bare passwords

  func bare(_ index: Int, _ past: History) -> Piece? {
    let phrase = past.phrase
    guard ["by", "name"].contains(phrase), index < text.count else { return nil }
    if "\"'`?=,;()\\ \t\n\u{B}\u{C}\r".unicodeScalars.contains(at(index)) { return nil }
    if has("[", at: index), rules.contains("[]") { return nil }
    if has(":", at: index), index + 1 == text.count || Self.isSpace(at(index + 1)) { return nil }
    if ["{{", "{%", "{#"].contains(where: { has($0, at: index) }) { return nil }
    if has("&", at: index) || has("%", at: index) { return nil }
    if family(index) != nil { return nil }
    if at(index).value > 0x7F, !isLetter(index), !isDigit(index) { return nil }
    if isLetter(index) {
      if stringEnd(index) != nil { return nil }
      let word = string(index..<wordEnd(index)).lowercased()
      if Self.between.contains(word) || phrase == "by" && word == "random" { return nil }
      if phrase == "name", Self.noValues.contains(word) { return nil }
    }
    var end = index
    while end < text.count, !endsBare(end) {
      // The dashes of MySQL are a comment together or not at all.
      if has("--", at: end) { end = (end...).first { !has("-", at: $0) } ?? end } else { end += 1 }
    }
    return end > index ? Piece(from: index, to: end, kind: "L") : nil
  }

  private func endsBare(_ index: Int) -> Bool {
    if "\"'`,;) \t\n\u{B}\u{C}\r".unicodeScalars.contains(at(index)) { return true }
    let escapes = ["\\\"", "\\'", "\\`", "\\\\", "\\n", "\\r", "\\t"]
    if escapes.contains(where: { has($0, at: index) }) { return true }
    if has("{#", at: index) || has("/*", at: index) { return true }
    return comment(index) != nil
  }

  func behindSlash(_ index: Int, _ past: inout History) -> Step? {
    guard has("/", at: index), comment(index) == nil, index > 0, index + 1 < text.count else {
      return nil
    }
    if past.phrase == "user", !Self.isSpace(at(index + 1)) {
      past.items.append("/")
      return .pass(index + 1)
    }
    if has("://", at: index - 2) {
      func isPart(_ range: Range<Int>) -> Bool {
        !string(range).unicodeScalars.contains { scalar in
          scalar.isASCII && !"!#%^*+-.~&_".unicodeScalars.contains(scalar)
            && !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
        } && string(range).utf8.count <= 64
      }
      guard let colon = find(":", from: index + 1), isPart(index + 1..<colon),
        let at = find("@", from: colon + 1), at > colon + 1, isPart(colon + 1..<at)
      else { return nil }
      return .take(Piece(from: index + 1, to: at, kind: "L"))
    }
    func isWord(_ index: Int) -> Bool {
      isDecimal(index) || at(index).value > 0x7F
        || at(index).isASCII && (at(index).properties.isAlphabetic || at(index) == "_")
    }
    guard isWord(index - 1), let at = find("@", from: index + 1), at > index + 1,
      string(index + 1..<at).utf8.count <= 64,
      (index + 1..<at).allSatisfy({ isWord($0) || "!#%^*+-.~&".unicodeScalars.contains(text[$0]) }),
      isWord(at + 1) || has("/", at: at + 1)
    else { return nil }
    return .take(Piece(from: index + 1, to: at, kind: "L"))
  }

  // MARK: Encodings

  func encoded(_ index: Int, _ past: inout History) -> Step? {
    guard has("&", at: index) || has("%", at: index) else { return nil }
    guard let (value, inside) = encodedQuote(index) else {
      return namedReference(index).map { .pass($0) }
    }
    let mark = at(index)
    let kind = "\(mark)\(value)"
    var from = past.unclosed.contains(kind) ? text.count : inside
    while from < text.count {
      guard at(from) == mark, let (other, end) = encodedQuote(from), other == value else {
        from += 1
        continue
      }
      let isEscaped = has("\\", at: from - 1) && from > inside
      if isEscaped || mark == "%" && (has("5C", at: from - 2) || has("5c", at: from - 2)) {
        return .take(Piece(from: index, to: text.count, kind: "L"))
      }
      if at(end) == mark, let (next, after) = encodedQuote(end), next == value {
        from = after
        continue
      }
      return .take(Piece(from: index, to: unlessItGoesOn(end, "'"), kind: "L"))
    }
    // A search that found nothing is not made again, although a doubled quote may be read otherwise.
    past.unclosed.insert(kind)
    let next = at(inside)
    let mayQuote =
      inside < text.count
      && (next.properties.isAlphabetic || next.value > 0x7F || "_%+".unicodeScalars.contains(next))
    guard mark == "&" || mayQuote else { return nil }
    return .take(Piece(from: index, to: text.count, kind: "L"))
  }

  /// The scalar that an encoded quote means, `‘` for all typographic ones, and where it ends.
  func encodedQuote(_ index: Int) -> (Unicode.Scalar, Int)? {
    if has("&", at: index) {
      var start = index + 1
      while has("amp;", at: start) { start += 4 }
      guard let end = find(";", from: start), end - start <= 12 else { return nil }
      let name = string(start..<end)
      let scalar: Unicode.Scalar? =
        name.hasPrefix("#x") || name.hasPrefix("#X")
        ? UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        : name.hasPrefix("#")
          ? UInt32(name.dropFirst(), radix: 10).flatMap(Unicode.Scalar.init)
          : Self.quoteNames[name.lowercased() == "quot" ? "quot" : name]
      return scalar.flatMap(Self.quote).map { ($0, end + 1) }
    }
    guard let (first, end) = percentByte(index) else { return nil }
    if first < 0x80 { return Self.quote(Unicode.Scalar(first)).map { ($0, end) } }
    guard first == 0xE2, let (second, middle) = percentByte(end), second == 0x80,
      let (third, last) = percentByte(middle), (0x98...0x9F).contains(third)
    else { return nil }
    return ("‘", last)
  }

  private static let quoteNames: [String: Unicode.Scalar] = [
    "quot": "\"", "apos": "'", "grave": "`", "lsquo": "‘", "rsquo": "‘", "sbquo": "‘",
    "ldquo": "‘", "rdquo": "‘", "bdquo": "‘", "laquo": "‘", "raquo": "‘", "lsaquo": "‘",
    "rsaquo": "‘", "prime": "‘", "Prime": "‘", "acute": "‘",
  ]

  private static func quote(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if "\"'`".unicodeScalars.contains(scalar) { return scalar }
    return "‘’‚‛“”„‟«»´".unicodeScalars.contains(scalar) ? "‘" : nil
  }

  private func percentByte(_ index: Int) -> (UInt8, Int)? {
    func digits(_ index: Int) -> UInt8? {
      guard index + 1 < text.count, at(index).properties.isASCIIHexDigit,
        at(index + 1).properties.isASCIIHexDigit
      else { return nil }
      return UInt8(string(index..<index + 2), radix: 16)
    }
    guard has("%", at: index) else { return nil }
    var start = index + 1
    while digits(start) == 0x25, digits(start + 2) != nil { start += 2 }
    return digits(start).map { ($0, start + 2) }
  }

  /// The end of a reference by name to a character that is no quote.
  func namedReference(_ index: Int) -> Int? {
    let names = [
      "lt", "gt", "amp", "nbsp", "commat", "sol", "bsol", "colon", "period", "quot", "apos",
    ]
    return names.first { has("&\($0);", at: index) }.map { index + $0.count + 2 }
  }
}

/// What the words so far announce, read anew from the first of the statement.
extension NaiveSQLMasker.History {
  var awaits: Bool { ["by", "name"].contains(phrase) }

  var phrase: String {
    typealias Masker = NaiveSQLMasker
    let statement = items.split(separator: ";", omittingEmptySubsequences: false).last ?? []
    var phrase = ""
    var isAboutAccounts = false
    for (index, item) in zip(statement.indices, statement) {
      let before = statement[statement.startIndex..<index]
      switch item {
      case "L", "?":
        phrase = ["by": "by L", "with": "plugin", "for": "for", "connect": "user"][phrase] ?? ""
      case ",": phrase = phrase == "by" ? "by L" : ""
      case "=": phrase = ["by": "by", "name": "name", "for": "name"][phrase] ?? ""
      case "/": phrase = "by"
      default:
        let followers: [String: [String: String]] = [
          "identified": ["with": "with", "via": "with", "by": "by"],
          "plugin": ["by": "by", "as": "by", "using": "by"],
          "by L": ["replace": "by", "salt": "by", "or": "with"],
          "by": [
            "random": "random", "password": "by", "passwd": "by", "values": "by", "to": "by",
            "is": "by", "for": "by",
          ],
          "name": [
            "for": "for", "password": "name", "passwd": "name", "values": "name",
            "to": "name", "is": "name",
          ],
        ]
        if let next = followers[phrase]?[item] {
          phrase = next
        } else if phrase == "format", Masker.formats.contains(item) {
          phrase = ""
        } else if phrase == "from", item == "stdin" {
          phrase = ""
        } else if phrase == "with" {
          phrase = "plugin"
        } else if phrase == "for" {
          phrase = item == "to" ? "name" : "for"
        } else if phrase == "create", Masker.accounts.contains(item) {
          isAboutAccounts = true
          phrase = ""
        } else if phrase == "create", Masker.kinds.contains(item) {
          phrase = "create"
        } else if phrase == "set", item == "password", !before.contains("update") {
          isAboutAccounts = true
          phrase = "name"
        } else if phrase == "pragma",
          ["key", "rekey", "hexkey", "hexrekey", "textkey", "textrekey"].contains(item)
        {
          phrase = "name"
        } else if phrase == "connect", !["by", "to", "on", "as", "with", "from"].contains(item) {
          phrase = "user"
        } else if phrase == "random" {
          phrase = ""
        } else if isAboutAccounts, Masker.passwordNames.contains(item) {
          phrase = "name"
        } else {
          let begins = [
            "from": "from", "set": "set", "connect": "connect", "conn": "connect",
            "sqlplus": "connect", "create": "create", "alter": "create", "modify": "create",
            "change": "create", "start": "create", "open": "create", "backup": "create",
            "identified": "identified", "pragma": "pragma",
          ]
          phrase = begins[item] ?? (item == "format" && before.contains("insert") ? item : "")
        }
      }
    }
    return phrase
  }
}
