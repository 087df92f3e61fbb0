internal import Gauze
internal import GauzeSystem

/// How long and how often to measure.
struct Effort {
  /// The least time of one repeat, in nanoseconds.
  let repeatTime: UInt64
  let repeats: Int

  /// Enough to tell five percent apart on a quiet machine.
  static let full = Effort(repeatTime: 20_000_000, repeats: 9)
  /// Only shows that everything runs.
  static let quick = Effort(repeatTime: 1_000_000, repeats: 3)
}

/// What was measured of one benchmark.
struct Measurement {
  let name: String
  /// Inputs in one pass.
  let values: Int
  /// Bytes of input in one pass.
  let bytes: Int
  /// Nanoseconds for one pass, and for the yardstick over the same bytes.
  let time: Double
  let yardstick: Double
  /// Heap allocations of a number of passes; nil if they cannot be counted.
  let allocations: Int?
  /// The inputs of those passes.
  let countedValues: Int
  /// What was wrong with the output; nil if it was as expected.
  let fault: String?

  var timePerValue: Double { time / Double(values) }
  var megabytesPerSecond: Double { Double(bytes) / time * 1000 }
  var ratio: Double { time / yardstick }
  var allocationsPerValue: Double? { allocations.map { Double($0) / Double(countedValues) } }
}

extension Measurement {
  /// Measures a workload whose output was looked at before. A repeat of the workload and one of the
  /// yardstick take turns, so that both see the same machine; the median of each counts.
  init(
    _ name: String,
    _ work: inout some Workload,
    fault: String?,
    _ effort: Effort,
    countsAllocations: Bool
  ) {
    var output = ByteBuffer()
    let bytes = work.inputs.bytes
    // Twice, so that all memory has grown to what it needs.
    work.pass(&output)
    work.pass(&output)
    let passes = Self.calibrated(effort) { work.pass(&output) }
    let counts = Self.calibrated(effort) { Self.keep(countLineFeeds(bytes.span)) }
    var times = [Double](repeating: 0, count: effort.repeats)
    var yardsticks = times
    for index in 0..<effort.repeats {
      times[index] = Self.time(passes) { work.pass(&output) }
      yardsticks[index] = Self.time(counts) { Self.keep(countLineFeeds(bytes.span)) }
    }
    let counted = min(passes, 100)
    let before = Allocations.total
    for _ in 0..<counted { work.pass(&output) }
    let allocations = Allocations.total - before
    self.name = name
    self.fault = fault
    values = work.inputs.ranges.count
    self.bytes = bytes.count
    time = times.sorted()[effort.repeats / 2]
    yardstick = yardsticks.sorted()[effort.repeats / 2]
    self.allocations = countsAllocations ? allocations : nil
    countedValues = counted * values
  }

  /// How many passes fill one repeat.
  private static func calibrated(_ effort: Effort, _ pass: () -> Void) -> Int {
    var count = 1
    while count < 1 << 30 {
      let elapsed = UInt64(time(count, pass) * Double(count))
      if elapsed >= effort.repeatTime { break }
      count *= elapsed * 8 < effort.repeatTime ? 8 : 2
    }
    return count
  }

  /// Nanoseconds for one of `count` passes.
  private static func time(_ count: Int, _ pass: () -> Void) -> Double {
    let start = MonotonicClock.now
    for _ in 0..<count { pass() }
    return Double(MonotonicClock.now - start) / Double(count)
  }

  /// Keeps the optimiser from dropping what gave `value`.
  @inline(never)
  private static func keep(_ value: Int) {
    kept = value
  }

  nonisolated(unsafe) private static var kept = 0
}
