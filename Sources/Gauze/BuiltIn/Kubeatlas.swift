// Generated from Fixtures/Systems/kubeatlas/schema.json by the tests with GAUZE_RECORD=1.

extension BuiltInSchemas {
  static let kubeatlas: StaticString = #"""
    {
      "gauze": 1,
      "name": "kubeatlas",
      "version": "1.0",
      "description": "The daily usage report of KubeAtlas: which versions and platforms are in use, and roughly how large installs are.",
      "receiver": {
        "endpoint": "https://telemetry.kubeatlas.dev/v1/report",
        "adds": ["time of receipt", "address that the connection comes from"],
        "retention": "90d"
      },
      "consent": {
        "default": "opt-in",
        "epoch": 1,
        "sources": [
          {"env": "KUBEATLAS_TELEMETRY_ENABLED", "on": ["true"], "off": ["false"]},
          {"env": "DO_NOT_TRACK", "off": ["1", "true"]}
        ],
        "instructions": [
          "Set telemetry.enabled to false in the values of the Helm chart, or leave it out: the chart then sets nothing, and telemetry is off."
        ]
      },
      "identity": {"session_nonce": {"scope": "process", "generator": "random", "stored": false}},
      "promises": [
        {
          "text": "Telemetry is off by default and sends nothing until you set it to true",
          "enforcedBy": "client"
        },
        {
          "text": "Only the listed fields are sent",
          "enforcedBy": "engine",
          "canaries": [
            {
              "raw": {
                "schema_version": "1.0",
                "kubeatlas_version": "v1.5.0",
                "k8s_version": "v1.30.0",
                "os": "linux",
                "arch": "amd64",
                "tier": "postgres",
                "resource_count": 2543,
                "enabled_packs": ["openshift/routes", "openshift/scc", "cert-manager/issuers"],
                "cluster_count": 3,
                "platform_distribution": {"vanilla": 3},
                "session_nonce": "4f3c2a1b0d9e8f7a6b5c4d3e2f1a0b9c",
                "namespace": "payments",
                "labels": {"team": "acme-payroll"},
                "last_error": "password=hunter2"
              },
              "texts": ["payments", "payroll", "hunter2", "last_error"]
            }
          ]
        },
        {
          "text": "No resource names, namespace names, label values or annotations",
          "enforcedBy": "engine",
          "absent": [
            "resource_name", "resource_names", "namespace", "namespaces", "label", "labels",
            "annotations"
          ],
          "canaries": [
            {
              "raw": {"namespace": "payments", "labels": {"team": "acme-payroll"}},
              "texts": ["payments", "payroll"]
            }
          ]
        },
        {
          "text": "No user or ServiceAccount identity",
          "enforcedBy": "engine",
          "classes": ["email"],
          "absent": ["user", "service_account"],
          "canaries": [
            {
              "raw": {"user": "jane@acme.example", "service_account": "payments:jane"},
              "texts": ["jane", "payments"]
            }
          ]
        },
        {
          "text": "No IP addresses in the report",
          "enforcedBy": "engine",
          "classes": ["host", "ip"],
          "absent": ["ip", "host", "hostname"],
          "canaries": [
            {"raw": {"ip": "10.1.2.3", "host": "db-17.acme.example"}, "texts": ["10.1.2.3", "db-17"]}
          ]
        },
        {
          "text": "No install UUID",
          "enforcedBy": "engine",
          "absent": ["install_uuid", "install_id", "machine_id"],
          "canaries": [
            {"raw": {"install_uuid": "8c7d6e5f-0000-4000-8000-000000000001"}, "texts": ["8c7d6e5f"]}
          ]
        },
        {
          "text": "No value that could link two sessions: versions are cut, counts are ranges, names come from lists",
          "enforcedBy": "engine",
          "fields": [
            "kubeatlas_version", "k8s_version", "os", "arch", "tier", "enabled_packs",
            "platform_distribution"
          ],
          "canaries": [
            {
              "raw": {
                "schema_version": "1.0",
                "kubeatlas_version": "v1.5.0-dirty-jane",
                "k8s_version": "v1.27.3-acme.internal+4f2c",
                "os": "linux",
                "arch": "amd64",
                "tier": "postgres",
                "resource_count": 48213,
                "enabled_packs": ["acme-payroll-policies/deny", "openshift/routes@2.3.1"],
                "cluster_count": 37,
                "platform_distribution": {"prod-eu-acme": 37},
                "session_nonce": "4f3c2a1b0d9e8f7a6b5c4d3e2f1a0b9c"
              },
              "texts": [
                "jane", "acme", "payroll", "1.27.3", "48213", "routes", "2.3.1", "37", "prod-eu"
              ]
            }
          ]
        },
        {
          "text": "The size of the graph is an order of magnitude, never the exact count",
          "enforcedBy": "engine",
          "fields": ["resource_bucket"],
          "canaries": [
            {
              "raw": {
                "schema_version": "1.0",
                "kubeatlas_version": "v1.5.0",
                "k8s_version": "v1.30.0",
                "os": "linux",
                "arch": "amd64",
                "tier": "postgres",
                "resource_count": 48213,
                "enabled_packs": ["openshift/routes", "openshift/scc", "cert-manager/issuers"],
                "cluster_count": 3,
                "platform_distribution": {"vanilla": 3},
                "session_nonce": "4f3c2a1b0d9e8f7a6b5c4d3e2f1a0b9c"
              },
              "texts": ["48213"]
            }
          ]
        },
        {
          "text": "Of rule packs only names are sent, no versions or contents",
          "enforcedBy": "engine",
          "fields": ["enabled_packs"],
          "canaries": [
            {
              "raw": {
                "schema_version": "1.0",
                "kubeatlas_version": "v1.5.0",
                "k8s_version": "v1.30.0",
                "os": "linux",
                "arch": "amd64",
                "tier": "postgres",
                "resource_count": 2543,
                "enabled_packs": ["acme-payroll/deny", "openshift/routes@2.3.1"],
                "cluster_count": 3,
                "platform_distribution": {"vanilla": 3},
                "session_nonce": "4f3c2a1b0d9e8f7a6b5c4d3e2f1a0b9c"
              },
              "texts": ["acme", "routes", "2.3.1"]
            }
          ]
        },
        {
          "text": "Of platforms only counts by family are sent, no names",
          "enforcedBy": "engine",
          "fields": ["platform_distribution"],
          "canaries": [
            {
              "raw": {
                "schema_version": "1.0",
                "kubeatlas_version": "v1.5.0",
                "k8s_version": "v1.30.0",
                "os": "linux",
                "arch": "amd64",
                "tier": "postgres",
                "resource_count": 2543,
                "enabled_packs": ["openshift/routes", "openshift/scc", "cert-manager/issuers"],
                "cluster_count": 3,
                "platform_distribution": {"prod-eu-acme": 1},
                "session_nonce": "4f3c2a1b0d9e8f7a6b5c4d3e2f1a0b9c"
              },
              "texts": ["prod-eu", "acme"]
            }
          ]
        },
        {
          "text": "The session nonce is random for each process start and never stored",
          "enforcedBy": "client"
        },
        {
          "text": "Reports go once a day to one endpoint that is fixed in the binary",
          "enforcedBy": "client"
        },
        {
          "text": "A report waits at most 10 seconds, is never sent again, and its failure affects nothing else",
          "enforcedBy": "client"
        },
        {
          "text": "On startup the server logs the endpoint, the preview's address and how to disable telemetry",
          "enforcedBy": "client"
        },
        {"text": "The preview shows exactly the payload that would be sent", "enforcedBy": "client"},
        {
          "text": "With telemetry off the server makes no connection to the endpoint",
          "enforcedBy": "client"
        },
        {
          "text": "Raw reports are deleted after 90 days; only aggregates are kept",
          "enforcedBy": "declaration"
        },
        {
          "text": "A change to the fields is reviewed, raises schema_version and updates the page at once",
          "enforcedBy": "declaration"
        }
      ],
      "forbid": ["email", "path", "secret", "url", "host", "ip", "id", "sql"],
      "events": {
        "report": {
          "description": "Sent once a day, first a day after the server started.",
          "properties": {
            "schema_version": {
              "type": "string",
              "policies": [{"vocabulary": {"words": {"1.0": "1.1", "1.1": "1.1"}}}],
              "description": "The version of this payload: 1.1, since counts leave as ranges; 1.0 is taken for it.",
              "why": "Lets the receiver parse the right shape."
            },
            "kubeatlas_version": {
              "type": "string",
              "policies": [{"coarsen-version": {"parts": 3, "otherwise": "unknown"}}],
              "description": "The server's version; a development build loses what stands behind its numbers.",
              "why": "Which versions are in use, where to focus fixes, and when an old version can be dropped."
            },
            "k8s_version": {
              "type": "string",
              "policies": [{"coarsen-version": {"otherwise": "unknown"}}],
              "description": "The API server's version without patch level and vendor's suffix.",
              "why": "Which Kubernetes versions to test against."
            },
            "os": {
              "type": "string",
              "enum": ["linux", "darwin", "windows"],
              "otherwise": "other",
              "description": "The operating system that the server runs on.",
              "why": "Which platforms to build and test for."
            },
            "arch": {
              "type": "string",
              "enum": ["amd64", "arm64"],
              "otherwise": "other",
              "description": "The processor that the server runs on.",
              "why": "Which platforms to build and test for."
            },
            "tier": {
              "type": "string",
              "enum": ["memory", "postgres"],
              "otherwise": "unknown",
              "description": "Where the graph is kept.",
              "why": "How many installs run Tier 2, and where to invest in persistence."
            },
            "resource_count": {
              "type": ["integer", "null"],
              "minimum": 0,
              "policies": ["drop"],
              "description": "How many nodes the graph has; null if they could not be counted."
            },
            "resource_bucket": {
              "from": "resource_count",
              "policies": [
                {
                  "bucket": {
                    "edges": [1000, 5000, 10000],
                    "labels": ["<1K", "1K-5K", "5K-10K", ">10K"],
                    "unknown": "unknown"
                  }
                }
              ],
              "description": "The order of magnitude of the graph's size.",
              "why": "Realistic performance targets."
            },
            "enabled_packs": {
              "type": "array",
              "maxItems": 256,
              "items": {
                "type": "string",
                "policies": [
                  {
                    "vocabulary": {
                      "words": [
                        "aks", "argocd", "cert-manager", "crossplane", "eks", "gatekeeper", "gke",
                        "istio", "knative", "kyverno", "openshift", "strimzi", "tekton", "velero"
                      ],
                      "otherwise": "custom",
                      "match": "segment",
                      "separator": "/"
                    }
                  }
                ]
              },
              "policies": ["unique"],
              "description": "The rule packs in use: the first part of each module's name, each once.",
              "why": "Which packs to maintain."
            },
            "cluster_count": {
              "type": "integer",
              "minimum": 0,
              "policies": [
                {"bucket": {"edges": [1, 2, 4, 10], "below": "0", "labels": ["1", "2-3", "4-9", "10+"]}}
              ],
              "description": "How many clusters the server watches.",
              "why": "How common federation of several clusters is."
            },
            "platform_distribution": {
              "type": "object",
              "propertyNames": {
                "enum": ["vanilla", "openshift", "eks", "aks", "gke"],
                "otherwise": "other"
              },
              "additionalProperties": {
                "type": "integer",
                "minimum": 0,
                "policies": [
                  {
                    "bucket": {
                      "edges": [1, 2, 4, 10],
                      "below": "0",
                      "labels": ["1", "2-3", "4-9", "10+"]
                    }
                  }
                ]
              },
              "maxProperties": 64,
              "description": "How many clusters run on each family of platforms.",
              "why": "Which platforms to test on."
            },
            "session_nonce": {
              "type": "string",
              "format": "hex-32",
              "description": "Random for each process start.",
              "why": "Tells repeated reports of one session apart from reports of others, not across restarts."
            }
          },
          "required": [
            "schema_version", "kubeatlas_version", "k8s_version", "os", "arch", "tier",
            "resource_count", "enabled_packs", "cluster_count", "platform_distribution", "session_nonce"
          ],
          "examples": [
            {
              "raw": {
                "schema_version": "1.0",
                "kubeatlas_version": "v1.5.0",
                "k8s_version": "v1.30.0",
                "os": "linux",
                "arch": "amd64",
                "tier": "postgres",
                "resource_count": 2543,
                "enabled_packs": ["openshift/routes", "openshift/scc", "cert-manager/issuers"],
                "cluster_count": 3,
                "platform_distribution": {"vanilla": 3},
                "session_nonce": "4f3c2a1b0d9e8f7a6b5c4d3e2f1a0b9c"
              },
              "wire": {
                "schema_version": "1.1",
                "kubeatlas_version": "1.5.0",
                "k8s_version": "1.30",
                "os": "linux",
                "arch": "amd64",
                "tier": "postgres",
                "resource_bucket": "1K-5K",
                "enabled_packs": ["openshift", "cert-manager"],
                "cluster_count": "2-3",
                "platform_distribution": {"vanilla": "2-3"},
                "session_nonce": "4f3c2a1b0d9e8f7a6b5c4d3e2f1a0b9c"
              }
            },
            {
              "raw": {
                "schema_version": "1.0",
                "kubeatlas_version": "v1.5.0-dirty-jane",
                "k8s_version": "v1.27.3-acme.internal+4f2c",
                "os": "linux",
                "arch": "arm64",
                "tier": "memory",
                "resource_count": 10000,
                "enabled_packs": ["acme-payroll-policies/deny", "openshift/routes"],
                "cluster_count": 1,
                "platform_distribution": {"prod-eu-acme": 1},
                "session_nonce": "4f3c2a1b0d9e8f7a6b5c4d3e2f1a0b9c"
              },
              "wire": {
                "schema_version": "1.1",
                "kubeatlas_version": "1.5.0",
                "k8s_version": "1.27",
                "os": "linux",
                "arch": "arm64",
                "tier": "memory",
                "resource_bucket": ">10K",
                "enabled_packs": ["custom", "openshift"],
                "cluster_count": "1",
                "platform_distribution": {"other": "1"},
                "session_nonce": "4f3c2a1b0d9e8f7a6b5c4d3e2f1a0b9c"
              }
            },
            {
              "raw": {
                "schema_version": "1.0",
                "kubeatlas_version": "v1.5.0",
                "k8s_version": "v1.30.0",
                "os": "linux",
                "arch": "amd64",
                "tier": "postgres",
                "resource_count": 2543,
                "enabled_packs": ["openshift/routes", "openshift/scc", "cert-manager/issuers"],
                "cluster_count": 3,
                "platform_distribution": {"vanilla": 3},
                "session_nonce": "4f3c2a1b0d9e8f7a6b5c4d3e2f1a0b9c",
                "namespace": "payments"
              },
              "rejects": ["unknown-field"]
            }
          ]
        }
      },
      "envelope": {"template": {"$fields": {"kinds": "all"}}},
      "history": [
        {
          "version": "1.0",
          "date": "2026-11-21",
          "summary": "First version: eleven fields, counts as ranges, versions without suffixes. Payloads say schema_version 1.1, for cluster_count and platform_distribution were numbers in 1.0 and are texts now."
        }
      ]
    }

    """#
}
