/// What is written in the place of what was found.
///
/// The raw values are the order of precedence: where two findings of equal length overlap, the one
/// with the smaller raw value names the whole.
package enum Placeholder: UInt8, Sendable, CaseIterable {
  /// A SQL literal: `?`.
  case literal
  /// A SQL comment beside a space that stays, or at an end of the text: nothing.
  case comment
  /// A SQL comment that alone kept two tokens apart: one space.
  case commentSpace
  /// `<secret>`.
  case secret
  /// `<url>`.
  case url
  /// `<path>`.
  case path
  /// `<email>`.
  case email
  /// `<host>`.
  case host
  /// `<ip>`.
  case ip
  /// `<id>`.
  case id
  /// `<redacted>`.
  case redacted

  /// The text itself. The SQL masker decides whether a comment owes a space.
  package var text: StaticString {
    switch self {
    case .literal: "?"
    case .comment: ""
    case .commentSpace: " "
    case .secret: "<secret>"
    case .url: "<url>"
    case .path: "<path>"
    case .email: "<email>"
    case .host: "<host>"
    case .ip: "<ip>"
    case .id: "<id>"
    case .redacted: "<redacted>"
    }
  }
}

extension Placeholder {
  /// The end of the placeholder in angle brackets that stands at `start`, if one does.
  package static func end(in text: Span<UInt8>, at start: Int) -> Int? {
    for placeholder in allCases where placeholder.rawValue >= secret.rawValue {
      let end = start + placeholder.text.utf8CodeUnitCount
      if end <= text.count, text.extracting(start..<end).equals(placeholder.text) { return end }
    }
    return nil
  }

  /// How many bytes the longest placeholder takes.
  package static let longest = 10
}

/// A stretch of the decoded text that must not leave, and what stands for it.
package struct Finding: Sendable, Equatable {
  /// The first byte that goes.
  package var start: Int
  /// The byte after the last one that goes.
  package var end: Int
  /// What is written instead.
  package var placeholder: Placeholder

  package init(start: Int, end: Int, placeholder: Placeholder) {
    self.start = start
    self.end = end
    self.placeholder = placeholder
  }
}
