import Foundation

/// The fenced blocks and tables of a Markdown file, with the lines on which they stand.
struct MarkdownDocument {
  struct Block {
    /// What stands behind the opening fence.
    var kind: String
    /// The text between the fences; each line ends with a line feed.
    var text: String
    /// The line of its opening fence, from 1.
    var line: Int

    var lines: [String] { text.split(separator: "\n").map(String.init) }
    var bytes: [UInt8] { Array(text.utf8) }
  }

  struct Table {
    /// The innermost heading above it, without its marks.
    var heading: String
    var header: [String]
    var rows: [[String]]

    /// The cells of the column of that name, without the marks of code.
    func column(_ name: String) -> [String] {
      guard let index = header.firstIndex(of: name) else { return [] }
      return rows.map { $0[index].replacingOccurrences(of: "`", with: "") }
    }
  }

  private(set) var blocks: [Block] = []
  private(set) var tables: [Table] = []
  private(set) var headings: [String] = []
  /// Every line outside the blocks.
  private(set) var prose: [String] = []

  init(_ text: String) {
    var heading = ""
    var open: Block?
    var isInTable = false
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if var block = open {
        if line == "```" {
          blocks.append(block)
          open = nil
        } else {
          block.text += line + "\n"
          open = block
        }
        continue
      }
      if line.hasPrefix("```") {
        open = Block(kind: String(line.dropFirst(3)), text: "", line: index + 1)
      } else if line.hasPrefix("#") {
        heading = line.drop { $0 == "#" || $0 == " " }.replacingOccurrences(of: "`", with: "")
        headings.append(heading)
      } else if line.hasPrefix("|") {
        let cells = Self.cells(of: line)
        if !isInTable {
          tables.append(Table(heading: heading, header: cells, rows: []))
        } else if !cells.allSatisfy({ $0 == "---" }) {
          tables[tables.count - 1].rows.append(cells)
        }
      }
      if open == nil { prose.append(line) }
      isInTable = line.hasPrefix("|")
    }
  }

  /// The first table under a heading.
  func table(under heading: String) -> Table {
    tables.first { $0.heading == heading } ?? Table(heading: heading, header: [], rows: [])
  }

  private static func cells(of line: String) -> [String] {
    line.dropFirst().dropLast().components(separatedBy: "|").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }
}
