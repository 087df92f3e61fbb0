internal import Gauze

// Whether anything is sent, who decides it, and how to say no.

extension PageDraft {
  /// The default, every place where people can answer, and commands that say no.
  mutating func writeConsent() {
    guard let consent = schema.consent else {
      page.paragraph("The schema asks nobody, so nothing may be sent.")
      return
    }
    page.paragraph(
      consent.isOptIn
        ? "**Off until you say yes.** While nobody has answered, nothing is sent."
        : "**On until you say no.** While nobody has answered, records are sent."
    )
    if consent.sources.isEmpty {
      page.paragraph("The schema names no place where you could answer.")
      return
    }
    page.table(
      ["What is asked", "Yes", "No"],
      consent.sources.map { source in
        [
          Self.place(source),
          source.on.isEmpty ? "cannot say yes" : MarkdownText.list(source.on),
          source.off.isEmpty ? "any other value" : MarkdownText.list(source.off),
        ]
      }
    )
    page.list(Self.rules(of: consent))
    writeOffSwitches(consent)
  }

  private static func place(_ source: ConsentSource) -> String {
    let name = MarkdownText.code(source.name)
    if source.isVariable { return "the environment variable \(name)" }
    return source.kind.span.equals("config") ? "the setting \(name)" : "the stored answer \(name)"
  }

  private static func rules(of consent: Consent) -> [String] {
    var rules = [
      "One no is enough, whatever other places say.",
      "A value that is neither a yes nor a no above counts as no.",
      "A place that cannot be read counts as no.",
    ]
    if consent.sources.contains(where: \.isVariable) {
      let isListed = consent.sources.contains { ($0.on + $0.off).contains([]) }
      rules.append(
        "An empty environment variable counts as not set"
          + (isListed ? ", unless the table says what the empty text means." : ".")
      )
    }
    if consent.sources.contains(where: { $0.kind.span.equals("stored") }) {
      rules.append(
        "The present question is number \(consent.epoch). A stored yes to an earlier one no longer "
          + "counts: unless another place says yes, nothing is sent until you are asked anew."
      )
    }
    return rules
  }

  /// Commands for the program's first variable that a shell can set, and for `DO_NOT_TRACK`;
  /// everything else by name, or as the schema's own instructions have it.
  private mutating func writeOffSwitches(_ consent: Consent) {
    let settable = consent.sources.filter { $0.offSwitch != nil }
    let own = settable.first { !$0.isDoNotTrack }?.name
    let typed = settable.filter { $0.isDoNotTrack || $0.name == own }
    let switches = typed.compactMap(\.offSwitch)
    if !switches.isEmpty {
      let rest = switches.count == 1 ? "" : "; each of these lines suffices"
      page.paragraph("To turn it off, in a shell\(rest):")
      page.code("sh", switches.map(\.shell))
      page.paragraph("In PowerShell:")
      page.code("powershell", switches.map(\.powerShell))
    }
    var ways = consent.instructions.map(MarkdownText.sentence)
    // Where the schema says it in its own words, those suffice: not every variable that is asked is
    // there to be set by people.
    if ways.isEmpty {
      let names = typed.filter(\.isVariable).map(\.name)
      ways = consent.sources.filter { !$0.isVariable || !names.contains($0.name) }.map { source in
        let value = source.off.first.map(MarkdownText.code) ?? "anything that is no yes"
        return "Set \(Self.place(source)) to \(value)."
      }
    }
    if ways.isEmpty { return }
    page.paragraph(switches.isEmpty ? "To turn it off:" : "Or:")
    page.list(ways)
  }
}

extension ConsentSource {
  fileprivate var isVariable: Bool { kind.span.equals("env") }

  /// The variable that many programs heed.
  fileprivate var isDoNotTrack: Bool { isVariable && name.span.equals("DO_NOT_TRACK") }

  /// The command that says no; nil if it is no variable that a shell could set.
  fileprivate var offSwitch: OffSwitch? {
    isVariable ? offValue.flatMap { OffSwitch(name: name, value: $0) } : nil
  }

  /// A value that says no and can be typed.
  fileprivate var offValue: [UInt8]? {
    if let value = off.first(where: OffSwitch.canBeTyped) { return value }
    // What is no yes is a no.
    let others = ["0", "off", "no"].map { Array($0.utf8) }
    return others.first { !on.contains($0) }
  }
}

/// A command that sets an environment variable, in two shells.
struct OffSwitch {
  /// For a shell of POSIX.
  let shell: String
  /// For PowerShell.
  let powerShell: String

  /// A command for the variable `name`; nil if no shell could set it.
  init?(name: [UInt8], value: [UInt8]) {
    guard let first = name.first, !first.isDigit, name.allSatisfy({ $0.isASCIIWord }),
      Self.canBeTyped(value)
    else { return nil }
    let name = String(decoding: name, as: UTF8.self)
    let isPlain = value.allSatisfy { $0.isASCIIWord || $0 == ASCII.minus || $0 == ASCII.dot }
    shell = "export \(name)=" + (isPlain ? Self.text(value) : Self.quoted(value, #"'\''"#))
    powerShell = "$env:\(name) = " + Self.quoted(value, "''")
  }

  /// Whether a value is printable ASCII, and not empty: an empty variable is an unset one.
  static func canBeTyped(_ value: [UInt8]) -> Bool {
    !value.isEmpty && value.allSatisfy { $0 >= ASCII.space && $0 < ASCII.delete }
  }

  private static func quoted(_ value: [UInt8], _ quote: String) -> String {
    let parts = value.split(separator: ASCII.apostrophe, omittingEmptySubsequences: false)
    return "'\(parts.map { text(Array($0)) }.joined(separator: quote))'"
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
