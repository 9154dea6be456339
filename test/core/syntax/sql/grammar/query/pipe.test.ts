import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('each step of a pipe is read in Spark 4.0', () => {
  expectRead(
    [
      'TABLE t |> SELECT /*+ BROADCAST(a) */ DISTINCT a, b WINDOW w AS (PARTITION BY b)',
      'SELECT 1 |> EXTEND a + 1 AS b, c AS (d, e)',
      'FROM t |> SET a = 1, b = a + 1 |> DROP a, b',
      'VALUES (1) |> AS x |> JOIN t ON x.a = t.a',
      '(SELECT 1) |> WHERE a > 1',
      'FROM t |> PIVOT (sum(a) FOR b IN (1, 2)) |> UNPIVOT INCLUDE NULLS (a FOR b IN (c, d)) x',
      'FROM t |> TABLESAMPLE (10 PERCENT) REPEATABLE (1)',
      'FROM t |> LEFT OUTER JOIN u AS x USING (a) |> NATURAL JOIN v |> CROSS JOIN LATERAL (SELECT 1) y',
      'FROM t |> UNION ALL SELECT 2 |> EXCEPT DISTINCT (SELECT 2) |> MINUS TABLE u |> INTERSECT VALUES (1)',
      'FROM t |> ORDER BY a DESC |> LIMIT 1 |> OFFSET 2 |> SORT BY a |> CLUSTER BY b',
      'FROM t |> AGGREGATE sum(a) AS b GROUP BY c AS d, e |> AGGREGATE GROUP BY b |> AGGREGATE count(*)',
      'SELECT a IN (TABLE t |> WHERE a) FROM (FROM t |> DROP b) x',
    ],
    'query',
    ['4.0'],
  );
  expectRead(['INSERT INTO t TABLE u |> WHERE a'], 'insert', ['4.0']);
});

test('set operations and what orders rows may stand behind a pipe', () => {
  expectRead(
    [
      'FROM t |> WHERE a UNION SELECT 2 |> WHERE b',
      'FROM t |> WHERE a INTERSECT SELECT 2',
      'FROM t |> WHERE a ORDER BY b LIMIT 1',
      'FROM t |> LIMIT 1 ORDER BY a',
      'FROM t |>',
      'FROM t |> |> WHERE a',
    ],
    'query',
    ['4.0'],
  );
  expectRefused(['SELECT 1 LIMIT 1 ¦|> WHERE a', 'FROM t |> WHERE a LIMIT 1 ¦|> WHERE b'], ['4.0']);
});

test('steps are told where they are broken or hold what they cannot', () => {
  expectRefused(
    [
      'FROM t |> ¦foo',
      'FROM t |> ¦HAVING a',
      'FROM t |> ¦GROUP BY a',
      'FROM t |> ¦LATERAL VIEW explode(a) u AS b',
      'FROM t |> ¦(SELECT 1)',
      'FROM t |> SELECT a ¦FROM u',
      'FROM t |> SELECT a ¦WHERE b',
      'FROM t |> EXTEND¦',
      'FROM t |> SET a¦',
      'FROM t |> DROP a¦.b',
      'FROM t |> DROP ¦(a)',
      'FROM t |> AS¦',
      'FROM t |> AS x ¦(a)',
      'FROM t |> WHERE a ¦GROUP BY b',
      'FROM t |> WHERE a ¦WHERE b',
      'FROM t |> PIVOT (a¦)',
      'FROM t |> UNPIVOT ¦x',
      'FROM t |> TABLESAMPLE ¦10',
      'FROM t |> TABLESAMPLE (10 ROWS) ¦x',
      'FROM t |> JOIN u ON a ¦JOIN v ON b',
      'FROM t |> UNION ¦foo',
      'FROM t |> AGGREGATE sum(a) ¦HAVING b',
    ],
    ['4.0'],
  );
});

test('what orders and cuts rows is told by its first word', () => {
  expectRefused([
    'SELECT a FROM t ¦ORDER BY a +',
    'SELECT a FROM t ¦LIMIT 1 +',
    'SELECT a FROM t ORDER BY a ¦b',
  ]);
  expectRefused(['FROM t |> ¦ORDER BY', 'FROM t |> ¦LIMIT', 'FROM t |> ORDER BY a ¦LIMIT'], ['4.0']);
});

test('Spark 3.5 knows no pipes and no shifts: their signs are two for it', () => {
  expectRefused(
    [
      'TABLE t ¦|> WHERE a',
      'SELECT 1 |¦> WHERE a',
      'SELECT a AS b ¦|> WHERE a',
      'SELECT 1 <¦< 2',
      'SELECT 1 >¦>> 2',
    ],
    ['3.5'],
  );
});

test('the tree of a query holds the steps in their order', () => {
  const { tree, textOf } = readTree(
    'FROM t |> WHERE a UNION SELECT 2 |> AGGREGATE sum(b) GROUP BY c AS d |>',
    'query',
  );
  const { pipes } = tree.query;
  expect(pipes.map(({ kind }) => kind)).toEqual([
    'pipe-where',
    'pipe-set-operation',
    'pipe-aggregate',
    'pipe-organization',
  ]);
  const aggregate = pipes[2];
  if (aggregate?.kind !== 'pipe-aggregate') throw new Error('no aggregate');
  expect(aggregate.groupBy?.elements.map(textOf)).toEqual(['c AS d']);
  expect(pipes[3]).toMatchObject({ organization: null });
});
