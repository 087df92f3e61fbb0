extension Writer {
  /// A network address of the kind that `name` tells.
  mutating func address(_ name: String) -> Secret? {
    switch name {
    case "ip4": return address(ipv4(), "ipv4")
    case "ip6": return ipv6()
    case "ip6.plain":
      let value = groups(8).joined(separator: ":")
      return Secret(category: "address", value: value, parts: [value], form: "ipv6")
    case "mac": return mac()
    case "host": return internalHost()
    case "host.win":
      let value = (person.company + random.pick(["-sql", "-dc", "-web", "-ws"])).uppercased()
      return Secret(
        category: "address",
        value: value + JSONText.padded(String(random.within(1, 40)), to: 2),
        parts: [value],
        form: "host"
      )
    default: return nil
    }
  }

  private func address(_ value: String, _ form: String) -> Secret {
    Secret(category: "address", value: value, parts: [value], form: form)
  }

  /// An IPv4 address, private or public, that no version would look like.
  mutating func ipv4() -> String {
    let last = "\(random.within(0, 255)).\(random.within(1, 254))"
    switch random.below(5) {
    case 0: return "10.\(random.within(11, 250)).\(last)"
    case 1: return "192.168.\(last)"
    case 2: return "172.\(random.within(16, 31)).\(last)"
    case 3: return "203.0.113.\(random.within(10, 254))"
    default: return "\(random.within(31, 125)).\(random.within(17, 250)).\(last)"
    }
  }

  private mutating func groups(_ count: Int) -> [String] {
    var groups = [random.pick(["2001", "fd12", "fc00", "2a02", "fe80", "2600"])]
    while groups.count < count { groups.append(String(random.within(0x100, 0xFFFF), radix: 16)) }
    return groups
  }

  /// An address in one of the forms of RFC 4291 §2.2 and RFC 4007 §11.
  private mutating func ipv6() -> Secret {
    let six = groups(6)
    let four = groups(4)
    switch random.below(8) {
    case 0: return address(groups(8).joined(separator: ":"), "ipv6-full")
    case 1:
      let value = (groups(8)).joined(separator: ":").uppercased()
      return address(value, "ipv6-upper")
    case 2: return address("2001:db8:" + four[1...].joined(separator: ":") + "::" + six[3], "ipv6")
    case 3:
      let core = "::" + four[1] + ":" + four[2] + ":" + four[3]
      let value = "fe80" + core
      let zone = random.pick(["eth0", "en0", "wlp3s0", "12"])
      return Secret(
        category: "address",
        value: value + "%" + zone,
        parts: [value],
        form: "ipv6-zone"
      )
    case 4:
      let inner = ipv4()
      return Secret(
        category: "address",
        value: "::ffff:" + inner,
        parts: [inner],
        form: "ipv6-mapped"
      )
    case 5:
      let inner = ipv4()
      let value = "64:ff9b::" + inner
      return Secret(category: "address", value: value, parts: [inner], form: "ipv6-embedded")
    case 6:
      let value = four.joined(separator: ":") + "::"
      let core = four.joined(separator: ":")
      return Secret(category: "address", value: value + "/64", parts: [core], form: "ipv6-prefix")
    default:
      let value = six[0] + ":" + six[1] + "::" + six[4] + ":" + six[5]
      return address(value, "ipv6")
    }
  }

  private mutating func mac() -> Secret {
    var bytes: [String] = []
    for _ in 0..<6 { bytes.append(random.characters(2, of: Alphabet.hexadecimal)) }
    switch random.below(4) {
    case 0: return address(bytes.joined(separator: "-").uppercased(), "mac-dash")
    case 1:
      let value = bytes[0] + bytes[1] + "." + bytes[2] + bytes[3] + "." + bytes[4] + bytes[5]
      return address(value, "mac-dot")
    default: return address(bytes.joined(separator: ":"), "mac-colon")
    }
  }

  /// A host's name inside a company's network or a cloud.
  mutating func internalHost() -> Secret {
    let company = person.company
    let number = random.within(1, 30)
    let role = random.pick(["db", "redis", "kafka", "pg", "api", "vault", "nexus", "jump", "es"])
    switch random.below(8) {
    case 0:
      let cluster = "c" + random.characters(11, of: Alphabet.lowerAlphanumeric)
      let region = random.pick(["eu-west-1", "us-east-2", "ap-south-1"])
      let value = "\(company)-\(role)-\(number).\(cluster).\(region).rds.amazonaws.com"
      return Secret(
        category: "address",
        value: value,
        parts: [company, cluster],
        form: "host-cloud"
      )
    case 1:
      let value =
        company + "-" + role
        + random.pick([
          ".database.windows.net", ".redis.cache.windows.net", ".postgres.database.azure.com",
        ])
      return Secret(category: "address", value: value, parts: [company], form: "host-cloud")
    case 2:
      let value = "\(role)-\(number).\(company)-prod.svc.cluster.local"
      return Secret(category: "address", value: value, parts: [company], form: "host-cluster")
    case 3:
      let site = random.pick(["fra", "iad", "sin", "dub"]) + String(random.within(1, 4))
      let value = "\(role)\(number).\(site).\(company).internal"
      return Secret(category: "address", value: value, parts: [company], form: "host")
    default:
      let top = random.pick([".internal", ".corp", ".local", ".test", ".lan", ".intra.example"])
      let value = role + "-" + String(number) + "." + company + top
      return Secret(category: "address", value: value, parts: [company], form: "host")
    }
  }
}
