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
  public static var all: [Entry] { [Entry(name: "cli-telemetry", text: cliTelemetry)] }

  /// The file of the schema of that name.
  public static func text(named name: Span<UInt8>) -> StaticString? {
    for entry in all where name.equals(entry.name) { return entry.text }
    return nil
  }
}
