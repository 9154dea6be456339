import { stringify } from 'yaml';
import type { ColumnType } from '../../core/contracts/plan.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import type { InferredColumn, InferredTable } from '../../engine/probe/inferred-table.ts';

/** A dataset's entry under `sources:` and under `tables:`, as YAML lines that begin at column 0: `claim:`, `  path: …`. */
export interface Entries {
  readonly source: readonly string[];
  readonly table: readonly string[];
}

/** A flow list longer than this is written with one item a line. */
const longestLine = 100;

/** Writes what was inferred as a user would; what deserves a thought stands beside it as comments. */
export function entriesOfTable(table: InferredTable, path: string): Entries {
  return { source: sourceEntry(table, path), table: tableEntry(table) };
}

function sourceEntry({ name, key, cdc, format, notes }: InferredTable, path: string): readonly string[] {
  const [only] = key;
  const load =
    only === undefined ? property('load', 'append') : property('merge_key', key.length === 1 ? only : key);
  return [
    `${scalar(name)}:`,
    ...indent([
      ...notes.map(comment),
      ...property('path', path),
      ...load,
      ...property('cdc_key', cdc ?? ''),
      ...formatProperty(format),
    ]),
  ];
}

/** Only what differs from the defaults. */
function formatProperty(format: InferredTable['format']): readonly string[] {
  const lines = [
    ...(format.delimiter === ',' ? [] : property('delimiter', format.delimiter)),
    ...(format.quote === '"' ? [] : property('quote', format.quote)),
    ...(format.hasHeader ? [] : property('header', false)),
    ...(format.encoding === 'utf-8' ? [] : property('encoding', format.encoding)),
    ...(format.compression === 'auto' ? [] : property('compression', format.compression)),
    ...(format.nullValues.length === 0 ? [] : property('null_values', format.nullValues)),
  ];
  return lines.length === 0 ? [] : ['format:', ...indent(lines)];
}

function tableEntry({ name, columns }: InferredTable): readonly string[] {
  const masked = columns.filter(({ isMasked }) => isMasked).map((column) => column.name);
  return [
    `${scalar(name)}:`,
    ...indent([
      'columns:',
      ...indent(columns.flatMap(columnEntry)),
      ...(masked.length === 0 ? [] : ['mask:', ...indent(masked.map((column) => `- ${scalar(column)}`))]),
    ]),
  ];
}

function columnEntry(column: InferredColumn): readonly string[] {
  const { name, header, type, references, validValues } = column;
  return [
    ...column.notes.map(comment),
    `${scalar(name)}:`,
    ...indent([
      ...property('type', type),
      ...(column.isRequired ? property('required', true) : []),
      ...(column.pii === null ? [] : property('pii', column.pii)),
      ...(header === name ? [] : property('rename_from', header)),
      ...(references === null ? [] : property('references', `${references.table}.${references.column}`)),
      ...(column.formats.length === 0 ? [] : property('formats', column.formats)),
      ...(validValues === null
        ? []
        : property(
            'valid_vals',
            validValues.map((value) => typed(value, type)),
          )),
    ]),
  ];
}

/** A number where the column is one and nothing is lost by it. */
function typed(value: string, type: ColumnType): string | number {
  const isNumber = type === 'int' || type === 'double';
  return isNumber && String(Number(value)) === value ? Number(value) : value;
}

function property(key: string, value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [`${key}: ${scalar(value)}`];
  const items = value.map(scalar);
  const line = `${key}: [${items.join(', ')}]`;
  const isPlain = items.every((item) => !/[,[\]{}]/.test(item) || /^["']/.test(item));
  return isPlain && line.length <= longestLine
    ? [line]
    : [`${key}:`, ...indent(items.map((item) => `- ${item}`))];
}

/** One line, quoted wherever YAML 1.1 or 1.2 would read something else than the text: other tools read these files too. */
function scalar(value: unknown): string {
  const text = stringify(value, {
    version: '1.1',
    lineWidth: 0,
    blockQuote: false,
    singleQuote: true,
  }).trimEnd();
  return text.includes('\n') ? JSON.stringify(value) : text;
}

function comment(text: string): string {
  return `# ${visibleText(text)}`;
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
