internal import Gauze

/// `gauze demo`: a built-in sample, before, after and why.
enum DemoCommand {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    if !arguments.operands.isEmpty { throw .usage("gauze demo takes nothing") }
    let source = try SchemaSource(Arguments([], []))
    let schema = try source.load()
    var sanitizer = Sanitizer(try source.plan(schema, Arguments([], [])))
    try Console.print(
      """
      Six records against the built-in schema cli-telemetry. What it names leaves, in the form
      that its policies give it; a record that holds anything else leaves nothing at all.

      """
    )
    for record in samples {
      var output = ByteBuffer()
      let verdict = sanitizer.sanitize(Array(record.utf8).span, appendingTo: &output)
      try Console.print("\n\(Console.styled("before", .yellow))  \(record)\n")
      if verdict == .accepted {
        let clean = String(decoding: output.bytes, as: UTF8.self)
        try Console.print("\(Console.styled("after", .green))   \(clean)\n")
        try Console.print(
          Console.styled("why     \(why(&sanitizer, record))", .faint) + "\n"
        )
      } else {
        let causes = sanitizer.violations.map { violation in
          "\(violation.code.word) at \(sanitizer.plan.place(of: violation) ?? "the record")"
        }
        try Console.print(
          "\(Console.styled("after", .red))   nothing\n"
            + Console.styled("why     \(causes.joined(separator: ", "))", .faint) + "\n"
        )
      }
    }
    try Console.print(
      """

      Next: gauze sanitize app.jsonl > clean.jsonl, or write a schema of your own:
            gauze schemas cli-telemetry > app.schema.json && gauze check app.schema.json

      """
    )
    return .done
  }

  private static func why(_ sanitizer: inout Sanitizer, _ record: String) -> String {
    let explanation = sanitizer.explain(Array(record.utf8).span)
    let causes = explanation.fields.flatMap { field in
      field.policies.filter(\.changed).map { policy in
        "\(String(decoding: field.name, as: UTF8.self)): \(policy.word)"
      }
    }
    return causes.isEmpty ? "nothing to change" : causes.joined(separator: ", ")
  }

  /// Invented people, places and secrets.
  private static let samples = [
    #"{"event":"command","session_id":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","version":"1.4.0","#
      + #""user":"  Jane.Doe@ACME.com ","os":"linux","command":"sync","outcome":"success","#
      + #""duration_ms":1250,"files":137}"#,
    #"{"event":"error","session_id":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","version":"1.4.0","#
      + #""error_type":"NotFound","error_message":"cannot open '/home/jane/client x/pay.sql' "#
      + #"for jane@acme.example: no such file"}"#,
    #"{"event":"query","session_id":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","version":"1.4.0","#
      + #""dialect":"postgres","sql":"SELECT 1 -- don't log jane\nWHERE name = 'Jane' AND "#
      + #"k = $$top secret$$","rows":2543}"#,
    #"{"event":"command","session_id":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","version":"1.4.0","#
      + #""os":"JANES-LAPTOP","command":"build","outcome":"failure","exit_code":2}"#,
    #"{"event":"command","session_id":"2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11","version":"1.4.0","#
      + #""command":"login","outcome":"success","token":"hunter2"}"#,
    #"{"event":"error","session_id":"jane","version":"1.4.0","error_type":"Oops"}"#,
  ]
}
