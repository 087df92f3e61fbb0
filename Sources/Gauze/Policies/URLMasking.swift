/// Replaces what a URL says behind its host by `<url>`.
///
/// - In and out: text to text. `https://jane:x@app.acme.example/brand/x?y=1#z` becomes
///   `https://<url>@app.acme.example/<url>`; a bare origin, `https://app.acme.example/`, stays.
/// - Technique and disclosure: masking. Scheme, host and port stay, which `mask-addresses` and
///   `scrub-text` mask, and that something stood behind them stays visible.
/// - Parameters: `{"keep": "path"}` keeps the path and masks query and fragment. User and password go in
///   either case.
/// - Caught: every `scheme://` with a path, a query or a fragment, up to white space, a quote that
///   closes it, or an angle bracket, without the sentence's punctuation at its end; also with percent
///   signs and escapes. An authority that cannot be one, because a password holds `/`, goes as a whole.
/// - Deliberately not caught: hosts; `file:` URLs, which are paths; URLs without `//` (`mailto:`,
///   `data:`), without a scheme (`www.acme.example/x`), and the SSH form (`git@host:repo`).
///
/// Idempotent: a body that is a placeholder stays.
package struct URLMasking: Sendable, Equatable {
  /// Whether the path stays, and only query and fragment go.
  package var keepsPath: Bool

  package init(keepsPath: Bool = false) { self.keepsPath = keepsPath }

  /// Reads nothing, or `{"keep": "path"}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    self.init()
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if let node = reader.take("keep"), case .string(let word) = node.value,
      word.span.equals("path")
    {
      keepsPath = true
    } else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// Appends a finding for each userinfo and each body. Complexity: O(n).
  package func find(in text: Span<UInt8>, into findings: inout [Finding]) {
    var position = 0
    while true {
      while position < text.count, text[position] != ASCII.colon { position &+= 1 }
      guard position + 2 < text.count else { return }
      guard text[position + 1] == ASCII.slash, text[position + 2] == ASCII.slash,
        Self.isScheme(before: position, in: text)
      else {
        position += 1
        continue
      }
      position = read(URLRun(in: text, at: position), in: text, &findings)
    }
  }

  /// Masks one URL and returns where to go on.
  private func read(
    _ run: URLRun,
    in text: Span<UInt8>,
    _ findings: inout [Finding]
  ) -> Int {
    if run.isUnparted(in: text) {
      append(run.start, run.trimmedEnd(in: text), in: text, &findings)
      return run.end
    }
    if run.at > run.start { append(run.start, run.at, in: text, &findings) }
    if let body = run.body(in: text, keepsPath: keepsPath) {
      append(body.lowerBound, body.upperBound, in: text, &findings)
    }
    return run.end
  }

  private func append(
    _ start: Int,
    _ end: Int,
    in text: Span<UInt8>,
    _ findings: inout [Finding]
  ) {
    var position = start
    while position < end, let next = Placeholder.end(in: text, at: position) { position = next }
    guard position < end else { return }
    findings.append(Finding(start: start, end: end, placeholder: .url))
  }

  /// Whether a scheme of two letters or more stands before the colon; `file` is none here, and one
  /// letter is a drive.
  private static func isScheme(before colon: Int, in text: Span<UInt8>) -> Bool {
    var start = colon
    while start > 0, colon - start < 24, isSchemeByte(text[start - 1]) { start -= 1 }
    return colon - start > 1 && !local.containsFolded(text, from: start, to: colon)
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == ASCII.plus || byte == ASCII.minus
  }

  private static let local = WordTable("file")
}

/// One URL, from the end of its `://` on:
///
///     https://jane:x@app.acme.example/brand/x?y=1#z).
///             ^     ^                ^               ^
///             start at               tail            end; the body ends before `).`
private struct URLRun {
  let start: Int
  /// The last `@` of the authority, or -1.
  private(set) var at = -1
  /// Where the authority ends: at a slash, a question mark, a number sign, or with the run.
  private(set) var tail: Int
  /// Where to go on.
  private(set) var end: Int
  /// The first colon of the authority behind its last `@`, or -1.
  private var colon = -1

  init(in text: Span<UInt8>, at schemeColon: Int) {
    start = schemeColon + 3
    tail = start
    while let next = Self.next(in: text, after: tail), !Self.beginsTail(text[tail]) {
      if text[tail] == ASCII.at { (at, colon) = (tail, -1) }
      if text[tail] == ASCII.colon, colon < 0 { colon = tail }
      tail = next
    }
    end = tail
    guard tail < text.count, Self.beginsTail(text[tail]) else { return }
    // `http://a.example,http://b.example`: the second scheme is no port of the first.
    if tail + 1 < text.count, text[tail] == ASCII.slash, text[tail + 1] == ASCII.slash,
      tail > start, text[tail - 1] == ASCII.colon
    {
      end = tail - 1
      tail = end
      return
    }
    while let next = Self.next(in: text, after: end) { end = next }
  }

  private static func beginsTail(_ byte: UInt8) -> Bool {
    byte == ASCII.slash || byte == ASCII.question || byte == ASCII.hash
  }

  /// The position after the byte or placeholder at `position`, if the URL goes on with it.
  private static func next(in text: Span<UInt8>, after position: Int) -> Int? {
    guard position < text.count else { return nil }
    switch text[position] {
    case 0...ASCII.space, ASCII.delete, ASCII.quote, ASCII.backtick, ASCII.greater: return nil
    case ASCII.less: return Placeholder.end(in: text, at: position)
    case ASCII.apostrophe: return closes(in: text, at: position + 1) ? nil : position + 1
    case 0x80...: return Typography.pathBreak(in: text, at: position) > 0 ? nil : position + 1
    default: return position + 1
    }
  }

  /// Whether what stands at `position` shows that the apostrophe before it was a quote.
  private static func closes(in text: Span<UInt8>, at position: Int) -> Bool {
    guard position < text.count else { return true }
    switch text[position] {
    case 0...ASCII.space, ASCII.delete, ASCII.quote, ASCII.apostrophe, ASCII.backtick, ASCII.less,
      ASCII.greater, ASCII.comma, ASCII.semicolon, ASCII.colon, ASCII.dot, ASCII.rightParenthesis,
      ASCII.rightBracket, ASCII.rightBrace, ASCII.exclamation:
      return true
    default: return Typography.pathBreak(in: text, at: position) > 0
    }
  }

  /// The end of the run without the punctuation of what stands around it.
  func trimmedEnd(in text: Span<UInt8>) -> Int {
    var last = end
    while last > tail {
      switch text[last - 1] {
      case ASCII.dot, ASCII.comma, ASCII.semicolon, ASCII.colon, ASCII.exclamation, ASCII.question,
        ASCII.apostrophe, ASCII.rightParenthesis, ASCII.rightBracket, ASCII.rightBrace,
        ASCII.asterisk, ASCII.bar, ASCII.backslash, ASCII.tilde:
        last -= 1
      default: return last
      }
    }
    return last
  }

  /// What goes of the tail, without the byte that parts it from what stays.
  func body(in text: Span<UInt8>, keepsPath: Bool) -> Range<Int>? {
    let last = trimmedEnd(in: text)
    var first = tail
    if keepsPath {
      while first < last, text[first] != ASCII.question, text[first] != ASCII.hash { first += 1 }
    }
    return first + 1 < last ? first + 1..<last : nil
  }

  /// Whether the authority is none: what stands behind its colon is no port, and an `@` in the tail
  /// shows that a password held the byte that seemed to end it. Digits there are a password's if a user
  /// stands before them and the next `@` in the same segment (`jane:12/34pw@host`).
  func isUnparted(in text: Span<UInt8>) -> Bool {
    let first = max(start, at + 1)
    guard colon > first, text[first] != ASCII.leftBracket else { return false }
    var port = colon + 1
    while port < tail, text[port].isDigit { port += 1 }
    if port == tail || port > colon + 1 && !text[port].isWord {
      return at < 0 && port == tail
        && Userinfo.holdsSlash(in: text, user: start..<colon, from: tail, to: end)
    }
    var position = tail
    while position < end {
      if text[position] == ASCII.at { return true }
      position += 1
    }
    return false
  }
}

extension URLMasking {
  /// Whether a text masked by `coarser` can be computed from one that this one masked.
  package func refines(_ coarser: URLMasking) -> Refinement {
    Refinement(keepsPath || !coarser.keepsPath)
  }
}
