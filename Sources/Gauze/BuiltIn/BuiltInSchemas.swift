/// The schemas that are compiled into every program, so that they work where no file is.
public enum BuiltInSchemas {
  /// A built-in schema.
  public struct Entry: Sendable {
    /// Its name.
    public let name: StaticString
    /// Its file.
    public let text: StaticString
  }

  /// All of them; the first is the one that is used where none is named.
  public static var all: [Entry] {
    let standard = Entry(name: "cli-telemetry", text: cliTelemetry)
    #if arch(wasm32)
      // A page hands the module the schema that it needs; whole systems would only make it larger.
      return [standard]
    #else
      return [
        standard,
        Entry(name: "kubeatlas", text: kubeatlas),
        Entry(name: "atmos", text: atmos),
        Entry(name: "elmo", text: elmo),
        Entry(name: "astro", text: astro),
        Entry(name: "altimate-code", text: altimateCode),
        Entry(name: "text-log", text: textLog),
      ]
    #endif
  }

  /// The file of the schema of that name.
  public static func text(named name: Span<UInt8>) -> StaticString? {
    for entry in all where name.equals(entry.name) { return entry.text }
    return nil
  }
}
