import { closed, property } from './describe.ts';
import type { JsonSchema } from './json-schema.ts';
import { namesProperty } from './run-parts.ts';

const text = { type: 'string', minLength: 1 } as const;
const count: JsonSchema = { type: 'integer', minimum: 0 };

const sqlText: JsonSchema = {
  title: 'SQL',
  description: 'The same statement for each dialect; only parameters are bound into it.',
  examples: [{ duckdb: 'SELECT 1', spark: 'SELECT 1' }],
  ...closed({
    duckdb: property('DuckDB', 'The statement for DuckDB.', 'SELECT 1', text),
    spark: property('Spark', 'The statement for Spark.', 'SELECT 1', text),
  }),
};

const parameters: JsonSchema = {
  title: 'Parameters',
  description: 'Values that the engine binds.',
  type: 'array',
  items: { enum: ['run_id', 'ts', 'mask_key'] },
  examples: [['ts']],
};

const named: Readonly<Record<string, JsonSchema>> = {
  name: property('Name', 'Name of the operation in its plan.', 'stage', text),
  doc: property('Purpose', 'One sentence: what it does and why.', 'Keeps every accepted record.', text),
  origin: { $ref: '#/$defs/origin' },
};

function operation(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  return closed({ kind: { type: 'string' }, ...named, ...properties }, optional);
}

const format: JsonSchema = {
  title: 'Format',
  description: 'How bytes become records.',
  examples: [{ delimiter: ',', quote: '"', hasHeader: true }],
  ...closed({
    delimiter: property('Delimiter', 'One character between fields.', ',', text),
    quote: property('Quote', "One character around fields, or ''.", '"', { type: 'string' }),
    hasHeader: property('Header', 'Whether the first record names the columns.', true),
    encoding: property('Encoding', 'Character encoding.', 'utf-8', {
      enum: ['utf-8', 'utf-16', 'iso-8859-1', 'windows-1252'],
    }),
    compression: property('Compression', 'How files are compressed.', 'auto', {
      enum: ['auto', 'none', 'gzip'],
    }),
    maxExpansion: property('Greatest expansion', 'Times its size that a file may expand to.', 200, {
      type: 'number',
      minimum: 1,
    }),
    nullValues: namesProperty('Null texts', 'Texts that mean NULL.'),
  }),
};

/** Schemas of a plan's operations, by their `kind`. */
export const operationSchemas: Readonly<Record<string, JsonSchema>> = {
  read: operation({
    path: property('Folder', 'Folder of the source, ending with `/`.', 'source/claim/', text),
    glob: property('File names', 'Pattern of file names.', '*.csv', text),
    isRecursive: property('Subfolders', 'Whether subfolders are read.', false),
    settleSeconds: property('Settling', 'Seconds that a file must rest.', 0, { type: 'number', minimum: 0 }),
    readyMarker: property('Marker', 'File that must be present; null for none.', '_SUCCESS', {
      type: ['string', 'null'],
    }),
    onRedelivery: property('On redelivery', 'What to do with known content.', 'skip', {
      enum: ['skip', 'ingest', 'fail'],
    }),
    onDrift: property('On drift', 'What to do with unknown columns.', 'warn', {
      enum: ['fail', 'warn', 'ignore'],
    }),
    orderBy: property('Order', 'Order of files.', 'path', { enum: ['path', 'modified'] }),
    format,
    columns: {
      title: 'Columns',
      description: 'Columns to match by header.',
      type: 'array',
      items: { $ref: '#/$defs/column' },
      examples: [[]],
    },
  }),
  stage: operation({
    table: property('Table', 'Staging table.', 'billing.claim_stage', text),
    select: sqlText,
    parameters,
    words: property('Words', 'Number of rule words.', 1, count),
    retentionDays: property('Retention', 'Days that staging is kept.', 30, count),
    shape: property('Shape', 'Changes when older staging no longer fits.', 'a3f1', text),
  }),
  sql: operation(
    {
      phase: property('Phase', 'When it runs.', 'check', { enum: ['check', 'merge', 'verify'] }),
      when: property('When', 'Only on a first or a later load.', 'first', { enum: ['first', 'later'] }),
      text: sqlText,
      parameters,
      produces: {
        title: 'Relation',
        description: 'What its result is called.',
        examples: [{ relation: '_flags', as: 'table' }],
        ...closed({
          relation: property('Name', 'Name of the relation.', '_flags', text),
          as: property('As', 'Kept as a table or a view.', 'table', { enum: ['table', 'view'] }),
        }),
      },
      returns: namesProperty('Numbers', 'Columns of its one row.'),
      rule: property('Rule', 'The table rule that it checks.', 'unique:npi', text),
    },
    ['when', 'produces', 'returns', 'rule'],
  ),
  'spark-check': operation({
    rule: property('Rule', 'The rule that it checks.', 'table-check:no_orphans', text),
    query: property('Query', 'Each row that it yields breaks the rule.', 'SELECT 1 WHERE false', text),
  }),
  swap: operation({
    table: property('Table', 'The target.', 'billing.claim', text),
    load: property('Load', 'How rows become the table.', 'upsert', { enum: ['upsert', 'append', 'replace'] }),
    keys: namesProperty('Keys', 'Columns that identify a row.'),
    partitionBy: namesProperty('Partitions', 'Columns that divide the table.'),
    allowEmpty: property('Allow empty', 'Whether the table may become empty.', false),
  }),
  archive: operation({ path: property('Folder', 'Folder of the archive.', 'archive/', text) }),
};
