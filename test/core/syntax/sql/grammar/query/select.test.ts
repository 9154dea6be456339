import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a query has its clauses in their order', () => {
  expectRead(
    [
      'SELECT a, b AS c, d e, f AS (g, h) FROM t',
      'SELECT /*+ BROADCAST(t), COALESCE(3) */ DISTINCT a FROM t',
      'SELECT a FROM t WHERE b = 1 GROUP BY a HAVING count(*) > 1 ORDER BY a DESC NULLS LAST LIMIT 5 OFFSET 2',
      'SELECT a FROM t GROUP BY ROLLUP (a, (b, c)), CUBE (d), GROUPING SETS ((a), (), b)',
      'SELECT a FROM t GROUP BY a, b WITH CUBE',
      'SELECT a FROM t GROUP BY a GROUPING SETS ((a), ())',
      'SELECT sum(a) OVER w FROM t WINDOW w AS (PARTITION BY b ORDER BY c ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)',
      'SELECT a FROM t CLUSTER BY a',
      'SELECT a FROM t DISTRIBUTE BY a SORT BY b LIMIT ALL',
      'FROM t SELECT a WHERE b SELECT c',
      "SELECT TRANSFORM (a, b) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' USING 'cat' AS (c INT, d) FROM t",
      "MAP a, b USING 'cat' AS c FROM t",
      'TABLE db.t',
      'VALUES (1, 2), (3, 4) AS t (a, b)',
    ],
    'query',
  );
});

test('relations are joined, sampled, pivoted and looked at in time', () => {
  expectRead(
    [
      'SELECT * FROM a, b c, (SELECT 1) AS d (e), (f JOIN g ON h) i',
      'SELECT * FROM a JOIN b USING (c) LEFT OUTER JOIN d ON e NATURAL FULL JOIN f CROSS JOIN g',
      'SELECT * FROM a LEFT SEMI JOIN b ON c ANTI JOIN d ON e RIGHT JOIN f',
      'SELECT * FROM a, LATERAL (SELECT 1) b JOIN LATERAL f(a.x) ON TRUE',
      'SELECT * FROM t LATERAL VIEW OUTER explode(x) y AS z LATERAL VIEW posexplode(w) v AS p, q',
      'SELECT * FROM t TABLESAMPLE (10 PERCENT) REPEATABLE (3) u, v TABLESAMPLE (BUCKET 1 OUT OF 4 ON id)',
      'SELECT * FROM t VERSION AS OF 3, u FOR TIMESTAMP AS OF now() v',
      'SELECT * FROM t PIVOT (sum(a) AS s, avg(b) FOR (c, d) IN ((1, 2) AS e, (3, 4)))',
      'SELECT * FROM t UNPIVOT INCLUDE NULLS (v FOR n IN (a AS x, b)) AS u',
      'SELECT * FROM t UNPIVOT ((v, w) FOR n IN ((a, b) AS x, (c, d)))',
      'SELECT * FROM range(1, 10) r, f(TABLE(t)), g(x => 1)',
      'SELECT * FROM VALUES (1), (2) t (a)',
    ],
    'query',
  );
});

test('sets of rows are put together, the intersection first', () => {
  const { tree, textOf } = readTree(
    'SELECT 1 UNION ALL SELECT 2 INTERSECT SELECT 3 MINUS (SELECT 4)',
    'query',
  );
  const { body } = tree.query;
  if (body.kind !== 'set-operation') throw new Error('no set operation');
  expect(body.rest.map(({ operator, quantifier, term }) => [operator, quantifier, textOf(term)])).toEqual([
    ['union', 'all', 'SELECT 2 INTERSECT SELECT 3'],
    ['minus', null, '(SELECT 4)'],
  ]);
});

test('common tables may be recursive in Spark 4.0 alone', () => {
  expectRead(['WITH a AS (SELECT 1), b (x, y) AS (SELECT 2, 3) SELECT * FROM a, b'], 'query');
  const text = 'WITH RECURSIVE a (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT * FROM a';
  expectRead([text], 'query', ['4.0']);
  expectRefused([text.replace(' a (n)', ' ¦a (n)')], ['3.5']);
});

test('a table given to a function is partitioned in Spark 4.0 alone', () => {
  expectRead(
    ['SELECT * FROM f(TABLE(t) PARTITION BY a ORDER BY b), g(x => TABLE u WITH SINGLE PARTITION)'],
    'query',
    ['4.0'],
  );
  expectRefused(['SELECT * FROM f(TABLE(t) ¦PARTITION BY a)'], ['3.5']);
});

test('columns are left out of a star in Spark 4.0 alone', () => {
  const text = 'SELECT * EXCEPT (a, b.c), t.* EXCEPT (d) FROM t';
  expectRead([text], 'query', ['4.0']);
});

test('the tree of a SELECT holds its parts', () => {
  const { tree, textOf } = readTree(
    'SELECT a + 1 AS b, count(*) FROM db.t AS x JOIN u ON x.id = u.id WHERE c GROUP BY a HAVING d',
    'query',
  );
  const { body } = tree.query;
  if (body.kind !== 'select') throw new Error('no SELECT');
  expect(body.items.map(({ expression, alias }) => [textOf(expression), textOf(alias)])).toEqual([
    ['a + 1', 'b'],
    ['count(*)', ''],
  ]);
  expect(body.from?.relations.map(textOf)).toEqual(['db.t AS x JOIN u ON x.id = u.id']);
  expect([body.where, body.having].map(textOf)).toEqual(['c', 'd']);
  expect(body.groupBy?.elements.map(textOf)).toEqual(['a']);
});

test('mistakes of queries are told where Spark sees them', () => {
  expectRefused([
    'SELECT a b ¦c FROM t',
    'SELECT a ¦1 FROM t',
    'SELECT a FROM t u ¦v',
    'SELECT a, b, FROM t WHERE x = 1 ¦2',
    'SELECT a FROM t JOIN¦',
    'SELECT a FROM t JOIN u ON¦',
    'SELECT a FROM t LEFT ¦u',
    'SELECT a FROM t GROUP ¦a',
    'SELECT a FROM t WHERE a = 1 ¦ORDER a',
    'SELECT a FROM t LIMIT 5 ¦6',
    'SELECT a FROM t LIMIT 1¦, 2',
    'SELECT * FROM (SELECT a b ¦c FROM t)',
    'SELECT * FROM VALUES (1, 2), (3 ¦4)',
    'WITH a AS ¦SELECT 1 SELECT * FROM a',
    'WITH a AS (SELECT 1 ¦2) SELECT * FROM a',
    'SELECT * FROM t PIVOT (sum(a) FOR b IN (1 ¦2 3))',
    'SELECT sum(a) OVER (PARTITION BY x ORDER ¦y) FROM t',
    'SELECT TOP ¦5 a FROM t',
    'SELECT ¦[a] FROM t',
    'SELECT a FROM t¦)',
  ]);
});
