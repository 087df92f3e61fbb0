/// Where an offset stands in a file, for people: found only when asked for.
package struct SourceLocation: Sendable, Equatable {
  /// From 1.
  package var line: Int
  /// From 1, in Unicode scalars.
  package var column: Int

  /// Finds the line and column of `offset` bytes into `text`. Complexity: O(offset).
  package init(of offset: Int, in text: Span<UInt8>) {
    line = 1
    column = 1
    for index in 0..<min(offset, text.count) {
      if text[index] == ASCII.lineFeed {
        line += 1
        column = 1
      } else if !text[index].isContinuation {
        column += 1
      }
    }
  }
}

extension JSONNode {
  /// Adds the JSON pointer (RFC 6901) of the innermost value or name that contains `offset`.
  package func appendPointer(to offset: Int, _ output: inout ByteBuffer) {
    switch value {
    case .array(let items):
      for (index, item) in items.enumerated() where item.start <= offset && offset < item.end {
        output.append(ASCII.slash)
        output.append(decimal: index)
        return item.appendPointer(to: offset, &output)
      }
    case .object(let members):
      for member in members where member.start <= offset && offset < member.node.end {
        Self.appendToken(member.name.span, to: &output)
        return member.node.appendPointer(to: offset, &output)
      }
    default: return
    }
  }

  /// Adds one reference token of a JSON pointer: `~` and `/` are written `~0` and `~1`.
  package static func appendToken(_ name: Span<UInt8>, to output: inout ByteBuffer) {
    output.append(ASCII.slash)
    for index in name.indices {
      switch name[index] {
      case ASCII.tilde: output.append("~0")
      case ASCII.slash: output.append("~1")
      case let byte: output.append(byte)
      }
    }
  }
}
