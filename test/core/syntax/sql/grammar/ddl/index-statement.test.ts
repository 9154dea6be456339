import { expect, test } from 'vitest';
import { expectRead, readTree } from '../../support/read-statement.ts';

test('an index is created and dropped', () => {
  expectRead(
    [
      'CREATE INDEX i ON t (a)',
      "CREATE INDEX IF NOT EXISTS i ON TABLE a.t USING bloom (a.b OPTIONS (x = 1), c) OPTIONS ('y' = 'z')",
      'CREATE INDEX i ON table (a)',
    ],
    'create-index',
  );
  expectRead(['DROP INDEX i ON t', 'DROP INDEX IF EXISTS i ON TABLE a.t'], 'drop-index');
});

test('what is no index of Spark is a command of Hive', () => {
  expectRead(
    [
      'CREATE INDEX',
      'CREATE INDEX i ON y',
      'CREATE INDEX i ON y (a',
      'DROP INDEX',
      'DROP INDEX i y z',
      'ALTER INDEX i',
    ],
    'unsupported-hive',
  );
});

test('the tree of an index holds its columns with options', () => {
  const { tree, textOf } = readTree('CREATE INDEX i ON a.t (b.c OPTIONS (x = 1), d)', 'create-index');
  expect([textOf(tree.name), textOf(tree.table)]).toEqual(['i', 'a.t']);
  expect(tree.columns.map(({ name, options }) => [textOf(name), options.map(textOf)])).toEqual([
    ['b.c', ['x = 1']],
    ['d', []],
  ]);
});
