internal import Gauze

extension JSONValue {
  /// The columns of a line.
  private static let width = 100

  /// A file of its own for people who go on writing it: what fits stands on one line.
  var fittedFile: [UInt8] {
    var buffer = ByteBuffer()
    fit(&buffer, depth: 0, column: 0)
    buffer.append(ASCII.lineFeed)
    return buffer.bytes
  }

  /// Adds the value, which begins at `column`, with two blanks a level. Complexity: O(value · depth), as
  /// each level tries whether it fits, and gives up at a line's length.
  private func fit(_ output: inout ByteBuffer, depth: Int, column: Int) {
    let start = output.count
    // A comma may follow.
    if appendInline(to: &output, limit: start + Self.width - column - 1) { return }
    output.truncate(to: start)
    switch self {
    case .list(let items):
      output.append(ASCII.leftBracket)
      for (index, item) in items.enumerated() {
        Self.newLine(&output, depth + 1, isFirst: index == 0)
        item.fit(&output, depth: depth + 1, column: 2 * (depth + 1))
      }
      Self.newLine(&output, depth, isFirst: true)
      output.append(ASCII.rightBracket)
    case .object(let fields):
      output.append(ASCII.leftBrace)
      for (index, member) in fields.members.enumerated() {
        Self.newLine(&output, depth + 1, isFirst: index == 0)
        let column = output.count
        JSONText.write(member.name.span, to: &output)
        output.append(": ")
        let used = 2 * (depth + 1) + output.count - column
        member.value.fit(&output, depth: depth + 1, column: used)
      }
      Self.newLine(&output, depth, isFirst: true)
      output.append(ASCII.rightBrace)
    default: write(to: &output)
    }
  }

  private static func newLine(_ output: inout ByteBuffer, _ depth: Int, isFirst: Bool) {
    if !isFirst { output.append(ASCII.comma) }
    output.append(ASCII.lineFeed)
    for _ in 0..<depth { output.append("  ") }
  }

  /// Adds the value in one line; false as soon as the output is longer than `limit`.
  private func appendInline(to output: inout ByteBuffer, limit: Int) -> Bool {
    switch self {
    case .list(let items):
      output.append(ASCII.leftBracket)
      for (index, item) in items.enumerated() {
        if index > 0 { output.append(", ") }
        guard item.appendInline(to: &output, limit: limit) else { return false }
      }
      output.append(ASCII.rightBracket)
    case .object(let fields):
      output.append(ASCII.leftBrace)
      for (index, member) in fields.members.enumerated() {
        if index > 0 { output.append(", ") }
        JSONText.write(member.name.span, to: &output)
        output.append(": ")
        guard member.value.appendInline(to: &output, limit: limit) else { return false }
      }
      output.append(ASCII.rightBrace)
    default: write(to: &output)
    }
    return output.count <= limit
  }
}
