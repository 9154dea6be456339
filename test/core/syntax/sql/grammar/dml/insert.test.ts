import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('an insert names a table, what of it is written, and a query', () => {
  expectRead(
    [
      'INSERT INTO t SELECT 1',
      'insert into table db.t values (1, 2)',
      'INSERT INTO t (a, b) SELECT 1, 2',
      'INSERT INTO t (SELECT 1)',
      'INSERT INTO t (a) (SELECT 1)',
      'INSERT INTO t BY NAME SELECT 1 AS a',
      'INSERT INTO t TABLE s',
      'INSERT INTO t FROM s SELECT a',
      'INSERT INTO t WITH c AS (SELECT 1) SELECT * FROM c',
      'WITH c AS (SELECT 1) INSERT INTO t SELECT * FROM c',
      "INSERT INTO IDENTIFIER('db.t') SELECT 1",
      "INSERT OVERWRITE t PARTITION (a = 1, b = 'x', c = DATE '2026-01-31', d = -1, e = NULL, f) SELECT 1",
      'INSERT OVERWRITE TABLE t PARTITION (a = 1) IF NOT EXISTS (b, c) SELECT 1, 2',
      'INSERT INTO t REPLACE WHERE a = 1 AND b > 2 SELECT 1',
    ],
    'insert',
  );
});

test('a table may be called as a word of the statement', () => {
  expectRead(
    [
      'INSERT INTO TABLE SELECT 1',
      'INSERT INTO TABLE VALUES (1)',
      'INSERT OVERWRITE TABLE DIRECTORY SELECT 1',
      'INSERT OVERWRITE DIRECTORY SELECT 1',
      'INSERT OVERWRITE LOCAL (a) SELECT 1',
    ],
    'insert',
  );
});

test('parts of an insert are told where they are broken, misplaced or doubled', () => {
  expectRefused([
    'INSERT ¦t SELECT 1',
    'INSERT INTO t¦',
    'INSERT INTO t ¦x SELECT 1',
    'INSERT INTO t (a¦.b) SELECT 1',
    'INSERT INTO t (a,¦) SELECT 1',
    'INSERT INTO t PARTITION (¦) SELECT 1',
    'INSERT INTO t PARTITION (a ¦1) SELECT 1',
    'INSERT INTO t PARTITION (a = 1 ¦+ 1) SELECT 1',
    'INSERT INTO t PARTITION (a = b¦) SELECT 1',
    'INSERT INTO t PARTITION (a¦.b = 1) SELECT 1',
    'INSERT OVERWRITE t ¦IF NOT EXISTS SELECT 1',
    'INSERT OVERWRITE t (a) ¦BY NAME SELECT 1',
    'INSERT OVERWRITE t BY NAME (¦a) SELECT 1',
  ]);
});

test('options of the table are known to Spark 4.0 alone', () => {
  expectRead(["INSERT INTO t WITH ('a' = 1) (b) SELECT 1"], 'insert', ['4.0']);
  expectRefused(["INSERT INTO t WITH ¦('a' = 1) SELECT 1"], ['3.5']);
});

test('an insert into a directory says how its files are written', () => {
  expectRead(
    [
      "INSERT OVERWRITE DIRECTORY '/x' SELECT 1",
      "INSERT OVERWRITE LOCAL DIRECTORY '/x' USING csv OPTIONS (header true, 'a.b' = 'c') SELECT 1",
      'INSERT OVERWRITE DIRECTORY USING parquet OPTIONS (path "/x") SELECT 1',
      "INSERT OVERWRITE DIRECTORY '/x' ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' STORED AS textfile SELECT 1",
      "INSERT OVERWRITE DIRECTORY '/x' STORED AS INPUTFORMAT 'a' OUTPUTFORMAT 'b' SELECT 1",
    ],
    'insert',
  );
  expectRefused([
    "INSERT OVERWRITE DIRECTORY '/x' USING csv OPTIONS (¦) SELECT 1",
    "INSERT OVERWRITE DIRECTORY '/x' STORED AS parquet ¦ROW FORMAT SERDE 'a' SELECT 1",
    "INSERT INTO DIRECTORY ¦'/x' SELECT 1",
    "INSERT OVERWRITE LOCAL DIRECTORY '/x' STORED ¦parquet SELECT 1",
  ]);
});

test('the tree of an insert holds its parts', () => {
  const { tree, textOf } = readTree(
    'WITH c AS (SELECT 1) INSERT OVERWRITE db.t PARTITION (a = 1, b) IF NOT EXISTS (x, y) SELECT * FROM c',
    'insert',
  );
  const { target, query } = tree;
  if (target.kind !== 'insert-table') throw new Error(target.kind);
  expect(target.isOverwrite).toBe(true);
  expect(target.isIfNotExists).toBe(true);
  expect(target.name.parts.map(textOf)).toEqual(['db', 't']);
  expect(target.partition?.values.map(textOf)).toEqual(['a = 1', 'b']);
  expect(target.columns.map(textOf)).toEqual(['x', 'y']);
  expect(textOf(query)).toBe('SELECT * FROM c');
  expect(textOf(tree.with)).toBe('WITH c AS (SELECT 1)');
});

test('inserts that read one FROM are branches of one statement', () => {
  const { tree, textOf } = readTree(
    'FROM t a JOIN u INSERT INTO x SELECT a WHERE b LIMIT 1 INSERT OVERWRITE y (c) SELECT d SORT BY d',
    'multi-insert',
  );
  expect(textOf(tree.from)).toBe('FROM t a JOIN u');
  expect(tree.branches.map(({ target }) => textOf(target))).toEqual([
    'INSERT INTO x',
    'INSERT OVERWRITE y (c)',
  ]);
  expect(tree.branches.map(({ query }) => textOf(query))).toEqual([
    'SELECT a WHERE b LIMIT 1',
    'SELECT d SORT BY d',
  ]);
  expectRead(
    [
      'WITH c AS (SELECT 1) FROM c INSERT INTO a SELECT 1',
      "FROM t INSERT INTO a MAP b USING 'cat' INSERT OVERWRITE DIRECTORY '/x' SELECT 1",
    ],
    'multi-insert',
  );
  expectRefused([
    'FROM t INSERT INTO a ¦VALUES (1)',
    'FROM t INSERT INTO a SELECT 1 ¦FROM b',
    'FROM t INSERT INTO a SELECT 1 ¦SELECT 2',
    'FROM t INSERT INTO a SELECT 1 UNION ¦SELECT 2',
    'FROM t SELECT 1 ¦INSERT INTO a SELECT 1',
  ]);
});
