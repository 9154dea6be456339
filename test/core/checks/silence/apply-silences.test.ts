import { expect, test } from 'vitest';
import { checkProject } from '../../../../core/checks/check-project.ts';
import { createCheckCache } from '../../../../core/checks/support/check-cache.ts';
import { loadProject } from '../../../../core/model/load-project.ts';
import { createProjectCache } from '../../../../core/model/project-cache.ts';
import { createPartedText } from '../../../../core/text/parted-text.ts';

const cache = createProjectCache();
const usualConfig = 'sources:\n  claim: {path: in/, load: append}\n';
const usualSchema = 'tables:\n  claim:\n    columns:\n      id: {required: true}\n';

function check(texts: { readonly sql?: string; readonly schema?: string; readonly config?: string }) {
  const { sql = '', schema = usualSchema, config = usualConfig } = texts;
  const project = loadProject({ config, schema, scripts: { 'sql_scripts/a.sql': sql } }, { cache });
  return checkProject(project);
}

function codes(texts: Parameters<typeof check>[0]): readonly string[] {
  return check(texts).map(({ code }) => code);
}

test('silences a finding on its own line, and on the line before', () => {
  expect(codes({ sql: 'SELECT 1 ); -- pistevo:ignore sql-syntax' })).toEqual([]);
  expect(
    codes({ sql: '  -- pistevo:ignore sql-syntax because it is a template\n\n-- more\nSELECT 1 );' }),
  ).toEqual([]);
  expect(codes({ sql: 'SELECT 1 ) /* pistevo:ignore sql-syntax */;\r\n' })).toEqual([]);
  expect(codes({ sql: '/* pistevo:ignore sql-syntax */ SELECT 1 );' })).toEqual([]);
});

test('silences one line and one code', () => {
  expect(codes({ sql: 'SELECT 1 ); -- pistevo:ignore sql-syntax\nSELECT 1 );' })).toEqual(['sql-syntax']);
  expect(codes({ sql: 'SELECT 128Y; -- pistevo:ignore sql-number-range, sql-interval' })).toEqual([
    'unused-silence',
  ]);
});

test('takes no text for a comment', () => {
  expect(codes({ sql: "SELECT '-- pistevo:ignore sql-syntax' );" })).toEqual(['sql-syntax']);
  const schema =
    'tables:\n  claim:\n    description: "x # pistevo:ignore likely-pii"\n    columns:\n      date_of_birth: {type: date}\n';
  expect(codes({ schema })).toContain('likely-pii');
  expect(codes({ schema })).not.toContain('unused-silence');
});

test('silences what the YAML files are told of, but no error that runs stop at', () => {
  const column = (comment: string): string =>
    `tables:\n  claim:\n    columns:\n      date_of_birth: {type: date} ${comment}\n`;
  expect(codes({ schema: column('') })).toContain('likely-pii');
  expect(codes({ schema: column('# known # pistevo:ignore likely-pii') })).toEqual([]);
  const broken = check({ schema: 'tables:\n  claim:\n    # pistevo:ignore unknown-key\n    colums: {}\n' });
  expect(broken.map(({ code }) => code)).toContain('unknown-key');
  expect(broken.find(({ code }) => code === 'unused-silence')?.message).toMatch(/error that no run/);
});

test('tells of codes that no finding has, and of none at all', () => {
  const [unknown] = check({ sql: 'SELECT 1; -- pistevo:ignore sql-sintax' });
  expect(unknown).toMatchObject({ code: 'unknown-silence', severity: 'hint' });
  expect(unknown?.message).toBe('There is no finding `sql-sintax`; did you mean `sql-syntax`?');
  expect(unknown?.fixes?.[0]?.edits[0]?.newText).toBe('sql-syntax');
  expect(codes({ sql: 'SELECT 1; -- pistevo:ignore' })).toEqual(['unknown-silence']);
});

test('offers to take a comment away that silences nothing', () => {
  const mended = (sql: string): string => {
    const [edit] = check({ sql })[0]?.fixes?.[0]?.edits ?? [];
    return edit === undefined ? '' : sql.slice(0, edit.range.start) + sql.slice(edit.range.end);
  };
  expect(mended('SELECT 1; -- pistevo:ignore sql-syntax\r\nSELECT 2;')).toBe('SELECT 1;\r\nSELECT 2;');
  expect(mended('-- pistevo:ignore sql-syntax\nSELECT 1;')).toBe('SELECT 1;');
  expect(mended('SELECT 1; -- see the ticket; pistevo:ignore sql-syntax')).toBe('');
});

test('says nothing of findings in data where nobody looked at the data', () => {
  const config = 'sources:\n  claim: {path: in/, load: append} # pistevo:ignore source-column-missing\n';
  expect(codes({ config })).toEqual([]);
});

test('lets the settings weigh what comments leave', () => {
  const config = `${usualConfig}lint: {severity: {unused-silence: error}}\n`;
  expect(check({ config, sql: 'SELECT 1; -- pistevo:ignore sql-syntax' })[0]?.severity).toBe('error');
});

test('finds in parts of a text what it finds in the whole', () => {
  const sql = `${'SELECT 1;\n'.repeat(9000)}SELECT 1 ); -- pistevo:ignore sql-syntax\n${'SELECT 2;\n'.repeat(9000)}-- pistevo:ignore sql-interval\nSELECT 3;`;
  const checked = createCheckCache();
  const source = createPartedText(sql);
  expect(source.parts.length).toBeGreaterThan(3);
  const project = loadProject(
    { config: usualConfig, schema: usualSchema, scripts: { 'sql_scripts/a.sql': source } },
    { cache },
  );
  const found = checkProject(project, undefined, checked);
  expect(found).toEqual(check({ sql }));
  expect(found.map(({ code }) => code)).toEqual(['unused-silence']);
});
