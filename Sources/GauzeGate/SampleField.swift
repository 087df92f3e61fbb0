internal import Gauze

/// What was seen of the values at one place of a sample: types, counts and magnitudes. No value can be
/// made of it; the only text in it is the name.
struct SampleField: Sendable {
  /// What an object's members are.
  enum Members: Sendable {
    /// None was seen.
    case none
    /// Fields with names.
    case named
    /// Values under keys of one format: their formats, and the number of the field that all values are.
    case keyed(formats: UInt16, values: Int)
    /// Values under keys of any kind.
    case open
  }

  /// The name of its member; empty for a record, an item and the values of a map.
  let name: [UInt8]
  /// How many levels stand above it.
  let level: Int
  /// How many values were seen.
  private(set) var seen = 0
  private(set) var types: JSONTypes = []
  /// What holds of every text, and of some.
  private(set) var everyText = SampleMarks.all
  private(set) var someText: SampleMarks = []
  /// What holds of every number, and of some.
  private(set) var everyNumber = SampleMarks.all
  private(set) var someNumber: SampleMarks = []
  /// The most Unicode scalars of a text, and the most digits before the point of a number.
  private(set) var longestText = 0
  private(set) var mostDigits = 0
  /// The hashes of different texts and numbers, as long as they are few.
  private(set) var words: [UInt64] = []
  /// How many texts and numbers were seen.
  private(set) var scalars = 0

  /// The number of the field that the items are.
  var items: Int?
  /// The most items of an array, and members of an object.
  private(set) var mostItems = 0
  private(set) var mostMembers = 0
  /// How many objects were seen.
  private(set) var objects = 0
  var members = Members.none
  /// The numbers of the fields of the named members, in the order in which they first came.
  var fields: [Int] = []
  /// Whether a member has no field: its name looks like data, or there are too many.
  var hasUnnamed = false

  /// The end of 2099 in seconds since 1970: the latest time that is taken for one.
  static let lastSecond: Int64 = 4_102_444_799
  /// The most words that are proposed as a vocabulary.
  static let mostWords = 16

  init(name: [UInt8], level: Int) {
    self.name = name
    self.level = level
  }

  /// Notes a text, number, Boolean or null.
  mutating func note(_ scalar: SampleScalar) {
    seen += 1
    types.formUnion(scalar.type)
    switch scalar.type {
    case .string:
      everyText.formIntersection(scalar.marks)
      someText.formUnion(scalar.marks)
      longestText = max(longestText, scalar.size)
      note(word: scalar.hash)
    case .integer, .number:
      everyNumber.formIntersection(scalar.marks)
      someNumber.formUnion(scalar.marks)
      mostDigits = max(mostDigits, scalar.size)
      note(word: scalar.hash)
    default: break
    }
  }

  private mutating func note(word: UInt64) {
    scalars += 1
    // One more than the most tells that there are more.
    if words.count <= Self.mostWords, !words.contains(word) { words.append(word) }
  }

  /// Notes an array of so many items.
  mutating func noteArray(_ count: Int) {
    seen += 1
    types.formUnion(.array)
    mostItems = max(mostItems, count)
  }

  /// Notes an object of so many members.
  mutating func noteObject(_ count: Int) {
    seen += 1
    objects += 1
    types.formUnion(.object)
    mostMembers = max(mostMembers, count)
  }

  /// How many words the values seem to be a choice of; nil if they do not.
  var vocabulary: Int? {
    guard (1...Self.mostWords).contains(words.count), !someText.contains(.wordy),
      scalars >= 8, scalars >= 4 * words.count
    else { return nil }
    return words.count
  }
}
