/// What is no dialect's own, as the naive masker reads it: data, passwords, templates, pasted quotes and
/// escapes.
extension NaiveSQLMasker {
  enum Step {
    case take(Piece)
    case pass(Int)
  }

  /// What was read so far.
  struct History {
    /// Words in small letters, the operators `, = ? ;`, and `L` for each literal or quoted name.
    var items: [String] = []
    var awaitsData = false
    var isInTemplate = false
    var isEncoded = false
    var seesLines = false
    var unclosed: Set<String> = []
    /// Comments by where they begin.
    var comments: [Int: Int] = [:]
    /// The words, or the hyphen, before the cursor that begin a report, and where they end.
    var said: (words: String, end: Int) = ("", 0)
    var depth: Int?
    var awaitsBound = false
  }

  static let formats = Set(
    """
    values csv csvwithnames csvwithnamesandtypes customseparated customseparatedwithnames json
    jsonasobject jsonasstring jsoncolumns jsoncompact jsoncompacteachrow jsoneachrow jsonlines
    jsonobjecteachrow jsonstringseachrow lineasstring ndjson rawblob regexp tabseparated
    tabseparatedraw tabseparatedwithnames template tskv tsv tsvraw tsvwithnames
    """.split { $0.isWhitespace }.map(String.init)
  )

  static let commands = Set(
    """
    ! C H T bind c cd connect copy e echo edit elif encoding g getenv gexec gset gx i if include
    include_relative ir lo_export lo_import lo_list o out password prompt pset qecho s set setenv w
    warn write
    """.split { $0.isWhitespace }.map(String.init)
  )

  func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }

  // MARK: Words

  func word(_ index: Int, _ past: inout History) -> Step {
    let end = wordEnd(index)
    let word = string(index..<end).lowercased()
    let phrase = past.phrase
    if phrase == "from", word == "stdin" { past.awaitsData = true }
    past.items.append(word)
    guard phrase == "format", Self.formats.contains(word) else {
      return report(index..<end, &past)
    }
    past.items.append(",")
    return data(end, text.count, unless: ";")
  }

  func data(_ start: Int, _ end: Int, unless exception: String) -> Step {
    let filled = (start..<max(start, end)).filter { !Self.isSpace(at($0)) }
    guard let first = filled.first, let last = filled.last else { return .pass(max(start, end)) }
    if has(exception, at: first) { return .pass(first) }
    if string(first..<last + 1) == "?" { return .pass(last + 1) }
    return .take(Piece(from: first, to: last + 1, kind: "L"))
  }

  func lineOrStatement(_ index: Int, _ past: inout History) -> Step {
    if has("\n", at: index) { past.awaitsBound = false }
    if has(";", at: index) || past.awaitsData { past.items.append(";") }
    guard past.awaitsData else { return .pass(index + 1) }
    past.awaitsData = false
    past.seesLines = true
    let end = (index..<text.count).first { offset in
      has("\n\\.\n", at: offset) || has("\n\\.\r\n", at: offset)
        || has("\n\\.", at: offset) && offset + 3 == text.count
    }
    switch data(index + 1, end ?? text.count, unless: "\u{10FFFF}") {
    case .take(let piece): return .take(piece)
    case .pass(let end): return .pass(max(end, index + 1))
    }
  }

  // MARK: Templates

  func brace(_ index: Int, _ past: inout History) -> Step? {
    if has("{{", at: index) || has("{%", at: index) {
      past.isInTemplate = true
      return .pass(index + 2)
    }
    if has("{#", at: index) {
      guard let end = find("#}", from: index + 2) else {
        return .take(Piece(from: index, to: text.count, kind: "L"))
      }
      return .take(Piece(from: index, to: end + 2, kind: "C"))
    }
    if has("}}", at: index - 1) || has("%}", at: index - 1) { past.isInTemplate = false }
    return nil
  }

  // MARK: Pasted quotes

  func family(_ index: Int) -> String? {
    let families = [
      "‘’‚‛＇❛❜", "“”„‟＂❝❞⹂〝〞〟", "«»‹›❮❯〈〉《》", "´｀", "「」『』｢｣﹁﹂﹃﹄", "′″‴‵‶‷",
      "ʹʺʻʼʽˈˊˋˮꞌ",
    ]
    guard index < text.count, at(index).value > 0x7F else { return nil }
    return families.first { $0.unicodeScalars.contains(at(index)) }
  }

  func pastedEnd(_ index: Int) -> Int? {
    guard let family = family(index) else { return nil }
    if !"‘‚‛＇❛“„‟＂❝⹂〝«‹❮〈《「『｢﹁﹃".unicodeScalars.contains(at(index)), index > 0,
      !followsColour(index)
    {
      guard " \t\n\u{B}\u{C}\r(,=<>+-*/%|!}".unicodeScalars.contains(at(index - 1)) else {
        return nil
      }
    }
    let close = (index + 1..<max(index + 1, text.count)).first {
      family.unicodeScalars.contains(at($0)) && wordEnd($0 + 1) == $0 + 1
    }
    return close.map { $0 + 1 } ?? text.count
  }

  // MARK: Escapes

  func backslash(_ index: Int, _ past: inout History) -> Step {
    let end = (index...).first { !has("\\", at: $0) } ?? text.count
    if ["\"", "'", "`"].contains(where: { has($0, at: end) }) {
      past.isEncoded = true
      return .pass(end)
    }
    if let (scalar, after) = escaped(end) {
      switch escapedKind(scalar) {
      case "=": return .pass(after)
      case "<": return .take(Piece(from: index, to: text.count, kind: "L"))
      case "'" where has("q", at: index - 1) || has("Q", at: index - 1):
        return .take(Piece(from: index, to: text.count, kind: "L"))
      case "'": return .take(Piece(from: index, to: escapedEnd(after, scalar), kind: "L"))
      default:
        var last = after
        while last < text.count {
          if isLetter(last) || isDecimal(last) || at(last).value > 0x7F {
            last += 1
          } else if has("\\", at: last), let (next, end) = escaped(last + 1),
            escapedKind(next) == "a"
          {
            last = end
          } else {
            break
          }
        }
        return .take(Piece(from: index, to: last, kind: "L"))
      }
    }
    if end == index + 1, end < text.count, let step = command(end, &past) { return step }
    let skips = ["b", "f", "n", "r", "t"].contains { has($0, at: end) }
    return .pass(skips ? end + 1 : end)
  }

  func command(_ index: Int, _ past: inout History) -> Step? {
    func isWord(_ index: Int) -> Bool {
      index < text.count && at(index).isASCII && (isLetter(index) || isDecimal(index))
    }
    var end = index + 1
    while isWord(index), isWord(end) { end += 1 }
    guard Self.commands.contains(string(index..<min(end, text.count))) else { return nil }
    past.seesLines = true
    let line = end..<max(end, find("\n", from: end) ?? text.count)
    let words = string(line).lowercased().split {
      !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "_")
    }
    if string(index..<end) == "copy", words.contains("stdin") { past.awaitsData = true }
    let step = data(line.lowerBound, line.upperBound, unless: "\u{10FFFF}")
    if case .pass = step, string(line).allSatisfy({ $0.isWhitespace }) { return .pass(end) }
    return step
  }

  func escaped(_ index: Int) -> (Unicode.Scalar, Int)? {
    for (digits, scalar) in [("047", "'"), ("042", "\""), ("140", "`")]
    where has(digits, at: index) {
      return (Unicode.Scalar(scalar) ?? "'", index + 3)
    }
    if has("u{", at: index), let close = find("}", from: index), (3...8).contains(close - index),
      (index + 2..<close).allSatisfy({ at($0).isASCII && at($0).properties.isASCIIHexDigit }),
      let value = UInt32(string(index + 2..<close), radix: 16)
    {
      return (Unicode.Scalar(value) ?? "\u{FFFD}", close + 1)
    }
    let count = has("u", at: index) ? 4 : has("x", at: index) ? 2 : 0
    guard count > 0, index + count < text.count else { return nil }
    let digits = string(index + 1..<index + 1 + count)
    guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }), let value = UInt32(digits, radix: 16)
    else { return nil }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", index + 1 + count)
  }

  func escapedKind(_ scalar: Unicode.Scalar) -> Character {
    if "\"'`‘’‚‛“”„‟".unicodeScalars.contains(scalar) { return "'" }
    if "&<>=+,.;:()*!| \t\n\u{B}\u{C}\r".unicodeScalars.contains(scalar) { return "=" }
    if scalar.value > 0x7F || scalar.properties.isAlphabetic || scalar == "_" { return "a" }
    return ("0"..."9").contains(scalar) ? "a" : "<"
  }

  func escapedEnd(_ start: Int, _ quote: Unicode.Scalar) -> Int {
    var index = start
    while index < text.count {
      if has("\\\\", at: index) {
        index += 2
        if has("\\", at: index), let (scalar, _) = escaped(index + 1), scalar == quote {
          return text.count
        }
        continue
      }
      guard has("\\", at: index), let (scalar, end) = escaped(index + 1),
        scalar == quote || quote.value > 0x7F && escapedKind(scalar) == "'"
      else {
        index += 1
        continue
      }
      guard has("\\", at: end), let (next, after) = escaped(end + 1), next == quote else {
        return end
      }
      index = after
    }
    return text.count
  }
}
