internal import Gauze
internal import GauzeSystem

/// Makes an export full of planted secrets, or looks for them in what became of it:
///
///     GauzeCorpus --events N --seed S --output FILE --secrets FILE
///     GauzeCorpus --check FILE --secrets FILE
///
/// Exit status 1 if a secret survived, 2 if the arguments are
/// wrong, 3 if a file is.
@main
struct Main {
  private var values: [String: FilePath] = [:]

  static func main() {
    guard let options = Main(CurrentProcess.arguments) else {
      StandardError.write(
        """
        usage: GauzeCorpus [--events N] [--seed S] --output FILE --secrets FILE
               GauzeCorpus --check FILE --secrets FILE

        """
      )
      CurrentProcess.exit(2)
    }
    do throws(SystemError) {
      CurrentProcess.exit(try options.run())
    } catch {
      StandardError.write("error: \(error)\n")
      CurrentProcess.exit(3)
    }
  }

  private init?(_ arguments: [FilePath]) {
    var rest = arguments[...]
    while let name = rest.popFirst()?.text {
      let names = ["--events", "--seed", "--output", "--secrets", "--check"]
      guard names.contains(name), let value = rest.popFirst() else { return nil }
      values[name] = value
    }
    guard values["--secrets"] != nil, (values["--output"] == nil) != (values["--check"] == nil)
    else { return nil }
    for name in ["--events", "--seed"] where values[name].map({ Int($0.text) == nil }) ?? false {
      return nil
    }
  }

  private func run() throws(SystemError) -> Int32 {
    guard let secrets = values["--secrets"] else { return 2 }
    if let output = values["--check"] { return try check(output, secrets) }
    guard let output = values["--output"] else { return 2 }
    try generate(output, secrets)
    return 0
  }

  private func number(_ name: String, otherwise: Int) -> Int {
    values[name].flatMap { Int($0.text) } ?? otherwise
  }

  // MARK: - Making

  private func generate(_ output: FilePath, _ secrets: FilePath) throws(SystemError) {
    let start = MonotonicClock.now
    var corpus = Corpus(seed: UInt64(bitPattern: Int64(number("--seed", otherwise: 1))))
    var export = try OutputFile(output)
    var list = try OutputFile(secrets)
    var lines = ByteBuffer(capacity: 1 << 20)
    var size = 0
    for _ in 0..<max(number("--events", otherwise: 200_000), 0) {
      corpus.appendLine(to: &lines)
      if lines.count < 1 << 18 { continue }
      size += lines.count
      try export.write(lines.span)
      try list.write(corpus.filling.ledger.list.span)
      lines.removeAll()
      corpus.filling.ledger.list.removeAll()
    }
    size += lines.count
    try export.write(lines.span)
    try list.write(corpus.filling.ledger.list.span)
    try export.commit()
    try list.commit()
    let milliseconds = (MonotonicClock.now - start) / 1_000_000
    print("to be accepted  \(corpus.count.clean)")
    print("to be rejected  \(corpus.count.rejected)")
    print("blank lines     \(corpus.count.blank)")
    print("secrets         \(corpus.filling.ledger.count)")
    print("bytes           \(size) in \(milliseconds) ms")
  }

  // MARK: - Checking

  private func check(_ output: FilePath, _ secrets: FilePath) throws(SystemError) -> Int32 {
    let limit = 1 << 32
    var list = ByteBuffer()
    try InputFile(secrets).readAll(into: &list, limit: limit)
    guard var checker = Checker(list: list.span) else {
      StandardError.write("error: the list of secrets is not as GauzeCorpus writes it\n")
      return 2
    }
    list = ByteBuffer()
    var text = ByteBuffer()
    try InputFile(output).readAll(into: &text, limit: limit)
    let start = MonotonicClock.now
    checker.check(text.span)
    let milliseconds = (MonotonicClock.now - start) / 1_000_000
    var survived = 0
    print(Self.row("class", ["planted", "whole", "survived"]))
    for count in checker.finish() {
      let cells = [count.planted, count.whole, count.survived].map { "\($0)" }
      print(Self.row(count.label, cells))
      survived += count.survived
    }
    for place in checker.places { print("\(place.label) at byte \(place.offset)") }
    print("survivors: \(survived); \(text.count) bytes in \(milliseconds) ms")
    return survived == 0 ? 0 : 1
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    let name = name + String(repeating: " ", count: max(30 - name.count, 1))
    return cells.reduce(name) { $0 + String(repeating: " ", count: max(10 - $1.count, 1)) + $1 }
  }
}
