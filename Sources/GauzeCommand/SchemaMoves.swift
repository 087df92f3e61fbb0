internal import Gauze
internal import GauzeSystem

/// Where the schemas of a commit are now.
///
/// Git sees that a file was renamed if most of it is as it was. A schema that was written anew at another
/// place is found by its name: else a schema could leave the gate by looking otherwise.
struct SchemaMoves {
  /// The commit.
  let commit: String
  /// The former place of each that has another. What was not called a schema there was not judged there,
  /// so it is the former place of nothing.
  private(set) var old: [FilePath: FilePath] = [:]
  /// The schemas of the commit that are nowhere now.
  private(set) var gone: [FilePath] = []

  /// The places of schemas that are not called as schemas are from now on.
  var renamedAway: [FilePath] {
    old.keys.filter { !GitCheckout.isCalledSchema($0) }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Looks where the schemas of `commit` are, in the files or in what is staged. Complexity: O(files that
  /// are not as they were), if a schema is gone.
  init(
    _ checkout: GitCheckout,
    since commit: String,
    areStaged: Bool
  ) throws(CommandFailure) {
    self.commit = commit
    let moves = try checkout.moves(since: commit, areStaged: areStaged)
    old = moves.old.filter { GitCheckout.isCalledSchema($0.value) }
    var lost: [(path: FilePath, name: [UInt8]?)] = []
    for path in moves.gone where GitCheckout.isCalledSchema(path) {
      guard let bytes = try checkout.content(of: path, at: commit), SchemaSource.isSchema(bytes)
      else { continue }
      lost.append((path, SchemaSource.statedName(bytes)))
    }
    guard !lost.isEmpty else { return }
    var places: [(path: FilePath, name: [UInt8])] = []
    for path in moves.written + moves.old.keys where old[path] == nil {
      // A schema that was called one before is judged against itself.
      let wasThere = try checkout.content(of: path, at: commit) != nil
      if GitCheckout.isCalledSchema(path), wasThere { continue }
      let place = checkout.place(of: path)
      // What cannot be read, or is larger than any schema, is none.
      let bytes = areStaged ? try? checkout.staged(path) : try? WholeFile.read(place)
      if let bytes, SchemaSource.isSchema(bytes), let name = SchemaSource.statedName(bytes) {
        places.append((path, name))
      }
    }
    places.sort { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
    for (path, name) in lost {
      let found = places.filter { $0.name == name && old[$0.path] == nil }
      // A second one that is called a schema is a new one; what is not called so is judged only here.
      let called = found.first { GitCheckout.isCalledSchema($0.path) }
      let places =
        found.filter { !GitCheckout.isCalledSchema($0.path) } + [called].compactMap { $0 }
      for place in places { old[place.path] = path }
      if places.isEmpty { gone.append(path) }
    }
  }
}
