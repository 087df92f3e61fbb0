internal import Gauze
internal import GauzeSystem

/// A git checkout, asked through the system's `git`.
///
/// Only what is made for programs is asked for: names end in zeros, and contents come as they are kept.
struct GitCheckout {
  /// The top folder, ending in `/`.
  let top: FilePath
  /// The current folder as seen from the top: empty, or ending in `/`.
  private let prefix: [UInt8]

  /// The most that git is let say at once: all names of a large repository.
  private static let mostOutput = 256 << 20
  /// The largest schema file.
  private static let largest = 16 << 20

  /// The checkout that the current folder is in.
  init() throws(CommandFailure) {
    let found = try Self.git(["rev-parse", "--show-toplevel"])
    guard found.status == 0 else {
      throw .usage(
        "this is no git checkout: run gauze in one, or name files (gauze check SCHEMA…; "
          + "gauze gate --base OLD SCHEMA)"
      )
    }
    let prefix = try Self.git(["rev-parse", "--show-prefix"])
    top = FilePath(bytes: Self.line(found.output) + Array("/".utf8))
    self.prefix = Self.line(prefix.output)
  }

  /// The full name of the commit that `revision` means.
  func commit(_ revision: FilePath) throws(CommandFailure) -> String {
    let name = Array("\(revision.text)^{commit}".utf8)
    let found = try Self.git(["rev-parse", "--verify", "--quiet"], [FilePath(bytes: name)])
    let commit = Self.line(found.output)
    if found.status == 0, commit.count >= 40, commit.allSatisfy({ $0.isHexDigit }) {
      return String(decoding: commit, as: UTF8.self)
    }
    let shallow = try Self.git(["rev-parse", "--is-shallow-repository"])
    guard Self.line(shallow.output) == Array("true".utf8) else {
      throw .usage("--base \(revision.text): there is neither such a revision nor such a file")
    }
    throw .usage(
      "--base \(revision.text): this clone is shallow and lacks it; fetch it first: "
        + Self.fetch(revision.text)
    )
  }

  /// The commits that the next one will follow: none before the first, and in a merge the other side,
  /// too.
  func parents() throws(CommandFailure) -> [String] {
    var parents: [String] = []
    for name in ["HEAD", "MERGE_HEAD"] {
      let found = try Self.git(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
      if found.status == 0 {
        parents.append(String(decoding: Self.line(found.output), as: UTF8.self))
      }
    }
    return parents
  }

  /// How to get what a shallow clone lacks.
  private static func fetch(_ revision: String) -> String {
    if revision.contains(where: { "~^@:".contains($0) }) { return "git fetch --unshallow origin" }
    let remote = "origin/"
    if revision.hasPrefix(remote) {
      let branch = revision.dropFirst(remote.count)
      return "git fetch --depth=1 origin +refs/heads/\(branch):refs/remotes/origin/\(branch)"
    }
    let isHash = revision.count >= 7 && revision.utf8.allSatisfy { $0.isHexDigit }
    if isHash {
      return revision.count == 40
        ? "git fetch --depth=1 origin \(revision)" : "git fetch --unshallow origin"
    }
    return "git fetch --depth=1 origin \(revision):\(revision)"
  }

  /// Where a file named from here stands below the top.
  func path(of operand: FilePath) throws(CommandFailure) -> FilePath {
    let list = try Self.git(
      ["--literal-pathspecs", "ls-files", "-z", "--full-name", "--cached", "--others", "--"],
      [operand]
    )
    if let first = Self.names(list.output).first { return first }
    return FilePath(bytes: prefix + operand.bytes)
  }

  /// What somebody may name.
  enum Operand {
    /// A file, by its place below the top.
    case file(FilePath)
    /// A folder, by what git keeps in it that is called as schemas are.
    case folder([FilePath])
  }

  /// What a name means that was given here: a folder is all of its schemas, never one of its files.
  func meaning(of operand: FilePath) throws(CommandFailure) -> Operand {
    let slash = UInt8(ascii: "/")
    let last = operand.bytes.split(separator: slash).last ?? []
    for kind in ["--cached", "--others"] {
      let list = try Self.git(
        ["--literal-pathspecs", "ls-files", "-z", "--full-name", kind, "--"],
        [operand]
      )
      // A file in conflict is listed once a side.
      let names = Set(Self.names(list.output))
      guard let first = names.first else { continue }
      if names.count == 1, first.bytes.split(separator: slash).last == last { return .file(first) }
      let kept = kind == "--cached" ? names.filter(Self.isCalledSchema) : []
      return .folder(kept.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) })
    }
    return .file(FilePath(bytes: prefix + operand.bytes))
  }

  /// Every symbolic link that git keeps.
  func links() throws(CommandFailure) -> Set<FilePath> {
    // MODE OBJECT STAGE, a tabulator, and the name.
    let list = try Self.asked(["ls-files", "-s", "-z", "--full-name", "--", ":/"])
    var links: Set<FilePath> = []
    for entry in list.split(separator: 0) where entry.starts(with: Array("120000 ".utf8)) {
      guard let tabulator = entry.firstIndex(of: ASCII.tab) else { continue }
      links.insert(FilePath(bytes: Array(entry[(tabulator + 1)...])))
    }
    return links
  }

  /// Whether git keeps a file and was told not to write it here (a sparse checkout).
  func isUnwritten(_ path: FilePath) throws(CommandFailure) -> Bool {
    let list = try Self.asked(
      ["--literal-pathspecs", "ls-files", "-t", "-z", "--full-name", "--"],
      [place(of: path)]
    )
    return list.first == UInt8(ascii: "S")
  }

  /// Whether git, if there is one, takes a name for that of a commit.
  static func isRevision(_ name: FilePath) -> Bool {
    let commit = FilePath(bytes: name.bytes + Array("^{commit}".utf8))
    let found = try? git(["rev-parse", "--verify", "--quiet"], [commit])
    return found?.status == 0
  }

  /// The file itself, wherever the current folder is.
  func place(of path: FilePath) -> FilePath { FilePath(bytes: top.bytes + path.bytes) }

  /// All files that git keeps and that are called as schemas are, by name.
  func schemas() throws(CommandFailure) -> [FilePath] {
    let list = try Self.asked([
      "ls-files", "-z", "--full-name", "--", ":(top,glob)**/*.schema.json",
      ":(top,glob)**/schema.json",
    ])
    var seen: Set<FilePath> = []
    // A file in conflict is listed once a side.
    return Self.names(list).filter { seen.insert($0).inserted }
  }

  /// Whether a file is called as schemas are.
  static func isCalledSchema(_ path: FilePath) -> Bool {
    let name = path.bytes.split(separator: UInt8(ascii: "/")).last ?? []
    return name.elementsEqual(Array("schema.json".utf8))
      || name.suffix(12).elementsEqual(Array(".schema.json".utf8))
  }

  /// What happened to files: the old name of each that has another, those that are gone, and those that
  /// are new or hold something else.
  typealias Moves = (old: [FilePath: FilePath], gone: [FilePath], written: [FilePath])

  /// What happened to files since `commit`, or would by a commit of what is staged.
  func moves(since commit: String, areStaged: Bool) throws(CommandFailure) -> Moves {
    let list = try Self.asked(
      [
        "diff", "--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv",
        "--diff-filter=ADMRT", "--no-relative",
      ] + (areStaged ? ["--cached"] : []) + [commit, "--"]
    )
    var words = Self.names(list)[...]
    var moves: Moves = ([:], [], [])
    while let word = words.popFirst() {
      guard let name = words.popFirst() else { break }
      switch word.bytes.first {
      case UInt8(ascii: "R"):
        guard let after = words.popFirst() else { return moves }
        moves.old[after] = name
      case UInt8(ascii: "D"): moves.gone.append(name)
      default: moves.written.append(name)
      }
    }
    return moves
  }

  /// What a file held at `commit`; nil if there was none of that name.
  func content(of path: FilePath, at commit: String) throws(CommandFailure) -> [UInt8]? {
    let name = FilePath(bytes: Array("\(commit):".utf8) + path.bytes)
    let found = try Self.git(["cat-file", "blob"], [name], limit: Self.largest)
    if found.status == 0 { return found.output }
    let listed = try Self.asked(
      ["--literal-pathspecs", "ls-tree", "-z", "--name-only", "--full-tree", commit, "--"],
      [path]
    )
    if Self.names(listed).isEmpty { return nil }
    // It is there and cannot be read: a clone without its contents, or a broken one.
    throw .file("\(path.text) at \(commit)", Self.reason(found))
  }

  /// What a commit would take of a file; nil if nothing.
  func staged(_ path: FilePath) throws(CommandFailure) -> [UInt8]? {
    let name = FilePath(bytes: Array(":0:".utf8) + path.bytes)
    let found = try Self.git(["cat-file", "blob"], [name], limit: Self.largest)
    if found.status == 0 { return found.output }
    let listed = try Self.asked(
      ["--literal-pathspecs", "ls-files", "-z", "--full-name", "--"],
      [
        FilePath(bytes: top.bytes + path.bytes)
      ]
    )
    if Self.names(listed).isEmpty { return nil }
    throw .file("\(path.text) as it is staged", Self.reason(found))
  }

  // MARK: - Asking

  /// The answer to a question that git does not refuse.
  private static func asked(
    _ words: [String],
    _ names: [FilePath] = []
  ) throws(CommandFailure) -> [UInt8] {
    let found = try git(words, names)
    guard found.status == 0 else { throw .file("git \(words[0])", reason(found)) }
    return found.output
  }

  private static func git(
    _ words: [String],
    _ names: [FilePath] = [],
    limit: Int = mostOutput
  ) throws(CommandFailure) -> ChildProcess {
    // Nothing that the checkout's settings name is to be run, and the index of a commit that is being
    // made is not to be written.
    let settings = [
      "-c", "core.fsmonitor=false", "-c", "core.quotePath=false",
      "-c", "diff.autoRefreshIndex=false", "--no-pager",
    ]
    do throws(SystemError) {
      return try ChildProcess("git", (settings + words).map { FilePath($0) } + names, limit: limit)
    } catch {
      throw .file("git", error.description)
    }
  }

  /// The last line that git wrote to standard error.
  private static func reason(_ process: ChildProcess) -> String {
    let lines = process.errors.split(separator: ASCII.lineFeed)
    return lines.last.map { String(decoding: $0.prefix(500), as: UTF8.self) } ?? "git failed"
  }

  private static func line(_ output: [UInt8]) -> [UInt8] {
    output.last == ASCII.lineFeed ? Array(output.dropLast()) : output
  }

  private static func names(_ output: [UInt8]) -> [FilePath] {
    output.split(separator: 0).map { FilePath(bytes: Array($0)) }
  }
}
