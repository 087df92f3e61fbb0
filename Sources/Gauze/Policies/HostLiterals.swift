/// Why a literal cannot be looked for. Says nothing of it.
public enum LiteralError: Error, Sendable {
  /// It has fewer than three bytes: it would be found everywhere.
  case tooShort
  /// There are 64 already, or it has more than 256 bytes.
  case tooMany
}

/// Texts that the host of a program knows to be identifying: the user's name, the home folder, the
/// host's name. They are supplied at run time and masked by `scrub-text` wherever they stand as whole
/// words, inside paths too, in any ASCII case, the longest first.
///
/// Not caught: a literal that is part of a longer word (`jane` in `janet`), and one of fewer than
/// three bytes.
public struct HostLiterals: Sendable {
  /// What a literal is, which decides what stands in its place.
  public enum Kind: Sendable {
    /// `<id>`: a user's or an account's name.
    case name
    /// `<path>`: a folder.
    case folder
    /// `<host>`: a host's name.
    case host
  }

  private struct Entry: Sendable {
    var bytes: [UInt8]
    var placeholder: Placeholder
  }

  /// The longest first.
  private var entries: [Entry] = []
  /// Whether a literal begins with the byte, in lower case.
  private var isFirst = InlineArray<256, Bool>(repeating: false)

  /// Makes a list of nothing.
  public init() {}

  /// Whether there is nothing to look for.
  public var isEmpty: Bool { entries.isEmpty }

  /// Adds a literal of 3 to 256 bytes; at most 64 may be added.
  public mutating func add(_ literal: [UInt8], _ kind: Kind) throws(LiteralError) {
    guard literal.count >= 3 else { throw .tooShort }
    guard literal.count <= 256, entries.count < 64 else { throw .tooMany }
    let placeholder: Placeholder =
      switch kind {
      case .name: .id
      case .folder: .path
      case .host: .host
      }
    let entry = Entry(bytes: literal.map { $0.lowercased }, placeholder: placeholder)
    let place = entries.firstIndex { $0.bytes.count < entry.bytes.count } ?? entries.count
    entries.insert(entry, at: place)
    isFirst[Int(entry.bytes[0])] = true
  }

  /// Adds what it finds in `text`. Complexity: O(text), for a fixed list.
  func find(in text: Span<UInt8>, into findings: inout [Finding]) {
    guard !entries.isEmpty else { return }
    var position = 0
    while position < text.count {
      guard isFirst[Int(text[position].lowercased)], isEdge(text, before: position),
        let entry = entries.first(where: { matches($0.bytes, text, at: position) })
      else {
        position &+= 1
        continue
      }
      let end = position + entry.bytes.count
      findings.append(Finding(start: position, end: end, placeholder: entry.placeholder))
      position = end
    }
  }

  private func matches(_ literal: [UInt8], _ text: Span<UInt8>, at position: Int) -> Bool {
    let end = position + literal.count
    guard end <= text.count, isEdge(text, before: end) else { return false }
    var index = 0
    while index < literal.count {
      guard text[position + index].lowercased == literal[index] else { return false }
      index &+= 1
    }
    return true
  }

  /// Whether a word ends or begins between `position` and the byte before it.
  private func isEdge(_ text: Span<UInt8>, before position: Int) -> Bool {
    guard position > 0, position < text.count else { return true }
    return !Self.isInWord(text[position - 1]) || !Self.isInWord(text[position])
  }

  private static func isInWord(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }
}
