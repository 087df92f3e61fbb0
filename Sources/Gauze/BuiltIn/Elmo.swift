// Generated from Fixtures/Systems/elmo/schema.json by the tests with GAUZE_RECORD=1.

extension BuiltInSchemas {
  static let elmo: StaticString = #"""
    {
      "gauze": 1,
      "name": "elmo",
      "version": "1.0",
      "description": "What Elmo's command line, worker and web app tell its makers: which features are used, as counts.",
      "receiver": {
        "endpoint": "https://us.i.posthog.com",
        "adds": [
          "time of receipt", "IP address that the request comes from",
          "approximate place of that address"
        ]
      },
      "consent": {
        "default": "opt-out",
        "epoch": 1,
        "sources": [
          {"env": "DISABLE_TELEMETRY", "off": ["1"]},
          {"config": "DISABLE_TELEMETRY in the deployment's .env file", "off": ["1"]},
          {"config": "telemetryDisabled", "on": ["false"], "off": ["true"]},
          {"env": "DO_NOT_TRACK", "off": ["1", "true"]}
        ],
        "instructions": [
          "Run elmo telemetry disable: it sets telemetryDisabled for the command line, and writes DISABLE_TELEMETRY=1 into the deployment's .env file for its worker and web app. Restart these with elmo start."
        ]
      },
      "identity": {"deployment_id": {"scope": "install", "generator": "random", "stored": true}},
      "promises": [
        {
          "text": "The install ID and the deployment ID are random and derived from nothing of yours",
          "enforcedBy": "client"
        },
        {
          "text": "Sent are versions, operating system, processor, deployment mode and a small set of options that are no secrets",
          "enforcedBy": "engine",
          "fields": [
            "version", "os", "arch", "node_version", "deployment_mode", "postgres_mode", "dev_mode",
            "has_scraper"
          ],
          "canaries": [
            {
              "raw": {
                "event": "cli_init",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "version": "0.9.0",
                "os": "darwin",
                "arch": "arm64",
                "node_version": "v22.4.0",
                "postgres_mode": "external",
                "dev_mode": false,
                "setup_mode": "custom",
                "BRIGHTDATA_API_TOKEN": "bd_live_8f2a",
                "OLOSTEP_API_KEY": "",
                "has_direct_api": true,
                "DATABASE_URL": "postgres://elmo:hunter2@db.acme.com:5432/elmo"
              },
              "texts": ["hunter2", "db.acme.com", "DATABASE_URL"]
            }
          ]
        },
        {
          "text": "Of features only counts are sent, never names or text",
          "enforcedBy": "engine",
          "fields": ["total_runs", "added", "edited", "deleted", "competitor_count", "prompt_count"],
          "canaries": [
            {
              "raw": {
                "event": "onboarding_analyzed",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "competitor_count": 4,
                "prompt_count": 25,
                "competitors": ["globex", "initech"]
              },
              "texts": ["globex", "initech"]
            },
            {
              "raw": {
                "event": "prompts_updated",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "added": ["best CRM for dentists"],
                "edited": 2,
                "deleted": 0
              },
              "texts": ["dentists"]
            }
          ]
        },
        {
          "text": "newsletter_signup is the only path that ever sends an email",
          "enforcedBy": "engine",
          "canaries": [
            {
              "raw": {
                "event": "$identify",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "deployment_mode": "local",
                "user_id": "u_4711",
                "email": "jane.doe@acme.example",
                "name": "Jane Doe",
                "active_prompt_count": 37
              },
              "texts": ["jane", "acme.example", "Jane Doe"]
            },
            {
              "raw": {
                "event": "team_member_invited",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "email": "joe@acme.example",
                "role": "Head of Shoes"
              },
              "texts": ["joe", "acme.example"]
            }
          ]
        },
        {
          "text": "The signup is sent even with telemetry disabled, because typing an address is consent. It carries no install ID, so nothing that is sent links it to other events; the IP address of the request, which the receiver sees, could",
          "enforcedBy": "engine",
          "fields": ["email", "wants_updates", "source"],
          "canaries": [
            {
              "raw": {
                "event": "newsletter_signup",
                "source": "cli_init",
                "email": "Jane.Doe@acme.com",
                "wants_updates": true,
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10"
              },
              "texts": ["6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10"]
            }
          ]
        },
        {
          "text": "No API keys, .env contents or any secrets",
          "enforcedBy": "engine",
          "classes": ["secret"],
          "absent": [
            "OLOSTEP_API_KEY", "BRIGHTDATA_API_TOKEN", "OXYLABS_PASSWORD", "CLORO_API_KEY",
            "DATAFORSEO_PASSWORD", "OPENAI_API_KEY", "ANTHROPIC_API_KEY", "MISTRAL_API_KEY",
            "OPENROUTER_API_KEY", "DATABASE_URL"
          ],
          "canaries": [
            {
              "raw": {
                "event": "cli_init",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "version": "0.9.0",
                "os": "darwin",
                "arch": "arm64",
                "node_version": "v22.4.0",
                "postgres_mode": "external",
                "dev_mode": false,
                "setup_mode": "custom",
                "BRIGHTDATA_API_TOKEN": "bd_live_8f2a",
                "OLOSTEP_API_KEY": "",
                "has_direct_api": true,
                "DATABASE_URL": "postgres://elmo:hunter2@db.acme.com:5432/elmo"
              },
              "texts": ["bd_live_8f2a", "hunter2"]
            },
            {
              "raw": {
                "event": "prompt_processed",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "deployment_mode": "local",
                "brand_id": "acme-running-shoes",
                "prompt": "best running shoes for Jane",
                "models": ["chatgpt", "chatgpt", "gemini"],
                "providers": ["brightdata"],
                "total_runs": 4,
                "successful_runs": 3,
                "failed_runs": 1,
                "error": "401 for key bd_live_8f2a"
              },
              "texts": ["bd_live_8f2a"]
            }
          ]
        },
        {
          "text": "No brand names, prompt text or scraped responses",
          "enforcedBy": "engine",
          "absent": ["brand_id", "brand_name", "prompt", "response", "website"],
          "canaries": [
            {
              "raw": {
                "event": "prompt_processed",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "deployment_mode": "local",
                "brand_id": "acme-running-shoes",
                "prompt": "best running shoes for Jane",
                "models": ["chatgpt", "chatgpt", "gemini"],
                "providers": ["brightdata"],
                "total_runs": 4,
                "successful_runs": 3,
                "failed_runs": 1,
                "error": "401 for key bd_live_8f2a"
              },
              "texts": ["acme", "shoes", "Jane"]
            },
            {
              "raw": {
                "event": "brand_created",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "website": "https://acme.example/shoes",
                "brand_name": "Acme Shoes"
              },
              "texts": ["acme", "Acme"]
            }
          ]
        },
        {
          "text": "No file paths, repo paths or hostnames",
          "enforcedBy": "engine",
          "classes": ["path", "host", "url"],
          "canaries": [
            {
              "raw": {
                "event": "cli_upgrade",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "from_version": "0.8.1",
                "to_version": "0.9.0",
                "migrations_run": 2,
                "was_running": true,
                "dev_mode": false,
                "configDir": "/Users/jane/acme-elmo",
                "hostname": "janes-mbp.local"
              },
              "texts": ["/Users", "acme-elmo", "janes-mbp"]
            }
          ]
        },
        {
          "text": "No logs or stack traces",
          "enforcedBy": "engine",
          "absent": ["error", "message", "stack", "log"],
          "canaries": [
            {
              "raw": {
                "event": "prompt_processed",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "deployment_mode": "local",
                "brand_id": "acme-running-shoes",
                "prompt": "best running shoes for Jane",
                "models": ["chatgpt", "chatgpt", "gemini"],
                "providers": ["brightdata"],
                "total_runs": 4,
                "successful_runs": 3,
                "failed_runs": 1,
                "error": "401 for key bd_live_8f2a"
              },
              "texts": ["401 for key"]
            }
          ]
        },
        {
          "text": "The CLI asks during init; elmo telemetry disable, or DISABLE_TELEMETRY set to anything, switches off the CLI and the deployment",
          "enforcedBy": "client"
        },
        {"text": "When telemetry is disabled nothing but the signup is sent", "enforcedBy": "client"},
        {
          "text": "PostHog records the IP address of each request and uses it for approximate geolocation",
          "enforcedBy": "declaration"
        },
        {
          "text": "PostHog keeps the signup under the address that was typed",
          "enforcedBy": "declaration"
        },
        {
          "text": "What scripts of PostHog and Sentry in the web app could record by themselves (clicks, page addresses, exceptions) does not pass through this schema, so the web app switches it off",
          "enforcedBy": "client"
        },
        {
          "text": "Forms of the marketing site are not telemetry of the product and not in this schema",
          "enforcedBy": "declaration"
        }
      ],
      "forbid": [
        "path",
        "secret",
        "url",
        "host",
        "id",
        "sql",
        {"class": "email", "except": ["newsletter_signup"]}
      ],
      "eventKey": "event",
      "unknown": "drop",
      "$defs": {
        "deployment": {
          "type": "string",
          "format": "uuid",
          "description": "The install's random id: the CLI's, or DEPLOYMENT_ID of the deployment.",
          "why": "How many instances are running."
        },
        "mode": {
          "type": "string",
          "enum": ["local", "demo", "whitelabel", "cloud"],
          "otherwise": "other",
          "description": "How the deployment is run.",
          "why": "Which deployment modes are used."
        },
        "version": {
          "type": "string",
          "policies": [{"coarsen-version": {"parts": 3, "otherwise": "other"}}],
          "description": "The version, without what stands behind its numbers.",
          "why": "Which versions are in use."
        },
        "os": {
          "type": "string",
          "enum": ["darwin", "linux", "win32"],
          "otherwise": "other",
          "description": "The operating system, as Node calls it.",
          "why": "Which systems to test on."
        },
        "arch": {
          "type": "string",
          "enum": ["arm64", "x64"],
          "otherwise": "other",
          "description": "The processor, as Node calls it.",
          "why": "Which processors to build for."
        },
        "dev": {
          "type": "boolean",
          "description": "Whether --dev was passed.",
          "why": "To leave developers of Elmo out."
        },
        "count": {
          "type": "integer",
          "minimum": 0,
          "policies": [{"clamp": {"maximum": 1000}}],
          "waiver": "The page promises counts and nothing else; the cap hides the rarest.",
          "why": "How much a feature is used."
        }
      },
      "events": {
        "cli_init": {
          "description": "`elmo init` ended.",
          "properties": {
            "deployment_id": {"$ref": "#/$defs/deployment"},
            "version": {"$ref": "#/$defs/version", "why": "Which versions of the CLI are in use."},
            "os": {"$ref": "#/$defs/os"},
            "arch": {"$ref": "#/$defs/arch"},
            "node_version": {
              "$ref": "#/$defs/version",
              "description": "The version of Node.",
              "why": "Which versions of Node to test with."
            },
            "postgres_mode": {
              "type": "string",
              "enum": ["docker", "external"],
              "description": "Where Postgres runs.",
              "why": "Which Postgres mode is more common."
            },
            "dev_mode": {"$ref": "#/$defs/dev"},
            "setup_mode": {
              "type": "string",
              "enum": ["recommended", "custom"],
              "description": "Which questions were asked.",
              "why": "Where setup drops off."
            },
            "OLOSTEP_API_KEY": {
              "policies": ["drop"],
              "description": "The credential of Olostep, or nothing."
            },
            "BRIGHTDATA_API_TOKEN": {
              "policies": ["drop"],
              "description": "The credential of Bright Data, or nothing."
            },
            "OXYLABS_PASSWORD": {
              "policies": ["drop"],
              "description": "The credential of Oxylabs, or nothing."
            },
            "CLORO_API_KEY": {
              "policies": ["drop"],
              "description": "The credential of Cloro, or nothing."
            },
            "DATAFORSEO_PASSWORD": {
              "policies": ["drop"],
              "description": "The credential of DataForSEO, or nothing."
            },
            "has_scraper": {
              "from": [
                "OLOSTEP_API_KEY", "BRIGHTDATA_API_TOKEN", "OXYLABS_PASSWORD", "CLORO_API_KEY",
                "DATAFORSEO_PASSWORD"
              ],
              "policies": [{"presence": {"as": "truthy"}}],
              "description": "Whether any scraping provider is configured.",
              "why": "Which kinds of provider are popular."
            },
            "has_direct_api": {
              "type": "boolean",
              "description": "Whether a model is reached through its own API.",
              "why": "Which kinds of provider are popular."
            }
          },
          "required": [
            "deployment_id", "version", "os", "arch", "node_version", "postgres_mode", "dev_mode",
            "setup_mode"
          ],
          "examples": [
            {
              "raw": {
                "event": "cli_init",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "version": "0.9.0",
                "os": "darwin",
                "arch": "arm64",
                "node_version": "v22.4.0",
                "postgres_mode": "external",
                "dev_mode": false,
                "setup_mode": "custom",
                "BRIGHTDATA_API_TOKEN": "bd_live_8f2a",
                "OLOSTEP_API_KEY": "",
                "has_direct_api": true,
                "DATABASE_URL": "postgres://elmo:hunter2@db.acme.com:5432/elmo"
              },
              "wire": {
                "event": "cli_init",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "version": "0.9.0",
                "os": "darwin",
                "arch": "arm64",
                "node_version": "22.4.0",
                "postgres_mode": "external",
                "dev_mode": false,
                "setup_mode": "custom",
                "has_scraper": true,
                "has_direct_api": true
              }
            },
            {
              "raw": {
                "event": "cli_init",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "version": "0.9.0",
                "os": "darwin",
                "arch": "arm64",
                "node_version": "v22.4.0",
                "postgres_mode": "postgres://elmo:hunter2@db.acme.com/elmo",
                "dev_mode": false,
                "setup_mode": "custom",
                "BRIGHTDATA_API_TOKEN": "bd_live_8f2a",
                "OLOSTEP_API_KEY": "",
                "has_direct_api": true,
                "DATABASE_URL": "postgres://elmo:hunter2@db.acme.com:5432/elmo"
              },
              "rejects": ["not-in-enum"]
            }
          ]
        },
        "cli_upgrade": {
          "description": "`elmo upgrade` ended.",
          "properties": {
            "deployment_id": {"$ref": "#/$defs/deployment"},
            "from_version": {
              "$ref": "#/$defs/version",
              "description": "The version before.",
              "why": "Which upgrades people make."
            },
            "to_version": {
              "$ref": "#/$defs/version",
              "description": "The version after.",
              "why": "Which upgrades people make."
            },
            "migrations_run": {
              "$ref": "#/$defs/count",
              "description": "How many migrations of the database ran.",
              "why": "How large upgrades are."
            },
            "was_running": {
              "type": "boolean",
              "description": "Whether the deployment was running.",
              "why": "Whether upgrades interrupt."
            },
            "dev_mode": {"$ref": "#/$defs/dev"}
          },
          "required": [
            "deployment_id", "from_version", "to_version", "migrations_run", "was_running", "dev_mode"
          ],
          "examples": [
            {
              "raw": {
                "event": "cli_upgrade",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "from_version": "0.8.1",
                "to_version": "0.9.0",
                "migrations_run": 2,
                "was_running": true,
                "dev_mode": false,
                "configDir": "/Users/jane/acme-elmo",
                "hostname": "janes-mbp.local"
              },
              "wire": {
                "event": "cli_upgrade",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "from_version": "0.8.1",
                "to_version": "0.9.0",
                "migrations_run": 2,
                "was_running": true,
                "dev_mode": false
              }
            }
          ]
        },
        "newsletter_signup": {
          "description": "Somebody typed an e-mail address during `elmo init` to receive product updates; typing it is the consent.",
          "consent": "explicit",
          "properties": {
            "source": {
              "type": "string",
              "const": "cli_init",
              "description": "Where it was typed.",
              "why": "Where people sign up."
            },
            "email": {
              "type": "string",
              "format": "email",
              "maxLength": 254,
              "waiver": "People type it to be written to; no other event may carry an address, and this one carries no id of the install.",
              "description": "The address as it was typed. The receiver keeps the signup under it, as its distinct id.",
              "why": "To send the updates that were asked for."
            },
            "wants_updates": {
              "type": "boolean",
              "const": true,
              "description": "That updates were asked for; a signup without it is refused.",
              "why": "Who receives updates."
            }
          },
          "required": ["source", "email", "wants_updates"],
          "examples": [
            {
              "raw": {
                "event": "newsletter_signup",
                "source": "cli_init",
                "email": "Jane.Doe@acme.com",
                "wants_updates": true
              },
              "wire": {
                "event": "newsletter_signup",
                "source": "cli_init",
                "email": "Jane.Doe@acme.com",
                "wants_updates": true
              }
            },
            {
              "raw": {
                "event": "newsletter_signup",
                "source": "cli_init",
                "$set": {"email": "Jane.Doe@acme.com"}
              },
              "rejects": ["missing-field", "missing-field"]
            },
            {
              "raw": {
                "event": "newsletter_signup",
                "source": "cli_init",
                "email": "Jane Doe",
                "wants_updates": true
              },
              "rejects": ["bad-format"]
            },
            {
              "raw": {
                "event": "newsletter_signup",
                "source": "cli_init",
                "email": "Jane.Doe@acme.com",
                "wants_updates": false
              },
              "rejects": ["not-in-enum"]
            }
          ]
        },
        "prompt_processed": {
          "description": "The worker ran one prompt against its models.",
          "properties": {
            "deployment_id": {"$ref": "#/$defs/deployment"},
            "deployment_mode": {"$ref": "#/$defs/mode"},
            "brand_id": {
              "policies": ["drop"],
              "description": "Which brand it was; made of its name, so it stays."
            },
            "models": {
              "type": "array",
              "maxItems": 64,
              "items": {
                "type": "string",
                "policies": [
                  {
                    "vocabulary": {
                      "words": [
                        "chatgpt", "claude", "google-ai-mode", "google-ai-overview", "gemini",
                        "copilot", "perplexity", "grok", "mistral", "deepseek", "kimi", "qwen"
                      ],
                      "otherwise": "other"
                    }
                  }
                ]
              },
              "policies": ["unique"],
              "description": "The models that were asked, each once.",
              "why": "Which models are tracked."
            },
            "providers": {
              "type": "array",
              "maxItems": 64,
              "items": {
                "type": "string",
                "policies": [
                  {
                    "vocabulary": {
                      "words": [
                        "olostep", "brightdata", "oxylabs", "cloro", "dataforseo", "openai-api",
                        "anthropic-api", "mistral-api", "openrouter", "direct"
                      ],
                      "otherwise": "other"
                    }
                  }
                ]
              },
              "policies": ["unique"],
              "description": "How the models were reached, each once.",
              "why": "Which providers are popular."
            },
            "total_runs": {
              "$ref": "#/$defs/count",
              "description": "How many runs there were.",
              "why": "How many prompts are tracked."
            },
            "successful_runs": {
              "$ref": "#/$defs/count",
              "description": "How many runs succeeded.",
              "why": "Which providers produce the most errors."
            },
            "failed_runs": {
              "$ref": "#/$defs/count",
              "description": "How many runs failed.",
              "why": "Which providers produce the most errors."
            }
          },
          "required": [
            "deployment_id", "models", "providers", "total_runs", "successful_runs", "failed_runs"
          ],
          "examples": [
            {
              "raw": {
                "event": "prompt_processed",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "deployment_mode": "local",
                "brand_id": "acme-running-shoes",
                "prompt": "best running shoes for Jane",
                "models": ["chatgpt", "chatgpt", "gemini"],
                "providers": ["brightdata"],
                "total_runs": 4,
                "successful_runs": 3,
                "failed_runs": 1,
                "error": "401 for key bd_live_8f2a"
              },
              "wire": {
                "event": "prompt_processed",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "deployment_mode": "local",
                "models": ["chatgpt", "gemini"],
                "providers": ["brightdata"],
                "total_runs": 4,
                "successful_runs": 3,
                "failed_runs": 1
              }
            }
          ]
        },
        "brand_created": {
          "description": "A brand was created in the web app.",
          "properties": {
            "deployment_id": {"$ref": "#/$defs/deployment"},
            "deployment_mode": {"$ref": "#/$defs/mode"},
            "app_version": {
              "$ref": "#/$defs/version",
              "why": "Which versions of the web app are in use."
            },
            "website": {"policies": ["drop"], "description": "The brand's website, or nothing."},
            "has_website": {
              "from": "website",
              "policies": [{"presence": {"as": "truthy"}}],
              "description": "Whether a website was given.",
              "why": "Whether websites are used."
            }
          },
          "required": ["deployment_id"],
          "examples": [
            {
              "raw": {
                "event": "brand_created",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "deployment_mode": "local",
                "website": "https://acme.example/shoes",
                "brand_name": "Acme Shoes"
              },
              "wire": {
                "event": "brand_created",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "deployment_mode": "local",
                "has_website": true
              }
            }
          ]
        },
        "onboarding_analyzed": {
          "description": "A website was looked at during onboarding.",
          "properties": {
            "deployment_id": {"$ref": "#/$defs/deployment"},
            "deployment_mode": {"$ref": "#/$defs/mode"},
            "app_version": {
              "$ref": "#/$defs/version",
              "why": "Which versions of the web app are in use."
            },
            "competitor_count": {
              "$ref": "#/$defs/count",
              "description": "How many competitors were found.",
              "waiver": "The page promises counts, and a proposal rarely has more than a hundred; it counts what was found, not what somebody owns.",
              "why": "Whether the analysis finds enough."
            },
            "prompt_count": {
              "$ref": "#/$defs/count",
              "description": "How many prompts were proposed.",
              "waiver": "The page promises counts, and a proposal rarely has more than a hundred; it counts what was proposed, not what somebody owns.",
              "why": "Whether the analysis finds enough."
            }
          },
          "required": ["deployment_id", "competitor_count", "prompt_count"],
          "examples": [
            {
              "raw": {
                "event": "onboarding_analyzed",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "competitor_count": 4,
                "prompt_count": 25,
                "competitors": ["globex", "initech"]
              },
              "wire": {
                "event": "onboarding_analyzed",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "competitor_count": 4,
                "prompt_count": 25
              }
            }
          ]
        },
        "wizard_completed": {
          "description": "The onboarding wizard ended.",
          "properties": {
            "deployment_id": {"$ref": "#/$defs/deployment"},
            "deployment_mode": {"$ref": "#/$defs/mode"},
            "app_version": {
              "$ref": "#/$defs/version",
              "why": "Which versions of the web app are in use."
            },
            "prompts_created": {
              "$ref": "#/$defs/count",
              "description": "How many prompts were created.",
              "why": "Whether the wizard is useful."
            },
            "competitors_created": {
              "$ref": "#/$defs/count",
              "description": "How many competitors were created.",
              "why": "Whether the wizard is useful."
            },
            "skipped": {
              "type": "boolean",
              "description": "Whether the wizard was skipped.",
              "why": "Where onboarding drops off."
            }
          },
          "required": ["deployment_id", "prompts_created", "competitors_created", "skipped"],
          "examples": [
            {
              "raw": {
                "event": "wizard_completed",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "prompts_created": 25,
                "competitors_created": 4,
                "skipped": false
              },
              "wire": {
                "event": "wizard_completed",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "prompts_created": 25,
                "competitors_created": 4,
                "skipped": false
              }
            }
          ]
        },
        "prompts_updated": {
          "description": "Prompts were edited in the web app.",
          "properties": {
            "deployment_id": {"$ref": "#/$defs/deployment"},
            "deployment_mode": {"$ref": "#/$defs/mode"},
            "app_version": {
              "$ref": "#/$defs/version",
              "why": "Which versions of the web app are in use."
            },
            "added": {
              "$ref": "#/$defs/count",
              "description": "How many prompts were added.",
              "why": "How prompts are kept."
            },
            "edited": {
              "$ref": "#/$defs/count",
              "description": "How many prompts were edited.",
              "why": "How prompts are kept."
            },
            "deleted": {
              "$ref": "#/$defs/count",
              "description": "How many prompts were deleted.",
              "why": "How prompts are kept."
            }
          },
          "required": ["deployment_id", "added", "edited", "deleted"],
          "examples": [
            {
              "raw": {
                "event": "prompts_updated",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "added": 1,
                "edited": 2,
                "deleted": 0
              },
              "wire": {
                "event": "prompts_updated",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "added": 1,
                "edited": 2,
                "deleted": 0
              }
            },
            {
              "raw": {
                "event": "prompts_updated",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "added": ["best CRM for dentists"],
                "edited": 2,
                "deleted": 0
              },
              "rejects": ["wrong-type"]
            }
          ]
        },
        "team_member_invited": {
          "description": "Somebody was invited to a team in the web app.",
          "properties": {
            "deployment_id": {"$ref": "#/$defs/deployment"},
            "deployment_mode": {"$ref": "#/$defs/mode"},
            "app_version": {
              "$ref": "#/$defs/version",
              "why": "Which versions of the web app are in use."
            },
            "email": {"policies": ["drop"], "description": "Who was invited."},
            "role": {
              "type": "string",
              "enum": ["owner", "admin", "member"],
              "otherwise": "other",
              "description": "As what.",
              "why": "How teams are set up."
            }
          },
          "required": ["deployment_id", "role"],
          "examples": [
            {
              "raw": {
                "event": "team_member_invited",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "email": "joe@acme.example",
                "role": "Head of Shoes"
              },
              "wire": {
                "event": "team_member_invited",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "role": "other"
              }
            }
          ]
        },
        "report_created": {
          "description": "A report was created in the web app.",
          "properties": {
            "deployment_id": {"$ref": "#/$defs/deployment"},
            "deployment_mode": {"$ref": "#/$defs/mode"},
            "app_version": {
              "$ref": "#/$defs/version",
              "why": "Which versions of the web app are in use."
            },
            "has_manual_prompts": {
              "type": "boolean",
              "description": "Whether its prompts were written by hand.",
              "why": "Whether the feature is used."
            }
          },
          "required": ["deployment_id", "has_manual_prompts"],
          "examples": [
            {
              "raw": {
                "event": "report_created",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "has_manual_prompts": true,
                "title": "Acme Q3"
              },
              "wire": {
                "event": "report_created",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "has_manual_prompts": true
              }
            }
          ]
        },
        "$identify": {
          "description": "Somebody signed in to the web app. The person is not identified; the event says how the deployment is used.",
          "properties": {
            "deployment_id": {"$ref": "#/$defs/deployment"},
            "deployment_mode": {"$ref": "#/$defs/mode"},
            "app_version": {
              "$ref": "#/$defs/version",
              "why": "Which versions of the web app are in use."
            },
            "user_id": {
              "policies": ["drop"],
              "description": "The account in the deployment's own database."
            },
            "email": {"policies": ["drop"], "description": "The account's address."},
            "name": {"policies": ["drop"], "description": "The account's name."},
            "active_prompt_count": {
              "type": "integer",
              "minimum": 0,
              "policies": [
                {
                  "bucket": {
                    "edges": [0, 10, 50, 200, 1000],
                    "labels": ["0", "1-10", "11-50", "51-200", "201-1000", ">1000"],
                    "closed": "upper"
                  }
                }
              ],
              "description": "How many prompts are tracked, as a range: it stays with the deployment.",
              "why": "How many prompts are tracked in all."
            }
          },
          "required": ["deployment_id"],
          "examples": [
            {
              "raw": {
                "event": "$identify",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "deployment_mode": "local",
                "user_id": "u_4711",
                "email": "jane.doe@acme.example",
                "name": "Jane Doe",
                "active_prompt_count": 37
              },
              "wire": {
                "event": "$identify",
                "deployment_id": "6d0d5f2e-3a61-4b7a-9a3d-7f1c0a5b9e10",
                "deployment_mode": "local",
                "active_prompt_count": "11-50"
              }
            }
          ]
        }
      },
      "envelope": {
        "template": {
          "event": {"$event": true},
          "distinct_id": {"$field": ["deployment_id", "email"]},
          "properties": {
            "$fields": {"kinds": "all"},
            "$set": {
              "email": {"$field": "email", "optional": true},
              "wants_updates": {"$field": "wants_updates", "optional": true}
            }
          }
        }
      },
      "history": [
        {
          "version": "1.0",
          "date": "2026-11-21",
          "summary": "First version: eleven events; addresses, brands and accounts stay."
        }
      ]
    }

    """#
}
