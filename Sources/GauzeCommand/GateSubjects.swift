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
  /// Where it stands below the top of a checkout whose files do not have it: its page is there, too.
  var unwritten: FilePath?
}

/// The schemas to judge, and where they and their pages are read.
struct GateSubjects {
  private(set) var list: [GateSubject] = []
  /// What was noticed on the way.
  private(set) var notes: [String] = []
  /// The checkout that the schemas are in; nil without git.
  private var checkout: GitCheckout?
  /// The checkout whose index is read instead of files.
  private var index: GitCheckout?

  /// One schema against a file, if `base` is one. The full name of a commit is that commit, and any other
  /// name is refused that means a revision too, so that nobody puts another base in its place.
  init?(file base: FilePath, _ operands: [FilePath]) throws(CommandFailure) {
    let isCommit = [40, 64].contains(base.bytes.count) && base.bytes.allSatisfy(\.isHexDigit)
    guard !isCommit else { return nil }
    guard let old = try WholeFile.read(base) else { return nil }
    if GitCheckout.isRevision(base) {
      throw .usage(
        "--base \(base.text): there is a revision and a file of that name; for the file write "
          + "--base ./\(base.text), for a branch refs/heads/NAME or refs/remotes/NAME"
      )
    }
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
    if let checkout, let unwritten = subject.unwritten {
      return try checkout.staged(Self.page(beside: unwritten))
    }
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
    self.checkout = checkout
    var moves: [SchemaMoves] = []
    for commit in commits {
      moves.append(try SchemaMoves(checkout, since: commit, areStaged: index != nil))
    }
    var named: Set<FilePath> = []
    var paths: [FilePath] = []
    for operand in operands {
      switch try checkout.meaning(of: operand) {
      case .file(let path):
        named.insert(path)
        paths.append(path)
      case .folder(let schemas):
        if schemas.isEmpty { throw .usage("git keeps no schema in the folder \(operand.text)") }
        paths += schemas
      }
    }
    if operands.isEmpty { paths = try checkout.schemas() }
    // A schema that is called otherwise from now on is still one.
    if named.isEmpty { paths += moves.first?.renamedAway ?? [] }
    let links = try checkout.links()
    var seen: Set<FilePath> = []
    for path in paths where seen.insert(path).inserted {
      let isNamed = named.contains(path)
      if links.contains(path) {
        try Self.refuseLink(path, at: checkout.place(of: path), isNamed: isNamed)
        continue
      }
      guard let subject = try subject(path, checkout, moves, isNamed: isNamed) else { continue }
      if let before = moves.first?.old[path] { notes.append("\(path.text): was \(before.text)") }
      list.append(subject)
    }
    guard named.isEmpty else { return }
    for path in moves.first?.gone ?? [] {
      notes.append("\(path.text): removed; nothing leaves by it any more")
    }
  }

  /// A schema as it is and as it was; nil if there is none of that name.
  private func subject(
    _ path: FilePath,
    _ checkout: GitCheckout,
    _ moves: [SchemaMoves],
    isNamed: Bool
  ) throws(CommandFailure) -> GateSubject? {
    let place = checkout.place(of: path)
    var found = index == nil ? try WholeFile.read(place) : try checkout.staged(path)
    var unwritten: FilePath?
    if found == nil, index == nil, try checkout.isUnwritten(path) {
      // Git does not write it here, and takes it to be as it was staged.
      found = try checkout.staged(path)
      unwritten = path
    }
    guard let bytes = found else {
      // Listed, and removed without telling git.
      guard isNamed else { return nil }
      throw .usage("there is no file \(path.text)")
    }
    var old: [[UInt8]?] = []
    for moves in moves {
      old.append(try checkout.content(of: moves.old[path] ?? path, at: moves.commit))
    }
    // Other files are called schema.json, too.
    let isSchema =
      SchemaSource.isSchema(bytes) || old.contains { $0.map(SchemaSource.isSchema) ?? false }
    guard isSchema || isNamed else { return nil }
    let read = index == nil ? place : path
    return GateSubject(name: path.text, path: read, bytes: bytes, old: old, unwritten: unwritten)
  }

  /// Refuses a link unless it leads to something that is certainly no schema: git keeps no more of it than
  /// where it leads.
  private static func refuseLink(
    _ path: FilePath,
    at place: FilePath,
    isNamed: Bool
  ) throws(CommandFailure) {
    // One whose end cannot be read may lead to anything.
    let bytes = try? WholeFile.require(place)
    guard isNamed || (bytes.map(SchemaSource.isSchema) ?? true) else { return }
    throw .usage(
      "\(path.text) is a symbolic link, of which git keeps only where it leads: put the schema itself "
        + "there"
    )
  }
}
