/// Why literals of a host cannot be used. Says nothing of them.
public enum HostLiteralError: Error, Sendable {
  /// No JSON object of lists of strings under `user`, `home`, `host` and `other`.
  case notLiterals
  /// A literal has at least 3 bytes: a shorter one would stand in every second word.
  case tooShort
  /// A literal has at most 256 bytes.
  case tooLong
  /// There are at most 64 of them.
  case tooMany
}

/// What names this machine and its user: known only where the engine runs, so supplied there and never
/// in a schema. `scrub-text` masks them wherever they stand as words of their own, inside paths too.
///
/// - A user's name becomes `<id>`, a home directory `<path>`, a host's name `<host>`, any other
///   `<redacted>`.
/// - The longest wins. Letters of ASCII match in either case. A word's end is where a letter or digit
///   meets anything else; `_` is none, so `jane_backup` holds `jane`, and `janet` does not.
public struct HostLiterals: Sendable, Equatable {
  /// What a literal names.
  public enum Kind: UInt8, Sendable, CaseIterable {
    case user, home, host, other

    /// Its word in a file of literals.
    public var word: StaticString {
      switch self {
      case .user: "user"
      case .home: "home"
      case .host: "host"
      case .other: "other"
      }
    }

    fileprivate var placeholder: Placeholder {
      switch self {
      case .user: .id
      case .home: .path
      case .host: .host
      case .other: .redacted
      }
    }
  }

  /// The fewest bytes of a literal.
  public static let shortest = 3
  /// The most bytes of a literal.
  public static let longest = 256
  /// The most literals: each is compared where its first byte stands, so they bound the time.
  public static let most = 64

  /// A literal in small letters, and what stands for it.
  private struct Entry: Sendable, Equatable {
    var text: [UInt8]
    var placeholder: Placeholder
  }

  /// The longest first; nil if there are none, so that a copy costs nothing.
  private var table: Table?

  /// The entries, and the bytes that they begin with. Shared, never changed.
  private final class Table: Sendable {
    let entries: [Entry]
    let isFirst: [Bool]

    init(_ entries: [Entry]) {
      self.entries = entries
      var isFirst = [Bool](repeating: false, count: 256)
      for entry in entries {
        guard let first = entry.text.first else { continue }
        isFirst[Int(first)] = true
        if first.isLetter { isFirst[Int(first & ~0x20)] = true }
      }
      self.isFirst = isFirst
    }
  }

  /// None.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { table == nil }

  /// Whether both mask the same words as the same.
  public static func == (one: HostLiterals, other: HostLiterals) -> Bool {
    (one.table?.entries ?? []) == (other.table?.entries ?? [])
  }

  /// Reads `{"user": ["jane"], "home": ["/home/jane"], "host": ["db17"], "other": []}`, each member
  /// optional, at least one literal in all.
  public init(reading file: Span<UInt8>) throws(HostLiteralError) {
    let root: JSONNode
    do throws(JSONDocumentFault) {
      root = try JSONNode(reading: file)
    } catch {
      throw .notLiterals
    }
    guard case .object(let members) = root.value else { throw .notLiterals }
    for member in members {
      guard let kind = Kind.allCases.first(where: { member.name.span.equals($0.word) }),
        case .array(let items) = member.node.value
      else { throw .notLiterals }
      for item in items {
        guard case .string(let text) = item.value else { throw .notLiterals }
        try add(text.span, as: kind)
      }
    }
    if isEmpty { throw .notLiterals }
  }

  /// Adds a literal, without white space around it.
  public mutating func add(_ literal: Span<UInt8>, as kind: Kind) throws(HostLiteralError) {
    var start = 0
    var end = literal.count
    while start < end, literal[start] <= ASCII.space { start += 1 }
    while end > start, literal[end - 1] <= ASCII.space { end -= 1 }
    guard end - start >= Self.shortest else { throw .tooShort }
    guard end - start <= Self.longest else { throw .tooLong }
    var entries = table?.entries ?? []
    guard entries.count < Self.most else { throw .tooMany }
    var text: [UInt8] = []
    for index in start..<end { text.append(literal[index].lowercased) }
    let place = entries.firstIndex { $0.text.count < text.count } ?? entries.count
    entries.insert(Entry(text: text, placeholder: kind.placeholder), at: place)
    table = Table(entries)
  }

  // MARK: Finding

  /// Appends a finding wherever a literal stands in `text`. Complexity: O(n) for a fixed set.
  package func find(in text: Span<UInt8>, into findings: inout [Finding]) {
    guard let table else { return }
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == ASCII.less, let end = Placeholder.end(in: text, at: position) {
        position = end
      } else if table.isFirst[Int(byte)], let finding = finding(in: text, at: position, table) {
        findings.append(finding)
        position = finding.end
      } else {
        position += 1
      }
    }
  }

  private func finding(in text: Span<UInt8>, at start: Int, _ table: Table) -> Finding? {
    guard start == 0 || !Self.isJoined(text, at: start) else { return nil }
    for entry in table.entries {
      let end = start + entry.text.count
      guard end <= text.count, Self.stands(entry.text, in: text, at: start),
        end == text.count || !Self.isJoined(text, at: end)
      else { continue }
      return Finding(start: start, end: end, placeholder: entry.placeholder)
    }
    return nil
  }

  private static func stands(_ literal: [UInt8], in text: Span<UInt8>, at start: Int) -> Bool {
    for offset in literal.indices where text[start + offset].lowercased != literal[offset] {
      return false
    }
    return true
  }

  /// Whether the characters before and after `position`, which is inside the text, are of one word:
  /// two of ASCII's letters and digits, two beyond ASCII, or one of each if the other is Latin, so
  /// that `jan` is not in `jané`, and `jane` is in a sentence without blanks.
  private static func isJoined(_ text: Span<UInt8>, at position: Int) -> Bool {
    let before = text[position - 1]
    let after = text[position]
    if before < 0x80, after < 0x80 { return before.isAlphanumeric && after.isAlphanumeric }
    if before >= 0x80, after >= 0x80 { return true }
    if before < 0x80 { return before.isAlphanumeric && isLatin(after) }
    return after.isAlphanumeric && position > 1 && isLatin(text[position - 2])
  }

  /// Whether a character of two bytes that begins with `lead` is from U+00C0 to U+024F.
  private static func isLatin(_ lead: UInt8) -> Bool { (0xC3...0xC9).contains(lead) }
}
