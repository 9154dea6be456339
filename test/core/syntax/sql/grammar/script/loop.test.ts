import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('loops repeat statements, with or without a label', () => {
  expectRead(
    [
      'BEGIN WHILE a DO SELECT 1; END WHILE; END',
      'BEGIN l: WHILE CASE WHEN a THEN b END DO SELECT 1; LEAVE l; ITERATE l; END WHILE l; END',
      'BEGIN l: REPEAT SELECT 1; UNTIL a END REPEAT l; END',
      'BEGIN if: LOOP LEAVE if; END LOOP; END',
      'BEGIN FOR x AS SELECT a FROM t DO SELECT x.a; END FOR; END',
      'BEGIN l: FOR SELECT 1 DO SELECT 2; END FOR l; END',
      'BEGIN FOR x AS (SELECT 1) DO SELECT do; END FOR; END',
    ],
    'block',
    ['4.0'],
  );
});

test('parts of a loop are told where they are broken', () => {
  expectRefused(
    [
      'BEGIN WHILE a DO END ¦WHILE; END',
      'BEGIN WHILE a ¦SELECT 1; END WHILE; END',
      'BEGIN WHILE a DO SELECT 1; END¦; END',
      'BEGIN REPEAT SELECT 1; UNTIL a¦; END REPEAT; END',
      'BEGIN REPEAT UNTIL ¦a END REPEAT; END',
      'BEGIN REPEAT SELECT 1; ¦END REPEAT; END',
      'BEGIN FOR x ¦IN SELECT 1 DO SELECT 2; END FOR; END',
      'BEGIN FOR x AS SELECT 1 ¦SELECT 2; END FOR; END',
      'BEGIN LEAVE¦; END',
      'BEGIN ITERATE a ¦b; END',
    ],
    ['4.0'],
  );
});

test('the tree of a loop holds label, condition or query, and statements', () => {
  const { tree, textOf } = readTree(
    'BEGIN l: FOR x AS SELECT 1 DO SELECT 2; LEAVE l; END FOR l; END',
    'block',
  );
  const [loop] = tree.statements;
  if (loop?.kind !== 'for') throw new Error(`${loop?.kind}`);
  expect([loop.label, loop.variable, loop.query, loop.endLabel].map(textOf)).toEqual([
    'l',
    'x',
    'SELECT 1',
    'l',
  ]);
  expect(loop.statements.map(({ kind }) => kind)).toEqual(['query', 'leave']);
});
