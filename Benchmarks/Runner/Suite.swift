internal import Gauze

/// All benchmarks, in the order in which they run.
struct Suite {
  let filter: String
  let effort: Effort
  let countsAllocations: Bool
  private(set) var results: [Measurement] = []

  init(filter: String, effort: Effort, countsAllocations: Bool) {
    self.filter = filter
    self.effort = effort
    self.countsAllocations = countsAllocations
  }

  /// Runs every benchmark whose name begins with the filter. Throws if the built-in schema does not
  /// load, which a test of the engine would have said before.
  mutating func run() throws {
    runControl()
    try runTrips()
    try runTexts()
    try runWholeValues()
    runDigests()
  }

  /// Measures `work` under `name`, if the filter lets it; `fault` looks at its output first.
  private mutating func add<Work: Workload>(
    _ name: String,
    _ work: @autoclosure () throws -> Work,
    fault: (inout Work) -> String?
  ) rethrows {
    guard name.hasPrefix(filter) else { return }
    var work = try work()
    let fault = fault(&work)
    results.append(
      Measurement(name, &work, fault: fault, effort, countsAllocations: countsAllocations)
    )
  }

  /// The same with the outputs that are expected for the first inputs.
  private mutating func add<Work: Workload>(
    _ name: String,
    _ work: @autoclosure () throws -> Work,
    expecting expected: [String]
  ) rethrows {
    try add(name, try work()) { work in
      for (index, text) in expected.enumerated() where work.output(for: index) != Array(text.utf8) {
        return "output \(index) differs"
      }
      return nil
    }
  }

  // MARK: - The control

  private mutating func runControl() {
    // Always: without it no other count means anything.
    var work = AllocatingWork(inputs: Inputs(["0123456789"], rounds: 100))
    let control = Measurement(
      "control/allocates",
      &work,
      fault: nil,
      .quick,
      countsAllocations: countsAllocations
    )
    results.append(control)
  }

  // MARK: - Records

  private mutating func runTrips() throws {
    let schema = try Self.schema()
    let plan = try Plan(schema)
    let clean = Events.inputs(Events.clean)
    add("scan/cli-telemetry", ScanWork(clean)) { work in
      Self.firstFault(clean) { work.output(for: $0) == Array("\(clean.ranges[$0].count)".utf8) }
    }
    let trip = TripWork(clean, Sanitizer(plan))
    add("trip/cli-telemetry", trip) { work in
      // Law 4: each is accepted, and a pass over its wire form is the identity.
      var verifier = Sanitizer(plan, reading: .wire)
      return Self.firstFault(clean) { index in
        let output = work.output(for: index)
        var again = ByteBuffer()
        return verifier.sanitize(output.span, appendingTo: &again) == .accepted
          && again.bytes == output && !Self.holdsName(output)
      }
    }
    var maker = trip
    var wire = Inputs([])
    for index in clean.ranges.indices { wire.append(maker.output(for: index)) }
    add("trip/wire", TripWork(wire, Sanitizer(plan, reading: .wire))) { work in
      Self.firstFault(wire) { work.output(for: $0) == wire.value($0) }
    }
    let rejected = Events.inputs(Events.rejected)
    add("trip/reject", TripWork(rejected, Sanitizer(plan))) { work in
      Self.firstFault(rejected) { work.output(for: $0).isEmpty }
    }
    let values = try Values.plan()
    let records = Inputs([Values.record], rounds: 200)
    add("trip/values", TripWork(records, Sanitizer(values)), expecting: [Values.wire])
    let wires = Inputs([Values.wire], rounds: 200)
    let verifying = TripWork(wires, Sanitizer(values, reading: .wire))
    add("trip/values-wire", verifying, expecting: [Values.wire])
    try runWords()
  }

  private mutating func runWords() throws {
    let plan = try Words.plan()
    let records = Inputs([Words.record], rounds: 200)
    add("trip/words", TripWork(records, Sanitizer(plan)), expecting: [Words.wire])
    let wires = Inputs([Words.wire], rounds: 200)
    let verifying = TripWork(wires, Sanitizer(plan, reading: .wire))
    add("trip/words-wire", verifying, expecting: [Words.wire])
    try runEnvelope()
  }

  private mutating func runEnvelope() throws {
    let wrapping = try Plan(try Schema(reading: Array(Envelopes.schema.utf8).span))
    guard let envelope = Envelope(wrapping) else { throw SuiteFault() }
    let cleans = Inputs([Envelopes.clean], rounds: 200)
    add("trip/envelope", EnvelopeWork(cleans, envelope), expecting: [Envelopes.wrapped])
  }

  private static func schema() throws -> Schema {
    let name = Array("cli-telemetry".utf8)
    var file = ByteBuffer()
    if let text = BuiltInSchemas.text(named: name.span) { file.append(text) }
    return try Schema(reading: file.span)
  }

  private static func firstFault(_ inputs: Inputs, _ isRight: (Int) -> Bool) -> String? {
    for index in inputs.ranges.indices where !isRight(index) { return "output \(index) differs" }
    return nil
  }

  /// Whether something personal of the events is left: their one person is called Jane.
  private static func holdsName(_ output: [UInt8]) -> Bool {
    let name = Array("jane".utf8)
    guard output.count >= name.count else { return false }
    return (0...output.count - name.count).contains { start in
      output[start..<start + name.count].elementsEqual(name) { $0 | 0x20 == $1 }
    }
  }

  // MARK: - Texts

  private mutating func runTexts() throws {
    for text in Texts.all {
      let scrub = try Self.scrub(text.policy)
      let inputs = Inputs([text.input], rounds: text.rounds)
      add(text.name, TextWork(inputs, scrub), expecting: [text.expected])
    }
  }

  private static func scrub(_ policy: String) throws -> TextScrub {
    guard case .scrub(let scrub) = try chain(policy, taking: .string) else { throw SuiteFault() }
    return scrub
  }

  /// Reads policies as a schema would.
  private static func chain(_ text: String, taking types: JSONTypes) throws -> PolicyChain {
    var faults: [SchemaFault] = []
    let node = try JSONNode(reading: Array(text.utf8).span)
    guard let policy = Policy.read(node, &faults) else { throw SuiteFault() }
    let chain = PolicyChain([policy], at: [0], taking: types, maxLength: nil, &faults)
    guard faults.isEmpty else { throw SuiteFault() }
    return chain
  }

  // MARK: - Other policies

  private mutating func runWholeValues() throws {
    let buckets = try Self.chain(
      #"{"bucket":{"edges":[100,1000,10000],"labels":["<100","100-1K","1K-10K",">10K"]}}"#,
      taking: .integer
    )
    guard case .transform(let buckets) = buckets, case .bucket(let bucketing)? = buckets.steps.first
    else { throw SuiteFault() }
    let numbers = Inputs(["7", "1250", "10000", "123456789012345"], rounds: 250)
    let labels = ["<100", "1K-10K", ">10K", ">10K"]
    add("policy/bucket/integers", BucketWork(numbers, bucketing), expecting: labels)
    let decimals = Inputs(["99.5", "1.25e3", "1e400", "0.000001"], rounds: 250)
    add(
      "policy/bucket/decimals",
      BucketWork(decimals, bucketing),
      expecting: ["<100", "1K-10K", ">10K", "<100"]
    )
    let addresses = Inputs(["  Jane.Doe@ACME.com ", "jane@acme.example"], rounds: 500)
    let key = HMACSHA256(key: Array("sixteen or more bytes".utf8).span)
    add(
      "policy/hash-email/plain",
      EmailWork(addresses, key: nil),
      expecting: ["7ab2023f5a756bb26da296ceaf20cee2f320d806cbedfcc5cf614b1b3f409a52"]
    )
    add(
      "policy/hash-email/keyed",
      EmailWork(addresses, key: key),
      expecting: ["gz1.bench.0c7ac38ebbc3880fc522c1d5b9a39577898a4ea17c3ebf73a9b7431113a21688"]
    )
    for (word, output) in [("drop", "{}"), ("redact", #"{"value":"<redacted>"}"#)] {
      let plan = try Plan(applying: try Self.chain("\"\(word)\"", taking: .any), to: .any)
      let records = Inputs([#"{"value":"jane@acme.example"}"#, #"{"value":[1,2]}"#], rounds: 500)
      add(
        "policy/\(word)",
        TripWork(records, Sanitizer(plan)),
        expecting: word == "drop" ? [] : [output, output]
      )
    }
  }

  // MARK: - Digests

  private mutating func runDigests() {
    let short = Inputs(["jane.doe@acme-corp.example"].map { String($0.prefix(25)) }, rounds: 1000)
    let long = Inputs([String(repeating: "a", count: 1 << 20)])
    let key = HMACSHA256(key: Array("sixteen or more bytes".utf8).span)
    add(
      "sha256/25-bytes",
      DigestWork(inputs: short, key: nil),
      expecting: ["066891f1226578cc09d27b3758218af306b1d7c0ae6067a3112d04eba56af525"]
    )
    add(
      "sha256/1-mebibyte",
      DigestWork(inputs: long, key: nil),
      expecting: ["9bc1b2a288b26af7257a36277ae3816a7d4f16e89c1e7e77d0a5c48bad62b360"]
    )
    add(
      "hmac/25-bytes",
      DigestWork(inputs: short, key: key),
      expecting: ["db90383ddf6086dfc3608d44a6bf03d6fa617a14a789f3ef468fcb3d983a467c"]
    )
  }
}

/// A benchmark's own parameters do not load.
struct SuiteFault: Error {}
