internal import GauzeBatch
internal import GauzeSystem

/// What a run reads and writes. Folders are read with all that is in them; into a target that is a folder
/// each file goes under its own name.
struct BatchFiles {
  /// A file that is read, and where its clean form goes if it has a place of its own.
  struct Item {
    let path: FilePath
    var target: FilePath?
  }

  private(set) var items: [Item] = []
  /// Where all clean records go; nil if each file has its own target, or nobody wants them.
  let target: FilePath?
  /// Things in folders that are no files to read: links, which are not followed, and devices.
  private(set) var othersCount = 0
  private let mirror: FilePath?

  init(_ operands: [FilePath], target: FilePath?) throws(CommandFailure) {
    let isMirrored = target.map { $0.endsInSlash || $0.isFolder } ?? false
    mirror = isMirrored ? target : nil
    self.target = isMirrored ? nil : target
    for operand in operands.isEmpty ? [FilePath("-")] : operands { try add(operand) }
    try requireOwnTargets()
  }

  /// Whether each file has its own target.
  var isMirrored: Bool { mirror != nil }

  /// How many bytes there are to read, if that can be told.
  var size: Int? {
    var size = 0
    for item in items {
      guard item.path != FilePath("-"), let more = item.path.size else { return nil }
      size += more
    }
    return size
  }

  private mutating func add(_ operand: FilePath) throws(CommandFailure) {
    if operand == FilePath("-"), isMirrored {
      throw .usage("standard input has no name that it could have in a folder; -o takes a file")
    }
    guard operand != FilePath("-"), operand.isFolder else {
      items.append(Item(path: operand, target: mirror?.appending(operand.lastPart)))
      return
    }
    let folder: Folder
    do throws(SystemError) {
      folder = try Folder(operand)
    } catch {
      throw .file(operand.text, error.description)
    }
    othersCount += folder.othersCount
    if let mirror, let identity = FileIdentity(of: mirror), folder.folders.contains(identity) {
      // The next run would read what this one writes.
      throw .usage("the target \(mirror.text) lies in \(operand.text), which is read")
    }
    for file in folder.files {
      items.append(Item(path: file.path, target: mirror?.appending(file.name.bytes)))
    }
  }

  /// Refuses two files for one target, of which one would be lost, and a target that is another input.
  private func requireOwnTargets() throws(CommandFailure) {
    guard isMirrored else { return }
    var inputs: [FileIdentity: Int] = [:]
    for (index, item) in items.enumerated() {
      if let identity = FileIdentity(of: item.path) { inputs[identity] = index }
    }
    var targets: [FilePath: FilePath] = [:]
    for (index, item) in items.enumerated() {
      guard let target = item.target else { continue }
      if let other = targets.updateValue(item.path, forKey: target) {
        throw .usage("\(other.text) and \(item.path.text) have the same target: \(target.text)")
      }
      guard let identity = FileIdentity(of: target), let input = inputs[identity] else { continue }
      if input != index {
        throw .usage("\(target.text) is to be written, and is an input besides")
      }
    }
  }

  /// Refuses one file for two outputs, of which one would be lost, and findings that would replace an
  /// input. A target may replace its input: that is cleaning in place.
  func requireDistinct(_ findings: [(name: String, path: FilePath?)]) throws(CommandFailure) {
    let findings = findings.compactMap { name, path in path.map { (name: name, path: $0) } }
    let targets = [target].compactMap(\.self) + items.compactMap(\.target)
    for (index, output) in findings.enumerated() {
      for target in targets where Self.isSame(target, output.path) {
        throw .usage("the target and \(output.name) are the same file: \(output.path.text)")
      }
      for other in findings[..<index] where Self.isSame(other.path, output.path) {
        throw .usage("\(other.name) and \(output.name) are the same file: \(output.path.text)")
      }
      guard output.path != FilePath("-") else { continue }
      for input in items where Self.isSame(input.path, output.path) {
        throw .usage("\(output.name) and an input are the same file: \(output.path.text)")
      }
    }
  }

  /// Whether two names lead to one file; devices take what they are given, from anybody.
  private static func isSame(_ one: FilePath, _ other: FilePath) -> Bool {
    if one.bytes.starts(with: "/dev/".utf8) || one.descriptor != nil { return false }
    if one == other { return true }
    if one == FilePath("-") || other == FilePath("-") { return false }
    if let identity = FileIdentity(of: one) { return identity == FileIdentity(of: other) }
    guard let place = OutputFile.destination(of: one) else { return false }
    return place == OutputFile.destination(of: other)
  }
}
