internal import Gauze
internal import GauzeGate

/// `gauze diff`: what changed between two schemas, on three axes.
enum DiffCommand {
  /// The forms that a report takes.
  private enum Format {
    case text, json, markdown, sarif, github
  }

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    guard arguments.operands.count == 2 else {
      throw .usage("gauze diff takes two schemas: gauze diff OLD NEW")
    }
    let words: KeyValuePairs<String, Format> = [
      "text": .text, "json": .json, "markdown": .markdown, "sarif": .sarif, "github": .github,
    ]
    let format = try arguments.word(.diffFormat, words) ?? .text
    let old = try SchemaSource(arguments.operands[0])
    let new = try SchemaSource(arguments.operands[1])
    let list = ChangeList(from: try file(old), to: try file(new))
    let report = ChangeReport(list, of: new.name)
    switch format {
    case .text:
      let text = report.text { line, effect in
        guard let effect else { return Console.styled(line, .faint) }
        return switch effect {
        case .widens: Console.styled(line, .red)
        case .narrows: Console.styled(line, .green)
        case .neutral: line
        }
      }
      try Console.print(text)
    case .json: try Console.print(report.json)
    case .markdown: try Console.print(report.markdown)
    case .sarif: try Console.print(report.sarif(version: Program.version))
    case .github: try Console.print(report.github)
    }
    return list.changes.contains { $0.isFinding } ? .findings : .done
  }

  private static func file(_ source: SchemaSource) throws(CommandFailure) -> SchemaFile {
    do throws(SchemaFaults) {
      return try SchemaFile(reading: source.bytes)
    } catch {
      throw .schema(source.lines(of: error.faults))
    }
  }
}
