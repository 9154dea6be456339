import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

const head = 'MERGE INTO t USING s ON a = b';

test('a merge has a target, a source, a condition and clauses in their order', () => {
  expectRead(
    [
      'MERGE INTO db.t AS x USING (SELECT 1) AS y ON x.a = y.a WHEN MATCHED THEN DELETE',
      `${head} WHEN MATCHED AND c THEN UPDATE SET * WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT *`,
      `${head} WHEN NOT MATCHED BY TARGET AND c THEN INSERT (a, b.c) VALUES (1, DEFAULT)`,
      `${head} WHEN NOT MATCHED BY SOURCE AND c THEN UPDATE SET a = 1, b = 2 WHEN NOT MATCHED BY SOURCE THEN DELETE`,
      `WITH c AS (SELECT 1) ${head} WHEN MATCHED THEN UPDATE SET a = s.a`,
      head,
    ],
    'merge',
  );
});

test('parts of a merge are told where they are broken, misplaced or of another clause', () => {
  expectRefused([
    'MERGE ¦t USING s ON a',
    'MERGE INTO t ¦ON a',
    'MERGE INTO t USING s WHEN ¦MATCHED THEN DELETE',
    'MERGE INTO t USING TABLE¦(s) ON a',
    `${head} WHEN MATCHED ¦UPDATE SET a = 1`,
    `${head} WHEN MATCHED AND THEN ¦DELETE`,
    `${head} WHEN MATCHED THEN ¦INSERT *`,
    `${head} WHEN MATCHED THEN UPDATE SET a = 1 ¦WHERE b`,
    `${head} WHEN NOT MATCHED THEN ¦DELETE`,
    `${head} WHEN NOT MATCHED THEN INSERT ¦VALUES (1)`,
    `${head} WHEN NOT MATCHED THEN INSERT (a) VALUES (¦)`,
    `${head} WHEN NOT MATCHED THEN INSERT * WHEN ¦MATCHED THEN DELETE`,
    `${head} WHEN NOT MATCHED BY SOURCE THEN UPDATE SET ¦*`,
    `${head} WHEN NOT MATCHED BY SOURCE THEN DELETE WHEN NOT MATCHED ¦THEN INSERT *`,
  ]);
});

test('the schema may evolve in Spark 4.0 alone', () => {
  const text = 'MERGE WITH SCHEMA EVOLUTION INTO t USING s ON a WHEN MATCHED THEN DELETE';
  expectRead([text], 'merge', ['4.0']);
  expectRefused([text.replace('WITH', '¦WITH')], ['3.5']);
  expect(readTree(text, 'merge').tree.isEvolving).toBe(true);
});

test('the tree of a merge holds its clauses by what they match', () => {
  const { tree, textOf } = readTree(
    `${head} WHEN MATCHED AND c THEN UPDATE SET a = 1 WHEN NOT MATCHED THEN INSERT (a) VALUES (2) WHEN NOT MATCHED BY SOURCE THEN DELETE`,
    'merge',
  );
  expect(tree.clauses.map(({ match, condition, action }) => [match, textOf(condition), action.kind])).toEqual(
    [
      ['matched', 'c', 'merge-update'],
      ['not-matched', '', 'merge-insert'],
      ['not-matched-by-source', '', 'merge-delete'],
    ],
  );
  const insert = tree.clauses[1]?.action;
  if (insert?.kind !== 'merge-insert') throw new Error('no insert');
  expect(insert.columns === '*' ? [] : insert.columns.map(textOf)).toEqual(['a']);
  expect(insert.values.map(textOf)).toEqual(['2']);
});
