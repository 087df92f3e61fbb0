extension Writer {
  /// A URL or a string with credentials and a host, of the kind that `detail` names.
  mutating func connection(_ detail: String) -> Secret? {
    let host = internalHost()
    let user = accountName()
    let raw = password(quotable: false)?.value ?? ""
    let escaped = random.chance(25) ? "p%40" + raw : raw
    let database = random.pick(["orders", "app", "prod", "analytics", "main", "events", "postgres"])
    let simple: [String: (String, Int, String)] = [
      "pg": (random.pick(["postgres", "postgresql", "postgresql+psycopg2"]), 5432, "/" + database),
      "mysql": (random.pick(["mysql", "mysql+pymysql", "mariadb"]), 3306, "/" + database),
      "mongo": ("mongodb", 27017, "/" + database + "?authSource=admin&replicaSet=rs0"),
      "redis": (random.pick(["redis", "rediss"]), 6379, "/0"),
      "amqp": (random.pick(["amqp", "amqps"]), 5672, "/%2Fprod"),
      "http": (random.pick(["https", "http"]), 8443, "/api/v2/status"),
      "ftp": (random.pick(["ftp", "sftp", "ssh"]), 22, "/upload"),
      "smtp": ("smtps", 465, ""),
      "clickhouse": (random.pick(["clickhouse", "clickhouse+native"]), 9000, "/" + database),
    ]
    if let (scheme, port, tail) = simple[detail] {
      let at = host.value + (random.chance(70) ? ":\(port)" : "")
      let value = scheme + "://" + user + ":" + escaped + "@" + at + tail
      return connection(value, [user, escaped] + host.parts, detail)
    }
    let all = [user, raw] + host.parts
    switch detail {
    case "any":
      let kinds =
        Array(simple.keys).sorted() + [
          "jdbc", "jdbc", "jdbc", "odbc", "ado", "ado", "snowflake", "libpq", "kafka", "git", "srv",
        ]
      return connection(random.pick(kinds))
    case "url": return connection(random.pick(Array(simple.keys).sorted()))
    case "srv":
      let value = "mongodb+srv://\(user):\(escaped)@\(host.value)/\(database)?retryWrites=true"
      return connection(value, [user, escaped] + host.parts, "mongo")
    case "git":
      let code = token("gitlab")
      let value = "https://oauth2:\(code?.value ?? "")@\(host.value)/\(person.company)/app.git"
      return connection(value, (code?.parts ?? []) + host.parts, "git")
    case "jdbc": return jdbc(host, user, raw, database)
    case "odbc":
      let driver = random.pick(["{ODBC Driver 18 for SQL Server}", "{PostgreSQL Unicode}"])
      let value =
        "Driver=\(driver);Server=tcp:\(host.value),1433;Database=\(database);Uid=\(user);Pwd=\(raw);"
      return connection(value, all, "odbc")
    case "ado":
      let text =
        "Server=\(host.value);Database=\(database);User Id=\(user);Password=\(raw);Encrypt=True"
      let other =
        "Data Source=\(host.value),1433;Initial Catalog=\(database);UID=\(user);PWD=\(raw)"
      return connection(random.pick([text, other]), all, "ado")
    case "snowflake":
      let account = person.company + "-xy" + random.digits(5)
      let value = "snowflake://\(user):\(escaped)@\(account)/\(database)/public?warehouse=wh_s"
      return connection(value, [user, escaped, account], "snowflake")
    case "libpq":
      let value =
        "host=\(host.value) port=5432 dbname=\(database) user=\(user) password=\(raw)"
        + random.pick(["", " sslmode=require", " connect_timeout=10"])
      return connection(value, all, "libpq")
    case "kafka":
      let module = random.pick(["plain.PlainLoginModule", "scram.ScramLoginModule"])
      let value =
        "org.apache.kafka.common.security.\(module) required username=\"\(user)\" password=\"\(raw)\";"
      return connection(value, [user, raw], "kafka")
    default: return nil
    }
  }

  private mutating func jdbc(
    _ host: Secret,
    _ user: String,
    _ password: String,
    _ database: String
  ) -> Secret {
    let name = host.value
    let value: String
    switch random.below(5) {
    case 0: value = "jdbc:postgresql://\(name):5432/\(database)?user=\(user)&password=\(password)"
    case 1:
      value =
        "jdbc:sqlserver://\(name):1433;databaseName=\(database);user=\(user);password=\(password);"
    case 2: value = "jdbc:oracle:thin:\(user)/\(password)@//\(name):1521/ORCLPDB1"
    case 3:
      value = "jdbc:mysql://\(user):\(password)@\(name):3306/\(database)?useSSL=true"
    default:
      value = "jdbc:redshift:iam://\(name):5439/\(database)?UID=\(user)&PWD=\(password)"
    }
    return connection(value, [user, password] + host.parts, "jdbc")
  }

  private func connection(_ value: String, _ parts: [String], _ form: String) -> Secret {
    Secret(category: "connection", value: value, parts: parts, form: form)
  }

  /// An account that a program would log in with.
  mutating func accountName() -> String {
    switch random.below(4) {
    case 0: person.account
    case 1: "svc_" + person.company
    case 2: person.company + "_rw"
    default: person.last.unicodeScalars.allSatisfy(\.isASCII) ? person.last + "_app" : "ekman_app"
    }
  }
}
