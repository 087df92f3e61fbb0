internal import Gauze

/// The fields of a sample: one tree for each kind of record.
///
/// Its memory is bounded, whatever the sample is: so many fields, so many members of an object, so many
/// levels. What is beyond is not named.
struct SampleTree: Sendable {
  /// The most fields of a tree.
  static let mostFields = 16_384
  /// The most named members of an object.
  static let mostMembers = 256
  /// The most levels of fields that are told apart; a schema may have twelve.
  static let deepest = 10

  private struct Place: Hashable {
    var parent: Int
    var name: [UInt8]
  }

  private(set) var fields: [SampleField] = []
  /// The numbers of the named members.
  private var places: [Place: Int] = [:]

  /// Adds a kind of record and gives its number.
  mutating func addRoot() -> Int { add(name: [], level: 0) }

  /// Notes a record of a kind.
  mutating func note(_ reader: borrowing SampleReader, at root: Int, _ judge: inout NameJudge) {
    var index = 0
    note(reader, &index, root, &judge)
  }

  private mutating func add(name: [UInt8], level: Int) -> Int {
    fields.append(SampleField(name: name, level: level))
    return fields.count - 1
  }

  /// Notes the value at step `index` and passes it; nothing is noted of one that has no field.
  private mutating func note(
    _ reader: borrowing SampleReader,
    _ index: inout Int,
    _ field: Int?,
    _ judge: inout NameJudge
  ) {
    let step = reader.steps[index]
    index += 1
    switch step {
    case .scalar(let scalar):
      if let field { fields[field].note(scalar) }
    case .array(let count):
      if let field { fields[field].noteArray(count) }
      while !reader.ends(index) {
        note(reader, &index, field.flatMap { items(of: $0) }, &judge)
      }
      index += 1
    case .object(let count):
      if let field { fields[field].noteObject(count) }
      var position = 0
      while case .member(let range) = reader.steps[index] {
        index += 1
        var member: Int?
        if let field {
          member = self.member(reader, range, of: field, position, &judge)
        }
        note(reader, &index, member, &judge)
        position += 1
      }
      index += 1
    case .end, .member: break
    }
  }

  private mutating func items(of field: Int) -> Int? {
    if let items = fields[field].items { return items }
    guard hasRoom(below: field) else { return nil }
    let items = add(name: [], level: fields[field].level + 1)
    fields[field].items = items
    return items
  }

  private func hasRoom(below field: Int) -> Bool {
    fields.count < Self.mostFields && fields[field].level < Self.deepest
  }

  /// The field of a member; nil if it has none. Members tend to keep their order.
  private mutating func member(
    _ reader: borrowing SampleReader,
    _ range: Range<Int>,
    of field: Int,
    _ position: Int,
    _ judge: inout NameJudge
  ) -> Int? {
    let names = reader.names.span
    let name = names.extracting(range)
    switch fields[field].members {
    case .none:
      let formats = fields[field].level == 0 ? 0 : Self.formats(of: name)
      if formats != 0, hasRoom(below: field) {
        let values = add(name: [], level: fields[field].level + 1)
        fields[field].members = .keyed(formats: formats, values: values)
        return values
      }
      fields[field].members = .named
    case .keyed(let formats, let values):
      let shared = formats & Self.formats(of: name)
      fields[field].members = shared == 0 ? .open : .keyed(formats: shared, values: values)
      return shared == 0 ? nil : values
    case .open: return nil
    case .named: break
    }
    if position < fields[field].fields.count {
      let expected = fields[field].fields[position]
      let known = fields[expected].name
      if known.span.equals(name) { return expected }
    }
    let place = Place(parent: field, name: name.copy(of: 0..<name.count))
    if let known = places[place] { return known }
    guard hasRoom(below: field), fields[field].fields.count < Self.mostMembers,
      judge.isField(name)
    else {
      fields[field].hasUnnamed = true
      return nil
    }
    let member = add(name: place.name, level: fields[field].level + 1)
    places[place] = member
    fields[field].fields.append(member)
    return member
  }

  /// The strict formats that the keys of a map may have.
  static let keyFormats: [TextFormat] = [.uuid, .date, .dateTime, .hex32, .hex64]

  /// One bit for each of these formats that a key has.
  private static func formats(of key: Span<UInt8>) -> UInt16 {
    var formats: UInt16 = 0
    for (index, format) in keyFormats.enumerated() where format.matches(key) {
      formats |= 1 << UInt16(index)
    }
    return formats
  }
}

extension SampleReader {
  /// Whether the container at hand ends at this step.
  fileprivate func ends(_ index: Int) -> Bool {
    if case .end = steps[index] { true } else { false }
  }
}
