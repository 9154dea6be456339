import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a view is created with any of its parts', () => {
  expectRead(
    [
      'CREATE VIEW v AS SELECT 1',
      'CREATE OR REPLACE VIEW v AS SELECT 1',
      'CREATE OR REPLACE GLOBAL TEMP VIEW v AS SELECT 1',
      "CREATE VIEW IF NOT EXISTS a.b.v (a COMMENT 'x', b) COMMENT 'c' TBLPROPERTIES ('a' = 'b') AS WITH x AS (SELECT 1) SELECT 1",
      "CREATE VIEW v PARTITIONED ON (a, b) COMMENT 'a' COMMENT 'b' AS VALUES 1",
      'CREATE TEMPORARY VIEW v (a, b) AS TABLE t',
    ],
    'create-view',
  );
});

test('a temporary view is made of files', () => {
  expectRead(
    [
      'CREATE TEMPORARY VIEW v USING csv',
      "CREATE OR REPLACE GLOBAL TEMPORARY VIEW a.v (a INT NOT NULL COMMENT 'c', b STRING) USING a.b OPTIONS (path '/x', header true)",
    ],
    'create-view-using',
  );
});

test('the binding and the collation of a view are of Spark 4.0', () => {
  expectRead(
    [
      'CREATE VIEW v WITH SCHEMA BINDING AS SELECT 1',
      'CREATE VIEW v WITH SCHEMA TYPE EVOLUTION WITH SCHEMA EVOLUTION AS SELECT 1',
      'CREATE VIEW v DEFAULT COLLATION UTF8_BINARY AS SELECT 1',
    ],
    'create-view',
    ['4.0'],
  );
  expectRefused(
    [
      'CREATE VIEW v ¦WITH SCHEMA BINDING AS SELECT 1',
      'CREATE VIEW v ¦DEFAULT COLLATION UTF8_BINARY AS SELECT 1',
    ],
    ['3.5'],
  );
  expectRefused(
    ['CREATE VIEW v WITH SCHEMA ¦AS SELECT 1', 'CREATE VIEW v WITH SCHEMA TYPE ¦AS SELECT 1'],
    ['4.0'],
  );
});

test('parts of a view are told where they are broken', () => {
  expectRefused([
    'CREATE GLOBAL ¦VIEW v AS SELECT 1',
    'CREATE VIEW ¦',
    'CREATE VIEW v¦',
    'CREATE VIEW v ¦SELECT 1',
    'CREATE VIEW v AS¦',
    'CREATE VIEW v (¦) AS SELECT 1',
    'CREATE VIEW v (a ¦INT) AS SELECT 1',
    'CREATE VIEW v (a COMMENT ¦b) AS SELECT 1',
    'CREATE VIEW v (a¦.b) AS SELECT 1',
    'CREATE VIEW v ¦USING csv',
    'CREATE TEMPORARY VIEW v (a) ¦USING csv',
    'CREATE TEMPORARY VIEW v (a INT) ¦AS SELECT 1',
    "CREATE TEMPORARY VIEW v USING csv ¦LOCATION '/x'",
    'CREATE VIEW v PARTITIONED ¦BY (a) AS SELECT 1',
    "CREATE VIEW v ¦LOCATION '/x' AS SELECT 1",
  ]);
});

test('the tree of a view holds its columns, clauses and query', () => {
  const { tree, textOf } = readTree(
    "CREATE OR REPLACE VIEW a.v (x COMMENT 'c', y) WITH SCHEMA TYPE EVOLUTION COMMENT 'd' AS SELECT 1, 2",
    'create-view',
  );
  expect([tree.isReplacing, tree.isTemporary, textOf(tree.name)]).toEqual([true, false, 'a.v']);
  expect(tree.columns.map(({ name, comment }) => [textOf(name), textOf(comment)])).toEqual([
    ['x', "'c'"],
    ['y', ''],
  ]);
  expect(tree.clauses).toMatchObject([
    { kind: 'schema-binding', mode: 'type-evolution' },
    { kind: 'comment' },
  ]);
  expect(textOf(tree.query)).toBe('SELECT 1, 2');
});
