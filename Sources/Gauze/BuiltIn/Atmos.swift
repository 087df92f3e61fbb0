// Generated from Fixtures/Systems/atmos/schema.json by the tests with GAUZE_RECORD=1.

extension BuiltInSchemas {
  static let atmos: StaticString = #"""
    {
      "gauze": 1,
      "name": "atmos",
      "version": "1.0",
      "description": "What the Atmos command line tells its makers: which built-in command ran, where, and whether it failed.",
      "receiver": {
        "endpoint": "https://us.i.posthog.com",
        "adds": ["time of receipt", "IP address that the request comes from"]
      },
      "consent": {
        "default": "opt-out",
        "epoch": 1,
        "sources": [
          {"env": "DO_NOT_TRACK", "off": ["1", "true"]},
          {"env": "ATMOS_TELEMETRY_ENABLED", "on": ["true", "1"], "off": ["false", "0"]},
          {"config": "settings.telemetry.enabled", "on": ["true"], "off": ["false"]}
        ],
        "instructions": ["Set settings.telemetry.enabled to false in atmos.yaml."]
      },
      "identity": {
        "installation_id": {"scope": "install", "generator": "random", "stored": true},
        "atmos_pro_workspace": {"scope": "account", "generator": "hash", "stored": false}
      },
      "promises": [
        {
          "text": "Sent are the built-in command that was run, whether it succeeded, the version, operating system and processor, where it ran (CI, container), and a random machine identifier; nothing else",
          "enforcedBy": "engine",
          "fields": [
            "command", "error", "version", "os", "arch", "ci", "ci_provider", "docker",
            "installation_id", "atmos_pro_workspace"
          ],
          "canaries": [
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos deploy-acme-payroll eu",
                "error": false,
                "version": "1.200.0",
                "os": "darwin",
                "arch": "arm64",
                "ci": false,
                "ci_provider": "",
                "atmos_pro_workspace_id": "ws_5f0c2f0e-8d5c-4b6e-9a53-0e0d6c1b2a11",
                "docker": false,
                "cwd": "/Users/jane/acme-infra",
                "aws_account": "123456789012"
              },
              "texts": ["/Users", "123456789012", "cwd", "aws_account"]
            }
          ]
        },
        {
          "text": "No repository contents, file paths or stack manifest values",
          "enforcedBy": "engine",
          "classes": ["path"],
          "canaries": [
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos terraform plan vpc -s acme-prod-ue1 --var db_password=hunter2",
                "error": "stack acme-prod-ue1 not found in /home/jane/infra/stacks",
                "version": "1.200.0",
                "os": "linux",
                "arch": "amd64",
                "ci": true,
                "ci_provider": "GITHUB_ACTIONS",
                "atmos_pro_workspace_id": "",
                "docker": true
              },
              "texts": ["/home", "infra", "stacks"]
            }
          ]
        },
        {
          "text": "No component names, stack names or variable values",
          "enforcedBy": "engine",
          "fields": ["command", "error"],
          "canaries": [
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos terraform plan vpc -s acme-prod-ue1 --var db_password=hunter2",
                "error": "stack acme-prod-ue1 not found in /home/jane/infra/stacks",
                "version": "1.200.0",
                "os": "linux",
                "arch": "amd64",
                "ci": true,
                "ci_provider": "GITHUB_ACTIONS",
                "atmos_pro_workspace_id": "",
                "docker": true
              },
              "texts": ["vpc", "acme-prod-ue1", "db_password"]
            },
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos deploy-acme-payroll eu",
                "error": false,
                "version": "1.200.0",
                "os": "darwin",
                "arch": "arm64",
                "ci": false,
                "ci_provider": "",
                "atmos_pro_workspace_id": "ws_5f0c2f0e-8d5c-4b6e-9a53-0e0d6c1b2a11",
                "docker": false,
                "cwd": "/Users/jane/acme-infra",
                "aws_account": "123456789012"
              },
              "texts": ["acme", "payroll eu"]
            }
          ]
        },
        {
          "text": "No values of environment variables",
          "enforcedBy": "engine",
          "fields": ["ci", "ci_provider"],
          "canaries": [
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos terraform plan",
                "error": false,
                "version": "1.200.0",
                "os": "linux",
                "arch": "amd64",
                "ci": true,
                "ci_provider": "GITHUB_ACTIONS",
                "atmos_pro_workspace_id": "",
                "docker": true,
                "env": {"GITHUB_TOKEN": "ghp_hunter2"}
              },
              "texts": ["hunter2", "GITHUB_TOKEN"]
            }
          ]
        },
        {
          "text": "No AWS account IDs, ARNs or cloud credentials",
          "enforcedBy": "engine",
          "classes": ["id", "secret"],
          "canaries": [
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos terraform plan vpc -s acme-prod-ue1 --var db_password=hunter2",
                "error": "stack acme-prod-ue1 not found in /home/jane/infra/stacks",
                "version": "1.200.0",
                "os": "linux",
                "arch": "amd64",
                "ci": true,
                "ci_provider": "GITHUB_ACTIONS",
                "atmos_pro_workspace_id": "",
                "docker": true
              },
              "texts": ["hunter2"]
            },
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos terraform plan",
                "error": "AccessDenied: arn:aws:iam::123456789012:user/jane",
                "version": "1.200.0",
                "os": "linux",
                "arch": "amd64",
                "ci": true,
                "ci_provider": "GITHUB_ACTIONS",
                "atmos_pro_workspace_id": "",
                "docker": true
              },
              "texts": ["arn:", "123456789012"]
            }
          ]
        },
        {
          "text": "No personally identifiable information",
          "enforcedBy": "engine",
          "classes": ["email", "path", "secret", "url", "host", "id"],
          "absent": ["user", "username", "email", "hostname", "cwd"],
          "canaries": [
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos jane.doe@acme.example",
                "error": false,
                "version": "1.200.0",
                "os": "linux",
                "arch": "amd64",
                "ci": true,
                "ci_provider": "GITHUB_ACTIONS",
                "atmos_pro_workspace_id": "",
                "docker": true
              },
              "texts": ["jane", "acme"]
            }
          ]
        },
        {
          "text": "Of an error only that it happened is sent, never its text",
          "enforcedBy": "engine",
          "fields": ["error"],
          "canaries": [
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos terraform plan vpc -s acme-prod-ue1 --var db_password=hunter2",
                "error": "stack acme-prod-ue1 not found in /home/jane/infra/stacks",
                "version": "1.200.0",
                "os": "linux",
                "arch": "amd64",
                "ci": true,
                "ci_provider": "GITHUB_ACTIONS",
                "atmos_pro_workspace_id": "",
                "docker": true
              },
              "texts": ["not found"]
            }
          ]
        },
        {
          "text": "The machine identifier is random and says nothing of the machine",
          "enforcedBy": "client"
        },
        {
          "text": "An Atmos Pro workspace is sent as a fingerprint of its id: a pseudonym that links the runs of one workspace, and that whoever knows the id can confirm",
          "enforcedBy": "engine",
          "fields": ["atmos_pro_workspace"],
          "canaries": [
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos deploy-acme-payroll eu",
                "error": false,
                "version": "1.200.0",
                "os": "darwin",
                "arch": "arm64",
                "ci": false,
                "ci_provider": "",
                "atmos_pro_workspace_id": "ws_5f0c2f0e-8d5c-4b6e-9a53-0e0d6c1b2a11",
                "docker": false,
                "cwd": "/Users/jane/acme-infra",
                "aws_account": "123456789012"
              },
              "texts": ["ws_", "5f0c2f0e"]
            }
          ]
        },
        {
          "text": "With settings.telemetry.enabled or ATMOS_TELEMETRY_ENABLED set to false nothing is collected or sent, regardless of any other setting",
          "enforcedBy": "client"
        },
        {"text": "Endpoint and token can be set to a collector of your own", "enforcedBy": "client"},
        {
          "text": "With settings.telemetry.logging every event is logged before it is sent",
          "enforcedBy": "client"
        },
        {
          "text": "An event that cannot be delivered is dropped silently; no command waits for it or fails because of it",
          "enforcedBy": "client"
        },
        {"text": "Telemetry is used to understand how the tool is used", "enforcedBy": "declaration"}
      ],
      "forbid": ["email", "path", "secret", "url", "host", "ip", "id", "sql"],
      "eventKey": "event",
      "unknown": "drop",
      "events": {
        "command": {
          "description": "A command ended.",
          "properties": {
            "installation_id": {
              "type": "string",
              "format": "uuid",
              "description": "Random, made at the first run that may send, and kept in the cache folder.",
              "why": "How many installs are in use."
            },
            "command": {
              "type": "string",
              "policies": [
                {
                  "vocabulary": {
                    "words": [
                      "atmos about", "atmos ai", "atmos ai ask", "atmos ai chat", "atmos ai exec",
                      "atmos ai help", "atmos ai memory", "atmos ai sessions", "atmos ai skill",
                      "atmos ansible", "atmos ansible inventory", "atmos ansible playbook",
                      "atmos ansible vault", "atmos ansible version", "atmos atlantis",
                      "atmos atlantis generate", "atmos atlantis generate repo-config", "atmos auth",
                      "atmos auth console", "atmos auth env", "atmos auth exec", "atmos auth list",
                      "atmos auth login", "atmos auth logout", "atmos auth shell", "atmos auth user",
                      "atmos auth user configure", "atmos auth validate", "atmos auth whoami",
                      "atmos aws", "atmos aws cloudformation", "atmos aws cloudformation apply",
                      "atmos aws cloudformation backend", "atmos aws cloudformation changeset",
                      "atmos aws cloudformation delete", "atmos aws cloudformation deploy",
                      "atmos aws cloudformation diff", "atmos aws cloudformation drift",
                      "atmos aws cloudformation fmt", "atmos aws cloudformation get",
                      "atmos aws cloudformation list", "atmos aws cloudformation logs",
                      "atmos aws cloudformation output", "atmos aws cloudformation plan",
                      "atmos aws cloudformation render", "atmos aws cloudformation source",
                      "atmos aws cloudformation stackset", "atmos aws cloudformation tree",
                      "atmos aws cloudformation validate", "atmos aws cloudformation watch",
                      "atmos aws compliance", "atmos aws compliance report", "atmos aws ecr",
                      "atmos aws eks", "atmos aws eks token", "atmos aws eks update-kubeconfig",
                      "atmos aws rds", "atmos aws rds connect", "atmos aws rds token",
                      "atmos aws security", "atmos aws security analyze", "atmos completion",
                      "atmos config", "atmos describe", "atmos describe affected",
                      "atmos describe component", "atmos describe config", "atmos describe dependents",
                      "atmos describe edition", "atmos describe locals", "atmos describe stacks",
                      "atmos describe workflows", "atmos devcontainer", "atmos devcontainer attach",
                      "atmos devcontainer config", "atmos devcontainer exec", "atmos devcontainer list",
                      "atmos devcontainer logs", "atmos devcontainer rebuild",
                      "atmos devcontainer remove", "atmos devcontainer shell",
                      "atmos devcontainer start", "atmos devcontainer stop", "atmos docs",
                      "atmos docs generate", "atmos editorconfig", "atmos env", "atmos generate",
                      "atmos git", "atmos helm", "atmos helmfile", "atmos helmfile apply",
                      "atmos helmfile delete", "atmos helmfile destroy", "atmos helmfile diff",
                      "atmos helmfile generate", "atmos helmfile generate varfile",
                      "atmos helmfile source", "atmos helmfile source delete",
                      "atmos helmfile source describe", "atmos helmfile source list",
                      "atmos helmfile source pull", "atmos helmfile sync", "atmos helmfile template",
                      "atmos helmfile version", "atmos help", "atmos helper", "atmos init",
                      "atmos kubernetes", "atmos list", "atmos list affected", "atmos list aliases",
                      "atmos list components", "atmos list dependencies", "atmos list editions",
                      "atmos list instances", "atmos list metadata", "atmos list settings",
                      "atmos list sources", "atmos list stacks", "atmos list themes",
                      "atmos list values", "atmos list vars", "atmos list vendor",
                      "atmos list workflows", "atmos mcp", "atmos packer", "atmos packer build",
                      "atmos packer init", "atmos packer inspect", "atmos packer output",
                      "atmos packer source", "atmos packer source delete",
                      "atmos packer source describe", "atmos packer source list",
                      "atmos packer source pull", "atmos packer validate", "atmos packer version",
                      "atmos pro", "atmos pro commit", "atmos pro install", "atmos pro lock",
                      "atmos pro unlock", "atmos profile", "atmos profile list", "atmos profile show",
                      "atmos scaffold", "atmos secret", "atmos stack", "atmos support",
                      "atmos terraform", "atmos terraform apply", "atmos terraform backend",
                      "atmos terraform backend create", "atmos terraform backend delete",
                      "atmos terraform backend describe", "atmos terraform backend list",
                      "atmos terraform backend update", "atmos terraform cache",
                      "atmos terraform cache delete", "atmos terraform cache list",
                      "atmos terraform cache mirror", "atmos terraform cache prune",
                      "atmos terraform cache stats", "atmos terraform cache trust",
                      "atmos terraform cache untrust", "atmos terraform clean",
                      "atmos terraform console", "atmos terraform deploy", "atmos terraform destroy",
                      "atmos terraform fmt", "atmos terraform force-unlock", "atmos terraform generate",
                      "atmos terraform generate backend", "atmos terraform generate backends",
                      "atmos terraform generate files", "atmos terraform generate planfile",
                      "atmos terraform generate varfile", "atmos terraform generate varfiles",
                      "atmos terraform get", "atmos terraform graph", "atmos terraform import",
                      "atmos terraform init", "atmos terraform lint", "atmos terraform login",
                      "atmos terraform logout", "atmos terraform metadata", "atmos terraform migrate",
                      "atmos terraform migrate apply", "atmos terraform migrate list",
                      "atmos terraform migrate plan", "atmos terraform modules",
                      "atmos terraform output", "atmos terraform plan", "atmos terraform plan-diff",
                      "atmos terraform planfile", "atmos terraform planfile delete",
                      "atmos terraform planfile download", "atmos terraform planfile list",
                      "atmos terraform planfile show", "atmos terraform planfile upload",
                      "atmos terraform providers", "atmos terraform providers lock",
                      "atmos terraform providers mirror", "atmos terraform providers schema",
                      "atmos terraform provision", "atmos terraform refresh", "atmos terraform shell",
                      "atmos terraform show", "atmos terraform source", "atmos terraform source create",
                      "atmos terraform source delete", "atmos terraform source describe",
                      "atmos terraform source list", "atmos terraform source pull",
                      "atmos terraform source update", "atmos terraform state",
                      "atmos terraform state list", "atmos terraform state mv",
                      "atmos terraform state pull", "atmos terraform state push",
                      "atmos terraform state replace-provider", "atmos terraform state rm",
                      "atmos terraform state show", "atmos terraform taint", "atmos terraform test",
                      "atmos terraform untaint", "atmos terraform validate", "atmos terraform version",
                      "atmos terraform workspace", "atmos terraform workspace delete",
                      "atmos terraform workspace list", "atmos terraform workspace new",
                      "atmos terraform workspace select", "atmos terraform workspace show",
                      "atmos theme", "atmos theme list", "atmos theme show", "atmos toolchain",
                      "atmos toolchain add", "atmos toolchain aliases", "atmos toolchain clean",
                      "atmos toolchain du", "atmos toolchain env", "atmos toolchain exec",
                      "atmos toolchain get", "atmos toolchain info", "atmos toolchain install",
                      "atmos toolchain list", "atmos toolchain lock", "atmos toolchain path",
                      "atmos toolchain registry", "atmos toolchain registry list",
                      "atmos toolchain registry search", "atmos toolchain remove",
                      "atmos toolchain run", "atmos toolchain search", "atmos toolchain set",
                      "atmos toolchain uninstall", "atmos toolchain update", "atmos toolchain versions",
                      "atmos toolchain which", "atmos validate", "atmos validate component",
                      "atmos validate editorconfig", "atmos validate schema", "atmos validate stacks",
                      "atmos vendor", "atmos vendor clean", "atmos vendor config", "atmos vendor diff",
                      "atmos vendor get", "atmos vendor pull", "atmos vendor set",
                      "atmos vendor update", "atmos vendor verify", "atmos version",
                      "atmos version install", "atmos version list", "atmos version show",
                      "atmos version track", "atmos version uninstall", "atmos workflow"
                    ],
                    "otherwise": "atmos <custom>",
                    "match": "words"
                  }
                }
              ],
              "description": "The built-in command, without arguments and flags; a command of one's own is not named.",
              "why": "Which commands are used."
            },
            "error": {
              "policies": [{"presence": {"as": "truthy"}}],
              "description": "The error, its text or whether there was one; only whether there was one leaves.",
              "why": "Which commands fail."
            },
            "version": {
              "type": "string",
              "policies": [{"coarsen-version": {"parts": 3, "otherwise": "other"}}],
              "description": "The version of Atmos; a build that has none is called other.",
              "why": "Which versions are in use."
            },
            "os": {
              "type": "string",
              "enum": ["linux", "darwin", "windows", "freebsd"],
              "otherwise": "other",
              "description": "The operating system.",
              "why": "Which systems to build for."
            },
            "arch": {
              "type": "string",
              "enum": ["amd64", "arm64", "386", "arm"],
              "otherwise": "other",
              "description": "The processor.",
              "why": "Which processors to build for."
            },
            "ci": {
              "type": "boolean",
              "description": "Whether the run is a CI job.",
              "why": "To tell people from automation."
            },
            "ci_provider": {
              "type": "string",
              "enum": [
                "", "AZURE_PIPELINES", "BAMBOO", "BITBUCKET", "BITRISE", "BUILDKITE", "CIRCLE",
                "CIRRUS", "CODEBUILD", "CODEFRESH", "CODESHIP", "DRONE", "GERRIT", "GITEA_ACTIONS",
                "GITHUB_ACTIONS", "GITLAB", "GOCD", "GOOGLE_CLOUD_BUILD", "HARNESS", "HUDSON",
                "JENKINS", "PROW", "SEMAPHORE", "SOURCEHUT", "SPACELIFT", "TEAMCITY", "TRAVIS"
              ],
              "description": "The CI service, or empty.",
              "why": "Which CI services to support."
            },
            "atmos_pro_workspace_id": {
              "type": "string",
              "maxLength": 256,
              "policies": ["drop"],
              "description": "The id of the Atmos Pro workspace as it is configured, or empty."
            },
            "atmos_pro_workspace": {
              "from": "atmos_pro_workspace_id",
              "policies": [{"vocabulary": {"words": [""]}}],
              "else": {"from": "atmos_pro_workspace_id", "policies": ["mask-emails", "fingerprint"]},
              "description": "A fingerprint of the workspace's id; empty where there is none.",
              "waiver": "The id is one that Atmos Pro gave, so hosts and the like are not masked in it: masked, the workspaces of two organisations would have one fingerprint.",
              "why": "Which commands Atmos Pro workspaces use."
            },
            "docker": {
              "type": "boolean",
              "description": "Whether the run is in a container.",
              "why": "Which images to publish."
            }
          },
          "required": [
            "installation_id", "command", "version", "os", "arch", "ci", "ci_provider", "docker"
          ],
          "examples": [
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos terraform plan vpc -s acme-prod-ue1 --var db_password=hunter2",
                "error": "stack acme-prod-ue1 not found in /home/jane/infra/stacks",
                "version": "1.200.0",
                "os": "linux",
                "arch": "amd64",
                "ci": true,
                "ci_provider": "GITHUB_ACTIONS",
                "atmos_pro_workspace_id": "",
                "docker": true
              },
              "wire": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos terraform plan",
                "error": true,
                "version": "1.200.0",
                "os": "linux",
                "arch": "amd64",
                "ci": true,
                "ci_provider": "GITHUB_ACTIONS",
                "atmos_pro_workspace": "",
                "docker": true
              }
            },
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos deploy-acme-payroll eu",
                "error": false,
                "version": "1.200.0",
                "os": "darwin",
                "arch": "arm64",
                "ci": false,
                "ci_provider": "",
                "atmos_pro_workspace_id": "ws_5f0c2f0e-8d5c-4b6e-9a53-0e0d6c1b2a11",
                "docker": false,
                "cwd": "/Users/jane/acme-infra",
                "aws_account": "123456789012"
              },
              "wire": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos <custom>",
                "error": false,
                "version": "1.200.0",
                "os": "darwin",
                "arch": "arm64",
                "ci": false,
                "ci_provider": "",
                "atmos_pro_workspace": "df438b933eb19d39",
                "docker": false
              }
            },
            {
              "raw": {
                "event": "command",
                "installation_id": "0b7f2c1e-5d3a-4f68-9c41-7a2e8d90b315",
                "command": "atmos list components",
                "error": false,
                "version": "test",
                "os": "plan9",
                "arch": "mips",
                "ci": "yes",
                "ci_provider": "JANES_LAPTOP_CI",
                "atmos_pro_workspace_id": "",
                "docker": false
              },
              "rejects": ["wrong-type", "not-in-enum"]
            }
          ]
        }
      },
      "envelope": {
        "template": {
          "event": {"$event": true},
          "distinct_id": {"$field": "installation_id"},
          "properties": {"$fields": {"kinds": "all"}}
        }
      },
      "history": [
        {
          "version": "1.0",
          "date": "2026-11-21",
          "summary": "First version: the built-in command's name, nine properties, no texts."
        }
      ]
    }

    """#
}
