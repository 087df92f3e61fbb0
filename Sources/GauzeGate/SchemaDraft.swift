public import Gauze

/// A first schema for an export that nobody has described yet, made of sample records in one pass.
///
/// The draft loads, accepts every record that was added, and lets little through: texts are scrubbed and
/// cut, numbers become ranges, what looks like somebody's is dropped. No value is copied into it. What
/// is copied are names: of fields, unless they look like data, and of events, where a member such as
/// `type` names them in every record and its words look written by a programmer.
///
/// Memory is bounded by the number of different fields, which has a limit, and by the largest record.
public struct SchemaDraft: Sendable {
  /// The members that name events, in the order in which they are preferred. `name` is none of them:
  /// it is somebody's as often.
  private static let usualKeys = [
    "event", "eventName", "event_name", "eventType", "event_type", "type", "kind", "action",
  ]
  /// How many members are followed at once.
  private static let mostKeys = 2

  private var reader = SampleReader()
  private var judge = NameJudge()
  private var whole = SampleTree()
  private var keyed: [KeyedSample] = []
  /// The member that somebody has named as the event key.
  private let eventKey: [UInt8]?
  /// How many records were added.
  public private(set) var records = 0

  /// Makes an empty draft; `eventKey` names the member that names events, if that is known.
  public init(eventKey: [UInt8]? = nil) {
    self.eventKey = eventKey
    _ = whole.addRoot()
  }

  /// Adds a record, or says why no schema can accept it. Complexity: O(n log n) in its bytes.
  public mutating func add(_ record: Span<UInt8>) -> ViolationCode? {
    if let code = reader.read(record) { return code }
    if records == 0 {
      let names = eventKey.map { [$0] } ?? Self.usualKeys.map { Array($0.utf8) }
      for name in names where keyed.count < Self.mostKeys {
        // No schema can name a member by just any text.
        guard judge.isField(name.span) else { continue }
        var sample = KeyedSample(key: name, takesCapitals: eventKey != nil)
        sample.note(reader, record, &judge)
        if sample.isWhole { keyed.append(sample) }
      }
    } else {
      for index in keyed.indices { keyed[index].note(reader, record, &judge) }
      keyed.removeAll { !$0.isWhole }
    }
    whole.note(reader, at: 0, &judge)
    records += 1
    return nil
  }

  /// The schema of what was added.
  public func draft(named name: [UInt8] = Array("draft".utf8)) -> DraftedSchema {
    if let sample = keyed.first(where: \.looksClosed) {
      return DraftedSchema(
        name,
        sample.tree,
        key: sample.key,
        roots: sample.rootNumbers,
        words: sample.words
      )
    }
    return DraftedSchema(name, whole, key: nil, roots: [0], words: [Array("record".utf8)])
  }
}

/// A sample whose kinds of records are told apart by a member.
struct KeyedSample: Sendable {
  /// The most events of a draft.
  private static let mostWords = 256
  /// So few records may be of a kind of their own each.
  private static let few = 16

  let key: [UInt8]
  private let takesCapitals: Bool
  private(set) var tree = SampleTree()
  /// The words that name events, in the order in which they first came, and their roots in the tree.
  private(set) var words: [[UInt8]] = []
  private(set) var rootNumbers: [Int] = []
  private var roots: [[UInt8]: Int] = [:]
  private var records = 0
  /// Whether every record so far has the member, with a word that may be written down.
  private(set) var isWhole = true

  init(key: [UInt8], takesCapitals: Bool) {
    self.key = key
    self.takesCapitals = takesCapitals
  }

  /// Notes a record by the word that its member holds.
  mutating func note(
    _ reader: borrowing SampleReader,
    _ record: Span<UInt8>,
    _ judge: inout NameJudge
  ) {
    guard isWhole else { return }
    guard let word = word(in: record), let root = root(of: word, &judge) else {
      isWhole = false
      tree = SampleTree()
      return
    }
    records += 1
    tree.note(reader, at: root, &judge)
  }

  /// Whether the words are few beside the records: then they are kinds, and no ids.
  var looksClosed: Bool { isWhole && (records <= Self.few || words.count * 2 <= records) }

  private mutating func root(of word: [UInt8], _ judge: inout NameJudge) -> Int? {
    if let root = roots[word] { return root }
    guard words.count < Self.mostWords, judge.isEvent(word.span, withCapitals: takesCapitals) else {
      return nil
    }
    let root = tree.addRoot()
    roots[word] = root
    words.append(word)
    rootNumbers.append(root)
    return root
  }

  /// The text of the member, of a record that is JSON; nil if it has none.
  private func word(in record: Span<UInt8>) -> [UInt8]? {
    var cursor = JSONSteps()
    var text = ByteBuffer()
    cursor.open(record)
    while let name = cursor.nextMember(record) {
      text.removeAll()
      JSONText.decode(record.extracting(name.start..<name.end), into: &text)
      guard text.span.equals(key.span) else {
        cursor.skip(record)
        continue
      }
      guard cursor.peek(record) == ASCII.quote else { return nil }
      let value = cursor.takeString(record)
      text.removeAll()
      JSONText.decode(record.extracting(value.start..<value.end), into: &text)
      return text.bytes
    }
    return nil
  }
}
