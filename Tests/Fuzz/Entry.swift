// What libFuzzer calls. One binary holds all targets; GAUZE_FUZZ names the one to run:
//
//     GAUZE_FUZZ=mask-sql SWIFT_BACKTRACE=enable=no .build/fuzz/gauze-fuzz Fixtures/Fuzz/mask-sql
//
// With GAUZE_FUZZ_SEEDS, it writes that target's first inputs to the folder of that name, and ends.
import Foundation

/// The target of this process; nil before libFuzzer has called `initialize`.
private nonisolated(unsafe) var chosen: FuzzTarget?

/// Chooses the target, once, before the first input.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutableRawPointer?,
  _ arguments: UnsafeMutableRawPointer?
) -> Int32 {
  // libFuzzer keeps the input of a process that aborts, but knows no SIGTRAP, with which Swift traps
  // on some processors.
  signal(SIGTRAP) { _ in abort() }
  let environment = ProcessInfo.processInfo.environment
  let word = environment["GAUZE_FUZZ"] ?? ""
  guard let target = FuzzTarget(rawValue: word) else {
    let words = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
    FileHandle.standardError.write(Data("GAUZE_FUZZ is none of: \(words)\n".utf8))
    exit(2)
  }
  if let folder = environment["GAUZE_FUZZ_SEEDS"] {
    do {
      try SeedMaking.write(target, to: folder)
      exit(0)
    } catch {
      FileHandle.standardError.write(Data("seeds could not be made: \(error)\n".utf8))
      exit(3)
    }
  }
  chosen = target
  return 0
}

/// Runs one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafeRawPointer?, _ count: Int) -> Int32 {
  // A copy of exactly the input's size: AddressSanitizer sees the first byte read past its end.
  let bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
  chosen?.run([UInt8](bytes))
  return 0
}
