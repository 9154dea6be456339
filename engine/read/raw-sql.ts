import type { ReadFormat } from '../../core/contracts/plan.ts';
import { quoteName, quoteText } from '../../core/translate/quote.ts';

/** A column of `_raw`, and the field of the file that fills it; null for a column that the file does not have. */
export interface RawColumn {
  readonly name: string;
  /** 1-based. */
  readonly field: number | null;
}

/**
 * DuckDB text that turns the plain part of a chunk into rows of `_raw`. Parameters: `$text`, `$slots`, `$first_record`,
 * `$first_line`, `$record_separator` (the part's `lineEnd`), `$file_no`,
 * `$file_name`, `$ts`.
 */
export function plainRawSql(columns: readonly RawColumn[], format: Pick<ReadFormat, 'delimiter'>): string {
  return `SELECT $file_no::INTEGER AS _file_no, $first_record::BIGINT + slot AS _record, $first_line::BIGINT + slot AS _line,
  $file_name::VARCHAR AS file_name, $ts::VARCHAR AS ts${columns.map((column) => fieldSql(column, 0)).join('')}
FROM (
  SELECT slot, string_split(rec, ${quoteText('duckdb', format.delimiter)}) AS l
  FROM (SELECT unnest(string_split($text::VARCHAR, $record_separator::VARCHAR)) AS rec, unnest(range($slots::BIGINT)) AS slot)
  WHERE rec <> ''
)`;
}

/**
 * DuckDB text that turns the rewritten part of a chunk into rows of `_raw`. Parameters: `$text`, `$record_separator` and
 * `$field_separator` of the part, `$file_no`, `$file_name`, `$ts`.
 */
export function rewrittenRawSql(columns: readonly RawColumn[]): string {
  return `SELECT $file_no::INTEGER AS _file_no, l[1]::BIGINT AS _record, l[2]::BIGINT AS _line,
  $file_name::VARCHAR AS file_name, $ts::VARCHAR AS ts${columns.map((column) => fieldSql(column, 2)).join('')}
FROM (
  SELECT string_split(rec, $field_separator::VARCHAR) AS l
  FROM (SELECT unnest(string_split($text::VARCHAR, $record_separator::VARCHAR)) AS rec)
)`;
}

function fieldSql(column: RawColumn, before: number): string {
  const value = column.field === null ? 'NULL::VARCHAR' : `l[${column.field + before}]`;
  return `,\n  ${value} AS ${quoteName('duckdb', column.name)}`;
}
