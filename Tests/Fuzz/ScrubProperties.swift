import Gauze

/// What holds of every scrub and every text.
enum ScrubProperties {
  /// The memory that the engine would reuse from text to text.
  private nonisolated(unsafe) static var worn = ScrubSpace()

  static func judge(_ scrub: TextScrub, _ text: [UInt8]) {
    let clean = apply(scrub, text, &worn)
    var fresh = ScrubSpace()
    hold(apply(scrub, text, &fresh) == clean, "an earlier text changes nothing", text, clean)
    hold(UTF8Text.isValid(clean.span), "what leaves is UTF-8", text, clean)
    if let limit = scrub.limit {
      hold(UTF8Text.scalarCount(clean.span) <= limit, "what leaves is bounded", text, clean)
    }
    hold(scrub.isFixpoint(clean.span, &worn), "what leaves passes verify", text, clean)
    let again = apply(scrub, clean, &worn)
    hold(again == clean, "scrubbing twice changes nothing", text, clean, again)
    guard scrub.detectors.count > 1 else { return }
    var turned = scrub
    turned.detectors.reverse()
    let other = apply(turned, text, &worn)
    hold(other == clean, "the order of detectors changes nothing", text, clean, other)
  }

  private static func apply(
    _ scrub: TextScrub,
    _ text: [UInt8],
    _ space: inout ScrubSpace
  ) -> [UInt8] {
    switch scrub.apply(text.span, &space).text {
    case .original: text
    case .scrubbed: space.text.bytes
    }
  }
}
