/// Notes, for `explain` and previews, what each of a record's own outputs was made of and where it
/// was written. The sanitizer does the same work with it and without it.
package struct Observer: Sendable {
  /// One output.
  package struct Note: Sendable {
    /// Its number among the plan's outputs.
    var output: Int
    /// The node that it was made of.
    var node: Int
    /// The form by which it was made.
    var form: Int
    /// Where its value stands in the output.
    var written: Range<Int>
    var result: WriteResult
    /// What the detectors and the limit did, if the value is scrubbed text.
    var scrub: ScrubResult?
  }

  var notes: [Note] = []

  mutating func begin() { notes.removeAll(keepingCapacity: true) }

  mutating func note(
    _ output: Int,
    _ node: Int,
    _ form: Int,
    _ written: Range<Int>,
    _ result: WriteResult,
    _ scrub: ScrubResult?
  ) {
    notes.append(
      Note(output: output, node: node, form: form, written: written, result: result, scrub: scrub)
    )
  }
}
