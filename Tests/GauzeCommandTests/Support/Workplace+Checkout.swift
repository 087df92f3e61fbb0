import Foundation
import Testing

/// A git checkout in the workplace's folder `repo`.
extension Workplace {
  /// Runs lines of shell in the checkout, up to the first that fails; `$GAUZE` is the program.
  func inCheckout(_ lines: String) throws -> Outcome {
    var environment = GateTests.environment
    environment["GIT_DIR"] = nil
    environment["GAUZE"] = Self.program.path
    return try run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-ec", "cd repo\n\(lines)"],
      input: nil,
      environment: environment
    )
  }

  /// What lines of shell print in the checkout, each of which must go well.
  func printed(inCheckout lines: String) throws -> String {
    let run = try inCheckout(lines)
    #expect(run.status == 0, "\(lines): \(run.text)\(run.errors)")
    return run.text
  }
}
