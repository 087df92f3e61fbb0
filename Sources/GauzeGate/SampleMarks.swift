internal import Gauze

/// What one look at a text or a number of a sample tells; what holds of every value of a field, or of
/// some, decides how the field is drafted.
struct SampleMarks: OptionSet, Sendable {
  let rawValue: UInt16

  /// A text of the format `uuid`.
  static let uuid = SampleMarks(rawValue: 1 << 0)
  /// A `date-time` whose hour `coarsen-time` can tell.
  static let time = SampleMarks(rawValue: 1 << 1)
  /// A `date` whose month `coarsen-time` can tell.
  static let date = SampleMarks(rawValue: 1 << 2)
  /// At least sixteen hexadecimal digits and nothing else.
  static let digest = SampleMarks(rawValue: 1 << 3)
  /// An e-mail address as a whole.
  static let email = SampleMarks(rawValue: 1 << 4)
  /// A text that holds a SQL statement.
  static let statement = SampleMarks(rawValue: 1 << 5)
  /// A number without a fraction that 64 bits hold.
  static let whole = SampleMarks(rawValue: 1 << 6)
  /// A number that is a time of this century in milliseconds since 1970.
  static let milliseconds = SampleMarks(rawValue: 1 << 7)
  /// The same in seconds.
  static let seconds = SampleMarks(rawValue: 1 << 8)
  /// A number between -1 and 1 that is not zero.
  static let small = SampleMarks(rawValue: 1 << 9)
  /// A number of more bytes than any field takes.
  static let long = SampleMarks(rawValue: 1 << 10)
  /// A text of more than 64 Unicode scalars, which is no word.
  static let wordy = SampleMarks(rawValue: 1 << 11)

  /// Every mark: what holds of every value before the first one.
  static let all = SampleMarks(rawValue: .max)
}

/// One text, number, Boolean or null of a sample: its type, its marks, how large it is and a hash, by
/// which equal values are counted once.
struct SampleScalar: Sendable {
  var type: JSONTypes
  var marks: SampleMarks = []
  /// Of a text its Unicode scalars; of a number how many digits stand before the point, at most 18.
  var size = 0
  var hash: UInt64 = 0

  /// `true`, `false` or `null`.
  init(_ type: JSONTypes) { self.type = type }

  /// A decoded text. Complexity: O(text).
  init(text: Span<UInt8>) {
    type = .string
    hash = Self.hash(text)
    size = UTF8Text.scalarCount(text)
    if TextFormat.uuid.matches(text) { marks.insert(.uuid) }
    if TextFormat.dateTime.matches(text), Self.isTold(text, by: .hour) { marks.insert(.time) }
    if TextFormat.date.matches(text), Self.isTold(text, by: .month) { marks.insert(.date) }
    if text.count >= Self.shortestDigest, text.allSatisfy({ $0.isHexDigit }) {
      marks.insert(.digest)
    }
    if EmailGrammar.isAddress(text) { marks.insert(.email) }
    if SQLStatement.stands(in: text) { marks.insert(.statement) }
    if size > Self.longestWord { marks.insert(.wordy) }
  }

  /// A number as it is written.
  init(number text: Span<UInt8>) {
    type = .number
    hash = Self.hash(text)
    guard let number = JSONNumber(text) else {
      marks = .long
      return
    }
    if number.isInteger, number.int64 != nil {
      type = .integer
      marks.insert(.whole)
    }
    size = Self.digits(of: number)
    if number != JSONNumber(0), JSONNumber(-1) < number, number < JSONNumber(1) {
      marks.insert(.small)
    }
    if !(number < Self.firstMillisecond), !(Self.lastMillisecond < number) {
      marks.insert(.milliseconds)
    }
    if !(number < Self.firstSecond), !(Self.lastSecond < number) { marks.insert(.seconds) }
  }

  /// Whether `coarsen-time` does not refuse a time: an offset can move it out of the years 0 to 9999.
  private static func isTold(_ text: Span<UInt8>, by grain: TimeCoarsening.Grain) -> Bool {
    var space = ByteBuffer(capacity: 32)
    return TimeCoarsening(grain).append(text, .text, to: &space)
  }

  private static let shortestDigest = 16
  /// The longest text that is proposed as a word, in Unicode scalars.
  private static let longestWord = 64

  /// The times from 2001-09-09 on, which have thirteen digits, to the end of 2099.
  private static let firstMillisecond = JSONNumber(1_000_000_000_000)
  private static let lastMillisecond = JSONNumber(SampleField.lastSecond &* 1000)
  private static let firstSecond = JSONNumber(1_000_000_000)
  private static let lastSecond = JSONNumber(SampleField.lastSecond)

  /// How many digits stand before the point, at most 18.
  private static func digits(of number: JSONNumber) -> Int {
    var power: Int64 = 1
    for digits in 0..<18 {
      if JSONNumber(-power) < number, number < JSONNumber(power) { return digits }
      power *= 10
    }
    return 18
  }

  /// FNV-1a with 64 bits: equal in every run, which the standard library's hashes are not.
  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
    }
    return hash
  }
}
