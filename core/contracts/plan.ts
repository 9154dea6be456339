import type { Origin } from './origin.ts';

/** The same statement for each engine's dialect. Only `PlanParameter`s are substituted, and only by binding. */
export interface SqlText {
  readonly duckdb: string;
  readonly spark: string;
}

/**
 * Values an engine binds into `sql` texts. DuckDB writes `$run_id`, Spark `:run_id`.
 *
 * - `run_id` string, `ts` string `yyyyMMddHHmmss` (UTC).
 * - `mask_key` string, a secret: bound, never printed.
 */
export type PlanParameter = 'run_id' | 'ts' | 'mask_key';

export type RuleSeverity = 'error' | 'quarantine' | 'nullify' | 'warn';

export type RuleKind =
  | 'cast'
  | 'key'
  | 'required'
  | 'pattern'
  | 'min'
  | 'max'
  | 'valid_vals'
  | 'check'
  | 'references'
  | 'unique'
  | 'table-check';

/** One promise the user wrote (or that a declared type implies), and what happens to a record that breaks it. */
export interface PlanRule {
  /** Unique in the plan, and the reason written to quarantine: `cast:total_cost`, `valid_vals:billed`. */
  readonly id: string;
  readonly kind: RuleKind;
  /**
   * `record`: evaluated while staging, one bit a rule. `reference`: against parents, one bit a rule.
   * `table`: against the table as it would be after the merge, by its own statement.
   */
  readonly scope: 'record' | 'reference' | 'table';
  /** Position of the rule's bit, from 0; word `_b<bit div 62>`, bit `bit mod 62`. Absent for scope `table`. */
  readonly bit?: number;
  readonly severity: RuleSeverity;
  /** The rule is the user's own Spark query (`spark-check`): other engines report it as not checked. */
  readonly onlyOn?: 'spark';
  readonly columns: readonly string[];
  /** One sentence for people, without any value from the data: "`total_cost` is not a double". */
  readonly message: string;
  readonly origin: Origin;
}

/** Column type names of the schema file; `decimal(p,s)` with its numbers. */
export type ColumnType =
  | 'string'
  | 'int'
  | 'bigint'
  | 'double'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | `decimal(${number},${number})`;

export type MaskStrategy = 'null' | 'hash' | 'redact';

export interface PlanColumn {
  readonly name: string;
  /** Type in the target. A masked column is `string`. */
  readonly type: ColumnType;
  /** Header spellings that mean this column (its name first, then `rename_from`); compared after trimming, ASCII case ignored. */
  readonly headers: readonly string[];
  /** A source file without this column stops the run. */
  readonly isNeeded: boolean;
  readonly mask?: MaskStrategy;
  readonly origin: Origin;
}

export type SourceEncoding = 'utf-8' | 'utf-16' | 'iso-8859-1' | 'windows-1252';

/** How the bytes of a source file become records. */
export interface ReadFormat {
  /** One character. */
  readonly delimiter: string;
  /** One character, or '' when fields are never quoted. */
  readonly quote: string;
  /** false: the file has no header line; columns are taken in schema order. */
  readonly hasHeader: boolean;
  readonly encoding: SourceEncoding;
  /** 'auto': by extension `.gz`, with the magic checked. */
  readonly compression: 'auto' | 'none' | 'gzip';
  /** A gzip may expand to at most this many times its size. */
  readonly maxExpansion: number;
  /** Field texts (after trimming) that mean NULL, besides the blank ones. */
  readonly nullValues: readonly string[];
}

interface Named {
  /** Unique in the plan, together with `when`: `stage`, `flag`, `unique:npi`. */
  readonly name: string;
  /** One sentence: what this operation does and why. */
  readonly doc: string;
  readonly origin: Origin;
}

/** Find the delivery: freeze the list of files, tell new from known, count and split records, match columns by header. */
export interface ReadOperation extends Named {
  readonly kind: 'read';
  /** As the user wrote it after variables: relative to the project, `file://`, `s3://` or `s3a://`; ends with `/`. */
  readonly path: string;
  /** File name pattern inside `path`, `*` and `?` only. */
  readonly glob: string;
  readonly isRecursive: boolean;
  readonly settleSeconds: number;
  /** A file of this name must be present, or the delivery is not taken. */
  readonly readyMarker: string | null;
  readonly onRedelivery: 'skip' | 'ingest' | 'fail';
  readonly onDrift: 'fail' | 'warn' | 'ignore';
  /** Order of files for ties: by relative path (bytes) or by modification time. */
  readonly orderBy: 'path' | 'modified';
  readonly format: ReadFormat;
  readonly columns: readonly PlanColumn[];
}

/**
 * Keep every accepted record as strings (masked), with its typed values and rule bits.
 *
 * `select` reads relation `_raw` (`_file_no` int, `_record` bigint, `_line` bigint, `file_name` string, `ts` string, and one string a
 * column, clear) and yields `_file_no, _record, _line, file_name, ts`, one string a column (masked), `t_<column>` for
 * each column that is not a string, and the rule words `_b0`, `_b1`, … (bigint).
 */
export interface StageOperation extends Named {
  readonly kind: 'stage';
  /** `<schema>.<dataset>_stage` */
  readonly table: string;
  readonly select: SqlText;
  readonly parameters: readonly PlanParameter[];
  /** Number of rule words. */
  readonly words: number;
  readonly retentionDays: number;
  /** Changes when staged files of an older plan can no longer be read as if staged by this one. */
  readonly shape: string;
}

/**
 * A statement (always a query) with a name. With `produces` its result becomes a relation of that name for later
 * operations; with `returns` it answers one row of numbers; with `rule` it answers the rows that break a table rule.
 */
export interface SqlOperation extends Named {
  readonly kind: 'sql';
  /** `check`: before the target is opened. `merge`: with `_target` readable. `verify`: with `_result` readable, before commit. */
  readonly phase: 'check' | 'merge' | 'verify';
  /** `first`: only while the target does not exist or is empty; `later`: only when it holds rows. */
  readonly when?: 'first' | 'later';
  readonly text: SqlText;
  readonly parameters: readonly PlanParameter[];
  readonly produces?: { readonly relation: string; readonly as: 'table' | 'view' };
  readonly returns?: readonly string[];
  /** Id of the table rule that this statement checks: the statement yields one row, `failing` bigint. */
  readonly rule?: string;
}

/** A query that the user wrote for Spark: each row it yields breaks the rule. Other engines leave it out. */
export interface SparkCheckOperation extends Named {
  readonly kind: 'spark-check';
  readonly rule: string;
  readonly query: string;
}

/** Parent key sets pinned at the start of the run, as relation `_parent_<n>` with one column `k` (distinct, never NULL). */
export interface PlanReference {
  readonly relation: string;
  readonly rule: string;
  readonly parent: string;
  readonly column: string;
  readonly retryDays: number;
}

/**
 * The one commit point. `_changes` (columns `_op` 'insert' | 'update' | 'delete', the target's columns typed, and for local
 * engines `_rowid` of the replaced row) tells the new state: rows replaced or deleted go, inserted and updated ones come.
 * On Spark the rows that go are those of the same merge key, and a replacement lists none of them.
 */
export interface SwapOperation extends Named {
  readonly kind: 'swap';
  /** `<schema>.<dataset>` */
  readonly table: string;
  readonly load: 'upsert' | 'append' | 'replace';
  readonly keys: readonly string[];
  readonly partitionBy: readonly string[];
  readonly allowEmpty: boolean;
}

/** Move what was read out of the source: copy, verify, delete. Never before the commit. */
export interface ArchiveOperation extends Named {
  readonly kind: 'archive';
  /** Folder of the archive, as written after variables; files go to `<path>/<dataset>/<run_id>/`. */
  readonly path: string;
}

export type PlanOperation =
  | ReadOperation
  | StageOperation
  | SqlOperation
  | SparkCheckOperation
  | SwapOperation
  | ArchiveOperation;

/** When a delivery is refused as a whole. */
export interface PlanGate {
  /** Share of records, 0 to 1. */
  readonly maxBadShare: number;
  readonly minRows: number;
  readonly hoursLate: number | null;
  readonly origin: Origin;
}

/** Everything one run of one dataset does, for any engine. Same inputs, same bytes. */
export interface Plan {
  readonly v: 1;
  readonly dataset: string;
  /** SHA-256 of the plan without this field. */
  readonly fingerprint: string;
  /** SHA-256 of each file that the plan was compiled from, by project path. */
  readonly compiledFrom: Readonly<Record<string, string>>;
  readonly environment: string | null;
  readonly spark: { readonly version: '3.5' | '4.0'; readonly ansi: boolean };
  readonly schema: string;
  readonly targetPath: string;
  readonly columns: readonly PlanColumn[];
  /** In the order in which reasons are listed. */
  readonly rules: readonly PlanRule[];
  readonly references: readonly PlanReference[];
  readonly gate: PlanGate;
  readonly operations: readonly PlanOperation[];
}
