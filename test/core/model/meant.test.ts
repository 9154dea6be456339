import { describe, expect, it } from 'vitest';
import { checkProject } from '../../../core/checks/check-project.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import type { Project } from '../../../core/model/project.ts';
import { createProjectCache } from '../../../core/model/project-cache.ts';

const cache = createProjectCache();
const config = `target_path: target/
sources:
  claim:
    path: in/claim/
    merge_key: id
    cdc_key: day
    expect:
      max_bad: 0.1
`;
const schema = `tables:
  claim:
    columns:
      id:
        type: string
        required: true
      day:
        type: date
      cost:
        type: double
        min: 0
      name:
        type: string
        pii: name
        desc: Full name
    mask: [name]
    checks:
      - cost > 1
`;

function load(texts: { readonly config: string; readonly schema: string }): Project {
  return loadProject(texts, { cache });
}

/** Applies a change to the file in which the text stands. */
function changed(from: string, to: string): { config: string; schema: string } {
  const isConfig = config.includes(from);
  expect((isConfig ? config : schema).split(from)).toHaveLength(2);
  return {
    config: isConfig ? config.replace(from, () => to) : config,
    schema: isConfig ? schema : schema.replace(from, () => to),
  };
}

const tables = (project: Project): unknown => project.datasets[0]?.table;
const source = (project: Project): unknown => project.datasets[0]?.source;

describe('what was meant', () => {
  it.each([
    ['type: double', 'type: float', 'float', 'type: double'],
    ['type: double', 'type: "FLOAT"', '"FLOAT"', 'type: "double"'],
    ['type: double', 'type: number(10,2)', 'number(10,2)', 'type: decimal(10,2)'],
    [
      'type: string\n        pii',
      'type: varchar(20)\n        pii',
      'varchar(20)',
      'type: string\n        pii',
    ],
    ['type: double', 'type: money', 'money', 'type: decimal(18,2)'],
    ['required: true', 'required: yes', 'yes', 'required: true'],
    ['required: true', "required: 'true'", "'true'", 'required: true'],
    ['required: true', 'required: 1', '1', 'required: true'],
    ['required: true', 'requird: true', 'requird', 'required: true'],
    ['required: true', 'not_null: true', 'not_null', 'required: true'],
    ['desc: Full', 'description: Full', 'description', 'desc: Full'],
    ['desc: Full name', 'desc: 007', '007', "desc: '007'"],
    ['min: 0', "min: 0\n        required: 'no'", "'no'", 'min: 0\n        required: false'],
    ['mask: [name]', 'mask: name', 'name', 'mask: [name]'],
    ['mask: [name]', 'mask:\n      -name', '-name', 'mask:\n      [name]'],
    ['mask: [name]', 'masks: [name]', 'masks', 'mask: [name]'],
    [
      '      day:\n        type: date',
      '      day:\n        type:date',
      'type:date',
      '      day:\n        type: date',
    ],
    ['      day:\n        type: date', '      day: date', 'date', '      day: {type: date}'],
    ['      day:\n        type: date', '      day: type:date', 'type:date', '      day: {type: date}'],
    ['path: in/claim/', 'location: in/claim/', 'location', 'path: in/claim/'],
    ['path: in/claim/', 'pth: in/claim/', 'pth', 'path: in/claim/'],
    ['merge_key: id', 'primary_key: id', 'primary_key', 'merge_key: id'],
    ['cdc_key: day', 'cdc_key: [day]', '[day]', 'cdc_key: day'],
    ['max_bad: 0.1', 'max_bad: 15', '15', 'max_bad: 15 %'],
    ['max_bad: 0.1', 'min_rows: 1,000', '1,000', 'min_rows: 1000'],
    ['cdc_key: day', 'cdc_key: day\n    load: incremental', 'incremental', 'cdc_key: day\n    load: upsert'],
    ['cdc_key: day', 'cdc_key: day\n    on_drift: warning', 'warning', 'cdc_key: day\n    on_drift: warn'],
  ])('instead of `%s` is read where `%s` is written: one finding, with a fix', (from, to, place, mended) => {
    const texts = changed(from, to);
    const project = load(texts);
    const findings = checkProject(project).filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    expect(findings.map(({ message }) => message)).toHaveLength(1);
    const [finding] = findings;
    const text = finding?.file.startsWith('conf') ? texts.config : texts.schema;
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe(place);
    const [edit] = finding?.fixes?.[0]?.edits ?? [];
    const fixed = text.slice(0, edit?.range.start) + edit?.newText + text.slice(edit?.range.end);
    expect(fixed).toBe((text === texts.config ? config : schema).replace(from, () => mended));
    const after = load(text === texts.config ? { config: fixed, schema } : { config, schema: fixed });
    expect(checkProject(after).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(tables(project)).toEqual(tables(after));
    expect(source(project)).toEqual(source(after));
  });

  it('by a setting among the columns is that of the column before it', () => {
    const texts = changed(
      '        pii: name\n',
      '      pii: name\n'.replace('pii', 'desc').replace('name', 'Who'),
    );
    const broken = {
      config,
      schema: schema.replace('      day:\n        type: date\n', '      day:\n      type: date\n'),
    };
    expect(texts.schema).not.toBe(schema);
    const project = load(broken);
    const findings = checkProject(project).filter(({ severity }) => severity === 'error');
    expect(findings.map(({ message }) => message)).toEqual([
      '`type` stands among the columns of `tables.claim`; indent it below the column that it is about.',
    ]);
    const [edit] = findings[0]?.fixes?.[0]?.edits ?? [];
    const fixed = `${broken.schema.slice(0, edit?.range.start)}${edit?.newText}${broken.schema.slice(edit?.range.end)}`;
    expect(fixed).toBe(schema);
    expect(tables(project)).toEqual(tables(load({ config, schema })));
  });

  it('by a setting of the table at the end of its columns is that of the table', () => {
    const broken = {
      config,
      schema:
        'tables:\n  claim:\n    columns:\n      id: {type: string, required: true}\n      day: {type: date}\n      name: {pii: name}\n      mask:\n        - name\n',
    };
    const project = load(broken);
    const findings = checkProject(project).filter(
      ({ severity }) => severity !== 'info' && severity !== 'hint',
    );
    expect(findings.map(({ message }) => message)).toEqual([
      '`mask` stands among the columns of `tables.claim`; indent it like `columns`.',
    ]);
    let fixed = broken.schema;
    for (const { range, newText } of [...(findings[0]?.fixes?.[0]?.edits ?? [])].reverse())
      fixed = fixed.slice(0, range.start) + newText + fixed.slice(range.end);
    expect(fixed).toMatch(/\n {4}mask:\n {6}- name\n$/);
    expect(tables(project)).toEqual(tables(load({ config, schema: fixed })));
  });

  it('is not guessed in the middle of the columns, where moving it would take the others along', () => {
    const text = schema
      .replace('      cost:\n', '      mask: [name]\n      cost:\n')
      .replace('    mask: [name]\n    checks', '    checks');
    const [finding] = checkProject(load({ config, schema: text })).filter(
      ({ severity }) => severity === 'error',
    );
    expect(finding?.message).toContain('indent it like `columns`');
    expect(finding?.fixes ?? []).toEqual([]);
  });
});
