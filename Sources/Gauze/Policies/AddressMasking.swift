/// Replaces network addresses in running text by `<ip>`, and names of hosts and of their hardware by
/// `<host>`.
///
/// - In and out: text to text. `connect https://db-17.acme.example:8443/x (10.0.0.5)` becomes
///   `connect https://<host>:8443/x (<ip>)`.
/// - Technique and disclosure: masking. That an address stood there stays visible, with its port, its
///   prefix length, and the scheme and path of its URL.
/// - Parameters: none.
/// - Caught: dotted quads that no word or sign around them makes a version; IPv6 in every form of
///   RFC 4291, with a zone; hardware addresses (EUI-48, EUI-64) with colons, hyphens or dots; every host
///   of a URL; names of several labels with a well-known or an internal top-level domain; `name:port`
///   with the port of a known service; names that a word announces (`host=db`, `ENOTFOUND db`,
///   `ssh db17`, `connect to db:5432`, `db: Name or service not known`, `server ACME-DC20`); names of
///   three labels below a reserved domain that is a word too (`db-15.acme.test`); names as clouds and vendors
///   give them (`ip-10-0-0-5`, `DESKTOP-4F2KQ1Z`).
/// - Deliberately not caught: `localhost`; the domain of a mail address; a bare name without a dot that
///   nothing announces, and one without a digit or a port behind `ping`, `ssh` or `connect to`, where
///   prose stands as well (`ping failed`); a name whose last label is a word of code or a file's
///   extension, unless it has a port, a well-known first label or a number in it (`acme.app`,
///   `acme.sh`); hosts of modules before an import path (`github.com/spf13/cobra`); names in CJK scripts outside URLs; octal, hexadecimal and single-number addresses
///   outside URLs; wildcards (`10.0.*`).
///
/// Idempotent: what stays beside a placeholder was judged as if at the text's edge.
package struct AddressMasking: Sendable, Equatable {
  package init() {}

  /// Appends a finding for every address in `text`. Complexity: O(n).
  package func find(in text: Span<UInt8>, into findings: inout [Finding]) {
    var reader = AddressReader(text)
    reader.read(from: 0, to: text.count, into: &findings)
  }
}
