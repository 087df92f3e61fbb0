/// What a generator answers.
enum Answer {
  /// Harmless text.
  case harmless(String)
  /// Neither secret nor harmless.
  case neutral(String)
  /// A secret.
  case secret(Secret)
}

/// Fills templates for one invented person.
struct Writer {
  /// The source of chance.
  var random: Random
  /// Whose data the text is about.
  var person: Person
  /// How the statement is laid out, for SQL.
  var layout = Layout()
  /// The dialect, for SQL.
  var dialect = ""
  /// The latest secret, which `«again»` repeats.
  private var latest: Secret?
  /// Names that no generator knows.
  private(set) var unknown: [String] = []

  /// A writer with a person of its own.
  init(seed: UInt64) {
    var random = Random(seed: seed)
    person = Person(&random)
    self.random = random
  }

  /// The text of a template.
  mutating func draft(_ nodes: [Node]) -> Draft {
    var draft = Draft()
    for node in nodes {
      switch node {
      case .literal(let text):
        if dialect.isEmpty { draft.append(text) } else { draft.append(layout.applied(to: text)) }
      case .slot(let encodings, let name):
        append(answer(name), encodings, to: &draft)
      case .choice(let alternatives):
        draft.append(self.draft(random.pick(alternatives, else: [])))
      case .neutral(let inner):
        let start = draft.scalars.count
        let laid = layout
        layout = Layout()
        draft.append(self.draft(inner))
        layout = laid
        draft.neutral.append(start..<draft.scalars.count)
      }
    }
    return draft
  }

  private mutating func append(_ answer: Answer, _ encodings: [String], to draft: inout Draft) {
    switch answer {
    case .harmless(let text): draft.append(text)
    case .neutral(let text):
      let start = draft.scalars.count
      draft.append(text)
      draft.neutral.append(start..<draft.scalars.count)
    case .secret(let secret):
      var encoded = secret
      for encoding in encodings.reversed() { encoded = Encoding.apply(encoding, to: encoded) }
      latest = encoded
      draft.append(encoded)
    }
  }

  private mutating func answer(_ name: String) -> Answer {
    if name == "again" {
      guard let latest else { return .harmless("") }
      return .secret(latest)
    }
    let words = name.split(separator: ".").map(String.init)
    let kind = words.first ?? ""
    let detail = words.dropFirst().joined(separator: ".")
    let answer: Answer?
    switch kind {
    case "path": answer = path(detail).map { .secret($0) }
    case "email": answer = email(detail).map { .secret($0) }
    case "tok": answer = token(detail).map { .secret($0) }
    case "conn": answer = connection(detail).map { .secret($0) }
    case "ip4", "ip6", "mac", "host": answer = address(name).map { .secret($0) }
    case "card", "iban", "ssn", "phone", "acct", "arn":
      answer = identifier(name).map { .secret($0) }
    case "s", "num", "d", "c", "blob", "rows": answer = literal(name)
    case "t", "col", "alias", "fn", "qi", "hint": answer = sqlName(name)
    default: answer = filler(name).map { .harmless($0) }
    }
    if let answer { return answer }
    unknown.append(name)
    return .harmless("")
  }
}

/// The encodings that a slot may ask for.
enum Encoding {
  /// Forms that say less than that a secret stands in quotes.
  private static let plainForms: Set<String> = ["plain", "password", "opaque", "base64", "hex"]

  /// The secret in the encoding of that name; an unknown name changes nothing.
  static func apply(_ name: String, to secret: Secret) -> Secret {
    switch name {
    case "json": secret.mapped(form: "json", json)
    case "jsonx": secret.mapped(form: "json", jsonASCII)
    case "pct": secret.mapped(form: "percent", percent)
    case "pctall": secret.mapped(form: "percent", percentAll)
    case "html": secret.mapped(form: "html", html)
    case "full": secret.mapped(form: "fullwidth", fullWidth)
    case "q" where secret.category == "path" || plainForms.contains(secret.form):
      Secret(
        category: secret.category,
        value: secret.value,
        parts: secret.parts,
        form: "quoted"
      )
    default: secret
    }
  }

  private static func json(_ scalar: Unicode.Scalar) -> String {
    String(JSONText.quoted(String(Character(scalar))).dropFirst().dropLast())
  }

  private static func jsonASCII(_ scalar: Unicode.Scalar) -> String {
    if scalar == "/" { return "\\/" }
    guard scalar.value > 0x7E || scalar == "@" else { return json(scalar) }
    var result = ""
    for unit in String(Character(scalar)).utf16 {
      result += "\\u" + JSONText.padded(String(unit, radix: 16), to: 4)
    }
    return result
  }

  /// Leaves what RFC 3986 calls unreserved, and the marks that separate parts of an address.
  static func percent(_ scalar: Unicode.Scalar) -> String {
    if "/:.-_~\\".unicodeScalars.contains(scalar) { return String(Character(scalar)) }
    return percentAll(scalar)
  }

  private static func percentAll(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      return String(Character(scalar))
    }
    if ".-_~".unicodeScalars.contains(scalar) { return String(Character(scalar)) }
    var result = ""
    for byte in String(Character(scalar)).utf8 {
      result += "%" + JSONText.padded(String(byte, radix: 16, uppercase: true), to: 2)
    }
    return result
  }

  private static func html(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "@": "&#64;"
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "/": "&#x2F;"
    default: String(Character(scalar))
    }
  }

  private static func fullWidth(_ scalar: Unicode.Scalar) -> String {
    guard scalar.value > 0x20, scalar.value < 0x7F,
      let wide = Unicode.Scalar(scalar.value + 0xFEE0)
    else { return String(Character(scalar)) }
    return String(Character(wide))
  }
}
