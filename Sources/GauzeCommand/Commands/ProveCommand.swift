internal import Gauze
internal import GauzeBatch
internal import GauzeProve
internal import GauzeSystem

/// `gauze prove`: plants canaries in everything that a schema takes, and looks for them.
enum ProveCommand {
  /// How many canaries are planted if nothing is said.
  private static let usualCases = 60_000

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    if arguments.operands.count > 1 { throw .usage("gauze prove takes one schema at most") }
    let source = try SchemaSource(arguments.operands.first ?? FilePath("cli-telemetry"))
    let count = try number(arguments, .cases, from: 1) ?? usualCases
    let seed = try number(arguments, .seed, from: 0) ?? 1
    let shown = try number(arguments, .case, from: 0)
    let asJSON = try arguments.word(.outputFormat, ["text": false, "json": true]) ?? false
    let schema = try source.load()
    let proof = try proof(of: schema, try SchemaSource.keys(arguments), UInt64(seed))
    if let shown { return try show(proof, shown) }
    let start = MonotonicClock.now
    let result = try run(proof, count)
    let text = ProofText(result, source: source.name, seed: seed, strict: arguments.has(.strict))
    try Console.print(asJSON ? text.json(schema) : text.table)
    let seconds = Double(MonotonicClock.now - start) / 1e9
    Console.note(
      "planted \(Columns.grouped(result.total.planted)) · survived "
        + "\(Columns.grouped(result.total.survived)) · \(Columns.decimal(seconds)) s"
    )
    return text.hasFindings ? .findings : .done
  }

  private static func proof(
    of schema: Schema,
    _ keys: KeyRing,
    _ seed: UInt64
  ) throws(CommandFailure) -> Proof {
    let program = ProofProgram(version: Program.version) { sanitizer, bytes, nanoseconds in
      Summary(sanitizer, bytes: bytes, nanoseconds: nanoseconds).line
    }
    do throws(PlanError) {
      return try Proof(of: schema, keys: keys, seed: seed, in: program)
    } catch {
      throw SchemaSource.failure(of: error)
    }
  }

  private static func number(
    _ arguments: Arguments,
    _ option: Option,
    from least: Int
  ) throws(CommandFailure) -> Int? {
    guard let text = try arguments.text(option) else { return nil }
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy(\.isDigit),
      let number = Int(text), number >= least
    else { throw .usage("\(option.name) takes a whole number of at most nine digits") }
    return number
  }

  private static func run(_ proof: Proof, _ count: Int) throws(CommandFailure) -> ProofResult {
    let isWatched = Terminal.hasStandardError
    defer { if isWatched { StandardError.write("\r\u{1B}[K") } }
    var last = MonotonicClock.now
    do throws(BatchError) {
      return try proof.run(count) { done in
        let now = MonotonicClock.now
        guard isWatched, now - last > 300_000_000 else { return }
        last = now
        StandardError.write(
          "\r\u{1B}[Kplanted \(Columns.grouped(done)) of \(Columns.grouped(count))"
        )
      }
    } catch {
      throw failure(error)
    }
  }

  private static func failure(_ error: BatchError) -> CommandFailure {
    switch error {
    case .file(let path, let reason): .file(path.text, reason.description)
    case .shrunk, .format, .tooManyRejects, .notWrapped:
      CommandFailure(status: .failure, lines: [])
    }
  }

  // MARK: - One case

  private static func show(_ proof: Proof, _ number: Int) throws(CommandFailure) -> ExitStatus {
    let shown: ShownCase
    do throws(BatchError) {
      shown = try proof.show(number)
    } catch {
      throw failure(error)
    }
    let one = shown.planted
    var lines = [
      "case      \(number)",
      "place     \(shown.event): \(shown.field)",
      "canary    \(one.form.kind.name), \(one.form.name), \(one.encoding.name), \(one.position.name)",
      "promised  \(one.isPromised ? "yes" : "no")",
      "raw       \(text(one.record))",
    ]
    if let clean = shown.clean { lines.append("clean     \(text(clean))") }
    if let rejects = shown.rejects { lines.append("rejected  \(text(rejects))") }
    lines.append("seen      \(shown.seen.map { "in \($0.rawValue)" } ?? "nowhere")")
    try Console.print(lines.joined(separator: "\n") + "\n")
    return shown.seen != nil && (one.isPromised || shown.seen != .clean) ? .findings : .done
  }

  /// Invented data, of which a large record shows its beginning.
  private static func text(_ bytes: [UInt8]) -> String {
    let most = 20_000
    let text = Console.visible(String(decoding: bytes.prefix(most), as: UTF8.self))
    return bytes.count > most ? "\(text)… (\(bytes.count) bytes)" : text
  }
}
