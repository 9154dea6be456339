import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('any statement is explained, in more or less detail', () => {
  expectRead(
    [
      'EXPLAIN SELECT 1',
      'EXPLAIN EXTENDED WITH a AS (SELECT 1) SELECT * FROM a',
      'EXPLAIN CODEGEN INSERT INTO t SELECT 1',
      'EXPLAIN COST SHOW TABLES',
      'EXPLAIN FORMATTED SET a = b c',
      'EXPLAIN EXPLAIN LOGICAL SELECT 1',
    ],
    'explain',
  );
  expectRefused([
    'EXPLAIN¦',
    'EXPLAIN ¦t',
    'EXPLAIN EXTENDED¦',
    'EXPLAIN EXTENDED ¦FORMATTED SELECT 1',
    'EXPLAIN SELECT 1 + ¦',
    'EXPLAIN ¦BEGIN SELECT 1; END',
  ]);
  const { tree } = readTree('EXPLAIN COST DELETE FROM t', 'explain');
  expect([tree.detail, tree.statement.kind]).toEqual(['cost', 'delete']);
});
