internal import Gauze

// A page is written by people but for one block, which is the schema's:
//
//     # Telemetry                                   theirs, to the byte
//     <!-- gauze:begin cli-telemetry 1.0 -->        the marks stand alone on their lines
//     ## What `cli-telemetry` 1.0 sends             the schema's
//     …
//     <!-- gauze:end -->
//     More about it.                                theirs, to the byte
//
// A page may have several blocks, of schemas of different names. Where the first mark's line ends with
// a carriage return and a line feed, so do the block's.

/// Why a page cannot take a schema's block.
package enum PageFault: Error, Sendable, Equatable {
  /// No block of that name stands in it.
  case missing
  /// A second block of that name begins on this line, from 1.
  case doubled(line: Int)
  /// A mark on this line, from 1, has no other that belongs to it.
  case unbalanced(line: Int)
}

/// The first line of a page that is not the schema's.
package struct PageDifference: Sendable, Equatable {
  /// Its number in the page, from 1.
  package var line: Int
  /// What stands there.
  package var found: [UInt8]
  /// What the schema says.
  package var expected: [UInt8]
}

extension TelemetryPage {
  private static let beginning: StaticString = "<!-- gauze:begin "
  private static let ending: StaticString = "<!-- gauze:end -->"
  private static let closing: StaticString = " -->"

  /// The block with its marks, and no line feed at its end.
  private var block: [[UInt8]] {
    let blank: [UInt8] = [ASCII.space]
    let mark = Self.beginning.bytes + name + blank + version + Self.closing.bytes
    return [mark] + lines + [Self.ending.bytes]
  }

  /// A whole page, for who has none yet.
  package var bytes: [UInt8] {
    let title = Array("# Telemetry of ".utf8) + Array(MarkdownText.code(name).utf8)
    return Self.joined([title, []] + block + [[]], by: [ASCII.lineFeed])
  }

  /// `page` with the schema's block in the place of the one that it has. Complexity: O(page).
  package func replacing(in page: [UInt8]) throws(PageFault) -> [UInt8] {
    let place = try find(in: page)
    let block = Self.joined(block, by: place.lineEnd)
    return page[..<place.range.lowerBound] + block + page[place.range.upperBound...]
  }

  /// Where the block in `page` first differs from the schema's; nil if it does not.
  package func difference(in page: [UInt8]) throws(PageFault) -> PageDifference? {
    let place = try find(in: page)
    let found = Self.lines(of: Array(page[place.range]))
    let expected = block
    for index in 0..<max(found.count, expected.count) {
      let isCarried = index + 1 < found.count && place.lineEnd.count == 2
      let here = index < found.count ? found[index] : []
      let there = index < expected.count ? expected[index] : []
      if here != there + (isCarried ? [ASCII.carriageReturn] : []) {
        return PageDifference(line: place.line + index, found: here, expected: there)
      }
    }
    return nil
  }

  // MARK: - Finding

  private struct Place {
    /// From the first byte of the first mark to the last of the second's line.
    var range: Range<Int>
    /// The line of the first mark, from 1.
    var line: Int
    var lineEnd: [UInt8]
  }

  private func find(in page: [UInt8]) throws(PageFault) -> Place {
    var found: Place?
    var open: (start: Int, line: Int, lineEnd: [UInt8], isOurs: Bool)?
    var start = 0
    for (index, line) in Self.lines(of: page).enumerated() {
      let number = index + 1
      let mark = Self.trimmed(line)
      if mark.starts(with: Self.beginning.bytes) {
        if open != nil { throw .unbalanced(line: number) }
        let isOurs = Self.name(in: mark) == name
        if isOurs, found != nil { throw .doubled(line: number) }
        let isCarried = line.last == ASCII.carriageReturn
        let lineEnd = isCarried ? [ASCII.carriageReturn, ASCII.lineFeed] : [ASCII.lineFeed]
        open = (start, number, lineEnd, isOurs)
      } else if mark.span.equals(Self.ending) {
        guard let begun = open else { throw .unbalanced(line: number) }
        let end = start + line.count - (line.last == ASCII.carriageReturn ? 1 : 0)
        if begun.isOurs {
          found = Place(range: begun.start..<end, line: begun.line, lineEnd: begun.lineEnd)
        }
        open = nil
      }
      start += line.count + 1
    }
    if let open { throw .unbalanced(line: open.line) }
    guard let found else { throw .missing }
    return found
  }

  /// The name that a first mark gives.
  private static func name(in mark: [UInt8]) -> [UInt8] {
    let rest = mark.dropFirst(beginning.bytes.count).drop { $0 == ASCII.space }
    return Array(rest.prefix { $0 != ASCII.space })
  }

  private static func trimmed(_ line: [UInt8]) -> [UInt8] {
    var line = line
    while let last = line.last, last.isSpace { line.removeLast() }
    return line
  }

  private static func lines(of page: [UInt8]) -> [[UInt8]] {
    page.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false).map { Array($0) }
  }

  private static func joined(_ lines: [[UInt8]], by separator: [UInt8]) -> [UInt8] {
    Array(lines.joined(separator: separator))
  }
}
