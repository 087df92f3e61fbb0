internal import Gauze
internal import GauzeGate
internal import GauzeSystem

/// `gauze docs`: the telemetry page of a schema, printed, written into a page or compared with one.
enum DocsCommand {
  /// How much of a line is shown.
  private static let mostScalars = 160

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
      throw .usage("gauze docs takes one schema: gauze docs SCHEMA")
    }
    let target = try arguments.file(.writePage)
    let checked = try arguments.file(.checkPage)
    if target != nil, checked != nil { throw .usage("--write and --check exclude each other") }
    let schema = try SchemaSource(operand).load()
    let page = TelemetryPage(schema)
    if let target { return try write(page, operand, to: target) }
    if let checked { return try check(page, operand, in: checked) }
    try Console.print(page.bytes)
    return .done
  }

  private static func write(
    _ page: TelemetryPage,
    _ schema: FilePath,
    to path: FilePath
  ) throws(CommandFailure) -> ExitStatus {
    var bytes = page.bytes
    // A file without a byte is one that nobody has written yet.
    if let old = try WholeFile.read(path), !old.isEmpty {
      do throws(PageFault) {
        bytes = try page.replacing(in: old)
      } catch {
        throw failure(error, page, path)
      }
      if bytes == old {
        Console.note("\(path.text): nothing has changed")
        return .done
      }
    }
    try WholeFile.write(bytes, to: path)
    Console.note("\(path.text): written")
    return .done
  }

  private static func check(
    _ page: TelemetryPage,
    _ schema: FilePath,
    in path: FilePath
  ) throws(CommandFailure) -> ExitStatus {
    let found = try WholeFile.require(path)
    let difference: PageDifference?
    do throws(PageFault) {
      difference = try page.difference(in: found)
    } catch {
      throw failure(error, page, path)
    }
    guard let difference else { return .done }
    try Console.print(
      """
      \(path.text):\(difference.line): the page is not what the schema says
        page    \(shown(difference.found))
        schema  \(shown(difference.expected))
      run: gauze docs \(schema.text) --write \(path.text)

      """
    )
    return .findings
  }

  private static func failure(
    _ fault: PageFault,
    _ page: TelemetryPage,
    _ path: FilePath
  ) -> CommandFailure {
    let name = String(decoding: page.name, as: UTF8.self)
    switch fault {
    case .missing:
      return .schema([
        "\(path.text): no block of \(name); put these two lines where it should stand:",
        "<!-- gauze:begin \(name) -->",
        "<!-- gauze:end -->",
      ])
    case .doubled(let line):
      return .schema(["\(path.text):\(line): a second block of \(name) begins; keep one of them"])
    case .unbalanced(let line):
      return .schema([
        "\(path.text):\(line): this mark has no other that belongs to it; each block has one "
          + "gauze:begin and one gauze:end"
      ])
    }
  }

  /// A line of a page, without what would command a terminal.
  private static func shown(_ line: [UInt8]) -> String {
    let text = String(decoding: line, as: UTF8.self).unicodeScalars
    let start = Console.visible(String(String.UnicodeScalarView(text.prefix(mostScalars))))
    return text.count > mostScalars ? start + "…" : start
  }
}
