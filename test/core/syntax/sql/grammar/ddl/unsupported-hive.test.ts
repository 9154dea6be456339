import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('commands of Hive are known by their words, whatever follows', () => {
  expectRead(
    [
      'GRANT',
      'GRANT ROLE a TO b',
      'REVOKE SELECT ON t )(',
      'EXPORT TABLE t',
      'IMPORT TABLE t FROM x',
      'LOCK TABLE t',
      'UNLOCK DATABASE d',
      'START TRANSACTION',
      'COMMIT',
      'ROLLBACK WORK',
      'DFS -ls /',
      'CREATE ROLE a',
      'DROP ROLE a',
      'CREATE TEMPORARY MACRO m(x INT) x + 1',
      'DROP TEMP MACRO m',
      'ALTER TABLE t NOT CLUSTERED',
      'ALTER TABLE t NOT STORED AS DIRECTORIES',
      'ALTER TABLE a.t CLUSTERED BY (a) INTO 2 BUCKETS',
      'ALTER TABLE t SET SKEWED LOCATION (a = b)',
      'ALTER TABLE t EXCHANGE PARTITION (a = 1) WITH TABLE u',
      'ALTER TABLE t TOUCH anything )(',
      "ALTER TABLE t PARTITION (a = 1) COMPACT 'major'",
      'ALTER TABLE t SET FILEFORMAT orc',
      'ALTER TABLE t REPLACE COLUMNS',
      'ALTER TABLE t REPLACE COLUMNS (a INT',
    ],
    'unsupported-hive',
  );
});

test('a command of Hive that is not whole is told where it ends', () => {
  expectRefused([
    'EXPORT ¦t',
    'LOCK ¦t',
    'START¦',
    'CREATE ¦MACRO m',
    'ALTER TABLE t NOT ¦FOO',
    'ALTER TABLE t NOT STORED AS¦',
    'ALTER TABLE t EXCHANGE ¦a',
    'ALTER TABLE t SET SKEWED ¦a',
    'ALTER TABLE a.b.t ¦TOUCH',
    'ALTER TABLE t PARTITION (a = 1) ¦TOUCH',
  ]);
});

test('`!` stands for NOT in a command of Hive in Spark 3.5 alone', () => {
  expectRead(['ALTER TABLE t ! CLUSTERED'], 'unsupported-hive', ['3.5']);
  expectRefused(['ALTER TABLE t ¦! CLUSTERED'], ['4.0']);
});

test('the tree of a command of Hive holds its words', () => {
  const { tree, textOf } = readTree("ALTER TABLE t PARTITION (a = 1) COMPACT 'major'", 'unsupported-hive');
  expect(tree.words.map((at) => textOf({ first: at, last: at }))).toEqual(['ALTER', 'TABLE', 'COMPACT']);
});
