internal import Gauze
internal import GauzeGate
internal import GauzeSystem

/// `gauze gate`: judges what changed in schemas since a base against version, epoch, review and page.
enum GateCommand {
  /// The forms that a report takes.
  private enum Format {
    case text, json, markdown, github, sarif, junit
  }

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    let words: KeyValuePairs<String, Format> = [
      "text": .text, "json": .json, "markdown": .markdown, "github": .github, "sarif": .sarif,
      "junit": .junit,
    ]
    let format = try arguments.word(.gateFormat, words) ?? .text
    let pagePath = try arguments.file(.page)
    let subjects = try subjects(arguments)
    var notes = subjects.notes
    if pagePath != nil, subjects.list.count != 1 {
      throw .usage("--page belongs to one schema: name it")
    }
    var cases: [GateCase] = []
    var faults: [String] = []
    for subject in subjects.list {
      do throws(CommandFailure) {
        var entry = try judged(subject, subjects, pagePath, &notes)
        if arguments.has(.fix) { entry = try mended(entry, subject, subjects, pagePath, &notes) }
        cases.append(entry)
      } catch {
        guard error.status == .usage else { throw error }
        faults += error.lines
      }
    }
    // What does not load is not judged, and neither is anything beside it.
    guard faults.isEmpty else { throw .schema(faults) }
    let report = GateReport(cases, notes: notes)
    switch format {
    case .text:
      try Console.print(report.text { Console.styled($0, $1 ? .red : .green) })
    case .json: try Console.print(report.json)
    case .markdown: try Console.print(report.markdown)
    case .github: try Console.print(report.github)
    case .sarif: try Console.print(report.sarif(version: Program.version))
    case .junit: try Console.print(report.junit)
    }
    return report.passes ? .done : .findings
  }

  /// What is to be judged, as the options name it.
  private static func subjects(_ arguments: Arguments) throws(CommandFailure) -> GateSubjects {
    let base = try arguments.file(.base)
    // A word that git would take for an option is no revision.
    if base?.bytes.first == ASCII.minus { throw .usage("--base takes a revision or a file") }
    if arguments.has(.staged) {
      if arguments.has(.fix) { throw .usage("--fix writes files, and --staged judges none") }
      return try GateSubjects(staged: base, arguments.operands)
    }
    guard let base else {
      throw .usage("gauze gate needs a base: gauze gate --base REV|FILE [SCHEMA…]")
    }
    if let file = try GateSubjects(file: base, arguments.operands) { return file }
    return try GateSubjects(revision: base, arguments.operands)
  }

  // MARK: - Judging and mending

  private static func judged(
    _ subject: GateSubject,
    _ subjects: GateSubjects,
    _ pagePath: FilePath?,
    _ notes: inout [String]
  ) throws(CommandFailure) -> GateCase {
    let new: SchemaFile
    do throws(SchemaFaults) {
      new = try SchemaFile(reading: subject.bytes)
    } catch {
      let source = SchemaSource(name: subject.name, bytes: subject.bytes)
      throw .schema(source.lines(of: error.faults))
    }
    let page = try page(of: subject, subjects, pagePath)
    // Before the first commit there was nothing.
    var first = GateCase(name: subject.name, from: nil, to: new, page: page)
    for (index, bytes) in subject.old.enumerated() {
      let old = bytes.flatMap { try? SchemaFile(reading: $0) }
      let entry = GateCase(name: subject.name, from: old, to: new, page: page)
      if index == 0 {
        first = entry
        if old == nil, bytes != nil {
          notes.append(
            "\(subject.name): the base does not load, so all of the schema is taken as new"
          )
        }
        if entry.findings.isEmpty { break }
      } else if entry.findings.isEmpty {
        // What one side of a merge brings was approved there, in however many steps.
        notes.append("\(subject.name): passes as a change of what is merged")
        return entry
      }
    }
    return first
  }

  /// The page that was named, or `page.md` beside the schema.
  private static func page(
    of subject: GateSubject,
    _ subjects: GateSubjects,
    _ named: FilePath?
  ) throws(CommandFailure) -> GatePage? {
    if let named {
      guard let bytes = try subjects.content(of: named) else {
        throw .file(named.text, "no such file")
      }
      return GatePage(name: named.text, bytes: bytes, isNamed: true)
    }
    guard let bytes = try subjects.page(of: subject) else { return nil }
    let name = GateSubjects.page(beside: FilePath(subject.name)).text
    return GatePage(name: name, bytes: bytes, isNamed: false)
  }

  /// Writes what a machine may, and judges anew.
  private static func mended(
    _ entry: GateCase,
    _ subject: GateSubject,
    _ subjects: GateSubjects,
    _ pagePath: FilePath?,
    _ notes: inout [String]
  ) throws(CommandFailure) -> GateCase {
    var subject = subject
    var entry = entry
    var silent: [String] = []
    if let bytes = entry.fixed(date: CivilDate.today.text) {
      try WholeFile.write(bytes, to: subject.path)
      notes.append("\(subject.name): written: version and history")
      subject.bytes = bytes
      entry = try judged(subject, subjects, pagePath, &silent)
    }
    if let bytes = entry.fixedPage, let page = try page(of: subject, subjects, pagePath) {
      try WholeFile.write(bytes, to: pagePath ?? GateSubjects.page(beside: subject.path))
      notes.append("\(page.name): written")
      entry = try judged(subject, subjects, pagePath, &silent)
    }
    return entry
  }
}
