internal import Gauze
internal import GauzeBatch
internal import GauzeSystem

/// `gauze apply`: runs a chain of policies over JSON values, one a line.
enum ApplyCommand {
  private static let prefix = "{\"value\":"

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    if arguments.operands.isEmpty {
      throw .usage("name a policy, as in gauze apply scrub-text truncate=500: \(words)")
    }
    var policies: [Policy] = []
    for operand in arguments.operands { policies.append(try policy(operand.text)) }
    var faults: [SchemaFault] = []
    let types = Self.types(of: policies[0])
    let chain = PolicyChain(
      policies,
      at: Array(policies.indices),
      taking: types,
      maxLength: nil,
      &faults
    )
    if let fault = faults.first {
      let name = arguments.operands[fault.offset].text
      throw .usage("\(name): \(fault.code.word): \(fault.code.advice)")
    }
    if chain == .drop { throw .usage("drop leaves nothing to write") }
    let keys = try SchemaSource.keys(arguments)
    let literals = try SchemaSource.literals(arguments)
    let plan: Plan
    do throws(PlanError) {
      plan = try Plan(applying: chain, to: types, keys: keys, literals: literals)
    } catch {
      throw SchemaSource.failure(of: error)
    }
    try SchemaSource.requireUse(of: literals, by: plan)
    return try apply(Sanitizer(plan))
  }

  private static var names: [String] {
    PolicyName.allCases.map { "\($0.row.word)" }
  }

  private static var words: String { names.joined(separator: ", ") }

  /// Reads `NAME` or `NAME=JSON`.
  private static func policy(_ text: String) throws(CommandFailure) -> Policy {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    var json = ByteBuffer()
    let hasParameters = parts.count == 2
    if hasParameters { json.append(ASCII.leftBrace) }
    JSONText.write(Array(parts[0].utf8).span, to: &json)
    if hasParameters {
      json.append(ASCII.colon)
      json.append(Array(parts[1].utf8))
      json.append(ASCII.rightBrace)
    }
    guard let node = try? JSONNode(reading: json.span) else {
      throw .usage("\(text): what follows = is no JSON; quote it for the shell")
    }
    var faults: [SchemaFault] = []
    if let policy = Policy.read(node, &faults), faults.isEmpty { return policy }
    let code = faults.first?.code ?? .unknownPolicy
    guard code == .unknownPolicy else { throw .usage("\(text): \(code.word): \(code.advice)") }
    let near = Spelling.nearest(to: String(parts[0]), in: names)
    let advice = near.map { "did you mean \($0)?" } ?? "use one of \(words)"
    throw .usage("\(text): \(code.word): \(advice)")
  }

  /// The values that a chain is for: those that its first policy takes.
  private static func types(of policy: Policy) -> JSONTypes {
    switch policy.name.row.takes {
    case .text: .string
    case .number: [.integer, .number]
    case .scalar: [.string, .integer, .number]
    case .object: .object
    case .array: .array
    case .any, .boolean, .list, .closedText, .nothing: .any
    }
  }

  private static func apply(_ sanitizer: Sanitizer) throws(CommandFailure) -> ExitStatus {
    var sanitizer = sanitizer
    let input = InputFile.standardInput()
    Console.noteIfTyped(input, "JSON values, one a line,")
    var reader = RecordReader(input)
    var output = OutputFile.standardOutput()
    var record = ByteBuffer()
    var clean = ByteBuffer()
    var status = ExitStatus.done
    do throws(SystemError) {
      while let line = try reader.next() {
        record.removeAll()
        clean.removeAll()
        record.append(Array(prefix.utf8))
        record.append(reader.bytes.extracting(line.range))
        record.append(ASCII.rightBrace)
        if !line.isTooLarge,
          sanitizer.sanitize(record.span, appendingTo: &clean) == .accepted
        {
          clean.truncate(to: clean.count - 1)
          clean.append(ASCII.lineFeed)
          try output.write(clean.span.extracting(prefix.utf8.count..<clean.count))
        } else {
          let code =
            line.isTooLarge
            ? .tooLarge
            : !isValue(reader.bytes.extracting(line.range))
              ? .malformedJSON : sanitizer.violations.first?.code ?? .badFormat
          Console.error("line \(line.line): \(code.word)")
          status = .findings
        }
      }
    } catch {
      throw .file(
        error.operation == .read ? "standard input" : "standard output",
        error.description
      )
    }
    return status
  }

  /// Whether a line is one value by itself, and not `1,"value":2`, whose fault would otherwise be
  /// told in terms of the object that it was put in.
  private static func isValue(_ line: Span<UInt8>) -> Bool {
    var scanner = JSONScanner()
    var keys = KeyLedger()
    do throws(JSONFault) {
      try scanner.skipValue(line, depth: 0, keys: &keys)
      return scanner.peek(line) == 0
    } catch {
      return error != .malformed
    }
  }
}
