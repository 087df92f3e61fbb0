internal import Gauze
internal import GauzeSystem

/// The line that a run ends with.
struct Summary {
  let line: String

  init(_ sanitizer: borrowing Sanitizer, bytes: Int, nanoseconds: UInt64) {
    let tally = sanitizer.tally
    var causes: [String] = []
    for code in ViolationCode.allCases where tally.rejections[Int(code.rawValue)] > 0 {
      causes.append("\(code.word) \(Columns.grouped(tally.rejections[Int(code.rawValue)]))")
    }
    let seconds = Double(nanoseconds) / 1e9
    let rate = seconds > 0 ? Double(bytes) / 1e6 / seconds : 0
    let parts = [
      "read \(Columns.grouped(tally.accepted + tally.rejected))",
      "accepted \(Columns.grouped(tally.accepted))",
      "rejected \(Columns.grouped(tally.rejected))"
        + (causes.isEmpty ? "" : " (\(causes.joined(separator: ", ")))"),
      "fields dropped \(Columns.grouped(tally.droppedFields))",
      "\(Columns.decimal(seconds)) s",
      "\(Columns.decimal(rate)) MB/s",
    ]
    line = parts.joined(separator: " · ")
  }
}

/// One line on a terminal that says how far a run has come.
final class Progress {
  private let start: UInt64
  private let size: Int?
  private var last: UInt64
  private var isShown = false

  /// `size` is how many bytes there are, if that is known.
  init(start: UInt64, size: Int?) {
    self.start = start
    self.size = size
    last = start
  }

  func show(_ sanitizer: borrowing Sanitizer, _ bytes: Int) {
    let now = MonotonicClock.now
    guard now - last > 300_000_000 else { return }
    last = now
    isShown = true
    let summary = Summary(sanitizer, bytes: bytes, nanoseconds: now - start).line
    let text =
      Self.left(bytes, of: size, after: now - start).map { "\($0) · \(summary)" } ?? summary
    let width = (Terminal.width() ?? 80) - 1
    StandardError.write("\r\u{1B}[K\(text.prefix(width))")
  }

  /// How much is done and how long the rest will take if it goes on so, as `43% · 1:05 left`; nil if
  /// nobody knows.
  static func left(_ bytes: Int, of size: Int?, after nanoseconds: UInt64) -> String? {
    guard let size, size > 0, bytes > 0 else { return nil }
    let done = min(Double(bytes) / Double(size), 1)
    // Held within what an Int can say: far more than any run.
    let seconds = Int(min(Double(nanoseconds) / 1e9 * (1 - done) / done, 1e9) + 0.5)
    let hours = seconds >= 3600 ? "\(seconds / 3600):" : ""
    let minutes = Self.padded(seconds / 60 % 60, isFirst: hours.isEmpty)
    return "\(Int(done * 100))% · \(hours)\(minutes):\(padded(seconds % 60, isFirst: false)) left"
  }

  private static func padded(_ number: Int, isFirst: Bool) -> String {
    number < 10 && !isFirst ? "0\(number)" : "\(number)"
  }

  func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
    isShown = false
  }
}
