// Generated from Fixtures/Systems/astro/schema.json by the tests with GAUZE_RECORD=1.

extension BuiltInSchemas {
  static let astro: StaticString = #"""
    {
      "gauze": 1,
      "name": "astro",
      "version": "1.0",
      "description": "What the Astro command line tells its makers: which commands and options are used, on what machines, and what goes wrong.",
      "receiver": {
        "endpoint": "https://telemetry.astro.build/api/v1/record",
        "adds": ["time of receipt", "address that the connection comes from"]
      },
      "consent": {
        "default": "opt-out",
        "epoch": 1,
        "sources": [
          {"env": "ASTRO_TELEMETRY_DISABLED", "off": ["1"]},
          {"env": "TELEMETRY_DISABLED", "off": ["1"]},
          {"stored": "telemetry.enabled", "on": ["true"], "off": ["false"]},
          {"env": "DO_NOT_TRACK", "off": ["1", "true"]}
        ],
        "instructions": ["Run astro telemetry disable; it holds for the whole machine."]
      },
      "identity": {
        "anonymousId": {"scope": "install", "generator": "random", "stored": true},
        "anonymousSessionId": {"scope": "process", "generator": "random", "stored": false},
        "anonymousProjectId": {"scope": "project", "generator": "external", "stored": false}
      },
      "promises": [
        {
          "text": "Sent are the command, versions, general information on the machine, on the configuration and on errors, and nothing else",
          "enforcedBy": "engine",
          "canaries": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "cliCommand": "dev",
                "config": {
                  "site": "https://staging.acme.internal",
                  "base": "",
                  "root": "/Users/jane/acme-site",
                  "output": "server",
                  "trailingSlash": "never",
                  "build": {"format": "file", "assets": "_acme"},
                  "markdown": {"syntaxHighlight": "shiki"},
                  "vite": {"define": {"ACME_KEY": "sk-123"}, "base": "a"},
                  "integrations": ["@astrojs/mdx", "@acme-internal/cms"],
                  "adapter": "@astrojs/vercel"
                },
                "flags": {"_": ["dev"], "root": "/Users/jane/acme-site", "port": 8080},
                "env": {"ACME_TOKEN": "hunter2"}
              },
              "texts": ["hunter2", "ACME_TOKEN"]
            }
          ]
        },
        {
          "text": "Of the configuration only that an option is set, or one of its listed values, is sent",
          "enforcedBy": "engine",
          "fields": ["config", "flags"],
          "canaries": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "cliCommand": "dev",
                "config": {
                  "site": "https://staging.acme.internal",
                  "base": "",
                  "root": "/Users/jane/acme-site",
                  "output": "server",
                  "trailingSlash": "never",
                  "build": {"format": "file", "assets": "_acme"},
                  "markdown": {"syntaxHighlight": "shiki"},
                  "vite": {"define": {"ACME_KEY": "sk-123"}, "base": "a"},
                  "integrations": ["@astrojs/mdx", "@acme-internal/cms"],
                  "adapter": "@astrojs/vercel"
                },
                "flags": {"_": ["dev"], "root": "/Users/jane/acme-site", "port": 8080}
              },
              "texts": ["acme", "sk-123", "ACME_KEY", "staging"]
            },
            {
              "raw": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "cliCommand": "dev",
                "config": {"output": "acme-merger", "vite": {"acmePlugin": 1}, "acmeOption": true}
              },
              "texts": ["acme"]
            }
          ]
        },
        {
          "text": "Machines are described in ranges and families, so that no machine can be told from them",
          "enforcedBy": "engine",
          "fields": ["cpuCount", "cpuModel", "memoryInMb", "systemRelease"],
          "canaries": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "cliCommand": "dev",
                "cpuModel": "Intel(R) Xeon(R) W-2295",
                "cpuSpeed": 3012,
                "memoryInMb": 65433,
                "systemRelease": "6.8.0-45-generic"
              },
              "texts": ["2295", "3012", "65433", "generic"]
            }
          ]
        },
        {
          "text": "No environment variables",
          "enforcedBy": "engine",
          "absent": ["env_values", "environment"],
          "canaries": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "cliCommand": "dev",
                "config": {
                  "site": "https://staging.acme.internal",
                  "base": "",
                  "root": "/Users/jane/acme-site",
                  "output": "server",
                  "trailingSlash": "never",
                  "build": {"format": "file", "assets": "_acme"},
                  "markdown": {"syntaxHighlight": "shiki"},
                  "vite": {"define": {"ACME_KEY": "sk-123"}, "base": "a"},
                  "integrations": ["@astrojs/mdx", "@acme-internal/cms"],
                  "adapter": "@astrojs/vercel"
                },
                "flags": {"_": ["dev"], "root": "/Users/jane/acme-site", "port": 8080},
                "environment": {"HOME": "/home/jane"}
              },
              "texts": ["/home/jane", "HOME"]
            }
          ]
        },
        {
          "text": "No personally identifiable information",
          "enforcedBy": "engine",
          "classes": ["email", "id"],
          "canaries": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_ERROR",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "Error",
                "plugin": "vite:css",
                "cliCommand": "build",
                "isFatal": true,
                "message": "Cannot find module '/Users/jane/acme/node_modules/x' from jane.doe@acme.com",
                "stack": "at foo (/Users/jane/acme/a.ts:3:1)"
              },
              "texts": ["jane"]
            },
            {
              "raw": {
                "eventName": "ASTRO_CLI_ERROR",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "Error",
                "cliCommand": "dev",
                "isFatal": false,
                "message": "Jane Doe cannot open file"
              },
              "texts": ["Jane", "Doe"]
            }
          ]
        },
        {
          "text": "No file paths and no contents of files",
          "enforcedBy": "engine",
          "classes": ["path"],
          "canaries": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_ERROR",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "Error",
                "plugin": "vite:css",
                "cliCommand": "build",
                "isFatal": true,
                "message": "Cannot find module '/Users/jane/acme/node_modules/x' from jane.doe@acme.com",
                "stack": "at foo (/Users/jane/acme/a.ts:3:1)"
              },
              "texts": ["/Users", "node_modules"]
            },
            {
              "raw": {
                "eventName": "ASTRO_CLI_ERROR",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "ZodError",
                "isFatal": true,
                "isConfig": true,
                "cliCommand": "build",
                "configErrorPaths": [
                  ["build", "format"],
                  ["redirects", "/acme-merger-plan"],
                  ["integrations", "#", "name"]
                ]
              },
              "texts": ["acme-merger-plan"]
            }
          ]
        },
        {
          "text": "No logs and no stack traces",
          "enforcedBy": "engine",
          "absent": ["stack", "log", "logs"],
          "canaries": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_ERROR",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "Error",
                "plugin": "vite:css",
                "cliCommand": "build",
                "isFatal": true,
                "message": "Cannot find module '/Users/jane/acme/node_modules/x' from jane.doe@acme.com",
                "stack": "at foo (/Users/jane/acme/a.ts:3:1)"
              },
              "texts": ["at foo", "a.ts"]
            }
          ]
        },
        {
          "text": "No information on git remotes",
          "enforcedBy": "engine",
          "absent": ["remote", "gitRemote", "gitRootCommit"],
          "canaries": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": true,
                "cliCommand": "build",
                "gitRootCommit": "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
                "isGit": true,
                "packageManager": "pnpm",
                "packageManagerVersion": "9.1.0",
                "ciName": "GitHub Actions",
                "memoryInMb": 65433,
                "cpuModel": "Apple M3 Max",
                "systemRelease": "23.5.0"
              },
              "texts": ["4b825dc642cb6eb9a060e54bf8d69288fbee4904", "4b825dc6"]
            }
          ]
        },
        {
          "text": "No unsanitized error messages: Astro's own errors are sent as their template, others as a few harmless words",
          "enforcedBy": "engine",
          "fields": ["anonymousMessageHint"],
          "canaries": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_ERROR",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "Error",
                "cliCommand": "dev",
                "isFatal": false,
                "message": "AKIAIOSFODNN7EXAMPLE denied by policy"
              },
              "texts": ["AKIA", "denied by policy"]
            },
            {
              "raw": {
                "eventName": "ASTRO_CLI_ERROR",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "ClientAddressNotAvailable",
                "cliCommand": "dev",
                "isFatal": false,
                "templateId": "ClientAddressNotAvailable",
                "templateArgs": {"adapterName": "acme-secret-adapter"},
                "message": "`Astro.clientAddress` is not available in the `acme-secret-adapter` adapter."
              },
              "texts": ["acme-secret"]
            }
          ]
        },
        {
          "text": "The users of a CI service share one id wherever the program names the service, or says that it has no name",
          "enforcedBy": "engine",
          "fields": ["anonymousId"],
          "canaries": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": true,
                "cliCommand": "build",
                "gitRootCommit": "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
                "isGit": true,
                "packageManager": "pnpm",
                "packageManagerVersion": "9.1.0",
                "ciName": "GitHub Actions",
                "memoryInMb": 65433,
                "cpuModel": "Apple M3 Max",
                "systemRelease": "23.5.0"
              },
              "texts": ["9f2c4e6a8b0d1f3e"]
            }
          ]
        },
        {
          "text": "In CI the program always says so: it hands in the service's name, or UNKNOWN where it has none",
          "enforcedBy": "client"
        },
        {
          "text": "Of the machine's id and of the project only pseudonyms under a key leave",
          "enforcedBy": "engine",
          "fields": ["anonymousId", "anonymousProjectId"],
          "canaries": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "cliCommand": "dev",
                "gitRootCommit": "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
              },
              "texts": [
                "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
              ]
            }
          ]
        },
        {
          "text": "The ids are random, and the key is made on each machine and never leaves it, so that nobody else can trace the data to its source",
          "enforcedBy": "client"
        },
        {
          "text": "astro telemetry disable switches telemetry off on the whole machine, and so does ASTRO_TELEMETRY_DISABLED",
          "enforcedBy": "client"
        },
        {"text": "With DEBUG=astro:telemetry events are printed and not sent", "enforcedBy": "client"},
        {"text": "The list is regularly audited", "enforcedBy": "declaration"},
        {
          "text": "A small part of the core team alone sees the data, and it is never sold",
          "enforcedBy": "declaration"
        }
      ],
      "forbid": ["email", "path", "secret", "url", "host", "ip", "id", "sql"],
      "eventKey": "eventName",
      "unknown": "drop",
      "$defs": {
        "set": {
          "policies": [{"presence": {"as": "truthy", "absent": "omitted"}}],
          "description": "Whether the option is set, and set to more than nothing.",
          "why": "Which options of the configuration are used."
        }
      },
      "common": {
        "properties": {
          "machineId": {
            "type": ["string", "null"],
            "format": "hex-64",
            "policies": ["drop"],
            "description": "Random 64 hexadecimal digits, made once for this machine; anything else is refused."
          },
          "ciName": {
            "type": ["string", "null"],
            "policies": [
              {
                "vocabulary": {
                  "words": [
                    "AWS CodeBuild", "AppVeyor", "Azure Pipelines", "Bitbucket Pipelines", "Buildkite",
                    "CircleCI", "Cirrus CI", "Cloudflare Pages", "Codefresh", "Drone", "GitHub Actions",
                    "GitLab CI", "Gitea Actions", "Google Cloud Build", "Jenkins", "Netlify CI",
                    "Render", "Semaphore", "TeamCity", "Travis CI", "Vercel", "Woodpecker"
                  ],
                  "otherwise": "other"
                }
              }
            ],
            "description": "The CI service; null or absent outside of CI, UNKNOWN where CI has no name.",
            "why": "Which CI services to support."
          },
          "anonymousId": {
            "from": "ciName",
            "policies": [
              {
                "vocabulary": {
                  "words": {
                    "AWS CodeBuild": "CI.AWS CodeBuild",
                    "AppVeyor": "CI.AppVeyor",
                    "Azure Pipelines": "CI.Azure Pipelines",
                    "Bitbucket Pipelines": "CI.Bitbucket Pipelines",
                    "Buildkite": "CI.Buildkite",
                    "CircleCI": "CI.CircleCI",
                    "Cirrus CI": "CI.Cirrus CI",
                    "Cloudflare Pages": "CI.Cloudflare Pages",
                    "Codefresh": "CI.Codefresh",
                    "Drone": "CI.Drone",
                    "GitHub Actions": "CI.GitHub Actions",
                    "GitLab CI": "CI.GitLab CI",
                    "Gitea Actions": "CI.Gitea Actions",
                    "Google Cloud Build": "CI.Google Cloud Build",
                    "Jenkins": "CI.Jenkins",
                    "Netlify CI": "CI.Netlify CI",
                    "Render": "CI.Render",
                    "Semaphore": "CI.Semaphore",
                    "TeamCity": "CI.TeamCity",
                    "Travis CI": "CI.Travis CI",
                    "Vercel": "CI.Vercel",
                    "Woodpecker": "CI.Woodpecker"
                  },
                  "otherwise": "CI.UNKNOWN"
                }
              }
            ],
            "else": {"from": "machineId", "policies": [{"pseudonymize": {"key": "install"}}]},
            "description": "One name for all of a CI service's users; elsewhere a pseudonym of the machine's random id.",
            "why": "How many people use Astro."
          },
          "anonymousSessionId": {
            "type": "string",
            "format": "hex-64",
            "description": "Random for each process.",
            "why": "Which events belong to one run."
          },
          "gitRootCommit": {
            "policies": ["drop"],
            "description": "The first commit of the project's repository.",
            "type": ["string", "null"]
          },
          "anonymousProjectId": {
            "from": "gitRootCommit",
            "policies": [{"vocabulary": {"words": [""]}}],
            "else": {"from": "gitRootCommit", "policies": [{"pseudonymize": {"key": "install"}}]},
            "description": "A pseudonym of the project, made with a key of this install: two people on one project have two. Empty where there is no first commit.",
            "why": "How many projects somebody has."
          },
          "isGit": {
            "type": ["boolean", "null"],
            "description": "Whether the project is a repository of git.",
            "why": "How projects are kept."
          },
          "packageManager": {
            "type": ["string", "null"],
            "enum": ["npm", "pnpm", "yarn", "bun", "deno"],
            "otherwise": "other",
            "description": "The package manager.",
            "why": "Which package managers to test with."
          },
          "packageManagerVersion": {
            "type": ["string", "null"],
            "policies": [{"coarsen-version": {"otherwise": "other"}}],
            "description": "Its major and minor version.",
            "why": "Which package managers to test with."
          },
          "nodeVersion": {
            "type": ["string", "null"],
            "policies": [{"coarsen-version": {"otherwise": "other"}}],
            "description": "The major and minor version of Node.",
            "why": "Which versions of Node to test with."
          },
          "viteVersion": {
            "type": ["string", "null"],
            "policies": [{"coarsen-version": {"parts": 3, "otherwise": "other"}}],
            "description": "The version of Vite.",
            "why": "Which versions of Vite are in use."
          },
          "astroVersion": {
            "type": "string",
            "policies": [{"coarsen-version": {"parts": 3, "otherwise": "other"}}],
            "description": "The version of Astro.",
            "why": "Which versions of Astro are in use."
          },
          "systemPlatform": {
            "type": "string",
            "enum": ["darwin", "linux", "win32"],
            "otherwise": "other",
            "description": "The operating system, as Node calls it.",
            "why": "Which systems to test on."
          },
          "systemRelease": {
            "type": ["string", "null"],
            "policies": [{"coarsen-version": {"otherwise": "other"}}],
            "description": "The major and minor version of the system.",
            "why": "Which systems to test on."
          },
          "systemArchitecture": {
            "type": ["string", "null"],
            "enum": ["x64", "arm64"],
            "otherwise": "other",
            "description": "The processor's kind, as Node calls it.",
            "why": "Which processors to test on."
          },
          "cpuCount": {
            "type": ["integer", "null"],
            "minimum": 0,
            "policies": [
              {
                "bucket": {
                  "edges": [1, 2, 4, 8, 16, 32],
                  "labels": ["unknown", "1", "2-3", "4-7", "8-15", "16-31", "32+"]
                }
              }
            ],
            "description": "How many processors there are.",
            "why": "Which machines to make builds fast on."
          },
          "cpuModel": {
            "type": ["string", "null"],
            "policies": [
              {
                "classify": {
                  "apple": ["apple"],
                  "intel": ["intel"],
                  "amd": ["amd"],
                  "arm": ["arm", "neoverse", "graviton", "ampere"],
                  "qualcomm": ["qualcomm", "snapdragon"]
                }
              }
            ],
            "description": "The processor's maker.",
            "why": "Which machines to make builds fast on."
          },
          "cpuSpeed": {"policies": ["drop"], "description": "The processor's clock; it stays."},
          "memoryInMb": {
            "type": ["integer", "null"],
            "minimum": 0,
            "policies": [
              {
                "bucket": {
                  "edges": [2048, 4096, 8192, 16384, 32768, 65536],
                  "labels": ["<2GB", "2-4GB", "4-8GB", "8-16GB", "16-32GB", "32-64GB", ">=64GB"]
                }
              }
            ],
            "description": "How much memory there is.",
            "why": "Which machines to make builds fast on."
          },
          "isDocker": {
            "type": ["boolean", "null"],
            "description": "Whether it is a container.",
            "why": "Where Astro is run."
          },
          "isTTY": {
            "type": ["boolean", "null"],
            "description": "Whether output goes to a terminal.",
            "why": "Where Astro is run."
          },
          "isWSL": {
            "type": ["boolean", "null"],
            "description": "Whether it is Windows' Linux.",
            "why": "Where Astro is run."
          },
          "isCI": {"type": "boolean", "description": "Whether it is CI.", "why": "Where Astro is run."}
        },
        "required": ["anonymousSessionId", "astroVersion", "systemPlatform", "isCI"]
      },
      "events": {
        "ASTRO_CLI_SESSION_STARTED": {
          "description": "A command of the command line began.",
          "properties": {
            "cliCommand": {
              "type": "string",
              "enum": ["dev", "build", "preview", "sync", "add"],
              "otherwise": "other",
              "description": "The command that was run.",
              "why": "Which commands are used."
            },
            "source": {
              "type": ["string", "null"],
              "enum": ["cli", "vite-plugin"],
              "otherwise": "other",
              "description": "How Astro was started.",
              "why": "How Astro is started."
            },
            "config": {
              "type": ["object", "null"],
              "properties": {
                "output": {
                  "type": ["string", "null"],
                  "enum": ["static", "server", "hybrid"],
                  "otherwise": "other",
                  "description": "The option output.",
                  "why": "Which values of an option are used."
                },
                "trailingSlash": {
                  "type": ["string", "null"],
                  "enum": ["always", "never", "ignore"],
                  "otherwise": "other",
                  "description": "The option trailingSlash.",
                  "why": "Which values of an option are used."
                },
                "scopedStyleStrategy": {
                  "type": ["string", "null"],
                  "enum": ["where", "class", "attribute"],
                  "otherwise": "other",
                  "description": "The option scopedStyleStrategy.",
                  "why": "Which values of an option are used."
                },
                "adapter": {
                  "type": ["string", "null"],
                  "policies": [
                    {
                      "vocabulary": {
                        "words": [
                          "@astrojs/cloudflare", "@astrojs/netlify", "@astrojs/node", "@astrojs/vercel",
                          "@deno/astro-adapter", "astro-aws-amplify"
                        ],
                        "otherwise": "other"
                      }
                    }
                  ],
                  "description": "The adapter's name; one that is not public is called other.",
                  "why": "Which adapters are used."
                },
                "integrations": {
                  "type": "array",
                  "maxItems": 256,
                  "items": {
                    "type": "string",
                    "policies": [
                      {
                        "vocabulary": {
                          "words": [
                            "@astrojs/alpinejs", "@astrojs/db", "@astrojs/lit", "@astrojs/markdoc",
                            "@astrojs/mdx", "@astrojs/partytown", "@astrojs/preact", "@astrojs/react",
                            "@astrojs/rss", "@astrojs/sitemap", "@astrojs/solid-js",
                            "@astrojs/starlight", "@astrojs/svelte", "@astrojs/tailwind",
                            "@astrojs/vue", "@astrojs/web-vitals", "@clerk/astro", "@playform/compress",
                            "@sanity/astro", "@sentry/astro", "@storyblok/astro", "astro-compress",
                            "astro-expressive-code", "astro-icon", "astro-robots-txt", "unocss"
                          ],
                          "otherwise": "other"
                        }
                      }
                    ]
                  },
                  "policies": ["unique"],
                  "description": "The integrations' names, each once; those that are not public are called other.",
                  "why": "Which integrations are used."
                },
                "build": {
                  "type": ["object", "null"],
                  "properties": {
                    "format": {
                      "type": ["string", "null"],
                      "enum": ["file", "directory", "preserve"],
                      "otherwise": "other",
                      "description": "The option build.format.",
                      "why": "Which values of an option are used."
                    },
                    "client": {"$ref": "#/$defs/set"},
                    "server": {"$ref": "#/$defs/set"},
                    "assets": {"$ref": "#/$defs/set"},
                    "assetsPrefix": {"$ref": "#/$defs/set"},
                    "serverEntry": {"$ref": "#/$defs/set"},
                    "redirects": {"$ref": "#/$defs/set"},
                    "inlineStylesheets": {"$ref": "#/$defs/set"},
                    "concurrency": {"$ref": "#/$defs/set"}
                  },
                  "description": "Which options of build are set.",
                  "why": "Which options of the configuration are used."
                },
                "image": {
                  "type": ["object", "null"],
                  "properties": {
                    "endpoint": {"$ref": "#/$defs/set"},
                    "service": {"$ref": "#/$defs/set"},
                    "domains": {"$ref": "#/$defs/set"},
                    "remotePatterns": {"$ref": "#/$defs/set"},
                    "dangerouslyProcessSVG": {"$ref": "#/$defs/set"},
                    "layout": {"$ref": "#/$defs/set"},
                    "objectFit": {"$ref": "#/$defs/set"},
                    "objectPosition": {"$ref": "#/$defs/set"},
                    "breakpoints": {"$ref": "#/$defs/set"},
                    "responsiveStyles": {"$ref": "#/$defs/set"}
                  },
                  "description": "Which options of image are set.",
                  "why": "Which options of the configuration are used."
                },
                "markdown": {
                  "type": ["object", "null"],
                  "properties": {
                    "syntaxHighlight": {"$ref": "#/$defs/set"},
                    "highlighter": {
                      "type": ["string", "null"],
                      "enum": ["shiki", "prism"],
                      "otherwise": "other",
                      "description": "The highlighter's name, of a text or of an object's type.",
                      "why": "Which values of an option are used."
                    },
                    "shikiConfig": {"$ref": "#/$defs/set"},
                    "remarkPlugins": {"$ref": "#/$defs/set"},
                    "rehypePlugins": {"$ref": "#/$defs/set"},
                    "remarkRehype": {"$ref": "#/$defs/set"},
                    "gfm": {"$ref": "#/$defs/set"},
                    "smartypants": {"$ref": "#/$defs/set"}
                  },
                  "description": "Which options of markdown are set.",
                  "why": "Which options of the configuration are used."
                },
                "experimental": {
                  "type": ["object", "null"],
                  "properties": {
                    "clientPrerender": {"$ref": "#/$defs/set"},
                    "contentIntellisense": {"$ref": "#/$defs/set"},
                    "responsiveImages": {"$ref": "#/$defs/set"},
                    "headingIdCompat": {"$ref": "#/$defs/set"},
                    "preserveScriptOrder": {"$ref": "#/$defs/set"},
                    "fonts": {"$ref": "#/$defs/set"},
                    "csp": {"$ref": "#/$defs/set"},
                    "serializeConfig": {"$ref": "#/$defs/set"},
                    "svg": {"$ref": "#/$defs/set"},
                    "liveContentCollections": {"$ref": "#/$defs/set"},
                    "staticImportMetaEnv": {"$ref": "#/$defs/set"},
                    "chromeDevtoolsWorkspace": {"$ref": "#/$defs/set"},
                    "failOnPrerenderConflict": {"$ref": "#/$defs/set"}
                  },
                  "description": "Which experiments are on.",
                  "why": "Which options of the configuration are used."
                },
                "legacy": {
                  "type": ["object", "null"],
                  "properties": {"collections": {"$ref": "#/$defs/set"}},
                  "description": "Which legacy behaviours are on.",
                  "why": "Which options of the configuration are used."
                },
                "vite": {
                  "type": ["object", "null"],
                  "properties": {
                    "root": {"$ref": "#/$defs/set"},
                    "base": {"$ref": "#/$defs/set"},
                    "mode": {"$ref": "#/$defs/set"},
                    "define": {"$ref": "#/$defs/set"},
                    "plugins": {"$ref": "#/$defs/set"},
                    "publicDir": {"$ref": "#/$defs/set"},
                    "cacheDir": {"$ref": "#/$defs/set"},
                    "resolve": {"$ref": "#/$defs/set"},
                    "html": {"$ref": "#/$defs/set"},
                    "css": {"$ref": "#/$defs/set"},
                    "json": {"$ref": "#/$defs/set"},
                    "esbuild": {"$ref": "#/$defs/set"},
                    "oxc": {"$ref": "#/$defs/set"},
                    "assetsInclude": {"$ref": "#/$defs/set"},
                    "logLevel": {"$ref": "#/$defs/set"},
                    "customLogger": {"$ref": "#/$defs/set"},
                    "clearScreen": {"$ref": "#/$defs/set"},
                    "envDir": {"$ref": "#/$defs/set"},
                    "envPrefix": {"$ref": "#/$defs/set"},
                    "appType": {"$ref": "#/$defs/set"},
                    "future": {"$ref": "#/$defs/set"},
                    "server": {"$ref": "#/$defs/set"},
                    "build": {"$ref": "#/$defs/set"},
                    "preview": {"$ref": "#/$defs/set"},
                    "dev": {"$ref": "#/$defs/set"},
                    "optimizeDeps": {"$ref": "#/$defs/set"},
                    "ssr": {"$ref": "#/$defs/set"},
                    "environments": {"$ref": "#/$defs/set"},
                    "builder": {"$ref": "#/$defs/set"},
                    "worker": {"$ref": "#/$defs/set"},
                    "experimental": {"$ref": "#/$defs/set"},
                    "legacy": {"$ref": "#/$defs/set"}
                  },
                  "description": "Which of Vite's own options are set.",
                  "why": "Which options of the configuration are used."
                },
                "root": {"$ref": "#/$defs/set"},
                "srcDir": {"$ref": "#/$defs/set"},
                "publicDir": {"$ref": "#/$defs/set"},
                "outDir": {"$ref": "#/$defs/set"},
                "cacheDir": {"$ref": "#/$defs/set"},
                "site": {"$ref": "#/$defs/set"},
                "compressHTML": {"$ref": "#/$defs/set"},
                "base": {"$ref": "#/$defs/set"},
                "server": {"$ref": "#/$defs/set"},
                "redirects": {"$ref": "#/$defs/set"},
                "prefetch": {"$ref": "#/$defs/set"},
                "devToolbar": {"$ref": "#/$defs/set"},
                "i18n": {"$ref": "#/$defs/set"},
                "security": {"$ref": "#/$defs/set"},
                "env": {"$ref": "#/$defs/set"},
                "session": {"$ref": "#/$defs/set"},
                "fonts": {"$ref": "#/$defs/set"}
              },
              "description": "Which options of the configuration are set; values leave of those alone that have a list.",
              "why": "Which options of the configuration are used."
            },
            "flags": {
              "type": ["object", "null"],
              "policies": [
                {
                  "keys": {
                    "allow": [
                      "root", "site", "base", "config", "port", "host", "open", "outDir", "mode",
                      "verbose", "silent", "version", "help", "allowed-hosts", "force", "devOutput",
                      "drafts", "yes", "json", "global", "watch"
                    ]
                  }
                }
              ],
              "description": "The names of the flags that were given, of those that Astro knows.",
              "why": "Which flags are used."
            },
            "isAgentic": {
              "type": "boolean",
              "const": true,
              "description": "That an AI agent runs the command.",
              "why": "How often agents use Astro."
            },
            "agentId": {
              "type": ["string", "null"],
              "policies": [
                {
                  "vocabulary": {
                    "words": [
                      "aider", "amp", "augment-agent", "claude-code", "codex", "crush", "cursor",
                      "cursor-agent", "gemini-agent", "github-copilot-agent", "jules", "octofriend",
                      "opencode", "replit", "replit-assistant", "warp", "windsurf", "zed", "zed-agent"
                    ],
                    "otherwise": "other"
                  }
                }
              ],
              "description": "Which agent it is.",
              "why": "Which agents use Astro."
            },
            "agentName": {
              "type": ["string", "null"],
              "policies": [
                {
                  "vocabulary": {
                    "words": [
                      "Aider", "Amp", "Augment", "Claude Code", "Codex", "Crush", "Cursor",
                      "Cursor Agent", "Gemini Agent", "GitHub Copilot Agent", "Jules", "OpenCode",
                      "Replit", "Replit Assistant", "Warp Terminal", "Windsurf", "Zed", "Zed Agent"
                    ],
                    "otherwise": "other"
                  }
                }
              ],
              "description": "What the agent is called.",
              "why": "Which agents use Astro."
            },
            "agentType": {
              "type": ["string", "null"],
              "enum": ["agent", "interactive", "hybrid"],
              "otherwise": "other",
              "description": "What kind of agent it is.",
              "why": "Which agents use Astro."
            }
          },
          "required": ["cliCommand"],
          "examples": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "cliCommand": "dev",
                "config": {
                  "site": "https://staging.acme.internal",
                  "base": "",
                  "root": "/Users/jane/acme-site",
                  "output": "server",
                  "trailingSlash": "never",
                  "build": {"format": "file", "assets": "_acme"},
                  "markdown": {"syntaxHighlight": "shiki"},
                  "vite": {"define": {"ACME_KEY": "sk-123"}, "base": "a"},
                  "integrations": ["@astrojs/mdx", "@acme-internal/cms"],
                  "adapter": "@astrojs/vercel"
                },
                "flags": {"_": ["dev"], "root": "/Users/jane/acme-site", "port": 8080}
              },
              "wire": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "anonymousId": "gz1.install.2cf5b349d5c101ab51ad72cc53c7829faa1cdf1f310a1c0abb806adcc51e9235",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "cliCommand": "dev",
                "config": {
                  "output": "server",
                  "trailingSlash": "never",
                  "adapter": "@astrojs/vercel",
                  "integrations": ["@astrojs/mdx", "other"],
                  "build": {"format": "file", "assets": true},
                  "markdown": {"syntaxHighlight": true},
                  "vite": {"base": true, "define": true},
                  "root": true,
                  "site": true,
                  "base": false
                },
                "flags": ["root", "port"]
              }
            },
            {
              "raw": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": true,
                "cliCommand": "build",
                "gitRootCommit": "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
                "isGit": true,
                "packageManager": "pnpm",
                "packageManagerVersion": "9.1.0",
                "ciName": "GitHub Actions",
                "memoryInMb": 65433,
                "cpuModel": "Apple M3 Max",
                "systemRelease": "23.5.0"
              },
              "wire": {
                "eventName": "ASTRO_CLI_SESSION_STARTED",
                "ciName": "GitHub Actions",
                "anonymousId": "CI.GitHub Actions",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "anonymousProjectId": "gz1.install.45008dee3b88b0747c6e0db83a0566d863dbdf31f6eb03188e5b5041229c7ab3",
                "isGit": true,
                "packageManager": "pnpm",
                "packageManagerVersion": "9.1",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "systemRelease": "23.5",
                "cpuModel": "apple",
                "memoryInMb": "32-64GB",
                "isCI": true,
                "cliCommand": "build"
              }
            }
          ]
        },
        "ASTRO_CLI_ERROR": {
          "description": "A command failed.",
          "properties": {
            "name": {
              "type": "string",
              "policies": [
                {
                  "vocabulary": {
                    "words": [
                      "AggregateError", "AstroError", "AstroUserError", "CSSSyntaxError",
                      "CompilerError", "Error", "EvalError", "MDXError", "MarkdownError", "RangeError",
                      "ReferenceError", "RollupError", "SassError", "SyntaxError", "SystemError",
                      "TypeError", "URIError", "ZodError", "CantRenderPage",
                      "ClientAddressNotAvailable", "CollectionDoesNotExistError",
                      "ContentEntryTypeError", "EndpointDidNotReturnAResponse", "ExpectedImage",
                      "FailedToLoadModuleSSR", "FileGlobNotSupported", "GetStaticPathsExpectedParams",
                      "GetStaticPathsInvalidRouteParam", "GetStaticPathsRequired", "ImageMissingAlt",
                      "IntegrationAlreadyAddedWarning", "InvalidComponentArgs",
                      "InvalidContentEntryDataError", "InvalidContentEntryFrontmatterError",
                      "InvalidFrontmatterInjectionError", "InvalidGetStaticPathParam",
                      "InvalidGetStaticPathsEntry", "InvalidGetStaticPathsReturn", "InvalidGlob",
                      "InvalidImageService", "InvalidPrerenderExport", "LocalImageUsedWrongly",
                      "MarkdownFrontmatterParseError", "MdxIntegrationMissingError",
                      "MissingImageDimension", "MissingMediaQueryDirective", "MissingSharp",
                      "NoAdapterInstalled", "NoClientEntrypoint", "NoClientOnlyHint", "NoImageMetadata",
                      "NoMatchingImport", "NoMatchingRenderer", "NoMatchingStaticPathFound",
                      "OnlyResponseCanBeReturned", "PageNumberParamNotFound",
                      "PrerenderClientAddressNotAvailable", "ReservedSlotName", "ResponseSentError",
                      "StaticClientAddressNotAvailable", "UnhandledRejection", "UnknownCLIError",
                      "UnknownCSSError", "UnknownCompilerError", "UnknownConfigError",
                      "UnknownContentCollectionError", "UnknownMarkdownError", "UnknownViteError",
                      "UnsupportedConfigTransformError"
                    ],
                    "otherwise": "other"
                  }
                }
              ],
              "description": "The error's class; one that is not Astro's or JavaScript's is called other.",
              "why": "Which errors to mend first."
            },
            "isFatal": {
              "type": "boolean",
              "description": "Whether the command ended.",
              "why": "Which errors to mend first."
            },
            "isConfig": {
              "type": "boolean",
              "description": "That the configuration was wrong.",
              "why": "Which options are hard to get right."
            },
            "plugin": {
              "type": ["string", "null"],
              "policies": [
                {
                  "vocabulary": {
                    "words": [
                      "astro:assets", "astro:build", "astro:content", "astro:head-metadata",
                      "astro:html", "astro:i18n", "astro:jsx", "astro:markdown", "astro:postprocess",
                      "astro:scanner", "astro:scripts", "astro:server", "@mdx-js/rollup", "commonjs",
                      "rollup-plugin-astro", "vite-plugin-solid", "vite-plugin-svelte",
                      "vite:build-html", "vite:css", "vite:css-post", "vite:define", "vite:dep-scan",
                      "vite:esbuild", "vite:import-analysis", "vite:json", "vite:load-fallback",
                      "vite:preact-jsx", "vite:react-babel", "vite:resolve", "vite:vue"
                    ],
                    "otherwise": "other"
                  }
                }
              ],
              "description": "The plugin in which it happened; one that is not public is called other.",
              "why": "Where errors come from."
            },
            "cliCommand": {
              "type": "string",
              "enum": ["dev", "build", "preview", "sync", "add"],
              "otherwise": "other",
              "description": "The command that was run.",
              "why": "Which commands are used."
            },
            "templateId": {
              "policies": ["drop"],
              "description": "The id of Astro's own error.",
              "type": ["string", "null"]
            },
            "message": {
              "policies": ["drop"],
              "description": "The error's message.",
              "type": ["string", "null"]
            },
            "anonymousMessageHint": {
              "from": "templateId",
              "policies": [
                {
                  "vocabulary": {
                    "words": {
                      "CantRenderPage": "CantRenderPage",
                      "ClientAddressNotAvailable": "`Astro.clientAddress` is not available in the `ADAPTER_NAME` adapter. File an issue with the adapter to add support.",
                      "CollectionDoesNotExistError": "CollectionDoesNotExistError",
                      "ContentEntryTypeError": "ContentEntryTypeError",
                      "EndpointDidNotReturnAResponse": "EndpointDidNotReturnAResponse",
                      "ExpectedImage": "ExpectedImage",
                      "FailedToLoadModuleSSR": "FailedToLoadModuleSSR",
                      "FileGlobNotSupported": "FileGlobNotSupported",
                      "GetStaticPathsExpectedParams": "GetStaticPathsExpectedParams",
                      "GetStaticPathsInvalidRouteParam": "GetStaticPathsInvalidRouteParam",
                      "GetStaticPathsRequired": "GetStaticPathsRequired",
                      "ImageMissingAlt": "ImageMissingAlt",
                      "IntegrationAlreadyAddedWarning": "IntegrationAlreadyAddedWarning",
                      "InvalidComponentArgs": "InvalidComponentArgs",
                      "InvalidContentEntryDataError": "InvalidContentEntryDataError",
                      "InvalidContentEntryFrontmatterError": "InvalidContentEntryFrontmatterError",
                      "InvalidFrontmatterInjectionError": "InvalidFrontmatterInjectionError",
                      "InvalidGetStaticPathParam": "InvalidGetStaticPathParam",
                      "InvalidGetStaticPathsEntry": "InvalidGetStaticPathsEntry",
                      "InvalidGetStaticPathsReturn": "InvalidGetStaticPathsReturn",
                      "InvalidGlob": "InvalidGlob",
                      "InvalidImageService": "InvalidImageService",
                      "InvalidPrerenderExport": "InvalidPrerenderExport",
                      "LocalImageUsedWrongly": "LocalImageUsedWrongly",
                      "MarkdownFrontmatterParseError": "MarkdownFrontmatterParseError",
                      "MdxIntegrationMissingError": "MdxIntegrationMissingError",
                      "MissingImageDimension": "MissingImageDimension",
                      "MissingMediaQueryDirective": "MissingMediaQueryDirective",
                      "MissingSharp": "MissingSharp",
                      "NoAdapterInstalled": "NoAdapterInstalled",
                      "NoClientEntrypoint": "NoClientEntrypoint",
                      "NoClientOnlyHint": "NoClientOnlyHint",
                      "NoImageMetadata": "NoImageMetadata",
                      "NoMatchingImport": "NoMatchingImport",
                      "NoMatchingRenderer": "NoMatchingRenderer",
                      "NoMatchingStaticPathFound": "NoMatchingStaticPathFound",
                      "OnlyResponseCanBeReturned": "OnlyResponseCanBeReturned",
                      "PageNumberParamNotFound": "PageNumberParamNotFound",
                      "PrerenderClientAddressNotAvailable": "PrerenderClientAddressNotAvailable",
                      "ReservedSlotName": "ReservedSlotName",
                      "ResponseSentError": "ResponseSentError",
                      "StaticClientAddressNotAvailable": "StaticClientAddressNotAvailable",
                      "UnhandledRejection": "UnhandledRejection",
                      "UnknownCLIError": "UnknownCLIError",
                      "UnknownCSSError": "UnknownCSSError",
                      "UnknownCompilerError": "UnknownCompilerError",
                      "UnknownConfigError": "UnknownConfigError",
                      "UnknownContentCollectionError": "UnknownContentCollectionError",
                      "UnknownMarkdownError": "UnknownMarkdownError",
                      "UnknownViteError": "UnknownViteError",
                      "UnsupportedConfigTransformError": "UnsupportedConfigTransformError"
                    }
                  }
                }
              ],
              "else": {"from": "message", "policies": ["hint"]},
              "description": "The declared text of Astro's own error, without what was put into it; of any other error its first harmless words.",
              "why": "What went wrong."
            },
            "configErrorPaths": {
              "type": "array",
              "maxItems": 64,
              "items": {
                "type": "array",
                "maxItems": 16,
                "items": {
                  "type": "string",
                  "policies": [
                    {
                      "vocabulary": {
                        "words": [
                          "adapter", "algorithm", "allowedHosts", "assets", "assetsPrefix", "base",
                          "breakpoints", "build", "cacheDir", "checkOrigin", "chromeDevtoolsWorkspace",
                          "client", "clientPrerender", "codes", "collections", "compressHTML",
                          "concurrency", "config", "contentIntellisense", "cookie", "csp",
                          "dangerouslyProcessSVG", "defaultColor", "defaultLocale", "defaultStrategy",
                          "destination", "devToolbar", "directives", "domain", "domains", "driver",
                          "enabled", "endpoint", "entrypoint", "env", "excludeLangs", "experimental",
                          "failOnPrerenderConflict", "fallback", "fallbackType", "fonts", "format",
                          "gfm", "headers", "headingIdCompat", "hooks", "host", "hostname", "i18n",
                          "image", "inlineStylesheets", "integrations", "langAlias", "langs", "layout",
                          "legacy", "liveContentCollections", "locales", "markdown", "maxAge", "name",
                          "objectFit", "objectPosition", "open", "options", "outDir", "output", "path",
                          "pathname", "port", "prefetch", "prefetchAll", "prefixDefaultLocale",
                          "preserveScriptOrder", "protocol", "publicDir", "redirectToDefaultLocale",
                          "redirects", "rehypePlugins", "remarkPlugins", "remarkRehype",
                          "remotePatterns", "responsiveImages", "responsiveStyles", "root", "route",
                          "routing", "sameSite", "schema", "scopedStyleStrategy", "scriptHashes",
                          "secure", "security", "serializeConfig", "server", "serverEntry", "service",
                          "session", "shikiConfig", "site", "smartypants", "srcDir",
                          "staticImportMetaEnv", "status", "styleHashes", "svg", "syntaxHighlight",
                          "theme", "themes", "trailingSlash", "transformers", "ttl", "type",
                          "validateSecrets", "value", "vite", "wrap", "#"
                        ],
                        "otherwise": "*"
                      }
                    }
                  ]
                },
                "policies": [{"join": "."}]
              },
              "presentIf": {"isConfig": [true]},
              "description": "Where the configuration was wrong: names of options; names of one's own are called *.",
              "why": "Which options are hard to get right."
            }
          },
          "required": ["name", "isFatal", "cliCommand"],
          "examples": [
            {
              "raw": {
                "eventName": "ASTRO_CLI_ERROR",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "Error",
                "plugin": "vite:css",
                "cliCommand": "build",
                "isFatal": true,
                "message": "Cannot find module '/Users/jane/acme/node_modules/x' from jane.doe@acme.com",
                "stack": "at foo (/Users/jane/acme/a.ts:3:1)"
              },
              "wire": {
                "eventName": "ASTRO_CLI_ERROR",
                "anonymousId": "gz1.install.2cf5b349d5c101ab51ad72cc53c7829faa1cdf1f310a1c0abb806adcc51e9235",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "Error",
                "isFatal": true,
                "plugin": "vite:css",
                "cliCommand": "build",
                "anonymousMessageHint": "cannot find module"
              }
            },
            {
              "raw": {
                "eventName": "ASTRO_CLI_ERROR",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "Error",
                "cliCommand": "dev",
                "isFatal": false,
                "message": "AKIAIOSFODNN7EXAMPLE denied by policy"
              },
              "wire": {
                "eventName": "ASTRO_CLI_ERROR",
                "anonymousId": "gz1.install.2cf5b349d5c101ab51ad72cc53c7829faa1cdf1f310a1c0abb806adcc51e9235",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "Error",
                "isFatal": false,
                "cliCommand": "dev"
              }
            },
            {
              "raw": {
                "eventName": "ASTRO_CLI_ERROR",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "ClientAddressNotAvailable",
                "cliCommand": "dev",
                "isFatal": false,
                "templateId": "ClientAddressNotAvailable",
                "templateArgs": {"adapterName": "acme-secret-adapter"},
                "message": "`Astro.clientAddress` is not available in the `acme-secret-adapter` adapter."
              },
              "wire": {
                "eventName": "ASTRO_CLI_ERROR",
                "anonymousId": "gz1.install.2cf5b349d5c101ab51ad72cc53c7829faa1cdf1f310a1c0abb806adcc51e9235",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "ClientAddressNotAvailable",
                "isFatal": false,
                "cliCommand": "dev",
                "anonymousMessageHint": "`Astro.clientAddress` is not available in the `ADAPTER_NAME` adapter. File an issue with the adapter to add support."
              }
            },
            {
              "raw": {
                "eventName": "ASTRO_CLI_ERROR",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "ZodError",
                "isFatal": true,
                "isConfig": true,
                "cliCommand": "build",
                "configErrorPaths": [
                  ["build", "format"],
                  ["redirects", "/acme-merger-plan"],
                  ["integrations", "#", "name"]
                ]
              },
              "wire": {
                "eventName": "ASTRO_CLI_ERROR",
                "anonymousId": "gz1.install.2cf5b349d5c101ab51ad72cc53c7829faa1cdf1f310a1c0abb806adcc51e9235",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "name": "ZodError",
                "isFatal": true,
                "isConfig": true,
                "cliCommand": "build",
                "configErrorPaths": ["build.format", "redirects.*", "integrations.#.name"]
              }
            }
          ]
        },
        "ASTRO_TOOLBAR_APP_TOGGLED": {
          "description": "An app of the toolbar was opened or closed.",
          "properties": {
            "app": {
              "type": "string",
              "policies": [
                {
                  "vocabulary": {
                    "words": ["astro:audit", "astro:home", "astro:settings", "astro:xray"],
                    "otherwise": "other"
                  }
                }
              ],
              "description": "The app, if it is Astro's own.",
              "why": "Which apps are used."
            }
          },
          "required": ["app"],
          "examples": [
            {
              "raw": {
                "eventName": "ASTRO_TOOLBAR_APP_TOGGLED",
                "machineId": "9f2c4e6a8b0d1f3e5c7a9b1d3f5e7c9a0b2d4f6e8a1c3e5b7d9f0a2c4e6b8d0f",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "app": "acme:cms-toolbar"
              },
              "wire": {
                "eventName": "ASTRO_TOOLBAR_APP_TOGGLED",
                "anonymousId": "gz1.install.2cf5b349d5c101ab51ad72cc53c7829faa1cdf1f310a1c0abb806adcc51e9235",
                "anonymousSessionId": "1a3c5e7092b4d6f8a0c2e4061837495b6d7f8091a2b3c4d5e6f708192a3b4c5d",
                "astroVersion": "5.13.2",
                "systemPlatform": "darwin",
                "isCI": false,
                "app": "other"
              }
            }
          ]
        }
      },
      "envelope": {
        "template": {
          "context": {
            "anonymousId": {"$field": "anonymousId", "optional": true},
            "anonymousSessionId": {"$field": "anonymousSessionId"},
            "anonymousProjectId": {"$field": "anonymousProjectId", "optional": true},
            "isGit": {"$field": "isGit", "optional": true},
            "packageManager": {"$field": "packageManager", "optional": true},
            "packageManagerVersion": {"$field": "packageManagerVersion", "optional": true}
          },
          "meta": {
            "nodeVersion": {"$field": "nodeVersion", "optional": true},
            "viteVersion": {"$field": "viteVersion", "optional": true},
            "astroVersion": {"$field": "astroVersion", "optional": true},
            "systemPlatform": {"$field": "systemPlatform"},
            "systemRelease": {"$field": "systemRelease", "optional": true},
            "systemArchitecture": {"$field": "systemArchitecture", "optional": true},
            "cpuCount": {"$field": "cpuCount", "optional": true},
            "cpuModel": {"$field": "cpuModel", "optional": true},
            "memoryInMb": {"$field": "memoryInMb", "optional": true},
            "isDocker": {"$field": "isDocker", "optional": true},
            "isTTY": {"$field": "isTTY", "optional": true},
            "isWSL": {"$field": "isWSL", "optional": true},
            "isCI": {"$field": "isCI"},
            "ciName": {"$field": "ciName", "optional": true}
          },
          "events": [{"eventName": {"$event": true}, "payload": {"$fields": {"kinds": "all"}}}]
        }
      },
      "history": [
        {
          "version": "1.0",
          "date": "2026-11-21",
          "summary": "First version: three events; names come from lists, machines from ranges, ids from a key."
        }
      ]
    }

    """#
}
