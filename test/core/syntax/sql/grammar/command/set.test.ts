import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a setting takes any value up to the end', () => {
  expectRead(
    [
      'SET',
      'SET -v',
      'SET spark.sql.x',
      'SET spark.sql.x = 1, 2 = (a',
      "SET a='b' c",
      'SET a =',
      'SET a = `b c`',
      'SET `a b`',
      'SET `a b` = c d',
      'SET CATALOG',
      'SET TIME = a',
      'SET VAR = 1',
      "SET a = 'not closed",
    ],
    'set-config',
  );
  const { tree, textOf } = readTree('SET a.b = c = d;', 'set-config');
  expect([textOf(tree.key), textOf(tree.value)]).toEqual(['a.b', 'c = d']);
});

test('a key with other signs than those of a word stands in backquotes', () => {
  expectRefused([
    '¦SET a b',
    '¦SET a-b = c',
    "¦SET 'a' = 'b'",
    '¦SET = b',
    '¦SET `a` b',
    '¦SET -v x',
    '¦SET a b = `c`',
  ]);
});

test('time zones are strings, LOCAL or intervals', () => {
  expectRead(
    [
      "SET TIME ZONE 'UTC'",
      'SET TIME ZONE LOCAL',
      'SET TIME ZONE INTERVAL 1 HOUR',
      "SET TIME ZONE INTERVAL '1:0' HOUR TO MINUTE",
    ],
    'set-time-zone',
  );
  expectRefused(['¦SET TIME ZONE', '¦SET TIME ZONE UTC', "¦SET TIME ZONE 'a' 'b'", '¦SET TIME ZONE LOCAL x']);
});

test('the catalog is set by a name of one part', () => {
  expectRead(['SET CATALOG a', 'SET CATALOG `a`', "SET CATALOG 'a'"], 'set-catalog');
  expectRead(["SET CATALOG IDENTIFIER('a')"], 'set-catalog', ['4.0']);
  expectRefused(['¦SET CATALOG a.b', "¦SET CATALOG 'a' 'b'"]);
  expectRefused(["¦SET CATALOG IDENTIFIER('a')", '¦SET COLLATION UNICODE'], ['3.5']);
  expectRead(['SET ROLE a'], 'unsupported-hive');
});

test('variables are known to Spark 4.0 alone', () => {
  expectRead(
    ['SET VAR x = 1, y = DEFAULT', 'SET VARIABLE a.b = (SELECT 1)', 'SET VAR (a, b) = (SELECT 1, 2)'],
    'set-variable',
    ['4.0'],
  );
  expectRefused(['¦SET VAR x', '¦SET VAR x = 1 y', '¦SET VAR (a) = SELECT 1', '¦SET VAR (a) = (1)'], ['4.0']);
  expectRefused(['¦SET VAR x = 1', '¦SET VAR (a) = (SELECT 1)'], ['3.5']);
  const { tree, textOf } = readTree('SET VAR (a, b) = (SELECT 1, 2)', 'set-variable');
  expect([tree.names.map(textOf), textOf(tree.query)]).toEqual([['a', 'b'], 'SELECT 1, 2']);
});

test('settings are reset, all or one', () => {
  expectRead(['RESET', 'RESET a.b:c', 'RESET `a b`', 'RESET;'], 'reset');
  expectRefused(['¦RESET a b', "¦RESET 'a'", '¦RESET a = b', '¦RESET `a` b', '¦RESET a-b']);
});
