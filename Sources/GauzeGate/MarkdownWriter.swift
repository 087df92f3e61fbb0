/// Writes Markdown block by block, with an empty line between two of them.
///
/// What it is handed is Markdown already: texts of a schema go through `MarkdownText` first.
struct MarkdownWriter {
  /// The lines so far.
  private(set) var lines: [String] = []

  /// A heading, which links can name.
  mutating func heading(_ level: Int, _ text: String, anchor: String) {
    let marks = String(repeating: "#", count: level)
    block(["\(marks) <a id=\"\(anchor)\"></a>\(text)"])
  }

  /// A paragraph, on one line.
  mutating func paragraph(_ text: String) { block([text]) }

  /// A list; an item may begin with blanks to stand one level deeper.
  mutating func list(_ items: [String]) {
    block(
      items.map { item in
        let depth = item.prefix { $0 == " " }
        return "\(depth)- \(item.dropFirst(depth.count))"
      }
    )
  }

  /// A table, or nothing if it has no row.
  mutating func table(_ header: [String], _ rows: [[String]]) {
    if rows.isEmpty { return }
    let rule = header.map { _ in "---" }
    block(([header, rule] + rows).map { "| \($0.joined(separator: " | ")) |" })
  }

  /// Lines that stand as they are; none may begin with a backtick.
  mutating func code(_ language: String, _ code: [String]) {
    block(["```\(language)"] + code + ["```"])
  }

  private mutating func block(_ block: [String]) {
    if block.isEmpty { return }
    if !lines.isEmpty { lines.append("") }
    lines += block
  }
}
