import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadProject } from '../../../core/model/load-project.ts';
import { configFile, type Project, schemaFile } from '../../../core/model/project.ts';
import { createProjectCache } from '../../../core/model/project-cache.ts';

const cache = createProjectCache();
const exampleConfig = readFileSync('conf/config.yaml', 'utf8');
const exampleSchema = readFileSync('schema/tables_schema.yaml', 'utf8');
const claim = 'tables:\n  claim:\n    columns:\n      claim_id:\n        type: string\n';

function load(config: string | null, schema: string | null = claim, environment?: string): Project {
  return loadProject({ config, schema }, { cache, ...(environment === undefined ? {} : { environment }) });
}

describe('the example project', () => {
  it('loads without a finding in every environment', () => {
    for (const environment of ['local', 'production']) {
      expect(load(exampleConfig, exampleSchema, environment).findings).toEqual([]);
    }
  });

  it('takes what its environment says over the rest', () => {
    const local = load(exampleConfig, exampleSchema);
    expect(local.environment).toBe('local');
    expect(local.environments).toEqual(['local', 'production']);
    expect(local.settings).toMatchObject({
      targetPath: 'target/',
      archivePath: 'archive/',
      targetSchema: 'billing',
    });
    const production = load(exampleConfig, exampleSchema, 'production');
    const source = production.datasets.find((dataset) => dataset.name === 'claim')?.source;
    expect(source?.path).toBe('s3a://acme-billing-production/source/claim/');
    expect(source?.expect).toEqual({ minRows: 1, maxBadShare: 0.15, hoursLate: null });
  });

  it('tells for each value where it is written', () => {
    const project = load(exampleConfig, exampleSchema);
    const origin = project.originOf(configFile, ['sources', 'claim', 'path']);
    expect(origin.path).toBe('environments.local.sources.claim.path');
    const place = project.placeOf(origin);
    expect(exampleConfig.slice(place?.range.start, place?.range.end)).toBe('source/claim/');
    expect(project.originOf(configFile, ['sources', 'claim', 'merge_key']).path).toBe(
      'sources.claim.merge_key',
    );
    expect(project.originOf(configFile, ['sources', 'claim', 'load']).path).toBe('sources.claim');
    expect(project.originOf(configFile, ['sources', 'claim']).path).toBe('sources.claim');
    const bound = project.originOf(schemaFile, ['tables', 'patients', 'columns', 'date_of_birth', 'min']);
    expect(exampleSchema.slice(project.placeOf(bound, 'key')?.range.start).startsWith('min: 1900')).toBe(
      true,
    );
  });

  it('loads in a few milliseconds once it has been loaded', () => {
    const again = createProjectCache();
    const texts = { config: exampleConfig, schema: exampleSchema };
    const first = loadProject(texts, { cache: again });
    const second = loadProject(texts, { cache: again });
    expect(second.datasets.map((dataset) => dataset.table)).toEqual(
      first.datasets.map((dataset) => dataset.table),
    );
    expect(second.datasets[0]?.table).toBe(first.datasets[0]?.table);
  });
});

describe('a project in the existing format', () => {
  const config = `target_path: s3a://bucket/warehouse/target
target_schema: claims
s3_bucket: bucket
sources:
  patients: {path: "s3a://bucket/in/patients", merge_key: patient_id, cdc_key: ''}
  lines:
    path: file:///data/lines/
    merge_key: [claim_id, line_no]
    cdc_key: changed
`;
  const schema = `tables:
  patients:
    columns:
      patient_id: {type: string, desc: Id}
      zip: {type: string, valid_vals: [02134, 007, true, yes, 1.0]}
      score: {type: int, valid_vals: [100, 50]}
      born: {type: date}
      seen: {type: timestamp}
      amount: {type: "decimal( 10, 2 )"}
      empty:
    mask: [patient_id]
  lines:
    mask:
    columns:
      claim_id: {type: string}
      line_no: {type: int, desc: , valid_vals: }
`;
  const project = load(config, schema);

  it('loads without a finding', () => {
    expect(project.findings).toEqual([]);
    expect(project.environment).toBeNull();
  });

  it('gets the default of every setting', () => {
    expect(project.settings).toMatchObject({
      targetPath: 's3a://bucket/warehouse/target/',
      archivePath: 's3a://bucket/warehouse/archive/',
      artifactsPath: 's3a://bucket/warehouse/artifacts/',
      logsPath: null,
      spark: { version: '3.5', ansi: false },
      retention: { stagingDays: 30, undoCommits: 5, runsDays: 90 },
      lint: { ignore: [] },
    });
    const [patients, lines] = project.datasets;
    expect(patients?.source).toEqual({
      path: 's3a://bucket/in/patients/',
      mergeKey: ['patient_id'],
      cdcKey: null,
      format: {
        delimiter: ',',
        quote: '"',
        hasHeader: true,
        encoding: 'utf-8',
        compression: 'auto',
        nullValues: [],
        glob: '*',
        maxExpansion: 200,
      },
      isRecursive: false,
      settleSeconds: 0,
      readyMarker: null,
      orderBy: 'path',
      timeZone: 'UTC',
      onDrift: 'warn',
      onRedelivery: 'skip',
      load: 'upsert',
      allowEmpty: false,
      expect: { minRows: 0, maxBadShare: 0.1, hoursLate: null },
    });
    expect(lines?.source).toMatchObject({
      mergeKey: ['claim_id', 'line_no'],
      cdcKey: 'changed',
      path: 'file:///data/lines/',
    });
  });

  it('reads columns as they are meant', () => {
    const [id, zip, score, born, seen, amount, empty] = project.datasets[0]?.table?.columns ?? [];
    expect(id).toMatchObject({ description: 'Id', mask: 'null' });
    expect(zip?.validValues).toEqual(['02134', '007', 'true', 'yes', '1.0']);
    expect(score?.validValues).toEqual([100, 50]);
    expect(born?.formats).toEqual(['yyyy-MM-dd', 'M/d/yyyy', 'M-d-yyyy']);
    expect(seen?.formats).toEqual([]);
    expect(amount?.type).toBe('decimal(10,2)');
    expect(empty).toMatchObject({ type: 'string', isRequired: false, onCast: 'quarantine', mask: null });
  });
});

describe('every key of a source and a table', () => {
  const config = `target_path: lake/target/
archive_path: old
logs_path: logs
spark: {version: 4.0, ansi: true}
retention: {staging_days: 1, undo_commits: 2, runs_days: 3}
emr: {release: emr-7.13.0, anything: 1}
storage: {region: x}
lint: {severity: {unknown-key: off}, ignore: [old/]}
sources:
  claim:
    path: in
    format: {delimiter: "\\t", quote: '', header: false, encoding: utf-16, compression: gzip, null_values: [NULL, "-"], glob: "*.csv", max_expansion: 10}
    recursive: true
    settle_seconds: 5
    ready_marker: _SUCCESS
    order_by: modified
    time_zone: Europe/Berlin
    on_drift: fail
    on_redelivery: ingest
    load: replace
    allow_empty: true
    expect: {min_rows: 3, max_bad: 5 %, hours_late: 26}
`;
  const schema = `tables:
  claim:
    description: Claims
    owner: me
    partition_by: state
    delete_when: status = 'deleted'
    mask: [a, b]
    columns:
      a: {mask: hash}
      b:
        mask:
      c: {mask: redact, pii: name, required: true, unique: true, pattern: "[a-z]+", min: a, max: z, default: x, rename_from: old_c}
      d: {type: date, formats: dd.MM.yyyy, on_cast: nullify, references: patients.id, severity: {references: warn}}
      e: {type: int, min: 1, max: 9, references: {to: patients.id, retry_days: 3}, severity: {cast: error}}
      f: {mask: null}
    checks:
      - a = b
      - {name: big, table: count(*) > 1, severity: warn, message: Too few.}
      - {sql: SELECT 1, engine: spark}
      - {expr: a IS NULL, severity: error}
`;
  const project = load(config, schema);
  const table = project.datasets[0]?.table;

  it('is read', () => {
    expect(project.findings).toEqual([]);
    expect(project.settings).toMatchObject({
      targetPath: 'lake/target/',
      archivePath: 'old/',
      artifactsPath: 'lake/artifacts/',
      logsPath: 'logs/',
      spark: { version: '4.0', ansi: true },
      retention: { stagingDays: 1, undoCommits: 2, runsDays: 3 },
      lint: { severity: { 'unknown-key': 'off' }, ignore: ['old/'] },
    });
    expect(project.datasets[0]?.source).toEqual({
      path: 'in/',
      mergeKey: [],
      cdcKey: null,
      format: {
        delimiter: '\t',
        quote: '',
        hasHeader: false,
        encoding: 'utf-16',
        compression: 'gzip',
        nullValues: ['NULL', '-'],
        glob: '*.csv',
        maxExpansion: 10,
      },
      isRecursive: true,
      settleSeconds: 5,
      readyMarker: '_SUCCESS',
      orderBy: 'modified',
      timeZone: 'Europe/Berlin',
      onDrift: 'fail',
      onRedelivery: 'ingest',
      load: 'replace',
      allowEmpty: true,
      expect: { minRows: 3, maxBadShare: 0.05, hoursLate: 26 },
    });
    expect(table).toMatchObject({
      description: 'Claims',
      owner: 'me',
      partitionBy: ['state'],
      deleteWhen: "status = 'deleted'",
    });
    const [, , c, d, e] = table?.columns ?? [];
    expect(c).toMatchObject({
      mask: 'redact',
      pii: 'name',
      isRequired: true,
      isUnique: true,
      pattern: '[a-z]+',
      min: 'a',
      max: 'z',
      default: 'x',
      renameFrom: ['old_c'],
    });
    expect(d).toMatchObject({
      formats: ['dd.MM.yyyy'],
      onCast: 'nullify',
      references: { dataset: 'patients', column: 'id', retryDays: 30 },
    });
    expect(d?.severity).toEqual({ references: 'warn' });
    expect(e).toMatchObject({ min: 1, max: 9, onCast: 'error', references: { retryDays: 3 } });
  });

  it('masks by the list, by a strategy of the column, and where the strategy is left empty', () => {
    expect(table?.columns.map((column) => column.mask)).toEqual([
      'hash',
      'null',
      'redact',
      null,
      null,
      'null',
    ]);
  });

  it('gives checks a name and a severity', () => {
    expect(table?.checks).toEqual([
      { name: 'check_1', kind: 'expr', text: 'a = b', severity: 'quarantine', message: null, index: 0 },
      { name: 'big', kind: 'table', text: 'count(*) > 1', severity: 'warn', message: 'Too few.', index: 1 },
      { name: 'check_3', kind: 'sql', text: 'SELECT 1', severity: 'error', message: null, index: 2 },
      { name: 'check_4', kind: 'expr', text: 'a IS NULL', severity: 'error', message: null, index: 3 },
    ]);
  });
});

describe('a damaged entry', () => {
  it('is one finding, and leaves the other datasets usable', () => {
    const schema = 'tables:\n  a:\n    columns: {x: "open}\n  b:\n    columns: {y: }\n';
    const config = 'sources:\n  a: {path: [}\n  b: {path: in/b}\n';
    const project = load(config, schema);
    expect(project.findings.map(({ code, file }) => `${code} ${file}`)).toEqual([
      `yaml-syntax ${configFile}`,
      `yaml-syntax ${schemaFile}`,
    ]);
    const [a, b] = project.datasets;
    expect(a).toMatchObject({ name: 'a', source: null, table: null });
    expect(b?.source?.path).toBe('in/b/');
    expect(b?.table?.columns).toHaveLength(1);
  });

  it('of an unreadable file leaves the other file usable', () => {
    const project = load('a: 1\0', claim);
    expect(project.findings).toHaveLength(1);
    expect(project.datasets.map((dataset) => dataset.name)).toEqual(['claim']);
    expect(load(exampleConfig, '{'.repeat(200)).datasets).toHaveLength(3);
  });
});
