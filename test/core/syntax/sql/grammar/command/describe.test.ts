import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a table is described, a partition or a column of it', () => {
  expectRead(
    [
      'DESC t',
      'DESCRIBE TABLE db.t',
      'DESC EXTENDED t PARTITION (a = 1)',
      'DESC TABLE FORMATTED t a.b',
      "DESC IDENTIFIER('t') c",
      'DESC EXTENDED',
      'DESC TABLE',
      'DESC TABLE EXTENDED FORMATTED t',
      'DESC FUNCTION',
      'DESC DATABASE',
      'DESC QUERY',
      'DESC QUERY x',
      'DESC t AS',
    ],
    'describe-table',
  );
  expectRefused([
    'DESC¦',
    "DESC ¦'a'",
    "DESC t ¦'a'",
    'DESC t a ¦b',
    'DESC t PARTITION ¦a',
    'DESC t PARTITION (a = 1) PARTITION ¦(b = 1)',
    'DESC INSERT INTO ¦t SELECT 1',
  ]);
});

test('JSON is known to Spark 4.0 alone', () => {
  expectRead(['DESC EXTENDED t AS JSON', 'DESC FORMATTED t PARTITION (a = 1) AS JSON'], 'describe-table', [
    '4.0',
  ]);
  expectRefused(['DESC EXTENDED t AS ¦JSON', 'DESC t c ¦AS JSON'], ['3.5']);
  expectRefused(['DESC EXTENDED t AS JSON ¦x'], ['4.0']);
  expect(readTree('DESC EXTENDED t AS JSON', 'describe-table').tree).toMatchObject({
    detail: 'extended',
    column: null,
    isJson: true,
  });
});

test('a query is described with or without a word before it', () => {
  expectRead(
    [
      'DESC QUERY SELECT 1',
      'DESC QUERY TABLE t',
      'DESC SELECT a FROM t',
      'DESC WITH c AS (SELECT 1) SELECT * FROM c',
      'DESC VALUES (1)',
      'DESC (SELECT 1)',
      'DESC TABLE a UNION TABLE b',
      'DESC FROM t SELECT a',
    ],
    'describe-query',
  );
});

test('a function is described by name, string or operator', () => {
  expectRead(
    [
      'DESC FUNCTION a.f',
      'DESCRIBE FUNCTION EXTENDED f',
      "DESC FUNCTION 'f'",
      'DESC FUNCTION +',
      'DESC FUNCTION EXTENDED <=>',
      'DESC FUNCTION !',
      'DESC FUNCTION AND',
      'DESC FUNCTION EXTENDED',
    ],
    'describe-function',
  );
  expectRead(['DESC FUNCTION <<', 'DESC FUNCTION >>>'], 'describe-function', ['4.0']);
  expectRefused(['DESC FUNCTION ¦->', 'DESC FUNCTION f ¦x', 'DESC FUNCTION ¦(']);
  const { tree, textOf } = readTree('DESC FUNCTION EXTENDED ||', 'describe-function');
  expect([tree.isExtended, tree.name, textOf(tree.operator)]).toEqual([true, null, '||']);
});

test('a database is described', () => {
  expectRead(
    ['DESC DATABASE a', 'DESC SCHEMA EXTENDED a.b', 'DESC NAMESPACE EXTENDED'],
    'describe-namespace',
  );
  expectRefused(['DESC DATABASE a ¦b', 'DESC DATABASE EXTENDED a ¦b']);
});
