internal import Gauze

/// One step through a record of a sample.
enum SampleStep: Sendable {
  /// An object or an array of so many parts begins; `end` ends it.
  case object(Int)
  case array(Int)
  case end
  /// A member, whose name stands in the reader's names; its value follows.
  case member(Range<Int>)
  /// A text, number, Boolean or null.
  case scalar(SampleScalar)
}

/// Reads one record after the other: judges whether it is one that any schema could accept, and looks
/// at each value once, however many drafts it goes into.
struct SampleReader: Sendable {
  /// The steps of the last record that was read.
  private(set) var steps: [SampleStep] = []
  /// The names of its members, decoded.
  private(set) var names = ByteBuffer()
  private var keys = KeyLedger()
  private var text = ByteBuffer()

  /// Reads a record; says why, and has no steps, if no schema accepts it. Complexity: O(n log n) in
  /// the record's bytes, as the names of each object are sorted.
  mutating func read(_ record: Span<UInt8>) -> ViolationCode? {
    steps.removeAll(keepingCapacity: true)
    names.removeAll()
    guard record.count <= Sanitizer.largestRecord else { return .tooLarge }
    var scanner = JSONScanner()
    keys.removeAll()
    do throws(JSONFault) {
      let isObject = scanner.peek(record) == ASCII.leftBrace
      try scanner.skipValue(record, depth: 0, keys: &keys)
      guard scanner.peek(record) == 0 else { throw scanner.fault(record) }
      guard isObject else { return .notAnObject }
    } catch {
      return ViolationCode(error)
    }
    var cursor = JSONSteps()
    readValue(record, &cursor)
    return nil
  }

  /// The scanner has bounded the depth.
  private mutating func readValue(_ record: Span<UInt8>, _ cursor: inout JSONSteps) {
    switch cursor.peek(record) {
    case ASCII.leftBrace:
      let start = open(&cursor, record)
      var count = 0
      while let name = cursor.nextMember(record) {
        let first = names.count
        JSONText.decode(record.extracting(name.start..<name.end), into: &names)
        steps.append(.member(first..<names.count))
        readValue(record, &cursor)
        count += 1
      }
      steps[start] = .object(count)
      steps.append(.end)
    case ASCII.leftBracket:
      let start = open(&cursor, record)
      var count = 0
      while cursor.nextItem(record) {
        readValue(record, &cursor)
        count += 1
      }
      steps[start] = .array(count)
      steps.append(.end)
    case ASCII.quote:
      let token = cursor.takeString(record)
      text.removeAll()
      JSONText.decode(record.extracting(token.start..<token.end), into: &text)
      steps.append(.scalar(SampleScalar(text: text.span)))
    case ASCII.lowerT, ASCII.lowerF:
      cursor.skip(record)
      steps.append(.scalar(SampleScalar(.boolean)))
    case ASCII.lowerN:
      cursor.skip(record)
      steps.append(.scalar(SampleScalar(.null)))
    default:
      let range = cursor.skip(record)
      steps.append(.scalar(SampleScalar(number: record.extracting(range))))
    }
  }

  private mutating func open(_ cursor: inout JSONSteps, _ record: Span<UInt8>) -> Int {
    cursor.open(record)
    steps.append(.end)
    return steps.count - 1
  }
}

extension ViolationCode {
  /// Why a text that is not the JSON which Gauze reads is no record.
  fileprivate init(_ fault: JSONFault) {
    switch fault {
    case .malformed: self = .malformedJSON
    case .invalidUTF8: self = .invalidUTF8
    case .tooDeep: self = .tooDeep
    case .duplicateKey: self = .duplicateField
    }
  }
}
