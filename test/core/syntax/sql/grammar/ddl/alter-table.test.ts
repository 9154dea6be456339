import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('columns of a table are added, dropped, renamed, changed and replaced', () => {
  expectRead(
    [
      'ALTER TABLE t ADD COLUMN a INT',
      "ALTER TABLE a.b.t ADD COLUMNS (a INT NOT NULL DEFAULT 1 COMMENT 'c' FIRST, b.c STRING AFTER d)",
      'ALTER TABLE t ADD COLUMNS a INT, b INT',
      'ALTER TABLE t DROP COLUMN a',
      'ALTER TABLE t DROP COLUMNS IF EXISTS (a, b.c)',
      'ALTER TABLE t DROP COLUMN if, b',
      'ALTER TABLE t RENAME COLUMN a.b TO c',
      'ALTER TABLE t ALTER COLUMN a.b TYPE BIGINT',
      "ALTER TABLE t CHANGE a COMMENT 'c'",
      'ALTER TABLE t ALTER a SET NOT NULL',
      'ALTER TABLE t CHANGE COLUMN a DROP NOT NULL',
      'ALTER TABLE t ALTER COLUMN a SET DEFAULT current_date() + 1',
      'ALTER TABLE t ALTER COLUMN a DROP DEFAULT',
      'ALTER TABLE t ALTER COLUMN column FIRST',
      'ALTER TABLE t ALTER COLUMN TYPE INT',
      'ALTER TABLE t ALTER COLUMN a AFTER b',
      'ALTER TABLE t ALTER COLUMN a',
      "ALTER TABLE t CHANGE COLUMN a b INT NOT NULL COMMENT 'c' AFTER d",
      'ALTER TABLE t PARTITION (p = 1) CHANGE a first INT FIRST',
      'ALTER TABLE t REPLACE COLUMNS (a INT, b STRING)',
      'ALTER TABLE t PARTITION (p) REPLACE COLUMNS (a INT)',
    ],
    'alter-table',
  );
});

test('properties, SerDe, place, name and partitions of a table are set', () => {
  expectRead(
    [
      'ALTER TABLE t RENAME TO a.b.c',
      "ALTER TABLE t SET TBLPROPERTIES ('a' = 'b', c 1)",
      "ALTER TABLE t UNSET TBLPROPERTIES IF EXISTS ('a', b.c)",
      "ALTER TABLE t SET SERDE 'a.B' WITH SERDEPROPERTIES ('a' = 'b')",
      "ALTER TABLE t PARTITION (a = 1) SET SERDEPROPERTIES ('a' = 'b')",
      "ALTER TABLE t PARTITION (a = DATE '2026-01-31', b) SET LOCATION '/x'",
      'ALTER TABLE t PARTITION (a = 1) RENAME TO PARTITION (a = 2)',
      "ALTER TABLE t ADD IF NOT EXISTS PARTITION (a = 1) LOCATION '/x' PARTITION (a = 2)",
      'ALTER TABLE t DROP IF EXISTS PARTITION (a = 1), PARTITION (a = 2) PURGE',
      'ALTER TABLE t RECOVER PARTITIONS',
    ],
    'alter-table',
  );
});

test('several columns at once, clustering and collation are of Spark 4.0', () => {
  const changes = [
    "ALTER TABLE t ALTER COLUMN a TYPE INT¦, b COMMENT 'c', c.d DROP DEFAULT",
    'ALTER TABLE t ¦CLUSTER BY (a, b.c)',
    'ALTER TABLE t ¦CLUSTER BY NONE',
    'ALTER TABLE t ¦DEFAULT COLLATION UTF8_BINARY',
  ];
  expectRead(
    changes.map((text) => text.replace('¦', '')),
    'alter-table',
    ['4.0'],
  );
  expectRefused(changes, ['3.5']);
});

test('alterations are told where they are broken', () => {
  expectRefused([
    'ALTER¦',
    'ALTER ¦FUNCTION f',
    'ALTER TABLE ¦',
    'ALTER TABLE t¦',
    'ALTER TABLE t ¦FOO',
    'ALTER TABLE t ADD¦',
    'ALTER TABLE t ADD ¦CONSTRAINT a CHECK (b)',
    'ALTER TABLE t ADD COLUMN a¦',
    'ALTER TABLE t ADD COLUMNS (a INT NOT ¦a)',
    'ALTER TABLE t ADD COLUMNS (a INT ¦LAST)',
    'ALTER TABLE t ADD COLUMNS (¦)',
    'ALTER TABLE t ADD IF ¦EXISTS PARTITION (a = 1)',
    'ALTER TABLE t ADD PARTITION (a = 1)¦, PARTITION (a = 2)',
    'ALTER TABLE t ADD PARTITION ¦a',
    'ALTER TABLE t DROP COLUMN IF EXISTS¦',
    'ALTER TABLE t DROP PARTITION (a ¦> 1)',
    'ALTER TABLE t DROP PARTITION (a = 1),¦',
    'ALTER TABLE t DROP ¦a',
    'ALTER TABLE t RENAME ¦a',
    'ALTER TABLE t RENAME COLUMN a ¦b',
    'ALTER TABLE t RENAME COLUMN a TO b¦.c',
    'ALTER TABLE t PARTITION (a = 1) RENAME TO ¦b',
    'ALTER TABLE t ALTER COLUMN a ¦INT',
    'ALTER TABLE t ALTER COLUMN a TYPE¦',
    'ALTER TABLE t ALTER COLUMN a SET¦',
    'ALTER TABLE t ALTER COLUMN a SET ¦NULL',
    "ALTER TABLE t ALTER COLUMN a TYPE INT ¦COMMENT 'c'",
    'ALTER TABLE t CHANGE COLUMN a.b c¦',
    'ALTER TABLE t CHANGE COLUMN a b INT ¦LAST',
    'ALTER TABLE t SET¦',
    'ALTER TABLE t SET TBLPROPERTIES¦',
    'ALTER TABLE t UNSET ¦a',
    'ALTER TABLE t UNSET TBLPROPERTIES IF ¦(a)',
    'ALTER TABLE t PARTITION (a = 1) SET ¦TBLPROPERTIES (a = 1)',
    'ALTER TABLE t PARTITION (a = 1) ¦ADD COLUMN a INT',
    'ALTER TABLE t PARTITION (a = 1)¦',
    'ALTER TABLE t SET SERDE ¦a',
    'ALTER TABLE t RECOVER ¦a',
  ]);
});

test('the tree of an alteration says what is done to which column', () => {
  const { tree, textOf } = readTree(
    "ALTER TABLE db.t ALTER COLUMN a TYPE INT, b.c COMMENT 'x', d SET DEFAULT 1 + 1, e",
    'alter-table',
  );
  expect([textOf(tree.name), tree.partition, tree.alteration.kind]).toEqual(['db.t', null, 'alter-columns']);
  const columns = tree.alteration.kind === 'alter-columns' ? tree.alteration.columns : [];
  expect(columns.map(({ name, change }) => [textOf(name), change?.kind, textOf(change)])).toEqual([
    ['a', 'set-type', 'TYPE INT'],
    ['b.c', 'set-comment', "COMMENT 'x'"],
    ['d', 'set-default', 'SET DEFAULT 1 + 1'],
    ['e', undefined, ''],
  ]);
});

test('the tree of a change in the way of Hive holds the new column and its position', () => {
  const { tree, textOf } = readTree(
    'ALTER TABLE t PARTITION (p = 1) CHANGE COLUMN a.b c INT AFTER d',
    'alter-table',
  );
  expect(textOf(tree.partition)).toBe('PARTITION (p = 1)');
  expect(tree.alteration).toMatchObject({ kind: 'change-column', position: { kind: 'after' } });
  expect(textOf(tree.alteration.kind === 'change-column' ? tree.alteration.to : null)).toBe('c INT');
});
