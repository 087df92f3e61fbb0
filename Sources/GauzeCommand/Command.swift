/// THE table of commands: what a newcomer reads first to know what `gauze` can do.
struct Command: Sendable {
  /// Its name on the command line: permanent.
  let name: String
  /// What follows the name.
  let operands: String
  /// One line for the overview.
  let summary: String
  /// What `--help` says besides, with an example.
  let details: String
  let options: [Option]
  let run: @Sendable (Arguments) throws(CommandFailure) -> ExitStatus

  static let all: [Command] = [
    Command(
      name: "sanitize",
      operands: "[FILE…]",
      summary: "clean records: what the schema names leaves, nothing else",
      details: """
        Reads records from the files or from standard input and writes the clean form of each record
        that the schema accepts, as JSON Lines. A rejected record leaves no byte. Records are JSON Lines,
        a JSON array or sequence (.json), CSV with a header (.csv, .tsv), or log lines (.log, .txt),
        whose schema is text-log if none is named; .gz, .zst, .xz and .bz2 files are read and written
        through the system's own programs.

          gauze sanitize app.jsonl > clean.jsonl
          gauze sanitize --schema app.schema.json --rejects rejects.jsonl -o clean.jsonl app.jsonl
          gauze sanitize -o clean/ logs

        A folder stands for the files in it, at any depth and in the order of their names; links in it are
        not followed. A target that is a folder, or ends with a slash, takes each file's clean form under
        the file's own name.

        Exit status: 0 if every record went through, 1 if records were rejected.
        """,
      options: [
        .schema, .form, .from, .event, .output, .rejects, .report, .unknown, .mostRejects, .key,
        .literals, .jobs, .resume, .lineBuffered, .envelope, .progress, .noProgress,
      ],
      run: SanitizeCommand.run
    ),
    Command(
      name: "verify",
      operands: "[FILE…]",
      summary: "are these records in their wire form?",
      details: """
        Checks records as a receiver would: each must hold what `gauze sanitize` writes, whatever its
        white space and the order of its members; a field that the schema does not name is a finding
        even where `sanitize` would drop it. Says of the first 20 that are not in wire form: file,
        line, code and place, never what was found.

          gauze verify --schema app.schema.json clean.jsonl

        Exit status: 0 if all are, 1 if some are not.
        """,
      options: [.schema, .from, .rejects, .report, .key, .literals, .jobs, .progress, .noProgress],
      run: VerifyCommand.run
    ),
    Command(
      name: "explain",
      operands: "[FILE]",
      summary: "one record, field by field: each policy, what leaves, or why it is rejected",
      details: """
        Sanitizes one record and shows what became of each field. The raw values are shown on a
        terminal only, so that they do not end up in a file or a log.

          gauze explain --line 3 app.jsonl
        """,
      options: [.schema, .form, .unknown, .key, .literals, .line],
      run: ExplainCommand.run
    ),
    Command(
      name: "apply",
      operands: "POLICY…",
      summary: "run policies over JSON values, one a line",
      details: """
        Reads one JSON value a line from standard input and writes what the chain of policies makes
        of it. A policy is NAME or NAME=JSON.

          echo '"open /home/jane/a.txt failed"' | gauze apply scrub-text truncate=500
          echo '1250' | gauze apply 'bucket={"edges":[1000],"labels":["<1K","1K+"]}'

        Exit status: 1 if a line was no value that the chain takes; its number is reported.
        """,
      options: [.key, .literals],
      run: ApplyCommand.run
    ),
    Command(
      name: "init",
      operands: "[SAMPLE…]",
      summary: "draft a first schema from sample records, of which it copies no value",
      details: """
        Reads JSON objects, one a line or in an array, from the files or from standard input, and writes
        a schema that loads and accepts all of them. Texts are scrubbed and cut, numbers become ranges of powers of ten, times
        become hours, what looks like an e-mail address or is called like a person's is dropped, and
        objects, arrays and maps are followed. Small vocabularies are proposed, without their words.

          gauze init app.jsonl -o app.schema.json
          gauze check app.schema.json
          gauze sanitize --schema app.schema.json app.jsonl > clean.jsonl

        Names of fields are copied, unless they look like data. Events are told apart by a member such
        as event, type or kind if all its values look like names that a programmer gave: few, in small
        letters, and nothing for a detector. Otherwise the draft has one event. A field waits for its
        reason with a why that begins with TODO, which `gauze check` reports.

        Exit status: 0 if a draft was made of all records, 1 if some were skipped that no schema
        accepts, such as malformed ones, 2 if there is no record, 3 if a file could not be read or
        written.
        """,
      options: [.draftOutput, .eventKey],
      run: InitCommand.run
    ),
    Command(
      name: "check",
      operands: "[SCHEMA…]",
      summary: "read, compile and lint schemas, and run their examples",
      details: """
        Reports every fault with file, line, column, code, JSON pointer and what to do. Without SCHEMA
        all files that git keeps as schema.json or *.schema.json and that have "gauze".

          gauze check app.schema.json
          gauze check --show app.schema.json
          gauze check --key install=FILE astro

        Exit status: 0 if nothing is to report, 1 for findings, 2 if a schema does not load, or if its
        examples or canaries need a key that --key does not supply.
        """,
      options: [.show, .key],
      run: CheckCommand.run
    ),
    Command(
      name: "docs",
      operands: "SCHEMA",
      summary: "print the telemetry page of a schema, write it into a page, or check a page",
      details: """
        The page says in plain words what leaves, why, and in which form; what is promised and by whom;
        and how to turn it off. SCHEMA is a file or a built-in name. In a page of your own it stands
        between two lines, and everything outside of them stays as it is:

          <!-- gauze:begin cli-telemetry 1.0 -->
          <!-- gauze:end -->

          gauze docs cli-telemetry > TELEMETRY.md
          gauze docs app.schema.json --write docs/telemetry.md
          gauze docs app.schema.json --check docs/telemetry.md

        Exit status: 0 if done or the block is the schema's, 1 if it is not, 2 if the schema does not
        load or the page has no block for it, 3 if the page could not be read or written.
        """,
      options: [.writePage, .checkPage],
      run: DocsCommand.run
    ),
    Command(
      name: "diff",
      operands: "OLD NEW",
      summary: "what changed between two schemas: for privacy, for consumers, for producers",
      details: """
        A change widens unless everything that leaves after it can be computed from what left before. A
        consumer breaks if a reader of the old clean records would, a producer if the old program's raw
        records are now rejected. Says what the changes ask for: a version, a new consent.epoch, a
        review.

          gauze diff old.schema.json app.schema.json
          gauze diff --format markdown old.schema.json app.schema.json

        Exit status: 0 if nothing widens or breaks, 1 if something does, 2 if a schema does not load.
        """,
      options: [.diffFormat],
      run: DiffCommand.run
    ),
    Command(
      name: "gate",
      operands: "[SCHEMA…]",
      summary: "does a change of schemas have its version, epoch, review and page?",
      details: """
        Compares schemas with what they were at the base and refuses a change whose version is not
        raised as `gauze diff` says, that widens without a higher consent.epoch where that is asked
        for, that has no entry in history, that widens without a review bound to the change by its
        fingerprint, or whose page says something else. Says what to write. Without SCHEMA all files
        that git keeps as schema.json or *.schema.json and that have "gauze".

          gauze gate --base origin/main
          gauze gate --base origin/main --fix
          gauze gate --base old.schema.json app.schema.json
          gauze gate --staged                     (in a hook, before a commit)

        Exit status: 0 if all pass, 1 if not, 2 if a schema does not load or there is no such base, 3
        if a file could not be read or written, or git fails.
        """,
      options: [.base, .staged, .page, .fix, .gateFormat],
      run: GateCommand.run
    ),
    Command(
      name: "export",
      operands: "[SCHEMA]",
      summary: "print a schema as JSON Schema or as Swift types, for other tools",
      details: """
        As JSON Schema: what a record of one form may hold. Every record that leaves is valid by it; it
        may accept more, for it does not tell what detectors find in a text. As Swift: a type for each
        event, for programs that hand them in; faults of the schema are told as a compiler tells them.
        SCHEMA is a file or a built-in name.

          gauze export app.schema.json --as json-schema > wire.schema.json
          gauze export app.schema.json --as json-schema --form raw > raw.schema.json
          gauze export app.schema.json --as swift -o AppEvents.swift

        With --as language-schema, and without SCHEMA, prints the JSON Schema of schema files, so that
        an editor completes and explains them; name it in a schema's "$schema".

          gauze export --as language-schema > gauze.schema.json
        """,
      options: [.exportTarget, .exportForm, .exportOutput],
      run: ExportCommand.run
    ),
    Command(
      name: "prove",
      operands: "[SCHEMA]",
      summary:
        "plant canaries in everything that a schema takes, and look for them in every output",
      details: """
        Makes records with invented secrets of every class, in every field, encoding and position, and
        where no field is: as names, in malformed records, too deep, too large. Sanitizes them through
        real files as `gauze sanitize` does, and searches the clean records, the rejects, the report
        and the messages for any four characters of a secret, however encoded.

        A canary that something promises to hold back and that is seen has survived. What a text's
        policies do not promise is planted too, and shown as let through: a field that only strips
        paths lets e-mail addresses through. Schemas are files or built-in names (default:
        cli-telemetry).

          gauze prove
          gauze prove app.schema.json --cases 100000 --seed 7
          gauze prove app.schema.json --seed 7 --case 1234

        The same seed plants the same canaries. A survivor is named by field, class, encoding,
        position and case; only --case shows the invented secret itself.

        Exit status: 0 if nothing survived, 1 if something did, 2 if the schema does not load.
        """,
      options: [.cases, .seed, .case, .strict, .outputFormat, .key],
      run: ProveCommand.run
    ),
    Command(
      name: "digest",
      operands: "[FILE…]",
      summary: "SHA-256 or HMAC-SHA-256 of files, as sha256sum prints it",
      details: """
          gauze digest gauze.tar.gz
          gauze digest --hmac-key-file key.bin < app.jsonl
        """,
      options: [.keyFile],
      run: DigestCommand.run
    ),
    Command(
      name: "schemas",
      operands: "[NAME]",
      summary: "list the built-in schemas, or print one",
      details: """
          gauze schemas
          gauze schemas cli-telemetry > app.schema.json
        """,
      options: [],
      run: SchemasCommand.run
    ),
    Command(
      name: "demo",
      operands: "",
      summary: "sanitize a built-in sample and show before, after and why",
      details: "Needs nothing and writes nothing.",
      options: [],
      run: DemoCommand.run
    ),
  ]
}
