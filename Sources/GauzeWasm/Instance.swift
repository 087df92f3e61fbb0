import Gauze

/// What an instance of the module keeps between calls: plans behind handles, the memory that the
/// caller writes its input to, and the answer of the last call.
struct Instance {
  /// A plan, and its sanitizers by form and treatment of unknown fields, made when first asked for.
  private struct Slot {
    /// Counts the plans that were here; 0 once the slot is used up.
    var generation: Int32 = 1
    var plan: Plan?
    var sanitizers = [Sanitizer?](repeating: nil, count: 6)
    /// Bytes that each sanitizer has read.
    var bytesRead = [Int](repeating: 0, count: 6)
    /// Made when first asked for.
    var envelope: Envelope?
  }

  // A handle is `generation * 1024 + slot`: a closed plan's number is never given again, so a stale
  // one finds nothing. 2^20 generations of 1024 slots are a thousand million plans.
  private static let mostPlans: Int32 = 1024
  private static let lastGeneration: Int32 = 1 << 20

  /// The most bytes of a schema file. Bounds the memory that its tree takes.
  static let largestSchema = 4 << 20
  /// The most bytes that can be asked for at once: the largest schema, at three bytes a character.
  static let largestInput = 3 * largestSchema
  private static let mostInputs = 16
  /// A sanitizer counts in `Int`, which has 32 bits here. No byte of input adds more than 200 to
  /// any count, so one that has read no more than this has overflowed none and makes way for
  /// another.
  private static let mostBytesRead = 8 << 20

  private var slots: [Slot] = []
  private var inputs: [UnsafeMutableBufferPointer<UInt8>] = []
  private var keys = KeyRing()
  private var literals = HostLiterals()
  /// The answer of the last call.
  private(set) var output = ByteBuffer()
  /// The plan whose clean record the answer is, or 0 if it is none.
  private var cleanHandle: Int32 = 0
  /// A clean record while it is wrapped.
  private var bare = ByteBuffer()

  // MARK: - Input

  /// Memory for `length` bytes of input; nil if that is too much.
  mutating func allocate(_ length: Int) -> UnsafeMutablePointer<UInt8>? {
    guard length > 0, length <= Self.largestInput, inputs.count < Self.mostInputs else {
      return nil
    }
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: length)
    memory.initialize(repeating: 0)
    inputs.append(memory)
    return memory.baseAddress
  }

  /// Gives memory back that `allocate` gave. Any other pointer is ignored.
  mutating func release(_ pointer: UnsafePointer<UInt8>?) {
    guard let index = inputs.firstIndex(where: { UnsafePointer($0.baseAddress) == pointer }) else {
      return
    }
    // From here on `input` finds nothing there.
    inputs.remove(at: index).deallocate()
  }

  /// The bytes at `pointer`, if they lie in memory that `allocate` gave; else none. So the caller
  /// cannot make the engine read anything else.
  func input(_ pointer: UnsafePointer<UInt8>?, _ length: Int) -> UnsafeBufferPointer<UInt8> {
    let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    guard let pointer, length > 0 else { return none }
    for memory in inputs {
      guard let start = memory.baseAddress, pointer >= UnsafePointer(start) else { continue }
      let offset = pointer - UnsafePointer(start)
      if offset >= 0, offset <= memory.count, length <= memory.count - offset {
        return UnsafeBufferPointer(start: pointer, count: length)
      }
    }
    return none
  }

  // MARK: - Plans

  /// Keeps a key for the next schema that is opened: 0, or why not; then all keys are forgotten.
  mutating func add(key: Span<UInt8>, id: Span<UInt8>) -> Int32 {
    var name: [UInt8] = []
    for index in id.indices { name.append(id[index]) }
    do throws(KeyError) {
      try keys.add(id: name, key: key)
      return 0
    } catch {
      keys = KeyRing()
      return switch error {
      case .badID: 1
      case .tooShort: 2
      case .duplicateID: 3
      }
    }
  }

  /// Keeps literals of the host for the next schema that is opened: 0, or why not; then there are none.
  mutating func set(literals file: Span<UInt8>) -> Int32 {
    literals = HostLiterals()
    do throws(HostLiteralError) {
      literals = try HostLiterals(reading: file)
      return 0
    } catch {
      return switch error {
      case .notLiterals: 1
      case .tooShort: 2
      case .tooLong: 3
      case .tooMany: 4
      }
    }
  }

  /// Forgets the keys and literals that no schema took.
  mutating func forget() {
    keys = KeyRing()
    literals = HostLiterals()
  }

  /// Compiles a schema file: a handle, or 0 with its faults in `output`. Forgets keys and literals.
  mutating func open(_ file: Span<UInt8>) -> Int32 {
    clear()
    let (ring, literals) = (keys, literals)
    forget()
    guard let schema = read(file) else { return 0 }
    do throws(PlanError) {
      return keep(try Plan(schema, keys: ring, literals: literals))
    } catch {
      guard case .missingKey(let id) = error else { return 0 }
      FaultList.write(missingKey: id, to: &output)
      return 0
    }
  }

  /// Checks a schema file: whether it has no faults. They are in `output`.
  mutating func check(_ file: Span<UInt8>) -> Bool {
    clear()
    return read(file) != nil
  }

  private mutating func read(_ file: Span<UInt8>) -> Schema? {
    guard file.count <= Self.largestSchema else {
      FaultList.write([SchemaFault(.tooMany, at: 0)], of: file, to: &output)
      return nil
    }
    do throws(SchemaFaults) {
      return try Schema(reading: file)
    } catch {
      FaultList.write(error.faults, of: file, to: &output)
      return nil
    }
  }

  private mutating func keep(_ plan: Plan) -> Int32 {
    var index = slots.firstIndex { $0.plan == nil && $0.generation > 0 } ?? slots.count
    if index == slots.count {
      guard index < Int(Self.mostPlans) else {
        FaultList.write(tooManyPlans: &output)
        return 0
      }
      slots.append(Slot())
      index = slots.count - 1
    }
    slots[index].plan = plan
    return slots[index].generation * Self.mostPlans + Int32(truncatingIfNeeded: index)
  }

  /// Forgets a plan. A handle that is not open is ignored.
  mutating func close(_ handle: Int32) {
    guard let index = slot(of: handle) else { return }
    let next = slots[index].generation + 1
    slots[index] = Slot(generation: next < Self.lastGeneration ? next : 0)
  }

  private func slot(of handle: Int32) -> Int? {
    guard handle > 0 else { return nil }
    let index = Int(handle % Self.mostPlans)
    guard index < slots.count, slots[index].plan != nil,
      slots[index].generation == handle / Self.mostPlans
    else { return nil }
    return index
  }

  // MARK: - Records

  /// Sanitizes a record of `length` bytes: 1 with its clean form in `output`, 0 with its
  /// violations, or -1 if there is no such plan.
  mutating func sanitize(
    _ handle: Int32,
    _ record: Span<UInt8>,
    length: Int,
    _ form: RecordForm,
    _ unknown: UnknownFields?
  ) -> Int32 {
    clear()
    guard let index = slot(of: handle), let plan = slots[index].plan else { return -1 }
    let kind = Int(form.rawValue) * 3 + (unknown == nil ? 0 : unknown == .reject ? 1 : 2)
    if slots[index].sanitizers[kind] == nil || slots[index].bytesRead[kind] > Self.mostBytesRead {
      slots[index].sanitizers[kind] = Sanitizer(plan, reading: form, unknown: unknown)
      slots[index].bytesRead[kind] = 0
    }
    slots[index].bytesRead[kind] += record.count
    var verdict = Verdict.rejected
    if length > Sanitizer.largestRecord {
      slots[index].sanitizers[kind]?.rejectTooLarge()
    } else {
      verdict =
        slots[index].sanitizers[kind]?.sanitize(record, appendingTo: &output) ?? .rejected
    }
    if verdict == .rejected { slots[index].sanitizers[kind]?.writeViolations(to: &output) }
    cleanHandle = verdict == .accepted ? handle : 0
    return verdict == .accepted ? 1 : 0
  }

  /// Puts the clean record that the answer is into its schema's envelope: 1; or 0, and no answer, if
  /// the schema declares none; or -1 if the answer is no clean record of that plan.
  mutating func wrap(_ handle: Int32) -> Int32 {
    let isClean = cleanHandle == handle
    guard isClean, let index = slot(of: handle), let plan = slots[index].plan else {
      clear()
      return -1
    }
    swap(&bare, &output)
    clear()
    if slots[index].envelope == nil { slots[index].envelope = Envelope(plan) }
    return Self.wrap(bare, in: &slots[index].envelope, appendingTo: &output) ? 1 : 0
  }

  private static func wrap(
    _ record: borrowing ByteBuffer,
    in envelope: inout Envelope?,
    appendingTo output: inout ByteBuffer
  ) -> Bool {
    envelope?.wrap(record.span, appendingTo: &output) ?? false
  }

  /// Runs a chain of policies, a JSON array as in a schema, over one JSON value: 1 with
  /// `{"value":…}` in `output` (`{}` if nothing leaves), 0 with violations, -1 with the policies'
  /// faults.
  mutating func apply(_ policies: Span<UInt8>, to value: Span<UInt8>) -> Int32 {
    clear()
    let (ring, literals) = (keys, literals)
    forget()
    var faults: [SchemaFault] = []
    guard let (chain, types) = Self.chain(policies, &faults), faults.isEmpty else {
      faults.sort { $0.offset < $1.offset }
      FaultList.write(faults, of: policies, to: &output)
      return -1
    }
    do throws(PlanError) {
      var sanitizer = Sanitizer(
        try Plan(applying: chain, to: types, keys: ring, literals: literals)
      )
      var record = ByteBuffer(capacity: value.count + 16)
      record.append("{\"value\":")
      record.append(value)
      record.append(ASCII.rightBrace)
      if sanitizer.sanitize(record.span, appendingTo: &output) == .accepted { return 1 }
      sanitizer.writeViolations(to: &output)
      return 0
    } catch {
      guard case .missingKey(let id) = error else { return -1 }
      FaultList.write(missingKey: id, to: &output)
      return -1
    }
  }

  /// The chain, and the types that its first policy takes; null passes through any.
  private static func chain(
    _ text: Span<UInt8>,
    _ faults: inout [SchemaFault]
  ) -> (PolicyChain, JSONTypes)? {
    var policies: [Policy] = []
    var offsets: [Int] = []
    do throws(JSONDocumentFault) {
      for node in try JSONNode(reading: text).items(&faults) ?? [] {
        guard let policy = Policy.read(node, &faults) else { continue }
        policies.append(policy)
        offsets.append(node.start)
      }
    } catch {
      faults.append(SchemaFault(.notJSON, at: error.offset))
      return nil
    }
    let types: JSONTypes =
      switch policies.first?.name.row.takes {
      case .text: [.string, .null]
      case .number: [.integer, .number, .null]
      case .scalar: [.string, .integer, .number, .null]
      case .object: [.object, .null]
      case .array: [.array, .null]
      case .any, .boolean, .list, .closedText, .nothing, nil: .any
      }
    return (PolicyChain(policies, at: offsets, taking: types, maxLength: nil, &faults), types)
  }

  /// Empties the answer.
  mutating func clear() {
    output.removeAll()
    cleanHandle = 0
  }

  // MARK: - Built-in schemas

  /// Writes the built-in schemas' names to `output`, as a JSON array.
  mutating func listSchemas() {
    clear()
    output.append(ASCII.leftBracket)
    for entry in BuiltInSchemas.all {
      if output.count > 1 { output.append(ASCII.comma) }
      output.append(ASCII.quote)
      output.append(entry.name)
      output.append(ASCII.quote)
    }
    output.append(ASCII.rightBracket)
  }

  /// Writes a built-in schema's file to `output`: whether there is one of that name.
  mutating func copySchema(named name: Span<UInt8>) -> Bool {
    clear()
    guard let text = BuiltInSchemas.text(named: name) else { return false }
    output.append(text)
    return true
  }
}

extension Sanitizer {
  /// Adds the last record's violations as a JSON array.
  func writeViolations(to output: inout ByteBuffer) {
    output.append(ASCII.leftBracket)
    var isFirst = true
    for violation in violations {
      if !isFirst { output.append(ASCII.comma) }
      isFirst = false
      write(violation, to: &output)
    }
    output.append(ASCII.rightBracket)
  }
}
