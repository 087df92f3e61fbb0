/// Replaces file-system paths in running text by `<path>`.
///
/// - In and out: text to text. `open /Users/Jane Doe/pay.sql: denied` becomes `open <path>: denied`.
/// - Technique and disclosure: masking. That a path stood there stays visible, and a line and column
///   after it; with `keepsExtension` the extension of its last component too.
/// - Parameters: `{"keep": "extension"}` ends the finding before the last extension (one to eight
///   letters and digits, at least one letter). A user's own directory, a server, a share and a bucket
///   have no extension, whatever dots their names hold.
/// - Caught: POSIX, home (`~`, `$HOME`, `%USERPROFILE%`), Windows, UNC, device, `file:` and cloud
///   storage paths; relative paths with an extension or a leading `./`; percent-encoded and escaped
///   separators; a repository's path in a URL with a user, up to its `.git`. Blanks go on inside a component where a later separator or an extension proves them;
///   a path below a home directory or in a bucket takes the next word and a name's further words with
///   it, a home's owner one more word, a name in brackets and one behind `&` or a comma. A quoted path
///   goes up to its closing quote. A tilde's user (`~zorro`) counts before a separator and behind a
///   command that takes a directory.
/// - Deliberately not caught: a bare file name, a relative path without an extension (`and/or`,
///   `acme/payroll` look alike), one component below `/` that is no well-known root (`/mcp`), routes
///   after an HTTP method or a label (`url: /v1/x`), media types, versions, keys of a registry, the
///   other paths of URLs that are no file's, import paths below well-known hosts of modules
///   (`github.com/spf13/cobra`), resources of a class path, what follows the blank behind a list of
///   directories (`PATH=/a/b:/c/d`), what follows a blank outside a home (`/mnt/disk one`), and of the
///   first component of a relative path that is not quoted more than one capitalised word before its
///   last.
///
/// Idempotent: what stays beside `<path>` was judged as if it stood at the text's edge.
package struct PathStripping: Sendable, Equatable {
  /// Whether the extension of the last component stays.
  package var keepsExtension: Bool

  package init(keepsExtension: Bool = false) { self.keepsExtension = keepsExtension }

  /// Reads nothing, or `{"keep": "extension"}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    self.init()
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if let node = reader.take("keep"), case .string(let word) = node.value,
      word.span.equals("extension")
    {
      keepsExtension = true
    } else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// Appends a finding for every path in `text`. Complexity: O(n); one pass if nothing in it can
  /// begin a path.
  package func find(in text: Span<UInt8>, into findings: inout [Finding]) {
    var position = PathGrammar.nextTrigger(in: text, from: 0)
    guard position < text.count else { return }
    var reader = PathReader(text)
    while position < text.count {
      guard let extent = reader.path(at: position) else {
        position = PathGrammar.nextTrigger(in: text, from: reader.next)
        continue
      }
      var end = extent.end
      if keepsExtension, PathGrammar.closes(text, at: end), let dot = reader.extensionStart(extent)
      {
        end = dot
      }
      findings.append(Finding(start: extent.start, end: end, placeholder: .path))
      reader.leave(behind: extent)
      position = PathGrammar.nextTrigger(in: text, from: extent.end)
    }
  }
}

extension PathStripping {
  /// Whether a text stripped by `coarser` can be computed from one that this one stripped.
  package func refines(_ coarser: PathStripping) -> Refinement {
    Refinement(keepsExtension || !coarser.keepsExtension)
  }
}
