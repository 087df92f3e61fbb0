import Foundation
import Gauze
import GauzeBatch
import GauzeSystem
import Testing

/// What comes out depends on the input alone: not on the workers, nor on where chunks are cut.
@Suite struct BatchRunTests {
  private let folder: BatchFolder
  private let plan: Plan

  init() throws {
    folder = try BatchFolder()
    plan = try Notes.plan()
  }

  @Test func agreesWithOneRecordAtATime() throws {
    for round in 0..<25 {
      var random = SeededRandom(seed: 0xBA_1000 + UInt64(round))
      var inputs: [FilePath] = []
      for number in 0..<Int.random(in: 1...4, using: &random) {
        let lines = Int.random(in: 0...120, using: &random)
        inputs.append(try folder.put(text(lines, &random), as: "in\(number)"))
      }
      let limit = Bool.random(using: &random) ? 90 : 1000
      let bounds: [RejectBound?] = [
        nil, nil, .count(Int.random(in: 0...60, using: &random)),
        .share(Int.random(in: 0...9000, using: &random)),
      ]
      let bound = bounds.randomElement(using: &random) ?? nil
      let expected = try NaiveBatch.run(inputs, plan, limit: limit, bound: bound)
      for jobs in [1, 2, 5] {
        let size = [1, 7, 64, 500, 4096].randomElement(using: &random) ?? 1
        let found = try folder.run(
          inputs,
          plan,
          limit: limit,
          bound: bound,
          jobs: jobs,
          chunkSize: size
        )
        #expect(found == expected, "round \(round), \(jobs) jobs, chunks of \(size)")
      }
    }
  }

  @Test(arguments: [RejectBound.count(900), .share(2500), .share(4999)])
  func stopsAtTheSameRecord(_ bound: RejectBound) throws {
    var random = SeededRandom(seed: 0xBA_2000)
    // Ever more rejects, so that a share is passed somewhere in the middle.
    var input: [UInt8] = []
    for line in 0..<6000 {
      let isGood = Int.random(in: 0..<6000, using: &random) > line
      input += Array((isGood ? Notes.good : Notes.bad).utf8) + [0x0A]
    }
    let file = try folder.put(input, as: "in")
    let expected = try NaiveBatch.run([file], plan, limit: 1000, bound: bound)
    #expect(!expected.isComplete && expected.bytes < input.count)
    for jobs in [1, 2, 3, 8] {
      for size in [50, 3000, 20_000] {
        let found = try folder.run(
          [file],
          plan,
          limit: 1000,
          bound: bound,
          jobs: jobs,
          chunkSize: size
        )
        #expect(found == expected, "\(jobs) jobs, chunks of \(size)")
      }
    }
  }

  @Test func writesResultsThatAreFarLongerThanTheirRecords() throws {
    // Two bytes of input make a line of rejects of a hundred.
    let file = try folder.put(Array(String(repeating: "x\n", count: 9000).utf8), as: "in")
    let expected = try NaiveBatch.run([file], plan, limit: 1000, bound: nil)
    for jobs in [1, 2, 4] {
      let found = try folder.run(
        [file],
        plan,
        limit: 1000,
        bound: nil,
        jobs: jobs,
        chunkSize: 2000
      )
      #expect(found == expected)
    }
  }

  @Test func ownsUpToAFailingInput() throws {
    // A folder opens nowhere; memory of another process reads as an error.
    let file = try InputFile(FilePath("/proc/self/mem"))
    var run = BatchRun(
      Sanitizer(plan),
      output: nil,
      named: FilePath("-"),
      rejects: nil,
      named: FilePath("-")
    )
    do {
      try run.run(file, named: FilePath("mem"))
      Issue.record("it was read")
    } catch .file(let name, let error) {
      #expect(name == FilePath("mem") && error.operation == .read)
    }
  }

  /// Lines of every kind: clean, rejected, blank, too large, cut off.
  private func text(_ lines: Int, _ random: inout SeededRandom) -> [UInt8] {
    var text: [UInt8] = Int.random(in: 0..<4, using: &random) == 0 ? [0xEF, 0xBB, 0xBF] : []
    for _ in 0..<lines {
      let kinds = [
        Notes.good, Notes.good, Notes.good, Notes.bad, Notes.bad, "", " \t", "[1]", "{", "\u{FEFF}",
        "\r",
        String(repeating: "z", count: Int.random(in: 80...1300, using: &random)),
        "{\"event\":\"note\",\"text\":\"\(String(repeating: "é", count: 40))\"}",
      ]
      text += Array((kinds.randomElement(using: &random) ?? "").utf8)
      text += Int.random(in: 0..<3, using: &random) == 0 ? [0x0D, 0x0A] : [0x0A]
    }
    // No final line end.
    if Bool.random(using: &random), !text.isEmpty { text.removeLast() }
    return text
  }
}
