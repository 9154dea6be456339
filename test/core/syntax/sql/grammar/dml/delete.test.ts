import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a delete names a table and may have a condition', () => {
  expectRead(
    [
      'DELETE FROM t',
      'DELETE FROM db.t AS a WHERE a.b = 1',
      'DELETE FROM t WHERE',
      'WITH c AS (SELECT 1) DELETE FROM t',
    ],
    'delete',
  );
  expectRefused([
    'DELETE ¦t',
    'DELETE FROM¦',
    'DELETE FROM t VERSION ¦AS OF 1',
    'DELETE FROM t a ¦b',
    'DELETE FROM t¦, u',
  ]);
});

test('the tree of a delete holds target and condition', () => {
  const { tree, textOf } = readTree('DELETE FROM t a WHERE b OR c;', 'delete');
  expect(textOf(tree.target)).toBe('t a');
  expect(textOf(tree.where)).toBe('b OR c');
});
