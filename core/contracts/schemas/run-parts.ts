import { closed, property } from './describe.ts';
import type { JsonSchema } from './json-schema.ts';

/** Parts that events and reports share. */
const count: JsonSchema = { type: 'integer', minimum: 0 };

export const stages = ['discover', 'read', 'stage', 'check', 'gate', 'merge', 'commit', 'archive', 'report'];
export const statuses = ['succeeded', 'no_input', 'rejected', 'failed', 'cancelled'];
export const fileStates = ['new', 'leftover', 'redelivered', 'empty_file', 'settling', 'rejected', 'ignored'];
export const severities = ['error', 'quarantine', 'nullify', 'warn'];
export const ruleKinds = [
  'cast',
  'key',
  'required',
  'pattern',
  'min',
  'max',
  'valid_vals',
  'check',
  'references',
  'unique',
  'table-check',
];

export const countsSchema: JsonSchema = {
  title: 'Counts',
  description:
    'Numbers of a run: records = malformed + accepted; accepted = quarantined + inserted + updated + unchanged + superseded + stale + deleted.',
  ...closed({
    files: property('Files', 'Files of the delivery.', 1, count),
    bytes: property('Bytes', 'Size of these files.', 2048, count),
    records: property('Records', 'Records, counted independently of the reader.', 100, count),
    malformed: property('Malformed', 'Records that could not be read.', 0, count),
    accepted: property('Accepted', 'Records that could be read.', 100, count),
    quarantined: property('Quarantined', 'Records set aside by a rule.', 2, count),
    inserted: property('Inserted', 'New rows.', 90, count),
    updated: property('Updated', 'Rows that changed.', 5, count),
    unchanged: property('Unchanged', 'Records equal to their row.', 1, count),
    superseded: property('Superseded', 'Records beaten by a later one of the same delivery.', 1, count),
    stale: property('Stale', 'Records older than their row.', 1, count),
    deleted: property('Deleted', 'Rows removed by a tombstone.', 0, count),
    retried: property('Retried', 'Orphans of earlier runs that found their parent now.', 0, count),
    targetRows: property('Rows of the target', 'Rows in the target after the run.', 95, count),
  }),
};

export const samplesSchema: JsonSchema = {
  title: 'Samples',
  description: 'Up to five places, never values.',
  type: 'array',
  maxItems: 5,
  examples: [[{ file: 'claims.csv', line: 7 }]],
  items: closed({
    file: property('File', 'Path relative to the source.', 'claims.csv'),
    line: property('Line', 'First line of the record, from 1.', 7, { type: 'integer', minimum: 1 }),
  }),
};

export const namesProperty = (title: string, description: string): JsonSchema =>
  property(title, description, ['claim_id'], { type: 'array', items: { type: 'string' } });
