/** What a record did against its schema. The words are permanent. */
export type ViolationCode =
  | "malformed-json"
  | "invalid-utf8"
  | "duplicate-field"
  | "too-deep"
  | "too-large"
  | "not-an-object"
  | "unknown-event"
  | "unknown-field"
  | "missing-field"
  | "wrong-type"
  | "not-in-enum"
  | "out-of-range"
  | "too-long"
  | "too-many"
  | "bad-format"
  | "policy-refused";

/** A code and a place; nothing of the record. */
export interface Violation {
  code: ViolationCode;
  /** The event's name; absent before it is known. */
  event?: string;
  /** A JSON pointer in the schema's names and in positions, never in the record's. */
  at: string;
}

/** What is wrong in a schema or in a list of policies, and where. */
export interface Fault {
  /** A permanent word, such as `open-text`. */
  code: string;
  /** From 1. */
  line: number;
  /** From 1, in Unicode scalars. */
  column: number;
  pointer: string;
  /** What the author should do. */
  advice: string;
  /** The keyword that is missing, if one is. */
  keyword?: string;
  /** The id of the key that was not supplied, if one was not. */
  key?: string;
}

/** A schema, or a chain of policies, that does not load. */
export class GauzeError extends Error {
  readonly faults: Fault[];
}

export type Result =
  | {
      readonly accepted: true;
      /** The clean form. */
      readonly bytes: Uint8Array;
      /** The clean form as a string. */
      readonly text: string;
      readonly violations: [];
    }
  | {
      readonly accepted: false;
      readonly bytes: undefined;
      readonly text: undefined;
      /** In record order, at most 16. */
      readonly violations: Violation[];
    };

export interface SanitizeOptions {
  /** The form that is read: what the program hands in (the default) or what leaves. */
  form?: "raw" | "wire";
  /** What happens to unknown fields: as the schema says (the default), reject, or drop. */
  unknown?: "schema" | "reject" | "drop";
  /** Whether the clean record is put into the envelope that the schema declares (false). */
  envelope?: boolean;
}

/** What a schema needs and does not hold. */
export interface Supplies {
  /** Keys of keyed policies by the ids that the schema names; at least 16 bytes each. */
  keys?: Record<string, Uint8Array>;
  /** What names this host and its user, for `scrub-text`; 3 to 256 bytes each, 64 at most. */
  literals?: { user?: string[]; home?: string[]; host?: string[]; other?: string[] };
}

/** A compiled schema. */
export interface Plan {
  /**
   * Takes one record, a JSON object as text or UTF-8, to the form in which it may leave. In a
   * string, a lone surrogate counts as U+FFFD.
   */
  sanitize(record: string | Uint8Array, options?: SanitizeOptions): Result;
  /** Frees the plan; it takes no more records. */
  dispose(): void;
}

/** A value as JSON has it. */
export type JSONValue =
  | null
  | boolean
  | number
  | string
  | JSONValue[]
  | { [name: string]: JSONValue };

/** A policy as a schema writes it: its word, or its word with parameters. */
export type Policy = string | { [word: string]: JSONValue };

/** The engine. */
export class Gauze {
  private constructor();
  /**
   * Loads the engine from the bytes of gauze.wasm, a compiled module, a response, or a URL (a
   * string is one); from the file beside this one unless told otherwise.
   */
  static load(
    source?:
      | BufferSource
      | WebAssembly.Module
      | Response
      | URL
      | string
      | Promise<BufferSource | WebAssembly.Module | Response>,
  ): Promise<Gauze>;
  /** Compiles the text of a schema file, or the built-in schema of that name. */
  schema(textOrName: string | Uint8Array, supplies?: Supplies): Plan;
  /** The faults of a schema file, in file order, at most 256; none if it loads. */
  check(schemaText: string | Uint8Array): Fault[];
  /**
   * Runs policies over one JSON value. `value` is undefined if nothing leaves, or if the value is
   * refused, of which `violations` then tell.
   */
  apply(
    policies: Policy[],
    value: JSONValue,
    supplies?: Supplies,
  ): { accepted: boolean; value: JSONValue | undefined; violations: Violation[] };
  /** The built-in schemas' names. */
  schemas(): string[];
  /** How many bytes of memory the engine holds. */
  readonly memory: number;
  /** Forgets the engine with all its plans. */
  dispose(): void;
}
