// Generated from Fixtures/Systems/altimate-code/schema.json by the tests with GAUZE_RECORD=1.

extension BuiltInSchemas {
  static let altimateCode: StaticString = #"""
    {
      "gauze": 1,
      "name": "altimate-code",
      "version": "1.0",
      "description": "What Altimate Code tells its makers, in 75 events: which tools, models and databases are used, what is slow, what goes wrong. How long the receiver keeps it, the published page does not say.",
      "receiver": {
        "endpoint": "https://eastus-8.in.applicationinsights.azure.com/v2/track",
        "adds": [
          "time of receipt",
          "the country, region and city of the sender's network address; the address itself is not kept, as Azure Application Insights documents its default"
        ]
      },
      "consent": {
        "default": "opt-out",
        "epoch": 1,
        "sources": [
          {"env": "ALTIMATE_TELEMETRY_DISABLED", "on": ["0", "false"], "off": ["1", "true"]},
          {"env": "OPENCODE_DISABLE_TELEMETRY", "on": ["0", "false"], "off": ["1", "true"]},
          {"config": "telemetry.disabled", "on": ["false"], "off": ["true"]},
          {"env": "DO_NOT_TRACK", "off": ["1", "true"]},
          {"env": "BUN_TEST", "off": ["1"]},
          {"env": "VITEST", "off": ["true"]},
          {"env": "JEST_WORKER_ID", "off": ["1"]}
        ],
        "instructions": [
          "Set telemetry.disabled to true in ~/.config/altimate-code/altimate-code.json."
        ]
      },
      "identity": {
        "session": {"scope": "session", "generator": "hash", "stored": false},
        "parent_session_id": {"scope": "session", "generator": "hash", "stored": false},
        "message_id": {"scope": "session", "generator": "hash", "stored": false},
        "launch_id": {"scope": "process", "generator": "random", "stored": false},
        "machine_id": {"scope": "install", "generator": "random", "stored": true},
        "user": {"scope": "account", "generator": "hash", "stored": false}
      },
      "promises": [
        {
          "text": "No raw value of a SQL statement: literals and numbers become ?, comments go. What stays of a failed statement are its keywords and the bare names of its tables and columns. No query results, but for a value that an error message says without quotes",
          "enforcedBy": "engine",
          "fields": [
            "masked_sql", "masked_args", "masked_sql_hash", "error", "error_message", "reason"
          ],
          "absent": ["sql", "rows", "results"],
          "canaries": [
            {
              "raw": {
                "type": "sql_execute_failure",
                "timestamp": 1755900000000,
                "session_id": "s",
                "warehouse_type": "postgres",
                "query_type": "read",
                "duration_ms": 1,
                "error_message": "failed near \"Jane\"",
                "sql": "SELECT a FROM t WHERE b = 'Jane' AND c = 'C:\\' AND d = 'hunter2' AND e = 123456789 -- for Jane"
              },
              "texts": ["Jane", "hunter2", "123456789"]
            },
            {
              "raw": {
                "type": "core_failure",
                "timestamp": 1755900000000,
                "session_id": "s",
                "tool_name": "bash",
                "tool_category": "file",
                "duration_ms": 1,
                "error": "x",
                "args": {"sql": "SELECT $$Jane$$, 123456789"}
              },
              "texts": ["Jane", "123456789"]
            }
          ]
        },
        {
          "text": "No field for code or the contents of files, and no file paths",
          "enforcedBy": "engine",
          "classes": ["path"],
          "absent": ["content", "path", "file", "diff"],
          "canaries": [
            {
              "raw": {
                "type": "core_failure",
                "timestamp": 1755900000000,
                "session_id": "s",
                "tool_name": "bash",
                "tool_category": "file",
                "duration_ms": 1,
                "error": "cannot open /home/jane/acme/pay.sql",
                "args": {"file_path": "/home/jane/acme/pay.sql", "content": "def pay(): return rate"}
              },
              "texts": ["def pay", "return rate", "jane", "pay.sql"]
            },
            {
              "raw": {
                "type": "tool_call",
                "timestamp": 1755900000000,
                "session_id": "s",
                "message_id": "msg_1",
                "tool_name": "read",
                "tool_type": "standard",
                "tool_category": "file",
                "status": "error",
                "duration_ms": 1,
                "sequence_index": 0,
                "previous_tool": null,
                "error": "ENOENT C:\\Users\\jane\\pay.sql",
                "args": {"file_path": "C:\\Users\\jane\\pay.sql"}
              },
              "texts": ["jane", "pay.sql"]
            }
          ]
        },
        {
          "text": "No credentials, API keys or tokens",
          "enforcedBy": "engine",
          "classes": ["secret"],
          "absent": ["password", "token", "api_key"],
          "canaries": [
            {
              "raw": {
                "type": "auth_login",
                "timestamp": 1755900000000,
                "session_id": "s",
                "provider_id": "openai",
                "method": "api_key",
                "status": "error",
                "error": "Incorrect API key provided: sk-ant-api03-Hunter2Hunter2Hunter2Hunter2"
              },
              "texts": ["Hunter2"]
            },
            {
              "raw": {
                "type": "core_failure",
                "timestamp": 1755900000000,
                "session_id": "s",
                "tool_name": "bash",
                "tool_category": "file",
                "duration_ms": 1,
                "error": "login failed: password=hunter2",
                "args": {
                  "dbPassword": "hunter2",
                  "x-api-key": "hunter2",
                  "list": ["--password", "hunter2"]
                }
              },
              "texts": ["hunter2"]
            }
          ]
        },
        {
          "text": "No database connection strings and no hostnames",
          "enforcedBy": "engine",
          "classes": ["host", "ip"],
          "absent": ["hostname", "host", "connection_string"],
          "canaries": [
            {
              "raw": {
                "type": "warehouse_connect",
                "timestamp": 1755900000000,
                "session_id": "s",
                "warehouse_type": "postgres",
                "auth_method": "connection_string",
                "success": false,
                "duration_ms": 1,
                "error": "connect ECONNREFUSED db-17.acme.example:5432 (10.1.2.3) with postgres://jane:hunter2@db-17.acme.example/prod"
              },
              "texts": ["hunter2", "db-17", "acme", "10.1.2.3"]
            },
            {
              "raw": {
                "type": "environment_census",
                "timestamp": 1755900000000,
                "session_id": "s",
                "warehouse_types": [],
                "warehouse_count": 0,
                "dbt_detected": false,
                "connection_sources": [],
                "mcp_server_count": 0,
                "skill_count": 0,
                "os": "darwin",
                "feature_flags": [],
                "hostname": "janes-mbp.acme.example"
              },
              "texts": ["janes-mbp"]
            }
          ]
        },
        {
          "text": "Personally identifiable information is not collected: no e-mail address in the clear, no file path, host, network address, card, telephone or account number, no name of a host, person or project in a field of its own. What tells your account apart is the hash of its address, which is pseudonymous",
          "enforcedBy": "engine",
          "classes": ["email", "path", "host", "ip", "id"],
          "absent": ["email", "hostname", "project_name", "username", "full_name"],
          "canaries": [
            {
              "raw": {
                "type": "error",
                "timestamp": 1755900000000,
                "session_id": "jane-doe-payroll",
                "error_name": "Error",
                "error_message": "mail to jane.doe@acme.example from 10.1.2.3 failed, card 4111 1111 1111 1111",
                "context": "tool",
                "user": "jane.doe@acme.example"
              },
              "texts": ["jane-doe", "payroll", "jane.doe", "acme", "10.1.2.3", "4111"]
            },
            {
              "raw": {
                "type": "session_forked",
                "timestamp": 1755900000000,
                "session_id": "s",
                "parent_session_id": "jane-doe-payroll",
                "message_count": 2
              },
              "texts": ["jane-doe", "payroll"]
            }
          ]
        },
        {
          "text": "No e-mail address in the clear. The address of your account is hashed with SHA-256 before sending and is used only to tell that events belong to one account; such a hash is pseudonymous, not anonymous: whoever guesses the address can confirm it",
          "enforcedBy": "engine",
          "classes": ["email"],
          "absent": ["email"],
          "canaries": [
            {
              "raw": {
                "type": "provider_error",
                "timestamp": 1755900000000,
                "session_id": "s",
                "provider_id": "openai",
                "model_id": "gpt-5",
                "error_type": "Error",
                "error_message": "account jane.doe@acme.example is not allowed",
                "user": "jane.doe@acme.example"
              },
              "texts": ["jane.doe", "acme"]
            }
          ]
        },
        {
          "text": "The ids of sessions and messages leave as hashes, so that nothing that stands in an id leaves; such a hash is pseudonymous",
          "enforcedBy": "engine",
          "fields": ["session", "parent_session_id", "message_id"],
          "canaries": [
            {
              "raw": {
                "type": "command",
                "timestamp": 1755900000000,
                "session_id": "jane-doe-payroll",
                "command_name": "init",
                "command_source": "command",
                "message_id": "for jane doe"
              },
              "texts": ["jane", "payroll"]
            }
          ]
        },
        {
          "text": "No raw tool arguments and no tool outputs. Of a failed tool leave the types and rough lengths of its arguments, their names, its statements in masked form, and the dialects and limits that it was given; any other text or number is ?",
          "enforcedBy": "engine",
          "fields": ["input_signature", "masked_args"],
          "absent": ["args", "arguments", "output"],
          "canaries": [
            {
              "raw": {
                "type": "core_failure",
                "timestamp": 1755900000000,
                "session_id": "s",
                "tool_name": "bash",
                "tool_category": "file",
                "duration_ms": 1,
                "error": "x",
                "args": {"query": "Jane's salary", "pin": 4711, "notes for Jane": true}
              },
              "texts": ["Jane", "salary", "4711", "notes"]
            }
          ]
        },
        {
          "text": "No field for prompts or answers of models; what an error message puts in quotes is masked",
          "enforcedBy": "engine",
          "fields": ["masked_args", "error_message"],
          "absent": ["prompt", "response", "text", "message"],
          "canaries": [
            {
              "raw": {
                "type": "core_failure",
                "timestamp": 1755900000000,
                "session_id": "s",
                "tool_name": "bash",
                "tool_category": "file",
                "duration_ms": 1,
                "error": "x",
                "args": {"prompt": "find out what Jane earns"}
              },
              "texts": ["earns"]
            },
            {
              "raw": {
                "type": "provider_error",
                "timestamp": 1755900000000,
                "session_id": "s",
                "provider_id": "anthropic",
                "model_id": "gpt-5",
                "error_type": "Error",
                "error_message": "prompt rejected: \"find out what Jane earns\""
              },
              "texts": ["earns"]
            }
          ]
        },
        {
          "text": "Error messages are scrubbed of file paths and cut to 500 characters",
          "enforcedBy": "engine",
          "classes": ["path"],
          "fields": ["error", "error_message", "reason"],
          "canaries": [
            {
              "raw": {
                "type": "error",
                "timestamp": 1755900000000,
                "session_id": "s",
                "error_name": "Error",
                "error_message": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx /home/jane/pay.sql yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyTAIL",
                "context": "tool"
              },
              "texts": ["jane", "pay.sql", "TAIL"]
            }
          ]
        },
        {
          "text": "In their own fields, names that people give leave only if they are on a public list, else as other: models, providers, agents, tools, skills, commands, MCP servers, kinds of databases",
          "enforcedBy": "engine",
          "fields": [
            "model_id", "provider_id", "agent", "tool_name", "previous_tool", "final_tool", "tools",
            "skill_name", "skill_names", "command_name", "server_name", "server_names", "warehouse_type"
          ],
          "absent": ["block_id", "project_name", "project_id"],
          "canaries": [
            {
              "raw": {
                "type": "mcp_server_status",
                "timestamp": 1755900000000,
                "session_id": "s",
                "server_name": "acme-internal-jira",
                "transport": "stdio",
                "status": "connected"
              },
              "texts": ["acme"]
            },
            {
              "raw": {
                "type": "skill_installed",
                "timestamp": 1755900000000,
                "session_id": "s",
                "install_source": "https://github.com/acme-corp/private",
                "skill_count": 1,
                "skill_names": ["acme-month-end"],
                "source": "cli"
              },
              "texts": ["acme"]
            },
            {
              "raw": {
                "type": "provider_selected",
                "timestamp": 1755900000000,
                "session_id": "s",
                "provider_id_raw": "acme-llm-gateway"
              },
              "texts": ["acme"]
            },
            {
              "raw": {
                "type": "memory_operation",
                "timestamp": 1755900000000,
                "session_id": "s",
                "operation": "write",
                "scope": "project",
                "block_id": "acme-payroll",
                "is_update": false,
                "duplicate_count": 0,
                "tags_count": 0
              },
              "texts": ["acme"]
            }
          ]
        },
        {
          "text": "The machine id is a random UUID, made once, of nothing personal, and kept in ~/.altimate/machine-id. Where you are signed in, the hash of your address stands beside it",
          "enforcedBy": "client",
          "fields": ["machine_id", "user"]
        },
        {
          "text": "The id of a launch is random, made at every start and never stored",
          "enforcedBy": "client",
          "fields": ["launch_id"]
        },
        {
          "text": "When telemetry is disabled, nothing is sent and no connection to the endpoint is made",
          "enforcedBy": "client"
        },
        {"text": "No event is ever written to disk", "enforcedBy": "client"},
        {
          "text": "If a flush fails, its events are tried once more; on exit there is a last flush",
          "enforcedBy": "client"
        },
        {"text": "Test runners never reach the endpoint", "enforcedBy": "client"},
        {
          "text": "What is learnt is used to find errors, to improve reliability and speed, and to see which features are used",
          "enforcedBy": "declaration"
        }
      ],
      "forbid": ["email", "path", "secret", "host", "ip", "id"],
      "eventKey": "type",
      "$defs": {
        "maskedText": {
          "policies": ["scrub-text", "mask-sql", {"truncate": 500}],
          "description": "What a message leaves: paths, hosts, addresses, secrets and account numbers are replaced, what stands in quotes and every number is ?, and at most 500 characters stay. What can begin a comment or a value hides the rest of a message: two slashes, a number sign, a lone apostrophe. A name, a value or code that stands there without quotes cannot be told from a word, and stays."
        },
        "serviceText": {
          "type": "string",
          "policies": [
            "scrub-text",
            "mask-urls",
            {"mask-sql": {"dialect": "sqlite"}},
            {"truncate": 500}
          ],
          "description": "As errorText, for messages in which no statement stands: two slashes or a number sign begin no comment, so that of a URL the scheme stays and the message goes on behind it."
        },
        "errorText": {"$ref": "#/$defs/maskedText", "type": "string"},
        "maskedStatement": {
          "policies": ["scrub-text", "mask-sql", {"truncate": 2000}],
          "description": "The shape of a statement: every literal and every quoted name is ?, comments are gone, at most 2000 characters stay. Keywords and the bare names of tables and columns remain."
        },
        "textHash": {
          "policies": ["scrub-text", "mask-sql", "fingerprint"],
          "description": "16 digits of the SHA-256 of the masked text: equal texts have equal hashes, and whoever guesses the masked text can confirm it."
        },
        "errorClass": {
          "policies": [
            "scrub-text",
            {
              "classify": {
                "parse_error": [
                  "parse", "parser", "parsing", "syntax", "binder", "unexpected token", "sqlglot"
                ],
                "connection": [
                  "econnrefused", "enotfound", "econnreset", "connection refused", "connection reset",
                  "connection closed", "connect failed", "socket hang up", "sasl", "scram",
                  "password must be"
                ],
                "not_configured": [
                  "no warehouse configured", "driver not installed", "not found. available:",
                  "unsupported database type", "warehouse not configured", "connection not configured"
                ],
                "file_not_found": [
                  "file not found", "no such file", "enoent", "directory not found", "path not found",
                  "file does not exist"
                ],
                "edit_mismatch": [
                  "could not find oldstring", "no changes to apply",
                  "oldstring and newstring are identical"
                ],
                "timeout": ["timeout", "etimedout", "timed out"],
                "permission": [
                  "permission", "permissions", "access denied", "unauthorized", "forbidden",
                  "authentication"
                ],
                "http_error": [
                  "status code", "request failed with status", "http 400", "http 401", "http 403",
                  "http 404", "http 408", "http 409", "http 410", "http 422", "http 429", "http 451",
                  "http 500", "http 502", "http 503", "http 504", "bad gateway", "service unavailable",
                  "rate limit", "rate_limit", "retry after", "too many requests"
                ],
                "file_stale": ["must read file", "has been modified since", "before overwriting"],
                "validation": ["invalid params", "invalid", "missing", "required", "does not exist"],
                "internal": ["internal", "assertion"],
                "resource_exhausted": [
                  "out of memory", "resource limit", "quota exceeded", "disk i/o", "enomem"
                ]
              }
            }
          ],
          "description": "The first class of which a keyword stands in the message, as a word of its own, once paths, hosts and names of accounts are masked; other if none does."
        },
        "connectionErrorClass": {
          "policies": [
            "scrub-text",
            {
              "classify": {
                "driver_missing": ["not installed", "cannot find module"],
                "driver_open_timeout": ["did not finish opening"],
                "store_locked": ["locked by another process", "conflicting lock"],
                "auth_failed": ["password", "authentication", "unauthorized", "jwt"],
                "timeout": ["timeout", "timed out", "etimedout"],
                "network_error": [
                  "econnrefused", "enotfound", "econnreset", "could not connect", "connection refused",
                  "network"
                ],
                "config_error": ["config", "configuration", "not found", "missing"]
              }
            }
          ],
          "description": "As errorClass, for the faults of connections."
        },
        "inputSignature": {
          "policies": [
            {
              "shape": {
                "allow": [
                  "action", "agent", "algorithm", "analyze", "args", "background", "column", "columns",
                  "command", "compare", "confidence", "content", "context", "database", "days", "depth",
                  "description", "dialect", "direction", "dry_run", "edits", "fields", "file",
                  "file_path", "files", "filter", "filters", "flags", "format", "from_dialect", "id",
                  "include", "input", "keys", "language", "level", "limit", "lineage", "max_rows",
                  "message", "mode", "model", "models", "modified_sql", "name", "names", "new_string",
                  "node", "offset", "old_string", "operation", "options", "original_sql", "output",
                  "params", "path", "pattern", "period", "prompt", "query", "question", "questions",
                  "reason", "replace_all", "rewritten_sql", "role", "rule", "rules", "schema",
                  "schema_context", "schema_name", "schema_path", "scope", "search", "select",
                  "severity", "skill", "source", "source_dialect", "sql", "sql1", "sql2", "status",
                  "subagent_type", "table", "tables", "tags", "target", "target_dialect", "term",
                  "text", "threshold", "timeout", "title", "to_dialect", "todos", "top", "type", "url",
                  "user", "value", "values", "verbose", "warehouse", "workdir"
                ],
                "limit": 1000
              }
            }
          ],
          "description": "JSON text of the types and rough lengths of arguments. The names of built-in tools' arguments leave; any other name is its position, for names are data, too."
        },
        "maskedArguments": {
          "policies": [
            {
              "mask-arguments": {
                "allow": [
                  "action", "agent", "algorithm", "analyze", "api_key", "args", "background", "column",
                  "columns", "command", "compare", "confidence", "content", "context", "database",
                  "days", "dbPassword", "depth", "description", "dialect", "direction", "dry_run",
                  "edits", "fields", "file", "file_path", "files", "filter", "filters", "flags",
                  "format", "from_dialect", "id", "include", "input", "keys", "language", "level",
                  "limit", "lineage", "max_rows", "message", "mode", "model", "models", "modified_sql",
                  "name", "names", "new_string", "node", "offset", "old_string", "operation", "options",
                  "original_sql", "output", "params", "password", "path", "pattern", "period", "prompt",
                  "query", "question", "questions", "reason", "replace_all", "rewritten_sql", "role",
                  "rule", "rules", "schema", "schema_context", "schema_name", "schema_path", "scope",
                  "search", "select", "severity", "skill", "source", "source_dialect", "sql", "sql1",
                  "sql2", "status", "subagent_type", "table", "tables", "tags", "target",
                  "target_dialect", "term", "text", "threshold", "timeout", "title", "to_dialect",
                  "todos", "token", "top", "type", "url", "user", "value", "values", "verbose",
                  "warehouse", "workdir"
                ],
                "numbers": [
                  "days", "depth", "limit", "max_rows", "offset", "threshold", "timeout", "top"
                ],
                "texts": [
                  "dialect", "from_dialect", "modified_sql", "original_sql", "rewritten_sql",
                  "source_dialect", "sql", "sql1", "sql2", "target_dialect", "to_dialect"
                ],
                "limit": 2000
              }
            }
          ],
          "description": "JSON text of arguments in which statements are masked, dialects and limits stay, and every other text or number is ?. The names of built-in tools' arguments leave, any other name is its position: what a tool is handed can be a file's content, a prompt, or what a person typed."
        },
        "projectSize": {
          "policies": [
            {
              "bucket": {
                "edges": [0, 10, 50, 200],
                "labels": ["0", "1-10", "10-50", "50-200", "200+"],
                "closed": "upper"
              }
            }
          ],
          "description": "Ranges closed above: 10 is in 1-10, 50 in 10-50."
        },
        "size": {
          "type": "integer",
          "minimum": 0,
          "policies": ["drop"],
          "description": "Counted by the program; a range of it leaves."
        },
        "milliseconds": {
          "type": "number",
          "policies": [{"clamp": {"minimum": 0, "maximum": 604800000}}, {"round": {"digits": 2}}],
          "description": "At most a week, to two significant digits."
        },
        "count": {
          "type": "integer",
          "policies": [{"clamp": {"minimum": 0, "maximum": 1000000}}, {"round": {"digits": 2}}],
          "description": "Exact below 100, two significant digits above."
        },
        "tokens": {
          "type": "integer",
          "policies": [{"clamp": {"minimum": 0, "maximum": 1000000000}}, {"round": {"digits": 2}}],
          "description": "Two significant digits: an exact count could be compared with a known text."
        },
        "dollars": {
          "type": "number",
          "policies": [{"clamp": {"minimum": 0, "maximum": 100000}}, {"round": {"digits": 2}}],
          "description": "Two significant digits."
        },
        "dataSize": {
          "type": "integer",
          "policies": [{"clamp": {"minimum": 0, "maximum": 1000000000000}}, {"round": {"digits": 1}}],
          "description": "One significant digit: it counts somebody's data."
        },
        "applicationID": {
          "type": ["string", "null"],
          "maxLength": 64,
          "policies": ["scrub-text", "fingerprint"],
          "description": "16 digits of the SHA-256 of an id that the program made: a pseudonym. Nothing of the id leaves, whatever stands in it; equal ids have equal digits, and whoever knows an id can confirm it. An empty id has those of the empty text."
        },
        "release": {
          "type": "string",
          "policies": [{"coarsen-version": {"parts": 3, "otherwise": "other"}}],
          "description": "MAJOR.MINOR.PATCH; what is appended to it goes, for it can name a branch or a machine."
        },
        "runtime": {
          "type": "string",
          "policies": [{"coarsen-version": {"otherwise": "other"}}],
          "description": "MAJOR.MINOR, without what follows."
        },
        "os": {
          "type": "string",
          "enum": ["darwin", "linux", "win32", "freebsd", "openbsd", "android"],
          "otherwise": "other"
        },
        "tools": {
          "enum": [
            "bash", "read", "write", "edit", "apply_patch", "glob", "grep", "list", "task", "todowrite",
            "todoread", "webfetch", "websearch", "codesearch", "skill", "question", "lsp", "batch",
            "invalid", "plan_enter", "plan_exit", "tool_lookup", "project_scan", "mcp_discover",
            "datamate_manager", "feedback_submit", "sample_setup", "dbt_run", "dbt_manifest",
            "dbt_profiles", "dbt_lineage", "dbt_unit_test_gen", "dbt_pr_review", "dbt_project_health",
            "sql_execute", "sql_analyze", "sql_optimize", "sql_translate", "sql_explain", "sql_format",
            "sql_fix", "sql_autocomplete", "sql_diff", "sql_rewrite", "sql_classify",
            "sql_cost_estimate", "schema_inspect", "schema_index", "schema_search",
            "schema_cache_status", "schema_detect_pii", "schema_diff", "schema_tags",
            "schema_tags_list", "lineage_check", "impact_analysis", "warehouse_list", "warehouse_test",
            "warehouse_add", "warehouse_remove", "warehouse_discover", "warehouse_explore",
            "warehouse_install_driver", "finops_query_history", "finops_analyze_credits",
            "finops_expensive_queries", "finops_warehouse_advice", "finops_unused_resources",
            "finops_role_grants", "finops_role_hierarchy", "finops_user_roles", "training_save",
            "training_list", "training_remove", "training_scan", "training_validate", "training_import",
            "altimate_memory_read", "altimate_memory_write", "altimate_memory_delete",
            "altimate_core_validate", "altimate_core_lint", "altimate_core_safety",
            "altimate_core_transpile", "altimate_core_check", "altimate_core_fix",
            "altimate_core_policy", "altimate_core_semantics", "altimate_core_testgen",
            "altimate_core_equivalence", "altimate_core_migration", "altimate_core_schema_diff",
            "altimate_core_rewrite", "altimate_core_correct", "altimate_core_grade",
            "altimate_core_classify_pii", "altimate_core_query_pii", "altimate_core_resolve_term",
            "altimate_core_column_lineage", "altimate_core_track_lineage", "altimate_core_format",
            "altimate_core_extract_metadata", "altimate_core_compare", "altimate_core_complete",
            "altimate_core_optimize_context", "altimate_core_optimize_for_query",
            "altimate_core_prune_schema", "altimate_core_import_ddl", "altimate_core_export_ddl",
            "altimate_core_fingerprint", "altimate_core_introspection_sql", "altimate_core_parse_dbt",
            "altimate_core_is_safe", "", "none"
          ],
          "otherwise": "other",
          "description": "Built-in tools by name. Tools of MCP servers and plug-ins are named by people, and leave as other."
        },
        "toolName": {"$ref": "#/$defs/tools", "type": "string"},
        "toolCategory": {
          "type": "string",
          "enum": [
            "finops", "sql", "schema", "dbt", "warehouse", "lineage", "memory", "file", "mcp",
            "standard", "none"
          ],
          "otherwise": "other"
        },
        "errorName": {
          "type": "string",
          "enum": [
            "Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "URIError",
            "EvalError", "AggregateError", "AbortError", "TimeoutError", "DOMException", "SystemError",
            "AssertionError", "APICallError", "AI_APICallError", "AI_RetryError", "AI_LoadAPIKeyError",
            "AI_NoSuchModelError", "AI_InvalidPromptError", "AI_InvalidResponseDataError", "APIError",
            "APIConnectionError", "APIConnectionTimeoutError", "RateLimitError", "AuthenticationError",
            "PermissionDeniedError", "NotFoundError", "BadRequestError", "InternalServerError",
            "OverloadedError", "ProviderAuthError", "ProviderInitError", "ProviderModelNotFoundError",
            "MessageOutputLengthError", "MessageAbortedError", "ContextOverflowError",
            "ConfigInvalidError", "ConfigJsonError", "MCPFailed", "ZodError", "TelemetryBufferOverflow",
            "UnknownError"
          ],
          "otherwise": "other",
          "description": "Names of public error classes."
        },
        "modelID": {
          "type": "string",
          "enum": [
            "big-pickle", "claude-opus-4-5", "claude-opus-4-5-20251101", "claude-opus-4-1",
            "claude-opus-4-1-20250805", "claude-opus-4-20250514", "claude-sonnet-4-5",
            "claude-sonnet-4-5-20250929", "claude-sonnet-4", "claude-sonnet-4-20250514",
            "claude-haiku-4-5", "claude-haiku-4-5-20251001", "claude-3-7-sonnet-20250219",
            "claude-3-5-sonnet-20241022", "claude-3-5-haiku-20241022", "gpt-5.2", "gpt-5.1",
            "gpt-5.1-codex", "gpt-5.1-codex-mini", "gpt-5.1-codex-max", "gpt-5", "gpt-5-pro",
            "gpt-5-mini", "gpt-5-nano", "gpt-5-codex", "gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano",
            "gpt-4o", "gpt-4o-mini", "gpt-oss-120b", "gpt-oss-20b", "o3", "o3-mini", "o4-mini",
            "gemini-3-pro-preview", "gemini-2.5-pro", "gemini-2.5-flash", "gemini-2.5-flash-lite",
            "gemini-2.0-flash", "grok-4", "grok-4-fast", "grok-code-fast-1", "deepseek-chat",
            "deepseek-reasoner", "kimi-k2", "kimi-k2-thinking", "qwen3-coder", "glm-4.6", "glm-4.7",
            "minimax-m2", "mistral-large-latest", "mistral-medium-latest", "codestral-latest",
            "devstral-medium-latest"
          ],
          "otherwise": "other",
          "description": "Models that their makers publish. A deployment or a tuned model can be named after a company, and leaves as other; a new model needs a word here."
        },
        "modelFamily": {
          "policies": [
            {
              "vocabulary": {
                "words": {
                  "big": "big-pickle",
                  "claude": "claude",
                  "gpt": "gpt",
                  "o3": "openai-o",
                  "o4": "openai-o",
                  "gemini": "gemini",
                  "grok": "grok",
                  "deepseek": "deepseek",
                  "kimi": "kimi",
                  "qwen3": "qwen",
                  "glm": "glm",
                  "minimax": "minimax",
                  "mistral": "mistral",
                  "codestral": "mistral",
                  "devstral": "mistral",
                  "llama": "llama"
                },
                "match": "segment",
                "separator": "-",
                "otherwise": "other"
              }
            }
          ],
          "description": "What stands before the first hyphen of the model's id, so that a model that is not yet listed still tells its family."
        },
        "providerID": {
          "type": "string",
          "enum": [
            "altimate-backend", "anthropic", "openai", "google", "opencode", "opencode-go",
            "github-copilot", "azure", "amazon-bedrock", "openrouter", "mistral", "groq", "deepseek",
            "xai", "digitalocean", "cerebras", "together", "fireworks", "vercel", "huggingface",
            "ollama", "lmstudio", "snowflake-cortex", "databricks"
          ],
          "otherwise": "other",
          "description": "The providers that are public. One that a person configured can be named after a company, and leaves as other."
        },
        "agent": {
          "type": "string",
          "enum": [
            "builder", "analyst", "reviewer", "dbt-optimizer", "plan", "build", "general", "explore",
            "compaction", "title", "summary"
          ],
          "otherwise": "other",
          "description": "The agents that come with the program; people write others."
        },
        "skillName": {
          "type": "string",
          "enum": [
            "adding-dbt-unit-test", "ai-dataviz", "airflow", "airflow-hitl", "airflow-plugins",
            "altimate-setup", "analyzing-data", "annotating-task-lineage",
            "answering-natural-language-questions-with-dbt", "authoring-dags",
            "building-dbt-semantic-layer", "checking-freshness", "configuring-dbt-mcp-server",
            "cosmos-dbt-core", "cosmos-dbt-fusion", "cost-report", "creating-openlineage-extractors",
            "data-parity", "data-vault", "data-viz", "databricks", "databricks-apps", "databricks-jobs",
            "databricks-lakebase", "databricks-pipelines", "dbt-analyze", "dbt-develop", "dbt-docs",
            "dbt-schema-verify", "dbt-test", "dbt-troubleshoot", "debugging-dags", "deploying-airflow",
            "generate-tests", "impact-analysis", "incremental-logic", "lineage-diff",
            "managing-astro-deployments", "managing-astro-local-env", "medallion-patterns",
            "migrating-airflow-2-to-3", "model-scaffold", "pii-audit", "profiling-tables",
            "query-optimize", "running-dbt-commands", "schema-migration", "schemachange",
            "setting-up-astro-project", "snowflake-cli", "snowflake-connections", "snowflake-setup",
            "sql-review", "sql-translate", "teach", "testing-dags", "tracing-downstream-lineage",
            "tracing-upstream-lineage", "train", "training-status", "troubleshooting-astro-deployments",
            "troubleshooting-dbt-job-errors"
          ],
          "otherwise": "other",
          "description": "The skills that come with the program; people write others."
        },
        "serverName": {
          "type": "string",
          "enum": [
            "altimate", "datamate", "dbt", "snowflake", "bigquery", "databricks", "postgres", "mysql",
            "sqlite", "duckdb", "redshift", "clickhouse", "mongodb", "redis", "github", "gitlab",
            "bitbucket", "atlassian", "jira", "confluence", "linear", "notion", "slack", "asana",
            "sentry", "datadog", "grafana", "figma", "stripe", "filesystem", "fetch", "memory", "git",
            "time", "everything", "sequential-thinking", "playwright", "puppeteer", "chrome-devtools",
            "brave-search", "exa", "tavily", "context7"
          ],
          "otherwise": "other",
          "description": "Names under which public MCP servers are usually configured; any other name is somebody's own."
        },
        "transport": {"type": "string", "enum": ["stdio", "sse", "streamable-http"]},
        "warehouseType": {
          "type": "string",
          "enum": [
            "snowflake", "bigquery", "databricks", "postgres", "postgresql", "redshift", "mysql",
            "mariadb", "sqlserver", "mssql", "oracle", "duckdb", "sqlite", "clickhouse", "trino",
            "mongodb", "unknown"
          ],
          "otherwise": "other",
          "description": "Kinds of databases. Some callers hand in the name of a connection, which leaves as other."
        },
        "dialect": {
          "type": "string",
          "enum": [
            "snowflake", "bigquery", "databricks", "postgres", "redshift", "mysql", "sqlite", "tsql",
            "oracle", "duckdb", "clickhouse", "trino", "spark", "hive", "athena", "presto", "teradata"
          ],
          "otherwise": "other"
        },
        "queryType": {
          "type": "string",
          "enum": [
            "read", "write", "unknown", "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "DDL", "SHOW",
            "EXPLAIN", "OTHER"
          ],
          "otherwise": "other"
        },
        "finishReason": {
          "type": "string",
          "enum": ["stop", "length", "tool-calls", "content-filter", "error", "other", "unknown"],
          "otherwise": "other"
        },
        "activationJob": {
          "type": "string",
          "enum": ["sample_duck_db", "breaks_downstream", "sql_review", "cost", "something_else"]
        }
      },
      "common": {
        "properties": {
          "timestamp": {
            "type": "integer",
            "minimum": 1577836800000,
            "maximum": 4102444800000,
            "policies": [{"round": {"to": 1000}}],
            "why": "When something began to go wrong.",
            "description": "To the whole second: milliseconds would show how a person types.",
            "waiver": "Stable ids stand beside it. The envelope needs a time, and the receiver notes the time of receipt to the second besides, at most a few seconds later: an hour here would hide nothing from it."
          },
          "session_id": {
            "type": ["string", "null"],
            "maxLength": 64,
            "policies": ["drop"],
            "description": "The program's own id of the session; empty before the first session begins. Never sent."
          },
          "session": {
            "from": "session_id",
            "policies": [{"vocabulary": {"words": {"": "startup"}}}],
            "else": {"from": "session_id", "policies": ["scrub-text", "fingerprint"]},
            "description": "16 digits of the SHA-256 of the session's id: a pseudonym, whatever stands in the id. Before the first session begins it is startup.",
            "why": "Which events belong to one session."
          },
          "user": {
            "type": ["string", "null"],
            "policies": ["hash-email"],
            "description": "The address of the account; null or left out if nobody is signed in.",
            "why": "Whether one account meets a fault on several machines.",
            "waiver": "The page promises a SHA-256 hash, and a key in a public program would be no secret. It is pseudonymous: whoever guesses an address can confirm it."
          },
          "machine_id": {
            "type": ["string", "null"],
            "format": "uuid",
            "description": "Made at random on the first run, kept in the user's folder; left out where it cannot be read or is no UUID.",
            "why": "How many machines are in use."
          },
          "launch_id": {
            "type": ["string", "null"],
            "format": "uuid",
            "description": "Made at random at every start and never stored.",
            "why": "Which events belong to one run."
          },
          "cli_version": {"$ref": "#/$defs/release", "why": "Which versions to mend."},
          "client": {
            "type": "string",
            "enum": ["cli", "tui", "app", "desktop", "vscode", "github-action"],
            "otherwise": "other",
            "description": "Once called source; but some events have a field of that name, which took its place.",
            "why": "Which program started the command line."
          },
          "project_id": {
            "policies": ["drop"],
            "description": "The commit with which a repository begins: it tells the repository, and the page does not name it. Never sent."
          }
        },
        "required": ["timestamp", "session_id"]
      },
      "events": {
        "session_start": {
          "description": "A session begins.",
          "properties": {
            "model_id": {"$ref": "#/$defs/modelID", "why": "Which models behave well."},
            "model_family": {
              "from": "model_id",
              "$ref": "#/$defs/modelFamily",
              "why": "Which models behave well."
            },
            "provider_id": {"$ref": "#/$defs/providerID", "why": "Which providers behave well."},
            "agent": {"$ref": "#/$defs/agent", "why": "Which agents are used."},
            "os": {"$ref": "#/$defs/os", "why": "Which systems to test on."},
            "arch": {
              "type": "string",
              "enum": ["x64", "arm64", "ia32", "arm"],
              "otherwise": "other",
              "why": "Which processors to build for."
            },
            "node_version": {"$ref": "#/$defs/runtime", "why": "Which runtimes to test on."},
            "source": {
              "type": "string",
              "enum": ["cli", "tui", "app", "desktop", "vscode", "acp", "server", "github", "run"],
              "otherwise": "other",
              "why": "From where sessions are started."
            }
          },
          "required": ["model_id", "provider_id", "agent"]
        },
        "session_end": {
          "description": "A session ends.",
          "properties": {
            "total_cost": {"$ref": "#/$defs/dollars", "why": "What sessions cost."},
            "total_tokens": {"$ref": "#/$defs/tokens", "why": "How large sessions grow."},
            "tool_call_count": {"$ref": "#/$defs/count", "why": "How much is done in a session."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "How long sessions take."}
          },
          "required": ["total_cost", "total_tokens", "tool_call_count", "duration_ms"],
          "examples": [
            {
              "raw": {
                "type": "session_end",
                "timestamp": 1755900000005,
                "session_id": "s",
                "user": "  Jane.Doe@ACME.com ",
                "total_cost": 0.12,
                "total_tokens": 900,
                "tool_call_count": 3,
                "duration_ms": 60000
              },
              "wire": {
                "type": "session_end",
                "timestamp": 1755900000000,
                "session": "043a718774c572bd",
                "user": "7ab2023f5a756bb26da296ceaf20cee2f320d806cbedfcc5cf614b1b3f409a52",
                "total_cost": 0.12,
                "total_tokens": 900,
                "tool_call_count": 3,
                "duration_ms": 60000
              }
            },
            {
              "raw": {
                "type": "session_end",
                "timestamp": 1755900000005,
                "session_id": "s",
                "total_cost": 0.12,
                "total_tokens": 900,
                "tool_call_count": 3,
                "duration_ms": 60000,
                "previous_tool": null
              },
              "rejects": ["unknown-field"]
            }
          ]
        },
        "session_forked": {
          "description": "A session is forked from another.",
          "properties": {
            "parent_session_id": {
              "$ref": "#/$defs/applicationID",
              "why": "Which session it was forked from."
            },
            "message_count": {
              "$ref": "#/$defs/count",
              "why": "How far sessions are when they are forked."
            }
          },
          "required": ["parent_session_id", "message_count"]
        },
        "generation": {
          "description": "A model finished one step.",
          "properties": {
            "message_id": {
              "$ref": "#/$defs/applicationID",
              "why": "Which events belong to one message of a session."
            },
            "model_id": {"$ref": "#/$defs/modelID", "why": "Which models behave well."},
            "model_family": {
              "from": "model_id",
              "$ref": "#/$defs/modelFamily",
              "why": "Which models behave well."
            },
            "provider_id": {"$ref": "#/$defs/providerID", "why": "Which providers behave well."},
            "agent": {"$ref": "#/$defs/agent", "why": "Which agents are used."},
            "finish_reason": {"$ref": "#/$defs/finishReason", "why": "How steps end."},
            "cost": {"$ref": "#/$defs/dollars", "why": "What steps cost."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "How long people wait."},
            "tokens_input": {"$ref": "#/$defs/tokens", "why": "How much is read anew."},
            "tokens_output": {"$ref": "#/$defs/tokens", "why": "How much is written."},
            "tokens_input_total": {"$ref": "#/$defs/tokens", "why": "How much is read in all."},
            "tokens_reasoning": {"$ref": "#/$defs/tokens", "why": "How much is thought."},
            "tokens_cache_read": {"$ref": "#/$defs/tokens", "why": "Whether the cache helps."},
            "tokens_cache_write": {"$ref": "#/$defs/tokens", "why": "What the cache costs."}
          },
          "required": [
            "message_id", "model_id", "provider_id", "agent", "finish_reason", "cost", "duration_ms",
            "tokens_input", "tokens_output"
          ]
        },
        "tool_call": {
          "description": "A tool was called.",
          "properties": {
            "message_id": {
              "$ref": "#/$defs/applicationID",
              "why": "Which events belong to one message of a session."
            },
            "tool_name": {"$ref": "#/$defs/toolName", "why": "Which tools are used, and which fail."},
            "tool_type": {
              "type": "string",
              "enum": ["standard", "mcp"],
              "why": "Whether tools of MCP servers are used."
            },
            "tool_category": {"$ref": "#/$defs/toolCategory", "why": "Which kinds of tools fail."},
            "status": {"type": "string", "enum": ["success", "error"], "why": "How often tools fail."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."},
            "sequence_index": {"$ref": "#/$defs/count", "why": "Which call of the session it was."},
            "previous_tool": {
              "$ref": "#/$defs/tools",
              "type": ["string", "null"],
              "why": "Which tools follow each other."
            },
            "args": {
              "policies": ["drop"],
              "description": "The arguments as the tool got them; never sent."
            },
            "input_signature": {
              "from": "args",
              "$ref": "#/$defs/inputSignature",
              "why": "Which shapes of input a tool fails on."
            },
            "error": {"$ref": "#/$defs/errorText", "why": "What went wrong."}
          },
          "required": [
            "message_id", "tool_name", "tool_type", "tool_category", "status", "duration_ms",
            "sequence_index"
          ]
        },
        "native_call": {
          "description": "The native engine was called.",
          "properties": {
            "method": {
              "type": "string",
              "enum": [
                "ping", "sql.execute", "sql.analyze", "sql.optimize", "sql.translate", "sql.explain",
                "sql.format", "sql.fix", "sql.autocomplete", "sql.diff", "sql.rewrite",
                "sql.schema_diff", "schema.inspect", "schema.index", "schema.search",
                "schema.cache_status", "schema.detect_pii", "schema.tags", "schema.tags_list",
                "lineage.check", "dbt.run", "dbt.manifest", "dbt.lineage", "dbt.profiles",
                "warehouse.list", "warehouse.test", "warehouse.add", "warehouse.remove",
                "warehouse.discover", "finops.query_history", "finops.analyze_credits",
                "finops.expensive_queries", "finops.warehouse_advice", "finops.unused_resources",
                "finops.role_grants", "finops.role_hierarchy", "finops.user_roles", "local.schema_sync",
                "local.test", "altimate_core.validate", "altimate_core.lint", "altimate_core.safety",
                "altimate_core.transpile", "altimate_core.explain", "altimate_core.check",
                "altimate_core.fix", "altimate_core.policy", "altimate_core.semantics",
                "altimate_core.testgen", "altimate_core.equivalence", "altimate_core.migration",
                "altimate_core.schema_diff", "altimate_core.rewrite", "altimate_core.correct",
                "altimate_core.grade", "altimate_core.classify_pii", "altimate_core.query_pii",
                "altimate_core.resolve_term", "altimate_core.column_lineage",
                "altimate_core.track_lineage", "altimate_core.format", "altimate_core.metadata",
                "altimate_core.compare", "altimate_core.complete", "altimate_core.optimize_context",
                "altimate_core.optimize_for_query", "altimate_core.prune_schema",
                "altimate_core.import_ddl", "altimate_core.export_ddl", "altimate_core.fingerprint",
                "altimate_core.introspection_sql", "altimate_core.parse_dbt", "altimate_core.is_safe"
              ],
              "otherwise": "other",
              "why": "Which methods are used, and which fail."
            },
            "status": {
              "type": "string",
              "enum": ["success", "error"],
              "why": "How often methods fail."
            },
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."},
            "error": {"$ref": "#/$defs/errorText", "why": "What went wrong."}
          },
          "required": ["method", "status", "duration_ms"]
        },
        "error": {
          "description": "An error that nothing caught.",
          "properties": {
            "error_name": {"$ref": "#/$defs/errorName", "why": "Which errors to mend first."},
            "error_message": {"$ref": "#/$defs/errorText", "why": "What went wrong."},
            "context": {
              "type": "string",
              "enum": [
                "session", "prompt", "processor", "compaction", "summary", "title", "agent", "tool",
                "provider", "stream", "mcp", "lsp", "config", "auth", "storage", "server", "worker",
                "tui", "cli", "upgrade", "telemetry", "uncaught_exception", "unhandled_rejection"
              ],
              "otherwise": "other",
              "why": "In which part of the program it happened."
            }
          },
          "required": ["error_name", "error_message", "context"]
        },
        "command": {
          "description": "A command was run.",
          "properties": {
            "command_name": {
              "type": "string",
              "enum": [
                "init", "discover", "review", "feedback", "configure-claude", "configure-codex",
                "discover-and-add-mcps", "mcps", "onboard-connect"
              ],
              "otherwise": "other",
              "description": "The commands that come with the program; people write others.",
              "why": "Which commands are used."
            },
            "command_source": {
              "type": "string",
              "enum": ["command", "mcp", "skill", "unknown"],
              "why": "Where commands come from."
            },
            "message_id": {
              "$ref": "#/$defs/applicationID",
              "why": "Which events belong to one message of a session."
            }
          },
          "required": ["command_name", "command_source", "message_id"]
        },
        "context_overflow_recovered": {
          "description": "A context that had become too long was made to fit.",
          "properties": {
            "model_id": {"$ref": "#/$defs/modelID", "why": "Which models behave well."},
            "provider_id": {"$ref": "#/$defs/providerID", "why": "Which providers behave well."},
            "tokens_used": {"$ref": "#/$defs/tokens", "why": "At which length it happens."}
          },
          "required": ["model_id", "provider_id", "tokens_used"]
        },
        "compaction_triggered": {
          "description": "A context is made shorter.",
          "properties": {
            "trigger": {
              "type": "string",
              "enum": ["overflow_detection", "error_recovery"],
              "why": "Why it is made shorter."
            },
            "attempt": {"$ref": "#/$defs/count", "why": "How often it takes more than one attempt."}
          },
          "required": ["trigger", "attempt"]
        },
        "tool_outputs_pruned": {
          "description": "Outputs of tools were taken out of a context.",
          "properties": {
            "count": {"$ref": "#/$defs/count", "why": "How many outputs go."},
            "tokens_pruned": {"$ref": "#/$defs/tokens", "why": "How much room it makes."}
          },
          "required": ["count", "tokens_pruned"]
        },
        "auth_login": {
          "description": "Somebody signed in, or failed to.",
          "properties": {
            "provider_id": {"$ref": "#/$defs/providerID", "why": "Where signing in fails."},
            "method": {"type": "string", "enum": ["oauth", "api_key"], "why": "How people sign in."},
            "status": {
              "type": "string",
              "enum": ["success", "error"],
              "why": "How often signing in fails."
            },
            "error": {"$ref": "#/$defs/serviceText", "why": "What went wrong."}
          },
          "required": ["provider_id", "method", "status"]
        },
        "auth_logout": {
          "description": "Somebody signed out.",
          "properties": {
            "provider_id": {"$ref": "#/$defs/providerID", "why": "Which providers people leave."}
          },
          "required": ["provider_id"]
        },
        "mcp_server_status": {
          "description": "An MCP server connected, disconnected or failed.",
          "properties": {
            "server_name": {"$ref": "#/$defs/serverName", "why": "Which public servers fail."},
            "transport": {"$ref": "#/$defs/transport", "why": "Which transports fail."},
            "status": {
              "type": "string",
              "enum": ["connected", "disconnected", "error"],
              "why": "How often servers fail."
            },
            "error": {"$ref": "#/$defs/serviceText", "why": "What went wrong."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."}
          },
          "required": ["server_name", "transport", "status"],
          "examples": [
            {
              "raw": {
                "type": "mcp_server_status",
                "timestamp": 1755900000002,
                "session_id": "",
                "server_name": "acme-internal-jira",
                "transport": "stdio",
                "status": "error",
                "error": "spawn C:\\Users\\Jane Doe\\mcp\\jira.exe ENOENT token ghp_0123456789abcdefghijklmnopqrstuvwxyz12",
                "duration_ms": 17
              },
              "wire": {
                "type": "mcp_server_status",
                "timestamp": 1755900000000,
                "session": "startup",
                "server_name": "other",
                "transport": "stdio",
                "status": "error",
                "error": "spawn <path> ENOENT token <secret>",
                "duration_ms": 17
              }
            }
          ]
        },
        "provider_error": {
          "description": "A provider answered with an error.",
          "properties": {
            "provider_id": {"$ref": "#/$defs/providerID", "why": "Which providers behave well."},
            "model_id": {"$ref": "#/$defs/modelID", "why": "Which models behave well."},
            "model_family": {
              "from": "model_id",
              "$ref": "#/$defs/modelFamily",
              "why": "Which models behave well."
            },
            "error_type": {"$ref": "#/$defs/errorName", "why": "Which errors to handle."},
            "error_message": {"$ref": "#/$defs/serviceText", "why": "What went wrong."},
            "http_status": {
              "type": "integer",
              "minimum": 0,
              "maximum": 999,
              "why": "Which statuses to handle.",
              "waiver": "The statuses of HTTP are a short public list; a range of them would tell nothing."
            }
          },
          "required": ["provider_id", "model_id", "error_type", "error_message"]
        },
        "engine_started": {
          "description": "The former Python engine started. No longer recorded.",
          "properties": {
            "engine_version": {"$ref": "#/$defs/release", "why": "Which engines are in use."},
            "python_version": {"$ref": "#/$defs/runtime", "why": "Which runtimes to test on."},
            "extras": {
              "type": "string",
              "enum": [
                "", "all", "warehouses", "snowflake", "bigquery", "databricks", "postgres", "duckdb",
                "dbt"
              ],
              "otherwise": "other",
              "why": "Which extras are installed."
            },
            "status": {
              "type": "string",
              "enum": ["started", "restarted", "upgraded"],
              "why": "How engines come up."
            },
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."}
          },
          "required": ["engine_version", "python_version", "status", "duration_ms"]
        },
        "engine_error": {
          "description": "The former Python engine failed to start. No longer recorded.",
          "properties": {
            "phase": {
              "type": "string",
              "enum": ["uv_download", "venv_create", "pip_install", "startup", "runtime"],
              "why": "Where it fails."
            },
            "error_message": {"$ref": "#/$defs/serviceText", "why": "What went wrong."}
          },
          "required": ["phase", "error_message"]
        },
        "upgrade_attempted": {
          "description": "The program tried to upgrade itself.",
          "properties": {
            "from_version": {"$ref": "#/$defs/release", "why": "Which upgrades fail."},
            "to_version": {"$ref": "#/$defs/release", "why": "Which upgrades fail."},
            "method": {
              "type": "string",
              "enum": ["npm", "bun", "brew", "other"],
              "why": "Which installers fail."
            },
            "status": {
              "type": "string",
              "enum": ["success", "error"],
              "why": "How often upgrades fail."
            },
            "error": {"$ref": "#/$defs/serviceText", "why": "What went wrong."}
          },
          "required": ["from_version", "to_version", "method", "status"]
        },
        "permission_denied": {
          "description": "A tool was not allowed to run.",
          "properties": {
            "tool_name": {"$ref": "#/$defs/toolName", "why": "Which tools people refuse."},
            "tool_category": {
              "$ref": "#/$defs/toolCategory",
              "why": "Which kinds of tools people refuse."
            },
            "source": {
              "type": "string",
              "enum": ["user", "config_rule"],
              "why": "Whether a person or a rule refused."
            }
          },
          "required": ["tool_name", "tool_category", "source"]
        },
        "doom_loop_detected": {
          "description": "A tool was called again and again.",
          "properties": {
            "tool_name": {"$ref": "#/$defs/toolName", "why": "Which tools loop."},
            "repeat_count": {"$ref": "#/$defs/count", "why": "How long loops run."}
          },
          "required": ["tool_name", "repeat_count"]
        },
        "environment_census": {
          "description": "A project was scanned.",
          "properties": {
            "warehouse_types": {
              "type": "array",
              "items": {"$ref": "#/$defs/warehouseType"},
              "maxItems": 256,
              "policies": ["unique"],
              "why": "Which databases to support."
            },
            "warehouse_count": {
              "$ref": "#/$defs/count",
              "why": "How many connections people configure."
            },
            "dbt_detected": {"type": "boolean", "why": "How many projects use dbt."},
            "dbt_adapter": {
              "type": ["string", "null"],
              "enum": [
                "snowflake", "bigquery", "databricks", "postgres", "postgresql", "redshift", "mysql",
                "mariadb", "sqlserver", "mssql", "oracle", "duckdb", "sqlite", "clickhouse", "trino",
                "mongodb", "spark", "athena", "fabric", "synapse", "dremio", "teradata", "glue"
              ],
              "otherwise": "other",
              "description": "Adapters that are public. A profile can be named after a company, and leaves as other.",
              "why": "Which adapters to support."
            },
            "dbt_models": {"$ref": "#/$defs/size"},
            "dbt_sources": {"$ref": "#/$defs/size"},
            "dbt_tests": {"$ref": "#/$defs/size"},
            "dbt_snapshots": {"$ref": "#/$defs/size"},
            "dbt_seeds": {"$ref": "#/$defs/size"},
            "dbt_macros": {"$ref": "#/$defs/size"},
            "dbt_model_count_bucket": {
              "from": "dbt_models",
              "$ref": "#/$defs/projectSize",
              "why": "How large projects are."
            },
            "dbt_source_count_bucket": {
              "from": "dbt_sources",
              "$ref": "#/$defs/projectSize",
              "why": "How large projects are."
            },
            "dbt_test_count_bucket": {
              "from": "dbt_tests",
              "$ref": "#/$defs/projectSize",
              "why": "How well projects are tested."
            },
            "dbt_snapshot_count_bucket": {
              "from": "dbt_snapshots",
              "$ref": "#/$defs/projectSize",
              "why": "Whether snapshots are used."
            },
            "dbt_seed_count_bucket": {
              "from": "dbt_seeds",
              "$ref": "#/$defs/projectSize",
              "why": "Whether seeds are used."
            },
            "dbt_macro_count_bucket": {
              "from": "dbt_macros",
              "$ref": "#/$defs/projectSize",
              "why": "Whether macros are used."
            },
            "dbt_materialization_dist": {
              "policies": ["drop"],
              "description": "The same as JSON text, as the program once built it; never sent."
            },
            "materializations": {
              "type": "object",
              "propertyNames": {
                "enum": [
                  "table", "view", "incremental", "ephemeral", "materialized_view", "snapshot", "seed",
                  "test", "dynamic_table", "streaming_table", "unknown"
                ],
                "otherwise": "other"
              },
              "additionalProperties": {"$ref": "#/$defs/count"},
              "maxProperties": 64,
              "why": "Which materializations are used."
            },
            "connection_sources": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": ["configured", "dbt-profile", "docker", "env-var"],
                "otherwise": "other"
              },
              "maxItems": 16,
              "policies": ["unique"],
              "why": "Where connections are found."
            },
            "mcp_server_count": {"$ref": "#/$defs/count", "why": "How many servers people configure."},
            "skill_count": {"$ref": "#/$defs/count", "why": "How many skills people have."},
            "os": {"$ref": "#/$defs/os", "why": "Which systems to test on."},
            "feature_flags": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": [
                  "experimental", "plan_mode", "filewatcher", "lsp_tool", "oxfmt", "exa",
                  "question_tool"
                ],
                "otherwise": "other"
              },
              "maxItems": 32,
              "policies": ["unique"],
              "why": "Which experiments are used."
            },
            "hostname": {"policies": ["drop"], "description": "The scan knows it; never sent."},
            "project_name": {"policies": ["drop"], "description": "The scan knows it; never sent."}
          },
          "required": [
            "warehouse_types", "warehouse_count", "dbt_detected", "connection_sources",
            "mcp_server_count", "skill_count", "os", "feature_flags"
          ],
          "examples": [
            {
              "raw": {
                "type": "environment_census",
                "timestamp": 1755900000004,
                "session_id": "s",
                "warehouse_types": ["snowflake"],
                "warehouse_count": 2,
                "dbt_detected": true,
                "dbt_adapter": "snowflake",
                "dbt_models": 137,
                "dbt_sources": 10,
                "dbt_tests": 0,
                "connection_sources": ["configured"],
                "mcp_server_count": 1,
                "skill_count": 0,
                "os": "darwin",
                "feature_flags": [],
                "hostname": "janes-mbp.acme.com",
                "project_name": "acme_payroll"
              },
              "wire": {
                "type": "environment_census",
                "timestamp": 1755900000000,
                "session": "043a718774c572bd",
                "warehouse_types": ["snowflake"],
                "warehouse_count": 2,
                "dbt_detected": true,
                "dbt_adapter": "snowflake",
                "dbt_model_count_bucket": "50-200",
                "dbt_source_count_bucket": "1-10",
                "dbt_test_count_bucket": "0",
                "connection_sources": ["configured"],
                "mcp_server_count": 1,
                "skill_count": 0,
                "os": "darwin",
                "feature_flags": []
              }
            }
          ]
        },
        "context_utilization": {
          "description": "How full a context was at one step.",
          "properties": {
            "model_id": {"$ref": "#/$defs/modelID", "why": "Which models behave well."},
            "tokens_used": {"$ref": "#/$defs/tokens", "why": "How full contexts get."},
            "context_limit": {"$ref": "#/$defs/tokens", "why": "How much the model takes."},
            "utilization_pct": {
              "type": "number",
              "policies": [{"clamp": {"minimum": 0, "maximum": 1000}}, {"round": {"to": 1}}],
              "why": "How full contexts get."
            },
            "generation_number": {"$ref": "#/$defs/count", "why": "How soon contexts fill."},
            "cache_hit_ratio": {
              "type": "number",
              "policies": [{"clamp": {"minimum": 0, "maximum": 1}}, {"round": {"to": 0.01}}],
              "why": "Whether the cache helps."
            }
          },
          "required": [
            "model_id", "tokens_used", "context_limit", "utilization_pct", "generation_number",
            "cache_hit_ratio"
          ]
        },
        "agent_outcome": {
          "description": "An agent is done, or gave up.",
          "properties": {
            "agent": {"$ref": "#/$defs/agent", "why": "Which agents fail."},
            "tool_calls": {"$ref": "#/$defs/count", "why": "How much agents do."},
            "generations": {"$ref": "#/$defs/count", "why": "How many steps agents take."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "How long agents take."},
            "cost": {"$ref": "#/$defs/dollars", "why": "What agents cost."},
            "compactions": {"$ref": "#/$defs/count", "why": "How often contexts overflow."},
            "outcome": {
              "type": "string",
              "enum": ["completed", "abandoned", "aborted", "error"],
              "why": "How often agents fail."
            },
            "final_tool": {
              "$ref": "#/$defs/tools",
              "type": ["string", "null"],
              "why": "After which tool agents stop."
            },
            "reason": {
              "$ref": "#/$defs/maskedText",
              "type": ["string", "null"],
              "why": "Why agents stop."
            },
            "error_class": {
              "from": "reason",
              "policies": [{"vocabulary": {"words": {"": "none"}}}],
              "else": {
                "from": "reason",
                "policies": [
                  "scrub-text",
                  {
                    "classify": {
                      "parse_error": [
                        "parse", "parser", "parsing", "syntax", "binder", "unexpected token", "sqlglot"
                      ],
                      "connection": [
                        "econnrefused", "enotfound", "econnreset", "connection refused",
                        "connection reset", "connection closed", "connect failed", "socket hang up",
                        "sasl", "scram", "password must be"
                      ],
                      "not_configured": [
                        "no warehouse configured", "driver not installed", "not found. available:",
                        "unsupported database type", "warehouse not configured",
                        "connection not configured"
                      ],
                      "file_not_found": [
                        "file not found", "no such file", "enoent", "directory not found",
                        "path not found", "file does not exist"
                      ],
                      "edit_mismatch": [
                        "could not find oldstring", "no changes to apply",
                        "oldstring and newstring are identical"
                      ],
                      "timeout": ["timeout", "etimedout", "timed out"],
                      "permission": [
                        "permission", "permissions", "access denied", "unauthorized", "forbidden",
                        "authentication"
                      ],
                      "http_error": [
                        "status code", "request failed with status", "http 400", "http 401", "http 403",
                        "http 404", "http 408", "http 409", "http 410", "http 422", "http 429",
                        "http 451", "http 500", "http 502", "http 503", "http 504", "bad gateway",
                        "service unavailable", "rate limit", "rate_limit", "retry after",
                        "too many requests"
                      ],
                      "file_stale": ["must read file", "has been modified since", "before overwriting"],
                      "validation": [
                        "invalid params", "invalid", "missing", "required", "does not exist"
                      ],
                      "internal": ["internal", "assertion"],
                      "resource_exhausted": [
                        "out of memory", "resource limit", "quota exceeded", "disk i/o", "enomem"
                      ]
                    }
                  }
                ]
              },
              "description": "The first class of which a keyword stands in the message, as a word of its own, once paths, hosts and names of accounts are masked; other if none does. An empty reason has none.",
              "why": "Which faults to mend first."
            }
          },
          "required": [
            "agent", "tool_calls", "generations", "duration_ms", "cost", "compactions", "outcome",
            "final_tool"
          ]
        },
        "error_recovered": {
          "description": "The program recovered from an error.",
          "properties": {
            "error_type": {"$ref": "#/$defs/errorName", "why": "From which errors it recovers."},
            "recovery_strategy": {
              "type": "string",
              "enum": ["retry", "compaction", "fallback_model", "reconnect", "reauthenticate"],
              "otherwise": "other",
              "why": "What helps."
            },
            "attempts": {"$ref": "#/$defs/count", "why": "How many attempts it takes."},
            "recovered": {"type": "boolean", "why": "Whether it helped."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "How long it takes."}
          },
          "required": ["error_type", "recovery_strategy", "attempts", "recovered", "duration_ms"]
        },
        "mcp_server_census": {
          "description": "What a connected MCP server offers.",
          "properties": {
            "server_name": {"$ref": "#/$defs/serverName", "why": "Which public servers are used."},
            "transport": {"$ref": "#/$defs/transport", "why": "Which transports are used."},
            "tool_count": {"$ref": "#/$defs/count", "why": "How many tools servers offer."},
            "resource_count": {"$ref": "#/$defs/count", "why": "How many resources servers offer."}
          },
          "required": ["server_name", "transport", "tool_count", "resource_count"]
        },
        "mcp_discovery": {
          "description": "MCP servers of other programs were found.",
          "properties": {
            "server_count": {"$ref": "#/$defs/count", "why": "How many servers are found."},
            "server_names": {
              "type": "array",
              "items": {"$ref": "#/$defs/serverName"},
              "maxItems": 256,
              "policies": ["unique"],
              "why": "Which public servers are used."
            },
            "sources": {
              "type": "array",
              "items": {
                "type": "string",
                "policies": [
                  {
                    "vocabulary": {
                      "words": {
                        ".vscode/mcp.json": "vscode",
                        ".cursor/mcp.json": "cursor",
                        ".github/copilot/mcp.json": "copilot",
                        ".gemini/settings.json": "gemini",
                        "~/.gemini/settings.json": "gemini",
                        "~/.claude.json": "claude-code",
                        ".mcp.json": "project",
                        "~/.mcp.json": "home",
                        "claude-desktop": "claude-desktop"
                      },
                      "otherwise": "other"
                    }
                  }
                ]
              },
              "maxItems": 32,
              "policies": ["unique"],
              "description": "The program for which a configuration was written; the file's path does not leave.",
              "why": "Which programs' configurations are found."
            }
          },
          "required": ["server_count", "server_names", "sources"]
        },
        "memory_operation": {
          "description": "A block of memory was written or deleted.",
          "properties": {
            "operation": {"type": "string", "enum": ["write", "delete"], "why": "How memory is used."},
            "scope": {
              "type": "string",
              "enum": ["global", "project"],
              "why": "How far memories reach."
            },
            "block_id": {"policies": ["drop"], "description": "People name these blocks; never sent."},
            "is_update": {"type": "boolean", "why": "Whether memories are kept up to date."},
            "duplicate_count": {"$ref": "#/$defs/count", "why": "How often memories repeat."},
            "tags_count": {"$ref": "#/$defs/count", "why": "Whether tags are used."}
          },
          "required": ["operation", "scope", "is_update", "duplicate_count", "tags_count"]
        },
        "memory_injection": {
          "description": "Memories were put into a context.",
          "properties": {
            "block_count": {"$ref": "#/$defs/count", "why": "How many memories are used."},
            "total_chars": {"$ref": "#/$defs/dataSize", "why": "How much room they take."},
            "budget": {"$ref": "#/$defs/dataSize", "why": "How much room they have."},
            "scopes_used": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": ["global", "project", "training"],
                "otherwise": "other"
              },
              "maxItems": 16,
              "policies": ["unique"],
              "why": "How far memories reach."
            }
          },
          "required": ["block_count", "total_chars", "budget", "scopes_used"]
        },
        "warehouse_connect": {
          "description": "A connection to a database was opened, or failed.",
          "properties": {
            "warehouse_type": {"$ref": "#/$defs/warehouseType", "why": "Which databases to support."},
            "auth_method": {
              "type": "string",
              "enum": [
                "connection_string", "key_pair", "sso", "oauth", "token", "password", "file", "unknown"
              ],
              "otherwise": "other",
              "why": "Which kinds of signing in fail."
            },
            "success": {"type": "boolean", "why": "How often connections fail."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."},
            "error": {"$ref": "#/$defs/errorText", "why": "What went wrong."},
            "error_category": {
              "from": "error",
              "$ref": "#/$defs/connectionErrorClass",
              "why": "Which faults to mend first."
            }
          },
          "required": ["warehouse_type", "auth_method", "success", "duration_ms"]
        },
        "warehouse_query": {
          "description": "A query ran.",
          "properties": {
            "warehouse_type": {"$ref": "#/$defs/warehouseType", "why": "Which databases to support."},
            "query_type": {"$ref": "#/$defs/queryType", "why": "Which queries are run."},
            "success": {"type": "boolean", "why": "How often queries fail."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."},
            "row_count": {"$ref": "#/$defs/dataSize", "why": "How large results are."},
            "truncated": {"type": "boolean", "why": "How often results are cut."},
            "error": {"$ref": "#/$defs/errorText", "why": "What went wrong."},
            "error_category": {
              "from": "error",
              "$ref": "#/$defs/connectionErrorClass",
              "why": "Which faults to mend first."
            }
          },
          "required": [
            "warehouse_type", "query_type", "success", "duration_ms", "row_count", "truncated"
          ]
        },
        "warehouse_introspection": {
          "description": "The structure of a database was read.",
          "properties": {
            "warehouse_type": {"$ref": "#/$defs/warehouseType", "why": "Which databases to support."},
            "operation": {
              "type": "string",
              "enum": [
                "index_warehouse", "list_schemas", "list_tables", "describe_table", "inspect", "search",
                "cache_status", "tags", "detect_pii"
              ],
              "otherwise": "other",
              "why": "Which operations fail."
            },
            "success": {"type": "boolean", "why": "How often it fails."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."},
            "result_count": {"$ref": "#/$defs/dataSize", "why": "How large databases are."},
            "error": {"$ref": "#/$defs/errorText", "why": "What went wrong."}
          },
          "required": ["warehouse_type", "operation", "success", "duration_ms", "result_count"]
        },
        "warehouse_discovery": {
          "description": "Databases were looked for.",
          "properties": {
            "source": {
              "type": "string",
              "enum": ["docker", "dbt_profiles", "env", "config", "cloud"],
              "otherwise": "other",
              "why": "Where databases are found."
            },
            "connections_found": {"$ref": "#/$defs/count", "why": "How many are found."},
            "warehouse_types": {
              "type": "array",
              "items": {"$ref": "#/$defs/warehouseType"},
              "maxItems": 256,
              "policies": ["unique"],
              "why": "Which databases to support."
            }
          },
          "required": ["source", "connections_found", "warehouse_types"]
        },
        "warehouse_census": {
          "description": "Which connections are configured.",
          "properties": {
            "total_connections": {
              "$ref": "#/$defs/count",
              "why": "How many connections people configure."
            },
            "warehouse_types": {
              "type": "array",
              "items": {"$ref": "#/$defs/warehouseType"},
              "maxItems": 256,
              "policies": ["unique"],
              "why": "Which databases to support."
            },
            "connection_sources": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": ["config_global", "config_local", "env"],
                "otherwise": "other"
              },
              "maxItems": 16,
              "policies": ["unique"],
              "why": "Where connections are configured."
            },
            "has_ssh_tunnel": {"type": "boolean", "why": "Whether tunnels are used."},
            "has_keychain": {"type": "boolean", "why": "Whether keychains are used."}
          },
          "required": [
            "total_connections", "warehouse_types", "connection_sources", "has_ssh_tunnel",
            "has_keychain"
          ]
        },
        "skill_used": {
          "description": "A skill was loaded.",
          "properties": {
            "message_id": {
              "$ref": "#/$defs/applicationID",
              "why": "Which events belong to one message of a session."
            },
            "skill_name": {"$ref": "#/$defs/skillName", "why": "Which skills are used."},
            "skill_source": {
              "type": "string",
              "enum": ["builtin", "global", "project"],
              "why": "Where skills come from."
            },
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."},
            "trigger": {
              "type": "string",
              "enum": ["user_command", "llm_selected", "auto_suggested", "unknown"],
              "why": "How skills are found."
            },
            "has_followups": {"type": "boolean", "why": "Whether a skill leads on."},
            "followup_count": {"$ref": "#/$defs/count", "why": "How far a skill leads on."}
          },
          "required": ["message_id", "skill_name", "skill_source", "duration_ms"]
        },
        "sql_execute_failure": {
          "description": "A statement failed.",
          "properties": {
            "warehouse_type": {"$ref": "#/$defs/warehouseType", "why": "Where statements fail."},
            "query_type": {"$ref": "#/$defs/queryType", "why": "Which statements fail."},
            "error_message": {"$ref": "#/$defs/errorText", "why": "What went wrong."},
            "sql": {
              "type": "string",
              "policies": ["drop"],
              "description": "The statement as it ran; never sent."
            },
            "masked_sql": {
              "from": "sql",
              "$ref": "#/$defs/maskedStatement",
              "why": "Which shapes of statements fail."
            },
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."}
          },
          "required": ["warehouse_type", "query_type", "error_message", "sql", "duration_ms"],
          "examples": [
            {
              "raw": {
                "type": "sql_execute_failure",
                "timestamp": 1755900000001,
                "session_id": "ses_01",
                "warehouse_type": "postgres",
                "query_type": "read",
                "error_message": "syntax error at or near \"Payroll\"",
                "sql": "SELECT 1 -- don't log jane\nWHERE name = 'Jane' AND k = $$top secret$$ AND p = 'C:\\' AND s = 'hunter2'",
                "duration_ms": 9
              },
              "wire": {
                "type": "sql_execute_failure",
                "timestamp": 1755900000000,
                "session": "2bf1e8ca25154cbf",
                "warehouse_type": "postgres",
                "query_type": "read",
                "error_message": "syntax error at or near ?",
                "masked_sql": "SELECT ? WHERE name = ? AND k = ? AND p = ?",
                "duration_ms": 9
              }
            }
          ]
        },
        "core_failure": {
          "description": "A tool failed.",
          "properties": {
            "tool_name": {"$ref": "#/$defs/toolName", "why": "Which tools fail."},
            "tool_category": {"$ref": "#/$defs/toolCategory", "why": "Which kinds of tools fail."},
            "error": {
              "type": "string",
              "policies": ["drop"],
              "description": "The message as it was thrown; never sent."
            },
            "error_class": {
              "from": "error",
              "$ref": "#/$defs/errorClass",
              "why": "Which faults to mend first."
            },
            "error_message": {"from": "error", "$ref": "#/$defs/maskedText", "why": "What went wrong."},
            "args": {
              "type": "object",
              "policies": ["drop"],
              "description": "The arguments as the tool got them; never sent."
            },
            "input_signature": {
              "from": "args",
              "$ref": "#/$defs/inputSignature",
              "why": "Which shapes of input a tool fails on."
            },
            "masked_args": {
              "from": "args",
              "$ref": "#/$defs/maskedArguments",
              "why": "Which statements and settings a tool fails on."
            },
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "Whether it was a time-out."}
          },
          "required": ["tool_name", "tool_category", "error", "duration_ms"],
          "examples": [
            {
              "raw": {
                "type": "core_failure",
                "timestamp": 1755900000000,
                "session_id": "ses_01",
                "tool_name": "sql_execute",
                "tool_category": "sql",
                "error": "Error: connect failed for jane.doe@acme.com at /Users/jane/acme-dbt/models/pay.sql: password authentication failed for user \"jane\"",
                "args": {
                  "sql": "SELECT * FROM payroll.salaries WHERE ssn = '123-45-6789' AND salary > 250000",
                  "password": "hunter2",
                  "dbPassword": "hunter3",
                  "dialect": "snowflake",
                  "limit": 100
                },
                "duration_ms": 42
              },
              "wire": {
                "type": "core_failure",
                "timestamp": 1755900000000,
                "session": "2bf1e8ca25154cbf",
                "tool_name": "sql_execute",
                "tool_category": "sql",
                "error_class": "connection",
                "error_message": "Error: connect failed for <email> at <path>: password authentication failed for user ?",
                "input_signature": "{\"dialect\":\"string:1-10\",\"limit\":\"number\",\"sql\":\"string:11-100\",\"1\":\"<secret>\",\"2\":\"<secret>\"}",
                "masked_args": "{\"sql\":\"SELECT * FROM payroll.salaries WHERE ssn = ? AND salary > ?\",\"password\":\"<secret>\",\"dbPassword\":\"<secret>\",\"dialect\":\"snowflake\",\"limit\":100}",
                "duration_ms": 42
              }
            }
          ]
        },
        "first_launch": {
          "description": "The program ran for the first time after it was installed.",
          "properties": {
            "version": {"$ref": "#/$defs/release", "why": "Which versions people install."},
            "is_upgrade": {"type": "boolean", "why": "Whether they had one before."}
          },
          "required": ["version", "is_upgrade"]
        },
        "skill_created": {
          "description": "A skill was created.",
          "properties": {
            "skill_name": {"$ref": "#/$defs/skillName", "why": "Whether built-in skills are replaced."},
            "language": {
              "type": "string",
              "enum": [
                "bash", "python", "typescript", "javascript", "sql", "node", "powershell", "markdown"
              ],
              "otherwise": "other",
              "why": "In which languages skills are written."
            },
            "source": {
              "type": "string",
              "enum": ["cli", "tui"],
              "why": "From where skills are managed."
            }
          },
          "required": ["skill_name", "language", "source"]
        },
        "skill_installed": {
          "description": "Skills were installed.",
          "properties": {
            "install_source": {
              "type": "string",
              "policies": [
                {
                  "classify": {
                    "github": ["github.com"],
                    "gitlab": ["gitlab.com"],
                    "url": ["https://", "http://", "git@", "ssh://"],
                    "local": ["./", "../", "~/", ":\\", "/home/", "/users/", "/tmp/"]
                  }
                }
              ],
              "description": "The kind of place. The place itself can be a path, or name a private repository.",
              "why": "Where skills are installed from."
            },
            "skill_count": {"$ref": "#/$defs/count", "why": "How many skills are installed."},
            "skill_names": {
              "type": "array",
              "items": {"$ref": "#/$defs/skillName"},
              "maxItems": 256,
              "policies": ["unique"],
              "why": "Which public skills are installed."
            },
            "source": {
              "type": "string",
              "enum": ["cli", "tui"],
              "why": "From where skills are managed."
            }
          },
          "required": ["install_source", "skill_count", "skill_names", "source"]
        },
        "skill_removed": {
          "description": "A skill was removed.",
          "properties": {
            "skill_name": {"$ref": "#/$defs/skillName", "why": "Which public skills are removed."},
            "source": {
              "type": "string",
              "enum": ["cli", "tui"],
              "why": "From where skills are managed."
            }
          },
          "required": ["skill_name", "source"]
        },
        "plan_revision": {
          "description": "A plan was revised.",
          "properties": {
            "revision_number": {"$ref": "#/$defs/count", "why": "How many revisions a plan takes."},
            "action": {
              "type": "string",
              "enum": ["refine", "approve", "reject", "cap_reached"],
              "why": "How revisions end."
            }
          },
          "required": ["revision_number", "action"]
        },
        "feature_suggestion": {
          "description": "A feature was suggested.",
          "properties": {
            "suggestion_type": {
              "type": "string",
              "enum": ["post_warehouse_connect", "dbt_detected", "progressive_disclosure"],
              "why": "When features are suggested."
            },
            "suggestions_shown": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": [
                  "dbt-develop", "dbt-troubleshoot", "dbt-analyze", "schema_index", "schema_inspect",
                  "sql_analyze", "sql_execute", "lineage_check"
                ],
                "otherwise": "other"
              },
              "maxItems": 32,
              "policies": ["unique"],
              "why": "Which features are suggested."
            },
            "warehouse_type": {"$ref": "#/$defs/warehouseType", "why": "For which databases."}
          },
          "required": ["suggestion_type", "suggestions_shown"]
        },
        "filetime_drift": {
          "description": "A file's time and the clock differ.",
          "properties": {
            "drift_ms": {"$ref": "#/$defs/milliseconds", "why": "How far they differ."},
            "mtime_ahead": {"type": "boolean", "why": "Which of them is ahead."}
          },
          "required": ["drift_ms", "mtime_ahead"]
        },
        "filetime_assert": {
          "description": "A file had changed since it was read.",
          "properties": {
            "outcome": {"type": "string", "const": "stale", "why": "What was found."},
            "delta_ms": {"$ref": "#/$defs/milliseconds", "why": "How much later it changed."},
            "tolerance_ms": {"$ref": "#/$defs/milliseconds", "why": "How much later it may change."}
          },
          "required": ["outcome", "delta_ms", "tolerance_ms"]
        },
        "sql_quality": {
          "description": "A statement was examined.",
          "properties": {
            "tool_name": {"$ref": "#/$defs/toolName", "why": "Which tools are used, and which fail."},
            "tool_category": {"$ref": "#/$defs/toolCategory", "why": "Which kinds of tools fail."},
            "finding_count": {"$ref": "#/$defs/count", "why": "How many findings statements have."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."},
            "by_category": {
              "policies": ["drop"],
              "description": "The same as JSON text, as the program once built it; never sent."
            },
            "categories": {
              "type": "object",
              "propertyNames": {
                "enum": [
                  "lint", "safety", "performance", "correctness", "style", "semantics", "pii", "policy",
                  "cost", "validation", "equivalence", "migration", "parse_error", "unknown"
                ],
                "otherwise": "other"
              },
              "additionalProperties": {"$ref": "#/$defs/count"},
              "maxProperties": 64,
              "why": "Which findings are frequent."
            },
            "has_schema": {"type": "boolean", "why": "Whether the schema was known."},
            "dialect": {"$ref": "#/$defs/dialect", "why": "Which dialects are examined."}
          },
          "required": ["tool_name", "tool_category", "finding_count", "duration_ms", "has_schema"]
        },
        "task_outcome_signal": {
          "description": "How a task seems to have ended.",
          "properties": {
            "signal": {
              "type": "string",
              "enum": ["accepted", "error", "abandoned", "cancelled"],
              "why": "How tasks end."
            },
            "tool_count": {"$ref": "#/$defs/count", "why": "How much tasks take."},
            "step_count": {"$ref": "#/$defs/count", "why": "How many steps tasks take."},
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "How long tasks take."},
            "last_tool_category": {
              "$ref": "#/$defs/toolCategory",
              "why": "With which kind of tool tasks end."
            }
          },
          "required": ["signal", "tool_count", "step_count", "duration_ms", "last_tool_category"]
        },
        "task_classified": {
          "description": "What a first message seems to be about; of the message nothing leaves.",
          "properties": {
            "intent": {
              "type": "string",
              "enum": [
                "debug_dbt", "write_sql", "optimize_query", "build_model", "analyze_lineage",
                "explore_schema", "migrate_sql", "manage_warehouse", "finops", "general"
              ],
              "why": "What people come for."
            },
            "confidence": {"type": "number", "enum": [0.5, 1], "why": "How sure that is."},
            "warehouse_type": {"$ref": "#/$defs/warehouseType", "why": "For which databases."}
          },
          "required": ["intent", "confidence", "warehouse_type"]
        },
        "schema_complexity": {
          "description": "How large a database's structure is.",
          "properties": {
            "warehouse_type": {"$ref": "#/$defs/warehouseType", "why": "Which databases to support."},
            "tables": {"$ref": "#/$defs/size"},
            "columns": {"$ref": "#/$defs/size"},
            "schemas": {"$ref": "#/$defs/size"},
            "table_count_bucket": {
              "from": "tables",
              "$ref": "#/$defs/projectSize",
              "why": "How large databases are."
            },
            "column_count_bucket": {
              "from": "columns",
              "$ref": "#/$defs/projectSize",
              "why": "How large databases are."
            },
            "schema_count_bucket": {
              "from": "schemas",
              "$ref": "#/$defs/projectSize",
              "why": "How large databases are."
            },
            "avg_columns_per_table": {
              "type": "number",
              "policies": [{"clamp": {"minimum": 0, "maximum": 10000}}, {"round": {"digits": 1}}],
              "description": "One significant digit: it counts somebody's data.",
              "why": "How wide tables are."
            }
          },
          "required": ["warehouse_type", "tables", "columns", "schemas", "avg_columns_per_table"]
        },
        "sql_fingerprint": {
          "description": "The shape of a statement; of its text nothing leaves.",
          "properties": {
            "statement_types": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": [
                  "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "CREATE", "ALTER", "DROP",
                  "TRUNCATE", "COPY", "EXPLAIN", "SHOW", "SET", "USE", "CALL", "GRANT", "REVOKE",
                  "UNKNOWN"
                ],
                "otherwise": "OTHER"
              },
              "maxItems": 256,
              "policies": ["unique"],
              "why": "Which statements are run."
            },
            "categories": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": ["query", "dml", "ddl", "dcl", "tcl", "write", "read", "utility", "unknown"],
                "otherwise": "other"
              },
              "maxItems": 256,
              "policies": ["unique"],
              "why": "Which kinds of statements are run."
            },
            "table_count": {"$ref": "#/$defs/count", "why": "How complex statements are."},
            "function_count": {"$ref": "#/$defs/count", "why": "How complex statements are."},
            "node_count": {"$ref": "#/$defs/count", "why": "How complex statements are."},
            "has_subqueries": {"type": "boolean", "why": "How complex statements are."},
            "has_aggregation": {"type": "boolean", "why": "How complex statements are."},
            "has_window_functions": {"type": "boolean", "why": "How complex statements are."}
          },
          "required": [
            "statement_types", "categories", "table_count", "function_count", "node_count",
            "has_subqueries", "has_aggregation", "has_window_functions"
          ]
        },
        "error_fingerprint": {
          "description": "An error, told by its class and by a hash of its masked message.",
          "properties": {
            "error": {
              "type": "string",
              "policies": ["drop"],
              "description": "The message as it was thrown; never sent."
            },
            "error_hash": {"from": "error", "$ref": "#/$defs/textHash", "why": "Which errors are one."},
            "error_class": {
              "from": "error",
              "$ref": "#/$defs/errorClass",
              "why": "Which faults to mend first."
            },
            "tool_name": {"$ref": "#/$defs/toolName", "why": "Which tools fail."},
            "tool_category": {"$ref": "#/$defs/toolCategory", "why": "Which kinds of tools fail."},
            "recovery_successful": {"type": "boolean", "why": "Whether another tool helped."},
            "recovery_tool": {"$ref": "#/$defs/toolName", "why": "Which tool helped."}
          },
          "required": ["error", "tool_name", "tool_category", "recovery_successful", "recovery_tool"]
        },
        "tool_chain_outcome": {
          "description": "Which tools were called in a session, and how it ended.",
          "properties": {
            "chain": {
              "policies": ["drop"],
              "description": "The same as JSON text, as the program once built it; never sent."
            },
            "tools": {
              "type": "array",
              "items": {"$ref": "#/$defs/toolName"},
              "maxItems": 50,
              "why": "Which tools follow each other."
            },
            "chain_length": {"$ref": "#/$defs/count", "why": "How long chains are."},
            "had_errors": {"type": "boolean", "why": "How often chains fail."},
            "error_recovery_count": {"$ref": "#/$defs/count", "why": "How often chains recover."},
            "final_outcome": {
              "type": "string",
              "enum": ["completed", "abandoned", "aborted", "error"],
              "otherwise": "other",
              "why": "How chains end."
            },
            "total_duration_ms": {"$ref": "#/$defs/milliseconds", "why": "How long chains take."},
            "total_cost": {"$ref": "#/$defs/dollars", "why": "What chains cost."}
          },
          "required": [
            "chain_length", "had_errors", "error_recovery_count", "final_outcome", "total_duration_ms",
            "total_cost"
          ]
        },
        "sql_pre_validation": {
          "description": "A statement was checked before it ran.",
          "properties": {
            "outcome": {
              "type": "string",
              "enum": ["skipped", "passed", "blocked", "error"],
              "why": "How often a check helps."
            },
            "reason": {
              "type": "string",
              "enum": [
                "no_cache", "stale_cache", "empty_cache", "valid", "non_structural", "structural_error",
                "dispatcher_failed", "validation_exception"
              ],
              "otherwise": "other",
              "why": "Why it ended so."
            },
            "warehouse_type": {
              "$ref": "#/$defs/warehouseType",
              "why": "For which databases a check helps."
            },
            "query_type": {"$ref": "#/$defs/queryType", "why": "For which statements a check helps."},
            "sql": {
              "type": "string",
              "policies": ["drop"],
              "description": "The statement as it ran; never sent."
            },
            "masked_sql_hash": {
              "from": "sql",
              "$ref": "#/$defs/textHash",
              "why": "Which checks are of one statement."
            },
            "schema_columns": {"$ref": "#/$defs/dataSize", "why": "How large the known structure is."},
            "schema_truncated": {"type": "boolean", "why": "Whether the known structure was cut."},
            "error_message": {
              "$ref": "#/$defs/errorText",
              "description": "One caller hands it in though the page never named it; masked as any error text.",
              "why": "What went wrong."
            },
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "What is slow."}
          },
          "required": [
            "outcome", "reason", "warehouse_type", "query_type", "schema_columns", "schema_truncated",
            "duration_ms"
          ]
        },
        "config_env_interpolation": {
          "description": "Variables stood in a configuration.",
          "properties": {
            "dollar_refs": {"$ref": "#/$defs/count", "why": "How often variables are used."},
            "dollar_unresolved": {"$ref": "#/$defs/count", "why": "How often they are not set."},
            "dollar_defaulted": {"$ref": "#/$defs/count", "why": "How often a default stands in."},
            "dollar_escaped": {"$ref": "#/$defs/count", "why": "How often they are escaped."},
            "legacy_brace_refs": {"$ref": "#/$defs/count", "why": "How often the old form is used."},
            "legacy_brace_unresolved": {
              "$ref": "#/$defs/count",
              "why": "How often the old form finds nothing."
            }
          },
          "required": [
            "dollar_refs", "dollar_unresolved", "dollar_defaulted", "dollar_escaped",
            "legacy_brace_refs", "legacy_brace_unresolved"
          ]
        },
        "plan_no_tool_generation": {
          "description": "A model planned without calling a tool.",
          "properties": {
            "message_id": {
              "$ref": "#/$defs/applicationID",
              "why": "Which events belong to one message of a session."
            },
            "model_id": {"$ref": "#/$defs/modelID", "why": "Which models refuse."},
            "provider_id": {"$ref": "#/$defs/providerID", "why": "Which providers behave well."},
            "finish_reason": {"$ref": "#/$defs/finishReason", "why": "How the step ended."},
            "tokens_output": {
              "$ref": "#/$defs/tokens",
              "why": "Whether it was a refusal or a long plan."
            }
          },
          "required": ["message_id", "model_id", "provider_id", "finish_reason", "tokens_output"]
        },
        "onboarding_started": {"description": "The first run began without a usable model."},
        "model_picker_shown": {
          "description": "The list of models was shown.",
          "properties": {
            "trigger": {
              "type": "string",
              "enum": ["first_run", "connect_command", "big_pickle_back", "prompt_gate"],
              "why": "From where it was opened."
            }
          },
          "required": ["trigger"]
        },
        "provider_selected": {
          "description": "A provider was chosen.",
          "properties": {
            "provider_id_raw": {
              "type": "string",
              "policies": ["drop"],
              "description": "The provider's id; opencode/big-pickle for that model, search_all where the whole list was opened. Never sent as it is: a person can have named it."
            },
            "provider": {
              "from": "provider_id_raw",
              "policies": [
                {
                  "vocabulary": {
                    "words": {
                      "altimate-backend": "altimate_gateway",
                      "anthropic": "anthropic",
                      "openai": "openai",
                      "google": "google",
                      "opencode/big-pickle": "big_pickle",
                      "search_all": "search_all"
                    },
                    "otherwise": "other"
                  }
                }
              ],
              "why": "What people choose first."
            },
            "provider_id": {
              "from": "provider_id_raw",
              "policies": [
                {
                  "vocabulary": {
                    "words": {
                      "altimate-backend": "altimate-backend",
                      "anthropic": "anthropic",
                      "openai": "openai",
                      "google": "google",
                      "opencode": "opencode",
                      "opencode-go": "opencode-go",
                      "github-copilot": "github-copilot",
                      "azure": "azure",
                      "amazon-bedrock": "amazon-bedrock",
                      "openrouter": "openrouter",
                      "mistral": "mistral",
                      "groq": "groq",
                      "deepseek": "deepseek",
                      "xai": "xai",
                      "digitalocean": "digitalocean",
                      "cerebras": "cerebras",
                      "together": "together",
                      "fireworks": "fireworks",
                      "vercel": "vercel",
                      "huggingface": "huggingface",
                      "ollama": "ollama",
                      "lmstudio": "lmstudio",
                      "snowflake-cortex": "snowflake-cortex",
                      "databricks": "databricks",
                      "opencode/big-pickle": "opencode"
                    }
                  }
                }
              ],
              "description": "Only of a provider that is public.",
              "why": "Which of the others to offer."
            },
            "via_search": {"type": "boolean", "why": "Whether the whole list was searched."}
          },
          "required": ["provider_id_raw"],
          "examples": [
            {
              "raw": {
                "type": "provider_selected",
                "timestamp": 1755900000003,
                "session_id": "",
                "provider_id_raw": "acme-llm-gateway"
              },
              "wire": {
                "type": "provider_selected",
                "timestamp": 1755900000000,
                "session": "startup",
                "provider": "other"
              }
            }
          ]
        },
        "big_pickle_confirm_shown": {
          "description": "The notice on the free model was shown.",
          "properties": {
            "origin": {
              "type": "string",
              "enum": ["welcome", "model"],
              "why": "From where it was opened."
            }
          },
          "required": ["origin"]
        },
        "big_pickle_choice": {
          "description": "Somebody answered the notice on the free model.",
          "properties": {
            "choice": {"type": "string", "enum": ["accept", "cancel"], "why": "What people decide."}
          },
          "required": ["choice"]
        },
        "gateway_device_code_issued": {"description": "Signing in to the gateway began."},
        "gateway_auth_completed": {"description": "Signing in to the gateway succeeded."},
        "gateway_auth_failed": {
          "description": "Signing in to the gateway failed.",
          "properties": {
            "reason": {
              "type": "string",
              "enum": ["timeout", "denied", "error"],
              "why": "Why it failed."
            }
          },
          "required": ["reason"]
        },
        "instance_connected": {
          "description": "Credentials arrived and were saved.",
          "properties": {
            "time_to_connect_ms": {"$ref": "#/$defs/milliseconds", "why": "How long people wait."}
          },
          "required": ["time_to_connect_ms"]
        },
        "onboarding_completed": {"description": "A model is ready."},
        "scan_gate_shown": {"description": "The question whether to scan was shown."},
        "scan_gate_choice": {
          "description": "Somebody answered whether to scan.",
          "properties": {
            "choice": {
              "type": "string",
              "enum": ["scan", "skip", "dismissed"],
              "why": "What people decide."
            }
          },
          "required": ["choice"]
        },
        "environment_scan_completed": {
          "description": "The scan of the first run is done.",
          "properties": {
            "has_dbt": {"type": "boolean", "why": "What people bring."},
            "has_warehouse": {"type": "boolean", "why": "What people bring."},
            "is_repo": {"type": "boolean", "why": "What people bring."},
            "connections_found": {"$ref": "#/$defs/count", "why": "How many connections are found."},
            "degraded": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": [
                  "config", "config-files", "data-tools", "dbt-project", "dbt.manifest", "dbt.profiles",
                  "env-vars", "git", "post-connect-suggestions", "python-engine", "schema.cache_status",
                  "skills", "warehouse.discover", "warehouse.list"
                ],
                "otherwise": "other"
              },
              "maxItems": 32,
              "policies": ["unique"],
              "why": "Which parts of the scan fail."
            }
          },
          "required": ["has_dbt", "has_warehouse", "is_repo", "connections_found", "degraded"]
        },
        "activation_menu_shown": {
          "description": "The menu of first jobs was shown.",
          "properties": {
            "variant": {"type": "string", "enum": ["warehouse", "no_data"], "why": "Which menu."}
          },
          "required": ["variant"]
        },
        "activation_job_selected": {
          "description": "A first job was begun.",
          "properties": {"job": {"$ref": "#/$defs/activationJob", "why": "What people try first."}},
          "required": ["job"]
        },
        "first_job_completed": {
          "description": "A first job was done.",
          "properties": {"job": {"$ref": "#/$defs/activationJob", "why": "What works at first."}},
          "required": ["job"]
        },
        "sample_setup_completed": {
          "description": "The sample project was set up.",
          "properties": {
            "success": {"type": "boolean", "why": "How often it fails."},
            "reused": {"type": "boolean", "why": "Whether it was there before."},
            "models": {"$ref": "#/$defs/count", "why": "What was set up."},
            "tables": {"$ref": "#/$defs/count", "why": "What was set up."}
          },
          "required": ["success", "reused", "models", "tables"]
        },
        "first_prompt_sent": {
          "description": "The first message of a first run was sent; of the message nothing leaves."
        },
        "onboarding_abandoned": {
          "description": "The first run ended early.",
          "properties": {
            "last_stage": {
              "type": "string",
              "enum": [
                "started", "model_picker", "provider_setup", "big_pickle_confirm", "gateway_auth",
                "connected", "scan_gate", "activation"
              ],
              "otherwise": "other",
              "why": "Where people give up."
            }
          },
          "required": ["last_stage"]
        },
        "review_run": {
          "description": "A review was completed, or failed.",
          "properties": {
            "invocation": {
              "type": "string",
              "enum": ["cli", "tool"],
              "why": "How reviews are started."
            },
            "status": {
              "type": "string",
              "enum": ["completed", "failed"],
              "why": "How often reviews fail."
            },
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "How long reviews take."},
            "verdict": {
              "type": "string",
              "enum": ["APPROVE", "COMMENT", "REQUEST_CHANGES"],
              "otherwise": "other",
              "presentIf": {"status": ["completed"]},
              "why": "How reviews end."
            },
            "ideal_verdict": {
              "type": "string",
              "enum": ["APPROVE", "COMMENT", "REQUEST_CHANGES"],
              "otherwise": "other",
              "presentIf": {"status": ["completed"]},
              "why": "How they would have ended without a gate."
            },
            "mode": {
              "type": "string",
              "enum": ["comment", "gate"],
              "otherwise": "other",
              "presentIf": {"status": ["completed"]},
              "why": "How reviews are used."
            },
            "tier": {
              "type": "string",
              "enum": ["trivial", "lite", "full"],
              "otherwise": "other",
              "presentIf": {"status": ["completed"]},
              "why": "How thorough reviews are."
            },
            "tier_forced": {
              "type": "boolean",
              "presentIf": {"status": ["completed"]},
              "why": "Whether somebody chose the tier."
            },
            "degraded": {
              "type": "boolean",
              "presentIf": {"status": ["completed"]},
              "why": "Whether something was missing."
            },
            "stale_manifest": {
              "type": "boolean",
              "presentIf": {"status": ["completed"]},
              "why": "Whether the manifest was out of date."
            },
            "critical": {
              "$ref": "#/$defs/count",
              "presentIf": {"status": ["completed"]},
              "why": "What reviews find."
            },
            "warning": {
              "$ref": "#/$defs/count",
              "presentIf": {"status": ["completed"]},
              "why": "What reviews find."
            },
            "suggestion": {
              "$ref": "#/$defs/count",
              "presentIf": {"status": ["completed"]},
              "why": "What reviews find."
            },
            "by_category": {
              "type": "object",
              "propertyNames": {
                "enum": [
                  "lineage_breakage", "semantic_change", "contract_violation", "pii_exposure",
                  "materialization", "warehouse_cost", "test_coverage", "sql_quality", "idempotency",
                  "freshness", "join_risk", "fanout", "dedup", "sql_correctness"
                ]
              },
              "additionalProperties": {"$ref": "#/$defs/count"},
              "maxProperties": 14,
              "presentIf": {"status": ["completed"]},
              "why": "What reviews find."
            },
            "reason": {
              "type": "string",
              "enum": ["config_error", "git_error", "error"],
              "presentIf": {"status": ["failed"]},
              "why": "Why reviews fail."
            }
          },
          "required": ["invocation", "status", "duration_ms"]
        },
        "review_post_outcome": {
          "description": "What became of a review's publication.",
          "properties": {
            "outcome": {
              "type": "string",
              "enum": [
                "not_requested", "not_attempted", "target_unresolved", "full", "partial",
                "summary_failed"
              ],
              "why": "How publications end."
            },
            "duration_ms": {"$ref": "#/$defs/milliseconds", "why": "How long publications take."}
          },
          "required": ["outcome", "duration_ms"]
        }
      },
      "envelope": {
        "template": {
          "name": "Microsoft.ApplicationInsights.00000000-0000-4000-8000-000000000000.Event",
          "time": {"$field": "timestamp", "as": "date-time"},
          "iKey": "00000000-0000-4000-8000-000000000000",
          "tags": {
            "ai.session.id": {"$field": "session", "otherwise": "startup"},
            "ai.user.id": {"$field": ["user", "machine_id"], "copy": true, "otherwise": ""},
            "ai.cloud.role": "altimate",
            "ai.application.ver": {"$field": "cli_version", "copy": true, "optional": true}
          },
          "data": {
            "baseType": "EventData",
            "baseData": {
              "ver": 2,
              "name": {"$event": true},
              "properties": {"$fields": {"kinds": "others", "as": "text"}},
              "measurements": {"$fields": {"kinds": "numbers"}}
            }
          }
        }
      },
      "history": [
        {
          "version": "1.0",
          "date": "2026-11-21",
          "summary": "First version: the events of the published page and of the program, each field closed. The page's validator_check and validator_retries_exhausted are not in it: what they send was never published field by field."
        }
      ]
    }

    """#
}
