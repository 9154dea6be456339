import { closed, property } from './describe.ts';
import { dialect, type JsonSchema } from './json-schema.ts';
import { originDefinition } from './origin.ts';
import {
  countsSchema,
  fileStates,
  namesProperty,
  ruleKinds,
  samplesSchema,
  severities,
  stages,
  statuses,
} from './run-parts.ts';

const count: JsonSchema = { type: 'integer', minimum: 0 };
const text = { type: 'string', minLength: 1 } as const;
const file = property('File', 'Path relative to the source.', 'claims.csv');
const code = property('Code', 'Stable name of the reason.', 'too-many-bad');

function list(title: string, description: string, items: JsonSchema): JsonSchema {
  return { title, description, type: 'array', items, examples: [[]] };
}

const reportFile = closed(
  {
    file,
    sizeBytes: property('Size', 'Bytes of the file.', 2048, count),
    state: property('State', 'What became of the file.', 'new', { enum: fileStates }),
    reason: property('Reason', 'Why, for every state but `new`.', 'It was ingested before.'),
    records: property('Records', 'Records of the file.', 100, count),
    malformed: property('Malformed', 'Records that could not be read.', 0, count),
    blankLines: property('Blank lines', 'Empty lines outside of records.', 0, count),
    archivedTo: property('Archived to', 'Where the original is now.', 'archive/claim/run/claims.csv', text),
  },
  ['reason', 'archivedTo'],
);

const reportRule = closed({
  id: property('Rule', 'Its identifier in the plan.', 'valid_vals:billed', text),
  kind: property('Kind', 'Kind of rule.', 'valid_vals', { enum: ruleKinds }),
  severity: property('Severity', 'What happens to a record that breaks it.', 'nullify', { enum: severities }),
  columns: namesProperty('Columns', 'Columns that the rule is about.'),
  message: property(
    'Message',
    'One sentence, without any value.',
    '`billed` is not one of the valid values.',
  ),
  failing: property('Failing', 'Records or rows that break it.', 3, count),
  samples: samplesSchema,
  origin: { $ref: '#/$defs/origin' },
  originLine: property('Line', 'Line of the origin at the time of the run.', 12, {
    type: ['integer', 'null'],
    minimum: 1,
  }),
});

/** JSON Schema of a `Report`. */
export const reportSchema: JsonSchema = {
  $schema: dialect,
  $id: 'urn:pistevo:schema:report',
  title: 'Report',
  description: 'What a run did. Holds no value from the data.',
  ...closed(
    {
      v: property('Version', 'Version of the form of reports.', 1, { const: 1 }),
      runId: property('Run', 'Identifier of the run.', '20260102T030405Z-1a2b', text),
      dataset: property('Dataset', 'What was ingested.', 'claim', text),
      target: property('Target', 'The table.', 'billing.claim', text),
      engine: property('Engine', 'Where it ran.', 'local', text),
      environment: property('Environment', 'The chosen one; null for none.', 'local', {
        type: ['string', 'null'],
      }),
      planFingerprint: property('Plan', 'Fingerprint of the plan.', 'a3f1', { type: 'string' }),
      isDryRun: property('Dry run', 'Whether nothing was committed.', false),
      status: property('Status', 'How the run ended.', 'succeeded', { enum: statuses }),
      exitCode: property('Exit code', 'What the command returned.', 0, { type: 'integer' }),
      reason: property(
        'Reason',
        'One sentence why, and what to do.',
        'A tenth of the records are bad.',
        text,
      ),
      code,
      startedAt: property('Start', 'ISO 8601, UTC.', '2026-01-02T03:04:05.678Z', text),
      endedAt: property('End', 'ISO 8601, UTC.', '2026-01-02T03:04:06.789Z', text),
      counts: { $ref: '#/$defs/counts' },
      files: list('Files', 'Each file of the source that was looked at.', reportFile),
      stages: list(
        'Stages',
        'Each stage in order.',
        closed({
          stage: property('Stage', 'What the run did.', 'read', { enum: stages }),
          rows: property('Rows', 'Rows that passed it.', 100, count),
          elapsedMs: property('Time', 'Milliseconds.', 12.5, { type: 'number', minimum: 0 }),
        }),
      ),
      rules: list('Rules', 'Each rule of the plan, those that hold too.', reportRule),
      malformed: list(
        'Malformed records',
        'Records that could not be read, by reason.',
        closed({
          reason: property('Reason', 'What is wrong with them.', 'malformed:quote', text),
          count: property('Count', 'How many there are.', 2, count),
          samples: samplesSchema,
        }),
      ),
      drift: list(
        'Drift',
        'Files whose columns are not those of the schema.',
        closed({
          file,
          missing: namesProperty('Missing', 'Columns of the schema that the file lacks.'),
          unknown: namesProperty('Unknown', 'Columns of the file that the schema lacks.'),
          isReordered: property('Reordered', 'Whether columns stand in another order.', false),
        }),
      ),
      warnings: list(
        'Warnings',
        'What did not stop the run.',
        closed({ code, message: property('Message', 'One sentence.', 'The archive could not be written.') }),
      ),
      places: property(
        'Places',
        'Where everything is.',
        { target: 'target/pistevo.duckdb' },
        {
          type: 'object',
          additionalProperties: { type: 'string' },
        },
      ),
    },
    ['reason', 'code'],
  ),
  $defs: { counts: countsSchema, origin: originDefinition },
};
