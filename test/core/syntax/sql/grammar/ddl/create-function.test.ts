import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a function of a class names what it needs', () => {
  expectRead(
    [
      "CREATE FUNCTION f AS 'a.B'",
      "CREATE OR REPLACE TEMPORARY FUNCTION f AS 'a.B' USING JAR '/a.jar', FILE '/b'",
      "CREATE FUNCTION IF NOT EXISTS a.b.f AS 'a.B' USING foo 'x'",
    ],
    'create-function',
  );
  expectRefused([
    "CREATE FUNCTION ¦'f' AS 'a.B'",
    'CREATE FUNCTION f AS ¦a.B',
    "CREATE FUNCTION f AS 'a.B' USING ¦'x'",
    "CREATE FUNCTION f AS 'a.B' USING JAR ¦x",
    "CREATE FUNCTION f AS 'a.B' USING JAR 'x',¦",
    'CREATE TEMPORARY ¦x',
  ]);
});

test('a function in SQL is of Spark 4.0', () => {
  const texts = [
    'CREATE FUNCTION f() RETURNS INT RETURN 1',
    "CREATE OR REPLACE TEMPORARY FUNCTION a.f(x INT DEFAULT 1 COMMENT 'c', y STRING NOT NULL) RETURN x + 1",
    "CREATE FUNCTION IF NOT EXISTS f(x INT) RETURNS INT LANGUAGE SQL DETERMINISTIC NOT DETERMINISTIC CONTAINS SQL READS SQL DATA NO SQL MODIFIES SQL DATA COMMENT 'c' SPECIFIC g SQL SECURITY DEFINER RETURNS NULL ON NULL INPUT CALLED ON NULL INPUT RETURN x",
    'CREATE FUNCTION f(x INT) RETURNS TABLE (a INT, b STRING) RETURN SELECT x, y FROM t',
    'CREATE FUNCTION f() RETURNS INT LANGUAGE python RETURN 1',
    'CREATE FUNCTION f() RETURN (SELECT 1)',
    'CREATE FUNCTION f() RETURN (SELECT 1) + 1',
    'CREATE FUNCTION f() RETURN (SELECT 1) UNION SELECT 2',
    "CREATE FUNCTION f() RETURN map('a', 1)",
    'CREATE FUNCTION f() RETURN TABLE t',
    'CREATE FUNCTION f() RETURN VALUES (1), (2)',
    'CREATE FUNCTION f() RETURN WITH x AS (SELECT 1) SELECT 1',
  ];
  expectRead(texts, 'create-sql-function', ['4.0']);
  expectRefused(['CREATE FUNCTION f¦() RETURNS INT RETURN 1'], ['3.5']);
  expectRefused(
    [
      'CREATE FUNCTION f(¦',
      'CREATE FUNCTION f(x¦) RETURN 1',
      'CREATE FUNCTION f() ¦SELECT 1',
      'CREATE FUNCTION f() RETURNS ¦(a INT) RETURN 1',
      'CREATE FUNCTION f() RETURNS TABLE (¦) RETURN SELECT 1',
      "CREATE FUNCTION f() LANGUAGE ¦'x' RETURN 1",
      'CREATE FUNCTION f() NOT ¦RETURN 1',
      'CREATE FUNCTION f() READS SQL ¦RETURN 1',
      'CREATE FUNCTION f() SQL SECURITY ¦NONE RETURN 1',
      'CREATE FUNCTION f() RETURN¦',
      "CREATE FUNCTION f() RETURN 1 ¦COMMENT 'c'",
    ],
    ['4.0'],
  );
});

test('the tree of a function in SQL holds parameters, result, what is said of it, and its body', () => {
  const { tree, textOf } = readTree(
    "CREATE FUNCTION f(x INT DEFAULT 1, y STRING) RETURNS TABLE (a INT) DETERMINISTIC COMMENT 'c' DETERMINISTIC RETURN SELECT x",
    'create-sql-function',
  );
  expect(tree.parameters.map(textOf)).toEqual(['x INT DEFAULT 1', 'y STRING']);
  expect([tree.returns?.kind, textOf(tree.returns)]).toEqual(['table-result', 'TABLE (a INT)']);
  expect(tree.characteristics.map(({ kind }) => kind)).toEqual(['deterministic', 'comment', 'deterministic']);
  expect([tree.body.kind, textOf(tree.body)]).toEqual(['query', 'SELECT x']);
});
