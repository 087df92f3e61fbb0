// Generated from Fixtures/Systems/cli-telemetry/schema.json by the tests with GAUZE_RECORD=1.

extension BuiltInSchemas {
  static let cliTelemetry: StaticString = #"""
    {
      "gauze": 1,
      "name": "cli-telemetry",
      "version": "1.0",
      "description": "What a command-line program tells its makers: which commands ran, how they ended, what went wrong.",
      "receiver": {
        "endpoint": "https://telemetry.example/v1/events",
        "adds": ["time of receipt"],
        "retention": "90d"
      },
      "consent": {
        "default": "opt-in",
        "epoch": 1,
        "sources": [
          {"env": "CLI_TELEMETRY", "on": ["1", "true"], "off": ["0", "false"]},
          {"env": "DO_NOT_TRACK", "off": ["1", "true"]}
        ]
      },
      "identity": {
        "session_id": {"scope": "session", "generator": "random", "stored": false},
        "machine_id": {"scope": "install", "generator": "random", "stored": true},
        "user": {"scope": "account", "generator": "hash", "stored": false}
      },
      "promises": [
        {
          "text": "No file paths",
          "enforcedBy": "engine",
          "classes": ["path"],
          "canaries": [
            {
              "raw": {
                "event": "error",
                "session_id": "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
                "version": "1.4.0",
                "error_type": "NotFound",
                "error_message": "cannot open '/home/jane/My Reports/pay.csv'"
              },
              "texts": ["home", "jane", "Reports", "pay.csv"]
            }
          ]
        },
        {
          "text": "No e-mail addresses in the clear",
          "enforcedBy": "engine",
          "classes": ["email"],
          "canaries": [
            {
              "raw": {
                "event": "command",
                "session_id": "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
                "version": "1.4.0",
                "user": "Jane.Doe@acme.example",
                "command": "sync",
                "outcome": "success"
              },
              "texts": ["Jane", "Doe", "acme"]
            }
          ]
        },
        {
          "text": "No values from SQL statements",
          "enforcedBy": "engine",
          "fields": ["sql"],
          "canaries": [
            {
              "raw": {
                "event": "query",
                "session_id": "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
                "version": "1.4.0",
                "sql": "UPDATE users SET name = 'Jane Doe', code = 471183 WHERE mail = \"jane@acme.example\" -- ask Kim"
              },
              "texts": ["Doe", "471183", "acme", "Kim"]
            }
          ]
        },
        {"text": "Nothing is sent before you say yes", "enforcedBy": "client"},
        {"text": "Records are deleted after 90 days", "enforcedBy": "declaration"}
      ],
      "forbid": ["email"],
      "eventKey": "event",
      "$defs": {
        "milliseconds": {
          "type": "integer",
          "minimum": 0,
          "policies": [
            {
              "bucket": {
                "edges": [100, 1000, 10000, 60000, 600000],
                "labels": ["<100ms", "100ms-1s", "1s-10s", "10s-1m", "1m-10m", ">10m"]
              }
            }
          ]
        },
        "count": {
          "type": "integer",
          "minimum": 0,
          "policies": [
            {
              "bucket": {
                "edges": [0, 10, 100, 1000, 10000],
                "labels": ["0", "1-10", "11-100", "101-1K", "1K-10K", ">10K"],
                "closed": "upper"
              }
            }
          ]
        },
        "word": {
          "type": "string",
          "format": "identifier",
          "maxLength": 64,
          "waiver": "Names from the program's own source code, never what a user typed."
        }
      },
      "common": {
        "properties": {
          "time": {
            "type": "string",
            "format": "date-time",
            "why": "When something began to go wrong.",
            "waiver": "To the second, so that the records of one run can be put in order; the receiver notes when each arrives anyway."
          },
          "session_id": {"type": "string", "format": "uuid", "why": "Which records belong to one run."},
          "machine_id": {"type": "string", "format": "uuid", "why": "How many installs are in use."},
          "user": {
            "type": "string",
            "policies": ["hash-email"],
            "why": "Whether one account meets a fault on several machines.",
            "waiver": "Unkeyed, so that every program computes the same pseudonym; whoever guesses an address can confirm it."
          },
          "version": {"type": "string", "format": "version", "why": "Which versions to mend."},
          "os": {
            "type": "string",
            "enum": ["linux", "darwin", "windows", "freebsd"],
            "otherwise": "other",
            "why": "Which systems to test on."
          },
          "arch": {
            "type": "string",
            "enum": ["amd64", "x86_64", "arm64", "aarch64"],
            "otherwise": "other",
            "why": "Which processors to build for."
          },
          "ci": {"type": "boolean", "why": "To tell people from automation."}
        },
        "required": ["session_id", "version"]
      },
      "events": {
        "command": {
          "description": "A command ended.",
          "properties": {
            "command": {"$ref": "#/$defs/word", "why": "Which commands are used."},
            "outcome": {
              "type": "string",
              "enum": ["success", "failure", "cancelled"],
              "why": "How often commands succeed."
            },
            "exit_code": {
              "type": "integer",
              "minimum": 0,
              "maximum": 255,
              "why": "What scripts around the program see."
            },
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."},
            "files": {"$ref": "#/$defs/count", "why": "How large projects are."}
          },
          "required": ["command", "outcome"],
          "examples": [
            {
              "raw": {
                "event": "command",
                "session_id": "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
                "version": "1.4.0",
                "user": "  Jane.Doe@ACME.com ",
                "os": "plan9",
                "command": "sync",
                "outcome": "success",
                "duration_ms": 1250,
                "files": 10
              },
              "wire": {
                "event": "command",
                "session_id": "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
                "user": "7ab2023f5a756bb26da296ceaf20cee2f320d806cbedfcc5cf614b1b3f409a52",
                "version": "1.4.0",
                "os": "other",
                "command": "sync",
                "outcome": "success",
                "duration_ms": "1s-10s",
                "files": "1-10"
              }
            },
            {
              "raw": {
                "event": "command",
                "session_id": "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
                "version": "1.4.0",
                "command": "sync /home/jane",
                "outcome": "success"
              },
              "rejects": ["bad-format"]
            }
          ]
        },
        "error": {
          "description": "A command met an error.",
          "properties": {
            "command": {"$ref": "#/$defs/word", "why": "Where the error happened."},
            "error_type": {"$ref": "#/$defs/word", "why": "Which errors to mend first."},
            "error_message": {
              "type": "string",
              "policies": ["scrub-text", {"truncate": 500}],
              "why": "What went wrong."
            },
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "Whether it was a time-out."}
          },
          "required": ["error_type"],
          "examples": [
            {
              "raw": {
                "event": "error",
                "session_id": "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
                "version": "1.4.0",
                "error_type": "NotFound",
                "error_message": "cannot open /home/jane/pay.sql for jane@acme.example"
              },
              "wire": {
                "event": "error",
                "session_id": "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
                "version": "1.4.0",
                "error_type": "NotFound",
                "error_message": "cannot open <path> for <email>"
              }
            }
          ]
        },
        "query": {
          "description": "A SQL statement ran.",
          "properties": {
            "dialect": {
              "type": "string",
              "enum": ["postgres", "mysql", "sqlite", "snowflake", "bigquery"],
              "otherwise": "other",
              "why": "Which databases are in use."
            },
            "sql": {
              "type": "string",
              "policies": ["mask-sql", "strip-paths", "mask-emails", {"truncate": 2000}],
              "why": "Which statements fail or are slow, without their values."
            },
            "outcome": {
              "type": "string",
              "enum": ["success", "failure", "cancelled"],
              "why": "How often statements succeed."
            },
            "rows": {"$ref": "#/$defs/count", "why": "How large results are."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."}
          },
          "required": ["sql"],
          "examples": [
            {
              "raw": {
                "event": "query",
                "session_id": "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
                "version": "1.4.0",
                "dialect": "postgres",
                "sql": "SELECT id FROM users WHERE email = 'jane@acme.example' LIMIT 10 -- for Jane",
                "rows": 2543
              },
              "wire": {
                "event": "query",
                "session_id": "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
                "version": "1.4.0",
                "dialect": "postgres",
                "sql": "SELECT id FROM users WHERE email = ? LIMIT ?",
                "rows": "1K-10K"
              }
            }
          ]
        }
      },
      "history": [
        {"version": "1.0", "date": "2026-11-21", "summary": "First version."}
      ]
    }

    """#
}
