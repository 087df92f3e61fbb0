/// One piece of a template.
indirect enum Node: Sendable {
  /// Text as it stands.
  case literal(String)
  /// A generator's name, with the encodings to put over it.
  case slot(encodings: [String], name: String)
  /// One of several.
  case choice([[Node]])
  /// What nobody is asked to mask or to keep.
  case neutral([Node])
}

/// A text with slots, and its name.
///
/// Slots stand between `«` and `»`: `«path.posix»` asks the generator of that name, `«json/path.win»`
/// asks it and escapes the answer, `«?a|b»` takes one of the two, `«~text»` marks what is neither
/// secret nor harmless. They nest.
struct Template: Sendable {
  /// The name of the shape.
  let shape: String
  /// The dialect of an SQL template, else nothing.
  let dialect: String
  /// The pieces.
  let nodes: [Node]

  /// All templates of a sheet. A line `@ shape` starts one; `@ dialect shape` one of SQL.
  static func sheet(_ text: String) -> [Template] {
    var templates: [Template] = []
    var heading: [Substring] = []
    var body: [Substring] = []
    func finish() -> Template? {
      guard let shape = heading.last else { return nil }
      var parser = TemplateParser(body.joined(separator: "\n"))
      return Template(
        shape: String(shape),
        dialect: heading.count > 1 ? String(heading[0]) : "",
        nodes: parser.nodes(inside: false)
      )
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("@ ") {
        if let template = finish() { templates.append(template) }
        heading = line.dropFirst(2).split(separator: " ")
        body = []
      } else {
        body.append(line)
      }
    }
    if let template = finish() { templates.append(template) }
    return templates
  }
}

/// Reads a template's text.
private struct TemplateParser {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
  }

  /// The nodes up to the end of the text, or of the slot or alternative that they stand in.
  mutating func nodes(inside: Bool) -> [Node] {
    var nodes: [Node] = []
    var literal = ""
    while position < characters.count {
      let character = characters[position]
      if inside && (character == "»" || character == "|") { break }
      position += 1
      guard character == "«" else {
        literal.append(character)
        continue
      }
      if !literal.isEmpty { nodes.append(.literal(literal)) }
      literal = ""
      nodes.append(slot())
    }
    if !literal.isEmpty { nodes.append(.literal(literal)) }
    return nodes
  }

  private mutating func slot() -> Node {
    if position < characters.count, characters[position] == "?" {
      var alternatives: [[Node]] = []
      repeat {
        position += 1
        alternatives.append(nodes(inside: true))
      } while position < characters.count && characters[position] == "|"
      position += 1
      return .choice(alternatives)
    }
    if position < characters.count, characters[position] == "~" {
      position += 1
      var all = nodes(inside: true)
      while position < characters.count, characters[position] == "|" {
        position += 1
        all.append(.literal("|"))
        all += nodes(inside: true)
      }
      position += 1
      return .neutral(all)
    }
    var name = ""
    while position < characters.count, characters[position] != "»" {
      name.append(characters[position])
      position += 1
    }
    position += 1
    let words = name.split(separator: "/").map(String.init)
    return .slot(encodings: Array(words.dropLast()), name: words.last ?? "")
  }
}
