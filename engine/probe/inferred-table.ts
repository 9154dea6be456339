import type { ColumnType, SourceEncoding } from '../../core/contracts/plan.ts';

/** A column as it might be declared. Holds no value of the data but the allowed ones. */
export interface InferredColumn {
  /** Valid name; differs from the header only where the header is none. */
  readonly name: string;
  readonly header: string;
  readonly type: ColumnType;
  /** Empty when the usual formats do. */
  readonly formats: readonly string[];
  readonly isRequired: boolean;
  readonly validValues: readonly string[] | null;
  /** Kind of personal data it seems to hold. */
  readonly pii: string | null;
  /** Proposed because of `pii`; never for key, change or reference columns. */
  readonly isMasked: boolean;
  readonly references: { readonly table: string; readonly column: string } | null;
  readonly values: number;
  readonly blank: number;
  /** Null when there were too many to count. */
  readonly distinct: number | null;
  /** Sentences for a person. */
  readonly notes: readonly string[];
}

/** A dataset as it might be declared, from what its files hold. */
export interface InferredTable {
  readonly kind: 'table';
  readonly name: string;
  /** As given. */
  readonly files: readonly string[];
  readonly format: {
    readonly delimiter: string;
    readonly quote: string;
    readonly hasHeader: boolean;
    readonly encoding: SourceEncoding;
    readonly compression: 'auto' | 'none' | 'gzip';
    readonly nullValues: readonly string[];
  };
  readonly columns: readonly InferredColumn[];
  readonly key: readonly string[];
  readonly cdc: string | null;
  /** Records looked at, malformed ones included. */
  readonly records: number;
  readonly malformed: number;
  /** Not all records were looked at. */
  readonly isSample: boolean;
  readonly notes: readonly string[];
}
