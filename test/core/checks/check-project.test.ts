import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkProject, findingCodes } from '../../../core/checks/check-project.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { readMarked } from './support/marked.ts';

const schema = `tables:
  claim:
    columns:
      claim_id: {}
      who: {pii: name}
      what: {pii: name}
`;

function codesOf(config: string, text = schema): readonly string[] {
  return checkProject(loadProject({ config, schema: text })).map(
    ({ code, severity }) => `${severity} ${code}`,
  );
}

const source = 'sources: {claim: {path: in/, merge_key: claim_id, cdc_key: who}}';

describe('checkProject', () => {
  test('finds nothing to mend in the example project, in any of its environments', () => {
    const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    const texts = { config: read('conf/config.yaml'), schema: read('schema/tables_schema.yaml') };
    for (const environment of ['local', 'production']) {
      const grave = checkProject(loadProject(texts, { environment })).filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      expect(grave).toEqual([]);
    }
  });

  test('sorts findings by file and place, those of loading among them', () => {
    const findings = checkProject(
      loadProject({ config: 'sources: {claim: {path: in/, merge_key: x, wrong: 1}}', schema }),
    );
    expect(findings.map(({ code }) => code)).toEqual([
      'upsert-without-order',
      'unknown-column',
      'unknown-key',
      'unmasked-pii',
      'unmasked-pii',
    ]);
    const places = findings.map(({ file, range }) => `${file} ${String(range.start).padStart(6, '0')}`);
    expect(places).toEqual([...places].sort());
  });

  test('gives each code one default severity', () => {
    expect(findingCodes().get('unknown-column')).toBe('error');
    expect(findingCodes().get('yaml-syntax')).toBe('error');
    expect(findingCodes().get('likely-pii')).toBe('hint');
  });

  test('answers the same for the same texts', () => {
    const config = `${source}\ntarget_path: ../x/\n`;
    expect(checkProject(loadProject({ config, schema }))).toEqual(
      checkProject(loadProject({ config, schema })),
    );
  });

  test('says only that files are missing when both are', () => {
    expect(checkProject(loadProject({ config: null, schema: null })).map(({ code }) => code)).toEqual([
      'missing-file',
      'missing-file',
    ]);
  });
});

describe('lint settings', () => {
  test('change the severity of a finding, or silence it', () => {
    expect(codesOf(source)).toEqual([
      'warning cdc-key-type',
      'warning nullable-key',
      'warning unmasked-pii',
      'warning unmasked-pii',
    ]);
    expect(
      codesOf(`${source}\nlint: {severity: {unmasked-pii: error, nullable-key: 'off', cdc-key-type: info}}`),
    ).toEqual(['info cdc-key-type', 'error unmasked-pii', 'error unmasked-pii']);
  });

  test('cannot turn an error down, because no run can be planned past it', () => {
    const config = `sources: {claim: {path: in/, merge_key: nope}}
lint: {severity: {unknown-column: 'off'}, ignore: [conf/config.yaml, 'sources.*']}`;
    expect(codesOf(config, 'tables: {claim: {columns: {a: {}}}}')).toContain('error unknown-column');
  });

  test('silence a file, a folder, a place, or one finding at a place', () => {
    const ignoring = (entry: string): readonly string[] => codesOf(`${source}\nlint: {ignore: ['${entry}']}`);
    expect(ignoring('schema/tables_schema.yaml')).toEqual(['warning cdc-key-type']);
    expect(ignoring('schema/*.yaml')).toEqual(['warning cdc-key-type']);
    expect(ignoring('schema/')).toEqual(['warning cdc-key-type']);
    expect(ignoring('conf/')).toEqual([
      'warning nullable-key',
      'warning unmasked-pii',
      'warning unmasked-pii',
    ]);
    expect(ignoring('tables.claim.columns.who')).toEqual([
      'warning cdc-key-type',
      'warning nullable-key',
      'warning unmasked-pii',
    ]);
    expect(ignoring('tables.*.columns.*')).toEqual(['warning cdc-key-type']);
    expect(ignoring('unmasked-pii tables.claim')).toEqual(['warning cdc-key-type', 'warning nullable-key']);
    expect(ignoring('nullable-key tables.claim.columns.who')).toHaveLength(4);
    expect(ignoring('tables.visit')).toHaveLength(4);
    expect(ignoring('tables.claim.columns.who[0]')).toHaveLength(4);
    expect(ignoring('sql_scripts/*.sql')).toHaveLength(4);
  });
});

test('marker texts are refused when their markers do not pair', () => {
  expect(() => readMarked('a⟦b')).toThrow('not closed');
  expect(() => readMarked('a⟧b')).toThrow('not opened');
  expect(() => readMarked('⟦⟦b⟧')).toThrow('inside another');
});
