import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('IF and CASE choose between statements', () => {
  expectRead(
    [
      'BEGIN IF a THEN SELECT 1; ELSEIF b THEN SELECT 2; ELSE SELECT 3; END IF; END',
      'BEGIN IF (SELECT 1) = 1 THEN IF b THEN SELECT 1; END IF; END IF; END',
      'BEGIN CASE WHEN a THEN SELECT 1; WHEN b THEN SELECT 2; END CASE; END',
      'BEGIN CASE x WHEN 1 THEN SELECT 1; ELSE SELECT 3; END CASE; END',
    ],
    'block',
    ['4.0'],
  );
  expectRefused(
    [
      'BEGIN IF a THEN END ¦IF; END',
      'BEGIN IF a THEN SELECT 1 END ¦IF; END',
      'BEGIN IF a ¦SELECT 1; END IF; END',
      'BEGIN IF a THEN SELECT 1; END¦; END',
      'BEGIN IF a THEN SELECT 1; ELSE END ¦IF; END',
      'BEGIN IF a THEN SELECT 1; ELSE SELECT 2; ¦ELSEIF c THEN SELECT 3; END IF; END',
      'BEGIN CASE x ¦ELSE SELECT 3; END CASE; END',
      'BEGIN CASE WHEN a THEN END ¦CASE; END',
      'BEGIN CASE WHEN a THEN SELECT 1; END¦; END',
    ],
    ['4.0'],
  );
});

test('the tree holds conditions with their statements', () => {
  const { tree, textOf } = readTree(
    'BEGIN IF a THEN SELECT 1; SELECT 2; ELSEIF b THEN SELECT 3; ELSE SELECT 4; END IF; END',
    'block',
  );
  const [chosen] = tree.statements;
  if (chosen?.kind !== 'if') throw new Error(`${chosen?.kind}`);
  expect(chosen.branches.map(({ condition, statements }) => [textOf(condition), statements.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(chosen.otherwise?.map(textOf)).toEqual(['SELECT 4']);
});
