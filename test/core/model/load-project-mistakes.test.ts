import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadProject } from '../../../core/model/load-project.ts';
import { configFile, type Project } from '../../../core/model/project.ts';
import { createProjectCache } from '../../../core/model/project-cache.ts';

const cache = createProjectCache();
const exampleConfig = readFileSync('conf/config.yaml', 'utf8');
const claim = 'tables:\n  claim:\n    columns:\n      claim_id:\n        type: string\n';

function load(config: string | null, schema: string | null = claim, environment?: string): Project {
  return loadProject({ config, schema }, { cache, ...(environment === undefined ? {} : { environment }) });
}

/** Code and the text under each finding. */
function told(project: Project): readonly string[] {
  return project.findings.map(({ code, file, range }) => {
    const text = project.documents[file as typeof configFile]?.text ?? '';
    return `${code}: ${text.slice(range.start, range.end)}`;
  });
}

describe('mistakes', () => {
  it('are found at the key or the value that is wrong, one finding each', () => {
    const config =
      'target_pth: x\nspark: {version: "3.6"}\nsources:\n  claim:\n    path: 5\n    lod: upsert\n    recursive: maybe\n';
    expect(told(load(config)).toSorted()).toEqual([
      'invalid-value: "3.6"',
      'unknown-key: lod',
      'unknown-key: target_pth',
      'wrong-type: 5',
      'wrong-type: maybe',
    ]);
  });

  it('bring a fix where a known name is near', () => {
    const schema =
      'tables:\n  claim:\n    columns:\n      a: {type: integer, requird: true, on_cast: "nulify"}\n';
    const fixes = load(exampleConfig, schema).findings.flatMap((finding) => finding.fixes ?? []);
    expect(fixes.map((fix) => fix.edits[0]?.newText).toSorted()).toEqual(['"nullify"', 'int', 'required']);
  });

  it.each([
    ['sources: {c: {path: a, format: {delimiter: ";;"}}}', 'invalid-value: ";;"'],
    ['sources: {c: {path: a, expect: {max_bad: 2}}}', 'invalid-value: 2'],
    ['sources: {c: {path: a, expect: {max_bad: lots}}}', 'invalid-value: lots'],
    ['sources: {c: {path: a, expect: {min_rows: -1}}}', 'invalid-value: -1'],
    ['sources: {c: {path: a, expect: {min_rows: 1.5}}}', 'wrong-type: 1.5'],
    ['sources: {c: {path: ""}}', 'invalid-value: ""'],
    ['sources: {c: {merge_key: a}}', 'missing-key: c'],
    ['sources: {c: }', 'missing-key: c'],
    ['sources: {c: {path: a, merge_key: [x, x]}}', 'invalid-value: x'],
    ['sources: {c: text}', 'wrong-type: text'],
    ['sources: {../x: {path: a}}', 'invalid-name: ../x'],
    ['sources: {"a;b": {path: a}}', 'invalid-name: "a;b"'],
    ["sources: {'it''s': {path: a}}", "invalid-name: 'it''s'"],
    ['sources: {__proto__: {path: a}}', 'invalid-name: __proto__'],
    ['sources: []', 'wrong-type: []'],
    ['target_schema: a-b\nsources: {}', 'invalid-name: a-b'],
    ['variables: {a: [x]}\nsources: {}', 'wrong-type: [x]'],
    ['lint: {severity: {x: fatal}}\nsources: {}', 'invalid-value: fatal'],
    ['environments: {a: {sources: {c: {lod: x}}}}\nsources: {c: {path: p}}', 'unknown-key: lod'],
    ['target_path: a', 'missing-key: target_path: a'],
  ])('in a configuration: %s', (config, finding) => {
    expect(told(load(config))).toEqual([finding]);
  });

  it.each([
    ['type: {type: decimal}', 'invalid-value: decimal'],
    ['a: {type: float}', 'invalid-value: float'],
    ['a: {type: nothing_like_it}', 'invalid-value: nothing_like_it'],
    ['a: {references: patients}', 'invalid-value: patients'],
    ['a: {references: {to: x.y, day: 1}}', 'unknown-key: day'],
    ['a: {valid_vals: []}', 'invalid-value: []'],
    ['a: {valid_vals: [a, [b]]}', 'wrong-type: [b]'],
    ['a: {severity: {unique: nullify}}', 'invalid-value: nullify'],
    ['a: {mask: encrypt}', 'invalid-value: encrypt'],
    ['a b: {}', 'invalid-name: a b'],
    ['größe: {}', 'invalid-name: größe'],
    ['1a: {}', 'invalid-name: 1a'],
    ['a: string', 'wrong-type: string'],
    [`${'x'.repeat(130)}: {}`, `invalid-name: ${'x'.repeat(130)}`],
  ])('in a column: %s', (column, finding) => {
    expect(told(load(exampleConfig, `tables:\n  claim:\n    columns:\n      ${column}\n`))).toEqual([
      finding,
    ]);
  });

  it.each([
    ['checks: [{name: x}]', 'invalid-value: {name: x}'],
    ['checks: [{expr: a, table: b}]', 'invalid-value: {expr: a, table: b}'],
    ['checks: [{expr: a, engine: spark}]', 'invalid-value: {expr: a, engine: spark}'],
    ['checks: [{expr: a, name: n}, {expr: b, name: n}]', 'invalid-name: n'],
    ['checks: [{table: a, severity: quarantine}]', 'invalid-value: quarantine'],
    ['checks: [{expr: a, severity: nullify}]', 'invalid-value: nullify'],
    ['checks: [1]', 'wrong-type: 1'],
    ['checks: x', 'wrong-type: x'],
    ['colums: {}', 'unknown-key: colums'],
  ])('in a table: %s', (line, finding) => {
    expect(told(load(exampleConfig, `tables:\n  claim:\n    columns: {a: }\n    ${line}\n`))).toEqual([
      finding,
    ]);
  });

  it.each([
    ['tables: {claim: {}}', 'missing-key: claim'],
    ['tables: {claim: {columns: {}}}', 'invalid-value: {}'],
    ['tables: {claim: x}', 'wrong-type: x'],
    ['tables: x', 'wrong-type: x'],
    ['just text', 'wrong-type: just text'],
    ['other: 1\ntables: {}', 'unknown-key: other'],
    ['tables: {../x: {columns: {a: }}}', 'invalid-name: ../x'],
  ])('in a schema file: %s', (schema, finding) => {
    expect(told(load(exampleConfig, schema))).toEqual([finding]);
  });

  it('of a missing file say how to get it', () => {
    const project = load(null, null);
    expect(project.findings.map((finding) => finding.message)).toEqual([
      expect.stringMatching(/`conf\/config.yaml` does not exist/),
      expect.stringMatching(/`schema\/tables_schema.yaml` does not/),
    ]);
    expect(project.datasets).toEqual([]);
    expect(project.placeOf({ file: configFile, path: 'sources', hash: '' })).toBeNull();
    expect(project.originOf(configFile, ['sources', 'a'])).toMatchObject({ path: '' });
  });

  it('are at most a hundred for a table', () => {
    const columns = Array.from({ length: 300 }, (_, index) => `      c${index}: {tpe: int}\n`).join('');
    expect(load(exampleConfig, `tables:\n  claim:\n    columns:\n${columns}`).findings).toHaveLength(100);
  });

  it('of too many columns, tables or sources are one finding', () => {
    const names = (count: number, text: string): string =>
      Array.from({ length: count }, (_, index) => `x${index}: ${text}`).join(', ');
    expect(told(load(exampleConfig, `tables: {claim: {columns: {${names(5001, '{}')}}}}`))).toEqual([
      'too-many-entries: columns',
    ]);
    expect(told(load(exampleConfig, `tables: {${names(2001, '{columns: {a: }}')}}`))).toEqual([
      'too-many-entries: tables',
    ]);
    expect(told(load(`sources: {${names(2001, '{path: a}')}}`))).toEqual(['too-many-entries: sources']);
  });
});
