internal import Gauze
internal import GauzeSystem

/// A run's results as a table for people and as JSON for programs.
struct Report {
  let machine: Machine
  let results: [Measurement]
  let isQuick: Bool

  /// What makes the run fail, one line each.
  var failures: [String] {
    var failures: [String] = []
    for result in results {
      if let fault = result.fault { failures.append("\(result.name): \(fault)") }
      guard let allocations = result.allocations else { continue }
      let isControl = result.name.hasPrefix("control/")
      if isControl, allocations < result.countedValues * 2 {
        failures.append("\(result.name): the counter does not count")
      }
      let mustNotAllocate = ["trip/", "policy/"].contains { result.name.hasPrefix($0) }
      // Unoptimised code allocates what the optimiser would keep on the stack.
      if mustNotAllocate, machine.isOptimised, allocations > 0 {
        failures.append("\(result.name): \(allocations) allocations in the steady state")
      }
    }
    return failures
  }

  // MARK: - For people

  /// The table. A quick run's times are there to show that they were taken.
  var table: String {
    var lines = [
      "processor  \(machine.processor), \(machine.cores) cores",
      "system     \(machine.system)",
      "swift      \(machine.swift)\(machine.isOptimised ? "" : ", DEBUG BUILD")",
      "command    \(machine.command)",
      "",
    ]
    if isQuick { lines.append("A quick run: these times cannot be compared with any other's.") }
    lines += [
      "ns/value: median time for one event, text, number or message.",
      "ratio: that time over the time of a plain byte loop that counts the line feeds in the same bytes",
      "       (\(yardstick) MB/s in this run).",
      "allocs: heap allocations per value once all memory has grown.",
      "",
      Self.row("benchmark", ["B/value", "ns/value", "MB/s", "ratio", "allocs"]),
    ]
    for result in results {
      let allocations = result.allocationsPerValue.map { Self.fixed($0, 2) } ?? "-"
      let cells = [
        Self.fixed(Double(result.bytes) / Double(result.values), 0),
        Self.fixed(result.timePerValue, 1),
        Self.fixed(result.megabytesPerSecond, 0),
        Self.fixed(result.ratio, 1),
        allocations == "0.00" ? "0" : allocations,
      ]
      lines.append(Self.row(result.name, cells) + (result.fault == nil ? "" : "  WRONG OUTPUT"))
    }
    return lines.joined(separator: "\n")
  }

  /// How fast the yardstick was over the most bytes.
  private var yardstick: String {
    guard let largest = results.max(by: { $0.bytes < $1.bytes }) else { return "-" }
    return Self.fixed(Double(largest.bytes) / largest.yardstick * 1000, 0)
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    let name = name + String(repeating: " ", count: max(34 - name.count, 1))
    return cells.reduce(name) { $0 + String(repeating: " ", count: max(12 - $1.count, 1)) + $1 }
  }

  /// `value` with `digits` digits after the point.
  private static func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "-" }
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((value * Double(scale)).rounded())
    guard digits > 0 else { return "\(scaled)" }
    let part = "\(scaled % scale)"
    return "\(scaled / scale)." + String(repeating: "0", count: digits - part.count) + part
  }

  // MARK: - For programs

  /// The same as one JSON object, with `allocations` null where they could not be counted.
  var json: [UInt8] {
    var output = ByteBuffer()
    output.append("{\"processor\":")
    Self.write(machine.processor, &output)
    output.append(",\"cores\":")
    output.append(decimal: machine.cores)
    for (label, text) in [
      (",\"system\":" as StaticString, machine.system), (",\"swift\":", machine.swift),
      (",\"command\":", machine.command),
    ] {
      output.append(label)
      Self.write(text, &output)
    }
    output.append(",\"comparable\":")
    output.append(isQuick || !machine.isOptimised ? "false" : "true")
    output.append(",\"benchmarks\":[")
    for (index, result) in results.enumerated() {
      output.append(index == 0 ? "\n" : ",\n")
      Self.write(result, &output)
    }
    output.append("\n]}\n")
    return output.bytes
  }

  private static func write(_ result: Measurement, _ output: inout ByteBuffer) {
    output.append("{\"name\":")
    write(result.name, &output)
    for (label, count) in [
      (",\"values\":" as StaticString, result.values), (",\"bytes\":", result.bytes),
    ] {
      output.append(label)
      output.append(decimal: count)
    }
    for (label, value) in [
      (",\"nanosecondsPerValue\":" as StaticString, result.timePerValue),
      (",\"megabytesPerSecond\":", result.megabytesPerSecond), (",\"ratio\":", result.ratio),
    ] {
      output.append(label)
      output.append(Array(fixed(value, 3).utf8))
    }
    output.append(",\"allocationsPerValue\":")
    output.append(Array((result.allocationsPerValue.map { fixed($0, 3) } ?? "null").utf8))
    output.append(result.fault == nil ? ",\"outputIsRight\":true}" : ",\"outputIsRight\":false}")
  }

  private static func write(_ text: String, _ output: inout ByteBuffer) {
    JSONText.write(Array(text.utf8).span, to: &output)
  }
}
