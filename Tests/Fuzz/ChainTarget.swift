import Gauze

/// `text-chain`: several detectors and a cut. Three bytes say which, the rest is the text:
///
///     byte 0   one bit each: paths, e-mails, addresses, identifiers, secrets, SQL; the detectors' own
///              parameters; literals of the host
///     byte 1   the limit in scalars; 255 is none
///     byte 2   the dialect of SQL
enum ChainTarget {
  /// Literals that meet one another and parts of placeholders.
  private static let literals: HostLiterals = {
    var literals = HostLiterals()
    let words: [(String, HostLiterals.Kind)] = [
      ("jane", .user), ("/home/jane", .home), ("build-box", .host), ("path", .other),
      ("jané", .user), ("<id>", .other), ("a b", .other),
    ]
    for (word, kind) in words { try? literals.add(Array(word.utf8).span, as: kind) }
    return literals
  }()

  static func run(_ input: [UInt8]) {
    guard input.count > 3 else { return }
    let bits = input[0]
    let isOdd = bits & 0x40 != 0
    let dialects = SQLDialect.allCases
    let all: [Detector] = [
      .paths(PathStripping(keepsExtension: isOdd)), .emails(EmailMasking()),
      .addresses(AddressMasking()), .identifiers(IdentifierMasking(findsUUIDs: isOdd)),
      .secrets(SecretMasking(findsEntropy: isOdd)),
      .sql(SQLMasking(dialect: dialects[Int(input[2]) % dialects.count])),
    ]
    var detectors = all.indices.filter { bits >> $0 & 1 == 1 }.map { all[$0] }
    if bits & 0x80 != 0 { detectors.append(.literals(literals)) }
    let limit = input[1] == .max ? nil : Int(input[1]) + 1
    let text = Array(input[3...]).repaired
    ScrubProperties.judge(
      TextScrub(detectors: detectors, policies: [], limit: limit, truncates: true),
      text
    )
    if let limit {
      let cut = TextScrub.cut(text.span, at: limit) ?? text.count
      hold(Array(text[..<cut]) == NaiveCut.cut(text, limit: limit), "the naive cut agrees", text)
    }
  }
}
