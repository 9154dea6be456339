import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('files are loaded into a table or a partition of it', () => {
  expectRead(
    [
      "LOAD DATA INPATH '/x' INTO TABLE t",
      "LOAD DATA LOCAL INPATH '/x' OVERWRITE INTO TABLE db.t PARTITION (a = 1)",
    ],
    'load-data',
  );
  expectRefused([
    "LOAD ¦INPATH '/x' INTO TABLE t",
    'LOAD DATA INPATH ¦a INTO TABLE t',
    "LOAD DATA INPATH '/x' INTO ¦t",
    "LOAD DATA ¦OVERWRITE INPATH '/x' INTO TABLE t",
    "LOAD DATA INPATH '/x' INTO TABLE t ¦(a)",
  ]);
  const { tree, textOf } = readTree("LOAD DATA LOCAL INPATH '/x' INTO TABLE t PARTITION (a)", 'load-data');
  expect([tree.isLocal, tree.isOverwrite, textOf(tree.path), textOf(tree.partition)]).toEqual([
    true,
    false,
    "'/x'",
    'PARTITION (a)',
  ]);
});
