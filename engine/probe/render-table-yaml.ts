import { Document, type Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { InferredColumn, InferredTable } from './inferred-table.ts';

/** The table's entry under `tables:`, with what a person should know as comments: `claims:` and what is in it. */
export function renderTableYaml(table: InferredTable): string {
  const entry = new YAMLMap();
  const columns = new YAMLMap();
  for (const column of table.columns) columns.add(pair(column.name, columnNode(column), column.notes));
  entry.add(pair('columns', columns));
  const masked = table.columns.filter(({ isMasked }) => isMasked).map(({ name }) => name);
  if (masked.length > 0) {
    entry.add(
      pair('mask', list(masked), ['These seem to be personal; a masked column is NULL in the tables.']),
    );
  }
  return print(table.name, entry, describe(table));
}

/** The dataset's entry under `sources:`, reading from the folder `path`. */
export function renderSourceYaml(table: InferredTable, path: string): string {
  const entry = new YAMLMap();
  entry.add(pair('path', path));
  const [only] = table.key;
  entry.add(
    pair(
      'merge_key',
      table.key.length === 1 ? only : list(table.key),
      table.key.length === 0 ? table.notes : [],
    ),
  );
  entry.add(pair('cdc_key', table.cdc ?? ''));
  const format = formatNode(table);
  if (format.items.length > 0) entry.add(pair('format', format));
  return print(table.name, entry, []);
}

function columnNode(column: InferredColumn): YAMLMap {
  const node = new YAMLMap();
  node.add(pair('type', column.type));
  if (column.header !== column.name) node.add(pair('rename_from', column.header));
  if (column.formats.length > 0) node.add(pair('formats', list(column.formats)));
  if (column.isRequired) node.add(pair('required', true));
  if (column.validValues !== null) node.add(pair('valid_vals', list(column.validValues)));
  if (column.references !== null) {
    node.add(pair('references', `${column.references.table}.${column.references.column}`));
  }
  if (column.pii !== null) node.add(pair('pii', column.pii));
  return node;
}

function formatNode({ format }: InferredTable): YAMLMap {
  const node = new YAMLMap();
  if (format.delimiter !== ',') node.add(pair('delimiter', quoted(format.delimiter)));
  if (format.quote !== '"') node.add(pair('quote', quoted(format.quote)));
  if (!format.hasHeader) node.add(pair('header', false));
  if (format.encoding !== 'utf-8') node.add(pair('encoding', format.encoding));
  if (format.compression !== 'auto') node.add(pair('compression', format.compression));
  if (format.nullValues.length > 0) node.add(pair('null_values', list(format.nullValues)));
  return node;
}

function describe(table: InferredTable): string[] {
  const { key, cdc, records, isSample, notes } = table;
  const read = `From ${isSample ? 'the first ' : ''}${records} records.`;
  const keyed = key.length > 0 ? `Key: ${key.join(', ')}; change column: ${cdc ?? 'none'}.` : '';
  return [[read, keyed].filter((part) => part !== '').join(' '), ...notes];
}

/** A pair with its comment on the lines above it. */
function pair(key: string, value: unknown, comments: readonly string[] = []): Pair<Scalar, unknown> {
  const name = new Scalar(key);
  if (comments.length > 0) name.commentBefore = comments.map((comment) => ` ${comment}`).join('\n');
  return new Document().createPair(name, value) as Pair<Scalar, unknown>;
}

function list(values: readonly string[]): YAMLSeq {
  const node = new YAMLSeq();
  node.items = values.map((value) => new Scalar(value));
  return node;
}

function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = 'QUOTE_DOUBLE';
  return scalar;
}

function print(name: string, entry: YAMLMap, comments: readonly string[]): string {
  // Quoted too where YAML 1.1, which other readers of these files speak, would see no string.
  const document = new Document(new YAMLMap(), { compat: 'yaml-1.1' });
  (document.contents as YAMLMap).add(pair(name, entry, comments));
  return document.toString({ lineWidth: 0 });
}
