/// The pieces of a path, put together step by step.
private struct PathText {
  private(set) var value: String
  private(set) var parts: [String] = []

  init(_ value: String) {
    self.value = value
  }

  /// Appends what tells nothing.
  mutating func plain(_ text: String) {
    value += text
  }

  /// Appends what tells something.
  mutating func telling(_ text: String) {
    value += text
    if !parts.contains(text) { parts.append(text) }
  }

  func secret(_ form: String) -> Secret {
    Secret(category: "path", value: value, parts: parts, form: form)
  }
}

extension Writer {
  /// A path of the kind that `detail` names.
  mutating func path(_ detail: String) -> Secret? {
    let words = detail.split(separator: ".").map(String.init)
    let ending = words.count > 1 ? words[1] : ""
    switch words.first ?? "" {
    case "posix": return posix(root: posixRoot(), ending)
    case "dir": return directory()
    case "space": return spaced(ending, form: "spaced")
    case "q": return quotable(ending)
    case "home": return posix(root: PathText("~/"), ending, named: false)
    case "env": return environment(ending)
    case "win": return windows(PathText("C:\\Users\\"), ending, spaces: false, "windows")
    case "winspace": return windows(PathText("C:\\Users\\"), ending, spaces: true, "windows-spaced")
    case "unc": return share(ending, prefix: "\\\\", form: "unc")
    case "ext": return extended(ending)
    case "file": return fileURL(ending)
    case "wsl": return wsl(ending)
    case "rel": return relative(ending, up: false)
    case "up": return relative(ending, up: true)
    case "uni": return foreign(ending)
    case "root": return root()
    case "any": return anyPath(ending)
    default: return nil
    }
  }

  private mutating func anyPath(_ ending: String) -> Secret? {
    switch random.below(9) {
    case 0: return windows(PathText("C:\\Users\\"), ending, spaces: false, "windows")
    case 1: return posix(root: PathText("~/"), ending, named: false)
    case 2: return foreign(ending)
    case 3: return environment(ending)
    default: return posix(root: posixRoot(), ending)
    }
  }

  private mutating func quotable(_ ending: String) -> Secret? {
    let found: Secret?
    switch random.below(8) {
    case 0, 1: found = spaced(ending, form: "")
    case 2: found = windows(PathText("D:\\"), ending, spaces: true, "")
    case 3: found = foreign(ending)
    case 4: found = share(ending, prefix: "\\\\", form: "")
    default: found = posix(root: posixRoot(), ending)
    }
    return found.map { Encoding.apply("q", to: $0) }
  }

  /// A root, with the account that it belongs to.
  private mutating func posixRoot() -> PathText {
    var path: PathText
    switch random.below(13) {
    case 0...2:
      path = PathText("/Users/")
      path.telling(person.account)
    case 3...5:
      path = PathText("/home/")
      path.telling(person.account)
    case 6:
      path = PathText("/builds/")
      path.telling(person.company)
    case 7:
      path = PathText("/home/runner/work/")
      path.telling(person.company)
    case 8:
      path = PathText("/opt/")
      path.telling(person.company)
    case 9:
      path = PathText("/var/lib/")
      path.telling(person.company)
    case 10:
      path = PathText(random.pick(["/srv/", "/data/", "/workspace/", "/mnt/nfs/"]))
      path.telling(person.company)
    case 11:
      path = PathText("/var/folders/zz/T/")
      path.telling(person.account)
    default:
      path = PathText("/Volumes/")
      path.telling(person.company)
    }
    path.plain("/")
    return path
  }

  private mutating func posix(root: PathText, _ ending: String, named: Bool = true) -> Secret {
    var path = root
    if !named || random.chance(40) { path.plain(random.pick(Names.workspace) + "/") }
    if !named || random.chance(70) {
      path.telling(random.chance(50) ? person.project : person.company + "-" + person.project)
      path.plain("/")
    }
    for _ in 0..<random.below(3) { path.plain(random.pick(Names.folder) + "/") }
    file(ending, to: &path)
    return path.secret("space-free")
  }

  private mutating func directory() -> Secret {
    var path = posixRoot()
    if random.chance(50) { path.plain(random.pick(Names.workspace) + "/") }
    path.telling(person.project)
    if random.chance(40) { path.plain("/" + random.pick(Names.folder)) }
    return path.secret("space-free")
  }

  private mutating func root() -> Secret {
    var path = PathText(random.pick(["/Users/", "/home/"]))
    path.telling(person.account)
    return path.secret("space-free")
  }

  private mutating func file(_ ending: String, to path: inout PathText) {
    if random.chance(35) {
      let separator = random.pick(["_", "-"])
      path.telling(random.pick(Names.matter) + separator + person.company)
    } else {
      path.plain(random.pick(Names.stem))
    }
    let common = ["sql", "csv", "json", "yml", "yaml", "toml", "env", "txt", "parquet", "log"]
    path.plain("." + (ending.isEmpty ? random.pick(common) : ending))
  }

  private mutating func spaced(_ ending: String, form: String) -> Secret {
    var path = PathText("/Users/")
    if random.chance(30) { path.telling(person.fullName) } else { path.telling(person.account) }
    path.plain(
      "/" + random.pick(["Documents", "Desktop", "Dropbox", "Library/CloudStorage"]) + "/"
    )
    path.telling(spacedFolder())
    path.plain("/")
    if random.chance(50) {
      path.telling(person.project)
      path.plain("/")
    }
    file(ending, to: &path)
    return path.secret(form)
  }

  private mutating func spacedFolder() -> String {
    let company = Person.capitalized(person.company)
    switch random.below(5) {
    case 0: return company + " " + Person.capitalized(person.trade)
    case 1: return "Client Work " + company
    case 2: return company + " (final v\(random.within(2, 9)))"
    case 3: return "Kunden " + company
    default: return company + " & Sons"
    }
  }

  private mutating func windows(
    _ root: PathText,
    _ ending: String,
    spaces: Bool,
    _ form: String
  ) -> Secret {
    var path = root
    if root.value.hasSuffix("Users\\") {
      path.telling(spaces && random.chance(60) ? person.fullName : person.account)
      path.plain("\\")
    }
    if spaces {
      path.plain(random.pick(["OneDrive - ", "Shared Data ", "My Files "]))
      path.telling(Person.capitalized(person.company))
      path.plain("\\")
    }
    path.plain(random.pick(["source", "repos", "Documents", "AppData"]) + "\\")
    path.telling(Person.capitalized(person.project))
    path.plain("\\")
    if random.chance(50) { path.plain(random.pick(Names.folder) + "\\") }
    file(ending, to: &path)
    return path.secret(form)
  }

  private mutating func share(_ ending: String, prefix: String, form: String) -> Secret {
    var path = PathText(prefix)
    path.telling(random.pick(["fs01-", "nas-", "files."]) + person.company)
    path.plain("\\" + random.pick(["share$", "Public", "dept", "home$"]) + "\\")
    path.telling(person.account)
    path.plain("\\")
    file(ending, to: &path)
    return path.secret(form)
  }

  private mutating func extended(_ ending: String) -> Secret {
    if random.chance(30) { return share(ending, prefix: "\\\\?\\UNC\\", form: "extended") }
    return windows(PathText("\\\\?\\C:\\Users\\"), ending, spaces: false, "extended")
  }

  private mutating func environment(_ ending: String) -> Secret {
    let roots = [
      "$HOME/", "${HOME}/", "${XDG_CONFIG_HOME}/", "$XDG_DATA_HOME/", "$PROJECT_ROOT/",
      "%USERPROFILE%\\", "%APPDATA%\\", "$env:USERPROFILE\\", "%LOCALAPPDATA%\\",
    ]
    let root = random.pick(roots)
    var path = PathText(root)
    let separator = root.hasSuffix("\\") ? "\\" : "/"
    if random.chance(50) { path.plain(random.pick(Names.workspace) + separator) }
    path.telling(random.chance(50) ? person.company : person.company + "-" + person.project)
    path.plain(separator)
    file(ending, to: &path)
    return path.secret("variable")
  }

  private mutating func fileURL(_ ending: String) -> Secret {
    let path: Secret
    switch random.below(4) {
    case 0: path = spaced(ending, form: "")
    case 1: path = foreign(ending)
    default: path = posix(root: posixRoot(), ending)
    }
    let encoded = path.mapped(form: "file-url", Encoding.percent)
    let start = random.pick(["file://", "file://", "file:", "file://localhost"])
    return Secret(
      category: "path",
      value: start + encoded.value,
      parts: encoded.parts,
      form: "file-url"
    )
  }

  private mutating func wsl(_ ending: String) -> Secret {
    var path = PathText("/mnt/c/Users/")
    path.telling(person.account)
    path.plain("/")
    let inner = posix(root: path, ending, named: true)
    return Secret(category: "path", value: inner.value, parts: inner.parts, form: "wsl")
  }

  private mutating func relative(_ ending: String, up: Bool) -> Secret {
    var path = PathText(up ? random.pick(["../", "../../", "..\\"]) : "")
    let separator = path.value.hasSuffix("\\") ? "\\" : "/"
    if !up { path.plain(random.pick(["models", "src", "dags", "./src", "app", "analyses"]) + "/") }
    path.telling(random.chance(50) ? person.company : person.company + "_" + person.trade)
    path.plain(separator)
    if random.chance(40) { path.plain(random.pick(Names.folder) + separator) }
    file(ending, to: &path)
    return path.secret(up ? "relative-up" : "relative")
  }

  private mutating func foreign(_ ending: String) -> Secret {
    let folders = [
      "Übersicht", "été-2026", "プロジェクト", "данные", "配置文件夹", "Größentabelle", "São-Paulo",
    ]
    var path = PathText(random.pick(["/Users/", "/home/"]))
    path.telling(random.pick(Names.foreign))
    path.plain("/")
    if random.chance(60) {
      path.telling(random.pick(folders))
      path.plain("/")
    }
    path.telling(person.company)
    path.plain("/")
    file(ending, to: &path)
    return path.secret("unicode")
  }
}
