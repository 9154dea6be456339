import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a database is created with its clauses, by any of its words', () => {
  expectRead(
    [
      'CREATE DATABASE d',
      "CREATE SCHEMA IF NOT EXISTS a.d COMMENT 'c' LOCATION '/x' WITH DBPROPERTIES (a = 1)",
      "CREATE NAMESPACE d WITH PROPERTIES ('a' = 'b') COMMENT 'c' COMMENT 'd'",
      'CREATE DATABASE if',
    ],
    'create-namespace',
  );
  expectRefused([
    'CREATE DATABASE ¦',
    'CREATE DATABASE IF NOT ¦a',
    'CREATE DATABASE IF ¦EXISTS a',
    'CREATE DATABASE d WITH ¦TBLPROPERTIES (a = 1)',
    "CREATE DATABASE d ¦MANAGED LOCATION '/x'",
    'CREATE OR REPLACE ¦DATABASE d',
  ]);
});

test('properties and place of a database are set', () => {
  expectRead(
    ["ALTER DATABASE d SET DBPROPERTIES ('a' = 'b')", "ALTER NAMESPACE a.d SET LOCATION '/x'"],
    'alter-namespace',
  );
  expectRead(["ALTER SCHEMA d UNSET PROPERTIES ('a', b)"], 'alter-namespace', ['4.0']);
  expectRefused(["ALTER SCHEMA d ¦UNSET PROPERTIES ('a')"], ['3.5']);
  expectRefused(["ALTER SCHEMA d UNSET PROPERTIES ¦IF EXISTS ('a')"], ['4.0']);
  expectRefused(['ALTER DATABASE d¦', 'ALTER DATABASE d ¦RENAME TO e', 'ALTER DATABASE d SET ¦OWNER TO a']);
});

test('the tree of a database keeps its clauses in order', () => {
  const { tree, textOf } = readTree(
    "CREATE DATABASE d LOCATION '/x' WITH DBPROPERTIES (a = 1) LOCATION '/y'",
    'create-namespace',
  );
  expect(tree.clauses.map((clause) => [clause.kind, textOf(clause)])).toEqual([
    ['location', "LOCATION '/x'"],
    ['properties', 'WITH DBPROPERTIES (a = 1)'],
    ['location', "LOCATION '/y'"],
  ]);
});
