import Testing

import Gauze

@Suite struct FirstAppearancesTests {
  @Test func agreesWithASet() {
    let seed: UInt64 = 4303
    var random = SeededRandom(seed: seed)
    for round in 0..<300 {
      var appearances = FirstAppearances()
      var seen: Set<[UInt8]> = []
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0...256, using: &random) {
        let start = text.count
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          text.append(UInt8.random(in: 0...7, using: &random))
        }
        let isNew = seen.insert(Array(text[start...])).inserted
        let isNoted = appearances.note(start..<text.count, of: text.span)
        #expect(isNoted == isNew, "seed \(seed) round \(round)")
      }
    }
  }

  @Test func takesNoMoreThanItHasRoomFor() {
    let text = [UInt8](0...255) + [0]
    var appearances = FirstAppearances()
    func note(_ piece: Range<Int>) -> Bool { appearances.note(piece, of: text.span) }
    for index in 0..<256 { #expect(note(index..<index + 1)) }
    #expect(!note(0..<2))
    #expect(!note(256..<257))
  }
}
