import Foundation

/// Judges how work grows with its input, by this thread's processor time: what else the machine does
/// hardly counts, and the best of several tries is taken.
enum Growth {
  /// Whether eight times the text takes less than ten times as long; `ending` comes once.
  static func isLinear(
    _ shape: String,
    ending: String = "",
    from size: Int = 2000,
    _ work: (Span<UInt8>) -> Void
  ) -> Bool {
    let texts = [size, size * 8].map { size in
      Array((String(repeating: shape, count: size / max(shape.utf8.count, 1)) + ending).utf8)
    }
    return isLinear(texts[0], texts[1], within: 10, work)
  }

  /// Whether `long` takes less than `ratio` times as long as `short`.
  static func isLinear(
    _ short: [UInt8],
    _ long: [UInt8],
    within ratio: Double,
    _ work: (Span<UInt8>) -> Void
  ) -> Bool {
    func seconds(_ text: [UInt8]) -> Double {
      (0..<3).reduce(Double.infinity) { best, _ in
        let start = now()
        work(text.span)
        return min(best, now() - start)
      }
    }
    return (0..<8).contains { _ in seconds(long) < ratio * seconds(short) }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
