import Gauze
import Testing

/// Whether Altimate Code may send, for all that people write into the variables that turn it off. Where
/// upstream takes a word that it does not know for consent, the schema takes it for a no.
@Suite struct AltimateConsentTests {
  private let schema: Schema
  init() throws {
    let entry = BuiltInSchemas.all.first { "\($0.name)" == "altimate-code" }
    let text = try #require(entry).text
    schema = try Schema(reading: text.bytes.span)
  }

  /// The decision where the source called `name` holds `value` and no other source anything.
  private func isOn(_ name: String, _ value: ConsentAnswer) -> Bool {
    schema.decideConsent(
      schema.consentSources.map { $0.name == Array(name.utf8) ? value : .unset }
    ).isOn
  }

  @Test(arguments: ["ALTIMATE_TELEMETRY_DISABLED", "OPENCODE_DISABLE_TELEMETRY"])
  func aVariableTurnsItOff(_ name: String) {
    #expect(isOn(name, .unset))
    for value in ["", "0", "false"] {
      #expect(isOn(name, .value(Array(value.utf8))), "\(value)")
    }
    for value in ["1", "true", "TRUE", "True", " true ", "yes", "on", "2"] {
      #expect(!isOn(name, .value(Array(value.utf8))), "\(value)")
    }
  }

  @Test(arguments: ["DO_NOT_TRACK", "BUN_TEST", "VITEST", "JEST_WORKER_ID"])
  func anyValueOfTheOthersTurnsItOff(_ name: String) {
    #expect(isOn(name, .value([])))
    for value in ["1", "true", "0", "7"] {
      #expect(!isOn(name, .value(Array(value.utf8))), "\(value)")
    }
  }

  @Test func aSettingThatCannotBeReadTurnsItOff() {
    #expect(isOn("telemetry.disabled", .value(Array("false".utf8))))
    #expect(!isOn("telemetry.disabled", .value(Array("true".utf8))))
    #expect(!isOn("telemetry.disabled", .unreadable))
  }
}
