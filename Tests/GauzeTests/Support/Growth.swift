import Foundation

/// Judges how work grows with its input, by this thread's processor time: what else the machine does
/// hardly counts, and the best of several tries is taken.
enum Growth {
  /// Whether eight times the text takes less than ten times as long.
  static func isLinear(_ shape: String, from size: Int = 2000, _ work: (Span<UInt8>) -> Void)
    -> Bool
  {
    func seconds(_ size: Int) -> Double {
      let count = size / max(shape.utf8.count, 1)
      let bytes = Array(String(repeating: shape, count: count).utf8)
      return (0..<3).reduce(Double.infinity) { best, _ in
        let start = now()
        work(bytes.span)
        return min(best, now() - start)
      }
    }
    return (0..<8).contains { _ in seconds(size * 8) < 10 * seconds(size) }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
