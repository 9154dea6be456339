import { expect, test } from 'vitest';
import { parseStatement } from '../../../../../core/syntax/sql/parse-statement.ts';
import { expectRead, expectRefused, readTree } from '../support/read-statement.ts';

test('every keyword may be a name, also where it could begin a clause', () => {
  expectRead(
    [
      'SELECT a FROM from t',
      'SELECT a FROM',
      'SELECT a, FROM t WHERE x = 1',
      'SELECT FROM FROM t',
      'SELECT x FROM t WHERE',
      'SELECT a FROM WHERE x = 1',
      'SELECT 1 UNION',
      'SELECT DISTINCT FROM t',
      'SELECT CASE FROM t',
      'SELECT cast, select.from, case.when FROM t',
      'SELECT a like FROM t',
      'SELECT a in FROM t',
      'SELECT not, null, true FROM t',
      'SELECT a AS FROM t',
      'SELECT a AS',
      'SELECT case when',
      'SELECT * FROM t AS left_, u set',
      'SELECT distinct(a) FROM t',
      'SELECT interval, date, timestamp FROM t',
      'SELECT values FROM values',
    ],
    'query',
  );
});

test('words that join cannot be the alias of a table', () => {
  expectRefused(['SELECT a FROM t LEFT ¦u', 'SELECT a FROM t AS ¦ON t']);
});

test('words that standard SQL reserves are no names where that is asked', () => {
  const read = (text: string) => parseStatement(text, { version: '3.5', ansi: true, isReserving: true });
  expect(read('SELECT a, FROM t').problems).toHaveLength(1);
  expect(read('SELECT a FROM t').problems).toEqual([]);
});

test('a word that is read as a name is one in the tree', () => {
  const { tree, textOf } = readTree('SELECT a, FROM t', 'query');
  const { body } = tree.query;
  if (body.kind !== 'select') throw new Error('no SELECT');
  expect(body.items.map(({ expression, alias }) => [textOf(expression), textOf(alias)])).toEqual([
    ['a', ''],
    ['FROM', 't'],
  ]);
});
