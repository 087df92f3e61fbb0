/// Replaces mail addresses in running text by `<email>`.
///
/// - In and out: text to text. `write to Jane <jane.doe+x@acme.example>.` becomes
///   `write to Jane <<email>>.`
/// - Technique and disclosure: masking. That an address stood there stays visible; nothing of it does.
///   Plus tags, quoted local parts, sub-domains, hosts without a dot, address literals, addresses
///   beyond ASCII, full-width forms and `%40` count. In a URL's userinfo (`scheme://user:password@host`)
///   the whole goes, from `//` to the end of the host.
/// - Parameters: none.
/// - Deliberately not caught: spelt-out forms (`jane at acme dot example`), comments and folding of
///   RFC 5322, addresses broken by blanks, local parts with `/ ? { | }` or a backtick (what follows
///   such a byte goes), and what reads as a package's version or tag, or as an object's hash
///   (`node@20.11.1`, `checkout@v4`, `typescript@latest`, `Thing@4b1c`), or as the field of a format
///   string (`%40s`).
///
/// Idempotent: `<email>` holds no `@`, and its brackets end every local part and domain.
package struct EmailMasking: Sendable, Equatable {
  private static let labels = WordTable(
    """
    mailto to cc bcc from email e-mail mail user username login sender recipient address contact \
    xmpp sip sips acct author name by reply-to error at
    """
  )

  package init() {}

  /// Appends a finding for every address in `text`. Complexity: O(n); one pass if no `@` stands there.
  package func find(in text: Span<UInt8>, into findings: inout [Finding]) {
    var surroundings = Surroundings()
    var position = 0
    while position < text.count {
      let byte = text[position]
      guard byte == ASCII.at || byte == ASCII.percent || byte == 0xEF else {
        position += 1
        continue
      }
      let width = EmailGrammar.atSignLength(in: text, at: position)
      guard width > 0 else {
        position += 1
        continue
      }
      surroundings.advance(to: position, in: text)
      let floor = surroundings.edge
      guard let extent = EmailGrammar.extent(around: position, in: text, after: floor) else {
        position += width
        continue
      }
      let start = credentialStart(of: extent, at: position, in: text, surroundings)
      findings.append(Finding(start: start, end: extent.upperBound, placeholder: .email))
      surroundings.reset(at: extent.upperBound)
      position = extent.upperBound
    }
  }

  /// Where what belongs to the address begins: a URL's userinfo goes from `//` on, and
  /// `user:password@host` from the user on.
  private func credentialStart(
    of extent: Range<Int>,
    at position: Int,
    in text: Span<UInt8>,
    _ surroundings: Surroundings
  ) -> Int {
    let start = extent.lowerBound
    if let authority = surroundings.authority, authority <= position {
      guard let slash = surroundings.firstSlash else { return min(authority, start) }
      // A slash before the `@` ends the host, unless a password holds it.
      if hasPassword(in: text, from: authority, to: slash) { return min(authority, start) }
    }
    return userStart(before: start, in: text, after: surroundings.edge)
  }

  /// Skips back over `user:` before a password that may hold colons. A word with a capital letter
  /// (`Error:`) or from the list of labels names what follows.
  private func userStart(before start: Int, in text: Span<UInt8>, after edge: Int) -> Int {
    var start = start
    while start > edge, text[start - 1] == ASCII.colon {
      var label = start - 1
      while label > edge, EmailGrammar.isLocal(text[label - 1]) { label -= 1 }
      guard label < start - 1, text[label].isLowercase,
        !Self.labels.contains(text, from: label, to: start - 1)
      else { break }
      start = label
    }
    return start
  }

  /// Whether a colon stands there that is not a port's.
  private func hasPassword(in text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var position = start
    while position < end, text[position] != ASCII.colon { position += 1 }
    guard position < end else { return false }
    for next in position + 1..<end where !text[next].isDigit { return true }
    return false
  }
}

/// What stands before an `@` in the same word, gathered once as the scan moves on, so that a long run
/// of `@` stays linear.
private struct Surroundings {
  /// The end of the last finding; nothing before it counts.
  private(set) var edge = 0

  /// The byte after `://`, if the present word holds one.
  private(set) var authority: Int?

  /// The first slash after `authority`.
  private(set) var firstSlash: Int?

  private var seen = 0

  mutating func advance(to position: Int, in text: Span<UInt8>) {
    while seen < position {
      let byte = text[seen]
      if byte <= ASCII.space {
        authority = nil
        firstSlash = nil
      } else if byte == ASCII.slash {
        if seen >= edge + 2, text[seen - 1] == ASCII.slash, text[seen - 2] == ASCII.colon {
          authority = seen + 1
          firstSlash = nil
        } else if let authority, firstSlash == nil, seen >= authority {
          firstSlash = seen
        }
      }
      seen += 1
    }
  }

  mutating func reset(at position: Int) {
    edge = position
    seen = position
    authority = nil
    firstSlash = nil
  }
}
