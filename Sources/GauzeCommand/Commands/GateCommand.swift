internal import Gauze
internal import GauzeGate
internal import GauzeSystem

/// `gauze gate`: judges what changed in schemas since a base against version, epoch, review and page.
enum GateCommand {
  /// The forms that a report takes.
  private enum Format {
    case text, json, markdown, github, sarif, junit
  }

  /// One schema to judge: where it stands and what it was.
  private struct Subject {
    /// What reports call it.
    var name: String
    /// Where it is read and written.
    var path: FilePath
    var bytes: [UInt8]
    var old: [UInt8]?
  }

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    guard let base = try arguments.file(.base) else {
      throw .usage("gauze gate needs a base: gauze gate --base REV|FILE [SCHEMA…]")
    }
    let words: KeyValuePairs<String, Format> = [
      "text": .text, "json": .json, "markdown": .markdown, "github": .github, "sarif": .sarif,
      "junit": .junit,
    ]
    let format = try arguments.word(.gateFormat, words) ?? .text
    let pagePath = try arguments.file(.page)
    var notes: [String] = []
    let subjects: [Subject]
    if let found = try fileSubjects(base, arguments.operands) {
      subjects = found
    } else {
      subjects = try checkoutSubjects(base, arguments.operands, &notes)
    }
    if pagePath != nil, subjects.count != 1 {
      throw .usage("--page belongs to one schema: name it")
    }
    var cases: [GateCase] = []
    var faults: [String] = []
    for subject in subjects {
      do throws(CommandFailure) {
        var entry = try judged(subject, pagePath, &notes)
        if arguments.has(.fix) { entry = try mended(entry, subject, pagePath, &notes) }
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

  // MARK: - What is judged

  /// One schema against a file, if `base` is one; a branch of that name is `refs/heads/NAME`.
  private static func fileSubjects(
    _ base: FilePath,
    _ operands: [FilePath]
  ) throws(CommandFailure) -> [Subject]? {
    guard let old = try WholeFile.read(base) else { return nil }
    guard let operand = operands.first, operands.count == 1 else {
      throw .usage("a base that is a file takes one schema: gauze gate --base OLD SCHEMA")
    }
    guard let new = try WholeFile.read(operand) else {
      throw .usage("there is no file \(operand.text)")
    }
    return [Subject(name: operand.text, path: operand, bytes: new, old: old)]
  }

  private static func checkoutSubjects(
    _ base: FilePath,
    _ operands: [FilePath],
    _ notes: inout [String]
  ) throws(CommandFailure) -> [Subject] {
    // A word that git would take for an option is no revision.
    if base.bytes.first == ASCII.minus { throw .usage("--base takes a revision or a file") }
    let checkout = try GitCheckout()
    let commit = try checkout.commit(base)
    let moves = try checkout.moves(since: commit)
    var paths: [FilePath] = []
    for operand in operands { paths.append(try checkout.path(of: operand)) }
    if operands.isEmpty { paths = try checkout.schemas() }
    var subjects: [Subject] = []
    for path in paths {
      let place = FilePath(bytes: checkout.top.bytes + path.bytes)
      guard let bytes = try WholeFile.read(place) else {
        // Listed, and removed without telling git.
        if operands.isEmpty { continue }
        throw .usage("there is no file \(path.text)")
      }
      let old = try checkout.content(of: moves.old[path] ?? path, at: commit)
      // Other files are called schema.json, too.
      let isSchema = isSchema(bytes) || (old.map(isSchema) ?? false)
      guard isSchema || !operands.isEmpty else { continue }
      if let before = moves.old[path] { notes.append("\(path.text): was \(before.text)") }
      subjects.append(Subject(name: path.text, path: place, bytes: bytes, old: old))
    }
    if operands.isEmpty {
      for path in moves.gone where isCalledSchema(path) {
        guard let old = try checkout.content(of: path, at: commit), isSchema(old) else { continue }
        notes.append("\(path.text): removed; nothing leaves by it any more")
      }
    }
    return subjects
  }

  private static func isCalledSchema(_ path: FilePath) -> Bool {
    let name = path.bytes.split(separator: UInt8(ascii: "/")).last ?? []
    return name.elementsEqual(Array("schema.json".utf8))
      || name.suffix(12).elementsEqual(Array(".schema.json".utf8))
  }

  private static func isSchema(_ bytes: [UInt8]) -> Bool {
    guard let root = try? JSONNode(reading: bytes.span), case .object(let members) = root.value
    else { return false }
    return members.contains { $0.name.span.equals("gauze") }
  }

  // MARK: - Judging and mending

  private static func judged(
    _ subject: Subject,
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
    var old: SchemaFile?
    if let bytes = subject.old {
      old = try? SchemaFile(reading: bytes)
      if old == nil {
        notes.append(
          "\(subject.name): the base does not load, so all of the schema is taken as new"
        )
      }
    }
    let page = try page(of: subject, pagePath)
    return GateCase(name: subject.name, from: old, to: new, page: page)
  }

  /// The page that was named, or `page.md` beside the schema.
  private static func page(
    of subject: Subject,
    _ named: FilePath?
  ) throws(CommandFailure) -> GatePage? {
    if let named {
      guard let bytes = try WholeFile.read(named) else { throw .file(named.text, "no such file") }
      return GatePage(name: named.text, bytes: bytes, isNamed: true)
    }
    guard let bytes = try WholeFile.read(pageBeside(subject.path)) else { return nil }
    let name = pageBeside(FilePath(subject.name)).text
    return GatePage(name: name, bytes: bytes, isNamed: false)
  }

  private static func pageBeside(_ path: FilePath) -> FilePath {
    let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { Array(path.bytes[...$0]) } ?? []
    return FilePath(bytes: folder + Array("page.md".utf8))
  }

  /// Writes what a machine may, and judges anew.
  private static func mended(
    _ entry: GateCase,
    _ subject: Subject,
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
      entry = try judged(subject, pagePath, &silent)
    }
    if let bytes = entry.fixedPage, let page = try page(of: subject, pagePath) {
      try WholeFile.write(bytes, to: pagePath ?? pageBeside(subject.path))
      notes.append("\(page.name): written")
      entry = try judged(subject, pagePath, &silent)
    }
    return entry
  }
}
