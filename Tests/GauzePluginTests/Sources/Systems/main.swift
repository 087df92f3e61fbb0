import Foundation
import Gauze

// Typed events of every built-in schema and of a hostile one, through the sanitizer.

/// Sanitizes records of one schema and tells what is not as expected.
struct Bench {
  var sanitizer: Sanitizer
  var failures = 0

  init(_ schema: [UInt8]) throws {
    var keys = KeyRing()
    try keys.add(
      id: Array("install".utf8),
      key: Array("an example key, never a real one".utf8).span
    )
    sanitizer = Sanitizer(try Plan(Schema(reading: schema.span), keys: keys))
  }

  /// The clean form of a record; nothing if it is rejected.
  mutating func clean(_ record: [UInt8]) -> String? {
    var output = ByteBuffer()
    guard sanitizer.sanitize(record.span, appendingTo: &output) == .accepted else { return nil }
    return String(decoding: output.bytes, as: UTF8.self)
  }

  mutating func takes(_ record: [UInt8], line: Int = #line) {
    if clean(record) != nil { return }
    failures += 1
    let text = String(decoding: record, as: UTF8.self)
    print("line \(line): \(text): \(sanitizer.violations.map { "\($0.code.word)" })")
  }

  mutating func refuses(_ record: [UInt8], line: Int = #line) {
    if clean(record) == nil { return }
    failures += 1
    print("line \(line): accepted: \(String(decoding: record, as: UTF8.self))")
  }

  mutating func gives(_ record: [UInt8], _ expected: String, line: Int = #line) {
    let text = clean(record)
    if text == expected { return }
    failures += 1
    print("line \(line): \(text ?? "rejected"), not \(expected)")
  }
}

var failures = 0
@MainActor func bench(_ schema: [UInt8], _ body: (inout Bench) -> Void) throws {
  var bench = try Bench(schema)
  body(&bench)
  failures += bench.failures
}

let uuid = "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11"

try bench(CliTelemetryEvents.schema) {
  var event = CliTelemetryEvents.Error(
    sessionId: uuid,
    version: "1.4.0",
    errorType: "NotFound",
    errorMessage: "cannot open '/home/jane/pay.sql'"
  )
  event.os = .linux
  event.durationMs = 1250
  $0.takes(event.record)
  event.os = .init("plan9")
  $0.takes(event.record)
  event.sessionId = "jane"
  $0.refuses(event.record)
}

try bench(ElmoEvents.schema) {
  $0.takes(
    ElmoEvents.CliUpgrade(
      deploymentId: uuid,
      fromVersion: "0.8.1",
      toVersion: "0.9.0",
      migrationsRun: 2,
      wasRunning: true,
      devMode: false
    ).record
  )
}

try bench(KubeatlasEvents.schema) {
  var report = KubeatlasEvents.Report(
    schemaVersion: "1.0",
    kubeatlasVersion: "v1.5.0",
    k8sVersion: "v1.30.0",
    os: .linux,
    arch: .amd64,
    tier: .postgres,
    resourceCount: nil,
    enabledPacks: ["cert-manager/issuers"],
    clusterCount: 3,
    platformDistribution: [.vanilla: 1, .eks: 2],
    sessionNonce: "4f3c2a1b0d9e8f7a6b5c4d3e2f1a0b9c"
  )
  $0.takes(report.record)
  report.resourceCount = 2543
  $0.takes(report.record)
}

try bench(AtmosEvents.schema) {
  $0.takes(
    AtmosEvents.Command(
      installationId: uuid,
      command: "atmos terraform plan vpc -s acme-prod",
      error: .text("not found in /home/jane"),
      version: "1.200.0",
      os: .linux,
      arch: .amd64,
      ci: false,
      ciProvider: .empty,
      docker: true
    ).record
  )
}

try bench(AstroEvents.schema) {
  $0.takes(
    AstroEvents.AstroToolbarAppToggled(
      machineId: String(repeating: "9f2c4e6a8b0d1f3e", count: 4),
      anonymousSessionId: String(repeating: "1a3c5e7092b4d6f8", count: 4),
      astroVersion: "5.13.2",
      systemPlatform: .darwin,
      isCI: false,
      app: "acme:cms-toolbar"
    ).record
  )
}

try bench(AltimateCodeEvents.schema) {
  $0.takes(
    AltimateCodeEvents.CoreFailure(
      timestamp: 1_755_900_000_000,
      sessionId: "ses_01",
      toolName: .init("sql_execute"),
      toolCategory: .init("sql"),
      error: "connect failed for jane.doe@acme.example at /Users/jane/pay.sql",
      args: ["sql": "SELECT 1", "limit": 100, "nested": ["a": [1.5, true, nil]]],
      durationMs: 42
    ).record
  )
}

try bench(SwiftHostileEvents.schema) {
  var event = SwiftHostileEvents.Everything(os: .macOs, must: nil, status: .failed)
  $0.gives(
    event.record,
    #"{"event":"everything","os":"mac os","must":null,"kind":"everything","status":"failed"}"#
  )
  event.maybe = .some(nil)
  event.ratio = 1
  event.level = .minus1Dot5
  event.open = .init("b \"c\"")
  event.map = [.gke: 1, .empty: 2, ._1st: 3]
  event.days = ["2026-05-02": true, "2026-05-01": nil]
  event.orders = [.init(paid: true, orders: .x, inner: .init(error: .a))]
  event.grid = [[.x, .o], []]
  event.several = true
  event.gone = ["\u{1}": nil]
  event.size = 3
  $0.gives(
    event.record,
    #"{"event":"everything","os":"mac os","ratio":1,"maybe":null,"must":null,"level":-1.5,"#
      + #""kind":"everything","open":"b \"c\"","map":{"":2,"1st":3,"gke":1},"#
      + #""days":{"2026-05-01":null,"2026-05-02":true},"#
      + #""orders":[{"paid":true,"orders":"x","inner":{"error":"a"}}],"grid":[["x","o"],[]],"#
      + #""size_bucket":"few","status":"failed"}"#
  )
  // Conditional presence is the sanitizer's to judge.
  event.issues = 1
  $0.refuses(event.record)
  event.status = .done
  $0.takes(event.record)
  // What JSON cannot say is no trap, and no number either.
  for number in [Double.nan, .infinity, -.infinity] {
    event.ratio = number
    $0.refuses(event.record)
  }
  for number in [0.1, -0.0, .leastNonzeroMagnitude, 1e-5, 1.5] {
    event.ratio = number
    $0.takes(event.record)
  }
  event.ratio = .greatestFiniteMagnitude
  $0.refuses(event.record)
  event.ratio = nil
  // Too deep for any record, and no stack is lost.
  var deep = SwiftHostileEvents.JSON.null
  for _ in 0..<2000 { deep = .list([deep]) }
  event.gone = deep
  $0.refuses(event.record)

  var error = SwiftHostileEvents.error(class: true, os: .windows)
  for word in SwiftHostileEvents.error.Error.allCases {
    error.error = word
    $0.takes(error.record)
  }
  $0.takes(SwiftHostileEvents._1stEventX(os: .linux).record)
  $0.takes(SwiftHostileEvents.Error_u20_(os: .linux).record)
}

print(failures == 0 ? "all as expected" : "\(failures) not as expected")
exit(failures == 0 ? 0 : 1)
