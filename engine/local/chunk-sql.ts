import type { PlanColumn } from '../../core/contracts/plan.ts';
import type { PlainPart, RewrittenPart } from '../read/chunk.ts';
import { literal, name, type Values } from './query.ts';

/** Where the records of a chunk come from, and where its fields go. */
export interface ChunkTarget {
  readonly fileNo: number;
  readonly fileName: string;
  readonly ts: string;
  readonly delimiter: string;
  readonly columns: readonly PlanColumn[];
  /** Field (from 1) of each column; null reads as NULL. */
  readonly fields: readonly (number | null)[];
}

export interface BoundQuery {
  readonly sql: string;
  readonly values: Values;
}

/**
 * The relation `_raw` of a chunk's regular records: the whole text is one bound value and is split by the engine, so that no
 * clear value is ever written and no file is read twice. Empty slots stand for lines of other records. The slot is the row's
 * number: the text is one row, so its pieces come in order, and a second `unnest` beside the first costs three times the split.
 */
export function plainRaw(part: PlainPart, target: ChunkTarget): BoundQuery {
  const lineEnd = part.lineEnd === '\n' ? 'chr(10)' : 'chr(13) || chr(10)';
  return {
    sql: `SELECT ${identity(target, '$_first_record::BIGINT + slot', '$_first_line::BIGINT + slot')}${fieldItems(target, 0)}
FROM (SELECT slot, string_split(rec, ${literal(target.delimiter)}) AS l
  FROM (SELECT rec, row_number() OVER () - 1 AS slot
    FROM (SELECT unnest(string_split($_text, ${lineEnd})) AS rec))
  WHERE rec <> '')`,
    values: {
      _text: part.text,
      _first_record: BigInt(part.firstRecord),
      _first_line: BigInt(part.firstLine),
    },
  };
}

/** The relation `_raw` of a chunk's rewritten records: `record, line, field…` between separators that no value holds. */
export function rewrittenRaw(part: RewrittenPart, target: ChunkTarget): BoundQuery {
  return {
    sql: `SELECT ${identity(target, 'l[1]::BIGINT', 'l[2]::BIGINT')}${fieldItems(target, 2)}
FROM (SELECT string_split(rec, $_field_separator) AS l FROM (SELECT unnest(string_split($_text, $_record_separator)) AS rec))`,
    values: {
      _text: part.text,
      _field_separator: part.fieldSeparator,
      _record_separator: part.recordSeparator,
    },
  };
}

/** The relation `_raw` without a row: a file of a header only still has a staged file, with its columns. */
export function emptyRaw(target: ChunkTarget): BoundQuery {
  const columns = target.columns.map((column) => `, NULL::VARCHAR AS ${name(column.name)}`).join('');
  return { sql: `SELECT ${identity(target, '0::BIGINT', '0::BIGINT')}${columns} WHERE FALSE`, values: {} };
}

function identity(target: ChunkTarget, record: string, line: string): string {
  return `${target.fileNo}::INTEGER AS _file_no, ${record} AS _record, ${line} AS _line, ${constant(target.fileName)} AS file_name, ${constant(target.ts)} AS ts`;
}

/** A text that every row has. As an ENUM it is written without a look at each row, and read back as text. */
function constant(text: string): string {
  return `${literal(text)}::ENUM(${literal(text)})`;
}

function fieldItems(target: ChunkTarget, before: number): string {
  return target.columns
    .map((column, index) => {
      const field = target.fields[index] ?? null;
      return `, ${field === null ? 'NULL::VARCHAR' : `l[${field + before}]`} AS ${name(column.name)}`;
    })
    .join('');
}
