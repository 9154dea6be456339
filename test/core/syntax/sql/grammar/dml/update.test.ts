import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('an update sets columns of a table, all or those of a condition', () => {
  expectRead(
    [
      'UPDATE t SET a = 1',
      'UPDATE db.t AS x SET a = 1, b.c = DEFAULT, d = (SELECT 1) WHERE a IN (1, 2)',
      'WITH c AS (SELECT 1) UPDATE t SET a == 1',
      'UPDATE t set SET a = 1',
    ],
    'update',
  );
});

test('parts of an update are told where they are broken', () => {
  expectRefused([
    'UPDATE ¦',
    'UPDATE SET a ¦= 1',
    'UPDATE t SET¦',
    'UPDATE t SET a¦',
    'UPDATE t ¦WHERE a',
    'UPDATE t a ¦b SET c = 1',
    'UPDATE t SET (a, b) ¦= (1, 2)',
    'UPDATE t SET a = 1, WHERE ¦b',
    'UPDATE t SET a = 1 ¦FROM b',
    'UPDATE t SET a = 1 WHERE b ¦WHERE c',
  ]);
});

test('the tree of an update holds target, assignments and condition', () => {
  const { tree, textOf } = readTree('UPDATE db.t x SET a = 1, b.c = a + 1 WHERE a > 0', 'update');
  expect(textOf(tree.target.name)).toBe('db.t');
  expect(textOf(tree.target.alias)).toBe('x');
  expect(tree.assignments.map(({ name, value }) => [textOf(name), textOf(value)])).toEqual([
    ['a', '1'],
    ['b.c', 'a + 1'],
  ]);
  expect(textOf(tree.where)).toBe('a > 0');
});
