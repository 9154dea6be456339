import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('what lists names takes a namespace and a pattern', () => {
  expectRead(
    [
      'SHOW TABLES',
      "SHOW TABLES IN a.b LIKE 'x*'",
      "SHOW TABLES FROM a 'x'",
      "SHOW VIEWS 'x'",
      'SHOW DATABASES',
      "SHOW SCHEMAS LIKE 'x'",
      "SHOW NAMESPACES IN a.b 'c'",
      "SHOW CATALOGS LIKE 'a'",
      "SHOW TABLE EXTENDED IN a LIKE 'b' PARTITION (c = 1)",
      'SHOW CURRENT NAMESPACE',
      'SHOW CURRENT SCHEMA',
    ],
    'show',
  );
  expectRefused([
    'SHOW TABLES LIKE¦',
    'SHOW TABLES LIKE ¦x',
    'SHOW TABLES ¦x',
    'SHOW TABLES FROM¦',
    "SHOW TABLES LIKE 'a' ¦FROM b",
    'SHOW TABLES FROM a ¦IN b',
    "SHOW TABLE EXTENDED ¦'a'",
    'SHOW TABLE EXTENDED FROM a¦',
    'SHOW CATALOGS ¦FROM a',
    "SHOW NAMESPACES FROM IDENTIFIER¦('a')",
    'SHOW CURRENT¦',
    'SHOW CURRENT ¦SCHEMAS',
  ]);
});

test('what looks at one table names it', () => {
  expectRead(
    [
      'SHOW COLUMNS FROM t',
      'SHOW COLUMNS IN t IN db',
      'SHOW PARTITIONS t PARTITION (a = 1)',
      'SHOW TBLPROPERTIES t',
      "SHOW TBLPROPERTIES t ('a.b')",
      'SHOW TBLPROPERTIES t (a.b)',
      'SHOW CREATE TABLE t',
      'SHOW CREATE TABLE t AS SERDE',
    ],
    'show',
  );
  expectRefused([
    'SHOW COLUMNS ¦t',
    "SHOW COLUMNS FROM t ¦LIKE 'a'",
    'SHOW PARTITIONS¦',
    'SHOW PARTITIONS t ¦(a = 1)',
    'SHOW TBLPROPERTIES t (¦)',
    'SHOW TBLPROPERTIES t (a¦, b)',
    "SHOW TBLPROPERTIES t ('a' ¦'b')",
    'SHOW CREATE ¦VIEW t',
  ]);
});

test('functions are listed by scope, namespace and a pattern or a name', () => {
  expectRead(
    [
      'SHOW FUNCTIONS',
      "SHOW USER FUNCTIONS LIKE 'a*'",
      'SHOW ALL FUNCTIONS a.b',
      "SHOW SYSTEM FUNCTIONS FROM a.b 'x'",
      'SHOW FUNCTIONS LIKE',
      'SHOW FUNCTIONS FROM',
    ],
    'show',
  );
  expectRefused([
    'SHOW FUNCTIONS a ¦b',
    'SHOW FUNCTIONS FROM a FROM ¦b',
    'SHOW¦',
    'SHOW things¦',
    'SHOW COLLATIONS ¦LIKE "a"',
  ]);
  const { tree, textOf } = readTree("SHOW USER FUNCTIONS IN db LIKE 'a*'", 'show');
  expect([textOf(tree.scope), textOf(tree.namespace), textOf(tree.pattern)]).toEqual(['USER', 'db', "'a*'"]);
});

test('what Hive alone can show is read as unsupported', () => {
  expectRead(
    ['SHOW GRANT x', 'SHOW ROLES', 'SHOW CURRENT ROLES', 'SHOW LOCKS t EXTENDED'],
    'unsupported-hive',
  );
  expectRead(['SHOW CREATE TABLE', 'SHOW CREATE TABLE t AS', 'SHOW CREATE TABLE t x'], 'unsupported-hive');
});
