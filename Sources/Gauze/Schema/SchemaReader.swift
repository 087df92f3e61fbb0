/// Every fault of a schema file, in file order.
public struct SchemaFaults: Error, Sendable {
  /// At least one.
  public var faults: [SchemaFault]
}

extension Schema {
  /// Reads and checks a schema file. Reports all its faults at once. Complexity: O(n log n).
  public init(reading file: Span<UInt8>) throws(SchemaFaults) {
    var reader = SchemaReader()
    let root: JSONNode
    do throws(JSONDocumentFault) {
      root = try JSONNode(reading: file)
    } catch {
      throw SchemaFaults(faults: [SchemaFault(.notJSON, at: error.offset)])
    }
    guard let schema = reader.read(root, file), reader.faults.isEmpty else {
      throw SchemaFaults(faults: reader.sortedFaults())
    }
    self = schema
  }
}

/// Reads a schema file's tree. Fields are read in `SchemaReader+Fields.swift`, what surrounds them
/// in `SchemaReader+Context.swift`.
package struct SchemaReader {
  /// The most events that a schema may declare.
  package static let mostEvents = 1024

  package var faults: [SchemaFault] = []
  var definitions: [JSONMember] = []
  var definitionNames = NameTable()
  var isDefinitionUsed: [Bool] = []
  /// The definitions that are being read, outermost first.
  var activeDefinitions: [Int] = []
  var fieldCount = 0
  /// How many of them, inner ones included, every event has in common.
  private var commonFieldCount = 0
  /// The words of all enums, after references are resolved.
  var wordCount = 0

  package init() {}

  package mutating func read(_ root: JSONNode, _ file: Span<UInt8>) -> Schema? {
    guard case .object(let members) = root.value,
      let revision = members.first(where: { $0.name.span.equals("gauze") })
    else {
      // Not a schema at all: perhaps data by mistake, of which nothing may be said.
      faults.append(SchemaFault(.notASchema, at: 0))
      return nil
    }
    var reader = JSONObjectReader(members, at: root.start)
    _ = reader.take("gauze")
    guard case .number(let digits) = revision.node.value, digits.span.equals("1") else {
      faults.append(SchemaFault(.unsupportedRevision, at: revision.node.start))
      return nil
    }
    _ = reader.take("$schema")?.text(&faults)
    if let node = reader.take("$defs") { readDefinitions(node) }
    let name = reader.require("name", &faults).flatMap { readName($0) }
    let version = reader.require("version", &faults).flatMap { readVersion($0) }
    let description = reader.take("description").flatMap { $0.text(&faults) } ?? []
    let eventKey = reader.take("eventKey").flatMap { readName($0) }
    let drops = reader.take("unknown").map { readUnknown($0) } ?? false
    let common = reader.take("common").map { readCommon($0) } ?? []
    commonFieldCount = fieldCount
    let events = readEvents(
      reader.require("events", &faults),
      common: common,
      eventKey: eventKey,
      file
    )
    let schema = Schema(
      name: name ?? [],
      version: version ?? .zero,
      description: description,
      receiver: reader.take("receiver").flatMap { readReceiver($0) },
      consent: reader.take("consent").flatMap { readConsent($0) },
      identity: reader.take("identity").map { readIdentity($0, events) } ?? [],
      promises: reader.take("promises").map { readPromises($0, events, file) } ?? [],
      forbid: reader.take("forbid").map { readForbidden($0, events) } ?? [],
      eventKey: eventKey,
      dropsUnknownFields: drops,
      events: events,
      envelope: reader.take("envelope").flatMap { readEnvelope($0, events, eventKey: eventKey) },
      history: reader.take("history").map { readHistory($0) } ?? [],
      retired: reader.take("retired").map { readRetired($0, events) } ?? []
    )
    checkExplicitEvents(schema)
    readUnusedDefinitions()
    reader.finish(&faults)
    return schema
  }

  /// The faults in file order, each once.
  func sortedFaults() -> [SchemaFault] {
    var sorted: [SchemaFault] = []
    for fault in faults.sorted(by: {
      ($0.offset, $0.code.rawValue) < ($1.offset, $1.code.rawValue)
    }) {
      // A definition that is used twice reports its faults twice, and one place may lack several
      // keywords.
      var index = sorted.count - 1
      while index >= 0, !Self.isSame(sorted[index], fault),
        sorted[index].offset == fault.offset, sorted[index].code == fault.code
      {
        index -= 1
      }
      if index < 0 || !Self.isSame(sorted[index], fault) { sorted.append(fault) }
    }
    return sorted
  }

  private static func isSame(_ left: SchemaFault, _ right: SchemaFault) -> Bool {
    left.offset == right.offset && left.code == right.code
      && left.keyword?.bytes == right.keyword?.bytes
  }

  // MARK: - Events

  private mutating func readCommon(_ node: JSONNode) -> [Property] {
    var reader = JSONObjectReader(node, &faults)
    let properties = readProperties(
      reader.require("properties", &faults),
      required: reader.take("required"),
      depth: 1
    )
    reader.finish(&faults)
    return properties
  }

  private mutating func readEvents(
    _ node: JSONNode?,
    common: [Property],
    eventKey: [UInt8]?,
    _ file: Span<UInt8>
  ) -> [Event] {
    guard let node else { return [] }
    guard case .object(let members) = node.value else {
      faults.append(SchemaFault(.wrongKind, at: node.start))
      return []
    }
    if members.isEmpty { faults.append(SchemaFault(.badValue, at: node.start)) }
    if eventKey == nil, members.count > 1 {
      faults.append(SchemaFault(.missingKeyword, at: node.start, keyword: "eventKey"))
    }
    // Every event has the common fields as its own.
    fieldCount += commonFieldCount * min(members.count, Self.mostEvents)
    if members.count > Self.mostEvents || fieldCount > Self.mostFields {
      faults.append(SchemaFault(.tooMany, at: node.start))
      return []
    }
    let commonNames = NameTable(common.map { $0.name })
    var events: [Event] = []
    for member in members {
      checkEventName(member.name.span, at: member.start)
      var reader = JSONObjectReader(member.node, &faults)
      let description = reader.require("description", &faults).flatMap { $0.text(&faults) } ?? []
      let own = readProperties(
        reader.take("properties"),
        required: reader.take("required"),
        depth: 1
      )
      for property in common + own where property.name == eventKey {
        faults.append(SchemaFault(.duplicateName, at: property.field.offset))
      }
      for property in own where commonNames.index(of: property.name.span) >= 0 {
        faults.append(SchemaFault(.duplicateName, at: property.field.offset))
      }
      let examples = reader.take("examples").map { readExamples($0, file) } ?? []
      let consent = reader.take("consent").flatMap { readWord($0, ["explicit"]) }
      let was = reader.take("was").flatMap { readEventName($0) }
      reader.finish(&faults)
      events.append(
        Event(
          name: member.name,
          description: description,
          properties: common + own,
          examples: examples,
          isExplicit: consent != nil,
          was: was
        )
      )
      checkFormerNames(common + own)
    }
    checkFormerNames(events, members)
    return events
  }

  /// An event is called by 1 to 128 printable ASCII characters: upstream names have blanks.
  mutating func checkEventName(_ name: Span<UInt8>, at offset: Int) {
    let isGood =
      (1...128).contains(name.count)
      && name.allSatisfy { $0 >= ASCII.space && $0 < ASCII.delete }
    if !isGood { faults.append(SchemaFault(.badName, at: offset)) }
  }

  private mutating func readExamples(_ node: JSONNode, _ file: Span<UInt8>) -> [Example] {
    var examples: [Example] = []
    for item in node.items(&faults) ?? [] {
      var reader = JSONObjectReader(item, &faults)
      let raw = reader.require("raw", &faults)
      let wire = reader.take("wire")
      let rejects = reader.take("rejects").map { readTexts($0) } ?? []
      if (wire == nil) == rejects.isEmpty {
        faults.append(SchemaFault(.missingKeyword, at: item.start, keyword: "wire"))
      }
      reader.finish(&faults)
      guard let raw else { continue }
      examples.append(
        Example(
          raw: file.copy(of: raw.start..<raw.end),
          wire: wire.map { file.copy(of: $0.start..<$0.end) },
          rejects: rejects,
          offset: item.start
        )
      )
    }
    return examples
  }

  // MARK: - Words

  private mutating func readVersion(_ node: JSONNode) -> SchemaVersion? {
    guard let text = node.text(&faults) else { return nil }
    let version = SchemaVersion(text)
    if version == nil { faults.append(SchemaFault(.badVersion, at: node.start)) }
    return version
  }

  private mutating func readUnknown(_ node: JSONNode) -> Bool {
    guard let word = node.text(&faults) else { return false }
    if !word.span.equals("drop"), !word.span.equals("reject") {
      faults.append(SchemaFault(.badValue, at: node.start))
    }
    return word.span.equals("drop")
  }

  mutating func readName(_ node: JSONNode) -> [UInt8]? {
    guard let name = node.text(&faults) else { return nil }
    if !Self.isName(name.span) { faults.append(SchemaFault(.badName, at: node.start)) }
    return name
  }

  /// Whether a field may be called so.
  package static func isName(_ name: Span<UInt8>) -> Bool {
    guard (1...64).contains(name.count), !name[0].isDigit else { return false }
    return name.allSatisfy {
      $0.isAlphanumeric || $0 == ASCII.underscore || $0 == ASCII.minus || $0 == ASCII.dot
        || $0 == ASCII.dollar
    }
  }

  mutating func readTexts(_ node: JSONNode) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    for item in node.items(&faults) ?? [] {
      if let text = item.text(&faults) { texts.append(text) }
    }
    return texts
  }
}
