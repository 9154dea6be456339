import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a variable is declared with a type, a value or both', () => {
  expectRead(
    [
      'DECLARE x INT',
      'DECLARE OR REPLACE VARIABLE x INT = 1 + 2',
      "DECLARE VAR x STRING DEFAULT 'a'",
      'DECLARE x = (SELECT 1)',
      'DECLARE VARIABLE INT INT',
      'DECLARE VARIABLE = 1',
      "DECLARE IDENTIFIER('a') ARRAY<INT>",
    ],
    'declare-variable',
    ['4.0'],
  );
  expectRefused(
    [
      'DECLARE¦',
      'DECLARE x¦, y INT',
      'DECLARE OR x ¦INT',
      'DECLARE x INT ¦NOT NULL',
      'DECLARE x INT DEFAULT¦',
    ],
    ['4.0'],
  );
  expectRefused(['¦DECLARE x INT'], ['3.5']);
});

test('the tree of a declaration holds type and value', () => {
  const { tree, textOf } = readTree('DECLARE OR REPLACE x DECIMAL(1, 2) DEFAULT 3 + 4', 'declare-variable');
  expect(tree.isReplacing).toBe(true);
  expect([textOf(tree.name), textOf(tree.type), textOf(tree.initial)]).toEqual([
    'x',
    'DECIMAL(1, 2)',
    '3 + 4',
  ]);
});
