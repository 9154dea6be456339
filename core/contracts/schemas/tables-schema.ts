import { columnSchema } from './column.ts';
import { dialect, type JsonSchema, nameSchema, namesSchema, projectLimits } from './json-schema.ts';

const check: JsonSchema = {
  title: 'Check',
  description:
    'A condition that must hold: for each record (a text, or `expr`) or for the table (`table`, `sql`).',
  type: ['string', 'object'],
  minLength: 1,
  additionalProperties: false,
  if: { type: 'object' },
  // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
  then: {
    if: { type: 'object', required: ['expr'], properties: { expr: true } },
    // biome-ignore lint/suspicious/noThenProperty: see above.
    then: { type: 'object', properties: { severity: { enum: ['error', 'quarantine', 'warn'] } } },
    else: { type: 'object', properties: { severity: { enum: ['error', 'warn'] } } },
  },
  properties: {
    name: {
      title: 'Name',
      description: 'Name of the check in reports. By default `check_` and its number.',
      ...nameSchema,
      default: null,
      examples: ['claimed_after_service'],
    },
    expr: {
      title: 'Record condition',
      description:
        'A condition over the columns of one record. A record for which it is unknown (NULL) passes.',
      type: 'string',
      minLength: 1,
      default: null,
      examples: ['claim_date >= date_of_service'],
    },
    table: {
      title: 'Table condition',
      description: 'A condition with aggregates over the table as it would be after the run.',
      type: 'string',
      minLength: 1,
      default: null,
      examples: ['count(*) > 0'],
    },
    sql: {
      title: 'Query',
      description:
        'A Spark SQL query that yields the rows that break the check. Only the Spark engines run it.',
      type: 'string',
      minLength: 1,
      default: null,
      examples: ['SELECT * FROM claim WHERE total_cost < 0'],
    },
    severity: {
      title: 'Severity',
      description:
        'What happens when the check fails; record conditions quarantine by default, others are errors.',
      type: 'string',
      default: null,
      examples: ['warn'],
    },
    message: {
      title: 'Message',
      description: 'What to tell people when the check fails.',
      type: 'string',
      minLength: 1,
      default: null,
      examples: ['A claim is made on the day of service or later.'],
    },
    engine: {
      title: 'Engine',
      description: 'Where a `sql` check runs.',
      enum: ['spark'],
      default: null,
      examples: ['spark'],
    },
  },
};

/** JSON Schema of one entry of `tables:`. */
export const tableSchema: JsonSchema = {
  title: 'Table',
  description: 'Columns, masks and checks of one dataset.',
  type: 'object',
  required: ['columns'],
  additionalProperties: false,
  properties: {
    description: {
      title: 'Description',
      description: 'What one row of the table stands for.',
      type: 'string',
      default: null,
      examples: ['One row per claim.'],
    },
    owner: {
      title: 'Owner',
      description: 'Who answers for the data.',
      type: 'string',
      default: null,
      examples: ['billing@example.com'],
    },
    columns: {
      title: 'Columns',
      description: 'The columns of the table, in its order.',
      type: 'object',
      minProperties: 1,
      maxProperties: projectLimits.columns,
      propertyNames: nameSchema,
      additionalProperties: { $ref: '#/$defs/column' },
      examples: [{ claim_id: { type: 'string', required: true } }],
    },
    mask: {
      title: 'Masked columns',
      description: 'Columns whose values never leave the source file: they are NULL in the tables.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
      uniqueItems: true,
      default: [],
      examples: [['fname', 'lname', 'address']],
    },
    checks: {
      title: 'Checks',
      description: 'Conditions on records or on the table.',
      type: 'array',
      items: { $ref: '#/$defs/check' },
      default: [],
      examples: [['claim_date >= date_of_service']],
    },
    partition_by: {
      title: 'Partition columns',
      description: 'Columns by which the table is divided into folders.',
      ...namesSchema,
      default: [],
      examples: ['state', ['state', 'city']],
    },
    delete_when: {
      title: 'Deletion condition',
      description: 'A record for which this condition is true removes the row with its key.',
      type: 'string',
      minLength: 1,
      default: null,
      examples: ["status = 'deleted'"],
    },
  },
};

/** JSON Schema of `schema/tables_schema.yaml`. */
export const tablesSchema: JsonSchema = {
  $schema: dialect,
  $id: 'urn:pistevo:schema:tables_schema',
  title: 'Table schema',
  description: 'schema/tables_schema.yaml: what each dataset looks like, what is masked and what must hold.',
  type: 'object',
  required: ['tables'],
  additionalProperties: false,
  properties: {
    tables: {
      title: 'Tables',
      description: 'One entry for each dataset, under the name of its source.',
      type: 'object',
      maxProperties: projectLimits.datasets,
      propertyNames: nameSchema,
      additionalProperties: { $ref: '#/$defs/table' },
      examples: [{ claim: { columns: { claim_id: { type: 'string' } } } }],
    },
  },
  $defs: { table: tableSchema, column: columnSchema, check },
};
