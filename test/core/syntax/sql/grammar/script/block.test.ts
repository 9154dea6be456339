import { expect, test } from 'vitest';
import { parseStatement } from '../../../../../../core/syntax/sql/parse-statement.ts';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a block holds statements of any kind, each with its semicolon', () => {
  expectRead(
    [
      'BEGIN END',
      'BEGIN NOT ATOMIC SELECT 1; END;',
      'BEGIN BEGIN SELECT 1; END; l: BEGIN END l; `a b`: BEGIN END; END',
      'BEGIN VALUES (1); TABLE t; FROM t SELECT 1; WITH a AS (SELECT 1) SELECT 2; (SELECT 3); END',
      'BEGIN INSERT INTO t SELECT 1; UPDATE t SET a = 1; DELETE FROM t; END',
      'BEGIN SHOW TABLES; EXPLAIN SELECT 1; ADD JAR a b; REFRESH TABLE a; CALL f(); END',
      'BEGIN SELECT a end; SELECT a AS end; SELECT CASE WHEN a THEN 1 END CASE; END',
    ],
    'block',
    ['4.0'],
  );
  expectRefused(['¦BEGIN SELECT 1; END'], ['3.5']);
});

test('what is missing or too much in a block is told where it is', () => {
  expectRefused(
    [
      'BEGIN¦',
      'BEGIN ¦; END',
      'BEGIN SELECT 1;¦',
      'BEGIN SELECT 1;¦; END',
      'BEGIN SELECT 1; SELECT 2 END¦',
      'BEGIN SELECT 1; END ¦x',
      'BEGIN SELECT 1; END;¦;',
      'BEGIN BEGIN SELECT 1; END END¦',
      'BEGIN NOT ¦SELECT 1; END',
      'BEGIN SELECT 1; foo ¦bar; END',
      'BEGIN foo¦; END',
      'BEGIN l: ¦SELECT 1; END',
      'BEGIN RESET¦; END',
      '¦l: BEGIN SELECT 1; END',
    ],
    ['4.0'],
  );
});

test('SET sets variables in a block', () => {
  expectRead(
    ['BEGIN SET x = 1, a.b = 2; SET (x, y) = (SELECT 1, 2); SET CATALOG a; SET catalog = 1; END'],
    'block',
    ['4.0'],
  );
  expectRefused(
    [
      'BEGIN SET VAR ¦x = 1; END',
      'BEGIN SET TIME ¦ZONE LOCAL; END',
      'BEGIN SET x¦; END',
      'BEGIN SET a = b ¦c; END',
    ],
    ['4.0'],
  );
});

test('the tree of a block holds its statements and labels', () => {
  const { tree, textOf } = readTree('BEGIN l: BEGIN SELECT 1; SET a = 2; END l; DROP TABLE t; END', 'block');
  expect(tree.statements.map(textOf)).toEqual(['l: BEGIN SELECT 1; SET a = 2; END l', 'DROP TABLE t']);
  const [inner] = tree.statements;
  if (inner?.kind !== 'block') throw new Error(`${inner?.kind}`);
  expect([textOf(inner.label), textOf(inner.endLabel)]).toEqual(['l', 'l']);
  expect(inner.statements.map(({ kind }) => kind)).toEqual(['query', 'set-variable']);
});

test('each broken statement of a block is told, and no other', () => {
  const text = 'BEGIN SELECT 1 +; SELECT 2; IF a SELECT 3; END IF; SELECT 4 4; END';
  const { problems } = parseStatement(text, { version: '4.0', ansi: true });
  expect(problems.map(({ range }) => text.slice(range.start))).toEqual([
    '+; SELECT 2; IF a SELECT 3; END IF; SELECT 4 4; END',
    'SELECT 3; END IF; SELECT 4 4; END',
    '4; END',
  ]);
});
