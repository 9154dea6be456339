import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entriesOfTable } from '../../cli/infer/entries-of-table.ts';
import { insertEntry } from '../../cli/infer/insert-entry.ts';
import type { InferredColumn, InferredTable } from '../../engine/probe/inferred-table.ts';
import { call, emptyFolder, lay } from './command-line.ts';

const column: InferredColumn = {
  name: 'id',
  header: 'id',
  type: 'string',
  formats: [],
  isRequired: false,
  validValues: null,
  pii: null,
  isMasked: false,
  references: null,
  values: 10,
  blank: 0,
  distinct: 10,
  notes: [],
};
const table: InferredTable = {
  kind: 'table',
  name: 'visits',
  files: ['visits.csv'],
  format: {
    delimiter: ',',
    quote: '"',
    hasHeader: true,
    encoding: 'utf-8',
    compression: 'auto',
    nullValues: [],
  },
  columns: [column],
  key: ['id'],
  cdc: null,
  records: 10,
  malformed: 0,
  isSample: false,
  notes: [],
};

describe('entriesOfTable', () => {
  it('writes what was inferred so that it reads back the same, in YAML 1.1 and 1.2', () => {
    const values = [
      'yes',
      'No',
      '01',
      '1e3',
      '2026-01-01',
      'a, b',
      "it's",
      '#x',
      '- y',
      'null',
      'T',
      '12:30:45',
      '',
    ];
    const columns: InferredColumn[] = [
      { ...column, isRequired: true, notes: ['A note\nwith a line end.'] },
      { ...column, name: 'answer', header: 'answer', validValues: values, pii: 'name', isMasked: true },
      { ...column, name: 'share', type: 'int', validValues: ['100', '50', '0', '007'], header: 'Share: %' },
      {
        ...column,
        name: 'on',
        header: 'on',
        type: 'date',
        formats: ['d/M/yyyy'],
        references: { table: 'days', column: 'day' },
      },
    ];
    const format = {
      ...table.format,
      delimiter: '\t',
      quote: '',
      hasHeader: false,
      nullValues: ['NULL', '~'],
    };
    const { source, table: entry } = entriesOfTable(
      { ...table, columns, format, key: ['id', 'on'] },
      'source/visits/',
    );
    for (const version of ['1.1', '1.2'] as const) {
      expect(parse(source.join('\n'), { version })).toEqual({
        visits: {
          path: 'source/visits/',
          merge_key: ['id', 'on'],
          cdc_key: '',
          format: { delimiter: '\t', quote: '', header: false, null_values: ['NULL', '~'] },
        },
      });
      expect(parse(entry.join('\n'), { version })).toEqual({
        visits: {
          columns: {
            id: { type: 'string', required: true },
            answer: { type: 'string', pii: 'name', valid_vals: values },
            share: { type: 'int', rename_from: 'Share: %', valid_vals: [100, 50, 0, '007'] },
            on: { type: 'date', references: 'days.day', formats: ['d/M/yyyy'] },
          },
          mask: ['answer'],
        },
      });
    }
  });

  it('appends where no key was found', () => {
    expect(parse(entriesOfTable({ ...table, key: [] }, 'x/').source.join('\n'))).toEqual({
      visits: { path: 'x/', load: 'append', cdc_key: '' },
    });
  });
});

describe('insertEntry', () => {
  const entry = ['b:', '  path: y/'];
  it.each([
    [
      'an empty mapping',
      '# c\nsources: {}  # none\nz: 1\n',
      '# c\nsources:  # none\n  b:\n    path: y/\nz: 1\n',
    ],
    ['nothing', 'sources:   # none\nz: 1\n', 'sources:   # none\n  b:\n    path: y/\nz: 1\n'],
    ['no key at all', 'z: 1\n', 'z: 1\n\nsources:\n  b:\n    path: y/\n'],
    ['an empty file', '', '\nsources:\n  b:\n    path: y/\n'],
    [
      'entries, in their own indentation',
      'sources:\n    a:\n        path: x/ # where\n# end\nz: 1\n',
      'sources:\n    a:\n        path: x/ # where\n    b:\n      path: y/\n# end\nz: 1\n',
    ],
    [
      'entries with blank lines between',
      'sources:\n  a:\n    path: x/\n\n  c:\n    path: w/\n',
      'sources:\n  a:\n    path: x/\n\n  c:\n    path: w/\n\n  b:\n    path: y/\n',
    ],
    [
      'a last line without an end',
      'sources:\n  a:\n    path: x/',
      'sources:\n  a:\n    path: x/\n  b:\n    path: y/\n',
    ],
  ])('adds to %s, and touches nothing else', (_, before, after) => {
    expect(insertEntry(before, 'sources', entry)).toBe(after);
    expect(parse(after).sources.b).toEqual({ path: 'y/' });
  });

  it.each(['sources: {a: {path: x/}}\n', 'sources: [a]\n', 'sources: "a\n', '- a\n'])(
    'refuses %j',
    (text) => {
      expect(insertEntry(text, 'sources', entry)).toBeNull();
    },
  );
});

describe('pistevo infer', () => {
  const patients = 'patient_id,first_name,born\nP1,Ada,1990-01-02\nP2,Bo,1991-02-03\nP3,Cy,1992-03-04\n';

  it('prints one YAML text with both halves, and needs no project', async () => {
    const folder = await emptyFolder();
    await lay(folder, { 'patients.csv': patients });
    const { code, out } = await call(folder, ['infer', 'patients.csv']);
    expect(code).toBe(0);
    const { sources, tables } = parse(out);
    expect(sources.patients).toMatchObject({ path: 'source/patients/', merge_key: 'patient_id' });
    expect(tables.patients.columns).toMatchObject({
      patient_id: { type: 'string', required: true },
      born: { type: 'date' },
    });
    expect(tables.patients.mask).toContain('first_name');
    expect(out).not.toContain('Ada');
  });

  it('adds to a project that then checks and runs, and never adds twice', async () => {
    const folder = await emptyFolder();
    await call(folder, ['init']);
    await lay(folder, { 'source/people/patients.csv': patients });
    expect((await call(folder, ['infer', '--write', 'source/people/patients.csv'])).code).toBe(0);
    const config = readFileSync(join(folder, 'conf/config.yaml'), 'utf8');
    expect(parse(config).sources.patients.path).toBe('source/people/');
    expect(config).toContain('# Holds the tables');
    expect((await call(folder, ['check'])).code).toBe(0);
    const ran = await call(folder, ['run', '--all']);
    expect(ran.out).toContain('patients: succeeded');
    const twice = await call(folder, ['infer', '--write', '--name', 'patients', 'conf/config.yaml']);
    expect(twice.code).toBe(2);
    expect(twice.err).toContain('in `conf/config.yaml` already');
    expect(readFileSync(join(folder, 'conf/config.yaml'), 'utf8')).toBe(config);
  });

  it('names a file that is not there, and one name for several files', async () => {
    const folder = await emptyFolder();
    const missing = await call(folder, ['infer', 'nowhere.csv']);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('nowhere.csv');
    expect(missing.out).toBe('');
    expect((await call(folder, ['infer', 'a.csv', 'b.csv', '--name', 'x'])).err).toContain(
      '`--name` names one dataset',
    );
  });
});
