import { closed, property } from './describe.ts';
import { dialect, type JsonSchema } from './json-schema.ts';
import {
  countsSchema,
  fileStates,
  namesProperty,
  samplesSchema,
  severities,
  stages,
  statuses,
} from './run-parts.ts';

const base: Readonly<Record<string, JsonSchema>> = {
  v: property('Version', 'Version of the form of events.', 1, { const: 1 }),
  runId: property('Run', 'Identifier of the run.', '20260102T030405Z-1a2b'),
  seq: property('Number', 'Number of the event in its run, from 1, without gaps.', 1, {
    type: 'integer',
    minimum: 1,
  }),
  at: property('Time', 'ISO 8601, UTC.', '2026-01-02T03:04:05.678Z'),
};

const count: JsonSchema = { type: 'integer', minimum: 0 };
const elapsed: JsonSchema = { type: 'number', minimum: 0 };
const file = property('File', 'Path relative to the source.', 'claims.csv');
const stage = property('Stage', 'What the run is doing.', 'read', { enum: stages });
const bytes = property('Bytes', 'Bytes so far.', 1024, count);
const rows = property('Rows', 'Rows so far.', 100, count);
const reason = property('Reason', 'One sentence why, and what to do.', 'No file waits in the source.');
const code = property('Code', 'Stable name of the reason.', 'no-input');
const counts: JsonSchema = { $ref: '#/$defs/counts' };

function event(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  return closed({ ...base, kind: { type: 'string' }, ...properties }, optional);
}

/** Each kind of event, by its `kind`. */
const events: Readonly<Record<string, JsonSchema>> = {
  'run-started': event({
    dataset: property('Dataset', 'What is ingested.', 'claim'),
    engine: property('Engine', 'Where it runs.', 'local'),
    environment: property('Environment', 'The chosen one; null for none.', 'local', {
      type: ['string', 'null'],
    }),
    planFingerprint: property('Plan', 'Fingerprint of the plan.', 'a3f1'),
    isDryRun: property('Dry run', 'Whether nothing is committed.', false),
  }),
  'stage-started': event({ stage }),
  'stage-progress': event(
    { stage, rows, bytes, totalBytes: property('All bytes', 'Bytes in all, when known.', 4096, count) },
    ['totalBytes'],
  ),
  'stage-ended': event({
    stage,
    rows,
    elapsedMs: property('Time', 'Milliseconds of the stage.', 12.5, elapsed),
  }),
  'file-seen': event(
    {
      file,
      sizeBytes: property('Size', 'Bytes of the file.', 2048, count),
      state: property('State', 'What becomes of the file.', 'new', { enum: fileStates }),
      reason,
    },
    ['reason'],
  ),
  'file-read': event({
    file,
    records: property('Records', 'Records of the file.', 100, count),
    malformed: property('Malformed', 'Records that could not be read.', 0, count),
    blankLines: property('Blank lines', 'Empty lines outside of records.', 0, count),
  }),
  'drift-seen': event({
    file,
    missing: namesProperty('Missing', 'Columns of the schema that the file lacks.'),
    unknown: namesProperty('Unknown', 'Columns of the file that the schema lacks.'),
    isReordered: property('Reordered', 'Whether columns stand in another order.', false),
  }),
  'rule-result': event({
    rule: property('Rule', 'Its identifier in the plan.', 'valid_vals:billed'),
    severity: property('Severity', 'What happens to a record that breaks it.', 'nullify', {
      enum: severities,
    }),
    failing: property('Failing', 'Records or rows that break it.', 3, count),
    samples: samplesSchema,
  }),
  warning: event({
    code,
    message: property('Message', 'One sentence.', 'The archive could not be written.'),
  }),
  'log-advanced': event({
    stream: property('Log', 'Name of the log.', 'main'),
    bytes,
    lines: property('Lines', 'Lines so far.', 10, count),
  }),
  committed: event({ counts }),
  'run-ended': event(
    {
      status: property('Status', 'How the run ended.', 'succeeded', { enum: statuses }),
      exitCode: property('Exit code', 'What the command returns.', 0, { type: 'integer' }),
      counts,
      reason,
      code,
    },
    ['reason', 'code'],
  ),
};

/** JSON Schema of a `RunEvent`: one line of `events.ndjson`. */
export const eventSchema: JsonSchema = {
  $schema: dialect,
  $id: 'urn:pistevo:schema:event',
  title: 'Event',
  description: 'Something that happened in a run; one line of its event stream.',
  type: 'object',
  required: ['v', 'runId', 'seq', 'at', 'kind'],
  properties: {
    ...base,
    kind: property('Kind', 'What happened.', 'run-started', { enum: Object.keys(events) }),
  },
  allOf: Object.entries(events).map(([kind, schema]) => ({
    if: { type: 'object', properties: { kind: { const: kind } } },
    // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
    then: schema,
  })),
  $defs: { counts: countsSchema },
};
