/// Writes one object of arguments, masked.
struct ArgumentWriter {
  let masking: ArgumentMasking
  let source: ArgumentSource
  let scrubs: [TextScrub]

  /// What the way to a value tells of it.
  struct Place {
    /// How many containers are open around it.
    var level: Int
    var isSensitive = false
    var holdsSQL = false
    var keepsNumbers = false
    var keepsTexts = false
    /// Whether texts stand for literals of a statement.
    var isBound = false
  }

  /// What the members of an object tell of each other.
  struct Siblings {
    /// Whether a name or key among them is sensitive, so that a value beside it is a secret.
    var hasPair = false
    /// Whether one is a statement, so that its parameters are literals.
    var hasSQL = false
  }

  // MARK: - The whole

  /// Writes the object that `text` is, with a marker for the members that the limit has no room for.
  mutating func writeTop(_ text: Span<UInt8>, _ space: inout ContainerSpace) {
    let total = Self.count(text)
    let siblings = siblings(text, JSONSteps(), holdsSQL: false, &space)
    var steps = JSONSteps()
    steps.open(text)
    space.content.append(ASCII.leftBrace)
    var scalars = 1
    var fit = (end: 1, members: 0)
    var written = 0
    while let name = steps.nextMember(text) {
      let start = space.content.count
      if isMarker(name, steps, text, at: written, of: total) {
        if written > 0 { space.content.append(ASCII.comma) }
        space.content.append(text.extracting(name.start - 1..<name.end + 1))
        space.content.append(ASCII.colon)
        space.content.append(text.extracting(steps.skip(text)))
      } else {
        member(name, text, &steps, at: written, Place(level: 0), siblings, &space)
      }
      written += 1
      scalars += UTF8Text.scalarCount(space.content.span, in: start..<space.content.count)
      if scalars + Self.room(for: total - written) <= masking.limit {
        fit = (space.content.count, written)
      } else if scalars >= masking.limit {
        break
      }
    }
    if fit.members < total {
      space.content.truncate(to: fit.end)
      space.content.append(fit.members == 0 ? "\"...\":\"" : ",\"...\":\"")
      space.content.append(decimal: total - fit.members)
      space.content.append(fit.members == 0 ? " keys\"" : " more\"")
    }
    space.content.append(ASCII.rightBrace)
  }

  private static func count(_ text: Span<UInt8>) -> Int {
    var steps = JSONSteps()
    var count = 0
    steps.open(text)
    while steps.nextMember(text) != nil {
      steps.skip(text)
      count += 1
    }
    return count
  }

  /// How many scalars the marker for `count` members and the brace behind it take.
  private static func room(for count: Int) -> Int {
    if count == 0 { return 1 }
    var digits = 1
    var rest = count
    while rest > 9 {
      rest /= 10
      digits += 1
    }
    // `,"...":"` and ` more"}`
    return digits + 15
  }

  /// Whether the last member of a text that was written before says how many were left out.
  private func isMarker(
    _ name: JSONToken,
    _ steps: JSONSteps,
    _ text: Span<UInt8>,
    at position: Int,
    of total: Int
  ) -> Bool {
    guard source == .image, position == total - 1, name.end - name.start == 3,
      text.extracting(name.start..<name.end).equals(MemberName.rest)
    else { return false }
    var steps = steps
    let value = text.extracting(steps.skip(text))
    // A quote, one to nine digits, a blank, four letters and a quote.
    guard (8...16).contains(value.count), value[0] == ASCII.quote, value[1] != ASCII.zero else {
      return false
    }
    let digits = value.extracting(1..<value.count - 6)
    return digits.allSatisfy { $0.isDigit }
      && value.extracting(value.count - 6..<value.count).equals(total == 1 ? " keys\"" : " more\"")
  }

  // MARK: - Members

  func member(
    _ token: JSONToken,
    _ text: Span<UInt8>,
    _ steps: inout JSONSteps,
    at position: Int,
    _ outer: Place,
    _ siblings: Siblings,
    _ space: inout ContainerSpace
  ) {
    space.readName(token, in: text)
    var place = place(behind: space.name.span, outer, siblings)
    if keepsName(&space) {
      space.content.append(member: space.name, isFirst: position == 0)
    } else {
      space.content.append(position: position, isFirst: position == 0)
      // A second pass does not know the name.
      place.keepsNumbers = false
      place.keepsTexts = masking.texts == nil
    }
    if !place.isSensitive { place.isSensitive = space.nameIsSensitive() }
    value(text, &steps, place, &space)
  }

  /// What the name of a member of the object at `outer` tells of its value.
  private func place(behind name: Span<UInt8>, _ outer: Place, _ siblings: Siblings) -> Place {
    let isValue = siblings.hasPair && Self.values.containsFolded(name, from: 0, to: name.count)
    return Place(
      level: outer.level + 1,
      isSensitive: isValue || MemberName.isSensitive(name),
      holdsSQL: outer.holdsSQL || Self.holdsSQL(name),
      keepsNumbers: Shaping.place(of: name, in: masking.numbers) >= 0,
      keepsTexts: keepsTexts(of: name),
      isBound: outer.isBound || Self.bindings.containsFolded(name, from: 0, to: name.count)
        || siblings.hasSQL && Self.parameters.containsFolded(name, from: 0, to: name.count)
    )
  }

  private func keepsTexts(of name: Span<UInt8>) -> Bool {
    guard let texts = masking.texts else { return true }
    return Shaping.place(of: name, in: texts) >= 0
  }

  /// Whether the name in the space may leave.
  private func keepsName(_ space: inout ContainerSpace) -> Bool {
    guard MemberName.isIdentifier(space.name.span) else { return false }
    if let allowed = masking.allowed, Shaping.place(of: space.name.span, in: allowed) < 0 {
      return false
    }
    var digits = 0
    for position in 0..<space.name.count where space.name[position].isDigit { digits += 1 }
    return digits <= 4 && Self.isFixpoint(scrubs[0], space.name, &space.scrub)
  }

  private static func isFixpoint(
    _ scrub: TextScrub,
    _ text: borrowing ByteBuffer,
    _ space: inout ScrubSpace
  ) -> Bool {
    scrub.isFixpoint(text.span, &space)
  }

  private static func holdsSQL(_ name: Span<UInt8>) -> Bool {
    let parts = NameParts(name, from: 0, to: name.count)
    for part in 0..<parts.count
    where parts.stands(in: sqlParts, from: part, through: part) || parts.ends(part, with: "sql")
      || parts.ends(part, with: "query")
    {
      return true
    }
    return false
  }

  /// What the members of the object at the cursor tell of each other.
  func siblings(
    _ text: Span<UInt8>,
    _ steps: JSONSteps,
    holdsSQL: Bool,
    _ space: inout ContainerSpace
  ) -> Siblings {
    var siblings = Siblings()
    var steps = steps
    steps.open(text)
    while let token = steps.nextMember(text) {
      space.readName(token, in: text)
      // A number leaves as a text: what its name tells must not depend on which it is.
      let isNamed = Self.holdsSQL(space.name.span)
      if isNamed { siblings.hasSQL = true }
      guard steps.peek(text) == ASCII.quote else {
        steps.skip(text)
        continue
      }
      space.readText(steps.takeString(text), in: text)
      let isStatement = SQLStatement.stands(in: space.text.span)
      if isStatement { siblings.hasSQL = true }
      let isSQL = holdsSQL || isNamed || isStatement
      guard !siblings.hasPair,
        Self.names.containsFolded(space.name.span, from: 0, to: space.name.count)
      else { continue }
      // What leaves of the label must be judged as a second pass would.
      if Self.apply(scrubs[isSQL ? 1 : 0], space.text, &space.scrub).text != .original {
        siblings.hasPair = Self.isSensitiveLabel(space.scrub.text.span)
      }
      space.foldText()
      if Self.isSensitiveLabel(space.text.span) { siblings.hasPair = true }
    }
    return siblings
  }

  /// Whether a text, of which only the last step of a path counts, calls a secret by its name:
  /// `apiKey`, `Database password:`, `/spec/password`.
  private static func isSensitiveLabel(_ text: Span<UInt8>) -> Bool {
    guard text.count <= longestLabel else { return false }
    var start = text.count
    while start > 0, text[start - 1] != ASCII.slash {
      start -= 1
      // `<secret>` is no name of a secret.
      if text[start] == ASCII.less { return false }
    }
    let parts = NameParts(text, from: start, to: text.count)
    return SensitiveName.weight(parts, word: 0).rawValue >= NameWeight.number.rawValue
  }

  /// Whether a text is nothing but a name, perhaps with a flag's hyphens or a colon, of a secret.
  static func isSensitiveWord(_ text: Span<UInt8>) -> Bool {
    var start = 0
    while start < text.count, start < 2, text[start] == ASCII.minus { start += 1 }
    var end = text.count
    if end > start, text[end - 1] == ASCII.colon { end -= 1 }
    guard MemberName.isIdentifier(text.extracting(start..<end)) else { return false }
    let parts = NameParts(text, from: start, to: end)
    return SensitiveName.weight(parts, word: 0).rawValue >= NameWeight.weak.rawValue
  }

  private static let sqlParts = WordTable(
    "sql query queries statement statements stmt where having predicate filter condition"
  )
  private static let names = WordTable(
    """
    name key field id type header parametername parameterkey k n param parameter label property prop \
    attribute attr option setting variable var argument arg flag path title keyname varname \
    headername fieldname paramname settingname configkey question selector locator
    """
  )
  private static let values = WordTable(
    """
    value val values content data default parametervalue v text input string plaintext newvalue \
    oldvalue headervalue fieldvalue paramvalue settingvalue configvalue answer response
    """
  )
  /// What literals that are handed to a statement are called, everywhere and beside a statement.
  private static let bindings = WordTable(
    "binds bind bindings bindvars bindvariables sqlparams queryparams sqlparameters queryparameters"
  )
  private static let parameters = WordTable(
    "params parameters args arguments values vars variables"
  )
  /// The most bytes of a label: a longer one is a sentence.
  private static let longestLabel = 64
}
