import Gauze

/// Writes faults as a JSON array, in file order:
/// `[{"code":"open-text","line":3,"column":5,"pointer":"/events/failed","advice":"…"}]`.
enum FaultList {
  /// The most faults that are written: each costs a walk down the file's tree.
  private static let mostFaults = 256

  /// Writes the faults of a schema file. Complexity: O(file) for all lines and columns together.
  static func write(_ faults: [SchemaFault], of file: Span<UInt8>, to output: inout ByteBuffer) {
    let root: JSONNode?
    do throws(JSONDocumentFault) {
      root = file.count <= Instance.largestSchema ? try JSONNode(reading: file) : nil
    } catch {
      // What is no JSON has lines and columns, but no pointers.
      root = nil
    }
    var location = SourceLocation(of: 0, in: file)
    var reached = 0
    var pointer = ByteBuffer()
    output.append(ASCII.leftBracket)
    for (index, fault) in faults.enumerated() where index < mostFaults {
      let offset = min(max(fault.offset, reached), file.count)
      let step = SourceLocation(of: offset - reached, in: file.extracting(reached..<file.count))
      location.column = step.line > 1 ? step.column : location.column + step.column - 1
      location.line += step.line - 1
      reached = offset
      pointer.removeAll()
      root?.appendPointer(to: fault.offset, &pointer)
      if index > 0 { output.append(ASCII.comma) }
      open(fault.code.word, location, pointer.span, fault.code.advice, &output)
      if let keyword = fault.keyword { add("keyword", keyword, &output) }
      output.append(ASCII.rightBrace)
    }
    output.append(ASCII.rightBracket)
  }

  /// Writes that the schema names a key which was not supplied.
  static func write(missingKey id: [UInt8], to output: inout ByteBuffer) {
    output.append(ASCII.leftBracket)
    open("missing-key", start, Span(), "supply the key of that id with the schema", &output)
    output.append(",\"key\":")
    JSONText.write(id.span, to: &output)
    output.append("}]")
  }

  /// Writes that as many plans are open as can be.
  static func write(tooManyPlans output: inout ByteBuffer) {
    output.append(ASCII.leftBracket)
    open("too-many-plans", start, Span(), "dispose of plans that are not used", &output)
    output.append("}]")
  }

  private static var start: SourceLocation { SourceLocation(of: 0, in: Span()) }

  private static func open(
    _ code: StaticString,
    _ location: SourceLocation,
    _ pointer: Span<UInt8>,
    _ advice: StaticString,
    _ output: inout ByteBuffer
  ) {
    output.append("{\"code\":\"")
    output.append(code)
    output.append("\",\"line\":")
    output.append(decimal: location.line)
    output.append(",\"column\":")
    output.append(decimal: location.column)
    output.append(",\"pointer\":")
    JSONText.write(pointer, to: &output)
    add("advice", advice, &output)
  }

  private static func add(_ name: StaticString, _ text: StaticString, _ output: inout ByteBuffer) {
    output.append(",\"")
    output.append(name)
    output.append("\":")
    text.withUTF8Buffer { JSONText.write($0.span, to: &output) }
  }
}
