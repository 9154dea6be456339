import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a view gets another query, name or properties', () => {
  expectRead(
    [
      'ALTER VIEW a.v AS SELECT 1',
      'ALTER VIEW v SELECT 1',
      'ALTER VIEW v (SELECT 1)',
      'ALTER VIEW v WITH schema AS (SELECT 1) SELECT 1',
      'ALTER VIEW v RENAME TO a.b',
      "ALTER VIEW v SET TBLPROPERTIES ('a' = 'b')",
      "ALTER VIEW v UNSET TBLPROPERTIES IF EXISTS ('a')",
      'ALTER VIEW v ADD PARTITION (a = 1)',
      'ALTER VIEW v DROP IF EXISTS PARTITION (a = 1) PURGE',
    ],
    'alter-view',
  );
});

test('the binding of a view is set in Spark 4.0', () => {
  const { tree } = readTree('ALTER VIEW v WITH SCHEMA COMPENSATION', 'alter-view');
  expect(tree.alteration).toMatchObject({ kind: 'set-clause', clause: { mode: 'compensation' } });
  expectRefused(['ALTER VIEW v WITH SCHEMA ¦COMPENSATION'], ['3.5']);
});

test('alterations of a view are told where they are broken', () => {
  expectRefused([
    'ALTER VIEW ¦',
    'ALTER VIEW v¦',
    'ALTER VIEW v ¦FOO',
    'ALTER VIEW v AS¦',
    'ALTER VIEW v RENAME ¦COLUMN a TO b',
    "ALTER VIEW v SET ¦LOCATION '/x'",
    'ALTER VIEW v ADD ¦COLUMN a INT',
  ]);
});
