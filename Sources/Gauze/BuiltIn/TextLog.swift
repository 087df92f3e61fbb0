// Generated from Fixtures/Systems/text-log/schema.json by the tests with GAUZE_RECORD=1.

extension BuiltInSchemas {
  static let textLog: StaticString = #"""
    {
      "gauze": 1,
      "name": "text-log",
      "version": "1.0",
      "description": "Lines of plain text logs: when, how bad, and what was said, scrubbed. Made for gauze sanitize --from text, which reads the times, levels and hosts of usual forms.",
      "promises": [
        {
          "text": "No e-mail addresses, file paths, internet addresses, secrets or identifiers that the detectors know",
          "enforcedBy": "engine",
          "classes": ["email", "path", "secret", "ip", "id"],
          "canaries": [
            {
              "raw": {
                "time": "2026-05-01T12:00:00Z",
                "level": "error",
                "message": "cannot open '/home/jane/pay.csv' for jane.doe@acme.example from 203.0.113.7, password=Tr0ub4dor"
              },
              "texts": ["jane", "pay.csv", "acme", "203.0.113", "Tr0ub4dor"]
            }
          ]
        },
        {
          "text": "No values from SQL statements that are told from the message",
          "enforcedBy": "engine",
          "fields": ["statement"],
          "canaries": [
            {
              "raw": {
                "message": "statement:",
                "statement": "UPDATE users SET name = 'Jane Doe', code = 471183 -- ask Kim"
              },
              "texts": ["Doe", "471183", "Kim"]
            }
          ]
        },
        {
          "text": "No machine that wrote a line and no user who asked, where the line names them as such",
          "enforcedBy": "engine",
          "absent": ["host", "user"],
          "canaries": [
            {
              "raw": {"message": "GET", "host": "db17", "user": "jane"},
              "texts": ["db17", "jane"]
            }
          ]
        }
      ],
      "events": {
        "line": {
          "description": "A line of a log, with the lines that continue it.",
          "properties": {
            "time": {
              "type": "string",
              "format": "date-time",
              "why": "When it was written.",
              "waiver": "A log is read by its times. One without a zone is written as if it were UTC; one without a year is left out."
            },
            "level": {
              "type": "string",
              "enum": ["trace", "debug", "info", "notice", "warn", "error", "fatal"],
              "otherwise": "info",
              "why": "How bad it is."
            },
            "message": {
              "type": "string",
              "policies": ["scrub-text", {"truncate": 2000}],
              "why": "What was said, without what the detectors know."
            },
            "statement": {
              "type": "string",
              "policies": ["mask-sql", "scrub-text", {"truncate": 2000}],
              "why": "Which statement it was about, without its values."
            },
            "host": {
              "type": "string",
              "description": "The machine that wrote the line, or that asked.",
              "policies": ["drop"]
            },
            "user": {
              "type": "string",
              "description": "Who asked, in an access log.",
              "policies": ["drop"]
            }
          },
          "examples": [
            {
              "raw": {
                "time": "2026-05-01T12:00:00Z",
                "level": "error",
                "host": "db17",
                "message": "cannot open '/home/jane/pay.csv'",
                "statement": "SELECT * FROM users WHERE name = 'Jane'"
              },
              "wire": {
                "time": "2026-05-01T12:00:00Z",
                "level": "error",
                "message": "cannot open '<path>'",
                "statement": "SELECT * FROM users WHERE name = ?"
              }
            }
          ]
        }
      },
      "history": [{"version": "1.0", "date": "2026-11-21", "summary": "First version."}]
    }

    """#
}
