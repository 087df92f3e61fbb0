extension Writer {
  /// An e-mail address of the kind that `detail` names.
  mutating func email(_ detail: String) -> Secret? {
    let company = String(person.domain.prefix { $0 != "." })
    let local = mailbox()
    switch detail {
    case "":
      return mail(local, person.domain, [local, company], "plain")
    case "plus":
      let tag = random.pick(["+billing", "+news", "+dev", "+test1", "+aws-root"])
      return mail(local + tag, person.domain, [local, company], "plus")
    case "quoted":
      let name = random.chance(50) ? person.fullName : person.first + ".." + person.last
      return mail("\"" + name + "\"", person.domain, [name, company], "quoted-local")
    case "idn":
      let domain = random.pick([
        "müller-bau.example", "größe-und-söhne.example", "пример-почта.example",
        "例え株式会社.example", "xn--mller-bau-x2a.example", "café-étoile.example",
      ])
      let label = String(domain.prefix { $0 != "." })
      let name = random.chance(40) ? random.pick(Names.foreign) : local
      return mail(name, domain, [name, label], "idn")
    case "local":
      let host = random.pick(["localhost", "localhost.localdomain", "buildhost", "mailrelay"])
      return mail(local, host, [local], "local-host")
    case "sub":
      let domain = random.pick(["mail.", "corp.eu.", "smtp-2.", "it."]) + person.domain
      return mail(local, domain, [local, company], "subdomain")
    case "caps":
      let upper = random.chance(50)
      let name = upper ? local.uppercased() : Person.capitalized(local)
      let domain = upper ? person.domain.uppercased() : person.domain
      let label = String(domain.prefix { $0 != "." })
      return mail(name, domain, [name, label], "capitals")
    case "odd":
      let marks = random.pick(["o'", "d'", "x_", "_", "a!", "q#", "n="])
      return mail(marks + local, person.domain, [local, company], "odd-marks")
    case "any":
      let kinds = ["", "", "", "plus", "sub", "caps", "odd", "idn", "local"]
      return email(random.pick(kinds))
    default: return nil
    }
  }

  private mutating func mailbox() -> String {
    let last = person.last.unicodeScalars.allSatisfy(\.isASCII) ? person.last : "larsson"
    switch random.below(6) {
    case 0, 1: return person.first + "." + last
    case 2: return String(person.first.prefix(1)) + "." + last
    case 3: return person.first + "_" + last
    case 4: return last + String(random.within(60, 99))
    default: return person.account
    }
  }

  private func mail(_ local: String, _ domain: String, _ parts: [String], _ form: String) -> Secret
  {
    Secret(category: "email", value: local + "@" + domain, parts: parts, form: form)
  }
}
