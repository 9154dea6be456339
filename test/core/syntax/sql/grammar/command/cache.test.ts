import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a table is cached with or without a query and options', () => {
  expectRead(
    [
      'CACHE TABLE db.t',
      "CACHE LAZY TABLE t OPTIONS ('storageLevel' = 'DISK_ONLY') AS SELECT 1",
      'CACHE TABLE t SELECT 1',
      'CACHE TABLE t (SELECT 1)',
      'CACHE TABLE options',
    ],
    'cache',
  );
  expectRefused([
    'CACHE ¦t',
    'CACHE TABLE t AS¦',
    'CACHE TABLE t ¦LAZY',
    'CACHE TABLE OPTIONS (¦a 1)',
    'CACHE TABLE t AS SELECT 1 OPTIONS ¦(a 1)',
  ]);
});

test('a table is taken out of the cache, or all of them', () => {
  expectRead(['UNCACHE TABLE t', 'UNCACHE TABLE IF EXISTS db.t', 'UNCACHE TABLE IF'], 'uncache');
  expectRead(['CLEAR CACHE', 'clear cache;'], 'clear-cache');
  expectRefused([
    'UNCACHE TABLE IF EXISTS¦',
    'UNCACHE TABLE IF ¦NOT EXISTS t',
    'UNCACHE ¦LAZY TABLE t',
    'CLEAR¦',
    'CLEAR CACHE ¦t',
  ]);
});

test('the tree of a cached table holds its query and options', () => {
  const { tree, textOf } = readTree('CACHE LAZY TABLE t OPTIONS (a 1, b = 2) AS SELECT 1', 'cache');
  expect(tree.isLazy).toBe(true);
  expect(tree.options.map(({ key, value }) => [textOf(key), textOf(value)])).toEqual([
    ['a', '1'],
    ['b', '2'],
  ]);
  expect(textOf(tree.query)).toBe('SELECT 1');
});
