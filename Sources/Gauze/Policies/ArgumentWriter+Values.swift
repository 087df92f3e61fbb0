// What becomes of one value, once its name has told all that it can.

extension ArgumentWriter {
  func value(
    _ text: Span<UInt8>,
    _ steps: inout JSONSteps,
    _ place: Place,
    _ space: inout ContainerSpace
  ) {
    let byte = steps.peek(text)
    switch byte {
    case ASCII.lowerT, ASCII.lowerF, ASCII.lowerN:
      space.content.append(text.extracting(steps.skip(text)))
    case _ where place.isSensitive:
      steps.skip(text)
      space.content.append("\"<secret>\"")
    case ASCII.quote:
      self.text(steps.takeString(text), text, place, &space)
    case ASCII.leftBrace, ASCII.leftBracket:
      if place.level >= masking.depth {
        steps.skip(text)
        space.content.append(byte == ASCII.leftBrace ? "\"{…}\"" : "\"[…]\"")
      } else if byte == ASCII.leftBrace {
        object(text, &steps, place, &space)
      } else {
        array(text, &steps, place, &space)
      }
    default:
      number(text.extracting(steps.skip(text)), place, &space)
    }
  }

  private func object(
    _ text: Span<UInt8>,
    _ steps: inout JSONSteps,
    _ place: Place,
    _ space: inout ContainerSpace
  ) {
    let siblings = siblings(text, steps, holdsSQL: place.holdsSQL, &space)
    var position = 0
    steps.open(text)
    space.content.append(ASCII.leftBrace)
    while let name = steps.nextMember(text) {
      member(name, text, &steps, at: position, place, siblings, &space)
      position += 1
    }
    space.content.append(ASCII.rightBrace)
  }

  private func array(
    _ text: Span<UInt8>,
    _ steps: inout JSONSteps,
    _ place: Place,
    _ space: inout ContainerSpace
  ) {
    var item = place
    item.level += 1
    var isFirst = true
    // The flag before which a program of the list takes a password: `sshpass -p hunter2`.
    var flags = CommandFlags()
    steps.open(text)
    space.content.append(ASCII.leftBracket)
    while steps.nextItem(text) {
      if !isFirst { space.content.append(ASCII.comma) }
      isFirst = false
      var announced = false
      if steps.peek(text) == ASCII.quote {
        var ahead = steps
        space.readText(ahead.takeString(text), in: text)
        if item.isSensitive, item.keepsTexts, CommandFlags.isSign(space.text.span) {
          // `["PASSWORD", "=", "hunter2"]`
          space.content.append(text.extracting(steps.skip(text)))
          continue
        }
        space.foldText()
        announced = Self.isSensitiveWord(space.text.span)
      }
      let start = space.content.count + 1
      value(text, &steps, item, &space)
      // What was masked may be a name too, and must be judged as a second pass would: it holds no escape.
      let end = space.content.count - 1
      if start < end {
        let masked = space.content.span.extracting(start..<end)
        let isProgram = flags.note(masked)
        announced = announced || flags.takes || Self.isSensitiveWord(masked)
        if isProgram { announced = false }
      }
      item.isSensitive = announced
    }
    space.content.append(ASCII.rightBracket)
  }

  private func number(_ written: Span<UInt8>, _ place: Place, _ space: inout ContainerSpace) {
    let isKept =
      place.keepsNumbers && !place.isBound && Self.isSetting(written)
      && scrubs[0].isFixpoint(written, &space.scrub)
    if isKept { space.content.append(written) } else { space.content.append("\"?\"") }
  }

  /// Whether a number is small and short enough to be a setting: a longer one is an id or a telephone
  /// number.
  private static func isSetting(_ written: Span<UInt8>) -> Bool {
    guard let number = JSONNumber(written) else { return false }
    return number.count <= mostDigits && number >= smallest && number <= largest
  }

  private static let mostDigits = 9
  private static let smallest = JSONNumber(-1_000_000_000)
  private static let largest = JSONNumber(1_000_000_000)

  private func text(
    _ token: JSONToken,
    _ text: Span<UInt8>,
    _ place: Place,
    _ space: inout ContainerSpace
  ) {
    space.readText(token, in: text)
    let isStandIn = Self.isStandIn(space.text.span)
    // What stands behind a flag that was masked here stays a secret.
    if place.isBound || !place.keepsTexts {
      if isStandIn || space.text.span.equals("<secret>") {
        Self.write(space.text, to: &space.content)
      } else {
        space.content.append("\"?\"")
      }
      return
    }
    let scrub = scrub(for: space.text.span, holdsSQL: place.holdsSQL)
    if isStandIn || Self.apply(scrub, space.text, &space.scrub).text == .original {
      Self.write(space.text, to: &space.content)
    } else {
      Self.write(space.scrub.text, to: &space.content)
    }
  }

  /// What masks a text: one that is a statement by its form needs more.
  func scrub(for text: Span<UInt8>, holdsSQL: Bool) -> TextScrub {
    scrubs[holdsSQL || SQLStatement.stands(in: text) ? 1 : 0]
  }

  /// Whether a text stands for a value that is not shown.
  private static func isStandIn(_ text: Span<UInt8>) -> Bool {
    text.equals("?") || text.equals("{…}") || text.equals("[…]")
  }

  // A span of one buffer of the space would borrow all of it.

  static func apply(
    _ scrub: TextScrub,
    _ text: borrowing ByteBuffer,
    _ space: inout ScrubSpace
  ) -> ScrubResult {
    scrub.apply(text.span, &space)
  }

  private static func write(_ text: borrowing ByteBuffer, to output: inout ByteBuffer) {
    JSONText.write(text.span, to: &output)
  }
}
