/// Tells a version of four numbers from an address by what stands around it.
enum VersionContext {
  private static let strong = WordTable(
    """
    v ver version versions vers rev revision release fileversion productversion assemblyversion \
    oid section sections sec chapter clause paragraph appendix rule figure table semver tag
    """
  )

  /// Words that may also stand before the address of what they name.
  private static let weak = WordTable(
    """
    driver build client oracle engine update patch sdk library lib plugin package module kernel \
    firmware bios chrome edge firefox safari chromium electron windows android java jdk jre odbc jdbc \
    office exchange outlook word excel dotnet framework runtime upgrade upgraded downgrade installed \
    requires app bundle
    """
  )

  private static let connectives = WordTable(
    "is was of to than or and number no equals be least numbers"
  )

  /// Between two versions.
  private static let pairs = WordTable("to and or")

  /// Verbs whose `from` and `to` are versions.
  private static let changes = WordTable(
    "upgrade upgraded upgrading downgrade downgraded downgrading updated bumped bump"
  )

  private static let products = WordTable(
    """
    chrome chromium headlesschrome edg edge edga edgios opr opera firefox fxios crios safari version \
    electron yabrowser vivaldi brave samsungbrowser whale mobile applewebkit cfnetwork darwin \
    mozilla trident webkit node python java okhttp curl wget go
    """
  )

  private static let suffixes = WordTable(
    """
    snapshot rc rc1 rc2 rc3 beta beta1 beta2 alpha alpha1 final ga release dev pre preview jre jre8 \
    jre11 ubuntu debian el7 el8 el9 fc post stable nightly canary hotfix build linux win windows x64 \
    x86 amd64 arm64
    """
  )

  private static let packages = WordTable(
    "jar war tar tgz zip gz xz bz2 whl egg gem nupkg deb rpm apk exe msi msu cab dll so dylib dmg pkg"
  )

  private static let addresses = WordTable(
    "ip ipv4 ip4 host addr address src dst from to at server peer client remote node inet"
  )

  /// Whether the quad from `start` to `end` is a version. `lastVersion` is the end of the last quad that
  /// was one.
  static func isVersion(
    _ quad: IPv4Grammar.Quad,
    from start: Int,
    in text: borrowing EdgedText,
    after lastVersion: Int
  ) -> Bool {
    let next = text[quad.end]
    if next == ASCII.colon || next == ASCII.slash, text[quad.end + 1].isDigit,
      text[start - 1] != ASCII.slash
    {
      return false
    }
    if hasSuffix(in: text, at: quad.end) { return true }
    let before = text[start - 1]
    if before.isLetter {
      let word = text.wordStart(before: start)
      let letters = lettersStart(in: text, from: word, to: start)
      return !addresses.containsFolded(text.text, letters..<start)
    }
    if before == ASCII.slash, isProduct(in: text, at: start - 1, quad) { return true }
    if isCompared(in: text, at: start, quad) { return true }
    return isNamed(in: text, at: start, quad, after: lastVersion)
  }

  private static func lettersStart(in text: borrowing EdgedText, from word: Int, to end: Int) -> Int
  {
    var start = end
    while start > word, text[start - 1].isLetter { start -= 1 }
    return start
  }

  /// `-SNAPSHOT`, `.Final`, `+build`, and the extension of a package after a name.
  private static func hasSuffix(in text: borrowing EdgedText, at end: Int) -> Bool {
    let sign = text[end]
    guard sign == ASCII.minus || sign == ASCII.dot || sign == ASCII.plus || sign == ASCII.underscore
    else {
      return false
    }
    var last = end + 1
    while last - end < 12, text[last].isAlphanumeric { last += 1 }
    if sign == ASCII.plus { return last > end + 1 }
    return suffixes.containsFolded(text.text, end + 1..<last)
      || sign == ASCII.dot && packages.containsFolded(text.text, end + 1..<last)
  }

  /// `Chrome/120.0.0.0`: a product of RFC 9110 §10.1.5.
  private static func isProduct(
    in text: borrowing EdgedText,
    at slash: Int,
    _ quad: IPv4Grammar.Quad
  ) -> Bool {
    let word = text.wordStart(before: slash)
    guard word < slash else { return false }
    return products.containsFolded(text.text, word..<slash)
      || text[word].isUppercase && quad.value & 0xFF_FFFF == 0
  }

  /// `>= 1.2.3.4`, `foo==1.2.3.4`, `^1.2.3.4`; but `ip.src == 54.12.3.4`.
  private static func isCompared(
    in text: borrowing EdgedText,
    at start: Int,
    _ quad: IPv4Grammar.Quad
  ) -> Bool {
    guard !quad.isPrivate else { return false }
    let sign = text.blanksStart(before: start)
    let last = text[sign - 1]
    if last == ASCII.caret || last == ASCII.tilde, sign == start { return true }
    guard last == ASCII.equals || last == ASCII.greater else { return false }
    switch text[sign - 2] {
    case ASCII.equals, ASCII.greater, ASCII.less, ASCII.exclamation, ASCII.tilde: break
    default: return false
    }
    let end = text.blanksStart(before: sign - 2)
    let word = text.wordStart(before: end)
    return word < end
      && !addresses.containsFolded(text.text, text.lastPart(from: word, to: end)..<end)
  }

  /// Whether a word that names versions stands before, or another version and a connective.
  private static func isNamed(
    in text: borrowing EdgedText,
    at start: Int,
    _ quad: IPv4Grammar.Quad,
    after lastVersion: Int
  ) -> Bool {
    var end = start
    var isPaired = false
    for step in 0..<3 {
      end = gapStart(in: text, before: end)
      if end == lastVersion, end > text.edge, step > 0 { return isPaired && !quad.isPrivate }
      let word = text.wordStart(before: end)
      guard word < end else { return false }
      let part = text.lastPart(from: word, to: end)..<end
      if step > 0, quad.isPrivate { return false }
      if strong.containsFolded(text.text, part) || strong.containsFolded(text.text, word..<end) {
        return true
      }
      if !quad.isPrivate, weak.containsFolded(text.text, part) {
        return !isClient(part, in: text) || isRelease(quad, in: text, after: part)
      }
      isPaired = pairs.containsFolded(text.text, word..<end)
      if !quad.isPrivate, isChange(in: text, before: word, word..<end) { return true }
      guard connectives.containsFolded(text.text, word..<end) else { return false }
      end = word
    }
    return false
  }

  private static func isClient(_ word: Range<Int>, in text: borrowing EdgedText) -> Bool {
    word.count == 6 && text[word.lowerBound] | 0x20 == ASCII.lowerC
  }

  /// `client 12.2.0.1`, but `client: 203.0.113.9` and `client 203.0.113.9`: servers write addresses of
  /// clients more often than anybody does their versions.
  private static func isRelease(
    _ quad: IPv4Grammar.Quad,
    in text: borrowing EdgedText,
    after word: Range<Int>
  ) -> Bool {
    text[word.upperBound] == ASCII.space && quad.value & 0xFF00 == 0
  }

  /// `upgraded from 1.2.3.4`
  private static func isChange(
    in text: borrowing EdgedText,
    before start: Int,
    _ preposition: Range<Int>
  ) -> Bool {
    guard text.text.extracting(preposition).equals("from") || pairs.contains(text.text, preposition)
    else { return false }
    let end = text.blanksStart(before: start)
    let word = text.wordStart(before: end)
    return word < end && changes.containsFolded(text.text, word..<end)
  }

  /// Where what parts a name from its value begins: blanks, quotes, brackets, `=`, `:`, `~`.
  private static func gapStart(in text: borrowing EdgedText, before end: Int) -> Int {
    var start = end
    while end - start < 8 {
      switch text[start - 1] {
      case ASCII.space, ASCII.tab, ASCII.quote, ASCII.apostrophe, ASCII.equals, ASCII.colon,
        ASCII.leftParenthesis, ASCII.leftBracket, ASCII.tilde, ASCII.less,
        ASCII.backtick, ASCII.minus, ASCII.slash:
        start -= 1
      case ASCII.greater where text[start - 2] == ASCII.space || text[start - 2] == ASCII.minus:
        start -= 1
      default:
        return start
      }
    }
    return start
  }
}
