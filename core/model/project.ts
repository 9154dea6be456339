import type { Finding, Range } from '../contracts/finding.ts';
import type { Origin } from '../contracts/origin.ts';
import type { ColumnType, MaskStrategy, RuleSeverity, SourceEncoding } from '../contracts/plan.ts';

import type { SourceText } from '../text/parted-text.ts';
import type { Path } from '../text/path.ts';
import type { ScriptDocument } from './script-document.ts';

export type { Path };

export const configFile = 'conf/config.yaml';
export const schemaFile = 'schema/tables_schema.yaml';
export type ProjectFile = typeof configFile | typeof schemaFile;

/** One YAML file of a project: its text, its plain value and where each part stands. */
export interface SourceDocument {
  readonly file: ProjectFile;
  /** To look at a part of it: `text` may have to be put together first. */
  readonly source: SourceText;
  readonly text: string;
  /** Plain JSON value; null when the text holds none. Present for the sound part of a damaged text. */
  readonly value: unknown;
  /** Syntax errors, duplicate keys, limits. */
  readonly findings: readonly Finding[];
  /** Span of a value, of its key, or of both; of the nearest existing ancestor when the path does not exist. */
  rangeOf(path: Path, part?: 'key' | 'value' | 'entry'): Range;
  /** Whether an offset stands in a key or a plain value: what looks like a comment there is none. */
  isInScalar(offset: number): boolean;
  /** Whether the syntax at a path, or around it, is broken. */
  isDamaged(path: Path): boolean;
}

export interface SourceFormat {
  readonly delimiter: string;
  readonly quote: string;
  readonly hasHeader: boolean;
  readonly encoding: SourceEncoding;
  readonly compression: 'auto' | 'none' | 'gzip';
  readonly nullValues: readonly string[];
  readonly glob: string;
  readonly maxExpansion: number;
}

/** One entry of `sources:`, defaults filled in. */
export interface SourceSettings {
  /** After variables and environment; always ends with `/`. */
  readonly path: string;
  readonly mergeKey: readonly string[];
  readonly cdcKey: string | null;
  readonly format: SourceFormat;
  readonly isRecursive: boolean;
  readonly settleSeconds: number;
  readonly readyMarker: string | null;
  readonly orderBy: 'path' | 'modified';
  /** IANA zone or `UTC`: for timestamps without an offset. */
  readonly timeZone: string;
  readonly onDrift: 'fail' | 'warn' | 'ignore';
  readonly onRedelivery: 'skip' | 'ingest' | 'fail';
  readonly load: 'upsert' | 'append' | 'replace';
  readonly allowEmpty: boolean;
  readonly expect: {
    readonly minRows: number;
    readonly maxBadShare: number;
    readonly hoursLate: number | null;
  };
}

export interface Reference {
  readonly dataset: string;
  readonly column: string;
  readonly retryDays: number;
}

/** Kinds of column rules whose severity a column may set under `severity:`. */
export type ColumnRuleKind =
  | 'cast'
  | 'required'
  | 'pattern'
  | 'min'
  | 'max'
  | 'valid_vals'
  | 'references'
  | 'unique';

/** One entry of `columns:`, defaults filled in. */
export interface Column {
  readonly name: string;
  /** As declared; a masked column's target type is string whatever stands here. */
  readonly type: ColumnType;
  readonly description: string | null;
  readonly validValues: readonly (string | number | boolean)[] | null;
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly pattern: string | null;
  /** As written, to be read with the column's type. */
  readonly min: string | number | null;
  readonly max: string | number | null;
  readonly references: Reference | null;
  /** Date or timestamp patterns, defaults filled in for dates; empty for other types. */
  readonly formats: readonly string[];
  readonly default: string | number | boolean | null;
  readonly renameFrom: readonly string[];
  readonly onCast: 'quarantine' | 'nullify' | 'error';
  readonly pii: string | null;
  readonly mask: MaskStrategy | null;
  readonly severity: Readonly<Partial<Record<ColumnRuleKind, RuleSeverity>>>;
}

/** One entry of `checks:`: `expr` is a row check, `table` an expression with aggregates, `sql` a query run by Spark only. */
export interface Check {
  /** As written, or `check_<n>` from 1. Unique in the table. */
  readonly name: string;
  readonly kind: 'expr' | 'table' | 'sql';
  readonly text: string;
  readonly severity: RuleSeverity;
  readonly message: string | null;
  /** Position in the `checks:` list. */
  readonly index: number;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly checks: readonly Check[];
  readonly partitionBy: readonly string[];
  readonly description: string | null;
  readonly owner: string | null;
  readonly deleteWhen: string | null;
}

/** A dataset as far as its two files tell: a missing or unreadable half is null. */
export interface Dataset {
  readonly name: string;
  readonly source: SourceSettings | null;
  readonly table: Table | null;
}

export interface ProjectSettings {
  /** Local folder, `file://` or `s3a://`; always ends with `/`. */
  readonly targetPath: string;
  readonly targetSchema: string;
  readonly s3Bucket: string | null;
  readonly archivePath: string;
  readonly artifactsPath: string;
  readonly logsPath: string | null;
  readonly defaultEnvironment: string | null;
  readonly spark: { readonly version: '3.5' | '4.0'; readonly ansi: boolean };
  readonly retention: {
    readonly stagingDays: number;
    readonly undoCommits: number;
    readonly runsDays: number;
  };
  readonly lint: {
    readonly severity: Readonly<Record<string, 'off' | 'error' | 'warning' | 'info'>>;
    readonly ignore: readonly string[];
  };
}

/** The files of a project as one thing, for one environment. Holds what is sound; `findings` say what is not. */
export interface Project {
  /** Chosen environment; null when the project has none. */
  readonly environment: string | null;
  readonly environments: readonly string[];
  readonly documents: Readonly<Partial<Record<ProjectFile, SourceDocument>>>;
  /** Files of `sql_scripts/`, by path. */
  readonly scripts: readonly ScriptDocument[];
  readonly settings: ProjectSettings;
  /** In the order of `tables:`, then those that only `sources:` names. */
  readonly datasets: readonly Dataset[];
  /** Syntax, structure (JSON Schema), environments and variables. Cross-file findings come from `core/checks`. */
  readonly findings: readonly Finding[];
  /**
   * The origin of an effective value: where the environment overrides it, the override's place. A path that stands
   * nowhere (a default) gives its nearest existing ancestor.
   */
  originOf(file: ProjectFile, path: Path): Origin;
  /** Place of an origin's path in the texts of this project, with its range; null when the file is not there. */
  placeOf(
    origin: Origin,
    part?: 'key' | 'value' | 'entry',
  ): { readonly file: string; readonly range: Range } | null;
}
