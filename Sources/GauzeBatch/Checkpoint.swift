package import Gauze

// A checkpoint is five lines of text. It holds no data, only where the work stands and what it hangs on:
//
//     gauze checkpoint 1
//     3f…9c                                 digest of all that the output depends on but the input's bytes
//     0 4021 1048576 1048576 983040 120     file, line, offset, bytes read, bytes of output and of rejects
//     4000 20 …                             what was counted
//     77…0a                                 digest of the lines above: what is cut or mixed up is none

/// How far a run has come, so that another can go on behind it.
package struct Checkpoint: Sendable, Equatable {
  /// What the output depends on besides the bytes of the input: schema, program, options, and the inputs'
  /// names, sizes and times.
  package var basis: Digest
  /// The number of the input that is being read.
  package var file = 0
  /// Where the next record in it begins.
  package var place = ChunkPlace()
  /// How many bytes the inputs before it had.
  package var bytesBefore = 0
  /// How many bytes of output were written.
  package var outputLength = 0
  /// How many bytes of the rejects file were written.
  package var rejectsLength = 0
  /// What was counted.
  package var tally: Tally

  private static let title = Array("gauze checkpoint 1".utf8)

  /// The very beginning.
  package init(basis: Digest, _ plan: Plan) {
    self.basis = basis
    tally = Tally(plan)
  }

  /// Reads what `write` wrote for the same basis and plan; nil if it is anything else.
  package init?(reading bytes: [UInt8], basis: Digest, _ plan: Plan) {
    let lines = bytes.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false)
    guard lines.count == 6, lines[0].elementsEqual(Self.title), lines[5].isEmpty else { return nil }
    let count = lines[0...3].reduce(0) { $0 + $1.count + 1 }
    guard lines[4].elementsEqual(Self.digits(SHA256.hash(Array(bytes[..<count]).span))),
      lines[1].elementsEqual(Self.digits(basis)),
      let numbers = Self.numbers(lines[2]), numbers.count == 6,
      let counts = Self.numbers(lines[3])
    else { return nil }
    self.init(basis: basis, plan)
    guard numbers[1] > 0, tally.restore(counts) else { return nil }
    file = numbers[0]
    place = ChunkPlace(line: numbers[1], offset: numbers[2])
    bytesBefore = numbers[3]
    outputLength = numbers[4]
    rejectsLength = numbers[5]
  }

  /// Adds the checkpoint's text.
  package func write(to output: inout ByteBuffer) {
    let start = output.count
    output.append(Self.title)
    output.append(ASCII.lineFeed)
    output.append(Self.digits(basis))
    output.append(ASCII.lineFeed)
    let numbers = [
      file, place.line, place.offset, bytesBefore, outputLength, rejectsLength,
    ]
    Self.append(numbers, to: &output)
    Self.append(tally.numbers, to: &output)
    let digest = SHA256.hash(output.span.extracting(start..<output.count))
    output.append(Self.digits(digest))
    output.append(ASCII.lineFeed)
  }

  private static func append(_ numbers: [Int], to output: inout ByteBuffer) {
    for (index, number) in numbers.enumerated() {
      if index > 0 { output.append(ASCII.space) }
      output.append(decimal: number)
    }
    output.append(ASCII.lineFeed)
  }

  private static func digits(_ digest: Digest) -> [UInt8] {
    var text = ByteBuffer()
    digest.appendHexadecimal(to: &text)
    return text.bytes
  }

  /// The numbers of a line; nil if something else stands there. The digest was right, so this only
  /// guards against what was made on purpose.
  private static func numbers(_ line: ArraySlice<UInt8>) -> [Int]? {
    var numbers: [Int] = []
    for word in line.split(separator: ASCII.space) {
      // 18 digits cannot overflow 64 bits.
      guard word.count <= 18, word.allSatisfy(\.isDigit) else { return nil }
      numbers.append(word.reduce(0) { $0 * 10 + Int($1 - ASCII.zero) })
    }
    return numbers
  }
}
