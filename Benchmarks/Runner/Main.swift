internal import GauzeSystem

/// `GauzeBenchmarks [--filter PREFIX] [--json FILE] [--quick]`: exit status 1 if an output is wrong
/// or a record or policy allocates in the steady state, 2 if the arguments are, 3 if a file is.
@main
struct Main {
  private var filter = ""
  private var json: FilePath?
  private var isQuick = false

  static func main() {
    guard let options = Main(CurrentProcess.arguments) else {
      StandardError.write("usage: GauzeBenchmarks [--filter PREFIX] [--json FILE] [--quick]\n")
      CurrentProcess.exit(2)
    }
    CurrentProcess.exit(options.run())
  }

  private init?(_ arguments: [FilePath]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument.text {
      case "--quick": isQuick = true
      case "--filter":
        guard let prefix = rest.popFirst() else { return nil }
        filter = prefix.text
      case "--json":
        guard let file = rest.popFirst() else { return nil }
        json = file
      default: return nil
      }
    }
  }

  private func run() -> Int32 {
    let isCounting = Allocations.beginCounting()
    var suite = Suite(
      filter: filter,
      effort: isQuick ? .quick : .full,
      countsAllocations: isCounting
    )
    do {
      try suite.run()
    } catch {
      StandardError.write("error: a benchmark's schema or policy does not load\n")
      return 1
    }
    let report = Report(machine: Machine(), results: suite.results, isQuick: isQuick)
    print(report.table)
    if !isCounting { StandardError.write("note: allocations cannot be counted here\n") }
    for failure in report.failures { StandardError.write("error: \(failure)\n") }
    if let json {
      do throws(SystemError) {
        var file = try OutputFile(json)
        try file.write(report.json.span)
        try file.commit()
      } catch {
        StandardError.write("error: \(error)\n")
        return 3
      }
    }
    return report.failures.isEmpty ? 0 : 1
  }
}
