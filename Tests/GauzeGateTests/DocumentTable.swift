import Foundation

/// A table of a Markdown document of which some columns are the code's and the rest is people's.
///
/// A comment above the table names the file that it comes from. The first of the code's columns tells
/// the rows apart: their order and number are the code's, and what people wrote in a row stays with it.
struct DocumentTable {
  /// The file of the sources that the rows come from.
  let source: String
  /// The code's columns by their headings.
  let columns: [(name: String, cells: [String])]

  /// What stands where somebody has yet to write.
  static let blank = "…"

  /// The line above the table.
  var mark: String {
    "<!-- rows from \(source): GAUZE_RECORD=1 swift test --filter SchemaTableTests writes them -->"
  }

  /// `lines` with the table as the code has it; nil if there is no such table in them.
  func rewritten(in lines: [String]) -> [String]? {
    guard let mark = lines.firstIndex(of: mark), lines.count > mark + 3 else { return nil }
    // The mark, an empty line, the heading, the rule.
    let header = Self.cells(lines[mark + 2])
    let first = mark + 4
    let rows = lines[first...].prefix { $0.hasPrefix("|") }
    let owned = columns.map { column in header.firstIndex(of: column.name) }
    guard let keys = columns.first, let key = owned.first ?? nil, !owned.contains(nil) else {
      return nil
    }
    let old = rows.map(Self.cells).filter { $0.count == header.count }
    let new = keys.cells.indices.map { index in
      var row =
        old.first { Self.bare($0[key]) == Self.bare(keys.cells[index]) }
        ?? Array(repeating: Self.blank, count: header.count)
      for (column, place) in zip(columns, owned) {
        // Marks of code are the writer's.
        guard let place, Self.bare(row[place]) != Self.bare(column.cells[index]) else { continue }
        row[place] = column.cells[index]
      }
      return "| \(row.joined(separator: " | ")) |"
    }
    return lines[..<first] + new + lines[rows.endIndex...]
  }

  /// The rows in which somebody has yet to write, by their first cell.
  func unfinished(in lines: [String]) -> [String] {
    guard let mark = lines.firstIndex(of: mark), lines.count > mark + 3 else { return [] }
    return lines[(mark + 4)...].prefix { $0.hasPrefix("|") }.map(Self.cells)
      .filter { row in row.contains { $0.isEmpty || $0 == Self.blank } }.map { $0.first ?? "" }
  }

  private static func cells(_ line: String) -> [String] {
    line.dropFirst().dropLast().components(separatedBy: "|").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  private static func bare(_ cell: String) -> String { cell.filter { $0 != "`" } }
}
