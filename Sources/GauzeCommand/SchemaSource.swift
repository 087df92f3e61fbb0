internal import Gauze
internal import GauzeSystem

/// A schema as a command was told of it: a built-in name or a file.
struct SchemaSource {
  /// What the user called it.
  let name: String
  let bytes: [UInt8]
  let isBuiltIn: Bool

  /// The largest schema file.
  private static let largest = 16 << 20

  /// The schema that `--schema` names, or the standard one.
  init(_ arguments: Arguments) throws(CommandFailure) {
    if let path = try arguments.file(.schema) {
      try self.init(path)
    } else {
      try self.init(FilePath(try InputChoice.isText(arguments) ? "text-log" : "cli-telemetry"))
    }
  }

  /// The built-in schema of that name, else the file.
  init(_ path: FilePath) throws(CommandFailure) {
    name = path.text
    if let text = BuiltInSchemas.text(named: path.bytes.span) {
      bytes = text.bytes
      isBuiltIn = true
      return
    }
    isBuiltIn = false
    var buffer = ByteBuffer(capacity: 65_536)
    do throws(SystemError) {
      let file = try InputFile(path)
      try file.readAll(into: &buffer, limit: Self.largest)
    } catch {
      guard error.isNotFound else { throw .schema(["\(path.text): \(error.description)"]) }
      let near = Spelling.nearest(to: path.text, in: BuiltInSchemas.all.map { "\($0.name)" })
      let advice = near.map { "did you mean \($0)?" } ?? "see gauze schemas"
      throw .schema(["no file and no built-in schema is called \(path.text); \(advice)"])
    }
    bytes = buffer.bytes
  }

  /// A schema that was read already.
  init(name: String, bytes: [UInt8]) {
    (self.name, self.bytes, isBuiltIn) = (name, bytes, false)
  }

  /// Every schema that git keeps in the checkout around the current folder.
  static func kept() throws(CommandFailure) -> [SchemaSource] {
    let checkout = try GitCheckout()
    var sources: [SchemaSource] = []
    for path in try checkout.schemas() {
      guard let bytes = try WholeFile.read(checkout.place(of: path)), isSchema(bytes)
      else { continue }
      sources.append(SchemaSource(name: path.text, bytes: bytes))
    }
    return sources
  }

  /// Whether a file wants to be a schema: other files are called so, too.
  static func isSchema(_ bytes: [UInt8]) -> Bool {
    guard let root = try? JSONNode(reading: bytes.span), case .object(let members) = root.value
    else { return false }
    return members.contains { $0.name.span.equals("gauze") }
  }

  /// The `name` that a file states, whether or not it loads; nil if it states none.
  static func statedName(_ bytes: [UInt8]) -> [UInt8]? {
    guard let root = try? JSONNode(reading: bytes.span), case .object(let members) = root.value,
      let member = members.first(where: { $0.name.span.equals("name") }),
      case .string(let name) = member.node.value
    else { return nil }
    return name
  }

  /// The schema, or every fault that it has.
  func load() throws(CommandFailure) -> Schema {
    do throws(SchemaFaults) {
      return try Schema(reading: bytes.span)
    } catch {
      throw .schema(lines(of: error.faults))
    }
  }

  /// `file:line:column: code pointer: what to do`, one line a fault; `mark` stands before the code.
  func lines(of faults: [SchemaFault], mark: String = "") -> [String] {
    let root = try? JSONNode(reading: bytes.span)
    let rest = faults.count - Self.mostLines
    let more = rest > 0 ? ["\(name): and \(Columns.grouped(rest)) faults more"] : []
    return faults.prefix(Self.mostLines).map { fault in
      var pointer = ByteBuffer()
      // A file that is no schema may be data by mistake: then nothing of it is repeated.
      if fault.code != .notASchema, fault.code != .notJSON {
        root?.appendPointer(to: fault.offset, &pointer)
      }
      let place = place(of: fault.offset)
      let name = Console.visible(String(decoding: pointer.bytes, as: UTF8.self))
      let missing = fault.keyword.map { " (\($0))" } ?? ""
      return "\(place): \(mark)\(fault.code.word)\(missing)\(name.isEmpty ? "" : " at \(name)"): "
        + "\(fault.code.advice)"
    } + more
  }

  /// How many faults are printed.
  private static let mostLines = 200

  /// `file:line:column`.
  func place(of offset: Int) -> String {
    let location = SourceLocation(of: offset, in: bytes.span)
    return "\(name):\(location.line):\(location.column)"
  }

  /// The plan of `schema` with the keys of `--key`.
  func plan(_ schema: Schema, _ arguments: Arguments) throws(CommandFailure) -> Plan {
    try plan(schema, try Self.keys(arguments), arguments)
  }

  /// The plan of `schema` with keys that were read.
  func plan(
    _ schema: Schema,
    _ keys: KeyRing,
    _ arguments: Arguments
  ) throws(CommandFailure) -> Plan {
    let literals = try Self.literals(arguments)
    let plan: Plan
    do throws(PlanError) {
      plan = try Plan(schema, keys: keys, literals: literals)
    } catch {
      throw Self.failure(of: error)
    }
    try Self.requireUse(of: literals, by: plan)
    return plan
  }

  /// Refuses literals that no policy of the plan masks: who supplies them expects them to go.
  static func requireUse(of literals: HostLiterals, by plan: Plan) throws(CommandFailure) {
    guard !literals.isEmpty, !plan.masksLiterals else { return }
    throw .usage(
      "--literals: no policy here masks them; use scrub-text or mask-arguments, or leave the option out"
    )
  }

  static func failure(of error: PlanError) -> CommandFailure {
    switch error {
    case .missingKey(let id):
      let name = String(decoding: id, as: UTF8.self)
      return .schema(["the key \(name) is declared and not supplied: add --key \(name)=FILE"])
    }
  }

  /// The keys of `--key ID=FILE`, each the bytes of its file without one line end after them.
  static func keys(_ arguments: Arguments) throws(CommandFailure) -> KeyRing {
    var ring = KeyRing()
    for argument in arguments.all(.key) {
      let parts = argument.bytes.split(
        separator: UInt8(ascii: "="),
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      guard parts.count == 2 else { throw .usage("--key takes ID=FILE") }
      // What follows = is not repeated: it may be the key itself, by mistake.
      let name = "--key \(String(decoding: parts[0], as: UTF8.self))"
      let path = FilePath(bytes: Array(parts[1]))
      let key = withoutLineEnd(try keyBytes(path, named: "\(name): the file"))
      do throws(KeyError) {
        try ring.add(id: Array(parts[0]), key: key.span)
      } catch {
        throw .schema(["\(name): \(reason(error))"])
      }
    }
    return ring
  }

  /// The literals of `--literals FILE`.
  static func literals(_ arguments: Arguments) throws(CommandFailure) -> HostLiterals {
    guard let path = try arguments.file(.literals) else { return HostLiterals() }
    let bytes = try keyBytes(path, named: "--literals: the file")
    do throws(HostLiteralError) {
      return try HostLiterals(reading: bytes.span)
    } catch {
      throw .schema(["--literals: \(reason(error))"])
    }
  }

  private static func reason(_ error: HostLiteralError) -> String {
    switch error {
    case .notLiterals:
      #"the file holds one JSON object such as {"user": ["jane"], "home": ["/home/jane"], "#
        + #""host": ["db17"], "other": ["Nightjar"]}"#
    case .tooShort: "a literal has at least \(HostLiterals.shortest) bytes"
    case .tooLong: "a literal has at most \(HostLiterals.longest) bytes"
    case .tooMany: "there are at most \(HostLiterals.most) literals"
    }
  }

  private static func reason(_ error: KeyError) -> String {
    switch error {
    case .badID: "an id is 1 to 32 letters, digits, - or _"
    case .tooShort: "a key has at least \(KeyRing.shortestKey) bytes"
    case .duplicateID: "the id is given twice"
    }
  }

  /// A key file is text in most: one line end after it is not part of the key.
  private static func withoutLineEnd(_ key: [UInt8]) -> [UInt8] {
    var key = key
    guard key.last == ASCII.lineFeed else { return key }
    key.removeLast()
    if key.last == ASCII.carriageReturn { key.removeLast() }
    return key
  }

  /// The bytes of a file of keys or literals.
  static func keyBytes(_ path: FilePath, named name: String) throws(CommandFailure) -> [UInt8] {
    var buffer = ByteBuffer()
    do throws(SystemError) {
      let file = try InputFile(path)
      try file.readAll(into: &buffer, limit: 1 << 16)
    } catch {
      throw .schema(["\(name): \(error.description)"])
    }
    return buffer.bytes
  }
}
