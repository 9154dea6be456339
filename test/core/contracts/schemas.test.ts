import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { RunEvent } from '../../../core/contracts/event.ts';
import type { Finding } from '../../../core/contracts/finding.ts';
import type { Origin } from '../../../core/contracts/origin.ts';
import type { Report } from '../../../core/contracts/report.ts';
import { allSchemas } from '../../../core/contracts/schemas/all.ts';
import type { JsonSchema } from '../../../core/contracts/schemas/json-schema.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { buildPlan } from '../../../core/plan/build-plan.ts';

const names = Object.keys(allSchemas);

function compile(name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateSchema: true, allErrors: true });
  return ajv.compile(allSchemas[name] as JsonSchema);
}

function expectValid(name: string, value: unknown): void {
  const validate = compile(name);
  validate(JSON.parse(JSON.stringify(value)));
  expect(validate.errors, name).toBeNull();
}

/** Every schema of a property, with its place. */
function propertiesOf(
  schema: unknown,
  path: string,
): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
  if (schema === null || typeof schema !== 'object') return [];
  const found: (readonly [string, Readonly<Record<string, unknown>>])[] = [];
  for (const [key, member] of Object.entries(schema)) {
    if (key === 'properties') {
      for (const [name, property] of Object.entries(member as object))
        found.push([`${path}.${name}`, property]);
    }
    if (key !== 'examples' && key !== 'default') found.push(...propertiesOf(member, `${path}/${key}`));
  }
  return found;
}

const config = readFileSync('conf/config.yaml', 'utf8');
const schema = readFileSync('schema/tables_schema.yaml', 'utf8');

const counts = {
  files: 1,
  bytes: 10,
  records: 3,
  malformed: 0,
  accepted: 3,
  quarantined: 0,
  inserted: 3,
  updated: 0,
  unchanged: 0,
  superseded: 0,
  stale: 0,
  deleted: 0,
  retried: 0,
  targetRows: 3,
};
const origin: Origin = { file: 'schema/tables_schema.yaml', path: 'tables.claim', hash: '0123456789ab' };

describe('the published schemas', () => {
  it.each(names)('%s compiles in strict mode', (name) => {
    expect(compile(name)).toBeTypeOf('function');
  });

  it.each(names)('%s uses neither oneOf nor anyOf, whose messages no person understands', (name) => {
    expect(JSON.stringify(allSchemas[name])).not.toMatch(/"(?:oneOf|anyOf)":/);
  });

  it.each(['config', 'tables_schema'])(
    '%s explains every property with a title, a description and examples',
    (name) => {
      const properties = propertiesOf(allSchemas[name], name).filter(
        ([, property]) => property['$ref'] === undefined,
      );
      const told = properties.filter(([path]) => !/\/(?:then|else|if|completeSource)\b/.test(path));
      expect(told.length).toBeGreaterThan(40);
      for (const [path, property] of told) {
        expect(property['title'], path).toBeTypeOf('string');
        expect(property['description'], path).toMatch(/\.$/);
        expect(property['examples'], path).toBeInstanceOf(Array);
      }
    },
  );

  it('name a default for every setting that may be left out', () => {
    const needed = /\.(?:path|sources|tables|columns|to)$/;
    for (const name of ['config', 'tables_schema']) {
      for (const [path, property] of propertiesOf(allSchemas[name], name)) {
        if (/\/(?:then|else|if|completeSource)\b/.test(path) || needed.test(path)) continue;
        expect(Object.keys(property), path).toContain('default');
      }
    }
  });

  it('have examples that they accept', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const [path, property] of names.flatMap((name) => [...propertiesOf(allSchemas[name], name)])) {
      if (JSON.stringify(property).includes('$ref') || /\/(?:then|else|if)\//.test(path)) continue;
      const { examples, ...rest } = property;
      for (const example of (examples ?? []) as unknown[]) {
        const isPartial = 'required' in rest && typeof example === 'object';
        if (!isPartial) expect(ajv.validate(rest, example), `${path}: ${JSON.stringify(example)}`).toBe(true);
      }
    }
  });

  it('are the files in docs/schemas', () => {
    expect(() =>
      execFileSync(process.execPath, ['tools/schemas.mjs', '--check'], { stdio: 'pipe' }),
    ).not.toThrow();
  });

  it('accept the example project', () => {
    expectValid('config', parse(config));
    expectValid('tables_schema', parse(schema));
  });

  it('accept the plans of the example project', () => {
    const project = loadProject({ config, schema });
    for (const { name } of project.datasets) expectValid('plan', buildPlan(project, name));
  });

  it('refuse a plan with an unknown operation', () => {
    const plan = buildPlan(loadProject({ config, schema }), 'claim');
    const validate = compile('plan');
    expect(validate({ ...plan, operations: [{ kind: 'format-disk' }] })).toBe(false);
  });

  it('accept a finding with everything in it, and an origin', () => {
    const range = { start: 1, end: 4 };
    const finding: Finding = {
      code: 'unknown-key',
      severity: 'error',
      message: 'Key.',
      file: 'conf/config.yaml',
      range,
      related: [{ file: 'conf/config.yaml', range, message: 'Here.' }],
      fixes: [{ title: 'Replace', edits: [{ file: 'conf/config.yaml', range, newText: 'path' }] }],
    };
    expectValid('finding', finding);
    expectValid('origin', origin);
  });

  it('accept every kind of event, and refuse one that lacks what its kind has', () => {
    const base = { v: 1, runId: 'r', at: '2026-01-01T00:00:00.000Z' } as const;
    const file = 'a.csv';
    const events: readonly RunEvent[] = [
      {
        ...base,
        seq: 1,
        kind: 'run-started',
        dataset: 'claim',
        engine: 'local',
        environment: null,
        planFingerprint: 'x',
        isDryRun: false,
      },
      { ...base, seq: 2, kind: 'stage-started', stage: 'read' },
      { ...base, seq: 3, kind: 'stage-progress', stage: 'read', rows: 1, bytes: 2, totalBytes: 3 },
      { ...base, seq: 4, kind: 'stage-ended', stage: 'read', rows: 1, elapsedMs: 0.5 },
      { ...base, seq: 5, kind: 'file-seen', file, sizeBytes: 1, state: 'leftover', reason: 'known' },
      { ...base, seq: 6, kind: 'file-read', file, records: 1, malformed: 0, blankLines: 0 },
      { ...base, seq: 7, kind: 'drift-seen', file, missing: ['a'], unknown: [], isReordered: true },
      {
        ...base,
        seq: 8,
        kind: 'rule-result',
        rule: 'cast:a',
        severity: 'warn',
        failing: 1,
        samples: [{ file, line: 2 }],
      },
      { ...base, seq: 9, kind: 'warning', code: 'late', message: 'Late.' },
      { ...base, seq: 10, kind: 'log-advanced', stream: 'main', bytes: 1, lines: 1 },
      { ...base, seq: 11, kind: 'committed', counts },
      { ...base, seq: 12, kind: 'run-ended', status: 'succeeded', exitCode: 0, counts },
    ];
    for (const event of events) expectValid('event', event);
    const validate = compile('event');
    expect(validate({ ...base, seq: 1, kind: 'stage-started' })).toBe(false);
    expect(validate({ ...base, seq: 1, kind: 'stage-started', stage: 'read', secret: 1 })).toBe(false);
  });

  it('accept a report', () => {
    const report: Report = {
      v: 1,
      runId: 'r',
      dataset: 'claim',
      target: 'billing.claim',
      engine: 'local',
      environment: 'local',
      planFingerprint: 'x',
      isDryRun: false,
      status: 'succeeded',
      exitCode: 0,
      startedAt: '2026-01-01',
      endedAt: '2026-01-01',
      counts,
      files: [{ file: 'a.csv', sizeBytes: 1, state: 'new', records: 3, malformed: 0, blankLines: 0 }],
      stages: [{ stage: 'read', rows: 3, elapsedMs: 1.5 }],
      rules: [
        {
          id: 'cast:a',
          kind: 'cast',
          severity: 'quarantine',
          columns: ['a'],
          message: 'Not.',
          failing: 0,
          samples: [],
          origin,
          originLine: null,
        },
      ],
      malformed: [{ reason: 'malformed:quote', count: 1, samples: [{ file: 'a.csv', line: 2 }] }],
      drift: [],
      warnings: [],
      places: { target: 'target/' },
    };
    expectValid('report', report);
  });
});
