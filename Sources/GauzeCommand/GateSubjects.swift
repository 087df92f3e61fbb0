internal import Gauze
internal import GauzeSystem

/// One schema before the gate: what it is, and what it was.
struct GateSubject {
  /// What reports call it.
  var name: String
  /// Where it is read and written; below the checkout's top if it is read from the index.
  var path: FilePath
  var bytes: [UInt8]
  /// What it was at each base, nil where there was none. There is one base, but for a merge, which has
  /// one for each side.
  var old: [[UInt8]?]
}

/// The schemas to judge, and where they and their pages are read.
struct GateSubjects {
  private(set) var list: [GateSubject] = []
  /// What was noticed on the way.
  private(set) var notes: [String] = []
  /// The checkout whose index is read instead of files.
  private var index: GitCheckout?

  /// One schema against a file, if `base` is one; a branch of that name is `refs/heads/NAME`, and the
  /// full name of a commit is that commit, so that nobody puts another base in its place.
  init?(file base: FilePath, _ operands: [FilePath]) throws(CommandFailure) {
    let isCommit = [40, 64].contains(base.bytes.count) && base.bytes.allSatisfy(\.isHexDigit)
    guard !isCommit else { return nil }
    guard let old = try WholeFile.read(base) else { return nil }
    guard let operand = operands.first, operands.count == 1 else {
      throw .usage("a base that is a file takes one schema: gauze gate --base OLD SCHEMA")
    }
    guard let new = try WholeFile.read(operand) else {
      throw .usage("there is no file \(operand.text)")
    }
    list = [GateSubject(name: operand.text, path: operand, bytes: new, old: [old])]
  }

  /// The schemas of the checkout as they are in its files, against a revision.
  init(revision base: FilePath, _ operands: [FilePath]) throws(CommandFailure) {
    let checkout = try GitCheckout()
    try collect(checkout, operands, since: [try checkout.commit(base)])
  }

  /// The schemas as a commit would take them now, against `base`; without one, against what the commit
  /// will follow: nothing at all in a repository that has no commit yet, either side in a merge.
  init(staged base: FilePath?, _ operands: [FilePath]) throws(CommandFailure) {
    let checkout = try GitCheckout()
    index = checkout
    let parents: [String]
    if let base { parents = [try checkout.commit(base)] } else { parents = try checkout.parents() }
    try collect(checkout, operands, since: parents)
  }

  /// What stands in a file that somebody named, or what a commit would take of it; nil if there is none.
  func content(of operand: FilePath) throws(CommandFailure) -> [UInt8]? {
    guard let index else { return try WholeFile.read(operand) }
    return try index.staged(try index.path(of: operand))
  }

  /// What stands in the page beside a schema; nil if there is none.
  func page(of subject: GateSubject) throws(CommandFailure) -> [UInt8]? {
    let path = Self.page(beside: subject.path)
    guard let index else { return try WholeFile.read(path) }
    return try index.staged(path)
  }

  /// The file `page.md` beside one.
  static func page(beside path: FilePath) -> FilePath {
    let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { Array(path.bytes[...$0]) } ?? []
    return FilePath(bytes: folder + Array("page.md".utf8))
  }

  // MARK: - Collecting

  private mutating func collect(
    _ checkout: GitCheckout,
    _ operands: [FilePath],
    since commits: [String]
  ) throws(CommandFailure) {
    var moves: [GitCheckout.Moves] = []
    for commit in commits {
      moves.append(try checkout.moves(since: commit, areStaged: index != nil))
    }
    var paths: [FilePath] = []
    for operand in operands { paths.append(try checkout.path(of: operand)) }
    if operands.isEmpty {
      paths = try checkout.schemas()
      // A schema that is called otherwise from now on is still one.
      let moved = (moves.first?.old ?? [:]).filter { new, old in
        GitCheckout.isCalledSchema(old) && !GitCheckout.isCalledSchema(new)
      }
      paths += moved.keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }
    for path in paths {
      let place = checkout.place(of: path)
      let found = index == nil ? try WholeFile.read(place) : try checkout.staged(path)
      guard let bytes = found else {
        // Listed, and removed without telling git.
        if operands.isEmpty { continue }
        throw .usage("there is no file \(path.text)")
      }
      var old: [[UInt8]?] = []
      for (commit, moves) in zip(commits, moves) {
        old.append(try checkout.content(of: moves.old[path] ?? path, at: commit))
      }
      // Other files are called schema.json, too.
      let isSchema =
        SchemaSource.isSchema(bytes)
        || old.contains { $0.map(SchemaSource.isSchema) ?? false }
      guard isSchema || !operands.isEmpty else { continue }
      if let before = moves.first?.old[path] { notes.append("\(path.text): was \(before.text)") }
      let read = index == nil ? place : path
      list.append(GateSubject(name: path.text, path: read, bytes: bytes, old: old))
    }
    guard operands.isEmpty, let commit = commits.first, let gone = moves.first?.gone else { return }
    for path in gone where GitCheckout.isCalledSchema(path) {
      guard let old = try checkout.content(of: path, at: commit), SchemaSource.isSchema(old)
      else { continue }
      notes.append("\(path.text): removed; nothing leaves by it any more")
    }
  }
}
