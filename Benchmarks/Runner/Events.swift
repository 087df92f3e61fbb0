/// Realistic cli-telemetry events in their raw form; `#` stands for a digit that differs from event
/// to event, so that no branch can be learnt by heart.
enum Events {
  static let count = 2000

  static let clean = [
    #"""
    {"event":"command","time":"2026-0#-1#T0#:2#:4#.1##Z","session_id":"2f1e9c1a-6c1b-4f0e-9a5#-0e0d6c1b2a##","machine_id":"9a4e0c77-02aa-4c1d-8b6f-##5f8f0d1c2e","user":"jane.doe+##@acme.example","version":"1.#.0","os":"linux","arch":"x86_64","ci":false,"command":"sync","outcome":"success","exit_code":0,"duration_ms":1##0,"files":2#}
    """#,
    #"""
    {"event":"command","session_id":"5b0e3d1c-7a54-4c1e-b0#2-c1d2e3f4a5##","version":"2.1.#","os":"darwin","arch":"arm64","command":"build","outcome":"failure","exit_code":1,"duration_ms":#4#20,"files":1##4}
    """#,
    #"""
    {"event":"command","time":"2026-0#-0#T1#:0#:0#Z","session_id":"c6a1f4de-1f4b-47d0-a3#1-9f00aa11bb##","version":"1.4.#","os":"windows","arch":"amd64","ci":true,"command":"lint","outcome":"cancelled","exit_code":130,"duration_ms":##}
    """#,
    #"""
    {"event":"error","time":"2026-0#-1#T0#:2#:4#Z","session_id":"2f1e9c1a-6c1b-4f0e-9a5#-0e0d6c1b2a##","version":"1.#.0","os":"linux","arch":"x86_64","command":"sync","error_type":"ConnectionRefused","error_message":"dial tcp: connect: connection refused after ##00 ms (attempt # of 5)","duration_ms":#001}
    """#,
    #"""
    {"event":"error","session_id":"77e2b0aa-51cd-4e0f-8c#d-4be5f6a7c8##","version":"1.4.2","os":"darwin","arch":"arm64","command":"open","error_type":"NotFound","error_message":"ENOENT: no such file or directory, open '/Users/jane/work/acme/config##.yaml'","duration_ms":1#}
    """#,
    #"""
    {"event":"error","time":"2026-0#-2#T1#:3#:1#Z","session_id":"0d9c8b7a-6f5e-4d3c-9b#a-f0e1d2c3b4##","machine_id":"9a4e0c77-02aa-4c1d-8b6f-##5f8f0d1c2e","version":"1.5.0","os":"linux","arch":"aarch64","ci":true,"command":"run","error_type":"ValueError","error_message":"Traceback (most recent call last):\n  File \"/home/jane/acme/etl/load.py\", line ##, in <module>\n    main()\n  File \"/home/jane/acme/etl/load.py\", line #7, in main\n    parse(row)\nValueError: invalid literal for int() with base 10","duration_ms":4##}
    """#,
    #"""
    {"event":"error","session_id":"a1b2c3d4-e5f6-4a7b-8c#d-e9f0a1b2c3##","version":"1.4.0","os":"windows","command":"notify","error_type":"SmtpError","error_message":"550 5.1.1 <jane.doe##@acme.example>: Recipient address rejected: User unknown"}
    """#,
    #"""
    {"event":"query","session_id":"2f1e9c1a-6c1b-4f0e-9a5#-0e0d6c1b2a##","version":"1.4.0","os":"linux","dialect":"postgres","sql":"SELECT id, name FROM users WHERE email = 'jane##@acme.example' AND age > ## ORDER BY name LIMIT 10","outcome":"success","rows":#,"duration_ms":1#}
    """#,
    #"""
    {"event":"query","time":"2026-0#-1#T0#:2#:4#Z","session_id":"cafe0000-6c1b-4f0e-9a5#-0e0d6c1b2a##","version":"1.4.0","os":"linux","dialect":"snowflake","sql":"INSERT INTO orders (customer, total, note) VALUES ('Jane O''Neil', 1##.50, 'call back'), ('J. Doe', #9, NULL)","outcome":"success","rows":2,"duration_ms":2##}
    """#,
    #"""
    {"event":"query","session_id":"deadbeef-6c1b-4f0e-9a5#-0e0d6c1b2a##","version":"1.3.#","dialect":"mysql","sql":"-- for Jane\nUPDATE accounts SET plan = 'pro', seats = ## WHERE id IN (1#, 2#, 3#)","outcome":"failure","duration_ms":#}
    """#,
  ]

  static let rejected = [
    #"""
    {"event":"command","session_id":"2f1e9c1a-6c1b-4f0e-9a5#-0e0d6c1b2a##","version":"1.#.0","command":"sync","outcome":"success","cwd":"/home/jane/acme"}
    """#,
    #"""
    {"event":"command","session_id":"2f1e9c1a-6c1b-4f0e-9a5#-0e0d6c1b2a##","version":"1.#.0","command":"sync for jane##@acme.example","outcome":"success"}
    """#,
    #"""
    {"event":"login","session_id":"2f1e9c1a-6c1b-4f0e-9a5#-0e0d6c1b2a##","version":"1.#.0"}
    """#,
    #"""
    {"event":"error","session_id":"2f1e9c1a-6c1b-4f0e-9a5#-0e0d6c1b2a##","version":"1.#.0","error_type":"NotFound","error_message":["/home/jane"]}
    """#,
    #"""
    {"event":"query","session_id":"2f1e9c1a-6c1b-4f0e-9a5#-0e0d6c1b2a##","version":"1.#.0","sql":"SELECT ##","rows":-#}
    """#,
    #"""
    {"event":"query","session_id":"2f1e9c1a-6c1b-4f0e-9a5#-0e0d6c1b2a##","version":"1.#.0","sql":"SELECT ##","sql":"SELECT 1"}
    """#,
    #"""
    {"event":"command","session_id":"2f1e9c1a-6c1b-4f0e-9a5#-0e0d6c1b2a##","version":"1.#.0","command":"sync"
    """#,
  ]

  /// `count` events made from `templates` in turn.
  static func inputs(_ templates: [String]) -> Inputs {
    var random = SplitMix64(seed: 1)
    var inputs = Inputs([])
    for index in 0..<count {
      let template = templates[index % templates.count].utf8
      // A leading zero is no number in JSON, so no digit is 0.
      inputs.append(template.map { $0 == UInt8(ascii: "#") ? random.digit() : $0 })
    }
    return inputs
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// `1`…`9`.
  mutating func digit() -> UInt8 { UInt8(ascii: "1") + UInt8(next() % 9) }
}
