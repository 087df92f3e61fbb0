import Foundation
import Gauze
import Testing

import GauzeProve

@Suite struct SearchTests {
  private static func sees(_ secret: String, in output: String) -> Bool {
    let secrets = [Array(secret.utf8)]
    let fragments = CanarySearch.fragments(of: secrets)
    let views = CanarySearch.views(of: Array(output.utf8))
    return !CanarySearch.found(fragments, of: secrets, in: views).isEmpty
  }

  @Test func seesFourCharactersInARow() {
    #expect(Self.sees("kqvxwz", in: "… qvxw …"))
    #expect(!Self.sees("kqvxwz", in: "… qvx wz …"))
    #expect(!Self.sees("kqv", in: "kqv"))
    #expect(Self.sees("kqvx", in: "kqvx"))
    #expect(!Self.sees("kqvx", in: ""))
  }

  @Test func seesThroughEncodings() {
    for output in [
      #"\u006bqvx"#, #"\u006B\u0071\u0076\u0078"#, "KQVX", "%6bqv%78", "%6B%71%76%78", "ｋｑｖｘ",
      "kq\u{200B}vx", "k\u{AD}q\u{FEFF}vx", #"%5Cu006bqvx"#, #"\\u006bqvx"#, "%256bqvx", #"k\qvx"#,
    ] {
      #expect(Self.sees("kqvx", in: output), "\(output)")
    }
  }

  @Test func seesBase64AtAnyBeginning() {
    for before in ["", "a", "ab", "abc"] {
      let text = Data("\(before)kqvxwzkqvx and more".utf8).base64EncodedString()
      #expect(Self.sees("kqvxwz", in: "x \(text) y"))
      #expect(Self.sees("kqvxwz", in: "\"\(text.replacing("+", with: "-"))\""))
    }
  }

  @Test func doesNotTakeADigestForANumber() {
    let digest = String(repeating: "4711beef", count: 8)
    #expect(!Self.sees("4711", in: "\"\(digest)\""))
    #expect(Self.sees("4711", in: "\"\(digest)4\""))
    #expect(Self.sees("4711", in: "\"\(digest.dropLast())\""))
  }

  @Test func takesFragmentsInATokenForChance() {
    #expect(!Self.sees("24988717", in: "\"735ee4988d0beef9\""))
    #expect(!Self.sees("24988717", in: "gz1.k.735ee4988d0beef9735ee4988d0beef9"))
    // The whole canary is none, nor are a shorter run, digits alone, or other letters.
    #expect(Self.sees("24988717", in: "\"735ee24988717beef9\""))
    #expect(Self.sees("24988717", in: "\"735ee4988d0beef\""))
    #expect(Self.sees("24988717", in: "\"7350049880012349\""))
    #expect(Self.sees("kqvxwz", in: "735ee4988d0beef9qvxw735ee4988d0beef9"))
    // A secret that begins before the run.
    #expect(Self.sees("xy4988", in: "xy4988d0beef9735ee"))
  }

  /// What a case plants must be visible to the search if it comes out unchanged, or no proof could
  /// fail.
  @Test func seesEveryFormInEveryEncoding() {
    for (number, form) in CanaryForm.all.enumerated() {
      var random = CanaryRandom(seed: 3, case: number)
      let canary = form.make(&random)
      #expect(
        !canary.secrets.isEmpty && canary.secrets.allSatisfy { $0.count >= 4 },
        "\(form.name)"
      )
      for encoding in CanaryEncoding.all(of: form.kind) {
        var output = ByteBuffer()
        JSONText.write(encoding.encode(canary.bytes).span, to: &output)
        let views = CanarySearch.views(of: output.bytes)
        for secret in canary.secrets {
          let fragments = CanarySearch.fragments(of: [secret])
          let found = Set(CanarySearch.found(fragments, of: [secret], in: views))
          #expect(found == Set(fragments), "\(form.kind) \(form.name) \(encoding)")
        }
      }
    }
  }

  @Test func looksInReportsAndInTheLinesOfOthers() throws {
    let list = CaseList(try cliTelemetry(), seed: 5)
    let cases = (0..<400).map { list.make($0) }
    let secrets = cases.map { $0.secrets.max { $0.count < $1.count } ?? [] }
    let place = try #require(secrets.firstIndex { $0.count >= 10 && $0.contains { $0.isLetter } })
    var outputs = BatchOutputs()
    outputs.clean = cases.map { _ in Array("{}".utf8) }
    outputs.rejects = cases.map { _ in nil }
    func found(_ change: (inout BatchOutputs) -> Void) -> [Int: ProofOutput] {
      var changed = outputs
      change(&changed)
      var search = ForeignSearch(cases)
      search.look(at: changed)
      return search.found
    }
    #expect(found { _ in }.isEmpty)
    #expect(found { $0.report += secrets[place] }[place] == .report)
    #expect(found { $0.summary += secrets[place] }[place] == .summary)
    #expect(found { $0.log += CanaryEncoding.escaped(secrets[place]) }[place] == .log)
    let other = (place + 1) % cases.count
    #expect(found { $0.clean[other] = secrets[place] }[place] == .otherRecord)
    // Its own line is searched more closely elsewhere.
    #expect(found { $0.clean[place] = secrets[place] }.isEmpty)
    var search = ForeignSearch(cases)
    outputs.report = secrets[place]
    search.look(at: outputs)
    #expect(search.hasFound)
    search.subtract(search)
    #expect(!search.hasFound && search.found.isEmpty)
  }
}
