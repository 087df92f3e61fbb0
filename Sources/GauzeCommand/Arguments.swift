internal import GauzeSystem

/// A command's arguments, read by its table of options. Names of files stay bytes.
struct Arguments {
  private var values: [String: [FilePath]] = [:]
  /// What is no option: files, names, policies.
  private(set) var operands: [FilePath] = []

  /// Reads `arguments` as `--name value`, `--name=value`, `-o value`, flags and operands; `--` ends
  /// the options and `-` is an operand.
  init(_ arguments: ArraySlice<FilePath>, _ options: [Option]) throws(CommandFailure) {
    var rest = arguments
    while let argument = rest.popFirst() {
      let text = argument.text
      if text == "--" {
        operands += rest
        return
      }
      guard text.hasPrefix("-"), text != "-" else {
        operands.append(argument)
        continue
      }
      let (name, attached) = Self.split(argument)
      guard let option = options.first(where: { $0.name == name || $0.short == name }) else {
        throw .usage(Self.unknown(name, options))
      }
      guard option.value != nil else {
        if attached != nil { throw .usage("\(option.name) takes no value") }
        values[option.name, default: []].append(FilePath(""))
        continue
      }
      // An empty value is one that a script forgot to set.
      guard let value = attached ?? rest.popFirst(), !value.bytes.isEmpty else {
        throw .usage("\(option.name) needs a value: \(option.spelling)")
      }
      values[option.name, default: []].append(value)
    }
  }

  private static func split(_ argument: FilePath) -> (name: String, value: FilePath?) {
    guard argument.bytes.starts(with: Array("--".utf8)),
      let equals = argument.bytes.firstIndex(of: UInt8(ascii: "="))
    else { return (argument.text, nil) }
    return (
      String(decoding: argument.bytes[..<equals], as: UTF8.self),
      FilePath(bytes: Array(argument.bytes[(equals + 1)...]))
    )
  }

  private static func unknown(_ name: String, _ options: [Option]) -> String {
    let names = options.flatMap { [$0.name, $0.short].compactMap(\.self) }
    let near = Spelling.nearest(to: name, in: names).map { "; did you mean \($0)?" } ?? ""
    return "unknown option \(name)\(near)"
  }

  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value of an option that is given at most once.
  func file(_ option: Option) throws(CommandFailure) -> FilePath? {
    let given = values[option.name] ?? []
    if given.count > 1 { throw .usage("\(option.name) is given twice") }
    return given.first
  }

  func text(_ option: Option) throws(CommandFailure) -> String? { try file(option)?.text }

  /// All values of an option that may be repeated.
  func all(_ option: Option) -> [FilePath] { values[option.name] ?? [] }

  /// The word that the option is given, out of those that it takes.
  func word<Word>(
    _ option: Option,
    _ words: KeyValuePairs<String, Word>
  ) throws(CommandFailure) -> Word? {
    guard let text = try text(option) else { return nil }
    for (word, value) in words where word == text { return value }
    throw .usage("\(option.name) takes \(words.map(\.key).joined(separator: " or "))")
  }
}

/// Finds the word that was probably meant.
enum Spelling {
  /// The nearest of `words`, if it is within a third of the letters.
  static func nearest(to word: String, in words: [String]) -> String? {
    let ranked = words.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 * 3 <= max(word.utf8.count, 3) ? best.0 : nil
  }

  /// How many letters to add, take, change or swap with the next (optimal string alignment).
  /// Complexity: O(m · n), of at most 64 letters each.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let left = left.prefix(64)
    let right = right.prefix(64)
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var this = [row + 1]
      for column in right.indices {
        let cost = left[row] == right[column] ? 0 : 1
        var best = min(last[column] + cost, last[column + 1] + 1, this[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        this.append(best)
      }
      before = last
      last = this
    }
    return last[right.count]
  }
}
