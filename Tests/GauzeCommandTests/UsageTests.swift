import Foundation
import Testing

/// What a person meets first: no arguments, help, slips of the finger.
@Suite struct UsageTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  static let commands = [
    "sanitize", "verify", "explain", "apply", "check", "prove", "digest", "schemas", "demo",
    "diff", "gate", "init",
  ]

  @Test func showsTheOverviewAsAnErrorWithoutArguments() throws {
    let run = try place.gauze()
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    for command in Self.commands { #expect(run.errors.contains("\n  \(command) ")) }
    #expect(run.errors.contains("gauze demo"))
    #expect(run.errors.contains("Exit status: 0"))
  }

  @Test(arguments: ["--help", "-h", "help"])
  func showsTheOverviewAsDataWhenAsked(_ word: String) throws {
    let run = try place.gauze(word)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.text == (try place.gauze().errors))
  }

  @Test(arguments: ["--version", "-V"])
  func tellsItsVersion(_ word: String) throws {
    let run = try place.gauze(word)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let words = run.text.split(whereSeparator: \.isWhitespace)
    #expect(words.count == 2)
    #expect(words.first == "gauze")
    #expect(words.last?.split(separator: ".").count == 3)
  }

  @Test(arguments: commands)
  func explainsEachCommand(_ command: String) throws {
    let run = try place.gauze(command, "--help")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.text.hasPrefix("gauze \(command): "))
    #expect(run.text.contains("\nUsage: gauze \(command)"))
    #expect(run.text.contains("  -h, --help"))
    #expect(!run.text.contains("\u{1B}"))
    for line in run.text.split(separator: "\n") { #expect(line.count <= 120, "\(line)") }
    #expect(try place.gauze("help", command).text == run.text)
    #expect(try place.gauze(command, "-h").text == run.text)
    #expect(try place.gauze(command, "nothing", "--help").text == run.text)
  }

  @Test func readsHelpAsAFileNameBehindTwoDashes() throws {
    let run = try place.gauze("digest", "--", "--help")
    #expect(run.status == 3)
    #expect(run.errors == "gauze: --help: cannot open: No such file or directory\n")
  }

  @Test(arguments: [
    ("sanitise", "sanitize"), ("verfy", "verify"), ("expalin", "explain"), ("aply", "apply"),
    ("chekc", "check"), ("digets", "digest"), ("shcemas", "schemas"), ("dmeo", "demo"),
    ("porve", "prove"),
    ("--sanitize", "sanitize"), ("Sanitize", "sanitize"),
  ])
  func suggestsTheCommandThatWasMeant(_ typed: String, _ meant: String) throws {
    let run = try place.gauze(typed, "app.jsonl")
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    #expect(run.errors == "gauze: unknown command \(typed); did you mean gauze \(meant)?\n")
  }

  @Test func pointsToTheListForAWordLikeNoCommand() throws {
    let run = try place.gauze("scrumptious")
    #expect(run.status == 2)
    #expect(run.errors.contains("gauze --help lists the commands"))
    #expect(try place.gauze("help", "scrumptious").status == 2)
  }

  @Test(arguments: [
    ("--shcema=x", "--schema"), ("--reject", "--rejects"), ("--maxrejects", "--max-rejects"),
    ("--line-bufferd", "--line-buffered"), ("-schema", "--schema"), ("--repotr=x", "--report"),
    ("--outptu", "--output"),
  ])
  func suggestsTheOptionThatWasMeant(_ typed: String, _ meant: String) throws {
    let run = try place.gauze("sanitize", typed)
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains("unknown option"))
    #expect(run.errors.contains("did you mean \(meant)?"))
  }

  @Test func doesNotRepeatTheValueOfAnUnknownOption() throws {
    let run = try place.gauze("sanitize", "--kye=zebra-secret")
    #expect(run.status == 2)
    #expect(!run.errors.contains("zebra"))
  }

  @Test(arguments: [
    (["sanitize", "--schema"], "--schema needs a value"),
    (["sanitize", "-o"], "--output needs a value"),
    (["sanitize", "-o", ""], "--output needs a value"),
    (["sanitize", "--rejects="], "--rejects needs a value"),
    (["sanitize", "--line-buffered=yes"], "--line-buffered takes no value"),
    (["sanitize", "--form", "cooked"], "--form takes raw or wire"),
    (["sanitize", "--unknown", "keep"], "--unknown takes reject or drop"),
    (["sanitize", "-o", "a", "-o", "b"], "--output is given twice"),
    (["sanitize", "--schema", "a", "--schema", "b"], "--schema is given twice"),
    (["sanitize", "--report", "report.html"], "--report takes a file that ends in .json"),
    (["sanitize", "--max-rejects", "few"], "--max-rejects takes a number or a percentage"),
    (["sanitize", "--max-rejects", "-1"], "--max-rejects takes a number or a percentage"),
    (["sanitize", "--max-rejects", "101%"], "--max-rejects takes a number or a percentage"),
    (["sanitize", "--max-rejects", "1.234%"], "--max-rejects takes a number or a percentage"),
    (["sanitize", "--max-rejects", "99999999999999999999"], "--max-rejects takes a number"),
    (["sanitize", "--max-rejects", "%"], "--max-rejects takes a number"),
    (["explain", "a", "b"], "gauze explain takes one file at most"),
    (["explain", "--line", "x"], "--line takes"),
    (["explain", "--line", "0"], "--line takes"),
    (["explain", "--line", "1", "--line", "2"], "--line is given twice"),
    (["apply"], "name a policy"),
    (["check"], "this is no git checkout"),
    (["gate", "--staged", "--fix"], "--fix writes files"),
    (["schemas", "a", "b"], "gauze schemas takes one name at most"),
    (["demo", "a"], "gauze demo takes nothing"),
  ])
  func saysWhatIsWrongWithACall(_ arguments: [String], _ words: String) throws {
    let run = try place.gauze(arguments, input: Samples.good + "\n")
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    #expect(run.errors.hasPrefix("gauze: "))
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(place.names.isEmpty)
  }

  @Test func letsNoNameOfAFileCommandTheTerminal() throws {
    for arguments in [["sanitize", "\u{1B}[2J"], ["\u{1B}[2J"], ["sanitize", "--\u{1B}[2J"]] {
      #expect(!(try place.gauze(arguments).errors.contains("\u{1B}")))
    }
  }

  @Test func failsWhereItsTextCannotBeWritten() throws {
    for line in [
      "--help", "--version", "schemas", "schemas cli-telemetry", "demo", "digest",
      "check cli-telemetry", "sanitize --help",
    ] {
      let run = try place.shell("\"$GAUZE\" \(line) < /dev/null > /dev/full")
      #expect(run.status == 3, "\(line)")
      #expect(run.errors == "gauze: standard output: cannot write: No space left on device\n")
    }
  }

  @Test func showsADemonstrationThatNeedsNothing() throws {
    let run = try place.gauze("demo")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(!run.text.contains("\u{1B}"))
    #expect(run.text.contains("unknown-field at /5"))
    #expect(place.names.isEmpty)
    // What is shown before is the sample; what is shown after must hold nothing of these.
    for line in run.lines where line.hasPrefix("after") {
      for word in ["hunter2", "Jane.Doe", "JANES"] { #expect(!line.contains(word)) }
    }
  }

  @Test func listsAndPrintsTheBuiltInSchemas() throws {
    let list = try place.gauze("schemas")
    #expect(list.status == 0)
    #expect(list.errors.isEmpty)
    let names = list.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names.contains("cli-telemetry"))
    try place.put("0123456789abcdef0123456789abcdef", as: "key")
    for name in names {
      let schema = try place.gauze("schemas", name)
      #expect(schema.status == 0)
      #expect(try object(schema.text)["name"] as? String == name)
      try place.put(schema.text, as: "\(name).json")
      #expect(try place.gauze("check", "--key", "install=key", "\(name).json").status != 2)
    }
    let none = try place.gauze("schemas", "cli-telemtry")
    #expect(none.status == 2)
    #expect(none.text.isEmpty)
  }
}
