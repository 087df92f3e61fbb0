extension Writer {
  /// Harmless text of the kind that `name` tells.
  mutating func filler(_ name: String) -> String? {
    if let list = Harmless.lists[name] { return random.pick(list) }
    switch name {
    case "n": return String(random.within(1, 480))
    case "n2": return String(random.within(2, 99))
    case "n3": return String(random.within(100, 999))
    case "n4": return String(random.within(1000, 9999))
    case "pct": return "\(random.within(1, 99)).\(random.within(1, 9))%"
    case "dur":
      return random.pick([
        "\(random.within(1, 999))ms", "\(random.within(1, 59)).\(random.within(1, 9))s",
        "\(random.within(1, 59))m\(random.within(1, 59))s", "\(random.within(1, 90))µs",
        "00:0\(random.within(0, 9)):\(random.within(10, 59))",
      ])
    case "size":
      let unit = random.pick(["KB", "MiB", "GB", "kB", "GiB", "B"])
      return "\(random.within(1, 900)).\(random.within(1, 9))\(unit)"
    case "date": return date()
    case "time": return time()
    case "iso": return date() + "T" + time() + random.pick(["Z", ".\(random.within(100, 999))Z"])
    case "ctime": return date() + " " + time() + random.pick(["", ",\(random.within(100, 999))"])
    case "syslog":
      let month = random.pick(["Jan", "Feb", "Mar", "Apr", "Jun", "Sep", "Nov"])
      return month + " \(random.within(10, 28)) " + time()
    case "clf":
      let month = random.pick(["Jan", "Feb", "Mar", "Apr", "Jun", "Sep", "Nov"])
      return "[\(random.within(10, 28))/\(month)/2026:\(time()) +0000]"
    case "ver": return "\(random.within(0, 24)).\(random.within(0, 30)).\(random.within(0, 20))"
    case "ver2": return "\(random.within(1, 24)).\(random.within(0, 30))"
    case "ver5":
      return "\(random.within(10, 21)).\(random.within(1, 2)).0.\(random.within(1, 4)).0"
    case "winver": return "10.0.\(random.within(17763, 26100)).\(random.within(300, 4200))"
    case "hash7": return "c" + random.characters(6, of: Alphabet.hexadecimal)
    case "hash40": return random.characters(40, of: Alphabet.hexadecimal)
    case "sha256": return "sha256:" + random.characters(64, of: Alphabet.hexadecimal)
    case "hex8": return "0x" + random.characters(8, of: Alphabet.hexadecimal)
    case "hex4": return random.characters(4, of: Alphabet.hexadecimal)
    case "uuid": return uuid()
    case "obj":
      return random.pick(Harmless.simpleClasses) + "@"
        + random.characters(8, of: Alphabet.hexadecimal)
    case "npm": return random.pick(Harmless.packages) + "@" + version()
    case "look": return look()
    case "sk.any": return sensitiveKey(random.pick(["snake", "camel", "kebab", "dots", "upper"]))
    case "sk.snake": return sensitiveKey("snake")
    case "sk.camel": return sensitiveKey("camel")
    case "sk.kebab": return sensitiveKey("kebab")
    case "sk.dots": return sensitiveKey("dots")
    case "sk.upper": return sensitiveKey("upper")
    default: return nil
    }
  }

  private mutating func version() -> String {
    "\(random.within(1, 24)).\(random.within(0, 30)).\(random.within(0, 20))"
  }

  private mutating func date() -> String {
    let month = JSONText.padded(String(random.within(1, 12)), to: 2)
    let day = JSONText.padded(String(random.within(1, 28)), to: 2)
    return "\(random.within(2023, 2026))-\(month)-\(day)"
  }

  private mutating func time() -> String {
    let hour = JSONText.padded(String(random.within(0, 23)), to: 2)
    let minute = JSONText.padded(String(random.within(0, 59)), to: 2)
    return hour + ":" + minute + ":" + JSONText.padded(String(random.within(0, 59)), to: 2)
  }

  /// A clause full of what looks like a secret and is none.
  private mutating func look() -> String {
    let template = random.pick(
      Harmless.clauses,
      else: Template(shape: "", dialect: "", nodes: [])
    )
    return draft(template.nodes).text
  }

  private mutating func sensitiveKey(_ style: String) -> String {
    let names = [
      ["api", "key"], ["client", "secret"], ["db", "password"], ["access", "token"],
      ["auth", "token"],
      ["secret", "key"], ["refresh", "token"], ["private", "key"], ["webhook", "secret"],
      ["smtp", "password"], ["signing", "secret"], ["encryption", "key"], ["service", "password"],
      ["bot", "token"], ["user", "password"], ["session", "secret"],
    ]
    let words = random.pick(names, else: ["password"])
    switch style {
    case "snake": return words.joined(separator: "_")
    case "kebab": return words.joined(separator: "-")
    case "dots": return words.joined(separator: ".")
    case "upper": return words.joined(separator: "_").uppercased()
    default: return (words.first ?? "") + words.dropFirst().map(Person.capitalized).joined()
    }
  }
}

/// Words and clauses that tell nothing about anybody.
enum Harmless {
  /// Classes whose objects a log prints with an address.
  static let simpleClasses = Names.words(
    "HikariProxyConnection ThreadPoolExecutor PgResultSet Session Request Promise HttpContext Lock"
  )
  /// Packages of npm.
  static let packages = Names.words(
    """
    @types/node lodash react @babel/core typescript eslint webpack @nestjs/common vite next prisma
    @angular/cli express jest rollup @tanstack/query esbuild
    """
  )

  /// Word lists by the name of their slot.
  static let lists: [String: [String]] = [
    "lvl": Names.words("ERROR WARN INFO FATAL DEBUG error warn ERR"),
    "svc": Names.words(
      """
      scheduler ingest gateway worker indexer notifier compactor exporter orchestrator dispatcher
      collector resolver renderer batcher planner
      """
    ),
    "class": Names.words(
      """
      com.zaxxer.hikari.pool.HikariPool org.postgresql.jdbc.PgConnection java.lang.Thread
      org.springframework.web.servlet.DispatcherServlet org.hibernate.engine.jdbc.spi.SqlHelper
      io.netty.channel.AbstractChannel java.util.concurrent.FutureTask org.apache.spark.sql.Dataset
      com.fasterxml.jackson.databind.ObjectMapper kotlinx.coroutines.DispatchedTask
      """
    ),
    "exc": Names.words(
      """
      java.lang.IllegalStateException java.io.IOException java.net.SocketTimeoutException
      java.sql.SQLException org.postgresql.util.PSQLException java.util.NoSuchElementException
      """
    ),
    "jerr": Names.words("TypeError ReferenceError RangeError SyntaxError AssertionError"),
    "pyerr": Names.words("ValueError KeyError RuntimeError TimeoutError TypeError OSError"),
    "fnname": Names.words(
      """
      handleRequest loadConfig parseRow processQueue flushBuffer renderPage runStep resolveRef
      connectPool applyPatch readChunk
      """
    ),
    "snakefn": Names.words(
      "load_config parse_row run_step flush_buffer handle_event read_chunk build_graph apply_rules"
    ),
    "gopkg": Names.words(
      "net/http encoding/json github.com/spf13/cobra golang.org/x/net/http2 k8s.io/client-go/rest"
    ),
    "table": Names.words(
      "public.orders sales.order_items analytics.events billing.invoices hr.shifts core.line_items"
    ),
    "column": Names.words(
      "orders.customer_id o.total_amount events.created_at u.status line_items.sku invoices.due_on"
    ),
    "mime": Names.words(
      """
      text/html application/json image/svg+xml multipart/form-data application/octet-stream
      text/event-stream application/vnd.api+json
      """
    ),
    "route": [
      "POST /v1/messages", "GET /healthz", "GET /api/v2/orders", "PUT /v1/batch",
      "DELETE /v2/cache",
      "GET /metrics", "POST /graphql", "HEAD /livez", "PATCH /v3/items",
      "POST /v1/chat/completions",
    ],
    "proto": Names.words("HTTP/1.1 HTTP/2 HTTP/1.0 HTTP/3"),
    "status": Names.words("200 201 204 301 400 401 403 404 409 422 429 500 502 503 504"),
    "code": Names.words(
      """
      ORA-00942 SQLSTATE=42P01 E0308 TS2345 CS0103 ERR_MODULE_NOT_FOUND ENOENT ECONNREFUSED ETIMEDOUT
      SIGKILL E11000 PGRST116 P2002 NU1101 ERESOLVE ORA-12541 0x80070005
      """
    ),
    "job": Names.words("build lint test deploy package release nightly smoke docs canary"),
    "agent": [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36", "curl/8.5.0", "Go-http-client/2.0",
      "python-requests/2.31.0", "okhttp/4.12.0", "kube-probe/1.29",
    ],
    "adverb": Names.words("gracefully partially again twice early late silently eventually"),
    "noun": Names.words(
      "queue cache bucket shard replica batch snapshot partition checkpoint segment buffer lease"
    ),
  ]

  /// Clauses that may follow any text.
  static let clauses = Template.sheet(clauseSheet)
}
