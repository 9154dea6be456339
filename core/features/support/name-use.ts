import type { Range } from '../../contracts/finding.ts';

/** A dataset, or a column of it. Compared without regard to case, as engines do. */
export interface Name {
  readonly dataset: string;
  /** Null for the dataset itself. */
  readonly column: string | null;
}

export type UseKind =
  | 'table'
  | 'source'
  | 'column'
  | 'merge_key'
  | 'cdc_key'
  | 'partition_by'
  | 'mask'
  | 'references'
  | 'check'
  | 'delete_when'
  | 'sql'
  | 'ignore';

/** A place that names a dataset or a column. */
export interface NameUse {
  readonly kind: UseKind;
  readonly name: Name;
  readonly file: string;
  /** Of the name alone, without quotes. */
  readonly range: Range;
  /** Dataset whose entry the place belongs to; null in scripts. */
  readonly owner: string | null;
  /** It is where the name is defined. */
  readonly isDeclaration: boolean;
  /** The name stands in SQL: without backquotes there, some names need them. */
  readonly isSql: boolean;
  readonly isQuoted: boolean;
  /** Another reading of the place is possible. */
  readonly isUncertain: boolean;
  /** The name is not written there letter by letter: by an alias or with escapes. The range is that of the whole value. */
  readonly isHidden: boolean;
}
