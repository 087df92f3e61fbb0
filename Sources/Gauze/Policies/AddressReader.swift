/// Reads one text for addresses, run by run.
struct AddressReader: ~Escapable {
  private var text: EdgedText
  private var context = HostContext()

  /// Up to where runs of hexadecimal digits and colons were judged.
  private var colonsEnd = 0

  /// The end of the last quad that was a version.
  private var versionEnd = -1

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = EdgedText(text) }

  /// Appends what stands from `start` to `limit`.
  mutating func read(from start: Int, to limit: Int, into findings: inout [Finding]) {
    var position = start
    while position < limit {
      let byte = text[position]
      if byte == ASCII.colon {
        if let authority = URLAuthority(in: text, at: position, before: limit) {
          position = read(authority, at: position, into: &findings)
          continue
        }
      } else if HostRun.labelWidth(in: text, at: position) == 0 {
        position += 1
        continue
      }
      if position >= colonsEnd, mayBegin(at: position) {
        let run = ColonRun(in: text, at: position)
        if let finding = run.finding(in: text), finding.end <= limit {
          take(finding, into: &findings)
          position = finding.end
          continue
        }
        if run.colons > 1 { colonsEnd = max(colonsEnd, run.end) }
      }
      position = byte == ASCII.colon ? position + 1 : name(at: position, before: limit, &findings)
    }
  }

  /// Whether a run of hexadecimal digits and colons may begin there: `src:fe80::1` has one behind its
  /// first colon, `addr:::1` behind its first, too.
  private func mayBegin(at position: Int) -> Bool {
    guard text[position] == ASCII.colon else { return text[position].isHexDigit }
    return text[position + 1] == ASCII.colon && !text[position - 1].isASCIIWord
  }

  private mutating func take(_ finding: Finding, into findings: inout [Finding]) {
    findings.append(finding)
    text.edge = finding.end
    context.reset()
  }

  // MARK: URLs

  /// Reads a URL's userinfo as text, and its hosts as hosts: `mongodb://a:27017,b:27017/x`. Returns where
  /// text goes on.
  private mutating func read(
    _ authority: URLAuthority,
    at colon: Int,
    into findings: inout [Finding]
  ) -> Int {
    guard !authority.isLocal else { return max(authority.end, colon + 3) }
    read(from: colon + 3, to: authority.host, into: &findings)
    context.reset()
    var position = authority.host
    while position < authority.end, let finding = authority.finding(in: text, at: position) {
      take(finding, into: &findings)
      position = finding.end
      if text[position] == ASCII.rightBracket { position += 1 }
      let isPort = text[position] == ASCII.colon
      let next = isPort ? text.digitsEnd(from: position + 1, most: 5) : position
      guard text[next] == ASCII.comma else { break }
      position = next + 1
    }
    return position
  }

  // MARK: Names and numbers

  /// Reads the run that begins at `start`; returns where it ends.
  private mutating func name(
    at start: Int,
    before limit: Int,
    _ findings: inout [Finding]
  ) -> Int {
    // `%2F` parts, and its letters belong to no name.
    if text[start - 1] == ASCII.percent, text[start].isHexDigit, text[start + 1].isHexDigit,
      start + 2 <= limit
    {
      if !text.holds("40", at: start) { text.edge = start + 2 }
      return start + 2
    }
    let run = HostRun(in: text, at: start, before: limit)
    if let host = HostNames.host(run, in: text) {
      take(
        Finding(start: host.lowerBound, end: host.upperBound, placeholder: .host),
        into: &findings
      )
      return host.upperBound
    }
    if run.hasDigit || run.labels == 3 {
      if HardwareNames.isAddress(run, in: text) {
        take(Finding(start: run.start, end: run.end, placeholder: .host), into: &findings)
        return run.end
      }
      if quads(in: run, into: &findings) { return run.end }
    }
    if context.takes(run, in: text) {
      take(Finding(start: run.start, end: run.end, placeholder: .host), into: &findings)
    }
    return run.end
  }

  /// Takes the dotted quads of a run, and reads what stands between them; whether there were any.
  private mutating func quads(in run: HostRun, into findings: inout [Finding]) -> Bool {
    guard run.labels > 3 else { return false }
    // What stands before `rest` is read.
    var rest = run.start
    var position = run.start
    while position < run.end {
      guard text[position].isDigit else {
        position += 1
        continue
      }
      let chain = IPv4Grammar.chain(in: text, at: position)
      if let end = quadEnd(at: position, chain) {
        // Nothing there is a quad: this goes no deeper.
        read(from: rest, to: position, into: &findings)
        take(Finding(start: position, end: end, placeholder: .ip), into: &findings)
        rest = end
      }
      position = chain.end
    }
    guard rest > run.start else { return false }
    read(from: rest, to: run.end, into: &findings)
    return true
  }

  /// The end of the address that begins at `start`, if the numbers there are one.
  private mutating func quadEnd(at start: Int, _ chain: (parts: Int, end: Int)) -> Int? {
    guard chain.parts == 4 || chain.parts == 5 && isCapture(start, chain.end),
      !text[chain.end].isLetter, let quad = IPv4Grammar.quad(in: text, at: start),
      chain.parts == 5 || quad.end == chain.end
    else { return nil }
    // `libc.so.1.2.3.4`
    if text[start - 1] == ASCII.dot,
      text.holds("so", at: start - 3) || text.holds("dylib", at: start - 6)
    {
      return nil
    }
    if chain.parts == 4,
      VersionContext.isVersion(quad, from: start, in: text, after: versionEnd)
    {
      versionEnd = quad.end
      return nil
    }
    return quad.end
  }

  /// Whether five numbers are an address and a port, as packet captures write them:
  /// `IP 10.0.0.1.53211 > 10.0.0.2.443:`.
  private func isCapture(_ start: Int, _ end: Int) -> Bool {
    text.holds(" > ", at: end) || text.holds(" > ", at: start - 3)
  }
}
