internal import Gauze

/// Where in a text a canary stands.
package enum CanaryPosition: Sendable, Equatable {
  /// It is the whole text.
  case alone
  case start
  case middle
  case end
  case ownLine
  case quoted
  case parenthesised
  /// Behind a word, a colon and a blank.
  case announced
  /// Behind a word and a colon.
  case glued
  case behindPlaceholder
  case besideSecret
  /// In typographic quotes.
  case curlyQuotes
  /// Between blanks that do not break, U+00A0.
  case noBreakSpaces
  /// Between letters of a script without blanks.
  case ideographs
  /// Between the colours of a terminal.
  case coloured
  case emoji
  /// Its beginning stands so many scalars before the cut.
  case astride(Int)
  /// It begins behind the cut.
  case beyond

  /// For people.
  package var name: String {
    switch self {
    case .alone: "alone"
    case .start: "start"
    case .middle: "middle"
    case .end: "end"
    case .ownLine: "own-line"
    case .quoted: "quoted"
    case .parenthesised: "parenthesised"
    case .announced: "announced"
    case .glued: "glued"
    case .behindPlaceholder: "behind-placeholder"
    case .besideSecret: "beside-secret"
    case .curlyQuotes: "curly-quotes"
    case .noBreakSpaces: "no-break-spaces"
    case .ideographs: "ideographs"
    case .coloured: "coloured"
    case .emoji: "emoji"
    case .astride(let slot): "astride-\(slot)"
    case .beyond: "beyond"
    }
  }

  /// How many places at and around a bound are tried.
  static let slots = 40

  static let plain: [CanaryPosition] = [
    .alone, .start, .middle, .end, .ownLine, .quoted, .parenthesised, .announced, .glued,
    .behindPlaceholder, .besideSecret, .curlyQuotes, .noBreakSpaces, .ideographs, .coloured, .emoji,
  ]

  /// The places at and around the bound; fewer around one that is far.
  static func around(_ limit: Int) -> [CanaryPosition] {
    guard limit <= 200_000 else { return [] }
    let step = limit <= 4096 ? 1 : 8
    return stride(from: 0, to: slots, by: step).map { .astride($0) } + [.beyond]
  }

  /// The text with `canary` in its place.
  func text(_ canary: [UInt8], isSQL: Bool, limit: Int) -> [UInt8] {
    switch self {
    case .astride(let slot):
      let length = UTF8Text.scalarCount(canary.span)
      // From one scalar behind the cut to one whole canary and a scalar before it.
      let before = slot * (length + 2) / (Self.slots - 1) - 1
      return Self.filler(max(limit - before, 0), isSQL) + canary + Array(" and on".utf8)
    case .beyond: return Self.filler(limit, isSQL) + canary
    default:
      let (before, after) = isSQL ? statement : prose(canary)
      return Array(before.utf8) + canary + Array(after.utf8)
    }
  }

  private var statement: (String, String) {
    switch self {
    case .alone: ("", "")
    case .start: ("", " = name")
    case .end: ("SELECT id FROM t WHERE name = ", "")
    case .ownLine: ("SELECT id FROM t WHERE name =\n", "\n AND active")
    case .quoted: ("SELECT id FROM t WHERE name LIKE ", " ESCAPE '!'")
    case .parenthesised: ("SELECT id FROM t WHERE name IN (", ")")
    case .announced: ("INSERT INTO t VALUES (", ", NULL)")
    case .glued: ("SELECT id FROM t WHERE name=", " AND active")
    case .behindPlaceholder: ("SELECT id FROM t WHERE a = ? AND name = ", " AND active")
    case .besideSecret: ("SELECT id FROM t WHERE a = 'b' OR name = ", " OR c = 5")
    // Beyond ASCII, what stands beside a number can make it a name; so a sign parts them.
    case .curlyQuotes: ("SELECT “id” FROM t WHERE name = ", " AND active")
    case .noBreakSpaces: ("SELECT id FROM t\u{A0}WHERE name = ", " AND\u{A0}active")
    case .ideographs: ("SELECT 番号 FROM 表 WHERE 名前 = ", " AND 有効")
    case .coloured: ("\u{1B}[36mSELECT\u{1B}[0m id FROM t WHERE name = ", " AND active")
    case .emoji: ("SELECT id FROM t🙂 WHERE name = ", " AND active🙂")
    case .middle, .astride, .beyond: ("SELECT id FROM t WHERE name = ", " AND active")
    }
  }

  private func prose(_ canary: [UInt8]) -> (String, String) {
    switch self {
    case .alone: return ("", "")
    case .start: return ("", " was the reason")
    case .end: return ("it went wrong with ", "")
    case .ownLine: return ("it went wrong:\n", "\nand then it ended")
    case .quoted:
      let quote = canary.contains(ASCII.apostrophe) ? "`" : "'"
      return ("it went wrong with \(quote)", "\(quote) at the end")
    case .parenthesised: return ("it went wrong (", ") at the end")
    case .announced: return ("failed: ", " was the reason")
    case .glued: return ("failed:", " was the reason")
    case .behindPlaceholder: return ("no <path> for <email> ", " was found")
    case .besideSecret:
      return ("for b@c.example in /srv/b/c.txt and password=b4c4d4 ", " and /srv/d/e.txt")
    case .curlyQuotes: return ("it went wrong with “", "” at the end")
    case .noBreakSpaces: return ("it went wrong with\u{A0}", "\u{A0}and then it ended")
    case .ideographs: return ("错误发生在", "之后结束了")
    case .coloured: return ("it went wrong with \u{1B}[1;31m", "\u{1B}[0m at the end")
    case .emoji: return ("it went wrong 🔥", "🔥 and then it ended")
    case .middle, .astride, .beyond: return ("it went wrong with ", " and then it ended")
    }
  }

  /// Exactly `count` scalars in which no detector finds anything, a blank last.
  private static func filler(_ count: Int, _ isSQL: Bool) -> [UInt8] {
    let words = Array((isSQL ? "SELECT a FROM t JOIN u ON b IS c " : "and it went on and on ").utf8)
    var text: [UInt8] = []
    text.reserveCapacity(count)
    while text.count < count { text += words }
    text.removeLast(text.count - count)
    if !text.isEmpty { text[text.count - 1] = ASCII.space }
    return text
  }
}
