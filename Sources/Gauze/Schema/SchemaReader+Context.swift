// What surrounds the fields: who receives, who consents, who identifies, what is promised. It is
// read and checked for form; the gate, the page and the client use it.

extension SchemaReader {
  mutating func readReceiver(_ node: JSONNode) -> Receiver? {
    var reader = JSONObjectReader(node, &faults)
    let endpoint = reader.require("endpoint", &faults).flatMap { readSentence($0) }
    let adds = reader.take("adds").map { readTexts($0) } ?? []
    let retention = reader.take("retention").flatMap { readRetention($0) }
    reader.finish(&faults)
    return endpoint.map { Receiver(endpoint: $0, adds: adds, retention: retention) }
  }

  /// A number and a unit: `90d`, `12w`, `6m`, `2y`.
  private mutating func readRetention(_ node: JSONNode) -> [UInt8]? {
    guard let text = node.text(&faults) else { return nil }
    let units: [UInt8] = Array("dwmy".utf8)
    let isGood =
      (2...6).contains(text.count) && text.dropLast().allSatisfy { $0.isDigit }
      && text.last.map(units.contains) == true
    if !isGood { faults.append(SchemaFault(.badValue, at: node.start)) }
    return text
  }

  mutating func readConsent(_ node: JSONNode) -> Consent? {
    var reader = JSONObjectReader(node, &faults)
    let standard = reader.require("default", &faults).flatMap {
      readWord($0, ["opt-in", "opt-out"])
    }
    let epoch = reader.require("epoch", &faults).flatMap { $0.count(in: 1...1_000_000, &faults) }
    var sources: [ConsentSource] = []
    for item in reader.take("sources")?.items(&faults) ?? [] {
      if let source = readConsentSource(item) { sources.append(source) }
    }
    let instructions = reader.take("instructions").map { readInstructions($0) } ?? []
    reader.finish(&faults)
    guard let standard, let epoch else { return nil }
    let isOptIn = standard.span.equals("opt-in")
    return Consent(isOptIn: isOptIn, epoch: epoch, sources: sources, instructions: instructions)
  }

  private mutating func readInstructions(_ node: JSONNode) -> [[UInt8]] {
    var sentences: [[UInt8]] = []
    for item in node.items(&faults) ?? [] {
      if let sentence = readSentence(item) { sentences.append(sentence) }
    }
    return sentences
  }

  private mutating func readConsentSource(_ node: JSONNode) -> ConsentSource? {
    var reader = JSONObjectReader(node, &faults)
    var found: [(kind: StaticString, node: JSONNode)] = []
    for kind: StaticString in ["env", "config", "stored"] {
      if let name = reader.take(kind) { found.append((kind, name)) }
    }
    let on = reader.take("on").map { readTexts($0) } ?? []
    let off = reader.take("off").map { readTexts($0) } ?? []
    reader.finish(&faults)
    guard found.count == 1 else {
      faults.append(
        found.isEmpty
          ? SchemaFault(.missingKeyword, at: node.start, keyword: "env")
          : SchemaFault(.conflictingKeyword, at: found[1].node.start)
      )
      return nil
    }
    if on.isEmpty && off.isEmpty || on.contains(where: off.contains) {
      faults.append(SchemaFault(.badValue, at: node.start))
    }
    guard let name = readSentence(found[0].node) else { return nil }
    return ConsentSource(kind: found[0].kind.bytes, name: name, on: on, off: off)
  }

  mutating func readIdentity(_ node: JSONNode, _ events: [Event]) -> [Identity] {
    guard case .object(let members) = node.value else {
      faults.append(SchemaFault(.wrongKind, at: node.start))
      return []
    }
    var identities: [Identity] = []
    for member in members {
      checkIsField(member.name, at: member.start, events)
      var reader = JSONObjectReader(member.node, &faults)
      let scope = reader.require("scope", &faults).flatMap {
        readWord($0, ["report", "process", "session", "project", "install", "account"])
      }
      let generator = reader.require("generator", &faults).flatMap {
        readWord($0, ["random", "hash", "external"])
      }
      let stored = reader.require("stored", &faults).flatMap { $0.boolean(&faults) }
      reader.finish(&faults)
      guard let scope, let generator, let stored else { continue }
      identities.append(
        Identity(field: member.name, scope: scope, generator: generator, isStored: stored)
      )
    }
    return identities
  }

  /// An event that leaves although the person said no in general tells nobody who they are.
  mutating func checkExplicitEvents(_ schema: Schema) {
    for event in schema.events where event.isExplicit {
      for property in event.properties
      where schema.identity.contains(where: { $0.field == property.name }) {
        faults.append(SchemaFault(.identifyingField, at: property.field.offset))
      }
    }
  }

  mutating func readForbidden(_ node: JSONNode, _ events: [Event]) -> [Forbidden] {
    var forbidden: [Forbidden] = []
    for item in node.items(&faults) ?? [] {
      if case .string = item.value {
        if let name = readClass(item) {
          forbidden.append(Forbidden(className: name, except: [], offset: item.start))
        }
        continue
      }
      var reader = JSONObjectReader(item, &faults)
      let name = reader.require("class", &faults).flatMap { readClass($0) }
      var except: [[UInt8]] = []
      for node in reader.take("except")?.items(&faults) ?? [] {
        guard let event = node.text(&faults) else { continue }
        if !events.isEmpty, !events.contains(where: { $0.name == event }) {
          faults.append(SchemaFault(.unknownField, at: node.start))
        }
        except.append(event)
      }
      reader.finish(&faults)
      if let name {
        forbidden.append(Forbidden(className: name, except: except, offset: item.start))
      }
    }
    return forbidden
  }

  mutating func readHistory(_ node: JSONNode) -> [Revision] {
    var history: [Revision] = []
    for item in node.items(&faults) ?? [] {
      var reader = JSONObjectReader(item, &faults)
      let version = reader.require("version", &faults)
      let date = reader.require("date", &faults)
      let summary = reader.require("summary", &faults).flatMap { readSentence($0) }
      let review = reader.take("review").flatMap { readSentence($0) }
      let fingerprint = reader.take("fingerprint").flatMap { readFingerprint($0) }
      if fingerprint != nil, review == nil {
        faults.append(SchemaFault(.missingKeyword, at: item.start, keyword: "review"))
      }
      reader.finish(&faults)
      guard let version, let date, let summary, let text = version.text(&faults),
        let day = date.text(&faults)
      else { continue }
      if !TextFormat.date.matches(day.span) {
        faults.append(SchemaFault(.badValue, at: date.start))
      }
      guard let number = SchemaVersion(text) else {
        faults.append(SchemaFault(.badVersion, at: version.start))
        continue
      }
      if history.contains(where: { $0.version == number }) {
        faults.append(SchemaFault(.duplicateName, at: version.start))
      }
      var revision = Revision(version: number, date: day, summary: summary, review: review)
      revision.fingerprint = fingerprint
      history.append(revision)
    }
    return history
  }

  /// 16 hexadecimal digits in lower case, as `gauze diff` prints them.
  private mutating func readFingerprint(_ node: JSONNode) -> [UInt8]? {
    guard let text = node.text(&faults) else { return nil }
    let isGood =
      text.count == 16
      && text.allSatisfy { $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    if !isGood { faults.append(SchemaFault(.badValue, at: node.start)) }
    return text
  }

  // MARK: - Words

  mutating func readWord(_ node: JSONNode, _ words: [StaticString]) -> [UInt8]? {
    guard let text = node.text(&faults) else { return nil }
    for word in words where text.span.equals(word) { return text }
    faults.append(SchemaFault(.badValue, at: node.start))
    return nil
  }

  private mutating func readClass(_ node: JSONNode) -> [UInt8]? {
    guard let text = node.text(&faults) else { return nil }
    if DataClass.named(text.span) == nil {
      faults.append(SchemaFault(.unknownClass, at: node.start))
      return nil
    }
    return text
  }

  mutating func readClasses(_ node: JSONNode) -> [[UInt8]] {
    var classes: [[UInt8]] = []
    for item in node.items(&faults) ?? [] {
      if let name = readClass(item) { classes.append(name) }
    }
    return classes
  }

  private mutating func checkIsField(_ name: [UInt8], at offset: Int, _ events: [Event]) {
    // Without events nothing is known, and that has been said.
    let isKnown = events.isEmpty || events.contains { $0.properties.contains { $0.name == name } }
    if !isKnown { faults.append(SchemaFault(.unknownField, at: offset)) }
  }
}
