import { closed, property } from './describe.ts';
import { dialect, type JsonSchema, patterns } from './json-schema.ts';
import { originDefinition } from './origin.ts';
import { operationSchemas } from './plan-operations.ts';
import { namesProperty, ruleKinds, severities } from './run-parts.ts';

const text = { type: 'string', minLength: 1 } as const;
const count: JsonSchema = { type: 'integer', minimum: 0 };

function list(title: string, description: string, items: JsonSchema): JsonSchema {
  return { title, description, type: 'array', items, examples: [[]] };
}

const column = closed(
  {
    name: property('Name', 'Name of the column.', 'claim_id', text),
    type: property('Type', 'Type in the target.', 'string', { type: 'string', pattern: patterns.columnType }),
    headers: namesProperty('Headers', 'Header texts that mean the column.'),
    isNeeded: property('Needed', 'Whether a file without it stops the run.', true),
    mask: property('Mask', 'What stands in place of its values.', 'null', {
      enum: ['null', 'hash', 'redact'],
    }),
    origin: { $ref: '#/$defs/origin' },
  },
  ['mask'],
);

const rule = closed(
  {
    id: property('Identifier', 'Also the reason in quarantine.', 'cast:total_cost', text),
    kind: property('Kind', 'Kind of rule.', 'cast', { enum: ruleKinds }),
    scope: property('Scope', 'What it is evaluated over.', 'record', {
      enum: ['record', 'reference', 'table'],
    }),
    bit: property('Bit', 'Position of its bit, from 0.', 0, count),
    severity: property('Severity', 'What happens when it is broken.', 'quarantine', { enum: severities }),
    onlyOn: property('Only on', 'The one engine that checks it.', 'spark', { enum: ['spark'] }),
    columns: namesProperty('Columns', 'Columns that it is about.'),
    message: property('Message', 'One sentence, without any value.', '`total_cost` is not a double.', text),
    origin: { $ref: '#/$defs/origin' },
  },
  ['bit', 'onlyOn'],
);

const reference = closed({
  relation: property('Relation', 'Name of the parent keys.', '_parent_0', text),
  rule: property('Rule', 'The rule that needs them.', 'references:patient_id', text),
  parent: property('Parent', 'The other dataset.', 'patients', text),
  column: property('Column', 'Its column.', 'patient_id', text),
  retryDays: property('Retry', 'Days that an orphan is tried again.', 30, count),
});

/** JSON Schema of a `Plan`. */
export const planSchema: JsonSchema = {
  $schema: dialect,
  $id: 'urn:pistevo:schema:plan',
  title: 'Plan',
  description: 'Everything one run of one dataset does, for any engine.',
  ...closed({
    v: property('Version', 'Version of the form of plans.', 1, { const: 1 }),
    dataset: property('Dataset', 'What is ingested.', 'claim', text),
    fingerprint: property('Fingerprint', 'SHA-256 of the plan without this field.', 'a3f1', text),
    compiledFrom: property(
      'Sources',
      'SHA-256 of each file that it was compiled from.',
      { 'conf/config.yaml': 'a3f1' },
      {
        type: 'object',
        additionalProperties: { type: 'string' },
      },
    ),
    environment: property('Environment', 'The chosen one; null for none.', 'local', {
      type: ['string', 'null'],
    }),
    spark: {
      title: 'Spark',
      description: 'The Spark that SQL is written for.',
      examples: [{ version: '3.5', ansi: false }],
      ...closed({
        version: property('Version', 'Its version.', '3.5', { enum: ['3.5', '4.0'] }),
        ansi: property('ANSI', 'Whether ANSI mode is on.', false),
      }),
    },
    schema: property('Schema', 'Database of the tables.', 'billing', text),
    targetPath: property('Target folder', 'Where tables are kept.', 'target/', text),
    columns: list('Columns', 'Columns of the target, in order.', { $ref: '#/$defs/column' }),
    rules: list('Rules', 'In the order in which reasons are listed.', rule),
    references: list('References', 'Parent keys that rules need.', reference),
    gate: {
      title: 'Gate',
      description: 'When a delivery is refused as a whole.',
      examples: [{ maxBadShare: 0.1, minRows: 0, hoursLate: null }],
      ...closed({
        maxBadShare: property('Bad share', 'Greatest share of bad records, 0 to 1.', 0.1, {
          type: 'number',
          minimum: 0,
          maximum: 1,
        }),
        minRows: property('Fewest rows', 'Fewest accepted records.', 0, count),
        hoursLate: property('Late', 'Hours without a delivery; null for never.', 26, {
          type: ['number', 'null'],
        }),
        origin: { $ref: '#/$defs/origin' },
      }),
    },
    operations: list('Operations', 'What is done, in order.', { $ref: '#/$defs/operation' }),
  }),
  $defs: {
    origin: originDefinition,
    column,
    operation: {
      type: 'object',
      required: ['kind'],
      properties: {
        kind: property('Kind', 'What is done.', 'read', { enum: Object.keys(operationSchemas) }),
      },
      allOf: Object.entries(operationSchemas).map(([kind, schema]) => ({
        if: { type: 'object', properties: { kind: { const: kind } } },
        // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
        then: schema,
      })),
    },
  },
};
