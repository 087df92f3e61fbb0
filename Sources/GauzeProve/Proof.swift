package import Gauze
package import GauzeBatch
internal import GauzeSystem

// What is proven: of everything that a schema promises, nothing comes through.
//
//     schema → cases      class × form × encoding × position × vessel × field, numbered
//     cases  → records    each in the smallest record that its event accepts
//     records → BatchRun  clean, rejects, report, log and summary, as `gauze sanitize` writes them
//     outputs → search    four characters of any secret, however encoded
//
// The schema that promises and the schema that runs are one, but for tests: there a weaker one runs,
// and what it lets through must be noticed.

/// Plants canaries in everything that a schema takes and looks for them in everything that a run says.
package struct Proof: Sendable {
  /// How many records one run has, and how many bytes they may pass.
  private static let batch = 512
  private static let batchBytes = 8 << 20

  private let cases: CaseList
  private let schema: Schema
  private let plan: Plan
  private let program: ProofProgram

  /// A proof of what `schema` promises, with `running` in its place if that is given.
  package init(
    of schema: Schema,
    running: Schema? = nil,
    keys: KeyRing = KeyRing(),
    seed: UInt64,
    in program: ProofProgram
  ) throws(PlanError) {
    cases = CaseList(schema, seed: seed)
    self.schema = running ?? schema
    plan = try Plan(self.schema, keys: keys)
    self.program = program
  }

  /// How many different cases there are.
  package var caseCount: Int { cases.count }

  /// Runs the first `count` cases. `onProgress` hears how many are done.
  package func run(
    _ count: Int,
    onProgress: (Int) -> Void = { _ in }
  ) throws(BatchError) -> ProofResult {
    var result = ProofResult(of: cases.schema, fields: cases.places.map(\.name))
    result.untried = untried
    let files = try Self.files()
    try runCanaries(files, &result)
    var first = 0
    while first < count {
      let some = batch(first..<count)
      try run(some, files, &result)
      first += some.count
      onProgress(first)
    }
    return result
  }

  private static func files() throws(BatchError) -> ProofFiles {
    do throws(SystemError) {
      return try ProofFiles()
    } catch {
      throw .file(FilePath("temporary files"), error)
    }
  }

  /// Runs the canaries that promises bring along, as records of one file.
  private func runCanaries(
    _ files: borrowing ProofFiles,
    _ result: inout ProofResult
  ) throws(BatchError) {
    var canaries: [(promise: Int, canary: PromiseCanary)] = []
    for (index, promise) in cases.schema.promises.enumerated() where promise.isEngines {
      for canary in promise.canaries { canaries.append((index, canary)) }
    }
    if canaries.isEmpty { return }
    // A line end between two tokens is white space, like a blank.
    let records = canaries.map { one in
      one.canary.raw.map { $0 < ASCII.space ? ASCII.space : $0 }
    }
    let outputs = try files.run(Sanitizer(plan), records, of: schema, program)
    for (place, one) in canaries.enumerated() {
      let clean = outputs.clean[place]
      let views = CanarySearch.views(of: clean ?? outputs.rejects[place] ?? [])
      let isSeen =
        plan.lets(one.canary)
        || one.canary.texts.contains { text in
          CanarySearch.stands(text, in: views)
        }
      result.count(canaryOf: one.promise, isSeen: isSeen, isRejected: clean == nil)
    }
  }

  /// Events whose plainest record is rejected: their fields are never reached.
  private var untried: [String] {
    var sanitizer = Sanitizer(plan)
    var names: [String] = []
    for event in cases.schema.events {
      let maker = RecordMaker(eventKey: cases.schema.eventKey)
      let record = maker.record(event, at: [], nil)
      var output = ByteBuffer()
      if sanitizer.sanitize(record.span, appendingTo: &output) == .rejected {
        names.append(String(decoding: event.name, as: UTF8.self))
      }
    }
    return names
  }

  /// The next cases, at least one.
  private func batch(_ numbers: Range<Int>) -> [ProofCase] {
    var some: [ProofCase] = []
    var bytes = 0
    for number in numbers.prefix(Self.batch) where bytes < Self.batchBytes {
      some.append(cases.make(number))
      bytes += some.last?.record.count ?? 0
    }
    return some
  }

  private func run(
    _ some: [ProofCase],
    _ files: borrowing ProofFiles,
    _ result: inout ProofResult
  ) throws(BatchError) {
    let outputs = try files.run(Sanitizer(plan), some.map(\.record), of: schema, program)
    var seen = [ProofOutput?](repeating: nil, count: some.count)
    for (place, one) in some.enumerated() {
      seen[place] = whereSeen(one, outputs.clean[place], outputs.rejects[place])
      if outputs.clean[place] == nil { result.rejected += 1 } else { result.accepted += 1 }
    }
    var elsewhere = ForeignSearch(some)
    elsewhere.look(at: outputs)
    if elsewhere.hasFound {
      // What the same run with other secrets shows too is none of these.
      let twins = some.map { cases.make($0.number, isTwin: true).record }
      var twin = ForeignSearch(some)
      twin.look(at: try files.run(Sanitizer(plan), twins, of: schema, program))
      elsewhere.subtract(twin)
      for (place, output) in elsewhere.found where seen[place] != .rejects { seen[place] = output }
    }
    for (place, one) in some.enumerated() {
      let event = String(decoding: cases.schema.events[one.event].name, as: UTF8.self)
      result.count(one, seenIn: seen[place], event: event)
    }
  }

  /// Where a record's own outputs show something of its canary.
  private func whereSeen(_ one: ProofCase, _ clean: [UInt8]?, _ rejects: [UInt8]?) -> ProofOutput? {
    let fragments = CanarySearch.fragments(of: one.secrets)
    let views = CanarySearch.views(of: clean ?? rejects ?? [])
    let found = CanarySearch.found(fragments, of: one.secrets, in: views)
    guard !found.isEmpty else { return nil }
    let others = CanarySearch.views(of: twinOutput(of: one))
    let remaining = Set(found).subtracting(CanarySearch.found(found, of: one.secrets, in: others))
    guard !remaining.isEmpty else { return nil }
    return clean == nil ? .rejects : .clean
  }

  /// What becomes of the case with another secret, with the words that a line of the rejects has.
  private func twinOutput(of one: ProofCase) -> [UInt8] {
    var sanitizer = Sanitizer(plan)
    var output = ByteBuffer()
    let record = cases.make(one.number, isTwin: true).record
    if sanitizer.sanitize(record.span, appendingTo: &output) == .rejected {
      output.append(",\"violations\":[")
      for violation in sanitizer.violations { sanitizer.write(violation, to: &output) }
    }
    return output.bytes
  }

  /// One case: what was planted, and what a reader of the outputs sees.
  package func show(_ number: Int) throws(BatchError) -> ShownCase {
    let one = cases.make(number)
    let outputs = try Self.files().run(Sanitizer(plan), [one.record], of: schema, program)
    var result = ProofResult(of: cases.schema, fields: cases.places.map(\.name))
    let event = String(decoding: cases.schema.events[one.event].name, as: UTF8.self)
    let seen = whereSeen(one, outputs.clean[0], outputs.rejects[0])
    result.count(one, seenIn: seen, event: event)
    return ShownCase(
      planted: one,
      event: event,
      field: one.place < 0 ? one.vessel.rawValue : cases.places[one.place].name,
      clean: outputs.clean[0],
      rejects: outputs.rejects[0],
      seen: seen
    )
  }
}

/// One case for people.
package struct ShownCase: Sendable {
  package let planted: ProofCase
  package let event: String
  package let field: String
  package let clean: [UInt8]?
  package let rejects: [UInt8]?
  package let seen: ProofOutput?
}
