import { expect, test } from 'vitest';
import { checkProject } from '../../../../core/checks/check-project.ts';
import { createCheckCache } from '../../../../core/checks/support/check-cache.ts';
import { loadProject } from '../../../../core/model/load-project.ts';
import { createProjectCache } from '../../../../core/model/project-cache.ts';

const config = 'sources: {claim: {path: in/, load: append}}\n';
const schema = 'tables: {claim: {columns: {id: {required: true}}}}\n';
const cache = createProjectCache();

function load(script: string, settings = '') {
  return loadProject(
    { config: config + settings, schema, scripts: { 'sql_scripts/a.sql': script } },
    { cache },
  );
}

test('places a problem where its statement stands, in UTF-16 code units', () => {
  const text = '/* 😀 */ SELECT 1;\n;\nSELECT 2 );';
  const [finding] = checkProject(load(text));
  expect(finding).toMatchObject({ code: 'sql-syntax', severity: 'error', file: 'sql_scripts/a.sql' });
  expect(text.slice(finding?.range.start, finding?.range.end)).toBe(')');
});

test('reads one statement again when one has changed, and no script that has not', () => {
  const first = load('SELECT 1;\nSELECT 2;\nSELECT 3;');
  const second = load('SELECT 1;\nSELECT 22;\nSELECT 3;');
  const [before, after] = [first, second].map(({ scripts }) =>
    scripts[0]?.statements.map(({ parsed }) => parsed),
  );
  expect(after?.[0]).toBe(before?.[0]);
  expect(after?.[1]).not.toBe(before?.[1]);
  expect(after?.[2]).toBe(before?.[2]);
  expect(load('SELECT 1;\nSELECT 22;\nSELECT 3;').scripts[0]?.statements[0]?.parsed).toBe(after?.[0]);
});

test('reads every statement again for another Spark', () => {
  const text = 'SELECT a::INT FROM claim;';
  expect(checkProject(load(text)).map(({ code }) => code)).toEqual(['sql-other-dialect']);
  expect(checkProject(load(text, 'spark: {version: "4.0"}\n'))).toEqual([]);
});

test('gives with the cache of the last time what it gives without', () => {
  const checked = createCheckCache();
  for (const text of [
    'SELECT 1 GROUP 2;',
    '\n\nSELECT 1 GROUP 2;',
    'SELECT 1;',
    'SELECT 1 GROUP 2; SELECT 1 GROUP 2',
  ]) {
    const project = load(text);
    expect(checkProject(project, undefined, checked)).toEqual(checkProject(project));
  }
});

test('says nothing of SQL where nobody looked at it', () => {
  expect(checkProject(loadProject({ config, schema }, { cache }))).toEqual([]);
});

test('says nothing of what a function of SQL holds, which Spark reads as text', () => {
  const text = "CREATE FUNCTION f() RETURNS INT RETURN DATE '2026-02-30';";
  expect(checkProject(load(text, 'spark: {version: "4.0"}\n'))).toEqual([]);
});
