internal import Gauze

/// A drafted schema: its file, and what there is to say of it.
public struct DraftedSchema: Sendable {
  /// The schema file.
  public let bytes: [UInt8]
  /// The member that names events, if one does.
  public let eventKey: [UInt8]?
  /// How many events it has.
  public let events: Int
  /// How many fields it has, without those inside others.
  public let fields: Int
  /// How many members have no field, so that the draft drops what it does not name: their names look
  /// like data, are rare, or are too many.
  public let unnamed: Int

  /// The most values of a record that a schema names, with some room to spare; a record has at most
  /// 131,072.
  private static let mostValues = 100_000
  /// How large arrays and maps may be to be described, one bound after the other until a record fits.
  private static let bounds = [1 << 20, 65_536, 16_384, 4096, 1024, 256, 64, 16, 4, 0]

  /// Drafts the kinds of records that `tree` has roots for.
  init(_ name: [UInt8], _ tree: SampleTree, key: [UInt8]?, roots: [Int], words: [[UInt8]]) {
    var draft = FieldDraft(tree)
    var events: [(word: [UInt8], members: [DraftedMember])] = []
    for (root, word) in zip(roots, words) {
      draft.mostParts =
        Self.bounds.first { bound in
          tree.values(of: root, mostParts: bound) <= Self.mostValues
        }
        ?? 0
      events.append((word, draft.members(of: tree.fields[root], without: key)))
    }
    let common = Self.common(of: events.map(\.members))
    var file = JSONFields()
    file.add("gauze", .count(1))
    file.add("name", .text(name))
    file.add("version", .word("0.1"))
    file.add("description", .word(Self.description))
    file.add("eventKey", key.map { .text($0) })
    if draft.unnamed > 0 { file.add("unknown", .word("drop")) }
    if !common.isEmpty {
      var fields = JSONFields()
      DraftedMember.add(common, to: &fields)
      file.add("common", .object(fields))
    }
    let names = Set(common.map(\.name))
    var kinds = JSONFields()
    for event in events {
      var fields = JSONFields()
      fields.add("description", .word("TODO: say when this is recorded."))
      DraftedMember.add(event.members.filter { !names.contains($0.name) }, to: &fields)
      kinds.add(event.word, .object(fields))
    }
    file.add("events", .object(kinds))
    bytes = JSONValue.object(file).fittedFile
    eventKey = key
    self.events = events.count
    fields = common.count + events.reduce(0) { $0 + $1.members.count - common.count }
    unnamed = draft.unnamed
  }

  private static let description =
    "Drafted by gauze init from sample records. Every TODO waits for somebody who knows the records; "
    + "gauze check lists them."

  /// The members that every one of several events has, word for word.
  private static func common(of events: [[DraftedMember]]) -> [DraftedMember] {
    guard events.count > 1, let first = events.first else { return [] }
    let others = events.dropFirst().map { members in
      Dictionary(members.map { ($0.name, $0.text) }, uniquingKeysWith: { one, _ in one })
    }
    return first.filter { member in
      let text = member.text
      return others.allSatisfy { $0[member.name] == text }
    }
  }
}

extension DraftedMember {
  /// All that it says, to be compared.
  fileprivate var text: [UInt8] {
    var buffer = ByteBuffer()
    value.write(to: &buffer)
    buffer.append(isRequired ? ASCII.one : ASCII.zero)
    return buffer.bytes
  }
}

extension SampleTree {
  /// At least as many values as the sanitizer counts in any record of the sample, if arrays and maps of
  /// more parts than `mostParts` are not described part by part. It is held to what an Int can say.
  func values(of field: Int, mostParts: Int) -> Int {
    let field = fields[field]
    var sum = 1
    for member in field.fields { sum += values(of: member, mostParts: mostParts) }
    if let items = field.items, field.mostItems <= mostParts {
      sum += product(field.mostItems, values(of: items, mostParts: mostParts))
    }
    if case .keyed(_, let values) = field.members, field.mostMembers <= mostParts {
      sum += product(field.mostMembers, self.values(of: values, mostParts: mostParts))
    }
    return min(sum, 1 << 40)
  }

  /// Neither factor is beyond 2^40 and 2^20, so the product fits; it is held to 2^40.
  private func product(_ parts: Int, _ values: Int) -> Int {
    min(min(parts, 1 << 20) * values, 1 << 40)
  }
}
